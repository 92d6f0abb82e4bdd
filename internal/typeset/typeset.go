// Package typeset breaks a sheet into pages of placed lines: paragraphs into lines, tables into rows, both
// into pages. What comes out ([Document]) is drawn by package pdf without measuring anything, and written
// by [Document.Dump] as text that tests compare.
//
// Start from [Typeset], then [setter.paragraph] (lines), [flow.fill] (pages) and [table.fill] (rows).
//
// # How it works
//
// Laying out comes first: every paragraph is broken into lines for the width of its column, and a table is
// its cells' paragraphs. That depends on widths alone. Then columns are filled, one at a time: [flow.fill]
// says what of a flow stands in a column of some height and where the next goes on, for the body of a page
// and for a cell alike. Only then is anything drawn.
//
// # What it is measured against
//
// The PDF has to break where LibreOffice 7.4 breaks the DOCX of the same sheet, so LibreOffice's habits are
// the rules here, each found by experiment and held by oracle_test.go:
//   - the advance of a letter is a whole number of 1/8640 inch ([grain]), heights are whole twips ([twip]);
//     no kerning, no ligatures;
//   - the height of a line is hhea's ascent, descent and gap, the gap above; an exact pitch has four fifths
//     above the baseline; a pitch of some lines adds its extra below, and the last line of a page needs only
//     its own height;
//   - the space above a paragraph vanishes at the top of a page that the text has come to by itself, but
//     stands at the beginning of a section, and stands again where a cell goes on;
//   - lines end at spaces, after hyphens, dashes, ! ? and …; after a slash only in the first word of a
//     paragraph (class, [setter.next]);
//   - letters that lean keep a twelfth of their line's height free before the right margin;
//   - a paragraph kept with the next is not split; in cells single lines may stand alone;
//   - the lines of a table take half a point above each row and below the last.
//
// # Invariants
//
// No text is lost and none stands outside the page to the side: a word wider than its line is broken between
// letters, never between a letter and its marks. Every column takes something, so the work ends: what no page
// can hold hangs out below. A block that is kept with the next goes with it unless the chain is longer than a
// page; then at least two lines of it do, so that a signature never stands alone (NĐ 30/2020, Phụ lục I).
//
// # Known gaps
//
//   - LibreOffice rounds the columns of a table by way of ten-thousandths of its width: a cell may be one twip
//     wider or narrower there, which moves a word about once in a thousand lines.
//   - LibreOffice moves right-aligned and centred italics in by the room it keeps free; here they are flush.
//   - LibreOffice leaves a chain longer than a page to itself; here its last lines stay with what follows.
//   - A line that ends at U+00AD shows no hyphen; texts from right to left and scripts that need shaping are not set.
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
		Custom:   s.Properties.Custom,
	}
	set := &setter{fonts: fonts, glyphs: glyphs{fonts: fonts}, known: map[letterKey]*letters{}}
	number := 0
	for _, sec := range s.Sections {
		if sec.PageNumber.Restart {
			number = 0
		}
		number = set.section(d, sec, number)
	}
	return d, set.glyphs.findings
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
			plain:    StartParagraph,
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
		pg.plain = StartFoot
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
	pg.plain = StartNumber
	pg.fragment(f, toTwips(sec.Page.Left), top)
	pg.plain = StartParagraph
	return top + f.height
}
