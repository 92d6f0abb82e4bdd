package build

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/merge"
	"vanban/internal/standard"
	"vanban/internal/tmpl"
	"vanban/internal/viet"
)

// The names of the files of a library.
const (
	sharedSchema = "chung.schema.yaml"
	sharedParts  = "chung" // a template of definitions for others, no document
	standardFile = "standard.yaml"
	extension    = ".tmpl"
)

// Layer is one tree of templates and standards. Label is what a person is told it comes from: empty for
// the built-in one, else the folder.
type Layer struct {
	Label string
	Files fs.FS
}

// Library finds templates and standards over several layers; a later layer wins, file by file.
type Library struct {
	Office *Office // completes every document; nil for none

	layers    []Layer
	sources   *data.Sources
	standards map[string]*standard.Standard
	templates map[string]*tmpl.Template
	shared    map[string]*data.Node
}

// NewLibrary makes a library. Files that are read are kept in sources, to show their lines.
func NewLibrary(sources *data.Sources, layers ...Layer) *Library {
	return &Library{layers: layers, sources: sources,
		standards: map[string]*standard.Standard{}, templates: map[string]*tmpl.Template{}}
}

// read gives a file from the last layer that has it, and the name to call it by.
func (l *Library) read(name string) (label string, src []byte, ok bool, err error) {
	for _, layer := range slices.Backward(l.layers) {
		src, err = fs.ReadFile(layer.Files, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return "", nil, false, fmt.Errorf("không đọc được tệp mẫu «%s»: %w", name, err)
		}
		label = path.Join(layer.Label, name)
		l.sources.Add(label, src)
		return label, src, true, nil
	}
	return "", nil, false, nil
}

// Standard reads the standard called id.
func (l *Library) Standard(id string) (*standard.Standard, diag.List, error) {
	if s, ok := l.standards[id]; ok {
		return s, nil, nil
	}
	var findings diag.List
	label, src, ok, err := l.read(path.Join(clean(id), standardFile))
	if err != nil {
		return nil, nil, err
	}
	if !ok {
		ids, err := l.Standards()
		if err != nil {
			return nil, nil, err
		}
		d := diag.Diagnostic{ID: IDStandard, Severity: diag.Error, Message: fmt.Sprintf("không có thể thức «%s»", id),
			Hints: []string{"các thể thức có sẵn: " + strings.Join(ids, ", ")}}
		findings.Add(d)
		return nil, findings, nil
	}
	root, findings := data.Parse(label, src)
	if findings.HasErrors() {
		return nil, findings, nil
	}
	// Among its words may be those by which documents of others are known, written the other way.
	findings = slices.DeleteFunc(findings, func(d diag.Diagnostic) bool { return d.ID == data.IDTone })
	s, more := standard.Parse(id, root)
	findings = append(findings, more...)
	if findings.HasErrors() {
		return nil, findings, nil
	}
	l.standards[id] = s
	return s, findings, nil
}

// Template reads the template called name for a standard: its own, or that of the standard it takes its
// templates from.
func (l *Library) Template(s *standard.Standard, name string, at diag.Pos) (*tmpl.Template, diag.List, error) {
	for _, folder := range folders(s) {
		file := path.Join(folder, clean(name)+extension)
		if t, ok := l.templates[file]; ok {
			return t, nil, nil
		}
		label, src, ok, err := l.read(file)
		if err != nil {
			return nil, nil, err
		}
		if !ok {
			continue
		}
		env, findings, err := l.env(s)
		if err != nil || findings.HasErrors() {
			return nil, findings, err
		}
		if folder == s.ID { // one that lends its templates has types of its own
			env.Types, env.Layouts = slices.Sorted(maps.Keys(s.Types)), slices.Sorted(maps.Keys(s.Layouts))
		}
		t, more := tmpl.Parse(label, src, env)
		findings = append(findings, more...)
		if findings.HasErrors() {
			return nil, findings, nil
		}
		l.templates[file] = t
		return t, findings, nil
	}
	return nil, l.noTemplate(s, name, at), nil
}

