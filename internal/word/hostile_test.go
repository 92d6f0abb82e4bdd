package word_test

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"vanban/internal/diag"
	"vanban/internal/word"
	. "vanban/internal/word/wordtest"
)

// with is a small package with one part replaced or added.
func with(name, text string) []byte {
	p := New(P("", T("a")))
	p.Parts[name] = text
	return p.Bytes()
}

func TestRefused(t *testing.T) {
	good := New(P("", T("a"))).Bytes()
	document := func(body string) []byte {
		return with("word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`+body+`</w:document>`)
	}
	for _, c := range []struct {
		name string
		src  []byte
		id   string
		says string
	}{
		{"empty", nil, word.IDKind, "tệp trống"},
		{"rtf", []byte(`{\rtf1\ansi`), word.IDKind, "RTF"},
		{"pdf", []byte("%PDF-1.7"), word.IDKind, "PDF"},
		{"web page", []byte("<html><body>"), word.IDKind, "trang web"},
		{"flat", []byte(`<?xml version="1.0"?><pkg:package xmlns:pkg="x">`), word.IDKind, "một tệp"},
		{"text", []byte("Kế hoạch"), word.IDKind, "không phải là tệp Word"},
		{"odt", Zip(map[string]string{"content.xml": "<a/>", "mimetype": "application/vnd.oasis.opendocument.text"}), word.IDKind, "OpenDocument"},
		{"workbook", Zip(map[string]string{"xl/workbook.xml": "<a/>"}), word.IDKind, "Excel"},
		{"doc or password", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)), word.IDLocked, ".doc"},
		{"cut", good[:len(good)-30], word.IDPackage, "hỏng"},
		{"no document", Zip(map[string]string{"a.xml": "<a/>"}), word.IDPackage, "word/document.xml"},
		{"another root", with("word/document.xml", "<a/>"), word.IDPackage, "không phải là nội dung"},
		{"unknown namespace", with("word/document.xml", `<w:document xmlns:w="http://example.org/word"><w:body/></w:document>`), word.IDPackage, "không phải là nội dung"},
		{"climbs out", with("../a.xml", "<a/>"), word.IDPackage, "không an toàn"},
		{"absolute", with("/a.xml", "<a/>"), word.IDPackage, "không an toàn"},
		{"drive", with(`C:\a.xml`, "<a/>"), word.IDPackage, "không an toàn"},
		{"twice in another case", with("Word/Document.xml", "<a/>"), word.IDPackage, "hai phần cùng tên"},
		{"doctype", document(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:body/>`), word.IDXML, "DOCTYPE"},
		{"entity", document(`<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body>`), word.IDXML, "viết sai"},
		{"not closed", document(`<w:body><w:p></w:body>`), word.IDXML, "viết sai"},
		{"deep", document(`<w:body>` + strings.Repeat("<w:sdt>", 400) + strings.Repeat("</w:sdt>", 400) + `</w:body>`), word.IDSize, "cấp"},
		{"bomb", document(`<w:body>` + strings.Repeat(" ", 80<<20) + `</w:body>`), word.IDSize, "bung ra"},
		{"lies small", Lying("word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>`, 10), word.IDPackage, "hỏng"},
		{"lies huge", Lying("word/document.xml", `<a/>`, 1<<63+5), word.IDPackage, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, found := word.Read("thu.docx", c.src)
			if d != nil || len(found) != 1 || found[0].ID != c.id || found[0].Severity != diag.Error || !strings.Contains(found[0].Message, c.says) || len(found[0].Hints) == 0 {
				t.Errorf("document %v, findings %v", d != nil, found)
			}
		})
	}
}

func TestManyElements(t *testing.T) {
	p := New(strings.Repeat("<w:p/>", 3<<20))
	if d, found := word.Read("thu.docx", p.Bytes()); d != nil || len(found) != 1 || found[0].ID != word.IDSize {
		t.Error(found)
	}
}

