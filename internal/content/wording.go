package content

import (
	"fmt"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

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
