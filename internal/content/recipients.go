package content

import (
	"fmt"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// recipients checks nơi nhận (ô 9b; Phụ lục I, mục II.9).
func (c *checker) recipients() {
	if c.part.Role != Main {
		return
	}
	for _, l := range c.part.of(File) {
		c.fileOffice(l)
	}
	if c.text.Made {
		return
	}
	items, sure := c.listed(Recipient, File)
	if len(items) == 0 || !sure {
		return
	}
	c.lastArticle(&items[0])
	c.asAbove(items)
	if len(c.part.of(File)) == 0 && !c.filed(items) {
		c.report(slip{id: IDRecipients, severity: diag.Error, pos: items[len(items)-1].Pos, message: "nơi nhận không có dòng lưu",
			hint: "thêm dòng cuối như «" + c.std.Recipients.Before + strings.ReplaceAll(c.std.Recipients.File, "{luu}", c.words.tables["moc"]["luu_mau"]) + c.std.Recipients.Last + "»"})
	}
	c.itemMarks(IDRecipients, diag.Error, "nơi nhận", items, c.std.Recipients.Before, c.std.Recipients.After, c.std.Recipients.Last)
}

// filed tells whether a recipient speaks of the file copy on a line with others: «Như Điều 3; Lưu: VT».
func (c *checker) filed(items []Passage) bool {
	label, _, _ := strings.Cut(c.std.Recipients.File, "{luu}")
	word := keys(label)
	for _, it := range items {
		tokens := tokenize(it.Text)
		for i := range tokens {
			if len(word) > 0 && tokens[i].key == word[0] {
				return true
			}
		}
	}
	return false
}

// listed gives the items of a list: a line with a dash, and the lines that go on with it. It is not sure where
// a line may be of something else.
func (c *checker) listed(kinds ...Kind) (items []Passage, sure bool) {
	for i := range c.part.Passages {
		p := c.part.Passages[i]
		if p.Kind != kinds[0] && p.Kind != kinds[len(kinds)-1] {
			continue
		}
		if p.Doubt {
			return nil, false
		}
		if n := len(items); n > 0 && len(items[n-1].Text) < longestItem && !dashed(p.Text) && !strings.HasSuffix(items[n-1].Text, ";") {
			items[n-1].Text += " " + p.Text
		} else {
			items = append(items, p)
		}
	}
	return items, true
}

// longestItem is how many bytes of lines are joined to one item.
const longestItem = 2000

// listMarks are what items begin with in real files.
const listMarks = "-–—+•*· "

// dashed tells whether a line begins with the mark of an item.
func dashed(s string) bool {
	for _, m := range []string{"-", "–", "—", "+", "•", "*", "·"} {
		if strings.HasPrefix(s, m) {
			return true
		}
	}
	return false
}

// itemMarks checks what each item of a list begins and ends with. Where no item has a dash the file may hold
// them as bullets, which nobody sees in the text.
func (c *checker) itemMarks(id string, severity diag.Severity, what string, items []Passage, before, after, last string) {
	before = strings.TrimSpace(before)
	some := false
	for _, it := range items {
		some = some || dashed(it.Text)
	}
	for i, it := range items {
		want := after
		if i == len(items)-1 {
			want = last
		}
		switch {
		case some && !dashed(it.Text):
			c.report(slip{id: id, severity: severity, pos: it.Pos, message: fmt.Sprintf("%s «%s» không có gạch đầu dòng", what, beginning(it.Text)), hint: "bắt đầu bằng dấu «" + before + "»", group: "dash", here: beginning(it.Text)})
		case some && !strings.HasPrefix(it.Text, before) && !strings.HasPrefix(it.Text, "+"): // «+» stands one step below
			c.report(slip{id: id, severity: severity, pos: it.Pos, message: fmt.Sprintf("%s «%s» không bắt đầu bằng dấu gạch nối", what, beginning(it.Text)), hint: "gõ dấu «" + before + "» ở đầu dòng", group: "hyphen", here: beginning(it.Text)})
		}
		if !strings.HasSuffix(it.Text, want) {
			c.report(slip{id: id, severity: severity, pos: it.Pos, message: fmt.Sprintf("%s «%s» không kết thúc bằng dấu «%s»", what, beginning(it.Text), want),
				hint: "mỗi dòng kết thúc bằng dấu «" + after + "», dòng cuối kết thúc bằng dấu «" + last + "»", group: "end", here: beginning(it.Text)})
		}
	}
}

// fileOffice checks that the line of the file copy names the office that every document is filed with, and has
// the standard's label.
func (c *checker) fileOffice(l *Passage) {
	label, _, _ := strings.Cut(c.std.Recipients.File, "{luu}")
	text := strings.TrimLeft(l.Text, listMarks)
	if !c.text.Made {
		bare := strings.TrimRight(strings.TrimSpace(label), ":")
		if strings.HasSuffix(strings.TrimSpace(label), ":") && viet.Fold(firstWord(text)) == viet.Fold(bare) && !strings.Contains(clip(text, len(bare)+4), ":") {
			c.report(slip{id: IDRecipients, severity: diag.Error, pos: l.Pos, message: fmt.Sprintf("dòng lưu «%s» thiếu dấu hai chấm", text), hint: "viết «" + bare + ": …»"})
		}
	}
	if offices := c.words.list("luu_bat_buoc"); len(offices.phrases) > 0 && !l.Doubt && !offices.within(tokenize(text)) {
		c.report(slip{id: IDRecipients, severity: diag.Warning, pos: l.Pos, message: fmt.Sprintf("dòng lưu «%s» không có «%s»", text, offices.phrases[0].text),
			hint: "văn bản lưu ở văn thư cơ quan: ghi «" + offices.phrases[0].text + "» trước đơn vị soạn thảo"})
	}
}

// asAbove checks the first recipient «Như trên»: it stands where there is a kính gửi, and only there.
func (c *checker) asAbove(items []Passage) {
	above := viet.Fold(c.std.Addressees.FirstLine)
	has := false
	for _, it := range items {
		has = has || strings.HasPrefix(viet.Fold(strings.TrimLeft(it.Text, listMarks)), above)
	}
	addressed := len(c.part.of(Addressee)) > 0
	for i := range c.part.Passages { // «điện:» and «kính mời:» address as well
		p := &c.part.Passages[i]
		addressed = addressed || p.body() && c.words.list("cung_la_kinh_gui").within(tokenize(p.Text))
	}
	switch {
	case has && !addressed:
		c.report(slip{id: IDRecipients, severity: diag.Warning, pos: items[0].Pos,
			message: fmt.Sprintf("nơi nhận ghi «%s» nhưng văn bản không có kính gửi", c.std.Addressees.FirstLine), hint: "bỏ dòng này, ghi rõ nơi nhận"})
	case !has && len(c.part.of(Addressee)) > 0:
		c.report(slip{id: IDRecipients, severity: diag.Warning, pos: items[0].Pos,
			message: fmt.Sprintf("văn bản có kính gửi nhưng nơi nhận không có dòng «%s»", c.std.Addressees.FirstLine),
			hint:    "thêm «" + c.std.Recipients.Before + c.std.Addressees.FirstLine + c.std.Recipients.After + "» làm dòng đầu"})
	}
}

// addressees checks kính gửi (ô 9a; Phụ lục I, mục II.9.d).
func (c *checker) addressees() {
	list := c.part.of(Addressee)
	if c.part.Role != Main || len(list) == 0 || list[0].Doubt {
		return
	}
	if c.text.Made {
		for _, l := range list {
			if parts := strings.Split(strings.TrimRight(l.Text, ";. "), ";"); len(parts) > 1 {
				c.report(slip{id: IDAddressees, severity: diag.Warning, pos: l.Pos, message: fmt.Sprintf("kính gửi ghi %d nơi trên một dòng", len(parts)), hint: "ghi mỗi nơi một mục"})
			}
		}
		return
	}
	if c.part.Order {
		c.report(slip{id: IDAddressees, severity: diag.Warning, pos: list[0].Pos, message: "văn bản có mệnh lệnh ban hành không có kính gửi", hint: "bỏ dòng kính gửi, ghi nơi nhận ở cuối văn bản"})
		return
	}
	label := strings.TrimSpace(c.std.Addressees.Label)
	first := list[0].Text
	if i := strings.Index(first, ":"); i >= 0 && viet.Fold(first[:i]) == viet.Fold(strings.TrimRight(label, ":")) {
		first = strings.TrimSpace(first[i+1:])
	}
	if bare := strings.TrimRight(label, ":"); bare != label && viet.Fold(clip(list[0].Text, len(bare))) == viet.Fold(bare) && !strings.HasPrefix(strings.TrimSpace(list[0].Text[min(len(bare), len(list[0].Text)):]), ":") {
		c.report(slip{id: IDAddressees, severity: diag.Warning, pos: list[0].Pos, message: fmt.Sprintf("sau «%s» thiếu dấu hai chấm", bare), hint: "viết «" + label + " …»"})
		return
	}
	items, sure := c.listed(Addressee)
	if !sure {
		return
	}
	switch {
	case strings.Count(first, ";") > 0 && strings.TrimRight(first, ";. ") != strings.TrimRight(strings.Split(first, ";")[0], ";. "):
		c.report(slip{id: IDAddressees, severity: diag.Warning, pos: list[0].Pos, message: "kính gửi ghi nhiều nơi trên một dòng", hint: "xuống dòng, mỗi nơi một dòng, bắt đầu bằng dấu «-»"})
	case first == "" && len(items) > 2:
		c.itemMarks(IDAddressees, diag.Warning, "kính gửi", items[1:], c.std.Addressees.Before, c.std.Addressees.After, c.std.Addressees.Last)
	case first == "" && len(items) == 2 && dashed(items[1].Text) && !c.listGoesOn(items[1]):
		c.report(slip{id: IDAddressees, severity: diag.Warning, pos: list[0].Pos, message: "kính gửi một nơi mà viết thành danh sách", hint: "viết trên cùng dòng: «" + label + " …»"})
	}
}

// listGoesOn tells whether a list goes on below an item in lines that were taken for something else.
func (c *checker) listGoesOn(last Passage) bool {
	for i := range c.part.Passages {
		if c.part.Passages[i].Pos == last.Pos && i+1 < len(c.part.Passages) {
			return c.part.Passages[i+1].Kind == Item
		}
	}
	return false
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	return w
}
