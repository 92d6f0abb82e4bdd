package check

import (
	"fmt"

	"vanban/internal/mend"
	"vanban/internal/standard"
	"vanban/internal/unit"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// number is a page number found in a header or footer.
type number struct {
	header *word.Header
	p      *word.Paragraph
	box    *word.Shape // the text box that it stands in
}

// numbers finds the page numbers of a header; nil gives none.
func numbers(h *word.Header) []number {
	var out []number
	if h == nil {
		return nil
	}
	var look func(blocks []word.Block, box *word.Shape)
	look = func(blocks []word.Block, box *word.Shape) {
		for _, b := range blocks {
			switch b := b.(type) {
			case *word.Paragraph:
				for k := range b.Runs {
					if r := &b.Runs[k]; r.Field != nil && r.Field.Name == fieldPage && !r.Gone() {
						out = append(out, number{h, b, box})
						break
					}
				}
				for _, s := range b.Shapes() {
					look(s.Blocks, s)
				}
			case *word.Table:
				for _, row := range b.Rows {
					for _, c := range row.Cells {
						look(c.Blocks, box)
					}
				}
			}
		}
	}
	look(h.Blocks, nil)
	return out
}

// fieldPage is Word's field of the page number.
const fieldPage = "PAGE"

// onPage gives the page numbers that pages of a kind show, at the head and at the foot.
func (i *inspection) onPage(s *word.Section, k word.PageKind) []number {
	return append(numbers(i.Document.HeaderOf(s, word.InHeader, k)), numbers(i.Document.HeaderOf(s, word.InFooter, k))...)
}

// pageNumbers: số trang, its place and form, and page 1 without.
func (i *inspection) pageNumbers() {
	style := i.Standard.Styles[i.Standard.PageNumber.Style]
	seen := map[*word.Paragraph]bool{}
	any := false
	for _, s := range i.Document.Sections {
		for _, k := range []word.PageKind{word.DefaultPages, word.EvenPages, word.FirstPage} {
			for _, n := range i.onPage(s, k) {
				any = true
				if !seen[n.p] {
					seen[n.p] = true
					i.numberPlace(n)
					i.numberForm(n, s, style)
				}
			}
		}
	}
	first := i.Document.Sections[0]
	if shown := i.onPage(first, word.FirstPage); i.Standard.PageNumber.HideFirst && len(shown) > 0 && !computed(shown[0].p) && first.PageStart <= 1 {
		b := breach{id: IDNumberFirst, place: "trang 1", clause: i.Standard.PageNumber.Clause,
			what: "trang 1 có số trang, phải không hiển thị",
			cure: "bấm đúp vào đầu trang, chọn «Trang đầu tiên khác» (Different First Page), rồi xóa số ở trang 1"}
		if !first.TitlePage && first.Headers.First == nil && first.Footers.First == nil {
			b.fix = func(f *mend.File) bool { return f.HideFirst(sectionAt(first)) }
		}
		i.report(b)
	}
	if !any && i.surelyLong() {
		b := breach{id: IDNumberPlace, place: "đầu trang", clause: i.Standard.PageNumber.Clause,
			what: "văn bản nhiều trang mà không có số trang",
			cure: "vào Chèn (Insert) › Số Trang (Page Number) › Đầu trang, chọn kiểu ở giữa; chọn «Trang đầu tiên khác»"}
		if !i.hasHeaders() {
			b.fix = func(f *mend.File) bool {
				return f.Number(sectionAt(first), i.Standard.Family, i.proper(style, style.SizeRange.Min))
			}
		}
		i.report(b)
	}
}

// hasHeaders tells whether any section shows a header or footer.
func (i *inspection) hasHeaders() bool { return len(i.Document.Headers) > 0 }

// computed tells a number that is shown on some pages only, by a field around it.
func computed(p *word.Paragraph) bool {
	for k := range p.Runs {
		if f := p.Runs[k].Field; f != nil && f.Outer != nil {
			return true
		}
	}
	return false
}

func (i *inspection) numberPlace(n number) {
	b := breach{id: IDNumberPlace, place: n.p.Place.Phrase, clause: i.Standard.PageNumber.Clause}
	switch {
	case n.header.Region == word.InFooter:
		b.what = "số trang ở cuối trang, phải ở giữa lề trên"
		b.cure = "xóa số ở chân trang; vào Chèn (Insert) › Số Trang (Page Number) › Đầu trang, chọn kiểu ở giữa"
	case !i.centred(n):
		b.what = "số trang không ở giữa trang theo chiều ngang"
		b.cure = "bấm đúp vào đầu trang, chọn số trang, bấm Ctrl+E"
		b.fix = func(f *mend.File) bool {
			if n.p.Frame != nil || n.box != nil {
				return false
			}
			var zero unit.Length
			return f.Look(mend.Place{Part: n.p.Place.Part, Start: n.p.Element.Start}, mend.Look{Align: "center", FirstLine: &zero, Left: &zero})
		}
	default:
		return
	}
	i.report(b)
}

// centred tells a page number in the middle of the page, or one of which that cannot be known.
func (i *inspection) centred(n number) bool {
	if f := n.p.Frame; f != nil {
		return f.AlignX == "center" || f.AlignX == "" && f.X > 0 || f.Width > 100*unit.MM && n.p.Align == word.Center
	}
	if n.box != nil {
		return n.box.AlignX == "center" || n.box.AlignX == ""
	}
	if n.p.Place.Table > 0 {
		return true // where the cell lies is not judged
	}
	tabs := 0
	for k := range n.p.Runs {
		r := &n.p.Runs[k]
		switch {
		case r.Field != nil && r.Field.Name == fieldPage:
			if tabs > 0 {
				return tabs == 1 && len(n.p.Tabs) > 0 && n.p.Tabs[0].Align == "center"
			}
			return n.p.Align == word.Center
		case r.Kind == word.PositionTab:
			return r.Text == "center"
		case r.Kind == word.TabKey:
			tabs++
		}
	}
	return n.p.Align == word.Center
}

// numberForm: nothing but the Arabic figure, in the size and face of the standard.
func (i *inspection) numberForm(n number, s *word.Section, style *standard.Style) {
	place := n.p.Place.Phrase
	var others, figure []*word.Run
	for k := range n.p.Runs {
		r := &n.p.Runs[k]
		switch {
		case r.Field != nil && r.Field.Name == fieldPage:
			figure = append(figure, r)
		case r.Kind == word.Text && !r.Gone() && count(r.Text) > 0:
			others = append(others, r)
		case r.Kind == word.Text && !r.Gone() && len(n.p.Text()) < 20 && dashed(r.Text):
			others = append(others, r)
		}
	}
	b := breach{id: IDNumberForm, place: place, clause: i.Standard.PageNumber.Clause, cure: "bấm đúp vào đầu trang, để lại một mình con số"}
	if len(others) > 0 {
		b.what = fmt.Sprintf("số trang viết «%s», chỉ được có chữ số", excerpt(n.p.Text()))
		i.report(b)
	}
	if s.PageFormat != "" && s.PageFormat != "decimal" {
		b.what, b.cure = "số trang không phải chữ số Ả Rập", "vào Chèn (Insert) › Số Trang › Định dạng Số Trang, chọn 1, 2, 3"
		i.report(b)
	}
	for _, r := range figure {
		if r.Size > 0 && !style.SizeRange.Holds(r.Size, i.c.Tolerance.Size) {
			want := clamp(r.Size, style.SizeRange)
			b.what = fmt.Sprintf("số trang cỡ %s, phải %s", pt(r.Size), betweenPt(style.SizeRange))
			b.cure = "chọn số trang, sửa cỡ chữ"
			b.fix = func(f *mend.File) bool {
				return f.Look(mend.Place{Part: n.p.Place.Part, Start: n.p.Element.Start}, mend.Look{Size: want})
			}
			i.report(b)
			break
		}
	}
	for _, r := range figure {
		if r.Bold && !style.Bold || r.Italic && !style.Italic {
			b.what, b.cure, b.fix = "số trang đậm hoặc nghiêng, phải đứng, không đậm", "chọn số trang, bỏ chữ đậm, chữ nghiêng", nil
			i.report(b)
			break
		}
	}
}

// appendixNumbers: each appendix counts its pages from 1.
func (i *inspection) appendixNumbers() {
	for _, n := range i.parts(zone.Appendix) {
		part := i.Found.Parts[n]
		first := i.firstOf(part)
		if first == nil || first.section == nil || len(i.onPage(first.section, word.DefaultPages)) == 0 || first.table != nil {
			continue
		}
		s := first.section
		begins := s.From < len(i.Document.Body) && i.opensSection(first)
		if begins && s.PageStart == 1 {
			continue
		}
		b := breach{id: IDNumberAppendix, at: first, what: "số trang của phụ lục đếm tiếp văn bản chính, phải đánh riêng từ 1",
			cure: "đặt con trỏ trước phụ lục, vào Bố trí (Layout) › Dấu ngắt (Breaks) › Trang tiếp (Next Page); rồi Định dạng Số Trang, bắt đầu từ 1"}
		if begins {
			b.fix = func(f *mend.File) bool { return f.Restart(sectionAt(s)) }
		}
		i.report(b)
	}
}

// firstOf is the first paragraph of a part.
func (i *inspection) firstOf(p zone.Part) *spot {
	for k := p.From; k < p.To && k < len(i.Found.Lines); k++ {
		if s := i.byParagraph[i.paragraphs[i.Found.Lines[k].Ref]]; s != nil {
			return s
		}
	}
	return nil
}

// opensSection tells whether nothing is printed in the section before the paragraph.
func (i *inspection) opensSection(s *spot) bool {
	for k := s.index - 1; k >= 0 && i.flow[k].section == s.section; k-- {
		if !i.flow[k].blank() {
			return false
		}
	}
	return true
}
