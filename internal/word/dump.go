package word

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"vanban/internal/unit"
)

// Dump writes the document as readable text: every paragraph with what is in effect for it and its runs, without
// what no reader of the document sees (ids, how the file divides runs). It returns the first error of w.
func (d *Document) Dump(w io.Writer) error {
	o := &dumper{}
	o.properties(&d.Properties)
	for _, s := range d.Sections {
		o.section(d, s)
		o.blocks(d.Body[s.From:s.To], 0)
	}
	for _, h := range d.Headers {
		o.line(0, "== %s ==", h.name())
		o.blocks(h.Blocks, 0)
	}
	for _, notes := range [][]*Note{d.Footnotes, d.Endnotes, d.Comments} {
		for _, n := range notes {
			o.line(0, "== %s ==", noteName(n))
			o.blocks(n.Blocks, 0)
		}
	}
	if len(d.Remarks) > 0 {
		o.line(0, "== ngoài chữ ==")
	}
	for _, r := range d.Remarks {
		text := r.Kind.String()
		if r.Detail != "" {
			text += " «" + r.Detail + "»"
		}
		if r.Count > 1 {
			text += fmt.Sprintf(" (%d lần)", r.Count)
		}
		o.line(0, "%s", text)
	}
	_, err := io.WriteString(w, o.b.String())
	return err
}

type dumper struct{ b strings.Builder }

func (o *dumper) line(depth int, format string, args ...any) {
	o.b.WriteString(strings.Repeat("  ", depth))
	fmt.Fprintf(&o.b, format, args...)
	o.b.WriteByte('\n')
}

func (o *dumper) properties(p *Properties) {
	for _, each := range []struct{ name, value string }{
		{"tiêu đề", p.Title}, {"chủ đề", p.Subject}, {"tác giả", p.Creator}, {"từ khóa", p.Keywords}, {"mô tả", p.Description}, {"ngôn ngữ", p.Language},
		{"cơ quan", p.Company},
	} {
		if each.value != "" {
			o.line(0, "%s: %s", each.name, quoted(each.value))
		}
	}
	for _, c := range p.Custom {
		o.line(0, "thuộc tính %s: %s", c.Name, quoted(c.Value))
	}
}

func (o *dumper) section(d *Document, s *Section) {
	parts := []string{fmt.Sprintf("%s × %s mm", mm(s.Width), mm(s.Height)),
		fmt.Sprintf("lề trên %s dưới %s trái %s phải %s", mm(s.Top), mm(s.Bottom), mm(s.Left), mm(s.Right)),
		fmt.Sprintf("đầu trang cách mép %s, chân trang cách mép %s", mm(s.HeaderAt), mm(s.FooterAt))}
	if s.Number > 1 && s.Break != "nextPage" {
		parts = append(parts, "bắt đầu kiểu "+s.Break)
	}
	if s.TitlePage {
		parts = append(parts, "trang đầu riêng")
	}
	if d.EvenAndOdd {
		parts = append(parts, "trang chẵn lẻ riêng")
	}
	if s.PageStart >= 0 {
		parts = append(parts, fmt.Sprintf("đánh số trang từ %d", s.PageStart))
	}
	if s.PageFormat != "decimal" {
		parts = append(parts, "số trang kiểu "+s.PageFormat)
	}
	if s.Columns > 1 {
		parts = append(parts, fmt.Sprintf("%d cột", s.Columns))
	}
	o.line(0, "== phần trang %d: %s ==", s.Number, strings.Join(parts, "; "))
}

func (o *dumper) blocks(blocks []Block, depth int) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Paragraph:
			o.paragraph(b, depth)
		case *Table:
			o.table(b, depth)
		default:
			panic("word: a block of an unknown kind")
		}
	}
}

func (o *dumper) paragraph(p *Paragraph, depth int) {
	head := "đoạn " + strconv.Itoa(p.Place.Paragraph)
	if details := paragraphWords(p); details != "" {
		head += ": " + details
	}
	o.line(depth, "%s", head)
	if p.Label != nil && p.Label.Text != "" {
		o.line(depth+2, "số %s", quoted(p.Label.Text))
	}
	for i := 0; i < len(p.Runs); {
		to := i + 1
		for to < len(p.Runs) && joins(&p.Runs[i], &p.Runs[to]) {
			to++
		}
		o.runs(p.Runs[i:to], depth+2)
		i = to
	}
	if len(p.Runs) == 0 && p.Place.Table == 0 {
		o.line(depth+2, "trống, %s", formatWords(p.Mark))
	}
}

// joins tells runs that a reader cannot tell apart.
func joins(a, b *Run) bool {
	return a.Format == b.Format && a.Shape == nil && b.Shape == nil && a.Field == b.Field && a.Link == b.Link &&
		(a.Change == b.Change || a.Change != nil && b.Change != nil && a.Change.Kind == b.Change.Kind && a.Change.Author == b.Change.Author)
}

