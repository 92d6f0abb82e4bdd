package tmpl

import (
	"fmt"
	"slices"
	"text/template/parse"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/schema"
	"vanban/internal/viet"
)

// fieldChecker follows dot and the variables through the trees and compares each field with the schema.
// A nil schema means that the shape is not known: what a function gives, for one.
type fieldChecker struct {
	defs   map[string]Tree
	visits map[callSite]int
	faults *faults // of the file the walk is in
	all    *diag.List
	vars   []binding
}

type binding struct {
	name  string
	shape *schema.Schema
}

// callSite is a place that calls a definition.
type callSite struct {
	source *Source
	at     parse.Pos
}

// maxVisits is how often one call is followed: definitions may call themselves, and be called with data of
// different shapes.
const maxVisits = 8

// checkFields walks the body, and from it every definition that is called.
func checkFields(t *Template, f *faults) {
	c := &fieldChecker{defs: map[string]Tree{}, visits: map[callSite]int{}, all: &f.list}
	for _, tree := range t.trees {
		c.defs[tree.Name] = tree
	}
	c.tree(t.trees[0], t.Schema)
}

func (c *fieldChecker) tree(tree Tree, dot *schema.Schema) {
	outer, vars := c.faults, c.vars
	c.faults, c.vars = &faults{src: tree.Source}, []binding{{"$", dot}}
	c.walk(tree.Root.Root, dot)
	*c.all = append(*c.all, c.faults.list...)
	c.faults, c.vars = outer, vars
}

func (c *fieldChecker) walk(node parse.Node, dot *schema.Schema) {
	switch n := node.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, child := range n.Nodes {
			c.walk(child, dot)
		}
	case *parse.ActionNode:
		c.declare(n.Pipe, c.pipe(n.Pipe, dot))
	case *parse.IfNode:
		c.branch(&n.BranchNode, dot, func(shape *schema.Schema) *schema.Schema { return dot })
	case *parse.WithNode:
		c.branch(&n.BranchNode, dot, func(shape *schema.Schema) *schema.Schema { return shape })
	case *parse.RangeNode:
		c.branch(&n.BranchNode, dot, func(shape *schema.Schema) *schema.Schema { return c.items(n.Pipe, shape) })
	case *parse.TemplateNode:
		var shape *schema.Schema
		if n.Pipe != nil {
			shape = c.pipe(n.Pipe, dot)
		}
		site := callSite{c.faults.src, n.Pos}
		c.visits[site]++
		if def, ok := c.defs[n.Name]; ok && c.visits[site] <= maxVisits {
			c.tree(def, shape)
		}
	}
}

// branch walks if, with and range; inner tells what dot is in the first list.
func (c *fieldChecker) branch(n *parse.BranchNode, dot *schema.Schema, inner func(*schema.Schema) *schema.Schema) {
	mark := len(c.vars)
	shape := c.pipe(n.Pipe, dot)
	dotInside := inner(shape)
	if n.NodeType == parse.NodeRange {
		c.declare(n.Pipe, dotInside)
	} else {
		c.declare(n.Pipe, shape)
	}
	c.walk(n.List, dotInside)
	c.walk(n.ElseList, dot)
	c.vars = c.vars[:mark]
}

// declare binds the variables of a pipeline: the last to shape, the one before it to an index.
func (c *fieldChecker) declare(p *parse.PipeNode, shape *schema.Schema) {
	for i, v := range p.Decl {
		b := binding{name: v.Ident[0]}
		if i == len(p.Decl)-1 {
			b.shape = shape
		}
		if p.IsAssign {
			// Another branch may have assigned another shape: no longer known.
			for k := range c.vars {
				if c.vars[k].name == b.name {
					c.vars[k].shape = nil
				}
			}
			continue
		}
		c.vars = append(c.vars, b)
	}
}

