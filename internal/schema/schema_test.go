package schema

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/data"
	"vanban/internal/diag"
)

const sharedText = `
$defs:
  dong: {title: Dòng chữ, type: string, minLength: 1}
  dong_hoac_cac_dong:
    oneOf:
      - {type: string, minLength: 1}
      - {type: array, minItems: 1, items: {type: string, minLength: 1}}
  thoi_gian:
    type: object
    additionalProperties: false
    x-thu-tu-ngay: [tu, den]
    properties:
      tu: {title: Từ, type: string, format: thoi_ky}
      den: {title: Đến, type: string, format: thoi_ky}
  nhiem_vu:
    title: Nhiệm vụ
    type: object
    required: [ten, chu_tri]
    additionalProperties: false
    properties:
      ten: {title: Tên nhiệm vụ, $ref: "#/$defs/dong"}
      chu_tri: {title: Đơn vị chủ trì, $ref: "#/$defs/dong"}
      phoi_hop: {title: Đơn vị phối hợp, $ref: "#/$defs/dong_hoac_cac_dong"}
      thoi_gian: {title: Thời gian, $ref: "#/$defs/thoi_gian"}
      kinh_phi: {title: Kinh phí, type: [string, integer], format: so_tien}
properties:
  ngay: {title: Ngày ban hành, type: [string, integer], format: ngay}
`

const planText = `
title: Kế hoạch
type: object
required: [ngay, nhiem_vu, co_quan]
additionalProperties: false
x-khong-truoc:
  - {truong: "nhiem_vu[].thoi_gian.den", moc: ngay}
x-tong:
  - {truong: so_nhiem_vu, dem: nhiem_vu}
  - {truong: tong_kinh_phi, dem: nhiem_vu, cong: kinh_phi}
properties:
  ngay: {$ref: "chung.schema.yaml#/properties/ngay"}
  so: {title: Số, description: số của văn bản, type: [string, integer]}
  co_quan:
    title: Cơ quan
    type: object
    required: [ten]
    additionalProperties: false
    properties:
      chu_quan: {title: Cơ quan chủ quản, type: string}
      ten: {title: Tên cơ quan, $ref: "chung.schema.yaml#/$defs/dong_hoac_cac_dong"}
  nhiem_vu:
    title: Nhiệm vụ
    oneOf:
      - {type: string, minLength: 1}
      - {type: array, minItems: 1, items: {$ref: "chung.schema.yaml#/$defs/nhiem_vu"}}
  so_nhiem_vu: {title: Số nhiệm vụ, type: [string, integer], format: so_nguyen}
  tong_kinh_phi: {title: Tổng kinh phí, type: [string, integer], format: so_tien}
  huong: {title: Hướng giấy, type: string, enum: [doc, ngang]}
  ky_hieu: {title: Ký hiệu, description: "như KH-UBND", type: string, pattern: "^[A-ZĐ]+(-[A-ZĐ]+)*$", examples: [KH-UBND]}
  gio: {title: Giờ họp, type: string, format: gio}
  so_ban: {title: Số bản, type: integer, minimum: 1, maximum: 100}
  luu: {title: Lưu, type: string, minLength: 2}
  kem: {title: Kèm theo, type: array, uniqueItems: true, maxItems: 3, items: {type: string, minLength: 1}}
  cong_khai: {title: Công khai, type: boolean}
  ty_le: {title: Tỷ lệ, type: number, exclusiveMinimum: 0, maximum: 12.5}
dependentRequired: {gio: [so_ban]}
`

func tree(t testing.TB, name, text string) *data.Node {
	t.Helper()
	n, found := data.Parse(name, []byte(text))
	if found.HasErrors() {
		t.Fatalf("%s: %+v", name, found)
	}
	return n
}

func plan(t testing.TB) *Schema {
	t.Helper()
	s, found := Compile("ke-hoach.tmpl", tree(t, "ke-hoach.yaml", planText), map[string]*data.Node{"chung.schema.yaml": tree(t, "chung.yaml", sharedText)})
	if len(found) > 0 {
		t.Fatalf("schema: %s", show(found))
	}
	return s
}