func (l *Library) noTemplate(s *standard.Standard, name string, at diag.Pos) diag.List {
	var names []string
	if entries, err := l.Templates(s); err == nil {
		for _, e := range entries {
			names = append(names, e.Name)
		}
	}
	hint := "các mẫu có sẵn: " + strings.Join(names, ", ")
	if near, ok := viet.Nearest(name, names); ok {
		hint = fmt.Sprintf("có phải là «%s» không", near)
	}
	var findings diag.List
	findings.Add(diag.Diagnostic{ID: IDTemplate, Severity: diag.Error, Pos: at,
		Message: fmt.Sprintf("không có mẫu «%s» trong thể thức «%s»", name, s.ID), Hints: []string{hint}})
	return findings
}

// folders are where the templates of a standard are looked for, nearest first.
func folders(s *standard.Standard) []string {
	if s.TemplatesFrom == "" {
		return []string{s.ID}
	}
	return []string{s.ID, clean(s.TemplatesFrom)}
}

// env gives a template its surroundings: the functions, the shared schema, the templates it may include.
func (l *Library) env(s *standard.Standard) (tmpl.Env, diag.List, error) {
	shared, findings, err := l.Shared()
	if err != nil || findings.HasErrors() {
		return tmpl.Env{}, findings, err
	}
	return tmpl.Env{
		Functions: merge.Signatures(),
		Shared:    shared,
		Common:    sharedSchema,
		Include: func(name string) (string, []byte, bool) {
			for _, folder := range folders(s) {
				if label, src, ok, err := l.read(path.Join(folder, clean(name)+extension)); ok && err == nil {
					return label, src, true
				}
			}
			return "", nil, false
		},
	}, findings, nil
}

// Shared reads the schema whose properties are the keys common to every type.
func (l *Library) Shared() (map[string]*data.Node, diag.List, error) {
	if l.shared != nil {
		return l.shared, nil, nil
	}
	label, src, ok, err := l.read(sharedSchema)
	if err != nil {
		return nil, nil, err
	}
	if !ok {
		return nil, nil, fmt.Errorf("thiếu tệp «%s» trong thư mục mẫu", sharedSchema)
	}
	node, findings := data.Parse(label, src)
	if findings.HasErrors() {
		return nil, findings, nil
	}
	l.shared = map[string]*data.Node{sharedSchema: node}
	return l.shared, findings, nil
}

// Entry is one template of a library, as a list shows it.
type Entry struct {
	Name  string // what -t takes
	Label string // where it comes from; empty for a built-in one
}

// Templates lists the templates of a standard that make documents, by name.
func (l *Library) Templates(s *standard.Standard) ([]Entry, error) {
	var out []Entry
	seen := map[string]bool{}
	for _, folder := range folders(s) {
		for _, layer := range slices.Backward(l.layers) {
			files, err := fs.Glob(layer.Files, folder+"/*"+extension)
			if err != nil {
				return nil, fmt.Errorf("không đọc được thư mục mẫu: %w", err)
			}
			for _, f := range files {
				name := strings.TrimSuffix(path.Base(f), extension)
				if name != sharedParts && !seen[name] {
					seen[name] = true
					out = append(out, Entry{Name: name, Label: layer.Label})
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b Entry) int { return strings.Compare(a.Name, b.Name) })
	return out, nil
}

// Standards lists the ids of the standards, by name.
func (l *Library) Standards() ([]string, error) {
	var out []string
	for _, layer := range l.layers {
		files, err := fs.Glob(layer.Files, "*/"+standardFile)
		if err != nil {
			return nil, fmt.Errorf("không đọc được thư mục mẫu: %w", err)
		}
		for _, f := range files {
			out = append(out, path.Dir(f))
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

// clean keeps a name that comes from data or a flag inside its folder.
func clean(name string) string {
	if !fs.ValidPath(name) || strings.ContainsAny(name, `/\:`) {
		return "?"
	}
	return name
}
