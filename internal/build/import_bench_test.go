package build_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"vanban/internal/build"
	"vanban/internal/importer"
)

// BenchmarkImport imports a text of 5 MB: the body of one plan, over and over, between its header and its tail.
func BenchmarkImport(b *testing.B) {
	w := newWorkshop(b)
	for _, name := range []string{"chuan", "ngat-dong-cung", "tcvn3", "vni"} {
		b.Run(name, func(b *testing.B) {
			src, err := os.ReadFile(filepath.Join(fixtureRoot, quirkFolder, name+".txt"))
			if err != nil {
				b.Fatal(err)
			}
			head, rest, _ := strings.Cut(string(src), "II. ")
			body, tail, _ := strings.Cut(rest, "III. ")
			long := []byte(head + strings.Repeat("II. "+body, 5<<20/(len(body)+4)) + "III. " + tail)
			b.SetBytes(int64(len(long)))
			for b.Loop() {
				text, findings := importer.Text("a.txt", long, "")
				lines, more := importer.Lines("a.txt", text)
				if findings.HasErrors() || more.HasErrors() {
					b.Fatal(findings, more)
				}
				documents, _, err := (&build.Builder{Fonts: w.fonts}).Import(w.library, build.Imported{Lines: lines, Fallback: "nd30"})
				if err != nil || len(documents) != 1 {
					b.Fatal(err, len(documents))
				}
			}
		})
	}
}

// FuzzImport imports any bytes: nothing panics, what is written is YAML of a length that the source bounds.
func FuzzImport(f *testing.F) {
	w := newWorkshop(f)
	files, err := filepath.Glob(filepath.Join(fixtureRoot, quirkFolder, "*.txt"))
	if err != nil || len(files) == 0 {
		f.Fatal(err, len(files))
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 20_000 {
			return
		}
		text, findings := importer.Text("a.txt", src, "")
		if findings.HasErrors() {
			return
		}
		lines, _ := importer.Lines("a.txt", text)
		documents, _, err := (&build.Builder{Fonts: w.fonts}).Import(w.library, build.Imported{Lines: lines, Fallback: "nd30"})
		if err != nil {
			t.Fatal(err)
		}
		if len(documents) == 0 {
			return
		}
		if out := importer.YAML(documents); !utf8.Valid(out) || len(out) > 20*len(text)+10_000 {
			t.Errorf("%d bytes of data from %d of text", len(out), len(text))
		}
	})
}
