package compose

import (
	"fmt"
	"strings"

	"vanban/internal/doc"
	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// table is a bảng of the body or of an appendix: grid lines, header rows repeated on every page, rows
// that do not split, group rows kept with the row below.
func (c *composer) table(t *doc.Table) *sheet.Table {
	form := c.std.Table
	out := &sheet.Table{At: t.At, Grid: true, PadX: form.PadX}
	out.Columns = c.columnWidths(t)
	for i, r := range t.Rows {
		row := &sheet.Row{Header: i < t.Headers, NoSplit: true, KeepNext: r.Group || i < t.Headers}
		at := 0
		for _, cell := range r.Cells {
			row.Cells = append(row.Cells, c.cell(t, i, at, cell))
			at += cell.Span
		}
		if at != len(t.Columns) {
			c.fault(IDColumns, r.At, fmt.Sprintf("hàng này có %d ô, bảng có %d cột", at, len(t.Columns)),
				"thêm hoặc bớt dấu | cho đủ số ô; hai dấu || liền nhau nối ô với ô bên trái")
		}
		out.Rows = append(out.Rows, row)
	}
	markMerges(out)
	return out
}

func (c *composer) cell(t *doc.Table, row, column int, from doc.Cell) *sheet.Cell {
	cell := &sheet.Cell{Span: from.Span}
	if from.Above {
		cell.Merge = sheet.MergeContinue
		return cell
	}
	if from.Shaded {
		cell.Fill = c.std.Table.Shading
	}
	style := c.cellStyle(t, row, column)
	if row < t.Headers {
		cell.VAlign = sheet.VMiddle
	}
	for _, l := range from.Lines {
		cell.Blocks = append(cell.Blocks, c.paragraph(l, style, ""))
	}
	return cell
}

func (c *composer) cellStyle(t *doc.Table, row, column int) string {
	form := c.std.Table
	switch {
	case row < t.Headers:
		return form.Header
	case t.Rows[row].Group && column < len(t.Columns) && t.Columns[column].Align == doc.AlignCenter:
		return form.Header // the numeral of a group stands in the middle, above the numbers of its rows
	case t.Rows[row].Group || column >= len(t.Columns):
		return form.Group
	}
	switch t.Columns[column].Align {
	case doc.AlignCenter:
		return form.Center
	case doc.AlignRight:
		return form.Right
	default:
		return form.Left
	}
}

// markMerges tells a cell that cells below it go on as their first.
func markMerges(t *sheet.Table) {
	for i := len(t.Rows) - 1; i > 0; i-- {
		for _, cell := range columnsOf(t.Rows[i]) {
			if cell.Merge != sheet.MergeContinue {
				continue
			}
			for _, above := range columnsOf(t.Rows[i-1]) {
				if above.at == cell.at && above.Merge == sheet.MergeNone {
					above.Cell.Merge = sheet.MergeStart
				}
			}
		}
	}
}

type placedCell struct {
	*sheet.Cell
	at int
}

func columnsOf(r *sheet.Row) []placedCell {
	var out []placedCell
	at := 0
	for _, cell := range r.Cells {
		out = append(out, placedCell{cell, at})
		at += max(1, cell.Span)
	}
	return out
}

// columnWidths shares the text width out: by the weights the table gives, or by what its cells hold, no
// column narrower than its longest word.
func (c *composer) columnWidths(t *doc.Table) []unit.Length {
	total := c.section.Page.TextWidth()
	weights, least := c.weights(t)
	var sum float64
	for _, w := range weights {
		sum += w
	}
	out := make([]unit.Length, len(weights))
	var need unit.Length
	for _, l := range least {
		need += l
	}
	if need > total {
		c.fault(IDWide, t.At, fmt.Sprintf("bảng có %d cột, cần rộng ít nhất %.0f mm nhưng trang chỉ có %.0f mm", len(t.Columns), need.Millimetres(), total.Millimetres()),
			"bớt cột, viết tắt tên cột, hoặc đưa bảng vào phụ lục khổ ngang")
	}
	rest, restWeight := total, sum
	fixed := make([]bool, len(weights))
	for changed := true; changed; { // a column raised to its least takes from all the others
		changed = false
		for i := range out {
			if !fixed[i] && unit.Length(float64(rest)*weights[i]/restWeight) < least[i] && rest-least[i] > 0 {
				out[i], fixed[i], changed = least[i], true, true
				rest -= least[i]
				restWeight -= weights[i]
			}
		}
	}
	last, used := -1, unit.Length(0)
	for i := range out {
		if !fixed[i] {
			out[i] = unit.Length(float64(rest) * weights[i] / restWeight)
			last = i
		}
		used += out[i]
	}
	if last < 0 {
		last = len(out) - 1
	}
	if len(out) > 0 {
		out[last] += total - used
	}
	return out
}

// What a column without a weight of its own counts as: at least and at most so wide, however little or much it holds.
const (
	leastColumn = 10 * unit.MM
	mostColumn  = 80 * unit.MM
)

// mostWord is how wide a column must be for its longest word at the most; a longer one is broken.
const mostWord = 60 * unit.MM

// weights gives each column's share, and the least width that its longest word needs.
func (c *composer) weights(t *doc.Table) (weights []float64, least []unit.Length) {
	weights, least = make([]float64, len(t.Columns)), make([]unit.Length, len(t.Columns))
	for i, r := range t.Rows {
		at := 0
		for _, cell := range r.Cells {
			if cell.Span == 1 && at < len(t.Columns) {
				st := c.style(c.cellStyle(t, i, at))
				for _, l := range cell.Lines {
					text := l.Plain()
					weights[at] = max(weights[at], min(float64(c.width(text, st)), float64(mostColumn)))
					for _, word := range strings.Fields(text) {
						least[at] = max(least[at], c.width(word, st)+2*c.std.Table.PadX+hair)
					}
				}
			}
			at += cell.Span
		}
	}
	given := false
	for _, column := range t.Columns {
		given = given || column.Weight > 0
	}
	for i, column := range t.Columns {
		if given {
			weights[i] = float64(max(1, column.Weight))
		} else {
			weights[i] = max(weights[i], float64(leastColumn))
		}
		least[i] = min(least[i], mostWord)
	}
	return weights, least
}
