package skeleton

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"vanban/internal/data"
)

// lastRow is the last row that drop-downs reach.
const lastRow = 1000

// maxChoices is how long the values of a drop-down may be together, in Excel.
const maxChoices = 255

// born is the time that the workbook carries, the same in every one: bytes must not depend on the day.
const born = "2020-03-05T00:00:00Z"

// Workbook gives an XLSX file to fill in: a sheet of single values, then one for each list of objects, with the
// example in it.
func (f Form) Workbook() []byte {
	w := newBook()
	doc := f.example()
	single, tables := layout(f.Schema)
	w.single(f, firstSheet(f.Schema), single, doc)
	for _, t := range tables {
		w.table(f, t, doc)
	}
	return w.finish(f)
}

func newBook() *workbook {
	w := &workbook{file: excelize.NewFile()}
	w.styles()
	return w
}

// finish gives the bytes.
func (w *workbook) finish(f Form) []byte {
	w.must(w.file.SetDocProps(&excelize.DocProperties{Title: f.Title, Creator: "vanban", LastModifiedBy: "vanban", Created: born, Modified: born}))
	w.must(w.file.SetAppProps(&excelize.AppProperties{Application: "vanban"}))
	out, err := w.file.WriteToBuffer()
	w.must(err)
	return out.Bytes()
}

// workbook is a workbook while it is written, in memory: nothing can go wrong but by a fault of ours.
type workbook struct {
	file                  *excelize.File
	header, label, note   int // styles
	text, integer, amount int
}

func (w *workbook) must(err error) {
	if err != nil {
		panic(fmt.Errorf("skeleton: writing a workbook: %w", err))
	}
}

