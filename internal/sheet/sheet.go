// Package sheet is the document with every style resolved: the last stage that DOCX and PDF share.
//
// A sheet knows nothing of the decree, of data or of templates: it says which paragraphs stand in which
// sections, in which faces and at which distances. A writer that meets something here it cannot express
// panics; it never leaves it out. Lengths are EMU (package unit).
//
// Start from [Sheet] and [Walk].
package sheet

import (
	"vanban/internal/diag"
	"vanban/internal/unit"
)

// Sheet is one document ready to be written.
type Sheet struct {
	Properties Properties
	Styles     []*Style // every style that a block of the sheet uses, each once, in a stable order
	Sections   []*Section
}

// Properties are the document's own description (File > Properties).
type Properties struct {
	Title    string // tên loại and trích yếu
	Subject  string
	Author   string // the issuing body
	Keywords string // số, ký hiệu
	Language string // "vi-VN"
	Created  string // RFC 3339 UTC, from the data or SOURCE_DATE_EPOCH; empty when neither tells
	Custom   []Property
}

// Property is one that the document says of itself beside the usual ones (File > Properties > Custom). Name is
// of small letters and dashes.
type Property struct{ Name, Value string }

// Section is a run of pages of one shape, beginning on a new page.
type Section struct {
	Page       Page
	PageNumber PageNumber
	FirstFoot  []Block // at the foot of the section's first page (ô 13); nil for none
	Blocks     []Block
}

// Page is the paper and the area of the text.
type Page struct {
	Width, Height            unit.Length // as the page is read: a landscape page is wider than high
	Top, Right, Bottom, Left unit.Length // margins
	Landscape                bool
}

// TextWidth is the width between the margins.
func (p Page) TextWidth() unit.Length { return p.Width - p.Left - p.Right }

// PageNumber says how the pages of a section are numbered: Arabic digits, centred in the top margin.
type PageNumber struct {
	Style     *Style      // of the number; nil for no numbers at all
	FromTop   unit.Length // top edge of the paper to the top of the number's line
	HideFirst bool        // no number on the section's first page
	Restart   bool        // count from 1 again; else go on from the section before
}

// Align is the alignment of a paragraph.
type Align int

// The alignments.
const (
	Left Align = iota
	Center
	Right
	Justify
)

// Font is how letters look. Family is the name written into DOCX; PDF uses the faces it is given.
type Font struct {
	Family       string
	Size         unit.Length
	Bold, Italic bool
	Color        string // RRGGBB; empty for automatic (black)
}

// LineSpacing is the pitch of the lines: a multiple of the font's own line height, or an exact length.
type LineSpacing struct {
	Multiple int         // in 240ths: 240 is single, 360 one and a half; 0 when Exact is set
	Exact    unit.Length // baseline to baseline; 0 when Multiple is set
}

// Style is a named paragraph style, complete: nothing is inherited.
type Style struct {
	ID        string // letters and digits, unique: w:styleId
	Name      string // as Word shows it, Vietnamese
	Font      Font
	Align     Align
	FirstLine unit.Length // indent of the first line, relative to IndentLeft; negative hangs
	IndentLeft,
	IndentRight unit.Length
	Before, After unit.Length // the gap between two paragraphs is After of the one plus Before of the other
	Line          LineSpacing
	Outline       int  // 1 to 9: level in the document's outline; 0 for text
	KeepNext      bool // on one page with the first lines of the next block
	KeepLines     bool // all lines on one page
}

// Block is a paragraph or a table.
type Block interface{ Pos() diag.Pos }

// Paragraph is one paragraph. Its text is never empty.
type Paragraph struct {
	At    diag.Pos
	Style *Style
	Runs  []Run

	// What this paragraph has beside its style; zero values change nothing.
	KeepNext     bool        // as in Style, for this paragraph
	SpaceBefore  unit.Length // added to Style.Before (the room for a signature by hand)
	IndentLeft   unit.Length // added to Style.IndentLeft
	Rule         *Rule       // a line drawn under the paragraph; its lines are then told by Break alone
	Box          *Box        // a frame around the paragraph
	TopRule      bool        // a solid line above the paragraph over its whole width (ô 13)
	OutlineTitle string      // text of the outline entry, where it is not the text of the paragraph itself
}

// Pos gives the place in the source.
func (p *Paragraph) Pos() diag.Pos { return p.At }

// Run is text of one look. Bold, Italic and Size say how the run looks, not how it differs.
type Run struct {
	Text  string // no control characters; never empty unless Break
	Font  Font
	Break bool        // a forced line break stands before Text
	Blank unit.Length // room to be filled in by hand: a gap of this width stands here, Text is empty
}

// Rule is a solid line under the text of its paragraph: centred, or from its left edge where the paragraph
// is aligned left.
type Rule struct {
	Length unit.Length
	Gap    unit.Length // from the bottom of the paragraph's last line to the line
	Weight unit.Length
}

// Box is a single-line frame around a paragraph of one line, of a mandated size, centred in the column.
type Box struct {
	Width, Height unit.Length
	Weight        unit.Length
	Color         string // RRGGBB; empty for black
}

// Table is a grid. Cells of a row fill the columns from left to right.
type Table struct {
	At      diag.Pos
	Columns []unit.Length // widths; their sum is the table's width
	Rows    []*Row
	Grid    bool        // thin lines around every cell; else no lines at all
	PadX    unit.Length // between a cell's edge and its text, left and right
	Indent  unit.Length // from the left margin to the table's left edge
}

// Pos gives the place in the source.
func (t *Table) Pos() diag.Pos { return t.At }

// Row is one row of a table.
type Row struct {
	Cells    []*Cell
	Header   bool // repeated at the top of every page the table goes on to; only first rows
	NoSplit  bool // never broken over two pages, unless it is taller than a page
	KeepNext bool // on one page with the row, or block, that follows
}

// Cell is one cell. Without blocks it is an empty place of a layout table (the right half of a header
// that has no date).
type Cell struct {
	Span   int   // columns covered; 0 means 1
	Merge  Merge // vertical merging
	Blocks []Block
	VAlign VAlign
	Fill   string // RRGGBB of the background; empty for none
}

// Merge tells a cell's part in a run of cells merged downwards.
type Merge int

// The parts. A cell with MergeContinue has no blocks of its own.
const (
	MergeNone Merge = iota
	MergeStart
	MergeContinue
)

// VAlign is the vertical place of a cell's text.
type VAlign int

// The vertical places.
const (
	VTop VAlign = iota
	VMiddle
)

// Walk calls f for every block, in reading order, going into tables and first-page feet; it stops going
// into a table where f returns false. A block of an unknown type panics.
func Walk(s *Sheet, f func(Block) bool) {
	for _, sec := range s.Sections {
		walkBlocks(sec.Blocks, f)
		walkBlocks(sec.FirstFoot, f)
	}
}

func walkBlocks(blocks []Block, f func(Block) bool) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Paragraph:
			f(b)
		case *Table:
			if !f(b) {
				continue
			}
			for _, r := range b.Rows {
				for _, c := range r.Cells {
					walkBlocks(c.Blocks, f)
				}
			}
		default:
			panic("sheet: unknown block")
		}
	}
}
