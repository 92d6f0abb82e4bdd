package build_test

import (
	"bytes"
	"path/filepath"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestFormatsAgree renders each fixture that stands there in several formats (YAML, JSON, workbook, CSV): the
// DOCX and the PDF must be the same, byte for byte.
func TestFormatsAgree(t *testing.T) {
	all := fixtures(t)
	first := map[string]*fixture{}
	for _, f := range all {
		if !f.faulty && !f.twin {
			first[f.name] = f
		}
	}
	twins := map[string]bool{}
	for _, f := range all {
		if !f.twin || f.faulty {
			continue
		}
		twins[filepath.Ext(f.base)] = true
		t.Run(f.name, func(t *testing.T) { sameDocuments(t, first[stem(f.name)], f) })
	}
	if len(twins) != 3 {
		t.Errorf("formats with a twin in YAML: %v", twins)
	}
}

func sameDocuments(t *testing.T, want, got *fixture) {
	t.Helper()
	if len(got.docs) == 0 || len(got.docs) != len(want.docs) {
		t.Fatalf("%d documents, want %d\n%s", len(got.docs), len(want.docs), got.report)
	}
	for i, m := range got.docs {
		if m.stages.Text.Text != want.docs[i].stages.Text.Text {
			t.Errorf("other text:\n%s\nwant\n%s", m.stages.Text.Text, want.docs[i].stages.Text.Text)
		}
		if !bytes.Equal(m.docx, want.docs[i].docx) {
			t.Error("another DOCX")
		}
		if !bytes.Equal(m.pdf, want.docs[i].pdf) {
			t.Error("another PDF")
		}
	}
}

// TestDecomposedUnicode takes the fixtures apart into letters and marks, as files from a Mac are: headings,
// keys and values must be found all the same, and the bytes stay.
func TestDecomposedUnicode(t *testing.T) {
	for _, f := range fixtureFiles(t) {
		if f.folder != "ba-dang" || filepath.Ext(f.base) == ".xlsx" {
			continue
		}
		t.Run(f.base, func(t *testing.T) {
			src := fixtureFile(t, f.folder+"/"+f.base)
			apart := norm.NFD.Bytes(src)
			if bytes.Equal(src, apart) {
				t.Fatal("nothing to take apart")
			}
			other := *f
			newWorkshop(t).render(t, f, src)
			newWorkshop(t).render(t, &other, apart)
			if f.report != other.report {
				t.Errorf("another report:\n%s", other.report)
			}
			sameDocuments(t, f, &other)
		})
	}
}
