package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"vanban/internal/data"
)

// dialect names the JSON Schema that vanban's schemas are written in.
const dialect = "https://json-schema.org/draft/2020-12/schema"

// JSON gives the schema as one JSON Schema document that needs no other file, for editors: what it refers to
// in shared files is brought into «$defs». Keys keep the order they are written in.
func (s *Schema) JSON() []byte {
	b := &bundler{set: s.set, names: map[target]string{}}
	if defs := s.set.root.Field("$defs"); defs != nil && s.file == "" {
		for _, f := range defs.Fields {
			b.taken = append(b.taken, f.Key)
		}
	}
	var body bytes.Buffer
	b.object(&body, s.file, s.node.Fields, "$schema", "$defs")
	var out bytes.Buffer
	fmt.Fprintf(&out, `{"$schema": %q`, dialect)
	if inner := bytes.TrimSuffix(bytes.TrimPrefix(body.Bytes(), []byte("{")), []byte("}")); len(inner) > 0 {
		out.WriteString(", ")
		out.Write(inner)
	}
	if defs := b.defs(s); len(defs) > 0 {
		out.WriteString(`, "$defs": {`)
		out.Write(defs)
		out.WriteString("}")
	}
	out.WriteString("}")
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, out.Bytes(), "", "  "); err != nil {
		panic(fmt.Sprintf("schema: bundling %s made no JSON: %v", s.set.name, err))
	}
	pretty.WriteByte('\n')
	return pretty.Bytes()
}

// target is something that references lead to, outside of the template's own schema.
type target struct{ file, pointer string }

// bundler writes a schema and remembers what it refers to.
type bundler struct {
	set   *set
	taken []string // names in $defs
	queue []target // in the order they were met
	names map[target]string
}

// defs writes the template's own definitions and then all that was referred to, which may refer to more.
func (b *bundler) defs(s *Schema) []byte {
	var out bytes.Buffer
	entry := func(name, file string, node *data.Node) {
		if out.Len() > 0 {
			out.WriteString(", ")
		}
		writeString(&out, name)
		out.WriteString(": ")
		b.value(&out, file, node)
	}
	if own := s.set.root.Field("$defs"); own != nil && s.file == "" {
		for _, f := range own.Fields {
			entry(f.Key, "", f.Value)
		}
	}
	for i := 0; i < len(b.queue); i++ {
		t := b.queue[i]
		root := b.set.root
		if t.file != "" {
			root = b.set.shared[t.file]
		}
		node, ok := pointed(root, t.pointer)
		if !ok {
			panic("schema: a reference that Compile let pass leads nowhere: " + t.file + "#" + t.pointer)
		}
		entry(b.names[t], t.file, node)
	}
	return out.Bytes()
}

// object writes a map, without some of its keys.
func (b *bundler) object(out *bytes.Buffer, file string, fields []data.Field, without ...string) {
	out.WriteByte('{')
	first := true
	for _, f := range fields {
		if slices.Contains(without, f.Key) {
			continue
		}
		if !first {
			out.WriteString(", ")
		}
		first = false
		writeString(out, f.Key)
		out.WriteString(": ")
		if f.Key == "$ref" && f.Value.Kind == data.Text {
			writeString(out, b.ref(file, f.Value.Text))
			continue
		}
		b.value(out, file, f.Value)
	}
	out.WriteByte('}')
}

func (b *bundler) value(out *bytes.Buffer, file string, n *data.Node) {
	switch n.Kind {
	case data.Map:
		b.object(out, file, n.Fields)
	case data.List:
		out.WriteByte('[')
		for i, item := range n.Items {
			if i > 0 {
				out.WriteString(", ")
			}
			b.value(out, file, item)
		}
		out.WriteByte(']')
	case data.Text:
		writeScalar(out, n)
	default:
		out.WriteString("null")
	}
}

// ref gives the reference that stands in the bundle for one written in a file, and notes what it leads to.
func (b *bundler) ref(file, ref string) string {
	name, pointer, _ := strings.Cut(ref, "#")
	if name == "" {
		name = file
	}
	if name == "" {
		return ref
	}
	t := target{name, pointer}
	if b.names[t] == "" {
		b.names[t] = b.free(t)
		b.taken = append(b.taken, b.names[t])
		b.queue = append(b.queue, t)
	}
	return "#/$defs/" + b.names[t]
}

// notName are the characters that would need escaping in a reference.
var notName = regexp.MustCompile(`[^A-Za-z0-9_-]+`)

// free gives a target a name that no other has: its last key, else with its file, else with a number.
func (b *bundler) free(t target) string {
	key := notName.ReplaceAllString(path.Base("/"+t.pointer), "")
	file := notName.ReplaceAllString(strings.SplitN(path.Base(t.file), ".", 2)[0], "")
	name := key
	if name == "" {
		name = file
	}
	for i := 1; slices.Contains(b.taken, name); i++ {
		name = file + "_" + key
		if i > 1 {
			name = fmt.Sprintf("%s_%s_%d", file, key, i)
		}
	}
	return name
}

func writeScalar(out *bytes.Buffer, n *data.Node) {
	switch v := plainText(n.Text, n.Tag).(type) {
	case bool:
		fmt.Fprint(out, v)
	case json.Number:
		if json.Valid([]byte(v)) {
			out.WriteString(v.String())
			return
		}
		writeString(out, n.Text)
	default:
		writeString(out, n.Text)
	}
}

// writeString writes a text as JSON, letters as they are.
func writeString(out *bytes.Buffer, text string) {
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		panic(fmt.Sprintf("schema: writing %q as JSON: %v", text, err))
	}
	out.Truncate(out.Len() - 1) // the encoder ends its text with a new line
}
