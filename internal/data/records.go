package data

import (
	"io"
	"path"
	"strings"

	"vanban/internal/diag"
)

// Table is a workbook or CSV file of many records (a row a record), kept packed and read a record at a time.
type Table struct {
	Findings diag.List // of opening; with an error among them nothing can be read

	file   string
	book   *workbook
	sheets []tableSheet
}

// tableSheet is a sheet whose rows are worked out when they are asked for.
type tableSheet struct {
	grid   *grid // its name and merged cells; its rows too where it is a CSV file
	packed *packedSheet
}

// OpenTable opens a workbook (.xlsx) or CSV file. The bytes are read whole before it returns.
func OpenTable(name string, src io.ReaderAt, size int64) *Table {
	s := &source{file: name}
	t := &Table{file: name}
	switch strings.ToLower(path.Ext(name)) {
	case ".xlsx":
		var packed []*packedSheet
		t.book, packed = openWorkbook(s, src, size, manyRecords(size))
		for _, p := range packed {
			sheet := tableSheet{&grid{s: s, name: p.name, sheet: true}, p}
			lastRow := 0
			if n := len(p.rows); n > 0 {
				lastRow = int(p.rows[n-1].n)
			}
			sheet.grid.setMerges(p.merges, lastRow, p.lastCol(), func(row, col int) (cell, bool) { return t.at(sheet, row, col) })
			t.sheets = append(t.sheets, sheet)
		}
	default:
		text := make([]byte, min(size, MaxFile+1))
		if n, err := src.ReadAt(text, 0); err != nil && n < len(text) {
			s.errorAt(IDSyntax, diag.Pos{File: name}, nil, "tệp dừng giữa chừng")
		} else if g := parseCSV(s, text); g != nil {
			g.setMerges(nil, 0, 0, g.own)
			t.sheets = []tableSheet{{grid: g}}
		}
	}
	t.Findings = s.list()
	return t
}

// at gives the cell at a place of a packed sheet.
func (t *Table) at(sheet tableSheet, row, col int) (out cell, ok bool) {
	i := sheet.packed.find(row)
	if i == len(sheet.packed.rows) || int(sheet.packed.rows[i].n) != row {
		return cell{}, false
	}
	silent := *sheet.grid
	silent.s = &source{file: t.file}
	t.book.row(&silent, sheet.packed, i, func(c cell) {
		if c.col == col {
			out, ok = c, true
		}
	})
	return out, ok
}

// rows gives how many rows a sheet has, those that turn out empty among them.
func (s tableSheet) rows() int {
	if s.packed != nil {
		return len(s.packed.rows)
	}
	return len(s.grid.rows)
}

// number gives the number that the row with an index has in its sheet.
func (s tableSheet) number(i int) int {
	if s.packed != nil {
		return int(s.packed.rows[i].n)
	}
	return s.grid.rows[i].n
}

// take gives a grid of the rows with indexes from one up to another. What is wrong with their cells is told to s.
func (t *Table) take(sheet tableSheet, s *source, from, to int) *grid {
	g := *sheet.grid
	g.s, g.wide = s, false
	if sheet.packed == nil {
		g.rows = g.rows[from:to]
		return &g
	}
	g.rows = nil
	for i := from; i < to; i++ {
		t.book.row(&g, sheet.packed, i, g.put)
	}
	return &g
}

// Records are the records of a table, read by the keys that a template has. Records may be read by several
// goroutines at once.
type Records struct {
	// Findings are those of the table as a whole; with an error among them no record may be used: what cannot be
	// placed would be missing from one of them.
	Findings diag.List
	// Single tells a file that holds at most one document: ParseTable reads it, and tells what is wrong with it.
	Single bool

	table *Table
	main  recordSheet
	lists []recordSheet
}

// recordSheet is a sheet of which the headings are known.
type recordSheet struct {
	sheet tableSheet
	heads *sheetTable
	leaf  leaf     // of a list
	join  *cell    // of a list: the heading of the column that names the record
	rows  []uint32 // indexes of the rows that count; of a list, grouped by record
	of    []uint32 // of a list: where in rows those of a record begin, and at last their end
}

// Records finds the headings and which rows belong to which record.
func (t *Table) Records(cols []Column) *Records {
	s := &source{file: t.file}
	r := &Records{table: t}
	reading := &table{s: s, sheets: newHeadings(sheetsOf(cols)), heads: newHeadings(leavesOf(cols))}
	r.open(reading)
	if r.main.heads != nil && !r.main.heads.byLabel {
		r.fill(reading)
	}
	if r.Single = r.main.heads == nil || r.main.heads.byLabel || len(r.main.rows) == 1; !r.Single {
		r.Findings = s.list()
	}
	return r
}

// open looks at the head of every sheet.
func (r *Records) open(reading *table) {
	empty := true
	for _, sheet := range r.table.sheets {
		head := r.table.take(sheet, &source{file: r.table.file}, 0, min(sheet.rows(), headerReach+2))
		if len(head.rows) == 0 {
			continue
		}
		empty = false
		if i, ok := reading.sheets.find(head.name); ok {
			r.lists = append(r.lists, recordSheet{sheet: sheet, leaf: reading.sheets.leaves[i], heads: &sheetTable{g: head}})
			continue
		}
		head.s = reading.s
		if st := reading.pick(head, len(r.table.sheets) == 1); st != nil {
			r.main = recordSheet{sheet: sheet, heads: st}
		}
	}
	if empty {
		reading.s.errorAt(IDEmpty, diag.Pos{File: r.table.file}, nil, "tệp không có dữ liệu nào")
	}
}

