package build_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/build"
	"vanban/internal/importer"
	"vanban/internal/word"
	. "vanban/internal/word/wordtest"
)

// A plan set by hand as offices do, with what Word has and official text says otherwise.

func letters(text string) string { return R(Letters("Times New Roman", 14, ""), text) }

func middle(text string) string {
	return P(Centred, R(Letters("Times New Roman", 14, "<w:b/>"), text))
}

func listed(level, text string) string {
	return P(`<w:numPr><w:ilvl w:val="`+level+`"/><w:numId w:val="1"/></w:numPr>`, letters(text))
}

func handmadePlan() *Package {
	head := P("", letters("\tỦY BAN NHÂN DÂN TỈNH NAM KHÊ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) +
		P("", letters("\tSỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\tĐộc lập - Tự do - Hạnh phúc")) +
		P("", letters("\tSố: 12/KH-SNNMT\tNam Khê, ngày 05 tháng 3 năm 2026"))
	merged := `<w:tbl><w:tblPr>` + Bordered + `</w:tblPr><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/></w:tblGrid>` +
		`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>` + middle("Vùng") + `</w:tc><w:tc>` + middle("Diện tích | ha") + `</w:tc></w:tr>` +
		`<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>` + P("", letters("Bắc")) + `</w:tc><w:tc>` + P("", letters("Bản Mạ")) + `</w:tc><w:tc>` + P("", letters("12,5")) + `</w:tc></w:tr>` +
		`<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>` + P("", letters("Bản Lừm")) + P("", letters("(phía trên)")) + `</w:tc><w:tc>` + P("", letters("7")) + `</w:tc></w:tr></w:tbl>`
	body := middle("KẾ HOẠCH") + middle("Phòng, chống cháy rừng năm 2026") +
		P("", letters("Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017.")) +
		P("", letters("Sở Nông nghiệp và Môi trường ban hành Kế hoạch như sau:")) +
		listed("0", "MỤC ĐÍCH, YÊU CẦU") +
		P(`<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>`, letters("Chủ động "), R(Letters("Times New Roman", 14, "<w:i/>"), "phát hiện sớm"), letters(" cháy rừng."), `<w:r><w:footnoteReference w:id="1"/></w:r>`) +
		listed("2", "Lập chốt gác;") +
		P(`<w:framePr w:wrap="around" w:xAlign="center"/>`, `<w:fldSimple w:instr="PAGE">`+letters("2")+`</w:fldSimple>`) +
		P("", `<w:ins w:author="Mai">`+letters("2. Giảm ")+`</w:ins>`, `<w:del w:author="Mai"><w:r><w:delText>tăng </w:delText></w:r></w:del>`, letters("thiệt hại.")) +
		P("", R(Letters(".VnTime", 14, ""), "3. Huy ®éng lùc l\u00adîng t¹i chç.")) +
		merged
	tail := P("", letters("Nơi nhận:\tKT. GIÁM ĐỐC")) + P("", letters("- Ủy ban nhân dân tỉnh;\tPHÓ GIÁM ĐỐC")) + P("", letters("- Lưu: VT, KL.")) + P("", letters("\tLò Văn Thạch"))
	appendix := P(SectPr("")) + middle("PHỤ LỤC") + middle("PHÂN CÔNG NHIỆM VỤ") + Table(Bordered, []string{middle("STT"), middle("Việc")}, []string{P("", letters("1")), P("", letters("Rà soát"))})
	p := New(head + body + tail + appendix + `<w:sectPr><w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/></w:sectPr>`)
	p.Numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>` +
		`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:lvlText w:val="%2."/></w:lvl>` +
		`<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="` + "\uF0B7" + `"/><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr></w:lvl></w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
	p.Footnotes = `<w:footnote w:id="1">` + P("", letters("Theo tổng kết năm 2025.")) + `</w:footnote>`
	return p
}

const handmadeData = `mau: ke-hoach
co_quan:
  chu_quan: ỦY BAN NHÂN DÂN TỈNH NAM KHÊ
  ten: SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG
  ten_goi: Sở Nông nghiệp và Môi trường
so: 12
ky_hieu: KH-SNNMT
dia_danh: Nam Khê
ngay: '2026-03-05'
trich_yeu: Phòng, chống cháy rừng năm 2026
can_cu:
- Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017
noi_dung: |
  Sở Nông nghiệp và Môi trường ban hành Kế hoạch như sau:
  I. MỤC ĐÍCH, YÊU CẦU
  1. Chủ động *phát hiện sớm* cháy rừng. (Theo tổng kết năm 2025)
  - Lập chốt gác;
  2. Giảm thiệt hại.
  3. Huy động lực lượng tại chỗ.
  :::bang
  :cot 1 1 2
  | Vùng || Diện tích \| ha |
  |---|---|---|
  | Bắc | Bản Mạ | 12,5 |
  | ^ | Bản Lừm \
  (phía trên) | 7 |
  :::
phu_luc:
- tieu_de: PHÂN CÔNG NHIỆM VỤ
  huong: ngang
  noi_dung: |
    :::bang
    :cot 1 1
    | STT | Việc |
    |---|---|
    | 1 | Rà soát |
    :::
ky:
  chuc_vu:
  - KT. GIÁM ĐỐC
  - PHÓ GIÁM ĐỐC
  ho_ten: Lò Văn Thạch
noi_nhan:
- Ủy ban nhân dân tỉnh
luu: VT, KL
`

// TestImportHandmadeWord: tabs at head and tail, lists of Word, a framed page number, tracked changes, a footnote, an
// old encoding, merged cells and an appendix across come out as data, each with what was done said.
func TestImportHandmadeWord(t *testing.T) {
	d, findings := word.Read("ke-hoach.docx", handmadePlan().Bytes())
	if d == nil {
		t.Fatal(findings)
	}
	w := newWorkshop(t)
	back, findings, err := (&build.Builder{Fonts: w.fonts}).Import(w.library, build.Imported{Word: d, Fallback: "nd30"})
	if err != nil || findings.HasErrors() || len(back) != 1 {
		t.Fatal(err, len(back), w.print(t, findings))
	}
	if diff := cmp.Diff(handmadeData, string(importer.YAML(back))); diff != "" {
		t.Errorf("data (-want +got):\n%s", diff)
	}
	said := w.print(t, findings)
	for _, want := range []string{"đầu dòng «•…» được viết lại thành «- …»", "số «2» đứng một mình được hiểu là số trang",
		"chữ chèn đang theo dõi («Mai»)", "chữ xóa đang theo dõi («Mai»)", "chú thích «Theo tổng kết năm 2025.» được đưa vào câu", "chữ viết bằng bảng mã cũ («TCVN3 (ABC)»): đã chuyển sang Unicode"} {
		if !strings.Contains(said, want) {
			t.Errorf("nothing is said of: %s\n%s", want, said)
		}
	}
}

// TestImportSaysWhatIsLost: what official text cannot say is told, once for each kind; raised figures are kept.
func TestImportSaysWhatIsLost(t *testing.T) {
	look := func(more, text string) string { return R(Letters("Times New Roman", 14, "")+more, text) }
	p := handmadePlan()
	heading := listed("0", "MỤC ĐÍCH, YÊU CẦU")
	p.Body = strings.Replace(p.Body, heading, heading+P("", letters("4. Trồng 500 m"), look(`<w:vertAlign w:val="superscript"/>`, "2"), letters(" cỏ và khí CO"), look(`<w:vertAlign w:val="subscript"/>`, "2"),
		letters(", "), look("<w:strike/>", "chữ đã bỏ"), letters(" "), look(`<w:u w:val="single"/>`, "gạch chân"), letters(" "), look(`<w:color w:val="FF0000"/>`, "đỏ"),
		`<w:hyperlink r:id="l1">`+letters(" xem trang")+`</w:hyperlink>`, `<w:r><w:br w:type="page"/></w:r>`,
		`<w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="9" name="x" descr="Bản đồ"/><a:graphic><a:graphicData><pic:pic><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
		`<w:fldSimple w:instr="MERGEFIELD ten"/>`)+P(`<w:rPr><w:del w:author="Mai"/></w:rPr>`, letters("5. Nửa đoạn")), 1)
	p.Links["l1"] = "hyperlink https://example.org/"
	d, found := word.Read("ke-hoach.docx", p.Bytes())
	if d == nil {
		t.Fatal(found)
	}
	w := newWorkshop(t)
	back, findings, err := (&build.Builder{Fonts: w.fonts}).Import(w.library, build.Imported{Word: d, Fallback: "nd30"})
	if err != nil || len(back) != 1 {
		t.Fatal(err, w.print(t, findings))
	}
	if text := string(importer.YAML(back)); !strings.Contains(text, "500 m² cỏ và khí CO2, chữ đã bỏ gạch chân đỏ xem trang") {
		t.Error(text)
	}
	said := w.print(t, findings)
	for _, want := range []string{"cảnh báo: chữ gạch ngang «chữ đã bỏ»", "chỉ số trên hoặc dưới «2» được nhập thành chữ trên dòng [", "hình hoặc ảnh «Bản đồ» không được nhập",
		"trường «MERGEFIELD ten» không có kết quả", "lưu ý: gạch chân «gạch chân»", "màu chữ hoặc màu nền «đỏ»", "địa chỉ của liên kết «xem trang»", "ngắt trang đặt tay không được nhập", "dấu cuối đoạn «5. Nửa đoạn» đã xóa"} {
		if !strings.Contains(said, want) {
			t.Errorf("nothing is said of: %s\n%s", want, said)
		}
	}
}
