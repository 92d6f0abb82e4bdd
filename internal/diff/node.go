package diff

import (
	"strings"

	"vanban/internal/zone"
)

// NodeKind is what a node of a document is.
type NodeKind int

// The kinds of node.
const (
	Root       NodeKind = iota
	Properties          // of the document
	Section             // the shape of its pages
	Header              // a header or footer
	Paragraph
	Table
	Row
	Cell
	Box  // a text box
	Note // a footnote, endnote or comment
)

// String names the kind in Vietnamese.
func (k NodeKind) String() string {
	switch k {
	case Properties:
		return "thuộc tính"
	case Section:
		return "phần"
	case Header:
		return "đầu trang, chân trang"
	case Table:
		return "bảng"
	case Row:
		return "hàng"
	case Cell:
		return "ô"
	case Box:
		return "khung chữ"
	case Note:
		return "chú thích"
	default:
		return "đoạn"
	}
}

// Node is a part of a document that is compared as one.
type Node struct {
	Kind  NodeKind
	Place string    // the component, for people
	Zone  zone.Kind // of a paragraph
	Text  string    // of a paragraph its own, of others that of all in it
	Facts []Fact
	Spans []Span // of a paragraph: its text by looks
	Kids  []*Node
}

// Fact is one thing that a node says of itself. Names of one node are all different; a fact that is left out is one
// without a value.
type Fact struct{ Name, Value string }

// Span is text of one look.
type Span struct {
	Text  string
	Facts []Fact
}

// gather sets the text of a node from its kids.
func (n *Node) gather() *Node {
	var texts []string
	for _, k := range n.Kids {
		if k.Text != "" {
			texts = append(texts, k.Text)
		}
	}
	n.Text = strings.Join(texts, " | ")
	return n
}

// factChange is a fact that differs.
type factChange struct{ name, old, new string }

// factChanges compares facts by their names, measures up to a hair, in the order of the new ones; those that are gone come last.
func factChanges(a, b []Fact) []factChange {
	var out []factChange
	for _, f := range b {
		if old := valueOf(a, f.Name); !sameValue(old, f.Value) {
			out = append(out, factChange{f.Name, old, f.Value})
		}
	}
	for _, f := range a {
		if f.Value != "" && !named(b, f.Name) {
			out = append(out, factChange{f.Name, f.Value, ""})
		}
	}
	return out
}

func valueOf(facts []Fact, name string) string {
	for _, f := range facts {
		if f.Name == name {
			return f.Value
		}
	}
	return ""
}

func named(facts []Fact, name string) bool {
	for _, f := range facts {
		if f.Name == name {
			return true
		}
	}
	return false
}

func sameFacts(a, b []Fact) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
