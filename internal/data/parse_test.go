package data

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// lines joins the lines of a case, so that tabs and escapes are seen.
func lines(l ...string) string { return strings.Join(l, "\n") + "\n" }

func TestTreeOfYAML(t *testing.T) {
	src := lines("# chú thích", `đầu: [Ủy ban, "nhân: dân", 'a''b']`, "so: 08", "co: no", "x: &a {k: v}", "y: *a",
		"khoi: |", "  dòng một", "   dòng hai", "", "  ba", "", "gap: >", "  một", "  hai", "dai: chữ", "  tiếp",
		"rong:", "chu: !!str 5", `"q": ~`, "ds:", "  - a", "  - b: true", "    c: 2.5", `xuong: "một\nhai"`)
	want := `map@2:1+0
đầu@2:1+3 = list@2:6+0
  - "Ủy ban"@2:7+6
  - "nhân: dân"@2:15+11
  - "a'b"@2:28+6
so@3:1+2 = "08"@3:5+2 int
co@4:1+2 = "no"@4:5+2
x@5:1+1 = map@5:7+0
  k@5:8+1 = "v"@5:11+1
y@6:1+1 = map@6:4+2
  k@5:8+1 = "v"@5:11+1
khoi@7:1+4 = "dòng một\n dòng hai\n\nba"@7:7+1 /8:3+8 /9:3+9 /10:1+0 /11:3+2
gap@13:1+3 = "một hai"@13:6+1
dai@16:1+3 = "chữ tiếp"@16:6+3
rong@18:1+4 = null@18:6+0
chu@19:1+3 = "5"@19:12+1
q@20:1+3 = null@20:6+1
ds@21:1+2 = list@22:3+0
  - "a"@22:5+1
  - map@23:5+0
    b@23:5+1 = "true"@23:8+4 bool
    c@24:5+1 = "2.5"@24:8+3 num
xuong@25:1+5 = "một\nhai"@25:8+10
`
	for name, text := range map[string]string{
		"plain": src, "windows": strings.ReplaceAll(src, "\n", "\r\n"), "old mac": strings.ReplaceAll(src, "\n", "\r"),
		"mark": "\ufeff" + src, "decomposed": decomposed(src),
	} {
		tree, found := Parse("a.yaml", []byte(text))
		if diff := cmp.Diff(want, dump(tree)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if len(found) > 0 {
			t.Errorf("%s: found %s", name, findings(found))
		}
	}
}

func TestTreeOfJSON(t *testing.T) {
	tree, found := Parse("a.json", []byte("{\n \"đầu\": [\"Ủy\", 12, 1.5e3, true, null, \"a\\nb\\r\\n\\u00e9\\ud83d\\ude00\\n\"],\n\t\"x\": {\"y\": \"\", \"z\": []}, \"w\": {}}\n"))
	want := `map@1:1+0
đầu@2:2+5 = list@2:9+0
  - "Ủy"@2:10+4
  - "12"@2:16+2 int
  - "1.5e3"@2:20+5 num
  - "true"@2:27+4 bool
  - null@2:33+4
  - "a\nb\né😀"@2:39+30 /2:40+0 /2:43+0 /2:48+0
x@3:2+3 = map@3:7+0
  y@3:8+3 = ""@3:13+2
  z@3:17+3 = list@3:22+0
w@3:27+3 = map@3:32+0
`
	if diff := cmp.Diff(want, dump(tree)+findings(found)); diff != "" {
		t.Error(diff)
	}
}

// The two notations of the same data give the same tree.
func TestYAMLAndJSONAgree(t *testing.T) {
	y, _ := Parse("a.yml", []byte(lines("so: 240", "ky:", "  - {quyen_han: TM. ỦY BAN NHÂN DÂN, ho_ten: Lê Văn A}",
		"ngay: 2025-09-11", "noi_dung: |", "  Điều 1. Một", "  Điều 2. Hai", "bo:")))
	j, _ := Parse("a.JSON", []byte(`{"so": 240, "ky": [{"quyen_han": "TM. ỦY BAN NHÂN DÂN", "ho_ten": "Lê Văn A"}],
		"ngay": "2025-09-11", "noi_dung": "Điều 1. Một\nĐiều 2. Hai\n", "bo": null}`))
	if diff := cmp.Diff(outline(y), outline(j)); diff != "" {
		t.Error(diff)
	}
}

func TestFindings(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"a.yaml", "a: b: c\n", "1:5+1 lỗi: giá trị có dấu «:» phải đặt trong dấu nháy [DATA-SYNTAX]"},
		{"a.yaml", "a:\n\tb: 1\n", "2:1+1 lỗi: đầu dòng thụt bằng phím Tab, YAML chỉ nhận dấu cách [DATA-SYNTAX]"},
		{"a.yaml", "so:240\nky: 1\n", "1:3+1 lỗi: thiếu dấu cách sau dấu hai chấm của khóa «so» [DATA-SYNTAX]"},
		{"a.yaml", "gio: 8:30\nso:2\n", "2:3+1 lỗi: thiếu dấu cách sau dấu hai chấm của khóa «so» [DATA-SYNTAX]"},
		{"a.yaml", "a: \"x\nb: 1\n", "1:4+1 lỗi: dấu nháy kép mở ở đây mà không có dấu đóng [DATA-SYNTAX]"},
		{"a.yaml", "a: 'x\nb: 1\n", "1:4+1 lỗi: dấu nháy đơn mở ở đây mà không có dấu đóng [DATA-SYNTAX]"},
		{"a.yaml", "a: [1, 2\nb: 3\n", "1:4+1 lỗi: danh sách mở bằng «[» không có dấu «]» đóng, hoặc thiếu dấu phẩy giữa các phần [DATA-SYNTAX]"},
		{"a.yaml", "a: {b: 1\n", "1:4+1 lỗi: mục mở bằng «{» không có dấu «}» đóng, hoặc thiếu dấu phẩy giữa các phần [DATA-SYNTAX]"},
		{"a.yaml", "a: 1\n b: 2\n", "2:3+1 lỗi: dòng này thụt đầu dòng không khớp với dòng phía trên [DATA-SYNTAX]"},
		{"a.yaml", "a:\n  b: 1\n c: 2\n", "3:2+1 lỗi: dòng này thụt đầu dòng không khớp với các dòng cùng cấp phía trên [DATA-SYNTAX]"},
		{"a.yaml", "- a\nb: 1\n", "2:1+1 lỗi: dòng này không thẳng hàng với các dấu «-» của danh sách phía trên [DATA-SYNTAX]"},
		{"a.yaml", "a: x\n- b\n", "2:1+1 lỗi: dấu «-» của danh sách không thẳng hàng với các dòng phía trên [DATA-SYNTAX]"},
		{"a.yaml", "a: - b\n", "1:4+1 lỗi: danh sách với dấu «-» không được viết trên cùng dòng với khóa [DATA-SYNTAX]"},
		{"a.yaml", "a: @x\n", "1:4+1 lỗi: giá trị bắt đầu bằng «@» phải đặt trong dấu nháy [DATA-SYNTAX]"},
		{"a.yaml", "a: & b\n", "1:4+1 lỗi: giá trị bắt đầu bằng «&» phải đặt trong dấu nháy [DATA-SYNTAX]"},
		{"a.yaml", "a: **đậm**\n", "1:4+1 lỗi: giá trị bắt đầu bằng «*» phải đặt trong dấu nháy [DATA-SYNTAX]"},
		{"a.yaml", "a: *mau\n", "1:4+1 lỗi: «*mau» dùng lại một mục chưa hề đặt tên [DATA-ALIAS]"},
		{"a.yaml", "a: &x\n  b: *x\n", "2:6+2 lỗi: «*x» dùng lại chính mục đang chứa nó [DATA-ALIAS]"},
		{"a.yaml", "a: 'it's'\n", "1:8+1 lỗi: có chữ đứng sau dấu nháy đóng [DATA-SYNTAX]"},
		{"a.yaml", "a: \"\\q\"\n", "1:5+1 lỗi: dấu «\\» trong nháy kép không đi với chữ này [DATA-SYNTAX]"},
		{"a.yaml", "a: }\n", "1:4+1 lỗi: chỗ này thiếu giá trị, hoặc thừa một dấu «]», «}» hay «,» [DATA-SYNTAX]"},
		{"a.yaml", "a: >x\n b\n", "1:5+1 lỗi: sau dấu «|» hoặc «>» không được viết chữ trên cùng dòng [DATA-SYNTAX]"},
		{"a.yaml", "a: 1\nb\nc: 2\n", "2:1+1 lỗi: dòng này thiếu dấu hai chấm giữa khóa và giá trị [DATA-SYNTAX]"},
		{"a.yaml", "%X\na: 1\n", "1:3+1 lỗi: dòng bắt đầu bằng «%», «---» hoặc «...» có nghĩa riêng trong YAML và không dùng được ở đây [DATA-SYNTAX]"},
		{"a.yaml", "a: 1\n---\nb: 2\n", "2:1+0 lỗi: tệp có từ hai phần dữ liệu trở lên, ngăn nhau bằng dòng «---» [DATA-DOCUMENTS]"},
		{"a.yaml", "a: &x {b: 1}\n<<: *x\n", "2:1+2 lỗi: không dùng được khóa gộp «<<» [DATA-MERGE-KEY]"},
		{"a.yaml", "a: 1\nb: 2\na: 3\na: 4\n", "3:1+1 lỗi: khóa «a» viết hai lần trong cùng một mục [DATA-DUPLICATE]\n4:1+1 lỗi: khóa «a» viết hai lần trong cùng một mục [DATA-DUPLICATE]"},
		{"a.yaml", "a\u0302: 1\nâ: 2\n", "2:1+1 lỗi: khóa «â» viết hai lần trong cùng một mục [DATA-DUPLICATE]"},
		{"a.yaml", "\"a\\u0302\": 1\nâ: 2\n", "2:1+1 lỗi: khóa «â» viết hai lần trong cùng một mục [DATA-DUPLICATE]"},
		{"a.yaml", "? [a]\n: b\n", "1:3+0 lỗi: khóa phải là chữ, không phải danh sách hay mục con [DATA-KEY]"},
		{"a.yaml", ": b\n", "1:1+0 lỗi: khóa để trống [DATA-KEY]"},
		{"a.yaml", "a: !x 1\n", "1:4+0 lỗi: không dùng được nhãn kiểu «!x» [DATA-TAG]"},
		{"a.yaml", "a: !!binary aGk=\n", "1:4+0 lỗi: không dùng được nhãn kiểu «!!binary» [DATA-TAG]"},
		{"a.yaml", "a: x\x07y\x00\n", "1:5+1 lỗi: có ký tự chuông (BEL) U+0007 trong tệp [DATA-CONTROL]\n1:7+1 lỗi: có ký tự rỗng (NUL) U+0000 trong tệp [DATA-CONTROL]"},
		{"a.yaml", "a: x\fy\nb: c: d\n", "1:5+1 lỗi: có ký tự sang trang (FF) U+000C trong tệp [DATA-CONTROL]\n2:5+1 lỗi: giá trị có dấu «:» phải đặt trong dấu nháy [DATA-SYNTAX]"},
		{"a.yaml", "a: \"\\x07\"\n", "1:4+6 lỗi: giá trị có ký tự chuông (BEL) U+0007 [DATA-CONTROL]"},
		{"a.yaml", "a: \"x\\r\"\n", "1:4+5 lỗi: giá trị có ký tự về đầu dòng (CR) U+000D [DATA-CONTROL]"},
		{"a.yaml", "a: x\u200by \u202e\nb: |\n  một\n  hai\u2063\n", "1:5+1 cảnh báo: giá trị có ký tự không nhìn thấy U+200B [DATA-SUSPECT]\n" +
			"1:8+1 cảnh báo: giá trị có ký tự không nhìn thấy U+202E, làm đảo chiều chữ [DATA-SUSPECT]\n4:6+1 cảnh báo: giá trị có ký tự không nhìn thấy U+2063 [DATA-SUSPECT]"},
		{"a.yaml", "a: \"UBN\u0110 x\u00a0y\"\nb: Ðà Nẵng\n", "1:11+1 lưu ý: giá trị có dấu cách không ngắt U+00A0 [DATA-SUSPECT]\n" +
			"2:4+1 cảnh báo: giá trị có chữ «Ð» (U+00D0) trông giống chữ «Đ» (U+0110) [DATA-SUSPECT]"},
		{"a.yaml", "sо: 1\n", "1:1+2 cảnh báo: khóa «sо» có chữ «о» (U+043E) trông giống chữ «o» (U+006F) [DATA-SUSPECT]"},
		{"a.yaml", "a: hỏng \ufffd\n", "1:9+1 lỗi: giá trị có chữ «\ufffd» (U+FFFD) thay cho một chữ đã hỏng từ trước [DATA-CONTROL]"},
		{"a.yaml", "a: hòa, hóa\nb: x hoà y\n", "2:6+3 cảnh báo: tệp dùng lẫn hai cách đặt dấu thanh: «hoà» và «hòa» [DATA-TONE]"},
		{"a.yaml", "a: hòa bình\nb: toàn quý\n", ""},
		{"a.yaml", "a: 1\nđ: Ủy\xff\xfe\n", "2:6+1 lỗi: tệp không phải UTF-8: byte FF ở đây không đọc được, cả tệp có 2 byte như vậy [DATA-ENCODING]"},
		{"a.yaml", "\xff\xfea\x00", "1:1+0 lỗi: tệp được lưu bằng bảng mã UTF-16, không phải UTF-8 [DATA-ENCODING]"},
		{"a.yaml", "a\x00:\x00 \x001\x00\n\x00", "1:1+0 lỗi: tệp được lưu bằng bảng mã UTF-16, không phải UTF-8 [DATA-ENCODING]"},
		{"a.yaml", "# x\n", "1:1+0 lỗi: tệp không có dữ liệu nào [DATA-EMPTY]"},
		{"a.yaml", "abc", "1:1+3 lỗi: tệp phải gồm các mục «khóa: giá trị» [DATA-SYNTAX]"},
		{"a.txt", "a: 1", "0:0+0 lỗi: không đọc được loại tệp «.txt» [DATA-FILE-KIND]"},
		{"a.xlsx", "PK", "0:0+0 lỗi: tệp bảng «.xlsx» chỉ đọc được khi đã biết mẫu văn bản [DATA-FILE-KIND]"},

		{"a.json", "", "1:1+0 lỗi: tệp không có dữ liệu nào [DATA-EMPTY]"},
		{"a.json", "{", "1:2+1 lỗi: tệp dừng giữa chừng [DATA-SYNTAX]"},
		{"a.json", "[[1]", "1:5+1 lỗi: tệp dừng giữa chừng: danh sách mở bằng «[» chưa đóng [DATA-SYNTAX]"},
		{"a.json", "{a:1}", "1:2+1 lỗi: khóa phải đặt trong nháy kép [DATA-SYNTAX]"},
		{"a.json", "{\"a\":1,\n}", "2:1+1 lỗi: thừa một dấu phẩy [DATA-SYNTAX]"},
		{"a.json", "[1,]", "1:4+1 lỗi: chỗ này thiếu giá trị, hoặc thừa một dấu phẩy [DATA-SYNTAX]"},
		{"a.json", "{\"đ\" 1}", "1:6+1 lỗi: thiếu dấu hai chấm sau khóa «đ» [DATA-SYNTAX]"},
		{"a.json", "{\"a\":1 \"b\":2}", "1:8+1 lỗi: thiếu dấu phẩy trước phần này [DATA-SYNTAX]"},
		{"a.json", "{\"a\":08}", "1:6+1 lỗi: «08» không phải là số viết đúng cách của JSON [DATA-SYNTAX]"},
		{"a.json", "{\"a\":'x'}", "1:6+1 lỗi: JSON không nhận nháy đơn [DATA-SYNTAX]"},
		{"a.json", "{\"a\":\"x\n\"}", "1:7+1 lỗi: dấu nháy kép mở mà không đóng trên cùng dòng [DATA-SYNTAX]"},
		{"a.json", "{\"a\":\"\\ud800x\"}", "1:7+1 lỗi: dấu «\\» không đi với chữ này [DATA-SYNTAX]"},
		{"a.json", "{\"a\":1} x", "1:9+1 lỗi: thừa nội dung sau dấu đóng cuối cùng [DATA-SYNTAX]"},
		{"a.json", "// x\n{}", "1:1+1 lỗi: JSON không có phần ghi chú [DATA-SYNTAX]"},
		{"a.json", "{\"a\":tru}", "1:6+1 lỗi: giá trị là chữ phải đặt trong nháy kép [DATA-SYNTAX]"},
		{"a.json", "{\"a\":1,\"\\u0061\":2}", "1:8+8 lỗi: khóa «a» viết hai lần trong cùng một mục [DATA-DUPLICATE]"},
		{"a.json", "{\"a\":\"\\u0000\"}", "1:6+8 lỗi: giá trị có ký tự rỗng (NUL) U+0000 [DATA-CONTROL]"},
		{"a.json", "\"x\"", "1:1+3 lỗi: tệp phải gồm các mục «khóa: giá trị» [DATA-SYNTAX]"},
	} {
		_, found := Parse(c.name, []byte(c.src))
		if diff := cmp.Diff(c.want, strings.TrimSuffix(findings(found), "\n")); diff != "" {
			t.Errorf("%q: %s", c.src, diff)
		}
	}
}

// The hint of the usual slips is the line as it should be.
func TestHints(t *testing.T) {
	for src, want := range map[string]string{
		"trich_yeu: Kế hoạch: năm 2026\n": `viết «trich_yeu: "Kế hoạch: năm 2026"»`,
		"so:240\nb: 1\n":                  "viết «so: 240»",
		"a: @x \"y\"\n":                   `viết '@x "y"'`,
	} {
		_, found := Parse("a.yaml", []byte(src))
		if len(found) != 1 || len(found[0].Hints) == 0 || found[0].Hints[0] != want {
			t.Errorf("%q: %+v, want hint %q", src, found, want)
		}
	}
}

func TestManyFindingsAreSummedUp(t *testing.T) {
	_, found := Parse("a.yaml", []byte("a: 1\n"+strings.Repeat("a: 2\n", 50)))
	if len(found) != maxSame {
		t.Fatalf("%d findings, want %d", len(found), maxSame)
	}
	notes := found[maxSame-1].Notes
	if got := notes[len(notes)-1].Message; got != "còn 30 chỗ khác cùng loại trong tệp này" {
		t.Errorf("last note %q", got)
	}
}
