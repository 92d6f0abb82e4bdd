package typeset

import (
	"strings"

	"vanban/internal/sheet"
)

// sheetOfPaper is a page in the making.
type sheetOfPaper struct {
	*Page
	document *Document
	index    int       // in the document
	spans    []Span    // of its lines
	plain    StartKind // what begins with a paragraph outside tables
	starts   Start     // what begins with the next paragraph of a table, where it is not another of its cell
	column   int       // of the cell being drawn, from 1; 0 outside tables
}

func (pg *sheetOfPaper) stroke(s Stroke) { pg.Strokes = append(pg.Strokes, s) }

// fragment draws a fragment in a column whose upper left corner is at x, y.
func (pg *sheetOfPaper) fragment(f fragment, x, y twip) {
	for _, p := range f.pieces {
		if p.table != nil {
			pg.table(p.table, x, y+p.y)
		} else {
			pg.paragraph(p, x, y+p.y)
		}
	}
}

// paragraph draws lines of a paragraph, and what goes with them.
func (pg *sheetOfPaper) paragraph(p piece, x, top twip) {
	src := p.paragraph.source
	if p.from == 0 && src.Style.Outline > 0 {
		pg.document.Outline = append(pg.document.Outline, Mark{
			Level: src.Style.Outline,
			Title: outlineTitle(src),
			Page:  pg.index,
			Y:     top.length(),
		})
	}
	y := top
	starts := pg.starting(p.from)
	for i := p.from; i < p.to; i++ {
		l := &p.paragraph.lines[i]
		if len(l.spans) > 0 {
			// The spans are copied, because the rows of a header are drawn on many pages.
			start := len(pg.spans)
			pg.spans = append(pg.spans, l.spans...)
			spans := pg.spans[start:len(pg.spans):len(pg.spans)]
			for j := range spans {
				spans[j].X += x.length()
			}
			pg.Lines = append(pg.Lines, Line{Baseline: (y + l.ascent).length(), Spans: spans, Starts: starts})
			starts = Start{}
		}
		y += l.pitch
	}
	pg.ornaments(p.paragraph, p.from, p.to, x, top, y)
}

// starting tells what begins with a paragraph of which the lines before from stand on another page.
func (pg *sheetOfPaper) starting(from int) Start {
	starts := pg.starts
	pg.starts = Start{}
	switch {
	case pg.column > 0 && from > 0:
		return Start{GoesOnInCell, pg.column}
	case from > 0:
		return Start{}
	case starts.Kind != GoesOn:
		return starts
	case pg.column > 0:
		return Start{Kind: MoreInCell}
	}
	return Start{Kind: pg.plain}
}

// outlineTitle is the text of a heading, on one line.
func outlineTitle(p *sheet.Paragraph) string {
	if p.OutlineTitle != "" {
		return p.OutlineTitle
	}
	var b strings.Builder
	for _, r := range p.Runs {
		if r.Break {
			b.WriteByte(' ')
		}
		b.WriteString(r.Text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// table draws a part of a table: backgrounds, lines, then the text row by row.
func (pg *sheetOfPaper) table(t *tablePiece, x, top twip) {
	for _, r := range t.rows {
		for _, c := range r.cells {
			pg.background(t.table, c, x, top+r.y)
		}
	}
	if t.table.source.Grid {
		pg.grid(t, x, top)
	}
	line := t.table.border()
	outside := pg.column
	defer func() { pg.column, pg.starts = outside, Start{} }()
	for _, r := range t.rows {
		kinds := t.starts(r)
		for _, c := range r.cells {
			pg.column = c.cell.column + 1
			if pg.starts = (Start{MoreOfCell, pg.column}); c.begins() {
				pg.starts.Kind = kinds[0]
				kinds[0] = kinds[1]
			}
			y := top + r.y + line
			if room := c.height - line - c.fragment.height; c.cell.source.VAlign == sheet.VMiddle && room > 0 {
				y += room / 2
			}
			pg.fragment(c.fragment, x+c.cell.x, y)
		}
	}
}

// starts gives what begins with the first cell of a row, and with each of its others.
func (t *tablePiece) starts(r rowPiece) [2]StartKind {
	switch {
	case !t.table.source.Grid:
		return [2]StartKind{StartColumns, StartColumn}
	case r.row.source.Header:
		return [2]StartKind{StartHead, StartCell}
	}
	return [2]StartKind{StartRow, StartCell}
}

// begins tells whether the cell's text begins on this page.
func (c *cellPiece) begins() bool {
	pieces := c.fragment.pieces
	return len(pieces) > 0 && pieces[0].from == 0 && pieces[0].paragraph == c.cell.flow[0].paragraph
}

func (pg *sheetOfPaper) background(t *table, c *cellPiece, x, y twip) {
	if c.cell.source.Fill == "" {
		return
	}
	left, right := t.edges[c.cell.column], t.edges[c.cell.end]
	pg.Fills = append(pg.Fills, Fill{
		X:      (x + left).length(),
		Y:      y.length(),
		Width:  (right - left).length(),
		Height: c.height.length(),
		Color:  c.cell.source.Fill,
	})
}

// grid draws the lines of a table: around the whole in one stroke each, between rows and cells where
// they are not merged.
func (pg *sheetOfPaper) grid(t *tablePiece, x, top twip) {
	left, right := x+t.table.edges[0], x+t.table.edges[len(t.table.edges)-1]
	top += t.table.border() / 2 // a row's line lies within it, at its top
	for i, r := range t.rows {
		y := top + r.y
		if i == 0 {
			pg.gridLine(left, y, right, y)
			continue
		}
		for _, run := range r.unmerged() {
			pg.gridLine(x+t.table.edges[run[0]], y, x+t.table.edges[run[1]], y)
		}
	}
	bottom := top + t.height - t.table.border()
	pg.gridLine(left, bottom, right, bottom)
	for edge := range t.table.edges {
		at := x + t.table.edges[edge]
		for i := 0; i < len(t.rows); {
			if !t.rows[i].hasEdge(edge) {
				i++
				continue
			}
			start := i
			for i < len(t.rows) && t.rows[i].hasEdge(edge) {
				i++
			}
			end := t.rows[i-1]
			pg.gridLine(at, top+t.rows[start].y, at, top+end.y+end.height)
		}
	}
}

func (pg *sheetOfPaper) gridLine(x1, y1, x2, y2 twip) {
	pg.stroke(Stroke{X1: x1.length(), Y1: y1.length(), X2: x2.length(), Y2: y2.length(), Weight: gridWeight})
}

// unmerged gives the runs of columns whose cells begin in the row, as first and end column.
func (r rowPiece) unmerged() [][2]int {
	var runs [][2]int
	for i := range r.row.cells {
		c := &r.row.cells[i]
		if c.source.Merge == sheet.MergeContinue {
			continue
		}
		if n := len(runs); n > 0 && runs[n-1][1] == c.column {
			runs[n-1][1] = c.end
		} else {
			runs = append(runs, [2]int{c.column, c.end})
		}
	}
	return runs
}

// hasEdge tells whether a cell of the row begins or ends at the edge of a column.
func (r rowPiece) hasEdge(edge int) bool {
	for i := range r.row.cells {
		if c := &r.row.cells[i]; c.column == edge || c.end == edge {
			return true
		}
	}
	return false
}
