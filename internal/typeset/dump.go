package typeset

import (
	"fmt"
	"io"
	"strings"

	"vanban/internal/unit"
)

// Dump writes the pages as text to be read by a person and compared by a test: one line for every line of
// text, rule and background, lengths in mm. The baseline stands first, then each span with its left edge,
// its face and size and, after a plus, what its spaces are widened by:
//
//	trang 1: 210.00 × 297.00
//	   28.21 | 30.00 r14 "Điều 1." | 46.90 r14+0.31 "Ban hành kèm theo"
//	   nét 80.00,31.50 – 130.00,31.50 0.18
//
// Faces are r (regular), b (bold), i (italic) and bi. It returns the first error of w.
func (d *Document) Dump(w io.Writer) error {
	var b strings.Builder
	for i, p := range d.Pages {
		fmt.Fprintf(&b, "trang %d: %s × %s\n", i+1, mm(p.Width), mm(p.Height))
		for _, f := range p.Fills {
			fmt.Fprintf(&b, "   nền %s,%s %s × %s %s\n", mm(f.X), mm(f.Y), mm(f.Width), mm(f.Height), f.Color)
		}
		for _, l := range p.Lines {
			fmt.Fprintf(&b, "%8s", mm(l.Baseline))
			for _, s := range l.Spans {
				fmt.Fprintf(&b, " | %s %s %q", mm(s.X), look(s), s.Text)
			}
			b.WriteByte('\n')
		}
		for _, s := range p.Strokes {
			fmt.Fprintf(&b, "   nét %s,%s – %s,%s %s", mm(s.X1), mm(s.Y1), mm(s.X2), mm(s.Y2), mm(s.Weight))
			if s.Color != "" {
				b.WriteString(" " + s.Color)
			}
			b.WriteByte('\n')
		}
	}
	for _, m := range d.Outline {
		fmt.Fprintf(&b, "mục %d: trang %d, %s: %s\n", m.Level, m.Page+1, mm(m.Y), m.Title)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func mm(l unit.Length) string { return fmt.Sprintf("%.2f", l.Millimetres()) }

// look writes the face, the size in points, the widening of spaces and the colour of a span.
func look(s Span) string {
	face := "r"
	switch s.Face {
	case FaceKey{Bold: true}:
		face = "b"
	case FaceKey{Italic: true}:
		face = "i"
	case FaceKey{Bold: true, Italic: true}:
		face = "bi"
	}
	out := fmt.Sprintf("%s%g", face, s.Size.Points())
	if s.WordSpace != 0 {
		out += "+" + mm(s.WordSpace)
	}
	if s.Color != "" {
		out += " " + s.Color
	}
	return out
}
