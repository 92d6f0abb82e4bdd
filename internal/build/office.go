package build

import (
	"fmt"
	"slices"
	"strings"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/schema"
	"vanban/internal/viet"
)

// Office is what an office keeps once for all its documents (co-quan.yaml):
//
//	mac_dinh:             # values of common keys that a document does not give itself
//	  dia_danh: Nam Khê
//	  co_quan: skhcn      # may be a short name
//	ten_tat:              # short names, by the key they stand for
//	  co_quan: {skhcn: {chu_quan: …, ten: …}}
//	  ky: {gd: {chuc_vu: GIÁM ĐỐC, ho_ten: …}}
//	  noi_nhan: {noi_bo: [Giám đốc, các Phó Giám đốc, …]}
//
// What a document says wins, key by key; every value keeps its place in the file where it stands.
type Office struct {
	defaults, names *data.Node
}

// the keys of an office file.
const (
	keyDefaults = "mac_dinh"
	keyNames    = "ten_tat"
)

// NewOffice reads an office file, and reports keys that no document has.
func (l *Library) NewOffice(root *data.Node) (*Office, diag.List, error) {
	shared, findings, err := l.Shared()
	if err != nil || findings.HasErrors() {
		return nil, findings, err
	}
	keys := officeKeys(shared[sharedSchema])
	if root.Kind != data.Map {
		findings.Add(diag.Diagnostic{ID: IDOffice, Severity: diag.Error, Pos: root.Pos, Message: "tệp cơ quan phải gồm hai khóa «mac_dinh» và «ten_tat»"})
		return nil, findings, nil
	}
	for _, f := range root.Fields {
		if f.Key != keyDefaults && f.Key != keyNames {
			d := unknownOffice(f, []string{keyDefaults, keyNames})
			if slices.Contains(keys[keyDefaults], f.Key) {
				d.Hints = []string{fmt.Sprintf("viết «%s:» ở đầu tệp, rồi ghi khóa này thụt vào ở dưới", keyDefaults)}
			}
			findings.Add(d)
			continue
		}
		if f.Value.Kind != data.Map {
			findings.Add(diag.Diagnostic{ID: IDOffice, Severity: diag.Error, Pos: f.Value.Pos, Message: fmt.Sprintf("«%s» cần các khóa con", f.Key)})
			continue
		}
		for _, g := range f.Value.Fields {
			if !slices.Contains(keys[f.Key], g.Key) {
				findings.Add(notOffice(g, f.Key, keys[f.Key], shared[sharedSchema]))
			} else if f.Key == keyNames && g.Value.Kind != data.Map {
				findings.Add(diag.Diagnostic{ID: IDOffice, Severity: diag.Error, Pos: g.Value.Pos,
					Message: fmt.Sprintf("«ten_tat.%s» cần các tên tắt, mỗi tên một khóa con", g.Key),
					Hints:   []string{fmt.Sprintf("dưới «%s:» thụt vào, mỗi dòng một tên tắt tự đặt và giá trị của nó", g.Key)}})
			}
		}
	}
	return &Office{defaults: root.Field(keyDefaults), names: root.Field(keyNames)}, findings, nil
}

// wordOffice is the keyword of the shared schema that tells which parts of an office file may hold a key.
const wordOffice = "x-co-quan"

// officeKeys gives the keys that each part of an office file may hold, in the order of the shared schema: of its
// properties, and of its definitions that templates take up under the same name. The others belong to one
// document: kept for all of them, a number or an abstract would be printed on the wrong ones.
func officeKeys(shared *data.Node) map[string][]string {
	keys := map[string][]string{}
	for _, group := range []string{"properties", "$defs"} {
		part := shared.Field(group)
		if part == nil {
			continue
		}
		for _, f := range part.Fields {
			if where := f.Value.Field(wordOffice); where != nil {
				for _, item := range where.Items {
					keys[item.Text] = append(keys[item.Text], f.Key)
				}
			}
		}
	}
	return keys
}

