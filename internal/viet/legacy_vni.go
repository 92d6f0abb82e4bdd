package viet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// vniSingle are the letters of VNI that are one byte.
var vniSingle = map[rune]rune{
	'ñ': 'đ', 'ö': 'ư', 'ô': 'ơ', 'í': 'í', 'ì': 'ì', 'æ': 'ỉ', 'ó': 'ĩ', 'ò': 'ị', 'î': 'ỵ',
	'Ñ': 'Đ', 'Ö': 'Ư', 'Ô': 'Ơ', 'Í': 'Í', 'Ì': 'Ì', 'Æ': 'Ỉ', 'Ó': 'Ĩ', 'Ò': 'Ị', 'Î': 'Ỵ',
}

// vniPairs are the letters of two bytes: a base, which is ASCII or ơ or ư, and a mark in the same case. The case
// of the letter is that of its base, so that a mark in the other case means the same.
var vniPairs = func() map[[2]rune]rune {
	pairs := map[[2]rune]rune{}
	add := func(bases, marks string, combining ...string) {
		for _, base := range bases {
			for i, mark := range []rune(marks) {
				letter := []rune(norm.NFC.String(string(base) + combining[i]))[0]
				for _, m := range []rune{mark, unicode.ToUpper(mark)} {
					pairs[[2]rune{base, m}] = letter
					pairs[[2]rune{unicode.ToUpper(base), m}] = unicode.ToUpper(letter)
				}
			}
		}
	}
	add("aeouyơư", "ùøûõï", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
	add("aeo", "âáàåãä", "\u0302", "\u0302\u0301", "\u0302\u0300", "\u0302\u0309", "\u0302\u0303", "\u0302\u0323")
	add("a", "êéèúüë", "\u0306", "\u0306\u0301", "\u0306\u0300", "\u0306\u0309", "\u0306\u0303", "\u0306\u0323")
	return pairs
}()

// decodeVNI reads a text in VNI for Windows. The case is that of the base letter; a mark that stands behind no
// letter that can bear it stays as it is.
func decodeVNI(s string) string {
	s = NFC(s)
	var out strings.Builder
	out.Grow(len(s))
	base := rune(-1) // the letter that a mark may follow
	flush := func() {
		if base >= 0 {
			out.WriteRune(base)
			base = -1
		}
	}
	for _, r := range s {
		if r >= 0x80 {
			if marked, ok := vniPairs[[2]rune{base, r}]; ok {
				out.WriteRune(marked)
				base = -1
				continue
			}
			if single, ok := vniSingle[r]; ok {
				r = single
			}
		}
		flush()
		base = r
	}
	flush()
	return NFC(out.String())
}
