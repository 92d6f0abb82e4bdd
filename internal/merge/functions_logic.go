package merge

import (
	"fmt"

	"vanban/internal/diag"
)

// logicFunctions compare. Texts are compared letter by letter, numbers as numbers.
func logicFunctions() []function {
	return []function{
		{Function: Function{Name: "and", Description: "mọi giá trị đều có; dừng ở giá trị đầu tiên không có",
			Examples: []Example{{`{{ if and "a" "" }}có{{ else }}không{{ end }}`, "không"}}}, builtin: true, variadic: true, takes: []argKind{anything}},
		{Function: Function{Name: "or", Description: "ít nhất một giá trị có; cho giá trị đầu tiên có",
			Examples: []Example{{`{{ or "" "b" }}`, "b"}}}, builtin: true, variadic: true, takes: []argKind{anything}},
		define("not", negate, "không có, hoặc không đúng",
			Example{`{{ if not "" }}không có{{ end }}`, "không có"}).withMissing(),
		define("eq", equal, "bằng một trong các giá trị đứng sau",
			Example{`{{ if eq "b" "a" "b" }}bằng{{ end }}`, "bằng"}).withMissing(),
		define("ne", different, "khác",
			Example{`{{ if ne 1 2 }}khác{{ end }}`, "khác"}).withMissing(),
		define("lt", less, "nhỏ hơn, so sánh số",
			Example{`{{ if lt "9" "10" }}nhỏ hơn{{ end }}`, "nhỏ hơn"}),
		define("le", atMost, "nhỏ hơn hoặc bằng, so sánh số",
			Example{`{{ if le 2 2 }}đúng{{ end }}`, "đúng"}),
		define("gt", more, "lớn hơn, so sánh số",
			Example{`{{ if gt "1,5" "1,25" }}lớn hơn{{ end }}`, "lớn hơn"}),
		define("ge", atLeast, "lớn hơn hoặc bằng, so sánh số",
			Example{`{{ if ge 1 2 }}đúng{{ else }}sai{{ end }}`, "sai"}),
	}
}

func negate(v any) bool { return !truth(v) }

func equal(a any, others ...any) (bool, error) {
	if len(others) == 0 {
		return false, &argumentError{reason: "thiếu giá trị để so sánh"}
	}
	for _, b := range others {
		same, err := same(a, b)
		if same || err != nil {
			return same, err
		}
	}
	return false, nil
}

func different(a, b any) (bool, error) {
	same, err := same(a, b)
	return !same, err
}

// same compares two values; what is missing equals nothing.
func same(a, b any) (bool, error) {
	if !present(a) || !present(b) {
		return false, nil
	}
	x, isBool := a.(bool)
	y, both := b.(bool)
	if isBool && both {
		return x == y, nil
	}
	s, err := asText(a)
	if err != nil {
		return false, err
	}
	t, err := asText(b)
	return s == t, err
}

func present(v any) bool {
	value, ok := v.(*Value)
	return v != nil && (!ok || !value.missing)
}

func less(a, b any) (bool, error)    { return ordered(a, b, func(c int) bool { return c < 0 }) }
func atMost(a, b any) (bool, error)  { return ordered(a, b, func(c int) bool { return c <= 0 }) }
func more(a, b any) (bool, error)    { return ordered(a, b, func(c int) bool { return c > 0 }) }
func atLeast(a, b any) (bool, error) { return ordered(a, b, func(c int) bool { return c >= 0 }) }

func ordered(a, b any, is func(int) bool) (bool, error) {
	s, err := asText(a)
	if err != nil {
		return false, err
	}
	t, err := asText(b)
	if err != nil {
		return false, err
	}
	x, xs, err := amount(s)
	if err != nil {
		return false, &argumentError{placeOf(a), fmt.Sprintf("«%s» không phải số", diag.Clip(s)), ""}
	}
	y, ys, err := amount(t)
	if err != nil {
		return false, &argumentError{placeOf(b), fmt.Sprintf("«%s» không phải số", diag.Clip(t)), ""}
	}
	x.Mul(x, pow10(max(0, ys-xs)))
	y.Mul(y, pow10(max(0, xs-ys)))
	return is(x.Cmp(y)), nil
}
