// Package diag holds what vanban tells its user: findings with a place, a reason and a cure.
//
// A [Diagnostic] is something the user can cure in a file of theirs. What the surroundings did (a disk
// that is full, a file that cannot be read) is an ordinary error, never a Diagnostic. Ids are stable:
// they are explained by `vanban explain`, from the files of the folder explain.
//
// Start from [List] and [Print].
package diag

import (
	"cmp"
	"fmt"
	"slices"
)

// Severity ranks a finding.
type Severity int

// From a remark to a fault that stops the work.
const (
	Info Severity = iota
	Warning
	Error
)

// String gives the word printed before a message.
func (s Severity) String() string {
	switch s {
	case Error:
		return "lỗi"
	case Warning:
		return "cảnh báo"
	default:
		return "lưu ý"
	}
}

// Pos is a place in what the user wrote: a line and column of a text file, a cell of a workbook, or a place in a
// document that has neither, in the words a person would look for; Line is then its order in the document.
// Lines and columns count from 1, columns in characters; 0 means unknown.
type Pos struct {
	File      string
	Line, Col int
	Len       int    // characters that the finding is about, from Col; 0 when unknown
	Sheet     string // name of the sheet, for workbooks
	Cell      string // "C7", for workbooks
	Place     string // «Điều 3, khoản 2», «Nơi nhận»: for Word files and documents
}

// IsZero tells whether nothing at all is known of the place.
func (p Pos) IsZero() bool { return p == Pos{} }

// String writes file:line:column, workbook!sheet!cell or «file: place», as far as known.
func (p Pos) String() string {
	switch {
	case p.Place != "" && p.File != "":
		return p.File + ": " + p.Place
	case p.Place != "":
		return p.Place
	case p.Sheet != "" && p.Cell != "":
		return p.File + "!" + p.Sheet + "!" + p.Cell
	case p.Sheet != "":
		return p.File + "!" + p.Sheet
	case p.Line > 0 && p.Col > 0:
		return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
	case p.Line > 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	default:
		return p.File
	}
}

// Note is another place that a finding speaks of: the template line, the first of two duplicates.
type Note struct {
	Pos     Pos
	Message string
}

// Diagnostic is one finding.
type Diagnostic struct {
	ID       string
	Severity Severity
	Pos      Pos
	Message  string   // Vietnamese, no capital, no full stop, values in «»
	Field    string   // the path and title of the field it is about, when it is about one
	Notes    []Note   // other places
	Hints    []string // cures, most likely first
	Clause   string   // what of the decree it rests on
}

// List is a run's findings. The zero value is empty and ready.
type List []Diagnostic

// Add appends a finding.
func (l *List) Add(d Diagnostic) { *l = append(*l, d) }

// HasErrors tells whether any finding is an Error.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}

// Sorted gives the findings by file, place, id and message, exact repeats left out.
func (l List) Sorted() List {
	out := slices.Clone(l)
	slices.SortStableFunc(out, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Sheet, b.Pos.Sheet),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Col, b.Pos.Col),
			compareCells(a.Pos.Cell, b.Pos.Cell),
			cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(a.ID, b.ID),
			cmp.Compare(a.Message, b.Message),
		)
	})
	return slices.CompactFunc(out, func(a, b Diagnostic) bool {
		return a.ID == b.ID && a.Pos == b.Pos && a.Message == b.Message
	})
}

// compareCells orders "B10" after "C9": by row, then by column.
func compareCells(a, b string) int {
	ac, ar := splitCell(a)
	bc, br := splitCell(b)
	return cmp.Or(cmp.Compare(ar, br), cmp.Compare(len(ac), len(bc)), cmp.Compare(ac, bc))
}

func splitCell(cell string) (col string, row int) {
	for i, r := range cell {
		if r >= '0' && r <= '9' {
			if row < 1<<30 {
				row = row*10 + int(r-'0')
			}
			if col == "" {
				col = cell[:i]
			}
		}
	}
	return col, row
}
