package data

import (
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What one cell holds stays together unless it is a list of names, and what is parted is told.
func TestCellsOfLists(t *testing.T) {
	for _, c := range []struct{ what, src, want, found string }{
		{"a sentence with a semicolon", "Số;Căn cứ\n1;\"Giao A; giao B thực hiện.\"\n", "- \"Giao A; giao B thực hiện.\"\n", ""},
		{"clauses", "Số;Căn cứ\n1;\"Phê duyệt:\n1. abc\n2. def\"\n", "- \"Phê duyệt:\\n1. abc\\n2. def\"\n", ""},
		{"points", "Số;Căn cứ\n1;\"Giao:\na) Sở A\nb) Sở B\"\n", "- \"Giao:\\na) Sở A\\nb) Sở B\"\n", ""},
		{"items", "Số;Căn cứ\n1;\"Giao\n- Sở A\"\n", "- \"Giao\\n- Sở A\"\n", ""},
		{"plain lines", "Số;Căn cứ\n1;\"Luật A\nLuật B\"\n", "- \"Luật A\"\n- \"Luật B\"\n",
			"2:3+6 lưu ý: ô này được đọc thành 2 mục, mỗi dòng một mục; mục đầu là «Luật A» [DATA-SPLIT]\n"},
		{"names by semicolons", "Số,Nơi nhận\n1,Như Điều 3; Sở A;Sở B;\n", "- \"Như Điều 3\"\n- \"Sở A\"\n- \"Sở B\"\n", ""},
		{"names on lines with dashes", "Số,Nơi nhận\n1,\"- Sở A\n- Sở B\"\n", "- \"- Sở A\"\n- \"- Sở B\"\n", ""},
		{"a label sheet", "Số;1\nCăn cứ;\"Giao A; giao B\"\nNơi nhận;\"Sở A; Sở B\"\n", "- \"Giao A; giao B\"\n- \"Sở A\"\n- \"Sở B\"\n", ""},
	} {
		tree, found := ParseTable("a.csv", []byte(c.src), planColumns())
		got := ""
		for _, key := range []string{"can_cu", "noi_nhan"} {
			if list := tree.Field(key); list != nil {
				_, items, _ := strings.Cut(outline(list), "\n")
				got += items
			}
		}
		if diff := cmp.Diff(c.want+c.found, got+findings(found)); diff != "" {
			t.Errorf("%s: %s", c.what, diff)
		}
	}
}

// What stands right of a label's value is never lost in silence.
func TestCellsBesideValues(t *testing.T) {
	csv := "Trích yếu,Mua sắm A, B và C\nCăn cứ,Căn cứ A,Căn cứ B,Căn cứ C\nSố,1\n"
	want := `1:21+6 lỗi: ô «B và C» đứng sau ô giá trị nên không được đọc [DATA-COLUMN]
2:17+8 lỗi: ô «Căn cứ B» đứng sau ô giá trị nên không được đọc [DATA-COLUMN]
2:26+8 lỗi: ô «Căn cứ C» đứng sau ô giá trị nên không được đọc [DATA-COLUMN]
`
	_, found := ParseTable("a.csv", []byte(csv), planColumns())
	if diff := cmp.Diff(want, findings(found)); diff != "" {
		t.Error(diff)
	}
	for heading, want := range map[string]string{
		"Mục|Giá trị|Ghi chú":                        "",
		"Mục (dấu * là bắt buộc)|Giá trị|Giải thích": "",
		"Mục|Giá trị|Hướng dẫn ghi":                  "",
		"Mục|Giá trị":                                "x!A1 lưu ý: bỏ qua dòng đề mục «Mục» [DATA-ROW]\nx!C2 lỗi: ô «chú ý» đứng sau ô giá trị nên không được đọc [DATA-COLUMN]\n",
		"Mục|Giá trị|Giá trị hai":                    "x!A1 lưu ý: bỏ qua dòng đề mục «Mục» [DATA-ROW]\nx!C2 lỗi: ô «chú ý» đứng sau ô giá trị nên không được đọc [DATA-COLUMN]\n",
	} {
		_, found := ParseTable("a.xlsx", workbookOf(t, sheetText{name: "x", rows: heading + "\nSố|#1;0|chú ý\nKý hiệu|A"}), planColumns())
		if diff := cmp.Diff(want, findings(found)); diff != "" {
			t.Errorf("%s: %s", heading, diff)
		}
	}
}

func TestListSheetHeadings(t *testing.T) {
	for _, rows := range []string{"STT|Nội dung\n#1;0|Luật A\n#2;0|Luật B", "CÁC CĂN CỨ\nTT|Căn cứ\n#1;0|Luật A\n#2;0|Luật B", "Luật A\nLuật B"} {
		tree, found := ParseTable("a.xlsx", workbookOf(t, sheetText{name: "Chung", rows: "Số|#1;0"}, sheetText{name: "Căn cứ", rows: rows}), planColumns())
		if diff := cmp.Diff("list\n- \"Luật A\"\n- \"Luật B\"\n", outline(tree.Field("can_cu"))+findings(found)); diff != "" {
			t.Errorf("%q: %s", rows, diff)
		}
	}
}

// Rows of sums are passed over and named; a record that only begins with such a word is not.
func TestTotalRows(t *testing.T) {
	rows := "STT|Tên nhiệm vụ|Đơn vị chủ trì|Kinh phí\n#1;0|Mở lớp|Sở A|#10;0\n#2;0|Tổng|Sở B|#5;0\n|Cộng||#15;0\nTổng số|||15 000\n|Tổng cộng (I+II)|bằng chữ: mười lăm|#15;0"
	tree, found := ParseTable("a.xlsx", workbookOf(t, sheetText{name: "Nhiệm vụ", rows: rows}), planColumns())
	if got := len(tree.Field("nhiem_vu").Items); got != 2 {
		t.Errorf("%d records", got)
	}
	want := `Nhiệm vụ!B4 lưu ý: bỏ qua dòng tổng cộng, nhận ra ở ô «Cộng» [DATA-ROW]
Nhiệm vụ!A5 lưu ý: bỏ qua dòng tổng cộng, nhận ra ở ô «Tổng số» [DATA-ROW]
Nhiệm vụ!B6 lưu ý: bỏ qua dòng tổng cộng, nhận ra ở ô «Tổng cộng (I+II)» [DATA-ROW]
`
	if diff := cmp.Diff(want, findings(found)); diff != "" {
		t.Error(diff)
	}
}

// Merged cells past the limit are an error: what they cover would be read as empty.
func TestTooManyMergedCells(t *testing.T) {
	rows := "Số|Ký hiệu\n" + strings.Repeat("#1;0|A\n", maxMerged/2+2)
	_, found := ParseTable("a.xlsx", workbookOf(t, sheetText{name: "x", rows: rows, merged: []string{"A2:B60000"}}), planColumns())
	if len(found) == 0 || found[0].ID != IDSize {
		t.Errorf("%.300s", findings(found))
	}
	many := sheetText{name: "x", rows: "Số|Ký hiệu\n#1;0|A", merged: make([]string, maxMerged+1)}
	for i := range many.merged {
		many.merged[i] = "A1:A1"
	}
	if _, found := ParseTable("a.xlsx", workbookOf(t, many), planColumns()); len(found) != 1 || found[0].ID != IDSize {
		t.Errorf("%.300s", findings(found))
	}
}

// The cells of a record are counted before the reader makes them: it would take a hundred bytes for each comma.
func TestManyCommasAreCountedFirst(t *testing.T) {
	src := []byte("Số,Ký hiệu\n" + strings.Repeat(",", 4_000_000) + "\n")
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, found := ParseTable("a.csv", src, planColumns())
	runtime.ReadMemStats(&after)
	if len(found) == 0 || found[0].ID != IDSize {
		t.Errorf("%.300s", findings(found))
	}
	if took := after.TotalAlloc - before.TotalAlloc; took > uint64(8*len(src)) {
		t.Errorf("%d bytes allocated for %d", took, len(src))
	}
}
