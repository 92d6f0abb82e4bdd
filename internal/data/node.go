// Package data reads what the user wrote (YAML, JSON, workbooks, CSV) into one tree in which every value
// knows where it came from.
//
// All scalars are text, as written and in NFC: `08`, `no` and `1e3` never turn into something else on
// their way to a page. What a value is meant to be is for the schema to say.
package data

import "vanban/internal/diag"

// Kind tells the shape of a node.
type Kind int

// The shapes. A Null is a key written with nothing behind it.
const (
	Null Kind = iota
	Text
	List
	Map
)

// Tag is what a scalar looks like in the file's own language, for checking against a schema.
type Tag int

// The looks of a scalar. TagAny marks a scalar whose source has no types (a CSV cell): it may be read as
// whichever the schema asks for.
const (
	TagString Tag = iota
	TagInteger
	TagNumber
	TagBool
	TagAny
)

// Node is one value of the tree.
type Node struct {
	Kind Kind
	Pos  diag.Pos // where the value stands; for a map or list, where it begins

	Text  string     // Kind Text: the value in NFC
	Tag   Tag        // Kind Text
	Lines []diag.Pos // Kind Text over several lines: where each line of Text stands; else nil

	Items  []*Node // Kind List
	Fields []Field // Kind Map, in the order of the file, no key twice
}

// Field is one entry of a map.
type Field struct {
	Key    string // in NFC
	KeyPos diag.Pos
	Value  *Node
}

// Field gives the value under key, or nil. A nil node has no fields.
func (n *Node) Field(key string) *Node {
	if n == nil {
		return nil
	}
	for i := range n.Fields {
		if n.Fields[i].Key == key {
			return n.Fields[i].Value
		}
	}
	return nil
}

// KeyPos gives where key is written, or the place of the node itself where it is not.
func (n *Node) KeyPos(key string) diag.Pos {
	for i := range n.Fields {
		if n.Fields[i].Key == key {
			return n.Fields[i].KeyPos
		}
	}
	return n.Pos
}
