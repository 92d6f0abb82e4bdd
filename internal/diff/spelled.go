package diff

import (
	"fmt"
	"strings"
	"unicode"
)

// plain is a text as it looks: every blank is one, and what is not seen is not there.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Zs, r):
			return ' '
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, text)
}

// mark quotes words that changed. What cannot be seen, or is a letter of another script that looks like one of ours, is
// named; blanks only where nothing else is there to see, or the other side looks the same.
func mark(text string, alike bool) string {
	text = shortened(text, maxQuoted)
	if strings.Trim(plain(text), " ") == "" {
		return blanks(text)
	}
	var b strings.Builder
	for _, r := range text {
		switch {
		case alike && r != ' ' && unicode.Is(unicode.Zs, r):
			b.WriteString("⟦" + blankName(r) + "⟧")
		case unicode.Is(unicode.Cf, r):
			fmt.Fprintf(&b, "⟦U+%04X⟧", r)
		case unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r):
			fmt.Fprintf(&b, "⟦%c U+%04X⟧", r, r)
		default:
			b.WriteRune(r)
		}
	}
	return "«" + oneLine(b.String()) + "»"
}

// blanks names a text of which nothing is seen: «2 dấu cách, dấu cách không ngắt».
func blanks(text string) string {
	var parts []string
	runes := []rune(text)
	for i := 0; i < len(runes); {
		n := 1
		for i+n < len(runes) && runes[i+n] == runes[i] {
			n++
		}
		name := blankName(runes[i])
		if n > 1 {
			name = fmt.Sprintf("%d %s", n, name)
		}
		parts = append(parts, name)
		i += n
	}
	return strings.Join(parts, ", ")
}

func blankName(r rune) string {
	switch r {
	case ' ':
		return "dấu cách"
	case '\u00A0':
		return "dấu cách không ngắt"
	case '\u00AD':
		return "gạch nối ẩn"
	}
	if unicode.Is(unicode.Zs, r) {
		return fmt.Sprintf("dấu cách U+%04X", r)
	}
	return fmt.Sprintf("ký tự không nhìn thấy U+%04X", r)
}
