package build

import (
	"vanban/internal/data"
	"vanban/internal/schema"
)

// marked fills the required keys that a draft still lacks with a mark that no one can overlook. What is not
// a text (a list, a day) has no mark: it is reported and left out.
func marked(n *data.Node, s *schema.Schema) *data.Node {
	if n == nil || s == nil {
		return n
	}
	switch n.Kind {
	case data.Map:
		s = s.Branch(data.Map)
		if s == nil {
			return n
		}
		out := *n
		out.Fields = nil
		for _, f := range n.Fields {
			if p, ok := s.Property(f.Key); ok {
				f.Value = marked(f.Value, p)
			}
			if !empty(f.Value) {
				out.Fields = append(out.Fields, f)
			}
		}
		for _, p := range s.Properties() {
			if p.Required && out.Field(p.Key) == nil && p.Schema.Format() == "" {
				if v := mark(p.Key, p.Schema, n); v != nil {
					out.Fields = append(out.Fields, data.Field{Key: p.Key, KeyPos: n.Pos, Value: v})
				}
			}
		}
		return &out
	case data.List:
		out := *n
		out.Items = nil
		for _, item := range n.Items {
			out.Items = append(out.Items, marked(item, s.Branch(data.List).Items()))
		}
		return &out
	}
	return n
}

// mark is the mark of a missing text, or a map of marks where a map is missing.
func mark(key string, s *schema.Schema, at *data.Node) *data.Node {
	if b := s.Branch(data.Text); b != nil && len(b.Enum()) == 0 {
		return &data.Node{Kind: data.Text, Pos: at.Pos, Text: data.Gap(key)}
	}
	if s.Branch(data.Map) != nil {
		return marked(&data.Node{Kind: data.Map, Pos: at.Pos}, s)
	}
	return nil
}

func empty(n *data.Node) bool {
	return n == nil || n.Kind == data.Null || n.Kind == data.Text && n.Text == ""
}
