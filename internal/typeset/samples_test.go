package typeset_test

import (
	"fmt"
	"strings"
	"testing"

	"vanban/internal/font"
	"vanban/internal/sheet"
	"vanban/internal/unit"
)

func embedded(t testing.TB) *font.Set {
	t.Helper()
	set, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// phrases of an invented plan; prose strings them together.
var phrases = []string{
	"Ủy ban nhân dân tỉnh Vân Sơn giao các sở, ban, ngành",
	"phối hợp với Ủy ban nhân dân các xã, phường rà soát quy hoạch bến bãi ven sông",
	"hoàn thành trước ngày 30/9/2026;",
	"bảo đảm 100% hồ sơ được số hóa, lưu trữ và chia sẻ trên nền tảng dùng chung",
	"(kèm theo Phụ lục I, II và III)",
	"theo lộ trình giai đoạn 2026 – 2030, tầm nhìn đến năm 2045",
	"“Chợ phiên không dùng tiền mặt”",
	"tăng cường kiểm tra, giám sát việc chấp hành kỷ luật, kỷ cương hành chính;",
	"kinh phí thực hiện khoảng 12.450.000.000 đồng, trong đó ngân sách địa phương bảo đảm 70%",
	"khai thác hiệu quả hệ thống thông tin báo cáo, hệ thống một cửa điện tử",
	"tổ chức ít nhất 03 lớp tập huấn/năm cho đội ngũ cán bộ, công chức cấp xã",
	"theo Công văn số 1184/SNV-TCBC của cơ quan tham mưu",
	"kịp thời báo cáo những khó khăn, vướng mắc phát sinh để xem xét, chỉ đạo.",
}

// prose gives so many phrases, from one on.
func prose(from, n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = phrases[(from*5+i*(1+from%4))%len(phrases)]
	}
	return strings.Join(words, " ")
}

func style(id string, size int, align sheet.Align) *sheet.Style {
	return &sheet.Style{
		ID: id, Name: "Kiểu " + id, Align: align,
		Font: sheet.Font{Family: "Times New Roman", Size: unit.Length(size) * unit.Pt},
		Line: sheet.LineSpacing{Multiple: 240},
	}
}

func para(s *sheet.Style, text string) *sheet.Paragraph {
	return &sheet.Paragraph{Style: s, Runs: []sheet.Run{{Text: text, Font: s.Font}}}
}

// kept is a paragraph on one page with what follows.
func kept(s *sheet.Style, text string) *sheet.Paragraph {
	p := para(s, text)
	p.KeepNext = true
	return p
}

// bold marks the first words of a paragraph.
func bold(s *sheet.Style, first, rest string) *sheet.Paragraph {
	p := para(s, first)
	p.Runs[0].Font.Bold = true
	p.Runs = append(p.Runs, sheet.Run{Text: rest, Font: s.Font})
	return p
}

func a4() sheet.Page {
	return sheet.Page{
		Width: 210 * unit.MM, Height: 297 * unit.MM,
		Top: 20 * unit.MM, Right: 20 * unit.MM, Bottom: 20 * unit.MM, Left: 30 * unit.MM,
	}
}

func landscape() sheet.Page {
	p := a4()
	p.Width, p.Height, p.Landscape = p.Height, p.Width, true
	return p
}

// sheetOf makes a sheet of sections. Styles of one id become one style.
func sheetOf(sections ...*sheet.Section) *sheet.Sheet {
	s := &sheet.Sheet{
		Properties: sheet.Properties{Title: "Kế hoạch", Language: "vi-VN"},
		Sections:   sections,
	}
	known := map[string]*sheet.Style{}
	share := func(style *sheet.Style) *sheet.Style {
		if known[style.ID] == nil {
			known[style.ID] = style
			s.Styles = append(s.Styles, style)
		}
		return known[style.ID]
	}
	sheet.Walk(s, func(b sheet.Block) bool {
		if p, ok := b.(*sheet.Paragraph); ok {
			p.Style = share(p.Style)
		}
		return true
	})
	for _, sec := range sections {
		if sec.PageNumber.Style != nil {
			sec.PageNumber.Style = share(sec.PageNumber.Style)
		}
	}
	return s
}

func section(page sheet.Page, blocks ...sheet.Block) *sheet.Section {
	return &sheet.Section{
		Page: page, Blocks: blocks,
		PageNumber: sheet.PageNumber{Style: style("SoTrang", 14, sheet.Center), FromTop: 10 * unit.MM, HideFirst: true},
	}
}

