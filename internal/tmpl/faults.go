package tmpl

import "vanban/internal/diag"

// faults collects the findings of one file.
type faults struct {
	src  *Source
	list diag.List
}

// add reports text[from:to] of the file.
func (f *faults) add(id string, from, to int, message string, hints ...string) {
	f.list.Add(diag.Diagnostic{
		ID: id, Severity: diag.Error, Pos: f.src.span(from, to), Message: message, Hints: hints,
	})
}

// addWord reports a word of an action.
func (f *faults) addWord(id string, w word, message string, hints ...string) {
	f.add(id, w.at, w.at+len(w.text), message, hints...)
}
