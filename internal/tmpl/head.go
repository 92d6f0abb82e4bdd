package tmpl

import (
	"fmt"
	"slices"
	"strings"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/viet"
)

// Head is what a template says of itself.
type Head struct {
	Name        string   // ten: the name shown in lists
	Description string   // mo_ta
	Form        string   // mau: the number of the decree's form (Phụ lục III), such as 1.4
	Types       []string // loai: keys of the types in the standard; with several, the data says which (key loai)
	Layout      string   // bo_cuc: the layout variant of the standard
	Common      []string // chung: the common keys it takes; nil means all
	Required    []string // bat_buoc: those of them that must be there
	Import      string   // nhap: the key that takes the text of an existing document; empty for none
	Includes    []string // kem: templates whose definitions it may call

	includePos []diag.Pos // of each of Includes
	schema     *data.Node // schema: the JSON Schema of its own keys; nil when it has none
}

// splitHead finds the head of a file: the text between the first line, which is ---, and the next such
// line. body is the offset behind the latter. The head keeps its line numbers: the line of the first ---
// stays, as a YAML comment.
func splitHead(src *Source, faults *faults) (head string, body int) {
	const rule = "---"
	first, rest, _ := strings.Cut(src.text, "\n")
	if strings.TrimRight(first, " \t") != rule {
		faults.add(IDHead, 0, len(first), "tệp mẫu phải mở đầu bằng một dòng «---», sau đó là phần khai báo",
			"xem một mẫu có sẵn bằng lệnh «vanban new»")
		return "", 0
	}
	at := len(src.text) - len(rest)
	for at < len(src.text) {
		line, _, ended := strings.Cut(src.text[at:], "\n")
		next := at + len(line)
		if ended {
			next++
		}
		if strings.TrimRight(line, " \t") == rule {
			return "#\n" + src.text[len(first)+1:at], next
		}
		at = next
	}
	faults.add(IDHead, 0, len(first), "phần khai báo mở ở đây chưa có dòng «---» kết thúc",
		"thêm một dòng «---» sau khóa cuối cùng, trước nội dung của mẫu")
	return "", len(src.text)
}

// headReader decodes a head and reports what is wrong with it.
type headReader struct {
	env  *Env
	list diag.List
	head Head
}

// headKeys are the keys every head may have.
var headKeys = []string{"ten", "mo_ta", "mau", "loai", "bo_cuc", "chung", "bat_buoc", "schema", "kem", "nhap"}

// readHead decodes the text of a head. file is the name of the template.
func readHead(file, text string, env *Env) (Head, diag.List) {
	// The reader of data tells the language by the extension, so the head goes by another name for a while.
	alias := file + ".yaml"
	node, list := data.Parse(alias, []byte(text))
	for i := range list {
		rename(&list[i].Pos, alias, file)
		for k := range list[i].Notes {
			rename(&list[i].Notes[k].Pos, alias, file)
		}
	}
	r := &headReader{env: env, list: list}
	if node == nil {
		return r.head, r.list
	}
	renameTree(node, alias, file)
	if node.Kind != data.Map {
		r.fault(IDHeadValue, node.Pos, "phần khai báo phải gồm các dòng «khóa: giá trị»")
		return r.head, r.list
	}
	r.read(node)
	return r.head, r.list
}

func (r *headReader) fault(id string, pos diag.Pos, message string, hints ...string) {
	r.list.Add(diag.Diagnostic{ID: id, Severity: diag.Error, Pos: pos, Message: message, Hints: hints})
}

func (r *headReader) read(node *data.Node) {
	h := &r.head
	for _, f := range node.Fields {
		switch f.Key {
		case "ten":
			h.Name = r.text(f)
		case "mo_ta":
			h.Description = r.text(f)
		case "mau":
			h.Form = r.text(f)
		case "loai":
			h.Types = r.types(f)
		case "bo_cuc":
			h.Layout = r.named(f, r.env.Layouts, "bố cục")
		case "chung":
			h.Common = r.common(f)
		case "bat_buoc":
			h.Required = r.common(f)
		case "nhap":
			h.Import = r.text(f)
		case "kem":
			h.Includes = r.texts(f)
			for _, item := range f.Value.Items {
				if item.Kind == data.Text && item.Text != "" {
					h.includePos = append(h.includePos, item.Pos)
				}
			}
		case "schema":
			h.schema = r.schema(f)
		default:
			r.unknown(f)
		}
	}
	for _, key := range []string{"ten", "loai", "bo_cuc"} {
		if node.Field(key) == nil {
			r.fault(IDHeadMissing, node.Pos, fmt.Sprintf("phần khai báo thiếu khóa «%s»", key),
				fmt.Sprintf("thêm một dòng «%s: …»", key))
		}
	}
	for _, key := range h.Required {
		if h.Common != nil && !slices.Contains(h.Common, key) {
			r.fault(IDCommon, node.KeyPos("bat_buoc"), fmt.Sprintf("khóa «%s» được ghi là bắt buộc nhưng không có trong «chung»", key),
				fmt.Sprintf("thêm «%s» vào «chung», hoặc bỏ khỏi «bat_buoc»", key))
		}
	}
}

