package data

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"vanban/internal/diag"
)

// headerReach is how many rows are looked through for the headings: what stands above is a title.
const headerReach = 40

// sheetTable is a sheet in which headings were found: at the top of columns, or as labels before values.
type sheetTable struct {
	g       *grid
	heads   *headings
	matches int // headings that mean a key
	byLabel bool

	labelCol int          // byLabel: the column of the labels
	columns  []headingCol // else: the columns with a heading
	unknown  []cell       // headings that mean no key
	depth    int          // rows of headings
	body     int          // index of the first row of values
}

// headingCol is a column with a heading that means a key.
type headingCol struct {
	cell cell
	leaf int
}

// record is one row as a map; join is the cell that says which document it belongs to.
type record struct {
	node *Node
	join cell
	row  int
}

// newSheetTable finds the headings of a sheet. Both ways of writing single values are tried, and the one that
// explains more of the sheet is taken.
func newSheetTable(g *grid, heads *headings) *sheetTable {
	best := newColumnTable(g, heads)
	if labels := labelsOf(g, heads); labels.matches > best.matches ||
		labels.matches == best.matches && labels.matches > 0 && (labels.matches > 1 || best.body >= len(g.rows)) {
		best = labels
	}
	return best
}

// newColumnTable finds the headings of a sheet that has them at the top of columns.
func newColumnTable(g *grid, heads *headings) *sheetTable {
	best := &sheetTable{g: g, heads: heads}
	for i := 0; i < len(g.rows) && i < headerReach; i++ {
		for depth := 1; depth <= 2 && i+depth <= len(g.rows); depth++ {
			// Of equals one row is taken: the row above it is a title.
			if st := headerAt(g, heads, i, depth); st.matches > best.matches || st.matches == best.matches && st.depth < best.depth {
				best = st
			}
		}
	}
	return best
}

// headerAt takes so many rows from index i on as headings.
func headerAt(g *grid, heads *headings, i, depth int) *sheetTable {
	st := &sheetTable{g: g, heads: heads, depth: depth, body: i + depth}
	seen := map[int]bool{}
	for _, r := range g.rows[i : i+depth] {
		for _, c := range r.cells {
			for col := c.col; !seen[col] && (col == c.col || g.merged[[2]int{r.n, col}] == c); col++ {
				seen[col] = true
			}
		}
	}
	last := 0
	for col := range seen {
		last = max(last, col)
	}
	for col := 1; col <= last; col++ {
		if !seen[col] {
			continue
		}
		heading := headingAt(g, g.rows[i:i+depth], col)
		if leaf, ok := heads.find(heading.text); ok {
			st.matches++
			st.columns = append(st.columns, headingCol{heading, leaf})
		} else {
			st.unknown = append(st.unknown, heading)
		}
	}
	return st
}

// headingAt joins what is seen in one column of the heading rows, merged cells once.
func headingAt(g *grid, rows []gridRow, col int) cell {
	var out cell
	for _, r := range rows {
		c, ok := g.at(r.n, col)
		if !ok || out.text != "" && c.row == out.row && c.col == out.col {
			continue
		}
		if out.text != "" {
			c.text = out.text + " " + c.text
		}
		out = c
	}
	out.col = col
	return out
}

// labelsOf takes the sheet as labels with values behind them: the column that has most labels.
func labelsOf(g *grid, heads *headings) *sheetTable {
	best := &sheetTable{g: g, heads: heads, byLabel: true}
	for col := 1; col <= 3; col++ {
		n := 0
		for _, r := range g.rows {
			if c, ok := g.own(r.n, col); ok {
				if _, known := heads.find(c.text); known {
					n++
				}
			}
		}
		if n > best.matches {
			best.matches, best.labelCol = n, col
		}
	}
	return best
}

// heading gives the column whose heading is the same as text.
func (st *sheetTable) heading(text string) (int, bool) {
	for _, h := range st.columns {
		if fold(h.cell.text) == fold(text) {
			return h.cell.col, true
		}
	}
	for _, c := range st.unknown {
		if fold(c.text) == fold(text) && !isOrdinalTitle(fold(text)) {
			return c.col, true
		}
	}
	return 0, false
}

func (st *sheetTable) firstHeading() string {
	if len(st.columns) > 0 {
		return st.columns[0].cell.text
	}
	return ""
}

// column gives the values below a heading, one for each record.
func (st *sheetTable) column(text string) (values []string, place func(int) diag.Pos) {
	col, _ := st.heading(text)
	var rows []int
	for _, r := range st.g.rows[st.body:] {
		if !st.skipped(r) {
			c, _ := st.g.at(r.n, col)
			values, rows = append(values, c.text), append(rows, r.n)
		}
	}
	return values, func(i int) diag.Pos { return st.g.place(rows[i], col) }
}

// joinCell gives the cell of a row that says which document the row belongs to.
func (st *sheetTable) joinCell(row, col int) cell {
	c, ok := st.g.at(row, col)
	if !ok {
		c.pos = st.g.place(row, col)
	}
	return c
}

