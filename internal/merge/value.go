package merge

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/schema"
)

// Value is a text that came from the data, or was made of it. A missing value is false in a condition and
// a finding when printed.
type Value struct {
	text     string
	place    *place
	lines    []diag.Pos // where each line stands, when verbatim and over several
	verbatim bool       // text is as written in the data, so columns can be followed
	raw      bool       // official text: printed without escaping
	missing  bool
	reported bool // a missing value whose finding is already made
}

// String gives the text.
func (v *Value) String() string { return v.text }

// list is a list of values. fromData tells that any of it came from the data.
type list struct {
	items    []any
	place    *place
	fromData bool
}

// dict is a map in the order of the data or of its making.
type dict struct {
	entries  []entry
	place    *place
	fromData bool
}

type entry struct {
	key   string
	value any
}

func (d *dict) lookup(key string) (any, bool) {
	for i := range d.entries {
		if d.entries[i].key == key {
			return d.entries[i].value, true
		}
	}
	return nil, false
}

// place is where a value stands in the data: in the file, and in the tree by the keys that lead to it.
type place struct {
	parent *place
	key    string
	index  int // in a list, from 1; key is "" then
	pos    diag.Pos
	schema *schema.Schema // nil when not known
}

// path writes the keys that lead to the place: nhiem_vu[2].chu_tri.
func (p *place) path() string {
	var parts []string
	for ; p != nil; p = p.parent {
		switch {
		case p.index > 0:
			parts = append(parts, "["+strconv.Itoa(p.index)+"]")
		case p.key != "":
			parts = append(parts, "."+p.key)
		}
	}
	slices.Reverse(parts)
	return strings.TrimPrefix(strings.Join(parts, ""), ".")
}

// field writes the path and the title of the place, for a finding.
func (p *place) field() string {
	path := p.path()
	if p != nil && p.schema != nil && p.schema.Title() != "" {
		return fmt.Sprintf("%s (%s)", path, p.schema.Title())
	}
	return path
}

// where gives the position of the place, or of the nearest one around it that was written.
func (p *place) where() diag.Pos {
	for ; p != nil; p = p.parent {
		if !p.pos.IsZero() {
			return p.pos
		}
	}
	return diag.Pos{}
}

// absent gives the missing value at a place.
func absent(p *place) *Value { return &Value{place: p, missing: true} }

// converter turns the data tree into values.
type converter struct {
	findings *diag.List
	shapes   map[*schema.Schema]*shape
}

// shape is what a schema says, looked up once: the items of a list share one schema.
type shape struct {
	object  *schema.Schema // for a map
	keys    map[string]*schema.Schema
	items   *schema.Schema // of a list
	types   []string
	boolean bool
}

// shape gives the shape of a schema; a nil schema has an empty one.
func (c converter) shape(s *schema.Schema) *shape {
	if got := c.shapes[s]; got != nil {
		return got
	}
	sh := &shape{object: s.Branch(data.Map), items: s.Branch(data.List).Items(), keys: map[string]*schema.Schema{}}
	if s != nil {
		sh.types = s.Types()
		sh.boolean = slices.Contains(sh.types, "boolean")
	}
	c.shapes[s] = sh
	return sh
}

// key gives the schema of a key, or nil.
func (sh *shape) key(key string) *schema.Schema {
	s, known := sh.keys[key]
	if !known {
		s, _ = sh.object.Property(key)
		sh.keys[key] = s
	}
	return s
}

// value gives the Value, list, dict or bool of a node. Empty texts, lists and maps count as absent.
func (c converter) value(n *data.Node, p *place) any {
	if n == nil {
		return absent(p)
	}
	p.pos = n.Pos
	switch n.Kind {
	case data.Text:
		return c.text(n, p)
	case data.List:
		if len(n.Items) == 0 {
			return absent(p)
		}
		items := c.shape(p.schema).items
		l := &list{items: make([]any, len(n.Items)), place: p, fromData: true}
		for i, item := range n.Items {
			l.items[i] = c.value(item, &place{parent: p, index: i + 1, schema: items})
		}
		return l
	case data.Map:
		if len(n.Fields) == 0 {
			return absent(p)
		}
		sh := c.shape(p.schema)
		d := &dict{entries: make([]entry, len(n.Fields)), place: p, fromData: true}
		for i, f := range n.Fields {
			child := &place{parent: p, key: f.Key, schema: sh.key(f.Key)}
			d.entries[i] = entry{f.Key, c.value(f.Value, child)}
		}
		return d
	default:
		return absent(p)
	}
}

// text gives the Value of a scalar, or a bool where the schema wants one.
func (c converter) text(n *data.Node, p *place) any {
	text := strings.TrimRight(n.Text, "\n")
	if strings.TrimSpace(text) == "" {
		return absent(p)
	}
	if c.boolean(n, p.schema) {
		switch strings.ToLower(strings.TrimSpace(text)) {
		case "true":
			return true
		case "false":
			return false
		}
		c.findings.Add(diag.Diagnostic{ID: IDBool, Severity: diag.Error, Pos: n.Pos, Field: p.field(),
			Message: fmt.Sprintf("«%s» không nói rõ có hay không", text), Hints: []string{"viết true hoặc false"}})
		return false
	}
	if i := strings.IndexFunc(text, isControl); i >= 0 {
		r := []rune(text[i:])[0]
		c.findings.Add(diag.Diagnostic{ID: IDControl, Severity: diag.Error, Pos: n.Pos, Field: p.field(),
			Message: fmt.Sprintf("giá trị chứa ký tự điều khiển U+%04X", r), Hints: []string{"xóa ký tự đó"}})
		text = strings.Map(func(r rune) rune {
			if isControl(r) {
				return '\uFFFD'
			}
			return r
		}, text)
	}
	return &Value{text: text, place: p, lines: n.Lines, verbatim: true}
}

func isControl(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0
}

// boolean tells whether a scalar is meant as a truth value: the schema says so, or, where it says nothing,
// the file does.
func (c converter) boolean(n *data.Node, s *schema.Schema) bool {
	sh := c.shape(s)
	if len(sh.types) == 0 {
		return n.Tag == data.TagBool
	}
	return sh.boolean && (n.Tag == data.TagBool || !slices.Contains(sh.types, "string"))
}

// truth tells whether a value counts as true in a condition.
func truth(v any) bool {
	switch v := v.(type) {
	case nil, nothing:
		return false
	case *Value:
		return !v.missing && v.text != ""
	case *list:
		return len(v.items) > 0
	case *dict:
		return len(v.entries) > 0
	case bool:
		return v
	case int:
		return v != 0
	case string:
		return v != ""
	default:
		panic(fmt.Sprintf("merge: no truth of %T", v))
	}
}

// placeOf gives where a value stands in the data, nil when it does not come from there.
func placeOf(v any) *place {
	switch v := v.(type) {
	case *Value:
		return v.place
	case *list:
		return v.place
	case *dict:
		return v.place
	}
	return nil
}
