package viet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold reduces a text to what is left when it is typed carelessly, for matching keys and column headings:
// small letters without accents, đ as d, and any run of spaces, «_», «-» and «.» as one space, none at the
// ends. «Nơi_nhận», «noi nhan» and «NƠI  NHẬN.» all fold to «noi nhan».
//
// Characters that cannot be seen (zero-width marks) vanish. A folded text is for comparing, not printing.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(NFC(s))) {
		switch {
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
			continue
		case r == '_' || r == '-' || r == '.' || unicode.IsSpace(r):
			gap = true
			continue
		case r == 'đ' || r == 'ð':
			r = 'd' // ð: Đ is often typed as the Icelandic Ð, which looks the same
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteRune(r)
	}
	return b.String()
}
