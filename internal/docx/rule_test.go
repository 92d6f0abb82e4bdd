package docx

import (
	"strconv"
	"testing"

	"vanban/internal/docx/docxtest"
	"vanban/internal/sheet"
	"vanban/internal/unit"
)

func TestRule(t *testing.T) {
	const line14 = 14 * unit.Pt * 2355 / 2048
	tests := []struct {
		name   string
		change func(*styles, *sheet.Paragraph)
		down   unit.Length
		right  string // of the line's beginning, where it is not centred by its alignment
	}{
		{"one line", func(*styles, *sheet.Paragraph) {}, line14 + 2*unit.Pt, ""},
		{"two lines", func(_ *styles, p *sheet.Paragraph) {
			p.Runs = append(p.Runs, sheet.Run{Text: "B", Font: p.Style.Font, Break: true})
		}, 2*line14 + 2*unit.Pt, ""},
		{"one and a half lines", func(s *styles, _ *sheet.Paragraph) { s.motto.Line.Multiple = 360 },
			line14*3/2 + 2*unit.Pt, ""},
		{"exact lines", func(s *styles, _ *sheet.Paragraph) { s.motto.Line = sheet.LineSpacing{Exact: 18 * unit.Pt} },
			20 * unit.Pt, ""},
		{"larger letters", func(_ *styles, p *sheet.Paragraph) { p.Runs[0].Font.Size = 28 * unit.Pt },
			2*line14 + 2*unit.Pt, ""},
		{"space before", func(s *styles, p *sheet.Paragraph) { s.motto.Before, p.SpaceBefore = 6*unit.Pt, 4*unit.Pt },
			line14 + 12*unit.Pt, ""},
		{"indented on one side", func(_ *styles, p *sheet.Paragraph) { p.IndentLeft = 10 * unit.MM },
			line14 + 2*unit.Pt, strconv.Itoa(int((165-30)*unit.MM/2 + 5*unit.MM))},
		{"indented on both sides", func(s *styles, _ *sheet.Paragraph) {
			s.motto.IndentLeft, s.motto.IndentRight = unit.CM, unit.CM
		}, line14 + 2*unit.Pt, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newStyles()
			p := ruled(para(s.motto, "A"), 30)
			test.change(s, p)
			document := docxtest.Inspect(t, written(t, one(s, p)))[documentPart]
			anchors := document.All("wp:anchor")
			if len(anchors) != 1 || len(document.All("v:line")) != 1 {
				t.Fatal("not one line and one for old programs")
			}
			down, err := strconv.Atoi(anchors[0].Find("wp:positionV", "wp:posOffset").Text)
			if err != nil || down < int(test.down)-2 || down > int(test.down)+2 {
				t.Errorf("%d down, want %d", down, test.down)
			}
			right := ""
			if n := anchors[0].Find("wp:positionH", "wp:posOffset"); n != nil {
				right = n.Text
			}
			if right != test.right {
				t.Errorf("%q to the right, want %q", right, test.right)
			}
			if ext := anchors[0].Find("wp:extent"); ext.Attrs["cx"] != "1080000" || ext.Attrs["cy"] != "0" {
				t.Errorf("extent %v", ext.Attrs)
			}
		})
	}
}

func TestRulesHaveTheirOwnIDs(t *testing.T) {
	s := newStyles()
	foot := []sheet.Block{ruled(para(s.motto, "chân"), 20)}
	sec := &sheet.Section{Page: portrait(), FirstFoot: foot, Blocks: []sheet.Block{headerTable(s), headerTable(s)}}
	n := 0
	for _, part := range docxtest.Inspect(t, written(t, sheetOf(s, sec))) {
		n += len(part.All("wp:docPr"))
	}
	if n != 5 {
		t.Errorf("%d drawings, want 5", n)
	}
}
