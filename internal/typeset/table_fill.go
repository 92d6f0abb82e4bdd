package typeset

import (
	"slices"

	"vanban/internal/sheet"
)

// tableCursor is a place in a table: the rows before it are on pages already, and of the row itself what
// the slots say.
type tableCursor struct {
	row   int
	mid   bool // the row has begun on an earlier page
	slots []slot
}

// slot is what a table knows of the cell, or run of merged cells, that covers a column.
type slot struct {
	cell *cell  // where it begins
	flow flow   // what stands in it
	at   cursor // what of it is on earlier pages
	over twip   // height of the rows of the run that are on this page already
	done bool   // all of it is on pages
	open *cellPiece
}

// tablePiece is what of a table stands on a page.
type tablePiece struct {
	table  *table
	rows   []rowPiece
	height twip // with the line at its bottom, which the rows do not hold
}

// rowPiece is a row, or a part of one, on a page.
type rowPiece struct {
	row    *row
	y      twip // from the top of the piece
	height twip
	cells  []*cellPiece // of the cells that begin in this row or on this page
}

// cellPiece is what of a cell, or of a run of merged cells, stands on a page.
type cellPiece struct {
	cell     *cell
	height   twip // of the cell on this page
	fragment fragment
}

// tableFiller puts the rows of a table into a column.
type tableFiller struct {
	table *table
	room  twip
	whole twip // of an empty column
	piece tablePiece
	at    tableCursor

	safe     tableCursor // the last place where the table may be broken
	safeRows int
	safeY    twip
}

// fill gives what of the table stands in some room of a column, and where it goes on; next is nil when
// nothing is left. whole is the room of an empty column: a row that is higher splits, whatever it says.
// ok is false when not one row fits. With force something is put into the column all the same.
func (t *table) fill(from *tableCursor, room, whole twip, force bool) (out *tablePiece, next *tableCursor, ok bool) {
	w := tableFiller{table: t, room: room - t.border(), whole: whole - t.border(), piece: tablePiece{table: t}}
	if from != nil {
		w.at = tableCursor{from.row, from.mid, slices.Clone(from.slots)}
		w.repeatHeaders()
	} else {
		w.at.slots = make([]slot, len(t.edges)-1)
	}
	w.safeRows, w.safeY = len(w.piece.rows), w.piece.height
	w.piece.rows = slices.Grow(w.piece.rows, min(len(t.rows)-w.at.row, 64))
	first := len(w.piece.rows)
	for w.at.row < len(t.rows) {
		r := &t.rows[w.at.row]
		w.open(r)
		height := w.rowHeight(r)
		if w.piece.height+height > w.room {
			return w.end(r, height, force, first)
		}
		w.place(r, height)
		w.at.row, w.at.mid = w.at.row+1, false
		// A header is not left alone at the foot of a page.
		if !r.source.KeepNext && w.at.row > t.headers {
			w.safe.row, w.safe.slots = w.at.row, append(w.safe.slots[:0], w.at.slots...)
			w.safeRows, w.safeY = len(w.piece.rows), w.piece.height
		}
	}
	w.piece.height += t.border()
	return &w.piece, nil, true
}

// repeatHeaders puts the header rows at the top of a page that the table goes on to.
func (w *tableFiller) repeatHeaders() {
	head := tableFiller{table: w.table, room: endless}
	head.at.slots = make([]slot, len(w.table.edges)-1)
	if w.at.row < w.table.headers {
		return
	}
	for i := range w.table.headers {
		r := &w.table.rows[i]
		head.open(r)
		head.place(r, head.rowHeight(r))
	}
	if head.piece.height*2 < w.room { // headers that fill the page would leave no room for the table
		w.piece.rows, w.piece.height = head.piece.rows, head.piece.height
	}
}

// open starts the slots of the cells that begin in a row.
func (w *tableFiller) open(r *row) {
	if w.at.mid {
		return
	}
	for i := range r.cells {
		c := &r.cells[i]
		if c.source.Merge != sheet.MergeContinue {
			w.at.slots[c.column] = slot{cell: c, flow: c.flow}
		}
	}
}

