package docx

import (
	"encoding/hex"

	"github.com/unidoc/unioffice/schema/soo/ofc/sharedTypes"
	"github.com/unidoc/unioffice/schema/soo/wml"

	"vanban/internal/unit"
)

// The generated types wrap every value two or three times over. These constructors unwrap the page.

func on() *wml.CT_OnOff { return wml.NewCT_OnOff() }

// onOff says a switch aloud, also where it is off: a style must not take it from the style it is based on.
func onOff(b bool) *wml.CT_OnOff {
	if b {
		return on()
	}
	return &wml.CT_OnOff{ValAttr: &sharedTypes.ST_OnOff{Bool: new(false)}}
}

// onlyOn gives nil for a switch that is off.
func onlyOn(b bool) *wml.CT_OnOff {
	if b {
		return on()
	}
	return nil
}

func text(s string) *wml.CT_String { return &wml.CT_String{ValAttr: plain(s)} }

func number(n int64) *wml.CT_DecimalNumber { return &wml.CT_DecimalNumber{ValAttr: n} }

// twips is a length that cannot be negative: a bug of the stage before, if it is.
func twips(l unit.Length) *sharedTypes.ST_TwipsMeasure {
	if l < 0 {
		panic("docx: negative length " + l.String())
	}
	n := uint64(l.Twips())
	return &sharedTypes.ST_TwipsMeasure{ST_UnsignedDecimalNumber: &n}
}

func signedTwips(l unit.Length) *wml.ST_SignedTwipsMeasure {
	n := l.Twips()
	return &wml.ST_SignedTwipsMeasure{Int64: &n}
}

// width gives a width in twips to tables and cells.
func width(twips int64) *wml.CT_TblWidth {
	return &wml.CT_TblWidth{
		TypeAttr: wml.ST_TblWidthDxa,
		WAttr: &wml.ST_MeasurementOrPercent{
			ST_DecimalNumberOrPercent: &wml.ST_DecimalNumberOrPercent{ST_UnqualifiedPercentage: &twips},
		},
	}
}

func halfPoints(l unit.Length) *wml.CT_HpsMeasure {
	if l <= 0 {
		panic("docx: a font without a size")
	}
	n := uint64(l.HalfPoints())
	return &wml.CT_HpsMeasure{ValAttr: wml.ST_HpsMeasure{ST_UnsignedDecimalNumber: &n}}
}

// hexColor gives RRGGBB; an empty colour is automatic, which is black on paper.
func hexColor(rgb string) wml.ST_HexColor {
	if rgb == "" {
		return wml.ST_HexColor{ST_HexColorAuto: wml.ST_HexColorAutoAuto}
	}
	if _, err := hex.DecodeString(rgb); err != nil || len(rgb) != 6 {
		panic("docx: «" + rgb + "» is no colour")
	}
	return wml.ST_HexColor{ST_HexColorRGB: &rgb}
}

// border is a single line of the weight, at space whole points from the text.
func border(weight unit.Length, rgb string, space uint64) *wml.CT_Border {
	eighths := uint64((weight*8 + unit.Pt/2) / unit.Pt)
	color := hexColor(rgb)
	return &wml.CT_Border{
		ValAttr:   wml.ST_BorderSingle,
		SzAttr:    &eighths,
		SpaceAttr: &space,
		ColorAttr: &color,
	}
}

func block(p *wml.CT_P) *wml.EG_ContentBlockContent {
	return &wml.EG_ContentBlockContent{P: []*wml.CT_P{p}}
}

func fonts(family string) *wml.CT_Fonts {
	plain(family)
	return &wml.CT_Fonts{AsciiAttr: &family, HAnsiAttr: &family, EastAsiaAttr: &family, CsAttr: &family}
}
