package data

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"vanban/internal/diag"
)

// letters are the keys of an invented type: a name, a number and a list of people.
func letters() []Column {
	return []Column{
		{Key: "ten_tep", Title: "Tên tệp", Kind: Text},
		{Key: "so", Title: "Số", Kind: Text},
		{Key: "noi_nhan", Title: "Nơi nhận", Kind: List},
		{Key: "viec", Title: "Việc", Kind: List},
		{Key: "nguoi", Title: "Người dự", Kind: List, Columns: []Column{{Key: "ho_ten", Title: "Họ và tên", Kind: Text}, {Key: "to", Title: "Tổ", Kind: Text}}},
	}
}

// manyBook writes a workbook; each sheet is its name and its rows.
func manyBook(t testing.TB, merge func(*excelize.File), sheets ...any) []byte {
	t.Helper()
	f := excelize.NewFile()
	for i := 0; i < len(sheets); i += 2 {
		name := sheets[i].(string)
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for n, row := range sheets[i+1].([][]any) {
			if err := f.SetSheetRow(name, fmt.Sprintf("A%d", n+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	if merge != nil {
		merge(f)
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func recordsOf(t testing.TB, name string, src []byte, cols []Column) *Records {
	t.Helper()
	table := OpenTable(name, bytes.NewReader(src), int64(len(src)))
	if table.Findings.HasErrors() {
		t.Fatal(table.Findings)
	}
	return table.Records(cols)
}

// TestRecordsAreTheDocuments reads the same files whole and record by record.
func TestRecordsAreTheDocuments(t *testing.T) {
	title := func(f *excelize.File) {
		for _, r := range [][3]string{{"Giấy mời", "A1", "C1"}, {"Giấy mời", "B4", "B5"}} {
			if err := f.MergeCell(r[0], r[1], r[2]); err != nil {
				t.Fatal(err)
			}
		}
	}
	book := manyBook(t, title,
		"Giấy mời", [][]any{{"Danh sách giấy mời quý II"}, {"STT", "Số", "Tên tệp", "Nơi nhận"},
			{1, 12, "gm-12", "Phòng Tổng hợp\nPhòng Kế toán"}, {2, 13, "gm-13", "Phòng Tổng hợp"}, {3, nil, "gm-14"}, {}, {4, 15, "gm-15"}, {"Tổng cộng", 4}},
		"Người dự", [][]any{{"Tên tệp", "Họ và tên", "Tổ"}, {"gm-13", "Lò Thị Sim", "Tổ 1"}, {"gm-12", "Vàng A Dơ"},
			{"gm-13", "Nông Văn Bế", "Tổ 2"}, {"gm-15", "Mạc Thị Nhàn"}},
		"Việc", [][]any{{"Việc", "Tên tệp"}, {"Nghe báo cáo\nvà góp ý", "gm-15"}, {"1. Bàn việc khác", "gm-12"}, {"Kết luận", "gm-12"}})
	table := "Tên tệp,Số,Nơi nhận\ngm-1,1,Phòng A\ngm-2,2,\"Phòng B\nPhòng C\"\ngm-3,,Phòng D\n"
	for _, test := range []struct {
		file string
		src  []byte
	}{{"so.xlsx", book}, {"so.csv", []byte(table)}} {
		want, found := ParseTable(test.file, test.src, letters())
		if found.HasErrors() {
			t.Fatal(found)
		}
		r := recordsOf(t, test.file, test.src, letters())
		if r.Single || r.Findings.HasErrors() || r.Len() != len(want.Items) {
			t.Fatalf("%s: %d records, single %t, want %d: %v", test.file, r.Len(), r.Single, len(want.Items), r.Findings)
		}
		told := r.Findings
		for i, doc := range want.Items {
			got, more := r.Record(i)
			if diff := cmp.Diff(doc, got); diff != "" {
				t.Errorf("%s: record %d: %s", test.file, i, diff)
			}
			told = append(told, more...)
		}
		if diff := cmp.Diff(found.Sorted(), told.Sorted()); diff != "" {
			t.Errorf("%s: findings: %s", test.file, diff)
		}
	}
}

// TestNamesOfDocuments: two documents of one name are told once, where they stand; a row that names none is told where
// the document without a name stands, and no other number is taken for a slip.
func TestNamesOfDocuments(t *testing.T) {
	main := [][]any{{"STT", "Tên tệp", "Số"}, {1, "gm-0001", 1}, {2, "gm-0001", 2}, {3, nil, 3}, {4, "gm-0012", 4}}
	people := [][]any{{"Tên tệp", "Họ và tên"}, {"gm-0001", "Lò Thị Sim"}, {"gm-0001", "Vàng A Dơ"}, {"gm-0013", "Nông Văn Bế"}, {"gm-012", "Mạc Thị Nhàn"}}
	book := manyBook(t, nil, "Giấy mời", main, "Người dự", people)
	told := func(l diag.List) string {
		var out strings.Builder
		for _, d := range l.Sorted() {
			fmt.Fprintf(&out, "%s!%s %s", d.Pos.Sheet, d.Pos.Cell, d.Message)
			for _, n := range d.Notes {
				fmt.Fprintf(&out, "; %s: %s", n.Pos.Cell, n.Message)
			}
			fmt.Fprintf(&out, " (%s)\n", strings.Join(d.Hints, "; "))
		}
		return out.String()
	}
	want := `Giấy mời!B3 có 2 văn bản cùng «Tên tệp» là «gm-0001»; B2: văn bản thứ nhất ở đây; A2: dòng này, chẳng hạn, không biết thuộc văn bản nào (ghi cho mỗi văn bản một «Tên tệp» riêng)
Người dự!A4 dòng này không thuộc văn bản nào: không có văn bản mà «Tên tệp» là «gm-0013» (các giá trị có ở trang tính kia: «gm-0001», «gm-0012»; «Tên tệp» của văn bản ở so.xlsx!Giấy mời!B4 để trống)
Người dự!A5 dòng này không thuộc văn bản nào: không có văn bản mà «Tên tệp» là «gm-012» (có phải là «gm-0012»?; «Tên tệp» của văn bản ở so.xlsx!Giấy mời!B4 để trống)
`
	if diff := cmp.Diff(want, told(recordsOf(t, "so.xlsx", book, letters()).Findings)); diff != "" {
		t.Errorf("of many records: %s", diff)
	}
	_, found := ParseTable("so.xlsx", book, letters())
	if diff := cmp.Diff(want, told(found)); diff != "" {
		t.Errorf("of a table: %s", diff)
	}
}

// TestRecordsTellTheirOwn: what is wrong with a record is told of it alone; what cannot be placed, of the table.
func TestRecordsTellTheirOwn(t *testing.T) {
	rows := [][]any{{"Tên tệp", "Số"}}
	for i := range 60 {
		rows = append(rows, []any{fmt.Sprintf("gm-%02d", i), i, nil})
	}
	people := [][]any{{"Tên tệp", "Họ và tên"}, {"gm-07", "Lò Thị Sim", "thừa"}, {"gm-70", "Vàng A Dơ"}, {nil, "Nông Văn Bế"}}
	r := recordsOf(t, "so.xlsx", manyBook(t, nil, "Giấy mời", rows, "Người dự", people), letters())
	places := func(l []string) string { return strings.Join(l, " ") }
	var table []string
	for _, d := range r.Findings {
		table = append(table, d.ID+" "+d.Pos.Sheet+"!"+d.Pos.Cell)
	}
	if got, want := places(table), "DATA-JOIN Người dự!A3 DATA-JOIN Người dự!A4"; got != want {
		t.Errorf("of the table: %s, want %s", got, want)
	}
	var own []string
	for i := range r.Len() {
		_, found := r.Record(i)
		for _, d := range found {
			own = append(own, fmt.Sprintf("%d %s %s", i, d.ID, d.Pos.Cell))
		}
	}
	if got, want := places(own), "7 DATA-COLUMN C2"; got != want {
		t.Errorf("of the records: %s, want %s", got, want)
	}
}

// TestRecordsOfOneDocument: a form of labels and a table of one row are left to ParseTable.
func TestRecordsOfOneDocument(t *testing.T) {
	for name, rows := range map[string][][]any{
		"labels": {{"Mục", "Giá trị"}, {"Tên tệp", "gm-1"}, {"Số", 5}},
		"table":  {{"Tên tệp", "Số"}, {"gm-1", 5}},
	} {
		if r := recordsOf(t, "so.xlsx", manyBook(t, nil, "Giấy mời", rows), letters()); !r.Single {
			t.Errorf("%s: taken for %d records", name, r.Len())
		}
	}
}

// TestTableLimits: a workbook of records is refused by what it really holds.
func TestTableLimits(t *testing.T) {
	for name, limit := range map[string]func(*tableLimits){
		"inflated": func(l *tableLimits) { l.inflated = 3000 },
		"token":    func(l *tableLimits) { l.token = 100 },
		"cells":    func(l *tableLimits) { l.cells = 3 },
		"text":     func(l *tableLimits) { l.text = 10 },
	} {
		src := manyBook(t, nil, "Giấy mời", [][]any{{"Tên tệp", "Số"}, {"gm-1", 5}, {"gm-2", 6}})
		limits := manyRecords(int64(len(src)))
		limit(&limits)
		s := &source{file: "so.xlsx"}
		if _, sheets := openWorkbook(s, bytes.NewReader(src), int64(len(src)), limits); sheets != nil || len(s.found) != 1 || s.found[0].ID != IDSize {
			t.Errorf("%s: %v", name, s.found)
		}
	}
}

// TestTextStore puts texts around the edges of its chunks.
func TestTextStore(t *testing.T) {
	var store textStore
	var at []uint32
	var want []string
	for i, n := range []int{0, 1, 127, 128, textChunk - 300, 600, textChunk, 2*textChunk + 5, 3, textChunk - 5, 1} {
		text := strings.Repeat(string(rune('a'+i)), n)
		want, at = append(want, text), append(at, store.put(text))
	}
	for i := range want {
		if store.get(at[i]) != want[i] {
			t.Errorf("text %d comes back otherwise", i)
		}
	}
}

func TestLines(t *testing.T) {
	src := "\uFEFF{\"so\": 1}\n\n  \r\n{\"so\": 2,\r\n{\"so\":\t\"ba\u0301o\"}\n{\"nguoi\": [{\"ho_ten\": \"A\\tB\"}]}"
	l, err := OpenLines("a.jsonl", strings.NewReader(src), int64(len(src)))
	if err != nil || l.Findings.HasErrors() {
		t.Fatal(err, l.Findings)
	}
	var got []string
	for i := range l.Len() {
		root, found, err := l.Record(i)
		if err != nil {
			t.Fatal(err)
		}
		text := ""
		if n := root.Field("so"); n != nil {
			text = fmt.Sprintf("%s at %s", n.Text, n.Pos)
		}
		for _, d := range found {
			text += fmt.Sprintf(" %s at %s", d.ID, d.Pos)
		}
		got = append(got, text)
	}
	want := []string{"1 at a.jsonl:1:8", "2 at a.jsonl:4:8 DATA-SYNTAX at a.jsonl:4:10", "báo at a.jsonl:5:8", " DATA-TAB at a.jsonl:6:23"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for n, want := range map[int]string{1: `{"so": 1}`, 2: "", 5: "{\"so\":\t\"báo\"}", 7: ""} {
		if text, ok := l.Line(n); text != want || ok != (want != "") {
			t.Errorf("line %d is %q, %t", n, text, ok)
		}
	}
	for text, id := range map[string]string{"\n\n": IDEmpty, strings.Repeat("x", MaxFile+1): IDSize} {
		if l, err := OpenLines("a.jsonl", strings.NewReader(text), int64(len(text))); err != nil || len(l.Findings) != 1 || l.Findings[0].ID != id {
			t.Errorf("%v, %v, want %s", err, l.Findings, id)
		}
	}
}

// FuzzRecords: no workbook or stream of lines makes reading record by record panic, and what is one document to the one
// reader is so to the other.
func FuzzRecords(f *testing.F) {
	f.Add(true, manyBook(f, nil, "Giấy mời", [][]any{{"Tên tệp", "Số"}, {"gm-1", 5}, {"gm-2", 6}}, "Người dự", [][]any{{"Tên tệp", "Họ và tên"}, {"gm-2", "Lò Thị Sim"}}))
	f.Add(true, []byte("Tên tệp,Số\ngm-1,1\ngm-2,2\n"))
	f.Add(false, []byte("{\"so\": 1}\n\n{\"so\": [1, {\"a\": \"b\"}]}\n{"))
	f.Fuzz(func(t *testing.T, table bool, src []byte) {
		if !table {
			l, err := OpenLines("a.jsonl", bytes.NewReader(src), int64(len(src)))
			if err != nil {
				t.Fatal(err)
			}
			for i := range l.Len() {
				if _, _, err := l.Record(i); err != nil {
					t.Fatal(err)
				}
			}
			return
		}
		name := "a.csv"
		if bytes.HasPrefix(src, []byte("PK")) {
			name = "a.xlsx"
		}
		opened := OpenTable(name, bytes.NewReader(src), int64(len(src)))
		if opened.Findings.HasErrors() {
			return
		}
		r := opened.Records(letters())
		if r.Single || r.Findings.HasErrors() {
			return
		}
		for i := range r.Len() {
			r.Record(i)
		}
	})
}

// TestLinesAreCalledLines: what is wrong with a line is told of the line, with a cure that holds for one.
func TestLinesAreCalledLines(t *testing.T) {
	for src, want := range map[string]string{
		`{"a": 1`:           "dòng dừng giữa chừng: mục mở bằng «{» chưa đóng; thêm dấu «}»",
		`{"a": 1} {"a": 2}`: "thừa nội dung sau dấu đóng cuối cùng; bỏ phần thừa; mỗi dòng một văn bản",
		`[{"a": 1}]`:        "dòng phải gồm các mục «khóa: giá trị»; viết mỗi văn bản { … } trên một dòng riêng, không có [ ] bao ngoài",
		`3`:                 "dòng phải gồm các mục «khóa: giá trị»; viết dữ liệu trong { … }",
	} {
		l, err := OpenLines("a.jsonl", strings.NewReader(src), int64(len(src)))
		if err != nil {
			t.Fatal(err)
		}
		_, found, err := l.Record(0)
		if err != nil || len(found) != 1 || found[0].Message+"; "+strings.Join(found[0].Hints, "; ") != want {
			t.Errorf("%s: %v, %v, want %s", src, found, err, want)
		}
	}
}
