package build

import (
	"io"
	"slices"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/standard"
	"vanban/internal/tmpl"
)

// Records opens a workbook or CSV file that has a row a record, by the keys of a template: the one given, or the one
// that its first record names. With an error among the findings, or where the file holds one document only
// ([data.Records.Single]), no record can be asked for.
func (l *Library) Records(name string, src io.ReaderAt, size int64, s *standard.Standard, template string) (*data.Records, diag.List, error) {
	table := data.OpenTable(name, src, size)
	findings := table.Findings
	if findings.HasErrors() {
		return nil, findings, nil
	}
	at := diag.Pos{File: name}
	if template == "" {
		shared, more, err := l.Shared()
		if err != nil || more.HasErrors() {
			return nil, more, err
		}
		// Of the columns only the common ones are known so far: what is said of the others means nothing.
		found := table.Records(sharedColumns(shared[sharedSchema]))
		if found.Single {
			return found, findings, nil
		}
		if found.Len() == 0 {
			empty := slices.DeleteFunc(found.Findings, func(d diag.Diagnostic) bool { return d.ID != data.IDEmpty })
			return nil, append(findings, empty...), nil
		}
		first, _ := found.Record(0)
		if n := first.Field(keyTemplate); n != nil {
			template, at = n.Text, n.Pos
		}
	}
	if template == "" {
		return nil, append(findings, l.noneNamed(s, at)...), nil
	}
	t, more, err := l.Template(s, template, at)
	findings = append(findings, more...)
	if t == nil {
		return nil, findings, err
	}
	records := table.Records(t.Schema.Columns())
	return records, append(findings, records.Findings...), nil
}

// NamePattern reads a pattern for the names of documents of a template: text with actions over its data, like
// «bien-ban-{{ .so }}». Where it says so is the file that findings name.
func (l *Library) NamePattern(s *standard.Standard, of *tmpl.Template, where, text string) (*tmpl.Template, diag.List, error) {
	env, findings, err := l.env(s)
	if err != nil || findings.HasErrors() {
		return nil, findings, err
	}
	t, more := tmpl.Line(where, text, of.Schema, env)
	return t, append(findings, more...), nil
}
