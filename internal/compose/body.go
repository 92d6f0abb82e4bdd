package compose

import (
	"slices"
	"strings"

	"vanban/internal/doc"
	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// bodyText is nội dung (ô 6): every construct of official text in its style, and the layout's end mark
// after the last sentence.
func (c *composer) bodyText(p part) {
	blocks := c.blocks(p.body)
	if n := len(blocks); n > 0 {
		if last, ok := blocks[n-1].(*sheet.Paragraph); ok && !closedAbove(blocks[:n-1], c.layout.EndMark) {
			last.Runs = ended(last.Runs, c.layout.EndMark)
		}
	}
	c.add(blocks...)
}

// closedAbove tells whether the author set the end mark above the last paragraph: a note in brackets stands below it.
// A mark that any sentence ends with tells nothing.
func closedAbove(blocks []sheet.Block, mark string) bool {
	return len(mark) > 1 && slices.ContainsFunc(blocks, func(b sheet.Block) bool {
		p, ok := b.(*sheet.Paragraph)
		return ok && len(p.Runs) > 0 && strings.HasSuffix(strings.TrimRight(p.Runs[len(p.Runs)-1].Text, " "), mark)
	})
}

// ended puts the end mark in place of the marks that the author typed after the last word.
func ended(runs []sheet.Run, mark string) []sheet.Run {
	if mark == "" || len(runs) == 0 {
		return runs
	}
	last := &runs[len(runs)-1]
	text := strings.TrimRight(last.Text, " ")
	if !strings.HasSuffix(text, mark) {
		last.Text = withoutMark(text) + mark
	}
	return runs
}

func (c *composer) blocks(body []doc.Block) []sheet.Block {
	var out []sheet.Block
	b := c.std.Body
	for _, block := range body {
		switch block := block.(type) {
		case *doc.Division:
			label := c.style(b.DivisionLabel[block.Level])
			first := &sheet.Paragraph{At: block.At, Style: label, Runs: []sheet.Run{{Text: block.Label + " " + block.Number, Font: label.Font}}}
			out = append(out, first)
			if len(block.Inlines) > 0 {
				first.OutlineTitle = block.Label + " " + block.Number + ". " + block.Plain()
				out = append(out, c.paragraph(block.Line, b.DivisionTitle[block.Level], ""))
			}
		case *doc.Heading:
			out = append(out, c.paragraph(block.Line, b.Heading, block.Number))
		case *doc.Article:
			out = append(out, c.article(block))
		case *doc.Clause:
			style := b.Clause
			if block.Heading {
				style = b.ClauseHeading[min(block.Depth, len(b.ClauseHeading))-1]
			}
			out = append(out, c.paragraph(block.Line, style, block.Number))
		case *doc.Point:
			out = append(out, c.paragraph(block.Line, b.Point, block.Letter+block.Mark))
		case *doc.Item:
			out = append(out, c.paragraph(block.Line, b.Item, block.Mark))
		case *doc.Paragraph:
			out = append(out, c.paragraph(block.Line, b.Paragraph, ""))
		case *doc.Centered:
			out = append(out, c.paragraph(block.Line, b.Centered, ""))
		case *doc.Table:
			out = append(out, c.table(block))
		default:
			panic("compose: unknown block")
		}
	}
	spaceAfterTables(out)
	return out
}

// spaceAfterTables keeps a paragraph off the table above it by its own gap: a table has none after it.
func spaceAfterTables(blocks []sheet.Block) {
	for i := 1; i < len(blocks); i++ {
		_, table := blocks[i-1].(*sheet.Table)
		if p, ok := blocks[i].(*sheet.Paragraph); ok && table {
			p.SpaceBefore = p.Style.After
		}
	}
}

// article prints «Điều n.» in bold; the text behind it is bold only where it is the article's title.
func (c *composer) article(a *doc.Article) *sheet.Paragraph {
	style := c.std.Body.Article
	if a.Titled {
		style = c.std.Body.ArticleTitled
	}
	label := strings.ReplaceAll(c.std.Body.ArticleLabel, "{so}", a.Number)
	p := c.paragraph(a.Line, style, "")
	bold := p.Style.Font
	bold.Bold = true
	p.Runs = append([]sheet.Run{{Text: label + " ", Font: bold}}, p.Runs...)
	return p
}

// paragraph gives a line its style, with its number before it.
func (c *composer) paragraph(l doc.Line, style, number string) *sheet.Paragraph {
	st := c.style(style)
	p := &sheet.Paragraph{At: l.At, Style: st}
	if number != "" {
		p.Runs = append(p.Runs, sheet.Run{Text: number + " ", Font: st.Font})
	}
	for _, in := range l.Inlines {
		font := st.Font
		font.Bold = font.Bold || in.Bold
		font.Italic = font.Italic || in.Italic
		if n := len(p.Runs); n > 0 && p.Runs[n-1].Font == font && !in.Break {
			p.Runs[n-1].Text += in.Text
			continue
		}
		p.Runs = append(p.Runs, sheet.Run{Text: in.Text, Font: font, Break: in.Break})
	}
	p.KeepNext = strings.HasSuffix(l.Plain(), ":") // a line that leads in is not left alone at the foot of a page
	return p
}

// tieToLast makes the last lines of the body go with what follows: the block of signatures must never
// stand alone on a page.
func (c *composer) tieToLast() {
	width := c.section.Page.TextWidth()
	need := c.std.Signature.KeepWith
	for i := len(c.section.Blocks) - 1; i >= 0 && need > 0; i-- {
		switch b := c.section.Blocks[i].(type) {
		case *sheet.Paragraph:
			b.KeepNext = true
			need -= c.atLeastLines(b, width)
		case *sheet.Table:
			for r := len(b.Rows) - 1; r >= 0 && need > 0; r-- {
				b.Rows[r].KeepNext, b.Rows[r].NoSplit = true, true
				need--
			}
		}
	}
}

// atLeastLines counts the lines a paragraph surely has, up to two.
func (c *composer) atLeastLines(p *sheet.Paragraph, width unit.Length) int {
	room := width - p.Style.IndentLeft - p.Style.IndentRight - p.IndentLeft - p.Style.FirstLine
	if c.runsWidth(p.Runs) > room {
		return 2
	}
	return 1
}