// records reads the values: one record for labels, one a row for a table. join, when not nil, is the heading
// of a column that is not of the record itself.
func (st *sheetTable) records(join *cell) []record {
	if st.byLabel {
		return []record{st.labelled()}
	}
	st.checkHeadings(join)
	var out []record
	last := 0
	blank := 0
	for _, r := range st.g.rows[st.body:] {
		if last > 0 {
			blank += r.n - last - 1
		}
		last = r.n
		if st.skipped(r) {
			st.remark(r)
			continue
		}
		rec := st.row(r)
		if join != nil {
			rec.join = st.joinCell(r.n, join.col)
		}
		out = append(out, rec)
	}
	st.remarkBlank(st.g.s, blank)
	return out
}

func (st *sheetTable) remarkBlank(s *source, rows int) {
	if rows > 0 {
		s.add(diag.Diagnostic{ID: IDRow, Severity: diag.Info, Pos: st.g.pos(), Message: fmt.Sprintf("bỏ qua %d dòng trống của %s", rows, st.g.what())})
	}
}

// checkHeadings reports headings that mean nothing, or the same thing twice.
func (st *sheetTable) checkHeadings(join *cell) {
	for _, c := range st.unknown {
		if isOrdinalTitle(fold(c.text)) || join != nil && join.col == c.col {
			continue
		}
		st.g.s.errorAt(IDColumn, c.pos, st.suggest(c.text), "cột «%s» không có trong mẫu", diag.Clip(c.text))
	}
	first := map[int]cell{}
	for _, h := range st.columns {
		if at, twice := first[h.leaf]; twice {
			st.g.s.add(diag.Diagnostic{ID: IDDuplicate, Severity: diag.Error, Pos: h.cell.pos,
				Message: "hai cột cùng là «" + st.heads.leaves[h.leaf].title() + "»",
				Notes:   []diag.Note{{Pos: at.pos, Message: "cột thứ nhất ở đây"}}, Hints: []string{"giữ một cột, bỏ cột kia"}})
			continue
		}
		first[h.leaf] = h.cell
	}
}

func (st *sheetTable) suggest(text string) []string {
	if near, ok := st.heads.nearest(text); ok {
		return []string{"có phải là «" + near + "»?"}
	}
	what := "cột"
	if st.byLabel {
		what = "dòng"
	}
	return []string{"các tên dùng được: " + st.heads.listed(), what + " ghi chú riêng thì xóa khỏi bảng trước khi dùng"}
}

// skipped tells a row that holds no record: of sums, or a group's title merged over the columns.
func (st *sheetTable) skipped(r gridRow) bool {
	_, total := st.total(r)
	return total || st.isGroup(r)
}

// total gives the cell that makes a row one of sums. The bare words «Tổng» and «Cộng» may be data too: where
// other cells of the row hold text, they are.
func (st *sheetTable) total(r gridRow) (cell, bool) {
	for i, c := range r.cells[:min(2, len(r.cells))] {
		whole, bare := isTotal(c.text)
		if whole || bare && !slices.ContainsFunc(r.cells[i+1:], func(c cell) bool { return strings.ContainsFunc(c.text, unicode.IsLetter) }) {
			return c, true
		}
	}
	return cell{}, false
}

func (st *sheetTable) isGroup(r gridRow) bool {
	if len(r.cells) > 2 || len(st.columns) < 2 {
		return false
	}
	c := r.cells[len(r.cells)-1]
	covered := 0
	for _, h := range st.columns {
		if m, ok := st.g.merged[[2]int{r.n, h.cell.col}]; ok && m == c {
			covered++
		}
	}
	return covered*2 > len(st.columns)
}

func (st *sheetTable) remark(r gridRow) {
	d := diag.Diagnostic{ID: IDRow, Severity: diag.Info, Pos: r.cells[0].pos, Message: "bỏ qua dòng tên nhóm «" + diag.Clip(r.cells[0].text) + "»"}
	if c, ok := st.total(r); ok {
		d.Pos, d.Message = c.pos, "bỏ qua dòng tổng cộng, nhận ra ở ô «"+diag.Clip(c.text)+"»"
	}
	st.g.s.add(d)
}

// row reads one row of a table.
func (st *sheetTable) row(r gridRow) record {
	rec := record{node: &Node{Kind: Map, Pos: r.cells[0].pos}, row: r.n}
	headed := map[int]bool{}
	for _, h := range st.columns {
		headed[h.cell.col] = true
		if c, ok := st.g.at(r.n, h.cell.col); ok {
			l := st.heads.leaves[h.leaf]
			setPath(rec.node, l.path, h.cell.pos, st.g.use(c, l.col))
		}
	}
	for _, h := range st.columns {
		if _, ok := st.g.at(r.n, h.cell.col); !ok && st.g.sheet {
			setEmpty(rec.node, st.heads.leaves[h.leaf].path, st.g.place(r.n, h.cell.col))
		}
	}
	for _, c := range st.unknown {
		headed[c.col] = true
	}
	for _, c := range r.cells {
		if !headed[c.col] {
			st.g.s.errorAt(IDColumn, c.pos, []string{"ghi tiêu đề cho cột này, hoặc xóa ô"}, "ô «%s» nằm ở cột không có tiêu đề", diag.Clip(c.text))
		}
	}
	return rec
}
