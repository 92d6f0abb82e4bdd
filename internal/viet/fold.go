package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold reduces a text to what is left when it is typed carelessly, for matching keys and column headings:
// small letters without accents, đ as d, and any run of spaces, «_», «-» and «.» as one space, none at the
// ends. «Nơi_nhận», «noi nhan» and «NƠI  NHẬN.» all fold to «noi nhan».
//
// Characters that cannot be seen (zero-width marks) vanish. A folded text is for comparing, not printing.
func Fold(s string) string {
	f := folding{}
	f.out.Grow(len(s))
	for _, r := range s {
		r = unicode.ToLower(r)
		if r < utf8.RuneSelf {
			f.add(r)
			continue
		}
		var letter [utf8.UTFMax]byte
		n := utf8.EncodeRune(letter[:], r)
		parts := norm.NFD.Properties(letter[:n]).Decomposition()
		if parts == nil {
			f.add(r)
		}
		for len(parts) > 0 {
			part, size := utf8.DecodeRune(parts)
			f.add(part)
			parts = parts[size:]
		}
	}
	return f.out.String()
}

// folding is a text being folded.
type folding struct {
	out strings.Builder
	gap bool // blanks stand behind what was put out
}

// add takes the next letter or mark of the text.
func (f *folding) add(r rune) {
	switch {
	case r >= utf8.RuneSelf && (unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r)):
		return
	case r == '_' || r == '-' || r == '.' || unicode.IsSpace(r):
		f.gap = true
		return
	case r == 'đ' || r == 'ð':
		r = 'd' // ð: Đ is often typed as the Icelandic Ð, which looks the same
	}
	if f.gap && f.out.Len() > 0 {
		f.out.WriteByte(' ')
	}
	f.gap = false
	f.out.WriteRune(r)
}
