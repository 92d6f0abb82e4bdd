package compose

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"vanban/internal/diag"
	"vanban/internal/doc"
	"vanban/internal/sheet"
	"vanban/internal/unit"
	"vanban/internal/viet"
)

// fill sets values into a pattern of the standard, «Số: {so}/{loai}-{noi}». A value that is empty is
// left as room to be filled in by hand.
func fill(pattern string, values map[string]string, font sheet.Font, blank unit.Length) []sheet.Run {
	var runs []sheet.Run
	text := func(s string) {
		if s == "" {
			return
		}
		if n := len(runs); n > 0 && runs[n-1].Blank == 0 {
			runs[n-1].Text += s
			return
		}
		runs = append(runs, sheet.Run{Text: s, Font: font})
	}
	for pattern != "" {
		before, rest, open := strings.Cut(pattern, "{")
		text(before)
		if !open {
			break
		}
		name, after, _ := strings.Cut(rest, "}")
		value, known := values[name]
		if !known {
			panic("compose: a pattern of the standard names the unknown value " + name)
		}
		if value == "" {
			runs = append(runs, sheet.Run{Blank: blank, Font: font})
		} else {
			text(value)
		}
		pattern = after
	}
	return runs
}

// plain gives the text of runs, a blank as three dots.
func plain(runs []sheet.Run) string {
	var b strings.Builder
	for _, r := range runs {
		if r.Blank > 0 {
			b.WriteString("…")
		}
		b.WriteString(r.Text)
	}
	return b.String()
}

// symbolParts tells type and body in a ký hiệu such as «KH-UBND» (the Party writes «KH/TU»). Offices also write what the
// standard does not know: a letter's with one part («TGV»; the body is empty then), and a type's code with more behind it,
// as of a plan of several («KHLN-SYT-SGDĐT»). Those are printed as they stand, with a warning.
func (c *composer) symbolParts() (kind, body string) {
	symbol := c.doc.Header.Symbol
	doubt := func(message, hint string) {
		c.findings.Add(diag.Diagnostic{ID: IDSymbol, Severity: diag.Warning, Pos: symbol.Pos, Message: message, Hints: []string{hint}})
	}
	at := strings.IndexAny(symbol.Text, "-/")
	if at < 0 && c.isLetter() && isCode(symbol.Text) {
		doubt(fmt.Sprintf("ký hiệu «%s» chỉ có một phần; được in đúng như thế", symbol.Text),
			"ký hiệu của công văn gồm chữ viết tắt tên cơ quan và chữ viết tắt đơn vị soạn thảo, như UBND-VP")
		return symbol.Text, ""
	}
	if at <= 0 || at == len(symbol.Text)-1 {
		c.fault(IDSymbol, symbol.Pos, fmt.Sprintf("ký hiệu «%s» không tách được thành loại văn bản và cơ quan", symbol.Text),
			"viết chữ viết tắt tên loại, dấu gạch nối, chữ viết tắt cơ quan; số ghi riêng ở khóa «so»")
		return symbol.Text, symbol.Text
	}
	kind, body = symbol.Text[:at], symbol.Text[at+1:]
	code := c.std.Types[c.doc.Type].Code
	switch {
	case code == kind || code == "" && c.knownCode(kind):
	case code == "":
		c.fault(IDSymbol, symbol.Pos, fmt.Sprintf("ký hiệu «%s» không phải của loại văn bản này", symbol.Text), "chữ đứng đầu ký hiệu phải là chữ viết tắt của tên loại")
	case strings.HasPrefix(kind, code) && isCode(kind) && !c.knownCode(kind):
		doubt(fmt.Sprintf("ký hiệu «%s» mở đầu bằng «%s»; được in đúng như thế", symbol.Text, kind),
			fmt.Sprintf("chữ viết tắt của %s là «%s»", c.std.Types[c.doc.Type].Common, code))
	default:
		c.fault(IDSymbol, symbol.Pos, fmt.Sprintf("ký hiệu «%s» không phải của loại văn bản này", symbol.Text),
			fmt.Sprintf("ký hiệu của %s mở đầu bằng «%s»; số ghi riêng ở khóa «so»", c.std.Types[c.doc.Type].Common, code))
	}
	return kind, body
}

// isCode tells a text that can be an abbreviation: letters, the first a capital, perhaps with figures behind them.
func isCode(text string) bool {
	for i, r := range text {
		if !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) || i == 0 && !unicode.IsUpper(r) {
			return false
		}
	}
	return text != ""
}

// isLetter tells a type without a name (công văn).
func (c *composer) isLetter() bool {
	t, ok := c.std.Types[c.doc.Type]
	return ok && t.Name == ""
}

// symbolIn is a pattern of the standard, with the ký hiệu of one part where it has no body.
func (c *composer) symbolIn(pattern, body string) string {
	if body != "" {
		return pattern
	}
	return strings.ReplaceAll(pattern, c.std.Number.Symbol, "{loai}")
}

// knownCode tells whether a code is some type's. A standard whose type has none (công văn) lets any pass.
func (c *composer) knownCode(code string) bool {
	if c.isLetter() {
		return true
	}
	for _, key := range slices.Sorted(maps.Keys(c.std.Types)) {
		if c.std.Types[key].Code == code {
			return true
		}
	}
	return false
}

// numberRuns gives số, ký hiệu by a pattern; a number below ten gets a zero (Phụ lục I, mục II.3.c).
func (c *composer) numberRuns(pattern string, font sheet.Font) []sheet.Run {
	kind, body := c.symbolParts()
	return fill(c.symbolIn(pattern, body), map[string]string{"so": twoDigits(c.doc.Header.Number.Text), "loai": kind, "noi": body},
		font, c.std.Number.Blank)
}

func twoDigits(number string) string {
	if len(number) == 1 && number[0] >= '0' && number[0] <= '9' {
		return "0" + number
	}
	return number
}

func (c *composer) placeDateRuns(font sheet.Font) []sheet.Run {
	values := dateValues(c.doc.Header.Date)
	values["dia_danh"] = c.doc.Header.Place.Text
	return fill(c.std.PlaceDate.Pattern, values, font, c.std.PlaceDate.Blank)
}

// dateValues gives the parts of a date, empty where they are left blank.
func dateValues(d doc.Date) map[string]string {
	date := viet.Date{Year: d.Year, Month: d.Month, Day: d.Day}
	v := map[string]string{"ngay": date.DayText(), "thang": date.MonthText(), "nam": ""}
	if d.Year > 0 {
		v["nam"] = fmt.Sprint(d.Year)
	}
	return v
}
