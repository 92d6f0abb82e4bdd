package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"vanban/internal/check"
	"vanban/internal/diag"
	"vanban/internal/word/wordtest"
)

// swap is one change of a paper: text that stands in the body or the header of its pages, and what replaces it, the
// first time or (with «all») everywhere.
type swap struct{ old, new string }

func (s swap) in(t *testing.T, p *wordtest.Package) {
	t.Helper()
	old, all := strings.CutPrefix(s.old, "all ")
	n := 1
	if all {
		n = -1
	}
	for _, text := range []*string{&p.Body, &p.Styles, &p.Settings} {
		if strings.Contains(*text, old) {
			*text = strings.Replace(*text, old, s.new, n)
			return
		}
	}
	if strings.Contains(p.Headers["rIdH"], old) {
		p.Headers["rIdH"] = strings.Replace(p.Headers["rIdH"], old, s.new, n)
		return
	}
	t.Fatalf("the paper has no %q", old)
}

// line is the beginning of the letters of a text, with its looks.
func look(points float64, more, text string) string {
	return letters(points, more) + `</w:rPr><w:t xml:space="preserve">` + text
}

// rule is a rule with a paper that breaks it and one that comes close but does not.
type rule struct {
	id    string
	paper string
	broke []swap
	close []swap
}

// frame is a border on every side of a paragraph.
const frame = `<w:pBdr><w:top w:val="single" w:sz="6"/><w:left w:val="single" w:sz="6"/><w:bottom w:val="single" w:sz="6"/><w:right w:val="single" w:sz="6"/></w:pBdr>`

// stamp is a mark of the header in a colour.
func stamp(points float64, more, color, text, borders string) string {
	return wordtest.P(borders+`<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>`,
		wordtest.R(strings.Replace(letters(points, more), `<w:color w:val="000000"/>`, `<w:color w:val="`+color+`"/>`, 1), text))
}

// wide is a table of 176 mm, on a page that has 165 mm for it, and the end of the section.
func wide(layout string) string {
	cell := flush(12, "", "Biểu")
	return wordtest.Table(wordtest.Bordered+layout, []string{cell, cell, cell, cell, cell}) + flush(12, "", "") + "<w:sectPr>"
}

