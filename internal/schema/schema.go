package schema

import (
	"maps"
	"slices"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"vanban/internal/data"
	"vanban/internal/diag"
)

// Schema is what a value may be: the whole of a template's data, or a part of it reached by walking. It does
// not change and may be used by several goroutines at once.
type Schema struct {
	set      *set
	file     string // the shared file it is written in; empty for the template's own
	node     *data.Node
	compiled *jsonschema.Schema // of the whole only
}

// set is the schema of one template together with the files it refers to.
type set struct {
	name   string
	root   *data.Node
	shared map[string]*data.Node
	facts  map[written]facts // of every schema in the files; made by Compile, then only read
}

// written names a schema by where it is written: the same node may stand in two files.
type written struct {
	file string
	node *data.Node
}

// facts are what is asked of a schema again and again for every value.
type facts struct {
	layers []*Schema
	shapes []data.Kind
}

// Property is one key of an object.
type Property struct {
	Key      string
	Schema   *Schema
	Required bool
}

// Compile makes the schema that stands in node ready for use. Name is the file that findings without a place
// of their own name; shared holds the files that «$ref» may refer to, under the names that it uses.
//
// Faults of the schema, and of the shared files, are findings at their places; with an error among them the
// Schema is nil.
func Compile(name string, node *data.Node, shared map[string]*data.Node) (*Schema, diag.List) {
	s := &set{name: name, root: node, shared: shared}
	l := &linter{set: s}
	if node == nil || node.Kind != data.Map {
		pos := diag.Pos{File: name}
		if node != nil {
			pos = node.Pos
		}
		l.fault(IDInvalid, pos, "lược đồ phải gồm các mục «khóa: giá trị»")
		return nil, l.found
	}
	l.document("", node)
	for _, file := range slices.Sorted(maps.Keys(shared)) {
		l.document(file, shared[file])
	}
	if l.found.HasErrors() {
		return nil, l.found.Sorted()
	}
	known := make(map[written]facts, len(l.seen))
	for _, one := range l.seen {
		known[written{one.file, one.node}] = facts{one.findLayers(), one.findShapes()}
	}
	s.facts = known
	compiled, found := s.compile()
	l.found = append(l.found, found...)
	if l.found.HasErrors() {
		return nil, l.found.Sorted()
	}
	return &Schema{set: s, node: node, compiled: compiled}, l.found.Sorted()
}
