package build

import (
	"fmt"
	"strings"

	"vanban/internal/sheet"
	"vanban/internal/zone"
)

// printed gives the lines of a sheet as package zone takes them.
func printed(s *sheet.Sheet) []zone.Line {
	blocks := 0
	for _, section := range s.Sections {
		blocks += len(section.Blocks)
	}
	p := &printing{out: make([]zone.Line, 0, blocks)}
	for _, section := range s.Sections {
		p.opens, p.foot = true, false
		p.blocks(section.Blocks)
		p.foot = true
		p.blocks(section.FirstFoot)
	}
	return p.out
}

type printing struct {
	out   []zone.Line
	pair  int  // tables so far: their two columns belong together
	opens bool // the next line is the first of its section
	foot  bool
}

func (p *printing) blocks(blocks []sheet.Block) {
	for _, block := range blocks {
		switch block := block.(type) {
		case *sheet.Paragraph:
			p.paragraph(block, zone.Whole)
		case *sheet.Table:
			p.pair++
			p.table(block)
		default:
			panic(fmt.Sprintf("build: unknown block %T", block))
		}
	}
}

func (p *printing) table(t *sheet.Table) {
	if t.Grid {
		p.add(zone.Line{Pos: t.At, Text: tableText(t), Table: true, Look: zone.Look{Known: true}})
		return
	}
	for _, row := range t.Rows {
		for i, cell := range row.Cells {
			side := zone.Left
			if i > 0 {
				side = zone.Right
			}
			for _, inner := range paragraphsOf(cell) {
				p.paragraph(inner, side)
			}
		}
	}
}

func (p *printing) paragraph(of *sheet.Paragraph, side zone.Side) {
	for _, text := range linesOf(of) {
		p.add(zone.Line{Pos: of.At, Text: text, Side: side, Pair: p.pair, Foot: p.foot,
			Look: zone.Look{Known: true, Bold: allRuns(of, func(f sheet.Font) bool { return f.Bold }),
				Italic: allRuns(of, func(f sheet.Font) bool { return f.Italic }), Centered: of.Style.Align == sheet.Center, Break: p.opens}})
	}
}

func (p *printing) add(l zone.Line) {
	l.Ref = len(p.out)
	p.out = append(p.out, l)
	p.opens = false
}

// paragraphsOf gives what stands in a cell, which holds no table.
func paragraphsOf(c *sheet.Cell) []*sheet.Paragraph {
	var out []*sheet.Paragraph
	for _, b := range c.Blocks {
		out = append(out, b.(*sheet.Paragraph))
	}
	return out
}

func allRuns(p *sheet.Paragraph, has func(sheet.Font) bool) bool {
	for _, r := range p.Runs {
		if strings.TrimSpace(r.Text) != "" && !has(r.Font) {
			return false
		}
	}
	return true
}

// linesOf gives the lines of a paragraph that is broken by force, else its one text. A blank is three dots.
func linesOf(p *sheet.Paragraph) []string {
	if len(p.Runs) == 1 && !p.Runs[0].Break && p.Runs[0].Blank == 0 {
		return []string{p.Runs[0].Text}
	}
	var b strings.Builder
	for _, r := range p.Runs {
		if r.Break {
			b.WriteByte('\n')
		}
		if r.Blank > 0 {
			b.WriteString(" … ")
		}
		b.WriteString(r.Text)
	}
	return strings.Split(b.String(), "\n")
}

func tableText(t *sheet.Table) string {
	var words []string
	for _, row := range t.Rows {
		for _, cell := range row.Cells {
			for _, p := range paragraphsOf(cell) {
				words = append(words, strings.Join(linesOf(p), " "))
			}
		}
	}
	return strings.Join(words, " ")
}
