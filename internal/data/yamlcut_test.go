package data

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What YAML takes from a value is told where it stands.
func TestCutValues(t *testing.T) {
	for _, c := range []struct{ what, src, want string }{
		{"figure behind the mark", "a: Phê duyệt dự án #5 năm 2026\n", "1:20+11 lỗi: giá trị dừng trước dấu «#», phần sau bị bỏ như một ghi chú: «#5 năm 2026» [DATA-COMMENT]"},
		{"in a list", "a:\n  - Dự án #5\n", "2:11+2 lỗi: giá trị dừng trước dấu «#», phần sau bị bỏ như một ghi chú: «#5» [DATA-COMMENT]"},
		{"the whole value", "so: #12\nb: 1\n", "1:5+3 lỗi: giá trị dừng trước dấu «#», phần sau bị bỏ như một ghi chú: «#12» [DATA-COMMENT]"},
		{"at the end of the second line", "a: Phê duyệt\n  dự án #5\nb: 1\n", "2:9+2 lỗi: giá trị dừng trước dấu «#», phần sau bị bỏ như một ghi chú: «#5» [DATA-COMMENT]"},
		{"a note", "a: Phê duyệt # ghi chú\nb: 1 #\nc: 2 ## hai\nd: # ghi chú\n  - e\n", ""},
		{"no comment", "a: dự án#5\nb: \"dự án #5\"\nc: 'x #y'\nd: |\n  x #y\ne: \"x\" #y\n", ""},
		{"clauses behind >", "a: >\n  1. Một\n  2. Hai\n  3. Ba\n", "3:3+6 cảnh báo: dòng «2. Hai» bị nối vào dòng trên, không còn là một dòng riêng [DATA-FOLDED]"},
		{"points of a plain text", "a: Giao\n  a) Sở Nội vụ\n  b) Sở Y tế\nb: 1\n", "2:3+12 cảnh báo: dòng «a) Sở Nội vụ» bị nối vào dòng trên, không còn là một dòng riêng [DATA-FOLDED]"},
		{"articles in quotes", "a: \"Quyết định\n  Điều 1. Một\"\n", "2:3+12 cảnh báo: dòng «Điều 1. Một\"» bị nối vào dòng trên, không còn là một dòng riêng [DATA-FOLDED]"},
		{"a table", "a: >-\n  Bảng\n  | a | b |\n", "3:3+9 cảnh báo: dòng «| a | b |» bị nối vào dòng trên, không còn là một dòng riêng [DATA-FOLDED]"},
		{"prose", "a: >\n  Một câu dài\n  đi tiếp ở đây\nb: Một câu\n  2026 và\n  Sở Y tế\nc: 'x\n  y'\n", ""},
		{"lines kept by blank lines", "a: >\n  1. Một\n\n  2. Hai\n\n    a) b\n", ""},
		{"lines kept by |", "a: |\n  1. Một\n  2. Hai\n", ""},
	} {
		_, found := Parse("a.yaml", []byte(c.src))
		if diff := cmp.Diff(c.want, strings.TrimSuffix(findings(found), "\n")); diff != "" {
			t.Errorf("%s: %s", c.what, diff)
		}
	}
}

// A bracket that opens in one item of [ ] and closes in another tells of a comma within a name.
func TestBracketsTellOfACommaInAName(t *testing.T) {
	for src, want := range map[string]string{
		"a: [Văn phòng (P.KGVX, TH), Sở A]\n":     "1:24+3 cảnh báo: dấu phẩy trong [ ] tách «TH)» thành một mục riêng [DATA-FLOW-COMMA]",
		"a: [A (B, C, D), E]\n":                   "1:11+1 cảnh báo: dấu phẩy trong [ ] tách «C» thành một mục riêng [DATA-FLOW-COMMA]\n1:14+2 cảnh báo: dấu phẩy trong [ ] tách «D)» thành một mục riêng [DATA-FLOW-COMMA]",
		"a: [Sở A (để biết), Sở B]\n":             "",
		"a: [\"Văn phòng (P.KGVX, TH)\", Sở A]\n": "",
	} {
		_, found := Parse("a.yaml", []byte(src))
		if diff := cmp.Diff(want, strings.TrimSuffix(findings(found), "\n")); diff != "" {
			t.Errorf("%q: %s", src, diff)
		}
	}
}
