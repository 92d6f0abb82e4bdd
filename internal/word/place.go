package word

import (
	"vanban/internal/diag"
)

// Region is what of the document a paragraph stands in.
type Region int

// The regions of a document.
const (
	InBody Region = iota
	InHeader
	InFooter
	InFootnote
	InEndnote
	InComment
)

// PageKind is which pages a header or footer is printed on.
type PageKind int

// Word's three kinds of header and footer.
const (
	DefaultPages PageKind = iota
	FirstPage
	EvenPages
)

// Place is where a paragraph or table stands. Numbers count from 1; 0 means that it does not apply. An empty
// paragraph counts as well: it is one for the person who looks for it in Word.
type Place struct {
	File string // the file as the user named it
	Part string // the part of the package: "word/document.xml"

	Table     int // the table in its container (body, cell, text box); of a nested table the innermost
	Cell      int // in the row: counts cells, not grid columns
	Paragraph int // in its container; 0 for a table
	Section   int // of the body and of what is anchored in it

	Order  int    // in the document, in reading order: what sorts before what
	Phrase string // for people, without the file: «đoạn 12», «bảng 2, hàng 3, cột 1, đoạn 2», «đầu trang, đoạn 1»
}

// Pos gives the place as findings hold it: file, phrase, and the order in the document for sorting.
func (p Place) Pos() diag.Pos {
	return diag.Pos{File: p.File, Line: p.Order, Place: p.Phrase}
}

// String is the phrase.
func (p Place) String() string { return p.Phrase }

// Span is the bytes of an element in its part, from its «<» up to behind its last «>». The zero Span says that
// the element is not there.
type Span struct{ Start, End int64 }
