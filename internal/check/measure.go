package check

import (
	"strings"

	"vanban/internal/unit"
	"vanban/internal/viet"
	"vanban/internal/word"
)

// width is how long the text of a paragraph is on one line: of the longest of its lines where it has forced
// breaks. Tabs count as nothing.
func (i *inspection) width(p *word.Paragraph) unit.Length {
	var line, longest unit.Length
	for k := range p.Runs {
		r := &p.Runs[k]
		if r.Kind == word.LineBreak {
			longest, line = max(longest, line), 0
			continue
		}
		text := r.Shown()
		if r.Kind == word.TabKey || text == "" {
			continue
		}
		line += i.runWidth(r, viet.NFC(text))
	}
	return max(longest, line)
}

func (i *inspection) runWidth(r *word.Run, text string) unit.Length {
	width := i.Fonts.Face(r.Bold, r.Italic).Width(text, r.Size)
	if r.Scale > 0 {
		width = width * unit.Length(r.Scale) / 100
	}
	return width + r.Spacing*unit.Length(len([]rune(text)))
}

// trimmed is the width without the blanks at both ends.
func (i *inspection) trimmed(p *word.Paragraph) unit.Length {
	width := i.width(p)
	runs := letters(p)
	if len(runs) == 0 || strings.Contains(p.Text(), "\n") {
		return width
	}
	text := viet.NFC(p.Text())
	lead := text[:len(text)-len(strings.TrimLeft(text, " "))]
	tail := text[len(strings.TrimRight(text, " ")):]
	return width - i.runWidth(runs[0], lead) - i.runWidth(runs[len(runs)-1], tail)
}

// lineCount estimates how many lines a paragraph takes; sure is false where a little more or less width would
// make another number, or its room is not known.
func (i *inspection) lineCount(s *spot) (lines int, sure bool) {
	if s.room <= 0 {
		return 1, false
	}
	lines, sure = 0, true
	var line unit.Length
	flush := func() {
		n := 1
		if line > s.room {
			n += int((line - 1) / s.room)
		}
		rest := line % s.room
		if rest > s.room*95/100 || line > s.room && rest < s.room*5/100 {
			sure = false
		}
		lines += n
		line = 0
	}
	line = max(0, s.p.FirstLine)
	for k := range s.p.Runs {
		r := &s.p.Runs[k]
		switch {
		case r.Gone():
		case r.Kind == word.LineBreak:
			flush()
		case r.Kind == word.TabKey:
			line += i.Document.DefaultTab
		default:
			line += i.runWidth(r, viet.NFC(r.Shown()))
		}
	}
	flush()
	return lines, sure
}

// pitch is the distance of a paragraph's lines.
func (i *inspection) pitch(p *word.Paragraph) unit.Length {
	single := i.single(tallest(p))
	switch p.Line.Rule {
	case word.Exact:
		return p.Line.Height
	case word.AtLeast:
		return max(single, p.Line.Height)
	}
	return unit.Length(float64(single) * p.Line.Times)
}

// single is the height of a single line at a size.
func (i *inspection) single(size unit.Length) unit.Length {
	face := i.Fonts.Face(false, false)
	return face.Scale(face.Ascent()+face.Descent()+face.LineGap(), size)
}

// tallest is the largest size of a paragraph's letters; of its mark where it has none.
func tallest(p *word.Paragraph) unit.Length {
	var size unit.Length
	for k := range p.Runs {
		if r := &p.Runs[k]; r.Kind == word.Text && !r.Gone() {
			size = max(size, r.Size)
		}
	}
	if size == 0 && p.Mark != nil {
		size = p.Mark.Size
	}
	return size
}

// height estimates the room that a paragraph takes.
func (i *inspection) height(s *spot) (height unit.Length, sure bool) {
	lines, sure := i.lineCount(s)
	return i.pitch(s.p)*unit.Length(lines) + s.p.Before + s.p.After, sure
}

// surelyLong tells a document of more than one page, on the most careful estimate.
func (i *inspection) surelyLong() bool {
	if n := i.Document.Properties.Pages; n != "" && n != "0" && n != "1" && len(i.flow) > 15 {
		return true
	}
	first := i.Document.Sections[0]
	page := first.Height - first.Top - first.Bottom
	var all unit.Length
	for _, s := range i.flow {
		if s.cell == nil && s.box == nil {
			h, _ := i.height(s)
			all += h
		}
	}
	for _, b := range i.Document.Body {
		if t, ok := b.(*word.Table); ok {
			for range t.Rows {
				all += i.single(10 * unit.Pt)
			}
		}
	}
	return page > 0 && all > page*13/10
}
