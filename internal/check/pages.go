package check

import (
	"fmt"

	"vanban/internal/mend"
	"vanban/internal/standard"
	"vanban/internal/unit"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// sectionPlace names a section as Word's users know it.
func (i *inspection) sectionPlace(s *word.Section) string {
	if len(i.Document.Sections) == 1 {
		return "thiết lập trang"
	}
	return fmt.Sprintf("phân đoạn (section) %d", s.Number)
}

func sectionAt(s *word.Section) mend.Place {
	return mend.Place{Part: s.Part, Start: s.Properties.Start}
}

func within(l, want, tolerance unit.Length) bool { return l >= want-tolerance && l <= want+tolerance }

// paper: khổ giấy, upright or landscape.
func (i *inspection) paper() {
	page := i.Standard.Page
	for _, s := range i.Document.Sections {
		width, height := page.Width, page.Height
		if s.Landscape {
			width, height = height, width
		}
		if within(s.Width, width, i.c.Tolerance.Paper) && within(s.Height, height, i.c.Tolerance.Paper) {
			continue
		}
		i.report(breach{id: IDPaper, place: i.sectionPlace(s),
			what:   fmt.Sprintf("khổ giấy %s × %s, phải là %s × %s", mm(s.Width), mm(s.Height), mm(width), mm(height)),
			cure:   fmt.Sprintf("vào Bố trí (Layout) › Kích cỡ (Size), chọn khổ %s × %s, áp dụng cho toàn văn bản", mm(page.Width), mm(page.Height)),
			clause: page.Clause,
			fix: func(f *mend.File) bool {
				return f.Page(sectionAt(s), mend.Page{Width: width, Height: height})
			}})
	}
}

// margins: lề trang, of every section as it is read.
func (i *inspection) margins() {
	page := &i.Standard.Page
	for _, s := range i.Document.Sections {
		for _, side := range []struct {
			name  string
			is    unit.Length
			limit standard.Measure
			set   func(*mend.Page, *unit.Length)
		}{
			{"lề trên", s.Top, page.Top, func(p *mend.Page, l *unit.Length) { p.Top = l }},
			{"lề dưới", s.Bottom, page.Bottom, func(p *mend.Page, l *unit.Length) { p.Bottom = l }},
			{"lề trái", s.Left + s.Gutter, page.Left, func(p *mend.Page, l *unit.Length) { p.Left = l }},
			{"lề phải", s.Right, page.Right, func(p *mend.Page, l *unit.Length) { p.Right = l }},
		} {
			r := side.limit.Range
			if r == (unit.Range{}) || r.Holds(side.is, i.c.Tolerance.Margin) {
				continue
			}
			want := clamp(side.is, r)
			b := breach{id: IDMargins, place: i.sectionPlace(s), clause: side.limit.Clause,
				what: fmt.Sprintf("%s %s, phải %s", side.name, mm(side.is), between(r)),
				cure: "vào Bố trí (Layout) › Lề (Margins) › Lề tùy chỉnh, sửa số đo"}
			if side.is != s.Left+s.Gutter || s.Gutter == 0 { // with a gutter it is not known which of the two is wrong
				b.fix = func(f *mend.File) bool {
					var set mend.Page
					side.set(&set, &want)
					return f.Page(sectionAt(s), set)
				}
			}
			i.report(b)
		}
	}
}

// orientation: a landscape section of the main document that holds no table.
func (i *inspection) orientation() {
	for _, s := range i.Document.Sections {
		if !s.Landscape {
			continue
		}
		tables, words := false, 0
		word.Walk(i.Document.Body[s.From:s.To], func(b word.Block) bool {
			if t, ok := b.(*word.Table); ok && !t.Borderless() {
				tables = true
			}
			return true
		})
		for _, l := range i.lines {
			if l.section == s && l.sure() && i.Found.Parts[l.line.Part].Kind == zone.Main && l.line.Kind == zone.Body {
				words++
			}
		}
		if !tables && words > 0 {
			i.report(breach{id: IDOrientation, place: i.sectionPlace(s),
				what: "trang nằm ngang mà không có bảng, biểu",
				cure: "vào Bố trí (Layout) › Hướng (Orientation), chọn Dọc"})
		}
	}
}
