package merge

import (
	"strings"

	"github.com/Masterminds/sprig/v3"
)

// sprigFunctions are taken from sprig one by one. Left out on purpose: what reads the environment or the
// network, is random, knows the time, cuts bytes (trunc, substr, abbrev, nospace), guesses (default,
// coalesce), hides faults (int, add and its kin turn a bad number into 0 and overflow in silence), or
// changes its arguments (set, unset, merge). What compares items (has, uniq) is ours, for values carry
// their places and sprig would compare these too.
func sprigFunctions() []function {
	from := sprig.GenericFuncMap()
	// take overrides what the Go types say with what the parameters mean.
	take := func(name, description string, takes []argKind, examples ...Example) function {
		f := define(name, from[name], description, examples...)
		f.takes = takes
		return f
	}
	return []function{
		take("trim", "bỏ khoảng trắng ở hai đầu", []argKind{text},
			Example{`{{ trim "  chữ " }}`, "chữ"}),
		take("trimPrefix", "bỏ phần đầu nếu có", []argKind{text, text},
			Example{`{{ trimPrefix "xã " "xã Hòa Bình" }}`, "Hòa Bình"}),
		take("trimSuffix", "bỏ phần cuối nếu có", []argKind{text, text},
			Example{`{{ trimSuffix "./." "thực hiện./." }}`, "thực hiện"}),
		take("contains", "dòng chữ đứng sau có chứa dòng chữ đứng trước", []argKind{text, text},
			Example{`{{ if contains "xã" "các xã, phường" }}có{{ end }}`, "có"}),
		take("hasPrefix", "dòng chữ đứng sau mở đầu bằng dòng chữ đứng trước", []argKind{text, text},
			Example{`{{ if hasPrefix "Sở" "Sở Y tế" }}có{{ end }}`, "có"}),
		take("hasSuffix", "dòng chữ đứng sau kết thúc bằng dòng chữ đứng trước", []argKind{text, text},
			Example{`{{ if hasSuffix "." "Hết." }}có{{ end }}`, "có"}),
		define("replace", boundedReplace(from["replace"].(func(old, new, src string) string)), "thay chữ: chữ cũ, chữ mới, dòng chữ",
			Example{`{{ replace "huyện" "xã" "các huyện" }}`, "các xã"}),
		take("ternary", "chọn giá trị thứ nhất nếu điều kiện ở cuối đúng, không thì giá trị thứ hai", []argKind{anything, anything, truthful},
			Example{`{{ ternary "có" "không" (eq 1 1) }}`, "có"}).withMissing(),
		take("first", "mục đầu tiên", []argKind{items},
			Example{`{{ first (list "a" "b") }}`, "a"}),
		take("last", "mục cuối cùng", []argKind{items},
			Example{`{{ last (list "a" "b") }}`, "b"}),
		take("rest", "các mục trừ mục đầu tiên", []argKind{items},
			Example{`{{ noi (rest (list "a" "b" "c")) "" }}`, "bc"}),
		take("initial", "các mục trừ mục cuối cùng", []argKind{items},
			Example{`{{ noi (initial (list "a" "b" "c")) "" }}`, "ab"}),
		take("reverse", "đảo ngược thứ tự", []argKind{items},
			Example{`{{ noi (reverse (list "a" "b" "c")) "" }}`, "cba"}),
		take("append", "thêm một mục vào cuối", []argKind{items, anything},
			Example{`{{ noi (append (list "a") "b") "" }}`, "ab"}),
		take("prepend", "thêm một mục vào đầu", []argKind{items, anything},
			Example{`{{ noi (prepend (list "b") "a") "" }}`, "ab"}),
		take("concat", "nối các danh sách thành một; danh sách không có thì bỏ qua", []argKind{items},
			Example{`{{ noi (concat (list "a") (list "b" "c")) "" }}`, "abc"}).withMissing(),
		take("max", "số lớn nhất", []argKind{whole},
			Example{`{{ max 3 8 5 }}`, "8"}),
		take("min", "số nhỏ nhất", []argKind{whole},
			Example{`{{ min 3 8 5 }}`, "3"}),
	}
}

// boundedReplace refuses a replacement whose result would be too long, before making it.
func boundedReplace(replace func(old, new, src string) string) func(old, new, src string) (string, error) {
	return func(old, new, src string) (string, error) {
		if len(src)+strings.Count(src, old)*len(new) > maxText {
			return "", errTooLong()
		}
		return replace(old, new, src), nil
	}
}
