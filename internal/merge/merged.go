package merge

import (
	"slices"
	"sort"
	"unicode/utf8"

	"vanban/internal/diag"
)

// Merged is the markup that a run made.
type Merged struct {
	Text string

	sites    []site
	segments []segment           // offsets are those before backslashes were inserted
	inserted []int               // offsets in Text of the backslashes that the line-start rule put in
	lines    []int               // offset in Text of each line
	inline   func(string) string // to find a column of the data from one of the escaped text
}

// Origin is where a character of the text came from.
type Origin struct {
	Template diag.Pos // the text of the template, or the action that printed
	Data     diag.Pos // zero when the data had no part in it
	FromData bool
}

// Origin maps a place of Text back to the template and the data. line and col count from 1, col in
// characters; a place outside the text has the zero Origin.
func (m *Merged) Origin(line, col int) Origin {
	if line < 1 || line > len(m.lines) || col < 1 || len(m.segments) == 0 {
		return Origin{}
	}
	start, end := m.lines[line-1], len(m.Text)
	if line < len(m.lines) {
		end = m.lines[line]
	}
	at := start
	for ; col > 1 && at < end; col-- {
		_, size := utf8.DecodeRuneInString(m.Text[at:])
		at += size
	}
	if col > 1 || at >= len(m.Text) && at > start {
		at = max(start, end-1) // past the end of the line: its last character
	}
	at -= sort.SearchInts(m.inserted, at)
	i, found := slices.BinarySearchFunc(m.segments, at, func(s segment, at int) int { return s.start - at })
	if !found {
		i--
	}
	if i < 0 {
		return Origin{}
	}
	return m.origin(&m.segments[i], at)
}

// LineOrigin is as Origin, but of a line that the template begins and data goes on with, the data's: that is
// what a person can cure.
func (m *Merged) LineOrigin(line, col int) Origin {
	o := m.Origin(line, col)
	if o.FromData || line < 1 || line > len(m.lines) {
		return o
	}
	start, end := m.lines[line-1], len(m.Text)
	if line < len(m.lines) {
		end = m.lines[line]
	}
	start -= sort.SearchInts(m.inserted, start)
	end -= sort.SearchInts(m.inserted, end)
	first, _ := slices.BinarySearchFunc(m.segments, start, func(s segment, at int) int { return s.start - at })
	for i := first; i < len(m.segments) && m.segments[i].start < end; i++ {
		if s := &m.segments[i]; s.source != fromTemplate && s.source != fromGap {
			return m.origin(s, s.start)
		}
	}
	return o
}

func (m *Merged) origin(s *segment, at int) Origin {
	source := m.sites[s.site].source
	switch s.source {
	case fromTemplate:
		return Origin{Template: source.Pos(s.at + at - s.start)}
	case fromGap:
		return Origin{Template: source.Pos(s.at)}
	}
	return Origin{Template: source.Pos(s.at), Data: m.dataPos(s, at-s.start), FromData: true}
}

// dataPos gives the place in the data of the byte offset into a segment's escaped text. Of a text that a
// function made only the place of the whole value is known.
func (m *Merged) dataPos(s *segment, offset int) diag.Pos {
	v := s.value
	pos := v.place.where()
	if !v.verbatim {
		return pos
	}
	if len(v.lines) > 0 {
		pos = v.lines[min(s.line, len(v.lines)-1)]
	} else if s.line > 0 {
		return pos // a break written as \n inside quotes: only the beginning is known
	} else if pos.Len >= utf8.RuneCountInString(v.text)+2 {
		pos.Col++ // the opening quote
	}
	if pos.Col == 0 {
		return pos // a cell of a workbook
	}
	switch {
	case offset == 0:
	case s.source == fromRaw:
		pos.Col += utf8.RuneCountInString(s.text[:min(offset, len(s.text))])
	default:
		// The most characters of the value whose escaped form ends at or before the offset.
		runes := []rune(s.text)
		pos.Col += sort.Search(len(runes), func(n int) bool { return len(m.inline(string(runes[:n+1]))) > offset })
	}
	pos.Len = 0
	return pos
}
