package typeset

import (
	"fmt"

	"vanban/internal/diag"
	"vanban/internal/font"
	"vanban/internal/sheet"
)

// Missing gives the characters of a sheet that the faces do not have (FONT-GLYPH), each once for a paragraph:
// what [Typeset] finds in it, for a sheet that only becomes a DOCX.
func Missing(s *sheet.Sheet, fonts *font.Set) diag.List {
	g := glyphs{fonts: fonts}
	sheet.Walk(s, func(b sheet.Block) bool {
		if p, ok := b.(*sheet.Paragraph); ok {
			g.check(p)
		}
		return true
	})
	return g.findings
}

// glyphs collects the characters without a glyph.
type glyphs struct {
	fonts    *font.Set
	findings diag.List
}

// check looks at one paragraph. What is never drawn needs no glyph.
func (g *glyphs) check(p *sheet.Paragraph) {
	for i := range p.Runs {
		run := &p.Runs[i]
		face := g.fonts.Face(run.Font.Bold, run.Font.Italic)
		for _, r := range run.Text {
			if !face.Has(r) && classOf(r) != zeroWide {
				g.missing(p, r)
			}
		}
	}
}

// missing reports a character, once for a paragraph.
func (g *glyphs) missing(p *sheet.Paragraph, r rune) {
	d := diag.Diagnostic{
		ID:       font.IDGlyph,
		Severity: diag.Error,
		Pos:      p.At,
		Message:  fmt.Sprintf("phông chữ không có ký tự «%c» (U+%04X)", r, r),
		Hints:    []string{"xóa ký tự đó hoặc thay bằng chữ thường dùng"},
	}
	for _, known := range g.findings {
		if known.Pos == d.Pos && known.Message == d.Message {
			return
		}
	}
	g.findings.Add(d)
}
