package standard

import (
	"fmt"
	"maps"
	"reflect"
	"slices"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/unit"
	"vanban/internal/viet"
)

// Parse reads the standard called id from the tree of its file. With any error among the findings the
// standard must not be used.
func Parse(id string, root *data.Node) (*Standard, diag.List) {
	s := &Standard{ID: id}
	d := &decoder{}
	d.fields(root, reflect.ValueOf(s).Elem(), "")
	for key, style := range s.Styles {
		style.Key = key
	}
	if !d.findings.HasErrors() {
		d.references(s, root)
		d.ranges(s)
	}
	return s, d.findings.Sorted()
}

// references reports every name that is used and not defined. It walks the tree beside the types, so
// that a finding stands where the name does.
func (d *decoder) references(s *Standard, root *data.Node) {
	styles := slices.Sorted(maps.Keys(s.Styles))
	for _, key := range slices.Sorted(maps.Keys(s.Styles)) {
		for _, set := range s.SizeSets {
			if s.Styles[key].Size(set) == 0 {
				d.fault(IDMissing, s.Styles[key].Pos, fmt.Sprintf("kiểu «%s» thiếu cỡ chữ cho bộ «%s»", key, set),
					"ghi thêm cỡ chữ, hoặc dùng khóa * cho mọi bộ")
			}
		}
	}
	d.styleRefs(root, styles)
	headers := slices.Sorted(maps.Keys(s.Headers))
	for _, f := range root.Field("bo_cuc").Fields {
		if n := f.Value.Field("dau_trang"); n != nil {
			d.oneOf(n, headers, "đầu trang")
		}
	}
	if n := root.Field("kem_theo").Field("dau_trang"); n != nil {
		d.oneOf(n, headers, "đầu trang")
	}
}

// styleKeys are the keys of the file whose value names a style.
var styleKeys = map[string]bool{
	"kieu": true, "kieu_dong_dau": true, "kieu_chuc_vu": true, "kieu_ho_ten": true, "kieu_nhan": true,
	"kieu_danh_sach": true, "kieu_nguoi_soan": true,
}

// styleRefs walks the file for the values that name a style.
func (d *decoder) styleRefs(n *data.Node, styles []string) {
	var walk func(n *data.Node, all bool)
	walk = func(n *data.Node, all bool) {
		switch n.Kind {
		case data.Map:
			for _, f := range n.Fields {
				walk(f.Value, all || styleKeys[f.Key])
			}
		case data.List:
			for _, item := range n.Items {
				walk(item, all)
			}
		case data.Text:
			if all {
				d.oneOf(n, styles, "kiểu")
			}
		}
	}
	for _, f := range n.Fields {
		switch f.Key {
		case "kieu": // the definitions themselves
		case "noi_dung":
			for _, g := range f.Value.Fields {
				walk(g.Value, g.Key != "nhan_dieu" && g.Key != "nhac_phu_luc")
			}
		case "bang":
			for _, g := range f.Value.Fields {
				walk(g.Value, g.Key != "le_o" && g.Key != "nen")
			}
		default:
			walk(f.Value, false)
		}
	}
}

func (d *decoder) oneOf(n *data.Node, names []string, what string) {
	if slices.Contains(names, n.Text) {
		return
	}
	var hints []string
	if near, ok := viet.Nearest(n.Text, names); ok {
		hints = append(hints, fmt.Sprintf("có phải là «%s» không", near))
	}
	d.fault(IDRef, n.Pos, fmt.Sprintf("không có %s «%s» trong thể thức này", what, n.Text), hints...)
}

// ranges reports values that lie outside the range written beside them.
func (d *decoder) ranges(s *Standard) {
	for _, m := range []Measure{s.Page.Top, s.Page.Right, s.Page.Bottom, s.Page.Left, s.Signature.Space} {
		if m.Range != (unit.Range{}) && !m.Range.Holds(m.Value, 0) {
			d.fault(IDRange, m.Pos, fmt.Sprintf("giá trị %s nằm ngoài khoảng %s", m.Value, m.Range))
		}
	}
	for _, style := range s.Styles {
		for _, size := range style.Sizes {
			if !style.SizeRange.Holds(size, 0) {
				d.fault(IDRange, style.Pos, fmt.Sprintf("cỡ chữ %s của kiểu «%s» nằm ngoài khoảng %s", size, style.Key, style.SizeRange))
			}
		}
	}
}
