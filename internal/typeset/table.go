package typeset

import (
	"fmt"

	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// gridWeight is the weight of a table's lines.
const gridWeight = unit.Pt / 2

// table is a sheet.Table laid out: its cells' paragraphs broken into lines.
type table struct {
	source  *sheet.Table
	edges   []twip // of the columns, from the left edge of the column that holds the table
	rows    []row
	headers int // rows at the top that are repeated
}

// row is a row of a table.
type row struct {
	source *sheet.Row
	cells  []cell
}

// cell is a cell of a row. A cell that goes on with one above has no flow.
type cell struct {
	source *sheet.Cell
	column int  // first it covers
	end    int  // after the last it covers
	x      twip // of its text, from where the table's column begins
	flow   flow
	ends   bool // the last row of a run of merged cells; true for a cell that is not merged
}

// table lays out a table. A table whose rows do not fill its columns is broken, and panics.
func (s *setter) table(t *sheet.Table) *table {
	if len(t.Columns) == 0 || len(t.Rows) == 0 {
		panic("typeset: a table without columns or rows")
	}
	out := &table{source: t, edges: make([]twip, len(t.Columns)+1), rows: make([]row, len(t.Rows))}
	at := unit.Length(0)
	for i, c := range t.Columns {
		at += c
		out.edges[i+1] = toTwips(at)
	}
	indent := toTwips(t.Indent)
	for i := range out.edges {
		out.edges[i] += indent
	}
	for i, r := range t.Rows {
		out.rows[i] = s.row(out, r)
		if r.Header && out.headers == i {
			out.headers = i + 1
		}
	}
	if out.headers == len(out.rows) {
		out.headers = 0 // nothing to repeat them over
	}
	out.joinMerged()
	return out
}

func (s *setter) row(t *table, r *sheet.Row) row {
	out := row{source: r, cells: make([]cell, 0, len(r.Cells))}
	column, pad := 0, toTwips(t.source.PadX)
	for _, c := range r.Cells {
		end := column + max(1, c.Span)
		if end >= len(t.edges) {
			panic(fmt.Sprintf("typeset: a row of the table at %s has more cells than columns", t.source.At))
		}
		made := cell{source: c, column: column, end: end, x: t.edges[column] + pad, ends: true}
		if c.Merge != sheet.MergeContinue {
			made.flow = s.flow(c.Blocks, t.edges[end]-t.edges[column]-2*pad)
		}
		out.cells = append(out.cells, made)
		column = end
	}
	if column != len(t.edges)-1 {
		panic(fmt.Sprintf("typeset: a row of the table at %s has fewer cells than columns", t.source.At))
	}
	return out
}

// joinMerged marks the rows in which runs of merged cells end.
func (t *table) joinMerged() {
	for i := range t.rows {
		for j := range t.rows[i].cells {
			c := &t.rows[i].cells[j]
			if c.source.Merge == sheet.MergeNone {
				continue
			}
			below := i+1 < len(t.rows) && t.rows[i+1].goesOn(c.column)
			c.ends = !below
			if c.source.Merge == sheet.MergeContinue && (i == 0 || !t.rows[i-1].mergedAt(c.column)) {
				panic(fmt.Sprintf("typeset: a cell of the table at %s goes on with none above it", t.source.At))
			}
		}
	}
}

func (r row) goesOn(column int) bool {
	for _, c := range r.cells {
		if c.column == column {
			return c.source.Merge == sheet.MergeContinue
		}
	}
	return false
}

func (r row) mergedAt(column int) bool {
	for _, c := range r.cells {
		if c.column == column {
			return c.source.Merge != sheet.MergeNone
		}
	}
	return false
}

func (t *table) keepNext() bool { return t.rows[len(t.rows)-1].source.KeepNext }

// border is the room that a row's lines take.
func (t *table) border() twip {
	if t.source.Grid {
		return toTwips(gridWeight)
	}
	return 0
}
