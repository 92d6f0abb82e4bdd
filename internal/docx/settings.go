package docx

import (
	"github.com/unidoc/unioffice/schema/soo/wml"

	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// wordURI owns the compatibility settings below.
const wordURI = "http://schemas.microsoft.com/office/word"

// settings makes word/settings.xml. Compatibility mode 15 is Word of 2013 and later; without it Word opens
// the file in a mode of older rules and says so in its title bar.
func settings(language string) *wml.Settings {
	out := wml.NewSettings()
	out.DefaultTabStop = &wml.CT_TwipsMeasure{ValAttr: *twips(720 * unit.Twip)}
	out.AutoHyphenation = onOff(false)
	out.CharacterSpacingControl = &wml.CT_CharacterSpacing{ValAttr: wml.ST_CharacterSpacingDoNotCompress}
	out.Compat = wml.NewCT_Compat()
	// A justified line before a forced break is not stretched over the whole width.
	out.Compat.DoNotExpandShiftReturn = on()
	// The sheet's gap between two paragraphs is the sum of their spaces; without this it is the larger one.
	out.Compat.DoNotUseHTMLParagraphAutoSpacing = on()
	for _, name := range []string{"compatibilityMode", "overrideTableStyleFontSizeAndJustification",
		"enableOpenTypeFeatures", "doNotFlipMirrorIndents", "differentiateMultirowTableHeaders"} {
		uri, value := wordURI, "1"
		if name == "compatibilityMode" {
			value = "15"
		}
		out.Compat.CompatSetting = append(out.Compat.CompatSetting,
			&wml.CT_CompatSetting{NameAttr: &name, UriAttr: &uri, ValAttr: &value})
	}
	out.ThemeFontLang = &wml.CT_Language{ValAttr: &language}
	out.DecimalSymbol, out.ListSeparator = text(","), text(";")
	return out
}

// fontTable makes word/fontTable.xml: the families that the styles and runs name.
func (b *builder) fontTable() *wml.Fonts {
	out := wml.NewFonts()
	seen := map[string]bool{}
	add := func(family string) {
		if seen[family] {
			return
		}
		seen[family] = true
		out.Font = append(out.Font, &wml.CT_Font{
			NameAttr: family,
			Charset:  &wml.CT_Charset{ValAttr: new("00")},
			Family:   &wml.CT_FontFamily{ValAttr: wml.ST_FontFamilyRoman},
			Pitch:    &wml.CT_Pitch{ValAttr: wml.ST_PitchVariable},
		})
	}
	for _, s := range b.styles {
		add(s.Font.Family)
	}
	sheet.Walk(b.sheet, func(bl sheet.Block) bool {
		if p, ok := bl.(*sheet.Paragraph); ok {
			for _, r := range p.Runs {
				add(r.Font.Family)
			}
		}
		return true
	})
	return out
}
