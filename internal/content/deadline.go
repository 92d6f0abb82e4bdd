package content

import (
	"fmt"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// deadlines checks the days that a text sets for work to be done by against its own day: «hoàn thành trước ngày
// 15/01/2026» in a plan of February 2026. What speaks of the past, or says which cases are meant («hồ sơ nộp trước ngày
// 01/7/2025 tiếp tục được giải quyết»), is left alone: somebody must be told, and the sentence end with the day.
func (c *checker) deadlines() {
	p, own := c.passage, c.main().Date
	if !p.body() || p.Kind == Cell || c.part.Role != Main || !own.IsFull() || !c.words.list("loai_giao_han").exact(c.main().Type) {
		return
	}
	for _, d := range daysOf(p.Text) {
		if !exists(d.date) || !d.date.Before(own) || own.Year-d.date.Year > 1 {
			continue
		}
		i := 0
		for i < len(c.tokens) && c.tokens[i].start < d.start {
			i++
		}
		if at(c.tokens, i-1) == "ngày" {
			i--
		}
		if c.words.list("truoc_han").before(c.tokens, i) && endsWith(p.Text[d.end:]) && c.told(i, own) {
			c.report(slip{id: IDTimeOutside, severity: diag.Warning, message: fmt.Sprintf("thời hạn «%s» đã qua khi văn bản được ban hành, ngày %s", dayWord(p.Text[d.start:d.end]), own.Short()),
				hint: "xem lại thời hạn, hoặc ngày ban hành", group: "deadline", here: around(p.Text, d.start, d.end)})
		}
	}
}

// endsWith tells whether a sentence, or its part, ends where the text begins.
func endsWith(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	return rest == "" || strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, ";") || strings.HasPrefix(rest, "để ") || strings.HasPrefix(rest, "/.")
}

// told tells whether the sentence before i gives somebody work to do, and does not speak of what was or of files that
// were handed in.
func (c *checker) told(i int, now viet.Date) bool {
	from := i
	for from > 0 && i-from < longestSentence && !sentenceEnd(c.tokens[from-1]) {
		from--
	}
	work, who := false, false
	for j := from; j < i; j++ {
		work = work || c.words.list("viec_phai_lam").beginsAt(c.tokens, j) && !c.words.list("viec_da_lam").before(c.tokens, j)
		who = who || c.words.list("noi_chung").beginsAt(c.tokens, j) || shapeOf(c.tokens[j].text) == capital && c.words.list("don_vi_dau").beginsAt(c.tokens, j)
	}
	return work && who && !c.past(from, i-1, viet.Date{Year: now.Year - 1})
}
