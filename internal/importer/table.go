package importer

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// Bounds of a table that is put together from lines.
const (
	leastColumns = 2
	mostColumns  = 9
	leastRows    = 2
)

// tables puts the rows of tables together that a text holds otherwise than between bars: cells with bars between them,
// cells with tabs or wide blanks between them, a cell a line. The last two are told by their numbered rows alone, and
// only where every row comes out even: where one does not, the lines stay paragraphs.
func (d *reading) tables(body []paragraph) []paragraph {
	if len(body) > 0 && body[0].lines[0].Look.Known {
		return body // a Word file has tables of its own
	}
	var out []paragraph
	for i := 0; i < len(body); {
		rows, n, how := barRows(body[i:]), 0, "các ô cách nhau bằng dấu |"
		n = len(rows)
		if n == 0 {
			rows, how = d.spacedRows(body[i:]), "các ô cách nhau bằng khoảng trắng"
			n = len(rows)
		}
		if n == 0 {
			rows, n = d.stackedRows(body[i:])
			how = "mỗi ô một dòng"
		}
		if n == 0 {
			out = append(out, body[i])
			i++
			continue
		}
		d.report(diag.Warning, IDTable, body[i].pos(), fmt.Sprintf("%d dòng từ đây (%s) được hiểu là bảng %d cột, %d hàng", n, how, len(rows[0]), len(rows)),
			"so bảng với bản gốc, sửa trong dữ liệu nhập ra nếu sai")
		out = append(out, tableOf(rows)...)
		i += n
	}
	return out
}

// cell is one cell of a table with the paragraph that it was read from.
type cell struct {
	text string
	from paragraph
}

// tableOf writes rows as lines with bars, a row of dashes below the first.
func tableOf(rows [][]cell) []paragraph {
	var out []paragraph
	for i, row := range rows {
		p := row[0].from
		texts := make([]string, len(row))
		for k, c := range row {
			texts[k] = strings.ReplaceAll(c.text, "|", "/")
			if c.text == "" {
				texts[k] = " "
			}
		}
		p.text = "| " + strings.Join(texts, " | ") + " |"
		out = append(out, p)
		if i == 0 {
			p.text = strings.Repeat("|---", len(row)) + "|"
			out = append(out, p)
		}
	}
	return out
}

// barRows are the rows at the beginning of paragraphs whose cells have bars between them, and none around them.
func barRows(body []paragraph) [][]cell {
	var rows [][]cell
	for _, p := range body {
		if strings.Count(p.text, "|") < 2 {
			break
		}
		cells := strings.Split(p.text, "|")
		if strings.HasPrefix(p.text, "|") || strings.HasSuffix(p.text, "|") || len(rows) > 0 && len(cells) != len(rows[0]) {
			break
		}
		rows = append(rows, cellsOf(p, cells))
	}
	if len(rows) < leastRows {
		return nil
	}
	return rows
}

func cellsOf(p paragraph, texts []string) []cell {
	var out []cell
	for _, text := range texts {
		out = append(out, cell{strings.TrimSpace(text), p})
	}
	return out
}

// spacedRows are the rows of a table at the beginning of paragraphs whose cells stand apart on their line.
func (d *reading) spacedRows(body []paragraph) [][]cell {
	var rows [][]cell
	for i, p := range body {
		cells := p.lines[0].Cells
		if len(p.lines) > 1 || len(cells) < 3 {
			break
		}
		if i == 0 && !d.headsNumbers(cells[0]) || i > 0 && (len(cells) != len(rows[0]) || !rowNumber.MatchString(cells[0])) {
			if i > 0 { // more of a table follows that does not come out even
				return nil
			}
			break
		}
		rows = append(rows, cellsOf(p, cells))
	}
	if len(rows) < leastRows {
		return nil
	}
	return rows
}

var (
	rowNumber = regexp.MustCompile(`^\d{1,3}\.?$`)
	rowRoman  = regexp.MustCompile(`^[IVXL]{1,5}\.?$`)
)

// headsNumbers tells the head of the column of numbers: «STT».
func (d *reading) headsNumbers(text string) bool {
	const longest = 24 // bytes
	if first, _ := utf8.DecodeRuneInString(text); len(text) > longest || !unicode.IsUpper(first) {
		return false
	}
	return slices.ContainsFunc(d.Words.Phrases("cot_so"), func(word string) bool { return viet.Fold(word) == viet.Fold(text) })
}

// stackedRows are the rows of a table at the beginning of paragraphs that are a cell each, and how many paragraphs they
// take. A Roman number heads a group: with its title alone, or with as many cells as any row.
func (d *reading) stackedRows(body []paragraph) ([][]cell, int) {
	if !d.headsNumbers(body[0].text) {
		return nil, 0
	}
	columns := slices.IndexFunc(body[:min(len(body), mostColumns+1)], func(p paragraph) bool {
		return rowNumber.MatchString(p.text) || rowRoman.MatchString(p.text)
	})
	if columns < leastColumns {
		return nil, 0
	}
	rows := [][]cell{stacked(body[:columns], columns)}
	number, at := 0, columns
	for at < len(body) {
		width, n := columns, number
		switch text := strings.TrimSuffix(body[at].text, "."); {
		case rowRoman.MatchString(text):
			if next := nextRow(body[at+1:min(len(body), at+2+columns)], 1); next == 1 && columns > 2 {
				width = 2
			}
			n = 0
		case rowNumber.MatchString(text):
			if n, _ = strconv.Atoi(text); n != number+1 && n != 1 {
				return nil, 0
			}
		default:
			width = 0
		}
		if width == 0 {
			break
		}
		if at+width > len(body) || !plainCells(body[at+1:at+width]) {
			return nil, 0
		}
		rows = append(rows, stacked(body[at:at+width], columns))
		number, at = n, at+width
	}
	// A row that has more or fewer lines than the others leaves a number behind.
	if len(rows) < leastRows+1 || nextRow(body[at:min(len(body), at+2*columns)], number+1) >= 0 || !plainCells(body[1:columns]) {
		return nil, 0
	}
	return rows, at
}

// nextRow is where the row of a number stands among paragraphs; -1 where it does not.
func nextRow(body []paragraph, number int) int {
	return slices.IndexFunc(body, func(p paragraph) bool {
		n, err := strconv.Atoi(strings.TrimSuffix(p.text, "."))
		return err == nil && n == number
	})
}

// plainCells tells paragraphs that can be cells: none begins a construct, none is long.
func plainCells(body []paragraph) bool {
	const longest = 300
	return !slices.ContainsFunc(body, func(p paragraph) bool {
		return len(p.text) > longest || marked.MatchString(p.text) && !rowNumber.MatchString(p.text) && !quantity.MatchString(p.text) || strings.Contains(p.text, "|")
	})
}

// quantity is a text that begins with a number and is no clause: «12 tháng».
var quantity = regexp.MustCompile(`^\d+ \p{Ll}`)

// stacked are paragraphs as the cells of a row of so many columns.
func stacked(body []paragraph, columns int) []cell {
	out := make([]cell, 0, columns)
	for _, p := range body {
		out = append(out, cell{p.text, p})
	}
	for len(out) < columns {
		out = append(out, cell{"", body[0]})
	}
	return out
}
