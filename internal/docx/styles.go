package docx

import (
	"github.com/unidoc/unioffice/schema/soo/ofc/sharedTypes"
	"github.com/unidoc/unioffice/schema/soo/wml"

	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// Ids of the two styles that Word expects in every document, beside the sheet's own.
const (
	normalID      = "Normal"
	tableNormalID = "TableNormal"
)

// styleSheet makes word/styles.xml: the defaults, Normal, the default table and the sheet's styles, all
// based on Normal yet saying everything themselves, so that a person who changes Normal changes no page.
func (b *builder) styleSheet() *wml.Styles {
	base := b.mainStyle().Font
	language := b.sheet.Properties.Language
	if language == "" {
		panic("docx: a sheet without a language")
	}
	plain(language)
	defaults := fontProperties(sheet.Font{Family: base.Family, Size: base.Size})
	defaults.Lang = &wml.CT_Language{ValAttr: &language, EastAsiaAttr: &language}
	out := wml.NewStyles()
	out.DocDefaults = &wml.CT_DocDefaults{
		RPrDefault: &wml.CT_RPrDefault{RPr: defaults},
		PPrDefault: &wml.CT_PPrDefault{PPr: &wml.CT_PPrGeneral{
			WidowControl: on(),
			Spacing: &wml.CT_Spacing{
				BeforeAttr: twips(0), AfterAttr: twips(0),
				LineAttr: signedTwips(240 * unit.Twip), LineRuleAttr: wml.ST_LineSpacingRuleAuto,
			},
		}},
	}
	out.Style = append(out.Style, normal(base, language), tableNormal())
	for _, s := range b.styles {
		out.Style = append(out.Style, style(s))
	}
	return out
}

// mainStyle is the style of most paragraphs outside tables: the text's. What a person adds in Normal looks
// like it.
func (b *builder) mainStyle() *sheet.Style {
	count := map[*sheet.Style]int{}
	sheet.Walk(b.sheet, func(bl sheet.Block) bool {
		if p, ok := bl.(*sheet.Paragraph); ok {
			count[p.Style]++
		}
		return false
	})
	most := b.styles[0]
	for _, s := range b.styles {
		if count[s] > count[most] {
			most = s
		}
	}
	return most
}

func newStyle(kind wml.ST_StyleType, id, name string) *wml.CT_Style {
	out := wml.NewCT_Style()
	out.TypeAttr = kind
	out.StyleIdAttr = &id
	out.Name = text(name)
	return out
}

func normal(base sheet.Font, language string) *wml.CT_Style {
	out := newStyle(wml.ST_StyleTypeParagraph, normalID, "Normal")
	out.DefaultAttr = yes()
	out.QFormat = on()
	out.PPr = &wml.CT_PPrGeneral{WidowControl: on()}
	out.RPr = fontProperties(sheet.Font{Family: base.Family, Size: base.Size})
	out.RPr.Lang = &wml.CT_Language{ValAttr: &language, EastAsiaAttr: &language}
	return out
}

// tableNormal is what a table looks like that a person adds: as Word has it.
func tableNormal() *wml.CT_Style {
	out := newStyle(wml.ST_StyleTypeTable, tableNormalID, "Normal Table")
	out.DefaultAttr = yes()
	out.UiPriority = number(99)
	out.SemiHidden, out.UnhideWhenUsed = on(), on()
	out.TblPr = &wml.CT_TblPrBase{TblInd: width(0), TblCellMar: cellMargins(108 * unit.Twip)}
	return out
}

func yes() *sharedTypes.ST_OnOff { return &sharedTypes.ST_OnOff{Bool: new(true)} }

// style writes one of the sheet's styles.
func style(s *sheet.Style) *wml.CT_Style {
	if s.ID == "" || s.Name == "" {
		panic("docx: a style without an id or a name")
	}
	out := newStyle(wml.ST_StyleTypeParagraph, plain(s.ID), s.Name)
	out.CustomStyleAttr = yes()
	out.BasedOn = text(normalID)
	out.QFormat = on()
	out.PPr = &wml.CT_PPrGeneral{
		KeepNext:     onOff(s.KeepNext),
		KeepLines:    onOff(s.KeepLines),
		WidowControl: on(),
		Spacing:      spacing(s),
		Ind:          indents(s),
		Jc:           &wml.CT_Jc{ValAttr: alignment(s.Align)},
	}
	if s.Outline < 0 || s.Outline > 9 {
		panic("docx: an outline level beyond 9")
	}
	if s.Outline > 0 {
		out.PPr.OutlineLvl = number(int64(s.Outline - 1))
	}
	out.RPr = fontProperties(s.Font)
	return out
}

func fontProperties(f sheet.Font) *wml.CT_RPr {
	return &wml.CT_RPr{
		RFonts: fonts(f.Family),
		B:      onOff(f.Bold), BCs: onOff(f.Bold),
		I: onOff(f.Italic), ICs: onOff(f.Italic),
		Color: &wml.CT_Color{ValAttr: hexColor(f.Color)},
		Sz:    halfPoints(f.Size), SzCs: halfPoints(f.Size),
	}
}

func spacing(s *sheet.Style) *wml.CT_Spacing {
	out := &wml.CT_Spacing{BeforeAttr: twips(s.Before), AfterAttr: twips(s.After)}
	switch {
	case s.Line.Exact > 0 && s.Line.Multiple == 0:
		out.LineAttr = signedTwips(s.Line.Exact)
		out.LineRuleAttr = wml.ST_LineSpacingRuleExact
	case s.Line.Multiple > 0 && s.Line.Exact == 0:
		// Of a multiple w:line counts 240ths, which happen to be as many as twips to a line of 12 points.
		out.LineAttr = signedTwips(unit.Length(s.Line.Multiple) * unit.Twip)
		out.LineRuleAttr = wml.ST_LineSpacingRuleAuto
	default:
		panic("docx: the style «" + s.ID + "» has no line spacing, or two")
	}
	return out
}

func indents(s *sheet.Style) *wml.CT_Ind {
	out := &wml.CT_Ind{LeftAttr: signedTwips(s.IndentLeft), RightAttr: signedTwips(s.IndentRight)}
	if s.FirstLine < 0 {
		out.HangingAttr = twips(-s.FirstLine)
	} else {
		out.FirstLineAttr = twips(s.FirstLine)
	}
	return out
}

func alignment(a sheet.Align) wml.ST_Jc {
	switch a {
	case sheet.Left:
		return wml.ST_JcLeft
	case sheet.Center:
		return wml.ST_JcCenter
	case sheet.Right:
		return wml.ST_JcRight
	case sheet.Justify:
		return wml.ST_JcBoth
	}
	panic("docx: unknown alignment")
}
