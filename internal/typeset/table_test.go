package typeset_test

import (
	"fmt"
	"strings"
	"testing"

	"vanban/internal/sheet"
	"vanban/internal/typeset"
	"vanban/internal/unit"
)

// oneColumn is a table of one column with a row for each text.
func oneColumn(split bool, texts ...string) *sheet.Table {
	cell := style("O", 12, sheet.Left)
	t := &sheet.Table{Columns: []unit.Length{60 * unit.MM}, Grid: true, PadX: 2 * unit.MM}
	for _, s := range texts {
		t.Rows = append(t.Rows, &sheet.Row{NoSplit: !split, Cells: []*sheet.Cell{cellOf(para(cell, s))}})
	}
	return t
}

// count gives how many lines of each page hold a text.
func count(d *typeset.Document, part string) []int {
	out := make([]int, len(d.Pages))
	for i, p := range d.Pages {
		for _, l := range p.Lines {
			if strings.Contains(text(l), part) {
				out[i]++
			}
		}
	}
	return out
}

func TestHeaderRowsAreRepeated(t *testing.T) {
	d := set(t, sheetOf(section(a4(), assignments(60, true))))
	if len(d.Pages) < 3 {
		t.Fatalf("%d pages", len(d.Pages))
	}
	for i, n := range count(d, "Nhiệm vụ") {
		if n != 1 {
			t.Errorf("page %d has %d headers", i+1, n)
		}
	}
	first := d.Pages[0].Lines[0].Spans[0]
	for i, p := range d.Pages[1:] {
		if s := p.Lines[1].Spans[0]; s.X != first.X { // line 0 is the page's number
			t.Errorf("page %d: the header begins at %s, on page 1 at %s", i+2, s.X, first.X)
		}
	}
	inside(t, d, a4())
}

// A header is not left without a row at the foot of a page.
func TestHeaderIsNotLeftAlone(t *testing.T) {
	body := style("NoiDung", 14, sheet.Left)
	for filler := 38; filler < 46; filler++ {
		var blocks []sheet.Block
		for range filler {
			blocks = append(blocks, para(body, "dòng"))
		}
		table := oneColumn(false, "đầu bảng", "hàng một", "hàng hai")
		table.Rows[0].Header = true
		d := set(t, sheetOf(section(a4(), append(blocks, table)...)))
		heads, rows := count(d, "đầu bảng"), count(d, "hàng")
		for i := range heads {
			if heads[i] > 0 && rows[i] == 0 {
				t.Errorf("after %d lines: page %d has the header and no row", filler, i+1)
			}
		}
	}
}

func TestRowsMoveWhole(t *testing.T) {
	var rows []string
	for range 30 {
		rows = append(rows, strings.Repeat("hàng ", 40))
	}
	d := set(t, sheetOf(section(a4(), oneColumn(false, rows...))))
	for i, n := range count(d, "hàng") {
		if n%7 != 0 {
			t.Errorf("page %d has %d lines of rows of 7", i+1, n)
		}
	}
	inside(t, d, a4())
}

// What is taller than a page goes on on the next, whether the row may split or not.
func TestCellTallerThanAPage(t *testing.T) {
	for _, split := range []bool{true, false} {
		words := make([]string, 2000)
		for i := range words {
			words[i] = fmt.Sprintf("từ%04d", i)
		}
		d := set(t, sheetOf(section(a4(), oneColumn(split, "trước", strings.Join(words, " "), "sau"))))
		got := strings.Join(strings.Fields(strings.Join(texts(d), " ")), " ")
		for i, w := range words {
			if strings.Count(got, w) != 1 {
				t.Fatalf("split %v: word %d stands %d times", split, i, strings.Count(got, w))
			}
		}
		if len(d.Pages) < 5 {
			t.Errorf("split %v: %d pages", split, len(d.Pages))
		}
		inside(t, d, a4())
	}
}

