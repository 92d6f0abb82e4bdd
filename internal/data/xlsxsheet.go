package data

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// readSheet reads the cells of a sheet that hold something.
func (w *workbook) readSheet(sheet sheetPart) (*packedSheet, error) {
	x, err := w.parts.open(sheet.part, w.parts.limits.inflated)
	if err != nil {
		return nil, err
	}
	defer x.Close()
	p := &packedSheet{name: sheet.name}
	row, col := 0, 0
	for {
		token, err := x.next()
		if errors.Is(err, io.EOF) {
			return p, nil
		}
		if err != nil {
			return nil, err
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "row":
			if row, err = w.rowNumber(e, row, sheet); err != nil {
				return nil, err
			}
			col = 0
		case "c":
			if col, err = w.readCell(x, e, p, row, col); err != nil {
				return nil, err
			}
		case "mergeCell":
			if p.merges = append(p.merges, attr(e, "ref")); len(p.merges) > maxMerged {
				return nil, tooLarge("trang tính «%s» có quá nhiều ô gộp: nhiều nhất là %d", diag.Clip(sheet.name), maxMerged)
			}
		}
	}
}

// rowNumber gives the number of a row: rows come in order, so no cell can be there twice.
func (w *workbook) rowNumber(e xml.StartElement, last int, sheet sheetPart) (int, error) {
	n := last + 1
	if r := attr(e, "r"); r != "" {
		given, err := strconv.Atoi(r)
		if err != nil || given <= last {
			return 0, broken("trang tính «%s» có dòng đánh số sai «%s»", diag.Clip(sheet.name), diag.Clip(r))
		}
		n = given
	}
	if n > maxRows {
		return 0, broken("trang tính «%s» có dòng số %d, quá số dòng của Excel", diag.Clip(sheet.name), n)
	}
	return n, nil
}

// readCell reads the cell that has just begun and gives its column.
func (w *workbook) readCell(x *xmlReader, e xml.StartElement, p *packedSheet, row, last int) (col int, err error) {
	col = last + 1
	if ref := attr(e, "r"); ref != "" {
		c, r, ok := parseRef(ref)
		if !ok || r != row || c <= last {
			return 0, broken("trang tính «%s» có ô đánh số sai «%s»", diag.Clip(p.name), diag.Clip(ref))
		}
		col = c
	}
	if row == 0 || col > maxColumns {
		return 0, broken("trang tính «%s» có ô nằm ngoài bảng", diag.Clip(p.name))
	}
	if w.cells++; w.cells > w.parts.limits.cells {
		return 0, tooLarge("tệp Excel có quá nhiều ô: nhiều nhất là %d", w.parts.limits.cells)
	}
	raw, inline, formula, err := x.cellParts()
	if err != nil {
		return 0, err
	}
	c := packedCell{col: uint16(col), style: noStyle, formula: formula}
	text := raw
	switch attr(e, "t") {
	case "inlineStr":
		text = inline
	case "str":
		text = unescapeX(raw)
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(raw))
		if err != nil || n < 0 || n >= len(w.strings) {
			return 0, broken("ô %s trỏ đến một chuỗi không có trong tệp", cellName(col, row))
		}
		c.text = w.strings[n]
		p.put(row, c)
		return col, nil
	case "b":
		text = strconv.FormatBool(strings.TrimSpace(raw) == "1")
	case "e":
		c.kind = cellError
	case "d":
	default:
		text, c.kind = strings.TrimSpace(raw), cellNumber
		if i, err := strconv.Atoi(attr(e, "s")); err == nil && i >= 0 && i < len(w.formats) {
			c.style = uint16(i)
		}
	}
	if text == "" && c.kind != cellError && !formula {
		return col, nil
	}
	if c.text, err = w.keep(text); err == nil {
		p.put(row, c)
	}
	return col, err
}

// noStyle is of cells whose look does not matter.
const noStyle = math.MaxUint16

