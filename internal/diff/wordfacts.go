package diff

import (
	"fmt"
	"strconv"
	"strings"

	"vanban/internal/unit"
	"vanban/internal/word"
)

// Names of facts that more than one place speaks of.
const (
	factSize      = "cỡ chữ"
	factUnderline = "gạch chân"
	factStrike    = "gạch ngang chữ"
	factHighlight = "tô màu chữ"
	factShading   = "nền"
	factStart     = "bắt đầu cách mép trái"
	factPitch     = "giãn dòng trên trang"
	factGap       = "cách dòng trước đoạn"
	factKeywords  = "từ khóa"
	factCreated   = "thời điểm tạo"
)

// list gathers facts; a zero value is left out, so that it counts as none.
type list []Fact

func (l *list) text(name, value string) {
	if value != "" {
		*l = append(*l, Fact{name, value})
	}
}

func (l *list) flag(name string, set bool) {
	if set {
		*l = append(*l, Fact{name, "có"})
	}
}

func (l *list) mm(name string, v unit.Length) {
	*l = append(*l, Fact{name, millimetres(v)})
}

func (l *list) pt(name string, v unit.Length) {
	*l = append(*l, Fact{name, points(v)})
}

func (l *list) number(name string, n int) {
	*l = append(*l, Fact{name, strconv.Itoa(n)})
}

// decimal writes a number as Vietnamese does, with as many decimals as tell one twip from the next.
func decimal(v float64) string {
	text := strconv.FormatFloat(v, 'f', 2, 64)
	text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	return strings.Replace(text, ".", ",", 1)
}

func millimetres(v unit.Length) string { return decimal(v.Millimetres()) + " mm" }

func points(v unit.Length) string { return decimal(v.Points()) }

// formatFacts are how letters look. The language they are marked with changes nothing on paper.
func formatFacts(f *word.Format) []Fact {
	if f == nil {
		return nil
	}
	var l list
	l.text("phông chữ", f.Font)
	l.pt(factSize, f.Size)
	l.flag("đậm", f.Bold)
	l.flag("nghiêng", f.Italic)
	l.text(factUnderline, term(f.Underline))
	l.flag(factStrike, f.Strike)
	l.flag("chữ in hoa", f.Caps)
	l.flag("chữ hoa nhỏ", f.SmallCaps)
	l.text("màu chữ", black(f.Color))
	l.text(factHighlight, term(f.Highlight))
	l.text(factShading, f.Shading)
	if f.Spacing != 0 {
		l.pt("giãn chữ", f.Spacing)
	}
	if f.Scale != 0 && f.Scale != 100 {
		l.text("co giãn chữ", strconv.Itoa(f.Scale)+"%")
	}
	if f.Position != 0 {
		l.pt("nâng chữ", f.Position)
	}
	switch f.VertAlign {
	case word.Superscript:
		l.text("chỉ số", "trên")
	case word.Subscript:
		l.text("chỉ số", "dưới")
	}
	l.flag("chữ viền", f.Outlined)
	return l
}

// black makes one of the two ways to say that letters are black.
func black(color string) string {
	if color == "000000" {
		return ""
	}
	return color
}

func lineHeight(l word.Line) string {
	switch l.Rule {
	case word.Exact:
		return "đúng " + points(l.Height) + " pt"
	case word.AtLeast:
		return "ít nhất " + points(l.Height) + " pt"
	default:
		return decimal(l.Times) + " dòng"
	}
}

