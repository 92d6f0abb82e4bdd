package typeset_test

import (
	"fmt"
	"strings"
	"testing"

	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// builder makes a sheet out of bytes: every word of it stands once in the source.
type builder struct {
	bytes []byte
	words int
	body  *sheet.Style
	cell  *sheet.Style
}

// next gives a number below n.
func (b *builder) next(n int) int {
	if len(b.bytes) == 0 {
		return 0
	}
	v := int(b.bytes[0]) % n
	b.bytes = b.bytes[1:]
	return v
}

func (b *builder) paragraph(s *sheet.Style, most int) *sheet.Paragraph {
	var text []string
	for range 1 + b.next(most) {
		text = append(text, fmt.Sprintf("từ%05d", b.words))
		b.words++
	}
	p := para(s, strings.Join(text, " "))
	p.KeepNext = b.next(3) == 0
	return p
}

func (b *builder) table(depth int) *sheet.Table {
	columns := 1 + b.next(3)
	t := &sheet.Table{Grid: b.next(2) == 0, PadX: unit.MM}
	for range columns {
		t.Columns = append(t.Columns, 120*unit.MM/unit.Length(columns))
	}
	open := make([]bool, columns)
	for i := range 1 + b.next(12) {
		r := &sheet.Row{NoSplit: b.next(2) == 0, KeepNext: b.next(4) == 0}
		for c := range columns {
			if open[c] && i > 0 && b.next(2) == 0 {
				r.Cells = append(r.Cells, &sheet.Cell{Merge: sheet.MergeContinue})
				continue
			}
			cell := &sheet.Cell{VAlign: sheet.VAlign(b.next(2))}
			if open[c] = b.next(3) == 0; open[c] {
				cell.Merge = sheet.MergeStart
			}
			if depth == 0 && b.next(12) == 1 {
				cell.Blocks = append(cell.Blocks, b.table(1))
			}
			for range 1 + b.next(2) {
				cell.Blocks = append(cell.Blocks, b.paragraph(b.cell, 200))
			}
			r.Cells = append(r.Cells, cell)
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// FuzzPages: whatever the paragraphs and tables, the work ends and every word stands once.
func FuzzPages(f *testing.F) {
	for seed := range 40 {
		data, v := make([]byte, 300), uint32(seed*7919+1)
		for i := range data {
			v = v*1664525 + 1013904223
			data[i] = byte(v >> 24)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 600 {
			return
		}
		b := &builder{bytes: data, body: style("NoiDung", 14, sheet.Justify), cell: style("O", 12, sheet.Left)}
		b.cell.Before, b.cell.After, b.body.Before = 3*unit.Pt, 2*unit.Pt, 6*unit.Pt
		b.body.KeepLines = b.next(2) == 0
		var blocks []sheet.Block
		for len(b.bytes) > 0 {
			if b.next(3) == 0 {
				blocks = append(blocks, b.table(0))
			} else {
				blocks = append(blocks, b.paragraph(b.body, 250))
			}
		}
		if len(blocks) == 0 {
			return
		}
		seen := map[string]int{}
		for _, l := range texts(set(t, sheetOf(section(a4(), blocks...)))) {
			for _, w := range strings.Fields(l) {
				seen[w]++
			}
		}
		for i := range b.words {
			if w := fmt.Sprintf("từ%05d", i); seen[w] != 1 {
				t.Fatalf("«%s» stands %d times", w, seen[w])
			}
		}
	})
}
