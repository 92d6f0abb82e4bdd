package content

import (
	"fmt"
	"regexp"
	"strings"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/viet"
)

// mergeField is what a merge leaves when it fails: «Ho_ten», «HO_TEN1». A word in such quotes is a quotation.
var mergeField = regexp.MustCompile(`«\s*([A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+)\s*»`)

// placeholders reports what should have been filled in.
func (c *checker) placeholders() {
	s := c.passage.Text
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
		c.placeholder(s[i:end])
	}
	if strings.Contains(s, "«") {
		if m := mergeField.FindString(s); m != "" {
			c.placeholder(strings.Trim(m, "«»"))
		}
	}
	if c.passage.Kind == Ground && strings.ContainsAny(s, ".…_") {
		if m := blankNumber.FindStringIndex(s); m != nil {
			c.report(slip{id: IDBlank, severity: diag.Warning, message: fmt.Sprintf("căn cứ còn chỗ trống chưa điền: «%s»", around(s, m[0], m[1])), hint: "điền đủ số, ký hiệu, ngày tháng năm của văn bản làm căn cứ"})
		}
	}
}

func (c *checker) placeholder(what string) {
	c.report(slip{id: IDPlaceholder, severity: diag.Error, message: fmt.Sprintf("còn chỗ chưa điền: «%s»", clip(what, 60)), hint: "điền nội dung, hoặc bỏ chỗ này", group: what})
}

var blankNumber = regexp.MustCompile(`(?:số:?|ngày)\s*(?:\.{2,}|…|_{2,})`)

// abolished reports units that no longer exist at the day of the document, where the text has them act: among
// recipients and addressees, and in the plural of today («UBND các huyện»).
func (c *checker) abolished() {
	from, err := viet.ParseDate(c.words.tables["moc"]["bai_bo_tu"])
	date := c.main().Date
	if err != nil || date.Year == 0 || date.Last().Before(from) {
		return
	}
	k := c.passage.Kind
	names := c.words.list("bai_bo")
	if k == Recipient || k == Addressee {
		names = c.words.list("bai_bo_noi_nhan")
	} else if !c.passage.body() {
		return
	}
	for i := range c.tokens {
		p, n := names.match(c.tokens, i)
		if n == 0 || c.formerly(i, date) {
			continue
		}
		here := c.passage.Text[c.tokens[i].start:c.tokens[i+n-1].end]
		c.report(slip{id: IDAbolished, severity: diag.Warning, message: fmt.Sprintf("«%s»: không còn đơn vị hành chính cấp này từ ngày %s", here, from.Short()),
			hint: c.words.tables["moc"]["bai_bo_goi_y"], group: strings.Join(p.keys, " "), here: around(c.passage.Text, c.tokens[i].start, c.tokens[i+n-1].end)})
		return
	}
}

// longestSentence is how many words before and behind a place are taken for its sentence.
const longestSentence = 120

// formerly tells whether the sentence speaks of what was: it cites a document, names an earlier year, or says so.
func (c *checker) formerly(i int, now viet.Date) bool {
	from, to := i, i
	for from > 0 && i-from < longestSentence && !sentenceEnd(c.tokens[from-1]) {
		from--
	}
	for to < len(c.tokens) && to-i < longestSentence && !sentenceEnd(c.tokens[to]) {
		to++
	}
	for j := from; j < to; j++ {
		t := c.tokens[j]
		if t.kind == figure && len(t.text) == 4 && (strings.HasPrefix(t.text, "19") || strings.HasPrefix(t.text, "20")) && atoi(t.text) < now.Year {
			return true
		}
		if c.words.list("cu").beginsAt(c.tokens, j) {
			return true
		}
		if _, n := c.docTypes.match(c.tokens, j); n > 0 && at(c.tokens, j+n) == "số" {
			return true
		}
	}
	return false
}

func sentenceEnd(t token) bool {
	return t.text == "." || t.text == ";" || t.text == "!" || t.text == "?"
}
