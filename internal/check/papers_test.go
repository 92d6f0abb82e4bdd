package check_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"vanban/internal/font"
	"vanban/internal/unit"
	"vanban/internal/word/wordtest"
)

// The papers below are set as offices set them: a borderless table at the head and the tail, everything formatted
// by hand, and a style Normal that says something else.

const lyingStyles = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>` +
	`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="200" w:line="480" w:lineRule="auto"/></w:pPr><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/><w:color w:val="FF0000"/><w:sz w:val="24"/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/></w:style>`

// letters are the properties of hand-set letters.
func letters(points float64, more string) string {
	return fmt.Sprintf(`<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>%s<w:color w:val="000000"/><w:sz w:val="%g"/><w:szCs w:val="%g"/>`, more, points*2, points*2)
}

const (
	bold   = "<w:b/>"
	italic = "<w:i/>"
)

// middle is a centred line.
func middle(points float64, more, text string) string {
	return wordtest.P(`<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>`, wordtest.R(letters(points, more), text))
}

// ruled is a centred line with a line drawn under it.
func (d *desk) ruled(points float64, text string, share float64) string {
	width := d.fonts.Face(true, false).Width(text, unit.FromPoints(points))
	return strings.Replace(middle(points, bold, text), "</w:p>", wordtest.Line(0, int(float64(width)*share))+"</w:p>", 1)
}

// para is a paragraph of the text.
func para(text string) string { return paraOf(letters(14, ""), text) }

func paraOf(look, text string) string {
	return wordtest.P(`<w:spacing w:before="60" w:after="60" w:line="264" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>`, wordtest.R(look, text))
}

func flush(points float64, more, text string) string {
	return wordtest.P(`<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>`, wordtest.R(letters(points, more), text))
}

// columns is a borderless table of two columns in millimetres.
func columns(left, right int, rows ...[2]string) string {
	var b strings.Builder
	l, r := (unit.Length(left) * unit.MM).Twips(), (unit.Length(right) * unit.MM).Twips()
	fmt.Fprintf(&b, `<w:tbl><w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="%d"/><w:gridCol w:w="%d"/></w:tblGrid>`, l, r)
	for _, row := range rows {
		fmt.Fprintf(&b, `<w:tr><w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>%s</w:tc><w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>%s</w:tc></w:tr>`, l, row[0], r, row[1])
	}
	return b.String() + "</w:tbl>"
}

func (d *desk) head(superior, issuer, number, date string) string {
	return columns(66, 99,
		[2]string{middle(13, "", superior) + d.ruled(13, issuer, 0.4), middle(13, bold, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + d.ruled(14, "Độc lập - Tự do - Hạnh phúc", 1)},
		[2]string{middle(13, "", number), middle(14, italic, date)})
}

func tail(signs []string, name string, recipients ...string) string {
	left := flush(12, bold+italic, "Nơi nhận:")
	for _, r := range recipients {
		left += flush(11, "", r)
	}
	right := ""
	for _, s := range signs {
		right += middle(14, bold, s)
	}
	return columns(82, 83, [2]string{left, right + strings.Repeat(wordtest.P(""), 5) + middle(14, bold, name)})
}

const pageHeader = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:color w:val="000000"/><w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>` +
	`<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` +
	`<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:color w:val="000000"/><w:sz w:val="28"/></w:rPr><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`

const section = `<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`

func packed(body string) *wordtest.Package {
	p := wordtest.New(body)
	p.Styles = lyingStyles
	p.Headers["rIdH"] = pageHeader
	return p
}

const longText = "Các phòng, đơn vị thuộc Sở rà soát hồ sơ đã giải quyết xong, lập danh mục và bàn giao về kho lưu trữ hiện hành đúng thời hạn, bảo đảm không để thất lạc hồ sơ, tài liệu trong quá trình sắp xếp lại tổ chức bộ máy."

// plan is a kế hoạch.
func (d *desk) plan() *wordtest.Package {
	return packed(d.head("UBND TỈNH NAM KHÊ", "SỞ NỘI VỤ", "Số: 15/KH-SNV", "Nam Khê, ngày 05 tháng 3 năm 2026") +
		middle(14, bold, "KẾ HOẠCH") + d.ruled(14, "Triển khai công tác lưu trữ năm 2026", 0.4) + wordtest.P("") +
		paraOf(letters(14, italic), "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;") +
		paraOf(letters(14, italic), "Căn cứ Quyết định số 112/QĐ-UBND ngày 10 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Nam Khê về chương trình công tác năm 2026.") +
		para("Sở Nội vụ ban hành Kế hoạch triển khai công tác lưu trữ năm 2026 như sau:") +
		paraOf(letters(14, bold), "I. MỤC ĐÍCH, YÊU CẦU") +
		paraOf(letters(14, bold), "1. Mục đích") +
		para(longText) +
		para("a) Việc bàn giao hoàn thành trước ngày 30 tháng 9 năm 2026.") +
		para("- Kết quả bàn giao báo cáo về Sở.") +
		paraOf(letters(14, bold), "II. TỔ CHỨC THỰC HIỆN") +
		para("Trên đây là Kế hoạch triển khai công tác lưu trữ năm 2026, đề nghị các đơn vị thực hiện./.") +
		tail([]string{"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"}, "Trần Khải Minh", "- UBND tỉnh (để báo cáo);", "- Các phòng, đơn vị thuộc Sở;", "- Lưu: VT, VTLT.") + section)
}

