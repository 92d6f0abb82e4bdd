package content

import (
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// Kind is what a passage is.
type Kind int

// The constructs of ô 6, then the other components.
const (
	Paragraph Kind = iota
	Division       // phần, chương, mục, tiểu mục with a line of their own
	Heading        // «I. MỤC ĐÍCH, YÊU CẦU»
	Article
	Clause
	Point
	Item
	Cell
	Issuer // chủ quản and ban hành
	Number // số, ký hiệu as a line
	PlaceDate
	Subject // trích yếu
	Authority
	Ground
	Order
	Addressee
	Signatory
	Name
	Recipient
	File
	Note // (Kèm theo …)
	AppendixLabel
	AppendixTitle
	Unread // seen, but of no component whose text is judged
)

// Passage is one line or paragraph.
type Passage struct {
	Kind   Kind
	Text   string // NFC, without its number
	Raw    string // the whole line as typed, where blanks stand in it that Text has not; empty otherwise
	Number string // as written, without marks: «5», «2.1», «đ», «II»
	Mark   string // what follows or precedes the number, or begins an item: «.», «)», «-»
	Depth  int    // of a clause: 1 for «1.»
	Pos    diag.Pos
	Doubt  bool // its kind may be wrong
}

// body tells whether the passage is text of ô 6.
func (p *Passage) body() bool { return p.Kind <= Cell }

// prose tells whether the passage is text that a person wrote as sentences or phrases.
func (p *Passage) prose() bool {
	return p.body() || p.Kind == Ground || p.Kind == Subject || p.Kind == Addressee || p.Kind == Recipient
}

// upper tells whether the passage is set in capitals, in which no rule about capitals applies.
func (p *Passage) upper() bool { return p.Text == viet.Upper(p.Text) }

// Role is what a part is.
type Role int

// The roles of parts.
const (
	Main Role = iota
	Enclosure
	Appendix
)

// Part is a document, a document issued with it, or an appendix.
type Part struct {
	Role     Role
	Of       int    // index of the part it belongs to; its own where it is a document
	Type     string // key of the type in the standard; empty where it is not known
	Order    bool   // it has a mệnh lệnh (QUYẾT ĐỊNH:)
	Date     viet.Date
	Number   string
	Symbol   string
	SymbolAt diag.Pos
	Pos      diag.Pos
	Passages []Passage
}

// Text is what is checked.
type Text struct {
	Made  bool // made by vanban: what a standard prints is printed right, and no part is missing
	Parts []Part
}

// main is the document that the part in hand belongs to.
func (c *checker) main() *Part { return &c.text.Parts[c.part.Of] }

// of gives the passages of a part that are of a kind.
func (p *Part) of(k Kind) []*Passage {
	var out []*Passage
	for i := range p.Passages {
		if p.Passages[i].Kind == k {
			out = append(out, &p.Passages[i])
		}
	}
	return out
}

// quoted tells which passages begin inside quotation marks that an earlier one has opened: articles that a decision
// amends have numbers of their own. A heading ends a quotation that was left open.
func (p *Part) quoted() []bool {
	out := make([]bool, len(p.Passages))
	open := 0
	for i, q := range p.Passages {
		if q.Kind == Heading || q.Kind == Division {
			open = 0
		}
		out[i] = open > 0
		if q.body() {
			open = max(0, open+strings.Count(q.Text, "“")-strings.Count(q.Text, "”"))
		}
	}
	return out
}

// joined is the text of passages in a row.
func joined(list []*Passage) string {
	var parts []string
	for _, p := range list {
		parts = append(parts, strings.TrimSpace(p.Text))
	}
	return strings.Join(parts, " ")
}
