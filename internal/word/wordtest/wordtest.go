// Package wordtest builds Word files in tests, in any style that real offices use: from the XML of their parts,
// with the namespaces, relationships and content types added.
//
// Start from [New]; [P], [R], [Table] and the other small makers write the XML that tests need most.
package wordtest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"maps"
	"path"
	"slices"
	"strings"
)

// Package is a package being built. Set what differs; [Package.Bytes] adds the rest.
type Package struct {
	// Body is what stands in w:body. A w:sectPr is added where it holds none at its end.
	Body string
	// Styles, Numbering, Settings, Theme … hold what stands inside the root of their part; "" leaves it out.
	Styles, Numbering, Settings, Theme, Footnotes, Endnotes, Comments string
	// Headers and Footers hold what stands in w:hdr and w:ftr, by the relationship id that the body uses.
	Headers, Footers map[string]string
	// Links are relationships of the body that lead outside, by id: "hyperlink https://…", "attachedTemplate file:///…".
	Links map[string]string
	// Parts are further parts, or ones that replace those above, by name.
	Parts map[string]string
	// Rels are further relationships of the body: id → "kind target".
	Rels map[string]string
	// Strict writes the namespaces of strict OOXML.
	Strict bool
}

// New begins a package with a body.
func New(body string) *Package {
	return &Package{Body: body, Headers: map[string]string{}, Footers: map[string]string{}, Links: map[string]string{},
		Parts: map[string]string{}, Rels: map[string]string{}}
}

const header = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"` +
	` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
	` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"` +
	` xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"` +
	` xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"` +
	` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"` +
	` xmlns:w10="urn:schemas-microsoft-com:office:word"`

func wrap(root, inner string) string {
	return header + "<" + root + " " + namespaces + ">" + inner + "</" + root + ">"
}

// SectPr is an A4 portrait section with the margins of the decree; more is put before them.
func SectPr(more string) string {
	return `<w:sectPr>` + more + `<w:pgSz w:w="11906" w:h="16838"/>` +
		`<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`
}

// Bytes builds the package. The same package gives the same bytes.
func (p *Package) Bytes() []byte {
	body := p.Body
	if !strings.HasSuffix(body, "</w:sectPr>") && !strings.HasSuffix(body, "<w:sectPr/>") {
		body += SectPr("")
	}
	parts := map[string]string{"word/document.xml": wrap("w:document", "<w:body>"+body+"</w:body>")}
	kinds := map[string]string{"word/document.xml": "document.main"}
	var rels strings.Builder
	n := 0
	add := func(kind, id, target string) {
		if id == "" {
			n++
			id = fmt.Sprintf("part%d", n)
		}
		fmt.Fprintf(&rels, `<Relationship Id="%s" Type="%s%s" Target="%s"/>`, id, relationshipSpace, kind, target)
	}
	part := func(kind, id, name, root, inner string) {
		if inner == "" {
			return
		}
		parts["word/"+name], kinds["word/"+name] = wrap(root, inner), kind
		add(kind, id, name)
	}
	part("styles", "", "styles.xml", "w:styles", p.Styles)
	part("numbering", "", "numbering.xml", "w:numbering", p.Numbering)
	part("settings", "", "settings.xml", "w:settings", p.Settings)
	part("footnotes", "", "footnotes.xml", "w:footnotes", p.Footnotes)
	part("endnotes", "", "endnotes.xml", "w:endnotes", p.Endnotes)
	part("comments", "", "comments.xml", "w:comments", p.Comments)
	if p.Theme != "" {
		parts["word/theme/theme1.xml"] = wrap("a:theme", p.Theme)
		add("theme", "", "theme/theme1.xml")
	}
	for _, id := range slices.Sorted(maps.Keys(p.Headers)) {
		part("header", id, id+".xml", "w:hdr", p.Headers[id])
	}
	for _, id := range slices.Sorted(maps.Keys(p.Footers)) {
		part("footer", id, id+".xml", "w:ftr", p.Footers[id])
	}
	for _, id := range slices.Sorted(maps.Keys(p.Rels)) {
		kind, target, _ := strings.Cut(p.Rels[id], " ")
		add(kind, id, target)
	}
	for _, id := range slices.Sorted(maps.Keys(p.Links)) {
		kind, target, _ := strings.Cut(p.Links[id], " ")
		fmt.Fprintf(&rels, `<Relationship Id="%s" Type="%s%s" Target="%s" TargetMode="External"/>`, id, relationshipSpace, kind, target)
	}
	parts["word/_rels/document.xml.rels"] = relationships(rels.String())
	parts["_rels/.rels"] = relationships(`<Relationship Id="doc" Type="` + relationshipSpace + `officeDocument" Target="word/document.xml"/>`)
	maps.Copy(parts, p.Parts)
	if _, ok := parts["[Content_Types].xml"]; !ok {
		parts["[Content_Types].xml"] = contentTypes(parts, kinds)
	}
	if p.Strict {
		for name, text := range parts {
			parts[name] = strict(text)
		}
	}
	return Zip(parts)
}

const relationshipSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

func relationships(inner string) string {
	return header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + inner + `</Relationships>`
}

func contentTypes(parts, kinds map[string]string) string {
	var b strings.Builder
	b.WriteString(header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>`)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if kind := kinds[name]; kind != "" {
			fmt.Fprintf(&b, `<Override PartName="/%s" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml"/>`, name, kind)
		}
	}
	return b.String() + `</Types>`
}

// strict turns the namespaces of a part into those of strict OOXML.
func strict(text string) string {
	return strings.NewReplacer(
		"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main",
		"http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/",
		"http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main",
		"http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/",
	).Replace(text)
}

// Zip packs parts as they are, [Content_Types].xml first.
func Zip(parts map[string]string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	names := slices.Sorted(maps.Keys(parts))
	slices.SortStableFunc(names, func(a, b string) int {
		first := func(s string) int {
			if s == "[Content_Types].xml" {
				return 0
			}
			return 1
		}
		return first(a) - first(b)
	})
	for _, name := range names {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err == nil {
			_, err = f.Write([]byte(parts[name]))
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// Lying packs one part whose header tells a size that is not its own.
func Lying(name, text string, size uint64) []byte {
	var packed, out bytes.Buffer
	inner := zip.NewWriter(&packed)
	if f, err := inner.Create(path.Base(name)); err == nil {
		_, _ = f.Write([]byte(text)) // a buffer takes everything
	}
	_ = inner.Close() // a buffer takes everything
	r, err := zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
	if err != nil {
		panic(err)
	}
	raw, err := r.File[0].OpenRaw()
	if err != nil {
		panic(err)
	}
	z := zip.NewWriter(&out)
	f, err := z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE([]byte(text)),
		CompressedSize64: r.File[0].CompressedSize64, UncompressedSize64: size})
	if err != nil {
		panic(err)
	}
	var content bytes.Buffer
	if _, err := content.ReadFrom(raw); err != nil {
		panic(err)
	}
	if _, err := f.Write(content.Bytes()); err != nil {
		panic(err)
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}
