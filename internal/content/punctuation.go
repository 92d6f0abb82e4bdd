package content

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"vanban/internal/diag"
)

// punctuation checks blanks around marks, and brackets.
func (c *checker) punctuation() {
	if !c.passage.prose() {
		return
	}
	for i := range c.tokens {
		t := c.tokens[i]
		if t.kind == mark {
			c.blankBefore(i)
			c.blankAfter(i)
		}
	}
	c.doubleBlanks()
	c.brackets()
}

func (c *checker) spacing(what, hint string, start, end int) {
	c.report(slip{id: IDPunctuation, severity: diag.Warning, message: fmt.Sprintf("%s: «%s»", what, around(c.passage.Text, start, end)), hint: hint,
		group: what, here: around(c.passage.Text, start, end)})
}

// blankBefore reports a blank before a mark that follows a word. Dots that are left to be filled in, the end
// mark «./.» and marks between figures («1 : 500») are none of it.
func (c *checker) blankBefore(i int) {
	t := c.tokens[i]
	if i == 0 || !t.gap || c.tokens[i-1].kind == mark && c.tokens[i-1].text != ")" && c.tokens[i-1].text != "”" && c.tokens[i-1].text != "%" {
		if t.text == ")" && i > 0 && t.gap && c.tokens[i-1].text != "…" && c.tokens[i-1].text != "_" && c.tokens[i-1].text != "." && c.tokens[i-1].text != "(" {
			c.spacing("có dấu cách trước dấu đóng ngoặc", "bỏ dấu cách", t.start, t.end)
		}
		return
	}
	switch t.text {
	case ",", ";", "!", "?", ")":
	case ":":
		if c.tokens[i-1].kind == figure && i+1 < len(c.tokens) && c.tokens[i+1].kind == figure {
			return
		}
	case ".":
		if i+1 < len(c.tokens) && (!c.tokens[i+1].gap || c.tokens[i+1].text == ".") || i+1 == len(c.tokens) && c.tokens[i-1].kind == figure {
			return // «./.», «...», «.com»
		}
	default:
		return
	}
	if t.text == ")" {
		c.spacing("có dấu cách trước dấu đóng ngoặc", "bỏ dấu cách", t.start, t.end)
		return
	}
	c.spacing("có dấu cách trước dấu «"+t.text+"»", "viết dấu liền với chữ trước", t.start, t.end)
}

// blankAfter reports a mark between two words without a blank behind it. Names on the net and short forms have
// such dots and strokes by right.
func (c *checker) blankAfter(i int) {
	t := c.tokens[i]
	if i == 0 || i+1 >= len(c.tokens) {
		return
	}
	before, after := c.tokens[i-1], c.tokens[i+1]
	if t.text == "(" && after.gap && after.kind != mark {
		c.spacing("có dấu cách sau dấu mở ngoặc", "bỏ dấu cách", t.start, t.end)
		return
	}
	if after.gap || t.gap || before.kind != word || after.kind != word {
		return
	}
	one := utf8.RuneCountInString(before.text) == 1 && utf8.RuneCountInString(after.text) == 1
	switch t.text {
	case ",", ";":
		if one {
			return
		}
	case ":":
		if shapeOf(before.text) != small || shapeOf(after.text) != capital {
			return
		}
	case ".":
		if shapeOf(before.text) != small || shapeOf(after.text) != capital || utf8.RuneCountInString(before.text) < 2 ||
			c.words.list("viet_tat_co_dau_cham").exact(before.text) || c.netName(i) || ascii(after.text) {
			return
		}
	default:
		return
	}
	c.spacing("thiếu dấu cách sau dấu «"+t.text+"»", "thêm một dấu cách sau dấu «"+t.text+"»", t.start, t.end)
}

func ascii(s string) bool { return len(s) == utf8.RuneCountInString(s) }

// netName tells whether the mark at i stands in an address of the net.
func (c *checker) netName(i int) bool {
	s, at, _ := window(c.passage.Text, c.tokens[i].start, c.tokens[i].end)
	from := strings.LastIndexFunc(s[:at], unicode.IsSpace) + 1
	to := len(s)
	if j := strings.IndexFunc(s[at:], unicode.IsSpace); j >= 0 {
		to = at + j
	}
	return strings.ContainsAny(s[from:to], "@/\\") || strings.HasPrefix(s[from:to], "www")
}

