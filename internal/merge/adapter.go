package merge

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// maxList bounds the lists that functions take and make.
const maxList = 200_000

// call is what a function may know of its surroundings.
type call struct {
	run  *run
	site int
}

// missingError says that a value inside an argument is missing.
type missingError struct{ value *Value }

func (e *missingError) Error() string { return "thiếu giá trị" }

// argumentError says what is wrong with one value.
type argumentError struct {
	place  *place
	reason string
	hint   string
}

func (e *argumentError) Error() string { return e.reason }

// call calls a function of the table, and prints what it gives where that is all an action does.
func (r *run) call(n int, args []any) (any, error) {
	s := &r.program.sites[n]
	for i, k := range s.args {
		if k == none {
			continue
		}
		v, err := r.follow(k, args[i])
		if err != nil {
			return nil, err
		}
		args[i] = v
	}
	v, err := r.apply(n, s.fn, args)
	if err != nil || s.print == none {
		return v, err
	}
	return nil, r.print(s.print, v)
}

// apply is the one way from a template to Go. It unwraps what the function takes, turns faults and panics
// into findings, and marks text made from data as data.
func (r *run) apply(n int, f *function, args []any) (any, error) {
	if err := r.tick(n, 1); err != nil {
		return nil, err
	}
	for _, a := range args {
		v, ok := a.(*Value)
		if !ok || !v.missing || f.keepsMissing {
			continue
		}
		if f.decides {
			// The result goes into a condition and is never printed: tell it here or never.
			r.missing(n, v)
			return false, nil
		}
		return v, nil
	}
	rows, size := weigh(args)
	if err := r.tick(n, rows/16+size/1024); err != nil {
		return nil, err
	}
	result, err := r.invoke(n, f, args, rows)
	if errors.Is(err, errStop) {
		return nil, err
	}
	if err != nil {
		r.refuse(n, f, args, err)
		if f.decides {
			return false, nil
		}
		return failed(f.Name), nil
	}
	result, size = mark(result, args)
	r.produced += size
	if r.produced > maxProduced {
		return nil, r.stop(n, fmt.Sprintf("các hàm tạo ra quá %d MB dữ liệu", maxProduced>>20), "xem lại vòng lặp")
	}
	return result, nil
}

// weigh counts the items of the lists and the bytes of the texts that a function is given.
func weigh(args []any) (rows, size int) {
	for _, a := range args {
		switch v := a.(type) {
		case *list:
			rows += len(v.items)
		case *Value:
			size += len(v.text)
		case string:
			size += len(v)
		}
	}
	return rows, size
}

// invoke converts the arguments and calls the Go function. A panic in it is a fault of what it was given.
func (r *run) invoke(n int, f *function, args []any, rows int) (result any, err error) {
	if rows > maxList {
		return nil, errTooMany()
	}
	in := make([]any, len(args))
	for i, a := range args {
		if in[i], err = unwrap(a, f.takes[min(i, len(f.takes)-1)]); err != nil {
			return nil, err
		}
	}
	defer func() {
		if p := recover(); p != nil {
			result, err = nil, errors.New("không tính được với các giá trị này")
		}
	}()
	if f.direct != nil {
		return f.direct(in)
	}
	return f.reflected(&call{run: r, site: n}, in)
}

// reflected calls the Go function by reflect.
func (f *function) reflected(c *call, args []any) (any, error) {
	in := make([]reflect.Value, 0, len(args)+1)
	if f.context {
		in = append(in, reflect.ValueOf(c))
	}
	for _, a := range args {
		if a == nil {
			in = append(in, reflect.Zero(reflect.TypeFor[any]()))
		} else {
			in = append(in, reflect.ValueOf(a))
		}
	}
	out := f.fn.Call(in)
	if f.fails {
		if err, ok := out[1].Interface().(error); ok {
			return nil, err
		}
	}
	return out[0].Interface(), nil
}

// unwrap gives a value as the kind that a parameter wants.
func unwrap(a any, kind argKind) (any, error) {
	switch kind {
	case text:
		return asText(a)
	case whole:
		return asInt(a)
	case truthful:
		return truth(a), nil
	case items:
		return asItems(a)
	case mapping:
		if d, ok := a.(*dict); ok {
			return d, nil
		}
		return nil, &argumentError{placeOf(a), "cần một nhóm khóa, gặp " + describe(a), ""}
	case valued:
		if v, ok := a.(*Value); ok {
			return v, nil
		}
		s, err := asText(a)
		return &Value{text: s}, err
	}
	return a, nil
}

