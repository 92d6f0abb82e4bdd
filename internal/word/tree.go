package word

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// node is an element of a part. Names carry the usual prefix of their namespace, whatever the file calls it:
// "w:p". Text is kept for elements that hold letters.
type node struct {
	name  string
	attrs []attr
	kids  []*node
	text  string
	span  Span
	read  bool // its text is in the document, or left out for a reason that is told
}

type attr struct{ name, value string }

// Bounds of the XML of a document, far above what Word writes.
const (
	maxDepth    = 256
	maxElements = 1 << 20 // of all parts together: some thousand pages
	maxAttrs    = 256
)

// Faults of the XML of a part.
var (
	errDoctype  = errors.New("doctype")
	errDeep     = errors.New("deep")
	errElements = errors.New("elements")
	errSyntax   = errors.New("syntax")
)

// parseTree reads a part. left is how many elements may still be read.
func parseTree(src []byte, left *int) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(src))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // parts are UTF-8 by now
	top := &node{}
	stack := []*node{top}
	names := map[xml.Name]string{}
	for {
		start := d.InputOffset()
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, errSyntax
		}
		at := stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if len(stack) > maxDepth {
				return nil, errDeep
			}
			if *left--; *left < 0 || len(t.Attr) > maxAttrs {
				return nil, errElements
			}
			n := &node{name: canonical(names, t.Name), span: Span{Start: start}}
			for _, a := range t.Attr {
				if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
					n.attrs = append(n.attrs, attr{canonical(names, a.Name), a.Value})
				}
			}
			at.kids = append(at.kids, n)
			stack = append(stack, n)
		case xml.EndElement:
			at.span.End = d.InputOffset()
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if holdsText(at.name) {
				at.text += string(t)
			}
		case xml.Directive:
			return nil, errDoctype
		}
	}
	if len(top.kids) != 1 {
		return nil, errSyntax
	}
	return top.kids[0], nil
}

// holdsText keeps the blanks between elements of other kinds from being stored.
func holdsText(name string) bool {
	switch name {
	case "w:t", "w:delText", "w:instrText", "w:delInstrText", "m:t", "a:t", "wp:posOffset", "wp:align", "wp14:pctPosHOffset", "wp14:pctPosVOffset":
		return true
	}
	return !strings.Contains(name, ":") || strings.HasPrefix(name, "p:")
}

func canonical(known map[xml.Name]string, n xml.Name) string {
	if s, ok := known[n]; ok {
		return s
	}
	s := n.Local
	if n.Space != "" {
		s = prefix(n.Space) + ":" + n.Local
	}
	known[n] = s
	return s
}

// prefix is the usual prefix of a namespace, of the transitional and of the strict dialect.
func prefix(space string) string {
	switch space {
	case "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main":
		return "w"
	case "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships":
		return "r"
	case "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":
		return "wp"
	case "http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main":
		return "a"
	case "http://schemas.openxmlformats.org/drawingml/2006/picture", "http://purl.oclc.org/ooxml/drawingml/picture":
		return "pic"
	case "http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math":
		return "m"
	case "http://schemas.openxmlformats.org/markup-compatibility/2006":
		return "mc"
	case "http://schemas.microsoft.com/office/word/2010/wordprocessingShape":
		return "wps"
	case "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup":
		return "wpg"
	case "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas":
		return "wpc"
	case "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing":
		return "wp14"
	case "http://schemas.microsoft.com/office/word/2010/wordml":
		return "w14"
	case "urn:schemas-microsoft-com:vml":
		return "v"
	case "urn:schemas-microsoft-com:office:office":
		return "o"
	case "urn:schemas-microsoft-com:office:word":
		return "w10"
	case "http://www.w3.org/XML/1998/namespace":
		return "xml"
	case "http://schemas.openxmlformats.org/package/2006/relationships",
		"http://schemas.openxmlformats.org/package/2006/content-types",
		"http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
		"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", "http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
		"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties", "http://purl.oclc.org/ooxml/officeDocument/customProperties",
		"http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/",
		"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes", "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes":
		return "p"
	}
	return "?"
}

// kid is the first child of the name; nil where there is none, or no node.
func (n *node) kid(name string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// find follows names down, to the first child each.
func (n *node) find(names ...string) *node {
	for _, name := range names {
		n = n.kid(name)
	}
	return n
}

// attr gives an attribute; "" where it is not there, or no node.
func (n *node) attr(name string) string {
	s, _ := n.has(name)
	return s
}

// has gives an attribute and whether it is there.
func (n *node) has(name string) (string, bool) {
	if n == nil {
		return "", false
	}
	for _, a := range n.attrs {
		if a.name == name {
			return a.value, true
		}
	}
	return "", false
}

// val is the attribute w:val.
func (n *node) val() string { return n.attr("w:val") }

// at is where the node lies.
func (n *node) at() Span {
	if n == nil {
		return Span{}
	}
	return n.span
}
