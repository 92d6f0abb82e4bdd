package docx

import (
	"bytes"
	"strings"
	"testing"

	"vanban/internal/docx/docxtest"
	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// small is a sheet with one of everything, and handles to its pieces.
type small struct {
	sheet  *sheet.Sheet
	styles *styles
	first  *sheet.Section
	p      *sheet.Paragraph
	ruled  *sheet.Paragraph
	boxed  *sheet.Paragraph
	table  *sheet.Table
}

func newSmall() *small {
	s := newStyles()
	m := &small{styles: s, p: para(s.body, "Nội dung"), ruled: ruled(para(s.motto, "Độc lập"), 30),
		boxed: para(s.mark, "KHẨN"), table: gridTable(s, 4)}
	m.boxed.Box = &sheet.Box{Width: 20 * unit.MM, Height: 8 * unit.MM, Weight: unit.Pt}
	m.first = &sheet.Section{
		Page:       portrait(),
		PageNumber: sheet.PageNumber{Style: s.number, FromTop: 10 * unit.MM, HideFirst: true},
		FirstFoot:  []sheet.Block{para(s.foot, "ĐT")},
		Blocks:     []sheet.Block{m.ruled, m.p, m.boxed, m.table},
	}
	m.sheet = sheetOf(s, m.first)
	return m
}

// TestNothingIsLeftOut changes one field at a time: each must show in the package.
func TestNothingIsLeftOut(t *testing.T) {
	changes := map[string]func(*small){
		"Title":             func(m *small) { m.sheet.Properties.Title = "Khác" },
		"Subject":           func(m *small) { m.sheet.Properties.Subject = "Khác" },
		"Author":            func(m *small) { m.sheet.Properties.Author = "Khác" },
		"Keywords":          func(m *small) { m.sheet.Properties.Keywords = "Khác" },
		"Language":          func(m *small) { m.sheet.Properties.Language = "en-GB" },
		"Created":           func(m *small) { m.sheet.Properties.Created = "2026-01-01T00:00:00Z" },
		"Width":             func(m *small) { m.first.Page.Width += unit.MM },
		"Height":            func(m *small) { m.first.Page.Height += unit.MM },
		"Top":               func(m *small) { m.first.Page.Top += unit.MM },
		"Right":             func(m *small) { m.first.Page.Right += unit.MM },
		"Bottom":            func(m *small) { m.first.Page.Bottom += unit.MM },
		"Left":              func(m *small) { m.first.Page.Left += unit.MM },
		"Landscape":         func(m *small) { m.first.Page.Landscape = true },
		"PageNumber":        func(m *small) { m.first.PageNumber.Style = nil },
		"FromTop":           func(m *small) { m.first.PageNumber.FromTop += unit.MM },
		"HideFirst":         func(m *small) { m.first.PageNumber.HideFirst = false },
		"Restart":           func(m *small) { m.first.PageNumber.Restart = true },
		"FirstFoot":         func(m *small) { m.first.FirstFoot = nil },
		"Style.ID":          func(m *small) { m.styles.body.ID = "Khac" },
		"Style.Name":        func(m *small) { m.styles.body.Name = "Khác" },
		"Family":            func(m *small) { m.styles.cell.Font.Family = "Arial" },
		"Size":              func(m *small) { m.styles.cell.Font.Size += unit.Pt / 2 },
		"Bold":              func(m *small) { m.styles.cell.Font.Bold = true },
		"Italic":            func(m *small) { m.styles.cell.Font.Italic = true },
		"Color":             func(m *small) { m.styles.cell.Font.Color = "FF0000" },
		"Align":             func(m *small) { m.styles.cell.Align = sheet.Right },
		"FirstLine":         func(m *small) { m.styles.cell.FirstLine = unit.MM },
		"IndentLeft":        func(m *small) { m.styles.cell.IndentLeft = unit.MM },
		"IndentRight":       func(m *small) { m.styles.cell.IndentRight = unit.MM },
		"Before":            func(m *small) { m.styles.cell.Before = unit.Pt },
		"After":             func(m *small) { m.styles.cell.After = unit.Pt },
		"Multiple":          func(m *small) { m.styles.cell.Line.Multiple = 288 },
		"Exact":             func(m *small) { m.styles.cell.Line = sheet.LineSpacing{Exact: 18 * unit.Pt} },
		"Outline":           func(m *small) { m.styles.cell.Outline = 9 },
		"Style.KeepNext":    func(m *small) { m.styles.cell.KeepNext = true },
		"KeepLines":         func(m *small) { m.styles.cell.KeepLines = true },
		"Paragraph.Style":   func(m *small) { m.p.Style = m.styles.list },
		"KeepNext":          func(m *small) { m.p.KeepNext = true },
		"SpaceBefore":       func(m *small) { m.p.SpaceBefore = unit.MM },
		"Indent of one":     func(m *small) { m.p.IndentLeft = unit.MM },
		"TopRule":           func(m *small) { m.p.TopRule = true },
		"Rule":              func(m *small) { m.ruled.Rule = nil },
		"Rule.Length":       func(m *small) { m.ruled.Rule.Length += unit.MM },
		"Rule.Gap":          func(m *small) { m.ruled.Rule.Gap += unit.Pt },
		"Rule.Weight":       func(m *small) { m.ruled.Rule.Weight *= 2 },
		"Box":               func(m *small) { m.boxed.Box = nil },
		"Box.Width":         func(m *small) { m.boxed.Box.Width += unit.MM },
		"Box.Height":        func(m *small) { m.boxed.Box.Height += unit.MM },
		"Box.Weight":        func(m *small) { m.boxed.Box.Weight *= 2 },
		"Box.Color":         func(m *small) { m.boxed.Box.Color = "FF0000" },
		"Text":              func(m *small) { m.p.Runs[0].Text += "." },
		"Run.Font":          func(m *small) { m.p.Runs[0].Font.Size += unit.Pt },
		"Break":             func(m *small) { m.p.Runs[0].Break = true },
		"Blank":             func(m *small) { m.p.Runs[0].Text, m.p.Runs[0].Blank = "", unit.CM },
		"Columns":           func(m *small) { m.table.Columns[1] += unit.MM },
		"Header":            func(m *small) { m.table.Rows[0].Header = false },
		"NoSplit":           func(m *small) { m.table.Rows[2].NoSplit = false },
		"Row.KeepNext":      func(m *small) { m.table.Rows[2].KeepNext = true },
		"Row.KeepNext last": func(m *small) { m.table.Rows[4].KeepNext = true },
		"Grid":              func(m *small) { m.table.Grid = false },
		"PadX":              func(m *small) { m.table.PadX += unit.MM },
		"Table.Indent":      func(m *small) { m.table.Indent = unit.MM },
		"Merge":             func(m *small) { m.table.Rows[1].Cells[0].Merge = sheet.MergeNone },
		"Fill":              func(m *small) { m.table.Rows[0].Cells[0].Fill = "" },
		"VAlign":            func(m *small) { m.table.Rows[0].Cells[0].VAlign = sheet.VTop },
		"Cell.Blocks":       func(m *small) { m.table.Rows[1].Cells[1].Blocks = nil },
	}
	plainBytes := written(t, newSmall().sheet)
	docxtest.Inspect(t, plainBytes)
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			m := newSmall()
			change(m)
			data := written(t, m.sheet)
			if bytes.Equal(data, plainBytes) {
				t.Error("the package is the same as before")
			}
			docxtest.Inspect(t, data)
		})
	}
}

