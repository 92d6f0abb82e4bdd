package merge

import (
	"fmt"
	"unicode/utf8"

	"vanban/internal/diag"
)

// listFunctions make lists and maps and take them apart.
func listFunctions() []function {
	return []function{
		define("list", makeList, "danh sách gồm các giá trị kể ra",
			Example{`{{ range list "a" "b" }}[{{ . }}]{{ end }}`, "[a][b]"}).withMissing(),
		define("dict", makeDict, "nhóm khóa: khóa, giá trị, khóa, giá trị…",
			Example{`{{ $x := dict "ten" "An" "tuoi" 40 }}{{ $x.ten }}, {{ $x.tuoi }}`, "An, 40"}).withMissing(),
		define("dem", count, "số mục của danh sách; danh sách không có thì là 0",
			Example{`{{ dem (list "a" "b" "c") }}`, "3"}).withMissing(),
		define("len", length, "số mục của danh sách, số khóa của nhóm, hoặc số chữ cái của dòng chữ",
			Example{`{{ len "đẹp" }}`, "3"}),
		define("index", index, "mục thứ mấy của danh sách, đếm từ 0, hoặc giá trị của một khóa",
			Example{`{{ index (list "a" "b") 1 }}`, "b"},
			Example{`{{ index (dict "x" "y") "x" }}`, "y"}),
		define("cot", column, "giá trị của một khóa ở mọi mục; khóa là danh sách thì lấy từng phần tử; mục không có khóa thì bỏ qua",
			Example{`{{ noi (cot (list (dict "ten" "An") (dict "ten" "Bình")) "ten") ", " }}`, "An, Bình"}),
		define("has", has, "giá trị có trong danh sách hay không",
			Example{`{{ if has "b" (list "a" "b") }}có{{ end }}`, "có"}),
		define("hasKey", hasKey, "nhóm có khóa này với giá trị hay không",
			Example{`{{ if hasKey (dict "x" "y") "x" }}có{{ end }}`, "có"}),
		define("uniq", unique, "bỏ các mục trùng nhau, giữ mục đầu tiên",
			Example{`{{ noi (uniq (list "a" "b" "a")) "," }}`, "a,b"}),
		define("without", without, "bỏ khỏi danh sách những giá trị kể ra",
			Example{`{{ noi (without (list "a" "b" "c") "b") "," }}`, "a,c"}),
	}
}

func errTooMany() error {
	return &argumentError{reason: fmt.Sprintf("danh sách dài quá %d mục", maxList)}
}

func makeList(values ...any) []any { return values }

func makeDict(pairs ...any) (*dict, error) {
	if len(pairs)%2 != 0 {
		return nil, &argumentError{reason: "khóa cuối cùng không có giá trị"}
	}
	d := &dict{}
	for i := 0; i < len(pairs); i += 2 {
		key, err := asText(pairs[i])
		if err != nil {
			return nil, err
		}
		if _, twice := d.lookup(key); twice {
			return nil, &argumentError{reason: fmt.Sprintf("khóa «%s» viết hai lần", diag.Clip(key))}
		}
		d.entries = append(d.entries, entry{key, pairs[i+1]})
	}
	return d, nil
}

func count(list []any) int { return len(list) }

func length(v any) (int, error) {
	switch v := v.(type) {
	case *list:
		return len(v.items), nil
	case *dict:
		return len(v.entries), nil
	}
	s, err := asText(v)
	return utf8.RuneCountInString(s), err
}

func index(v any, keys ...any) (any, error) {
	for _, key := range keys {
		switch from := v.(type) {
		case *list:
			i, err := asInt(key)
			if err != nil {
				return nil, err
			}
			if i < 0 || i >= len(from.items) {
				return nil, &argumentError{from.place, fmt.Sprintf("danh sách có %d mục, không có mục thứ %d (đếm từ 0)", len(from.items), i), ""}
			}
			v = from.items[i]
		case *dict:
			k, err := asText(key)
			if err != nil {
				return nil, err
			}
			value, ok := from.lookup(k)
			if !ok {
				child, known := declared(from.place, k)
				if !known {
					return nil, &argumentError{from.place, fmt.Sprintf("không có khóa «%s»", diag.Clip(k)), ""}
				}
				value = absent(child)
			}
			v = value
		default:
			return nil, &argumentError{placeOf(v), "cần một danh sách hoặc nhóm khóa, gặp " + describe(v), ""}
		}
	}
	return v, nil
}

func column(items []any, key string) ([]any, error) {
	var out []any
	for _, item := range items {
		d, ok := item.(*dict)
		if !ok {
			return nil, &argumentError{placeOf(item), "mỗi mục của danh sách phải là một nhóm khóa, gặp " + describe(item), ""}
		}
		value, ok := d.lookup(key)
		if _, known := declared(d.place, key); !ok && d.place != nil && d.place.schema != nil && !known {
			return nil, &argumentError{d.place, fmt.Sprintf("không đâu khai báo khóa «%s»", diag.Clip(key)), ""}
		}
		switch v := value.(type) {
		case *list:
			out = append(out, v.items...)
		default:
			if truth(v) {
				out = append(out, v)
			}
		}
		if len(out) > maxList {
			return nil, errTooMany()
		}
	}
	return out, nil
}

func has(wanted any, items []any) (bool, error) {
	w, err := asText(wanted)
	if err != nil {
		return false, err
	}
	for _, item := range items {
		s, err := asText(item)
		if err != nil {
			return false, err
		}
		if s == w {
			return true, nil
		}
	}
	return false, nil
}

func hasKey(d *dict, key string) bool {
	v, ok := d.lookup(key)
	return ok && truth(v)
}

func unique(items []any) ([]any, error) {
	seen := map[string]bool{}
	var out []any
	for _, item := range items {
		s, err := asText(item)
		if err != nil {
			return nil, err
		}
		if !seen[s] {
			seen[s] = true
			out = append(out, item)
		}
	}
	return out, nil
}

func without(items []any, drop ...string) ([]any, error) {
	gone := map[string]bool{}
	for _, s := range drop {
		gone[s] = true
	}
	var out []any
	for _, item := range items {
		s, err := asText(item)
		if err != nil {
			return nil, err
		}
		if !gone[s] {
			out = append(out, item)
		}
	}
	return out, nil
}
