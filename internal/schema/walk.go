package schema

import (
	"slices"
	"strings"

	"vanban/internal/data"
)

// maxRefs bounds how many references are followed for one schema: a circle of them holds nothing.
const maxRefs = 32

// part gives a schema below s, written in the same file.
func (s *Schema) part(node *data.Node) *Schema {
	if node == nil || node.Kind != data.Map {
		return nil
	}
	return &Schema{set: s.set, file: s.file, node: node}
}

// layers gives the schemas that all hold for a value at once, nearest first: s, what it refers to, and what
// its allOf lists, each with its own.
func (s *Schema) layers() []*Schema {
	if known, ok := s.set.facts[written{s.file, s.node}]; ok {
		return known.layers
	}
	return s.findLayers()
}

func (s *Schema) findLayers() []*Schema {
	var out []*Schema
	var add func(s *Schema)
	add = func(s *Schema) {
		if s == nil || len(out) > maxRefs || slices.ContainsFunc(out, func(o *Schema) bool { return o.node == s.node }) {
			return
		}
		out = append(out, s)
		if ref := s.node.Field("$ref"); ref != nil {
			add(s.refer(ref.Text))
		}
		if all := s.node.Field("allOf"); all != nil {
			for _, item := range all.Items {
				add(s.part(item))
			}
		}
	}
	add(s)
	return out
}

// refer gives what a reference written in s refers to, or nil where there is nothing.
func (s *Schema) refer(ref string) *Schema {
	file, pointer, ok := strings.Cut(ref, "#")
	if !ok && ref == "" {
		return nil
	}
	root := s.set.root
	switch {
	case file != "":
		root = s.set.shared[file]
	case s.file != "":
		file, root = s.file, s.set.shared[s.file]
	}
	node, ok := pointed(root, pointer)
	if !ok || node.Kind != data.Map {
		return nil
	}
	return &Schema{set: s.set, file: file, node: node}
}

// pointed gives what a JSON pointer (RFC 6901) points to within root.
func pointed(root *data.Node, pointer string) (*data.Node, bool) {
	node := root
	if pointer != "" && !strings.HasPrefix(pointer, "/") {
		return nil, false
	}
	for _, token := range strings.Split(pointer, "/")[1:] {
		if node == nil {
			return nil, false
		}
		if strings.Contains(token, "~") {
			token = strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")
		}
		node = child(node, token)
	}
	return node, node != nil
}

// lookup gives the nearest value of a keyword, and the schema it is written in.
func (s *Schema) lookup(keyword string) (*data.Node, *Schema) {
	for _, l := range s.layers() {
		if v := l.node.Field(keyword); v != nil {
			return v, l
		}
	}
	return nil, nil
}

func (s *Schema) text(keyword string) string {
	if v, _ := s.lookup(keyword); v != nil && v.Kind == data.Text {
		return v.Text
	}
	return ""
}

// Title gives the Vietnamese name of the value; empty when it has none.
func (s *Schema) Title() string { return s.text("title") }

// Description gives what the schema says of the value; empty when it says nothing.
func (s *Schema) Description() string { return s.text("description") }

// Format gives the name of the value's format (ngay, thoi_ky, gio, so_nguyen, so_tien), or "".
func (s *Schema) Format() string { return s.text("format") }

// Extension gives the text of a keyword of our own («x-…»); empty when it has none or is no text.
func (s *Schema) Extension(key string) string { return s.text(key) }

// Phrases gives the texts of a keyword of our own that lists them; nil when it has none.
func (s *Schema) Phrases(key string) []string { return s.texts(key) }

// Types gives the JSON types allowed, as written; empty when the schema does not say.
func (s *Schema) Types() []string { return s.texts("type") }

// Enum gives the values allowed, as text; empty when any is.
func (s *Schema) Enum() []string { return s.texts("enum") }

// Examples gives the examples that the schema holds, as text.
func (s *Schema) Examples() []string { return s.texts("examples") }

// ExampleNodes gives the examples that the schema holds, of any shape.
func (s *Schema) ExampleNodes() []*data.Node {
	v, _ := s.lookup("examples")
	if v == nil {
		return nil
	}
	return v.Items
}

