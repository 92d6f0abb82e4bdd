package viet

import "unicode"

// Seen gives what a reader sees of a character of somebody else's text: itself, a blank for any kind of blank, the
// hyphen for hyphens that only break otherwise, Đ for the Icelandic letter that looks like it, and -1 for one that
// nobody sees. A tab stays a tab.
func Seen(r rune) rune {
	switch {
	case r >= ' ' && r < 0x7F, r == '\t', r > 'Ð' && r < 0x250, r >= 0x1EA0 && r < 0x1EFA: // nearly all there is
		return r
	case unicode.IsSpace(r):
		return ' '
	case r == 'Ð':
		return 'Đ'
	case r == '\u2010' || r == '\u2011':
		return '-'
	case r == '\u00AD' || unicode.Is(unicode.Cf, r) || unicode.IsControl(r) || r == unicode.ReplacementChar:
		return -1
	}
	return r
}
