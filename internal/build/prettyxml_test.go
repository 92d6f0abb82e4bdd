package build_test

import (
	"bytes"
	"encoding/xml"
	"maps"
	"slices"
	"strings"
	"testing"

	"vanban/internal/docx/docxtest"
)

// prettyWidth is how long an element may be to stand on one line.
const prettyWidth = 150

// prettyPackage writes the parts of a DOCX that a person sees the effect of, indented, each after a line
// with its name. Namespaces are left out and attributes stand in the order of their names: the check of
// the package looks at those.
func prettyPackage(t testing.TB, data []byte) string {
	t.Helper()
	names, raw := docxtest.Unpack(t, data)
	var b strings.Builder
	for _, name := range names {
		wanted := name == "word/document.xml" || name == "word/styles.xml" ||
			strings.HasPrefix(name, "word/header") || strings.HasPrefix(name, "word/footer")
		if !wanted {
			continue
		}
		b.WriteString("== " + name + "\n")
		pretty(&b, docxtest.Parse(t, name, raw[name]), "")
	}
	return b.String()
}

func pretty(b *strings.Builder, n *docxtest.Node, indent string) {
	if line := inline(n); len(indent)+len(line) <= prettyWidth || len(n.Children) == 0 {
		b.WriteString(indent + line + "\n")
		return
	}
	b.WriteString(indent + opening(n) + ">\n")
	for _, c := range n.Children {
		pretty(b, c, indent+" ")
	}
	b.WriteString(indent + "</" + n.Name + ">\n")
}

// inline is an element on one line.
func inline(n *docxtest.Node) string {
	if len(n.Children) == 0 && n.Text == "" {
		return opening(n) + "/>"
	}
	var b strings.Builder
	b.WriteString(opening(n) + ">" + escaped(n.Text))
	for _, c := range n.Children {
		b.WriteString(inline(c))
	}
	return b.String() + "</" + n.Name + ">"
}

func opening(n *docxtest.Node) string {
	var b strings.Builder
	b.WriteString("<" + n.Name)
	for _, k := range slices.Sorted(maps.Keys(n.Attrs)) {
		if !strings.HasPrefix(k, "xmlns") {
			b.WriteString(" " + k + `="` + escaped(n.Attrs[k]) + `"`)
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
