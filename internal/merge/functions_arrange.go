package merge

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// arrangeFunctions group, sort and expand lists.
func arrangeFunctions() []function {
	return []function{
		define("gop", groupBy, "gộp các mục có cùng giá trị ở một khóa, theo thứ tự gặp; mỗi nhóm có khoa và muc; các mục không có khóa thành một nhóm không có khoa",
			Example{`{{ range gop (list (dict "dv" "A" "t" 1) (dict "dv" "B" "t" 2) (dict "dv" "A" "t" 3)) "dv" }}{{ .khoa }}:{{ range .muc }}{{ .t }}{{ end }} {{ end }}`, "A:13 B:2 "}),
		define("sap_xep", sortBy, "sắp theo thứ tự chữ cái tiếng Việt; thêm tên khóa để sắp theo khóa đó",
			Example{`{{ noi (sap_xep (list "Sở Y tế" "Sở Dân tộc" "Sở Công Thương")) ", " }}`, "Sở Công Thương, Sở Dân tộc, Sở Y tế"},
			Example{`{{ range sap_xep (list (dict "t" "đ") (dict "t" "d")) "t" }}{{ .t }}{{ end }}`, "dđ"}),
		define("sap_ten", sortNames, "sắp họ tên người theo tên, rồi họ, rồi đệm; thêm tên khóa để sắp theo khóa đó",
			Example{`{{ noi (sap_ten (list "Trần Văn Bình" "Phạm Thị An")) ", " }}`, "Phạm Thị An, Trần Văn Bình"}),
		define("mo_rong", expand, "thay tên nhóm bằng các thành viên, theo danh bạ gồm các mục {ten, gom}; nhóm có thể gồm nhóm khác",
			Example{`{{ noi (mo_rong (list "các sở" "Văn phòng") (list (dict "ten" "các sở" "gom" (list "Sở Y tế" "Sở Nội vụ")))) "; " }}`, "Sở Y tế; Sở Nội vụ; Văn phòng"}),
	}
}

func groupBy(items []any, key string) ([]any, error) {
	at := map[string]*list{}
	var out []any
	for _, item := range items {
		name, _, err := keyText(item, key)
		var missing *missingError
		if errors.As(err, &missing) {
			name, err = "", nil // texts are never empty, so this is the group of the items without the key
		}
		if err != nil {
			return nil, err
		}
		members := at[name]
		if members == nil {
			value, _ := item.(*dict).lookup(key)
			members = &list{place: placeOf(item), fromData: tainted([]any{item})}
			at[name] = members
			out = append(out, &dict{entries: []entry{{"khoa", value}, {"muc", members}}})
		}
		members.items = append(members.items, item)
	}
	return out, nil
}

func sortBy(items []any, key ...string) ([]any, error) { return arrange(items, key, viet.Compare) }

func sortNames(items []any, key ...string) ([]any, error) {
	return arrange(items, key, viet.CompareNames)
}

// arrange sorts texts, or maps by the text of a key, keeping the order of equals.
func arrange(items []any, key []string, compare func(a, b string) int) ([]any, error) {
	type keyed struct {
		text string
		item any
	}
	rows := make([]keyed, len(items))
	for i, item := range items {
		var s string
		var err error
		switch len(key) {
		case 0:
			s, err = asText(item)
		case 1:
			s, _, err = keyText(item, key[0])
		default:
			err = &argumentError{reason: "chỉ sắp được theo một khóa"}
		}
		if err != nil {
			return nil, err
		}
		rows[i] = keyed{s, item}
	}
	slices.SortStableFunc(rows, func(a, b keyed) int { return compare(a.text, b.text) })
	out := make([]any, len(rows))
	for i, r := range rows {
		out[i] = r.item
	}
	return out, nil
}

// expander replaces names of groups by their members.
type expander struct {
	groups map[string][]any // by loose name
	out    []any
	trail  []string // the groups being expanded, to find one that holds itself
}

func expand(items, register []any) ([]any, error) {
	e := &expander{groups: map[string][]any{}}
	for _, row := range register {
		name, place, err := keyText(row, "ten")
		if err != nil {
			return nil, err
		}
		value, ok := row.(*dict).lookup("gom")
		if !ok {
			return nil, &argumentError{placeOf(row), fmt.Sprintf("nhóm «%s» không có khóa «gom»", diag.Clip(name)), ""}
		}
		members, err := asItems(value)
		if err != nil {
			return nil, err
		}
		if _, twice := e.groups[loose(name)]; twice {
			return nil, &argumentError{place, fmt.Sprintf("nhóm «%s» có hai lần trong danh bạ", diag.Clip(name)), ""}
		}
		e.groups[loose(name)] = members
	}
	if err := e.add(items); err != nil {
		return nil, err
	}
	return e.out, nil
}

func (e *expander) add(items []any) error {
	for _, item := range items {
		name, err := asText(item)
		if err != nil {
			return err
		}
		members, isGroup := e.groups[loose(name)]
		if !isGroup {
			if len(e.out) == maxList {
				return errTooMany()
			}
			e.out = append(e.out, item)
			continue
		}
		if slices.Contains(e.trail, loose(name)) {
			return &argumentError{placeOf(item), fmt.Sprintf("các nhóm trong danh bạ gồm lẫn nhau: %s → %s", strings.Join(e.trail, " → "), loose(name)), "bỏ một trong các nhóm đó ra khỏi nhóm kia"}
		}
		e.trail = append(e.trail, loose(name))
		if err := e.add(members); err != nil {
			return err
		}
		e.trail = e.trail[:len(e.trail)-1]
	}
	return nil
}
