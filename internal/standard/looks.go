package standard

import (
	"fmt"
	"regexp"
	"strings"

	"vanban/internal/data"
	"vanban/internal/unit"
)

// looks reports styles that cannot do what the file uses them for.
func (d *decoder) looks(s *Standard, root *data.Node) {
	d.styleNames(root.Field("kieu"))
	d.rules(s, root)
	d.stamps(s, s.Urgency, root.Field("do_khan"))
	d.stamps(s, s.Circulate, root.Field("luu_hanh"))
	if s.Page.least() >= leastText { // else all that stands on the page would be told again
		d.indents(s, root)
		d.pageNumber(s, root.Field("so_trang"))
	}
}

// styleKey is what a style is called in the file: its id in a DOCX is made from it.
var styleKey = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_]*$`)

// styleNames checks that the styles can stand in one DOCX. Word takes ids that differ in case alone for one,
// as it does names, ends a name at a comma, and has styles of its own.
func (d *decoder) styleNames(styles *data.Node) {
	ids := map[string]string{"normal": "", "tablenormal": ""}
	names := map[string]string{"normal": "", "normal table": ""}
	for _, f := range styles.Fields {
		if !styleKey.MatchString(f.Key) {
			d.fault(IDStyle, f.KeyPos, fmt.Sprintf("kiểu không được mang khóa «%s»", f.Key), "bắt đầu bằng chữ cái, chỉ dùng chữ không dấu, chữ số và gạch dưới")
		}
		id := strings.ToLower(strings.ReplaceAll(f.Key, "_", ""))
		if other, taken := ids[id]; taken {
			d.fault(IDStyle, f.KeyPos, taking(other, "khóa «"+f.Key+"»"), "đặt khóa khác: hoa, thường và gạch dưới không làm nên khác biệt")
		}
		ids[id] = f.Key
		name := f.Value.Field("ten")
		if strings.Contains(name.Text, ",") {
			d.fault(IDStyle, name.Pos, fmt.Sprintf("tên kiểu «%s» có dấu phẩy", name.Text), "bỏ dấu phẩy: Word hiểu phần sau dấu phẩy là một tên khác")
		}
		folded := strings.ToLower(strings.TrimSpace(name.Text))
		if other, taken := names[folded]; taken {
			d.fault(IDStyle, name.Pos, taking(other, "tên «"+name.Text+"»"), "đặt tên khác: chữ hoa và chữ thường không làm nên khác biệt")
		}
		names[folded] = f.Key
	}
}

// taking says who has a name already: another style of the file, or Word where other is empty.
func taking(other, what string) string {
	if other == "" {
		return what + " là của kiểu mà Word giữ riêng"
	}
	return fmt.Sprintf("%s trùng với kiểu «%s»", what, other)
}

// indents demands that the indents of a style leave room for text on every page.
func (d *decoder) indents(s *Standard, root *data.Node) {
	width := min(s.Page.Width, s.Page.Height) - s.Page.Left.Value - s.Page.Right.Value
	for _, f := range root.Field("kieu").Fields {
		st := s.Styles[f.Key]
		rest := width - st.IndentLeft - max(0, st.FirstLine) - st.IndentRight
		if rest < leastText/2 {
			d.fault(IDLimit, f.Value.Pos, fmt.Sprintf("thụt lề của kiểu «%s» chỉ còn %s cho chữ, cần ít nhất %s", f.Key, max(0, rest), leastText/2),
				"giảm thut_trai, thut_phai hoặc thut_dau")
		}
	}
}

// rules walks the file for lines under components: they are drawn under text in the middle or at the left.
func (d *decoder) rules(s *Standard, n *data.Node) {
	for _, item := range n.Items {
		d.rules(s, item)
	}
	for _, f := range n.Fields {
		d.rules(s, f.Value)
	}
	rule, under := n.Field("gach"), n.Field("kieu_nhan")
	if under == nil {
		under = n.Field("kieu")
	}
	if rule == nil || under == nil {
		return
	}
	if st := s.Styles[under.Text]; st != nil && (st.Align == "phai" || st.Align == "deu") {
		d.fault(IDStyle, rule.Pos, fmt.Sprintf("đường kẻ không đặt được dưới kiểu «%s» vì kiểu này căn «%s»", st.Key, st.Align),
			"căn kiểu này giua hoặc trai, hoặc bỏ gach")
	}
}

// mostStamp is how much higher than its text a frame can be: twice the 31 points that Word takes between a
// border and the text.
const mostStamp = 62 * unit.Pt

// stamps demands a width and height of marks in frames, such that the frame goes around the text in every
// size set (Phụ lục I, mục III.2.b).
func (d *decoder) stamps(s *Standard, m Marks, n *data.Node) {
	st := s.Styles[m.Style]
	if !m.Frame || st == nil {
		return
	}
	for _, f := range n.Field("dau").Fields {
		mark := m.Marks[f.Key]
		if mark.Width == 0 || mark.Height == 0 {
			d.fault(IDMissing, f.Value.Pos, fmt.Sprintf("dấu «%s» có khung nhưng thiếu rong hoặc cao", f.Key), "ghi đủ, như {rong: 30mm, cao: 8mm}")
			continue
		}
		for _, set := range s.SizeSets {
			least := st.lineHeight(set) + m.Weight
			if mark.Height < least || mark.Height > least+mostStamp {
				d.fault(IDLimit, f.Value.Field("cao").Pos, fmt.Sprintf("khung của dấu «%s» cao %s, với bộ cỡ chữ «%s» phải từ %s đến %s",
					f.Key, mark.Height, set, upward(least), downward(least+mostStamp)), "sửa cao, hoặc sửa cỡ chữ và giãn dòng của kiểu «"+st.Key+"»")
			}
		}
	}
}

// upward and downward round a limit to half millimetres, to be said to a person.
func upward(l unit.Length) unit.Length   { return (l + unit.MM/2 - 1) / (unit.MM / 2) * (unit.MM / 2) }
func downward(l unit.Length) unit.Length { return l / (unit.MM / 2) * (unit.MM / 2) }

// lineHeight is the height of a line in a size set, by the line height of Times New Roman, 2355/2048 of the
// size, as the DOCX writer takes it.
func (s *Style) lineHeight(set string) unit.Length {
	if s.LineExact > 0 {
		return s.LineExact
	}
	lines := s.Line
	if lines == 0 {
		lines = 1
	}
	return s.Size(set) * 2355 * unit.Length(lines*240+0.5) / (2048 * 240)
}

// pageNumber demands that the number stands in the top margin and leaves the text its least height also
// where its line hangs out of it.
func (d *decoder) pageNumber(s *Standard, n *data.Node) {
	page, st := s.Page, s.Styles[s.PageNumber.Style]
	if s.PageNumber.FromTop > page.Top.Value {
		d.fault(IDLimit, n.Field("cach_mep_tren").Pos, fmt.Sprintf("số trang cách mép trên %s, lề trên chỉ có %s", s.PageNumber.FromTop, page.Top.Value),
			"giảm cach_mep_tren: số trang nằm trong lề trên")
		return
	}
	if st == nil {
		return
	}
	for _, set := range s.SizeSets {
		bottom := s.PageNumber.FromTop + st.Before + st.lineHeight(set) + st.After
		if min(page.Width, page.Height)-page.Bottom.Value-max(bottom, page.Top.Value) < leastText {
			d.fault(IDLimit, n.Pos, fmt.Sprintf("số trang ở cỡ chữ %s không chừa đủ %s chiều cao cho phần chữ", st.Size(set), leastText),
				"giảm cỡ chữ, giãn dòng hoặc cach_mep_tren của số trang")
		}
	}
}