// notOffice reports a key that a part of an office file cannot hold: one of a document, or none at all.
func notOffice(f data.Field, part string, keys []string, shared *data.Node) diag.Diagnostic {
	if shared.Field("properties").Field(f.Key) == nil && f.Key != keyDossier {
		return unknownOffice(f, keys)
	}
	d := diag.Diagnostic{ID: IDOffice, Severity: diag.Error, Pos: f.KeyPos,
		Message: fmt.Sprintf("«%s» là của riêng từng văn bản, không đặt được ở «%s» của tệp cơ quan", f.Key, part),
		Hints:   []string{fmt.Sprintf("ghi «%s» trong tệp dữ liệu của văn bản", f.Key), fmt.Sprintf("các khóa dùng được ở «%s»: %s", part, strings.Join(keys, ", "))}}
	if part == keyNames {
		d.Message = fmt.Sprintf("«%s» không có tên tắt", f.Key)
	}
	return d
}

func unknownOffice(f data.Field, known []string) diag.Diagnostic {
	d := diag.Diagnostic{ID: IDOffice, Severity: diag.Error, Pos: f.KeyPos, Message: fmt.Sprintf("tệp cơ quan không có khóa «%s»", f.Key)}
	if near, ok := viet.Nearest(f.Key, known); ok {
		d.Hints = []string{fmt.Sprintf("có phải là «%s» không", near)}
	} else {
		d.Hints = []string{"các khóa dùng được: " + strings.Join(known, ", ")}
	}
	return d
}

// apply completes a document by the office's defaults, those that its template takes, and puts values in
// place of short names.
func (o *Office) apply(doc *data.Node, takes *schema.Schema) (*data.Node, diag.List) {
	if o == nil || doc.Kind != data.Map {
		return doc, nil
	}
	base := &data.Node{Kind: data.Map, Pos: doc.Pos}
	if o.defaults != nil {
		for _, f := range o.defaults.Fields {
			if _, ok := takes.Property(f.Key); ok {
				base.Fields = append(base.Fields, f)
			}
		}
	}
	out := data.Merge(base, doc)
	out.Pos = doc.Pos
	if o.names == nil {
		return out, nil
	}
	var findings diag.List
	for i, f := range out.Fields {
		table := o.names.Field(f.Key)
		if table == nil || table.Kind != data.Map {
			continue
		}
		property, _ := takes.Property(f.Key)
		var more diag.List
		out.Fields[i].Value, more = named(f.Value, f.Key, table, property)
		findings = append(findings, more...)
	}
	return out, findings
}

// named puts the value of a short name in its place; of a list, each item's. s is the schema of the value,
// nil when unknown.
func named(n *data.Node, key string, table *data.Node, s *schema.Schema) (*data.Node, diag.List) {
	var findings diag.List
	switch n.Kind {
	case data.Text:
		if v := table.Field(n.Text); v != nil {
			return v, nil
		}
		findings = notNamed(n, key, table, s != nil && s.Branch(data.Text) == nil)
	case data.List:
		var items *schema.Schema
		if s != nil {
			items = s.Branch(data.List).Items()
		}
		out := &data.Node{Kind: data.List, Pos: n.Pos}
		for _, item := range n.Items {
			v, more := named(item, key, table, items)
			findings = append(findings, more...)
			if v != item && v.Kind == data.List {
				out.Items = append(out.Items, v.Items...)
			} else {
				out.Items = append(out.Items, v)
			}
		}
		return out, findings
	}
	return n, findings
}

// notNamed reports a text that is no short name where only one can stand, and warns of one that may be a
// slip for one: it would be printed as it is.
func notNamed(n *data.Node, key string, table *data.Node, mustName bool) diag.List {
	var names []string
	for _, f := range table.Fields {
		names = append(names, f.Key)
	}
	d := diag.Diagnostic{ID: IDOfficeName, Severity: diag.Error, Pos: n.Pos,
		Message: fmt.Sprintf("không có tên tắt «%s» của «%s» trong tệp cơ quan", n.Text, key),
		Hints:   []string{"các tên tắt: " + strings.Join(names, ", ")}}
	near, ok := viet.Nearest(n.Text, names)
	if ok {
		d.Hints = []string{fmt.Sprintf("có phải là «%s» không", near)}
	}
	switch {
	case mustName:
	case ok && !strings.Contains(n.Text, " "):
		d.Severity = diag.Warning
		d.Message = fmt.Sprintf("«%s» không phải tên tắt trong tệp cơ quan nên được in nguyên văn", n.Text)
	default:
		return nil
	}
	return diag.List{d}
}
