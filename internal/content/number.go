package content

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"vanban/internal/diag"
	"vanban/internal/standard"
	"vanban/internal/viet"
)

// numberLine is a line of số, ký hiệu, cut where it can be wrong.
type numberLine struct {
	labelled, colon bool
	beforeColon     string // blanks
	figures         string
	beforeMark      string // blanks between number and symbol
	mark            string
	symbol          string // with its blanks
}

var afterLabel = regexp.MustCompile(`^(\s*)(:?)\s*([\d.…_ ]*[a-zđ]?)(\s*)([/-]?)(.*)$`)

// readNumber cuts a line; word is the label of the standard («Số»).
func readNumber(text, word string) (numberLine, bool) {
	n := numberLine{}
	rest := text
	if len(text) >= len(word) && viet.Lower(text[:len(word)]) == viet.Lower(word) {
		n.labelled, rest = true, text[len(word):]
	} else if !strings.HasPrefix(text, "/") && !strings.HasPrefix(text, "-") {
		return n, false
	}
	m := afterLabel.FindStringSubmatch(rest)
	if m == nil {
		return n, false
	}
	n.beforeColon, n.colon, n.mark, n.symbol = m[1], m[2] == ":", m[5], m[6]
	n.figures = strings.TrimRight(m[3], " .…_") // empty: to be filled in by hand
	n.beforeMark = m[3][len(n.figures):] + m[4]
	return n, true
}

// numberLabel gives the label that the standard's pattern prints before the number, and whether a colon
// follows it.
func numberLabel(s *standard.Standard) (word string, colon bool) {
	label, _, _ := strings.Cut(s.Number.Pattern, "{")
	label = strings.TrimSpace(label)
	return strings.TrimRight(label, ": "), strings.HasSuffix(label, ":")
}

var longDate = regexp.MustCompile(`(?i)ngày\s*(\d{1,2})?[\s.…_]*tháng\s*(\d{1,2})?[\s.…_]*năm\s*(\d{4})`)

// head reads number, symbol and date of a part from its lines.
func (p *Part) head(s *standard.Standard) {
	word, _ := numberLabel(s)
	for _, l := range p.of(Number) {
		if n, ok := readNumber(l.Text, word); ok {
			if p.Number == "" {
				p.Number = n.figures
			}
			if p.Symbol == "" {
				p.Symbol, p.SymbolAt = closed(n.symbol), l.Pos
			}
		}
	}
	for _, l := range p.of(PlaceDate) {
		if m := longDate.FindStringSubmatch(l.Text); m != nil {
			p.Date = viet.Date{Year: atoi(m[3]), Month: atoi(m[2]), Day: atoi(m[1])}
		}
	}
}

var aroundMarks = regexp.MustCompile(`\s*([-–/])\s*`)

func closed(symbol string) string {
	return strings.TrimSpace(strings.ReplaceAll(aroundMarks.ReplaceAllString(symbol, "$1"), "–", "-"))
}

// atoi reads figures that a regular expression has matched; nothing is 0.
func atoi(s string) int {
	n := 0
	for _, r := range s {
		if n > 1e6 {
			return n
		}
		n = n*10 + int(r-'0')
	}
	return n
}

// number checks số, ký hiệu (Phụ lục I, mục II.3).
func (c *checker) number() {
	if c.part.Role != Main {
		return
	}
	if !c.text.Made {
		for _, l := range c.part.of(Number) {
			c.numberForm(l)
		}
	}
	c.symbol(c.part.Symbol, c.part.SymbolAt)
}

// numberForm checks how a line of số, ký hiệu is written; all that is wrong with it is one finding.
func (c *checker) numberForm(l *Passage) {
	word, colon := numberLabel(c.std)
	n, ok := readNumber(l.Text, word)
	if !ok || l.Doubt {
		return
	}
	var faults []string
	switch {
	case !n.labelled:
	case colon && !n.colon && (n.figures != "" || n.mark != ""):
		faults = append(faults, "thiếu dấu hai chấm sau chữ «"+word+"»")
	case colon && n.beforeColon != "" && n.colon:
		faults = append(faults, "có dấu cách trước dấu hai chấm")
	case !colon && n.colon:
		faults = append(faults, "thừa dấu hai chấm sau chữ «"+word+"»")
	}
	figures, symbol := n.figures, strings.TrimSpace(n.symbol)
	if len(figures) == 1 && figures >= "1" && figures <= "9" {
		figures = "0" + figures
		faults = append(faults, "thiếu số 0 trước số nhỏ hơn 10")
	}
	if symbol != "" && (n.figures != "" && n.beforeMark != "" || n.symbol != strings.TrimLeft(n.symbol, " \u00a0\t") || spacedMark.MatchString(symbol)) {
		faults = append(faults, "có dấu cách quanh dấu «/» hoặc dấu «-»")
	}
	if strings.ContainsAny(symbol, "–—") {
		faults = append(faults, "dùng dấu gạch dài thay cho dấu gạch nối")
	}
	if len(faults) == 0 {
		return
	}
	right := figures + n.mark + closed(strings.ReplaceAll(symbol, "—", "-"))
	if n.labelled && colon {
		right = word + ": " + right
	} else if n.labelled {
		right = word + " " + right
	}
	c.report(slip{id: IDNumberForm, severity: diag.Error, pos: l.Pos, message: fmt.Sprintf("«%s»: %s", l.Text, strings.Join(faults, "; ")), hint: "viết «" + right + "»"})
}

