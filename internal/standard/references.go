package standard

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"vanban/internal/data"
	"vanban/internal/viet"
)

// references reports every name that is used and not defined. It walks the tree beside the types, so
// that a finding stands where the name does.
func (d *decoder) references(s *Standard, root *data.Node) {
	d.styleRefs(root, slices.Sorted(maps.Keys(s.Styles)))
	d.sizeSets(s, root)
	headers := slices.Sorted(maps.Keys(s.Headers))
	words := slices.Sorted(maps.Keys(s.Words))
	orders := []*data.Node{root.Field("kem_theo")}
	for _, f := range root.Field("bo_cuc").Fields {
		orders = append(orders, f.Value)
	}
	for _, n := range orders {
		d.oneOf(n.Field("dau_trang"), headers, "đầu trang")
		for _, item := range n.Field("thu_tu").Items {
			d.oneOf(item, slices.Concat(Components(), words), "thành phần")
		}
	}
	for _, f := range root.Field("dau_trang").Fields {
		d.headerRefs(f.Value, f.Key, slices.Concat(HeaderComponents(), words))
	}
	if checks := root.Field("kiem_tra"); checks != nil {
		if types := checks.Field("quy_pham"); types != nil {
			for _, item := range types.Items {
				d.oneOf(item, slices.Sorted(maps.Keys(s.Types)), "tên loại")
			}
		}
	}
	for _, f := range root.Field("chu").Fields {
		if slices.Contains(slices.Concat(Components(), HeaderComponents()), f.Key) {
			d.fault(IDOrder, f.KeyPos, fmt.Sprintf("chữ in sẵn «%s» trùng tên một thành phần nên không bao giờ được in", f.Key), "đặt tên khác")
		}
	}
}

// sizeSets demands a size of every style in every set, and no size of a set that there is not.
func (d *decoder) sizeSets(s *Standard, root *data.Node) {
	for i, set := range s.SizeSets {
		if slices.Contains(s.SizeSets[:i], set) {
			d.fault(IDRef, root.Field("bo_co_chu").Items[i].Pos, fmt.Sprintf("bộ cỡ chữ «%s» có hai lần", set), "bỏ một lần")
		}
	}
	for _, f := range root.Field("kieu").Fields {
		for _, set := range s.SizeSets {
			if s.Styles[f.Key].Size(set) == 0 {
				d.fault(IDMissing, f.Value.Pos, fmt.Sprintf("kiểu «%s» thiếu cỡ chữ cho bộ «%s»", f.Key, set),
					"ghi thêm cỡ chữ, hoặc dùng khóa * cho mọi bộ")
			}
		}
		for _, size := range f.Value.Field("co").Fields {
			if size.Key != "*" && !slices.Contains(s.SizeSets, size.Key) {
				d.fault(IDRef, size.KeyPos, fmt.Sprintf("kiểu «%s» ghi cỡ chữ cho bộ «%s», bo_co_chu không có bộ này", f.Key, size.Key))
			}
		}
	}
}

// headerRefs checks the rows of a header: there is one, they name what exists, and no component twice.
func (d *decoder) headerRefs(rows *data.Node, key string, known []string) {
	if len(rows.Items) == 0 {
		d.fault(IDOrder, rows.Pos, fmt.Sprintf("đầu trang «%s» không có hàng nào", key), "ghi ít nhất một hàng {trai: [...], phai: [...]}")
	}
	seen := map[string]bool{}
	for _, row := range rows.Items {
		for _, item := range slices.Concat(row.Field("trai").Items, row.Field("phai").Items) {
			d.oneOf(item, known, "thành phần đầu trang")
			if seen[item.Text] && slices.Contains(HeaderComponents(), item.Text) {
				d.fault(IDOrder, item.Pos, fmt.Sprintf("thành phần «%s» có hai lần trong đầu trang «%s»", item.Text, key), "bỏ một lần")
			}
			seen[item.Text] = true
		}
	}
}

// styleKeys are the keys of the file whose value names a style.
var styleKeys = map[string]bool{
	"kieu": true, "kieu_dong_dau": true, "kieu_chuc_vu": true, "kieu_ho_ten": true, "kieu_nhan": true,
	"kieu_danh_sach": true, "kieu_cuoi": true, "kieu_nguoi_soan": true,
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
	} else {
		hints = append(hints, "các tên dùng được: "+strings.Join(names, ", "))
	}
	d.fault(IDRef, n.Pos, fmt.Sprintf("không có %s «%s» trong thể thức này", what, n.Text), hints...)
}
