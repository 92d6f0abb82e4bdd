package standard

import (
	"reflect"

	"vanban/internal/data"
	"vanban/internal/diag"
)

// Parse reads the standard called id from the tree of its file. With any error among the findings the
// standard must not be used.
func Parse(id string, root *data.Node) (*Standard, diag.List) {
	s := &Standard{ID: id, Hash: data.Hash(root)}
	d := &decoder{}
	d.fields(root, reflect.ValueOf(s).Elem(), "")
	for key, style := range s.Styles {
		style.Key = key
	}
	if !d.broken {
		d.references(s, root)
		d.looks(s, root)
	}
	return s, d.findings.Sorted()
}