func ruleCases() []rule {
	one := func(old, new string) []swap { return []swap{{old, new}} }
	relook := func(text string, points float64, more string, points2 float64, more2 string) []swap {
		return one(look(points, more, text), look(points2, more2, text))
	}
	first := `<w:spacing w:before="60" w:after="60" w:line="264" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/></w:pPr><w:r><w:rPr>` + look(14, "", "Các phòng, đơn vị")
	body := func(spacing, rest string) string {
		return `<w:spacing ` + spacing + `/>` + rest + `</w:pPr><w:r><w:rPr>` + look(14, "", "Các phòng, đơn vị")
	}
	const both, indent = `<w:jc w:val="both"/>`, `<w:ind w:firstLine="720"/>`
	const space = `w:before="60" w:after="60" w:line="264" w:lineRule="auto"`
	d := &desk{fonts: embedded()}
	d0, d1 := d.ruled(14, "Độc lập - Tự do - Hạnh phúc", 1), d.ruled(13, "Độc lập - Tự do - Hạnh phúc", 1)
	motto := "Độc lập - Tự do - Hạnh phúc"
	return []rule{
		{"PAGE-SIZE", "plan", one(`w:w="11906" w:h="16838"`, `w:w="12240" w:h="15840"`), one(`w:w="11906" w:h="16838"`, `w:w="11909" w:h="16834"`)},
		{"MARGINS", "plan", one(`w:bottom="1134"`, `w:bottom="850"`), one(`w:bottom="1134"`, `w:bottom="1418"`)},
		{"MARGINS", "plan", one(`w:left="1701"`, `w:left="1644"`), one(`w:left="1701"`, `w:left="1699"`)},
		{"MARGINS", "plan", one(`w:left="1701" w:header="567" w:footer="567" w:gutter="0"`, `w:left="1417" w:header="567" w:footer="567" w:gutter="0"`),
			one(`w:left="1701" w:header="567" w:footer="567" w:gutter="0"`, `w:left="1417" w:header="567" w:footer="567" w:gutter="284"`)},
		{"ORIENTATION", "plan", one(`w:w="11906" w:h="16838"`, `w:w="16838" w:h="11906" w:orient="landscape"`),
			[]swap{{`w:w="11906" w:h="16838"`, `w:w="16838" w:h="11906" w:orient="landscape"`}, {"<w:sectPr>", wordtest.Table(wordtest.Bordered, []string{flush(12, "", "Biểu")}) + flush(12, "", "") + "<w:sectPr>"}}},
		{"PAGENUM-FIRST", "plan", one(`<w:titlePg/>`, ""), one(`<w:titlePg/>`, `<w:titlePg w:val="1"/>`)},
		{"PAGENUM-POS", "plan", one(`<w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:color w:val="000000"/><w:sz w:val="28"/></w:rPr><w:fldChar`,
			`<w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:color w:val="000000"/><w:sz w:val="28"/></w:rPr><w:fldChar`),
			one(`<w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:color w:val="000000"/><w:sz w:val="28"/></w:rPr><w:fldChar`,
				`<w:pPr><w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="center" w:y="1"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:color w:val="000000"/><w:sz w:val="28"/></w:rPr><w:fldChar`)},
		{"PAGENUM-POS", "plan", []swap{{`<w:headerReference w:type="default" r:id="rIdH"/>`, ""}, {para(longText), strings.Repeat(para(longText), 30)}}, one(`<w:headerReference w:type="default" r:id="rIdH"/>`, "")},
		{"PAGENUM-FORM", "plan", one(`<w:t>2</w:t>`, `<w:t>2</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:color w:val="000000"/><w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r><w:r><w:rPr>`+letters(14, "")+`</w:rPr><w:t>/5</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>NUMPAGES</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/>`),
			one(`<w:sz w:val="28"/></w:rPr><w:t>2</w:t>`, `<w:sz w:val="26"/></w:rPr><w:t>2</w:t>`)},
		{"PAGENUM-FORM", "plan", one(`<w:sz w:val="28"/></w:rPr><w:t>2</w:t>`, `<w:sz w:val="22"/></w:rPr><w:t>2</w:t>`), nil},
		{"PAGENUM-APPX", "decision", []swap{{"<w:sectPr>", "<w:sectPr >"}, {"<w:sectPr>", "<w:sectPr >"}, {`<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:pgNumType w:start="1"/>`,
			`<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>`}}, []swap{{`all <w:pgNumType w:start="1"/>`, `<w:pgNumType w:fmt="decimal" w:start="1"/>`}}},

		{"FONT-NAME", "plan", one(`<w:r><w:rPr>`+look(14, "", "Các phòng, đơn vị"), `<w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="28"/><w:color w:val="auto"/></w:rPr><w:t xml:space="preserve">Trước hết, </w:t></w:r><w:r><w:rPr>`+look(14, "", "Các phòng, đơn vị")),
			one(`<w:r><w:rPr>`+look(14, "", "Các phòng, đơn vị"), `<w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">“</w:t></w:r><w:r><w:rPr>`+look(14, "", "Các phòng, đơn vị"))},
		{"FONT-NAME", "plan", []swap{{letters(14, "") + `</w:rPr><w:t xml:space="preserve">Các phòng`, `<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:color w:val="000000"/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">Các phòng`}}, nil},
		{"FONT-NAME", "plan", []swap{{`w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr><w:t xml:space="preserve">Các phòng`, `w:ascii=".VnTime" w:hAnsi=".VnTime" w:cs="Times New Roman"/><w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr><w:t xml:space="preserve">Các phòng`}},
			one(`<w:r><w:rPr>`+look(14, "", "Các phòng, đơn vị"), `<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/><w:color w:val="auto"/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">q</w:t></w:r><w:r><w:rPr>`+look(14, "", "Các phòng, đơn vị"))},
		{"TEXT-COLOR", "plan", one(`<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr><w:t xml:space="preserve">Các phòng`, `<w:color w:val="1F4E79"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr><w:t xml:space="preserve">Các phòng`),
			one(`<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr><w:t xml:space="preserve">Các phòng`, `<w:color w:val="0D0D0D"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr><w:t xml:space="preserve">Các phòng`)},
		{"TEXT-COLOR", "plan", one(`<a:srgbClr val="000000"/>`, `<a:srgbClr val="4472C4"/>`), one(`<a:srgbClr val="000000"/>`, `<a:srgbClr val="0D0D0D"/>`)},
		{"UNICODE-NFD", "plan", one("hồ sơ đã giải quyết xong", "hồ sơ đã giải quye\u0302\u0301t xong"), one("hồ sơ đã giải quyết xong", "hồ sơ\u00A0đã giải quyết xong")},
		{"UNICODE-NFD", "plan", one("hồ sơ đã giải", "hồ sơ\u200B đã giải"), nil},
		{"UNICODE-NFD", "plan", one("- Kết quả bàn giao báo cáo về Sở.", "- Kết\u00A0quả\u00A0bàn\u00A0giao\u00A0báo cáo\u00A0về Sở."), one("- Kết quả bàn giao báo cáo về Sở.", "- Kết quả bàn giao đủ\u00A005\u00A0bộ báo cáo về Sở.")},

		{"QH-TEXT", "plan", one("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM."), one("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")},
		{"QH-TEXT", "plan", one("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VN"), nil},
		{"QH-WRAP", "plan", []swap{{"all 3742", "4678"}, {"all 5613", "4677"}}, []swap{{"all 3742", "3900"}, {"all 5613", "5455"}}},
		{"QH-STYLE", "plan", relook("CỘNG HÒA", 13, bold, 13, ""), relook("CỘNG HÒA", 13, bold, 13, bold+"<w:bCs/>")},
		{"QH-STYLE", "plan", relook("CỘNG HÒA", 13, bold, 10, bold), nil},
		{"TN-DASH", "plan", one(motto, "Độc lập – Tự do – Hạnh phúc"), one(motto+"<", motto+"  <")},
		{"TN-DASH", "plan", one(motto, "Độc lập - Tự Do - Hạnh Phúc"), nil},
		{"TN-STYLE", "plan", relook(motto, 14, bold, 14, bold+italic), relook(motto, 14, bold, 14, bold+`<w:i w:val="0"/>`)},
		{"TN-LINE", "plan", one(`<wp:extent cx="`+lineLength(motto, 14, 1), `<wp:extent cx="1000000`), one(`<wp:extent cx="`+lineLength(motto, 14, 1), `<wp:extent cx="`+lineLength(motto, 14, 0.93))},
		{"TN-LINE", "plan", one(wordtest.Line(0, atoi(lineLength(motto, 14, 1))), ""), nil},
		{"ISSUER-LINE", "plan", one(`<wp:extent cx="`+lineLength("SỞ NỘI VỤ", 13, 0.4), `<wp:extent cx="`+lineLength("SỞ NỘI VỤ", 13, 1)), one(`<wp:extent cx="`+lineLength("SỞ NỘI VỤ", 13, 0.4), `<wp:extent cx="`+lineLength("SỞ NỘI VỤ", 13, 0.54))},
		{"ISSUER-LINE", "plan", one(wordtest.Line(0, atoi(lineLength("SỞ NỘI VỤ", 13, 0.4))), ""), nil},
		{"LINE-FORM", "plan", []swap{{wordtest.Line(0, atoi(lineLength("SỞ NỘI VỤ", 13, 0.4))), ""}, {look(13, bold, "SỞ NỘI VỤ"), look(13, bold+`<w:u w:val="single"/>`, "SỞ NỘI VỤ")}}, relook("SỞ NỘI VỤ", 13, bold, 13, bold+`<w:u w:val="none"/>`)},
		{"TITLE-LINE", "plan", one(wordtest.Line(0, atoi(lineLength("Triển khai công tác lưu trữ năm 2026", 14, 0.4))), ""), one(`<wp:extent cx="`+lineLength("Triển khai công tác lưu trữ năm 2026", 14, 0.4), `<wp:extent cx="`+lineLength("Triển khai công tác lưu trữ năm 2026", 14, 0.31))},
		{"SUPERIOR-BOLD", "plan", relook("UBND TỈNH NAM KHÊ", 13, "", 13, bold), relook("UBND TỈNH NAM KHÊ", 13, "", 13, `<w:b w:val="0"/>`)},
		{"ISSUER-STYLE", "plan", relook("UBND TỈNH NAM KHÊ", 13, "", 14, ""), relook("UBND TỈNH NAM KHÊ", 13, "", 12, "")},
		{"ORG-ABBR", "letter", one("SỞ NỘI VỤ", "SỞ GDĐT"), one("UBND TỈNH NAM KHÊ", "UBND TP. NAM KHÊ")},
		{"SO-STYLE", "plan", relook("Số: 15", 13, "", 13, bold), relook("Số: 15", 13, "", 13, `<w:b w:val="0"/>`)},
		{"SO-STYLE", "plan", relook("Số: 15", 13, "", 14, ""), nil},
		{"DATE-STYLE", "plan", relook("Nam Khê, ngày", 14, italic, 14, ""), relook("Nam Khê, ngày", 14, italic, 14, `<w:i w:val="true"/>`)},
		{"DATE-FORM", "plan", one("ngày 05 tháng 3 năm 2026</w:t></w:r></w:p></w:tc></w:tr>", "ngày 5/3/2026</w:t></w:r></w:p></w:tc></w:tr>"), one("Nam Khê, ngày 05 tháng 3 năm 2026", "Nam Khê, ngày     tháng 3 năm 2026")},
		{"HEADER-ALIGN", "plan", one(middle(14, italic, "Nam Khê, ngày 05 tháng 3 năm 2026"), wordtest.P("")+wordtest.P("")+middle(14, italic, "Nam Khê, ngày 05 tháng 3 năm 2026")),
			one(middle(14, italic, "Nam Khê, ngày 05 tháng 3 năm 2026"), middle(8, "", "")+middle(14, italic, "Nam Khê, ngày 05 tháng 3 năm 2026"))},
		{"TITLE-STYLE", "plan", relook("Triển khai công tác lưu trữ năm 2026", 14, bold, 14, bold+italic), one("Triển khai công tác lưu trữ năm 2026<", "Triển khai công tác lưu trữ năm 2026 (đợt 1)<")},
		{"TITLE-STYLE", "plan", one("Triển khai công tác lưu trữ năm 2026<", "Triển khai công tác lưu trữ năm 2026.<"), nil},
		{"TITLE-STYLE", "plan", one("KẾ HOẠCH<", "Kế hoạch<"), nil},
		{"CV-SUBJECT", "letter", one("V/v rà soát", "V/v: rà soát"), one("V/v rà soát", "V/v  rà soát")},
		{"CV-SUBJECT", "letter", relook("V/v rà soát", 13, "", 13, italic), relook("V/v rà soát", 13, "", 12, "")},
		{"SIZE-MIX", "plan", relook("Nam Khê, ngày", 14, italic, 13, italic), []swap{{look(13, bold, "CỘNG HÒA"), look(12, bold, "CỘNG HÒA")}, {d0, d1}, {look(14, italic, "Nam Khê, ngày"), look(13, italic, "Nam Khê, ngày")}}},

		{"BASES-STYLE", "plan", relook("Căn cứ Luật", 14, italic, 14, ""), one(look(14, italic, "Căn cứ Luật"), look(14, "", "C")+`</w:t></w:r><w:r><w:rPr>`+look(14, italic, "ăn cứ Luật"))},
		{"BASES-MARK", "decision", one("năm 2024;", "năm 2024."), nil},
		{"BASES-MARK", "decision", one("Văn thư - Lưu trữ.", "Văn thư - Lưu trữ;"), one("Văn thư - Lưu trữ.", "Văn thư; Lưu trữ. ")},
		{"BASES-MARK", "plan", one("Căn cứ Luật", "- Căn cứ Luật"), nil},
		{"CHAP-STYLE", "decision", one("Chương I<", "CHƯƠNG I<"), one("1. Quy chế này", "Chương I của Quy chế này")},
		{"CHAP-STYLE", "decision", one("Chương II<", "Chương 2<"), nil},
		{"CHAP-STYLE", "decision", relook("QUẢN LÝ KHO<", 14, bold, 14, ""), nil},
		{"DIEU-STYLE", "decision", one("Điều 2.<", "Điều 2:<"), nil},
		{"DIEU-STYLE", "decision", relook("Điều 2.<", 14, bold, 14, ""), []swap{{"Phòng Văn thư - Lưu trữ chịu", "Điều 2 của Luật này quy định: phòng Văn thư chịu"}}},
		{"BODY-ALIGN", "plan", one(first, body(space, indent)), one(para("- Kết quả bàn giao báo cáo về Sở."), strings.Replace(para("- Kết quả bàn giao báo cáo về Sở."), both, "", 1))},
		{"BODY-INDENT", "plan", one(first, body(space, both)), one(first, body(space, `<w:ind w:firstLine="567"/>`+both))},
		{"BODY-INDENT", "plan", one(first, body(space, `<w:ind w:firstLine="1134"/>`+both)), one(first, body(space, `<w:ind w:firstLine="709"/>`+both))},
		{"BODY-SPACING", "plan", one(first, body(`w:before="0" w:after="60" w:line="264" w:lineRule="auto"`, indent+both)), one(first, body(`w:before="60" w:after="120" w:line="264" w:lineRule="auto"`, indent+both))},
		{"BODY-LINE", "plan", one(first, body(`w:before="60" w:after="60" w:line="400" w:lineRule="auto"`, indent+both)), one(first, body(`w:before="60" w:after="60" w:line="360" w:lineRule="exact"`, indent+both))},
		{"BODY-LINE", "plan", one(first, body(`w:before="60" w:after="60" w:line="240" w:lineRule="exact"`, indent+both)), one(first, body(`w:before="60" w:after="60" w:line="360" w:lineRule="auto"`, indent+both))},
		{"BODY-SIZE", "plan", relook("Các phòng", 14, "", 12, ""), one("<w:r><w:rPr>"+look(14, "", "Các phòng"), `<w:r><w:rPr>`+letters(9, "")+`<w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r><w:r><w:rPr>`+look(14, "", "Các phòng"))},
		{"SIZE-MIX", "plan", relook("Các phòng", 14, "", 13, ""), nil},
		{"END-MARK", "plan", one("thực hiện./.", "thực hiện."), one("thực hiện./.", "thực hiện ./. ")},
		{"KINHGUI-STYLE", "letter", relook("Kính gửi", 14, "", 14, bold), relook("Kính gửi", 14, "", 14, `<w:b w:val="false"/>`)},

		{"MARK-STYLE", "plan", one(middle(13, "", "Số: 15/KH-SNV"), middle(13, "", "Số: 15/KH-SNV")+stamp(14, bold, "FF0000", "HỎA TỐC", "")), one(middle(13, "", "Số: 15/KH-SNV"), middle(13, "", "Số: 15/KH-SNV")+stamp(14, bold, "FF0000", "HỎA TỐC", frame))},
		{"MARK-STYLE", "plan", one(middle(13, "", "Số: 15/KH-SNV"), middle(13, "", "Số: 15/KH-SNV")+stamp(14, bold, "000000", "KHẨN", frame)), one(middle(13, "", "Số: 15/KH-SNV"), middle(13, "", "Số: 15/KH-SNV")+stamp(13, bold, "E00010", "KHẨN", frame))},
		{"MARK-STYLE", "plan", one(middle(13, "", "Số: 15/KH-SNV"), middle(13, "", "Số: 15/KH-SNV")+stamp(12, bold, "FF0000", "KHẨN", frame)), nil},
		{"MARK-STYLE", "letter", one(middle(14, italic, "Nam Khê, ngày 16 tháng 4 năm 2026"), middle(14, italic, "Nam Khê, ngày 16 tháng 4 năm 2026")+stamp(13, "", "000000", "LƯU HÀNH NỘI BỘ", frame)),
			one(middle(14, italic, "Nam Khê, ngày 16 tháng 4 năm 2026"), middle(14, italic, "Nam Khê, ngày 16 tháng 4 năm 2026")+wordtest.P("", wordtest.TextBox(stamp(13, bold, "000000", "LƯU HÀNH NỘI BỘ", ""))))},
		{"SIGN-SPLIT", "plan", one("<w:tbl><w:tblPr><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w=\"4649\"/>", `<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:tbl><w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="4649"/>`),
			one(para("Trên đây là Kế hoạch triển khai công tác lưu trữ năm 2026, đề nghị các đơn vị thực hiện./."), `<w:p><w:r><w:br w:type="page"/></w:r></w:p>`+para("Trên đây là Kế hoạch triển khai công tác lưu trữ năm 2026, đề nghị các đơn vị thực hiện./."))},
		{"SIGN-STYLE", "plan", relook("Trần Khải Minh", 14, bold, 14, ""), one("Trần Khải Minh", "H’Vi Ê Ban")},
		{"SIGN-STYLE", "plan", relook("PHÓ GIÁM ĐỐC", 14, bold, 14, ""), nil},
		{"NOINHAN-STYLE", "plan", relook("Nơi nhận:", 12, bold+italic, 12, bold), relook("Nơi nhận:", 12, bold+italic, 12, bold+italic+`<w:u w:val="none"/>`)},
		{"NOINHAN-STYLE", "plan", relook("- Các phòng", 11, "", 12, ""), nil},
		{"NOINHAN-STYLE", "plan", relook("Nơi nhận:", 12, bold+italic, 12, bold+italic+`<w:u w:val="single"/>`), nil},
		{"APPX-NUM", "decision", one("Phụ lục<", "PHỤ LỤC<"), one("Phụ lục<", "Phụ lục <")},
		{"APPX-NOTE", "decision", []swap{{middle(14, bold, "DANH MỤC HỒ SƠ") + middle(14, italic, "(Kèm theo Quyết định số 27/QĐ-SNV ngày 12 tháng 5 năm 2026 của Sở Nội vụ)"), middle(14, bold, "DANH MỤC HỒ SƠ")}}, []swap{{"(có Phụ lục kèm theo)", "theo Phụ lục"}}},
		{"APPX-STYLE", "decision", relook("DANH MỤC HỒ SƠ", 14, bold, 14, ""), relook("DANH MỤC HỒ SƠ", 14, bold, 13, bold)},

		{"EMPTY-PAGES", "plan", []swap{{"<w:sectPr>", `<w:p><w:r><w:br w:type="page"/></w:r></w:p>` + wordtest.P("") + "<w:sectPr>"}}, []swap{{"<w:sectPr>", wordtest.P("") + "<w:sectPr>"}}},
		{"BLANKS", "plan", one("- Kết quả bàn giao", "     - Kết quả bàn giao"), one("- Kết quả bàn giao", "- Kết  quả bàn giao")},
		{"BLANKS", "plan", []swap{{para("- Kết quả bàn giao báo cáo về Sở."), strings.Repeat(wordtest.P(""), 3) + para("- Kết quả bàn giao báo cáo về Sở.")}},
			[]swap{{para("- Kết quả bàn giao báo cáo về Sở."), wordtest.P("") + para("- Kết quả bàn giao báo cáo về Sở.")}}},
		{"TABLE-HDR", "plan", one("<w:sectPr>", wide(`<w:tblLayout w:type="fixed"/>`)), one("<w:sectPr>", wide(""))},
		{"TABLE-HDR", "decision", one("Hồ sơ cán bộ", "Hồ sơ cán bộ"+strings.Repeat(`</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr/>`+flush(12, "", "2")+`</w:tc><w:tc><w:tcPr/><w:p><w:r><w:rPr>`+letters(12, "")+`</w:rPr><w:t xml:space="preserve">Hồ sơ`, 80)),
			append(one("Hồ sơ cán bộ", "Hồ sơ cán bộ"+strings.Repeat(`</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr/>`+flush(12, "", "2")+`</w:tc><w:tc><w:tcPr/><w:p><w:r><w:rPr>`+letters(12, "")+`</w:rPr><w:t xml:space="preserve">Hồ sơ`, 80)), swap{`<w:tr><w:tc><w:tcPr/>` + middle(12, bold, "STT"), `<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr/>` + middle(12, bold, "STT")})},
		{"LEFT-CHANGES", "plan", one("<w:r><w:rPr>"+look(14, "", "Các phòng"), `<w:ins w:id="1" w:author="Mai"><w:r><w:rPr>`+letters(14, "")+`</w:rPr><w:t xml:space="preserve">Trước hết, </w:t></w:r></w:ins><w:r><w:rPr>`+look(14, "", "Các phòng")),
			one("<w:r><w:rPr>"+look(14, "", "Các phòng"), `<w:bookmarkStart w:id="5" w:name="muc_dich"/><w:bookmarkEnd w:id="5"/><w:r><w:rPr>`+look(14, "", "Các phòng"))},
		{"LEFT-HIDDEN", "plan", one("<w:r><w:rPr>"+look(14, "", "Các phòng"), `<w:r><w:rPr>`+letters(14, "<w:vanish/>")+`</w:rPr><w:t xml:space="preserve">ghi nhớ </w:t></w:r><w:r><w:rPr>`+look(14, "", "Các phòng")),
			relook("Các phòng", 14, "", 14, `<w:vanish w:val="0"/>`)},

		{"CHECK-BEFORE", "plan", one("năm 2026</w:t></w:r></w:p></w:tc></w:tr>", "năm 2019</w:t></w:r></w:p></w:tc></w:tr>"), one("năm 2026</w:t></w:r></w:p></w:tc></w:tr>", "năm 2020</w:t></w:r></w:p></w:tc></w:tr>")},
		{"CHECK-KIND", "decision", one("Số: 27/QĐ-SNV", "Số: 27/2026/QĐ-UBND"), nil},
		{"CHECK-KIND", "plan", []swap{{"UBND TỈNH NAM KHÊ<", "<"}, {"SỞ NỘI VỤ<", "<"}, {"KẾ HOẠCH<", "ĐƠN XIN NGHỈ PHÉP<"}, {look(13, "", "Số: 15/KH-SNV"), look(13, "", "")}, {"Nơi nhận:", "Kính đơn:"}}, one("Số: 15/KH-SNV", "Số: 15/2026/KH-SNV")},
	}
}

