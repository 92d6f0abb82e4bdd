package font

import (
	"math"

	"vanban/internal/unit"
)

// Face is one face of a family: the letters of one weight and slope.
type Face struct {
	tables     tables
	unitsPerEm int
	numGlyphs  int
	longLoca   bool

	ascent, descent, lineGap int
	box                      [4]int
	capHeight                int
	italicAngle              float64
	name                     string

	glyphs []uint16        // glyph of every character of the BMP; 0 for none
	astral map[rune]uint16 // glyph of the characters beyond it
	widths []uint16        // advance of every glyph
}

// UnitsPerEm is how many of the face's units make its size.
func (f *Face) UnitsPerEm() int { return f.unitsPerEm }

// Ascent is how far a line of the face reaches above the baseline, in units. LibreOffice on Linux takes it
// from hhea, from OS/2's typographic values where the face asks for those, and from its Windows values
// where hhea is empty.
func (f *Face) Ascent() int { return f.ascent }

// Descent is how far a line of the face reaches below the baseline, in units, positive.
func (f *Face) Descent() int { return f.descent }

// LineGap is the leading that the face asks for between two lines, in units.
func (f *Face) LineGap() int { return f.lineGap }

// Box is the box that holds every glyph: left, bottom, right, top, in units.
func (f *Face) Box() [4]int { return f.box }

// CapHeight is the height of capital letters, in units.
func (f *Face) CapHeight() int { return f.capHeight }

// ItalicAngle is the slope of the letters in degrees, counter-clockwise from upright: negative when they
// lean to the right.
func (f *Face) ItalicAngle() float64 { return f.italicAngle }

// Name is the PostScript name of the face: letters, digits and hyphens only.
func (f *Face) Name() string { return f.name }

// GlyphIndex gives the glyph of a character; 0 when the face has none.
func (f *Face) GlyphIndex(r rune) uint16 {
	if r >= 0 && int(r) < len(f.glyphs) {
		return f.glyphs[r]
	}
	return f.astral[r]
}

// Has tells whether the face has a glyph for a character.
func (f *Face) Has(r rune) bool { return f.GlyphIndex(r) != 0 }

// Advance gives the width of a character in units; false when the face has no glyph for it, with the
// width of the glyph that stands for missing ones.
func (f *Face) Advance(r rune) (units int, ok bool) {
	g := f.GlyphIndex(r)
	return int(f.widths[g]), g != 0
}

// Width gives the width of a text set in a size, rounded to the nearest EMU. Characters without a glyph
// count as wide as the glyph that stands for missing ones.
func (f *Face) Width(text string, size unit.Length) unit.Length {
	units := 0
	for _, r := range text {
		units += int(f.widths[f.GlyphIndex(r)])
	}
	return f.Scale(units, size)
}

// Scale turns units of the face into a length at a size, rounded to the nearest EMU.
func (f *Face) Scale(units int, size unit.Length) unit.Length {
	return unit.Length(math.Round(float64(units) * float64(size) / float64(f.unitsPerEm)))
}