// items gives the shape of the elements of what a range runs over.
func (c *fieldChecker) items(p *parse.PipeNode, shape *schema.Schema) *schema.Schema {
	if shape == nil {
		return nil
	}
	if shape.Branch(data.List) == nil && shape.Branch(data.Map) == nil {
		at := NodeStart(p.Cmds[0].Args[0])
		c.faults.add(IDUnknownField, at, at+len(p.Cmds[0].String()), fmt.Sprintf("«%s» không phải danh sách nên không lặp được", p.Cmds[0]))
		return nil
	}
	return shape.Branch(data.List).Items()
}

// pipe checks a pipeline and gives its shape when it is a plain value.
func (c *fieldChecker) pipe(p *parse.PipeNode, dot *schema.Schema) *schema.Schema {
	var shape *schema.Schema
	for _, cmd := range p.Cmds {
		for _, arg := range cmd.Args {
			shape = c.value(arg, dot)
		}
	}
	if len(p.Cmds) == 1 && len(p.Cmds[0].Args) == 1 {
		return shape
	}
	return nil
}

func (c *fieldChecker) value(node parse.Node, dot *schema.Schema) *schema.Schema {
	switch n := node.(type) {
	case *parse.DotNode:
		return dot
	case *parse.FieldNode:
		return c.fields(dot, n.Ident, NodeStart(n)+1)
	case *parse.VariableNode:
		return c.fields(c.lookup(n.Ident[0]), n.Ident[1:], NodeStart(n)+len(n.Ident[0])+1)
	case *parse.ChainNode:
		return c.fields(c.value(n.Node, dot), n.Field, NodeStart(n)+1)
	case *parse.PipeNode:
		mark := len(c.vars)
		shape := c.pipe(n, dot)
		c.vars = c.vars[:mark]
		return shape
	}
	return nil
}

func (c *fieldChecker) lookup(name string) *schema.Schema {
	for _, v := range slices.Backward(c.vars) {
		if v.name == name {
			return v.shape
		}
	}
	return nil
}

// fields follows keys from a shape; at is where the first key stands.
func (c *fieldChecker) fields(s *schema.Schema, keys []string, at int) *schema.Schema {
	for _, key := range keys {
		if s == nil {
			return nil
		}
		next, ok := s.Branch(data.Map).Property(key)
		if !ok {
			c.unknown(s, key, at)
			return nil
		}
		s = next
		at += len(key) + 1
	}
	return s
}

// unknown reports a key that a shape does not declare, unless the shape says nothing of its keys.
func (c *fieldChecker) unknown(s *schema.Schema, key string, at int) {
	object := s.Branch(data.Map)
	props := object.Properties()
	switch {
	case object == nil:
		what := "là chữ hoặc số"
		if s.Branch(data.List) != nil {
			what = "là danh sách, phải dùng «range» để đi qua từng mục"
		}
		c.faults.add(IDUnknownField, at, at+len(key), fmt.Sprintf("không lấy được khóa «%s»: giá trị ở đây %s", key, what))
	case len(props) > 0 && object.Extension("additionalProperties") != "true":
		known := make([]string, len(props))
		for i, p := range props {
			known[i] = p.Key
		}
		var hints []string
		if near, ok := viet.Nearest(key, known); ok {
			hints = append(hints, fmt.Sprintf("có phải «%s»?", near))
		}
		c.faults.add(IDUnknownField, at, at+len(key), fmt.Sprintf("lược đồ của mẫu không khai báo khóa «%s»", key), hints...)
	}
}

// NodeStart gives the offset at which a node begins. The parser places a name that is followed by further
// keys at the first of these.
func NodeStart(node parse.Node) int {
	at := int(node.Position())
	switch n := node.(type) {
	case *parse.FieldNode:
		if len(n.Ident) > 1 {
			return at - len(n.Ident[0]) - 1
		}
	case *parse.VariableNode:
		if len(n.Ident) > 1 {
			return at - len(n.Ident[0])
		}
	}
	return at
}