// The text of merged cells goes on over a page break, and every word stands once.
func TestMergedCellsOverPages(t *testing.T) {
	cell := style("O", 12, sheet.Left)
	words := make([]string, 300)
	for i := range words {
		words[i] = fmt.Sprintf("gộp%03d", i)
	}
	table := &sheet.Table{Columns: []unit.Length{40 * unit.MM, 120 * unit.MM}, Grid: true, PadX: 2 * unit.MM}
	for i := range 12 {
		first := &sheet.Cell{Merge: sheet.MergeContinue}
		if i == 0 {
			first = &sheet.Cell{Merge: sheet.MergeStart, Blocks: []sheet.Block{para(cell, strings.Join(words, " "))}}
		}
		table.Rows = append(table.Rows, &sheet.Row{NoSplit: i%2 == 0, Cells: []*sheet.Cell{
			first, cellOf(para(cell, fmt.Sprintf("hàng%02d ", i)+prose(i, 8))),
		}})
	}
	d := set(t, sheetOf(section(a4(), table)))
	if len(d.Pages) < 2 {
		t.Fatal("the table does not break")
	}
	got := strings.Join(texts(d), " ")
	for _, w := range words {
		if n := strings.Count(got, w); n != 1 {
			t.Errorf("«%s» stands %d times", w, n)
		}
	}
	inside(t, d, a4())
}

// A row that is kept with the next moves with it.
func TestRowKeepNext(t *testing.T) {
	for filler := 40; filler < 46; filler++ {
		var rows []string
		for range filler {
			rows = append(rows, "dòng")
		}
		table := oneColumn(false, append(rows, "nhóm", "hàng của nhóm")...)
		table.Rows[filler].KeepNext = true
		d := set(t, sheetOf(section(a4(), table)))
		groups, rowsOf := count(d, "nhóm"), count(d, "hàng của")
		for i := range groups {
			if groups[i] != 2*rowsOf[i] {
				t.Errorf("%d rows before: group and row stand on different pages: %v, %v", filler, groups, rowsOf)
			}
		}
	}
}

// A table in a cell is a table.
func TestNestedTable(t *testing.T) {
	cell := style("O", 12, sheet.Left)
	table := &sheet.Table{Columns: []unit.Length{100 * unit.MM}, Grid: true, PadX: 2 * unit.MM, Rows: []*sheet.Row{{
		Cells: []*sheet.Cell{cellOf(para(cell, "ngoài"), oneColumn(true, "trong một", "trong hai"), para(cell, "hết"))},
	}}}
	d := set(t, sheetOf(section(a4(), table)))
	if got := strings.Join(texts(d), "|"); got != "ngoài|trong một|trong hai|hết" {
		t.Errorf("lines are %s", got)
	}
}

// Twice as many rows are twice as much work: the allocations tell, whatever the machine.
func TestLongTableIsLinear(t *testing.T) {
	fonts := embedded(t)
	work := func(rows int) float64 {
		s := sheetOf(section(a4(), assignments(rows, true)))
		return testing.AllocsPerRun(1, func() { typeset.Typeset(s, fonts) })
	}
	small, large := work(500), work(2000)
	if large > 4.4*small {
		t.Errorf("500 rows take %.0f allocations, 2000 rows %.0f", small, large)
	}
}

func BenchmarkTable2000(b *testing.B) {
	fonts, s := embedded(b), sheetOf(section(a4(), assignments(2000, true)))
	b.ReportAllocs()
	for b.Loop() {
		typeset.Typeset(s, fonts)
	}
}

func BenchmarkPlan(b *testing.B) {
	fonts, s := embedded(b), plan(14, 85, 240)
	d, _ := typeset.Typeset(s, fonts)
	b.ReportAllocs()
	for b.Loop() {
		typeset.Typeset(s, fonts)
	}
	b.ReportMetric(float64(len(d.Pages)), "pages")
}

func BenchmarkPage(b *testing.B) {
	fonts, s := embedded(b), plan(14, 4, 240)
	b.ReportAllocs()
	for b.Loop() {
		typeset.Typeset(s, fonts)
	}
}
