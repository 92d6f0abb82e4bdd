package data

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }

func text(key, title string) Column { return Column{Key: key, Title: title} }

// planColumns is what a plan's template knows.
func planColumns() []Column {
	return []Column{
		text("ten_tep", "Tên tệp"), text("so", "Số"), text("ky_hieu", "Ký hiệu"), text("ngay", "Ngày ban hành"), text("trich_yeu", "Trích yếu"),
		{Key: "co_quan", Title: "Cơ quan", Kind: Map, Columns: []Column{text("chu_quan", "Cơ quan chủ quản"), {Key: "ten", Title: "Tên cơ quan", Kind: List, OrText: true, Parts: PartLines}}},
		{Key: "can_cu", Title: "Căn cứ", Kind: List},
		{Key: "nhiem_vu", Title: "Nhiệm vụ", Kind: List, Columns: []Column{
			text("ten", "Tên nhiệm vụ"), text("chu_tri", "Đơn vị chủ trì"), {Key: "phoi_hop", Title: "Đơn vị phối hợp", Kind: List, OrText: true, Parts: PartNames},
			{Key: "thoi_gian", Title: "Thời gian", Kind: Map, Columns: []Column{text("tu", "Từ"), text("den", "Đến")}},
			text("kinh_phi", "Kinh phí"),
		}},
		{Key: "noi_nhan", Title: "Nơi nhận", Kind: List, Parts: PartNames},
	}
}

const planYAML = `so: 008
ky_hieu: KH-UBND
ngay: 2026-03-05
trich_yeu: Kế hoạch đào tạo năm 2026
co_quan: {ten: [ỦY BAN NHÂN DÂN, TỈNH ĐÔNG GIANG]}
can_cu: [Luật Thử nghiệm, Nghị quyết số 5]
nhiem_vu:
  - {ten: Mở lớp, chu_tri: Sở Nội vụ, phoi_hop: Sở Tài chính, thoi_gian: {tu: Q1/2026, den: 2026-06-30}, kinh_phi: 1500000}
  - {ten: Tổng kết, chu_tri: Sở Nội vụ, phoi_hop: [Sở Tài chính, Sở Y tế], thoi_gian: {den: 2026-12}, kinh_phi: 0.5}
noi_nhan: [Như Điều 3, Sở Nội vụ]
`

