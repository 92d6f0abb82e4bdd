package standard

import (
	"fmt"
	"slices"
	"strings"

	"vanban/internal/data"
	"vanban/internal/viet"
)

// pattern checks a text with names in braces, «Số: {so}/{loai}-{noi}»: all braces are closed, each name is
// known, and those that are needed are there, since their values would be dropped in silence.
func (d *decoder) pattern(n *data.Node, path string, known, needed []string) {
	names, whole := braced(n.Text)
	if !whole {
		d.fault(IDPattern, n.Pos, fmt.Sprintf("«%s» có dấu ngoặc nhọn không đủ đôi: «%s»", path, n.Text), "viết mỗi tên trong một đôi ngoặc, như {"+known[0]+"}")
		return
	}
	missing := slices.DeleteFunc(slices.Clone(needed), func(name string) bool { return slices.Contains(names, name) })
	for _, name := range names {
		if slices.Contains(known, name) {
			continue
		}
		hint := "các tên dùng được: {" + strings.Join(known, "}, {") + "}"
		if near, ok := viet.Nearest(name, known); ok {
			hint = "có phải là {" + near + "} không"
		}
		d.fault(IDPattern, n.Pos, fmt.Sprintf("«%s» không có giá trị tên {%s}", path, name), hint)
	}
	if len(missing) > 0 {
		d.fault(IDPattern, n.Pos, fmt.Sprintf("«%s» thiếu {%s}", path, strings.Join(missing, "}, {")),
			"không có thì phần đó của dữ liệu không được in ra")
	}
}

// braced gives the names between braces, and whether every brace has its partner.
func braced(text string) (names []string, whole bool) {
	for text != "" {
		before, rest, open := strings.Cut(text, "{")
		if strings.Contains(before, "}") {
			return names, false
		}
		if !open {
			break
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed || strings.Contains(name, "{") {
			return names, false
		}
		names = append(names, name)
		text = after
	}
	return names, true
}
