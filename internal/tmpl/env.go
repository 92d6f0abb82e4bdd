package tmpl

import (
	"fmt"
	"slices"

	"vanban/internal/data"
)

// Env is what surrounds a template: all that its text may name without defining it.
type Env struct {
	Functions []Function // what the body may call; merge.Table gives them

	// Shared holds the schema files that a head may refer to by name, parsed; Common names the one whose
	// properties are the keys common to every type (chung.schema.yaml).
	Shared map[string]*data.Node
	Common string

	// Types and Layouts are the types and layout variants that the standard has; nil where they are not to be
	// checked.
	Types, Layouts []string

	// Include gives the text of another template of the same standard, by the name that the head key kem
	// uses, and the file name to report its faults under. Nil when there is none.
	Include func(name string) (file string, src []byte, ok bool)
}

// Function is what a template must know of a function (hàm) to be checked.
type Function struct {
	Name   string
	Min    int
	Max    int  // -1: any number
	Silent bool // prints nothing, so a line that holds only its call vanishes
}

func (e *Env) function(name string) *Function {
	for i := range e.Functions {
		if e.Functions[i].Name == name {
			return &e.Functions[i]
		}
	}
	return nil
}

func (e *Env) silent(name string) bool {
	f := e.function(name)
	return f != nil && f.Silent
}

func (e *Env) functionNames() []string {
	names := make([]string, len(e.Functions))
	for i, f := range e.Functions {
		names[i] = f.Name
	}
	slices.Sort(names)
	return names
}

// arity says how many arguments the function takes.
func (f *Function) arity() string {
	switch {
	case f.Max < 0:
		return fmt.Sprintf("ít nhất %d đối số", f.Min)
	case f.Min == f.Max:
		return fmt.Sprintf("%d đối số", f.Min)
	default:
		return fmt.Sprintf("từ %d đến %d đối số", f.Min, f.Max)
	}
}
