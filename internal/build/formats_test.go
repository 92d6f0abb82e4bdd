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
		if !f.faulty && !f.Twin {
			first[f.Name] = f
		}
	}
	twins := map[string]bool{}
	for _, f := range all {
		if !f.Twin || f.faulty {
			continue
		}
		twins[filepath.Ext(f.File)] = true
		t.Run(f.Name, func(t *testing.T) { sameDocuments(t, first[stem(f.Name)], f) })
	}
	if len(twins) != 3 {
		t.Errorf("formats with a twin in YAML: %v", twins)
	}
}

func sameDocuments(t *testing.T, want, got *fixture) {
	t.Helper()
	if len(got.Documents) == 0 || len(got.Documents) != len(want.Documents) {
		t.Fatalf("%d documents, want %d\n%s", len(got.Documents), len(want.Documents), got.Report)
	}
	for i, m := range got.Documents {
		if m.Stages.Text.Text != want.Documents[i].Stages.Text.Text {
			t.Errorf("other text:\n%s\nwant\n%s", m.Stages.Text.Text, want.Documents[i].Stages.Text.Text)
		}
		if !bytes.Equal(m.DOCX, want.Documents[i].DOCX) {
			t.Error("another DOCX")
		}
		if !bytes.Equal(m.PDF, want.Documents[i].PDF) {
			t.Error("another PDF")
		}
	}
}

// TestDecomposedUnicode takes the fixtures apart into letters and marks, as files from a Mac are: headings,
// keys and values must be found all the same, and the bytes stay.
func TestDecomposedUnicode(t *testing.T) {
	for _, f := range fixtureFiles(t) {
		if f.Folder != "ba-dang" || filepath.Ext(f.File) == ".xlsx" {
			continue
		}
		t.Run(f.File, func(t *testing.T) {
			src := fixtureFile(t, f.Folder+"/"+f.File)
			apart := norm.NFD.Bytes(src)
			if bytes.Equal(src, apart) {
				t.Fatal("nothing to take apart")
			}
			f, other := made(t, f, src), made(t, f, apart)
			if f.Report != other.Report {
				t.Errorf("another report:\n%s", other.Report)
			}
			sameDocuments(t, f, other)
		})
	}
}
