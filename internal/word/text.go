package word

import (
	"strings"
)

// Shown is the run's text as printed: capitals applied, raised figures raised, tabs as "\t", breaks as "\n". Text that is gone is "".
func (r *Run) Shown() string {
	if r.Gone() {
		return ""
	}
	switch r.Kind {
	case TabKey, PositionTab:
		return "\t"
	case LineBreak, PageBreak, ColumnBreak:
		return "\n"
	case OptionalHyphen, Drawing, EmptyField, NoteMark:
		return ""
	}
	if r.VertAlign == Superscript {
		if raised, ok := raisedDigits(r.Text); ok {
			return raised
		}
	}
	if r.Caps {
		return strings.ToUpper(r.Text)
	}
	return r.Text
}

// raisedDigits writes raised figures as the letters that they are printed as: «m» and a raised «2» are «m²». ok is
// false for what has no letter of its own in every font.
func raisedDigits(s string) (raised string, ok bool) {
	if s == "" {
		return s, false
	}
	out := strings.NewReplacer("1", "¹", "2", "²", "3", "³").Replace(s)
	return out, strings.Trim(out, "¹²³") == ""
}

// Lowered tells letters set above or below the line that [Run.Shown] gives as ordinary ones: figures that were only moved
// up or down, too.
func (r *Run) Lowered() bool {
	if r.VertAlign == Baseline && r.Kind == Text && r.Position != 0 {
		text := strings.TrimSpace(r.Text)
		return text != "" && strings.Trim(text, "0123456789") == ""
	}
	if r.VertAlign == Baseline || r.Kind != Text || strings.TrimSpace(r.Text) == "" {
		return false
	}
	_, ok := raisedDigits(r.Text)
	return r.VertAlign == Subscript || !ok
}

// Text is the paragraph's text as printed once tracked changes are accepted, without its label, its text boxes
// and the marks of its notes.
func (p *Paragraph) Text() string {
	var b strings.Builder
	for i := range p.Runs {
		if r := &p.Runs[i]; r.Kind != FootnoteRef && r.Kind != EndnoteRef {
			b.WriteString(r.Shown())
		}
	}
	return b.String()
}

// Empty tells a paragraph that prints nothing: no text but blanks, no label, no drawing.
func (p *Paragraph) Empty() bool {
	for i := range p.Runs {
		if r := &p.Runs[i]; r.Kind == Drawing || r.Kind == Object {
			return false
		}
	}
	return strings.TrimSpace(p.Text()) == "" && (p.Label == nil || p.Label.Text == "")
}

// Shapes are the drawings anchored in the paragraph, those inside groups after their group.
func (p *Paragraph) Shapes() []*Shape {
	var out []*Shape
	var add func(s *Shape)
	add = func(s *Shape) {
		out = append(out, s)
		for _, inner := range s.Shapes {
			add(inner)
		}
	}
	for i := range p.Runs {
		if s := p.Runs[i].Shape; s != nil && !p.Runs[i].Gone() {
			add(s)
		}
	}
	return out
}

// Walk calls f for the blocks in reading order: a table before what its cells hold, a paragraph before the text
// boxes anchored in it. Where f returns false, what is inside is left out.
func Walk(blocks []Block, f func(Block) bool) {
	for _, b := range blocks {
		if !f(b) {
			continue
		}
		switch b := b.(type) {
		case *Paragraph:
			for _, s := range b.Shapes() {
				Walk(s.Blocks, f)
			}
		case *Table:
			for _, row := range b.Rows {
				for _, c := range row.Cells {
					Walk(c.Blocks, f)
				}
			}
		default:
			panic("word: a block of an unknown kind")
		}
	}
}

// Walk calls f for every block of the document: the body, then headers and footers, footnotes and endnotes.
func (d *Document) Walk(f func(Block) bool) {
	Walk(d.Body, f)
	for _, h := range d.Headers {
		Walk(h.Blocks, f)
	}
	for _, notes := range [][]*Note{d.Footnotes, d.Endnotes} {
		for _, n := range notes {
			Walk(n.Blocks, f)
		}
	}
}

// Paragraphs are those of the blocks in reading order, those of tables and text boxes among them.
func Paragraphs(blocks []Block) []*Paragraph {
	var out []*Paragraph
	Walk(blocks, func(b Block) bool {
		if p, ok := b.(*Paragraph); ok {
			out = append(out, p)
		}
		return true
	})
	return out
}
