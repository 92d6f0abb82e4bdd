package typeset

import (
	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// Document is a document as placed lines: what the PDF backend draws without measuring anything.
type Document struct {
	Title, Subject, Author, Keywords string
	Language                         string // "vi-VN"
	Created                          string // RFC 3339 UTC; empty when unknown
	Custom                           []sheet.Property
	Pages                            []*Page
	Outline                          []Mark // in reading order
}

// Page is one page. Y grows downwards from the top edge of the paper, X from its left edge.
type Page struct {
	Width, Height unit.Length
	Lines         []Line   // in reading order
	Strokes       []Stroke // rules, frames and the lines of tables
	Fills         []Fill   // backgrounds, drawn before everything else
}

// Line is one line of text on its baseline.
type Line struct {
	Baseline unit.Length
	Spans    []Span
	Starts   Start
}

// Start is what begins with a line. The zero value is a line that goes on with the paragraph of the line before.
type Start struct {
	Kind   StartKind
	Column int // of the table's grid, from 1; of StartRow, StartCell, MoreOfCell and GoesOnInCell
}

// StartKind is the kind of a Start.
type StartKind int

// What may begin with a line.
const (
	GoesOn         StartKind = iota
	StartParagraph           // outside tables
	StartNumber              // the number of a page
	StartFoot                // a paragraph at the foot of a page
	StartHead                // the first cell of a header row, which may stand there again on a further page
	StartRow                 // the first cell with text of a row
	StartCell                // another cell of the row
	MoreInCell               // another paragraph of the cell of the line before
	MoreOfCell               // on a further page: another paragraph of a cell of the row before
	GoesOnInCell             // on a further page: the paragraph in which that cell stopped
	StartColumns             // as StartRow, in a table that only places things side by side
	StartColumn              // as StartCell, in such a table
)

// Span is text of one look. Justified text has its spaces widened by WordSpace each.
type Span struct {
	X         unit.Length // where the first letter begins
	Width     unit.Length // advance of the text with its widened spaces
	Text      string
	WordSpace unit.Length // added to the advance of every U+0020 of Text; may be negative
	Face      FaceKey
	Size      unit.Length
	Color     string // RRGGBB; empty for black
}

// FaceKey picks one of the four faces of the family.
type FaceKey struct{ Bold, Italic bool }

// Stroke is a straight line.
type Stroke struct {
	X1, Y1, X2, Y2 unit.Length
	Weight         unit.Length
	Color          string // RRGGBB; empty for black
}

// Fill is a filled rectangle.
type Fill struct {
	X, Y, Width, Height unit.Length
	Color               string // RRGGBB
}

// Mark is an entry of the outline.
type Mark struct {
	Level int // 1 to 9
	Title string
	Page  int // index into Pages
	Y     unit.Length
}
