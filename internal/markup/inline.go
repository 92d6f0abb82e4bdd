package markup

import (
	"slices"
	"strings"
	"unicode"

	"vanban/internal/diag"
	"vanban/internal/doc"
)

// Escape makes text plain inside a line: nothing in it is emphasis, a cell border or a cell mark.
func Escape(s string) string {
	if !strings.ContainsAny(s, `\*|#^`) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune(`\*|#^`, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// inline reads the looks inside a line: **đậm**, *nghiêng*, ***cả hai***, a backslash before a mark, a
// break. Stars that are no pair around words (2*3, a lone *) are printed; where they look like half of a
// pair, that is reported.
func (p *parser) inline(l logical, text string) doc.Line {
	out := doc.Line{At: p.pos(l)}
	if !strings.ContainsAny(text, `\*`+string(lineBreak)) {
		if text != "" {
			out.Inlines = []doc.Inline{{Text: text}}
		}
		return out
	}
	r := []rune(text)
	looks, lone := pairs(r)
	if lone {
		p.report(diag.Warning, IDEmphasis, l, "một dấu * trong dòng này không có dấu * đi cặp nên được in ra nguyên văn",
			`viết **chữ đậm** hoặc *chữ nghiêng*; muốn in dấu * thì gõ \*`)
	}
	var run strings.Builder
	bold, italic, broken := false, false, false
	flush := func() {
		if run.Len() > 0 || broken {
			out.Inlines = append(out.Inlines, doc.Inline{Text: run.String(), Bold: bold, Italic: italic, Break: broken})
			run.Reset()
			broken = false
		}
	}
	for i := 0; i < len(r); i++ {
		switch n := looks[i]; {
		case n > 0:
			flush()
			bold, italic = bold != (n >= 2), italic != (n%2 == 1)
			i += n - 1
		case r[i] == '\\' && i+1 < len(r) && plainAfterBackslash(string(r[i+1])):
			i++
			run.WriteRune(r[i])
		case r[i] == lineBreak:
			flush()
			broken = true
		default:
			run.WriteRune(r[i])
		}
	}
	flush()
	return out
}

// pairs finds the stars that turn a look on or off: how many stand at an index of r. It goes over the line
// once. lone tells of stars that could begin or end a look and have no partner.
func pairs(r []rune) (looks map[int]int, lone bool) {
	type star struct{ at, n int }
	var open []star
	looks = map[int]int{}
	for i := 0; i < len(r); i++ {
		if r[i] == '\\' {
			i++
			continue
		}
		if r[i] != '*' {
			continue
		}
		n := 0
		for i+n < len(r) && r[i+n] == '*' {
			n++
		}
		opens := n <= 3 && i+n < len(r) && beginsWord(r[i+n]) && (i == 0 || !wordRune(r[i-1]))
		closes := n <= 3 && i > 0 && r[i-1] != ' ' && r[i-1] != '(' && (i+n == len(r) || !wordRune(r[i+n]))
		at := slices.IndexFunc(open, func(s star) bool { return s.n == n })
		switch {
		case closes && at >= 0:
			looks[open[at].at], looks[i] = n, n
			lone = lone || at < len(open)-1
			open = open[:at]
		case opens && at < 0:
			open = append(open, star{i, n})
		case opens || closes:
			lone = true
		}
		i += n - 1
	}
	return looks, lone || len(open) > 0
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// beginsWord tells whether a look may begin before r: before a word, or what opens around one.
func beginsWord(r rune) bool { return wordRune(r) || strings.ContainsRune("(\"“‘«[*\\", r) }
