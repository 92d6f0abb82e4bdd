package typeset

import (
	"math"

	"vanban/internal/font"
	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// paragraph is a sheet.Paragraph broken into lines for a column.
type paragraph struct {
	source              *sheet.Paragraph
	width               twip // of the column
	lines               []line
	before, after       twip
	keepNext, keepLines bool
}

// line is a line of a paragraph.
type line struct {
	spans  []Span // X from the left edge of the column
	ascent twip   // from the line's top to its baseline
	fit    twip   // what must fit on the page
	pitch  twip   // from the line's top to the next line's: more than fit where lines stand apart
}

// char is one character of a paragraph.
type char struct {
	advance grain
	run     int32 // index of its run
	at      int32 // index of its first byte in the run's text
	class   class
}

// setter breaks paragraphs into lines. Its slices are used again for every paragraph, so that a
// paragraph costs two allocations and not one for each letter.
type setter struct {
	fonts  *font.Set
	glyphs glyphs
	known  map[letterKey]*letters
	runs   []runLetters // of the paragraph in hand
	chars  []char       // of the paragraph in hand
	broken []cut        // of the paragraph in hand

	firstSpace int // of the paragraph in hand
}

// runLetters is a run and its letters.
type runLetters struct {
	*sheet.Run
	*letters
}

type letterKey struct {
	key  FaceKey
	size unit.Length
}

func (s *setter) letters(f sheet.Font) *letters {
	k := letterKey{FaceKey{f.Bold, f.Italic}, f.Size}
	l := s.known[k]
	if l == nil {
		made := newLetters(s.fonts, k.key, f.Size)
		l = &made
		s.known[k] = l
	}
	return l
}

// paragraph breaks a paragraph into lines for a column of some width.
func (s *setter) paragraph(p *sheet.Paragraph, width twip) *paragraph {
	if len(p.Runs) == 0 {
		panic("typeset: an empty paragraph")
	}
	s.read(p)
	out := &paragraph{
		source:    p,
		width:     width,
		before:    toTwips(p.Style.Before + p.SpaceBefore),
		after:     toTwips(p.Style.After),
		keepNext:  p.Style.KeepNext || p.KeepNext,
		keepLines: p.Style.KeepLines,
	}
	m := marginsOf(p, width)
	s.cut(m)
	out.lines = make([]line, len(s.broken))
	spans := make([]Span, 0, len(s.broken)+len(s.runs))
	for i, c := range s.broken {
		start := len(spans)
		spans = s.place(spans, c, m, i == 0)
		out.lines[i] = s.height(c, p.Style.Line)
		out.lines[i].spans = spans[start:len(spans):len(spans)]
	}
	ornament(out)
	return out
}

// margins are the edges of a paragraph's text in its column.
type margins struct {
	left, first, right grain // from the column's left edge; first is the left edge of the first line
	align              sheet.Align
}

func marginsOf(p *sheet.Paragraph, width twip) margins {
	left := toTwips(p.Style.IndentLeft + p.IndentLeft)
	m := margins{
		left:  left.grains(),
		first: (left + toTwips(p.Style.FirstLine)).grains(),
		right: (width - toTwips(p.Style.IndentRight)).grains(),
		align: p.Style.Align,
	}
	if p.Box != nil {
		side := (width - toTwips(p.Box.Width)) / 2
		m = margins{side.grains(), side.grains(), (width - side).grains(), sheet.Center}
	}
	return m
}

func (m margins) start(first bool) grain {
	if first {
		return m.first
	}
	return m.left
}

// read takes the paragraph apart into characters, and reports those that no face has.
func (s *setter) read(p *sheet.Paragraph) {
	s.glyphs.check(p)
	s.runs, s.chars, s.firstSpace = s.runs[:0], s.chars[:0], math.MaxInt
	for i := range p.Runs {
		run := &p.Runs[i]
		l := s.letters(run.Font)
		s.runs = append(s.runs, runLetters{run, l})
		if run.Break {
			s.chars = append(s.chars, char{run: int32(i), class: newline})
		}
		if run.Blank != 0 {
			s.chars = append(s.chars, char{run: int32(i), class: glue, advance: blank(run.Blank, l)})
		}
		for at, r := range run.Text {
			c := char{run: int32(i), at: int32(at), class: classOf(r)}
			if c.class != zeroWide {
				c.advance = l.advance(r)
			}
			if c.class == space {
				s.firstSpace = min(s.firstSpace, len(s.chars))
			}
			s.chars = append(s.chars, c)
		}
	}
}

// blank is the width of a gap: a whole number of spaces, because the DOCX writes it as such.
func blank(width unit.Length, l *letters) grain {
	one := l.advance(' ')
	wide := grain(roundDiv(int64(width)*grainsPerTwip, int64(unit.Twip)))
	return one * max(1, grain(roundDiv(int64(wide), int64(one))))
}
