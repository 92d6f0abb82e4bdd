package word_test

import (
	"strings"
	"testing"

	"vanban/internal/word"
	. "vanban/internal/word/wordtest"
)

// shown is the dump of the package, without the first section's line.
func shown(t *testing.T, p *Package) string {
	t.Helper()
	var b strings.Builder
	if err := read(t, p).Dump(&b); err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(b.String(), "==\n")
	return strings.TrimSpace(rest)
}

// clean takes the indentation of a test's own text away.
func clean(s string) string {
	lines := strings.Split(strings.Trim(s, "\n"), "\n")
	cut := len(lines[0]) - len(strings.TrimLeft(lines[0], "\t"))
	for i, l := range lines {
		lines[i] = strings.TrimPrefix(l, strings.Repeat("\t", cut))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

const defaults = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault>` +
	`<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`

const theme = `<a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>` +
	`<a:dk2><a:srgbClr val="44546A"/></a:dk2><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme>` +
	`<a:fontScheme name="x"><a:majorFont><a:latin typeface="Calibri Light"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont>` +
	`<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/><a:font script="Viet" typeface="Arial"/></a:minorFont></a:fontScheme></a:themeElements>`

func style(kind, id, based, inner string) string {
	if based != "" {
		based = `<w:basedOn w:val="` + based + `"/>`
	}
	standard := ""
	if id == "Normal" {
		standard = ` w:default="1"`
	}
	return `<w:style w:type="` + kind + `"` + standard + ` w:styleId="` + id + `"><w:name w:val="` + id + `"/>` + based + inner + `</w:style>`
}

func TestLetters(t *testing.T) {
	normal := style("paragraph", "Normal", "", `<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/><w:sz w:val="24"/></w:rPr>`)
	for _, c := range []struct{ name, styles, body, want string }{
		{"nothing said", "", P("", T("a")), "«a»  [Times New Roman 10]"},
		{"theme face of the defaults", defaults, P("", T("ạ")), "«ạ»  [Calibri 11]"},
		{"a face by name over the theme's", defaults + normal, P("", T("a")), "«a»  [.VnTime 12]"},
		{"direct over style", normal, P("", R(Letters("Times New Roman", 14, "<w:b/>"), "a")), "«a»  [Times New Roman 14, đậm]"},
		{"off is not unset", style("paragraph", "H", "", `<w:rPr><w:b/></w:rPr>`), P(`<w:pStyle w:val="H"/>`, R(`<w:b w:val="0"/>`, "a"), T("b")),
			"«a»  [Times New Roman 10]\n    «b»  [Times New Roman 10, đậm]"},
		{"paragraph and character style toggle", style("paragraph", "H", "", `<w:rPr><w:b/><w:i/></w:rPr>`) + style("character", "C", "", `<w:rPr><w:b/></w:rPr>`),
			P(`<w:pStyle w:val="H"/>`, R(`<w:rStyle w:val="C"/>`, "a")), "«a»  [Times New Roman 10, nghiêng]"},
		{"within a line of styles the nearest counts", style("paragraph", "A", "", `<w:rPr><w:b/></w:rPr>`) + style("paragraph", "B", "A", `<w:rPr><w:b/></w:rPr>`),
			P(`<w:pStyle w:val="B"/>`, T("a")), "«a»  [Times New Roman 10, đậm]"},
		{"bold defaults stay bold", `<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>` + style("paragraph", "A", "", `<w:rPr><w:b/></w:rPr>`),
			P(`<w:pStyle w:val="A"/>`, T("a")), "«a»  [Times New Roman 10, đậm]"},
		{"complex script has its own size", "", P("", R(`<w:cs/><w:sz w:val="28"/><w:szCs w:val="26"/><w:bCs/>`, "a"), R(`<w:sz w:val="28"/><w:szCs w:val="26"/><w:bCs/>`, "b")),
			"«a»  [Times New Roman 13, đậm]\n    «b»  [Times New Roman 14]"},
		{"faces by class of letter", "", P("", R(`<w:rFonts w:ascii="Arial" w:hAnsi="Tahoma"/>`, "Vân")),
			"«V»  [Arial 10]\n    «â»  [Tahoma 10]\n    «n»  [Arial 10]"},
		{"theme colour with tint", defaults, P("", R(`<w:color w:val="111111" w:themeColor="text1" w:themeTint="80"/>`, "a")), "«a»  [Calibri 11, màu 7F7F7F]"},
		{"automatic colour", "", P("", R(`<w:color w:val="auto"/><w:u w:val="none"/><w:highlight w:val="none"/>`, "a")), "«a»  [Times New Roman 10]"},
		{"everything else", "", P("", R(`<w:caps/><w:strike/><w:color w:val="ff0000"/><w:spacing w:val="-4"/><w:w w:val="90"/><w:position w:val="6"/><w:highlight w:val="yellow"/><w:u w:val="single"/><w:vertAlign w:val="superscript"/>`, "a")),
			"«a»  [Times New Roman 10, gạch chân single, gạch ngang chữ, hoa, màu FF0000, tô yellow, giãn chữ -0.2pt, rộng 90%, nâng 3pt, chỉ số trên]"},
		{"a style of the wrong kind does nothing", style("paragraph", "P", "", `<w:rPr><w:b/></w:rPr>`), P("", R(`<w:rStyle w:val="P"/>`, "a")), "«a»  [Times New Roman 10]"},
		{"measures of strict OOXML", "", P("", R(`<w:sz w:val="13pt"/>`, "a")), "«a»  [Times New Roman 13]"},
		{"symbols", "", P("", `<w:r><w:sym w:font="Wingdings" w:char="F0D8"/><w:noBreakHyphen/><w:t>a</w:t></w:r>`), "«➢»  [Wingdings 10]\n    «‑a»  [Times New Roman 10]"},
		{"a list of faces", "", P("", R(`<w:rFonts w:ascii="UVnTime;Times New Roman"/>`, "a")), "«a»  [UVnTime 10]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := New(c.body)
			p.Styles, p.Theme = c.styles, theme
			_, got, _ := strings.Cut(shown(t, p), "\n")
			if got = strings.TrimSpace(got); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestParagraphs(t *testing.T) {
	body := style("paragraph", "Normal", "", `<w:pPr><w:spacing w:before="60" w:line="264" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/></w:pPr>`)
	for _, c := range []struct{ name, styles, properties, want string }{
		{"nothing said", "", "", "trái"},
		{"style", body, "", "đều hai bên, thụt đầu dòng 12.7, trước 3pt, dòng 1.1"},
		{"each attribute on its own", body, `<w:spacing w:after="120"/><w:ind w:left="567"/>`, "đều hai bên, lùi trái 10, thụt đầu dòng 12.7, trước 3pt, sau 6pt, dòng 1.1"},
		{"hanging takes the place of first line", body, `<w:ind w:hanging="567"/>`, "đều hai bên, treo 10, trước 3pt, dòng 1.1"},
		{"first line over hanging", style("paragraph", "Normal", "", `<w:pPr><w:ind w:hanging="567"/></w:pPr>`), `<w:ind w:firstLine="0"/>`, "trái"},
		{"exact and at least", "", `<w:spacing w:line="360" w:lineRule="exact"/>`, "trái, dòng đúng 18pt"},
		{"at least", "", `<w:spacing w:line="360" w:lineRule="atLeast"/>`, "trái, dòng ít nhất 18pt"},
		{"automatic space", "", `<w:spacing w:before="100" w:beforeAutospacing="1"/>`, "trái, trước 14pt"},
		{"strict words", "", `<w:jc w:val="end"/><w:ind w:start="1cm"/>`, "phải, lùi trái 10"},
		{"stops are merged and cleared", style("paragraph", "Normal", "", `<w:pPr><w:tabs><w:tab w:val="left" w:pos="567"/><w:tab w:val="right" w:pos="1134"/></w:tabs></w:pPr>`),
			`<w:tabs><w:tab w:val="clear" w:pos="567"/><w:tab w:val="center" w:pos="2268" w:leader="dot"/></w:tabs>`, "trái, tab 20 right, tab 40.01 center"},
		{"switches", "", `<w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:outlineLvl w:val="2"/>`, "trái, cấp đề mục 3, liền đoạn sau, không tách, sang trang"},
		{"body text is no heading", style("paragraph", "Normal", "", `<w:pPr><w:outlineLvl w:val="0"/><w:keepNext/></w:pPr>`), `<w:outlineLvl w:val="9"/><w:keepNext w:val="0"/>`, "trái"},
		{"defaults of the document", defaults, "", "trái, sau 8pt, dòng 1.079"},
		{"frame", "", `<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="center" w:y="1"/>`, "trái, trong khung nổi"},
		{"border and shade", "", `<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr><w:shd w:val="clear" w:fill="D9D9D9"/>`, "trái, có đường viền, nền D9D9D9"},
		{"no border", "", `<w:pBdr><w:bottom w:val="nil"/></w:pBdr><w:shd w:val="clear" w:fill="auto"/>`, "trái"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := New(P(c.properties, T("a")))
			p.Styles, p.Theme = c.styles, theme
			got, _, _ := strings.Cut(shown(t, p), "\n")
			if got = strings.TrimPrefix(got, "đoạn 1: "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestContextualSpacing(t *testing.T) {
	p := New(P(`<w:pStyle w:val="L"/>`, T("a")) + P(`<w:pStyle w:val="L"/>`, T("b")) + P("", T("c")))
	p.Styles = style("paragraph", "Normal", "", "") + style("paragraph", "L", "Normal", `<w:pPr><w:spacing w:before="120" w:after="120"/><w:contextualSpacing/></w:pPr>`)
	got := word.Paragraphs(read(t, p).Body)
	for i, want := range [][2]float64{{6, 0}, {0, 6}, {0, 0}} {
		if got[i].Before.Points() != want[0] || got[i].After.Points() != want[1] {
			t.Errorf("paragraph %d: before %v after %v, want %v", i+1, got[i].Before, got[i].After, want)
		}
	}
}

func TestStylesInARing(t *testing.T) {
	p := New(P(`<w:pStyle w:val="A"/>`, T("a")))
	p.Styles = style("paragraph", "A", "B", `<w:rPr><w:b/></w:rPr>`) + style("paragraph", "B", "A", `<w:rPr><w:i/></w:rPr>`)
	d, found := word.Read("thu.docx", p.Bytes())
	if d == nil || len(found) == 0 || found[0].ID != word.IDStyle {
		t.Fatal(found)
	}
	if r := word.Paragraphs(d.Body)[0].Runs[0]; !r.Bold || !r.Italic {
		t.Error("the styles of the ring do not count")
	}
}
