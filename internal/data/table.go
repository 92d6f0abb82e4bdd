package data

import (
	"path"
	"strings"

	"vanban/internal/diag"
)

// ParseTable reads a workbook (.xlsx) or CSV file into the same tree that [Parse] makes of YAML, guided by what
// the template knows: cols are its keys. One document gives a map, several a list of maps.
//
// Sheets are read as offices make them. A sheet whose name is the title or key of a list or map holds that;
// the first other sheet that knows a title holds the single values, as two columns label|value or as a table
// with a row for each document. Rows of a list's sheet belong to a document by a column that both sheets
// have. Headings may stand below a title, in two rows and in merged cells; accents, case and marks do not
// matter. Columns that only count rows (STT) are passed over, and notes beside the values of a workbook under a
// heading that says so; rows of sums and of group titles too, with a remark. A cell of a list may hold several
// texts ([Parts]). What else stands outside of columns and labels is an error. Cells are TagAny: they count as what the schema asks for.
func ParseTable(name string, src []byte, cols []Column) (*Node, diag.List) {
	s := &source{file: name}
	var grids []*grid
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".xlsx":
		grids = parseXLSX(s, src)
	case ".csv":
		if g := parseCSV(s, src); g != nil {
			grids = []*grid{g}
		}
	default:
		s.errorAt(IDFileKind, diag.Pos{File: name}, []string{"bảng đọc được từ tệp .xlsx hoặc .csv"}, "không đọc được loại tệp «%s»", ext)
	}
	if s.found.HasErrors() && len(grids) == 0 {
		return nil, s.list()
	}
	t := &table{s: s, sheets: newHeadings(sheetsOf(cols)), heads: newHeadings(leavesOf(cols))}
	root := t.read(grids)
	s.checkTree(root)
	return root, s.list()
}

// table is the reading of one file's sheets.
type table struct {
	s      *source
	sheets *headings // the lists and maps that sheets are named after
	heads  *headings // the single values
	docs   []*Node
	main   *sheetTable // where the documents come from; nil when no sheet has single values
}

func (t *table) read(grids []*grid) *Node {
	type ownSheet struct {
		g *grid
		l leaf
	}
	var own []ownSheet
	empty := true
	for _, g := range grids {
		if len(g.rows) == 0 {
			continue
		}
		empty = false
		if i, ok := t.sheets.find(g.name); ok {
			own = append(own, ownSheet{g, t.sheets.leaves[i]})
			continue
		}
		t.single(g, len(grids) == 1)
	}
	if empty {
		t.s.errorAt(IDEmpty, diag.Pos{File: t.s.file}, nil, "tệp không có dữ liệu nào")
		return nil
	}
	if len(t.docs) == 0 {
		t.docs = []*Node{{Kind: Map, Pos: diag.Pos{File: t.s.file}}}
	}
	for _, o := range own {
		t.ownSheet(o.g, o.l)
	}
	if len(t.docs) == 1 {
		return t.docs[0]
	}
	return &Node{Kind: List, Pos: t.docs[0].Pos, Items: t.docs}
}

// single reads the documents of a sheet of single values.
func (t *table) single(g *grid, only bool) {
	st := t.pick(g, only)
	if st == nil {
		return
	}
	for _, r := range st.records(nil) {
		t.docs = append(t.docs, r.node)
	}
	if len(t.docs) == 0 && t.s.count[IDSyntax] == 0 { // reading stops where quotes go wrong
		t.s.errorAt(IDEmpty, g.pos(), nil, "%s không có dòng nào dưới dòng tiêu đề", g.what())
	}
}

// pick takes a sheet for the one of single values: of the sheets that are named after nothing, the first that knows
// a title; the others are errors, for what stands in them would be missing from the document, and give nil.
func (t *table) pick(g *grid, only bool) *sheetTable {
	st := newSheetTable(g, t.heads)
	switch {
	case t.main != nil || st.matches == 0 && !only:
		hints := []string{"tên trang tính phải là một trong: " + t.sheets.listed(), "trang không thuộc văn bản thì ẩn đi hoặc xóa"}
		if near, ok := t.sheets.nearest(g.name); ok {
			hints = []string{"có phải trang tính này là «" + near + "»? nếu phải, đổi tên trang tính"}
		}
		t.s.add(diag.Diagnostic{ID: IDSheet, Severity: diag.Error, Pos: g.pos(), Message: g.what() + " không được đọc: không rõ chứa dữ liệu nào", Hints: hints})
		return nil
	case st.matches == 0:
		t.noHeader(g, t.heads)
		return nil
	}
	t.main = st
	return st
}

// noHeader reports a sheet in which no heading was found.
func (t *table) noHeader(g *grid, heads *headings) {
	t.s.errorAt(IDHeader, g.pos(), []string{"dòng tiêu đề ghi tên các cột; các tên dùng được: " + heads.listed()},
		"không tìm thấy dòng tiêu đề của %s", g.what())
}

