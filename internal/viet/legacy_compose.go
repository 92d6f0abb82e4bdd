package viet

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Compose puts letters and their separate marks together, as [NFC] does, and also where the tone was typed
// before the mark of the letter («á» and «̂» for «ấ»), which to Unicode is another letter and to a reader is not.
func Compose(s string) string {
	composed := NFC(s)
	if !strings.ContainsAny(composed, "\u0302\u0306\u031B") {
		return composed
	}
	var out strings.Builder
	out.Grow(len(composed))
	var base rune = -1
	for _, r := range composed {
		switch r {
		case '\u0302', '\u0306', '\u031B':
			if joined, ok := underTone(base, r); ok {
				base = joined
				continue
			}
		}
		if base >= 0 {
			out.WriteRune(base)
		}
		base = r
	}
	if base >= 0 {
		out.WriteRune(base)
	}
	return NFC(out.String())
}

// underTone adds the mark of a letter to a letter that has its tone already.
func underTone(toned, mark rune) (rune, bool) {
	if toned < 0 {
		return 0, false
	}
	parts := []rune(norm.NFD.String(string(toned)))
	if len(parts) != 2 || toneMarks[parts[1]] == 0 {
		return 0, false
	}
	joined := norm.NFC.String(string([]rune{parts[0], mark, parts[1]}))
	r, size := utf8.DecodeRuneInString(joined)
	return r, size == len(joined)
}
