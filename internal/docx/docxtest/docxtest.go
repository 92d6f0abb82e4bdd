// Package docxtest re-reads a DOCX package in tests, as a program would that trusts nothing of it. It knows
// none of the writer's types.
//
// Start from [Inspect], which checks a package and gives its parts as trees of [Node].
package docxtest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
)

// Unpack reads the package back: the parts' names in order and their bytes.
func Unpack(t testing.TB, data []byte) (names []string, parts map[string][]byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts = map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if _, twice := parts[f.Name]; twice {
			t.Errorf("part %s stands in the package twice", f.Name)
		}
		names = append(names, f.Name)
		parts[f.Name] = content
	}
	return names, parts
}

// Node is an element of a part, read back without any of the writer's types.
type Node struct {
	Name     string // with its usual prefix, "w:p"
	Attrs    map[string]string
	Children []*Node
	Text     string
	Parent   *Node
}

var prefixes = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":           "w",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                  "a",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":    "r",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":            "mc",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingShape":      "wps",
	"urn:schemas-microsoft-com:vml":                                          "v",
	"http://www.w3.org/XML/1998/namespace":                                   "xml",
}

func short(n xml.Name) string {
	if p := prefixes[n.Space]; p != "" {
		return p + ":" + n.Local
	}
	return n.Local
}

// Parse reads a part strictly: one root, every prefix bound, no attribute twice, no DOCTYPE.
func Parse(t testing.TB, name string, data []byte) *Node {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	root := &Node{}
	at := root
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch e := token.(type) {
		case xml.Directive:
			t.Errorf("%s: a directive", name)
		case xml.StartElement:
			if !strings.Contains(e.Name.Space, ":") {
				t.Errorf("%s: element %s in the namespace %q", name, e.Name.Local, e.Name.Space)
			}
			n := &Node{Name: short(e.Name), Attrs: map[string]string{}, Parent: at}
			for _, a := range e.Attr {
				key := short(a.Name)
				if _, twice := n.Attrs[key]; twice && a.Name.Space != "xmlns" {
					t.Errorf("%s: attribute %s twice on %s", name, key, n.Name)
				}
				if a.Name.Space != "" && a.Name.Space != "xmlns" && !strings.Contains(a.Name.Space, ":") {
					t.Errorf("%s: attribute prefix %s is not bound", name, a.Name.Space)
				}
				n.Attrs[key] = a.Value
			}
			at.Children = append(at.Children, n)
			at = n
		case xml.EndElement:
			at = at.Parent
		case xml.CharData:
			at.Text += string(e)
		}
	}
	if len(root.Children) != 1 {
		t.Fatalf("%s: %d roots", name, len(root.Children))
	}
	return root.Children[0]
}

// All gives the elements of the name below n, in order.
func (n *Node) All(name string) []*Node {
	var out []*Node
	for _, c := range n.Children {
		if c.Name == name {
			out = append(out, c)
		}
		out = append(out, c.All(name)...)
	}
	return out
}

// Find follows the names down from n, to the first child each; nil where there is none.
func (n *Node) Find(names ...string) *Node {
	for _, name := range names {
		var next *Node
		for _, c := range n.Children {
			if c.Name == name {
				next = c
				break
			}
		}
		if next == nil {
			return nil
		}
		n = next
	}
	return n
}

// Content is the text of the paragraphs below n.
func (n *Node) Content() string {
	var b strings.Builder
	for _, t := range n.All("w:t") {
		b.WriteString(t.Text)
	}
	return b.String()
}

// Flat writes an element as a line of text: names, attributes in order of their names, children in parentheses.
func (n *Node) Flat() string {
	var b strings.Builder
	b.WriteString(strings.TrimPrefix(n.Name, "w:"))
	for _, k := range slices.Sorted(maps.Keys(n.Attrs)) {
		if !strings.HasPrefix(k, "xmlns") {
			b.WriteString(" " + strings.TrimPrefix(k, "w:") + "=" + n.Attrs[k])
		}
	}
	var inner []string
	for _, c := range n.Children {
		inner = append(inner, c.Flat())
	}
	if len(inner) > 0 {
		b.WriteString("(" + strings.Join(inner, ", ") + ")")
	}
	if n.Text != "" {
		b.WriteString(" " + n.Text)
	}
	return b.String()
}

// Inspect checks a package as a program would that trusts nothing of it, and gives its parsed parts.
func Inspect(t testing.TB, data []byte) map[string]*Node {
	t.Helper()
	names, raw := Unpack(t, data)
	parsed := map[string]*Node{}
	for _, name := range names {
		parsed[name] = Parse(t, name, raw[name])
	}
	if names[0] != "[Content_Types].xml" {
		t.Errorf("the package begins with %s", names[0])
	}
	checkContentTypes(t, names, parsed)
	for _, name := range names {
		if strings.HasSuffix(name, ".rels") {
			checkRelationships(t, name, raw, parsed)
		}
	}
	checkIDs(t, parsed)
	for _, name := range names {
		if strings.HasPrefix(name, "word/") {
			checkParagraphs(t, name, parsed[name])
		}
	}
	return parsed
}

