package typeset

import (
	"vanban/internal/font"
	"vanban/internal/unit"
)

// twip is a twentieth of a point. LibreOffice places lines on whole twips, so heights are counted in them:
// rounding once at the end would let a page of forty lines drift by a line.
type twip int64

// grain is a sixth of a twip, 1/8640 inch. LibreOffice rounds the advance of every letter of a Word
// document to whole grains, so lines are measured in them.
type grain int64

const (
	grainsPerTwip = 6
	grainsPerInch = 8640
	pointsPerInch = 72
	// endless is the room of a column that never ends.
	endless twip = 1 << 40
)

func toTwips(l unit.Length) twip { return twip(l.Twips()) }

func (t twip) length() unit.Length { return unit.Length(t) * unit.Twip }

func (t twip) grains() grain { return grain(t) * grainsPerTwip }

// length rounds to the nearest EMU: a grain is 635/6 of it.
func (g grain) length() unit.Length {
	return unit.Length(roundDiv(int64(g)*int64(unit.Twip), grainsPerTwip))
}

// twips rounds to the nearest twip.
func (g grain) twips() twip { return twip(roundDiv(int64(g), grainsPerTwip)) }

func roundDiv(n, d int64) int64 {
	if n < 0 {
		return -((-n + d/2) / d)
	}
	return (n + d/2) / d
}

// letters is one face in one size.
type letters struct {
	face *font.Face
	size grain // of the em
	key  FaceKey

	ascent, descent twip // of a line; the ascent holds the leading, as in LibreOffice

	// overhang is what LibreOffice keeps free behind letters that lean, lest they hang over the margin.
	overhang grain
}

func newLetters(fonts *font.Set, key FaceKey, size unit.Length) letters {
	f := fonts.Face(key.Bold, key.Italic)
	l := letters{face: f, key: key}
	l.size = grain(roundDiv(int64(size)*grainsPerInch, pointsPerInch*int64(unit.Pt)))
	gap := l.scale(f.LineGap()).twips()
	height := (l.scale(f.Ascent()) + l.scale(f.Descent())).twips() + gap
	l.ascent = l.scale(f.Ascent()).twips() + gap
	l.descent = height - l.ascent
	if key.Italic {
		l.overhang = (height / 12).grains()
	}
	return l
}

// scale turns units of the face into whole grains.
func (l *letters) scale(units int) grain {
	return grain(roundDiv(int64(units)*int64(l.size), int64(l.face.UnitsPerEm())))
}

// advance gives the width of a character, or of the box that stands for one that the face does not have.
func (l *letters) advance(r rune) grain {
	units, _ := l.face.Advance(r)
	return l.scale(units)
}
