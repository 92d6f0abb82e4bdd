package viet

import (
	"strings"
	"unicode"
)

// maxQuoted is how many characters of the input a message repeats: a cell may hold a whole page.
const maxQuoted = 40

// clip makes a text fit for quoting in a message: short, never cut inside a letter and its marks, and
// with nothing in it that could act on a terminal.
func clip(s string) string {
	s = strings.Map(quotable, NFC(s))
	n := 0
	for i, r := range s {
		if n >= maxQuoted && !unicode.Is(unicode.M, r) {
			return s[:i] + "…"
		}
		n++
	}
	return s
}

func quotable(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case !unicode.IsGraphic(r):
		return unicode.ReplacementChar
	}
	return r
}

// complaint makes the whole message of an error: the input quoted, what is wrong with it, the cure.
func complaint(input, reason, hint string) string {
	if strings.TrimSpace(input) != "" {
		reason = "«" + clip(input) + "» " + reason
	}
	if hint == "" {
		return reason
	}
	return reason + ": " + hint
}
