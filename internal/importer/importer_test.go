package importer

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/diag"
	"vanban/internal/unit"
	"vanban/internal/zone"
)

// even is a measurer in which every character is as wide as any other.
type even struct{}

func (even) Width(text string, _, _ bool, size unit.Length) unit.Length {
	return unit.Length(len([]rune(text))) * size / 2
}

func body(text string) []zone.Labelled {
	var out []zone.Labelled
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, zone.Labelled{Line: zone.Line{Text: line, Pos: diag.Pos{Line: i + 1}}})
		}
	}
	return out
}

func joined(text string) (paragraphs []string, findings diag.List) {
	im := &importing{Options: Options{Words: &zone.Words{}, Measure: even{}}}
	for _, p := range im.join(body(text)) {
		paragraphs = append(paragraphs, p.text)
	}
	return paragraphs, im.findings
}

// wrapped is a text broken at the width of a page, with what real ones have in the middle of sentences.
const wrapped = `
1. Sở Nông nghiệp và Môi trường chủ trì, phối hợp với các sở
liên quan rà soát vùng trồng mắc ca của 42 xã, phường, lập
danh mục theo Nghị quyết số 08-
NQ/TU và báo cáo trước ngày 25 hằng tháng. Các xã, phường cử
một công chức làm đầu mối, phối hợp với doanh nghiệp sấy, ép
- đóng gói trên địa bàn để thu thập số liệu.
2. Kinh phí:
Bố trí trong dự toán năm 2026 của các đơn vị, theo phân cấp
ngân sách hiện hành.
`

func TestJoinWrapped(t *testing.T) {
	got, findings := joined(wrapped)
	want := []string{
		"1. Sở Nông nghiệp và Môi trường chủ trì, phối hợp với các sở liên quan rà soát vùng trồng mắc ca của 42 xã, phường, lập danh mục theo Nghị quyết số 08-NQ/TU và báo cáo trước ngày 25 hằng tháng. Các xã, phường cử một công chức làm đầu mối, phối hợp với doanh nghiệp sấy, ép - đóng gói trên địa bàn để thu thập số liệu.",
		"2. Kinh phí:",
		"Bố trí trong dự toán năm 2026 của các đơn vị, theo phân cấp ngân sách hiện hành.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("paragraphs (-want +got):\n%s", diff)
	}
	if len(findings) != 1 || findings[0].ID != IDJoin || findings[0].Pos.Line != 6 {
		t.Errorf("a dash in the middle of a sentence is to be told once: %v", findings)
	}
}

func TestJoinTorn(t *testing.T) {
	long := "- Rà soát, thống kê các cơ sở chế biến nông sản trên địa bàn 42 xã, phường của tỉnh, trong đó"
	got, findings := joined(long + "\n\nghi rõ công suất và mặt hàng của từng cơ sở.\n- Báo cáo kết quả\nTrình Ủy ban nhân dân tỉnh")
	want := []string{long + " ghi rõ công suất và mặt hàng của từng cơ sở.", "- Báo cáo kết quả", "Trình Ủy ban nhân dân tỉnh"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("paragraphs (-want +got):\n%s", diff)
	}
	if len(findings) != 1 || findings[0].Pos.Line != 3 {
		t.Errorf("a paragraph torn by a page is to be told: %v", findings)
	}
}

// TestJoinLinear: a paragraph of very many lines is put together once, not line by line.
func TestJoinLinear(t *testing.T) {
	const lines = 200_000
	got, _ := joined(strings.Repeat("rà soát vùng trồng\n\n", lines))
	if len(got) != 1 || strings.Count(got[0], "rà soát vùng trồng") != lines {
		t.Errorf("%d paragraphs, want one", len(got))
	}
}

func TestMarks(t *testing.T) {
	for _, c := range []struct{ in, line, plain string }{
		{"-Bảo vệ rừng", "- Bảo vệ rừng", "- Bảo vệ rừng"},
		{"• Bảo vệ rừng", "- Bảo vệ rừng", "- Bảo vệ rừng"},
		{"– Bảo vệ rừng", "- Bảo vệ rừng", "- Bảo vệ rừng"},
		{"1.Mục đích", "1. Mục đích", "1. Mục đích"},
		{"a)Mục tiêu: nâng cao", "a) Mục tiêu: nâng cao", "a) Mục tiêu: nâng cao"},
		{"-5 độ là mức thấp nhất", "-5 độ là mức thấp nhất", "-5 độ là mức thấp nhất"},
		{"1.", `\1.`, "1."},
		{"Điều 2.", `\Điều 2.`, "Điều 2."},
		{"- *Y tế:* khám cho người cao tuổi", "- *Y tế:* khám cho người cao tuổi", "- Y tế: khám cho người cao tuổi"},
		{"**Kinh phí** do tỉnh cấp", "**Kinh phí** do tỉnh cấp", "Kinh phí do tỉnh cấp"},
		{"*** *Phê duyệt danh mục.***", "Phê duyệt danh mục.", "Phê duyệt danh mục."},
		{"* Lĩnh vực nông nghiệp", "* Lĩnh vực nông nghiệp", "* Lĩnh vực nông nghiệp"},
		{"tỷ lệ 2^3 #1 | cột", `tỷ lệ 2\^3 \#1 \| cột`, "tỷ lệ 2^3 #1 | cột"},
		{":::phu_luc", `\:::phu_luc`, ":::phu_luc"},
		{"| STT | Tên | Số |", "| STT | Tên | Số |", "STT Tên Số"},
	} {
		d := &reading{importing: &importing{}}
		line, plain := d.line(paragraph{lines: body(c.in), text: c.in})
		if line != c.line || plain != c.plain {
			t.Errorf("%q is written %q, says %q; want %q, %q", c.in, line, plain, c.line, c.plain)
		}
	}
}