// show writes findings as the tests state them: place, id, message, then field and hints and notes.
func show(l diag.List) string {
	var b strings.Builder
	for _, d := range l {
		fmt.Fprintf(&b, "%d:%d %s %s", d.Pos.Line, d.Pos.Col, d.ID, d.Message)
		if d.Field != "" {
			fmt.Fprintf(&b, " | %s", d.Field)
		}
		for _, n := range d.Notes {
			fmt.Fprintf(&b, " | xem %d:%d %s", n.Pos.Line, n.Pos.Col, n.Message)
		}
		for _, h := range d.Hints {
			fmt.Fprintf(&b, " | %s", h)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

const good = `ngay: 2026-03-05
so: 08
co_quan: {chu_quan: "", ten: [ỦY BAN NHÂN DÂN, TỈNH ĐÔNG GIANG]}
nhiem_vu:
  - ten: Xây dựng dữ liệu
    chu_tri: Sở Nội vụ
    phoi_hop: Sở Tài chính
    thoi_gian: {tu: Q1/2026, den: Q2/2026}
    kinh_phi: 1.500.000
  - {ten: Tập huấn, chu_tri: Sở Y tế, thoi_gian: {den: "2026"}, kinh_phi: 500000}
so_nhiem_vu: 2
tong_kinh_phi: 2.000.000
huong: ngang
ky_hieu: KH-UBND
gio: 8 giờ 30
so_ban: 20
luu: VT
kem: [a, b]
cong_khai: true
ty_le: 12.5
`

func TestGoodData(t *testing.T) {
	if found := plan(t).Validate(tree(t, "a.yaml", good)); len(found) > 0 {
		t.Error(show(found))
	}
}

func TestConst(t *testing.T) {
	s, found := Compile("mau.tmpl", tree(t, "mau.yaml", "type: object\nproperties: {ban: {title: Bản, const: chinh}}\n"), nil)
	if len(found) > 0 {
		t.Fatal(show(found))
	}
	if found := s.Validate(tree(t, "a.yaml", "ban: chinh\n")); len(found) > 0 {
		t.Error(show(found))
	}
	if got := show(s.Validate(tree(t, "a.yaml", "ban: chính\n"))); !strings.Contains(got, "«chính»") || !strings.Contains(got, "chinh") {
		t.Errorf("%q does not say what is wanted", got)
	}
}

func TestFaultsOfData(t *testing.T) {
	const head = "ngay: 2026-03-05\nco_quan: {ten: Sở Nội vụ}\nnhiem_vu: một đoạn\n"
	for _, c := range []struct{ src, want string }{
		{"so: 1\nco_quan:\n  chu_quan: X\nnhiem_vu: \"\"\n", `1:1 DATA-MISSING thiếu khóa bắt buộc «ngay» | ngay (Ngày ban hành)
3:3 DATA-MISSING thiếu khóa bắt buộc «ten» | co_quan.ten (Tên cơ quan)
4:1 DATA-MISSING khóa bắt buộc «nhiem_vu» để trống | nhiem_vu (Nhiệm vụ)`},
		{"ngay:\nco_quan: {ten: ' '}\nnhiem_vu: x\n", `1:1 DATA-MISSING khóa bắt buộc «ngay» để trống | ngay (Ngày ban hành)
2:11 DATA-MISSING khóa bắt buộc «ten» để trống | co_quan.ten (Tên cơ quan)`},
		{head + "so:\nky_hieu:\n", ""},
		{head + "Huong giay: ngang\nký_hiệu: KH\nxyz: 1\n", `4:1 DATA-UNKNOWN khóa «Huong giay» không có trong mẫu | có phải là «huong» (Hướng giấy)?
5:1 DATA-UNKNOWN khóa «ký_hiệu» không có trong mẫu | có phải là «ky_hieu» (Ký hiệu)?
6:1 DATA-UNKNOWN khóa «xyz» không có trong mẫu | các khóa dùng được: ngay (Ngày ban hành), so (Số), co_quan (Cơ quan), nhiem_vu (Nhiệm vụ), so_nhiem_vu (Số nhiệm vụ), tong_kinh_phi (Tổng kinh phí), huong (Hướng giấy), ky_hieu (Ký hiệu), gio (Giờ họp), so_ban (Số bản), luu (Lưu), kem (Kèm theo) và 2 khóa khác`},
		{head + "xyz:\n", "4:1 DATA-UNKNOWN khóa «xyz» không có trong mẫu | các khóa dùng được: ngay (Ngày ban hành), so (Số), co_quan (Cơ quan), nhiem_vu (Nhiệm vụ), so_nhiem_vu (Số nhiệm vụ), tong_kinh_phi (Tổng kinh phí), huong (Hướng giấy), ky_hieu (Ký hiệu), gio (Giờ họp), so_ban (Số bản), luu (Lưu), kem (Kèm theo) và 2 khóa khác"},
		{"ngay: 2026-03-05\nco_quan: {ten: A}\nnhiem_vu:\n  - ten: A\n    chu_trii: B\n  - Tập huấn\n  -\n", `4:5 DATA-MISSING thiếu khóa bắt buộc «chu_tri» | nhiem_vu[1].chu_tri (Đơn vị chủ trì)
5:5 DATA-UNKNOWN khóa «chu_trii» không có trong mục này | nhiem_vu[1] (Nhiệm vụ) | có phải là «chu_tri» (Đơn vị chủ trì)?
6:5 DATA-TYPE cần mục có các khóa con, ở đây là chữ | nhiem_vu[2] (Nhiệm vụ) | xuống dòng, thụt vào rồi viết các khóa con: ten (Tên nhiệm vụ), chu_tri (Đơn vị chủ trì), phoi_hop (Đơn vị phối hợp), thoi_gian (Thời gian), kinh_phi (Kinh phí)
7:4 DATA-BLANK phần thứ 3 của danh sách để trống | nhiem_vu[3] (Nhiệm vụ) | viết giá trị, hoặc bỏ dấu «-» hay dấu phẩy thừa`},
		{"ngay: 2026-03-05\nco_quan: {ten: {a: b}}\nnhiem_vu: []\n", `2:16 DATA-TYPE cần danh sách hoặc chữ, ở đây là mục có các khóa con | co_quan.ten (Tên cơ quan) | viết thành một câu; câu có dấu «: » thì đặt trong dấu nháy
3:11 DATA-COUNT danh sách có 0 phần, cần ít nhất 1 | nhiem_vu (Nhiệm vụ)`},
		{head + "luu: [VT]\nkem: VT\ncong_khai: có\nso_ban: \"5\"\n", `4:6 DATA-TYPE cần chữ, ở đây là danh sách | luu (Lưu) | viết thành một dòng chữ, không có dấu «-» hay «[ ]»
5:6 DATA-TYPE cần danh sách, ở đây là chữ | kem (Kèm theo) | viết mỗi phần một dòng, bắt đầu bằng «- »
6:12 DATA-TYPE cần true hoặc false, ở đây là chữ | cong_khai (Công khai)
7:9 DATA-TYPE cần số nguyên, ở đây là chữ | so_ban (Số bản) | viết số không có dấu nháy: 5`},
		{head + "luu: 15\nso: 1e999999999\nhuong: ngnag\nky_hieu: kh\n", `4:6 DATA-TYPE cần chữ, ở đây là số | luu (Lưu) | đặt trong dấu nháy: "15"
6:8 DATA-ENUM «ngnag» không có trong các giá trị được dùng | huong (Hướng giấy) | có phải là «ngang»? | các giá trị được dùng: «doc», «ngang»
7:10 DATA-PATTERN «kh» không đúng dạng của mẫu | ky_hieu (Ký hiệu) | như KH-UBND | ví dụ: «KH-UBND»`},
		{"ngay: 30/02/2026\nco_quan: {ten: A}\nnhiem_vu: x\ngio: 25h\nso_nhiem_vu: 1,5\ntong_kinh_phi: nhiều\n", `1:7 DATA-DATE ngày «30/02/2026» không có thật | ngay (Ngày ban hành) | tháng 02/2026 có 28 ngày
4:1 DATA-MISSING có khóa «gio» thì phải có khóa «so_ban» | so_ban (Số bản)
4:6 DATA-DATE giờ «25h» không có thật | gio (Giờ họp) | giờ từ 0 đến 23
5:14 DATA-NUMBER số nguyên «1,5» có phần thập phân | so_nhiem_vu (Số nhiệm vụ) | viết số không có dấu phẩy
6:16 DATA-NUMBER số tiền «nhiều» không phải là số | tong_kinh_phi (Tổng kinh phí) | viết như 1234567,5 hoặc 1.234.567,5: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân`},
		{head + "so_ban: 0\nluu: V\nkem: [a, b, a, '']\nty_le: 13\n", `4:9 DATA-RANGE «0» quá nhỏ: phải từ 1 trở lên | so_ban (Số bản)
5:6 DATA-LENGTH «V» dài 1 chữ cái, cần ít nhất 2 | luu (Lưu)
6:6 DATA-COUNT danh sách có 4 phần, nhiều nhất là 3 | kem (Kèm theo)
6:13 DATA-REPEAT phần thứ 1 và phần thứ 3 của danh sách giống hệt nhau | kem (Kèm theo) | xem 6:7 phần giống nó ở đây | bỏ một phần
6:16 DATA-BLANK giá trị để trống | kem[4] | viết giá trị, hoặc bỏ cả khóa nếu không dùng
7:8 DATA-RANGE «13» quá lớn: nhiều nhất là 12,5 | ty_le (Tỷ lệ)`},
		{"[1, 2]", "1:1 DATA-TYPE cần mục có các khóa con, ở đây là danh sách | bỏ dấu «-» trước các khóa"},
	} {
		found := plan(t).Validate(tree(t, "a.yaml", c.src))
		if diff := cmp.Diff(c.want, strings.TrimSuffix(show(found), "\n")); diff != "" {
			t.Errorf("%s\n%s", c.src, diff)
		}
	}
}

func TestRulesBetweenFields(t *testing.T) {
	src := `ngay: 2026-03-05
co_quan: {ten: A}
nhiem_vu:
  - {ten: A, chu_tri: B, thoi_gian: {tu: Q3/2026, den: 2026-02}, kinh_phi: 1.000.000}
  - {ten: A, chu_tri: B, thoi_gian: {den: Q1/2026}, kinh_phi: 500000}
  - {ten: C, chu_tri: B, thoi_gian: {den: Q4/2025}, kinh_phi: 0}
so_nhiem_vu: 2
tong_kinh_phi: 1.400.000
`
	want := `4:56 DATA-DATE-ORDER «2026-02» kết thúc trước khi «Q3/2026» bắt đầu | nhiem_vu[1].thoi_gian.den (Đến) | xem 4:42 thời điểm bắt đầu: nhiem_vu[1].thoi_gian.tu (Từ) | xem lại hai thời điểm, có thể đã viết đổi chỗ hoặc nhầm năm
4:56 DATA-DEADLINE hạn «2026-02» sớm hơn «2026-03-05» | nhiem_vu[1].thoi_gian.den (Đến) | xem 1:7 mốc so sánh: ngay (Ngày ban hành) | xem lại năm của hạn, hoặc ngày của văn bản
6:43 DATA-DEADLINE hạn «Q4/2025» sớm hơn «2026-03-05» | nhiem_vu[3].thoi_gian.den (Đến) | xem 1:7 mốc so sánh: ngay (Ngày ban hành) | xem lại năm của hạn, hoặc ngày của văn bản
7:14 DATA-TOTAL ghi «2» nhưng số phần đếm được là 3 | so_nhiem_vu (Số nhiệm vụ) | xem 4:3 đếm ở đây: nhiem_vu (Nhiệm vụ) | sửa số đã ghi thành 3, hoặc bổ sung danh sách
8:16 DATA-TOTAL ghi «1.400.000» nhưng tổng cộng được là 1.500.000 | tong_kinh_phi (Tổng kinh phí) | xem 4:3 đếm ở đây: nhiem_vu (Nhiệm vụ) | sửa số đã ghi thành 1.500.000, hoặc bổ sung danh sách
`
	if diff := cmp.Diff(want, show(plan(t).Validate(tree(t, "a.yaml", src)))); diff != "" {
		t.Error(diff)
	}
}

// A file of another kind, with very many keys, is told of once and without delay.
func TestManyUnknownKeys(t *testing.T) {
	var b strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&b, "k%d: 1\n", i)
	}
	found := plan(t).Validate(tree(t, "a.yaml", b.String()))
	if len(found) != 3+maxUnknown+1 {
		t.Fatalf("%d findings", len(found))
	}
	if last := found[len(found)-1]; last.Message != "còn 99900 khóa nữa không có trong mẫu" || last.Pos.Line != maxUnknown+1 {
		t.Errorf("last: %+v", last)
	}
}

// Items without the figure count as the rule says, or leave the sum unknown.
func TestItemsWithoutFigure(t *testing.T) {
	for rule, want := range map[string]string{
		"cong: n, thieu: 1": "1:5 DATA-TOTAL ghi «2» nhưng tổng cộng được là 1.000 | so | xem 2:5 đếm ở đây: ds | sửa số đã ghi thành 1.000, hoặc bổ sung danh sách\n",
		"cong: n":           "",
	} {
		s, found := Compile("a.tmpl", tree(t, "a.yaml", "type: object\nx-tong: [{truong: so, dem: ds, "+rule+"}]\nproperties:\n  so: {type: integer}\n"+
			"  ds: {type: array, items: {type: object, properties: {n: {type: integer}}}}\n"), nil)
		if len(found) > 0 {
			t.Fatal(show(found))
		}
		if diff := cmp.Diff(want, show(s.Validate(tree(t, "d.yaml", "so: 2\nds: [{n: 999}, {n: }]\n")))); diff != "" {
			t.Errorf("%s: %s", rule, diff)
		}
	}
}

// A cell of a CSV file has no look of its own: it counts as what the schema asks for.
func TestCellsCountAsAsked(t *testing.T) {
	doc := tree(t, "a.yaml", good)
	for i := range doc.Fields {
		if v := doc.Fields[i].Value; v.Kind == data.Text {
			v.Tag = data.TagAny
		}
	}
	if found := plan(t).Validate(doc); len(found) > 0 {
		t.Error(show(found))
	}
	doc.Field("so_ban").Text = "hai mươi"
	if diff := cmp.Diff("16:9 DATA-TYPE cần số nguyên, ở đây là chữ | so_ban (Số bản) | viết bằng chữ số, không có dấu ngăn hàng nghìn\n",
		show(plan(t).Validate(doc))); diff != "" {
		t.Error(diff)
	}
}

func BenchmarkValidate(b *testing.B) {
	s := plan(b)
	doc := tree(b, "a.yaml", good)
	for b.Loop() {
		s.Validate(doc)
	}
}
