package compose

import (
	"fmt"
	"strings"

	"vanban/internal/doc"
	"vanban/internal/sheet"
)

// recipients are nơi nhận (ô 9b) and, under them, ký hiệu người soạn thảo (ô 12). The author's order is
// kept: a recipients list is never alphabetical.
func (c *composer) recipients() []sheet.Block {
	r := c.doc.Recipients
	form := c.std.Recipients
	items := c.recipientLines()
	if len(items) == 0 {
		return nil
	}
	label := c.style(form.LabelStyle)
	head := &sheet.Paragraph{At: r.Pos, Style: label, Runs: []sheet.Run{{Text: form.Label, Font: label.Font}}, KeepNext: true}
	if form.LabelRule != nil {
		head.Rule = rule(form.LabelRule, c.width(form.Label, label))
	}
	out := []sheet.Block{head}
	st := c.style(form.Style)
	for i, t := range items {
		out = append(out, &sheet.Paragraph{At: t.Pos, Style: st,
			Runs: []sheet.Run{{Text: marked(t.Text, form.Listing, i == len(items)-1), Font: st.Font}}})
	}
	if !r.Drafter.IsZero() {
		drafter := c.style(form.Drafter)
		out = append(out, &sheet.Paragraph{At: r.Drafter.Pos, Style: drafter, Runs: []sheet.Run{{Text: r.Drafter.Text, Font: drafter.Font}}})
	}
	return out
}

// recipientLines are the items with what the decree puts before and after them: «Như Điều n» of the real
// last article, «Như trên» where there is a kính gửi, and the line of the file copy.
func (c *composer) recipientLines() []doc.Text {
	r := c.doc.Recipients
	var out []doc.Text
	switch {
	case len(r.Items) == 0 && r.File.IsZero():
		return nil
	case c.layout.AsArticle:
		out = append(out, doc.Text{Text: c.asLastArticle(), Pos: r.Pos})
	case len(c.doc.Addressees) > 0:
		out = append(out, doc.Text{Text: c.std.Addressees.FirstLine, Pos: r.Pos})
	}
	out = append(out, r.Items...)
	if !r.File.IsZero() {
		out = append(out, doc.Text{Text: strings.ReplaceAll(c.std.Recipients.File, "{luu}", strings.TrimRight(r.File.Text, ". ")), Pos: r.File.Pos})
	}
	return out
}

func (c *composer) asLastArticle() string {
	number := ""
	for _, b := range c.doc.Body {
		if a, ok := b.(*doc.Article); ok {
			number = a.Number
		}
	}
	if number == "" {
		c.fault(IDArticle, c.doc.Pos, fmt.Sprintf("văn bản không có điều nào để ghi «%s» ở nơi nhận", c.std.Recipients.AsArticle))
	}
	return strings.ReplaceAll(c.std.Recipients.AsArticle, "{so}", number)
}

// contact is địa chỉ, điện thoại … (ô 13), at the foot of the first page under a line.
func (c *composer) contact() []sheet.Block {
	var out []sheet.Block
	for i, t := range c.doc.Contact {
		st := c.style(c.std.Contact.Style)
		out = append(out, &sheet.Paragraph{At: t.Pos, Style: st, TopRule: i == 0, Runs: []sheet.Run{{Text: t.Text, Font: st.Font}}})
	}
	return out
}
