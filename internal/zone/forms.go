package zone

import (
	"regexp"
	"strconv"
	"strings"

	"vanban/internal/viet"
)

// numberForm reads số, ký hiệu as a standard's pattern writes them («Số: {so}/{loai}-{noi}»), with the slips
// of real documents: blanks around the marks, a number that was never filled in, a symbol on its own line.
type numberForm struct{ whole, symbol, spaced *regexp.Regexp }

const (
	numberPart = `((?:\d[\d. ]*[a-zđ]?)?|[.…_ ]*)`
	symbolPart = `((?:\d{4}\s*/\s*)?\p{L}[\p{L}\d&]*(?:\s*[-–/.&]\s*[\p{L}\d&]+)*)`
)

func newNumberForm(pattern string) numberForm {
	label, rest, _ := strings.Cut(pattern, "{so}")
	mark, _, _ := strings.Cut(rest, "{")
	label = regexp.QuoteMeta(strings.TrimRight(label, ": "))
	mark = `\s*` + regexp.QuoteMeta(strings.TrimSpace(mark)) + `\s*`
	return numberForm{
		whole:  regexp.MustCompile(`^(?i:` + label + `)\s*[:.]?\s*` + numberPart + `(?:` + mark + symbolPart + `)?\s*$`),
		symbol: regexp.MustCompile(`^` + mark + symbolPart + `$`),
		spaced: regexp.MustCompile(`^(?i:` + label + `)\s*[:.]?\s*(\d[\d.]*)\s+(\p{Lu}[\p{L}\d]*(?:[-–/.&][\p{L}\d&]+)+)\s*$`),
	}
}

// Numbering is số and ký hiệu as read from a document. A number that was left blank is empty.
type Numbering struct {
	Number, Symbol string
	Normative      bool // a year stands in the symbol, as in legal normative documents
}

var yearFirst = regexp.MustCompile(`^(?:19|20)\d\d/`)

// Number reads a line of số, ký hiệu.
func (w *Words) Number(text string) (Numbering, bool) {
	for _, f := range w.numbers {
		m := f.whole.FindStringSubmatch(text)
		if m == nil { // a blank in the place of the mark: «Số: 12 KH/UBND»
			m = f.spaced.FindStringSubmatch(text)
		}
		if m == nil || m[2] == "" && !strings.ContainsAny(m[1], "0123456789.…_") && !strings.HasSuffix(text, ":") {
			continue
		}
		n := Numbering{Number: strings.Trim(m[1], "._… "), Symbol: closed(m[2])}
		if yearFirst.MatchString(n.Symbol) {
			n.Normative = true
		}
		return n, true
	}
	return Numbering{}, false
}

// symbolAlone tells a line that holds nothing but the ký hiệu of a number on another line: «/KH-UBND».
func (w *Words) symbolAlone(text string) bool {
	for _, f := range w.numbers {
		if f.symbol.MatchString(text) && strings.IndexFunc(text, isLetter) > 0 {
			return true
		}
	}
	return false
}

func isLetter(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r >= 0xC0 }

var blanksAroundMarks = regexp.MustCompile(`\s*([-–/&])\s*`)

// closed takes the blanks out of a symbol.
func closed(symbol string) string {
	return strings.ReplaceAll(blanksAroundMarks.ReplaceAllString(symbol, "$1"), "–", "-")
}

// dateForm reads địa danh và thời gian as a standard's pattern writes them.
type dateForm struct{ whole, opening, short *regexp.Regexp }

func newDateForm(pattern string) dateForm {
	const figures = `([\d.…_ ]*)`
	values := map[string]string{"dia_danh": `(\p{L}[^:;(]{1,60}?)`, "ngay": figures, "thang": figures, "nam": figures}
	whole, opening, short, depth := "", "", "", 0
	for i, piece := range strings.Split(pattern, "{") {
		name, words, _ := strings.Cut(piece, "}")
		if i == 0 {
			name, words = "", piece
		}
		words = regexp.QuoteMeta(strings.TrimSpace(words))
		words = strings.ReplaceAll(strings.ReplaceAll(words, " ", `\s+`), ",", ",?")
		whole += values[name] + `\s*` + words + `\s*`
		// A line that opens a date holds the place and the word behind it, and as much more as there is.
		if i < 2 {
			opening += values[name] + `\s*` + words + `\s*`
			short = opening
			continue
		}
		opening += `(?:` + values[name] + `\s*(?:` + words + `\s*`
		depth += 2
	}
	opening += strings.Repeat(`)?`, depth)
	return dateForm{
		whole:   regexp.MustCompile(`^(?i:` + whole + `)$`),
		opening: regexp.MustCompile(`^(?i:` + opening + `)$`),
		short:   regexp.MustCompile(`^(?i:` + short + `)(\d{1,2}|[.…_ ]*)\s*[/-]\s*(\d{1,2}|[.…_ ]*)\s*[/-]\s*(\d{4})$|^(?i:` + short + `)(\d{1,2})\.(\d{1,2})\.(\d{4})$`),
	}
}

