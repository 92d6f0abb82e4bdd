package docx

import (
	"github.com/unidoc/unioffice/schema/soo/wml"

	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// maxBorderSpace is the largest distance, in points, that Word takes between a border and its text.
const maxBorderSpace = 31

// frame draws the paragraph's box (dấu chỉ mức độ khẩn and the like; Decree 30 Phụ lục I, III.2) as
// borders of the paragraph. Width and Height are measured between the middles of opposite lines.
//
// Word draws the lines outside the indents, so that the indents make the width, to a twentieth of a point.
// The height comes of the line of text and the distances above and below it, which are whole points: it is
// right to half a point. A box that is too low for its text, or higher than Word can draw it, panics.
func frame(out *wml.CT_PPr, p *sheet.Paragraph, column unit.Length) {
	box := p.Box
	side := (column - box.Width + box.Weight) / 2
	out.Ind = &wml.CT_Ind{LeftAttr: signedTwips(side), RightAttr: signedTwips(side), FirstLineAttr: twips(0)}
	if p.Style.Align != sheet.Center {
		out.Jc = &wml.CT_Jc{ValAttr: wml.ST_JcCenter}
	}
	room := box.Height - lineHeight(p) - box.Weight
	if room < 0 || room > 2*maxBorderSpace*unit.Pt {
		panic("docx: a box of " + box.Height.String() + " around a line of " + lineHeight(p).String())
	}
	points := uint64((room + unit.Pt/2) / unit.Pt)
	above := points / 2
	below := points - above
	out.PBdr = &wml.CT_PBdr{
		Top:    border(box.Weight, box.Color, above),
		Bottom: border(box.Weight, box.Color, below),
		Left:   border(box.Weight, box.Color, 0),
		Right:  border(box.Weight, box.Color, 0),
	}
}
