// Package data reads what the user wrote (YAML, JSON, workbooks, CSV) into one tree in which every value
// knows where it came from.
//
// Start from [Parse] (YAML, JSON) and [ParseTable] (XLSX, CSV), which read the bytes of a file and never the
// disk, and [Node]; [OpenTable] and [OpenLines] read many records one at a time; [Merge] lays the documents of a dossier upon their common keys, [Sources] keeps lines to
// show in messages.
//
// What holds:
//   - All scalars are text, as written and in NFC: `08`, `no` and `1e3` never turn into something else on
//     their way to a page. What a value is meant to be is for the schema to say; [Tag] only says what it
//     looks like. Line ends at the end of a text are dropped.
//   - Keys are in NFC and no key is twice in a map; keys keep the order of the file.
//   - Lines and columns count the characters of the text in NFC, as a person counts letters.
//   - No input makes this package panic or take more than the limits say ([MaxFile], [MaxScalar], [MaxNodes],
//     [MaxDepth]). YAML aliases share what they stand for, and count each time; merge keys and tags are refused.
//   - Findings come in the order they were met, at most 20 of a kind.
//
// YAML is read by go.yaml.in/yaml/v4: it gives the place of every node in characters, errors with their place
// and stage, and takes linear time on hostile files, where goccy/go-yaml took seconds for 200 KB of brackets and
// accepts «a: }». JSON is read by a small reader of our own, for its places and its errors.
//
// Workbooks are read by a reader of our own, with hard limits: only values and number formats matter here.
//
// Known gaps: of a file that breaks YAML's rules, only the first break is told; lists and maps have no length
// in their positions; only «|» texts and JSON texts know where each of their lines stands. Of a workbook,
// locale-bound date formats other than the usual ones are taken as numbers, and .xls and .ods are not read.
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
	Empty  []Empty // Kind Map read from a sheet: the cells left empty
}

// Empty is a cell of a sheet that could have held a value.
type Empty struct {
	Key string
	Pos diag.Pos
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

// KeyPos gives where key is written; where it is not, the cell that a sheet has for it, or else the place of the node.
func (n *Node) KeyPos(key string) diag.Pos {
	for i := range n.Fields {
		if n.Fields[i].Key == key {
			return n.Fields[i].KeyPos
		}
	}
	for _, e := range n.Empty {
		if e.Key == key {
			return e.Pos
		}
	}
	return n.Pos
}
