package docx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/xml"
	"hash/crc32"
	"io"
	"strconv"
	"strings"

	"vanban/internal/sheet"
)

// Names of the parts that more than one function speaks of.
const (
	customPart   = "docProps/custom.xml"
	documentPart = "word/document.xml"
)

// Namespaces and content types of the package.
const (
	relationshipsNS = "http://schemas.openxmlformats.org/package/2006/relationships"
	officeRel       = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	coreRel         = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
	wordType        = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	officeType      = "application/vnd.openxmlformats-officedocument."
	coreType        = "application/vnd.openxmlformats-package.core-properties+xml"
)

// xmlHead opens every part; Word wants the standalone declaration in some of them.
const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// part is one file of the package.
type part struct {
	name        string
	contentType string // empty for what the package's defaults cover
	data        []byte
}

// relation points from one part to another.
type relation struct {
	id, kind, target string
}

// Write writes one sheet as [Writer.Write] does.
func Write(w io.Writer, s *sheet.Sheet) error { return new(Writer).Write(w, s) }

// Writer writes packages, one at a time. It keeps from one to the next what costs most to make anew: the
// compressor alone takes more than a megabyte. The zero value is ready.
type Writer struct {
	encoder encoder
	deflate *flate.Writer
	packed  bytes.Buffer // the part in hand, compressed
	common  map[string]compressed
}

// compressed is a part of the package before, by its name. Documents of one template have most of their small
// parts in common: styles, settings, headers, relations.
type compressed struct {
	data, packed []byte
}

// Write writes the sheet as a .docx package. It returns the first error of out and no other: a sheet that
// breaks the invariants of package sheet panics. The bytes depend on the sheet alone.
func (w *Writer) Write(out io.Writer, s *sheet.Sheet) error {
	w.encoder.buf.Reset()
	return w.zip(out, build(s, &w.encoder))
}

// build makes all parts, in the order in which they stand in the package.
func build(s *sheet.Sheet, e *encoder) []part {
	b := newBuilder(s)
	b.encoder = e
	document := b.document()
	parts := []part{
		{documentPart, wordType + "document.main+xml", e.marshal(document)},
		{"word/styles.xml", wordType + "styles+xml", e.marshal(b.styleSheet())},
		{"word/settings.xml", wordType + "settings+xml", e.marshal(settings(s.Properties.Language))},
		{"word/fontTable.xml", wordType + "fontTable+xml", e.marshal(b.fontTable())},
	}
	parts = append(parts, b.parts...)
	parts = append(parts, properties(s.Properties)...)
	relations := append([]relation{
		{"rId1", officeRel + "styles", "styles.xml"},
		{"rId2", officeRel + "settings", "settings.xml"},
		{"rId3", officeRel + "fontTable", "fontTable.xml"},
	}, b.relations...)
	custom := part{customPart, officeType + "custom-properties+xml", nil}
	head := []part{
		{"[Content_Types].xml", "", contentTypes(append(parts, custom))},
		{"_rels/.rels", "", relationships([]relation{
			{"rId1", officeRel + "officeDocument", documentPart},
			{"rId2", coreRel, corePart},
			{"rId3", officeRel + "extended-properties", appPart},
			{"rId4", officeRel + "custom-properties", customPart},
		})},
		{"word/_rels/document.xml.rels", "", relationships(relations)},
	}
	parts = append(head, parts...)
	custom.data = customProperties(s.Properties.Custom, contentHash(parts))
	return append(parts, custom)
}

// encoder writes parts as XML, one behind the other into one buffer. The zero value is ready.
type encoder struct {
	buf bytes.Buffer
	xml *xml.Encoder
}

// marshal writes one of the generated types. They fail on nothing but the writer they are given. The bytes
// stay as they are until the buffer is reset: where it grows, they are left behind in the old one.
func (e *encoder) marshal(v xml.Marshaler) []byte {
	if e.xml == nil {
		e.xml = xml.NewEncoder(&e.buf)
	}
	start := e.buf.Len()
	e.buf.WriteString(xmlHead)
	if err := e.xml.Encode(v); err != nil {
		panic("docx: " + err.Error())
	}
	return e.buf.Bytes()[start:]
}

func contentTypes(parts []part) []byte {
	var b strings.Builder
	b.WriteString(xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`)
	b.WriteString(`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`)
	b.WriteString(`<Default Extension="xml" ContentType="application/xml"/>`)
	for _, p := range parts {
		b.WriteString(`<Override PartName="/` + p.name + `" ContentType="` + p.contentType + `"/>`)
	}
	b.WriteString(`</Types>`)
	return []byte(b.String())
}

func relationships(relations []relation) []byte {
	var b strings.Builder
	b.WriteString(xmlHead + `<Relationships xmlns="` + relationshipsNS + `">`)
	for _, r := range relations {
		b.WriteString(`<Relationship Id="` + r.id + `" Type="` + r.kind + `" Target="` + r.target + `"/>`)
	}
	b.WriteString(`</Relationships>`)
	return []byte(b.String())
}

// firstDay is 1 January 1980, the first day that a zip can name, as it writes dates.
const firstDay = 1<<5 | 1

// zip writes the parts as they come. Sizes and sums are known beforehand, so that neither data descriptors
// nor extra fields are needed, and nothing tells when or where the file was written.
func (w *Writer) zip(out io.Writer, parts []part) error {
	z := zip.NewWriter(out)
	for _, p := range parts {
		packed := w.compress(p)
		entry, err := z.CreateRaw(&zip.FileHeader{
			Name:               p.name,
			CreatorVersion:     20,
			ReaderVersion:      20,
			Method:             zip.Deflate,
			ModifiedDate:       firstDay, // Modified would add a field with the time zone
			CRC32:              crc32.ChecksumIEEE(p.data),
			CompressedSize64:   uint64(len(packed)),
			UncompressedSize64: uint64(len(p.data)),
		})
		if err != nil {
			return err
		}
		if _, err := entry.Write(packed); err != nil {
			return err
		}
	}
	return z.Close()
}

// compress gives a part compressed, until the next is.
func (w *Writer) compress(p part) []byte {
	if p.name == documentPart || p.name == corePart || p.name == customPart {
		w.pack(p.data) // each document has its own
		return w.packed.Bytes()
	}
	if last, ok := w.common[p.name]; ok && bytes.Equal(last.data, p.data) {
		return last.packed
	}
	w.pack(p.data)
	if w.common == nil {
		w.common = map[string]compressed{}
	}
	w.common[p.name] = compressed{bytes.Clone(p.data), bytes.Clone(w.packed.Bytes())}
	return w.packed.Bytes()
}

// pack compresses a part into packed.
func (w *Writer) pack(data []byte) {
	w.packed.Reset()
	if w.deflate == nil {
		deflate, err := flate.NewWriter(nil, flate.BestSpeed)
		if err != nil {
			panic("docx: " + err.Error())
		}
		w.deflate = deflate
	}
	w.deflate.Reset(&w.packed)
	// A bytes.Buffer takes everything: neither call can fail.
	_, _ = w.deflate.Write(data)
	_ = w.deflate.Close()
}

// plain gives s back after making sure that XML can carry it. The readers refuse what it cannot, so that
// meeting such a character here is a bug; encoding/xml would print U+FFFD in its place without a word.
func plain(s string) string {
	for i, r := range s {
		bad := r < 0x20 || r == 0xFFFE || r == 0xFFFF ||
			r == 0xFFFD && !strings.HasPrefix(s[i:], "\uFFFD")
		if bad {
			panic("docx: text holds a character that XML cannot carry: " + strconv.Quote(s))
		}
	}
	return s
}
