package standard

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/unit"
	"vanban/internal/viet"
)

// decoder fills the types of this package from a tree, by their vb tags, and gathers what is wrong.
type decoder struct {
	findings diag.List
	broken   bool // something could not be filled: what the file says as a whole cannot be judged
}

func (d *decoder) fault(id string, pos diag.Pos, message string, hints ...string) {
	d.broken = d.broken || id == IDMissing || id == IDValue
	d.findings.Add(diag.Diagnostic{ID: id, Severity: diag.Error, Pos: pos, Message: message, Hints: hints})
}

var (
	lengthType = reflect.TypeFor[unit.Length]()
	rangeType  = reflect.TypeFor[unit.Range]()
	dateType   = reflect.TypeFor[viet.Date]()
)

func (d *decoder) value(n *data.Node, v reflect.Value, path string) {
	switch v.Type() {
	case lengthType:
		l, err := unit.Parse(n.Text)
		if n.Kind != data.Text || err != nil {
			d.fault(IDValue, n.Pos, fmt.Sprintf("«%s» cần một số đo", path), "viết như 30mm, 12.7mm, 13pt")
			return
		}
		v.SetInt(int64(l))
		return
	case rangeType:
		r, err := unit.ParseRange(n.Text)
		if n.Kind != data.Text || err != nil {
			d.fault(IDValue, n.Pos, fmt.Sprintf("«%s» cần một khoảng số đo", path), "viết như 20mm..25mm")
			return
		}
		v.Set(reflect.ValueOf(r))
		return
	case dateType:
		day, err := viet.ParseDate(n.Text)
		if n.Kind != data.Text || err != nil || !day.IsFull() {
			d.fault(IDValue, n.Pos, fmt.Sprintf("«%s» cần một ngày", path), "viết như 2020-03-05")
			return
		}
		v.Set(reflect.ValueOf(day))
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem(), path)
	case reflect.Struct:
		d.fields(n, v, path)
	case reflect.Map:
		d.table(n, v, path)
	case reflect.Slice:
		if n.Kind != data.List {
			d.fault(IDValue, n.Pos, fmt.Sprintf("«%s» cần một danh sách", path))
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), len(n.Items), len(n.Items)))
		for i, item := range n.Items {
			d.value(item, v.Index(i), fmt.Sprintf("%s[%d]", path, i+1))
		}
	default:
		d.scalar(n, v, path)
	}
}

func (d *decoder) scalar(n *data.Node, v reflect.Value, path string) {
	if n.Kind != data.Text && n.Kind != data.Null {
		d.fault(IDValue, n.Pos, fmt.Sprintf("«%s» cần một giá trị đơn", path))
		return
	}
	switch v.Kind() {
	case reflect.String:
		if strings.ContainsFunc(n.Text, unicode.IsControl) {
			d.fault(IDValue, n.Pos, fmt.Sprintf("«%s» phải nằm trên một dòng, không có ký tự điều khiển", path))
		}
		v.SetString(n.Text)
	case reflect.Bool:
		b, err := strconv.ParseBool(n.Text)
		if err != nil {
			d.fault(IDValue, n.Pos, fmt.Sprintf("«%s» cần true hoặc false", path))
		}
		v.SetBool(b)
	case reflect.Int:
		i, err := strconv.Atoi(n.Text)
		if err != nil {
			d.fault(IDValue, n.Pos, fmt.Sprintf("«%s» cần một số nguyên", path))
		}
		v.SetInt(int64(i))
	case reflect.Float64:
		f, err := strconv.ParseFloat(n.Text, 64)
		if err != nil {
			d.fault(IDValue, n.Pos, fmt.Sprintf("«%s» cần một số", path), "dùng dấu chấm thập phân, như 0.4")
		}
		v.SetFloat(f)
	default:
		panic("standard: cannot decode into " + v.Type().String())
	}
}

func (d *decoder) table(n *data.Node, v reflect.Value, path string) {
	if n.Kind != data.Map {
		d.fault(IDValue, n.Pos, fmt.Sprintf("«%s» cần các khóa con", path))
		return
	}
	v.Set(reflect.MakeMapWithSize(v.Type(), len(n.Fields)))
	for _, f := range n.Fields {
		item := reflect.New(v.Type().Elem()).Elem()
		d.value(f.Value, item, path+"."+f.Key)
		v.SetMapIndex(reflect.ValueOf(f.Key), item)
	}
}

func (d *decoder) fields(n *data.Node, v reflect.Value, path string) {
	if n.Kind != data.Map {
		d.fault(IDValue, n.Pos, place(path)+" cần các khóa con")
		return
	}
	known, before := map[string]bool{}, len(d.findings)
	d.structFields(n, v, path, known)
	if c, ok := v.Addr().Interface().(checker); ok && len(d.findings) == before {
		c.check(d, n, path)
	}
	for _, f := range n.Fields {
		if known[f.Key] {
			continue
		}
		var hints []string
		if near, ok := viet.Nearest(f.Key, slices.Sorted(maps.Keys(known))); ok {
			hints = append(hints, fmt.Sprintf("có phải là «%s» không", near))
		}
		d.fault(IDKey, f.KeyPos, fmt.Sprintf("không biết khóa «%s» trong %s", f.Key, place(path)), hints...)
	}
}

func (d *decoder) structFields(n *data.Node, v reflect.Value, path string, known map[string]bool) {
	t := v.Type()
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			d.structFields(n, v.Field(i), path, known)
			continue
		}
		key, option, _ := strings.Cut(f.Tag.Get("vb"), ",")
		if key == "" {
			continue
		}
		known[key] = true
		child := n.Field(key)
		if child == nil {
			if option != "optional" {
				d.fault(IDMissing, n.Pos, fmt.Sprintf("thiếu khóa «%s» trong %s", key, place(path)))
			}
			continue
		}
		inner, before := strings.TrimPrefix(path+"."+key, "."), len(d.findings)
		d.value(child, v.Field(i), inner)
		if len(d.findings) == before {
			d.tagged(child, v.Field(i), inner, f.Tag)
		}
	}
}

func place(path string) string {
	if path == "" {
		return "tệp thể thức"
	}
	return "«" + path + "»"
}
