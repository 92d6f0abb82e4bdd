package importer

import (
	"fmt"
	"math"
	"slices"
	"strings"

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
	for sum := columns; ; sum++ {
		out, worst := make([]string, columns), 0.0
		for i, w := range grid {
			exact := float64(w) * float64(sum) / float64(total)
			n := max(1, math.Round(exact))
			worst = max(worst, math.Abs(n-exact)/float64(sum))
			out[i] = fmt.Sprint(int(n))
		}
		if worst < 0.001 || sum >= 900 {
			return strings.Join(out, " ")
		}
	}
}
