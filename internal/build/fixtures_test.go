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
	"vanban/internal/standard"
	"vanban/internal/typeset"
	"vanban/templates"
)

var update = flag.Bool("update", false, "rewrite the goldens beside the fixtures")

// The folders of fixtures that are not rendered as nd30 without an error.
const (
	partyFolder  = "dang" // rendered with the standard of the same name
	faultsFolder = "loi"  // each must give at least one error
	fixtureRoot  = "../../fixtures"
)

// fixture is a data file under fixtures/ and what became of it.
type fixture struct {
	name   string // «ke-hoach/ke-hoach-lo-trinh»: the path of its goldens without their endings
	faulty bool   // in the folder of the failure cases
	docs   []made
	errors bool
	report string // the findings as a person sees them
}

// made is one document of a fixture and all its stages.
type made struct {
	name      string // of the test and the goldens: that of the fixture, with the job's in a dossier
	job       build.Job
	stages    build.Stages
	docx, pdf []byte
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

// render makes every document of a data file, as the command line does.
func (w *workshop) render(t testing.TB, f *fixture, src []byte, name, id string) {
	t.Helper()
	w.sources.Add(name, src)
	root, findings := data.Parse(name, src)
	if root != nil && !findings.HasErrors() {
		jobs, more, err := w.library.Jobs(root, w.standard(t, id), stem(name), "")
		if err != nil {
			t.Fatal(err)
		}
		findings = append(findings, more...)
		if !more.HasErrors() {
			for _, j := range jobs {
				findings = append(findings, w.make(t, f, j, len(jobs) > 1)...)
			}
		}
	}
	f.errors = findings.HasErrors()
	f.report = w.print(t, findings)
}

func (w *workshop) make(t testing.TB, f *fixture, j build.Job, dossier bool) diag.List {
	t.Helper()
	builder := &build.Builder{Fonts: w.fonts}
	m := made{name: f.name, job: j}
	if dossier {
		m.name += "." + j.Name
	}
	var findings diag.List
	m.docx, m.pdf, findings = builder.Render(j, true, true)
	if !findings.HasErrors() {
		m.stages = w.stages(t, j)
		f.docs = append(f.docs, m)
	}
	return findings
}

// fixtures renders every data file under fixtures/, in the order of their names.
func fixtures(t testing.TB) []*fixture {
	t.Helper()
	var files []string
	for _, pattern := range []string{"*.yaml", "*.yml", "*.json"} {
		found, err := filepath.Glob(filepath.Join(fixtureRoot, "*", pattern))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Fatal("no fixtures")
	}
	var out []*fixture
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		folder, base := filepath.Base(filepath.Dir(file)), filepath.Base(file)
		id := "nd30"
		if folder == partyFolder {
			id = partyFolder
		}
		f := &fixture{name: folder + "/" + stem(base), faulty: folder == faultsFolder}
		// A fresh workshop for each, since fixtures of one base name share it in messages.
		newWorkshop(t).render(t, f, src, base, id)
		out = append(out, f)
	}
	return out
}

// documents are the documents of all fixtures that are not failure cases. Those that cannot be rendered are
// for TestGoldens to report, once.
func documents(t testing.TB) []made {
	t.Helper()
	var out []made
	for _, f := range fixtures(t) {
		if f.faulty {
			continue
		}
		out = append(out, f.docs...)
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