func cellOf(blocks ...sheet.Block) *sheet.Cell { return &sheet.Cell{Blocks: blocks} }

// signature is the table at the end: recipients and signature, one row that is never split.
func signature(names int) *sheet.Table {
	small, title := style("NoiNhan", 11, sheet.Left), style("ChuKy", 14, sheet.Center)
	title.Font.Bold = true
	left := cellOf(bold(small, "Nơi nhận:", ""))
	left.Blocks[0].(*sheet.Paragraph).Runs = left.Blocks[0].(*sheet.Paragraph).Runs[:1]
	for i := range names {
		left.Blocks = append(left.Blocks, para(small, fmt.Sprintf("- Đơn vị thứ %d trong danh sách;", i+1)))
	}
	name := para(title, "Đàm Văn Khuê")
	name.SpaceBefore = 32 * unit.MM
	return &sheet.Table{
		Columns: []unit.Length{80 * unit.MM, 80 * unit.MM},
		Rows: []*sheet.Row{{NoSplit: true, Cells: []*sheet.Cell{
			left, cellOf(para(title, "TM. ỦY BAN NHÂN DÂN"), para(title, "CHỦ TỊCH"), name),
		}}},
	}
}

// plan is a plan of so many paragraphs of body with its headings, header and signature.
func plan(size, paragraphs, multiple int) *sheet.Sheet {
	body := style("NoiDung", size, sheet.Justify)
	body.FirstLine = unit.CM
	body.Before = 6 * unit.Pt
	body.Line.Multiple = multiple
	heading := style("Muc", size, sheet.Justify)
	heading.FirstLine, heading.Before, heading.KeepNext, heading.Outline = unit.CM, 6*unit.Pt, true, 1
	heading.Font.Bold = true
	heading.Line.Multiple = multiple
	center := style("TieuDe", 13, sheet.Center)
	center.Font.Bold = true
	blocks := []sheet.Block{&sheet.Table{
		Columns: []unit.Length{65 * unit.MM, 95 * unit.MM},
		Rows: []*sheet.Row{
			{Cells: []*sheet.Cell{cellOf(para(center, "ỦY BAN NHÂN DÂN"), para(center, "TỈNH VÂN SƠN")),
				cellOf(para(center, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), para(center, "Độc lập - Tự do - Hạnh phúc"))}},
		},
	}}
	for i := range paragraphs {
		if i%5 == 0 {
			blocks = append(blocks, para(heading, fmt.Sprintf("%d. Nhiệm vụ và giải pháp nhóm %d", i/5+1, i/5+1)))
		}
		switch i % 7 {
		case 3:
			blocks = append(blocks, bold(body, "a) Về thể chế: ", prose(i, 3+i%6)))
		case 5:
			blocks = append(blocks, para(body, "- "+prose(i, 1+i%3)))
		default:
			blocks = append(blocks, para(body, prose(i, 2+i%9)))
		}
	}
	last := blocks[len(blocks)-1].(*sheet.Paragraph)
	last.KeepNext = true
	return sheetOf(section(a4(), append(blocks, signature(6))...))
}

// assignments is the table of an appendix: so many rows with text of uneven length.
func assignments(rows int, grid bool) *sheet.Table {
	cell, head := style("O", 12, sheet.Left), style("DauBang", 12, sheet.Center)
	head.Font.Bold = true
	middle := style("OGiua", 12, sheet.Center)
	t := &sheet.Table{
		Columns: []unit.Length{12 * unit.MM, 68 * unit.MM, 40 * unit.MM, 40 * unit.MM},
		Grid:    grid, PadX: 2 * unit.MM,
		Rows: []*sheet.Row{{Header: true, NoSplit: true, Cells: []*sheet.Cell{
			cellOf(para(head, "STT")), cellOf(para(head, "Nhiệm vụ")),
			cellOf(para(head, "Cơ quan chủ trì")), cellOf(para(head, "Thời gian hoàn thành")),
		}}},
	}
	for i := range rows {
		t.Rows = append(t.Rows, &sheet.Row{NoSplit: i%3 != 0, Cells: []*sheet.Cell{
			cellOf(para(middle, fmt.Sprint(i+1))), cellOf(para(cell, prose(i, 1+i%5))),
			cellOf(para(cell, "Sở Nội vụ")), cellOf(para(middle, fmt.Sprintf("Quý %d/2026", i%4+1))),
		}})
	}
	return t
}

