package doc

import (
	"strings"

	"vanban/internal/diag"
)

// Block is one construct of official text.
type Block interface{ Pos() diag.Pos }

// Inline is text of one look inside a line.
type Inline struct {
	Text         string
	Bold, Italic bool
	Break        bool // a forced line break stands before Text
}

// Line is a line's text with its looks and its place.
type Line struct {
	At      diag.Pos
	Inlines []Inline
}

// Pos gives the place in the source.
func (l Line) Pos() diag.Pos { return l.At }

// Plain is the text without its looks.
func (l Line) Plain() string {
	var b strings.Builder // a line of others may have very many pieces
	for _, in := range l.Inlines {
		if in.Break {
			b.WriteByte(' ')
		}
		b.WriteString(in.Text)
	}
	return b.String()
}

// DivisionLevel ranks the divisions that have a line of their own for word and number.
type DivisionLevel int

// Phần, chương, mục, tiểu mục.
const (
	Part DivisionLevel = iota
	Chapter
	Section
	Subsection
)

// Division is a phần, chương, mục or tiểu mục: word and number on one line, title on the next
// (Phụ lục I, mục II.6.đ).
type Division struct {
	Line   // the title; no inlines where there is none
	Level  DivisionLevel
	Label  string // the word as written: «Chương»
	Number string
}

// Heading is a mục of a document without articles: «I. MỤC ĐÍCH, YÊU CẦU».
type Heading struct {
	Line
	Number string // as written, with its mark: «I.», «I/», «A.»
}

// Article is a điều. Titled tells a heading («Điều 1. Phạm vi điều chỉnh») from text that follows the
// number on the same line.
type Article struct {
	Line
	Number string
	Titled bool
}

// Clause is a khoản, or a step below one: «1.», «1.1.», «1.1.1.». Heading tells one that stands as a
// heading on its own line.
type Clause struct {
	Line
	Number  string // as written, with its dots or other mark: «1.», «1/», «2.1»
	Depth   int    // 1 for «1.»
	Heading bool
}

// Point is a điểm: «a)».
type Point struct {
	Line
	Letter string
	Mark   string // what follows the letter: «)», «/» or «.»
}

// Item is a dash or a mark below a điểm: «- », «+ », «* ».
type Item struct {
	Line
	Mark  string
	Depth int // 1 for «-»
}

// Paragraph is a paragraph without a number.
type Paragraph struct{ Line }

// Centered is a line in the middle of the text width.
type Centered struct{ Line }

// Table is a bảng.
type Table struct {
	At      diag.Pos
	Headers int // how many rows from the first are the header, repeated on each page
	Columns []Column
	Rows    []Row
}

// Pos gives the place in the source.
func (t *Table) Pos() diag.Pos { return t.At }

// Column is what a table says of a column.
type Column struct {
	Weight int // share of the width; 0 where the table says nothing
	Align  Align
}

// Align is how the text of a column stands.
type Align int

// The alignments. AlignAuto leaves it to the standard.
const (
	AlignAuto Align = iota
	AlignLeft
	AlignCenter
	AlignRight
)

// Row is one row; Group marks one that heads the rows below it.
type Row struct {
	At    diag.Pos
	Cells []Cell
	Group bool
}

// Cell is one cell: its paragraphs, how many columns it covers, and whether it goes on the cell above.
type Cell struct {
	At     diag.Pos
	Lines  []Line
	Span   int // columns covered, at least 1
	Above  bool
	Shaded bool
}

// Walk calls f for every block of the document in printed order: body, enclosures, appendices. A block
// of an unknown type panics, so that a new one cannot be forgotten by a stage.
func Walk(d *Document, f func(Block)) {
	walk(d.Body, f)
	for _, e := range d.Enclosures {
		walk(e.Body, f)
	}
	for _, a := range d.Appendices {
		walk(a.Body, f)
	}
}

func walk(blocks []Block, f func(Block)) {
	for _, b := range blocks {
		switch b.(type) {
		case *Division, *Heading, *Article, *Clause, *Point, *Item, *Paragraph, *Centered, *Table:
			f(b)
		default:
			panic("doc: unknown block")
		}
	}
}

// Figures are a number without the mark behind it: «I» of «I/», «2.1» of «2.1.».
func Figures(number string) string { return strings.TrimRight(number, " .)-–/") }