func paragraphFacts(p *word.Paragraph, pictures map[string]uint32) []Fact {
	var l list
	l.text("căn lề", p.Align.String())
	l.mm("thụt trái", p.IndentLeft)
	l.mm("thụt phải", p.IndentRight)
	l.mm("thụt dòng đầu", p.FirstLine)
	l.pt("cách đoạn trước", p.Before)
	l.pt("cách đoạn sau", p.After)
	l.text("giãn dòng", lineHeight(p.Line))
	l.text("kiểu", p.Style)
	l.flag("giữ cùng trang với đoạn sau", p.KeepNext)
	l.flag("giữ các dòng cùng trang", p.KeepLines)
	l.flag("sang trang trước đoạn", p.PageBreakBefore)
	l.flag("chống dòng mồ côi", p.WidowControl)
	l.flag("viết từ phải sang trái", p.RightToLeft)
	if p.Outline > 0 {
		l.number("cấp đề mục", p.Outline)
	}
	l.borders("", p.Borders)
	l.text("nền đoạn", p.Shading)
	for i, t := range p.Tabs {
		l.text(fmt.Sprintf("điểm dừng Tab %d", i+1), strings.TrimSpace(millimetres(t.At)+" "+term(t.Align)+" "+term(t.Leader)))
	}
	l.frame("khung", p.Frame)
	if p.Label != nil {
		l.text("số tự động", p.Label.Text)
		if p.Label.Mark != nil && p.Label.Text != "" {
			for _, f := range formatFacts(p.Label.Mark) {
				l.text("số tự động: "+f.Name, f.Value)
			}
		}
	}
	for i, s := range p.Shapes() {
		l.text(fmt.Sprintf("hình %d", i+1), shapeText(s, pictures))
	}
	if p.Text() == "" { // the height of an empty line
		for _, f := range formatFacts(p.Mark) {
			l.text("dấu đoạn: "+f.Name, f.Value)
		}
	}
	return l
}

func (l *list) borders(of string, b word.Borders) {
	for _, e := range []struct {
		name string
		edge word.Border
	}{{"viền trên", b.Top}, {"viền dưới", b.Bottom}, {"viền trái", b.Left}, {"viền phải", b.Right}, {"viền ngang trong", b.InsideH}, {"viền dọc trong", b.InsideV}} {
		if e.edge.Visible() {
			text := fmt.Sprintf("%s, %s pt", term(e.edge.Style), points(e.edge.Weight))
			if e.edge.Space != 0 {
				text += ", cách chữ " + points(e.edge.Space) + " pt"
			}
			l.text(of+e.name, strings.TrimSuffix(text+", "+black(e.edge.Color), ", "))
		}
	}
}

func (l *list) frame(name string, f *word.Frame) {
	if f == nil {
		return
	}
	l.text(name, fmt.Sprintf("%s × %s, ngang %s %s %s, dọc %s %s %s, %s", millimetres(f.Width), millimetres(f.Height),
		term(f.Across), millimetres(f.X), term(f.AlignX), term(f.Down), millimetres(f.Y), term(f.AlignY), term(f.Wrap)))
	l.flag("chữ cái lớn đầu đoạn", f.DropCap)
}

// shapeText says all of a drawing that can be seen, but for the text in it.
func shapeText(s *word.Shape, pictures map[string]uint32) string {
	var parts []string
	add := func(text string, set bool) {
		if set && text != "" {
			parts = append(parts, text)
		}
	}
	name := map[word.ShapeKind]string{word.LineShape: "đường kẻ", word.RectShape: "khung", word.TextBox: "khung chữ", word.Picture: "ảnh", word.Group: "nhóm hình"}[s.Kind]
	add(name, true)
	add("hình "+s.Preset, name == "")
	add("dài "+millimetres(s.Width), true)
	add("cao "+millimetres(s.Height), s.Height.Millimetres() >= hair)
	add("trong dòng", s.Inline)
	if !s.Inline {
		add("ngang từ "+term(s.FromX)+" "+millimetres(s.X), s.AlignX == "")
		add("ngang "+term(s.AlignX)+" của "+term(s.FromX), s.AlignX != "")
		add("dọc từ "+term(s.FromY)+" "+millimetres(s.Y), s.AlignY == "")
		add("dọc "+term(s.AlignY)+" của "+term(s.FromY), s.AlignY != "")
		add("sau chữ", s.Behind)
	}
	add("nét "+points(s.Weight)+" pt", !s.NoLine)
	add("không nét", s.NoLine)
	add("màu "+black(s.Color), black(s.Color) != "")
	add("kiểu "+term(s.Dash), s.Dash != "")
	add("nền "+s.Fill, s.Fill != "")
	add("ẩn", s.Hidden)
	add("chú «"+s.Alt+"»", s.Alt != "")
	if s.Kind == word.Picture {
		add(fmt.Sprintf("ảnh số %08x", pictures[s.Target]), true)
	}
	return strings.Join(parts, ", ")
}

