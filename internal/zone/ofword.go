package zone

import (
	"slices"
	"strings"

	"vanban/internal/unit"
	"vanban/internal/viet"
	"vanban/internal/word"
)

// Source is a Word file as lines, and what each line stands for: the Ref of a line is an index of Of.
type Source struct {
	Lines []Line
	Of    []Origin
	Blank []Blank // paragraphs without text, in order

	Contents []*word.Paragraph // of a table of contents, which Word makes of the text: no lines of their own
}

// Origin is what a line stands for: a paragraph, or a table of data.
type Origin struct {
	Paragraph *word.Paragraph // nil for a table
	Table     *word.Table     // nil for a paragraph
	Section   *word.Section
}

// Blank is a paragraph that shows nothing. Before is the index of Of that stands above it, -1 for none.
type Blank struct {
	Paragraph *word.Paragraph
	Before    int
}

// OfWord reads the body of a Word file into lines: paragraphs, those of tables that only place things side by
// side, those of text boxes, one line for each table of data, and what stands at the foot of the first page. A
// paragraph with forced breaks is several lines. The text is what is printed: labels of lists and capitals are
// in it, deleted and hidden text is not.
func OfWord(d *word.Document, words *Words) *Source {
	r := &wordReader{words: words, source: &Source{}}
	for _, s := range d.Sections {
		r.section, r.fresh = s, true
		r.blocks(d.Body[s.From:s.To], Whole, 0)
		if s.Number == 1 {
			r.firstFoot(d, s)
		}
	}
	return r.source
}

// roomToSign is the space before a paragraph that stands for blank lines.
const roomToSign = 12 * unit.MM

// Cells are the texts of the table of data that a line stands for, as lines with that line's Ref.
func (s *Source) Cells(ref int) []Line {
	if ref >= len(s.Of) || s.Of[ref].Table == nil {
		return nil
	}
	var out []Line
	for _, p := range word.Paragraphs([]word.Block{s.Of[ref].Table}) {
		if text := seen(p.Text()); text != "" {
			out = append(out, Line{Pos: p.Place.Pos(), Text: text, Ref: ref})
		}
	}
	return out
}

// wordReader is one run of OfWord.
type wordReader struct {
	words   *Words
	source  *Source
	section *word.Section
	pairs   int
	column  int // of the row that is being read
	tables  int
	fresh   bool // a page begins
	gap     bool // something blank stands before
	foot    bool
}

func (r *wordReader) blocks(blocks []word.Block, side Side, pair int) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *word.Paragraph:
			r.paragraph(b, side, pair)
		case *word.Table:
			r.tables++
			r.table(b)
		}
	}
}

// firstFoot reads what stands at the foot of the first page alone, numbers of pages left out (ô 13).
func (r *wordReader) firstFoot(d *word.Document, s *word.Section) {
	foot := d.HeaderOf(s, word.InFooter, word.FirstPage)
	if !s.TitlePage || foot == nil || foot == s.Footers.Default {
		return
	}
	r.foot = true
	r.blocks(foot.Blocks, Whole, 0)
	r.foot = false
}

func (r *wordReader) paragraph(p *word.Paragraph, side Side, pair int) {
	for _, shape := range p.Shapes() {
		r.blocks(shape.Blocks, Whole, 0)
	}
	if ofContents(p) {
		r.contents(p)
		return
	}
	text := shown(p)
	if p.Label != nil && p.Label.Text != "" {
		text = p.Label.Text + " " + text
	}
	if strings.TrimSpace(text) == "" {
		r.gap = true
		r.source.Blank = append(r.source.Blank, Blank{p, len(r.source.Of) - 1})
		return
	}
	look := Look{Known: true, Bold: true, Italic: true, Centered: p.Align == word.Center}
	for i := range p.Runs {
		if run := &p.Runs[i]; strings.TrimSpace(run.Shown()) != "" && run.Kind == word.Text {
			look.Bold, look.Italic, look.Size = look.Bold && run.Bold, look.Italic && run.Italic, run.Size
		}
	}
	r.gap = r.gap || p.Before >= roomToSign
	for piece := range strings.SplitSeq(text, "\n") {
		if piece = seen(piece); piece == "" {
			continue
		}
		look.Break = r.fresh || p.PageBreakBefore
		r.add(Line{Pos: p.Place.Pos(), Text: piece, Side: side, Column: r.column, Pair: pair, Look: look, Foot: r.foot},
			Origin{Paragraph: p, Section: r.section})
	}
}