// Date reads a line of địa danh và thời gian. Parts that were left blank are zero; ok is false where a part
// is no number or the day does not exist.
func (w *Words) Date(text string) (place string, date viet.Date, ok bool) {
	for _, f := range w.dates {
		m := f.whole.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		n := [3]int{}
		for i, figures := range m[2:5] {
			if figures = strings.Trim(figures, "._… "); figures != "" {
				v, err := strconv.Atoi(figures)
				if err != nil {
					return strings.TrimSpace(m[1]), viet.Date{}, false
				}
				n[i] = v
			}
		}
		return strings.Trim(m[1], " ,"), viet.Date{Day: n[0], Month: n[1], Year: n[2]}, true
	}
	return "", viet.Date{}, false
}

// ShortDate reads a line of địa danh và thời gian whose date is not written out: «Nam Khê, ngày 5/3/2026».
// Parts that were left blank are zero.
func (w *Words) ShortDate(text string) (place string, date viet.Date, ok bool) {
	for _, f := range w.dates {
		if m := f.short.FindStringSubmatch(text); m != nil {
			if m[1] == "" { // with full stops between its figures
				m = m[4:]
			}
			n := [3]int{}
			for i, figures := range m[2:5] {
				n[i], _ = strconv.Atoi(figures) // one to four figures; none where room was left
			}
			return strings.Trim(m[1], " ,"), viet.Date{Day: n[0], Month: n[1], Year: n[2]}, true
		}
	}
	return "", viet.Date{}, false
}

// dateOpens tells a line that holds only the beginning of địa danh và thời gian: «Nam Khê, ngày 11».
func (w *Words) dateOpens(text string) bool {
	for _, f := range w.dates {
		if f.opening.MatchString(text) {
			return true
		}
	}
	return false
}

// noteForm reads the line that ties an appendix, an enclosure or a list to its document («(Kèm theo Kế hoạch số
// 24/KH-UBND ngày 05 tháng 3 năm 2026 của …)») as a standard's pattern writes it.
type noteForm struct {
	whole *regexp.Regexp
	names []string // of the values, in order
	join  string   // between loai and noi, where the pattern has them apart
}

func newNoteForm(pattern string) noteForm {
	const figures = `([\d.…_ ]*)`
	values := map[string]string{"so": figures, "ngay": figures, "thang": figures, "nam": figures,
		"ky_hieu": symbolPart, "loai": `([\p{L}&]+)`, "noi": `([\p{L}\d&-]+)`}
	f := noteForm{}
	whole := ""
	for i, piece := range strings.Split(pattern, "{") {
		name, words, _ := strings.Cut(piece, "}")
		if i == 0 {
			words = piece
		} else {
			value := values[name]
			if value == "" {
				value = `(.+?)`
			}
			f.names = append(f.names, name)
			whole += value
		}
		words = regexp.QuoteMeta(strings.TrimSpace(words))
		whole += `\s*` + strings.ReplaceAll(words, " ", `\s+`) + `\s*`
	}
	if _, after, ok := strings.Cut(pattern, "{loai}"); ok {
		f.join, _, _ = strings.Cut(after, "{")
	}
	f.whole = regexp.MustCompile(`^(?i:` + whole + `)$`)
	return f
}

// Noted is what the line that ties a part to its document says of it. Parts left blank are empty.
type Noted struct{ Number, Symbol, Day, Month, Year string }

// Noted reads such a line.
func (w *Words) Noted(text string) (Noted, bool) {
	for _, f := range w.noteForms {
		m := f.whole.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		values := map[string]string{}
		for i, name := range f.names {
			values[name] = strings.Trim(m[i+1], "._… ")
		}
		n := Noted{Number: values["so"], Symbol: closed(values["ky_hieu"]), Day: values["ngay"], Month: values["thang"], Year: values["nam"]}
		if n.Symbol == "" && values["loai"] != "" {
			n.Symbol = values["loai"] + f.join + values["noi"]
		}
		return n, true
	}
	return Noted{}, false
}