var (
	spacedMark = regexp.MustCompile(`\s[-–/]|[-–/]\s`)
	yearBegins = regexp.MustCompile(`^(?:19|20)\d\d[/-]`)
)

// symbol checks a ký hiệu: no year, the code of its type (Phụ lục III, mục I).
func (c *checker) symbol(symbol string, at diag.Pos) {
	rest := symbol
	year := yearBegins.FindString(symbol)
	rest = strings.TrimPrefix(rest, year)
	code := rest
	if i := strings.IndexAny(rest, "-/"); i >= 0 {
		code = rest[:i]
	}
	if code == "" {
		return
	}
	letter := c.part.Type != "" && c.part.Type == unnamed(c.std) && !c.words.list("ma_khac").exact(code)
	if year != "" && (letter || c.words.list("ma_khong_nam").exact(code)) {
		c.report(slip{id: IDNumberYear, severity: diag.Error, pos: at,
			message: fmt.Sprintf("ký hiệu «%s» có năm; số của văn bản hành chính không ghi năm", symbol), hint: "viết «" + rest + "»"})
	}
	own := c.std.Types[c.part.Type]
	if c.text.Made && own.Code != "" {
		return // rendering compares the two
	}
	type wrongCode struct{ message, hint string }
	var wrong wrongCode
	switch other, isOther := c.typeOf(code); {
	case c.part.Type == "" || own.Code == code:
		return
	case own.Code != "" && c.words.list("ma_sai").exact(code), own.Name == "" && c.words.list("ma_sai_khong_ten").exact(code):
		wrong = wrongCode{fmt.Sprintf("ký hiệu «%s»: «%s» không phải chữ viết tắt tên loại văn bản nào", symbol, code), ""}
		if own.Code != "" {
			wrong.hint = "tên loại " + viet.Lower(own.Common) + " viết tắt là «" + own.Code + "»"
		} else if own.Common != "" {
			wrong.hint = viet.Lower(own.Common) + " không ghi chữ viết tắt tên loại, chỉ ghi cơ quan và đơn vị soạn thảo"
		}
	case own.Code == "":
	case viet.Fold(own.Code) == viet.Fold(code):
		wrong = wrongCode{fmt.Sprintf("ký hiệu «%s»: «%s» viết không đúng chữ hoa, chữ thường", symbol, code), "viết «" + own.Code + "»"}
	case isOther:
		wrong = wrongCode{fmt.Sprintf("ký hiệu «%s» là của %s, văn bản này là %s", symbol, viet.Lower(other.Common), viet.Lower(own.Common)),
			"viết «" + own.Code + "» thay «" + code + "»"}
	case !longerCode(code, own.Code) && strings.Trim(code, ".…_ ") == code:
		wrong = wrongCode{fmt.Sprintf("ký hiệu «%s» không bắt đầu bằng «%s», chữ viết tắt của %s", symbol, own.Code, viet.Lower(own.Common)),
			"viết «" + own.Code + "» ở đầu ký hiệu"}
	}
	if wrong.message != "" {
		c.report(slip{id: IDNumberCode, severity: diag.Error, pos: at, message: wrong.message, hint: wrong.hint})
	}
}

// longerCode tells a code that says more than a type's own: «KHLN» is a plan (KH) of two bodies.
func longerCode(code, own string) bool {
	rest, ok := strings.CutPrefix(code, own)
	first, _ := utf8.DecodeRuneInString(rest)
	return ok && !unicode.IsLower(first)
}

// exact tells whether the list holds the text, capitals and all.
func (l *list) exact(text string) bool {
	return slices.ContainsFunc(l.phrases, func(p phrase) bool { return p.text == text })
}

func (c *checker) typeOf(code string) (standard.Type, bool) {
	for _, k := range slices.Sorted(maps.Keys(c.std.Types)) {
		if t := c.std.Types[k]; t.Code == code {
			return t, true
		}
	}
	return standard.Type{}, false
}
