package tmpl

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"vanban/internal/diag"
)

// Vanished stands, byte for byte, for what a template holds but never prints: its head, and the blanks
// and line end of lines that hold only control actions. It occurs in no template and no data.
const Vanished = '\x01'

// Source is the text of one template file and knows its lines.
type Source struct {
	name  string
	text  string
	lines []int // offset of the first byte of each line
}

func newSource(name, text string) *Source {
	s := &Source{name: name, text: text, lines: []int{0}}
	for i := range len(text) {
		if text[i] == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// Pos gives the line and the column, in characters, of a byte offset.
func (s *Source) Pos(offset int) diag.Pos {
	offset = max(0, min(offset, len(s.text)))
	line, found := slices.BinarySearchFunc(s.lines, offset, func(start, at int) int { return cmp.Compare(start, at) })
	if !found {
		line--
	}
	col := 1 + utf8.RuneCountInString(s.text[s.lines[line]:offset])
	return diag.Pos{File: s.name, Line: line + 1, Col: col}
}

// span gives the place of text[from:to], as far as it reaches on its first line.
func (s *Source) span(from, to int) diag.Pos {
	p := s.Pos(from)
	to = max(from, min(to, len(s.text)))
	first, _, _ := strings.Cut(s.text[from:to], "\n")
	p.Len = utf8.RuneCountInString(first)
	return p
}
