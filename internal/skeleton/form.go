package skeleton

import (
	"slices"
	"strings"

	"vanban/internal/data"
	"vanban/internal/schema"
)

// form is how values of one format are written.
type form struct {
	name    string
	words   string // for the person who writes one
	example string
}

// forms are the formats of package schema.
var forms = []form{
	{"ngay", "2026-03-05 hoặc 05/03/2026; chưa rõ ngày thì ghi 03/2026", "2026-03-05"},
	{"thoi_ky", "quý Q4/2026, tháng 10/2026, ngày 15/10/2026, năm 2026, hoặc «6 tháng đầu năm 2026»", "Q4/2026"},
	{"gio", "8:00, 08h30 hoặc «8 giờ 30 phút»", "8:00"},
	{"so_nguyen", "số nguyên, như 1250 hoặc 1.250", "1"},
	{"so_tien", "số tiền, như 450.000.000 hoặc 450000000", "1.000.000"},
}

func formOf(format string) (form, bool) {
	i := slices.IndexFunc(forms, func(f form) bool { return f.name == format })
	if i < 0 {
		return form{}, false
	}
	return forms[i], true
}

// rules says in words what a single value must be: one of an enumeration, or of a form; empty when any text
// will do.
func rules(s *schema.Schema) string {
	b := s.Branch(data.Text)
	if b == nil {
		return ""
	}
	if choices := choices(b); len(choices) > 0 {
		return "một trong: " + strings.Join(choices, ", ")
	}
	if f, ok := formOf(b.Format()); ok {
		return "cách ghi: " + f.words
	}
	if types := b.Types(); len(types) == 1 {
		switch types[0] {
		case "integer":
			return "cách ghi: số nguyên viết liền, như 1250"
		case "number":
			return "cách ghi: số viết liền, phần lẻ sau dấu chấm, như 12.5"
		}
	}
	return ""
}

// choices gives the values that alone are permitted; none when there are more than can be told.
func choices(s *schema.Schema) []string {
	b := s.Branch(data.Text)
	if b == nil {
		return nil
	}
	if enum := b.Enum(); len(enum) > 0 {
		return enum
	}
	if slices.Equal(b.Types(), []string{"boolean"}) {
		return []string{"true", "false"}
	}
	return nil
}

// others says in words which other shapes a value may have than the one shown, and its items.
func (f Form) others(s *schema.Schema, shown *data.Node) []string {
	var out []string
	list := s.Branch(data.List)
	for _, kind := range shapes(s) {
		switch {
		case kind == shown.Kind:
		case kind == data.Text:
			out = append(out, "cách khác: viết thành chữ; nhiều dòng thì viết sau dấu «|»")
		case kind == data.Map:
			out = append(out, "cách khác: "+f.flow(s.Branch(data.Map)))
		case isTable(list) && shown.Kind == data.Map && keys(list.Items()) == keys(s):
			out = append(out, "cách khác: danh sách, mỗi mục gồm các khóa như dưới đây, khóa đầu mở đầu bằng «- »")
		case isTable(list):
			out = append(out, "cách khác: danh sách, mỗi mục như "+f.flow(list.Items().Branch(data.Map)))
		default:
			out = append(out, "cách khác: danh sách, mỗi mục một dòng mở đầu bằng «- »")
		}
	}
	if shown.Kind != data.List || list == nil || list.Items() == nil || len(shown.Items) == 0 {
		return out
	}
	return append(out, f.otherItems(list.Items(), shown.Items[0].Kind)...)
}

// otherItems says the same of the items of a list.
func (f Form) otherItems(items *schema.Schema, shown data.Kind) []string {
	var out []string
	if r := rules(items); r != "" && shown == data.Text {
		out = append(out, "mỗi mục: "+r)
	}
	for _, kind := range shapes(items) {
		switch {
		case kind == shown:
		case kind == data.Map:
			out = append(out, "mỗi mục còn viết được: "+f.flow(items.Branch(data.Map)))
		case kind == data.Text:
			out = append(out, "mỗi mục còn viết được thành một dòng chữ")
		}
	}
	return out
}

// keys joins the names of the keys that a schema's objects have.
func keys(s *schema.Schema) string {
	var out []string
	for _, p := range s.Branch(data.Map).Properties() {
		out = append(out, p.Key)
	}
	return strings.Join(out, " ")
}

// flow writes an object with all its keys on one line.
func (f Form) flow(s *schema.Schema) string {
	var parts []string
	for _, p := range s.Properties() {
		v := "…"
		if n := f.value(p.Schema, nil, 1); n.Kind == data.Text && !strings.Contains(n.Text, "\n") {
			v = plain(n, true)
		}
		parts = append(parts, p.Key+": "+v)
	}
	return "{" + strings.Join(parts, ", ") + "}"
}
