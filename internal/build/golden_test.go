package build_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/golden"
)

// TestGoldens compares each fixture with its accepted forms, as `vanban golden verify fixtures` does; with -update
// it accepts the new ones. A form that is missing is a failure: nobody has looked at it yet.
func TestGoldens(t *testing.T) {
	var results []golden.Result
	for _, f := range fixtures(t) {
		results = append(results, f.Result)
		t.Run(f.Name, func(t *testing.T) {
			switch {
			case f.faulty && f.Report == "":
				t.Error("a failure case without a finding")
			case !f.faulty && f.Errors:
				t.Errorf("an error:\n%s", f.Report)
			}
			differences, err := f.Compare(os.DirFS(fixtureRoot))
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range differences {
				if *update {
					if err := os.WriteFile(acceptedFile(d.Name), []byte(d.Text), 0o644); err != nil {
						t.Fatal(err)
					}
					continue
				}
				if d.Missing {
					t.Errorf("%s is missing: run make golden and look at it", d.Name)
					continue
				}
				t.Errorf("%s (-want +got), rewritten by make golden:\n%s", d.Name,
					cmp.Diff(strings.Split(d.Accepted, "\n"), strings.Split(d.Text, "\n")))
			}
		})
	}
	strays, lost, err := golden.Strays(os.DirFS(fixtureRoot), results)
	if err != nil {
		t.Fatal(err)
	}
	for name, forms := range lost {
		t.Errorf("%s cannot be printed any more: %v", name, forms)
	}
	for _, name := range strays {
		if !*update {
			t.Errorf("%s belongs to no fixture", name)
		} else if err := os.Remove(acceptedFile(name)); err != nil {
			t.Error(err)
		}
	}
}

func acceptedFile(name string) string { return filepath.Join(fixtureRoot, filepath.FromSlash(name)) }

// TestFaultsHaveTheirPlace demands of each error of the failure cases that it says where it is and that
// it can be explained.
func TestFaultsHaveTheirPlace(t *testing.T) {
	for _, f := range fixtures(t) {
		if !f.faulty {
			continue
		}
		for line := range strings.Lines(f.Report) {
			place, _, isError := strings.Cut(line, ": lỗi: ")
			if isError && len(strings.FieldsFunc(place, func(r rune) bool { return r == ':' || r == '!' })) < 2 {
				t.Errorf("%s: an error without a line or cell: %s", f.Name, line)
			}
		}
	}
}
