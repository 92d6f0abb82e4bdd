package golden

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/font"
	"vanban/internal/standard"
	"vanban/internal/typeset"
)

// Maker makes documents of cases.
type Maker struct {
	Fonts    *font.Set
	Standard string        // of cases that lie in no folder named after one
	Layers   []build.Layer // of templates, the built-in one first; those of a case's own folder come on top
}

// Standards are the ids of the standards that the layers hold.
func (m *Maker) Standards() ([]string, error) {
	return build.NewLibrary(&data.Sources{}, m.Layers...).Standards()
}

// Make makes the documents of a case. The error is what the surroundings did.
func (m *Maker) Make(root fs.FS, c Case) (Result, error) {
	src, err := fs.ReadFile(root, path.Join(c.Folder, c.File))
	if err != nil {
		return Result{}, fmt.Errorf("đọc tệp dữ liệu: %w", err)
	}
	return m.MakeOf(root, c, src)
}

// MakeOf is Make with another content of the case's file.
func (m *Maker) MakeOf(root fs.FS, c Case, src []byte) (Result, error) {
	b := baker{sources: &data.Sources{}, root: root, src: bytes.TrimPrefix(src, []byte("\uFEFF")), result: Result{Case: c},
		builder: build.Builder{Fonts: m.Fonts}}
	findings, err := b.make(m)
	if err != nil {
		return Result{}, err
	}
	b.result.Errors = findings.HasErrors()
	var report strings.Builder
	if err := diag.Print(&report, findings.Sorted(), b.sources.Line); err != nil {
		return Result{}, err
	}
	b.result.Report = report.String()
	return b.result, nil
}

// baker makes one case. It has sources of its own: findings call a file by its name without the folder, which
// several cases share.
type baker struct {
	root    fs.FS
	src     []byte
	sources *data.Sources
	library *build.Library
	builder build.Builder
	result  Result
}

func (b *baker) make(m *Maker) (diag.List, error) {
	id, err := b.standardOf(m)
	if err != nil {
		return nil, err
	}
	if err := b.layers(m, id); err != nil {
		return nil, err
	}
	s, findings, err := b.library.Standard(id)
	if err != nil || s == nil {
		return findings, err
	}
	more, err := b.office()
	findings = append(findings, more...)
	if err != nil {
		return findings, err
	}
	switch {
	case b.result.IsTemplate():
		more, err = b.template(s)
	case !findings.HasErrors():
		more, err = b.data(s)
	default:
		more = nil
	}
	return append(findings, more...), err
}

// standardOf is the nearest folder that is named after a standard.
func (b *baker) standardOf(m *Maker) (string, error) {
	ids, err := m.Standards()
	if err != nil {
		return "", err
	}
	for _, folder := range slices.Backward(strings.Split(b.result.Folder, "/")) {
		if slices.Contains(ids, folder) {
			return folder, nil
		}
	}
	return m.Standard, nil
}

// layers adds what lies beside a case: the office's own templates, in a folder named after the standard, or the
// template that is the case.
func (b *baker) layers(m *Maker, id string) error {
	layers := slices.Clone(m.Layers)
	c := b.result.Case
	_, err := fs.Stat(b.root, path.Join(c.Folder, id))
	switch {
	case c.IsTemplate():
		layers = append(layers, build.Layer{Label: c.Folder, Files: fileAlone(id+"/"+c.File, b.src)})
	case err == nil:
		own, err := fs.Sub(b.root, c.Folder)
		if err != nil {
			return err
		}
		layers = append(layers, build.Layer{Label: c.Folder, Files: own})
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	b.library = build.NewLibrary(b.sources, layers...)
	return nil
}

// fileAlone is a file system that holds one file: a zip in memory is one.
func fileAlone(name string, content []byte) fs.FS {
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
	must(err)
	_, err = w.Write(content)
	must(err)
	must(z.Close())
	r, err := zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
	must(err)
	return r
}

func (b *baker) office() (diag.List, error) {
	src, err := fs.ReadFile(b.root, path.Join(b.result.Folder, officeName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("đọc tệp cơ quan: %w", err)
	}
	b.sources.Add(officeName, src)
	tree, findings := data.Parse(officeName, src)
	if tree == nil || findings.HasErrors() {
		return findings, nil
	}
	office, more, err := b.library.NewOffice(tree)
	b.library.Office = office
	return append(findings, more...), err
}

func (b *baker) data(s *standard.Standard) (diag.List, error) {
	name := b.result.File
	b.sources.Add(name, b.src)
	tree, findings, err := b.library.Read(name, b.src, s, "")
	if err != nil || tree == nil || findings.HasErrors() {
		return findings, err
	}
	jobs, more, err := b.library.Jobs(tree, s, stem(name), "")
	findings = append(findings, more...)
	if err != nil || more.HasErrors() {
		return findings, err
	}
	for _, j := range jobs {
		findings = append(findings, b.document(j, len(jobs) > 1)...)
	}
	return findings, nil
}

// template makes a document of a template's own example, where it comes that far.
func (b *baker) template(s *standard.Standard) (diag.List, error) {
	name := stem(b.result.File)
	t, findings, err := b.library.Template(s, name, diag.Pos{})
	if err != nil || t == nil || len(t.Schema.ExampleNodes()) == 0 {
		return findings, err
	}
	job := build.Job{Name: name, Data: t.Schema.ExampleNodes()[0], Template: t, Standard: s}
	return append(findings, b.document(job, false)...), nil
}

func (b *baker) document(j build.Job, dossier bool) diag.List {
	d := Document{Name: b.result.Name, Job: j}
	if dossier {
		d.Name += "." + j.Name
	}
	var findings diag.List
	d.DOCX, d.PDF, findings = b.builder.Render(j, true, true)
	if findings.HasErrors() {
		return findings
	}
	d.Stages, _ = b.builder.Compose(j)
	d.Stages.Pages, _ = typeset.Typeset(d.Stages.Sheet, b.builder.Fonts)
	b.result.Documents = append(b.result.Documents, d)
	return findings
}