func oracleCases() []oracleCase {
	cases := []oracleCase{
		{"plan 14pt single", plan(14, 60, 240)},
		{"plan 13pt single", plan(13, 70, 240)},
		{"plan 14pt 1.1", plan(14, 50, 264)},
		{"plan 13pt 1.05", plan(13, 50, 252)},
		{"plan 13pt 1.08", plan(13, 50, 259)},
		{"plan 14pt 1.5", plan(14, 50, 360)},
	}
	body := style("NoiDung", 14, sheet.Justify)
	body.Before = 6 * unit.Pt
	cases = append(cases,
		oracleCase{"table with lines", sheetOf(section(a4(), para(body, prose(1, 4)), assignments(60, true), para(body, prose(2, 4))))},
		oracleCase{"table without lines", sheetOf(section(a4(), para(body, prose(1, 4)), assignments(60, false), para(body, prose(2, 4))))},
		oracleCase{"landscape", sheetOf(section(a4(), para(body, prose(1, 4))), section(landscape(), assignments(40, true)))},
	)
	for lines := 36; lines < 46; lines++ {
		cases = append(cases, oracleCase{fmt.Sprintf("signature after %d lines", lines), ending(lines, 1)})
	}
	cases = append(cases,
		oracleCase{"signature after long paragraphs", ending(8, 4)},
		oracleCase{"exact spacing, indents, breaks", shapes()},
		oracleCase{"italics", italics(14)}, oracleCase{"bold italics", italics(13)},
		oracleCase{"rows that split", sheetOf(section(a4(), paragraphsInCells(false, 240), para(body, prose(2, 4))))},
		oracleCase{"rows that split, lines apart", sheetOf(section(a4(), paragraphsInCells(false, 324)))},
		oracleCase{"rows that do not split", sheetOf(section(a4(), paragraphsInCells(true, 240), para(body, prose(2, 4))))},
		oracleCase{"merged cells", sheetOf(section(a4(), para(body, prose(1, 4)), merged(14), para(body, prose(2, 4))))},
		oracleCase{"first page", firstPage()},
	)
	return cases
}

// ending is a body of so many paragraphs, each of some lines, and the signature.
func ending(paragraphs, phrases int) *sheet.Sheet {
	body := style("NoiDung", 14, sheet.Justify)
	var blocks []sheet.Block
	for i := range paragraphs {
		text := fmt.Sprintf("Dòng thứ %d của nội dung", i+1)
		if phrases > 1 {
			text += " " + prose(i, phrases+i%3)
		}
		p := para(body, text)
		p.KeepNext = i >= paragraphs-2
		blocks = append(blocks, p)
	}
	return sheetOf(section(a4(), append(blocks, signature(6))...))
}

// shapes has every kind of paragraph.
func shapes() *sheet.Sheet {
	exact := style("DungChinhXac", 14, sheet.Justify)
	exact.Line, exact.FirstLine, exact.After = sheet.LineSpacing{Exact: 18 * unit.Pt}, 1270*unit.CM/1000, 4*unit.Pt
	hang := style("Treo", 13, sheet.Left)
	hang.IndentLeft, hang.FirstLine, hang.IndentRight, hang.Before = 2*unit.CM, -unit.CM, unit.CM, 3*unit.Pt
	hang.After, hang.Line.Multiple = 5*unit.Pt, 290
	right, center := style("Phai", 14, sheet.Right), style("Giua", 13, sheet.Center)
	right.Font.Italic = true
	center.Font.Bold, center.IndentLeft = true, 30*unit.MM
	together := style("GiuDong", 14, sheet.Justify)
	together.KeepLines, together.Before = true, 12*unit.Pt
	var blocks []sheet.Block
	for i := range 12 {
		forced := para(exact, prose(i, 2))
		forced.Runs = append(forced.Runs, sheet.Run{Text: prose(i+1, 2), Font: exact.Font, Break: true})
		blank := para(hang, "Số: ")
		blank.Runs = append(blank.Runs, sheet.Run{Blank: 15 * unit.MM, Font: hang.Font},
			sheet.Run{Text: "/KH-UBND ngày " + prose(i, 2), Font: hang.Font})
		mixed := bold(exact, "Điều "+fmt.Sprint(i+1)+". ", prose(i, 3))
		mixed.Runs[0].Font.Italic = true
		larger := para(hang, prose(i, 2))
		larger.Runs[0].Font.Size = 15 * unit.Pt
		blocks = append(blocks, forced, blank, para(right, prose(i, 1)), para(center, prose(i+3, 2)), mixed, larger,
			para(together, prose(i+2, 6)))
	}
	return sheetOf(section(a4(), blocks...))
}

