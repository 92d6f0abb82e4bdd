package schema

import (
	"fmt"
	"slices"
	"strings"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/viet"
)

// typeName gives a JSON type in Vietnamese.
func typeName(t string) string {
	switch t {
	case "string":
		return "chữ"
	case "integer":
		return "số nguyên"
	case "number":
		return "số"
	case "boolean":
		return "true hoặc false"
	case "array":
		return "danh sách"
	case "object":
		return "mục có các khóa con"
	case "null":
		return "để trống"
	}
	panic("schema: a JSON type named " + t)
}

// lookName gives what a value is, in the same words.
func lookName(n *data.Node) string {
	switch {
	case n == nil || n.Kind == data.Null:
		return "để trống"
	case n.Kind == data.List:
		return "danh sách"
	case n.Kind == data.Map:
		return "mục có các khóa con"
	case n.Tag == data.TagInteger || n.Tag == data.TagNumber:
		return "số"
	case n.Tag == data.TagBool:
		return "«" + n.Text + "» không có dấu nháy"
	}
	return "chữ"
}

// wrongType reports a value of another shape or look than wanted.
func (r *reporter) wrongType(at spot, want []string) {
	names := make([]string, 0, len(want))
	for _, t := range want {
		if name := typeName(t); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if at.node != nil && at.node.Kind == data.Null && at.parent != nil && at.parent.Kind == data.List {
		r.add(at, diag.Diagnostic{ID: IDBlank, Message: fmt.Sprintf("phần thứ %d của danh sách để trống", at.index+1),
			Hints: []string{"viết giá trị, hoặc bỏ dấu «-» hay dấu phẩy thừa"}})
		return
	}
	r.add(at, diag.Diagnostic{ID: IDType, Hints: append(typeHints(at, want), at.wanted()...),
		Message: "cần " + strings.Join(names, " hoặc ") + ", ở đây là " + lookName(at.node)})
}

// typeHints gives the cures of a value of the wrong type.
func typeHints(at spot, want []string) []string {
	n := at.node
	if n == nil {
		return nil
	}
	has := func(t string) bool { return slices.Contains(want, t) }
	switch {
	case n.Kind == data.Text && has("string"):
		return []string{`đặt trong dấu nháy: "` + diag.Clip(n.Text) + `"`}
	case n.Kind == data.Text && (has("integer") || has("number")):
		if look := data.Look(n.Text); look == data.TagInteger || look == data.TagNumber && has("number") {
			return []string{"viết số không có dấu nháy: " + n.Text}
		}
		return []string{"viết bằng chữ số, không có dấu ngăn hàng nghìn"}
	case n.Kind == data.Text && has("array"):
		return []string{"viết mỗi phần một dòng, bắt đầu bằng «- »"}
	case n.Kind == data.Text && has("object"):
		return []string{"xuống dòng, thụt vào rồi viết các khóa con: " + keyList(at.schema.Branch(data.Map))}
	case n.Kind == data.Map && has("string"):
		return []string{"viết thành một câu; câu có dấu «: » thì đặt trong dấu nháy"}
	case n.Kind == data.Map && has("array"):
		return []string{"viết «- » trước khóa đầu tiên của mỗi phần"}
	case n.Kind == data.List && has("object"):
		return []string{"bỏ dấu «-» trước các khóa"}
	case n.Kind == data.List && has("string"):
		return []string{"viết thành một dòng chữ, không có dấu «-» hay «[ ]»"}
	}
	return nil
}

// notAmong reports a value that is not one of those allowed.
func (r *reporter) notAmong(at spot, want []any) {
	allowed := make([]string, len(want))
	for i, v := range want {
		allowed[i] = fmt.Sprint(v)
	}
	d := diag.Diagnostic{ID: IDEnum, Message: at.value() + " không có trong các giá trị được dùng"}
	if at.node != nil && at.node.Kind == data.Text {
		if near, ok := viet.Nearest(at.node.Text, allowed); ok {
			d.Hints = append(d.Hints, "có phải là «"+near+"»?")
		}
	}
	d.Hints = append(d.Hints, "các giá trị được dùng: "+limited(allowed))
	r.add(at, d)
}
