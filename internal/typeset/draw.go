package typeset

import (
	"strings"

	"vanban/internal/sheet"
)

// sheetOfPaper is a page in the making.
type sheetOfPaper struct {
	*Page
	document *Document
	index    int    // in the document
	spans    []Span // of its lines
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
			pg.Lines = append(pg.Lines, Line{Baseline: (y + l.ascent).length(), Spans: spans})
		}
		y += l.pitch
	}
	pg.ornaments(p.paragraph, p.from, p.to, x, top, y)
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
	for _, r := range t.rows {
		for _, c := range r.cells {
			y := top + r.y + line
			if room := c.height - line - c.fragment.height; c.cell.source.VAlign == sheet.VMiddle && room > 0 {
				y += room / 2
			}
			pg.fragment(c.fragment, x+c.cell.x, y)
		}
	}
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
