package word

import (
	"vanban/internal/unit"
	"vanban/internal/viet"
)

// Block is a *Paragraph or a *Table.
type Block interface{ At() Place }

// Align is how lines are set between the margins, or where a table stands.
type Align int

// The alignments.
const (
	Left Align = iota
	Center
	Right
	Justify    // căn đều hai bên
	Distribute // the last line, too
)

// LineRule is how the height of lines is given.
type LineRule int

// The rules for the height of lines.
const (
	Multiple LineRule = iota // of the height of the face: Line.Times
	Exact                    // Line.Height
	AtLeast                  // Line.Height, or more where letters are higher
)

// Line is the height of lines.
type Line struct {
	Rule   LineRule
	Times  float64 // of Multiple: 1, 1.1, 1.5
	Height unit.Length
}

// Tab is a tab stop.
type Tab struct {
	At     unit.Length // from the left margin
	Align  string      // "left", "center", "right", "decimal", "bar"
	Leader string      // "" for none, "dot", "hyphen", "underscore" …
}

// Frame is what framePr makes of a paragraph, or tblpPr of a table: it stands where it is put, and text flows
// around it. Page numbers are often set so.
type Frame struct {
	Width, Height  unit.Length // 0: as its text needs
	Across, Down   string      // from where: "margin", "page", "text"
	X, Y           unit.Length
	AlignX, AlignY string // instead of X and Y: "left", "center", "right"; "top", "center", "bottom"; "" for none
	DropCap        bool   // chữ cái lớn đầu đoạn
	Wrap           string
}

// Label is the number or bullet that Word writes before a paragraph of a list.
type Label struct {
	Text   string // as shown: "1.", "a)", "•"; "" where the level shows nothing
	Format string // Word's word: "decimal", "lowerLetter", "upperRoman", "bullet" …
	Suffix string // what follows: "\t", " " or ""
	Mark   *Format
}

// Bullet tells a label that does not count.
func (l *Label) Bullet() bool { return l.Format == "bullet" }

// Paragraph is a paragraph with its effective properties.
type Paragraph struct {
	Place   Place
	Style   string // name of the style as people see it: "Normal", "heading 1"; "" where the file has no styles
	StyleID string

	Align                   Align
	IndentLeft, IndentRight unit.Length
	FirstLine               unit.Length // negative: hanging
	Before, After           unit.Length // in effect: 0 where ContextualSpacing takes it away
	Contextual              bool        // contextualSpacing
	Line                    Line
	KeepNext, KeepLines     bool
	PageBreakBefore         bool
	WidowControl            bool
	RightToLeft             bool
	Outline                 int // 1 to 9 for a heading, 0 for body text
	Borders                 Borders
	Shading                 string // "RRGGBB", "" for none
	Tabs                    []Tab  // sorted, without those that are cleared
	Frame                   *Frame
	Label                   *Label
	Mark                    *Format // of the paragraph mark: the size of an empty paragraph
	MarkChange              *Change // the mark itself was inserted or deleted
	Runs                    []Run
	EndsSection             bool // its properties hold the section break

	Element Span // w:p
}

// At gives the place.
func (p *Paragraph) At() Place { return p.Place }

// ChangeKind is what a tracked change did.
type ChangeKind int

// The kinds of tracked change.
const (
	Inserted ChangeKind = iota + 1
	Deleted
	MovedFrom
	MovedTo
)

// Gone tells text that is no longer there once changes are accepted.
func (k ChangeKind) Gone() bool { return k == Deleted || k == MovedFrom }

// Change is a tracked change (Theo dõi thay đổi).
type Change struct {
	Kind   ChangeKind
	Author string
}

// RunKind is what a run is.
type RunKind int

// The kinds of run.
const (
	Text RunKind = iota
	TabKey
	LineBreak
	PageBreak
	ColumnBreak
	Symbol         // w:sym: Text is what it shows, or its private character where that is not known
	FootnoteRef    // Note is its number, Text the mark printed
	EndnoteRef     //
	NoteMark       // the number at the head of a note's own text
	Drawing        // Shape
	EmptyField     // a field without a result: Field
	OptionalHyphen // w:softHyphen: not printed inside a line
	PositionTab    // w:ptab: Text is its alignment: "left", "center", "right"
	Object         // an embedded object, an equation: Text is what of it is text
)

// Run is a piece of text of one formatting, or one thing that stands between letters. One w:r of the file gives
// several where it holds several things, or letters that Word sets in different faces.
type Run struct {
	*Format
	Kind   RunKind
	Text   string        // as written in the file, neither normalised nor put in capitals; of an old encoding in Unicode
	Legacy viet.Encoding // what Text was in: TCVN3 or VNI under a font of it, else UTF8
	Note   int           // of FootnoteRef and EndnoteRef: its number as printed
	Field  *Field        // the field that it is the result of, the innermost
	Link   string        // target of the hyperlink that it stands in; "#name" for a bookmark
	Shape  *Shape        // of Drawing
	Change *Change       // tracked
}

// Gone tells text that is not printed: deleted, moved away, or hidden.
func (r *Run) Gone() bool { return r.Hidden || r.Change != nil && r.Change.Kind.Gone() }

// Field is a field (trường): page number, table of contents, mail merge …
type Field struct {
	Name        string // in capitals: "PAGE", "NUMPAGES", "MERGEFIELD"
	Instruction string // the whole, as written
	Outer       *Field // the field that this one stands in
	Ended       bool   // its end was found; the result of one without an end reaches to the end of the part
}

// ShapeKind is what is drawn.
type ShapeKind int

// The kinds of drawing.
const (
	OtherShape ShapeKind = iota
	LineShape
	RectShape
	TextBox // whatever its outline: it holds text
	Picture
	Group
)

// Shape is a drawing of either kind (DrawingML or the older VML), which hangs at the paragraph that anchors it.
type Shape struct {
	Kind          ShapeKind
	Preset        string // of DrawingML: "line", "rect", "straightConnector1" …; of VML its element
	Width, Height unit.Length
	Inline        bool        // stands in the line like a letter
	FromX, FromY  string      // what X and Y count from: "column", "margin", "page", "character"; "paragraph", "margin", "page", "line"
	X, Y          unit.Length // of a shape inside a group: from the group's corner, scaled as shown
	AlignX        string      // instead of X: "left", "center", "right"; "" for none
	AlignY        string
	Weight        unit.Length // of the outline; 0 with NoLine
	Color         string      // of the outline, "RRGGBB"
	Dash          string      // "" for a whole line, otherwise the file's word: "dash", "sysDot" …
	NoLine        bool        // nothing is drawn around it
	Fill          string      // "RRGGBB", "" for none
	Behind        bool        // behind the text
	Alt           string      // its description, or the text of WordArt
	Hidden        bool
	Target        string   // of a picture: its part, or the address of an outside one
	Opaque        bool     // of a picture in PNG: none of it can be seen through
	Blocks        []Block  // of a text box
	Shapes        []*Shape // of a group
}
