package schema

import (
	"errors"
	"fmt"
	"slices"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"vanban/internal/data"
	"vanban/internal/diag"
)

// Validate checks a document and gives all that is wrong with it, by place. It is for what [Compile] gave: a
// part of a schema, reached by walking, panics.
func (s *Schema) Validate(doc *data.Node) diag.List {
	if s.compiled == nil {
		panic("schema: Validate of a part of a schema")
	}
	if doc == nil {
		doc = &data.Node{Kind: data.Map, Pos: diag.Pos{File: s.set.name}}
	}
	r := &reporter{doc: doc, schema: s}
	if err := s.compiled.Validate(instance(doc, s)); err != nil {
		var fault *jsonschema.ValidationError
		if !errors.As(err, &fault) {
			panic(fmt.Sprintf("schema: validating: %v", err))
		}
		r.collect(fault)
	}
	r.rules(spot{node: doc, schema: s})
	return r.found.Sorted()
}

// instance gives the data as the library takes it: scalars as what they look like or what is asked for, and
// without the keys that have nothing behind them.
func instance(n *data.Node, s *Schema) any {
	switch n.Kind {
	case data.Text:
		return scalar(n, s)
	case data.List:
		items := s.Branch(data.List).Items()
		out := make([]any, len(n.Items))
		for i, item := range n.Items {
			out[i] = instance(item, items)
		}
		return out
	case data.Map:
		b := s.Branch(data.Map)
		var required []string
		if b != nil {
			required = b.required()
		}
		out := make(map[string]any, len(n.Fields))
		for _, f := range n.Fields {
			p, known := b.Property(f.Key)
			if isBlank(f.Value) && (slices.Contains(required, f.Key) || known && f.Value.Kind == data.Null) {
				continue
			}
			out[f.Key] = instance(f.Value, p)
		}
		return out
	}
	return nil
}

// isBlank tells a value that was left out, though its key is there.
func isBlank(n *data.Node) bool {
	return n.Kind == data.Null || n.Kind == data.Text && !seen(n.Text)
}

func scalar(n *data.Node, s *Schema) any {
	if isBlank(n) {
		return ""
	}
	if n.Tag != data.TagAny {
		return plainText(n.Text, n.Tag)
	}
	b := s.Branch(data.Text)
	if b == nil || len(b.Types()) == 0 || slices.Contains(b.Types(), "string") {
		return n.Text
	}
	return plainText(n.Text, data.Look(n.Text))
}

// reporter turns the library's faults into findings.
type reporter struct {
	doc    *data.Node
	schema *Schema // nil while the schema itself is judged
	id     string  // when not empty, the id of all findings
	found  diag.List
}

// collect goes down to the faults that say something by themselves.
func (r *reporter) collect(e *jsonschema.ValidationError) {
	switch k := e.ErrorKind.(type) {
	case *kind.AnyOf:
		r.choose(e)
		return
	case *kind.OneOf:
		if len(k.Subschemas) == 0 {
			r.choose(e)
			return
		}
	case *kind.PropertyNames, *kind.Contains, *kind.Not:
		r.report(e)
		return
	}
	if len(e.Causes) == 0 {
		r.report(e)
		return
	}
	for _, c := range e.Causes {
		r.collect(c)
	}
}

// choose speaks of the alternative that has the shape of the value: of several, the one with the fewest
// faults. When none has, the shapes wanted are told together.
func (r *reporter) choose(e *jsonschema.ValidationError) {
	var best *jsonschema.ValidationError
	var want []string
	for _, c := range e.Causes {
		types, other := misshapen(c, len(e.InstanceLocation))
		if other {
			want = append(want, types...)
			continue
		}
		if best == nil || leaves(c) < leaves(best) {
			best = c
		}
	}
	if best != nil {
		r.collect(best)
		return
	}
	slices.Sort(want)
	r.report(&jsonschema.ValidationError{InstanceLocation: e.InstanceLocation,
		ErrorKind: &kind.Type{Want: slices.Compact(want)}})
}

// misshapen tells whether a fault is that the value itself, at the given depth, has another type.
func misshapen(e *jsonschema.ValidationError, depth int) (want []string, other bool) {
	if len(e.InstanceLocation) == depth {
		if k, ok := e.ErrorKind.(*kind.Type); ok {
			return k.Want, true
		}
		fitting := false
		for _, c := range e.Causes {
			w, o := misshapen(c, depth)
			want, other, fitting = append(want, w...), other || o, fitting || !o
		}
		if isChoice(e) && fitting {
			return nil, false
		}
	}
	return want, other
}

func isChoice(e *jsonschema.ValidationError) bool {
	switch e.ErrorKind.(type) {
	case *kind.AnyOf, *kind.OneOf:
		return true
	}
	return false
}

func leaves(e *jsonschema.ValidationError) int {
	if len(e.Causes) == 0 {
		return 1
	}
	n := 0
	for _, c := range e.Causes {
		n += leaves(c)
	}
	return n
}

// add keeps a finding about a spot.
func (r *reporter) add(at spot, d diag.Diagnostic) {
	d.Severity = diag.Error
	if d.Field == "" {
		d.Field = at.label()
	}
	if r.id != "" {
		d.ID = r.id
	}
	if d.Pos.IsZero() {
		d.Pos = at.pos()
	}
	r.found.Add(d)
}

// pos gives the place of a spot: of the value, or of what should hold it.
func (at spot) pos() diag.Pos {
	switch {
	case at.node == nil && at.parent != nil:
		return at.parent.Pos
	case at.node == nil:
		return diag.Pos{}
	}
	return at.node.Pos
}
