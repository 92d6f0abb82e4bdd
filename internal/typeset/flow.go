package typeset

import (
	"fmt"

	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// flow is the content of a column (the page's body, a cell, a foot), laid out for its width.
type flow []block

// block is a paragraph or a table: one of the two is set.
type block struct {
	paragraph *paragraph
	table     *table
}

// cursor is a place in a flow: what stands before it is on a page already.
type cursor struct {
	block int
	line  int          // of the block, where it is a paragraph
	table *tableCursor // within the block, where it is a table; nil for its beginning
}

// piece is a stretch of a block on a page; y counts from the top of the column.
type piece struct {
	y         twip
	paragraph *paragraph
	from, to  int // lines of it
	table     *tablePiece
}

// fragment is what of a flow stands in one column of one page.
type fragment struct {
	pieces []piece
	height twip // with the space after the last paragraph, where that has ended

	overfull bool // less would have stood here by the rules; the column was not to stay empty
}

// flow lays blocks out for a column.
func (s *setter) flow(blocks []sheet.Block, width twip) flow {
	out := make(flow, 0, len(blocks))
	for _, b := range blocks {
		switch b := b.(type) {
		case *sheet.Paragraph:
			out = append(out, block{paragraph: s.paragraph(b, width)})
		case *sheet.Table:
			out = append(out, block{table: s.table(b)})
		default:
			panic(fmt.Sprintf("typeset: unknown block %T", b))
		}
	}
	return out
}

func (b block) keepNext() bool {
	if b.table != nil {
		return b.table.keepNext()
	}
	return b.paragraph.keepNext
}

// spaces are the spaces above and below a block. LibreOffice and Word cannot put two tables next to each
// other, nor end with one: the DOCX has a paragraph one point high there.
func (f flow) spaces(i int) (before, after twip) {
	if p := f[i].paragraph; p != nil {
		return p.before, p.after
	}
	if i+1 == len(f) || f[i+1].table != nil {
		return 0, toTwips(unit.Pt)
	}
	return 0, 0
}

// column says what a flow is put into.
type column int

const (
	begun    column = iota // the first page of a section, a foot
	followed               // a page that the flow has come to by itself: no space above its first paragraph
	inCell                 // a cell: like LibreOffice and Word, without regard for single lines
)

// filler puts a flow into columns of a given height, one column at a time.
type filler struct {
	flow flow
	room twip
	kind column

	fragment fragment
	y        twip
	gap      twip // space after the block before
	safe     snapshot
	next     cursor // what comes after the fragment
}

// snapshot is a place where the column may end: the block in hand is kept with all since.
type snapshot struct {
	at     cursor
	pieces int
	y      twip
}

// fill gives what of a flow, from a cursor, stands in a column of some room, and where the next column
// goes on. There is always some progress: what no column can hold stands alone and hangs out. done
// tells that nothing is left.
func (f flow) fill(from cursor, room twip, kind column) (out fragment, next cursor, done bool) {
	w := filler{flow: f, room: room, kind: kind, next: from}
	w.safe.at = from
	for i := from.block; i < len(f); i++ {
		at := w.next
		before, after := f.spaces(i)
		switch begins := at.line == 0 && at.table == nil; {
		case begins && (kind != followed || i > from.block):
			w.gap += before
		case !begins && kind == inCell:
			w.gap = before // LibreOffice has it again where a cell goes on
		}
		if !w.block(i, at) {
			return w.fragment, w.next, false
		}
		w.gap = after
		w.next = cursor{block: i + 1}
		if !f[i].keepNext() {
			w.safe = snapshot{w.next, len(w.fragment.pieces), w.y}
		}
	}
	w.fragment.height = w.y + w.gap
	return w.fragment, w.next, true
}

// block puts one block into the column. When not all of it fits it settles where the column ends and
// gives false.
func (w *filler) block(i int, at cursor) bool {
	b := w.flow[i]
	if b.table != nil {
		return w.putTable(b.table, at)
	}
	return w.putParagraph(b.paragraph, at)
}

func (w *filler) putParagraph(p *paragraph, at cursor) bool {
	tail := twip(0)
	if w.kind == inCell {
		last := p.lines[len(p.lines)-1]
		tail = last.pitch - last.fit + p.after // the cell has to hold it
	}
	fits, height := p.fitting(at.line, w.room-w.y-w.gap, tail)
	end := at.line + fits
	if end == len(p.lines) {
		w.put(piece{paragraph: p, from: at.line, to: end}, height)
		return true
	}
	// LibreOffice keeps all lines of a paragraph together that is kept with the next.
	if !p.keepLines && !p.keepNext {
		if n := w.unwidowed(p, at.line, end); n > at.line {
			w.put(piece{paragraph: p, from: at.line, to: n}, p.pitch(at.line, n))
			w.stop(cursor{block: at.block, line: n})
			return false
		}
	}
	if w.retreat() {
		return false
	}
	w.forceParagraph(p, at, end)
	return false
}

// putTable puts what fits of a table into the column.
func (w *filler) putTable(t *table, at cursor) bool {
	top := w.y + w.gap
	part, next, ok := t.fill(at.table, w.room-top, w.room, false)
	if !ok {
		if w.retreat() {
			return false
		}
		_, _, fitsAlone := t.fill(at.table, w.room, w.room, false)
		part, next, _ = t.fill(at.table, w.room-top, w.room, true)
		if len(w.fragment.pieces) > 0 && (fitsAlone || part.height > w.room-top) {
			w.stop(at)
			w.yield()
			return false
		}
		w.fragment.overfull = true
	}
	w.put(piece{table: part}, part.height)
	if next == nil {
		return true
	}
	w.stop(cursor{block: at.block, table: next})
	return false
}

// put adds a piece of some height below the gap.
func (w *filler) put(p piece, height twip) {
	p.y = w.y + w.gap
	w.fragment.pieces = append(w.fragment.pieces, p)
	w.y = p.y + height
	w.gap = 0
}

// stop ends the column: the flow goes on from next.
func (w *filler) stop(next cursor) {
	w.next = next
	w.fragment.height = w.y
}

// retreat ends the column at the last place where it may end; false when that would leave it empty.
func (w *filler) retreat() bool {
	if w.safe.pieces == 0 {
		return false
	}
	w.fragment.pieces = w.fragment.pieces[:w.safe.pieces]
	w.y = w.safe.y
	w.stop(w.safe.at)
	return true
}

// forceParagraph ends a column that is all of one chain of kept blocks, longer than a page: within the
// paragraph in hand if some of its lines fit, else before it, with the last lines of the chain.
func (w *filler) forceParagraph(p *paragraph, at cursor, end int) {
	n := w.unwidowed(p, at.line, end)
	if n == at.line && len(w.fragment.pieces) == 0 {
		n = max(end, at.line+1) // a line alone, or one that hangs out, rather than nothing
		w.fragment.overfull = true
	}
	if n > at.line {
		w.put(piece{paragraph: p, from: at.line, to: n}, p.pitch(at.line, n))
		w.stop(cursor{block: at.block, line: n})
		return
	}
	w.stop(at)
	w.yield()
}

// yield moves the last two lines of a column on to the next, to go with a block that is kept with them.
// A column that would be left empty keeps them.
func (w *filler) yield() {
	const wanted = 2
	pieces, have := w.fragment.pieces, 0
	for i := len(pieces) - 1; i >= 0 && have < wanted; i-- {
		last := &pieces[i]
		if last.paragraph == nil {
			return
		}
		n := last.to - last.from
		cut := last.to - (wanted - have)
		if cut-last.from >= 2 {
			last.to = cut
			w.fragment.pieces = pieces[:i+1]
			w.y = last.y + last.paragraph.pitch(last.from, cut)
			w.stop(cursor{block: w.next.block - (len(pieces) - i), line: cut})
			return
		}
		have += n
		if i == 0 {
			return
		}
		w.fragment.pieces = pieces[:i]
		w.y = last.y
		w.next = cursor{block: w.next.block - 1, line: last.from}
		w.fragment.height = w.y
		pieces = w.fragment.pieces
	}
}

// fitting gives how many lines from one on fit into some room, and the height they take. The last line of
// the paragraph needs a tail besides.
func (p *paragraph) fitting(from int, room, tail twip) (n int, height twip) {
	for i, l := range p.lines[from:] {
		if from+i == len(p.lines)-1 {
			room -= tail
		}
		if height+l.fit > room {
			break
		}
		height += l.pitch
		n++
	}
	return n, height
}

// pitch is the height of some lines.
func (p *paragraph) pitch(from, to int) twip {
	height := twip(0)
	for _, l := range p.lines[from:to] {
		height += l.pitch
	}
	return height
}

// unwidowed takes back the end of a stretch of lines until no single line stands alone, first or last, on
// a page; from itself when nothing is left.
func (w *filler) unwidowed(p *paragraph, from, end int) int {
	if w.kind == inCell {
		return end
	}
	if len(p.lines)-end == 1 {
		end--
	}
	if from == 0 && end < 2 || end <= from {
		return from
	}
	return end
}
