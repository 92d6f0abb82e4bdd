package content

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vanban/internal/data"
	"vanban/internal/diag"
)

// textOf makes every line a passage of each kind in turn, so that every rule sees it.
func textOf(src string, made bool) *Text {
	t := &Text{Made: made, Parts: []Part{{Type: "ke-hoach"}, {Role: Enclosure, Type: "quy-che"}, {Role: Appendix}}}
	for i, line := range strings.Split(src, "\n") {
		line = strings.Join(strings.Fields(line), " ")
		if line == "" {
			continue
		}
		part := &t.Parts[i/40%3]
		for _, k := range []Kind{Paragraph, Kind(i) % (Unread + 1)} {
			p := Passage{Kind: k, Text: line, Pos: diag.Pos{File: "a", Line: i + 1}}
			if k == Paragraph {
				p.construct()
			}
			part.Passages = append(part.Passages, p)
		}
	}
	return t
}

// FuzzCheck: whatever a text says, there is no crash, every finding has a place and words, and the same text gives
// the same findings.
func FuzzCheck(f *testing.F) {
	standards, words := load(f)
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		var lines []string
		for line := range strings.Lines(string(src)) {
			if _, text, ok := strings.Cut(line, ": "); ok {
				lines = append(lines, strings.TrimSpace(text))
			}
		}
		f.Add(strings.Join(lines, "\n"), false)
	}
	f.Add("a) \n(a) b\nĐiều 1a.\n1.1. 1.2\nIV. A\n“(", true)
	none, _ := NewVocabulary(&data.Node{Kind: data.Map})
	f.Fuzz(func(t *testing.T, src string, made bool) {
		text := textOf(src, made)
		for i := range text.Parts {
			text.Parts[i].head(standards["nd30"])
		}
		found := Check(text, standards["nd30"], words["nd30"])
		for _, d := range found {
			if d.Message == "" || d.ID == "" {
				t.Errorf("a finding without words: %+v", d)
			}
		}
		Check(text, standards["dang"], words["dang"])
		Check(text, standards["nd30"], none) // a standard without words
		if again := told(Check(text, standards["nd30"], words["nd30"])); again != told(found) {
			t.Errorf("other findings the second time:\n%s\n%s", told(found), again)
		}
	})
}

// pages is a text as long as so many pages of a plan.
func pages(n int) string {
	const page = `I. MỤC ĐÍCH, YÊU CẦU
1. Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Nam Khê về phát triển vùng nguyên liệu mắc ca, Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Sở Khoa học và Công nghệ rà soát cơ sở chế biến trên địa bàn 42 xã, phường.
a) Đơn vị chủ trì: Sở Nông nghiệp và Môi trường; đơn vị phối hợp: Sở Tài chính, Văn phòng Ủy ban nhân dân tỉnh, Hiệp hội Doanh nghiệp tỉnh.
b) Thời gian thực hiện: từ Quý II/2026 đến Quý IV/2026, báo cáo kết quả trước ngày 15/12/2026 để tổng hợp, trình cấp có thẩm quyền xem xét.
c) Kinh phí: 1.250.000.000 đồng, trong đó ngân sách tỉnh 60%, doanh nghiệp đối ứng 40%; thanh toán theo khối lượng nghiệm thu thực tế.
- Số liệu khảo sát phải lấy tại cơ sở, có xác nhận của chủ cơ sở và Ủy ban nhân dân cấp xã (theo mẫu tại Phụ lục I kèm theo).
2. Nội dung nêu tại khoản 2 Điều 5 của Quy chế này được áp dụng thống nhất; trường hợp có vướng mắc, các đơn vị báo cáo để được giải quyết.
Điều 5. Trách nhiệm của các cơ quan, đơn vị trong quản lý, khai thác cơ sở dữ liệu công nghệ chế biến nông sản giai đoạn 2026 - 2030.
`
	return strings.Repeat(page, n*2)
}

func BenchmarkFiftyPages(b *testing.B) {
	standards, words := load(b)
	text := textOf(pages(50), false)
	b.ReportAllocs()
	for b.Loop() {
		Check(text, standards["nd30"], words["nd30"])
	}
}
