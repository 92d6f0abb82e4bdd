package pdf

import (
	"fmt"
	"strings"
	"testing"

	"vanban/internal/font"
	"vanban/internal/typeset"
	"vanban/internal/unit"
)

// The four looks of the samples.
var (
	regular    = typeset.FaceKey{}
	bold       = typeset.FaceKey{Bold: true}
	italic     = typeset.FaceKey{Italic: true}
	boldItalic = typeset.FaceKey{Bold: true, Italic: true}
)

func embedded(t testing.TB) *font.Set {
	t.Helper()
	fonts, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

// setter sets lines on pages as a typesetter would, only without breaking anything.
type setter struct {
	fonts *font.Set
	doc   *typeset.Document
	page  *typeset.Page
	y     unit.Length
}

const bodySize = 13 * unit.Pt

func newSetter(t testing.TB) *setter {
	return &setter{fonts: embedded(t), doc: &typeset.Document{
		Title:    "Biên bản họp về nền tảng số (bản 1) \\ thử",
		Subject:  "Họp rà soát tiến độ quý IV",
		Author:   "Ủy ban nhân dân xã Thượng Lâm",
		Keywords: "12/BB-UBND; chuyển đổi số",
		Language: "vi-VN",
	}}
}

// newPage begins a page, A4 upright or turned.
func (s *setter) newPage(landscape bool) {
	w, h := 210*unit.MM, 297*unit.MM
	if landscape {
		w, h = h, w
	}
	s.page = &typeset.Page{Width: w, Height: h}
	s.doc.Pages = append(s.doc.Pages, s.page)
	s.y = 20 * unit.MM
}

// line sets a line from x; a width above 0 justifies it to that width.
func (s *setter) line(x, width unit.Length, key typeset.FaceKey, text string) {
	s.y += 18 * unit.Pt
	s.page.Lines = append(s.page.Lines, typeset.Line{
		Baseline: s.y, Spans: []typeset.Span{s.span(x, width, key, text)}})
}

func (s *setter) span(x, width unit.Length, key typeset.FaceKey, text string) typeset.Span {
	span := typeset.Span{X: x, Text: text, Face: key, Size: bodySize}
	span.Width = s.fonts.Face(key.Bold, key.Italic).Width(text, bodySize)
	if gaps := unit.Length(strings.Count(text, " ")); width > 0 && gaps > 0 {
		const narrowest = -bodySize / 20 // a fifth of a space
		span.WordSpace = max(narrowest, (width-span.Width)/gaps)
		span.Width += gaps * span.WordSpace
	}
	return span
}

const (
	left    = 30 * unit.MM
	measure = 165 * unit.MM
)

// minutes is a page of minutes with all four faces, a two-column head, rules and a table.
func minutes(t testing.TB) (*typeset.Document, *font.Set) {
	s := newSetter(t)
	s.newPage(false)
	head := []typeset.Line{
		{Baseline: 90 * unit.Pt, Spans: []typeset.Span{s.span(40*unit.MM, 0, regular, "UBND XÃ THƯỢNG LÂM")}},
		{Baseline: 106 * unit.Pt, Spans: []typeset.Span{s.span(47*unit.MM, 0, bold, "HỘI ĐỒNG TƯ VẤN")}},
		{Baseline: 90 * unit.Pt, Spans: []typeset.Span{s.span(110*unit.MM, 0, bold, "DÒNG THỨ NHẤT BÊN PHẢI")}},
		{Baseline: 122 * unit.Pt, Spans: []typeset.Span{s.span(112*unit.MM, 0, italic, "Thượng Lâm, ngày 05 tháng 9")}},
	}
	s.page.Lines = head
	s.page.Strokes = []typeset.Stroke{
		{X1: 55 * unit.MM, Y1: 111 * unit.Pt, X2: 75 * unit.MM, Y2: 111 * unit.Pt, Weight: unit.Pt / 2},
		{X1: left, Y1: 740 * unit.Pt, X2: left + measure, Y2: 740 * unit.Pt, Weight: unit.Pt, Color: "1F497D"},
	}
	s.page.Fills = []typeset.Fill{
		{X: left, Y: 720 * unit.Pt, Width: measure, Height: 20 * unit.Pt, Color: "DDE8F0"}}
	s.y = 130 * unit.Pt
	s.line(80*unit.MM, 0, bold, "BIÊN BẢN (họp lần 3)")
	s.line(70*unit.MM, 0, boldItalic, "Rà soát tiến độ: quý IV/2025")
	for i := range 25 {
		s.line(left, measure, regular, body(i))
	}
	s.line(left, 0, regular, "và kết thúc lúc 16 giờ 30 phút.")
	s.page.Lines[len(s.page.Lines)-1].Spans[0].Color = "1F497D"
	return s.doc, s.fonts
}

// plan is ten pages of text with headings, bookmarks and a landscape appendix.
func plan(t testing.TB) (*typeset.Document, *font.Set) {
	s := newSetter(t)
	s.doc.Created = "2025-09-11T01:30:00Z"
	for p := range 10 {
		s.newPage(p == 9)
		heading := fmt.Sprintf("%d. Nhóm việc thứ %d", p+1, p+1)
		s.doc.Outline = append(s.doc.Outline, typeset.Mark{Level: 1 + p%3, Title: heading, Page: p, Y: s.y})
		s.line(left, 0, bold, heading)
		for i := range 22 {
			s.line(left, measure, regular, body(p*22+i))
		}
		s.line(left, 0, italic, "Trang này hết ở đây.")
	}
	return s.doc, s.fonts
}

// body is a sentence that differs from line to line.
func body(i int) string {
	subjects := []string{"Tổ công tác số", "Văn phòng", "Phòng Văn hóa – Xã hội", "Đại biểu dự họp"}
	verbs := []string{"đề nghị bổ sung", "thống nhất điều chỉnh", "báo cáo việc thực hiện", "ghi nhận"}
	things := []string{"chỉ tiêu «hồ sơ trực tuyến» ở 14 thôn", "kinh phí đợt hai, mức 1.250.000 đồng",
		"lịch tập huấn; phân công người giữ", "đường truyền tới nhà sinh hoạt"}
	return fmt.Sprintf("%s %s %s, lượt %d", subjects[i%4], verbs[i/4%4], things[i/3%4], i+1)
}

// text is what the document says: its lines in reading order, the spans of a line joined.
func text(d *typeset.Document) []string {
	var lines []string
	for _, p := range d.Pages {
		for _, l := range p.Lines {
			line := ""
			for _, s := range l.Spans {
				line += s.Text
			}
			lines = append(lines, line)
		}
	}
	return lines
}