func sectionFacts(s *word.Section) []Fact {
	var l list
	l.mm("khổ giấy, rộng", s.Width)
	l.mm("khổ giấy, cao", s.Height)
	l.text("hướng giấy", map[bool]string{true: "ngang", false: "dọc"}[s.Landscape])
	l.mm("lề trên", s.Top)
	l.mm("lề dưới", s.Bottom)
	l.mm("lề trái", s.Left)
	l.mm("lề phải", s.Right)
	if s.Gutter != 0 {
		l.mm("lề đóng gáy", s.Gutter)
	}
	l.mm("đầu trang cách mép giấy", s.HeaderAt)
	l.mm("chân trang cách mép giấy", s.FooterAt)
	l.flag("trang đầu khác các trang sau", s.TitlePage)
	if s.PageStart >= 0 {
		l.number("đánh số trang từ", s.PageStart)
	}
	l.text("kiểu số trang", term(s.PageFormat))
	l.number("số cột", max(1, s.Columns))
	if s.VAlign != "top" {
		l.text("căn dọc", term(s.VAlign))
	}
	l.text("bắt đầu", term(s.Break))
	return l
}

func tableFacts(t *word.Table) []Fact {
	var l list
	l.width("rộng", t.Width)
	l.mm("thụt trái", t.Indent)
	l.text("căn lề", t.Align.String())
	l.text("kiểu", t.Style)
	l.flag("cột cố định", t.Fixed)
	for i, w := range t.Grid {
		l.mm(fmt.Sprintf("cột %d rộng", i+1), w)
	}
	l.borders("", t.Borders)
	l.edges(t.Margins)
	l.frame("đặt nổi", t.Floating)
	return l
}

func (l *list) width(name string, w word.Width) {
	switch {
	case w.Length != 0:
		l.mm(name, w.Length)
	case w.Percent != 0:
		l.text(name, decimal(w.Percent)+"%")
	}
}

func (l *list) edges(e word.Edges) {
	l.mm("chữ cách viền trên", e.Top)
	l.mm("chữ cách viền dưới", e.Bottom)
	l.mm("chữ cách viền trái", e.Left)
	l.mm("chữ cách viền phải", e.Right)
}

func rowFacts(r *word.Row) []Fact {
	var l list
	l.flag("lặp lại đầu mỗi trang", r.Header)
	l.flag("không tách sang trang", r.CantSplit)
	if r.Height != 0 {
		l.mm("cao", r.Height)
		l.flag("cao cố định", r.Exact)
	}
	if r.Skip > 0 {
		l.number("bỏ trống cột đầu", r.Skip)
	}
	l.flag("ẩn", r.Hidden)
	return l
}

func cellFacts(c *word.Cell) []Fact {
	var l list
	l.number("số cột chiếm", max(1, c.Span))
	switch c.VMerge {
	case word.MergeStart:
		l.text("gộp xuống", "bắt đầu")
	case word.MergeContinue:
		l.text("gộp xuống", "tiếp theo")
	}
	l.width("rộng", c.Width)
	l.borders("", c.Borders)
	l.edges(c.Margins)
	if c.VAlign != "top" {
		l.text("căn dọc", term(c.VAlign))
	}
	l.text("nền", c.Shading)
	l.text("hướng chữ", c.Turned)
	return l
}

// propertyFacts are the properties that a person sets. Who saved the file last, when and with what program is no
// part of the document, nor are the marks that vanban leaves.
func propertyFacts(p *word.Properties) []Fact {
	var l list
	l.text("tiêu đề", p.Title)
	l.text("chủ đề", p.Subject)
	l.text("tác giả", p.Creator)
	l.text(factKeywords, p.Keywords)
	l.text("mô tả", p.Description)
	l.text("phân loại", p.Category)
	l.text("trạng thái", p.Status)
	l.text("ngôn ngữ", p.Language)
	l.text("đơn vị", p.Company)
	l.text("người quản lý", p.Manager)
	l.text(factCreated, p.Created)
	for _, c := range p.Custom {
		if !strings.HasPrefix(c.Name, ownPrefix) {
			l.text("thuộc tính «"+c.Name+"»", c.Value)
		}
	}
	return l
}

// ownPrefix begins the names of the properties that vanban leaves in what it writes: its lock, its hash.
const ownPrefix = "vanban-"
