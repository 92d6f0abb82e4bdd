package schema

import (
	"slices"

	"vanban/internal/data"
)

// maxColumnDepth bounds how deep keys lie within one another in a table: deeper ones have no place there.
const maxColumnDepth = 6

// Columns tells [data.ParseTable] what it may find in a workbook: the keys of the schema with their titles. Of
// a value that may be a list or something else, the list is told, for it is what tables are for.
func (s *Schema) Columns() []data.Column {
	return s.columns(maxColumnDepth)
}

func (s *Schema) columns(depth int) []data.Column {
	if depth == 0 {
		return nil
	}
	var out []data.Column
	for _, p := range s.Branch(data.Map).Properties() {
		c := data.Column{Key: p.Key, Title: p.Schema.Title(), Kind: data.Text}
		list, object := p.Schema.Branch(data.List), p.Schema.Branch(data.Map)
		text := p.Schema.Branch(data.Text) != nil
		switch {
		case list != nil && len(list.shapes()) > 0 && slices.Contains(list.shapes(), data.List):
			c.Kind, c.OrText, c.Parts = data.List, text, p.Schema.parts()
			c.Columns = list.Items().columns(depth - 1)
			c.OrTexts = len(c.Columns) > 0 && list.Items().Branch(data.Text) != nil
			c.OrMap = object != nil && len(c.Columns) > 0 && slices.Contains(object.shapes(), data.Map)
		case object != nil && slices.Contains(object.shapes(), data.Map):
			c.Kind = data.Map
			c.Columns = object.columns(depth - 1)
		}
		out = append(out, c)
	}
	return out
}
