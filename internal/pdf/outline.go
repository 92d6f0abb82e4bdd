package pdf

import (
	"strconv"

	"vanban/internal/typeset"
)

// entry is a bookmark and its neighbours in the tree; the root of the tree is one without a mark.
type entry struct {
	ref      ref
	mark     *typeset.Mark
	parent   *entry
	prev     *entry
	next     *entry
	children []*entry
}

// writeOutline writes the bookmarks, or nothing and 0 when there are none. A mark hangs from the nearest
// one before it that has a smaller level, so a level that is skipped leaves no gap in the tree.
func writeOutline(f *file, d *typeset.Document, pages []ref) ref {
	if len(d.Outline) == 0 {
		return 0
	}
	entries := outlineTree(f, d.Outline)
	root := entries[0]
	// A positive count is of what is shown: the list opens with its top level only.
	f.put(root.ref, "/Type /Outlines"+root.family()+" /Count "+strconv.Itoa(len(root.children)))
	for _, e := range entries[1:] {
		f.put(e.ref, e.dictionary(d.Pages, pages))
	}
	return root.ref
}

// outlineTree gives the root and, after it, an entry for each mark.
func outlineTree(f *file, marks []typeset.Mark) []*entry {
	entries := []*entry{{ref: f.reserve()}}
	open := entries[:1:1] // from the root down to the latest entry
	for i := range marks {
		m := &marks[i]
		for len(open) > 1 && open[len(open)-1].mark.Level >= m.Level {
			open = open[:len(open)-1]
		}
		parent := open[len(open)-1]
		e := &entry{ref: f.reserve(), mark: m, parent: parent}
		if n := len(parent.children); n > 0 {
			e.prev = parent.children[n-1]
			e.prev.next = e
		}
		parent.children = append(parent.children, e)
		entries = append(entries, e)
		open = append(open, e)
	}
	return entries
}

// family writes the ends of the list of children.
func (e *entry) family() string {
	if len(e.children) == 0 {
		return ""
	}
	return " /First " + e.children[0].ref.String() + " /Last " + e.children[len(e.children)-1].ref.String()
}

// dictionary writes a bookmark that leads to its place at the zoom the reader has.
func (e *entry) dictionary(pages []*typeset.Page, refs []ref) string {
	s := "/Title " + textString(e.mark.Title) + " /Parent " + e.parent.ref.String()
	if e.prev != nil {
		s += " /Prev " + e.prev.ref.String()
	}
	if e.next != nil {
		s += " /Next " + e.next.ref.String()
	}
	s += e.family()
	if n := len(e.children); n > 0 {
		s += " /Count " + strconv.Itoa(-n) // negative: closed
	}
	y := appendPoints(nil, pages[e.mark.Page].Height-e.mark.Y)
	return s + " /Dest [" + refs[e.mark.Page].String() + " /XYZ null " + string(y) + " null]"
}
