package golden

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
)

// partMark begins the line with the name of a part.
const partMark = "== "

// prettyWidth is how long an element may be to stand on one line.
const prettyWidth = 150

// prettyPackage writes the parts of a DOCX that a person sees the effect of, indented, each after a line
// with its name. Namespaces are left out and attributes stand in the order of their names. The package is one that
// vanban has just written: a fault in it is a bug.
func prettyPackage(docx []byte) string {
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	must(err)
	var b strings.Builder
	for _, f := range z.File {
		if !isShown(f.Name) {
			continue
		}
		r, err := f.Open()
		must(err)
		part, err := io.ReadAll(r)
		must(err)
		b.WriteString(partMark + f.Name + "\n")
		pretty(&b, parse(part), "")
	}
	return b.String()
}

// isShown tells the parts that say what a document holds and how it looks, and what they need to be read.
func isShown(part string) bool {
	switch part {
	case "word/document.xml", "word/styles.xml", relationsPart, corePart:
		return true
	}
	return strings.HasPrefix(part, "word/header") || strings.HasPrefix(part, "word/footer")
}

const (
	relationsPart = "word/_rels/document.xml.rels"
	corePart      = "docProps/core.xml"
)

func must(err error) {
	if err != nil {
		panic(fmt.Errorf("golden: %w", err))
	}
}

// element is one of a part.
type element struct {
	name     string // with its usual prefix, «w:p»
	attrs    map[string]string
	text     string
	children []*element
}

func prefixes() map[string]string {
	return map[string]string{
		"http://schemas.openxmlformats.org/wordprocessingml/2006/main":            "w",
		"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing":  "wp",
		"http://schemas.openxmlformats.org/drawingml/2006/main":                   "a",
		"http://schemas.openxmlformats.org/officeDocument/2006/relationships":     "r",
		"http://schemas.openxmlformats.org/markup-compatibility/2006":             "mc",
		"http://schemas.microsoft.com/office/word/2010/wordprocessingShape":       "wps",
		"urn:schemas-microsoft-com:vml":                                           "v",
		"http://www.w3.org/XML/1998/namespace":                                    "xml",
		"http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
		"http://purl.org/dc/elements/1.1/":                                        "dc",
		"http://purl.org/dc/terms/":                                               "dcterms",
		"http://www.w3.org/2001/XMLSchema-instance":                               "xsi",
	}
}

func parse(part []byte) *element {
	known := prefixes()
	short := func(n xml.Name) string {
		if p := known[n.Space]; p != "" {
			return p + ":" + n.Local
		}
		return n.Local
	}
	d := xml.NewDecoder(bytes.NewReader(part))
	root := &element{}
	open := []*element{root}
	for {
		token, err := d.Token()
		if err == io.EOF {
			return root.children[0]
		}
		must(err)
		at := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			e := &element{name: short(t.Name), attrs: map[string]string{}}
			for _, a := range t.Attr {
				e.attrs[short(a.Name)] = a.Value
			}
			at.children = append(at.children, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			at.text += string(t)
		}
	}
}

func pretty(b *strings.Builder, e *element, indent string) {
	if line := e.inline(); len(indent)+len(line) <= prettyWidth || len(e.children) == 0 {
		b.WriteString(indent + line + "\n")
		return
	}
	b.WriteString(indent + e.opening() + ">\n")
	for _, c := range e.children {
		pretty(b, c, indent+" ")
	}
	b.WriteString(indent + "</" + e.name + ">\n")
}

// inline is an element on one line.
func (e *element) inline() string {
	if len(e.children) == 0 && e.text == "" {
		return e.opening() + "/>"
	}
	var b strings.Builder
	b.WriteString(e.opening() + ">" + escaped(e.text))
	for _, c := range e.children {
		b.WriteString(c.inline())
	}
	return b.String() + "</" + e.name + ">"
}

func (e *element) opening() string {
	var b strings.Builder
	b.WriteString("<" + e.name)
	for _, k := range slices.Sorted(maps.Keys(e.attrs)) {
		if !strings.HasPrefix(k, "xmlns") {
			b.WriteString(" " + k + `="` + escaped(e.attrs[k]) + `"`)
		}
	}
	return b.String()
}

// escaped keeps no-break spaces visible beside the escapes of XML.
func escaped(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a bytes.Buffer takes everything
	return strings.ReplaceAll(b.String(), "\u00a0", "&#xA0;")
}

// hashes writes the files' hashes as sha256sum does.
func hashes(d Document) string {
	base := path.Base(d.Name)
	return fmt.Sprintf("%x  %s.docx\n%x  %s.pdf\n", sha256.Sum256(d.DOCX), base, sha256.Sum256(d.PDF), base)
}
