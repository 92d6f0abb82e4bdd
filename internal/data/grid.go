package data

import (
	"cmp"
	"slices"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// cell is one cell that holds something.
type cell struct {
	row, col int // from 1
	text     string
	pos      diag.Pos
	formula  *diag.Diagnostic // told when the value is used: sums below a table are not
}

// gridRow is a row that holds something.
type gridRow struct {
	n     int
	cells []cell // by column
}

// grid is a sheet of a workbook, or a CSV file.
type grid struct {
	s      *source
	name   string
	sheet  bool // of a workbook
	wide   bool // has cells that were left for standing too far right
	rows   []gridRow
	merged map[[2]int]cell // by row and column: the cell that a merged one shows there
}

// put adds a cell; they come by row and column. Those right of any table that a template could fill are
// reported and left.
func (g *grid) put(c cell) {
	if c.col > maxHeadings {
		if !g.wide {
			g.wide = true
			g.s.errorAt(IDSize, c.pos, []string{"xóa các cột không dùng"}, "%s có quá nhiều cột: nhiều nhất là %d", g.what(), maxHeadings)
		}
		return
	}
	if n := len(g.rows); n == 0 || g.rows[n-1].n != c.row {
		g.rows = append(g.rows, gridRow{n: c.row})
	}
	r := &g.rows[len(g.rows)-1]
	r.cells = append(r.cells, c)
}

// used gives the last row and column of the grid that hold something.
func (g *grid) used() (lastRow, lastCol int) {
	for _, r := range g.rows {
		lastRow = r.n
		lastCol = max(lastCol, r.cells[len(r.cells)-1].col)
	}
	return lastRow, lastCol
}

// setMerges notes which cells show the value of another, as far as the sheet is used at all; own gives the cells
// that hold something.
func (g *grid) setMerges(refs []string, lastRow, lastCol int, own func(row, col int) (cell, bool)) {
	g.merged = map[[2]int]cell{}
	for _, ref := range refs {
		from, to, ok := strings.Cut(ref, ":")
		col1, row1, ok1 := parseRef(from)
		col2, row2, ok2 := parseRef(to)
		if !ok || !ok1 || !ok2 {
			continue // a range that names no cells merges none
		}
		row2, col2 = min(row2, lastRow), min(col2, lastCol)
		origin, ok := own(row1, col1)
		if !ok {
			continue
		}
		if len(g.merged)+(row2-row1+1)*(col2-col1+1) > maxMerged {
			g.tooMerged(origin.pos)
			return
		}
		for row := row1; row <= row2; row++ {
			for col := col1; col <= col2; col++ {
				g.merged[[2]int{row, col}] = origin
			}
		}
	}
}

// tooMerged reports merged cells past the limit: what lies under them would be read as empty.
func (g *grid) tooMerged(pos diag.Pos) {
	g.s.errorAt(IDSize, pos, []string{"bỏ gộp các ô không cần gộp"}, "%s có quá nhiều ô gộp: nhiều nhất là %d", g.what(), maxMerged)
}

// use gives the value of a cell for a column, and tells of the formula that it came from.
func (g *grid) use(c cell, col Column) *Node {
	if c.formula != nil {
		g.s.add(*c.formula)
	}
	return g.cellNode(c, col)
}

// own gives the cell at a place when it holds something itself.
func (g *grid) own(row, col int) (cell, bool) {
	i, ok := slices.BinarySearchFunc(g.rows, row, func(r gridRow, n int) int { return cmp.Compare(r.n, n) })
	if !ok {
		return cell{}, false
	}
	cells := g.rows[i].cells
	j, ok := slices.BinarySearchFunc(cells, col, func(c cell, n int) int { return cmp.Compare(c.col, n) })
	if !ok {
		return cell{}, false
	}
	return cells[j], true
}

// at gives what is seen at a place: its own value, or that of the merged cell that covers it.
func (g *grid) at(row, col int) (cell, bool) {
	if c, ok := g.merged[[2]int{row, col}]; ok {
		return c, true
	}
	return g.own(row, col)
}

// pos gives the place of the sheet as a whole.
func (g *grid) pos() diag.Pos {
	if g.sheet {
		return diag.Pos{File: g.s.file, Sheet: g.name}
	}
	return g.s.pos(1, 1, 0)
}

// place gives the place of a cell, also of one that holds nothing.
func (g *grid) place(row, col int) diag.Pos {
	pos := g.pos()
	if g.sheet {
		pos.Cell = cellName(col, row)
	}
	return pos
}

// what names the sheet in a message.
func (g *grid) what() string {
	if g.sheet {
		return "trang tính «" + diag.Clip(g.name) + "»"
	}
	return "tệp"
}

// fold reduces a heading, label or sheet name to what must agree: marks that headings carry («:», «*»,
// brackets, line ends) count as blanks.
func fold(text string) string {
	return viet.Fold(strings.Map(func(r rune) rune {
		if strings.ContainsRune(":*/()[]«»\"\n\t,;", r) {
			return ' '
		}
		return r
	}, text))
}

// isOrdinalTitle tells the heading of a column that only counts rows.
func isOrdinalTitle(folded string) bool {
	switch folded {
	case "stt", "tt", "so tt", "so thu tu", "thu tu":
		return true
	}
	return false
}

// isTotal tells the word that a row of sums begins with; bare tells a word that may be something else too.
func isTotal(text string) (whole, bare bool) {
	switch f := fold(text); f {
	case "tong", "cong", "tong so":
		return false, true
	default:
		return f == "tong cong" || strings.HasPrefix(f, "tong cong "), false
	}
}

func isOrdinal(text string) bool { return integerLook.MatchString(strings.TrimSuffix(text, ".")) }
