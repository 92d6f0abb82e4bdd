package diag

import (
	"strings"
	"testing"
)

func TestSorted(t *testing.T) {
	l := List{
		{ID: "B", Pos: Pos{File: "b.yaml", Line: 1, Col: 1}},
		{ID: "A", Pos: Pos{File: "a.yaml", Line: 10, Col: 1}, Message: "mười"},
		{ID: "A", Pos: Pos{File: "a.yaml", Line: 2, Col: 5}},
		{ID: "A", Pos: Pos{File: "a.yaml", Line: 10, Col: 1}, Message: "mười"},
		{ID: "C", Pos: Pos{File: "a.xlsx", Sheet: "Nhiệm vụ", Cell: "AA2"}},
		{ID: "C", Pos: Pos{File: "a.xlsx", Sheet: "Nhiệm vụ", Cell: "B10"}},
		{ID: "C", Pos: Pos{File: "a.xlsx", Sheet: "Nhiệm vụ", Cell: "C9"}},
		{ID: "D", Pos: Pos{File: "a.docx", Line: 12, Place: "bảng 1, hàng 2, cột 1"}},
		{ID: "D", Pos: Pos{File: "a.docx", Line: 9, Place: "đoạn 9"}},
	}
	var got []string
	for _, d := range l.Sorted() {
		got = append(got, d.Pos.String())
	}
	want := "a.docx: đoạn 9 a.docx: bảng 1, hàng 2, cột 1 a.xlsx!Nhiệm vụ!AA2 a.xlsx!Nhiệm vụ!C9 a.xlsx!Nhiệm vụ!B10 a.yaml:2:5 a.yaml:10:1 b.yaml:1:1"
	if strings.Join(got, " ") != want {
		t.Errorf("sorted:\n%s\nwant:\n%s", strings.Join(got, " "), want)
	}
}

func TestPrint(t *testing.T) {
	findings := List{{
		ID: "DATA-DATE", Severity: Error, Pos: Pos{File: "giay-moi.yaml", Line: 12, Col: 12, Len: 10},
		Message: "thời gian «30/02/2026» không có thật", Field: "thoi_gian (Thời gian)",
		Notes: []Note{{Pos{File: "m.tmpl", Line: 9}, "mẫu in ở đây"}, {Message: "không có chỗ"}},
		Hints: []string{"tháng 02/2026 có 28 ngày"}, Clause: "Phụ lục I, mục II.4",
	}}
	var out strings.Builder
	line := func(file string, n int) (string, bool) {
		return "thoi_gian: 30/02/2026 8:00\x1b[31m", file == "giay-moi.yaml"
	}
	if err := Print(&out, findings, line); err != nil {
		t.Fatal(err)
	}
	want := `giay-moi.yaml:12:12: lỗi: thời gian «30/02/2026» không có thật [DATA-DATE]
    12 | thoi_gian: 30/02/2026 8:00` + "\uFFFD" + `[31m
       |            ^^^^^^^^^^
  trường: thoi_gian (Thời gian)
  xem: m.tmpl:9: mẫu in ở đây
  xem: không có chỗ
  gợi ý: tháng 02/2026 có 28 ngày
  quy định: Phụ lục I, mục II.4
`
	if out.String() != want {
		t.Errorf("printed:\n%s\nwant:\n%s", out.String(), want)
	}
}

func TestPrintLongLine(t *testing.T) {
	findings := List{{ID: "X", Pos: Pos{File: "f", Line: 1, Col: 5000, Len: 3}, Message: "m"}}
	var out strings.Builder
	text := strings.Repeat("ă", 4999) + "đây" + strings.Repeat("x", 5000)
	if err := Print(&out, findings, func(string, int) (string, bool) { return text, true }); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(out.String(), "\n")
	shown, mark := []rune(lines[1]), []rune(lines[2])
	at := strings.IndexRune(lines[2], '^')
	if len(shown) > 140 || string(shown[at:at+3]) != "đây" || string(mark[at:at+3]) != "^^^" {
		t.Errorf("the offending part is not the one marked:\n%s\n%s", lines[1], lines[2])
	}
}

func TestHasErrors(t *testing.T) {
	if (List{{Severity: Warning}}).HasErrors() || !(List{{Severity: Warning}, {Severity: Error}}).HasErrors() {
		t.Error("HasErrors counts something other than errors")
	}
}

func TestPrintKeepsControlCharactersBack(t *testing.T) {
	hostile := "a\x1b[2Jb\nlỗi: bịa\u202e"
	d := Diagnostic{ID: "X", Severity: Error, Pos: Pos{File: hostile}, Message: hostile, Field: hostile,
		Notes: []Note{{Message: hostile}, {Pos: Pos{File: hostile}, Message: hostile}}, Hints: []string{hostile}, Clause: hostile}
	var b strings.Builder
	if err := Print(&b, List{d}, nil); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(b.String(), "\x1b\u202e") || strings.Count(b.String(), "\n") != 6 {
		t.Errorf("%q", b.String())
	}
}

func TestClip(t *testing.T) {
	sixty := strings.Repeat("ệ", 60)
	for text, want := range map[string]string{"": "", "một dòng": "một dòng", "dòng đầu\ndòng sau": "dòng đầu…", sixty: sixty, sixty + "x": sixty + "…"} {
		if got := Clip(text); got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
}
