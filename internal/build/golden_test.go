package build_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// goldens compares texts with the files beside the fixtures, and rewrites them with -update.
type goldens struct{ seen map[string]bool }

// check compares one text. A golden that is missing is a failure: nobody has looked at it yet.
func (g *goldens) check(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join(fixtureRoot, filepath.FromSlash(name)) + ".golden"
	g.seen[file] = true
	want, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	if *update {
		if err != nil || string(want) != got {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		return
	}
	if err != nil {
		t.Errorf("%s.golden is missing: run go test ./internal/build -update and look at it", name)
		return
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s (-want +got), rewritten with -update:\n%s", name, diff)
	}
}

// strays finds goldens that no fixture has made.
func (g *goldens) strays(t *testing.T) {
	t.Helper()
	var files []string
	err := filepath.WalkDir(fixtureRoot, func(file string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(file, ".golden") {
			files = append(files, file)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if g.seen[f] {
			continue
		}
		if !*update {
			t.Errorf("%s belongs to no fixture", filepath.Base(f))
		} else if err := os.Remove(f); err != nil {
			t.Error(err)
		}
	}
}

// TestGoldens compares each stage of every fixture with its expected text:
//
//	.van-ban   the official text that the template made of the data
//	.trang     the pages as placed lines, which the PDF draws
//	.docx      the parts of the DOCX that hold its text and its looks
//	.bao-cao   the findings as they are printed
func TestGoldens(t *testing.T) {
	g := &goldens{seen: map[string]bool{}}
	for _, f := range fixtures(t) {
		t.Run(f.name, func(t *testing.T) {
			g.check(t, f.name+".bao-cao", f.report)
			switch {
			case f.faulty && f.report == "":
				t.Error("a failure case without a finding")
			case !f.faulty && f.errors:
				t.Errorf("an error:\n%s", f.report)
			}
			if f.faulty || f.twin {
				return
			}
			for _, m := range f.docs {
				var pages strings.Builder
				if err := m.stages.Pages.Dump(&pages); err != nil {
					t.Fatal(err)
				}
				g.check(t, m.name+".van-ban", m.stages.Text.Text)
				g.check(t, m.name+".trang", pages.String())
				g.check(t, m.name+".docx", prettyPackage(t, m.docx))
			}
		})
	}
	if !t.Failed() || *update {
		g.strays(t)
	}
}

// TestFaultsHaveTheirPlace demands of each error of the failure cases that it says where it is and that
// it can be explained.
func TestFaultsHaveTheirPlace(t *testing.T) {
	for _, f := range fixtures(t) {
		if !f.faulty {
			continue
		}
		for line := range strings.Lines(f.report) {
			place, _, isError := strings.Cut(line, ": lỗi: ")
			if isError && len(strings.FieldsFunc(place, func(r rune) bool { return r == ':' || r == '!' })) < 2 {
				t.Errorf("%s: an error without a line or cell: %s", f.name, line)
			}
		}
	}
}
