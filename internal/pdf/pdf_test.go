package pdf

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/sheet"
	"vanban/internal/typeset"
	"vanban/internal/unit"
)

func TestSameInputSameBytes(t *testing.T) {
	for name, sample := range samples {
		var first, second bytes.Buffer
		for _, out := range []*bytes.Buffer{&first, &second} {
			d, fonts := sample(t) // read anew, so that nothing is shared
			if err := Write(out, d, fonts); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: two runs differ", name)
		}
	}
}

// The /ID must tell documents apart, whatever they differ in.
func TestIDFollowsContent(t *testing.T) {
	fonts := embedded(t)
	seen := map[string]string{}
	for name, change := range map[string]func(*typeset.Document){
		"as it is": func(*typeset.Document) {},
		"title":    func(d *typeset.Document) { d.Title = "Khác" },
		"text":     func(d *typeset.Document) { d.Pages[0].Lines[0].Spans[0].Text = "bản thứ nhất " },
		"place":    func(d *typeset.Document) { d.Pages[0].Lines[0].Baseline += unit.Pt },
		"created":  func(d *typeset.Document) { d.Created = "2025-09-11T01:30:00Z" },
	} {
		d := oneLine("bản thứ nhất")
		change(d)
		id := reread(t, d, fonts).id
		if other, found := seen[id]; found {
			t.Errorf("%s and %s have the same /ID", name, other)
		}
		seen[id] = name
	}
}

func TestProperties(t *testing.T) {
	d, fonts := minutes(t)
	d.Title = `Kế hoạch "A & B" <thử>`
	d.Created = "2025-09-11T08:30:00+07:00"
	d.Custom = []sheet.Property{{Name: "vanban-mau", Value: "băm"}}
	r := reread(t, d, fonts)
	catalog, info := r.object(r.root), r.object(r.info)
	got := map[string]string{}
	for _, key := range []string{"Title", "Author", "Subject", "Keywords", "CreationDate", "ModDate", "vanban-mau"} {
		got[key] = r.value(info, key)
	}
	got["Lang"] = r.value(catalog, "Lang")
	got["ViewerPreferences"] = r.value(catalog, "ViewerPreferences")
	want := map[string]string{
		"Title": textString(d.Title), "Author": textString(d.Author), "Subject": textString(d.Subject),
		"Keywords": textString(d.Keywords), "CreationDate": "(D:20250911013000Z)", "ModDate": "", "vanban-mau": textString("băm"),
		"Lang": textString("vi-VN"), "ViewerPreferences": "<< /DisplayDocTitle true >>",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("properties (-want +got):\n%s", diff)
	}
	packet := string(r.stream(catalog, "Metadata"))
	for _, part := range []string{
		`<rdf:li xml:lang="x-default">Kế hoạch &#34;A &amp; B&#34; &lt;thử&gt;</rdf:li>`,
		"<dc:creator><rdf:Seq><rdf:li>" + d.Author + "</rdf:li>",
		"<xmp:CreateDate>2025-09-11T01:30:00Z</xmp:CreateDate>",
		"<pdfx:vanban-mau>băm</pdfx:vanban-mau>",
	} {
		if !strings.Contains(packet, part) {
			t.Errorf("the XMP packet lacks %s:\n%s", part, packet)
		}
	}
}

// What is not known is left out: no empty title, no date of today.
func TestUnknownPropertiesAreLeftOut(t *testing.T) {
	r := reread(t, oneLine("a"), embedded(t))
	for _, key := range []string{"/Title", "/Author", "/CreationDate"} {
		if strings.Contains(r.object(r.info), key) {
			t.Errorf("the file has a %s", key)
		}
	}
	catalog := r.object(r.root)
	if strings.Contains(catalog, "/Lang") || strings.Contains(catalog, "/Outlines") {
		t.Errorf("the catalog is %s", catalog)
	}
	if packet := string(r.stream(catalog, "Metadata")); strings.Contains(packet, "CreateDate") {
		t.Errorf("the XMP packet has a date:\n%s", packet)
	}
}

func TestMediaBoxes(t *testing.T) {
	d, fonts := plan(t)
	pages := reread(t, d, fonts).pages()
	if len(pages) != 10 {
		t.Fatalf("%d pages, want 10", len(pages))
	}
	for i, page := range pages {
		want := "/MediaBox [0 0 595.276 841.89]"
		if i == 9 {
			want = "/MediaBox [0 0 841.89 595.276]"
		}
		if !strings.Contains(page, want) {
			t.Errorf("page %d is %s, want %s", i+1, page, want)
		}
	}
}

// A page may be blank, and a document may have nothing but blank pages.
func TestBlankPage(t *testing.T) {
	d := &typeset.Document{Pages: []*typeset.Page{{Width: 210 * unit.MM, Height: 297 * unit.MM}}}
	r := reread(t, d, embedded(t))
	if pages := r.pages(); len(pages) != 1 || len(r.faces()) != 0 {
		t.Errorf("%d pages, %d faces", len(pages), len(r.faces()))
	}
}

func TestErrorsLeaveNothingBehind(t *testing.T) {
	emoji := oneLine("tốt \U0001F600 và \uE123")
	emoji.Pages[0].Lines[0].Spans = append(emoji.Pages[0].Lines[0].Spans,
		typeset.Span{Text: "\u4E2D", Size: bodySize, Face: bold})
	badTime := oneLine("a")
	badTime.Created = "11/9/2025"
	for _, c := range []struct {
		name string
		d    *typeset.Document
		want []string
	}{
		{"all characters without a glyph, of all faces", emoji, []string{
			"«LiberationSerif» không có ký tự", "U+E123, «\U0001F600» (U+1F600)", "; phông «LiberationSerif-Bold»", "«\u4E2D» (U+4E2D)"}},
		{"a time that is none", badTime, []string{"«11/9/2025»"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			err := Write(&out, c.d, embedded(t))
			if err == nil {
				t.Fatal("no error")
			}
			for _, part := range c.want {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("%q lacks %q", err, part)
				}
			}
			if out.Len() > 0 {
				t.Errorf("%d bytes were written all the same", out.Len())
			}
		})
	}
}

// fullDisk takes nothing.
type fullDisk struct{ err error }

func (d fullDisk) Write([]byte) (int, error) { return 0, d.err }

func TestWriterErrorIsWrapped(t *testing.T) {
	full := errors.New("no space left")
	if err := Write(fullDisk{full}, oneLine("a"), embedded(t)); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
}

func TestBrokenInvariantsPanic(t *testing.T) {
	fonts := embedded(t)
	for name, spoil := range map[string]func(*typeset.Document){
		"no pages":                func(d *typeset.Document) { d.Pages = nil },
		"no such page":            func(d *typeset.Document) { d.Outline = []typeset.Mark{{Level: 1, Title: "a", Page: 1}} },
		"a colour that is none":   func(d *typeset.Document) { d.Pages[0].Lines[0].Spans[0].Color = "red" },
		"a fill without a colour": func(d *typeset.Document) { d.Pages[0].Fills = []typeset.Fill{{Color: "none"}} },
	} {
		d := oneLine("a")
		spoil(d)
		mustPanic(t, name, func() { _ = Write(&bytes.Buffer{}, d, fonts) })
	}
}
