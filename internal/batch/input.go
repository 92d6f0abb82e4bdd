package batch

import (
	"fmt"
	"path"
	"strings"
	"sync"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/standard"
)

// Input gives the records of a run. Several goroutines ask it at once.
type Input interface {
	Len() int
	// Record reads one record: the documents it makes, mostly one, and what is wrong with it. The error is of the
	// surroundings.
	Record(n int) ([]build.Job, diag.List, error)
}

// Reader turns the data of a record into its documents. It may be used by several goroutines at once.
type Reader struct {
	Library  *build.Library
	Standard *standard.Standard
	Template string // overrides what the data says; empty for none
	Stem     string // of the names of documents that do not name themselves

	mu sync.Mutex // Library serves one goroutine
}

// jobs finds the documents of a record.
func (r *Reader) jobs(root *data.Node, stem string) ([]build.Job, diag.List, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.Library.Jobs(root, r.Standard, stem, r.Template)
}

// numbered names a record by its number in the input.
func (r *Reader) numbered(n int) string { return fmt.Sprintf("%s-%04d", r.Stem, n+1) }

// Table is the input of a workbook or CSV file.
type Table struct {
	*Reader
	Records *data.Records
}

// Len gives the number of rows that hold a record.
func (t Table) Len() int { return t.Records.Len() }

// Record reads one row, with the rows of lists that belong to it.
func (t Table) Record(n int) ([]build.Job, diag.List, error) {
	root, findings := t.Records.Record(n)
	jobs, more, err := t.jobs(root, t.numbered(n))
	return jobs, append(findings, more...), err
}

// Lines is the input of a stream of JSON lines.
type Lines struct {
	*Reader
	Lines *data.Lines
}

// Len gives the number of lines that are not blank.
func (l Lines) Len() int { return l.Lines.Len() }

// Record reads one line.
func (l Lines) Record(n int) ([]build.Job, diag.List, error) {
	root, findings, err := l.Lines.Record(n)
	if err != nil || root == nil {
		return nil, findings, err
	}
	jobs, more, err := l.jobs(root, l.numbered(n))
	return jobs, append(findings, more...), err
}

// Files is the input of data files of any kind, a record each.
type Files struct {
	*Reader
	Names []string
	Read  func(name string) ([]byte, error)
}

// Len gives the number of files.
func (f Files) Len() int { return len(f.Names) }

// Record reads one file.
func (f Files) Record(n int) ([]build.Job, diag.List, error) {
	name := f.Names[n]
	src, err := f.Read(name)
	if err != nil {
		return nil, nil, fmt.Errorf("đọc tệp dữ liệu: %w", err)
	}
	f.mu.Lock()
	root, findings, err := f.Library.Read(name, src, f.Standard, f.Template)
	f.mu.Unlock()
	if err != nil || root == nil {
		return nil, findings, err
	}
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	jobs, more, err := f.jobs(root, strings.TrimSuffix(base, path.Ext(base)))
	return jobs, append(findings, more...), err
}
