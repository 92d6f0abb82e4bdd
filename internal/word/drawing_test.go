package word_test

import (
	"strings"
	"testing"

	"vanban/internal/word"
	. "vanban/internal/word/wordtest"
)

func TestShapes(t *testing.T) {
	run := func(inner string) string { return "<w:r>" + inner + "</w:r>" }
	drawing := func(inner string) string {
		return run(`<w:drawing><wp:inline><wp:extent cx="720000" cy="360000"/><a:graphic><a:graphicData>` + inner + `</a:graphicData></a:graphic></wp:inline></w:drawing>`)
	}
	for _, c := range []struct{ name, run, want string }{
		{"a line of DrawingML, once", Line(360000, 720000), "đường kẻ 20 × 0 mm, cách column 10, cách paragraph 5.56, nét 0.75pt"},
		{"a text box of DrawingML, once", TextBox(P("", T("DỰ THẢO"))), "hộp chữ 50 × 10 mm, cách column 10, cách paragraph 0, nét 0.75pt\n  đoạn 1: trái\n      «DỰ THẢO»  [Times New Roman 10]"},
		{"a text box of VML", run(VMLTextBox(P("", T("HỎA TỐC")))), "hộp chữ 50.01 × 10 mm, cách column 10, cách paragraph 0, nét 0.75pt\n  đoạn 1: trái\n      «HỎA TỐC»  [Times New Roman 10]"},
		{"a line of VML", run(`<w:pict><v:line style="position:absolute" from="10mm,0" to="60mm,0" strokeweight="1pt"><v:stroke dashstyle="dash"/></v:line></w:pict>`), "đường kẻ 50 × 0 mm, cách column 10, cách paragraph 0, nét 1pt dash"},
		{"a connector of VML", run(`<w:pict><v:shapetype id="_x0000_t32"/><v:shape type="#_x0000_t32" style="position:absolute;margin-left:20mm;margin-top:1mm;width:30mm;height:0;mso-position-horizontal:center"/></w:pict>`),
			"đường kẻ 30 × 0 mm, cách column center, cách paragraph 1, nét 0.75pt"},
		{"an empty rectangle", drawing(`<wps:wsp><wps:spPr><a:prstGeom prst="rect"/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent><w:p/></w:txbxContent></wps:txbx></wps:wsp>`), "khung 20 × 10 mm\n  đoạn 1: trái\n      trống, Times New Roman 10"},
		{"a picture", drawing(`<pic:pic><pic:blipFill><a:blip r:embed="p1"/></pic:blipFill><pic:spPr/></pic:pic>`), "ảnh 20 × 10 mm"},
		{"a group, scaled", drawing(`<wpg:wgp><wpg:grpSpPr><a:xfrm><a:chOff x="0" y="0"/><a:chExt cx="1440000" cy="720000"/></a:xfrm></wpg:grpSpPr>` +
			`<wps:wsp><wps:spPr><a:xfrm><a:off x="720000" y="0"/><a:ext cx="720000" cy="0"/></a:xfrm><a:prstGeom prst="line"/><a:ln w="12700"/></wps:spPr></wps:wsp></wpg:wgp>`),
			"nhóm hình 20 × 10 mm\n  đường kẻ 10 × 0 mm, cách group 10, cách group 0, nét 1pt"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := New(P("", c.run))
			p.Parts["word/media/image1.png"] = "x"
			p.Rels["p1"] = "image media/image1.png"
			_, got, _ := strings.Cut(shown(t, p), "\n")
			if got = clean(strings.ReplaceAll(got, "\n    ", "\n")); strings.TrimSpace(got) != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestTextBoxPlace(t *testing.T) {
	d := read(t, New(P("", T("trước"))+P("", T("x"), TextBox(P("", T("DỰ THẢO"))+Table("", []string{P("", T("ô"))})))+P("", T("sau"))))
	var got []string
	for _, p := range word.Paragraphs(d.Body) {
		got = append(got, p.Text()+": "+p.Place.Phrase)
	}
	want := "trước: đoạn 1; x: đoạn 2; DỰ THẢO: hộp chữ ở đoạn 2; ô: hộp chữ ở đoạn 2, bảng 1, hàng 1, cột 1; sau: đoạn 3"
	if strings.Join(got, "; ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), want)
	}
}
