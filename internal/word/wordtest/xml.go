package wordtest

import (
	"fmt"
	"strings"
)

// Escape makes text fit for XML.
func Escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}

// T is a run of text without properties; "\t" and "\n" become tabs and line breaks.
func T(text string) string { return R("", text) }

// R is a run of text with the properties (what stands in w:rPr).
func R(properties, text string) string {
	var b strings.Builder
	b.WriteString("<w:r>")
	if properties != "" {
		b.WriteString("<w:rPr>" + properties + "</w:rPr>")
	}
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			b.WriteString("<w:br/>")
		}
		for j, piece := range strings.Split(line, "\t") {
			if j > 0 {
				b.WriteString("<w:tab/>")
			}
			if piece != "" {
				b.WriteString(`<w:t xml:space="preserve">` + Escape(piece) + "</w:t>")
			}
		}
	}
	return b.String() + "</w:r>"
}

// P is a paragraph with the properties (what stands in w:pPr) and the runs.
func P(properties string, runs ...string) string {
	if properties != "" {
		properties = "<w:pPr>" + properties + "</w:pPr>"
	}
	return "<w:p>" + properties + strings.Join(runs, "") + "</w:p>"
}

// Centred is the properties of a centred paragraph.
const Centred = `<w:jc w:val="center"/>`

// Letters is the properties of letters: face, size in points, and more elements after them.
func Letters(font string, points float64, more string) string {
	font = Escape(font)
	return fmt.Sprintf(`<w:rFonts w:ascii="%s" w:hAnsi="%s" w:cs="%s"/>%s<w:sz w:val="%g"/><w:szCs w:val="%g"/>`, font, font, font, more, points*2, points*2)
}

// Table is a table of cells; a cell is the blocks in it. properties stand in w:tblPr.
func Table(properties string, rows ...[]string) string {
	var b strings.Builder
	b.WriteString("<w:tbl><w:tblPr>" + properties + "</w:tblPr><w:tblGrid>")
	if len(rows) > 0 {
		for range rows[0] {
			b.WriteString(`<w:gridCol w:w="2000"/>`)
		}
	}
	b.WriteString("</w:tblGrid>")
	for _, row := range rows {
		b.WriteString("<w:tr>")
		for _, cell := range row {
			b.WriteString("<w:tc><w:tcPr/>" + cell + "</w:tc>")
		}
		b.WriteString("</w:tr>")
	}
	return b.String() + "</w:tbl>"
}

// Bordered is the properties of a table with single lines everywhere.
const Bordered = `<w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/>` +
	`<w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>`

// TextBox is a run with a text box of either kind, as Word writes it: DrawingML with VML for older programs.
func TextBox(blocks string) string {
	return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor behindDoc="0">` +
		`<wp:positionH relativeFrom="column"><wp:posOffset>360000</wp:posOffset></wp:positionH>` +
		`<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>` +
		`<wp:extent cx="1800000" cy="360000"/><wp:docPr id="1" name="Text Box 1"/><a:graphic><a:graphicData>` +
		`<wps:wsp><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"/>` +
		`<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>` +
		`<wps:txbx><w:txbxContent>` + blocks + `</w:txbxContent></wps:txbx></wps:wsp>` +
		`</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>` + VMLTextBox(blocks) + `</mc:Fallback></mc:AlternateContent></w:r>`
}

// VMLTextBox is a w:pict with a text box of the older kind; it stands in a run.
func VMLTextBox(blocks string) string {
	return `<w:pict><v:shape type="#_x0000_t202" style="position:absolute;margin-left:28.35pt;margin-top:0;width:141.75pt;height:28.35pt" strokeweight=".75pt">` +
		`<v:textbox><w:txbxContent>` + blocks + `</w:txbxContent></v:textbox></v:shape></w:pict>`
}

// Line is a run with a drawn line of the length in EMU, from the left of the column.
func Line(x, length int) string {
	return fmt.Sprintf(`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor behindDoc="0">`+
		`<wp:positionH relativeFrom="column"><wp:posOffset>%d</wp:posOffset></wp:positionH>`+
		`<wp:positionV relativeFrom="paragraph"><wp:posOffset>200000</wp:posOffset></wp:positionV>`+
		`<wp:extent cx="%d" cy="0"/><wp:docPr id="2" name="Line 2"/><a:graphic><a:graphicData><wps:wsp><wps:cNvCnPr/><wps:spPr>`+
		`<a:prstGeom prst="line"/><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr></wps:wsp>`+
		`</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:line from="0,0" to="70pt,0"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>`, x, length)
}
