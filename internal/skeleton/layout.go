package skeleton

import (
	"slices"
	"strings"
	"unicode/utf16"

	"vanban/internal/data"
	"vanban/internal/schema"
	"vanban/internal/viet"
)

// column is one value of the data that has a cell of its own: a row of the first sheet, or a column of a table.
type column struct {
	path     []string
	titles   []string
	label    string // what the reader of package data knows it by
	schema   *schema.Schema
	list     bool // several texts in the cell, each on its line
	texts    bool // a list of objects that may be written as such texts
	required bool
}

// table is a list that has a sheet of its own: of objects, or of texts in one column.
type table struct {
	column
	sheet   string
	columns []column
}

// layout shares the keys of a schema out to the sheets of a workbook, by the same rules as [data.ParseTable] reads
// them: lists are sheets, objects are taken apart into their keys. A list that may as well be one text is a cell,
// unless it is of objects.
func layout(s *schema.Schema) (single []column, tables []table) {
	for _, c := range walk(s, s.Columns(), column{required: true}) {
		switch {
		case c.isTable():
			items := c.schema.Branch(data.List).Items()
			cols := walk(items, items.Columns(), column{required: true})
			tables = append(tables, table{column: c, columns: labelled(slices.DeleteFunc(cols, column.isTable))})
		case c.list && c.schema.Branch(data.Text) == nil && c.schema.Branch(data.List).Items() != nil:
			item := column{titles: c.titles[len(c.titles)-1:], schema: c.schema.Branch(data.List).Items(), required: c.required}
			tables = append(tables, table{column: c, columns: labelled([]column{item})})
		default:
			single = append(single, c)
		}
	}
	nameSheets(tables)
	return labelled(single), tables
}

func (c column) isTable() bool { return c.list && isTable(c.schema.Branch(data.List)) }

// walk lists the values under an object, those of objects within it among them.
func walk(s *schema.Schema, cols []data.Column, within column) []column {
	var out []column
	object := s.Branch(data.Map)
	required := map[string]bool{}
	for _, p := range object.Properties() {
		required[p.Key] = p.Required
	}
	for _, c := range cols {
		inner, ok := object.Property(c.Key)
		if !ok {
			panic("skeleton: a column that the schema does not have: " + c.Key)
		}
		title := c.Title
		if title == "" {
			title = c.Key
		}
		at := column{path: append(slices.Clone(within.path), c.Key), titles: append(slices.Clone(within.titles), title),
			schema: inner, list: c.Kind == data.List, texts: c.OrTexts, required: within.required && required[c.Key]}
		if c.Kind == data.Map && len(c.Columns) > 0 {
			out = append(out, walk(inner, c.Columns, at)...)
			continue
		}
		out = append(out, at)
	}
	return out
}

// labelled gives each column its heading: its titles, or its keys where another has the same titles.
func labelled(cols []column) []column {
	same := map[string]int{}
	for _, c := range cols {
		same[viet.Fold(strings.Join(c.titles, " "))]++
	}
	for i, c := range cols {
		cols[i].label = strings.Join(c.titles, ": ")
		if same[viet.Fold(strings.Join(c.titles, " "))] > 1 {
			cols[i].label = strings.Join(c.path, ".")
		}
	}
	return cols
}

// sheetLimit is how many UTF-16 units the name of a sheet has at most, in Excel.
const sheetLimit = 31

// nameSheets names the sheet of each table by its titles, or by its keys where the titles are too long or taken.
func nameSheets(tables []table) {
	taken := map[string]bool{}
	for i, t := range tables {
		name := sheetName(strings.Join(t.titles, " - "))
		if len(utf16.Encode([]rune(name))) > sheetLimit || taken[viet.Fold(name)] {
			name = strings.Join(t.path, ".")
		}
		taken[viet.Fold(name)] = true
		tables[i].sheet = name
	}
}

// sheetName leaves out the marks that no sheet's name may have.
func sheetName(title string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) {
			return ' '
		}
		return r
	}, title)), " ")
}

// firstSheet names the sheet of the single values: by no name that a table or object has.
func firstSheet(s *schema.Schema) string {
	names := []string{"Thông tin chung", "Thông tin văn bản", "Dữ liệu văn bản"}
	for _, name := range names {
		free := !slices.ContainsFunc(s.Columns(), func(c data.Column) bool {
			return viet.Fold(c.Title) == viet.Fold(name) || viet.Fold(c.Key) == viet.Fold(name)
		})
		if free {
			return name
		}
	}
	return "van-ban 1"
}

// find gives the value under a path of keys, or nil.
func find(n *data.Node, path []string) *data.Node {
	for _, key := range path {
		if n = n.Field(key); n == nil {
			return nil
		}
	}
	return n
}

// cellText gives what stands in a cell for a value: texts of a list on lines of their own.
func cellText(n *data.Node) string {
	switch {
	case n == nil:
		return ""
	case n.Kind != data.List:
		return n.Text
	}
	var lines []string
	for _, item := range n.Items {
		lines = append(lines, strings.ReplaceAll(item.Text, "\n", " "))
	}
	return strings.Join(lines, "\n")
}

// rows gives the objects of a table: a single object where one may stand for a list, and a text as the first
// required value.
func (t table) rows(n *data.Node) []*data.Node {
	if n == nil || n.Kind == data.Text {
		return nil
	}
	if n.Kind == data.Map {
		return []*data.Node{n}
	}
	var out []*data.Node
	for _, item := range n.Items {
		if item.Kind == data.Text && t.isTable() {
			i := max(0, slices.IndexFunc(t.columns, func(c column) bool { return c.required }))
			item = &data.Node{Kind: data.Map, Fields: []data.Field{{Key: t.columns[i].path[0], Value: item}}}
		}
		out = append(out, item)
	}
	return out
}
