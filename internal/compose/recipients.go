package compose

import (
	"fmt"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/doc"
	"vanban/internal/sheet"
	"vanban/internal/viet"
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
	c.checkRepeats(r)
	out = append(out, r.Items...)
	if !r.File.IsZero() {
		out = append(out, doc.Text{Text: strings.ReplaceAll(c.std.Recipients.File, "{luu}", strings.TrimRight(r.File.Text, ". ")), Pos: r.File.Pos})
	}
	return out
}

// checkRepeats reports words that the standard prints itself («Như Điều n», «Lưu:») written again in the
// data, and a recipient named twice.
func (c *composer) checkRepeats(r doc.Recipients) {
	own := []string{before(c.std.Recipients.File), before(c.std.Recipients.AsArticle)}
	if len(c.doc.Addressees) > 0 {
		own = append(own, c.std.Addressees.FirstLine)
	}
	seen := map[string]bool{}
	for _, t := range r.Items {
		for _, words := range own {
			if startsWith(t.Text, words) {
				c.fault(IDRepeat, t.Pos, fmt.Sprintf("«%s» ở nơi nhận được in tự động, không ghi lại trong dữ liệu", words),
					"bỏ mục này; nơi lưu ghi ở khóa «luu»")
			}
		}
		if key := viet.Fold(withoutMark(t.Text)); seen[key] {
			c.findings.Add(diag.Diagnostic{ID: IDRepeat, Severity: diag.Warning, Pos: t.Pos,
				Message: fmt.Sprintf("nơi nhận «%s» ghi hai lần", t.Text), Hints: []string{"bỏ một mục"}})
		} else {
			seen[key] = true
		}
	}
	if startsWith(r.File.Text, before(c.std.Recipients.File)) {
		c.fault(IDRepeat, r.File.Pos, fmt.Sprintf("chữ «%s» được in tự động, không ghi lại trong dữ liệu", before(c.std.Recipients.File)),
			"chỉ ghi nơi lưu, như VT, KGVX")
	}
}

// before gives the words of a pattern that stand before its value.
func before(pattern string) string {
	words, _, _ := strings.Cut(pattern, "{")
	return strings.Trim(words, " :")
}

func startsWith(text, words string) bool {
	folded, start := viet.Fold(text), viet.Fold(words)
	return start != "" && (folded == start || strings.HasPrefix(folded, start+" ") || strings.HasPrefix(folded, start+":"))
}

func (c *composer) asLastArticle() string {
	number := ""
	for _, b := range c.doc.Body {
		if a, ok := b.(*doc.Article); ok {
			number = a.Number
		}
	}
	if number == "" {
		c.fault(IDArticle, c.doc.Recipients.Pos, fmt.Sprintf("văn bản không có điều nào để ghi «%s» ở nơi nhận", before(c.std.Recipients.AsArticle)),
			"viết nội dung thành các điều, như «Điều 1. …»")
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
