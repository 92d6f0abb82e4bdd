package markup

import (
	"fmt"
	"regexp"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/doc"
)

var alignCell = regexp.MustCompile(`^(?::?-{2,}:?|:-:?|-:)$`)

// table reads the lines that begin with «|»: rows above a line «|---|:---:|» are the header. «||» makes
// the cell before it wider by a column, «^» goes on the cell above, «#» shades a cell.
//
// There is no block where no line was a row.
func (p *parser) table(weights []int) []doc.Block {
	first := p.lines[p.next]
	t := &doc.Table{At: p.pos(first)}
	columns := 0
	for p.next < len(p.lines) && strings.HasPrefix(p.lines[p.next].text, "|") {
		l := p.lines[p.next]
		p.next++
		cells := splitCells(l.text)
		if aligns, ok := alignments(cells); ok && t.Headers == 0 && len(t.Rows) > 0 && t.Columns == nil {
			t.Headers = len(t.Rows)
			t.Columns = aligns
			continue
		}
		if len(cells) == 0 {
			p.report(diag.Error, IDTable, l, "hàng này của bảng không có ô nào", "viết mỗi ô giữa hai dấu |, hoặc xóa dòng này")
			continue
		}
		row := p.row(l, cells)
		if columns == 0 {
			for _, c := range row.Cells {
				columns += c.Span
			}
		}
		t.Rows = append(t.Rows, row)
	}
	if len(t.Rows) == 0 {
		return nil
	}
	if t.Columns == nil {
		t.Columns = make([]doc.Column, columns)
	}
	if len(weights) > 0 && len(weights) != len(t.Columns) {
		p.report(diag.Error, IDTable, first, fmt.Sprintf("khối bảng ghi %d độ rộng cột, bảng có %d cột", len(weights), len(t.Columns)),
			"ghi cho mỗi cột một số ở dòng «:cot»")
		weights = nil
	}
	for i, w := range weights {
		t.Columns[i].Weight = w
	}
	for i := range t.Rows {
		cells := t.Rows[i].Cells
		t.Rows[i].Group = i >= t.Headers && len(cells) > 0 && len(t.Columns) > 2 && cells[len(cells)-1].Span >= len(t.Columns)-1
	}
	p.checkAbove(t)
	return []doc.Block{t}
}

// checkAbove reports cells marked «^» that have no cell of their width above them to go on from, and makes
// them cells of their own. A header goes on into no row of the body: it is repeated on every page.
func (p *parser) checkAbove(t *doc.Table) {
	var above []doc.Cell
	for i := range t.Rows {
		cells := t.Rows[i].Cells
		at := 0
		for k := range cells {
			c := &cells[k]
			if c.Above && (i == t.Headers || !startsAt(above, at, c.Span)) {
				p.findings.Add(diag.Diagnostic{ID: IDTable, Severity: diag.Error, Pos: c.At,
					Message: "ô «^» không có ô nào cùng độ rộng ở ngay trên để nối tiếp", Hints: []string{"xóa dấu ^, hoặc viết thêm hàng ở trên"}})
				c.Above = false
			}
			at += c.Span
		}
		above = cells
	}
}

// startsAt tells whether a cell of a row begins at a column and covers span of them.
func startsAt(cells []doc.Cell, column, span int) bool {
	at := 0
	for _, c := range cells {
		if at == column {
			return c.Span == span
		}
		at += c.Span
	}
	return false
}

// splitCells cuts a row at its bars; a bar behind a backslash is text. The bar that ends a row opens no
// cell.
func splitCells(row string) []string {
	var cells []string
	from := 1
	for i := 1; i < len(row); i++ {
		switch row[i] {
		case '\\':
			i++
		case '|':
			cells = append(cells, row[from:i])
			from = i + 1
		}
	}
	if last := row[from:]; strings.TrimSpace(last) != "" {
		cells = append(cells, last)
	}
	return cells
}

func alignments(cells []string) ([]doc.Column, bool) {
	var out []doc.Column
	for _, c := range cells {
		c = strings.TrimSpace(c)
		if !alignCell.MatchString(c) {
			return nil, false
		}
		left, right := strings.HasPrefix(c, ":"), strings.HasSuffix(c, ":")
		column := doc.Column{}
		switch {
		case left && right:
			column.Align = doc.AlignCenter
		case right:
			column.Align = doc.AlignRight
		case left:
			column.Align = doc.AlignLeft
		}
		out = append(out, column)
	}
	return out, len(out) > 0
}

func (p *parser) row(l logical, cells []string) doc.Row {
	row := doc.Row{At: p.pos(l)}
	for _, text := range cells {
		if text == "" {
			if n := len(row.Cells); n > 0 {
				row.Cells[n-1].Span++
				continue
			}
			p.report(diag.Error, IDTable, l, "hàng của bảng bắt đầu bằng «||» nhưng bên trái không có ô nào", "thêm một ô, hoặc viết «| |» cho ô trống")
		}
		row.Cells = append(row.Cells, p.cell(l, strings.TrimSpace(text)))
	}
	return row
}

func (p *parser) cell(l logical, text string) doc.Cell {
	c := doc.Cell{At: p.pos(l), Span: 1}
	if text == "^" {
		c.Above = true
		return c
	}
	if rest, ok := strings.CutPrefix(text, "#"); ok {
		c.Shaded = true
		text = strings.TrimSpace(rest)
	}
	for _, line := range strings.Split(text, string(lineBreak)) {
		if line = strings.TrimSpace(line); line != "" {
			c.Lines = append(c.Lines, p.inline(l, line))
		}
	}
	return c
}
