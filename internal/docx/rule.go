package docx

import (
	"encoding/xml"
	"fmt"
	"strconv"

	"github.com/unidoc/unioffice"
	"github.com/unidoc/unioffice/schema/soo/wml"

	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// rule draws the paragraph's line (Decree 30 Phụ lục I: under the motto, the issuer and the abstract) as
// a straight connector anchored to the paragraph, with a VML line for programs older than 2010. It takes
// no room of its own.
//
// The line is placed from the top of the paragraph, which lies above the space before its text: below the
// text's lines by the gap.
func (b *builder) rule(p *sheet.Paragraph, column unit.Length) *wml.CT_R {
	if p.Style.Align != sheet.Center && p.Style.Align != sheet.Left {
		panic("docx: a rule under text that is neither centred nor at the left")
	}
	lines := unit.Length(1)
	for _, r := range p.Runs {
		if r.Break {
			lines++
		}
	}
	b.drawings++
	down := p.Style.Before + p.SpaceBefore + lines*lineHeight(p) + p.Rule.Gap
	shift := ruleShift(p)
	if p.Style.Align == sheet.Left {
		shift = p.Style.IndentLeft + p.IndentLeft + p.Style.FirstLine - (column-p.Rule.Length)/2
	}
	drawing := ruleXML(b.drawings, *p.Rule, shift, column, down)
	return &wml.CT_R{Extra: []unioffice.Any{raw(drawing)}}
}

// ruleShift is how far the middle of the paragraph's text lies to the right of the column's middle.
func ruleShift(p *sheet.Paragraph) unit.Length {
	left := p.Style.IndentLeft + p.IndentLeft + p.Style.FirstLine
	return (left - p.Style.IndentRight) / 2
}

// ruleXML gives what stands between the tags of mc:AlternateContent. The line is placed by its alignment
// where the text is in the middle of the column, so that it stays there when a person changes the column.
func ruleXML(id int, r sheet.Rule, shift, column, down unit.Length) string {
	x := (column-r.Length)/2 + shift
	place := `<wp:align>center</wp:align>`
	vmlPlace := `mso-position-horizontal:center;`
	if shift != 0 {
		place = fmt.Sprintf(`<wp:posOffset>%d</wp:posOffset>`, x)
		vmlPlace = "margin-left:" + points(x) + ";"
	}
	return fmt.Sprintf(`<mc:Choice Requires="wps"><w:drawing>`+
		`<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="%d"`+
		` behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">`+
		`<wp:simplePos x="0" y="0"/>`+
		`<wp:positionH relativeFrom="column">%s</wp:positionH>`+
		`<wp:positionV relativeFrom="paragraph"><wp:posOffset>%d</wp:posOffset></wp:positionV>`+
		`<wp:extent cx="%d" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>`+
		`<wp:docPr id="%d" name="Đường kẻ %d"/><wp:cNvGraphicFramePr/>`+
		`<a:graphic><a:graphicData uri="%s"><wps:wsp><wps:cNvCnPr/>`+
		`<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="0"/></a:xfrm>`+
		`<a:prstGeom prst="line"><a:avLst/></a:prstGeom>`+
		`<a:ln w="%d"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>`+
		`<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>`+
		`<mc:Fallback><w:pict><v:line id="vach%d" style="position:absolute;z-index:%d;`+
		`%smso-position-horizontal-relative:text;mso-position-vertical-relative:text"`+
		` from="0,%s" to="%s,%s" strokecolor="black" strokeweight="%s"/></w:pict></mc:Fallback>`,
		id, place, down, r.Length, id, id, shapeNS, r.Length, r.Weight,
		id, id, vmlPlace, points(down), points(r.Length), points(down), points(r.Weight))
}

// points writes a length for VML.
func points(l unit.Length) string {
	return strconv.FormatFloat(l.Points(), 'f', 2, 64) + "pt"
}

// Namespaces that the generated types do not declare.
const (
	compatibilityNS = "http://schemas.openxmlformats.org/markup-compatibility/2006"
	shapeNS         = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
	vmlNS           = "urn:schemas-microsoft-com:vml"
)

// raw is the content of an mc:AlternateContent element, written as it is.
type raw string

// MarshalXML writes the element with the namespaces that its content needs.
func (r raw) MarshalXML(e *xml.Encoder, _ xml.StartElement) error {
	start := xml.StartElement{Name: xml.Name{Local: "mc:AlternateContent"}, Attr: []xml.Attr{
		{Name: xml.Name{Local: "xmlns:mc"}, Value: compatibilityNS},
		{Name: xml.Name{Local: "xmlns:wps"}, Value: shapeNS},
		{Name: xml.Name{Local: "xmlns:v"}, Value: vmlNS},
	}}
	return e.EncodeElement(struct {
		XML string `xml:",innerxml"`
	}{string(r)}, start)
}

// UnmarshalXML is there for unioffice's interface. Nothing is read through it.
func (r raw) UnmarshalXML(*xml.Decoder, xml.StartElement) error {
	panic("docx: a drawn rule is never read back")
}
