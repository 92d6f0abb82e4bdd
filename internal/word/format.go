package word

import "vanban/internal/unit"

// VertAlign is whether letters are raised or lowered.
type VertAlign int

// Where letters stand.
const (
	Baseline VertAlign = iota
	Superscript
	Subscript
)

// Format is the effective formatting of letters: what Word shows, after defaults, table style, the paragraph's
// style, the character style and the run itself. Formats are comparable and shared: never change one.
type Format struct {
	Style     string // name of the character style, "" for none
	Font      string // the face that Word takes for this text; theme faces are resolved; "" where nothing names one
	Size      unit.Length
	Bold      bool
	Italic    bool
	Underline string // "" for none, otherwise Word's word for the line: "single", "double", "words", "dotted" …
	Strike    bool   // struck through, once or twice
	Caps      bool   // shown in capitals whatever is typed
	SmallCaps bool
	Hidden    bool   // chữ ẩn: neither shown nor printed
	Color     string // "RRGGBB" with theme colour and tint resolved; "" is automatic: black on white
	Highlight string // "" for none, otherwise Word's word: "yellow" …
	Shading   string // "RRGGBB" behind the letters, "" for none
	Spacing   unit.Length
	Scale     int // width of letters in percent: 100
	Position  unit.Length
	VertAlign VertAlign
	Lang      string // "vi-VN"; "" where nothing says
	Complex   bool   // set as complex script (w:cs, w:rtl, Arabic letters …): size, bold and italic are those of that script
	Framed    bool   // a box is drawn around the letters (w:bdr)
	Outlined  bool   // outline, shadow, emboss or imprint: letters that are not plainly black
}

// Border is one edge. The zero Border is no line.
type Border struct {
	Style  string // "" for none, otherwise Word's word: "single", "double", "dashed" …
	Weight unit.Length
	Space  unit.Length // between line and text
	Color  string      // "RRGGBB", "" is automatic
}

// Visible tells whether there is a line.
func (b Border) Visible() bool { return b.Style != "" }

// Borders are the edges of a paragraph, table or cell. Inside edges are those between the paragraphs of one
// group (InsideH), or between the cells of a table.
type Borders struct{ Top, Bottom, Left, Right, InsideH, InsideV Border }

// Visible tells whether any edge has a line.
func (b Borders) Visible() bool { return b != Borders{} }
