package skeleton

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"vanban/internal/data"
	"vanban/internal/schema"
	"vanban/internal/viet"
)

// keyName is the key of the data that names the file, and by which the sheets of a workbook of many are joined.
const keyName = "ten_tep"

// lastRecord is the last row that the drop-downs of a workbook of many reach.
const lastRecord = 100_000

// Records gives an XLSX file for many documents of one template: a sheet with a row a document, then a sheet for
// each list of objects, whose first column says which document a row belongs to. The example is in it twice.
func (f Form) Records() []byte {
	w := newBook()
	key, single, tables := manyLayout(f.Schema)
	main := recordSheet(f.Schema, tables)
	w.must(w.file.SetSheetName("Sheet1", main))
	doc := f.example()
	w.headings(main, single, func(c column) []string {
		if slices.Equal(c.path, key.path) {
			return []string{"tên tệp in ra, không có phần mở rộng; mỗi văn bản một tên riêng"}
		}
		return c.explain()
	})
	for i := range 2 {
		for c, col := range single {
			value := find(doc, col.path)
			if slices.Equal(col.path, key.path) {
				value = f.recordName(i)
			}
			w.value(main, c+1, i+2, col, asTexts(value, col))
		}
	}
	for _, t := range tables {
		_, err := w.file.NewSheet(t.sheet)
		w.must(err)
		columns := append([]column{key}, t.columns...)
		w.headings(t.sheet, columns, func(c column) []string {
			if slices.Equal(c.path, key.path) {
				return []string{"chọn tên tệp của văn bản ở trang «" + main + "»; mỗi dòng của bảng này thuộc văn bản đó"}
			}
			return t.explain(c)
		})
		w.names(t.sheet, main)
		for i, rows := 0, t.rows(find(doc, t.path)); i < 2*len(rows); i++ {
			item := rows[i%len(rows)]
			w.value(t.sheet, 1, i+2, key, f.recordName(i/len(rows)))
			for c, col := range t.columns {
				w.value(t.sheet, c+2, i+2, col, find(item, col.path))
			}
		}
	}
	return w.finish(f)
}

// recordName names the document with an index in the example.
func (f Form) recordName(i int) *data.Node { return text(f.Name + "-00" + strconv.Itoa(i+1)) }

// headings writes the first row of a sheet.
func (w *workbook) headings(sheet string, columns []column, explain func(column) []string) {
	var widths []float64
	for i, c := range columns {
		widths = append(widths, c.width())
		letter, err := excelize.ColumnNumberToName(i + 1)
		w.must(err)
		w.must(w.file.SetColStyle(sheet, letter, w.styleOf(c)))
		w.choices(sheet, c, letter+"2:"+letter+strconv.Itoa(lastRecord))
	}
	w.widths(sheet, widths...)
	for i, c := range columns {
		w.put(sheet, i+1, 1, c.heading(), w.header)
		w.comment(sheet, cell(i+1, 1), strings.Join(append([]string{c.duty()}, explain(c)...), "\n"))
	}
	w.freeze(sheet)
}

// names puts a drop-down of the documents' names on the first column of a list's sheet.
func (w *workbook) names(sheet, main string) {
	dv := excelize.NewDataValidation(true)
	dv.SetSqref("A2:A" + strconv.Itoa(lastRecord))
	dv.SetSqrefDropList("'" + main + "'!$A$2:$A$" + strconv.Itoa(lastRecord))
	dv.SetError(excelize.DataValidationErrorStyleStop, "Tên tệp", "không có văn bản nào có tên tệp này ở trang «"+main+"»")
	w.must(w.file.AddDataValidation(sheet, dv))
}

// manyLayout shares the keys of a schema out to the sheets of a workbook of many: what fits a cell, lists of texts
// among it, stands in the row of its document; lists of objects have sheets. The key comes first.
func manyLayout(s *schema.Schema) (key column, single []column, tables []table) {
	for _, c := range walk(s, s.Columns(), column{required: true}) {
		switch {
		case c.path[0] == keyName:
			c.required = true
			single = append([]column{c}, single...)
		case c.isTable() && !c.texts:
			items := c.schema.Branch(data.List).Items()
			cols := walk(items, items.Columns(), column{required: true})
			tables = append(tables, table{column: c, columns: labelled(slices.DeleteFunc(cols, column.isTable))})
		case c.list && !c.isTable() && c.schema.Branch(data.Text) == nil && c.schema.Branch(data.List).Items() != nil:
			item := column{titles: c.titles[len(c.titles)-1:], schema: c.schema.Branch(data.List).Items(), required: c.required}
			tables = append(tables, table{column: c, columns: labelled([]column{item})})
		default:
			single = append(single, c)
		}
	}
	nameSheets(tables)
	single = labelled(single)
	return single[0], single, tables
}

// recordSheet names the sheet of the documents: by no name that a table or object has.
func recordSheet(s *schema.Schema, tables []table) string {
	name := "Văn bản"
	for slices.ContainsFunc(s.Columns(), func(c data.Column) bool { return viet.Fold(c.Title) == viet.Fold(name) }) ||
		slices.ContainsFunc(tables, func(t table) bool { return viet.Fold(t.sheet) == viet.Fold(name) }) {
		name += " 1"
	}
	return name
}

// asTexts gives the objects of a list that stands in a cell as texts: each by its first required value.
func asTexts(n *data.Node, c column) *data.Node {
	if n == nil || n.Kind != data.List || !c.isTable() {
		return n
	}
	out := &data.Node{Kind: data.List}
	for _, item := range n.Items {
		if item.Kind == data.Map {
			for _, p := range c.schema.Branch(data.List).Items().Branch(data.Map).Properties() {
				if v := item.Field(p.Key); p.Required && v != nil {
					item = v
					break
				}
			}
		}
		out.Items = append(out.Items, item)
	}
	return out
}