// ownSheet reads a sheet that is named after a list or a map.
func (t *table) ownSheet(g *grid, l leaf) {
	col := l.col
	if col.Kind == List && len(col.Columns) == 0 {
		if st := newColumnTable(g, textHeads(col)); t.joinColumn(st) != nil {
			t.joined(st, l)
			return
		}
		t.give(g, l, t.textRows(g, col), "")
		return
	}
	heads := newHeadings(leavesOf(col.Columns))
	st := newSheetTable(g, heads)
	if st.matches == 0 && col.OrTexts {
		t.give(g, l, t.textRows(g, col), "")
		return
	}
	if st.matches == 0 {
		t.noHeader(g, heads)
		return
	}
	if col.Kind == Map {
		records := st.records(nil)
		if len(records) > 1 || len(t.docs) > 1 {
			t.onlyOne(g)
			return
		}
		if len(records) == 1 {
			t.set(t.docs[0], l, g, records[0].node)
		}
		return
	}
	t.joined(st, l)
}

// joined reads the rows of a list whose headings are known.
func (t *table) joined(st *sheetTable, l leaf) {
	join := t.joinColumn(st)
	records := st.records(join)
	label := ""
	if join != nil {
		label = join.text
	}
	for i := range records {
		records[i].node = itemOf(records[i].node, l.col)
	}
	t.give(st.g, l, records, label)
}

// textHeads are the headings of a sheet that has the texts of a list in one column, beside the one that names the
// document.
func textHeads(col Column) *headings {
	return newHeadings(leavesOf([]Column{{Key: col.Key, Title: col.Title, Kind: Text}}))
}

// itemOf gives the item of a list that a row holds: of a list of texts, the text.
func itemOf(row *Node, col Column) *Node {
	if len(col.Columns) > 0 {
		return row
	}
	if text := row.Field(col.Key); text != nil {
		return text
	}
	return &Node{Kind: Null, Pos: row.Pos}
}

// onlyOne reports the sheet of a map where there are several documents.
func (t *table) onlyOne(g *grid) {
	t.s.errorAt(IDJoin, g.pos(), []string{"đưa các cột này vào trang tính có mỗi văn bản một dòng"},
		"%s chỉ chứa được dữ liệu của một văn bản", g.what())
}

// joinColumn finds the column of a list's sheet that names the document: one that the main sheet has too.
func (t *table) joinColumn(st *sheetTable) *cell {
	if t.main == nil || st.byLabel {
		return nil
	}
	for _, c := range st.unknown {
		if _, ok := t.main.heading(c.text); ok {
			return &c
		}
	}
	return nil
}

// give hands the rows of a list to the documents they belong to; label is the heading of the column that
// says so, empty where there is none.
func (t *table) give(g *grid, l leaf, records []record, label string) {
	if label == "" && len(t.docs) > 1 {
		t.noJoin(g, len(t.docs))
		return
	}
	var names documentNames
	if label != "" {
		values, place := t.main.column(label)
		names = namesOf(label, values, place)
	}
	lists := make([]*Node, len(t.docs))
	for _, r := range records {
		i, ok := 0, true
		if label != "" {
			i, ok = t.document(names, r)
		}
		if !ok {
			continue
		}
		if lists[i] == nil {
			lists[i] = &Node{Kind: List, Pos: r.node.Pos}
		}
		lists[i].Items = append(lists[i].Items, r.node)
	}
	for i, list := range lists {
		if list != nil {
			t.set(t.docs[i], l, g, list)
		}
	}
}

// noJoin reports the sheet of a list that does not say which of several documents its rows belong to.
func (t *table) noJoin(g *grid, docs int) {
	t.s.errorAt(IDJoin, g.pos(), []string{"thêm một cột trùng với cột của trang tính có các văn bản, ví dụ «" + t.main.firstHeading() + "»"},
		"tệp có %d văn bản nhưng %s không cho biết dòng nào của văn bản nào", docs, g.what())
}

// set puts the list or map of a sheet into a document, once.
func (t *table) set(doc *Node, l leaf, g *grid, value *Node) {
	at := g.rows[0].cells[0].pos
	if !setPath(doc, l.path, at, value) {
		t.s.errorAt(IDDuplicate, at, []string{"giữ một nơi, bỏ nơi kia"}, "«%s» có ở hai nơi trong tệp", strings.Join(l.path, "."))
	}
}

// textRows reads a sheet that lists texts, one a row, with or without a heading and a column of ordinals.
func (t *table) textRows(g *grid, col Column) []record {
	var out []record
	for i, r := range g.rows {
		c := r.cells[0]
		if i < 3 && len(r.cells) > 1 && isOrdinalTitle(fold(c.text)) {
			out = nil // the heading; what stood above it was a title
			continue
		}
		if len(r.cells) > 1 && isOrdinal(c.text) {
			c = r.cells[1]
		}
		if i < 3 && (fold(c.text) == fold(col.Title) || fold(c.text) == fold(col.Key)) {
			out = nil // what stood above the heading was a title
			continue
		}
		if c.col < r.cells[len(r.cells)-1].col {
			extra := r.cells[len(r.cells)-1]
			t.s.errorAt(IDColumn, extra.pos, []string{"mỗi dòng của trang tính này chỉ có một giá trị"}, "%s chỉ đọc một cột, ô «%s» nằm ngoài", g.what(), diag.Clip(extra.text))
		}
		out = append(out, record{node: g.use(c, Column{Kind: Text})})
	}
	return out
}
