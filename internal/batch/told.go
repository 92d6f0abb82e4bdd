package batch

import (
	"cmp"
	"fmt"
	"slices"

	"vanban/internal/diag"
)

// How many findings are told in one run: errors, and of each other kind. The manifest has all.
const (
	maxErrors = 200
	maxOthers = 5
)

// told keeps the first findings by the order of the records, however the workers come along.
type told struct {
	errors []numbered
	others map[string][]numbered
	left   map[string]int // how many were left out, by id; errors under none
}

// numbered is a finding and the number of its record.
type numbered struct {
	n int
	d diag.Diagnostic
}

func (t *told) add(n int, findings diag.List) {
	if t.others == nil {
		t.others, t.left = map[string][]numbered{}, map[string]int{}
	}
	for _, d := range findings.Sorted() {
		if d.Severity == diag.Error {
			t.errors = t.keep(t.errors, maxErrors, "", numbered{n, d})
		} else {
			t.others[d.ID] = t.keep(t.others[d.ID], maxOthers, d.ID, numbered{n, d})
		}
	}
}

func (t *told) keep(list []numbered, most int, id string, d numbered) []numbered {
	at, _ := slices.BinarySearchFunc(list, d, func(a, b numbered) int { return cmp.Or(cmp.Compare(a.n, b.n), -1) })
	if at == most {
		t.left[id]++
		return list
	}
	list = slices.Insert(list, at, d)
	if len(list) > most {
		t.left[id]++
		list = list[:most]
	}
	return list
}

// list gives what was kept in the order of the records; the last of a kind tells how many more there are.
func (t *told) list() diag.List {
	var all []numbered
	more := func(list []numbered, id string) {
		if n := t.left[id]; n > 0 {
			last := &list[len(list)-1].d
			last.Notes = append(slices.Clone(last.Notes), diag.Note{Message: fmt.Sprintf("còn %d chỗ khác như vậy, xem trong «%s»", n, ManifestName)})
		}
		all = append(all, list...)
	}
	more(t.errors, "")
	for id, list := range t.others {
		more(list, id)
	}
	slices.SortStableFunc(all, func(a, b numbered) int { return cmp.Or(cmp.Compare(a.n, b.n), cmp.Compare(a.d.ID, b.d.ID)) })
	var out diag.List
	for _, d := range all {
		out.Add(d.d)
	}
	return out
}

// diagnostic gives a finding of an unchanged document back; its place is what was written down.
func (f EntryFinding) diagnostic() diag.Diagnostic {
	d := diag.Diagnostic{ID: f.ID, Severity: diag.Info, Pos: diag.Pos{File: f.At}, Message: f.Message, Hints: f.Hints}
	for _, s := range []diag.Severity{diag.Warning, diag.Error} {
		if f.Severity == s.String() {
			d.Severity = s
		}
	}
	return d
}