// ofContents tells a paragraph that is the result of a field for a table of contents (mục lục).
func ofContents(p *word.Paragraph) bool {
	some := false
	for i := range p.Runs {
		if strings.TrimSpace(p.Runs[i].Shown()) == "" {
			continue
		}
		f := p.Runs[i].Field
		for f != nil && !(f.Name == "TOC" && f.Ended) {
			f = f.Outer
		}
		if f == nil {
			return false
		}
		some = true
	}
	return some
}

// contents leaves out a paragraph of a table of contents, with the title above the first.
func (r *wordReader) contents(p *word.Paragraph) {
	s := r.source
	if n := len(s.Lines); len(s.Contents) == 0 && n > 0 && is(viet.Fold(s.Lines[n-1].Text), r.words.contents) {
		s.Contents = append(s.Contents, s.Of[n-1].Paragraph)
		s.Lines, s.Of = s.Lines[:n-1], s.Of[:n-1]
	}
	s.Contents = append(s.Contents, p)
	r.gap = true
}

// seen is what is seen of a text, in NFC, without blanks at its ends.
func seen(text string) string { return strings.TrimSpace(strings.Map(viet.Seen, viet.NFC(text))) }

// shown is a paragraph's text as printed, capitals applied, without the marks of its notes.
func shown(p *word.Paragraph) string {
	var b strings.Builder
	for i := range p.Runs {
		switch run := &p.Runs[i]; run.Kind {
		case word.FootnoteRef, word.EndnoteRef, word.NoteMark:
		case word.PageBreak, word.ColumnBreak:
			b.WriteByte('\n')
		default:
			b.WriteString(run.Shown())
		}
	}
	return b.String()
}

func (r *wordReader) add(line Line, origin Origin) {
	line.Ref, line.Gap = len(r.source.Of), r.gap
	r.source.Lines, r.source.Of = append(r.source.Lines, line), append(r.source.Of, origin)
	r.gap, r.fresh = false, false
}

func (r *wordReader) table(t *word.Table) {
	if !t.Borderless() && !r.places(t) {
		first := ""
		for _, p := range word.Paragraphs([]word.Block{t}) {
			if first = strings.TrimSpace(p.Text()); first != "" {
				break
			}
		}
		if first == "" && len(t.Rows) == 1 && len(t.Rows[0].Cells) <= 2 {
			r.gap = true // an edge of it stands for a drawn line
			return
		}
		r.add(Line{Pos: t.Place.Pos(), Text: viet.NFC(first), Table: true, Look: Look{Known: true, Break: r.fresh}}, Origin{Table: t, Section: r.section})
		return
	}
	for _, row := range t.Shown() {
		r.pairs++
		filled := 0
		for k, c := range row.Cells {
			side := Whole
			if k > 0 && slices.ContainsFunc(word.Paragraphs(c.Blocks), func(p *word.Paragraph) bool { return strings.TrimSpace(p.Text()) != "" }) {
				filled++
			}
			r.column = filled
			if len(row.Cells) > 1 {
				side = Right
				if k == 0 {
					side = Left
				}
			}
			r.blocks(c.Blocks, side, r.pairs)
			r.column = 0
		}
	}
}

// places tells a small table at the head that has lines, drawn as the rule under a name, and holds số, ký hiệu or
// địa danh, thời gian all the same.
func (r *wordReader) places(t *word.Table) bool {
	if r.tables > 1 || len(t.Rows) > 4 || t.Columns() > 3 {
		return false
	}
	for _, p := range word.Paragraphs([]word.Block{t}) {
		text := strings.Join(strings.Fields(viet.NFC(p.Text())), " ")
		if n, ok := r.words.Number(text); ok && n.Symbol != "" {
			return true
		}
		if _, _, ok := r.words.Date(text); ok {
			return true
		}
	}
	return false
}
