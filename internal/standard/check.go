package standard

import (
	"fmt"
	"slices"

	"vanban/internal/data"
	"vanban/internal/unit"
)

// checker is a type whose values depend on each other. It is asked once all of them could be read.
type checker interface {
	check(d *decoder, n *data.Node, path string)
}

func (m *Measure) check(d *decoder, n *data.Node, _ string) {
	if m.Range != (unit.Range{}) && !m.Range.Holds(m.Value, 0) {
		d.fault(IDRange, n.Field("gia_tri").Pos, fmt.Sprintf("giá trị %s nằm ngoài khoảng %s", m.Value, m.Range))
	}
}

func (f *Fraction) check(d *decoder, n *data.Node, path string) {
	switch r := f.Range; {
	case r == nil:
	case len(r) != 2 || r[0] > r[1]:
		d.fault(IDValue, n.Field("khoang").Pos, fmt.Sprintf("«%s.khoang» cần hai số, số nhỏ trước", path), "viết như [0.3333, 0.5]")
	case f.Value < r[0] || f.Value > r[1]:
		d.fault(IDRange, n.Field("gia_tri").Pos, fmt.Sprintf("giá trị %g nằm ngoài khoảng từ %g đến %g", f.Value, r[0], r[1]))
	}
}

// leastText is how wide and high the area of the text must be: no document fits into less.
const leastText = 40 * unit.MM

func (p *Page) check(d *decoder, n *data.Node, _ string) {
	across, down := p.Left.Value+p.Right.Value, p.Top.Value+p.Bottom.Value
	for _, c := range []struct {
		what, margins   string
		paper, margined unit.Length
	}{
		{"chiều rộng", "lề trái và lề phải", p.Width, across},
		{"chiều cao", "lề trên và lề dưới", p.Height, down},
		{"chiều rộng của trang ngang", "lề trái và lề phải", p.Height, across},
		{"chiều cao của trang ngang", "lề trên và lề dưới", p.Width, down},
	} {
		if c.paper-c.margined < leastText {
			d.fault(IDLimit, n.Pos, fmt.Sprintf("%s chiếm %s, %s là %s: không còn đủ %s cho phần chữ",
				c.margins, c.margined, c.what, c.paper, leastText), "giảm lề, hoặc dùng khổ giấy lớn hơn")
		}
	}
}

// least is the smaller side of the area of the text, over upright and landscape pages.
func (p *Page) least() unit.Length {
	return min(p.Width, p.Height) - max(p.Left.Value+p.Right.Value, p.Top.Value+p.Bottom.Value)
}

func (s *Style) check(d *decoder, n *data.Node, path string) {
	for _, f := range n.Field("co").Fields {
		if size := s.Sizes[f.Key]; !s.SizeRange.Holds(size, 0) {
			d.fault(IDRange, f.Value.Pos, fmt.Sprintf("cỡ chữ %s của «%s» nằm ngoài khoảng %s", size, path, s.SizeRange))
		}
	}
	if s.Line > 0 && s.LineExact > 0 {
		d.fault(IDStyle, n.Field("dong").Pos, fmt.Sprintf("«%s» vừa có «dong» vừa có «dong_dung»", path), "chỉ giữ một khóa: dong tính theo dòng, dong_dung là số đo cố định")
	}
	if s.IndentLeft+s.FirstLine < 0 {
		d.fault(IDStyle, n.Field("thut_dau").Pos, fmt.Sprintf("dòng đầu của «%s» lấn ra ngoài lề trái", path), "tăng thut_trai, hoặc giảm phần âm của thut_dau")
	}
}

func (l *ParagraphLimits) check(d *decoder, n *data.Node, path string) {
	if r := l.Lines; r != nil && (len(r) != 2 || r[0] > r[1]) {
		d.fault(IDValue, n.Field("dong").Pos, fmt.Sprintf("«%s.dong» cần hai số, số nhỏ trước", path), "viết như [1, 1.5]")
	}
}

func (c *Columns) check(d *decoder, n *data.Node, path string) {
	if len(c.Left)+len(c.Right) == 0 {
		d.fault(IDOrder, n.Pos, fmt.Sprintf("hàng «%s» không có thành phần nào", path), "ghi thành phần vào trai hoặc phai, hoặc bỏ hàng này")
	}
}

func (l *Layout) check(d *decoder, n *data.Node, path string) {
	order := n.Field("thu_tu")
	d.order(order, path)
	if !slices.Contains(l.Order, componentHeader) {
		d.lacks(order, path, componentHeader)
	}
	named, placed := len(l.Signers) > 0, slices.Contains(l.Order, componentSignatures)
	switch {
	case named && !placed:
		d.fault(IDOrder, n.Field("nguoi_ky").Pos, fmt.Sprintf("«%s» có nguoi_ky nhưng thu_tu không có «%s»", path, componentSignatures),
			fmt.Sprintf("thêm «%s» vào thu_tu thay cho «%s», hoặc bỏ nguoi_ky", componentSignatures, componentSignature))
	case placed && !named:
		d.fault(IDOrder, order.Pos, fmt.Sprintf("thu_tu của «%s» có «%s» nhưng không có nguoi_ky", path, componentSignatures),
			fmt.Sprintf("thêm nguoi_ky, hoặc dùng «%s» cho văn bản một người ký", componentSignature))
	case placed && slices.Contains(l.Order, componentSignature):
		d.fault(IDOrder, order.Pos, fmt.Sprintf("thu_tu của «%s» in chữ ký hai lần", path),
			fmt.Sprintf("chỉ giữ một trong hai: «%s», «%s»", componentSignature, componentSignatures))
	}
	for i, signer := range l.Signers {
		if slices.ContainsFunc(l.Signers[:i], func(other Signer) bool { return other.Role == signer.Role }) {
			d.fault(IDOrder, n.Field("nguoi_ky").Items[i].Pos, fmt.Sprintf("vai «%s» có hai chỗ ký trong «%s»", signer.Role, path))
		}
	}
}

func (e *Enclosure) check(d *decoder, n *data.Node, path string) {
	order := n.Field("thu_tu")
	d.order(order, path)
	if !slices.Contains(e.Order, componentHeader) && !slices.Contains(e.Order, componentNote) {
		d.lacks(order, path, componentNote)
	}
}

// order checks what every order must have: the text, and no component twice.
func (d *decoder) order(n *data.Node, path string) {
	seen := map[string]bool{}
	for _, item := range n.Items {
		if seen[item.Text] && slices.Contains(Components(), item.Text) {
			d.fault(IDOrder, item.Pos, fmt.Sprintf("thành phần «%s» có hai lần trong thu_tu của «%s»", item.Text, path), "bỏ một lần")
		}
		seen[item.Text] = true
	}
	if !seen[componentBody] {
		d.lacks(n, path, componentBody)
	}
}

func (d *decoder) lacks(n *data.Node, path, component string) {
	d.fault(IDOrder, n.Pos, fmt.Sprintf("thu_tu của «%s» thiếu «%s»", path, component), fmt.Sprintf("thêm «%s» vào thu_tu", component))
}
