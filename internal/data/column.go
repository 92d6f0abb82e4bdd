package data

import (
	"fmt"
	"slices"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// Column says what one key of the data is, for reading tables: what a schema says of it, as far as it shows
// in a column, a label or a sheet.
type Column struct {
	Key     string
	Title   string   // Vietnamese heading; accents and case do not matter
	Kind    Kind     // Text, List or Map
	OrText  bool     // a List that may also be one Text: a cell of one line is
	OrMap   bool     // a List of maps that may also be one map: columns of the main table may make it
	OrTexts bool     // a List of maps whose items may also be texts: a cell of the main table may list them
	Parts   Parts    // a List of texts: how a cell holds several
	Columns []Column // the keys of a Map, or of the items of a List; none for a List of texts
}

// Parts tells what parts the texts of a list within one cell.
type Parts int

// The ways. Texts are parted at line ends where no line is a clause or an item of its own; a cell with such a
// line is one text. Names have none.
const (
	PartTexts Parts = iota // a new line; reported
	PartLines              // a new line; whoever fills in the cell knows
	PartNames              // a new line or a semicolon, whatever the lines begin with
)

// leaf is a key whose value is in one cell, perhaps within maps.
type leaf struct {
	path   []string
	titles []string
	col    Column
}

// leavesOf lists the leaves of columns. Lists of maps have sheets of their own, and leaves only where they
// may be one map, or a text, instead.
func leavesOf(cols []Column) []leaf {
	var out []leaf
	for _, c := range cols {
		isTable := c.Kind == List && len(c.Columns) > 0
		if isTable && c.OrTexts && !c.OrText {
			out = append(out, leaf{[]string{c.Key}, []string{c.Title}, Column{Key: c.Key, Title: c.Title, Kind: List, Parts: c.Parts}})
		}
		if isTable && c.OrText {
			out = append(out, leaf{[]string{c.Key}, []string{c.Title}, Column{Key: c.Key, Title: c.Title, Kind: Text}})
		}
		switch {
		case c.Kind == Map && len(c.Columns) > 0, isTable && c.OrMap:
			for _, l := range leavesOf(c.Columns) {
				out = append(out, leaf{append([]string{c.Key}, l.path...), append([]string{c.Title}, l.titles...), l.col})
			}
		case isTable:
		default:
			out = append(out, leaf{[]string{c.Key}, []string{c.Title}, c})
		}
	}
	return out
}

// sheetsOf lists the lists and maps that sheets may be named after, those within maps too.
func sheetsOf(cols []Column) []leaf {
	var out []leaf
	for _, c := range cols {
		if c.Kind != Text {
			out = append(out, leaf{[]string{c.Key}, []string{c.Title}, c})
		}
		if c.Kind != Map {
			continue
		}
		for _, l := range sheetsOf(c.Columns) {
			out = append(out, leaf{append([]string{c.Key}, l.path...), append([]string{c.Title}, l.titles...), l.col})
		}
	}
	return out
}

// headings finds the leaf that a heading, label or sheet name means.
type headings struct {
	leaves []leaf
	byName map[string]int
	names  []string // as written, for suggestions
}

// newHeadings collects the names of leaves: all keys of the path, all titles, and the last title or key alone
// where only one leaf has it.
func newHeadings(leaves []leaf) *headings {
	h := &headings{leaves: leaves, byName: map[string]int{}}
	add := func(name string, i int) {
		if f := fold(name); f != "" {
			if _, taken := h.byName[f]; !taken {
				h.byName[f] = i
			}
		}
	}
	for i, l := range h.leaves {
		title := strings.Join(l.titles, ": ")
		add(strings.Join(l.path, "."), i)
		h.names = append(h.names, strings.Join(l.path, "."))
		if fold(title) != "" {
			h.names = append(h.names, title)
		}
	}
	for i, l := range h.leaves {
		add(strings.Join(l.titles, " "), i)
	}
	for _, last := range []func(leaf) string{
		func(l leaf) string { return l.titles[len(l.titles)-1] },
		func(l leaf) string { return l.path[len(l.path)-1] },
	} {
		uses := map[string]int{}
		for _, l := range h.leaves {
			uses[fold(last(l))]++
		}
		for i, l := range h.leaves {
			if uses[fold(last(l))] == 1 {
				add(last(l), i)
			}
		}
	}
	return h
}

// nearest gives the title of the leaf that a heading was probably meant to name.
func (h *headings) nearest(text string) (string, bool) {
	name, ok := viet.Nearest(text, h.names)
	if !ok {
		return "", false
	}
	if i, known := h.find(name); known {
		name = h.leaves[i].title()
	}
	return name, true
}

// listed names the leaves for a hint.
func (h *headings) listed() string {
	var titles []string
	for _, l := range h.leaves[:min(maxListed, len(h.leaves))] {
		titles = append(titles, l.title())
	}
	out := "«" + strings.Join(titles, "», «") + "»"
	if more := len(h.leaves) - len(titles); more > 0 {
		out += fmt.Sprintf(" và %d tên khác", more)
	}
	return out
}

// maxListed is how many names a hint lists.
const maxListed = 12

// title is what a person calls the leaf.
func (l leaf) title() string {
	if title := strings.Join(l.titles, ": "); fold(title) != "" {
		return title
	}
	return strings.Join(l.path, ".")
}

func (h *headings) find(text string) (int, bool) {
	i, ok := h.byName[fold(text)]
	return i, ok
}

// setPath puts a value under a path of keys, making the maps on the way, and gives false when it is taken.
func setPath(n *Node, path []string, at diag.Pos, value *Node) bool {
	if len(path) == 1 {
		if n.Field(path[0]) != nil {
			return false
		}
		n.Fields = append(n.Fields, Field{Key: path[0], KeyPos: at, Value: value})
		return true
	}
	inner := n.Field(path[0])
	if inner == nil {
		inner = &Node{Kind: Map, Pos: value.Pos}
		n.Fields = append(n.Fields, Field{Key: path[0], KeyPos: at, Value: inner})
	}
	return setPath(inner, path[1:], at, value)
}

// setEmpty notes the cell that could have held the value under a path, at the innermost map that is there.
func setEmpty(n *Node, path []string, at diag.Pos) {
	if inner := n.Field(path[0]); inner != nil && inner.Kind == Map && len(path) > 1 {
		setEmpty(inner, path[1:], at)
		return
	}
	n.Empty = append(n.Empty, Empty{path[0], at})
}

// cellNode gives the value of a cell for a column. Several texts of a list may stand in one cell.
func (g *grid) cellNode(c cell, col Column) *Node {
	text := func(t string) *Node {
		return &Node{Kind: Text, Pos: c.pos, Text: strings.TrimRight(t, "\n"), Tag: TagAny}
	}
	if col.Kind != List {
		return text(c.text)
	}
	parts := partsOf(c.text, col.Parts)
	if len(parts) == 1 && col.OrText {
		return text(c.text)
	}
	if len(parts) > 1 && col.Parts == PartTexts {
		g.s.add(diag.Diagnostic{ID: IDSplit, Severity: diag.Info, Pos: c.pos,
			Message: fmt.Sprintf("ô này được đọc thành %d mục, mỗi dòng một mục; mục đầu là «%s»", len(parts), diag.Clip(parts[0]))})
	}
	n := &Node{Kind: List, Pos: c.pos}
	for _, part := range parts {
		n.Items = append(n.Items, text(part))
	}
	return n
}

// partsOf gives the texts that a cell of a list holds, the cell itself where it is one.
func partsOf(text string, by Parts) []string {
	lines := strings.Split(text, "\n")
	switch {
	case by == PartNames:
		lines = strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == ';' })
	case slices.ContainsFunc(lines, beginsStructure):
		return []string{text}
	}
	var out []string
	for _, part := range lines {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	if len(out) == 0 {
		return []string{text}
	}
	return out
}
