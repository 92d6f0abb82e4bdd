package word

import (
	"fmt"
	"strconv"
	"strings"

	"vanban/internal/unit"
)

// String is the alignment in Vietnamese.
func (a Align) String() string {
	return [...]string{"trái", "giữa", "phải", "đều hai bên", "dàn đều"}[a]
}

// String is the change in Vietnamese.
func (k ChangeKind) String() string {
	switch k {
	case Inserted:
		return "chèn"
	case Deleted:
		return "xóa"
	case MovedFrom:
		return "chuyển đi"
	case MovedTo:
		return "chuyển đến"
	}
	return ""
}

// String is the kind in Vietnamese.
func (k ShapeKind) String() string {
	return [...]string{"hình vẽ", "đường kẻ", "khung", "hộp chữ", "ảnh", "nhóm hình"}[k]
}

// String is what was found, in Vietnamese.
func (k RemarkKind) String() string {
	return [...]string{"chữ chèn đang theo dõi", "chữ xóa đang theo dõi", "chữ chuyển chỗ đang theo dõi",
		"đổi định dạng đang theo dõi", "nhận xét", "chữ ẩn", "liên hệ ra ngoài tệp", "liên kết", "macro", "đối tượng nhúng",
		"tài liệu nhúng", "tệp mẫu gắn kèm", "trường lấy dữ liệu ngoài", "phông nhúng", "ô điều khiển", "phần thiếu", "văn bản con",
		"bảo vệ chống sửa", "chữ ký số trong tệp", "nguồn trộn thư", "công thức", "chữ viết bằng bảng mã cũ"}[k]
}

// name is which header or footer it is.
func (h *Header) name() string {
	name := "đầu trang"
	if h.Region == InFooter {
		name = "chân trang"
	}
	switch h.Pages {
	case FirstPage:
		name += " của trang đầu"
	case EvenPages:
		name += " của trang chẵn"
	}
	if h.Section > 1 {
		name += fmt.Sprintf(" (từ phần trang thứ %d)", h.Section)
	}
	return name
}

func noteName(n *Note) string {
	switch n.Region {
	case InEndnote:
		return fmt.Sprintf("chú thích cuối văn bản số %d", n.Number)
	case InComment:
		return fmt.Sprintf("nhận xét %d của «%s»", n.Number, n.Author)
	}
	return fmt.Sprintf("chú thích cuối trang số %d", n.Number)
}

// paragraphWords says what is in effect for a paragraph, leaving out what is usual.
func paragraphWords(p *Paragraph) string {
	out := []string{p.Align.String()}
	add := func(use bool, format string, args ...any) {
		if use {
			out = append(out, fmt.Sprintf(format, args...))
		}
	}
	add(p.IndentLeft != 0, "lùi trái %s", mm(p.IndentLeft))
	add(p.IndentRight != 0, "lùi phải %s", mm(p.IndentRight))
	add(p.FirstLine > 0, "thụt đầu dòng %s", mm(p.FirstLine))
	add(p.FirstLine < 0, "treo %s", mm(-p.FirstLine))
	add(p.Before != 0, "trước %spt", points(p.Before))
	add(p.After != 0, "sau %spt", points(p.After))
	switch p.Line.Rule {
	case Exact:
		add(true, "dòng đúng %spt", points(p.Line.Height))
	case AtLeast:
		add(true, "dòng ít nhất %spt", points(p.Line.Height))
	default:
		add(p.Line.Times != 1, "dòng %s", strconv.FormatFloat(p.Line.Times, 'g', 4, 64))
	}
	add(p.Outline > 0, "cấp đề mục %d", p.Outline)
	add(p.KeepNext, "liền đoạn sau")
	add(p.KeepLines, "không tách")
	add(p.PageBreakBefore, "sang trang")
	add(p.Borders.Visible(), "có đường viền")
	add(p.Shading != "", "nền %s", p.Shading)
	add(p.Frame != nil, "trong khung nổi")
	for _, t := range p.Tabs {
		add(true, "tab %s %s", mm(t.At), t.Align)
	}
	add(p.MarkChange != nil, "dấu đoạn đổi")
	add(p.Style != "" && p.Style != "Normal", "kiểu %s", quoted(p.Style))
	return strings.Join(out, ", ")
}

// formatWords says what letters look like.
func formatWords(f *Format) string {
	out := []string{strings.TrimSpace(f.Font + " " + points(f.Size))}
	add := func(use bool, format string, args ...any) {
		if use {
			out = append(out, fmt.Sprintf(format, args...))
		}
	}
	add(f.Bold, "đậm")
	add(f.Italic, "nghiêng")
	add(f.Underline != "", "gạch chân %s", f.Underline)
	add(f.Strike, "gạch ngang chữ")
	add(f.Caps, "hoa")
	add(f.SmallCaps, "hoa nhỏ")
	add(f.Hidden, "ẩn")
	add(f.Color != "" && f.Color != "000000", "màu %s", f.Color)
	add(f.Highlight != "", "tô %s", f.Highlight)
	add(f.Shading != "", "nền %s", f.Shading)
	add(f.Spacing != 0, "giãn chữ %spt", points(f.Spacing))
	add(f.Scale != 100, "rộng %d%%", f.Scale)
	add(f.Position != 0, "nâng %spt", points(f.Position))
	add(f.VertAlign == Superscript, "chỉ số trên")
	add(f.VertAlign == Subscript, "chỉ số dưới")
	return strings.Join(out, ", ")
}

func points(l unit.Length) string {
	return strings.TrimRight(strings.TrimRight(strconv.FormatFloat(l.Points(), 'f', 2, 64), "0"), ".")
}
