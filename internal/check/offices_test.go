package check_test

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"slices"
	"strconv"
	"strings"
	"testing"

	"vanban/internal/unit"
	"vanban/internal/word/wordtest"
)

// TestOffices: papers set in the ways that offices have, with what there is to find in them and nothing else.
func TestOffices(t *testing.T) {
	d := newDesk(t)
	for _, c := range []struct {
		name string
		make func(t *testing.T) *wordtest.Package
		want string
	}{
		{"header in a single row", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			left := middle(13, "", "UBND TỈNH NAM KHÊ") + d.ruled(13, "SỞ NỘI VỤ", 0.4) + middle(13, "", "") + middle(13, "", "Số: 15/KH-SNV")
			right := middle(13, bold, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + d.ruled(14, "Độc lập - Tự do - Hạnh phúc", 1) + middle(13, "", "") + middle(14, italic, "Nam Khê, ngày 05 tháng 3 năm 2026")
			swap{d.head("UBND TỈNH NAM KHÊ", "SỞ NỘI VỤ", "Số: 15/KH-SNV", "Nam Khê, ngày 05 tháng 3 năm 2026"), columns(66, 99, [2]string{left, right})}.in(t, p)
			return p
		}, ""},
		{"header set by tabs", d.tabbed(wordtest.R(letters(13, ""), "Số: 15/KH-SNV"), wordtest.R(letters(14, italic), "Nam Khê, ngày 05 tháng 3 năm 2026")), ""},
		{"header set by tabs, its date upright and its number bold", d.tabbed(wordtest.R(letters(13, bold), "Số: 15/KH-SNV"),
			wordtest.R(letters(14, ""), "Nam Khê, ")+wordtest.R(letters(14, ""), "ngày 05 tháng 3 năm 2026")), "SO-STYLE DATE-STYLE"},
		{"issuer broken by hand", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			swap{middle(13, "", "UBND TỈNH NAM KHÊ") + d.ruled(13, "SỞ NỘI VỤ", 0.4),
				strings.Replace(middle(13, bold, "ỦY BAN NHÂN DÂN\nTỈNH NAM KHÊ"), "</w:p>", wordtest.Line(0, 800000)+"</w:p>", 1)}.in(t, p)
			return p
		}, ""},
		{"the sample column of the decree: header 12, 13, 13, text 14", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			for _, s := range []swap{{look(13, bold, "CỘNG HÒA"), look(12, bold, "CỘNG HÒA")}, {d.ruled(14, "Độc lập - Tự do - Hạnh phúc", 1), d.ruled(13, "Độc lập - Tự do - Hạnh phúc", 1)},
				{look(14, italic, "Nam Khê, ngày"), look(13, italic, "Nam Khê, ngày")}, {look(13, "", "UBND TỈNH"), look(12, "", "UBND TỈNH")}} {
				s.in(t, p)
			}
			return p
		}, ""},
		{"draft without number and day", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			swap{"Số: 15/KH-SNV", "Số:        /KH-SNV"}.in(t, p)
			swap{"ngày 05 tháng 3 năm 2026", "ngày      tháng 3 năm 2026"}.in(t, p)
			return p
		}, ""},
		{"lines of underscores", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			swap{d.ruled(13, "SỞ NỘI VỤ", 0.4), middle(13, bold, "SỞ NỘI VỤ") + middle(13, "", "______")}.in(t, p)
			return p
		}, "LINE-FORM"},
		{"border under the motto, as wide as its column", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			swap{d.ruled(14, "Độc lập - Tự do - Hạnh phúc", 1), strings.Replace(middle(14, bold, "Độc lập - Tự do - Hạnh phúc"), "<w:spacing", `<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr><w:spacing`, 1)}.in(t, p)
			return p
		}, "TN-LINE"},
		{"border under the motto, drawn in to its text", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			swap{d.ruled(14, "Độc lập - Tự do - Hạnh phúc", 1), strings.Replace(strings.Replace(middle(14, bold, "Độc lập - Tự do - Hạnh phúc"), "<w:spacing", `<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr><w:spacing`, 1),
				`<w:jc`, `<w:ind w:left="1080" w:right="1080"/><w:jc`, 1)}.in(t, p)
			return p
		}, ""},
		{"landscape appendix on Letter", func(t *testing.T) *wordtest.Package {
			p := d.decision()
			at := strings.LastIndex(p.Body, `w:w="11906" w:h="16838"`)
			p.Body = p.Body[:at] + `w:w="15840" w:h="12240" w:orient="landscape"` + p.Body[at+len(`w:w="11906" w:h="16838"`):]
			return p
		}, "PAGE-SIZE"},
		{"minutes", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			for _, s := range []swap{{"Số: 15/KH-SNV", "Số: 15/BB-SNV"}, {"KẾ HOẠCH<", "BIÊN BẢN<"}, {middle(14, italic, "Nam Khê, ngày 05 tháng 3 năm 2026"), wordtest.P("")},
				{"Triển khai công tác lưu trữ năm 2026<", "Hội nghị triển khai công tác lưu<"}, {para("Sở Nội vụ ban hành Kế hoạch triển khai công tác lưu trữ năm 2026 như sau:"), para("Thời gian bắt đầu: 08 giờ 00 phút, ngày 05 tháng 3 năm 2026.")},
				{paraOf(letters(14, italic), "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;"), ""}, {paraOf(letters(14, italic), "Căn cứ Quyết định số 112/QĐ-UBND ngày 10 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Nam Khê về chương trình công tác năm 2026."), ""},
				{tail([]string{"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"}, "Trần Khải Minh", "- UBND tỉnh (để báo cáo);", "- Các phòng, đơn vị thuộc Sở;", "- Lưu: VT, VTLT."),
					columns(82, 83, [2]string{middle(14, bold, "THƯ KÝ") + strings.Repeat(wordtest.P(""), 5) + middle(14, bold, "Vũ Thị Hạnh Nhân"), middle(14, bold, "CHỦ TỌA") + strings.Repeat(wordtest.P(""), 5) + middle(14, bold, "Trần Khải Minh")}) +
						flush(12, bold+italic, "Nơi nhận:") + flush(11, "", "- Như thành phần tham dự;") + flush(11, "", "- Lưu: VT, Hồ sơ.")}} {
				s.in(t, p)
			}
			return p
		}, ""},
		{"minutes that two sign, with no recipients", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			for _, s := range []swap{{"Số: 15/KH-SNV", "Số: 15/BB-SNV"}, {"KẾ HOẠCH<", "BIÊN BẢN<"}, {middle(14, italic, "Nam Khê, ngày 05 tháng 3 năm 2026"), wordtest.P("")},
				{"Triển khai công tác lưu trữ năm 2026<", "Hội nghị kiểm kê công tác lưu trữ<"}, {para("Sở Nội vụ ban hành Kế hoạch triển khai công tác lưu trữ năm 2026 như sau:"), para("Thời gian bắt đầu: 08 giờ 00 phút, ngày 05 tháng 3 năm 2026.")},
				{paraOf(letters(14, italic), "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;"), ""}, {paraOf(letters(14, italic), "Căn cứ Quyết định số 112/QĐ-UBND ngày 10 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Nam Khê về chương trình công tác năm 2026."), ""},
				{tail([]string{"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"}, "Trần Khải Minh", "- UBND tỉnh (để báo cáo);", "- Các phòng, đơn vị thuộc Sở;", "- Lưu: VT, VTLT."),
					columns(82, 83, [2]string{middle(14, bold, "THƯ KÝ") + strings.Repeat(wordtest.P(""), 5) + middle(14, bold, "Vũ Thị Hạnh Nhân"), middle(14, bold, "CHỦ TỌA") + strings.Repeat(wordtest.P(""), 5) + middle(14, bold, "Trần Khải Minh")})}} {
				s.in(t, p)
			}
			return p
		}, ""},
		{"two lines of the header in one paragraph", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			both := strings.Replace(middle(13, bold, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), "</w:p>", "<w:r><w:br/></w:r>"+wordtest.R(letters(14, bold), "Độc lập - Tự do - Hạnh phúc")+"</w:p>", 1)
			swap{middle(13, bold, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + d.ruled(14, "Độc lập - Tự do - Hạnh phúc", 1), both + wordtest.P("", wordtest.Line(0, atoi(lineLength("Độc lập - Tự do - Hạnh phúc", 14, 1))))}.in(t, p)
			return p
		}, ""},
		{"lines of the header as edges of small tables", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			edge := func(text string, points, share float64) string {
				width := strconv.Itoa(int(unit.Length(atoi(lineLength(text, points, share))).Twips()))
				return `<w:tbl><w:tblPr><w:tblLayout w:type="fixed"/><w:jc w:val="center"/></w:tblPr><w:tblGrid><w:gridCol w:w="` + width + `"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="` + width + `" w:type="dxa"/><w:tcBorders><w:top w:val="single" w:sz="6" w:color="auto"/></w:tcBorders></w:tcPr>` + wordtest.P("") + `</w:tc></w:tr></w:tbl>` + wordtest.P("")
			}
			swap{d.ruled(13, "SỞ NỘI VỤ", 0.4), middle(13, bold, "SỞ NỘI VỤ") + edge("SỞ NỘI VỤ", 13, 0.4)}.in(t, p)
			swap{d.ruled(14, "Độc lập - Tự do - Hạnh phúc", 1), middle(14, bold, "Độc lập - Tự do - Hạnh phúc") + edge("Độc lập - Tự do - Hạnh phúc", 14, 1)}.in(t, p)
			return p
		}, ""},
		{"header in text boxes", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			swap{d.head("UBND TỈNH NAM KHÊ", "SỞ NỘI VỤ", "Số: 15/KH-SNV", "Nam Khê, ngày 05 tháng 3 năm 2026"),
				wordtest.P("", wordtest.TextBox(middle(13, "", "UBND TỈNH NAM KHÊ")+d.ruled(13, "SỞ NỘI VỤ", 0.4)+middle(13, "", "Số: 15/KH-SNV")),
					wordtest.TextBox(middle(13, bold, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")+d.ruled(14, "Độc lập - Tự do - Hạnh phúc", 1)+middle(14, italic, "Nam Khê, ngày 05 tháng 3 năm 2026")))}.in(t, p)
			return p
		}, ""},
		{"draft mark in a text box", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			p.Body = wordtest.P("", wordtest.TextBox(middle(14, bold+`<w:color w:val="FF0000"/>`, "DỰ THẢO"))) + p.Body
			return p
		}, ""},
		{"a table with its title, unit and note", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			swap{para("- Kết quả bàn giao báo cáo về Sở."), para("- Kết quả bàn giao báo cáo về Sở.") + middle(12, bold, "Số lượng hồ sơ bàn giao") + wordtest.P(`<w:jc w:val="right"/>`, wordtest.R(letters(11, italic), "Đơn vị tính: hồ sơ")) +
				wordtest.Table(wordtest.Bordered, []string{middle(12, bold, "STT"), middle(12, bold, "Đơn vị")}, []string{middle(12, "", "1"), flush(12, "", "Văn phòng Sở")}) + flush(11, italic, "Ghi chú: số liệu tạm tính.")}.in(t, p)
			return p
		}, ""},
		{"two documents in one file", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			second := d.letter()
			swap{look(14, bold, "Trần Khải Minh"), look(14, "", "Trần Khải Minh")}.in(t, second)
			p.Body = strings.Replace(p.Body, section, wordtest.P(section), 1) + second.Body
			return p
		}, "SIGN-STYLE"},
		{"both lines of the header anchored in one column", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			swap{wordtest.Line(0, atoi(lineLength("SỞ NỘI VỤ", 13, 0.4))), ""}.in(t, p)
			swap{wordtest.Line(0, atoi(lineLength("Độc lập - Tự do - Hạnh phúc", 14, 1))), wordtest.Line(0, atoi(lineLength("Độc lập - Tự do - Hạnh phúc", 14, 1))) + wordtest.Line(-2000000, atoi(lineLength("SỞ NỘI VỤ", 13, 0.4)))}.in(t, p)
			return p
		}, ""},
		{"comments left", func(*testing.T) *wordtest.Package {
			p := d.plan()
			p.Comments = `<w:comment w:id="0" w:author="Mai" w:date="2026-03-01T08:00:00Z">` + wordtest.P("", wordtest.T("xem lại số liệu")) + `</w:comment>`
			p.Body = strings.Replace(p.Body, "<w:r><w:rPr>"+look(14, "", "Các phòng"), `<w:r><w:commentReference w:id="0"/></w:r><w:r><w:rPr>`+look(14, "", "Các phòng"), 1)
			return p
		}, "LEFT-COMMENTS"},
		{"a template somewhere else", func(*testing.T) *wordtest.Package {
			p := d.plan()
			p.Links["rId77"] = "image https://noi-khac.example/hinh.png"
			return p
		}, "LEFT-LINKS"},
		{"a hyperlink is no link of the document", func(*testing.T) *wordtest.Package {
			p := d.plan()
			p.Links["rId77"] = "hyperlink https://noi-khac.example/"
			return p
		}, ""},
		{"macros", func(*testing.T) *wordtest.Package {
			p := d.plan()
			p.Parts["word/vbaProject.bin"] = "x"
			p.Rels["rId78"] = "vbaProject vbaProject.bin"
			return p
		}, "LEFT-MACROS"},
		{"a scanned signature", func(*testing.T) *wordtest.Package {
			p := d.plan()
			p.Rels["rId79"] = "image media/chu-ky.jpg"
			p.Parts["word/media/chu-ky.jpg"] = "x"
			p.Body = strings.Replace(p.Body, middle(14, bold, "PHÓ GIÁM ĐỐC"), middle(14, bold, "PHÓ GIÁM ĐỐC")+wordtest.P("", picture("rId79")), 1)
			return p
		}, "DUP-SIGN-IMAGE"},
		{"a signature with a clear ground", func(t *testing.T) *wordtest.Package {
			return signedBy(t, d.plan(), image.NewNRGBA(image.Rect(0, 0, 9, 5)))
		}, ""},
		{"a signature with a clear colour of a palette", func(t *testing.T) *wordtest.Package {
			return signedBy(t, d.plan(), image.NewPaletted(image.Rect(0, 0, 9, 5), color.Palette{color.Transparent, color.Black}))
		}, ""},
		{"a signature on white paper", func(t *testing.T) *wordtest.Package {
			return signedBy(t, d.plan(), image.NewGray(image.Rect(0, 0, 9, 5)))
		}, "DUP-SIGN-IMAGE"},
		{"a signature that is no picture", func(t *testing.T) *wordtest.Package {
			p := signedBy(t, d.plan(), image.NewGray(image.Rect(0, 0, 9, 5)))
			p.Parts["word/media/chu-ky.png"] = "\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"
			return p
		}, ""},
		{"an organisation with a head of its own", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			swap{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐOÀN TNCS HỒ CHÍ MINH"}.in(t, p)
			swap{d.ruled(14, "Độc lập - Tự do - Hạnh phúc", 1), wordtest.P("")}.in(t, p)
			return p
		}, "CHECK-KIND"},
		{"a contract of two companies", func(t *testing.T) *wordtest.Package {
			return packed(middle(13, bold, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + middle(13, bold, "Độc lập - Tự do - Hạnh phúc") + middle(14, bold, "HỢP ĐỒNG MUA BÁN") +
				middle(13, "", "Số: 15/2026/HĐMB/HL-NK") + para("Hôm nay, ngày 12 tháng 3 năm 2026, hai bên gồm:") + para("Điều 1: Hàng hóa") + section)
		}, "CHECK-KIND"},
		{"a court's judgment", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			swap{middle(13, "", "Số: 15/KH-SNV"), middle(13, "", "Bản án số: 12/2026/DS-ST")}.in(t, p)
			swap{"KẾ HOẠCH<", "BẢN ÁN<"}.in(t, p)
			return p
		}, "CHECK-KIND"},
		{"a form of the decree, to be filled in", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			swap{"Số: 15/KH-SNV", "Số: .../KH-...3..."}.in(t, p)
			swap{"Nam Khê, ngày 05 tháng 3 năm 2026", "...4..., ngày ... tháng ... năm ..."}.in(t, p)
			return p
		}, "CHECK-KIND"},
		{"a draft whose number and day are dots", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			swap{"Số: 15/KH-SNV", "Số: ....../KH-SNV"}.in(t, p)
			swap{"Nam Khê, ngày 05 tháng 3 năm 2026", "Nam Khê, ngày ... tháng 3 năm 2026"}.in(t, p)
			return p
		}, ""},
		{"a receipt", func(t *testing.T) *wordtest.Package {
			return packed(d.head("UBND XÃ NAM KHÊ", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "Số: 1204/TNHS", "Nam Khê, ngày 05 tháng 3 năm 2026") + middle(14, bold, "GIẤY TIẾP NHẬN HỒ SƠ") + para("Thời gian trả kết quả: 16 giờ 00 phút ngày 09 tháng 3 năm 2026.") + section)
		}, "CHECK-KIND"},
		{"captions with a name and number, next to a table and a picture", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			p.Rels["rId79"] = "image media/so-do.png"
			p.Parts["word/media/so-do.png"] = "x"
			swap{para("- Kết quả bàn giao báo cáo về Sở."), para("- Kết quả bàn giao báo cáo về Sở.") + middle(13, bold, "Bảng 1. Số lượng hồ sơ bàn giao") +
				wordtest.Table(wordtest.Bordered, []string{middle(12, bold, "STT"), middle(12, bold, "Đơn vị")}, []string{middle(12, "", "1"), flush(12, "", "Văn phòng Sở")}) +
				flush(13, bold, "Biểu 02: Số lượng hồ sơ theo quý") +
				wordtest.Table(wordtest.Bordered, []string{middle(12, bold, "STT"), middle(12, bold, "Quý")}, []string{middle(12, "", "1"), flush(12, "", "Quý I")}) +
				wordtest.P(`<w:jc w:val="center"/>`, picture("rId79")) + middle(12, italic, "Hình 1. Sơ đồ kho lưu trữ")}.in(t, p)
			return p
		}, ""},
		{"a clause next to a table is no caption", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			swap{para("- Kết quả bàn giao báo cáo về Sở."), para("- Kết quả bàn giao báo cáo về Sở.") + paraOf(letters(12, ""), "2. Số lượng hồ sơ bàn giao:") +
				wordtest.Table(wordtest.Bordered, []string{middle(12, bold, "STT"), middle(12, bold, "Đơn vị")}, []string{middle(12, "", "1"), flush(12, "", "Văn phòng Sở")})}.in(t, p)
			return p
		}, "BODY-SIZE"},
		{"a telegram with those whom it calls", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			for _, s := range []swap{{"Số: 15/KH-SNV", "Số: 15/CĐ-SNV"}, {"KẾ HOẠCH<", "CÔNG ĐIỆN<"}, {"Triển khai công tác lưu trữ năm 2026<", "Về việc bảo vệ kho lưu trữ mùa bão<"},
				{para("Sở Nội vụ ban hành Kế hoạch triển khai công tác lưu trữ năm 2026 như sau:"), middle(14, bold, "GIÁM ĐỐC SỞ NỘI VỤ điện:") + flush(14, "", "- Trưởng các phòng thuộc Sở;") + flush(14, "", "- Giám đốc Trung tâm Lưu trữ lịch sử.")},
				{paraOf(letters(14, italic), "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;"), ""}, {paraOf(letters(14, italic), "Căn cứ Quyết định số 112/QĐ-UBND ngày 10 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Nam Khê về chương trình công tác năm 2026."), ""},
				{"Trên đây là Kế hoạch triển khai công tác lưu trữ năm 2026, đề nghị các đơn vị thực hiện./.", "Yêu cầu các đơn vị thực hiện nghiêm túc./."}, {"- UBND tỉnh (để báo cáo);", "- Như trên;"}} {
				s.in(t, p)
			}
			return p
		}, ""},
		{"an abstract that names a day under the number of a letter", func(t *testing.T) *wordtest.Package {
			p := d.letter()
			swap{middle(13, "", "V/v rà soát kho lưu trữ"), middle(13, "", "V/v bảo vệ kho lưu trữ\ntừ ngày 12 đến ngày 15 tháng 9")}.in(t, p)
			return p
		}, ""},
		{"a table of contents", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			entry := func(fields, text string) string {
				return wordtest.P(`<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9300"/></w:tabs>`, fields, wordtest.R(letters(12, ""), text+"\t2"))
			}
			swap{paraOf(letters(14, bold), "I. MỤC ĐÍCH, YÊU CẦU"), entry(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \o "1-2" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`, "I. Mục đích, yêu cầu") +
				strings.Replace(entry("", "II. Tổ chức thực hiện"), "</w:p>", `<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`, 1) + paraOf(letters(14, bold), "I. MỤC ĐÍCH, YÊU CẦU")}.in(t, p)
			return p
		}, ""},
		{"page number at the foot", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			p.Footers["rIdF"] = p.Headers["rIdH"]
			delete(p.Headers, "rIdH")
			p.Body = strings.Replace(p.Body, `<w:headerReference w:type="default" r:id="rIdH"/>`, `<w:footerReference w:type="default" r:id="rIdF"/>`, 1)
			return p
		}, "PAGENUM-POS"},
		{"address at the foot of page 1", func(t *testing.T) *wordtest.Package { return footed(d.letter(), 11, "") }, ""},
		{"address at the foot of page 1, small and slanted", func(t *testing.T) *wordtest.Package { return footed(d.letter(), 9, italic) }, "LIENHE-STYLE"},
		{"urgent, in a frame drawn as a shape next to it", func(t *testing.T) *wordtest.Package {
			p := d.plan()
			swap{middle(13, "", "Số: 15/KH-SNV"), middle(13, "", "Số: 15/KH-SNV") + stamp(14, bold, "FF0000", "HỎA TỐC", "") + wordtest.P("", wordtest.TextBox(wordtest.P("")))}.in(t, p)
			return p
		}, ""},
		{"a form", func(*testing.T) *wordtest.Package {
			return packed(middle(14, bold, "PHIẾU ĐĂNG KÝ THAM GIA") + para("Họ và tên: ………………") + para("Đơn vị công tác: ………………") + section)
		}, "CHECK-KIND"},
		{"nothing at all", func(*testing.T) *wordtest.Package { return packed(wordtest.P("") + section) }, "CHECK-KIND"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := c.make(t)
			r := d.check(t, p.Bytes())
			var got []string
			for _, f := range r.Findings {
				if !slices.Contains(got, f.ID) {
					got = append(got, f.ID)
				}
			}
			if r.Judged { // however it is set, the text says nothing wrong
				if said := d.content(t, p.Bytes()); len(said) > 0 {
					t.Error("of the text")
					show(t, said)
				}
			}
			if fmt.Sprint(got) != fmt.Sprint(strings.Fields(c.want)) {
				t.Errorf("%v, want [%s]", got, c.want)
				show(t, r.Findings)
				for _, l := range recognised(d.read(t, p.Bytes())).Lines {
					t.Logf("   %v/%d %v %q %s", l.Kind, l.Part, l.Side, l.Text, l.Doubt)
				}
			}
		})
	}
}

// footed gives a paper an address at the foot of its first page.
func footed(p *wordtest.Package, points float64, more string) *wordtest.Package {
	p.Footers["rIdF"] = wordtest.P(`<w:pBdr><w:top w:val="single" w:sz="6"/></w:pBdr><w:jc w:val="center"/>`, wordtest.R(letters(points, more), "Địa chỉ: số 25 đường Hùng Vương, phường Nam Khê; ĐT: 0265.3821.114"))
	p.Body = strings.Replace(p.Body, `<w:headerReference w:type="default" r:id="rIdH"/>`, `<w:headerReference w:type="default" r:id="rIdH"/><w:footerReference w:type="first" r:id="rIdF"/>`, 1)
	return p
}

// signedBy puts a picture in PNG above the signer's name.
func signedBy(t *testing.T, p *wordtest.Package, m image.Image) *wordtest.Package {
	t.Helper()
	var b strings.Builder
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	p.Rels["rId79"] = "image media/chu-ky.png"
	p.Parts["word/media/chu-ky.png"] = b.String()
	p.Body = strings.Replace(p.Body, middle(14, bold, "PHÓ GIÁM ĐỐC"), middle(14, bold, "PHÓ GIÁM ĐỐC")+wordtest.P("", picture("rId79")), 1)
	return p
}

// picture is a run with a picture in the line.
func picture(id string) string {
	return `<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="500000"/><wp:docPr id="9" name="P"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="` + id + `"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

// tabbed makes a plan whose header stands at tabs, with these runs of the number and the date.
func (d *desk) tabbed(number, date string) func(t *testing.T) *wordtest.Package {
	tabs := `<w:tabs><w:tab w:val="center" w:pos="1900"/><w:tab w:val="center" w:pos="6500"/></w:tabs><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>`
	row := func(left, right string) string {
		return wordtest.P(tabs, "<w:r><w:tab/></w:r>", left, "<w:r><w:tab/></w:r>", right)
	}
	return func(t *testing.T) *wordtest.Package {
		p := d.plan()
		swap{d.head("UBND TỈNH NAM KHÊ", "SỞ NỘI VỤ", "Số: 15/KH-SNV", "Nam Khê, ngày 05 tháng 3 năm 2026"),
			row(wordtest.R(letters(13, ""), "UBND TỈNH NAM KHÊ"), wordtest.R(letters(13, bold), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) +
				row(wordtest.R(letters(13, bold), "SỞ NỘI VỤ"), wordtest.R(letters(14, bold), "Độc lập - Tự do - Hạnh phúc")) +
				wordtest.P(tabs, wordtest.Line(0, 300000), wordtest.Line(3000000, 2100000)) +
				row(number, date)}.in(t, p)
		return p
	}
}
