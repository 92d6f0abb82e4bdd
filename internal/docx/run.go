package docx

import (
	"strings"

	"github.com/unidoc/unioffice/schema/soo/wml"

	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// noBreakSpace is kept at the ends of a text, as every blank is.
const noBreakSpace = "\u00a0"

func runContent(r *wml.CT_R) *wml.EG_PContent {
	return &wml.EG_PContent{EG_ContentRunContent: []*wml.EG_ContentRunContent{{R: r}}}
}

// run writes one run in a paragraph whose style has the base font.
func run(r sheet.Run, base sheet.Font) *wml.CT_R {
	out := wml.NewCT_R()
	out.RPr = look(r.Font, base)
	if r.Break {
		out.EG_RunInnerContent = append(out.EG_RunInnerContent, &wml.EG_RunInnerContent{Br: wml.NewCT_Br()})
	}
	content := r.Text
	switch {
	case r.Blank != 0 && content != "":
		panic("docx: a blank with text in it")
	case r.Blank != 0:
		content = blank(r.Blank, r.Font.Size)
	case content == "" && !r.Break:
		panic("docx: a run without text")
	}
	if content != "" {
		out.EG_RunInnerContent = append(out.EG_RunInnerContent, &wml.EG_RunInnerContent{T: runText(content)})
	}
	return out
}

// runText keeps the blanks that XML readers take away: at either end, and all but one of several.
func runText(s string) *wml.CT_Text {
	t := &wml.CT_Text{Content: plain(s)}
	if strings.Trim(s, " "+noBreakSpace) != s || strings.Contains(s, "  ") {
		preserve := "preserve"
		t.SpaceAttr = &preserve
	}
	return t
}

// blank fills the width with spaces, as many as come nearest: a space of Times New Roman is a quarter of the
// font's size. They are ordinary ones, as a typist leaves room: LibreOffice sets each no-break space by itself
// and, in italics, a twelfth of the line's height apart from the next, so that a line of three blanks would
// grow by a centimetre and break.
func blank(width, size unit.Length) string {
	if width < 0 {
		panic("docx: a blank of negative width")
	}
	space := size / 4
	return strings.Repeat(" ", max(1, int((width+space/2)/space)))
}

// look says how f differs from base, nil where it does not.
func look(f, base sheet.Font) *wml.CT_RPr {
	if f == base {
		return nil
	}
	out := wml.NewCT_RPr()
	if f.Family != base.Family {
		out.RFonts = fonts(f.Family)
	}
	if f.Bold != base.Bold {
		out.B, out.BCs = onOff(f.Bold), onOff(f.Bold)
	}
	if f.Italic != base.Italic {
		out.I, out.ICs = onOff(f.Italic), onOff(f.Italic)
	}
	if f.Color != base.Color {
		out.Color = &wml.CT_Color{ValAttr: hexColor(f.Color)}
	}
	if f.Size != base.Size {
		out.Sz, out.SzCs = halfPoints(f.Size), halfPoints(f.Size)
	}
	return out
}

// markProperties is look for the mark at a paragraph's end.
func markProperties(r *wml.CT_RPr) *wml.CT_ParaRPr {
	if r == nil {
		return nil
	}
	return &wml.CT_ParaRPr{
		RFonts: r.RFonts, B: r.B, BCs: r.BCs, I: r.I, ICs: r.ICs, Color: r.Color, Sz: r.Sz, SzCs: r.SzCs,
	}
}
