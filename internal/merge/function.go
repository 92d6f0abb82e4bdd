package merge

import (
	"fmt"
	"reflect"

	"vanban/internal/tmpl"
)

// Function is what the manual says of a function (hàm) that templates may call.
type Function struct {
	Name        string
	Group       string
	Description string    // one line, Vietnamese
	Examples    []Example // they are run as tests
}

// Example is a snippet of a template and what it gives.
type Example struct{ Template, Output string }

// function is an entry of the table.
type function struct {
	Function
	fn       reflect.Value
	direct   func(in []any) (any, error) // calls fn without reflect; nil where its shape is rare
	takes    []argKind                   // by parameter; the last of a variadic function again and again
	variadic bool
	fails    bool // gives an error too
	decides  bool // gives true or false
	context  bool // takes a *call before its arguments
	builtin  bool // and, or: the walker's own, never called through the table
	silent   bool // prints nothing

	// keepsMissing lets missing values in. Otherwise a call with one gives it back untouched, so that the
	// finding is made where it is printed and speaks of the key, not of the function.
	keepsMissing bool
}

// argKind is what a parameter wants.
type argKind int

const (
	anything argKind = iota
	text             // string
	whole            // int
	truthful         // bool
	items            // []any
	mapping          // *dict
	valued           // *Value
)

// nothing is what silent functions give.
type nothing struct{}

// group is a part of the table, one file each.
type group struct {
	name      string
	functions []function
}

// groups lists the table in the order of the manual.
func groups() []group {
	return []group{
		{"ngày tháng", dateFunctions()},
		{"số và tiền", numberFunctions()},
		{"chữ", textFunctions()},
		{"danh sách", listFunctions()},
		{"hình dạng", shapeFunctions()},
		{"gộp và sắp xếp", arrangeFunctions()},
		{"so sánh", logicFunctions()},
		{"kiểm tra", checkFunctions()},
		{"lấy từ sprig", sprigFunctions()},
	}
}

// Functions gives the manual of the functions, group by group.
func Functions() []Function {
	var out []Function
	for _, g := range groups() {
		for _, f := range g.functions {
			f.Group = g.name
			out = append(out, f.Function)
		}
	}
	return out
}

// Signatures gives what [tmpl.Parse] must know of the functions.
func Signatures() []tmpl.Function {
	var out []tmpl.Function
	for _, g := range groups() {
		for _, f := range g.functions {
			s := tmpl.Function{Name: f.Name, Min: len(f.takes), Max: len(f.takes), Silent: f.silent}
			if f.variadic {
				s.Min, s.Max = s.Min-1, -1
			}
			if f.builtin {
				s.Min = 1
			}
			out = append(out, s)
		}
	}
	return out
}

// table gives the functions by name.
func table() map[string]*function {
	byName := map[string]*function{}
	for _, g := range groups() {
		for _, f := range g.functions {
			if byName[f.Name] != nil {
				panic("merge: function twice: " + f.Name)
			}
			byName[f.Name] = &f
		}
	}
	return byName
}

// define makes an entry from a Go function, whose parameters tell what it takes.
func define(name string, fn any, description string, examples ...Example) function {
	f := function{Function: Function{Name: name, Description: description, Examples: examples}, fn: reflect.ValueOf(fn), direct: direct(fn)}
	t := f.fn.Type()
	f.variadic = t.IsVariadic()
	f.fails = t.NumOut() == 2
	f.decides = t.Out(0).Kind() == reflect.Bool
	for i := range t.NumIn() {
		in := t.In(i)
		if f.variadic && i == t.NumIn()-1 {
			in = in.Elem()
		}
		switch {
		case in == reflect.TypeFor[*call]():
			f.context = true
			continue
		case in == reflect.TypeFor[[]any]():
			f.takes = append(f.takes, items)
		case in == reflect.TypeFor[*dict]():
			f.takes = append(f.takes, mapping)
		case in == reflect.TypeFor[*Value]():
			f.takes = append(f.takes, valued)
		case in.Kind() == reflect.String:
			f.takes = append(f.takes, text)
		case in.Kind() == reflect.Int:
			f.takes = append(f.takes, whole)
		case in.Kind() == reflect.Bool:
			f.takes = append(f.takes, truthful)
		case in.Kind() == reflect.Interface:
			f.takes = append(f.takes, anything)
		default:
			panic(fmt.Sprintf("merge: function %s takes %s", name, in))
		}
	}
	return f
}

// withMissing lets missing values reach the function.
func (f function) withMissing() function {
	f.keepsMissing = true
	return f
}