func checkContentTypes(t testing.TB, names []string, parsed map[string]*Node) {
	t.Helper()
	covered := map[string]bool{}
	for _, o := range parsed["[Content_Types].xml"].All("Override") {
		name := strings.TrimPrefix(o.Attrs["PartName"], "/")
		if parsed[name] == nil || covered[name] {
			t.Errorf("content type of %s: no such part, or twice", name)
		}
		covered[name] = true
	}
	for _, name := range names {
		if !covered[name] && !strings.HasSuffix(name, ".rels") && name != "[Content_Types].xml" {
			t.Errorf("part %s has no content type", name)
		}
	}
}

// checkRelationships looks for ids given twice, targets that are missing and ids that are used unasked.
func checkRelationships(t testing.TB, name string, raw map[string][]byte, parsed map[string]*Node) {
	t.Helper()
	source := strings.TrimSuffix(strings.Replace(name, "_rels/", "", 1), ".rels")
	ids := map[string]string{}
	for _, r := range parsed[name].All("Relationship") {
		id, target := r.Attrs["Id"], path.Join(path.Dir(source), r.Attrs["Target"])
		if ids[id] != "" {
			t.Errorf("%s: id %s twice", name, id)
		}
		if raw[target] == nil || r.Attrs["TargetMode"] != "" {
			t.Errorf("%s: %s leads to %s, which is not there", name, id, target)
		}
		ids[id] = r.Attrs["Type"]
	}
	if parsed[source] == nil {
		return
	}
	for _, kind := range []string{"header", "footer"} {
		for _, ref := range parsed[source].All("w:" + kind + "Reference") {
			if !strings.HasSuffix(ids[ref.Attrs["r:id"]], "/"+kind) {
				t.Errorf("%s: %s leads to %q", source, ref.Attrs["r:id"], ids[ref.Attrs["r:id"]])
			}
		}
	}
}

func checkIDs(t testing.TB, parsed map[string]*Node) {
	t.Helper()
	drawings, styles := map[string]bool{}, map[string]bool{}
	for _, s := range parsed["word/styles.xml"].All("w:style") {
		if styles[s.Attrs["w:styleId"]] {
			t.Errorf("style %s twice", s.Attrs["w:styleId"])
		}
		styles[s.Attrs["w:styleId"]] = true
	}
	for name, root := range parsed {
		for _, d := range root.All("wp:docPr") {
			if drawings[d.Attrs["id"]] {
				t.Errorf("%s: drawing id %s twice", name, d.Attrs["id"])
			}
			drawings[d.Attrs["id"]] = true
		}
		for _, p := range root.All("w:pStyle") {
			if !styles[p.Attrs["w:val"]] {
				t.Errorf("%s: style %q is not there", name, p.Attrs["w:val"])
			}
		}
		for _, bad := range []string{"w:caps", "w:kern", "w:u", "w:tab", "w:txbxContent", "wps:txbx", "w:framePr"} {
			if len(root.All(bad)) > 0 {
				t.Errorf("%s: holds %s", name, bad)
			}
		}
	}
}

// checkParagraphs finds empty paragraphs where none need be, cells that end with a table, tables that touch.
func checkParagraphs(t testing.TB, name string, root *Node) {
	t.Helper()
	for _, p := range root.All("w:p") {
		if p.Content() == "" && !mayBeEmpty(p) {
			t.Errorf("%s: an empty paragraph without need", name)
		}
	}
	for _, cell := range root.All("w:tc") {
		if cell.Children[len(cell.Children)-1].Name != "w:p" {
			t.Errorf("%s: a cell that does not end with a paragraph", name)
		}
	}
	for _, table := range root.All("w:tbl") {
		siblings := table.Parent.Children
		for i := range siblings[:len(siblings)-1] {
			if siblings[i] == table && siblings[i+1].Name != "w:p" {
				t.Errorf("%s: a table followed by %s", name, siblings[i+1].Name)
			}
		}
	}
}

func mayBeEmpty(p *Node) bool {
	if p.Parent.Name == "w:tc" && len(p.Parent.All("w:p")) == 1 && p.Find("w:pPr", "w:pStyle") != nil {
		return true // an empty cell
	}
	spacing := p.Find("w:pPr", "w:spacing")
	if spacing == nil || !slices.Contains([]string{"1", "20"}, spacing.Attrs["w:line"]) || spacing.Attrs["w:lineRule"] != "exact" {
		return false
	}
	siblings := p.Parent.Children
	for i, s := range siblings {
		if s != p {
			continue
		}
		afterTable := i > 0 && siblings[i-1].Name == "w:tbl"
		needed := i == len(siblings)-1 || siblings[i+1].Name == "w:tbl" || siblings[i+1].Name == "w:sectPr" ||
			p.Find("w:pPr", "w:sectPr") != nil
		merged := p.Parent.Name == "w:tc" && p.Parent.Find("w:tcPr", "w:vMerge") != nil
		alone := (p.Parent.Name == "w:hdr" || p.Parent.Name == "w:ftr" || p.Parent.Name == "w:tc") && len(siblings) <= 2
		return afterTable && needed || merged || alone
	}
	return false
}
