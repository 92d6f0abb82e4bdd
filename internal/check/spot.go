package check

import (
	"regexp"
	"slices"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/mend"
	"vanban/internal/unit"
	"vanban/internal/viet"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// spot is a paragraph where it stands.
type spot struct {
	p       *word.Paragraph
	index   int // in the flow
	text    string
	line    *zone.Labelled // nil for one that no line of Found stands for
	table   *word.Table    // the innermost; nil outside tables
	row     *word.Row
	cell    *word.Cell
	section *word.Section
	room    unit.Length // for its lines, between the indents; 0 where it is not known
	box     *word.Shape // the text box that it stands in
	several bool        // it holds more than one component
	own     []*word.Run // of several: the letters of this one; nil where they are not known
}

// locate lists the paragraphs and ties them to the lines of Found.
func (i *inspection) locate() {
	i.spread(i.Document.Body, spot{})
	for k := range i.Found.Lines {
		l := &i.Found.Lines[k]
		if s := i.byParagraph[i.paragraphs[l.Ref]]; s != nil && !l.Table {
			if s.line == nil {
				s.line = l
			}
			if s.line != l { // one of two columns, or of several lines, that stand in one paragraph
				if s.line.Kind != l.Kind && !s.several {
					s.several, s.own = true, piece(s.p, s.line.Text)
				}
				if s.line.Kind == l.Kind && s.line.Part == l.Part {
					continue
				}
				twin := *s
				twin.line, twin.own = l, piece(s.p, l.Text)
				s = &twin
			}
			i.lines = append(i.lines, s)
			if s.sure() {
				i.byPart[l.Part] = append(i.byPart[l.Part], s)
			}
		}
	}
}

func (i *inspection) spread(blocks []word.Block, in spot) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *word.Paragraph:
			s := in
			s.p, s.index, s.text = b, len(i.flow), viet.NFC(b.Text())
			if n := b.Place.Section; n > 0 && n <= len(i.Document.Sections) {
				s.section = i.Document.Sections[n-1]
			}
			if s.cell == nil && s.box == nil && s.section != nil && s.section.Columns <= 1 {
				s.room = s.section.Width - s.section.Left - s.section.Right - s.section.Gutter
			}
			if s.room > 0 {
				s.room = max(0, s.room-b.IndentLeft-b.IndentRight)
			}
			i.flow = append(i.flow, &s)
			i.byParagraph[b] = &s
			for _, shape := range b.Shapes() {
				i.spread(shape.Blocks, spot{box: shape})
			}
		case *word.Table:
			for _, row := range b.Rows {
				for _, cell := range row.Cells {
					i.spread(cell.Blocks, spot{table: b, row: row, cell: cell, box: in.box, room: cellRoom(b, cell)})
				}
			}
		}
	}
}

// cellRoom is the width for the text of a cell; 0 where the file does not fix it.
func cellRoom(t *word.Table, c *word.Cell) unit.Length {
	var width unit.Length
	if !t.Fixed && c.Width == (word.Width{}) {
		return 0 // as wide as what stands in it
	}
	for k := c.Column - 1; k < c.Column-1+c.Span && k >= 0 && k < len(t.Grid); k++ {
		width += t.Grid[k]
	}
	if c.Width.Length > 0 {
		width = c.Width.Length
	}
	return max(0, width-c.Margins.Left-c.Margins.Right)
}

// kind is what the paragraph was recognised as; Outside where no line stands for it.
func (s *spot) kind() zone.Kind {
	if s.line == nil {
		return zone.Outside
	}
	return s.line.Kind
}

// sure tells a paragraph whose component is known without a doubt.
func (s *spot) sure() bool { return s.line != nil && s.line.Doubt == "" && s.line.Part >= 0 }

// where names the place for people.
func (s *spot) where() string {
	phrase := s.p.Place.Phrase
	if s.line != nil && s.line.Kind != zone.Body && s.line.Kind != zone.Outside {
		return s.line.Kind.String() + ", " + phrase
	}
	if text := excerpt(s.text); text != "" {
		return phrase + " «" + text + "»"
	}
	return phrase
}

func (s *spot) pos() diag.Pos {
	pos := s.p.Place.Pos()
	pos.Place = s.where()
	return pos
}

// at is the paragraph in its file, for mending.
func (s *spot) at() mend.Place { return mend.Place{Part: s.p.Place.Part, Start: s.p.Element.Start} }

// blank tells a paragraph that prints nothing at all.
func (s *spot) blank() bool { return s.p.Empty() }

// runs gives the runs of letters that are printed, without raised and lowered ones.
func (s *spot) runs() []*word.Run {
	if s.own != nil {
		return s.own
	}
	return letters(s.p)
}

// mostPieces is how many runs a paragraph may have whose components are told apart by their letters.
const mostPieces = 200

// piece gives the letters of a paragraph that say a text alone: between two tabs, forced breaks or wide gaps. It is nil
// where none are that text and no more.
func piece(p *word.Paragraph, text string) []*word.Run {
	if len(p.Runs) > mostPieces {
		return nil
	}
	var runs []*word.Run
	said := ""
	done := func() bool { return strings.Join(strings.Fields(said), " ") == text }
	for k := range p.Runs {
		r := &p.Runs[k]
		if r.Gone() {
			continue
		}
		apart := r.Kind == word.TabKey || r.Kind == word.LineBreak
		if apart || r.Kind == word.Text && wideGap.MatchString(r.Text) {
			if len(runs) > 0 && done() {
				return runs
			}
			runs, said = nil, ""
		}
		if shown := viet.NFC(r.Shown()); !apart && r.Kind == word.Text {
			said += shown
			if strings.TrimSpace(shown) != "" {
				runs = append(runs, r)
			}
		}
	}
	if len(runs) > 0 && done() {
		return runs
	}
	return nil
}

// wideGap is how a run begins that stands apart from what is before it.
var wideGap = regexp.MustCompile(`^[ \x{00A0}]{3,}`)

func letters(p *word.Paragraph) []*word.Run {
	var out []*word.Run
	for k := range p.Runs {
		r := &p.Runs[k]
		if r.Kind == word.Text && !r.Gone() && strings.TrimSpace(r.Text) != "" {
			out = append(out, r)
		}
	}
	return out
}

// share is the part of the paragraph's letters of which f holds, from 0 to 1.
func (s *spot) share(f func(*word.Run) bool) float64 {
	all, some := 0, 0
	for _, r := range s.runs() {
		if r.VertAlign != word.Baseline {
			continue
		}
		n := count(r.Text)
		all += n
		if f(r) {
			some += n
		}
	}
	if all == 0 {
		return 0
	}
	return float64(some) / float64(all)
}

// of gives the paragraphs of a part that are surely of one of the kinds, in order. An issuer in the right column is
// none: what stands there is Quốc hiệu, misspelt.
func (i *inspection) of(part int, kinds ...zone.Kind) []*spot {
	var out []*spot
	for _, s := range i.byPart[part] {
		if slices.Contains(kinds, s.line.Kind) && !(s.line.Kind == zone.Issuer && s.line.Side == zone.Right) {
			out = append(out, s)
		}
	}
	return out
}

// documents are the parts that are documents in their own right.
func (i *inspection) documents() []int { return i.parts(zone.Main, zone.Another) }

// parts are the numbers of the parts of one of the kinds.
func (i *inspection) parts(kinds ...zone.PartKind) []int {
	var out []int
	for n, p := range i.Found.Parts {
		for _, k := range kinds {
			if p.Kind == k {
				out = append(out, n)
			}
		}
	}
	return out
}
