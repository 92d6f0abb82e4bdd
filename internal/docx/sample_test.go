package docx

import (
	"fmt"

	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// testStyle gives a style of the test documents. All are in Times New Roman with single lines.
func testStyle(id, name string, size int, align sheet.Align) *sheet.Style {
	return &sheet.Style{
		ID: id, Name: name, Align: align,
		Font: sheet.Font{Family: "Times New Roman", Size: unit.Length(size) * unit.Pt},
		Line: sheet.LineSpacing{Multiple: 240},
	}
}

// styles of the test documents.
type styles struct {
	nation, motto, issuer, body, heading, article, cell, head, number, foot, mark, list *sheet.Style
}

func newStyles() *styles {
	s := &styles{
		nation:  testStyle("QuocHieu", "Quốc hiệu", 13, sheet.Center),
		motto:   testStyle("TieuNgu", "Tiêu ngữ", 14, sheet.Center),
		issuer:  testStyle("CoQuan", "Cơ quan ban hành", 13, sheet.Center),
		body:    testStyle("NoiDung", "Nội dung", 14, sheet.Justify),
		heading: testStyle("TenLoai", "Tên loại", 14, sheet.Center),
		article: testStyle("Dieu", "Điều", 14, sheet.Justify),
		cell:    testStyle("O", "Ô bảng", 12, sheet.Left),
		head:    testStyle("DauBang", "Đầu bảng", 12, sheet.Center),
		number:  testStyle("SoTrang", "Số trang", 14, sheet.Center),
		foot:    testStyle("ChanTrang", "Chân trang", 11, sheet.Left),
		mark:    testStyle("DoKhan", "Độ khẩn", 14, sheet.Center),
		list:    testStyle("NoiNhan", "Nơi nhận", 11, sheet.Left),
	}
	for _, bold := range []*sheet.Style{s.nation, s.motto, s.issuer, s.heading, s.head, s.mark} {
		bold.Font.Bold = true
	}
	s.mark.Font.Color = "FF0000"
	s.body.FirstLine = unit.CM * 127 / 100
	s.body.After = 6 * unit.Pt
	s.body.Line.Multiple = 276
	s.article.FirstLine, s.article.After = unit.CM*127/100, 6*unit.Pt
	s.article.Outline, s.article.KeepNext, s.article.KeepLines = 1, true, true
	s.heading.Before, s.heading.After = 12*unit.Pt, 6*unit.Pt
	s.list.IndentLeft, s.list.FirstLine = 5*unit.MM, -5*unit.MM
	return s
}

func (s *styles) all() []*sheet.Style {
	return []*sheet.Style{s.nation, s.motto, s.issuer, s.body, s.heading, s.article, s.cell, s.head, s.number,
		s.foot, s.mark, s.list}
}

// para is a paragraph in its style's own look.
func para(style *sheet.Style, text string) *sheet.Paragraph {
	return &sheet.Paragraph{Style: style, Runs: []sheet.Run{{Text: text, Font: style.Font}}}
}

func ruled(p *sheet.Paragraph, mm float64) *sheet.Paragraph {
	p.Rule = &sheet.Rule{Length: unit.Length(mm * float64(unit.MM)), Gap: 2 * unit.Pt, Weight: unit.Pt * 3 / 4}
	return p
}

func portrait() sheet.Page {
	return sheet.Page{Width: 210 * unit.MM, Height: 297 * unit.MM, Top: 20 * unit.MM, Right: 15 * unit.MM,
		Bottom: 20 * unit.MM, Left: 30 * unit.MM}
}

func landscape() sheet.Page {
	p := portrait()
	p.Width, p.Height, p.Landscape = 297*unit.MM, 210*unit.MM, true
	return p
}

func sheetOf(s *styles, sections ...*sheet.Section) *sheet.Sheet {
	return &sheet.Sheet{
		Properties: sheet.Properties{
			Title: "Kế hoạch <thử> & kiểm", Author: "Ủy ban nhân dân tỉnh Mẫu", Keywords: "12/KH-UBND",
			Language: "vi-VN", Created: "2025-09-11T00:00:00Z",
		},
		Styles:   s.all(),
		Sections: sections,
	}
}

// headerTable is the borderless table of issuer and motto, with a rule under either.
func headerTable(s *styles) *sheet.Table {
	return &sheet.Table{
		Columns: []unit.Length{65 * unit.MM, 100 * unit.MM},
		Rows: []*sheet.Row{
			{Cells: []*sheet.Cell{
				{Blocks: []sheet.Block{para(s.issuer, "ỦY BAN NHÂN DÂN"), ruled(para(s.issuer, "TỈNH MẪU"), 20)}},
				{Blocks: []sheet.Block{
					para(s.nation, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
					ruled(para(s.motto, "Độc lập - Tự do - Hạnh phúc"), 60.5),
				}},
			}},
			{Cells: []*sheet.Cell{
				{Blocks: []sheet.Block{&sheet.Paragraph{
					Style: s.issuer, SpaceBefore: 10 * unit.Pt,
					Runs: []sheet.Run{
						{Text: "Số: ", Font: regular(s.issuer)},
						{Blank: 15 * unit.MM, Font: regular(s.issuer)},
						{Text: "/KH-UBND", Font: regular(s.issuer)},
					},
				}}},
				{Blocks: []sheet.Block{&sheet.Paragraph{
					Style: s.motto, SpaceBefore: 10 * unit.Pt,
					Runs: []sheet.Run{{Text: "Mẫu, ngày 11 tháng 9 năm 2025", Font: italic(s.motto)}},
				}}},
			}},
		},
	}
}

func regular(s *sheet.Style) sheet.Font {
	f := s.Font
	f.Bold = false
	return f
}

func italic(s *sheet.Style) sheet.Font {
	f := regular(s)
	f.Italic = true
	return f
}

// gridTable has a repeated header, cells merged across and downwards, and a fill.
func gridTable(s *styles, rows int) *sheet.Table {
	cell := func(style *sheet.Style, text string) *sheet.Cell {
		return &sheet.Cell{Blocks: []sheet.Block{para(style, text)}}
	}
	shaded := func(text string) *sheet.Cell {
		c := cell(s.head, text)
		c.Fill, c.VAlign = "E7E6E6", sheet.VMiddle
		return c
	}
	wide := shaded("Cơ quan")
	wide.Span = 2
	t := &sheet.Table{
		Columns: []unit.Length{12 * unit.MM, 103 * unit.MM, 60 * unit.MM, 77 * unit.MM},
		Grid:    true,
		PadX:    2 * unit.MM,
		Rows: []*sheet.Row{{Header: true, NoSplit: true,
			Cells: []*sheet.Cell{shaded("TT"), shaded("Nhiệm vụ"), wide}}},
	}
	for i := range rows {
		first := cell(s.cell, fmt.Sprint(i/2+1))
		first.Merge = sheet.MergeStart
		if i%2 == 1 {
			first = &sheet.Cell{Merge: sheet.MergeContinue}
		}
		t.Rows = append(t.Rows, &sheet.Row{NoSplit: true, KeepNext: i == 0, Cells: []*sheet.Cell{
			first, cell(s.cell, fmt.Sprintf("Rà soát danh mục thiết bị của đơn vị số %d trong tỉnh", i+1)),
			cell(s.cell, "Sở Thí điểm"), cell(s.cell, "Các xã, phường"),
		}})
	}
	return t
}

// signature is the borderless table of recipients and signatory; its rows stay together.
func signature(s *styles) *sheet.Table {
	return &sheet.Table{
		Columns: []unit.Length{80 * unit.MM, 85 * unit.MM},
		Rows: []*sheet.Row{{NoSplit: true, Cells: []*sheet.Cell{
			{Blocks: []sheet.Block{para(s.list, "- Như trên;"), para(s.list, "- Lưu: VT.")}},
			{Blocks: []sheet.Block{para(s.heading, "KT. CHỦ TỊCH"), &sheet.Paragraph{
				Style: s.heading, SpaceBefore: 32 * unit.MM,
				Runs: []sheet.Run{{Text: "Lê Văn Thử", Font: s.heading.Font}},
			}}},
		}}},
	}
}

// plan is a document with one of everything: header, mark, rules, text, first-page foot, appendix.
func plan(paragraphs, rows int) *sheet.Sheet {
	s := newStyles()
	mark := para(s.mark, "HỎA TỐC")
	mark.Box = &sheet.Box{Width: 30 * unit.MM, Height: 8 * unit.MM, Weight: unit.Pt, Color: "FF0000"}
	foot := para(s.foot, "Số 1 đường Mẫu; ĐT: 0123 456 789")
	foot.TopRule = true
	first := &sheet.Section{
		Page:       portrait(),
		PageNumber: sheet.PageNumber{Style: s.number, FromTop: 10 * unit.MM, HideFirst: true},
		FirstFoot:  []sheet.Block{foot},
		Blocks: []sheet.Block{
			headerTable(s), mark,
			para(s.heading, "KẾ HOẠCH"), ruled(para(s.heading, "Về việc thử nghiệm quy trình mẫu"), 40),
		},
	}
	first.Blocks = append(first.Blocks, text14(s, paragraphs)...)
	first.Blocks = append(first.Blocks, signature(s))
	appendix := &sheet.Section{
		Page: landscape(),
		PageNumber: sheet.PageNumber{
			Style: s.number, FromTop: 10 * unit.MM, HideFirst: true, Restart: true,
		},
		Blocks: []sheet.Block{para(s.heading, "Phụ lục"), gridTable(s, rows)},
	}
	return sheetOf(s, first, appendix)
}

func text14(s *styles, n int) []sheet.Block {
	var out []sheet.Block
	for i := range n {
		if i%6 == 0 {
			out = append(out, para(s.article, fmt.Sprintf("Điều %d. Trách nhiệm thi hành", i/6+1)))
		}
		p := para(s.body, fmt.Sprintf("%d. Các đơn vị thuộc phạm vi thử nghiệm tổ chức rà soát, lập danh mục và báo "+
			"cáo kết quả bằng văn bản về cơ quan thường trực trước ngày 25 hằng tháng; nội dung báo cáo nêu rõ ", i+1))
		p.Runs = append(p.Runs, sheet.Run{Text: "khó khăn, vướng mắc", Font: italic(s.body)},
			sheet.Run{Text: " và đề xuất biện pháp tháo gỡ, bảo đảm đúng tiến độ đã đề ra.", Font: s.body.Font})
		out = append(out, p)
	}
	return out
}
