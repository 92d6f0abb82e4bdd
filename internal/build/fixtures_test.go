package build_test

import (
	"bytes"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

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
	partyFolder     = "dang"    // rendered with the standard of the same name
	faultsFolder    = "loi"     // each must give a finding
	templatesFolder = "mau-loi" // templates, each with a fault
	fixtureRoot     = "../../fixtures"
	testVersion     = "thử" // stands in the locks
	officeName      = "co-quan.yaml"
)

// fixture is a data file under fixtures/, or a template of the folder mau-loi, and what became of it.
type fixture struct {
	name   string // «ke-hoach/ke-hoach-lo-trinh»: the path of its goldens without their endings
	folder string // the folder it lies in, below fixtures/
	base   string // its file
	faulty bool   // in a folder of failure cases
	twin   bool   // says in another format what a YAML file beside it says: that one has the goldens
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
func (w *workshop) render(t testing.TB, f *fixture, src []byte) {
	t.Helper()
	id := "nd30"
	if f.folder == partyFolder {
		id = partyFolder
	}
	s := w.standard(t, id)
	findings := w.surroundings(t, f, id)
	if filepath.Ext(f.base) == ".tmpl" {
		findings = append(findings, w.template(t, f, s)...)
	} else if !findings.HasErrors() {
		findings = append(findings, w.data(t, f, s, src)...)
	}
	f.errors = findings.HasErrors()
	f.report = w.print(t, findings)
}

// surroundings finds what lies beside a fixture: the office's own templates, in a folder named after the
// standard, and the office file.
func (w *workshop) surroundings(t testing.TB, f *fixture, id string) diag.List {
	t.Helper()
	dir := filepath.Join(fixtureRoot, filepath.FromSlash(f.folder))
	var own fs.FS
	switch {
	case filepath.Ext(f.base) == ".tmpl":
		own = fstest.MapFS{id + "/" + f.base: {Data: fixtureFile(t, f.folder+"/"+f.base)}}
	case exists(t, filepath.Join(dir, id)):
		own = os.DirFS(dir)
	}
	if own != nil {
		w.library = build.NewLibrary(w.sources, build.Layer{Files: templates.Files}, build.Layer{Label: f.folder, Files: own})
	}
	if !exists(t, filepath.Join(dir, officeName)) {
		return nil
	}
	src := fixtureFile(t, f.folder+"/"+officeName)
	w.sources.Add(officeName, src)
	root, findings := data.Parse(officeName, src)
	if findings.HasErrors() {
		return findings
	}
	office, more, err := w.library.NewOffice(root)
	if err != nil {
		t.Fatal(err)
	}
	w.library.Office = office
	return append(findings, more...)
}

func exists(t testing.TB, name string) bool {
	t.Helper()
	_, err := os.Stat(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return err == nil
}

func (w *workshop) data(t testing.TB, f *fixture, s *standard.Standard, src []byte) diag.List {
	t.Helper()
	w.sources.Add(f.base, src)
	root, findings, err := w.library.Read(f.base, src, s, "")
	if err != nil {
		t.Fatal(err)
	}
	if root == nil || findings.HasErrors() {
		return findings
	}
	jobs, more, err := w.library.Jobs(root, s, stem(f.base), "")
	if err != nil {
		t.Fatal(err)
	}
	findings = append(findings, more...)
	if more.HasErrors() {
		return findings
	}
	for _, j := range jobs {
		findings = append(findings, w.make(t, f, j, len(jobs) > 1)...)
	}
	return findings
}

// template makes a document of a template's own example, where it comes that far.
func (w *workshop) template(t testing.TB, f *fixture, s *standard.Standard) diag.List {
	t.Helper()
	tm, findings, err := w.library.Template(s, stem(f.base), diag.Pos{})
	if err != nil {
		t.Fatal(err)
	}
	if tm == nil || len(tm.Schema.ExampleNodes()) == 0 {
		return findings
	}
	job := build.Job{Name: stem(f.base), Data: tm.Schema.ExampleNodes()[0], Template: tm, Standard: s}
	return append(findings, w.make(t, f, job, false)...)
}

func (w *workshop) make(t testing.TB, f *fixture, j build.Job, dossier bool) diag.List {
	t.Helper()
	builder := &build.Builder{Fonts: w.fonts, Version: testVersion}
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
	if *update {
		writeWorkbooks(t)
	}
	var out []*fixture
	for _, f := range fixtureFiles(t) {
		// A fresh workshop for each, since fixtures of one base name share it in messages.
		newWorkshop(t).render(t, f, fixtureFile(t, f.folder+"/"+f.base))
		out = append(out, f)
	}
	return out
}

// fixtureFiles finds the files that are cases of their own.
func fixtureFiles(t testing.TB) []*fixture {
	t.Helper()
	var out []*fixture
	err := filepath.WalkDir(fixtureRoot, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || entry.Name() == officeName {
			return err
		}
		rel, err := filepath.Rel(fixtureRoot, file)
		if err != nil {
			return err
		}
		f := &fixture{folder: path.Dir(filepath.ToSlash(rel)), base: entry.Name()}
		f.name = path.Join(f.folder, f.base)
		top, _, _ := strings.Cut(f.folder, "/")
		f.faulty = top == faultsFolder || top == templatesFolder
		switch ext := filepath.Ext(f.base); ext {
		case ".yaml", ".yml":
			f.name = stem(f.name)
		case ".json", ".xlsx", ".csv":
			f.twin = exists(t, stem(file)+".yaml")
		case ".tmpl":
			if top != templatesFolder {
				return nil
			}
			f.name = stem(f.name)
		default:
			return nil
		}
		out = append(out, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) == 0 {
		t.Fatal("no fixtures")
	}
	return out
}

// documents are the documents of all fixtures that are not failure cases. Those that cannot be rendered are
// for TestGoldens to report, once.
func documents(t testing.TB) []made {
	t.Helper()
	var out []made
	for _, f := range fixtures(t) {
		if f.faulty || f.twin {
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
