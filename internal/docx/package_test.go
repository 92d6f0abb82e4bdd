package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/unidoc/unioffice/schema/soo/wml"

	"vanban/internal/sheet"
)

// written gives the bytes of a sheet's package.
func written(t *testing.T, s *sheet.Sheet) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := Write(&buf, s); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// unpack reads the package back: the parts' names in order and their bytes.
func unpack(t *testing.T, data []byte) (names []string, parts map[string][]byte) {
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

// node is an element of a part, read back without any of the writer's types.
type node struct {
	name     string // with its usual prefix, "w:p"
	attrs    map[string]string
	children []*node
	text     string
	parent   *node
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

// parse reads a part strictly: one root, every prefix bound, no attribute twice, no DOCTYPE.
func parse(t *testing.T, name string, data []byte) *node {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	root := &node{}
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
			n := &node{name: short(e.Name), attrs: map[string]string{}, parent: at}
			for _, a := range e.Attr {
				key := short(a.Name)
				if _, twice := n.attrs[key]; twice && a.Name.Space != "xmlns" {
					t.Errorf("%s: attribute %s twice on %s", name, key, n.name)
				}
				if a.Name.Space != "" && a.Name.Space != "xmlns" && !strings.Contains(a.Name.Space, ":") {
					t.Errorf("%s: attribute prefix %s is not bound", name, a.Name.Space)
				}
				n.attrs[key] = a.Value
			}
			at.children = append(at.children, n)
			at = n
		case xml.EndElement:
			at = at.parent
		case xml.CharData:
			at.text += string(e)
		}
	}
	if len(root.children) != 1 {
		t.Fatalf("%s: %d roots", name, len(root.children))
	}
	return root.children[0]
}

// all gives the elements of the name below n, in order.
func (n *node) all(name string) []*node {
	var out []*node
	for _, c := range n.children {
		if c.name == name {
			out = append(out, c)
		}
		out = append(out, c.all(name)...)
	}
	return out
}

