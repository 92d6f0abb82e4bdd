package data

import (
	"regexp"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

var jsonNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$`)

// escape reads the escape that begins at the backslash under the reader. Half a surrogate pair is refused:
// it stands for no character.
func (r *jsonReader) escape() (rune, bool) {
	rest := r.s.text[r.off:]
	if len(rest) < 2 {
		return 0, false
	}
	if c, ok := plainEscape(rest[1]); ok {
		r.off += 2
		return c, true
	}
	c, ok := hexEscape(rest)
	if !ok {
		return 0, false
	}
	size := 6
	if utf16.IsSurrogate(c) {
		low, ok := hexEscape(rest[6:])
		if c = utf16.DecodeRune(c, low); !ok || c == utf8.RuneError {
			return 0, false
		}
		size = 12
	}
	r.off += size
	return c, true
}

func plainEscape(c byte) (rune, bool) {
	switch c {
	case '"', '\\', '/':
		return rune(c), true
	case 'n':
		return '\n', true
	case 't':
		return '\t', true
	case 'r':
		return '\r', true
	case 'b':
		return '\b', true
	case 'f':
		return '\f', true
	}
	return 0, false
}

// hexEscape reads \uXXXX.
func hexEscape(text string) (rune, bool) {
	if len(text) < 6 || text[0] != '\\' || text[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(text[2:6], 16, 32)
	return rune(n), err == nil
}
