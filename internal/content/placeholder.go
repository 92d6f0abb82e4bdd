package content

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"vanban/internal/data"
	"vanban/internal/diag"
)

// mergeField is what a merge leaves when it fails: «Ho_ten», «HO_TEN1». A word in such quotes is a quotation.
var mergeField = regexp.MustCompile(`«\s*([A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+)\s*»`)

// openPlace is a place of a text that should have been filled in, from start to end.
type openPlace struct {
	start, end int
	ours       bool // vanban itself has written it
}

// openPlaces finds the first place of each kind that a text leaves open.
func openPlaces(s string) []openPlace {
	var out []openPlace
	for _, marks := range []struct{ open, close string }{{"{{", "}}"}, {"[[", "]]"}, {data.GapBegins, "]"}, {"<<", ">>"}, {"${", "}"}} {
		i := strings.Index(s, marks.open)
		if i < 0 {
			continue
		}
		end := strings.Index(s[i+len(marks.open):], marks.close)
		if end < 0 {
			continue
		}
		end += i + len(marks.open) + len(marks.close)
		if marks.open == "<<" && !strings.Contains(s[i:end], "_") {
			continue
		}
		out = append(out, openPlace{i, end, marks.open == data.GapBegins})
	}
	if strings.Contains(s, "«") {
		if m := mergeField.FindStringIndex(s); m != nil {
			out = append(out, openPlace{start: m[0], end: m[1]})
		}
	}
	return out
}

// placeholders reports what should have been filled in. A text that tells its readers of such places, as a manual
// does, quotes them.
func (c *checker) placeholders() {
	s := c.passage.Text
	for _, p := range openPlaces(s) {
		if !p.ours && (c.explains && c.passage.body() || inQuotes(s, p) || c.spokenOf(s, p)) {
			continue
		}
		what := strings.Trim(s[p.start:p.end], "«»")
		c.report(slip{id: IDPlaceholder, severity: diag.Error, message: fmt.Sprintf("còn chỗ chưa điền: «%s»", clip(what, 60)), hint: "điền nội dung, hoặc bỏ chỗ này", group: what})
	}
	if c.passage.Kind == Ground && strings.ContainsAny(s, ".…_") {
		if m := blankNumber.FindStringIndex(s); m != nil {
			c.report(slip{id: IDBlank, severity: diag.Warning, message: fmt.Sprintf("căn cứ còn chỗ trống chưa điền: «%s»", around(s, m[0], m[1])), hint: "điền đủ số, ký hiệu, ngày tháng năm của văn bản làm căn cứ"})
		}
	}
}

var blankNumber = regexp.MustCompile(`(?:số:?|ngày)\s*(?:\.{2,}|…|_{2,})`)

// explainsPlaces tells whether the text speaks anywhere of places to be filled in.
func (c *checker) explainsPlaces() bool {
	for i := range c.text.Parts {
		for j := range c.text.Parts[i].Passages {
			p := &c.text.Parts[i].Passages[j]
			if !p.body() {
				continue
			}
			for _, open := range openPlaces(p.Text) {
				if !open.ours && c.spokenOf(p.Text, open) {
					return true
				}
			}
		}
	}
	return false
}

// spokenOf tells whether the words around a place speak of it: «trường «Ten_don_vi»», «chỗ ghi {{ho_ten}} sẽ được thay
// bằng …».
func (c *checker) spokenOf(s string, p openPlace) bool {
	s, from, to := window(s, p.start, p.end)
	before := tokenize(strings.TrimRight(s[:from], " «“\"'("))
	names := c.words.list("ten_cho_dien")
	for n := range before {
		if _, words := names.match(before, n); words > 0 && n+words == len(before) && shapeOf(before[n].text) == small { // «Trường …» is a school
			return true
		}
	}
	about := c.words.list("noi_ve_cho_dien")
	return about.within(before) || about.within(tokenize(s[to:]))
}

// inQuotes tells a place that stands in quotation marks of its own.
func inQuotes(s string, p openPlace) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:p.start])
	after, _ := utf8.DecodeRuneInString(s[p.end:])
	return before == '“' && after == '”' || before == '"' && after == '"' || before == '‘' && after == '’'
}