func asText(a any) (string, error) {
	switch v := a.(type) {
	case *Value:
		if v.missing {
			return "", &missingError{v}
		}
		return v.text, nil
	case string:
		return v, nil
	case int:
		return strconv.Itoa(v), nil
	}
	return "", &argumentError{placeOf(a), "cần chữ hoặc số, gặp " + describe(a), ""}
}

func asInt(a any) (int, error) {
	if n, ok := a.(int); ok {
		return n, nil
	}
	s, err := asText(a)
	if err != nil {
		return 0, err
	}
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil {
		return 0, &argumentError{placeOf(a), fmt.Sprintf("«%s» không phải số nguyên", diag.Clip(s)), "chỉ viết chữ số, không có dấu chấm, dấu phẩy"}
	}
	return n, nil
}

// asItems gives the items of a list; one text stands for a list of one.
func asItems(a any) ([]any, error) {
	switch v := a.(type) {
	case *list:
		return v.items, nil
	case *Value:
		if v.missing {
			return nil, nil
		}
		return []any{v}, nil
	case string:
		return []any{v}, nil
	}
	return nil, &argumentError{placeOf(a), "cần một danh sách, gặp " + describe(a), ""}
}

// describe names a value of the wrong kind.
func describe(a any) string {
	switch v := a.(type) {
	case *Value:
		return fmt.Sprintf("«%s»", diag.Clip(v.text))
	case string:
		return fmt.Sprintf("«%s»", diag.Clip(v))
	case int:
		return fmt.Sprintf("số %d", v)
	case bool:
		return "giá trị có/không"
	case *list:
		return "một danh sách"
	case *dict:
		return "một nhóm khóa"
	}
	return "chỗ trống"
}

// refuse makes the finding of a call that failed.
func (r *run) refuse(n int, f *function, args []any, err error) {
	var gone *missingError
	if errors.As(err, &gone) {
		r.missing(n, gone.value)
		return
	}
	var hints []string
	p := firstPlace(args)
	var arg *argumentError
	var date *viet.DateError
	var number *viet.NumberError
	reason := err.Error()
	switch {
	case errors.As(err, &arg):
		reason = arg.reason
		if arg.place != nil {
			p = arg.place
		}
		hints = hint(arg.hint)
	case errors.As(err, &date):
		reason, hints = fmt.Sprintf("«%s»: %s", diag.Clip(date.Input), date.Reason), hint(date.Hint)
	case errors.As(err, &number):
		reason, hints = fmt.Sprintf("«%s»: %s", diag.Clip(number.Input), number.Reason), hint(number.Hint)
	}
	r.report(n, IDFunction, p, fmt.Sprintf("hàm «%s»: %s", f.Name, reason), hints...)
}

func hint(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// firstPlace gives where the first argument that came from the data stands.
func firstPlace(args []any) *place {
	for _, a := range args {
		if p := placeOf(a); p != nil {
			return p
		}
	}
	return nil
}

// tainted tells whether any argument came from the data.
func tainted(args []any) bool {
	for _, a := range args {
		switch v := a.(type) {
		case *Value:
			return true
		case *list:
			if v.fromData {
				return true
			}
		case *dict:
			if v.fromData {
				return true
			}
		}
	}
	return false
}

// mark turns a Go result into a value and, when data had a part in it, marks it as data at the place of
// the first argument. It also gives the bytes that the result took. Items and entries that the function
// passes on keep their own marks.
func mark(result any, args []any) (any, int) {
	data := tainted(args)
	switch v := result.(type) {
	case string:
		if data {
			return &Value{text: v, place: firstPlace(args)}, len(v) + 64
		}
		return v, len(v)
	case int64:
		return int(v), 0
	case []string:
		l := &list{fromData: data, place: firstPlace(args)}
		size := 0
		for _, s := range v {
			item, n := mark(s, args)
			l.items = append(l.items, item)
			size += n + 16
		}
		return l, size
	case []any:
		return &list{items: v, fromData: data, place: firstPlace(args)}, 16 * len(v)
	case *dict:
		if v.place == nil {
			// Its keys are its own: it shares the position of an argument, not the schema.
			v.place, v.fromData = &place{pos: firstPlace(args).where()}, data
			return v, 32 * len(v.entries)
		}
	}
	return result, 0
}
