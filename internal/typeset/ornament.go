package typeset

import (
	"vanban/internal/sheet"
	"vanban/internal/unit"
)

const (
	topRuleWeight = unit.Pt / 2
	// topRuleGap is the room between a top rule and the text, as the DOCX has it.
	topRuleGap = unit.Pt
)

// ornament makes room in a paragraph's lines for its frame or its top rule.
func ornament(p *paragraph) {
	var above, below twip
	if box := p.source.Box; box != nil {
		height := twip(0)
		for _, l := range p.lines {
			height += l.pitch
		}
		room := max(0, toTwips(box.Height+box.Weight)-height)
		above = room / 2
		below = room - above
	}
	if p.source.TopRule {
		above += toTwips(topRuleGap + topRuleWeight)
	}
	first, last := &p.lines[0], &p.lines[len(p.lines)-1]
	first.ascent += above
	first.fit += above
	first.pitch += above
	last.fit += below
	last.pitch += below
}

// ornaments draws the rule, the frame and the top rule of a paragraph whose lines from to to stand at y,
// in a column that begins at x. A frame or a rule is drawn with the line it belongs to.
func (pg *sheetOfPaper) ornaments(p *paragraph, from, to int, x, y, bottom twip) {
	src := p.source
	if src.TopRule && from == 0 {
		m := marginsOf(src, p.width)
		pg.stroke(Stroke{
			X1: x.length() + m.left.length(), X2: x.length() + m.right.length(),
			Y1: y.length() + topRuleWeight/2, Y2: y.length() + topRuleWeight/2,
			Weight: topRuleWeight,
		})
	}
	if src.Rule != nil && to == len(p.lines) {
		m := marginsOf(src, p.width)
		left := x.length() + ((m.first + m.right) / 2).length() - src.Rule.Length/2
		if src.Style.Align == sheet.Left {
			left = x.length() + m.first.length()
		}
		at := bottom.length() + src.Rule.Gap
		pg.stroke(Stroke{X1: left, X2: left + src.Rule.Length, Y1: at, Y2: at, Weight: src.Rule.Weight})
	}
	if src.Box != nil && from == 0 && to == len(p.lines) {
		half := src.Box.Weight / 2
		left := x.length() + (p.width.length()-src.Box.Width)/2
		pg.frame(left, y.length()+half, left+src.Box.Width, bottom.length()-half, src.Box.Weight, src.Box.Color)
	}
}

// frame draws four strokes.
func (pg *sheetOfPaper) frame(left, top, right, bottom, weight unit.Length, color string) {
	for _, s := range [][4]unit.Length{
		{left, top, right, top}, {left, bottom, right, bottom}, {left, top, left, bottom}, {right, top, right, bottom},
	} {
		pg.stroke(Stroke{X1: s[0], Y1: s[1], X2: s[2], Y2: s[3], Weight: weight, Color: color})
	}
}