// TestBounded: what grows faster than the file is cut off, and told once.
func TestBounded(t *testing.T) {
	var styles strings.Builder
	for i := range 300 {
		fmt.Fprintf(&styles, `<w:style w:type="paragraph" w:styleId="s%d"><w:basedOn w:val="s%d"/></w:style>`, i, i+1)
	}
	long := New(P(`<w:pStyle w:val="s0"/>`, T("a")))
	long.Styles = styles.String()
	missing := New(strings.Repeat(P(SectPr(`<w:headerReference w:type="default" r:id="h1"/>`)), 50))
	labels := New(strings.Repeat(P(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`, T("a")), 20_000))
	labels.Numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1000000000"/><w:numFmt w:val="decimal"/><w:lvlText w:val="` +
		strings.Repeat("%1", 5000) + `"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
	for _, c := range []struct {
		name string
		p    *Package
		id   string
		read bool
	}{
		{"a label that repeats its number thousands of times", labels, word.IDMeasure, true},
		{"a long chain of styles", long, word.IDStyle, true},
		{"one part missing many times", missing, word.IDPart, true},
		{"paragraphs without end", New(strings.Repeat(P("", T("a")), 210_000)), word.IDSize, false},
	} {
		d, found := word.Read("thu.docx", c.p.Bytes())
		if len(found) != 1 || found[0].ID != c.id || (d != nil) != c.read {
			t.Errorf("%s: %d findings, document %v", c.name, len(found), d != nil)
		}
	}
}

func TestOtherDialects(t *testing.T) {
	p := New(P(`<w:jc w:val="center"/>`, R(Letters("Times New Roman", 14, ""), "Kế hoạch")))
	want := shown(t, p)
	p.Strict = true
	if got := shown(t, p); got != want {
		t.Errorf("strict OOXML reads as\n%s\nwant\n%s", got, want)
	}
	p.Strict = false
	text := `<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + p.Body + `</w:body></w:document>`
	wide := []byte("\xff\xfe")
	for _, u := range utf16.Encode([]rune(text)) {
		wide = binary.LittleEndian.AppendUint16(wide, u)
	}
	p.Parts["word/document.xml"] = string(wide)
	if got := shown(t, p); got != want {
		t.Errorf("UTF-16 reads as\n%s\nwant\n%s", got, want)
	}
}

func TestRemarks(t *testing.T) {
	p := New(P("", `<w:hyperlink r:id="l1">`+T("xem")+`</w:hyperlink>`, `<w:fldSimple w:instr="INCLUDETEXT &quot;C:\\a.docx&quot;">`+T("x")+`</w:fldSimple>`) +
		`<w:sdt><w:sdtPr><w:alias w:val="Số văn bản"/></w:sdtPr><w:sdtContent>` + P("", T("trong ô")) + `</w:sdtContent></w:sdt><w:altChunk r:id="c1"/>`)
	p.Links = map[string]string{"l1": "hyperlink https://example.org/", "t1": "image http://192.0.2.1/x.png"}
	p.Rels["c1"] = "aFChunk chunk.html"
	p.Parts["word/chunk.html"] = "<p>chữ khác</p>"
	p.Parts["word/vbaProject.bin"] = "x"
	p.Settings = `<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:attachedTemplate r:id="t"/>`
	p.Parts["word/_rels/settings.xml.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" Type="http://x/attachedTemplate" Target="file:///D:/mau.dotm" TargetMode="External"/></Relationships>`
	d, found := word.Read("thu.docx", p.Bytes())
	if d == nil || len(found) != 1 || found[0].ID != word.IDUnread {
		t.Fatal(found)
	}
	got := map[word.RemarkKind]string{}
	for _, r := range d.Remarks {
		got[r.Kind] = r.Detail
	}
	for kind, want := range map[word.RemarkKind]string{word.RemarkHyperlink: "https://example.org/", word.RemarkExternal: "http://192.0.2.1/x.png", word.RemarkMacro: "word/vbaProject.bin",
		word.RemarkChunk: "word/chunk.html", word.RemarkTemplate: "file:///D:/mau.dotm", word.RemarkControl: "Số văn bản", word.RemarkProtected: "readOnly", word.RemarkField: `INCLUDETEXT "C:\\a.docx"`} {
		if got[kind] != want {
			t.Errorf("%v: «%s», want «%s»", kind, got[kind], want)
		}
	}
	if r := word.Paragraphs(d.Body)[0].Runs[0]; r.Link != "https://example.org/" {
		t.Error(r.Link)
	}
}

func TestMissingParts(t *testing.T) {
	p := New(P("", `<w:r><w:footnoteReference w:id="1"/></w:r>`) + SectPr(`<w:headerReference w:type="default" r:id="h9"/>`))
	d, found := word.Read("thu.docx", p.Bytes())
	if d == nil || len(found) != 2 || found[0].ID != word.IDPart || found[1].ID != word.IDPart {
		t.Error(found)
	}
}

func TestBadValues(t *testing.T) {
	p := New(P(`<w:spacing w:before="nhiều"/>`, R(`<w:sz w:val="99999999999999"/>`, "a"), R(`<w:sz w:val="99999999999999"/><w:b/>`, "b")))
	d, found := word.Read("thu.docx", p.Bytes())
	if d == nil || len(found) != 2 || found[0].ID != word.IDMeasure || found[1].ID != word.IDMeasure {
		t.Fatal(found)
	}
	if r := word.Paragraphs(d.Body)[0].Runs[0]; r.Size.Points() != 10 {
		t.Error(r.Size)
	}
}

func FuzzRead(f *testing.F) {
	box := TextBox(P("", T("DỰ THẢO")))
	p := New(P(num(1, 0), R("<w:b/>", "Kế hoạch"), box, `<w:r><w:footnoteReference w:id="1"/></w:r>`) + Table(Bordered, []string{P("", T("a")), P("", Line(0, 720000))}))
	p.Numbering = `<w:abstractNum w:abstractNumId="0">` + level(0, "decimal", "%1.", "") + `</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
	p.Footnotes = `<w:footnote w:id="1">` + P("", T("x")) + `</w:footnote>`
	for _, seed := range []string{p.Body, P("", `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>`), `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tc></w:tr></w:tbl>`} {
		f.Add(seed, p.Numbering, "")
	}
	f.Fuzz(func(t *testing.T, body, numbering, styles string) {
		p := New(body)
		p.Numbering, p.Styles = numbering, styles
		d, found := word.Read("thu.docx", p.Bytes())
		if (d == nil) != found.HasErrors() {
			t.Fatal(found)
		}
		if d != nil {
			if err := d.Dump(&strings.Builder{}); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func FuzzPackage(f *testing.F) {
	f.Add(New(P("", T("a"))).Bytes())
	f.Add([]byte("\xd0\xcf\x11\xe0"))
	f.Fuzz(func(t *testing.T, src []byte) {
		if d, found := word.Read("thu.docx", src); (d == nil) != found.HasErrors() {
			t.Fatal(found)
		}
	})
}
