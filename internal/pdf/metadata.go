package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"time"

	"vanban/internal/typeset"
)

// producer is the maker's name in the file.
const producer = "vanban"

// writeMetadata writes what the file says of itself twice, as PDF 1.7 wants: the information dictionary,
// which every reader knows, and XMP, which archives read.
func writeMetadata(f *file, d *typeset.Document) (info, metadata ref, err error) {
	var created time.Time
	if d.Created != "" {
		created, err = time.Parse(time.RFC3339, d.Created)
		if err != nil {
			return 0, 0, fmt.Errorf("thời điểm tạo văn bản «%s» không đúng dạng RFC 3339: %w", d.Created, err)
		}
		created = created.UTC()
	}
	info, metadata = f.reserve(), f.reserve()
	f.put(info, infoEntries(d, created))
	// Never compressed, so that programs which know nothing of PDF find it.
	f.plainStream(metadata, "/Type /Metadata /Subtype /XML", xmp(d, created))
	return info, metadata, nil
}

// infoEntries leaves out what is not known.
func infoEntries(d *typeset.Document, created time.Time) string {
	s := ""
	for _, e := range []struct{ key, value string }{
		{"Title", d.Title}, {"Author", d.Author}, {"Subject", d.Subject}, {"Keywords", d.Keywords},
		{"Creator", producer}, {"Producer", producer},
	} {
		if e.value != "" {
			s += "/" + e.key + " " + textString(e.value) + " "
		}
	}
	if !created.IsZero() {
		s += "/CreationDate " + created.Format("(D:20060102150405Z) ")
	}
	for _, p := range d.Custom {
		s += name(p.Name) + " " + textString(p.Value) + " "
	}
	return s
}

// xmp is the metadata packet. Its id is the one that the XMP specification gives to every packet.
func xmp(d *typeset.Document, created time.Time) []byte {
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n" +
		"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\"" +
		" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" +
		" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"" +
		" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"" +
		" xmlns:pdfx=\"http://ns.adobe.com/pdfx/1.3/\">\n")
	element := func(open, value, end string) {
		if value != "" {
			b.WriteString(open)
			if err := xml.EscapeText(&b, []byte(value)); err != nil {
				panic(err) // a buffer in memory takes everything
			}
			b.WriteString(end + "\n")
		}
	}
	element(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">`, d.Title, "</rdf:li></rdf:Alt></dc:title>")
	element("<dc:creator><rdf:Seq><rdf:li>", d.Author, "</rdf:li></rdf:Seq></dc:creator>")
	element(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">`, d.Subject,
		"</rdf:li></rdf:Alt></dc:description>")
	element("<dc:language><rdf:Bag><rdf:li>", d.Language, "</rdf:li></rdf:Bag></dc:language>")
	element("<pdf:Keywords>", d.Keywords, "</pdf:Keywords>")
	element("<pdf:Producer>", producer, "</pdf:Producer>")
	element("<xmp:CreatorTool>", producer, "</xmp:CreatorTool>")
	if !created.IsZero() {
		element("<xmp:CreateDate>", created.Format(time.RFC3339), "</xmp:CreateDate>")
	}
	for _, p := range d.Custom { // pdfx is the namespace of the information dictionary's own keys
		element("<pdfx:"+p.Name+">", p.Value, "</pdfx:"+p.Name+">")
	}
	b.WriteString("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.Bytes()
}
