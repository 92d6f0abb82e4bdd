package docx

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"vanban/internal/sheet"
)

// Parts of the document's properties.
const (
	corePart = "docProps/core.xml"
	appPart  = "docProps/app.xml"
)

// hashProperty is the name of the custom property (File > Properties > Custom) that holds the content hash.
const hashProperty = "vanban-noi-dung"

// hashPrefix says how the content hash was made, in case it is ever made otherwise.
const hashPrefix = "sha256:"

// properties gives the parts that describe the document. Times are written only where the sheet has one.
func properties(p sheet.Properties) []part {
	var b bytes.Buffer
	b.WriteString(xmlHead + `<cp:coreProperties` +
		` xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	element(&b, "dc:title", "", p.Title)
	element(&b, "dc:subject", "", p.Subject)
	element(&b, "dc:creator", "", p.Author)
	element(&b, "cp:keywords", "", p.Keywords)
	element(&b, "dc:language", "", p.Language)
	element(&b, "dcterms:created", ` xsi:type="dcterms:W3CDTF"`, p.Created)
	element(&b, "dcterms:modified", ` xsi:type="dcterms:W3CDTF"`, p.Created)
	b.WriteString(`</cp:coreProperties>`)
	app := xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
		`<Application>vanban</Application></Properties>`
	return []part{
		{corePart, coreType, b.Bytes()},
		{appPart, officeType + "extended-properties+xml", []byte(app)},
	}
}

// element writes one element with its text, or nothing where there is no text.
func element(b *bytes.Buffer, name, attributes, text string) {
	if text == "" {
		return
	}
	b.WriteString("<" + name + attributes + ">")
	// A bytes.Buffer takes everything: the call cannot fail.
	_ = xml.EscapeText(b, []byte(plain(text)))
	b.WriteString("</" + name + ">")
}

func customProperties(own []sheet.Property, hash string) []byte {
	var b bytes.Buffer
	b.WriteString(xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"` +
		` xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">`)
	const firstID = 2 // ids below are the format's own
	for i, p := range append([]sheet.Property{{Name: hashProperty, Value: hash}}, own...) {
		fmt.Fprintf(&b, `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="%d" name="%s">`, firstID+i, p.Name)
		element(&b, "vt:lpwstr", "", p.Value)
		b.WriteString(`</property>`)
	}
	b.WriteString(`</Properties>`)
	return b.Bytes()
}

// contentHash is the hash of all parts but the one that holds it.
func contentHash(parts []part) string {
	var sums []string
	for _, p := range parts {
		sum := sha256.Sum256(p.data)
		sums = append(sums, hashLine(p.name, sum[:]))
	}
	return joinHash(sums)
}

func hashLine(name string, sum []byte) string { return name + "\n" + hex.EncodeToString(sum) + "\n" }

// joinHash hashes the parts' names and sums in the order of the names: a zip packed anew, in another order,
// is still the same document.
func joinHash(lines []string) string {
	slices.Sort(lines)
	sum := sha256.Sum256([]byte(strings.Join(lines, "")))
	return hashPrefix + hex.EncodeToString(sum[:])
}