func TestChanges(t *testing.T) {
	words := func(text string) []Word { return split(nil, text, &diag.Pos{Line: 1}) }
	same := func(s string) string { return s }
	for _, c := range []struct {
		ours, theirs string
		want         []string
	}{
		{"giao Sở Nội vụ chủ trì", "giao Sở Nội vụ chủ trì", nil},
		{"Lãnh đạo Văn phòng ;", "Lãnh đạo Văn phòng;", nil},
		{"Số … ngày", "Số ngày", nil},
		{"giao Sở Nội vụ chủ trì thực hiện ngay", "giao Sở Tài chính chủ trì thực hiện ngay", []string{"«Nội vụ» được in thành «Tài chính»"}},
		{"a b c d e f g", "a b c e f g d", []string{"không in «d»", "in thêm «d»"}},
		{"kết thúc.", "kết thúc./.", []string{"«thúc.» được in thành «thúc./.»"}},
		{"", "in thêm chữ", []string{"in thêm «in thêm chữ»"}},
	} {
		var got []string
		for _, ch := range changes(words(c.ours), words(c.theirs), same) {
			got = append(got, ch.message())
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q and %q (-want +got):\n%s", c.ours, c.theirs, diff)
		}
	}
}

// TestChangesLinear: words that never agree are not compared with one another.
func TestChangesLinear(t *testing.T) {
	ours, theirs := strings.Repeat("một ", 50_000), strings.Repeat("hai ", 50_000)
	got := changes(split(nil, ours, &diag.Pos{}), split(nil, theirs, &diag.Pos{}), func(s string) string { return s })
	if len(got) != 1 {
		t.Errorf("%d changes, want one", len(got))
	}
	if got := closedUp(split(nil, "một "+strings.Repeat("; : ", 300_000), &diag.Pos{})); len(got) != 1 {
		t.Errorf("%d words, want one with its marks", len(got))
	}
}

func TestWeights(t *testing.T) {
	total := 165 * unit.MM
	share := func(n, of int64) unit.Length { return total * unit.Length(n) / unit.Length(of) }
	if got := weights([]unit.Length{share(3, 64), share(16, 64), share(10, 64), share(14, 64), share(11, 64), share(10, 64)}, 6); got != "3 16 10 14 11 10" {
		t.Errorf("weights %q", got)
	}
	if got := weights([]unit.Length{share(1, 2), 0}, 2); got != "" {
		t.Errorf("weights of a column without width: %q", got)
	}
}

// TestUnseenCharacters: each character that is left out or rewritten is told, once, however many kinds there are.
func TestUnseenCharacters(t *testing.T) {
	var text strings.Builder
	for c := rune(0x80); c < 0xA0; c++ { // all but U+0085, which ends lines
		text.WriteString("a" + string(c) + string(c))
	}
	lines, findings := Lines("a.txt", text.String()+"Ðà Nẵng, Ðồng Nai\u202e")
	if len(findings) != 33 || !strings.HasSuffix(lines[0].Text, "aĐà Nẵng, Đồng Nai") {
		t.Errorf("%d findings, %q", len(findings), lines[0].Text)
	}
}

func TestCapped(t *testing.T) {
	var all diag.List
	for i := range mostOfAKind + 5 {
		all.Add(diag.Diagnostic{ID: IDOutside, Pos: diag.Pos{Line: i + 1}, Message: "dòng"})
	}
	all.Add(diag.Diagnostic{ID: IDPage, Message: "số trang"})
	got := Capped(all)
	if len(got) != mostOfAKind+2 {
		t.Fatalf("%d findings told", len(got))
	}
	if end := got[len(got)-1]; end.ID != IDOutside || end.Pos.Line != mostOfAKind+5 || !strings.Contains(end.Message, "còn 5 chỗ khác") {
		t.Errorf("the rest is told as %v", end)
	}
}

func TestLineEnds(t *testing.T) {
	if got := lineEnds("một\r\nhai\rba\nbốn"); got != "một\nhai\nba\nbốn" {
		t.Errorf("line ends: %q", got)
	}
}
