package build_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/font"
	"vanban/internal/golden"
	"vanban/internal/standard"
	"vanban/internal/typeset"
	"vanban/templates"
)

var update = flag.Bool("update", false, "rewrite the goldens beside the fixtures")

// The folders of fixtures that tests speak of.
const (
	partyFolder     = "dang"       // rendered with the standard of the same name
	faultsFolder    = "loi"        // each must give a finding
	templatesFolder = "mau-loi"    // templates, each with a fault
	verbatimFolder  = "nguyen-van" // values that look like commands
	fixtureRoot     = "../../fixtures"
)

// fixture is a case under fixtures/ and what became of it.
type fixture struct {
	golden.Result
	faulty bool // in a folder of failure cases
}

// workshop is all that rendering needs, read once for a test.
type workshop struct {
	fonts   *font.Set
	sources *data.Sources
	library *build.Library
}

func newWorkshop(t testing.TB) *workshop {
	t.Helper()
	fonts, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	sources := &data.Sources{}
	return &workshop{fonts, sources, build.NewLibrary(sources, build.Layer{Files: templates.Files})}
}

func (w *workshop) standard(t testing.TB, id string) *standard.Standard {
	t.Helper()
	s, findings, err := w.library.Standard(id)
	if err != nil || findings.HasErrors() {
		t.Fatal(err, findings)
	}
	return s
}

// jobs reads data that must be right.
func (w *workshop) jobs(t testing.TB, id, name string, src []byte) []build.Job {
	t.Helper()
	w.sources.Add(name, src)
	root, findings := data.Parse(name, src)
	if findings.HasErrors() {
		t.Fatal(w.print(t, findings))
	}
	jobs, findings, err := w.library.Jobs(root, w.standard(t, id), stem(name), "")
	if err != nil || findings.HasErrors() {
		t.Fatal(err, w.print(t, findings))
	}
	return jobs
}

// stages takes a job, which must be right, as far as the pages.
func (w *workshop) stages(t testing.TB, j build.Job) build.Stages {
	t.Helper()
	st, findings := (&build.Builder{Fonts: w.fonts}).Compose(j)
	if findings.HasErrors() {
		t.Fatal(w.print(t, findings))
	}
	var more diag.List
	st.Pages, more = typeset.Typeset(st.Sheet, w.fonts)
	if more.HasErrors() {
		t.Fatal(w.print(t, more))
	}
	return st
}

func (w *workshop) print(t testing.TB, findings diag.List) string {
	t.Helper()
	var b strings.Builder
	if err := diag.Print(&b, findings.Sorted(), w.sources.Line); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// fixtures makes every case under fixtures/, in the order of their names.
func fixtures(t testing.TB) []*fixture {
	t.Helper()
	if *update {
		writeWorkbooks(t)
	}
	var out []*fixture
	for _, f := range fixtureFiles(t) {
		out = append(out, made(t, f, fixtureFile(t, f.Folder+"/"+f.File)))
	}
	return out
}

func maker(t testing.TB) *golden.Maker {
	t.Helper()
	fonts, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return &golden.Maker{Fonts: fonts, Standard: "nd30", Layers: []build.Layer{{Files: templates.Files}}}
}

// made makes a case with src as the content of its file.
func made(t testing.TB, f *fixture, src []byte) *fixture {
	t.Helper()
	result, err := maker(t).MakeOf(os.DirFS(fixtureRoot), f.Case, src)
	if err != nil {
		t.Fatal(err)
	}
	return &fixture{result, f.faulty}
}

// fixtureFiles finds the cases; nothing has been made of them yet.
func fixtureFiles(t testing.TB) []*fixture {
	t.Helper()
	standards, err := maker(t).Standards()
	if err != nil {
		t.Fatal(err)
	}
	cases, err := golden.Cases(os.DirFS(fixtureRoot), standards)
	if err != nil || len(cases) == 0 {
		t.Fatal(err, len(cases))
	}
	var out []*fixture
	for _, c := range cases {
		top, _, _ := strings.Cut(c.Folder, "/")
		out = append(out, &fixture{golden.Result{Case: c}, top == faultsFolder || top == templatesFolder})
	}
	return out
}

// documents are the documents of all fixtures that are not failure cases. Those that cannot be rendered are
// for TestGoldens to report, once.
func documents(t testing.TB) []golden.Document {
	t.Helper()
	var out []golden.Document
	for _, f := range fixtures(t) {
		if !f.faulty && !f.Twin {
			out = append(out, f.Documents...)
		}
	}
	if len(out) == 0 {
		t.Fatal("no documents")
	}
	return out
}

// fixtureFile reads a data file.
func fixtureFile(t testing.TB, name string) []byte {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(fixtureRoot, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return bytes.TrimPrefix(src, []byte("\uFEFF"))
}

func stem(name string) string { return strings.TrimSuffix(name, filepath.Ext(name)) }
