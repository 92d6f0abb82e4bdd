package diag

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Print writes the findings as they are shown to a person:
//
//	giay-moi.yaml:12:14: lỗi: thời gian «30/02/2026» không có thật [DATA-DATE]
//	    12 | thoi_gian: 30/02/2026 8:00
//	       |            ^^^^^^^^^^
//	  trường: thoi_gian (Thời gian)
//	  gợi ý: tháng 02/2026 có 28 ngày
//
// line gives the text of a line of a file, and false where it has none to show.
// Control characters and unseen ones, which a hostile file may have put into a name or a value, come out as «�»:
// they reach neither the terminal nor the next line. It returns the first error of w.
func Print(w io.Writer, findings List, line func(file string, n int) (string, bool)) error {
	var b strings.Builder
	write := func(format string, args ...any) {
		b.WriteString(strings.Map(visible, fmt.Sprintf(format, args...)) + "\n")
	}
	for _, d := range findings {
		place := d.Pos.String()
		if place != "" {
			place += ": "
		}
		write("%s%s: %s [%s]", place, d.Severity, d.Message, d.ID)
		printLine(&b, d.Pos, line)
		if d.Field != "" {
			write("  trường: %s", d.Field)
		}
		for _, n := range d.Notes {
			if n.Pos.IsZero() {
				write("  xem: %s", n.Message)
			} else {
				write("  xem: %s: %s", n.Pos, n.Message)
			}
		}
		for _, h := range d.Hints {
			write("  gợi ý: %s", h)
		}
		if d.Clause != "" {
			write("  quy định: %s", d.Clause)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Clip shortens a text that a message quotes, to its first line and sixty characters.
func Clip(text string) string {
	const most = 60
	text, _, more := strings.Cut(text, "\n")
	if utf8.RuneCountInString(text) > most {
		text, more = string([]rune(text)[:most]), true
	}
	if more {
		text += "…"
	}
	return text
}

// maxShown is how many characters of a line are shown: a line of a JSON file may hold the whole file.
const maxShown = 120

func printLine(b *strings.Builder, p Pos, line func(string, int) (string, bool)) {
	if p.Line == 0 || p.Sheet != "" || p.Place != "" || line == nil {
		return
	}
	text, ok := line(p.File, p.Line)
	if !ok {
		return
	}
	runes := []rune(strings.Map(visible, strings.TrimRight(text, "\r\n")))
	start := 0
	if p.Col > maxShown*3/4 {
		start = p.Col - maxShown/2
	}
	if start > len(runes) {
		return
	}
	end := min(len(runes), start+maxShown)
	margin := fmt.Sprintf("%6d", p.Line)
	fmt.Fprintf(b, "%s | %s\n", margin, string(runes[start:end]))
	if p.Col == 0 {
		return
	}
	mark := max(1, min(p.Len, end-(p.Col-1)))
	fmt.Fprintf(b, "%s | %s%s\n", strings.Repeat(" ", utf8.RuneCountInString(margin)),
		strings.Repeat(" ", max(0, p.Col-1-start)), strings.Repeat("^", mark))
}

// visible keeps control characters of a hostile file from reaching the terminal, and shows where the unseen
// ones stand: each takes a column.
func visible(r rune) rune {
	if r == '\t' {
		return ' '
	}
	if r < 0x20 || r == 0x7f || (r >= 0x80 && r < 0xa0) || unicode.Is(unicode.Cf, r) {
		return '\uFFFD'
	}
	return r
}