// unknown reports a key that no head has.
func (r *headReader) unknown(f data.Field) {
	var hints []string
	if near, ok := viet.Nearest(f.Key, headKeys); ok {
		hints = append(hints, fmt.Sprintf("có phải «%s»?", near))
	}
	r.fault(IDHeadKey, f.KeyPos, fmt.Sprintf("phần khai báo không có khóa «%s»", f.Key), hints...)
}

func (r *headReader) text(f data.Field) string {
	if f.Value.Kind != data.Text || f.Value.Text == "" {
		r.fault(IDHeadValue, f.Value.Pos, fmt.Sprintf("khóa «%s» cần một dòng chữ", f.Key))
		return ""
	}
	return f.Value.Text
}

// types reads loai: one type, or a list of those that the data chooses from.
func (r *headReader) types(f data.Field) []string {
	if f.Value.Kind != data.List || len(f.Value.Items) == 0 {
		if name := r.named(f, r.env.Types, "loại văn bản"); name != "" {
			return []string{name}
		}
		return nil
	}
	var out []string
	for _, item := range f.Value.Items {
		if name := r.named(data.Field{Key: f.Key, Value: item}, r.env.Types, "loại văn bản"); name != "" {
			out = append(out, name)
		}
	}
	return out
}

// TypeKey is the key that data chooses the type by, where a template serves several.
const TypeKey = "loai"

// Type gives the key of the type of a document: the template's only one, or the one that its data names.
func (h *Head) Type(root *data.Node) string {
	if len(h.Types) == 1 {
		return h.Types[0]
	}
	if n := root.Field(TypeKey); n != nil && n.Kind == data.Text {
		return n.Text
	}
	return ""
}

// named reads the name of something that the standard has.
func (r *headReader) named(f data.Field, known []string, what string) string {
	name := r.text(f)
	if name == "" || known == nil || slices.Contains(known, name) {
		return name
	}
	hint := "các tên dùng được: " + strings.Join(known, ", ")
	if near, ok := viet.Nearest(name, known); ok {
		hint = fmt.Sprintf("có phải «%s»?", near)
	}
	r.fault(IDHeadValue, f.Value.Pos, fmt.Sprintf("thể thức không có %s «%s»", what, name), hint)
	return name
}

// texts reads a list of names. It is never nil, so that an empty list differs from no list.
func (r *headReader) texts(f data.Field) []string {
	out := []string{}
	if f.Value.Kind != data.List {
		r.fault(IDHeadValue, f.Value.Pos, fmt.Sprintf("khóa «%s» cần một danh sách tên", f.Key))
		return out
	}
	for _, item := range f.Value.Items {
		if item.Kind != data.Text || item.Text == "" {
			r.fault(IDHeadValue, item.Pos, fmt.Sprintf("mỗi mục của «%s» là một tên", f.Key))
			continue
		}
		out = append(out, item.Text)
	}
	return out
}

// common reads a list of common keys and looks each up in the shared schema.
func (r *headReader) common(f data.Field) []string {
	names := r.texts(f)
	known := commonKeys(r.env)
	for _, item := range f.Value.Items {
		if item.Kind != data.Text || item.Text == "" || slices.Contains(known, item.Text) {
			continue
		}
		var hints []string
		if near, ok := viet.Nearest(item.Text, known); ok {
			hints = append(hints, fmt.Sprintf("có phải «%s»?", near))
		}
		r.fault(IDCommon, item.Pos, fmt.Sprintf("không có khóa dùng chung nào tên «%s»", item.Text), hints...)
	}
	return slices.DeleteFunc(names, func(name string) bool { return !slices.Contains(known, name) })
}

func (r *headReader) schema(f data.Field) *data.Node {
	if f.Value.Kind != data.Map {
		r.fault(IDHeadValue, f.Value.Pos, "khóa «schema» cần một lược đồ JSON Schema")
		return nil
	}
	return f.Value
}

func rename(p *diag.Pos, from, to string) {
	if p.File == from {
		p.File = to
	}
}

// renameTree puts the right file name on every place of a tree.
func renameTree(n *data.Node, from, to string) {
	if n == nil {
		return
	}
	rename(&n.Pos, from, to)
	for i := range n.Lines {
		rename(&n.Lines[i], from, to)
	}
	for _, item := range n.Items {
		renameTree(item, from, to)
	}
	for i := range n.Fields {
		rename(&n.Fields[i].KeyPos, from, to)
		renameTree(n.Fields[i].Value, from, to)
	}
}
