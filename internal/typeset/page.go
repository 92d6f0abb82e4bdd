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
}

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
