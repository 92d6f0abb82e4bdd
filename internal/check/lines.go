package check

import (
	"strings"

	"vanban/internal/viet"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// liner turns the body of a file into the lines that package zone names. A line's Ref is its place in paragraphs.
type liner struct {
	words      *zone.Words
	lines      []zone.Line
	paragraphs []*word.Paragraph // nil for a table
	data       []*word.Table     // nil for a paragraph
	pairs      int
	tables     int
	fresh, gap bool // a section begins; something blank stands before
}

// linesOf reads the body: paragraphs, those of tables that only place things side by side, and one line for each
// table of data. A paragraph with forced breaks is several lines.
func linesOf(d *word.Document, words *zone.Words) *liner {
	l := &liner{words: words}
	for _, s := range d.Sections {
		l.fresh = true
		l.blocks(d.Body[s.From:s.To], zone.Whole, 0)
	}
	return l
}

func (l *liner) blocks(blocks []word.Block, side zone.Side, pair int) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *word.Paragraph:
			l.paragraph(b, side, pair)
		case *word.Table:
			l.tables++
			l.table(b)
		}
	}
}

func (l *liner) paragraph(p *word.Paragraph, side zone.Side, pair int) {
	for _, shape := range p.Shapes() {
		l.blocks(shape.Blocks, zone.Whole, 0)
	}
	text := p.Text()
	if p.Label != nil && p.Label.Text != "" {
		text = p.Label.Text + " " + text
	}
	if strings.TrimSpace(text) == "" {
		l.gap = true
		return
	}
	look := zone.Look{Known: true, Bold: true, Italic: true, Centered: p.Align == word.Center}
	for _, r := range letters(p) {
		look.Bold, look.Italic, look.Size = look.Bold && r.Bold, look.Italic && r.Italic, r.Size
	}
	for _, piece := range strings.Split(text, "\n") {
		if strings.TrimSpace(piece) == "" {
			continue
		}
		look.Break = l.fresh || p.PageBreakBefore
		l.add(zone.Line{Pos: p.Place.Pos(), Text: viet.NFC(strings.TrimSpace(piece)), Side: side, Pair: pair, Look: look}, p)
	}
}

func (l *liner) add(line zone.Line, p *word.Paragraph) {
	line.Ref, line.Gap = len(l.paragraphs), l.gap
	l.lines, l.paragraphs, l.data = append(l.lines, line), append(l.paragraphs, p), append(l.data, nil)
	l.gap, l.fresh = false, false
}

func (l *liner) table(t *word.Table) {
	if !t.Borderless() && !l.places(t) {
		first := ""
		for _, p := range word.Paragraphs([]word.Block{t}) {
			if first = strings.TrimSpace(p.Text()); first != "" {
				break
			}
		}
		l.add(zone.Line{Pos: t.Place.Pos(), Text: viet.NFC(first), Table: true}, nil)
		l.data[len(l.data)-1] = t
		return
	}
	for _, row := range t.Rows {
		l.pairs++
		for k, c := range row.Cells {
			side := zone.Right
			if k == 0 {
				side = zone.Left
			}
			if len(row.Cells) == 1 {
				side = zone.Whole
			}
			l.blocks(c.Blocks, side, l.pairs)
		}
	}
}

// cells are the texts of the table that a line stands for.
func (l *liner) cells(ref int) []zone.Line {
	if ref >= len(l.data) || l.data[ref] == nil {
		return nil
	}
	var out []zone.Line
	for _, p := range word.Paragraphs([]word.Block{l.data[ref]}) {
		if text := strings.TrimSpace(viet.NFC(p.Text())); text != "" {
			out = append(out, zone.Line{Pos: p.Place.Pos(), Text: text, Ref: ref})
		}
	}
	return out
}

// places tells a small table at the head that has lines, drawn as the rule under a name, and holds số, ký hiệu or
// địa danh, thời gian all the same.
func (l *liner) places(t *word.Table) bool {
	if l.tables > 1 || len(t.Rows) > 4 || t.Columns() > 3 {
		return false
	}
	for _, p := range word.Paragraphs([]word.Block{t}) {
		text := strings.Join(strings.Fields(viet.NFC(p.Text())), " ")
		if n, ok := l.words.Number(text); ok && n.Symbol != "" {
			return true
		}
		if _, _, ok := l.words.Date(text); ok {
			return true
		}
	}
	return false
}