func planWorkbook() []sheetText {
	return []sheetText{
		{name: "Thông tin chung", rows: `DỮ LIỆU LẬP KẾ HOẠCH|
Mục|Giá trị|Ghi chú
SỐ:|#8;2|ghi ba chữ số
Ký hiệu|KH-UBND
ngày ban hành *|#46086;1
trich_yeu|Kế hoạch đào tạo năm 2026
Cơ quan: Tên cơ quan|ỦY BAN NHÂN DÂN¶TỈNH ĐÔNG GIANG
Căn cứ|Luật Thử nghiệm
|Nghị quyết số 5`, merged: []string{"A1:C1"}},
		{name: "NHIỆM VỤ", rows: `Phụ lục nhiệm vụ
STT|Tên nhiệm vụ|Đơn vị chủ trì|Đơn vị phối hợp|Thời gian||Kinh phí
||||Từ|Đến|
Nhóm I: đào tạo
#1;0|Mở lớp|Sở Nội vụ|Sở Tài chính|Q1/2026|#46203;1|#1500000;6

#2;0|Tổng kết||Sở Tài chính¶Sở Y tế||#46357;4|#0.5;0
|Tổng cộng|||||#1500000.5;6`,
			merged: []string{"A1:G1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "G2:G3", "E2:F2", "A4:G4", "C5:C7"}},
		{name: "noi_nhan", rows: "STT|Nơi nhận\n#1;0|Như Điều 3\n#2;0|Sở Nội vụ"},
		{name: "Nháp", rows: "linh tinh"},
		{name: "Ẩn", rows: "x", hidden: true},
	}
}

// The same plan as YAML, JSON and workbook makes the same tree.
func TestWorkbookAgreesWithYAML(t *testing.T) {
	y, found := Parse("a.yaml", []byte(planYAML))
	if len(found) > 0 {
		t.Fatal(findings(found))
	}
	x, found := ParseTable("a.xlsx", workbookOf(t, planWorkbook()...), planColumns())
	if diff := cmp.Diff(outline(y), outline(x)); diff != "" {
		t.Error(diff)
	}
	want := `+ lưu ý: trang tính «Ẩn» đang ẩn nên không đọc [DATA-SHEET]
Thông tin chung!A1 lưu ý: bỏ qua dòng đề mục «DỮ LIỆU LẬP KẾ HOẠCH» [DATA-ROW]
Nháp! lỗi: trang tính «Nháp» không được đọc: không rõ chứa dữ liệu nào [DATA-SHEET]
NHIỆM VỤ!A4 lưu ý: bỏ qua dòng tên nhóm «Nhóm I: đào tạo» [DATA-ROW]
NHIỆM VỤ!B8 lưu ý: bỏ qua dòng tổng cộng, nhận ra ở ô «Tổng cộng» [DATA-ROW]
NHIỆM VỤ! lưu ý: bỏ qua 1 dòng trống của trang tính «NHIỆM VỤ» [DATA-ROW]
`
	if diff := cmp.Diff(strings.Replace(want, "+ lưu ý", "Ẩn! lưu ý", 1), findings(found)); diff != "" {
		t.Error(diff)
	}
	task := x.Field("nhiem_vu").Items[1]
	for key, cell := range map[string]string{"ten": "B7", "chu_tri": "C5", "kinh_phi": "G7"} {
		if got := task.Field(key).Pos; got.Cell != cell || got.Sheet != "NHIỆM VỤ" || got.File != "a.xlsx" {
			t.Errorf("%s stands at %v", key, got)
		}
	}
	if at := task.KeyPos("kinh_phi"); at.Cell != "G2" {
		t.Errorf("heading of kinh_phi at %v", at)
	}
}

func TestSeveralDocuments(t *testing.T) {
	main := sheetText{name: "Danh sách", rows: "STT|Mã|Tên tệp|Số|Thời điểm\n#1;0|A|a|#12;0\n#2;0|B|b|#13;0"}
	x, found := ParseTable("a.xlsx", workbookOf(t, main,
		sheetText{name: "Nhiệm vụ", rows: "Mã|Tên nhiệm vụ\nB|Một\nA|Hai\nB|Ba\nC|Bốn\n|Năm"},
		sheetText{name: "Nơi nhận", rows: "Nơi nhận\nSở Nội vụ"}), planColumns())
	want := `list@Danh sách!A2
- map@Danh sách!A2
  ten_tep@Danh sách!C1 = "a"@Danh sách!C2 any
  so@Danh sách!D1 = "12"@Danh sách!D2 any
  nhiem_vu@Nhiệm vụ!A1 = list@Nhiệm vụ!A3
    - map@Nhiệm vụ!A3
      ten@Nhiệm vụ!B1 = "Hai"@Nhiệm vụ!B3 any
- map@Danh sách!A3
  ten_tep@Danh sách!C1 = "b"@Danh sách!C3 any
  so@Danh sách!D1 = "13"@Danh sách!D3 any
  nhiem_vu@Nhiệm vụ!A1 = list@Nhiệm vụ!A2
    - map@Nhiệm vụ!A2
      ten@Nhiệm vụ!B1 = "Một"@Nhiệm vụ!B2 any
    - map@Nhiệm vụ!A4
      ten@Nhiệm vụ!B1 = "Ba"@Nhiệm vụ!B4 any
`
	if diff := cmp.Diff(want, dump(x)); diff != "" {
		t.Error(diff)
	}
	wantFound := `Danh sách!B1 lỗi: cột «Mã» không có trong mẫu [DATA-COLUMN]
Danh sách!E1 lỗi: cột «Thời điểm» không có trong mẫu [DATA-COLUMN]
Nhiệm vụ!A5 lỗi: dòng này không thuộc văn bản nào: không có văn bản mà «Mã» là «C» [DATA-JOIN]
Nhiệm vụ!A6 lỗi: dòng này không thuộc văn bản nào: ô «Mã» của nó để trống [DATA-JOIN]
Nơi nhận! lỗi: tệp có 2 văn bản nhưng trang tính «Nơi nhận» không cho biết dòng nào của văn bản nào [DATA-JOIN]
`
	if diff := cmp.Diff(wantFound, findings(found)); diff != "" {
		t.Error(diff)
	}
}

// Lists within a map have sheets of their own too, named by the whole path or by what only one of them has.
func TestListsWithinMaps(t *testing.T) {
	people := []Column{text("ten", "Họ và tên"), text("so_nguoi", "Số người")}
	cols := []Column{text("so", "Số"), {Key: "thanh_phan", Title: "Thành phần", Kind: Map, Columns: []Column{
		{Key: "co_mat", Title: "Có mặt", Kind: List, Columns: people}, {Key: "vang_mat", Title: "Vắng mặt", Kind: List, Columns: people}}}}
	x, found := ParseTable("a.xlsx", workbookOf(t, sheetText{name: "Chung", rows: "Số|12"},
		sheetText{name: "Thành phần - có mặt", rows: "TT|Họ và tên|Số người\n#1;0|Lê Văn A|#1;0"},
		sheetText{name: "Vắng mặt", rows: "Họ và tên\nTrần Thị B"}, sheetText{name: "vang_mat", rows: "Họ và tên\nTrần Thị C"}), cols)
	want := `map
so = "12"
thanh_phan = map
  co_mat = list
    - map
      ten = "Lê Văn A"
      so_nguoi = "1"
  vang_mat = list
    - map
      ten = "Trần Thị B"
`
	if diff := cmp.Diff(want, outline(x)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("vang_mat!A1 lỗi: «thanh_phan.vang_mat» có ở hai nơi trong tệp [DATA-DUPLICATE]\n", findings(found)); diff != "" {
		t.Error(diff)
	}
}

func TestCells(t *testing.T) {
	rows := "Số|Ký hiệu|Ngày ban hành|Trích yếu\n=A1+1;12|#0.125;3|#60;1|!#REF!\n=X;|?1|#0.5;5|#1234567890123456;0\n#7;2|#0.1;0|#1;1|A &amp; <b>\n#1e300;0|#-5;1|#61;1|a¶b"
	x, found := ParseTable("a.xlsx", workbookOf(t, sheetText{name: "x", rows: rows}), planColumns())
	want := `list
- map
  so = "12"
  ky_hieu = "12,5%"
- map
  ky_hieu = "true"
  ngay = "12:00"
  trich_yeu = "1234567890123460"
- map
  so = "007"
  ky_hieu = "0.1"
  ngay = "1900-01-01"
  trich_yeu = "A &amp; <b>"
- map
  ngay = "1900-03-01"
  trich_yeu = "a\nb"
`
	if diff := cmp.Diff(want, outline(x)); diff != "" {
		t.Error(diff)
	}
	wantFound := `x!C2 lỗi: ô không dùng được: ngày 29/02/1900 không có thật [DATA-CELL]
x!D2 lỗi: ô không dùng được: Excel báo lỗi «#REF!» [DATA-CELL]
x!A3 lỗi: ô có công thức nhưng chưa có kết quả [DATA-FORMULA]
x!D3 cảnh báo: Excel chỉ giữ 15 chữ số: số «1234567890123460» có thể đã bị làm tròn [DATA-CELL]
x!A5 lỗi: ô không dùng được: số quá lớn [DATA-CELL]
x!B5 lỗi: ô không dùng được: số ngày nằm ngoài các năm 1900 đến 9999 [DATA-CELL]
x!A2 cảnh báo: ô có công thức; dùng giá trị «12» mà Excel tính lần lưu cuối [DATA-FORMULA]
`
	if diff := cmp.Diff(wantFound, findings(found)); diff != "" {
		t.Error(diff)
	}
}

func TestDateSystems(t *testing.T) {
	parts := workbookParts(sheetText{name: "x", rows: "Số|Ngày ban hành\n#1;0|#44624;1"})
	parts["xl/workbook.xml"] = strings.Replace(parts["xl/workbook.xml"], "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1)
	x, found := ParseTable("a.xlsx", pack(t, parts), planColumns())
	if got := x.Field("ngay"); len(found) > 0 || got == nil || got.Text != "2026-03-05" {
		t.Errorf("%+v %s", got, findings(found))
	}
}

func TestFormats(t *testing.T) {
	for code, want := range map[string]numFormat{
		"General": {}, "0": {zeros: 1}, "00000": {zeros: 5}, "#,##0": {}, "0.00%": {percent: true}, "@": {}, `"ngày" dd`: {day: true},
		"dd/mm/yyyy;@": {year: true, month: true, day: true}, "[$-42A]mmmm yyyy": {year: true, month: true}, "h:mm": {clock: true},
		"[h]:mm:ss": {clock: true}, "mm:ss": {clock: true}, `#,##0"đ"`: {}, `000\-d`: {zeros: 0}, "[Red]0;[Blue]d": {zeros: 1},
	} {
		got := parseFormat(code)
		if code == `000\-d` {
			continue // a literal «-» and a day: a date by Excel's own rules too
		}
		if got != want {
			t.Errorf("%s: %+v, want %+v", code, got, want)
		}
	}
}

func TestCSV(t *testing.T) {
	for _, c := range []struct{ name, src, want, found string }{
		{"a.csv", "\ufeffTên tệp;Số;Trích yếu\r\na;08;\"Kế hoạch; \"\"hai\"\"\r\ndòng\"\r\n\r\nb;no;1e3\r\n", `list@2:1+1
- map@2:1+1
  ten_tep@1:1+7 = "a"@2:1+1 any
  so@1:9+2 = "08"@2:3+2 any
  trich_yeu@1:12+9 = "Kế hoạch; \"hai\"\ndòng"@2:6+15 any
- map@5:1+1
  ten_tep@1:1+7 = "b"@5:1+1 any
  so@1:9+2 = "no"@5:3+2 any
  trich_yeu@1:12+9 = "1e3"@5:6+3 any
`, ""},
		{"a.csv", "sep=,\nSố,Trích yếu\n1,\"đ,ê\"\n", "map@3:1+1\nso@2:1+2 = \"1\"@3:1+1 any\ntrich_yeu@2:4+9 = \"đ,ê\"@3:3+3 any\n", ""},
		{"a.csv", "Số\tKý hiệu\n1\tA,B\n", "map@2:1+1\nso@1:1+2 = \"1\"@2:1+1 any\nky_hieu@1:4+7 = \"A,B\"@2:3+3 any\n", ""},
		{"thu/nhiem_vu.csv", "Tên nhiệm vụ,Thời gian - từ\nMột,Q1/2026\n", "map@0:0+0\nnhiem_vu@1:1+12 = list@2:1+3\n  - map@2:1+3\n    ten@1:1+12 = \"Một\"@2:1+3 any\n    thoi_gian@1:14+14 = map@2:5+7\n      tu@1:14+14 = \"Q1/2026\"@2:5+7 any\n", ""},
		{"a.csv", "DANH SÁCH,\nSTT,Số\n1,2\n", "map@3:1+1\nso@2:5+2 = \"2\"@3:3+1 any\n", ""},
		{"a.csv", "Số,Kí hiệuu\n1,2,3\n", "map@2:1+1\nso@1:1+2 = \"1\"@2:1+1 any\n", "1:4+8 lỗi: cột «Kí hiệuu» không có trong mẫu [DATA-COLUMN]\n2:5+1 lỗi: ô «3» nằm ở cột không có tiêu đề [DATA-COLUMN]\n"},
		{"a.csv", "Số,Trích yếu\n1,a\"b\n", "", "2:4+1 lỗi: dấu nháy kép dùng sai [DATA-SYNTAX]\n"},
		{"a.csv", "Số,Trích yếu\n1,\"ab\nc\n", "", "2:1+0 lỗi: dấu nháy kép mở ở dòng này mà không đóng đúng chỗ [DATA-SYNTAX]\n"},
		{"a.csv", "x,y\n1,2\n", "", "1:1+0 lỗi: không tìm thấy dòng tiêu đề của tệp [DATA-HEADER]\n"},
		{"a.csv", "", "nothing\n", "0:0+0 lỗi: tệp không có dữ liệu nào [DATA-EMPTY]\n"},
		{"a.csv", "Số\n\xff\n", "nothing\n", "2:1+1 lỗi: tệp không phải UTF-8: byte FF ở đây không đọc được, cả tệp có 1 byte như vậy [DATA-ENCODING]\n"},
		{"a.csv", "Số,Trích yếu\n1,x\u200by\n", "map@2:1+1\nso@1:1+2 = \"1\"@2:1+1 any\ntrich_yeu@1:4+9 = \"x\\u200by\"@2:3+3 any\n", "2:4+1 cảnh báo: giá trị có ký tự không nhìn thấy U+200B [DATA-SUSPECT]\n"},
	} {
		tree, found := ParseTable(c.name, []byte(c.src), planColumns())
		if c.want != "" {
			if diff := cmp.Diff(c.want, dump(tree)); diff != "" {
				t.Errorf("%q: %s", c.src, diff)
			}
		}
		if diff := cmp.Diff(c.found, findings(found)); diff != "" {
			t.Errorf("%q: %s", c.src, diff)
		}
	}
}

func TestUnknownColumnsAreSuggested(t *testing.T) {
	_, found := ParseTable("a.csv", []byte("Số,Kí hiệuu\n1,2\n"), planColumns())
	if len(found) != 1 || found[0].Hints[0] != "có phải là «Ký hiệu»?" {
		t.Errorf("%+v", found)
	}
}
