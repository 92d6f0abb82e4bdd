package data

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"vanban/internal/diag"
)

// place gives where a node's own text stands, past its anchor and tag, and how long it is on its first line.
// Lists and maps have no length: they seldom end where they begin.
func (c *yamlReader) place(y *yaml.Node) diag.Pos {
	col := y.Column
	rest := c.s.rest(y.Line, col)
	for strings.HasPrefix(rest, "&") || strings.HasPrefix(rest, "!") && y.Style&yaml.TaggedStyle != 0 {
		end := strings.IndexAny(rest, " \t")
		if end < 0 {
			break
		}
		after := strings.TrimLeft(rest[end:], " \t")
		if after == "" {
			break
		}
		col += utf8.RuneCountInString(rest[:len(rest)-len(after)])
		rest = after
	}
	length := 0
	if y.Kind == yaml.ScalarNode {
		length = scalarLen(rest, y)
	}
	return c.s.pos(y.Line, col, length)
}

// scalarLen gives how many characters a scalar takes on the line it begins on; rest is that line from there.
func scalarLen(rest string, y *yaml.Node) int {
	switch {
	case y.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return 1
	case y.Style&yaml.SingleQuotedStyle != 0:
		return utf8.RuneCountInString(rest[:singleQuoted(rest)])
	case y.Style&yaml.DoubleQuotedStyle != 0:
		return utf8.RuneCountInString(rest[:doubleQuoted(rest)])
	case strings.HasPrefix(rest, y.Value):
		return utf8.RuneCountInString(y.Value)
	}
	// A plain text that goes on upon the next line: this one holds it to its end.
	return utf8.RuneCountInString(strings.TrimRight(rest, " \t"))
}

// singleQuoted gives the length in bytes of a text in single quotes, or of the line where it goes on.
func singleQuoted(rest string) int {
	for i := 1; i < len(rest); i++ {
		if rest[i] != '\'' {
			continue
		}
		if i+1 < len(rest) && rest[i+1] == '\'' {
			i++
			continue
		}
		return i + 1
	}
	return len(rest)
}

// doubleQuoted does the same for double quotes.
func doubleQuoted(rest string) int {
	for i := 1; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(rest)
}

// literalLines gives where each line of a «|» text stands; pos is the place of the «|».
func (s *source) literalLines(text string, pos diag.Pos) []diag.Pos {
	lines := strings.Split(text, "\n")
	out := make([]diag.Pos, len(lines))
	for i, line := range lines {
		at := pos.Line + 1 + i
		col := 1
		if at <= len(s.lines) && strings.HasSuffix(s.lines[at-1], line) {
			indent := s.lines[at-1][:len(s.lines[at-1])-len(line)]
			col = utf8.RuneCountInString(indent) + 1
		}
		out[i] = s.pos(at, col, utf8.RuneCountInString(line))
	}
	return out
}
