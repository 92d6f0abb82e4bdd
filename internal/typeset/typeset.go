package typeset

import (
	"strconv"

	"vanban/internal/diag"
	"vanban/internal/font"
	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// Typeset breaks a sheet into pages of placed lines. The findings are the characters that the faces do not
// have (FONT-GLYPH), each once for a paragraph; the document is complete all the same, with the faces'
// boxes in their places, so that all findings of later stages can be told too.
func Typeset(s *sheet.Sheet, fonts *font.Set) (*Document, diag.List) {
	d := &Document{
		Title:    s.Properties.Title,
		Subject:  s.Properties.Subject,
		Author:   s.Properties.Author,
		Keywords: s.Properties.Keywords,
		Language: s.Properties.Language,
		Created:  s.Properties.Created,
	}
	set := &setter{fonts: fonts, known: map[letterKey]*letters{}}
	number := 0
	for _, sec := range s.Sections {
		if sec.PageNumber.Restart {
			number = 0
		}
		number = set.section(d, sec, number)
	}
	return d, set.findings
}

// section adds the pages of a section and gives the number of its last.
func (s *setter) section(d *Document, sec *sheet.Section, number int) int {
	page := sec.Page
	width := toTwips(page.TextWidth())
	body := s.flow(sec.Blocks, width)
	from := cursor{}
	for first := true; ; first = false {
		number++
		pg := &sheetOfPaper{
			Page:     &Page{Width: page.Width, Height: page.Height},
			document: d,
			index:    len(d.Pages),
		}
		d.Pages = append(d.Pages, pg.Page)
		top, bottom := toTwips(page.Top), toTwips(page.Height)-toTwips(page.Bottom)
		if sec.PageNumber.Style != nil && !(first && sec.PageNumber.HideFirst) {
			top = max(top, s.pageNumber(pg, sec, number))
		}
		var foot fragment
		var footTop twip
		if first && len(sec.FirstFoot) > 0 {
			foot, _, _ = s.flow(sec.FirstFoot, width).fill(cursor{}, endless, begun)
			footTop = toTwips(page.Height) - toTwips(footDistance(page)) - foot.height
			bottom = min(bottom, footTop)
		}
		if bottom-top < toTwips(unit.CM) {
			panic("typeset: a page without room for text")
		}
		kind := followed
		if first {
			kind = begun
		}
		part, next, done := body.fill(from, bottom-top, kind)
		pg.fragment(part, toTwips(page.Left), top)
		pg.fragment(foot, toTwips(page.Left), footTop)
		if done {
			return number
		}
		from = next
	}
}

// footDistance is the room below a foot: half the bottom margin, as the DOCX has it.
func footDistance(p sheet.Page) unit.Length { return p.Bottom / 2 }

// pageNumber draws the number of a page in its top margin (NĐ 30/2020, Phụ lục I, mục I.7) and gives the
// bottom of its line, above which no text may stand.
func (s *setter) pageNumber(pg *sheetOfPaper, sec *sheet.Section, number int) twip {
	style := *sec.PageNumber.Style
	style.Align, style.Outline = sheet.Center, 0
	p := s.paragraph(&sheet.Paragraph{
		Style: &style,
		Runs:  []sheet.Run{{Text: strconv.Itoa(number), Font: style.Font}},
	}, toTwips(sec.Page.TextWidth()))
	f, _, _ := flow{{paragraph: p}}.fill(cursor{}, endless, followed)
	top := toTwips(sec.PageNumber.FromTop)
	pg.fragment(f, toTwips(sec.Page.Left), top)
	return top + f.height
}
