package viet

import "strings"

// NumberError says why a text is not a number. Reason is Vietnamese and goes on from the quoted Input
// («1e6» không phải là số); Hint is a cure.
type NumberError struct{ Input, Reason, Hint string }

// Error gives the whole: input, reason and hint.
func (e *NumberError) Error() string { return complaint(e.Input, e.Reason, e.Hint) }

const hintNumber = "viết như 1234567,5 hoặc 1.234.567,5: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân"

// number is a decimal number as its figures: exact, whatever its length.
type number struct {
	negative bool
	whole    string // no leading zeros, "0" at least
	fraction string // as written; empty when the number is whole
}

// parseNumber reads a number written by a machine (1234567.5) or by a Vietnamese (1.234.567,5).
//
// The comma is always the decimal mark. Dots group thousands when everything before the comma has the
// shape of grouping: one to three figures, not starting with 0, then dots each followed by exactly three.
// So «1.234» is 1234. A single dot that cannot group («1.5», «0.234», «1234.567») is a machine's decimal
// mark. Anything else ("1,234.5", "1.23.456", "01.234") cannot be told and is an error.
func parseNumber(s string) (number, error) {
	fail := func(why string) (number, error) {
		return number{}, &NumberError{Input: s, Reason: why, Hint: hintNumber}
	}
	body := strings.TrimSpace(s)
	negative := false
	for _, sign := range []string{"-", "−", "+"} {
		if rest, ok := strings.CutPrefix(body, sign); ok {
			body, negative = rest, sign != "+"
			break
		}
	}
	if body == "" {
		return fail("chưa có chữ số nào")
	}
	if strings.ContainsFunc(body, notFigure) {
		return fail("không phải là số")
	}
	whole, fraction, comma := strings.Cut(body, ",")
	if comma && strings.ContainsAny(fraction, ",.") {
		return fail("không rõ dấu nào ngăn phần thập phân")
	}
	if strings.Contains(whole, ".") {
		before, after, _ := strings.Cut(whole, ".")
		switch {
		case isGrouped(whole):
			whole = strings.ReplaceAll(whole, ".", "")
		case comma || strings.Contains(after, ".") || len(after) == 3 && len(before) <= 3 && before != "0":
			return fail("có dấu chấm không đúng chỗ ngăn hàng nghìn")
		default:
			whole, fraction, comma = before, after, true
		}
	}
	if whole == "" || comma && fraction == "" {
		return fail("thiếu chữ số trước hoặc sau dấu thập phân")
	}
	whole = strings.TrimLeft(whole, "0")
	if whole == "" {
		whole = "0"
	}
	if whole == "0" && strings.Trim(fraction, "0") == "" {
		negative = false
	}
	return number{negative, whole, fraction}, nil
}

func notFigure(r rune) bool { return (r < '0' || r > '9') && r != '.' && r != ',' }

// isGrouped tells whether figures are grouped by thousands with dots.
func isGrouped(s string) bool {
	groups := strings.Split(s, ".")
	if len(groups) < 2 || groups[0] == "" || len(groups[0]) > 3 || groups[0][0] == '0' {
		return false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	return true
}

// Group writes a number as official text does: dots between thousands, a comma before decimals.
// "1234567.5" and "1.234.567,5" both give "1.234.567,5". Decimals are kept as written, leading zeros
// dropped. It takes quantities only: years and document numbers are never grouped.
//
// The comma is always read as the decimal mark, and dots as grouping wherever they have that shape:
// "1.234" is 1234, while "1.5", "0.234" and "1234.567" are decimals. What cannot be told, such as
// "1,234.5", is a [*NumberError].
func Group(decimal string) (string, error) {
	n, err := parseNumber(decimal)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	if n.negative {
		b.WriteByte('-')
	}
	for i, figure := range []byte(n.whole) {
		if i > 0 && (len(n.whole)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteByte(figure)
	}
	if n.fraction != "" {
		b.WriteString("," + n.fraction)
	}
	return b.String(), nil
}
