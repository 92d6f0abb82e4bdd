package word_test

import (
	"fmt"
	"strings"
	"testing"

	"vanban/internal/unit"
	"vanban/internal/word"
	. "vanban/internal/word/wordtest"
)

// TestBands: bands of rows count from below the first row.
func TestBands(t *testing.T) {
	row := func(s string) []string { return []string{P("", T(s))} }
	p := New(Table(`<w:tblStyle w:val="T"/><w:tblLook w:val="0420"/>`, row("đầu"), row("một"), row("hai"), row("ba")))
	p.Styles = style("table", "T", "", `<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr><w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:val="clear" w:fill="EEEEEE"/></w:tcPr></w:tblStylePr>`)
	var got []string
	for _, r := range read(t, p).Body[0].(*word.Table).Rows {
		got = append(got, r.Cells[0].Shading)
	}
	if strings.Join(got, ",") != ",EEEEEE,,EEEEEE" {
		t.Errorf("%q", got)
	}
}

func TestCellMargins(t *testing.T) {
	p := New(`<w:tbl><w:tblPr><w:tblCellMar><w:left w:w="0"/><w:top w:w="20"/></w:tblCellMar></w:tblPr><w:tr><w:tc><w:tcPr><w:tcMar><w:left w:w="57" w:type="dxa"/></w:tcMar></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>`)
	cells := read(t, p).Body[0].(*word.Table).Rows[0].Cells
	for i, want := range []word.Edges{{Top: 20 * unit.Twip, Left: 57 * unit.Twip, Right: 115 * unit.Twip}, {Top: 20 * unit.Twip, Right: 115 * unit.Twip}} {
		if cells[i].Margins != want {
			t.Errorf("cell %d: %+v, want %+v", i+1, cells[i].Margins, want)
		}
	}
}

func TestColours(t *testing.T) {
	p := New(P("", R(`<w:color w:themeColor="accent1" w:themeShade="BF"/>`, "a"), R(`<w:color w:themeColor="accent1" w:themeTint="99"/>`, "b"), R(`<w:color w:themeColor="accent1"/>`, "c"), R(`<w:color w:val="123456" w:themeColor="accent9"/>`, "d")))
	p.Theme = theme
	var got []string
	for _, r := range word.Paragraphs(read(t, p).Body)[0].Runs {
		got = append(got, r.Color)
	}
	// Word itself writes 2F5496 and 8EAADB beside these: it rounds on the way.
	if strings.Join(got, " ") != "2F5496 8FAADC 4472C4 123456" {
		t.Error(got)
	}
}

func TestIndentsOfOneElement(t *testing.T) {
	p := New(P(`<w:ind w:firstLine="300" w:hanging="200"/>`, T("hai")) + P(`<w:ind w:left="567" w:leftChars="100"/>`, T("twip")) + P(`<w:ind w:leftChars="100"/>`, R("", "chữ")))
	got := word.Paragraphs(read(t, p).Body)
	if got[0].FirstLine.Twips() != -200 || got[1].IndentLeft.Twips() != 567 || got[2].IndentLeft.Points() != 10 {
		t.Error(got[0].FirstLine, got[1].IndentLeft, got[2].IndentLeft)
	}
}

func TestBlanksOfText(t *testing.T) {
	p := New(`<w:p><w:r><w:t xml:space="preserve"> hai
dòng	</w:t><w:t> bỏ hai đầu
</w:t></w:r></w:p>`)
	if got := text(read(t, p)); got != " hai dòng bỏ hai đầu" {
		t.Errorf("%q", got)
	}
}

func TestInsertedInsideDeleted(t *testing.T) {
	p := New(P("", T("còn"), `<w:del w:author="a"><w:ins w:author="b">`+T(" mất")+`</w:ins></w:del>`))
	if got := text(read(t, p)); got != "còn" {
		t.Error(got)
	}
}

func TestConnectorsAreLines(t *testing.T) {
	p := New(P("", strings.Replace(Line(0, 720000), `prst="line"`, `prst="straightConnector1"`, 1)))
	if s := word.Paragraphs(read(t, p).Body)[0].Shapes(); len(s) != 1 || s[0].Kind != word.LineShape {
		t.Errorf("%+v", s)
	}
}

// TestLegacyAmongUnicode: some words of Unicode under the fonts of an old encoding do not keep the rest from being read.
func TestLegacyAmongUnicode(t *testing.T) {
	vn := func(text string) string { return P("", R(Letters(".VnTime", 14, ""), text)) }
	var b strings.Builder
	for i := range 20 {
		b.WriteString(vn(fmt.Sprintf("%d. KÕ ho¹ch ph¸t triÓn", i)))
	}
	got := text(read(t, New(b.String()+vn("đã sửa"))))
	if !strings.HasPrefix(got, "0. Kế hoạch phát triển|") || !strings.HasSuffix(got, "|đã sửa") {
		t.Error(got)
	}
}
