package compose

import (
	"fmt"
	"slices"
	"strings"

	"vanban/internal/doc"
	"vanban/internal/sheet"
	"vanban/internal/standard"
	"vanban/internal/viet"
)

// typeName is tên loại (ô 5a).
func (c *composer) typeName(p part) {
	t, ok := c.std.Types[p.typeKey]
	if !ok {
		c.fault(IDType, p.pos, fmt.Sprintf("thể thức «%s» không có tên loại «%s»", c.std.ID, p.typeKey))
		return
	}
	if t.Name != "" {
		c.add(c.lines([]doc.Text{{Text: t.Name, Pos: p.pos}}, c.std.TypeName, c.section.Page.TextWidth())...)
	}
}

// subject is trích yếu (ô 5a), centred, without a final full stop.
func (c *composer) subject(p part) { c.subjectLines(p, c.std.Subject) }

// notedSubject is trích yếu with a «(Kèm theo …)» under it, which then has the rule (Mẫu 1.3).
func (c *composer) notedSubject(p part) { c.subjectLines(p, c.std.Noted) }

func (c *composer) subjectLines(p part, form standard.Lines) {
	lines := slices.Clone(p.subject)
	if n := len(lines); n > 0 {
		lines[n-1].Text = withoutMark(lines[n-1].Text)
	}
	c.add(c.lines(lines, form, c.section.Page.TextWidth())...)
}

// authority is thẩm quyền ban hành, above the grounds of a decision.
func (c *composer) authority(part) {
	if !c.doc.Authority.IsZero() {
		c.add(c.lines([]doc.Text{c.doc.Authority}, c.std.Authority, c.section.Page.TextWidth())...)
	}
}

// grounds are the căn cứ, one a paragraph, each with its mark.
func (c *composer) grounds(part) {
	st := c.style(c.std.Grounds.Style)
	for i, g := range c.doc.Grounds {
		text := marked(g.Text, c.std.Grounds, i == len(c.doc.Grounds)-1)
		c.add(&sheet.Paragraph{At: g.Pos, Style: st, Runs: []sheet.Run{{Text: text, Font: st.Font}}})
	}
}

// marked sets the marks of a list around a line, in place of those that the author typed at its end.
func marked(text string, l standard.Listing, last bool) string {
	end := l.After
	if last {
		end = l.Last
	}
	return l.Before + withoutMark(strings.TrimPrefix(text, l.Before)) + end
}

// withoutMark strips the mark that the author typed at the end of a line. An ellipsis is no such mark.
func withoutMark(text string) string {
	text = strings.TrimRight(text, ";, ")
	if strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "..") {
		text = strings.TrimRight(strings.TrimSuffix(text, "."), ";, ")
	}
	return text
}

// addressees is kính gửi (ô 9a): one on the line of the label, several in a list whose dashes stand
// under the colon (Phụ lục I, mục II.9.d).
func (c *composer) addressees(part) {
	to := c.doc.Addressees
	if len(to) == 0 {
		return
	}
	form := c.std.Addressees
	if len(to) == 1 {
		st := c.style(form.Style)
		c.add(&sheet.Paragraph{At: to[0].Pos, Style: st,
			Runs: []sheet.Run{{Text: form.Label + " " + withoutMark(to[0].Text), Font: st.Font}}})
		return
	}
	label := c.style(form.LabelStyle)
	c.add(&sheet.Paragraph{At: to[0].Pos, Style: label, Runs: []sheet.Run{{Text: form.Label, Font: label.Font}}})
	colon := label.IndentLeft + c.width(strings.TrimSuffix(form.Label, ":"), label)
	for i, t := range to {
		last := i == len(to)-1
		st := c.style(form.ListStyle)
		if last {
			st = c.style(form.LastStyle)
		}
		c.add(&sheet.Paragraph{At: t.Pos, Style: st, IndentLeft: colon,
			Runs: []sheet.Run{{Text: marked(t.Text, form.Listing, last), Font: st.Font}}})
	}
}

// issuerName is the issuer as it stands in a sentence: «Ủy ban nhân dân tỉnh …». Empty where the data
// gives it in capitals alone, from which no one can tell the small letters.
func (c *composer) issuerName() string {
	if n := c.doc.Header.Named; !n.IsZero() {
		return n.Text
	}
	name := joined(c.doc.Header.Issuer)
	if name == viet.Upper(name) {
		return ""
	}
	return name
}
