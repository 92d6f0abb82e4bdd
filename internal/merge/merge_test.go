package merge_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/merge"
)

// planSchema declares a plan much as a real template does.
const planSchema = `{properties: {họp: {type: string}, trich_yeu: {type: string, title: Trích yếu}, so: {type: string}, so_hoa: {type: string}, mat: {type: boolean}, ghi_chu: {type: string}, noi_nhan: {type: array, items: {type: string}}, ten: {anyOf: [{type: string}, {type: array, items: {type: string}}]}, nhiem_vu: {type: array, items: {type: object, properties: {ten: {type: string}, chu_tri: {type: string, title: Đơn vị chủ trì}, phoi_hop: {type: array, items: {type: string}}, thoi_gian: {type: object, properties: {tu: {type: string}, den: {type: string}}}}}}}}`

func TestRun(t *testing.T) {
	for _, c := range []struct{ name, body, data, want string }{
		{"text", "V/v {{ .trich_yeu }}.\n", "trich_yeu: tập huấn", "V/v tập huấn.\n"},
		{"absent is false", "{{ if .ghi_chu }}có{{ else }}không{{ end }}", "so: 1", "không"},
		{"empty is absent", "{{ if .ghi_chu }}có{{ else }}không{{ end }}", "ghi_chu: ''", "không"},
		{"blank is absent", "{{ if .ghi_chu }}có{{ else }}không{{ end }}", "ghi_chu: '  '", "không"},
		{"keys of an absent map are absent", "{{ range .nhiem_vu }}{{ if .thoi_gian.tu }}có{{ else }}không{{ end }}{{ end }}", "nhiem_vu: [{ten: a}]", "không"},
		{"an empty result is absent", "{{ if bo_cham .so }}có{{ else }}không{{ end }}", "so: .;", "không"},
		{"zero is present", "{{ if .so }}{{ .so }}{{ end }}", "so: 0", "0"},
		{"text stays as written", "{{ .so }} {{ .ghi_chu }} {{ .trich_yeu }}", "so: 08\nghi_chu: 1e3\ntrich_yeu: no", "08 1e3 no"},
		{"a truth value", "{{ if .mat }}MẬT{{ end }}", "mat: true", "MẬT"},
		{"a false truth value", "{{ if .mat }}MẬT{{ else }}thường{{ end }}", "mat: false", "thường"},
		{"range, index and with", "{{ range $i, $n := .nhiem_vu }}{{ cong $i 1 }}={{ with $n.thoi_gian }}{{ .tu }}{{ else }}?{{ end }} {{ end }}", "nhiem_vu: [{ten: a, thoi_gian: {tu: x}}, {ten: b}]", "1=x 2=? "},
		{"range over an absent list", "{{ range .noi_nhan }}x{{ else }}trống{{ end }}", "so: 1", "trống"},
		{"range over one text in the place of a list", "{{ range .ten }}[{{ . }}]{{ end }}", "ten: UBND", "[UBND]"},
		{"range over a map in the order of the data", "{{ range .nhiem_vu }}{{ range $k, $v := .thoi_gian }}{{ $k }}={{ $v }} {{ end }}{{ end }}", "nhiem_vu: [{thoi_gian: {tu: b, den: a}}]", "tu=b den=a "},
		{"break and continue", "{{ range .noi_nhan }}{{ if eq . \"b\" }}{{ continue }}{{ end }}{{ if eq . \"d\" }}{{ break }}{{ end }}{{ . }}{{ end }}", "noi_nhan: [a, b, c, d, e]", "ac"},
		{"and stops early", "{{ if and .ghi_chu (eq (ngay .ghi_chu) \"x\") }}a{{ else }}b{{ end }}", "so: 1", "b"},
		{"or takes the first present", "{{ or .ghi_chu .trich_yeu }}", "trich_yeu: x", "x"},
		{"or behind a pipe", "{{ if .ghi_chu | or .so_hoa }}a{{ else }}b{{ end }}", "so: 1", "b"},
		{"variables", "{{ $x := .so }}{{ $x = .trich_yeu }}{{ $x }}", "so: 1\ntrich_yeu: y", "y"},
		{"a variable of if", "{{ if $x := .so }}{{ $x }}{{ end }}", "so: 1", "1"},
		{"definitions", "{{ define \"m\" }}<{{ .ten }}>{{ end }}{{ range .nhiem_vu }}{{ template \"m\" . }}{{ end }}", "nhiem_vu: [{ten: a}, {ten: b}]", "<a><b>"},
		{"control lines vanish", "{{ range .noi_nhan }}\n- {{ . }};\n{{ end }}\nhết\n", "noi_nhan: [a, b]", "- a;\n- b;\nhết\n"},
		{"pipes", "{{ .trich_yeu | hoa | printf \"%s!\" }}", "trich_yeu: đ", "Đ!"},
		{"fields of a call", "{{ (index .nhiem_vu 0).thoi_gian.tu }}", "nhiem_vu: [{thoi_gian: {tu: x}}]", "x"},
		{"a key in decomposed letters", "{{ .ho\u0323p }}", "họp: a", "a"},
		{"decomposed data", "{{ .trich_yeu }}", "trich_yeu: \"ho\u0323p\"", "họp"},
		{"a last line feed is dropped", "[{{ van_ban .trich_yeu }}]", "trich_yeu: |\n  a\n  b\n", "[a\nb]"},
		{"group and sort", "{{ range gop .nhiem_vu \"chu_tri\" }}{{ .khoa }}: {{ va (sap_xep (cot .muc \"ten\")) }}. {{ end }}", "nhiem_vu: [{ten: b, chu_tri: X}, {ten: c, chu_tri: Y}, {ten: a, chu_tri: X}]", "X: a và b. Y: c. "},
		{"units of all tasks", "{{ noi (uniq (concat (cot .nhiem_vu \"chu_tri\") (cot .nhiem_vu \"phoi_hop\"))) \", \" }}", "nhiem_vu: [{chu_tri: X, phoi_hop: [Y, Z]}, {chu_tri: Y}]", "X, Y, Z"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, findings := run(t, planSchema, c.body, c.data, merge.Options{})
			if findings != "" {
				t.Fatal(findings)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// TestFindings has one case for each finding of this package. Body lines count from headLines+1.
func TestFindings(t *testing.T) {
	for _, c := range []struct{ name, body, data, want string }{
		{"every missing value of one run", "{{ .trich_yeu }}\n{{ range .nhiem_vu }}\n{{ .ten }}: {{ .chu_tri }}\n{{ end }}\n", "nhiem_vu:\n  - ten: a\n  - chu_tri: b\n",
			"du-lieu.yaml:1:1 MERGE-MISSING thiếu «trich_yeu» | trường trich_yeu (Trích yếu) | xem thu.tmpl:8:4 mẫu in giá trị này ở đây | gợi ý ghi giá trị cho khóa «trich_yeu»\n" +
				"du-lieu.yaml:2:5 MERGE-MISSING thiếu «nhiem_vu[1].chu_tri» | trường nhiem_vu[1].chu_tri (Đơn vị chủ trì) | xem thu.tmpl:10:16 mẫu in giá trị này ở đây | gợi ý ghi giá trị cho khóa «chu_tri»\n" +
				"du-lieu.yaml:3:5 MERGE-MISSING thiếu «nhiem_vu[2].ten» | trường nhiem_vu[2].ten | xem thu.tmpl:10:4 mẫu in giá trị này ở đây | gợi ý ghi giá trị cho khóa «ten»"},
		{"missing through functions", "{{ hoa .trich_yeu }}{{ .trich_yeu }}", "so: 1",
			"du-lieu.yaml:1:1 MERGE-MISSING thiếu «trich_yeu» | trường trich_yeu (Trích yếu) | xem thu.tmpl:8:4 mẫu in giá trị này ở đây | gợi ý ghi giá trị cho khóa «trich_yeu»"},
		{"missing in a comparison that cannot do without", "{{ if lt .so 5 }}a{{ end }}", "trich_yeu: a",
			"du-lieu.yaml:1:1 MERGE-MISSING thiếu «so» | trường so | xem thu.tmpl:8:7 mẫu in giá trị này ở đây | gợi ý ghi giá trị cho khóa «so»"},
		{"missing inside a list", "{{ noi .noi_nhan \", \" }}", "noi_nhan: [a, '']",
			"du-lieu.yaml:1:15 MERGE-MISSING thiếu «noi_nhan[2]» | trường noi_nhan[2] | xem thu.tmpl:8:4 mẫu in giá trị này ở đây"},
		{"key of a function's map", "{{ range cac_quy \"2026\" \"2026\" }}{{ .tenn }}{{ break }}{{ end }}", "so: 1",
			"thu.tmpl:8:37 MERGE-KEY mẫu dùng khóa «tenn» mà không đâu khai báo | gợi ý có phải «ten»?"},
		{"key of a text", "{{ (hoa .so).x }}", "so: a",
			"du-lieu.yaml:1:5 MERGE-NO-KEYS không lấy được khóa «x»: giá trị ở đây là chữ hoặc số | trường so | xem thu.tmpl:8:13 chỗ dùng giá trị này trong mẫu"},
		{"printing a list, a map and a truth value", "{{ .noi_nhan }}{{ index .nhiem_vu 0 }}{{ .mat }}", "noi_nhan: [a]\nnhiem_vu: [{ten: a}]\nmat: true",
			"du-lieu.yaml:1:11 MERGE-PRINT danh sách thì không in thẳng được | trường noi_nhan | xem thu.tmpl:8:4 chỗ dùng giá trị này trong mẫu | gợi ý dùng «range» để in từng mục, hoặc hàm «va», «noi»\n" +
				"du-lieu.yaml:2:12 MERGE-PRINT nhóm khóa thì không in thẳng được | trường nhiem_vu[1] | xem thu.tmpl:8:19 chỗ dùng giá trị này trong mẫu | gợi ý in từng khóa bên trong\n" +
				"thu.tmpl:8:42 MERGE-PRINT giá trị có/không thì không in được | gợi ý dùng «if» để chọn chữ cần in"},
		{"range over a truth value", "{{ range not .so }}{{ end }}", "so: 1", "thu.tmpl:8:10 MERGE-RANGE «range» chỉ lặp được qua danh sách"},
		{"nothing left of a value", "{{ bo_cham .so }}", "so: ' .;'",
			"du-lieu.yaml:1:5 MERGE-EMPTY không còn chữ nào để in sau khi xử lý giá trị này | trường so | xem thu.tmpl:8:4 chỗ dùng giá trị này trong mẫu"},
		{"a function and its value", "{{ .ghi_chu | hoa | ngay }}\n{{ la_ma .so }}{{ tien .trich_yeu }}", "ghi_chu: hôm qua\nso: '4.0'\ntrich_yeu: x",
			"du-lieu.yaml:1:10 MERGE-FUNCTION hàm «ngay»: «HÔM QUA»: không phải ngày tháng | trường ghi_chu | xem thu.tmpl:8:21 chỗ dùng giá trị này trong mẫu | gợi ý viết như 11/9/2025 hoặc 2025-09-11; khi chưa có ngày thì 9/2025 hoặc 2025-09\n" +
				"du-lieu.yaml:2:5 MERGE-FUNCTION hàm «la_ma»: «4.0» không phải số nguyên | trường so | xem thu.tmpl:9:4 chỗ dùng giá trị này trong mẫu | gợi ý chỉ viết chữ số, không có dấu chấm, dấu phẩy\n" +
				"du-lieu.yaml:3:12 MERGE-FUNCTION hàm «tien»: «x»: không phải là số | trường trich_yeu (Trích yếu) | xem thu.tmpl:9:19 chỗ dùng giá trị này trong mẫu | gợi ý viết như 1234567,5 hoặc 1.234.567,5: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân"},
		{"arithmetic past its limits", "{{ chia 1 0 }}{{ nhan 9000000000 9000000000 }}", "so: 1",
			"thu.tmpl:8:4 MERGE-FUNCTION hàm «chia»: không chia được 1 cho 0\nthu.tmpl:8:18 MERGE-FUNCTION hàm «nhan»: kết quả vượt quá số nguyên lớn nhất"},
		{"what the template checks", "{{ range .nhiem_vu }}\n{{ if not .chu_tri }}\n{{ loi . \"nhiệm vụ «\" .ten \"» chưa có đơn vị chủ trì\" }}\n{{ canh_bao .ten \"xem lại\" }}\n{{ end }}\n{{ end }}\n{{ loi \"\" \"chung\" }}", "nhiem_vu:\n  - ten: a\n",
			"du-lieu.yaml:2:5 MERGE-TEMPLATE-ERROR nhiệm vụ «a» chưa có đơn vị chủ trì | trường nhiem_vu[1]\n" +
				"du-lieu.yaml:2:10 MERGE-TEMPLATE-WARNING xem lại | trường nhiem_vu[1].ten\n" +
				"thu.tmpl:14:4 MERGE-TEMPLATE-ERROR chung"},
		{"groups that hold each other", "{{ noi (mo_rong .noi_nhan (list (dict \"ten\" \"a\" \"gom\" (list \"b\")) (dict \"ten\" \"b\" \"gom\" (list \"a\")))) \",\" }}", "noi_nhan: [a]",
			"du-lieu.yaml:1:11 MERGE-FUNCTION hàm «mo_rong»: các nhóm trong danh bạ gồm lẫn nhau: a → b → a | trường noi_nhan | xem thu.tmpl:8:9 chỗ dùng giá trị này trong mẫu | gợi ý bỏ một trong các nhóm đó ra khỏi nhóm kia"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, findings := run(t, planSchema, c.body, c.data, merge.Options{})
			if diff := cmp.Diff(c.want, findings); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// TestNothingWithFindings checks that text with a gap is only given as a draft, and marks the gap.
func TestNothingWithFindings(t *testing.T) {
	body, facts := "Số {{ .so }}: {{ .trich_yeu }}, {{ hoa .ghi_chu }}", "so: 5"
	if got, findings := run(t, planSchema, body, facts, merge.Options{}); got != "" || findings == "" {
		t.Errorf("got %q with findings %q", got, findings)
	}
	got, findings := run(t, planSchema, body, facts, merge.Options{Draft: true})
	if want := "Số 5: [thiếu: trich_yeu], [thiếu: ghi_chu]"; got != want || strings.Count(findings, "MERGE-MISSING") != 2 {
		t.Errorf("draft %q with findings %s", got, findings)
	}
	if got, findings := run(t, planSchema, "{{ canh_bao .so \"xem lại\" }}a", facts, merge.Options{}); got != "a" || findings == "" {
		t.Errorf("a warning should not hold the text back: %q, %s", got, findings)
	}
}

// TestDraftMarks shows how gaps are marked.
func TestDraftMarks(t *testing.T) {
	got, _ := run(t, planSchema, "{{ range .nhiem_vu }}{{ .chu_tri }} {{ ngay .ten }}{{ end }}", "nhiem_vu: [{ten: x}]", merge.Options{Draft: true})
	if want := "[thiếu: chu_tri] [lỗi: ngay]"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestRefusedValues hands over what the reader of data would have refused.
func TestRefusedValues(t *testing.T) {
	tm := parse(t, planSchema, "{{ .trich_yeu }}{{ if .mat }}{{ end }}")
	at := func(line int) diag.Pos { return diag.Pos{File: "d.yaml", Line: line, Col: 1} }
	doc := &data.Node{Kind: data.Map, Pos: at(1), Fields: []data.Field{
		{Key: "trich_yeu", Value: &data.Node{Kind: data.Text, Text: "a\fb\x00", Pos: at(1)}},
		{Key: "mat", Value: &data.Node{Kind: data.Text, Text: "chưa rõ", Pos: at(2)}},
	}}
	m, list := merge.Run(tm, doc, toy(), merge.Options{})
	want := "d.yaml:1:1 MERGE-CONTROL giá trị chứa ký tự điều khiển U+000C | trường trich_yeu (Trích yếu) | gợi ý xóa ký tự đó\n" +
		"d.yaml:2:1 MERGE-BOOL «chưa rõ» không nói rõ có hay không | trường mat | gợi ý viết true hoặc false"
	if diff := cmp.Diff(want, show(list)); diff != "" || m != nil {
		t.Error(diff)
	}
}

// TestManyFindings checks that a template cannot fill the memory with findings.
func TestManyFindings(t *testing.T) {
	_, findings := run(t, planSchema, "{{ range $i := 100000 }}{{ loi \"\" $i }}{{ end }}", "so: 1", merge.Options{})
	if n := strings.Count(findings, "\n") + 1; n > 1010 || !strings.Contains(findings, merge.IDLimit) {
		t.Errorf("%d findings", n)
	}
}

func TestEscaping(t *testing.T) {
	const body = "{{ .trich_yeu }}\n"
	for _, c := range []struct{ name, body, data, want string }{
		{"clause", body, "trich_yeu: 1. x", "\\1. x\n"},
		{"item", body, "trich_yeu: '- x'", "\\- x\n"},
		{"article", body, "trich_yeu: Điều 1. x", "\\Điều 1. x\n"},
		{"row", body, "trich_yeu: '| a | b |'", "\\| a \\| b \\|\n"},
		{"block", body, "trich_yeu: ':::bang'", "\\:::bang\n"},
		{"bold", body, "trich_yeu: '**x**'", "\\*\\*x\\*\\*\n"},
		{"backslash", body, "trich_yeu: 'a\\b'", "a\\\\b\n"},
		{"ampersand and angles", body, "trich_yeu: 'a & <b> \"c\"'", "a & <b> \"c\"\n"},
		{"line breaks", body, "trich_yeu: |\n  a\n  1. b\n  - c\n", "a\\\n\\1. b\\\n\\- c\n"},
		{"indented", "  {{ .trich_yeu }}\n", "trich_yeu: 1. x", "  \\1. x\n"},
		{"data made of two values", "{{ .so }}{{ .trich_yeu }}\n", "so: 1\ntrich_yeu: '. x'", "\\1. x\n"},
		{"not at the start of a line", "Về {{ .trich_yeu }}\n", "trich_yeu: 1. x", "Về 1. x\n"},
		{"plain text", body, "trich_yeu: chữ thường", "chữ thường\n"},
		{"through functions", "{{ hoa_dau .trich_yeu }}\n{{ print .trich_yeu }}\n{{ noi (list .trich_yeu) \"\" }}\n{{ replace \"y\" \"z\" .trich_yeu }}\n{{ range tach .trich_yeu \";\" }}\n{{ . }}\n{{ end }}", "trich_yeu: 1. x",
			"\\1. x\n\\1. x\n\\1. x\n\\1. x\n\\1. x\n"},
		{"through groups, columns and sorting", "{{ range gop (sap_xep .nhiem_vu \"ten\") \"ten\" }}\n{{ .khoa }}\n{{ end }}\n{{ first (cot .nhiem_vu \"ten\") }}\n", "nhiem_vu: [{ten: 1. x}]", "\\1. x\n\\1. x\n"},
		{"through variables and definitions", "{{ define \"k\" }}{{ . }}{{ end }}{{ $x := .trich_yeu }}{{ template \"k\" $x }}\n", "trich_yeu: '- x'", "\\- x\n"},
		{"official text", "{{ van_ban .trich_yeu }}\n", "trich_yeu: |\n  1. a **b**\n  - c\n", "1. a **b**\n- c\n"},
		{"official text through a function is data again", "{{ hoa_dau (van_ban .trich_yeu) }}\n", "trich_yeu: 1. x", "\\1. x\n"},
		{"the template's own structure", "{{ cong 1 1 }}. {{ .trich_yeu }}\n{{ chu_cai 1 }}) a\n{{ print \"- \" \"b\" }}\n{{ cong (dem .noi_nhan) 1 }}. c\n", "trich_yeu: x\nnoi_nhan: [a]", "2. x\na) a\n- b\n2. c\n"},
		{"a key of the data", "{{ range .nhiem_vu }}{{ range $k, $v := .thoi_gian }}{{ $k }}{{ end }}{{ end }}\n", "nhiem_vu: [{thoi_gian: {'- a': b}}]", "\\- a\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, findings := run(t, planSchema, c.body, c.data, merge.Options{})
			if findings != "" {
				t.Fatal(findings)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// TestLimits tries to exceed each limit; the run must end with one finding about it.
func TestLimits(t *testing.T) {
	deep := "{{ define \"k\" }}{{ template \"k\" . }}{{ end }}{{ template \"k\" . }}"
	for _, c := range []struct {
		name, body string
		limits     merge.Limits
	}{
		{"depth", deep, merge.Limits{}},
		{"steps in nested loops", strings.Repeat("{{ range 1000000000 }}", 4) + strings.Repeat("{{ end }}", 4), merge.Limits{Steps: 20_000}},
		{"steps in functions", "{{ range 1000 }}{{ $x := list 1 2 3 }}{{ end }}", merge.Limits{Steps: 1000}},
		{"output", "{{ range 100000 }}{{ .trich_yeu }}{{ end }}", merge.Limits{Output: 10_000}},
		{"output of the template's own text", "{{ range 100000 }}chữ chữ chữ{{ end }}", merge.Limits{Output: 10_000}},
		{"text that doubles", "{{ $x := \"aaaaaaaaaa\" }}{{ range 100 }}{{ $x = replace \"a\" $x $x }}{{ end }}", merge.Limits{}},
		{"text that is joined", "{{ $x := .trich_yeu }}{{ range 100 }}{{ $x = print $x $x }}{{ end }}", merge.Limits{}},
		{"list that doubles", "{{ $x := list 1 }}{{ range 100 }}{{ $x = concat $x $x }}{{ end }}", merge.Limits{}},
		{"what functions build", "{{ $x := hoa .trich_yeu }}{{ range 15 }}{{ $x = print $x $x }}{{ end }}{{ range 100000 }}{{ $y := hoa $x }}{{ end }}", merge.Limits{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, findings := run(t, planSchema, c.body, "trich_yeu: chữ chữ", merge.Options{Draft: true, Limits: c.limits})
			first, _, _ := strings.Cut(findings, "\n")
			if !strings.Contains(first, merge.IDLimit) && !strings.Contains(first, "dài quá") {
				t.Errorf("got %d bytes, findings %q", len(got), findings)
			}
			if len(findings) > 2000 {
				t.Errorf("too many findings: %s", findings[:2000])
			}
		})
	}
}

// TestOrigin looks up where characters of the text came from.
func TestOrigin(t *testing.T) {
	body := "Về việc {{ .trich_yeu }}\n{{ range .nhiem_vu }}\n{{ if .ten }}\n- {{ template \"m\" . }};\n{{ end }}\n{{ end }}\n{{ van_ban .ghi_chu }}\nhết\n{{ define \"m\" }}{{ hoa .chu_tri }}, {{ .ten }}{{ end }}\n"
	facts := "trich_yeu: '1. a|bc'\nnhiem_vu:\n  - ten: dự án\n    chu_tri: sở\n  - ten: đề án\n    chu_tri: ban\nghi_chu: |\n  1. một\n  2. hai\n"
	m, list := merge.Run(parse(t, planSchema, body), parseData(t, facts), toy(), merge.Options{})
	if len(list) > 0 {
		t.Fatal(show(list))
	}
	lines := strings.Split(m.Text, "\n")
	for _, c := range []struct {
		line           int
		at             string // the characters looked up, the first of their kind in the line
		template, data string
	}{
		{1, "Về", "thu.tmpl:8:1", ""},
		{1, "việc", "thu.tmpl:8:4", ""},
		{1, "1. a", "thu.tmpl:8:12", "du-lieu.yaml:1:13"},
		{1, "bc", "thu.tmpl:8:12", "du-lieu.yaml:1:18"},
		{2, "- ", "thu.tmpl:11:1", ""},
		{2, "SỞ", "thu.tmpl:16:20", "du-lieu.yaml:4:14"},
		{2, ", ", "thu.tmpl:16:35", ""},
		{2, "án", "thu.tmpl:16:40", "du-lieu.yaml:3:13"},
		{2, ";", "thu.tmpl:11:23", ""},
		{3, "đề", "thu.tmpl:16:40", "du-lieu.yaml:5:10"},
		{4, "1. một", "thu.tmpl:14:4", "du-lieu.yaml:8:3"},
		{5, "hai", "thu.tmpl:14:4", "du-lieu.yaml:9:6"},
		{6, "hết", "thu.tmpl:15:1", ""},
	} {
		before, _, found := strings.Cut(lines[c.line-1], c.at)
		if !found {
			t.Fatalf("no %q in line %d of\n%s", c.at, c.line, m.Text)
		}
		o := m.Origin(c.line, 1+len([]rune(before)))
		if o.Template.String() != c.template || o.Data.String() != c.data || o.FromData != (c.data != "") {
			t.Errorf("line %d %q: template %s, data %s; want %s, %s", c.line, c.at, o.Template, o.Data, c.template, c.data)
		}
	}
	for _, c := range [][2]int{{0, 1}, {1, 0}, {99, 1}} {
		if o := m.Origin(c[0], c[1]); o != (merge.Origin{}) {
			t.Errorf("Origin(%d, %d) = %+v", c[0], c[1], o)
		}
	}
}

// TestRunSideBySide checks that a template is not changed by running it, nor its runs by each other.
func TestRunSideBySide(t *testing.T) {
	tm := parse(t, planSchema, "{{ range .noi_nhan }}{{ . }};{{ end }}")
	doc := parseData(t, "noi_nhan: [a, b]")
	done := make(chan string)
	for range 8 {
		go func() {
			m, _ := merge.Run(tm, doc, toy(), merge.Options{})
			done <- m.Text
		}()
	}
	for range 8 {
		if got := <-done; got != "a;b;" {
			t.Errorf("got %q", got)
		}
	}
}