// letter is a công văn.
func (d *desk) letter() *wordtest.Package {
	return packed(columns(66, 99,
		[2]string{middle(13, "", "UBND TỈNH NAM KHÊ") + d.ruled(13, "SỞ NỘI VỤ", 0.4), middle(13, bold, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + d.ruled(14, "Độc lập - Tự do - Hạnh phúc", 1)},
		[2]string{middle(13, "", "Số: 214/SNV-VTLT") + middle(13, "", "V/v rà soát kho lưu trữ"), middle(14, italic, "Nam Khê, ngày 16 tháng 4 năm 2026")}) +
		wordtest.P("") + wordtest.P(`<w:spacing w:before="120" w:after="120"/><w:ind w:left="1701"/>`, wordtest.R(letters(14, ""), "Kính gửi: Sở Tài chính")) +
		para(longText) + para("Đề nghị Sở Tài chính phối hợp thực hiện./.") +
		tail([]string{"GIÁM ĐỐC"}, "Trần Khải Minh", "- Như trên;", "- Lưu: VT, VTLT.") + section)
}

// decision is a quyết định with the regulation that it issues, and an appendix.
func (d *desk) decision() *wordtest.Package {
	mid := strings.Replace(section, "<w:sectPr>", `<w:sectPr>`, 1)
	return packed(d.head("UBND TỈNH NAM KHÊ", "SỞ NỘI VỤ", "Số: 27/QĐ-SNV", "Nam Khê, ngày 12 tháng 5 năm 2026") +
		middle(14, bold, "QUYẾT ĐỊNH") + d.ruled(14, "Ban hành Quy chế quản lý kho lưu trữ", 0.4) + wordtest.P("") +
		middle(14, bold, "GIÁM ĐỐC SỞ NỘI VỤ") + wordtest.P("") +
		paraOf(letters(14, italic), "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;") +
		paraOf(letters(14, italic), "Theo đề nghị của Trưởng phòng Văn thư - Lưu trữ.") +
		middle(14, bold, "QUYẾT ĐỊNH:") +
		article("Điều 1.", " Ban hành kèm theo Quyết định này Quy chế quản lý kho lưu trữ (có Phụ lục kèm theo).") +
		article("Điều 2.", " Quyết định này có hiệu lực kể từ ngày ký.") +
		article("Điều 3.", " Trưởng các phòng, đơn vị chịu trách nhiệm thi hành Quyết định này./.") +
		tail([]string{"GIÁM ĐỐC"}, "Trần Khải Minh", "- Như Điều 3;", "- Lưu: VT, VTLT.") +
		wordtest.P(mid) +
		columns(66, 99, [2]string{middle(13, "", "UBND TỈNH NAM KHÊ") + d.ruled(13, "SỞ NỘI VỤ", 0.4), middle(13, bold, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + d.ruled(14, "Độc lập - Tự do - Hạnh phúc", 1)}) +
		middle(14, bold, "QUY CHẾ") + middle(14, bold, "Quản lý kho lưu trữ") +
		middle(14, italic, "(Kèm theo Quyết định số 27/QĐ-SNV ngày 12 tháng 5 năm 2026 của Sở Nội vụ)") +
		middle(14, bold, "Chương I") + middle(14, bold, "QUY ĐỊNH CHUNG") +
		article("Điều 1. Phạm vi điều chỉnh", "") + para("1. Quy chế này quy định việc quản lý kho lưu trữ của Sở.") + para(longText) +
		middle(14, bold, "Chương II") + middle(14, bold, "QUẢN LÝ KHO") +
		article("Điều 2. Trách nhiệm", "") + para("Phòng Văn thư - Lưu trữ chịu trách nhiệm trước Giám đốc Sở.") +
		wordtest.P(mid) +
		middle(14, bold, "Phụ lục") + middle(14, bold, "DANH MỤC HỒ SƠ") +
		middle(14, italic, "(Kèm theo Quyết định số 27/QĐ-SNV ngày 12 tháng 5 năm 2026 của Sở Nội vụ)") +
		wordtest.Table(wordtest.Bordered, []string{middle(12, bold, "STT"), middle(12, bold, "Tên hồ sơ")}, []string{middle(12, "", "1"), flush(12, "", "Hồ sơ cán bộ")}) +
		flush(12, "", "") + section)
}

func article(label, rest string) string {
	runs := wordtest.R(letters(14, bold), label)
	if rest != "" {
		runs += wordtest.R(letters(14, ""), rest)
	}
	return wordtest.P(`<w:spacing w:before="60" w:after="60" w:line="264" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>`, runs)
}

// TestPapers: papers that follow the decree have no finding, however they are made.
func TestPapers(t *testing.T) {
	d := newDesk(t)
	for name, p := range map[string]*wordtest.Package{"plan": d.plan(), "letter": d.letter(), "decision": d.decision()} {
		t.Run(name, func(t *testing.T) {
			if r := d.check(t, p.Bytes()); len(r.Findings) > 0 {
				show(t, r.Findings)
				for _, l := range recognised(d.read(t, p.Bytes())).Lines {
					t.Logf("   %v/%d %v %q %s", l.Kind, l.Part, l.Side, l.Text, l.Doubt)
				}
				t.Error("findings")
			}
		})
	}
}

// lineLength is how long the line under a bold text is drawn, in EMU.
func lineLength(text string, points, share float64) string {
	return strconv.Itoa(int(float64(embedded().Face(true, false).Width(text, unit.FromPoints(points))) * share))
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err)
	}
	return n
}

func embedded() *font.Set {
	fonts, err := font.Embedded()
	if err != nil {
		panic(err)
	}
	return fonts
}