// TestPanics breaks the invariants of package sheet: bugs of the stage before, which must not pass unseen.
func TestPanics(t *testing.T) {
	tests := map[string]struct {
		change func(*small)
		want   string
	}{
		"no sections":         {func(m *small) { m.sheet.Sections = nil }, "without sections"},
		"no blocks":           {func(m *small) { m.first.Blocks = nil }, "section without blocks"},
		"no language":         {func(m *small) { m.sheet.Properties.Language = "" }, "language"},
		"no runs":             {func(m *small) { m.p.Runs = nil }, "empty paragraph"},
		"no text":             {func(m *small) { m.p.Runs[0].Text = "" }, "run without text"},
		"blank with text":     {func(m *small) { m.p.Runs[0].Blank = unit.CM }, "blank with text"},
		"control character":   {func(m *small) { m.p.Runs[0].Text = "a\x0cb" }, "cannot carry"},
		"tab":                 {func(m *small) { m.p.Runs[0].Text = "a\tb" }, "cannot carry"},
		"no character at all": {func(m *small) { m.p.Runs[0].Text = "a\uffffb" }, "cannot carry"},
		"broken UTF-8":        {func(m *small) { m.p.Runs[0].Text = "a\xffb" }, "cannot carry"},
		"title":               {func(m *small) { m.sheet.Properties.Title = "a\x00" }, "cannot carry"},
		"unknown style":       {func(m *small) { m.p.Style = testStyle("La", "Lạ", 13, sheet.Left) }, "does not list"},
		"style id twice":      {func(m *small) { m.styles.body.ID = m.styles.cell.ID }, "two styles"},
		"writer's own style":  {func(m *small) { m.styles.body.ID = "Normal" }, "writer's own"},
		"style name":          {func(m *small) { m.styles.body.Name = "" }, "without an id or a name"},
		"line spacing":        {func(m *small) { m.styles.body.Line.Exact = unit.Pt }, "line spacing"},
		"outline":             {func(m *small) { m.styles.body.Outline = 10 }, "outline"},
		"colour":              {func(m *small) { m.styles.body.Font.Color = "đỏ" }, "no colour"},
		"size":                {func(m *small) { m.styles.body.Font.Size = 0 }, "without a size"},
		"right-aligned rule":  {func(m *small) { m.styles.motto.Align = sheet.Right }, "neither centred nor at the left"},
		"box too low":         {func(m *small) { m.boxed.Box.Height = 5 * unit.MM }, "a box of 5mm"},
		"box too high":        {func(m *small) { m.boxed.Box.Height = 50 * unit.MM }, "a box of 50mm"},
		"too few cells":       {func(m *small) { m.table.Rows[1].Cells = m.table.Rows[1].Cells[1:] }, "fewer cells"},
		"too many cells":      {func(m *small) { m.table.Rows[1].Cells[3].Span = 2 }, "more cells"},
		"no rows":             {func(m *small) { m.table.Rows = nil }, "without columns or rows"},
		"column width":        {func(m *small) { m.table.Columns[0] = 0 }, "without width"},
		"merged with blocks":  {func(m *small) { m.table.Rows[1].Cells[0].Merge = sheet.MergeContinue }, "merged upwards"},
		"negative margin":     {func(m *small) { m.first.Page.Left = -unit.MM }, "negative"},
		"unknown block":       {func(m *small) { m.first.Blocks[0] = nil }, "unknown block"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			m := newSmall()
			test.change(m)
			defer func() {
				if got, _ := recover().(string); !strings.Contains(got, test.want) {
					t.Errorf("panic %q, want one about %q", got, test.want)
				}
			}()
			written(t, m.sheet)
		})
	}
}