// row works out the cells of a row of a packed sheet that hold something, and hands them to put. What is wrong
// with them is told to the source of the grid, which need hold no row.
func (w *workbook) row(g *grid, p *packedSheet, i int, put func(cell)) {
	p.row(i, func(pc packedCell) {
		c := cell{row: int(p.rows[i].n), col: int(pc.col)}
		c.pos = diag.Pos{File: g.s.file, Sheet: g.name, Cell: cellName(c.col, c.row)}
		text := w.texts.get(pc.text)
		if pc.formula {
			c.formula = formula(g.s, c, text)
		}
		c.text = strings.TrimSpace(viet.NFC(strings.ReplaceAll(w.value(g.s, c, pc, text), "\r\n", "\n")))
		if c.text != "" {
			put(c)
		}
	})
}

// formula gives the warning of a cell whose value was reckoned by Excel when the file was last saved. One that
// has no value is an error at once: an empty cell is never used.
func formula(s *source, c cell, value string) *diag.Diagnostic {
	d := diag.Diagnostic{ID: IDFormula, Severity: diag.Warning, Pos: c.pos,
		Message: "ô có công thức; dùng giá trị «" + diag.Clip(value) + "» mà Excel tính lần lưu cuối",
		Hints:   []string{"nếu chưa chắc giá trị đã mới, mở bằng Excel, tính lại rồi lưu", "hoặc dán lại ô dưới dạng giá trị"}}
	if value == "" {
		d.Severity = diag.Error
		d.Message = "ô có công thức nhưng chưa có kết quả"
		d.Hints = []string{"mở tệp bằng Excel rồi lưu lại để tính kết quả"}
		s.add(d)
		return nil
	}
	return &d
}

// cellParts reads what is within a cell: its stored value, its own text, and whether it has a formula.
func (x *xmlReader) cellParts() (raw, inline string, formula bool, err error) {
	var b strings.Builder
	in := ""
	for {
		token, err := x.next()
		if err != nil {
			return "", "", false, unexpectedEnd(x, err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "is" {
				if inline, err = x.runs(); err != nil {
					return "", "", false, err
				}
				continue
			}
			in = t.Name.Local
			formula = formula || in == "f"
		case xml.CharData:
			if in == "v" {
				b.Write(t)
			}
			if b.Len() > x.parts.limits.token {
				return "", "", false, tooLarge("một ô của tệp Excel dài quá %d MiB", x.parts.limits.token>>20)
			}
		case xml.EndElement:
			if t.Name.Local == "c" {
				return b.String(), inline, formula, nil
			}
			in = ""
		}
	}
}

// value gives the text of a cell by its kind (ECMA-376 part 1, 18.18.11).
func (w *workbook) value(s *source, c cell, pc packedCell, raw string) string {
	unusable := func(why string) string {
		s.errorAt(IDCell, c.pos, []string{"sửa ô này trong Excel"}, "ô không dùng được: %s", why)
		return ""
	}
	switch {
	case pc.kind == cellText || raw == "" && pc.kind == cellNumber:
		return raw
	case pc.kind == cellError:
		return unusable("Excel báo lỗi «" + diag.Clip(raw) + "»")
	}
	v, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return unusable("số «" + diag.Clip(raw) + "» viết sai")
	}
	var f numFormat
	if int(pc.style) < len(w.formats) {
		f = w.formats[pc.style]
	}
	text, err := numberText(v, f, w.from1904)
	if err != nil {
		return unusable(err.Error())
	}
	if !f.isDate() && (v >= 1e15 || v <= -1e15) {
		s.add(diag.Diagnostic{ID: IDCell, Severity: diag.Warning, Pos: c.pos,
			Message: "Excel chỉ giữ 15 chữ số: số «" + text + "» có thể đã bị làm tròn", Hints: []string{"định dạng ô là Text rồi gõ lại số"}})
	}
	return text
}

// parseRef reads a cell's name: «C7» is column 3, row 7.
func parseRef(ref string) (col, row int, ok bool) {
	i := 0
	for i < len(ref) && ref[i] >= 'A' && ref[i] <= 'Z' && i < 4 {
		col = col*26 + int(ref[i]-'A') + 1
		i++
	}
	if i == 0 || i == len(ref) || len(ref)-i > 7 || ref[i] < '1' || ref[i] > '9' {
		return 0, 0, false
	}
	row, err := strconv.Atoi(ref[i:])
	return col, row, err == nil && col <= maxColumns && row <= maxRows
}

// cellName writes a cell's name.
func cellName(col, row int) string {
	name := ""
	for n := col; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name + strconv.Itoa(row)
}
