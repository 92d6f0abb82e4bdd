package docx

import (
	"github.com/unidoc/unioffice/schema/soo/wml"

	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// topRuleWeight is the thickness of the line over the first page's foot (ô 13), and topRuleSpace its
// distance from the text, in points.
const (
	topRuleWeight = unit.Pt / 2
	topRuleSpace  = 1
)

// paragraph writes one paragraph standing in a column of the width. keepNext keeps it with what follows,
// whatever it says itself: it stands in a row that does.
func (b *builder) paragraph(p *sheet.Paragraph, width unit.Length, keepNext bool) *wml.CT_P {
	if !b.known[p.Style] {
		panic("docx: a paragraph in a style that the sheet does not list")
	}
	if len(p.Runs) == 0 {
		panic("docx: an empty paragraph")
	}
	out := wml.NewCT_P()
	out.PPr = b.paragraphProperties(p, width, keepNext)
	if p.Rule != nil {
		out.EG_PContent = append(out.EG_PContent, runContent(b.rule(p, width)))
	}
	for _, r := range p.Runs {
		out.EG_PContent = append(out.EG_PContent, runContent(run(r, p.Style.Font)))
	}
	return out
}

// paragraphProperties says what the paragraph has beside its style.
func (b *builder) paragraphProperties(p *sheet.Paragraph, width unit.Length, keepNext bool) *wml.CT_PPr {
	style := p.Style
	out := wml.NewCT_PPr()
	out.PStyle = text(style.ID)
	out.KeepNext = onlyOn((keepNext || p.KeepNext) && !style.KeepNext)
	if p.SpaceBefore != 0 {
		out.Spacing = &wml.CT_Spacing{BeforeAttr: twips(style.Before + p.SpaceBefore)}
	}
	if p.IndentLeft != 0 {
		out.Ind = &wml.CT_Ind{LeftAttr: signedTwips(style.IndentLeft + p.IndentLeft)}
	}
	if p.TopRule {
		out.PBdr = &wml.CT_PBdr{Top: border(topRuleWeight, "", topRuleSpace)}
	}
	if p.Box != nil {
		frame(out, p, width)
	}
	// The paragraph mark weighs in on the height of the last line, so it must look like the text before it.
	out.RPr = markProperties(look(p.Runs[len(p.Runs)-1].Font, style.Font))
	return out
}

// filler is the paragraph without text that WordprocessingML demands in a few places, one point high. It
// stands nowhere else: after a table that ends a section, a cell, a foot or the document, between two
// tables, in a cell merged upwards, and in a header or foot that hides those of the section before.
func filler(keepNext bool) *wml.CT_P { return gap(keepNext, unit.Pt) }

// ending is the filler behind the last table of a section. It is as low as can be: where the table fills its page
// to the last point, a higher one would open a page with nothing on it.
func ending(keepNext bool) *wml.CT_P { return gap(keepNext, unit.Twip) }

func gap(keepNext bool, height unit.Length) *wml.CT_P {
	p := wml.NewCT_P()
	p.PPr = wml.NewCT_PPr()
	p.PPr.KeepNext = onlyOn(keepNext)
	p.PPr.Spacing = &wml.CT_Spacing{
		BeforeAttr:   twips(0),
		AfterAttr:    twips(0),
		LineAttr:     signedTwips(height),
		LineRuleAttr: wml.ST_LineSpacingRuleExact,
	}
	size := halfPoints(unit.Pt)
	p.PPr.RPr = &wml.CT_ParaRPr{Sz: size, SzCs: size}
	return p
}

// lineHeight is the pitch of the paragraph's lines. Times New Roman and Liberation Serif stand 2355/2048
// of their size high: 1825 above and 443 below the line, and a gap of 87.
func lineHeight(p *sheet.Paragraph) unit.Length {
	line := p.Style.Line
	if line.Exact != 0 {
		return line.Exact
	}
	var size unit.Length
	for _, r := range p.Runs {
		size = max(size, r.Font.Size)
	}
	return size * 2355 * unit.Length(line.Multiple) / (2048 * 240)
}
