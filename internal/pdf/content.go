package pdf

import (
	"strconv"

	"vanban/internal/typeset"
	"vanban/internal/unit"
)

// painter writes the drawing operators of one page. PDF measures upwards from the lower left corner,
// package typeset downwards from the upper left: every y is turned over here.
type painter struct {
	ops    []byte
	height unit.Length
	enc    *encoding
}

// pageContent draws a page: fills, strokes, then its lines in reading order.
func pageContent(p *typeset.Page, enc *encoding) []byte {
	c := &painter{height: p.Height, enc: enc}
	c.fills(p.Fills)
	c.strokes(p.Strokes)
	c.lines(p.Lines)
	return c.ops
}

// point writes a place on the page.
func (c *painter) point(x, y unit.Length) {
	c.length(x)
	c.length(c.height - y)
}

// length writes a length and the space behind it.
func (c *painter) length(l unit.Length) {
	c.ops = append(appendPoints(c.ops, l), ' ')
}

func (c *painter) op(s string) { c.ops = append(c.ops, s...) }

// color sets the colour of what follows by rg (text and fills) or RG (strokes).
func (c *painter) color(color, operator string) {
	c.ops = append(appendColor(c.ops, color), ' ')
	c.op(operator + "\n")
}

// black is the colour that a page begins with.
const black = "000000"

// shown gives a colour its full name, so that "" and "000000" are not taken for two.
func shown(color string) string {
	if color == "" {
		return black
	}
	return color
}

func (c *painter) fills(fills []typeset.Fill) {
	current := black
	for _, fill := range fills {
		if color := shown(fill.Color); color != current {
			c.color(color, "rg")
			current = color
		}
		c.point(fill.X, fill.Y+fill.Height)
		c.length(fill.Width)
		c.length(fill.Height)
		c.op("re f\n")
	}
	if current != black {
		c.color(black, "rg")
	}
}

func (c *painter) strokes(strokes []typeset.Stroke) {
	current, weight := black, unit.Pt // what a page begins with
	for _, s := range strokes {
		if color := shown(s.Color); color != current {
			c.color(color, "RG")
			current = color
		}
		if s.Weight != weight {
			c.length(s.Weight)
			c.op("w\n")
			weight = s.Weight
		}
		c.point(s.X1, s.Y1)
		c.op("m ")
		c.point(s.X2, s.Y2)
		c.op("l S\n")
	}
}

// lines sets all text of the page as one text object.
func (c *painter) lines(lines []typeset.Line) {
	var face *faceCodes
	var size unit.Length
	color := black
	c.op("BT\n")
	for _, line := range lines {
		c.op(marks(line.Starts))
		for _, s := range line.Spans {
			if s.Text == "" {
				continue
			}
			if face == nil || s.Face != face.key || s.Size != size {
				face, size = c.enc.face(s.Face), s.Size
				c.op("/" + face.name + " ")
				c.length(size)
				c.op("Tf\n")
			}
			if shown(s.Color) != color {
				color = shown(s.Color)
				c.color(color, "rg")
			}
			// An absolute place for each span: roundings do not add up along a line.
			c.op("1 0 0 1 ")
			c.point(s.X, line.Baseline)
			c.op("Tm ")
			c.span(&s, face)
		}
	}
	c.op("ET\n")
}

// span shows one span by one TJ, its spaces widened.
func (c *painter) span(s *typeset.Span, face *faceCodes) {
	// TJ subtracts its numbers, in thousandths of the size (ISO 32000-1, 9.4.3); these are thousandths
	// of those.
	var widen int64
	if s.WordSpace != 0 {
		widen = -rounded(int64(s.WordSpace)*1_000_000, int64(s.Size))
	}
	c.op("[<")
	for _, r := range s.Text {
		c.ops = appendHex(c.ops, face.code[r])
		if r == ' ' && widen != 0 {
			c.op(">")
			c.ops = appendThousandths(c.ops, widen)
			c.op("<")
		}
	}
	c.op(">] TJ\n")
}

// appendHex writes a code as four hexadecimal digits.
func appendHex(b []byte, code uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[code>>12], digits[code>>8&15], digits[code>>4&15], digits[code&15])
}

// startLetters stand for the kinds of typeset.Start in marks.
const startLetters = "-PNFHRCQLKUV"

// marks is a point of marked content (ISO 32000-1, 14.6) that tells what begins with a line: nothing is drawn by it,
// but a file of ours is read back in paragraphs by it.
func marks(s typeset.Start) string {
	if s.Kind == typeset.GoesOn {
		return ""
	}
	tag := string(startLetters[s.Kind])
	if s.Column > 0 {
		tag += strconv.Itoa(s.Column)
	}
	return "/" + tag + " MP\n"
}