// doubleBlanks reports two or three blanks in a row between words. More are an alignment, and blanks around
// «ngày», «tháng», «năm» and strokes a place to be filled in.
func (c *checker) doubleBlanks() {
	s, tokens := c.passage.Text, c.tokens
	if c.passage.Raw != "" {
		s = c.passage.Raw
	}
	if !strings.Contains(s, "  ") || c.passage.Kind == Cell {
		return
	}
	if c.passage.Raw != "" {
		tokens = tokenize(s)
	}
	for i := 1; i < len(tokens); i++ {
		before, t := tokens[i-1], tokens[i]
		gap := s[before.end:t.start]
		if len(gap) < 2 || len(gap) > 3 || strings.Trim(gap, " ") != "" {
			continue
		}
		if fillIn(before) || fillIn(t) || before.text == ")" && i <= 2 { // «c)  Đơn vị»: behind the mark of a list
			continue
		}
		between := "«" + before.text + "» và «" + t.text + "»"
		c.report(slip{id: IDPunctuation, severity: diag.Warning, message: "có hai dấu cách liền nhau giữa " + between, hint: "chỉ để một dấu cách", group: "double",
			here: around(s, before.end, t.start)})
	}
}

func fillIn(t token) bool {
	switch t.key {
	case "ngày", "tháng", "năm", "số", "giờ", "phút", "/", "-", "…", ".", "_", ":", "hồi", "lúc":
		return true
	}
	return false
}

// brackets reports a bracket that is opened and not closed in a passage that ends as a sentence does, or closed and not
// opened.
func (c *checker) brackets() {
	s := c.passage.Text
	if !strings.ContainsAny(s, "()") || !c.passage.body() || c.passage.Kind == Cell || c.passage.Doubt {
		return
	}
	if !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, ";") || strings.HasSuffix(s, "..") {
		return
	}
	open, closed := c.unmatched()
	if open >= 0 && !c.closedBelow() {
		c.report(slip{id: IDBracket, severity: diag.Warning, message: fmt.Sprintf("dấu mở ngoặc chưa được đóng: «%s»", around(s, open, open+1)), hint: "thêm dấu đóng ngoặc"})
	}
	if closed >= 0 && !c.openedAbove() {
		c.report(slip{id: IDBracket, severity: diag.Warning, message: fmt.Sprintf("dấu đóng ngoặc không có dấu mở: «%s»", around(s, closed, closed+1)), hint: "thêm dấu mở ngoặc, hoặc bỏ dấu đóng"})
	}
}

// unmatched gives the place of the last bracket that is not closed, and of the first that was not opened; -1 for none.
// The bracket behind a letter or number of a list («a)») is none.
func (c *checker) unmatched() (open, closed int) {
	closed = -1
	var opened []int
	for i, t := range c.tokens {
		switch {
		case t.text == "(":
			opened = append(opened, t.start)
		case t.text != ")":
		case len(opened) > 0:
			opened = opened[:len(opened)-1]
		case closed < 0 && i > 0 && (c.tokens[i-1].kind == mark || utf8.RuneCountInString(c.tokens[i-1].text) > 2):
			closed = t.start
		}
	}
	if len(opened) == 0 {
		return -1, closed
	}
	return opened[len(opened)-1], closed
}

// bracketsAway is how many paragraphs a bracket may reach over.
const bracketsAway = 3

func (c *checker) closedBelow() bool {
	for i := c.at + 1; i < len(c.part.Passages) && i <= c.at+bracketsAway; i++ {
		if next := c.part.Passages[i].Text; strings.Count(next, ")") > strings.Count(next, "(") {
			return true
		}
	}
	return false
}

func (c *checker) openedAbove() bool {
	for i := c.at - 1; i >= 0 && i >= c.at-bracketsAway; i-- {
		if last := c.part.Passages[i].Text; strings.Count(last, "(") > strings.Count(last, ")") {
			return true
		}
	}
	return false
}

// quotation reports a part in which one quotation mark is missing. Where more are, the author uses them otherwise.
func (c *checker) quotation() {
	type place struct{ passage, at int }
	var open *place
	var alone []place
	for i := range c.part.Passages {
		p := &c.part.Passages[i]
		if !p.body() {
			continue
		}
		for at, r := range p.Text {
			switch {
			case r == '“':
				if open != nil { // it was never closed
					alone = append(alone, *open)
				}
				open = &place{i, at}
			case r == '”' && open != nil:
				open = nil
			case r == '”' && !measured(p.Text[:at]):
				alone = append(alone, place{i, at})
			}
		}
	}
	if open != nil {
		alone = append(alone, *open)
	}
	if len(alone) != 1 || c.part.Passages[alone[0].passage].Doubt {
		return
	}
	p, at := &c.part.Passages[alone[0].passage], alone[0].at
	c.report(slip{id: IDBracket, severity: diag.Warning, pos: p.Pos,
		message: fmt.Sprintf("dấu ngoặc kép thiếu một bên: «%s»", around(p.Text, at, at+len("“"))), hint: "thêm dấu mở «“» hoặc dấu đóng «”»"})
}

// measured tells whether a text ends with a number of one or two figures: a mark behind it stands for inches or seconds.
func measured(before string) bool {
	figures := len(before) - len(strings.TrimRight(before, "0123456789"))
	return figures == 1 || figures == 2
}
