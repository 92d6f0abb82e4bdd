package skeleton

import (
	"vanban/internal/data"
	"vanban/internal/schema"
)

// maxDepth bounds how deep examples go: schemas may refer to themselves.
const maxDepth = 12

// example gives the whole example document of a form.
func (f Form) example() *data.Node {
	var given *data.Node
	if nodes := f.Schema.ExampleNodes(); len(nodes) > 0 {
		given = nodes[0]
	}
	return f.object(f.Schema, given, maxDepth)
}

// value gives an example of what a schema takes, or completes the one given.
func (f Form) value(s *schema.Schema, given *data.Node, depth int) *data.Node {
	if given == nil {
		if nodes := s.ExampleNodes(); len(nodes) > 0 {
			given = nodes[0]
		}
	}
	kind := shapes(s)[0]
	if given != nil && given.Kind != data.Null {
		kind = given.Kind
	}
	branch := s.Branch(kind)
	switch {
	case depth == 0:
		return text("…")
	case kind == data.Map && branch != nil:
		return f.object(branch, given, depth)
	case kind == data.List && branch != nil:
		return f.list(branch, given, depth)
	case given != nil:
		return given
	}
	return scalar(s)
}

// object gives the keys of an object in the order of the schema: those of the example, and what is required.
func (f Form) object(s *schema.Schema, given *data.Node, depth int) *data.Node {
	out := &data.Node{Kind: data.Map}
	for _, p := range s.Properties() {
		v := given.Field(p.Key)
		switch {
		case p.Key == keyTemplate && s == f.Schema:
			v = text(f.Name)
		case v != nil || p.Required || given == nil && len(p.Schema.ExampleNodes()) > 0:
			v = f.value(p.Schema, v, depth-1)
		default:
			continue
		}
		out.Fields = append(out.Fields, data.Field{Key: p.Key, Value: v})
	}
	if props := s.Properties(); len(out.Fields) == 0 && len(props) > 0 {
		// An object without a key would count as left out.
		out.Fields = []data.Field{{Key: props[0].Key, Value: f.value(props[0].Schema, nil, depth-1)}}
	}
	return out
}

// list gives the items of a list: those of the example, or one for each of the first two examples of an item.
func (f Form) list(s *schema.Schema, given *data.Node, depth int) *data.Node {
	out := &data.Node{Kind: data.List}
	items := s.Items()
	if items == nil {
		if given == nil {
			given = &data.Node{Kind: data.List, Items: []*data.Node{text("…")}}
		}
		return given
	}
	if given == nil {
		given = &data.Node{Kind: data.List, Items: items.ExampleNodes()}
		given.Items = given.Items[:min(2, len(given.Items))]
	}
	for _, item := range given.Items {
		out.Items = append(out.Items, f.value(items, item, depth-1))
	}
	if len(out.Items) == 0 {
		out.Items = append(out.Items, f.value(items, nil, depth-1))
	}
	return out
}

// scalar makes up a text, number or truth value from what the schema says.
func scalar(s *schema.Schema) *data.Node {
	b := s.Branch(data.Text)
	if b == nil {
		b = s
	}
	if enum := b.Enum(); len(enum) > 0 {
		return text(enum[0])
	}
	if form, ok := formOf(b.Format()); ok {
		return text(form.example)
	}
	types := b.Types()
	if len(types) > 0 {
		switch types[0] {
		case "integer", "number":
			return &data.Node{Kind: data.Text, Text: "1", Tag: data.TagInteger}
		case "boolean":
			return &data.Node{Kind: data.Text, Text: "true", Tag: data.TagBool}
		}
	}
	if t := s.Title(); t != "" {
		return text(t)
	}
	return text("…")
}

// text makes a text that reads back as one.
func text(t string) *data.Node { return &data.Node{Kind: data.Text, Text: t} }

// shapes gives the shapes a value may have, the one that tells most first. Where the schema says nothing of
// shapes it is a text.
func shapes(s *schema.Schema) []data.Kind {
	object, list, plain := s.Branch(data.Map), s.Branch(data.List), s.Branch(data.Text)
	if len(s.Types()) == 0 && object == s && list == s && plain == s {
		return []data.Kind{data.Text}
	}
	var out []data.Kind
	if object != nil {
		out = append(out, data.Map)
	}
	if list != nil && isTable(list) {
		out = append(out, data.List)
	}
	if plain != nil {
		out = append(out, data.Text)
	}
	if list != nil && !isTable(list) {
		out = append(out, data.List)
	}
	if len(out) == 0 {
		return []data.Kind{data.Text}
	}
	return out
}

// isTable tells a list of objects.
func isTable(list *schema.Schema) bool {
	items := list.Items()
	return items != nil && len(items.Branch(data.Map).Properties()) > 0
}
