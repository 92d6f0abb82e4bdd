package build

import (
	"slices"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/schema"
	"vanban/internal/standard"
)

// Read reads a data file of any kind. A workbook or CSV file is read by the keys of a template: the one
// given, or the one that the file itself names in its cell «Mẫu văn bản».
//
// With an error among the findings there are also those that a schema finds, as far as they do not follow
// from it: no document can be made, so they would be told one run later.
func (l *Library) Read(name string, src []byte, s *standard.Standard, template string) (*data.Node, diag.List, error) {
	root, findings, err := l.readTree(name, src, s, template)
	if err != nil || root == nil || !findings.HasErrors() {
		return root, findings, err
	}
	more, err := l.alsoWrong(root, s, template, findings)
	return root, append(findings, more...), err
}

// alsoWrong gives what else is found in data that was read with errors. What is missing may stand in a column
// that was not understood, so it is told only of sheets without an error.
func (l *Library) alsoWrong(root *data.Node, s *standard.Standard, template string, read diag.List) (diag.List, error) {
	faulty := map[string]bool{}
	for _, d := range read {
		if d.Severity != diag.Error {
			continue
		}
		switch d.ID {
		case data.IDDuplicate, data.IDControl, data.IDTab, data.IDColumn, data.IDCell, data.IDFormula, data.IDJoin, data.IDRow:
			faulty[d.Pos.Sheet] = true
		default:
			return nil, nil // the tree is not whole: what it lacks says nothing
		}
	}
	const unnamed = "van-ban"
	jobs, found, err := l.Jobs(root, s, unnamed, template)
	if err != nil {
		return nil, err
	}
	if !found.HasErrors() {
		found = append(found, besides(jobs, read)...)
	}
	return slices.DeleteFunc(found, func(d diag.Diagnostic) bool {
		return d.ID == schema.IDMissing && faulty[d.Pos.Sheet]
	}), nil
}

// besides gives what the schemas find wrong in documents that cannot be made for other reasons, at other places
// than those: one run tells all.
func besides(jobs []Job, known diag.List) diag.List {
	told := map[diag.Pos]bool{}
	for _, d := range known {
		told[d.Pos] = true
	}
	var out diag.List
	for _, j := range jobs {
		if j.Template == nil {
			continue
		}
		for _, d := range j.Template.Schema.Validate(j.Data) {
			if !told[d.Pos] {
				out = append(out, d)
			}
		}
	}
	return out
}

// readTree reads the tree alone.
func (l *Library) readTree(name string, src []byte, s *standard.Standard, template string) (*data.Node, diag.List, error) {
	at := diag.Pos{File: name}
	if !fromTable(at) {
		root, findings := data.Parse(name, src)
		return root, findings, nil
	}
	if template == "" {
		shared, findings, err := l.Shared()
		if err != nil || findings.HasErrors() {
			return nil, findings, err
		}
		found, more := data.ParseTable(name, src, sharedColumns(shared[sharedSchema]))
		if n := firstDocument(found).Field(keyTemplate); n != nil {
			template, at = n.Text, n.Pos
		} else if broken := unreadable(more); len(broken) > 0 {
			return nil, broken, nil
		}
	}
	if template == "" {
		return nil, l.noneNamed(s, at), nil
	}
	t, findings, err := l.Template(s, template, at)
	if t == nil {
		return nil, findings, err
	}
	root, more := data.ParseTable(name, src, t.Schema.Columns())
	return root, append(findings, more...), nil
}

// unreadable keeps the errors of a table that are none of its columns': whatever its template, it could not be
// read.
func unreadable(found diag.List) diag.List {
	var out diag.List
	for _, d := range found {
		switch d.ID {
		case data.IDSyntax, data.IDEncoding, data.IDControl, data.IDSize, data.IDWorkbook, data.IDEmpty, data.IDHeader:
			out = append(out, d)
		}
	}
	return out
}

func firstDocument(n *data.Node) *data.Node {
	if n != nil && n.Kind == data.List && len(n.Items) > 0 {
		return n.Items[0]
	}
	return n
}

// sharedColumns gives every common key with its title: a sheet that knows one title only could be a table as well
// as labels with values beside them.
func sharedColumns(shared *data.Node) []data.Column {
	var out []data.Column
	if props := shared.Field("properties"); props != nil {
		for _, f := range props.Fields {
			c := data.Column{Key: f.Key, Kind: data.Text}
			if title := f.Value.Field("title"); title != nil {
				c.Title = title.Text
			}
			out = append(out, c)
		}
	}
	return out
}