// find follows the names down from n, to the first child each; nil where there is none.
func (n *node) find(names ...string) *node {
	for _, name := range names {
		var next *node
		for _, c := range n.children {
			if c.name == name {
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

func (n *node) content() string {
	var b strings.Builder
	for _, t := range n.all("w:t") {
		b.WriteString(t.text)
	}
	return b.String()
}

// inspect checks a package as a program would that trusts nothing of it, and gives its parsed parts.
func inspect(t *testing.T, data []byte) map[string]*node {
	t.Helper()
	names, raw := unpack(t, data)
	parsed := map[string]*node{}
	for _, name := range names {
		parsed[name] = parse(t, name, raw[name])
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

func checkContentTypes(t *testing.T, names []string, parsed map[string]*node) {
	t.Helper()
	covered := map[string]bool{}
	for _, o := range parsed["[Content_Types].xml"].all("Override") {
		name := strings.TrimPrefix(o.attrs["PartName"], "/")
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
func checkRelationships(t *testing.T, name string, raw map[string][]byte, parsed map[string]*node) {
	t.Helper()
	source := strings.TrimSuffix(strings.Replace(name, "_rels/", "", 1), ".rels")
	ids := map[string]string{}
	for _, r := range parsed[name].all("Relationship") {
		id, target := r.attrs["Id"], path.Join(path.Dir(source), r.attrs["Target"])
		if ids[id] != "" {
			t.Errorf("%s: id %s twice", name, id)
		}
		if raw[target] == nil || r.attrs["TargetMode"] != "" {
			t.Errorf("%s: %s leads to %s, which is not there", name, id, target)
		}
		ids[id] = r.attrs["Type"]
	}
	if parsed[source] == nil {
		return
	}
	for _, kind := range []string{"header", "footer"} {
		for _, ref := range parsed[source].all("w:" + kind + "Reference") {
			if !strings.HasSuffix(ids[ref.attrs["r:id"]], "/"+kind) {
				t.Errorf("%s: %s leads to %q", source, ref.attrs["r:id"], ids[ref.attrs["r:id"]])
			}
		}
	}
}

func checkIDs(t *testing.T, parsed map[string]*node) {
	t.Helper()
	drawings, styles := map[string]bool{}, map[string]bool{}
	for _, s := range parsed["word/styles.xml"].all("w:style") {
		if styles[s.attrs["w:styleId"]] {
			t.Errorf("style %s twice", s.attrs["w:styleId"])
		}
		styles[s.attrs["w:styleId"]] = true
	}
	for name, root := range parsed {
		for _, d := range root.all("wp:docPr") {
			if drawings[d.attrs["id"]] {
				t.Errorf("%s: drawing id %s twice", name, d.attrs["id"])
			}
			drawings[d.attrs["id"]] = true
		}
		for _, p := range root.all("w:pStyle") {
			if !styles[p.attrs["w:val"]] {
				t.Errorf("%s: style %q is not there", name, p.attrs["w:val"])
			}
		}
		for _, bad := range []string{"w:caps", "w:kern", "w:u", "w:tab", "w:txbxContent", "wps:txbx", "w:framePr"} {
			if len(root.all(bad)) > 0 {
				t.Errorf("%s: holds %s", name, bad)
			}
		}
	}
}

// checkParagraphs finds empty paragraphs where none need be, cells that end with a table, tables that touch.
func checkParagraphs(t *testing.T, name string, root *node) {
	t.Helper()
	for _, p := range root.all("w:p") {
		if p.content() == "" && !mayBeEmpty(p) {
			t.Errorf("%s: an empty paragraph without need", name)
		}
	}
	for _, cell := range root.all("w:tc") {
		if cell.children[len(cell.children)-1].name != "w:p" {
			t.Errorf("%s: a cell that does not end with a paragraph", name)
		}
	}
	for _, table := range root.all("w:tbl") {
		siblings := table.parent.children
		for i := range siblings[:len(siblings)-1] {
			if siblings[i] == table && siblings[i+1].name != "w:p" {
				t.Errorf("%s: a table followed by %s", name, siblings[i+1].name)
			}
		}
	}
}

func mayBeEmpty(p *node) bool {
	if p.parent.name == "w:tc" && len(p.parent.all("w:p")) == 1 && p.find("w:pPr", "w:pStyle") != nil {
		return true // an empty cell
	}
	spacing := p.find("w:pPr", "w:spacing")
	if spacing == nil || spacing.attrs["w:line"] != "20" || spacing.attrs["w:lineRule"] != "exact" {
		return false
	}
	siblings := p.parent.children
	for i, s := range siblings {
		if s != p {
			continue
		}
		afterTable := i > 0 && siblings[i-1].name == "w:tbl"
		needed := i == len(siblings)-1 || siblings[i+1].name == "w:tbl" || siblings[i+1].name == "w:sectPr" ||
			p.find("w:pPr", "w:sectPr") != nil
		merged := p.parent.name == "w:tc" && p.parent.find("w:tcPr", "w:vMerge") != nil
		alone := (p.parent.name == "w:hdr" || p.parent.name == "w:ftr" || p.parent.name == "w:tc") && len(siblings) <= 2
		return afterTable && needed || merged || alone
	}
	return false
}

func TestPackageHolds(t *testing.T) {
	parsed := inspect(t, written(t, plan(14, 8)))
	var got []string
	for _, p := range parsed[documentPart].all("w:p") {
		if s := p.content(); s != "" {
			got = append(got, s)
		}
	}
	all := strings.Join(got, "\n")
	for _, want := range []string{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: " + strings.Repeat("\u00a0", 13) + "/KH-UBND",
		"HỎA TỐC", "Điều 3. Trách nhiệm thi hành", "Lê Văn Thử", "Rà soát danh mục thiết bị của đơn vị số 8 trong tỉnh"} {
		if !strings.Contains(all, want) {
			t.Errorf("the document does not hold %q", want)
		}
	}
}

// TestValidates runs the schema's own rules, as far as the generated types know them.
func TestValidates(t *testing.T) {
	b := newBuilder(plan(14, 8))
	valid := func(name string, v interface{ Validate() error }) {
		t.Helper()
		if err := v.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	valid("document", b.document())
	valid("styles", b.styleSheet())
	valid("settings", settings("vi-VN"))
	valid("fonts", b.fontTable())
	_, parts := unpack(t, written(t, plan(14, 8)))
	read := func(name string, v interface{ Validate() error }) {
		t.Helper()
		if err := xml.Unmarshal(parts[name], v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		valid(name, v)
	}
	for _, p := range b.parts {
		if strings.Contains(p.name, "header") {
			read(p.name, wml.NewHdr())
		} else {
			read(p.name, wml.NewFtr())
		}
	}
	read("word/styles.xml", wml.NewStyles())
	read("word/settings.xml", wml.NewSettings())
}

func TestSameBytes(t *testing.T) {
	first := written(t, plan(14, 8))
	here := time.Local
	time.Local = time.FixedZone("", 14*3600)
	t.Cleanup(func() { time.Local = here })
	if !bytes.Equal(first, written(t, plan(14, 8))) {
		t.Error("two writes of one sheet differ")
	}
}

func TestZipTellsNothing(t *testing.T) {
	data := written(t, plan(1, 2))
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if f.ModifiedDate != 0x21 || f.ModifiedTime != 0 || len(f.Extra) > 0 || f.Comment != "" ||
			f.Method != zip.Deflate || f.Flags != 0 {
			t.Errorf("%s: date %x time %x extra %x method %d flags %x", f.Name, f.ModifiedDate, f.ModifiedTime,
				f.Extra, f.Method, f.Flags)
		}
	}
}

func TestProperties(t *testing.T) {
	parsed := inspect(t, written(t, plan(1, 2)))
	core := parsed[corePart]
	got := map[string]string{}
	for _, c := range core.children {
		got[c.name] = c.text
	}
	if got["title"] != "Kế hoạch <thử> & kiểm" || got["created"] != "2025-09-11T00:00:00Z" || got["subject"] != "" {
		t.Errorf("core properties: %v", got)
	}
	if app := parsed[appPart].find("Application"); app == nil || app.text != "vanban" || len(parsed[appPart].children) != 1 {
		t.Error("app.xml tells more, or less, than the application")
	}
	s := plan(1, 2)
	s.Properties.Created = ""
	for _, c := range inspect(t, written(t, s))[corePart].children {
		if c.name == "created" || c.name == "modified" {
			t.Error("a time is written that the sheet does not tell")
		}
	}
}

// failing is a writer that takes n bytes and then breaks.
type failing struct{ n int }

func (f *failing) Write(p []byte) (int, error) {
	f.n -= len(p)
	if f.n < 0 {
		return 0, io.ErrShortWrite
	}
	return len(p), nil
}

func TestWriterErrors(t *testing.T) {
	whole := len(written(t, plan(1, 2)))
	for _, n := range []int{0, whole / 2, whole - 1} {
		t.Run(strconv.Itoa(n), func(t *testing.T) {
			if err := Write(&failing{n}, plan(1, 2)); err == nil {
				t.Error("no error")
			}
		})
	}
	if err := Write(&failing{whole}, plan(1, 2)); err != nil {
		t.Error(err)
	}
}
