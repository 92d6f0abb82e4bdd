package zone

import (
	"regexp"
	"strings"
	"unicode"
)

// longestSubject is how many lines an abstract has at the most, and longestSubjectLine how many bytes a
// further line of it.
const (
	longestSubject     = 8
	longestSubjectLine = 200
)

// subject labels the abstract below the type's name, and gives the index behind it.
func (f *finder) subject(from int) int {
	order := f.orderWithin(from)
	lines := 0
	i := from
	for ; i < f.len() && lines < longestSubject; i++ {
		if f.isRule(i) {
			f.label(i, Rule)
			if lines > 0 {
				i++
				break
			}
			continue
		}
		if f.lines[i].page {
			f.label(i, PageNumber)
			continue
		}
		if !f.goesOnSubject(i, lines, order) {
			break
		}
		f.label(i, Subject)
		lines++
	}
	if lines == longestSubject {
		f.doubt(i-1, "trích yếu dài bất thường, có thể lẫn dòng của nội dung")
	}
	return i
}

// goesOnSubject tells whether a line is the abstract's, with so many lines of it above.
func (f *finder) goesOnSubject(i, lines, order int) bool {
	e, l := f.lines[i], f.out.Lines[i]
	if l.Table || l.Side != Whole || f.isNote(i) || begins(f.folded(i), f.w.addressee) || i == order || f.isAppendixLabel(i) {
		return false
	}
	if f.opensGround(i, lines > 0) || f.structural(i) || last(l.Text) == ":" {
		return false
	}
	if lines == 0 {
		return !l.Look.Known || l.Look.Bold || l.Look.Centered
	}
	if strings.ContainsAny(last(f.text(i-1)), ".;:") || labelledLine.MatchString(l.Text) || len(l.Text) > longestSubjectLine {
		return false
	}
	if order > 0 && e.upper && (!f.lines[i-1].upper || i >= f.authorityFrom(i, order)) {
		return false // thẩm quyền ban hành
	}
	if l.Look.Known {
		return l.Look.Bold || l.Look.Centered
	}
	if f.lines[i-1].upper != e.upper && !f.lines[i-1].parted {
		return false
	}
	first, _ := utf8First(l.Text)
	if unicode.IsLower(first) || e.upper {
		return true
	}
	// A further line that begins with a capital: the abstract's where it is short and ends open, and more follows
	// that is none.
	return len(l.Text) < 100 && !strings.ContainsAny(last(l.Text), ".;:") && f.folded(i) != ""
}

// authorityFrom gives where thẩm quyền ban hành begins in lines of capitals from i on, with an abstract in capitals above it:
// at the last line that begins with a post; without one, at the name of the issuer, or else at the last line that begins
// like a body, as a line of an abstract may too («TỔ CHỨC HỘI NGHỊ …»).
func (f *finder) authorityFrom(i, order int) int {
	post, issuer, body := -1, -1, -1
	for k := i; k < order && f.lines[k].upper; k++ {
		switch {
		case begins(f.folded(k), f.w.posts):
			post = k
		case issuer < 0 && f.namesIssuer(k):
			issuer = k
		case begins(f.folded(k), f.w.bodies):
			body = k
		}
	}
	for _, from := range []int{post, issuer, body} {
		if from >= 0 {
			return from
		}
	}
	return order
}

// namesIssuer tells a line that begins with the first line of the issuer's name in the header.
func (f *finder) namesIssuer(i int) bool {
	start := f.out.Parts[f.part].From
	for k := start; k < min(i, start+longestHeader); k++ {
		if f.out.Lines[k].Kind == Issuer {
			return strings.HasPrefix(f.folded(i), f.folded(k))
		}
	}
	return false
}

// labelledLine is a line of the text that says what it is of: «Thời gian: 19 giờ 30 phút».
var labelledLine = regexp.MustCompile(`^\p{Lu}[\p{L} ,]{2,30}: `)

// last is the last character of a text.
func last(s string) string {
	if s == "" {
		return ""
	}
	return s[len(s)-1:]
}
