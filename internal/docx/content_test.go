package docx

import (
	"strings"
	"testing"

	"vanban/internal/docx/docxtest"
	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// one is a sheet of one portrait section.
func one(s *styles, blocks ...sheet.Block) *sheet.Sheet {
	return sheetOf(s, &sheet.Section{Page: portrait(), Blocks: blocks})
}

func TestParagraphs(t *testing.T) {
	s := newStyles()
	run := func(text string, f sheet.Font) sheet.Run { return sheet.Run{Text: text, Font: f} }
	red := s.body.Font
	red.Color, red.Bold, red.Size = "FF0000", true, 13*unit.Pt
	tests := []struct {
		name string
		p    *sheet.Paragraph
		want string
	}{
		{"in its style's look", para(s.body, "Một"),
			"p(pPr(pStyle val=NoiDung), r(t Một))"},
		{"a run that differs, the mark with it", &sheet.Paragraph{Style: s.body, Runs: []sheet.Run{
			run("Một ", s.body.Font), run("hai", red)}},
			"p(pPr(pStyle val=NoiDung, rPr(b, bCs, color val=FF0000, sz val=26, szCs val=26)), " +
				"r(t xml:space=preserve Một ), r(rPr(b, bCs, color val=FF0000, sz val=26, szCs val=26), t hai))"},
		{"upright in a bold style", &sheet.Paragraph{Style: s.issuer, Runs: []sheet.Run{
			run("A", regular(s.issuer)), run("B", s.issuer.Font)}},
			"p(pPr(pStyle val=CoQuan), r(rPr(b val=false, bCs val=false), t A), r(t B))"},
		{"blanks kept", para(s.body, "hai  dấu"), "p(pPr(pStyle val=NoiDung), r(t xml:space=preserve hai  dấu))"},
		{"a forced break", &sheet.Paragraph{Style: s.body, Runs: []sheet.Run{
			run("trên", s.body.Font), {Text: "dưới", Font: s.body.Font, Break: true}}},
			"p(pPr(pStyle val=NoiDung), r(t trên), r(br, t dưới))"},
		{"room for a number", &sheet.Paragraph{Style: s.body, Runs: []sheet.Run{
			run("Số", s.body.Font), {Blank: 5 * unit.MM, Font: s.body.Font}}},
			"p(pPr(pStyle val=NoiDung), r(t Số), r(t xml:space=preserve " + strings.Repeat(" ", 4) + "))"},
		{"space, indent and keeping", &sheet.Paragraph{Style: s.list, Runs: []sheet.Run{run("A", s.list.Font)},
			SpaceBefore: 32 * unit.MM, IndentLeft: 10 * unit.MM, KeepNext: true},
			"p(pPr(pStyle val=NoiNhan, keepNext, spacing before=1814, ind left=850), r(t A))"},
		{"already kept by its style", &sheet.Paragraph{Style: s.article, KeepNext: true,
			Runs: []sheet.Run{run("Điều 1", s.article.Font)}},
			"p(pPr(pStyle val=Dieu), r(t Điều 1))"},
		{"a line above", &sheet.Paragraph{Style: s.foot, TopRule: true, Runs: []sheet.Run{run("A", s.foot.Font)}},
			"p(pPr(pStyle val=ChanTrang, pBdr(top color=auto space=1 sz=4 val=single)), r(t A))"},
		{"a frame", &sheet.Paragraph{Style: s.mark, Runs: []sheet.Run{run("KHẨN", s.mark.Font)},
			Box: &sheet.Box{Width: 20 * unit.MM, Height: 8 * unit.MM, Weight: unit.Pt / 2, Color: "FF0000"}},
			"p(pPr(pStyle val=DoKhan, pBdr(top color=FF0000 space=3 sz=4 val=single, " +
				"left color=FF0000 space=0 sz=4 val=single, bottom color=FF0000 space=3 sz=4 val=single, " +
				"right color=FF0000 space=0 sz=4 val=single), ind firstLine=0 left=4115 right=4115), r(t KHẨN))"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := docxtest.Inspect(t, written(t, one(s, test.p)))[documentPart].Find("w:body", "w:p").Flat()
			if got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestStyles(t *testing.T) {
	s := newStyles()
	root := docxtest.Inspect(t, written(t, one(s, para(s.body, "x"))))["word/styles.xml"]
	got := map[string]string{}
	for _, style := range root.All("w:style") {
		got[style.Attrs["w:styleId"]] = style.Flat()
	}
	fonts := "rFonts ascii=Times New Roman cs=Times New Roman eastAsia=Times New Roman hAnsi=Times New Roman, "
	for id, want := range map[string]string{
		"Dieu": "style customStyle=true styleId=Dieu type=paragraph(name val=Điều, basedOn val=Normal, qFormat, " +
			"pPr(keepNext, keepLines, widowControl, spacing after=120 before=0 line=240 lineRule=auto, " +
			"ind firstLine=720 left=0 right=0, jc val=both, outlineLvl val=0), " +
			"rPr(" + fonts + "b val=false, bCs val=false, i val=false, iCs val=false, color val=auto, sz val=28, szCs val=28))",
		"NoiNhan": "style customStyle=true styleId=NoiNhan type=paragraph(name val=Nơi nhận, basedOn val=Normal, qFormat, " +
			"pPr(keepNext val=false, keepLines val=false, widowControl, spacing after=0 before=0 line=240 lineRule=auto, " +
			"ind hanging=283 left=283 right=0, jc val=left), " +
			"rPr(" + fonts + "b val=false, bCs val=false, i val=false, iCs val=false, color val=auto, sz val=22, szCs val=22))",
		"Normal": "style default=true styleId=Normal type=paragraph(name val=Normal, qFormat, pPr(widowControl), " +
			"rPr(" + fonts + "b val=false, bCs val=false, i val=false, iCs val=false, color val=auto, sz val=28, szCs val=28, " +
			"lang eastAsia=vi-VN val=vi-VN))",
	} {
		if got[id] != want {
			t.Errorf("got  %s\nwant %s", got[id], want)
		}
	}
	if lang := root.Find("w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang"); lang == nil || lang.Attrs["w:val"] != "vi-VN" {
		t.Error("the defaults do not say the language")
	}
}

func TestExactLines(t *testing.T) {
	s := newStyles()
	s.body.Line = sheet.LineSpacing{Exact: 18 * unit.Pt}
	for _, style := range docxtest.Inspect(t, written(t, one(s, para(s.body, "x"))))["word/styles.xml"].All("w:style") {
		if style.Attrs["w:styleId"] != "NoiDung" {
			continue
		}
		got := style.Find("w:pPr", "w:spacing").Flat()
		if got != "spacing after=120 before=0 line=360 lineRule=exact" {
			t.Error(got)
		}
	}
}

func TestTable(t *testing.T) {
	s := newStyles()
	table := gridTable(s, 2)
	table.Indent = 3 * unit.MM
	table.Rows[2].Cells[3].Blocks = nil
	got := docxtest.Inspect(t, written(t, one(s, table)))[documentPart].Find("w:body", "w:tbl")
	line := " color=auto space=0 sz=4 val=single"
	want := []string{
		"tblPr(tblW type=dxa w=14287, tblInd type=dxa w=170, tblBorders(top" + line + ", left" + line + ", bottom" + line +
			", right" + line + ", insideH" + line + ", insideV" + line + "), tblLayout type=fixed, " +
			"tblCellMar(top type=dxa w=0, left type=dxa w=113, bottom type=dxa w=0, right type=dxa w=113))",
		"tblGrid(gridCol w=680, gridCol w=5840, gridCol w=3401, gridCol w=4366)",
		"tr(trPr(cantSplit, tblHeader), " +
			"tc(tcPr(tcW type=dxa w=680, shd color=auto fill=E7E6E6 val=clear, vAlign val=center), p(pPr(pStyle val=DauBang), r(t TT))), " +
			"tc(tcPr(tcW type=dxa w=5840, shd color=auto fill=E7E6E6 val=clear, vAlign val=center), p(pPr(pStyle val=DauBang), r(t Nhiệm vụ))), " +
			"tc(tcPr(tcW type=dxa w=7767, gridSpan val=2, shd color=auto fill=E7E6E6 val=clear, vAlign val=center), p(pPr(pStyle val=DauBang), r(t Cơ quan))))",
		"tr(trPr(cantSplit), " +
			"tc(tcPr(tcW type=dxa w=680, vMerge val=restart), p(pPr(pStyle val=O, keepNext), r(t 1))), " +
			"tc(tcPr(tcW type=dxa w=5840), p(pPr(pStyle val=O, keepNext), r(t Rà soát danh mục thiết bị của đơn vị số 1 trong tỉnh))), " +
			"tc(tcPr(tcW type=dxa w=3401), p(pPr(pStyle val=O, keepNext), r(t Sở Thí điểm))), " +
			"tc(tcPr(tcW type=dxa w=4366), p(pPr(pStyle val=O, keepNext), r(t Các xã, phường))))",
		"tr(trPr(cantSplit), " +
			"tc(tcPr(tcW type=dxa w=680, vMerge val=continue), p(pPr(spacing after=0 before=0 line=20 lineRule=exact, rPr(sz val=2, szCs val=2)))), " +
			"tc(tcPr(tcW type=dxa w=5840), p(pPr(pStyle val=O), r(t Rà soát danh mục thiết bị của đơn vị số 2 trong tỉnh))), " +
			"tc(tcPr(tcW type=dxa w=3401), p(pPr(pStyle val=O), r(t Sở Thí điểm))), " +
			"tc(tcPr(tcW type=dxa w=4366), p(pPr(pStyle val=O))))",
	}
	for i, c := range got.Children {
		if c.Flat() != want[i] {
			t.Errorf("got  %s\nwant %s", c.Flat(), want[i])
		}
	}
}

// TestFillers puts tables where WordprocessingML demands a paragraph after them; inspect looks for those.
func TestFillers(t *testing.T) {
	s := newStyles()
	nested := signature(s)
	nested.Rows[0].KeepNext = true
	nested.Rows[0].Cells[0].Blocks = []sheet.Block{headerTable(s)}
	first := &sheet.Section{Page: portrait(), Blocks: []sheet.Block{headerTable(s), nested, signature(s)}}
	last := &sheet.Section{Page: portrait(), Blocks: []sheet.Block{headerTable(s)}, FirstFoot: []sheet.Block{signature(s)}}
	body := docxtest.Inspect(t, written(t, sheetOf(s, first, last)))[documentPart].Find("w:body")
	var got []string
	for _, c := range body.Children {
		got = append(got, c.Name)
	}
	if want := "w:tbl w:p w:tbl w:p w:tbl w:p w:tbl w:p w:sectPr"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
	if body.Children[3].Find("w:pPr", "w:keepNext") == nil {
		t.Error("the filler after a row that is kept with what follows is not kept itself")
	}
	if body.Children[5].Find("w:pPr", "w:sectPr") == nil {
		t.Error("the section's properties do not stand in its last paragraph")
	}
}
