package data

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// readSheet reads the cells of a sheet that hold something.
func (w *workbook) readSheet(sheet sheetPart) (*grid, error) {
	text, err := w.parts.read(sheet.part)
	if err != nil {
		return nil, err
	}
	g := &grid{s: w.s, name: sheet.name, sheet: true}
	x := newXML(sheet.part, text)
	row, col := 0, 0
	var merges []string
	for {
		token, err := x.next()
		if errors.Is(err, io.EOF) {
			g.setMerges(merges)
			return g, nil
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
			c, err := w.readCell(x, e, g, row, col)
			if err != nil {
				return nil, err
			}
			col = c.col
			if c.text != "" {
				g.put(c)
			}
		case "mergeCell":
			if merges = append(merges, attr(e, "ref")); len(merges) > maxMerged {
				return nil, tooLarge("trang tính «%s» có quá nhiều ô gộp: nhiều nhất là %d", clip(sheet.name), maxMerged)
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
			return 0, broken("trang tính «%s» có dòng đánh số sai «%s»", clip(sheet.name), clip(r))
		}
		n = given
	}
	if n > maxRows {
		return 0, broken("trang tính «%s» có dòng số %d, quá số dòng của Excel", clip(sheet.name), n)
	}
	return n, nil
}

// readCell reads the cell that has just begun; its text is empty when it holds nothing that can be used.
func (w *workbook) readCell(x *xmlReader, e xml.StartElement, g *grid, row, last int) (cell, error) {
	c := cell{row: row, col: last + 1}
	if ref := attr(e, "r"); ref != "" {
		col, r, ok := parseRef(ref)
		if !ok || r != row || col <= last {
			return cell{}, broken("trang tính «%s» có ô đánh số sai «%s»", clip(g.name), clip(ref))
		}
		c.col = col
	}
	if row == 0 || c.col > maxColumns {
		return cell{}, broken("trang tính «%s» có ô nằm ngoài bảng", clip(g.name))
	}
	if w.cells++; w.cells > MaxNodes {
		return cell{}, tooLarge("tệp Excel có quá nhiều ô: nhiều nhất là %d", MaxNodes)
	}
	c.pos = diag.Pos{File: w.s.file, Sheet: g.name, Cell: cellName(c.col, c.row)}
	raw, inline, formula, err := x.cellParts()
	if err != nil {
		return cell{}, err
	}
	if formula {
		c.formula = w.formula(c, raw+inline)
	}
	if c.text, err = w.value(c, e, raw, inline); err != nil {
		return cell{}, err
	}
	c.text = strings.TrimSpace(viet.NFC(strings.ReplaceAll(c.text, "\r\n", "\n")))
	return c, nil
}

// formula gives the warning of a cell whose value was reckoned by Excel when the file was last saved. One that
// has no value is an error at once: an empty cell is never used.
func (w *workbook) formula(c cell, value string) *diag.Diagnostic {
	d := diag.Diagnostic{ID: IDFormula, Severity: diag.Warning, Pos: c.pos,
		Message: "ô có công thức; dùng giá trị «" + clip(value) + "» mà Excel tính lần lưu cuối",
		Hints:   []string{"nếu chưa chắc giá trị đã mới, mở bằng Excel, tính lại rồi lưu", "hoặc dán lại ô dưới dạng giá trị"}}
	if value == "" {
		d.Severity = diag.Error
		d.Message = "ô có công thức nhưng chưa có kết quả"
		d.Hints = []string{"mở tệp bằng Excel rồi lưu lại để tính kết quả"}
		w.s.add(d)
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
		case xml.EndElement:
			if t.Name.Local == "c" {
				return b.String(), inline, formula, nil
			}
			in = ""
		}
	}
}

// value gives the text of a cell by its type (ECMA-376 part 1, 18.18.11).
func (w *workbook) value(c cell, e xml.StartElement, raw, inline string) (string, error) {
	unusable := func(why string) (string, error) {
		w.s.errorAt(IDCell, c.pos, []string{"sửa ô này trong Excel"}, "ô không dùng được: %s", why)
		return "", nil
	}
	switch attr(e, "t") {
	case "inlineStr":
		return inline, nil
	case "str":
		return unescapeX(raw), nil
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(raw))
		if err != nil || n < 0 || n >= len(w.strings) {
			return "", broken("ô %s trỏ đến một chuỗi không có trong tệp", c.pos.Cell)
		}
		return w.strings[n], nil
	case "b":
		if strings.TrimSpace(raw) == "1" {
			return "true", nil
		}
		return "false", nil
	case "e":
		return unusable("Excel báo lỗi «" + clip(raw) + "»")
	case "d":
		return raw, nil
	}
	if strings.TrimSpace(raw) == "" {
		return "", nil
	}
	v, err := strconv.ParseFloat(strings.TrimSpace(raw), 64)
	if err != nil {
		return unusable("số «" + clip(raw) + "» viết sai")
	}
	var f numFormat
	if i, err := strconv.Atoi(attr(e, "s")); err == nil && i >= 0 && i < len(w.formats) {
		f = w.formats[i]
	}
	text, err := numberText(v, f, w.from1904)
	if err != nil {
		return unusable(err.Error())
	}
	if !f.isDate() && (v >= 1e15 || v <= -1e15) {
		w.s.add(diag.Diagnostic{ID: IDCell, Severity: diag.Warning, Pos: c.pos,
			Message: "Excel chỉ giữ 15 chữ số: số «" + text + "» có thể đã bị làm tròn", Hints: []string{"định dạng ô là Text rồi gõ lại số"}})
	}
	return text, nil
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
