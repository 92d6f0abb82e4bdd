package schema

import (
	"slices"
	"strings"

	"vanban/internal/data"
)

// Canonical gives the tree with each value that may be written in several ways written in one: «5/9/2026» and
// «2026-09-05» are one day, «1.200.000» and «1200000» one amount, and where a whole number is taken, zeros before it
// say nothing. What does not have the form it should have stays as it is. The tree that is given is not changed.
func (s *Schema) Canonical(n *data.Node) *data.Node {
	if s == nil || n == nil {
		return n
	}
	s = s.Branch(n.Kind)
	if s == nil {
		return n
	}
	out := *n
	switch n.Kind {
	case data.Text:
		if f, ok := formatNamed(s.Format()); ok {
			if text, err := f.parse(n.Text); err == nil {
				out.Text = text
			}
		} else if slices.Contains(s.Types(), "integer") && strings.Trim(n.Text, "0") != "" {
			out.Text = strings.TrimLeft(n.Text, "0")
		}
	case data.Map:
		out.Fields = make([]data.Field, len(n.Fields))
		for i, f := range n.Fields {
			if p, ok := s.Property(f.Key); ok {
				f.Value = p.Canonical(f.Value)
			}
			out.Fields[i] = f
		}
	case data.List:
		items := s.Items()
		out.Items = make([]*data.Node, len(n.Items))
		for i, item := range n.Items {
			out.Items[i] = items.Canonical(item)
		}
	}
	return &out
}
