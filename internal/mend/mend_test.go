package mend_test

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"strings"
	"testing"

	"vanban/internal/mend"
	"vanban/internal/unit"
	"vanban/internal/word/wordtest"
)

const document = "word/document.xml"

func open(t *testing.T, src []byte) *mend.File {
	t.Helper()
	f, err := mend.Open(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func written(t *testing.T, f *mend.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func unpack(t *testing.T, src []byte) (names []string, parts map[string]string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	parts = map[string]string{}
	for _, e := range z.File {
		r, err := e.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, e.Name)
		parts[e.Name] = string(b)
	}
	return names, parts
}

// place is where the n-th start tag of a name stands in the document.
func place(t *testing.T, src []byte, tag string, n int) mend.Place {
	t.Helper()
	_, parts := unpack(t, src)
	at, from := -1, 0
	for range n + 1 {
		i := strings.Index(parts[document][from:], tag)
		if i < 0 {
			t.Fatalf("no %s number %d", tag, n)
		}
		at = from + i
		from = at + 1
	}
	return mend.Place{Part: document, Start: int64(at)}
}

// TestOnlyWhatIsAsked changes one value and compares every part: only the piece named differs.
func TestOnlyWhatIsAsked(t *testing.T) {
	p := wordtest.New(wordtest.P(`<w:keepNext/>`, wordtest.R(`<w:b/>`, "Độc lập – Tự do"), wordtest.T(" – Hạnh phúc")) +
		wordtest.P("", wordtest.T("chữ “nháy” & <dấu>"), wordtest.T("cuối,")))
	p.Styles = `<w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/></w:style>`
	src := p.Bytes()
	zero := unit.Length(0)
	yes, no := true, false
	top := 20 * unit.MM
	first := 127 * unit.MM / 10
	for name, c := range map[string]struct {
		change   func(*mend.File) bool
		old, new string
	}{
		"nothing": {func(*mend.File) bool { return true }, "", ""},
		"paper": {func(f *mend.File) bool {
			return f.Page(place(t, src, "<w:sectPr", 0), mend.Page{Width: 210 * unit.MM, Height: 297 * unit.MM})
		}, `w:w="11906" w:h="16838"`, `w:w="11906" w:h="16838"`},
		"margin":     {func(f *mend.File) bool { return f.Page(place(t, src, "<w:sectPr", 0), mend.Page{Left: &top}) }, `w:left="1701"`, `w:left="1134"`},
		"first page": {func(f *mend.File) bool { return f.HideFirst(place(t, src, "<w:sectPr", 0)) }, `</w:sectPr>`, `<w:titlePg/></w:sectPr>`},
		"restart":    {func(f *mend.File) bool { return f.Restart(place(t, src, "<w:sectPr", 0)) }, `</w:sectPr>`, `<w:pgNumType w:start="1"/></w:sectPr>`},
		"alignment": {func(f *mend.File) bool { return f.Look(place(t, src, "<w:p>", 0), mend.Look{Align: "both"}) },
			`<w:keepNext/></w:pPr>`, `<w:keepNext/><w:jc w:val="both"/></w:pPr>`},
		"spacing": {func(f *mend.File) bool {
			return f.Look(place(t, src, "<w:p>", 1), mend.Look{FirstLine: &first, Before: &zero, Line: 264})
		}, `<w:p><w:r><w:t xml:space="preserve">chữ`, `<w:p><w:pPr><w:spacing w:before="0" w:line="264" w:lineRule="auto"/><w:ind w:firstLine="720"/></w:pPr><w:r><w:t xml:space="preserve">chữ`},
		"bold": {func(f *mend.File) bool { return f.Look(place(t, src, "<w:p>", 0), mend.Look{Bold: &no}) },
			`<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Độc lập – Tự do</w:t></w:r><w:r>`,
			`<w:rPr><w:b w:val="0"/><w:bCs w:val="0"/></w:rPr><w:t xml:space="preserve">Độc lập – Tự do</w:t></w:r><w:r><w:rPr><w:b w:val="0"/><w:bCs w:val="0"/></w:rPr>`},
		"letters": {func(f *mend.File) bool {
			return f.Look(place(t, src, "<w:p>", 0), mend.Look{Family: "Times New Roman", Size: 14 * unit.Pt, Italic: &yes})
		}, `<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Độc lập – Tự do</w:t></w:r><w:r>`,
			`<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:b/><w:i/><w:iCs/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>` +
				`<w:t xml:space="preserve">Độc lập – Tự do</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:i/><w:iCs/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>`},
		"one letter": {func(f *mend.File) bool {
			return f.Rewrite(place(t, src, "<w:p>", 0), "Độc lập - Tự do – Hạnh phúc")
		}, "lập – Tự", "lập - Tự"},
		"end": {func(f *mend.File) bool {
			return f.Rewrite(place(t, src, "<w:p>", 1), "chữ “nháy” & <dấu>cuối;")
		}, "cuối,", "cuối;"},
		"escaped": {func(f *mend.File) bool {
			return f.Rewrite(place(t, src, "<w:p>", 1), "chữ “nháy” & <dầu>cuối,")
		}, "&lt;dấu&gt;", "&lt;dầu&gt;"},
	} {
		t.Run(name, func(t *testing.T) {
			f := open(t, src)
			if !c.change(f) {
				t.Fatal("refused")
			}
			names, was := unpack(t, src)
			got, is := unpack(t, written(t, f))
			if strings.Join(names, " ") != strings.Join(got, " ") {
				t.Errorf("parts %v, were %v", got, names)
			}
			want := was[document]
			if c.old != "" {
				if strings.Count(want, c.old) != 1 {
					t.Fatalf("%q is not once in the document", c.old)
				}
				want = strings.Replace(want, c.old, c.new, 1)
			}
			was[document] = want
			for part, text := range was {
				if is[part] != text {
					t.Errorf("%s\n is %s\nnot %s", part, is[part], text)
				}
			}
		})
	}
}

// TestReplacesWhatStands: what says the opposite goes, and is not written beside.
func TestReplacesWhatStands(t *testing.T) {
	src := wordtest.New(wordtest.P(`<w:contextualSpacing/>`, wordtest.T("một")) +
		wordtest.P(`<w:sectPr><w:titlePg w:val="0"/></w:sectPr>`, wordtest.T("hai"))).Bytes()
	f := open(t, src)
	gap := 6 * unit.Pt
	if !f.HideFirst(place(t, src, "<w:sectPr", 0)) || !f.Look(place(t, src, "<w:p>", 0), mend.Look{After: &gap}) {
		t.Fatal("refused")
	}
	_, is := unpack(t, written(t, f))
	if text := is[document]; !strings.Contains(text, "<w:sectPr><w:titlePg/></w:sectPr>") {
		t.Errorf("no first page of its own alone: %s", text)
	}
	if text := is[document]; !strings.Contains(text, `<w:spacing w:after="120"/><w:contextualSpacing w:val="0"/>`) {
		t.Errorf("the paragraph still gives up its gap: %s", text)
	}
}

func TestUntouchedIsTheSameBytes(t *testing.T) {
	src := wordtest.New(wordtest.P("", wordtest.T("Nội dung."))).Bytes()
	f := open(t, src)
	if _, ok := f.Text(place(t, src, "<w:p>", 0)); !ok {
		t.Fatal("no text")
	}
	_, was := unpack(t, src)
	_, is := unpack(t, written(t, f))
	for name, text := range was {
		if is[name] != text {
			t.Errorf("%s changed", name)
		}
	}
	if len(is) != len(was) {
		t.Errorf("%d parts, were %d", len(is), len(was))
	}
}

// TestPrefix: the document may bind WordprocessingML twice, in either quotes, to any prefix.
func TestPrefix(t *testing.T) {
	const space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	for _, names := range []string{`xmlns="` + space + `" xmlns:w="` + space + `"`, `xmlns:w='` + space + `'`, `xmlns:r="x" xmlns:w = "` + space + `"`} {
		xml := `<w:document ` + names + `><w:body><w:p><w:r><w:t>chữ</w:t></w:r></w:p></w:body></w:document>`
		f := open(t, wordtest.Zip(map[string]string{document: xml}))
		at := mend.Place{Part: document, Start: int64(strings.Index(xml, "<w:p>"))}
		if text, ok := f.Text(at); !ok || text != "chữ" {
			t.Errorf("%s: %q, %v", names, text, ok)
		}
	}
}

func TestCompose(t *testing.T) {
	src := wordtest.New(wordtest.P("", wordtest.T("Quye"), wordtest.T("\u0302\u0301t đi\u0323nh"), wordtest.T(" sạch"))).Bytes()
	f := open(t, src)
	if n := f.Compose(document); n != 2 {
		t.Errorf("%d pieces changed", n)
	}
	if text, _ := f.Text(place(t, src, "<w:p>", 0)); text != "Quyết định sạch" {
		t.Errorf("text %q", text)
	}
}

func TestReplace(t *testing.T) {
	src := wordtest.New(wordtest.P("", wordtest.T("Ðiều 1"), wordtest.R("<w:b/>", " về ÐÐ"))).Bytes()
	f := open(t, src)
	at := place(t, src, "<w:p>", 0)
	if !f.Replace(at, "Ð", "Đ") {
		t.Fatal("refused")
	}
	if text, _ := f.Text(at); text != "Điều 1 về ĐĐ" {
		t.Errorf("text %q", text)
	}
}

// TestTrackedAndFields: letters stay on their side of tracked changes, and the text of a field is Word's.
func TestTrackedAndFields(t *testing.T) {
	ins := func(text string) string { return `<w:ins w:id="1" w:author="A">` + wordtest.R("", text) + `</w:ins>` }
	del := `<w:del w:id="2" w:author="A"><w:r><w:delText>5</w:delText></w:r></w:del>`
	field := `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SAVEDATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` +
		wordtest.R("", "ngày 3") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	for _, c := range []struct {
		name, paragraph, to string
		can                 bool
	}{
		{"over an insertion", wordtest.R("", "ngày ") + ins("3") + wordtest.R("", " tháng 04"), "ngày 03 tháng 4", false},
		{"before an insertion", wordtest.R("", "ngày ") + ins("3") + wordtest.R("", " tháng 04"), "ngày 03 tháng 04", true},
		{"within an insertion", wordtest.R("", "- Như trên") + ins(", nhé"), "- Như trên; nhé", true},
		{"over a deletion", wordtest.R("", "ngày 3") + del + wordtest.R("", " tháng 04"), "ngày 03 tháng 4", false},
		{"behind a deletion", wordtest.R("", "ngày 3") + del + wordtest.R("", " tháng 04"), "ngày 3 tháng 4", true},
		{"in a field", wordtest.R("", "Nam Khê, ") + field, "Nam Khê, ngày 03", false},
		{"beside a field", wordtest.R("", "Nam Khê , ") + field, "Nam Khê, ngày 3", true},
		{"in a simple field", wordtest.R("", "Nam Khê, ") + `<w:fldSimple w:instr="DATE">` + wordtest.R("", "ngày 3") + `</w:fldSimple>`, "Nam Khê, ngày 03", false},
	} {
		src := wordtest.New("<w:p>" + c.paragraph + "</w:p>").Bytes()
		f := open(t, src)
		at := place(t, src, "<w:p>", 0)
		was, _ := f.Text(at)
		did := f.Rewrite(at, c.to)
		is, _ := f.Text(at)
		if did != c.can || did && is != c.to || !did && is != was {
			t.Errorf("%s: %v, %q", c.name, did, is)
		}
		if _, parts := unpack(t, written(t, f)); strings.Contains(c.paragraph, del) && !strings.Contains(parts[document], del) {
			t.Errorf("%s: the deletion changed", c.name)
		}
	}
}

func TestRefuses(t *testing.T) {
	src := wordtest.New(wordtest.P("", wordtest.T("một\thai"))).Bytes()
	f := open(t, src)
	at := place(t, src, "<w:p>", 0)
	if f.Rewrite(at, "mộthai") || f.Rewrite(at, "một\tba\thai") {
		t.Error("a tab was taken away or put in")
	}
	if f.Look(mend.Place{Part: document, Start: at.Start + 1}, mend.Look{Align: "both"}) || f.Look(mend.Place{Part: "word/styles.xml"}, mend.Look{Align: "both"}) {
		t.Error("a paragraph that is not there was changed")
	}
	_, was := unpack(t, src)
	if _, is := unpack(t, written(t, f)); !maps.Equal(is, was) {
		t.Error("something changed")
	}
	for _, xml := range []string{"<!DOCTYPE a><w:document/>", "<w:document>", "<w:document></w:body>", "<w:document><", strings.Repeat("<a>", 3000), "<a b='<'/>", "< />", "<>"} {
		f := open(t, wordtest.Zip(map[string]string{document: xml}))
		if f.Look(mend.Place{Part: document}, mend.Look{Align: "both"}) {
			t.Errorf("%.20q was changed", xml)
		}
	}
}

func FuzzTree(f *testing.F) {
	f.Add(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p a='1'><w:r><w:t>chữ &amp; e</w:t><w:br/></w:r></w:p></w:document>`)
	f.Add(`<?xml version="1.0"?><!-- a --><w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"  ><![CDATA[x]]></w:p >`)
	f.Fuzz(func(t *testing.T, xml string) {
		src := wordtest.Zip(map[string]string{document: xml})
		file, err := mend.Open(bytes.NewReader(src), int64(len(src)))
		if err != nil {
			t.Skip() // a file that cannot be opened is not mended
		}
		for at := range xml {
			if xml[at] == '<' {
				p := mend.Place{Part: document, Start: int64(at)}
				text, _ := file.Text(p)
				file.Rewrite(p, text+"thêm")
				file.Look(p, mend.Look{Align: "both", Size: 13 * unit.Pt})
				break
			}
		}
		file.Compose(document)
		if err := file.Write(io.Discard); err != nil {
			t.Fatal(err)
		}
	})
}