// The styles. Built-in number formats: 49 is text, 1 whole figures, 3 figures in groups.
func (w *workbook) styles() {
	style := func(s excelize.Style) int {
		s.Alignment = &excelize.Alignment{WrapText: true, Vertical: "top"}
		id, err := w.file.NewStyle(&s)
		w.must(err)
		return id
	}
	line := []excelize.Border{{Type: "bottom", Color: "7F7F7F", Style: 1}}
	w.header = style(excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDEBF7"}}, Border: line, NumFmt: 49})
	w.label = style(excelize.Style{Font: &excelize.Font{Bold: true}, NumFmt: 49})
	w.note = style(excelize.Style{Font: &excelize.Font{Italic: true, Color: "595959"}, NumFmt: 49})
	w.text = style(excelize.Style{NumFmt: 49})
	w.integer = style(excelize.Style{NumFmt: 1})
	w.amount = style(excelize.Style{NumFmt: 3})
}

// single writes the sheet of single values: title, value, explanation.
func (w *workbook) single(f Form, name string, cols []column, doc *data.Node) {
	w.must(w.file.SetSheetName("Sheet1", name))
	w.widths(name, 34, 60, 70)
	for i, title := range []string{"Mục (dấu * là bắt buộc)", "Giá trị", "Giải thích"} {
		w.put(name, i+1, 1, title, w.header)
	}
	w.comment(name, "B1", "ghi vào cột này; ô để trống là không dùng đến")
	for i, c := range cols {
		row := i + 2
		w.put(name, 1, row, c.heading(), w.label)
		value := find(doc, c.path)
		w.value(name, 2, row, c, value)
		w.choices(name, c, cell(2, row))
		explain := c.explain()
		if value == nil {
			if e := cellText(f.value(c.schema, nil, maxDepth)); e != "" && !strings.Contains(e, "\n") {
				explain = append(explain, "ví dụ: "+e)
			}
		}
		w.put(name, 3, row, strings.Join(explain, "\n"), w.note)
	}
	w.freeze(name)
}

// table writes the sheet of a list of objects: a heading for each key, a row for each object.
func (w *workbook) table(f Form, t table, doc *data.Node) {
	_, err := w.file.NewSheet(t.sheet)
	w.must(err)
	var widths []float64
	for i, c := range t.columns {
		widths = append(widths, c.width())
		letter, err := excelize.ColumnNumberToName(i + 1)
		w.must(err)
		w.must(w.file.SetColStyle(t.sheet, letter, w.styleOf(c)))
		w.choices(t.sheet, c, fmt.Sprintf("%s2:%s%d", letter, letter, lastRow))
	}
	w.widths(t.sheet, widths...)
	for i, c := range t.columns {
		w.put(t.sheet, i+1, 1, c.heading(), w.header)
		w.comment(t.sheet, cell(i+1, 1), strings.Join(append([]string{c.duty()}, t.explain(c)...), "\n"))
	}
	for r, item := range t.rows(find(doc, t.path)) {
		for i, c := range t.columns {
			w.value(t.sheet, i+1, r+2, c, find(item, c.path))
		}
	}
	w.freeze(t.sheet)
}

// put writes a text cell; it never becomes a formula.
func (w *workbook) put(sheet string, col, row int, text string, style int) {
	at := cell(col, row)
	w.must(w.file.SetCellStr(sheet, at, text))
	w.must(w.file.SetCellStyle(sheet, at, at, style))
}

// value writes a value of the example: as a number where it is one to count with, else as text.
func (w *workbook) value(sheet string, col, row int, c column, n *data.Node) {
	at, style, text := cell(col, row), w.styleOf(c), cellText(n)
	w.must(w.file.SetCellStyle(sheet, at, at, style))
	if text == "" {
		return
	}
	if style != w.text {
		if number, err := strconv.ParseInt(strings.ReplaceAll(text, ".", ""), 10, 64); err == nil {
			w.must(w.file.SetCellInt(sheet, at, number))
			return
		}
	}
	w.must(w.file.SetCellStr(sheet, at, text))
}

// styleOf keeps what is only written (số, ký hiệu, dates in any form) as text, so that Excel changes nothing.
func (w *workbook) styleOf(c column) int {
	b := c.schema.Branch(data.Text)
	switch {
	case b == nil || c.list:
		return w.text
	case b.Format() == "so_tien":
		return w.amount
	case slices.Equal(b.Types(), []string{"integer"}):
		return w.integer
	}
	return w.text
}

// choices puts a drop-down on cells that take certain values only.
func (w *workbook) choices(sheet string, c column, cells string) {
	list := choices(c.schema)
	if len(list) == 0 || c.list || len(strings.Join(list, ",")) > maxChoices || strings.Contains(strings.Join(list, ""), ",") {
		return
	}
	dv := excelize.NewDataValidation(true)
	dv.SetSqref(cells)
	w.must(dv.SetDropList(list))
	dv.SetError(excelize.DataValidationErrorStyleStop, c.titles[len(c.titles)-1], "chọn một giá trị trong danh sách")
	w.must(w.file.AddDataValidation(sheet, dv))
}

func (w *workbook) comment(sheet, at, text string) {
	lines := strings.Count(text, "\n") + len([]rune(text))/40 + 1
	w.must(w.file.AddComment(sheet, excelize.Comment{Author: "vanban", Cell: at, Width: 320, Height: uint(24 + 20*lines),
		Paragraph: []excelize.RichTextRun{{Text: text}}}))
}

func (w *workbook) widths(sheet string, widths ...float64) {
	for i, width := range widths {
		letter, err := excelize.ColumnNumberToName(i + 1)
		w.must(err)
		w.must(w.file.SetColWidth(sheet, letter, letter, width))
	}
}

// freeze keeps the headings in sight.
func (w *workbook) freeze(sheet string) {
	w.must(w.file.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
}

func cell(col, row int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		panic(fmt.Errorf("skeleton: %w", err))
	}
	return name
}

// heading is the label with the mark of what is required, which the reader passes over.
func (c column) heading() string {
	if c.required {
		return c.label + " *"
	}
	return c.label
}

func (c column) duty() string {
	if c.required {
		return "bắt buộc"
	}
	return "không bắt buộc"
}

// explain says what to write into the cell.
func (c column) explain() []string {
	var out []string
	if d := c.schema.Description(); d != "" {
		out = append(out, d)
	}
	if r := rules(c.schema); r != "" && !c.list {
		out = append(out, r)
	}
	if c.list {
		out = append(out, "nhiều mục thì mỗi mục một dòng trong ô (Alt+Enter)")
	}
	return out
}

// explain says what to write into the cells of one of the table's columns.
func (t table) explain(c column) []string {
	if t.isTable() {
		return c.explain()
	}
	return append(column{schema: t.schema}.explain(), "mỗi dòng của bảng là một mục")
}

// width is how wide a column is, in characters, by what it holds.
func (c column) width() float64 {
	b := c.schema.Branch(data.Text)
	switch {
	case c.list:
		return 40
	case len(c.path) == 0:
		return 100
	case b != nil && (b.Format() != "" || len(choices(b)) > 0 || slices.Equal(b.Types(), []string{"integer"})):
		return 18
	}
	return 32
}
