package word_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vanban/internal/word"
)

// decree is where the decree's own appendices lie, when they are there.
const decree = "../../../shared/decree"

// TestDecree reads the decree's own appendices, which Word and LibreOffice made: nothing of them is refused.
func TestDecree(t *testing.T) {
	files, err := filepath.Glob(decree + "/*.docx")
	if err != nil || len(files) == 0 {
		t.Skip("the decree's appendices are not here")
	}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d, found := word.Read(name, src)
		for _, f := range found {
			t.Errorf("%s: %s: %s", f.Pos, f.ID, f.Message)
		}
		if d == nil {
			continue
		}
		shapes, words, faces := 0, 0, map[string]int{}
		for _, p := range word.Paragraphs(d.Body) {
			shapes += len(p.Shapes())
			words += len(strings.Fields(p.Text()))
			for _, r := range p.Runs {
				faces[r.Font] += len(r.Text)
			}
		}
		total := 0
		for _, n := range faces {
			total += n
		}
		if shapes < 20 || words < 3000 || faces["Times New Roman"]*100 < total*95 {
			t.Errorf("%s: %d shapes, %d words, faces %v", name, shapes, words, faces)
		}
	}
}

// BenchmarkRead reads the longest of the decree's appendices, some sixty pages.
func BenchmarkRead(b *testing.B) {
	src, err := os.ReadFile(decree + "/phu-luc-I.docx")
	if err != nil {
		b.Skip("the decree's appendices are not here")
	}
	b.ReportAllocs()
	for b.Loop() {
		if d, found := word.Read("phu-luc-I.docx", src); d == nil {
			b.Fatal(found)
		}
	}
}
