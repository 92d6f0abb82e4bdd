package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"vanban/internal/standard"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// stamps: độ khẩn and phạm vi lưu hành stand in a frame, and in the colour that the standard gives them. Their letters
// are judged with those of the other components.
func (i *inspection) stamps() {
	for _, m := range []struct {
		kind  zone.Kind
		marks *standard.Marks
	}{{zone.Urgency, &i.Standard.Urgency}, {zone.Circulation, &i.Standard.Circulate}} {
		style := i.Standard.Styles[m.marks.Style]
		for _, n := range i.documents() {
			for _, s := range i.of(n, m.kind) {
				if style == nil || i.runIn(s) {
					continue
				}
				b := breach{id: IDMark, at: s, clause: style.Clause}
				if m.marks.Frame && !i.framed(s) {
					b.what, b.cure = fmt.Sprintf("%s «%s» không có khung", m.kind, s.line.Text), "đặt con trỏ vào dòng này, vào Viền (Borders) › Viền ngoài (Outside Borders); hoặc đặt chữ trong hộp văn bản có viền"
					i.report(b)
				}
				for _, r := range s.runs() {
					if style.Color != "" && !near(r.Color, style.Color) {
						b.what = fmt.Sprintf("%s «%s» %s, phải màu %s", m.kind, s.line.Text, shownColour(r.Color), colourName(style.Color))
						b.cure = "chọn chữ đó, vào Màu phông (Font Color), chọn màu như khi đóng dấu"
						i.report(b)
						break
					}
				}
			}
		}
	}
}

// framed tells a paragraph with a frame around it, or near a shape that may be one.
func (i *inspection) framed(s *spot) bool {
	all := func(b word.Borders) bool {
		return b.Top.Visible() && b.Bottom.Visible() && b.Left.Visible() && b.Right.Visible()
	}
	if s.box != nil && !s.box.NoLine || all(s.p.Borders) || s.cell != nil && all(s.cell.Borders) ||
		s.share(func(r *word.Run) bool { return r.Framed }) > 0.5 {
		return true
	}
	const reach = 4 // paragraphs
	for k := max(0, s.index-reach); k <= s.index+reach && k < len(i.flow); k++ {
		if slices.ContainsFunc(i.flow[k].p.Shapes(), func(shape *word.Shape) bool { return shape != s.box && shape.Kind != word.LineShape && !shape.NoLine }) {
			return true
		}
	}
	return false
}

// near tells a colour that the eye takes for another: each part of it high or low as there.
func near(color, want string) bool {
	is, err1 := strconv.ParseUint(color, 16, 32)
	to, err2 := strconv.ParseUint(want, 16, 32)
	if err1 != nil || err2 != nil {
		return color == want
	}
	const far = 0x60
	for shift := 0; shift <= 16; shift += 8 {
		a, b := int(is>>shift&0xFF), int(to>>shift&0xFF)
		if a-b > far || b-a > far {
			return false
		}
	}
	return true
}

func shownColour(color string) string {
	if color == "" {
		return "màu đen"
	}
	return "màu " + colourName(color)
}

// contacts: the letters of địa chỉ, điện thoại … at the foot of page 1.
func (i *inspection) contacts() {
	style := i.Standard.Styles[i.Standard.Contact.Style]
	if style == nil {
		return
	}
	for k := range i.Found.Lines {
		l := &i.Found.Lines[k]
		if l.Kind != zone.Contact || !l.Foot || l.Table {
			continue
		}
		if p := i.paragraphs[l.Ref]; p != nil && i.byParagraph[p] == nil {
			i.lookAt(&spot{p: p, index: -1, text: p.Text(), line: l}, look{zone.Contact, IDContact, style, all, false})
		}
	}
}

// signatureAlone: the signature begins a page by a break that somebody set, with none of the text on it.
func (i *inspection) signatureAlone() {
	for _, n := range i.documents() {
		var text, tail *spot
		for _, s := range i.lines {
			if s.line.Part != n || !s.sure() {
				continue
			}
			switch s.line.Kind {
			case zone.Body:
				if tail == nil {
					text = s
				}
			case zone.Signatory, zone.Label, zone.Role:
				if tail == nil {
					tail = s
				}
			}
		}
		if text == nil || tail == nil || tail.index < text.index {
			continue
		}
		broken := false
		for k := text.index; k <= tail.index; k++ {
			s := i.flow[k]
			switch {
			case k > text.index && (s.p.PageBreakBefore || s.section != i.flow[k-1].section && s.section != nil && s.section.Break != "continuous"):
				broken = true
			case hasPageBreak(s.p) && (k > text.index || strings.HasSuffix(strings.TrimRight(pageEnd(s.p), " "), "\f")):
				broken = true
			}
		}
		if broken {
			i.report(breach{id: IDSignSplit, at: tail, what: "chữ ký bị tách khỏi nội dung sang trang riêng bằng dấu ngắt trang",
				cure: "xóa dấu ngắt trang trước chữ ký; nếu chữ ký bị đẩy sang trang sau thì để ít nhất hai dòng cuối của nội dung đi cùng (Giữ với đoạn sau)"})
		}
	}
}

// pageEnd is the text of a paragraph with its page breaks as form feeds.
func pageEnd(p *word.Paragraph) string {
	var b strings.Builder
	for k := range p.Runs {
		r := &p.Runs[k]
		switch {
		case r.Gone():
		case r.Kind == word.PageBreak:
			b.WriteByte('\f')
		default:
			b.WriteString(r.Shown())
		}
	}
	return b.String()
}
