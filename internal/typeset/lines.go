package typeset

import (
	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// cut is a line as a stretch of the paragraph's characters.
type cut struct {
	from, to int // all its characters, with the spaces that hang over its end
	end      int // end of what is seen of it
	width    grain
	spaces   int  // that are seen
	last     bool // the paragraph's last line, or the last before a forced break
}

// cut breaks the paragraph in hand into lines: each takes as many words as it holds.
func (s *setter) cut(m margins) {
	s.broken = s.broken[:0]
	for from := 0; ; {
		start := from
		if start < len(s.chars) && s.chars[start].class == newline && len(s.broken) > 0 {
			start++ // the break that ended the line before
		}
		c := s.next(start, m.right-m.start(len(s.broken) == 0))
		c.from = from
		s.broken = append(s.broken, c)
		if c.to == len(s.chars) {
			return
		}
		from = c.to
	}
}

// next gives the line that begins at from.
func (s *setter) next(from int, room grain) cut {
	line, allowed, atSpace := cut{end: from, to: from}, cut{to: -1}, cut{to: -1}
	width, spaces := grain(0), 0
	for i := from; i < len(s.chars); i++ {
		c := s.chars[i]
		if c.class == newline {
			line.to, line.last = i, true
			return line
		}
		if c.class == space {
			width += c.advance
			spaces++
			continue
		}
		if i > from && s.breakable(from, i) {
			allowed = line
			allowed.to = i
			if s.chars[i-1].class == space {
				atSpace = allowed
			}
		}
		if width+c.advance+s.runs[c.run].overhang > room && i > from {
			if allowed.to >= 0 && s.chars[allowed.to-1].class == slash && s.spaceBefore(allowed.to) {
				allowed = atSpace
			}
			if allowed.to < 0 {
				return s.emergency(from, i, line)
			}
			return allowed
		}
		width += c.advance
		line.end, line.width, line.spaces = i+1, width, spaces
	}
	line.to, line.last = len(s.chars), true
	return line
}

// spaceBefore tells whether the paragraph has a space before character i. LibreOffice ends a line after a
// slash only where it has not; else it takes the last space, passing over hyphens.
func (s *setter) spaceBefore(i int) bool { return s.firstSpace < i }

// breakable tells whether a line that begins at from may end before character i.
func (s *setter) breakable(from, i int) bool {
	before := i - 1
	for before >= from && s.chars[before].class == space {
		before--
	}
	if before < from {
		return false // spaces alone are no line
	}
	if before < i-1 {
		return mayBreakOverSpaces(s.chars[before].class, s.chars[i].class)
	}
	beforeThat := ordinary
	if before > from {
		beforeThat = s.chars[before-1].class
	}
	return mayBreak(beforeThat, s.chars[before].class, s.chars[i].class)
}

// emergency ends a line within a word that is wider than the line, before character i, but never between
// a letter and its marks. line holds what fits.
func (s *setter) emergency(from, i int, line cut) cut {
	for i > from+1 && s.chars[i].class == mark {
		i--
		line.width -= s.chars[i].advance
	}
	if i == from+1 && s.chars[i].class == mark { // marks without end: they stay with their letter
		for i < len(s.chars) && s.chars[i].class == mark {
			line.width += s.chars[i].advance
			i++
		}
	}
	line.to = i
	line.end = min(line.end, i)
	if line.end < i && s.chars[i-1].class != space {
		line.end = i
	}
	return line
}

// place adds the spans of a line to a list. X counts from the left edge of the column.
func (s *setter) place(spans []Span, c cut, m margins, first bool) []Span {
	x := m.start(first)
	slack := max(0, m.right-x-c.width)
	stretch := unit.Length(0)
	switch m.align {
	case sheet.Left:
	case sheet.Center:
		x += slack / 2
	case sheet.Right:
		x += slack
	case sheet.Justify:
		if !c.last && c.spaces > 0 {
			stretch = slack.length() / unit.Length(c.spaces)
		}
	default:
		panic("typeset: unknown alignment")
	}
	left := x.length()
	for i := c.from; i < c.end; {
		if !s.drawn(i) {
			left += s.chars[i].advance.length()
			i++
			continue
		}
		end, width, spaces := i, grain(0), 0
		for end < c.end && s.chars[end].run == s.chars[i].run && s.drawn(end) {
			width += s.chars[end].advance
			if s.chars[end].class == space {
				spaces++
			}
			end++
		}
		span := s.span(i, end)
		span.X = left
		span.Width = width.length() + unit.Length(spaces)*stretch
		if spaces > 0 {
			span.WordSpace = stretch
		}
		spans = append(spans, span)
		left += span.Width
		i = end
	}
	return spans
}

// drawn tells whether a character leaves something in a span: forced breaks, gaps and breaks without
// width do not.
func (s *setter) drawn(i int) bool {
	c := s.chars[i]
	return c.class != newline && c.class != zeroWide && s.runs[c.run].Blank == 0
}

// span is the text of the characters of one run.
func (s *setter) span(from, to int) Span {
	run := s.runs[s.chars[from].run]
	end := len(run.Text)
	if to < len(s.chars) && s.chars[to].run == s.chars[from].run {
		end = int(s.chars[to].at)
	}
	return Span{
		Text:  run.Text[s.chars[from].at:end],
		Face:  run.key,
		Size:  run.Font.Size,
		Color: run.Font.Color,
	}
}

// height gives the heights of a line. Its spans are left out.
func (s *setter) height(c cut, spacing sheet.LineSpacing) line {
	var ascent, descent twip
	run := int32(-1)
	for i := c.from; i < max(c.to, c.from+1) && i < len(s.chars); i++ {
		if s.chars[i].run == run || s.chars[i].class == newline && i == c.from && c.to > i+1 {
			continue
		}
		run = s.chars[i].run
		ascent, descent = max(ascent, s.runs[run].ascent), max(descent, s.runs[run].descent)
	}
	if exact := toTwips(spacing.Exact); exact != 0 {
		// LibreOffice puts four fifths of an exact pitch above the baseline.
		return line{ascent: 4 * exact / 5, fit: exact, pitch: exact}
	}
	height := ascent + descent
	percent := twip(roundDiv(int64(spacing.Multiple)*100, 240)) // whole per cent, as LibreOffice reads them
	pitch := height * percent / 100
	if pitch < height {
		return line{ascent: ascent - (height - pitch), fit: pitch, pitch: pitch}
	}
	return line{ascent: ascent, fit: height, pitch: pitch}
}