// texts gives the texts of a keyword that is one text or a list of them.
func (s *Schema) texts(keyword string) []string {
	v, _ := s.lookup(keyword)
	if v == nil {
		return nil
	}
	if v.Kind == data.Text {
		return []string{v.Text}
	}
	var out []string
	for _, item := range v.Items {
		if item.Kind == data.Text {
			out = append(out, item.Text)
		}
	}
	return out
}

// Property gives the schema of a key, and false when the schema does not name it.
func (s *Schema) Property(key string) (*Schema, bool) {
	if s == nil {
		return nil, false
	}
	for _, l := range s.layers() {
		if p := l.part(l.node.Field("properties").Field(key)); p != nil {
			return p, true
		}
	}
	return nil, false
}

// Properties gives the keys that the schema names, in the order they are written, its own before those it
// refers to.
func (s *Schema) Properties() []Property {
	if s == nil {
		return nil
	}
	var out []Property
	at := map[string]int{}
	for _, l := range s.layers() {
		props := l.node.Field("properties")
		if props == nil {
			continue
		}
		for _, f := range props.Fields {
			if p := l.part(f.Value); p != nil && at[f.Key] == 0 {
				out = append(out, Property{Key: f.Key, Schema: p})
				at[f.Key] = len(out)
			}
		}
	}
	for _, key := range s.required() {
		if i := at[key]; i > 0 {
			out[i-1].Required = true
		}
	}
	return out
}

// required gives the keys that must be there, whatever the others are.
func (s *Schema) required() []string {
	var out []string
	for _, l := range s.layers() {
		if req := l.node.Field("required"); req != nil {
			for _, item := range req.Items {
				out = append(out, item.Text)
			}
		}
	}
	return out
}

// Items gives the schema of the items of a list, or nil when it says nothing of them.
func (s *Schema) Items() *Schema {
	if s == nil {
		return nil
	}
	v, l := s.lookup("items")
	if v == nil {
		return nil
	}
	return l.part(v)
}

// Branch gives the schema for a value of one shape: s itself, or the first alternative of its anyOf or oneOf
// that takes that shape. It is nil when none does. Every shape fits a schema that says nothing of shapes;
// Null, a value left out, fits all.
func (s *Schema) Branch(kind data.Kind) *Schema {
	if s == nil {
		return nil
	}
	return s.branch(kind, maxRefs)
}

func (s *Schema) branch(kind data.Kind, depth int) *Schema {
	if depth == 0 || kind != data.Null && !s.fits(kind) {
		return nil
	}
	if kind == data.Null || len(s.shapes()) > 0 {
		return s
	}
	for _, l := range s.layers() {
		for _, keyword := range []string{"anyOf", "oneOf"} {
			choices := l.node.Field(keyword)
			if choices == nil {
				continue
			}
			for _, item := range choices.Items {
				if c := l.part(item); c != nil {
					if b := c.branch(kind, depth-1); b != nil {
						return b
					}
				}
			}
			return nil
		}
	}
	return s
}

func (s *Schema) fits(kind data.Kind) bool {
	shapes := s.shapes()
	return len(shapes) == 0 || slices.Contains(shapes, kind)
}

// shapes gives the shapes a schema itself takes, by its types or else by its other words; empty when it does
// not say.
func (s *Schema) shapes() []data.Kind {
	if known, ok := s.set.facts[written{s.file, s.node}]; ok {
		return known.shapes
	}
	return s.findShapes()
}

func (s *Schema) findShapes() []data.Kind {
	var out []data.Kind
	for _, t := range s.Types() {
		switch t {
		case "object":
			out = append(out, data.Map)
		case "array":
			out = append(out, data.List)
		case "null":
			out = append(out, data.Null)
		default:
			out = append(out, data.Text)
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, w := range []struct {
		keyword string
		kind    data.Kind
	}{{"properties", data.Map}, {"items", data.List}, {"enum", data.Text}, {"format", data.Text}, {"pattern", data.Text}} {
		if v, _ := s.lookup(w.keyword); v != nil {
			return []data.Kind{w.kind}
		}
	}
	return nil
}