// fill finds the rows of every sheet.
func (r *Records) fill(reading *table) {
	r.main.heads.checkHeadings(nil)
	r.main.rows = r.body(r.main, reading.s)
	switch len(r.main.rows) {
	case 0:
		reading.s.errorAt(IDEmpty, r.main.heads.g.pos(), nil, "%s không có dòng nào dưới dòng tiêu đề", r.main.heads.g.what())
		return
	case 1:
		return
	}
	known := map[int]documentNames{}
	for i := range r.lists {
		r.list(reading, &r.lists[i], known)
	}
}

// body gives the rows below the headings that hold a record.
func (r *Records) body(sheet recordSheet, s *source) []uint32 {
	st := sheet.heads
	if st.body >= len(st.g.rows) {
		return nil
	}
	var out []uint32
	first, last, blank := st.g.rows[st.body].n, 0, 0
	for i := range sheet.sheet.rows() {
		if sheet.sheet.number(i) < first {
			continue
		}
		g := r.table.take(sheet.sheet, &source{file: r.table.file}, i, i+1)
		if len(g.rows) == 0 {
			continue
		}
		if last > 0 {
			blank += g.rows[0].n - last - 1
		}
		last = g.rows[0].n
		at := *st
		at.g = g
		if at.skipped(g.rows[0]) {
			g.s = s
			at.remark(g.rows[0])
			continue
		}
		out = append(out, uint32(i))
	}
	st.remarkBlank(s, blank)
	return out
}

// list finds the headings of a list's sheet and gives its rows to the records. known are the names of the records,
// by the column that they stand in.
func (r *Records) list(reading *table, sheet *recordSheet, known map[int]documentNames) {
	head, of := sheet.heads.g, sheet.leaf.col
	head.s = reading.s
	if of.Kind == Map {
		reading.onlyOne(head)
		return
	}
	heads := newHeadings(leavesOf(of.Columns))
	if len(of.Columns) == 0 {
		heads = textHeads(of)
	}
	st := newColumnTable(head, heads)
	if st.matches == 0 && (of.OrTexts || len(of.Columns) == 0) {
		reading.noJoin(head, len(r.main.rows))
		return
	}
	if st.matches == 0 {
		reading.noHeader(head, st.heads)
		return
	}
	sheet.heads = st
	if sheet.join = reading.joinColumn(st); sheet.join == nil {
		if sheet.rows = r.body(*sheet, reading.s); len(sheet.rows) > 0 {
			reading.noJoin(head, len(r.main.rows))
		}
		return
	}
	st.checkHeadings(sheet.join)
	sheet.rows = r.body(*sheet, reading.s)
	col, _ := r.main.heads.heading(sheet.join.text)
	names, ok := known[col]
	if !ok {
		names = namesOf(sheet.join.text, r.values(r.main, col), func(i int) diag.Pos {
			return r.main.heads.g.place(r.main.sheet.number(int(r.main.rows[i])), col)
		})
		known[col] = names
	}
	r.group(reading, sheet, names)
}

// group sorts the rows of a list by the record that they name.
func (r *Records) group(reading *table, sheet *recordSheet, names documentNames) {
	belongs := make([]uint32, 0, len(sheet.rows))
	kept := sheet.rows[:0]
	sheet.of = make([]uint32, len(r.main.rows)+1)
	for _, i := range sheet.rows {
		g := r.table.take(sheet.sheet, &source{file: r.table.file}, int(i), int(i)+1)
		st := *sheet.heads
		st.g = g
		row := record{node: &Node{Pos: g.rows[0].cells[0].pos}, row: g.rows[0].n}
		row.join = st.joinCell(row.row, sheet.join.col)
		if n, ok := reading.document(names, row); ok {
			kept, belongs = append(kept, i), append(belongs, uint32(n))
			sheet.of[n+1]++
		}
	}
	for n := range r.main.rows {
		sheet.of[n+1] += sheet.of[n]
	}
	next := append([]uint32(nil), sheet.of...)
	sheet.rows = make([]uint32, len(kept))
	for at, i := range kept {
		sheet.rows[next[belongs[at]]] = i
		next[belongs[at]]++
	}
}

// values gives what each record has in a column.
func (r *Records) values(sheet recordSheet, col int) []string {
	out := make([]string, len(sheet.rows))
	for at, i := range sheet.rows {
		g := r.table.take(sheet.sheet, &source{file: r.table.file}, int(i), int(i)+1)
		c, _ := g.at(g.rows[0].n, col)
		out[at] = c.text
	}
	return out
}

// Len gives the number of records.
func (r *Records) Len() int { return len(r.main.rows) }

// Record reads one record with the rows of lists that belong to it, and what is wrong with them.
func (r *Records) Record(n int) (*Node, diag.List) {
	s := &source{file: r.table.file}
	doc := r.row(r.main, r.main.rows[n], s).node
	for _, list := range r.lists {
		if list.of == nil || list.of[n] == list.of[n+1] {
			continue
		}
		var value *Node
		for _, i := range list.rows[list.of[n]:list.of[n+1]] {
			node := itemOf(r.row(list, i, s).node, list.leaf.col)
			if value == nil {
				value = &Node{Kind: List, Pos: node.Pos}
			}
			value.Items = append(value.Items, node)
		}
		if at := list.heads.g.rows[0].cells[0].pos; !setPath(doc, list.leaf.path, at, value) {
			s.errorAt(IDDuplicate, at, []string{"giữ một nơi, bỏ nơi kia"}, "«%s» có ở hai nơi trong tệp", strings.Join(list.leaf.path, "."))
		}
	}
	s.checkTree(doc)
	return doc, s.list()
}

// row reads one row of a sheet.
func (r *Records) row(sheet recordSheet, i uint32, s *source) record {
	st := *sheet.heads
	st.g = r.table.take(sheet.sheet, s, int(i), int(i)+1)
	return st.row(st.g.rows[0])
}
