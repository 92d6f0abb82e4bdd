package schema

import (
	"strconv"
	"strings"

	"vanban/internal/data"
)

// child gives what lies under one step of a path: a key, or the index of an item from 0.
func child(n *data.Node, token string) *data.Node {
	if n == nil || n.Kind != data.List {
		return n.Field(token)
	}
	if i, err := strconv.Atoi(token); err == nil && i >= 0 && i < len(n.Items) {
		return n.Items[i]
	}
	return nil
}

// spot is a place in the data with the schema that speaks of it.
type spot struct {
	node   *data.Node // nil where the data has nothing
	schema *Schema    // nil where the schema says nothing
	parent *data.Node // nil for the whole
	key    string     // within the parent, when it is a map
	index  int        // within the parent, when it is a list
	path   string     // «nhiem_vu[2].chu_tri», items counted from 1
}

// find follows a path, as far as the data goes.
func find(doc *data.Node, s *Schema, tokens []string) spot {
	at := spot{node: doc, schema: s}
	for _, token := range tokens {
		at = at.step(token)
	}
	return at
}

// step goes down one key or one item.
func (at spot) step(token string) spot {
	next := spot{parent: at.node, node: child(at.node, token)}
	if at.node != nil && at.node.Kind == data.List {
		next.index, _ = strconv.Atoi(token)
		next.path = at.path + "[" + strconv.Itoa(next.index+1) + "]"
		next.schema = at.schema.Branch(data.List).Items()
		return next
	}
	next.key = token
	next.path = strings.TrimPrefix(at.path+"."+token, ".")
	next.schema, _ = at.schema.Branch(data.Map).Property(token)
	return next
}

// field gives the spot of an entry of a map, without searching for it.
func (at spot) field(f data.Field) spot {
	s, _ := at.schema.Branch(data.Map).Property(f.Key)
	return spot{parent: at.node, node: f.Value, key: f.Key, path: strings.TrimPrefix(at.path+"."+f.Key, "."), schema: s}
}

// label gives the path with the field's title: «nhiem_vu[2].chu_tri (Đơn vị chủ trì)».
func (at spot) label() string {
	if at.path == "" {
		return ""
	}
	return named(at.path, at.schema)
}

// named adds the title of a schema to a key or path.
func named(key string, s *Schema) string {
	if s == nil || s.Title() == "" {
		return key
	}
	return key + " (" + s.Title() + ")"
}
