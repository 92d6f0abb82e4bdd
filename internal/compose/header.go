package compose

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"vanban/internal/doc"
	"vanban/internal/sheet"
	"vanban/internal/standard"
	"vanban/internal/unit"
	"vanban/internal/viet"
)

// header is the two columns at the head (ô 1 to 4, and the marks below them). The right column is as
// wide as its widest line, which must never be broken; the left one takes the rest.
func (c *composer) header(p part) {
	rows := c.std.Headers[p.header]
	if p.header == "" {
		rows = c.std.Headers[c.std.Enclosure.Header]
	}
	text := c.section.Page.TextWidth()
	right := c.rightColumn(rows)
	if most := text - c.std.Gutter - hair; right > most {
		c.fault(IDNarrow, p.pos, fmt.Sprintf("nửa phải của đầu trang rộng %.0f mm, trang chỉ còn chỗ rộng %.0f mm",
			right.Millimetres(), most.Millimetres()), "viết địa danh ngắn hơn, hoặc dùng bộ cỡ chữ nhỏ hơn (co_chu)")
		right = most
	}
	right = max(right, text/2)
	left := text - right
	t := &sheet.Table{At: p.pos, Columns: []unit.Length{left, right}}
	for _, row := range rows {
		t.Rows = append(t.Rows, &sheet.Row{NoSplit: true, KeepNext: true, Cells: []*sheet.Cell{
			{Blocks: c.stack(row.Left, left-c.std.Gutter)},
			{Blocks: c.stack(row.Right, right)},
		}})
	}
	c.add(t)
}

// hair keeps a column that is as wide as its text from breaking it through rounding.
const hair = unit.MM

func (c *composer) rightColumn(rows []standard.Columns) unit.Length {
	var widest unit.Length
	for _, row := range rows {
		for _, name := range row.Right {
			for _, b := range c.headerPart(name, 1000*unit.MM) {
				p := b.(*sheet.Paragraph)
				w := c.runsWidth(p.Runs)
				if p.Box != nil {
					w = max(w, p.Box.Width)
				}
				widest = max(widest, w+hair)
			}
		}
	}
	return widest
}

func (c *composer) runsWidth(runs []sheet.Run) unit.Length {
	var w unit.Length
	for _, r := range runs {
		w += r.Blank + c.measure.Width(r.Text, r.Font.Bold, r.Font.Italic, r.Font.Size)
	}
	return w
}

func (c *composer) stack(names []string, width unit.Length) []sheet.Block {
	var out []sheet.Block
	for _, name := range names {
		out = append(out, c.headerPart(name, width)...)
	}
	return out
}

// headerPart gives the paragraphs of one component of the header, none where the data left it out.
func (c *composer) headerPart(name string, width unit.Length) []sheet.Block {
	if f, ok := headerComponents()[name]; ok {
		return f(c, width)
	}
	if w, ok := c.std.Words[name]; ok {
		return []sheet.Block{c.word(w)}
	}
	panic("compose: the standard has no header component " + name)
}

// headerComponent draws one component of the header into a column of a width.
type headerComponent func(c *composer, width unit.Length) []sheet.Block

// headerComponents draws each of standard.HeaderComponents.
func headerComponents() map[string]headerComponent {
	return map[string]headerComponent{
		"chu_quan": func(c *composer, width unit.Length) []sheet.Block {
			return c.lines(c.doc.Header.Superior, c.std.Superior, width)
		},
		"co_quan": func(c *composer, width unit.Length) []sheet.Block {
			return c.lines(c.doc.Header.Issuer, c.std.Issuer, width)
		},
		"so_ky_hieu":         (*composer).number,
		"dia_danh_ngay":      (*composer).placeDate,
		"trich_yeu_cong_van": (*composer).about,
		"do_khan": func(c *composer, _ unit.Length) []sheet.Block {
			return c.mark(c.doc.Urgency, c.std.Urgency)
		},
		"luu_hanh": func(c *composer, _ unit.Length) []sheet.Block {
			return c.mark(c.doc.Circulation, c.std.Circulate)
		},
	}
}

// number is số, ký hiệu (ô 3).
func (c *composer) number(unit.Length) []sheet.Block {
	symbol := c.doc.Header.Symbol
	if symbol.IsZero() {
		return nil
	}
	st := c.style(c.std.Number.Style)
	return []sheet.Block{&sheet.Paragraph{At: symbol.Pos, Style: st, Runs: c.numberRuns(c.std.Number.Pattern, st.Font)}}
}

// placeDate is địa danh và thời gian ban hành (ô 4).
func (c *composer) placeDate(unit.Length) []sheet.Block {
	place := c.doc.Header.Place
	if place.IsZero() {
		return nil
	}
	st := c.style(c.std.PlaceDate.Style)
	return []sheet.Block{&sheet.Paragraph{At: place.Pos, Style: st, Runs: c.placeDateRuns(st.Font)}}
}

// about is trích yếu of a công văn (ô 5b).
func (c *composer) about(width unit.Length) []sheet.Block {
	if len(c.doc.Subject) == 0 {
		return nil
	}
	text := strings.ReplaceAll(c.std.About.Pattern, "{trich_yeu}", joined(c.doc.Subject))
	return c.lines([]doc.Text{{Text: text, Pos: c.doc.Subject[0].Pos}}, standard.Lines{Style: c.std.About.Style}, width)
}

// mark is a stamp of fixed words: độ khẩn (ô 10b), phạm vi lưu hành (ô 11).
func (c *composer) mark(key doc.Text, marks standard.Marks) []sheet.Block {
	if key.IsZero() {
		return nil
	}
	names := slices.Sorted(maps.Keys(marks.Marks))
	at := slices.IndexFunc(names, func(n string) bool { return viet.Fold(n) == viet.Fold(key.Text) })
	if at < 0 {
		c.fault(IDMark, key.Pos, fmt.Sprintf("không có dấu «%s»", key.Text), "chọn một trong: "+strings.Join(names, ", "))
		return nil
	}
	m := marks.Marks[names[at]]
	st := c.style(marks.Style)
	p := &sheet.Paragraph{At: key.Pos, Style: st, Runs: []sheet.Run{{Text: m.Text, Font: st.Font}}}
	if marks.Frame {
		p.Box = &sheet.Box{Width: m.Width, Height: m.Height, Weight: marks.Weight, Color: st.Font.Color}
	}
	return []sheet.Block{p}
}
