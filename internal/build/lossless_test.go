package build_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/importer"
	"vanban/internal/viet"
	"vanban/internal/word"
)

// oddPlaces are places of a Word file where text may stand. In each, «@» stands for a word.
func oddPlaces() []string {
	run := func(inner string) string { return `<w:p><w:r>` + inner + `</w:r></w:p>` }
	text := `<w:r><w:t>@</w:t></w:r>`
	paragraph := `<w:p>` + text + `</w:p>`
	table := func(inner string) string { return `<w:tbl><w:tr><w:tc>` + inner + `</w:tc></w:tr></w:tbl>` }
	ruled := `<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>`
	return []string{
		paragraph,
		`<w:p><w:hyperlink w:anchor="a">` + text + `</w:hyperlink></w:p>`,
		`<w:p><w:smartTag><w:customXml>` + text + `</w:customXml></w:smartTag></w:p>`,
		`<w:sdt><w:sdtContent>` + paragraph + `</w:sdtContent></w:sdt>`,
		`<w:p><w:sdt><w:sdtContent>` + text + `</w:sdtContent></w:sdt></w:p>`,
		`<w:p><w:fldSimple w:instr="REF a">` + text + `</w:fldSimple></w:p>`,
		run(`<w:fldChar w:fldCharType="begin"/><w:instrText>REF a</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>@</w:t><w:fldChar w:fldCharType="end"/>`),
		run(`<w:fldChar w:fldCharType="begin"/><w:instrText>QUOTE "@"</w:instrText><w:fldChar w:fldCharType="end"/>`),
		`<w:p><w:ins w:author="An">` + text + `</w:ins></w:p>`,
		run(`<w:rPr><w:vanish/></w:rPr><w:t>@</w:t>`),
		`<w:p><w:r><w:ruby><w:rt>` + text + `</w:rt><w:rubyBase><w:r><w:t>nền</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`,
		run(`<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="la"><w:t>@</w:t></mc:Choice><mc:Fallback/></mc:AlternateContent>`),
		run(`<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="la"><w:t>x</w:t></mc:Choice><mc:Fallback><w:t>@</w:t></mc:Fallback></mc:AlternateContent>`),
		`<w:p><w:pPr><w:framePr w:w="2000" w:wrap="around" w:vAnchor="text" w:hAnchor="page"/></w:pPr>` + text + `</w:p>`,
		`<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="4"/></w:pBdr></w:pPr>` + text + `</w:p>`,
		table(ruled + paragraph), // properties in the wrong place
		`<w:tbl>` + ruled + `<w:tr><w:tc>` + paragraph + table(paragraph) + `<w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>`,
		`<w:tbl>` + ruled + `<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>` + paragraph + `</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>`,
		`<w:tbl><w:tblPr><w:tblpPr w:tblpX="100" w:tblpY="100"/></w:tblPr><w:tr><w:tc>` + paragraph + `</w:tc><w:tc>` + paragraph + `</w:tc></w:tr></w:tbl>`,
		run(`<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:100pt;height:20pt"><v:textbox><w:txbxContent>` + paragraph + `</w:txbxContent></v:textbox></v:shape></w:pict>`),
		run(`<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:100pt;height:20pt"><v:textpath string="@"/></v:shape></w:pict>`),
		run(`<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>@</w:t>`),
		run(`<w:rPr><w:caps/></w:rPr><w:t>@</w:t>`),
		run(`<w:tab/><w:t>@</w:t><w:br/><w:t>@</w:t><w:br w:type="page"/><w:t>@</w:t>`),
		run(`<w:t>** @ | ::: {{ @ }} \@</w:t>`),
		run(`<w:t>Nơi nhận: @</w:t>`),
		run(`<w:t>Số: @</w:t>`),
		run(`<w:t>Kính gửi: @</w:t>`),
		run(`<w:t>Phụ lục @</w:t>`),
		run(`<w:t>-------- @ --------</w:t>`),
		run(`<w:t>TM. @</w:t>`),
		run(`<w:t>Căn cứ @</w:t>`),
		`<la>` + paragraph + `</la>`,
	}
}

// TestNothingLost puts a word into odd places of every fixture's Word file, before paragraphs all over it: after
// import the word is in the data, or a finding says it.
func TestNothingLost(t *testing.T) {
	w := newWorkshop(t)
	places := oddPlaces()
	turn := 0
	for _, d := range documents(t) {
		source := string(partOf(t, d.DOCX, "word/document.xml"))
		starts := paragraphStart.FindAllStringIndex(source, -1)
		for i := 0; i < len(starts); i += max(1, len(starts)/12) {
			odd := turn % len(places)
			turn++
			token := fmt.Sprintf("qtq%dx", turn)
			at := starts[i][0]
			src := withPart(t, d.DOCX, "word/document.xml", source[:at]+numbered(places[odd], token)+source[at:])
			read, findings := word.Read(d.Name+".docx", src)
			if read == nil {
				t.Fatalf("%s, place %d: %v", d.Name, odd, findings)
			}
			back, more, err := (&build.Builder{Fonts: w.fonts}).Import(w.library, build.Imported{Word: read, Fallback: d.Job.Standard.ID})
			if err != nil {
				t.Fatal(err)
			}
			findings = append(findings, more...)
			yaml := importer.YAML(back)
			if _, more := data.Parse("a.yaml", yaml); more.HasErrors() {
				t.Errorf("%s, place %d before paragraph %d: the data is no data: %s", d.Name, odd, i, w.print(t, more))
			}
			said := string(yaml)
			refused := false // one of the documents that the word makes of it, and told to be
			for _, f := range findings {
				said += f.Message + "\n"
				refused = refused || f.ID == importer.IDType && f.Severity == diag.Error
			}
			for k := range strings.Count(places[odd], "@") {
				if !refused && !strings.Contains(viet.Lower(said), fmt.Sprintf("%s%dz", token, k)) {
					t.Errorf("%s, place %d before paragraph %d: word %d is lost in silence\n%s\n%s", d.Name, odd, i, k, places[odd], w.print(t, findings))
				}
			}
		}
	}
}

// numbered puts a word for each «@», with its number.
func numbered(place, token string) string {
	for k := 0; strings.Contains(place, "@"); k++ {
		place = strings.Replace(place, "@", fmt.Sprintf("%s%dz", token, k), 1)
	}
	return place
}

var paragraphStart = regexp.MustCompile(`<w:p>|<w:p `)

func partOf(t *testing.T, src []byte, name string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	in, err := r.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// withPart packs a package anew with another text of a part.
func withPart(t *testing.T, src []byte, name, text string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range r.File {
		content := []byte(text)
		if f.Name != name {
			content = partOf(t, src, f.Name)
		}
		into, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := into.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
