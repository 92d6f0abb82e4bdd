package diff

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"vanban/internal/zone"
)

// Ignore says which differences do not count.
type Ignore struct {
	number, date, format, properties bool
	kinds                            []zone.Kind
}

// Ignorable are the names that NewIgnore knows, each with what it leaves out.
func Ignorable() [][2]string {
	return [][2]string{
		{"so", "chữ số trong số, ký hiệu"},
		{"ngay", "ngày, tháng, năm ban hành"},
		{"trich_yeu", "trích yếu"},
		{"ky", "chữ ký: quyền hạn, chức vụ, họ tên"},
		{"noi_nhan", "nơi nhận"},
		{"kinh_gui", "kính gửi"},
		{"dinh_dang", "mọi thay đổi về trình bày"},
		{"thuoc_tinh", "thuộc tính của tệp"},
	}
}

// NewIgnore reads names as --ignore has them. Its error is Vietnamese.
func NewIgnore(names []string) (Ignore, error) {
	var out Ignore
	for _, name := range names {
		switch strings.TrimSpace(name) {
		case "":
		case "so":
			out.number = true
		case "ngay":
			out.date = true
		case "trich_yeu":
			out.kinds = append(out.kinds, zone.Subject, zone.About)
		case "ky":
			out.kinds = append(out.kinds, zone.Signatory, zone.Role, zone.Signed, zone.Name)
		case "noi_nhan":
			out.kinds = append(out.kinds, zone.Label, zone.Recipient, zone.File)
		case "kinh_gui":
			out.kinds = append(out.kinds, zone.Addressee)
		case "dinh_dang":
			out.format = true
		case "thuoc_tinh":
			out.properties = true
		default:
			return Ignore{}, fmt.Errorf("không có thành phần «%s» để bỏ qua", name)
		}
	}
	return out, nil
}

// text tells whether other words of a paragraph do not count.
func (g Ignore) text(a, b *Node) bool {
	if g.whole(b) && g.whole(a) {
		return true
	}
	number := g.number && (b.Zone == zone.Number || b.Zone == zone.Note)
	date := g.date && (b.Zone == zone.PlaceDate || b.Zone == zone.Note)
	return (number || date) && a.Zone == b.Zone && withoutFigures(a.Text) == withoutFigures(b.Text)
}

// withoutFigures leaves out figures and blanks, with which an empty place is as good as one that was filled in.
func withoutFigures(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || unicode.IsSpace(r) || r == '…' {
			return -1
		}
		return r
	}, text)
}

// whole tells whether nothing of a node counts.
func (g Ignore) whole(n *Node) bool {
	switch n.Kind {
	case Paragraph:
		return slices.Contains(g.kinds, n.Zone)
	case Properties:
		return g.properties
	}
	return false
}

// fact tells whether a fact of a node does not count.
func (g Ignore) fact(n *Node, name string) bool {
	if n.Kind == Properties {
		return g.properties || g.date && name == factCreated || g.number && name == factKeywords
	}
	return g.format || g.whole(n)
}

// look tells whether how the words of a paragraph look does not count.
func (g Ignore) look(n *Node) bool { return g.format || g.whole(n) }