// rowHeight is what the row needs: the tallest of the cells that end in it.
func (w *tableFiller) rowHeight(r *row) twip {
	height := twip(0)
	for i := range r.cells {
		c := &r.cells[i]
		s := &w.at.slots[c.column]
		if !c.ends || s.done {
			continue
		}
		rest, _, _ := s.flow.fill(s.at, endless, inCell)
		height = max(height, rest.height-s.over)
	}
	return height + w.table.border()
}

// place puts a whole row on the page.
func (w *tableFiller) place(r *row, height twip) {
	p := rowPiece{row: r, y: w.piece.height, height: height, cells: make([]*cellPiece, 0, len(r.cells))}
	for i := range r.cells {
		c := &r.cells[i]
		s := &w.at.slots[c.column]
		p.hold(s)
		s.over += height
		if c.ends {
			s.close(endless)
		}
	}
	w.piece.rows = append(w.piece.rows, p)
	w.piece.height += height
}

// hold opens the slot's piece on this page, in the row where it begins.
func (r *rowPiece) hold(s *slot) {
	if s.open == nil {
		s.open = &cellPiece{cell: s.cell}
		r.cells = append(r.cells, s.open)
	}
}

// close puts what fits of a slot's flow into its piece on this page, which has the height of the rows it
// covers, and makes the slot ready for the next page.
func (s *slot) close(room twip) {
	s.open.height = s.over
	if !s.done {
		s.open.fragment, s.at, s.done = s.flow.fill(s.at, room, inCell)
	}
	s.open, s.over = nil, 0
}

// end settles where the table is broken when row r does not fit.
func (w *tableFiller) end(r *row, height twip, force bool, first int) (*tablePiece, *tableCursor, bool) {
	stuck := w.safeRows == first && first == len(w.piece.rows)
	splits := !r.source.NoSplit || w.at.mid || height > w.whole || force && stuck
	if splits && w.split(r, force && stuck) {
		return w.broken()
	}
	if w.safeRows > first {
		w.piece.rows, w.piece.height = w.piece.rows[:w.safeRows], w.safeY
		w.at = tableCursor{row: w.safe.row, slots: w.safe.slots}
	} else if !force || len(w.piece.rows) == first {
		return nil, nil, false
	}
	w.closeOpen()
	return w.broken()
}

// broken is the piece of a table that goes on, unless the row that did not fit was its last.
func (w *tableFiller) broken() (*tablePiece, *tableCursor, bool) {
	w.piece.height += w.table.border()
	if w.at.row == len(w.table.rows) {
		return &w.piece, nil, true
	}
	next := w.at
	return &w.piece, &next, true
}

// closeOpen ends, on this page, the runs of merged cells that go on to the next.
func (w *tableFiller) closeOpen() {
	for i := range w.at.slots {
		if s := &w.at.slots[i]; s.open != nil {
			s.close(s.over)
		}
	}
}

// split puts the upper part of a row on the page. It gives false, and does nothing, when a cell has text
// left of which not one line fits, unless forced.
func (w *tableFiller) split(r *row, force bool) bool {
	room := w.room - w.piece.height - w.table.border()
	height := twip(0)
	for i := range r.cells {
		c := &r.cells[i]
		s := &w.at.slots[c.column]
		if s.done {
			continue
		}
		part, _, done := s.flow.fill(s.at, room+s.over, inCell)
		if part.overfull && !force {
			return false
		}
		if part.overfull {
			room = max(room, part.height-s.over)
		}
		if c.ends || done {
			height = max(height, min(part.height-s.over, room))
		}
	}
	p := rowPiece{row: r, y: w.piece.height, height: height + w.table.border(), cells: make([]*cellPiece, 0, len(r.cells))}
	for i := range r.cells {
		c := &r.cells[i]
		s := &w.at.slots[c.column]
		p.hold(s)
		above := s.over
		s.over += p.height
		s.close(room + above)
	}
	w.piece.rows = append(w.piece.rows, p)
	w.piece.height += p.height
	w.at.mid = !w.finished(r)
	if !w.at.mid {
		w.at.row++
	}
	return true
}

// finished tells whether all text of a row is on pages: it may be that only the space below did not fit.
func (w *tableFiller) finished(r *row) bool {
	for i := range r.cells {
		if c := &r.cells[i]; c.ends && !w.at.slots[c.column].done {
			return false
		}
	}
	return true
}