// TestRules breaks one rule at a time, and comes close to it.
func TestRules(t *testing.T) {
	d := newDesk(t)
	ids := func(r check.Report) []string {
		var out []string
		for _, f := range r.Findings {
			if !slices.Contains(out, f.ID) {
				out = append(out, f.ID)
			}
		}
		return out
	}
	for n, c := range ruleCases() {
		t.Run(fmt.Sprintf("%s_%d", c.id, n), func(t *testing.T) {
			p := d.paper(c.paper)
			for _, s := range c.broke {
				s.in(t, p)
			}
			r := d.check(t, p.Bytes())
			if got := ids(r); !slices.Equal(got, []string{c.id}) {
				t.Errorf("broken: %v", got)
				show(t, r.Findings)
			}
			for _, f := range r.Findings {
				if f.Message == "" || f.Severity == diag.Error && f.Clause == "" || len(f.Hints) == 0 {
					t.Errorf("a finding with gaps: %+v", f)
				}
			}
			p = d.paper(c.paper)
			for _, s := range c.close {
				s.in(t, p)
			}
			if r := d.check(t, p.Bytes()); len(r.Findings) > 0 {
				t.Errorf("close: %v", ids(r))
				show(t, r.Findings)
			}
		})
	}
}

// TestEveryRuleHasPapers demands of each rule a paper that breaks it and one that comes close.
func TestEveryRuleHasPapers(t *testing.T) {
	offices := []string{check.IDLeftComments, check.IDLeftLinks, check.IDLeftMacros, check.IDSignImage, check.IDContact} // in TestOffices
	broken, close := map[string]bool{}, map[string]bool{}
	for _, c := range ruleCases() {
		broken[c.id] = broken[c.id] || c.broke != nil
		close[c.id] = close[c.id] || c.close != nil
	}
	for _, id := range check.Rules() {
		if !slices.Contains(offices, id) && !(broken[id] && close[id]) {
			t.Errorf("%s: broken %v, close %v", id, broken[id], close[id])
		}
	}
}
