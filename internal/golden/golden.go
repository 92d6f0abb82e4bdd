// Package golden compares documents with forms of them that a person has accepted: a folder holds cases (data
// files), and beside each what it is expected to become.
//
// The forms are texts, so that a change can be read where it is reviewed:
//
//	.bao-cao   the findings as they are printed
//	.van-ban   the official text that the template made of the data
//	.trang     the pages as placed lines, which the PDF draws
//	.docx      the parts of the DOCX that hold its text, its looks and its properties
//	.bam       the hashes of the DOCX and of the PDF, made without a lock: they change with the document alone
//
// each in a file with the ending .golden. A dossier has one of each for every document, but for its report. What
// lies around a case counts as for `vanban render`: the office file, and a folder named after a standard with
// templates of the office's own. A folder named after a standard makes the cases below it be laid out by it; a
// template that lies elsewhere is a case of its own, made of its own example. A file that says in another format
// what a YAML file beside it says has a report alone.
//
// Start from [Cases], [Maker.Make] and [Result.Compare]. It reads from an fs.FS and writes nothing.
package golden

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"vanban/internal/build"
)

// officeName is the file with what an office keeps once for all documents of a folder.
const officeName = "co-quan.yaml"

// Case is one data file, or a template.
type Case struct {
	Name   string // of its forms, without their endings: «ke-hoach/lo-trinh»
	Folder string // below the root; «.» for the root itself
	File   string
	Twin   bool // says in another format what a YAML file beside it says
}

// IsTemplate tells a case that is a template.
func (c Case) IsTemplate() bool { return path.Ext(c.File) == templateEnding }

const templateEnding = ".tmpl"

// Cases finds the cases below root, in the order of their paths. standards are the names of folders that hold no
// templates as cases: those of the standards.
func Cases(root fs.FS, standards []string) ([]Case, error) {
	var out []Case
	err := fs.WalkDir(root, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if name := entry.Name(); strings.HasPrefix(name, ".") && name != "." {
				return fs.SkipDir
			}
			return nil
		}
		if noCase(entry.Name()) {
			return nil
		}
		c := Case{Name: file, Folder: path.Dir(file), File: entry.Name()}
		switch path.Ext(file) {
		case ".yaml", ".yml":
			c.Name = stem(file)
		case ".json", ".xlsx", ".csv":
			_, err := fs.Stat(root, stem(file)+".yaml")
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			c.Twin = err == nil
		case templateEnding:
			if slices.Contains(standards, path.Base(c.Folder)) {
				return nil
			}
			c.Name = stem(file)
		default:
			return nil
		}
		out = append(out, c)
		return nil
	})
	return out, err
}

// noCase tells files that go with cases or templates.
func noCase(name string) bool {
	return strings.HasPrefix(name, ".") || isNew(name) || name == officeName || name == "standard.yaml" || strings.HasSuffix(stem(name), ".schema")
}

func stem(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// Document is one document of a case and all its stages.
type Document struct {
	Name      string // of its forms: that of the case, with the document's own in a dossier
	Job       build.Job
	Stages    build.Stages
	DOCX, PDF []byte
}

// Result is what became of a case.
type Result struct {
	Case
	Documents []Document
	Errors    bool   // among the findings
	Report    string // the findings as a person sees them
}

// Form is one text that is compared.
type Form struct {
	Name string // the path below the root: «ke-hoach/lo-trinh.trang.golden»
	Text string
}

// The kinds of form, by the endings of their files.
const (
	ending     = ".golden"
	kindReport = ".bao-cao.golden"
	kindText   = ".van-ban.golden"
	kindPages  = ".trang.golden"
	kindDOCX   = ".docx.golden"
	kindHash   = ".bam.golden"
)

func kinds() []string { return []string{kindReport, kindText, kindPages, kindDOCX, kindHash} }

// Forms are the texts that a result is compared by.
func (r Result) Forms() []Form {
	out := []Form{{r.Name + kindReport, r.Report}}
	if r.Twin || r.Errors {
		return out
	}
	for _, d := range r.Documents {
		var pages strings.Builder
		if err := d.Stages.Pages.Dump(&pages); err != nil {
			panic(err) // a builder in memory takes everything
		}
		out = append(out, Form{d.Name + kindText, d.Stages.Text.Text}, Form{d.Name + kindPages, pages.String()},
			Form{d.Name + kindDOCX, prettyPackage(d.DOCX)}, Form{d.Name + kindHash, hashes(d)})
	}
	return out
}

// Difference is a form that is not as accepted.
type Difference struct {
	Form
	Accepted string
	Missing  bool // nobody has accepted anything yet
}

// kind is the ending of the form's file.
func (f Form) kind() string { return kindOf(f.Name) }

// kindOf is empty for a file that is no accepted form.
func kindOf(name string) string {
	for _, kind := range kinds() {
		if strings.HasSuffix(name, kind) {
			return kind
		}
	}
	return ""
}

// Compare finds the forms that are not as accepted below root.
func (r Result) Compare(root fs.FS) ([]Difference, error) {
	var out []Difference
	for _, f := range r.Forms() {
		accepted, err := fs.ReadFile(root, f.Name)
		missing := errors.Is(err, fs.ErrNotExist)
		if err != nil && !missing {
			return nil, fmt.Errorf("đọc bản đã duyệt: %w", err)
		}
		if text := strings.ReplaceAll(string(accepted), "\r\n", "\n"); missing || text != f.Text { // as git may check it out
			out = append(out, Difference{f, text, missing})
		}
	}
	return out, nil
}

// Strays finds accepted forms below root that none of the results has made. Those of documents that a case with errors
// once gave are lost, by the name of the case: what was accepted is not thrown away for a slip in the data.
func Strays(root fs.FS, results []Result) (strays []string, lost map[string][]string, err error) {
	made := map[string]bool{}
	lost = map[string][]string{}
	var faulty []string
	for _, r := range results {
		for _, f := range r.Forms() {
			made[f.Name] = true
		}
		if r.Errors {
			faulty = append(faulty, r.Name)
		}
	}
	err = fs.WalkDir(root, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || kindOf(file) == "" || made[file] {
			return err
		}
		of := ""
		for _, name := range faulty {
			if strings.HasPrefix(file, name+".") && len(name) > len(of) {
				of = name
			}
		}
		if of == "" {
			strays = append(strays, file)
		} else {
			lost[of] = append(lost[of], file)
		}
		return nil
	})
	return strays, lost, err
}
