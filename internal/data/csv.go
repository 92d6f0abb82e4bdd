package data

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"vanban/internal/diag"
)

// parseCSV reads a CSV file as one sheet. The separator is found out: comma, semicolon (as Excel writes where
// the comma is the decimal mark) or tab.
func parseCSV(s *source, src []byte) *grid {
	if !s.load(src) {
		return nil
	}
	text, comma := separator(s.text)
	if cells := countCells(text, byte(comma)); cells > MaxNodes {
		s.errorAt(IDSize, s.pos(1, 1, 0), []string{"chia dữ liệu thành nhiều tệp"}, "tệp có quá nhiều ô: nhiều nhất là %d", MaxNodes)
		return nil
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = comma
	r.FieldsPerRecord = -1
	r.ReuseRecord = true
	g := &grid{s: s, name: baseName(s.file)}
	for row := 1; ; row++ {
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			return g
		}
		if err != nil {
			s.add(explainCSV(s, err))
			return g
		}
		for i, field := range fields {
			field = strings.TrimSpace(field)
			if field == "" {
				continue
			}
			line, col := r.FieldPos(i)
			g.put(cell{row: row, col: i + 1, text: field, pos: s.pos(line, s.column(line, col), firstLine(field))})
		}
	}
}

// countCells counts the cells of a text, those of blank lines too. The reader makes a whole record of them
// before they could be counted, and a cell takes many times the byte that parts it. A quote that opens no cell
// ends the reading, so what it seems to hold is never read.
func countCells(text string, comma byte) int {
	n, quoted := 1, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"':
			quoted = !quoted
		case !quoted && (c == comma || c == '\n'):
			n++
		}
	}
	return n
}

// column turns an offset in bytes into a column in characters. Offsets of a line only grow, so the cursor
// of the source keeps this linear.
func (s *source) column(line, offset int) int {
	text := s.lines[line-1]
	c := cursor{line, 1, 0}
	if s.cursor.line == line && s.cursor.off <= offset-1 {
		c = s.cursor
	}
	c.col += utf8.RuneCountInString(text[c.off:min(offset-1, len(text))])
	c.off = min(offset-1, len(text))
	s.cursor = c
	return c.col
}

func firstLine(text string) int {
	line, _, _ := strings.Cut(text, "\n")
	return utf8.RuneCountInString(line)
}

// separator finds the mark between cells: the one that is most frequent outside of quotes on the first line
// that has any. A first line «sep=;», as Excel understands it, says so itself and is blanked out.
func separator(text string) (string, rune) {
	first, rest, _ := strings.Cut(text, "\n")
	if mark, ok := strings.CutPrefix(strings.ToLower(strings.TrimRight(first, " ")), "sep="); ok && len(mark) == 1 && strings.Contains(",;\t|", mark) {
		return "\n" + rest, rune(mark[0])
	}
	counts := map[byte]int{}
	quoted := false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == ',' || c == ';' || c == '\t':
			counts[c]++
		case c == '\n' && len(counts) > 0:
			i = len(text)
		}
	}
	best := byte(',')
	for _, c := range []byte{';', '\t'} {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return text, rune(best)
}

// explainCSV tells an error of the CSV reader in plain words.
func explainCSV(s *source, err error) diag.Diagnostic {
	d := diag.Diagnostic{ID: IDSyntax, Severity: diag.Error, Pos: s.pos(1, 1, 0), Message: "dấu nháy kép dùng sai",
		Hints: []string{"ô có dấu ngăn cách, xuống dòng hoặc dấu nháy thì đặt cả ô trong nháy kép, dấu nháy ở trong viết thành hai: \"\"",
			"hoặc lưu bảng thành tệp .xlsx"}}
	var at *csv.ParseError
	if !errors.As(err, &at) {
		d.Message = "tệp CSV không đọc được"
		return d
	}
	line := max(1, min(at.Line, len(s.lines)))
	d.Pos = s.pos(line, s.column(line, max(at.Column, 1)), 1)
	if errors.Is(at.Err, csv.ErrQuote) && at.StartLine != at.Line {
		d.Pos = s.pos(at.StartLine, 1, 0)
		d.Message = "dấu nháy kép mở ở dòng này mà không đóng đúng chỗ"
	}
	return d
}

// baseName gives the name of a file without folder and extension.
func baseName(file string) string {
	file = file[strings.LastIndexAny(file, `/\`)+1:]
	if i := strings.LastIndexByte(file, '.'); i > 0 {
		file = file[:i]
	}
	return file
}
