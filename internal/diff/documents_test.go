package diff_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/diff"
	"vanban/internal/font"
	"vanban/internal/word"
	"vanban/internal/zone"
	"vanban/templates"
)

// shop makes documents of fixtures.
type shop struct {
	fonts *font.Set
	words *zone.Words
}

func newShop(t testing.TB) *shop {
	t.Helper()
	fonts, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	library := build.NewLibrary(&data.Sources{}, build.Layer{Files: templates.Files})
	words, findings, err := library.Words()
	if err != nil || findings.HasErrors() {
		t.Fatal(err, findings)
	}
	return &shop{fonts, words}
}

// fixture gives the DOCX and the PDF of a data file under fixtures/, laid out by a standard.
func (s *shop) fixture(t testing.TB, name, id string) (docx, pdf []byte) {
	t.Helper()
	return s.made(t, name, id, []byte(fixtureText(t, name)))
}

func fixtureText(t testing.TB, name string) string {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("../../fixtures", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func (s *shop) made(t testing.TB, name, id string, src []byte) (docx, pdf []byte) {
	t.Helper()
	library := build.NewLibrary(&data.Sources{}, build.Layer{Files: templates.Files})
	standard, findings, err := library.Standard(id)
	if err != nil || findings.HasErrors() {
		t.Fatal(err, findings)
	}
	root, findings := data.Parse(name, src)
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	jobs, findings, err := library.Jobs(root, standard, "thu", "")
	if err != nil || findings.HasErrors() {
		t.Fatal(err, findings)
	}
	docx, pdf, findings = (&build.Builder{Fonts: s.fonts, Version: "thử"}).Render(jobs[0], true, true)
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	return docx, pdf
}

func (s *shop) tree(t testing.TB, docx []byte) *diff.Node {
	t.Helper()
	d, findings := word.Read("thu.docx", docx)
	if d == nil {
		t.Fatal(findings)
	}
	return diff.OfWord(d, docx, s.words)
}

// part is one of a package.
type part struct {
	name string
	text string
}

func unpack(t testing.TB, docx []byte) []part {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	var out []part
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, part{f.Name, string(text)})
	}
	return out
}

func pack(t testing.TB, parts []part) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, p.text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// with gives the package with another text of one part.
func with(t testing.TB, parts []part, name, text string) []byte {
	t.Helper()
	parts = slices.Clone(parts)
	i := slices.IndexFunc(parts, func(p part) bool { return p.name == name })
	if i < 0 {
		t.Fatalf("no part %s", name)
	}
	parts[i].text = text
	return pack(t, parts)
}
