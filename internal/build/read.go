package build

import (
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/standard"
)

// Read reads a data file of any kind. A workbook or CSV file is read by the keys of a template: the one
// given, or the one that the file itself names in its cell «Mẫu văn bản».
func (l *Library) Read(name string, src []byte, s *standard.Standard, template string) (*data.Node, diag.List, error) {
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
		found, _ := data.ParseTable(name, src, sharedColumns(shared[sharedSchema]))
		if n := firstDocument(found).Field(keyTemplate); n != nil {
			template, at = n.Text, n.Pos
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