func (o *dumper) runs(runs []Run, depth int) {
	first := &runs[0]
	if first.Shape != nil {
		o.shape(first.Shape, depth)
		return
	}
	var text strings.Builder
	for i := range runs {
		text.WriteString(runText(&runs[i]))
	}
	words := formatWords(first.Format)
	if first.Field != nil {
		words += ", trường " + first.Field.Name
	}
	if first.Link != "" {
		words += ", liên kết " + quoted(first.Link)
	}
	if first.Change != nil {
		words += ", " + first.Change.Kind.String() + " bởi " + quoted(first.Change.Author)
	}
	o.line(depth, "%s  [%s]", quoted(text.String()), words)
}

// runText writes a run of whatever kind; what is no letter stands in ⟨⟩.
func runText(r *Run) string {
	switch r.Kind {
	case TabKey, PositionTab:
		return "⟨tab⟩"
	case LineBreak:
		return "⟨xuống dòng⟩"
	case PageBreak:
		return "⟨ngắt trang⟩"
	case ColumnBreak:
		return "⟨ngắt cột⟩"
	case FootnoteRef, EndnoteRef:
		return "⟨chú thích " + strconv.Itoa(r.Note) + "⟩"
	case NoteMark:
		return "⟨số chú thích⟩"
	case EmptyField:
		return "⟨" + r.Field.Name + "⟩"
	case OptionalHyphen:
		return "⟨gạch nối ẩn⟩"
	}
	return r.Text
}

func (o *dumper) table(t *Table, depth int) {
	head := fmt.Sprintf("bảng %d: %d cột", t.Place.Table, t.Columns())
	if t.Borderless() {
		head += ", không kẻ"
	}
	if t.Align != Left {
		head += ", " + t.Align.String()
	}
	if t.Floating != nil {
		head += ", nổi"
	}
	if len(t.Grid) > 0 {
		var widths []string
		for _, w := range t.Grid {
			widths = append(widths, mm(w))
		}
		head += ", rộng " + strings.Join(widths, " + ") + " mm"
	}
	o.line(depth, "%s", head)
	for i, row := range t.Rows {
		o.line(depth+1, "hàng %d%s", i+1, rowWords(row))
		for k, c := range row.Cells {
			o.line(depth+2, "cột %d%s", k+1, cellWords(c))
			if c.VMerge != MergeContinue {
				o.blocks(c.Blocks, depth+3)
			}
		}
	}
}

func rowWords(row *Row) string {
	out := ""
	if row.Header {
		out += ", lặp lại ở đầu trang"
	}
	if row.CantSplit {
		out += ", không tách"
	}
	if row.Height > 0 {
		out += ", cao " + mm(row.Height)
	}
	if row.Change != nil {
		out += ", " + row.Change.Kind.String() + " bởi " + quoted(row.Change.Author)
	}
	return out
}

func cellWords(c *Cell) string {
	out := ""
	if c.Span > 1 {
		out += fmt.Sprintf(", gộp %d cột", c.Span)
	}
	switch c.VMerge {
	case MergeStart:
		out += ", gộp xuống"
	case MergeContinue:
		out += ", gộp với ô trên"
	}
	if c.VAlign != "top" {
		out += ", dọc " + c.VAlign
	}
	if c.Shading != "" {
		out += ", nền " + c.Shading
	}
	if lines := c.Borders; lines.Visible() {
		var edges []string
		for _, e := range []struct {
			name string
			b    Border
		}{{"trên", lines.Top}, {"dưới", lines.Bottom}, {"trái", lines.Left}, {"phải", lines.Right}} {
			if e.b.Visible() {
				edges = append(edges, e.name)
			}
		}
		out += ", kẻ " + strings.Join(edges, " ")
	}
	return out
}

func (o *dumper) shape(s *Shape, depth int) {
	head := fmt.Sprintf("%s %s × %s mm", s.Kind, mm(s.Width), mm(s.Height))
	if !s.Inline {
		head += fmt.Sprintf(", cách %s %s, cách %s %s", s.FromX, at(s.X, s.AlignX), s.FromY, at(s.Y, s.AlignY))
	}
	if !s.NoLine {
		head += fmt.Sprintf(", nét %spt", strconv.FormatFloat(s.Weight.Points(), 'f', -1, 64))
		if s.Dash != "" {
			head += " " + s.Dash
		}
	}
	o.line(depth, "%s", head)
	o.blocks(s.Blocks, depth+1)
	for _, inner := range s.Shapes {
		o.shape(inner, depth+1)
	}
}

func at(l unit.Length, align string) string {
	if align != "" {
		return align
	}
	return mm(l)
}

// mm writes a length in millimetres, to a hundredth.
func mm(l unit.Length) string {
	s := strconv.FormatFloat(l.Millimetres(), 'f', 2, 64)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

func quoted(s string) string {
	return "«" + strings.Map(func(c rune) rune {
		if c < 0x20 || c == 0x7f {
			return '\uFFFD'
		}
		return c
	}, s) + "»"
}
