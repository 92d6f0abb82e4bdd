package build_test

import (
	"strings"

	"vanban/internal/build"
	"vanban/internal/content"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/doc"
	"vanban/internal/standard"
	"vanban/internal/viet"
	"vanban/internal/zone"
)

// frameLines is a document of an office as the lines of a Word file, by the keys that an explanation of content
// may replace.
func frameLines() [][2]string {
	return [][2]string{
		{"", "ỦY BAN NHÂN DÂN\nTỈNH NAM KHÊ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"},
		{"dong_so", "Số: 86/KH-UBND"},
		{"dong_ngay", "Nam Khê, ngày 05 tháng 3 năm 2026"},
		{"loai", "KẾ HOẠCH"},
		{"trich_yeu", "Khảo sát công nghệ chế biến nông sản"},
		{"tham_quyen", ""},
		{"can_cu", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025."},
		{"menh_lenh", ""},
		{"noi_dung", "Các sở triển khai thực hiện."},
		{"", "Nơi nhận:"},
		{"noi_nhan", "- Sở Tài chính;"},
		{"", "- Lưu: VT, KGVX."},
		{"ky", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"},
		{"ho_ten", "Lường Thị Minh Khuê"},
		{"phu_luc", ""},
	}
}

// content checks the text of a Word file, the frame with the trial's keys in it.
func (y *trying) content(l *build.Library, s *standard.Standard, trial *data.Node) {
	var lines []zone.Line
	for _, f := range frameLines() {
		text := f[1]
		if n := trial.Field(f[0]); n != nil {
			text = n.Text
		}
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); line != "" {
				lines = append(lines, zone.Line{Text: viet.NFC(line), Pos: diag.Pos{Line: len(lines) + 1}})
			}
		}
	}
	w, more, err := l.Words()
	if err != nil {
		y.t.Fatal(err)
	}
	y.found = append(append(y.found, more...), content.Zoned(zone.Find(lines, w), nil, s, y.vocabulary(l, s))...)
}

func (y *trying) vocabulary(l *build.Library, s *standard.Standard) *content.Vocabulary {
	v, more, err := l.Vocabulary(s)
	y.found = append(y.found, more...)
	if err != nil {
		y.t.Fatal(err)
	}
	return v
}

// document checks what the pipeline has made.
func (y *trying) document(l *build.Library, s *standard.Standard, d *doc.Document) {
	if d != nil {
		y.found = append(y.found, content.Document(d, s, y.vocabulary(l, s))...)
	}
}
