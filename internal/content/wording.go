package content

import (
	"fmt"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// abolished reports units that no longer exist at the day of the document, where the text has them act: among
// recipients and addressees, in the plural of today («UBND các huyện»), and behind words that give them work.
func (c *checker) abolished() {
	date := c.main().Date
	k := c.passage.Kind
	listed := k == Recipient || k == Addressee
	if date.Year == 0 || !listed && !c.passage.body() {
		return
	}
	c.renamedBody(date)
	from, err := viet.ParseDate(c.words.tables["moc"]["bai_bo_tu"])
	if err != nil || date.Last().Before(from) {
		return
	}
	for i := range c.tokens {
		p, n := c.words.list("bai_bo").match(c.tokens, i)
		if n == 0 && (listed || c.words.list("giao_viec").before(c.tokens, i)) {
			p, n = c.words.list("bai_bo_noi_nhan").match(c.tokens, i)
		}
		if n == 0 || c.formerly(i, date) {
			continue
		}
		here := c.passage.Text[c.tokens[i].start:c.tokens[i+n-1].end]
		c.report(slip{id: IDAbolished, severity: diag.Warning, message: fmt.Sprintf("«%s»: không còn đơn vị hành chính cấp này từ ngày %s", here, from.Short()),
			hint: c.words.tables["moc"]["bai_bo_goi_y"], group: strings.Join(p.keys, " "), here: around(c.passage.Text, c.tokens[i].start, c.tokens[i+n-1].end)})
		return
	}
}

// renamedBody reports ministries and departments that were merged into others before the day of the document. In a table
// they may be the issuers of older documents.
func (c *checker) renamedBody(date viet.Date) {
	from, err := viet.ParseDate(c.words.tables["moc"]["doi_ten_tu"])
	if err != nil || date.Last().Before(from) || c.passage.Kind == Cell {
		return
	}
	for i := range c.tokens {
		p, n := c.renamed.match(c.tokens, i)
		if n == 0 || shapeOf(c.tokens[i].text) == small || c.issued(i, i+n) || c.formerly(i, date) {
			continue
		}
		here := c.passage.Text[c.tokens[i].start:c.tokens[i+n-1].end]
		c.report(slip{id: IDRenamed, severity: diag.Warning, message: fmt.Sprintf("«%s»: không còn cơ quan mang tên này từ ngày %s", here, from.Short()),
			hint: "phần lớn nhiệm vụ nay do " + c.words.tables["doi_ten"][p.text] + " thực hiện; ghi cơ quan đang thực hiện nhiệm vụ đó", group: p.text,
			here: around(c.passage.Text, c.tokens[i].start, c.tokens[i+n-1].end)})
	}
}

// issued tells whether papers are spoken of that the body whose name stands from from to to has issued: «giấy phép do Sở …
// tỉnh cấp».
func (c *checker) issued(from, to int) bool {
	const near = 4 // words of the province
	if at(c.tokens, from-1) != "do" {
		return false
	}
	for i := to; i < min(len(c.tokens), to+near) && c.tokens[i].kind == word; i++ {
		if c.words.list("giay_to_da_cap").beginsAt(c.tokens, i) {
			return true
		}
	}
	return false
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
	return c.past(from, to, now)
}

// past tells whether the tokens from from to to speak of what was. «trước ngày …» does where the day has passed.
func (c *checker) past(from, to int, now viet.Date) bool {
	for j := from; j < to; j++ {
		t := c.tokens[j]
		if t.kind == figure && len(t.text) == 4 && (strings.HasPrefix(t.text, "19") || strings.HasPrefix(t.text, "20")) && atoi(t.text) < now.Year {
			return true
		}
		if p, n := c.words.list("cu").match(c.tokens, j); n > 0 {
			if p.keys[n-1] != "ngày" {
				return true
			}
			if days := daysOf(clip(c.passage.Text[c.tokens[j].start:], 60)); len(days) == 0 || days[0].date.Before(now) {
				return true
			}
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
