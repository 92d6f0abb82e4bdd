package content

import (
	"fmt"
	"unicode/utf8"

	"vanban/internal/diag"
)

// sentences checks how sentences begin, and words typed twice.
func (c *checker) sentences() {
	if !c.passage.prose() {
		return
	}
	for i, t := range c.tokens {
		if t.kind == mark && c.passage.body() {
			c.beginsSmall(i)
		}
		if i > 0 && t.kind == word && t.gap && t.key == c.tokens[i-1].key && shapeOf(t.text) == small && c.words.list("khong_lap").beginsAt(c.tokens[i:i+1], 0) {
			c.repeated(i, 1)
		} else if c.twiceTwo(i) {
			c.repeated(i, 2)
		}
	}
}

// repeated reports n words at i that stand right before it, too.
func (c *checker) repeated(i, n int) {
	from, to := c.tokens[i-n].start, c.tokens[i+n-1].end
	c.report(slip{id: IDRepeated, severity: diag.Warning, message: fmt.Sprintf("chữ «%s» gõ hai lần: «%s»", words(c.tokens[i:i+n]), around(c.passage.Text, from, to)), hint: "bỏ một lần",
		group: "repeated", here: around(c.passage.Text, from, to)})
}

// twiceTwo tells whether two words in small letters at i stand right before it, too: «báo cáo báo cáo». Where one of
// them stands for each of many («từng bước từng bước»), or they are a noun and a verb («tổ chức tổ chức»), they may.
func (c *checker) twiceTwo(i int) bool {
	if i < 2 || i+1 >= len(c.tokens) || c.tokens[i].key == c.tokens[i+1].key || c.words.list("lap_ma_dung").beginsAt(c.tokens, i) || c.words.list("khong_xet_truoc").exact(c.tokens[i].key) || c.tokens[i].key == "ngày" {
		return false
	}
	for j := range 2 {
		a, b := c.tokens[i-2+j], c.tokens[i+j]
		if b.kind != word || a.key != b.key || !b.gap || shapeOf(b.text) != small || i-2+j > 0 && j == 1 && !a.gap {
			return false
		}
	}
	return true
}

// beginsSmall reports a small letter behind a full stop (mục I). Short forms end with a dot as well, so the word
// before must be one of small letters that is none of them.
func (c *checker) beginsSmall(i int) {
	t := c.tokens[i]
	if t.text != "." && t.text != "?" && t.text != "!" || t.gap || i == 0 || i+1 >= len(c.tokens) {
		return
	}
	before, after := c.tokens[i-1], c.tokens[i+1]
	if before.kind != word || shapeOf(before.text) != small || utf8.RuneCountInString(before.text) < 2 || after.kind != word || !after.gap || shapeOf(after.text) != small {
		return
	}
	if len(c.words.list("viet_tat_co_dau_cham").phrases) == 0 || c.words.list("viet_tat_co_dau_cham").exact(before.text) || i > 1 && c.tokens[i-2].text == "." && !before.gap {
		return
	}
	c.report(slip{id: IDCapsSentence, severity: diag.Warning, message: fmt.Sprintf("đầu câu chưa viết hoa: «%s»", around(c.passage.Text, t.start, after.end)), hint: "viết hoa chữ đầu câu, hoặc sửa dấu ở trước",
		group: "small", here: around(c.passage.Text, t.start, after.end)})
}

// ranks checks the words of a rank behind the name of an order: «Huân chương … hạng Ba» (mục V.2).
func (c *checker) ranks() {
	if !c.passage.prose() {
		return
	}
	for i := range c.tokens {
		p, n := c.words.list("hang").match(c.tokens, i)
		if n != 2 || shapeOf(c.tokens[i+1].text) != small {
			continue
		}
		for j := max(0, i-8); j < i; j++ {
			if c.words.list("huan_chuong").beginsAt(c.tokens, j) {
				c.report(slip{id: IDCapsName, severity: diag.Warning, message: fmt.Sprintf("«%s» viết hoa chưa đúng", words(c.tokens[i:i+2])), hint: "viết «" + p.text + "»", group: p.text,
					here: around(c.passage.Text, c.tokens[j].start, c.tokens[i+1].end)})
				break
			}
		}
	}
}

// quotes notes both kinds of quotation marks.
func (c *checker) quotes() {
	if !c.passage.body() {
		return
	}
	for _, t := range c.tokens {
		switch t.text {
		case `"`:
			c.seen.straight.note(t.text, c.passage.Pos)
		case "“", "”":
			c.seen.curly.note(t.text, c.passage.Pos)
		}
	}
}

// quoteMix reports a text that has both.
func (c *checker) quoteMix() {
	straight, curly := &c.seen.straight, &c.seen.curly
	if straight.total == 0 || curly.total == 0 {
		return
	}
	few := straight
	if straight.total > curly.total {
		few = curly
	}
	c.report(slip{id: IDQuoteMix, severity: diag.Info, pos: few.first[few.order[0]],
		message: fmt.Sprintf("hai kiểu dấu ngoặc kép trong một văn bản: «“ ”» (%d dấu) và «\"» (%d dấu)", curly.total, straight.total), hint: "dùng một kiểu cho cả văn bản"})
}
