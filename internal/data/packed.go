package data

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// packedSheet is a sheet as its file has it, in sixteen bytes or so a cell: a workbook of a hundred thousand
// records fits in memory, and its rows are taken up one by one.
type packedSheet struct {
	name   string
	rows   []packedRow
	cells  [][]packedCell // by cellChunk
	count  int            // of cells
	merges []string
}

// packedRow is a row that has cells: those from one on up to those of the next row.
type packedRow struct{ n, first uint32 }

// packedCell is one cell before its value is worked out.
type packedCell struct {
	text    uint32 // in the store of the workbook
	col     uint16
	style   uint16
	kind    cellKind
	formula bool
}

// cellKind tells how the text of a cell is to be taken.
type cellKind uint8

// The kinds.
const (
	cellText cellKind = iota
	cellNumber
	cellError
)

const cellChunk = 1 << 15

// put adds a cell; they come by row and column.
func (p *packedSheet) put(row int, c packedCell) {
	if n := len(p.rows); n == 0 || p.rows[n-1].n != uint32(row) {
		p.rows = append(p.rows, packedRow{uint32(row), uint32(p.count)})
	}
	if p.count%cellChunk == 0 {
		p.cells = append(p.cells, make([]packedCell, 0, cellChunk))
	}
	last := &p.cells[len(p.cells)-1]
	*last = append(*last, c)
	p.count++
}

// row calls f for the cells of the row with an index.
func (p *packedSheet) row(i int, f func(packedCell)) {
	end := p.count
	if i+1 < len(p.rows) {
		end = int(p.rows[i+1].first)
	}
	for at := int(p.rows[i].first); at < end; at++ {
		f(p.cells[at/cellChunk][at%cellChunk])
	}
}

// find gives the index of the first row that has a number or a higher one.
func (p *packedSheet) find(n int) int {
	i, _ := slices.BinarySearchFunc(p.rows, n, func(r packedRow, n int) int { return cmp.Compare(int(r.n), n) })
	return i
}

// lastCol gives the last column that has a cell.
func (p *packedSheet) lastCol() int {
	last := uint16(0)
	for _, chunk := range p.cells {
		for _, c := range chunk {
			last = max(last, c.col)
		}
	}
	return int(last)
}

// textStore keeps many texts without the cost of a string for each. Its zero value is ready.
type textStore struct {
	chunks [][]byte
	size   int // bytes of the texts
}

// textChunk is what a chunk holds, but for one that holds a single longer text.
const textChunk = 1 << 20

// put keeps a text and gives its place: the chunk, and where in it the text begins behind its length.
func (t *textStore) put(text string) uint32 {
	n := len(t.chunks) - 1
	if n < 0 || len(t.chunks[n])+len(text)+binary.MaxVarintLen32 > textChunk {
		t.chunks = append(t.chunks, make([]byte, 0, max(textChunk, len(text)+binary.MaxVarintLen32)))
		n++
	}
	at := uint32(n)*textChunk + uint32(len(t.chunks[n]))
	t.chunks[n] = append(binary.AppendUvarint(t.chunks[n], uint64(len(text))), text...)
	t.size += len(text)
	return at
}

func (t *textStore) get(at uint32) string {
	chunk := t.chunks[at/textChunk][at%textChunk:]
	length, n := binary.Uvarint(chunk)
	return string(chunk[n : n+int(length)])
}
