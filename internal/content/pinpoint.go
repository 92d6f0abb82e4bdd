package content

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"vanban/internal/diag"
)

var quoted = regexp.MustCompile(`«([^«»]+)»`)

// Pinpoint moves findings, and the further places in their notes, from the beginning of a value to the words that they
// quote, where the value's line holds these. line gives the text of a line of a file.
func Pinpoint(found diag.List, line func(file string, n int) (string, bool)) diag.List {
	if line == nil {
		return found
	}
	for i := range found {
		found[i].Pos = pointed(found[i].Pos, found[i].Message, line)
		for j := range found[i].Notes {
			found[i].Notes[j].Pos = pointed(found[i].Notes[j].Pos, found[i].Notes[j].Message, line)
		}
	}
	return found
}

// pointed gives the place of the first words in «» of a message that stand in the line behind the place.
func pointed(at diag.Pos, message string, line func(string, int) (string, bool)) diag.Pos {
	if at.Line == 0 || at.Col == 0 || at.Sheet != "" {
		return at
	}
	text, ok := line(at.File, at.Line)
	if !ok {
		return at
	}
	rest := text
	for range at.Col - 1 {
		_, size := utf8.DecodeRuneInString(rest)
		rest = rest[size:]
	}
	for _, m := range quoted.FindAllStringSubmatch(message, -1) {
		words := strings.Trim(m[1], "… ")
		if i := strings.Index(rest, words); words != "" && i >= 0 {
			at.Col += utf8.RuneCountInString(rest[:i])
			at.Len = utf8.RuneCountInString(words)
			return at
		}
	}
	return at
}
