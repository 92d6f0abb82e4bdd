package word

import (
	"slices"

	"vanban/internal/unit"
)

// Width is a preferred width: a length, a share of the room, or automatic where both are 0.
type Width struct {
	Length  unit.Length
	Percent float64
}

// Edges are four distances: the margins of a cell.
type Edges struct{ Top, Bottom, Left, Right unit.Length }

// VMerge is a cell's part in cells merged downwards.
type VMerge int

// The parts of a vertical merge.
const (
	NoMerge VMerge = iota
	MergeStart
	MergeContinue
)

// Table is a table. Borders of the cells are in effect: table style, table, row and cell laid over each other.
type Table struct {
	Place    Place
	Style    string // name of its style
	Width    Width
	Indent   unit.Length
	Align    Align
	Fixed    bool // columns as the grid says, whatever the text
	Grid     []unit.Length
	Borders  Borders
	Margins  Edges
	Floating *Frame // set by tblpPr: text flows around it
	Rows     []*Row
}

// At gives the place.
func (t *Table) At() Place { return t.Place }

// Row is a row of a table.
type Row struct {
	Header    bool // repeated on every page
	CantSplit bool
	Height    unit.Length // 0: as its text needs
	Exact     bool        // Height and no more
	Skip      int         // grid columns left out before its first cell
	Cells     []*Cell
	Change    *Change // the row was inserted or deleted
	Hidden    bool
}

// Gone tells a row that is not printed: deleted, or hidden.
func (r *Row) Gone() bool { return r.Hidden || r.Change != nil && r.Change.Kind.Gone() }

// Continues tells a cell that goes on with one of the row above it: merged downwards, with a merged cell of its place
// and width there. Word shows any other as a cell of its own.
func (c *Cell) Continues(above *Row) bool {
	if c.VMerge != MergeContinue || above == nil {
		return false
	}
	return slices.ContainsFunc(above.Cells, func(a *Cell) bool { return a.Column == c.Column && a.Span == c.Span && a.VMerge != NoMerge })
}

// Shown are the rows that are printed.
func (t *Table) Shown() []*Row {
	return slices.DeleteFunc(slices.Clone(t.Rows), (*Row).Gone)
}

// Cell is a cell.
type Cell struct {
	Column  int // of the grid, from 1
	Span    int // grid columns, from 1
	VMerge  VMerge
	Width   Width
	Borders Borders
	Margins Edges
	VAlign  string // "top", "center", "bottom"
	Shading string // "RRGGBB", "" for none
	Turned  string // text direction: "" as usual, "btLr" …
	Blocks  []Block
	Place   Place // of the cell; its Paragraph is 0
}

// Borderless tells a table that only places things: no cell has a visible line.
func (t *Table) Borderless() bool {
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			if c.Borders.Visible() {
				return false
			}
		}
	}
	return true
}

// Columns is the number of columns of the grid that cells reach to.
func (t *Table) Columns() int {
	n := len(t.Grid)
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			n = max(n, c.Column+c.Span-1)
		}
	}
	return n
}
