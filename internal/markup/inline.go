package markup

import (
	"strings"

	"vanban/internal/diag"
	"vanban/internal/doc"
)

// Escape makes text plain inside a line: nothing in it is emphasis, a cell border or a cell mark.
func Escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune(`\*|#^`, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// inline reads the looks inside a line: **đậm**, *nghiêng*, ***cả hai***, a backslash before a plain
// character, a break. A star that stands alone is printed and reported.
func (p *parser) inline(l logical, text string) doc.Line {
	out := doc.Line{At: p.pos(l)}
	var run strings.Builder
	bold, italic, broken := false, false, false
	flush := func() {
		if run.Len() > 0 || broken {
			out.Inlines = append(out.Inlines, doc.Inline{Text: run.String(), Bold: bold, Italic: italic, Break: broken})
			run.Reset()
			broken = false
		}
	}
	r := []rune(text)
	for i := 0; i < len(r); i++ {
		switch {
		case r[i] == '\\' && i+1 < len(r):
			i++
			run.WriteRune(r[i])
		case r[i] == lineBreak:
			flush()
			broken = true
		case r[i] == '*':
			n := starRun(r[i:])
			if turns(r, i, n, bold, italic) {
				flush()
				bold, italic = bold != (n >= 2), italic != (n%2 == 1)
			} else {
				run.WriteString(strings.Repeat("*", n))
				p.report(diag.Warning, IDEmphasis, l, "dấu * này không có dấu * đóng nên được in ra nguyên văn",
					`viết **chữ đậm** hoặc *chữ nghiêng*; muốn in dấu * thì gõ \*`)
			}
			i += n - 1
		default:
			run.WriteRune(r[i])
		}
	}
	flush()
	return out
}

func starRun(r []rune) int {
	n := 0
	for n < len(r) && n < 3 && r[n] == '*' {
		n++
	}
	return n
}

// turns tells whether n stars at i turn a look on or off: off where that look is on and a letter stands
// before, on where a letter follows and the same stars come again.
func turns(r []rune, i, n int, bold, italic bool) bool {
	wantBold, wantItalic := n >= 2, n%2 == 1
	if (!wantBold || bold) && (!wantItalic || italic) {
		return i > 0 && r[i-1] != ' '
	}
	if (wantBold && bold) || (wantItalic && italic) || i+n >= len(r) || r[i+n] == ' ' {
		return false
	}
	for j := i + n; j < len(r); j++ {
		if r[j] == '\\' {
			j++
			continue
		}
		if r[j] == '*' {
			m := starRun(r[j:])
			if (m == n || m == 3) && r[j-1] != ' ' {
				return true
			}
			j += m - 1
		}
	}
	return false
}
