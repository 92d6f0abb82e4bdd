// Package word reads any .docx or .dotx as it takes effect: what Word shows for it, wherever in the file that
// is said. It is what `check` judges, `import` turns into data, and `diff` and `dump` compare.
//
// Start from [Read] and [Document]. A Document is blocks (paragraphs and tables) in reading order; each carries
// its effective properties, its [Place] for people and for sorting, and the bytes of its elements in their part
// for one who changes single values and leaves every other byte alone.
//
// What holds: nothing of the file is run, opened or followed. Text is as the file has it (but for old encodings,
// which are read into Unicode): not normalised, capitals not applied (viet.NFC and [Run.Shown] do). Tracked
// changes are kept as they stand and marked, hidden text as well; [Paragraph.Text] gives what is printed once all
// changes are accepted. What is no text is told by [Document.Remarks]; what could not be read is a finding. Every
// reader is bounded in bytes, parts, depth and elements.
//
// Known gaps: text in charts, diagrams and embedded objects is not read, and said so; notes that start anew on each
// page or section are numbered through; paragraphs whose mark was deleted are not joined to the next; borders of
// conditional formats are taken edge by edge, without Word's rules for conflicts between neighbours.
package word

import (
	"vanban/internal/diag"
	"vanban/internal/unit"
)

// Document is a Word document as it takes effect.
type Document struct {
	File       string
	Body       []Block
	Sections   []*Section // at least one
	Headers    []*Header  // every header and footer that a section shows, once, in order of the sections
	Footnotes  []*Note    // in order of their references
	Endnotes   []*Note
	Comments   []*Note
	Properties Properties
	Remarks    []Remark // in order of their kinds, then as found
	Parts      []*Part  // in the order of the package

	EvenAndOdd bool        // even pages have headers and footers of their own
	DefaultTab unit.Length // distance of the tab stops that nobody set
	Main       string      // the part that holds the body
}

// Read reads a file's bytes. file is its name, for places and for telling what else it may be. The Document is
// nil where a finding is an error. The findings speak of what the user can cure: a file of another kind, with a
// password, broken, too large; what of it was not read.
func Read(file string, src []byte) (*Document, diag.List) {
	r := newReader(file)
	if err := r.read(src); err != nil {
		r.found.Add(r.diagnose(err))
	}
	if r.found.HasErrors() {
		return nil, r.found
	}
	return r.doc, r.found
}
