package importer

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/markup"
	"vanban/internal/unit"
	"vanban/internal/viet"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// table writes a table as a block of official text, and its words.
func (w *wordSide) table(l zone.Line) (official, plain string) {
	t := w.origin(l).Table
	columns := t.Columns()
	var rows, words []string
	shown := t.Shown()
	if ragged(t) {
		return w.tableLines(shown)
	}
	headers := w.headers(shown)
	var above *word.Row
	for i, row := range shown {
		line, text := w.row(above, row, i < headers, columns)
		rows, words = append(rows, line), append(words, text)
		if i == headers-1 {
			rows = append(rows, alignments(shown[headers:], columns))
		}
		above = row
	}
	out := ":::bang\n"
	if weights := weights(t.Grid, columns); weights != "" {
		out += ":cot " + weights + "\n"
	}
	return out + strings.Join(rows, "\n") + "\n:::", strings.Join(words, " ")
}

// ragged tells a table in which there is far more room that no cell takes than there are cells: written out, it would be
// many times what the file holds.
func ragged(t *word.Table) bool {
	columns, cells, room := t.Columns(), 0, 0
	for _, row := range t.Shown() {
		at := row.Skip
		for _, c := range row.Cells {
			at += c.Span
		}
		cells, room = cells+len(row.Cells), room+row.Skip+columns-at
	}
	return room > 4*cells+1000
}

// tableLines writes each row as a line.
func (w *wordSide) tableLines(rows []*word.Row) (official, plain string) {
	var lines, words []string
	var above *word.Row
	for _, row := range rows {
		if _, text := w.row(above, row, false, 0); text != "" {
			lines, words = append(lines, guarded(markup.Escape(text))), append(words, text)
		}
		above = row
	}
	return strings.Join(lines, "\n"), strings.Join(words, " ")
}

// raggedTables says of tables that are written as lines.
func (w *wordSide) raggedTables() {
	for _, o := range w.source.Of {
		if o.Table != nil && ragged(o.Table) {
			w.findings.Add(diag.Diagnostic{ID: IDWord, Severity: diag.Warning, Pos: o.Table.Place.Pos(),
				Message: "bảng có các hàng lệch nhau quá nhiều cột: mỗi hàng được nhập thành một dòng, không thành bảng",
				Hints:   []string{"trong Word, kẻ lại bảng cho các hàng cùng số cột rồi nhập lại"}})
		}
	}
}

// headers counts the rows that are repeated on every page; where none is marked so, a first row that is bold. Rows that
// cells of these reach down to belong to them, unless they reach down to the last.
func (w *wordSide) headers(rows []*word.Row) int {
	marked := 0
	for marked < len(rows) && rows[marked].Header {
		marked++
	}
	n := marked
	if n == 0 && len(rows) > 1 && w.rowBold(rows[0]) {
		n = 1
	}
	for n > 0 && n < len(rows) && slices.ContainsFunc(rows[n].Cells, func(c *word.Cell) bool { return c.Continues(rows[n-1]) }) {
		n++
	}
	if n == len(rows) && n > marked {
		return 0
	}
	return n
}

func (w *wordSide) rowBold(row *word.Row) bool {
	seen := false
	for _, c := range row.Cells {
		for _, p := range word.Paragraphs(c.Blocks) {
			if text := strings.TrimSpace(p.Text()); text == "" {
				continue
			}
			seen = true
			if !w.spansOf(p).all(func(s span) bool { return s.bold }) {
				return false
			}
		}
	}
	return seen
}

// row writes one row. «||» makes a cell wider, «^» goes on the cell above.
func (w *wordSide) row(above, row *word.Row, header bool, columns int) (line, plain string) {
	var b strings.Builder
	var words []string
	b.WriteString("|" + strings.Repeat(" |", row.Skip))
	at := row.Skip
	group := false
	if n := len(row.Cells); n > 0 && columns > 2 && row.Cells[n-1].Span >= columns-1 {
		group = true
	}
	for _, c := range row.Cells {
		text, said := "^", ""
		if !c.Continues(above) {
			text, said = w.cell(c, header || group)
			if !header && w.shaded(c) {
				text = "# " + text
			}
		}
		b.WriteString(" " + text + " |" + strings.Repeat("|", max(0, c.Span-1)))
		at += c.Span
		if said != "" {
			words = append(words, said)
		}
	}
	b.WriteString(strings.Repeat(" |", max(0, columns-at)))
	return b.String(), strings.Join(words, " ")
}

func (w *wordSide) shaded(c *word.Cell) bool {
	return c.Shading != "" && strings.EqualFold(c.Shading, w.standard.Table.Shading)
}

// cell writes the paragraphs of a cell, a forced line break between them. own is a cell whose row is bold of itself.
func (w *wordSide) cell(c *word.Cell, own bool) (official, plain string) {
	var lines, words []string
	for _, p := range word.Paragraphs(c.Blocks) {
		s := w.spansOf(p)
		if p.Label != nil && p.Label.Text != "" {
			s = append(spans{{text: viet.NFC(p.Label.Text) + " "}}, s...)
		}
		text := s.text()
		if text == "" {
			continue
		}
		words = append(words, text)
		if own && s.all(func(one span) bool { return one.bold }) {
			for i := range s {
				s[i].bold = false
			}
		}
		lines = append(lines, s.official())
	}
	return strings.Join(lines, " \\\n"), strings.Join(words, " ")
}

// alignments writes the line under the header: each column's alignment, as most of its cells have it.
func alignments(rows []*word.Row, columns int) string {
	center, right, all := make([]int, columns), make([]int, columns), make([]int, columns)
	for _, row := range rows {
		at := row.Skip
		for _, c := range row.Cells {
			for _, p := range word.Paragraphs(c.Blocks) {
				if c.Span > 1 || at >= columns || strings.TrimSpace(p.Text()) == "" {
					continue
				}
				all[at]++
				switch p.Align {
				case word.Center:
					center[at]++
				case word.Right:
					right[at]++
				}
			}
			at += c.Span
		}
	}
	var b strings.Builder
	b.WriteString("|")
	for i := range columns {
		switch {
		case center[i]*2 > all[i]:
			b.WriteString(":---:|")
		case right[i]*2 > all[i]:
			b.WriteString("---:|")
		default:
			b.WriteString("---|")
		}
	}
	return b.String()
}

// weights gives the widths of columns as the smallest whole numbers that come within a thousandth of them; empty
// where the table says nothing.
func weights(grid []unit.Length, columns int) string {
	var total unit.Length
	for _, w := range grid {
		if w <= 0 {
			return ""
		}
		total += w
	}
	if len(grid) != columns || total == 0 {
		return ""
	}
	share := func(w unit.Length, sum int) (exact, n float64) {
		exact = float64(w) * float64(sum) / float64(total)
		return exact, max(1, math.Round(exact))
	}
	sum := columns
	for sum < mostWeights && slices.ContainsFunc(grid, func(w unit.Length) bool {
		exact, n := share(w, sum)
		return math.Abs(n-exact)/float64(sum) >= 0.001
	}) {
		sum++
	}
	out := make([]string, columns)
	for i, w := range grid {
		_, n := share(w, sum)
		out[i] = fmt.Sprint(int(n))
	}
	return strings.Join(out, " ")
}

// mostWeights is the largest sum of whole numbers that is tried.
const mostWeights = 900