// italics is text that leans.
func italics(size int) *sheet.Sheet {
	body := style("CanCu", size, sheet.Justify)
	body.Font.Italic, body.Font.Bold, body.FirstLine = true, size == 13, unit.CM
	var blocks []sheet.Block
	for i := range 60 {
		p := para(body, prose(i, 2+i%7))
		upright := sheet.Run{Text: " " + prose(i, 2+i%5), Font: body.Font}
		upright.Font.Italic = false
		if i%3 == 0 {
			p.Runs = append(p.Runs, upright)
		}
		blocks = append(blocks, p)
	}
	return sheetOf(section(a4(), blocks...))
}

// merged is a table with cells merged both ways.
func merged(groups int) *sheet.Table {
	cell := style("O", 12, sheet.Left)
	cell.Before, cell.After = 2*unit.Pt, 2*unit.Pt
	t := &sheet.Table{
		Columns: []unit.Length{30 * unit.MM, 65 * unit.MM, 65 * unit.MM}, Grid: true, PadX: 2 * unit.MM,
		Rows: []*sheet.Row{{Header: true, Cells: []*sheet.Cell{
			cellOf(para(cell, "Nhóm")), {Span: 2, Blocks: []sheet.Block{para(cell, "Nội dung và phân công")}},
		}}},
	}
	for i := range groups {
		for j := range 3 {
			first := &sheet.Cell{Merge: sheet.MergeContinue}
			if j == 0 {
				first = &sheet.Cell{Merge: sheet.MergeStart, Blocks: []sheet.Block{para(cell, fmt.Sprintf("Nhóm số %d", i+1))}}
			}
			third := cellOf(para(cell, prose(i, 1)))
			// LibreOffice forgets to centre the cells of the last row on a page.
			if i%4 == 0 && j == 1 {
				third.VAlign = sheet.VMiddle
			}
			t.Rows = append(t.Rows, &sheet.Row{NoSplit: true, Cells: []*sheet.Cell{
				first, cellOf(para(cell, prose(i+j, 1+j))), third,
			}})
		}
	}
	return t
}

// paragraphsInCells is a table of tall rows, one of them taller than a page.
func paragraphsInCells(noSplit bool, multiple int) *sheet.Table {
	cell := style("O", 12, sheet.Justify)
	cell.Before, cell.After, cell.Line.Multiple = 3*unit.Pt, 4*unit.Pt, multiple
	t := &sheet.Table{
		Columns: []unit.Length{50 * unit.MM, 60 * unit.MM, 50 * unit.MM}, Grid: true, PadX: 2 * unit.MM,
	}
	for i := range 20 {
		size := 4 + i%5
		if i == 9 {
			size = 90
		}
		t.Rows = append(t.Rows, &sheet.Row{NoSplit: noSplit, Cells: []*sheet.Cell{
			cellOf(para(cell, prose(i, 1+i%3)), para(cell, prose(i+1, 2))),
			cellOf(para(cell, prose(i+2, size))), cellOf(para(cell, prose(i+3, 3))),
		}})
	}
	return t
}

// firstPage has what stands on first pages: rules, a frame, a foot; and an appendix numbered anew.
func firstPage() *sheet.Sheet {
	title, mark := style("TenLoai", 14, sheet.Center), style("DoKhan", 13, sheet.Center)
	title.Font.Bold, mark.Font.Bold = true, true
	foot, body := style("ChanTrang", 11, sheet.Center), style("NoiDung", 14, sheet.Justify)
	body.Before, body.FirstLine = 6*unit.Pt, unit.CM
	ruled := para(title, "Ban hành quy chế làm việc")
	ruled.Rule = &sheet.Rule{Length: 50 * unit.MM, Gap: 2 * unit.Pt, Weight: unit.Pt / 2}
	urgent := para(mark, "HỎA TỐC")
	urgent.Box = &sheet.Box{Width: 30 * unit.MM, Height: 8 * unit.MM, Weight: unit.Pt, Color: "FF0000"}
	footed := para(foot, "Số 12 đường Bến Đá, phường Trung Tâm, tỉnh Vân Sơn")
	footed.TopRule = true
	blocks := []sheet.Block{urgent, para(title, "QUYẾT ĐỊNH"), ruled}
	for i := range 30 {
		blocks = append(blocks, para(body, prose(i, 3)))
	}
	first := section(a4(), blocks...)
	first.FirstFoot = []sheet.Block{footed, para(foot, "Điện thoại: (0205) 3 111 222")}
	appendix := section(landscape(), para(title, "PHỤ LỤC I"), para(body, prose(3, 60)))
	appendix.PageNumber.Restart = true
	return sheetOf(first, appendix)
}
