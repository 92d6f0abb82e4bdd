package content

import (
	"cmp"
	"strings"

	"vanban/internal/doc"
	"vanban/internal/standard"
	"vanban/internal/viet"
)

// fromDocument makes the text of a document of the pipeline.
func fromDocument(d *doc.Document, s *standard.Standard) *Text {
	h := d.Header
	main := Part{Type: d.Type, Pos: d.Pos, Symbol: h.Symbol.Text, SymbolAt: h.Symbol.Pos, Number: h.Number.Text,
		Date: viet.Date{Year: h.Date.Year, Month: h.Date.Month, Day: h.Date.Day}}
	if l := s.Layouts[d.Layout]; l != nil {
		main.Order = ordered(l, s)
	}
	main.texts(Issuer, h.Superior...)
	main.texts(Issuer, h.Issuer...)
	main.texts(PlaceDate, h.Place)
	main.texts(Subject, d.Subject...)
	main.texts(Authority, d.Authority)
	main.texts(Ground, d.Grounds...)
	main.texts(Addressee, d.Addressees...)
	main.blocks(d.Body)
	for _, sign := range d.Signatures {
		main.texts(Signatory, sign.Authority)
		main.texts(Signatory, sign.Titles...)
		main.texts(Signatory, sign.Below)
		main.texts(Name, sign.Name)
	}
	main.texts(Recipient, d.Recipients.Items...)
	main.texts(File, d.Recipients.File)
	t := &Text{Made: true, Parts: []Part{main}}
	for _, e := range d.Enclosures {
		p := Part{Role: Enclosure, Type: e.Type.Text, Pos: e.Pos, Date: main.Date}
		p.texts(Subject, e.Subject...)
		p.blocks(e.Body)
		t.Parts = append(t.Parts, p)
	}
	for _, a := range d.Appendices {
		p := Part{Role: Appendix, Pos: a.Pos, Date: main.Date}
		p.texts(AppendixTitle, a.Title)
		p.blocks(a.Body)
		t.Parts = append(t.Parts, p)
	}
	return t
}

// ordered tells whether a layout has a word of its own among its components, as decisions have.
func ordered(l *standard.Layout, s *standard.Standard) bool {
	for _, name := range l.Order {
		if s.Words[name] != nil {
			return true
		}
	}
	return false
}

func (p *Part) texts(k Kind, list ...doc.Text) {
	for _, t := range list {
		if !t.IsZero() {
			p.Passages = append(p.Passages, Passage{Kind: k, Text: viet.NFC(t.Text), Pos: t.Pos})
		}
	}
}

func (p *Part) line(k Kind, l doc.Line, number, mark string, depth int) {
	p.Passages = append(p.Passages, Passage{Kind: k, Text: viet.NFC(l.Plain()), Number: number, Mark: mark, Depth: depth, Pos: l.At})
}

// numbered adds a line with its number and the mark behind it, «.» where it has none.
func (p *Part) numbered(k Kind, l doc.Line, number string, depth int) {
	figures := doc.Figures(number)
	p.line(k, l, figures, cmp.Or(strings.TrimSpace(number[len(figures):]), "."), depth)
}

func (p *Part) blocks(list []doc.Block) {
	for _, b := range list {
		switch b := b.(type) {
		case *doc.Division:
			p.line(Division, b.Line, b.Number, "", int(b.Level))
		case *doc.Heading:
			p.numbered(Heading, b.Line, b.Number, 0)
		case *doc.Article:
			p.line(Article, b.Line, b.Number, ".", 0)
		case *doc.Clause:
			p.numbered(Clause, b.Line, b.Number, b.Depth)
		case *doc.Point:
			p.line(Point, b.Line, b.Letter, b.Mark, 0)
		case *doc.Item:
			p.line(Item, b.Line, "", b.Mark, b.Depth)
		case *doc.Paragraph:
			p.line(Paragraph, b.Line, "", "", 0)
		case *doc.Centered:
			p.line(Paragraph, b.Line, "", "", 0)
		case *doc.Table:
			p.table(b)
		default:
			panic("content: unknown block")
		}
	}
}

func (p *Part) table(t *doc.Table) {
	for _, row := range t.Rows {
		for _, cell := range row.Cells {
			for _, l := range cell.Lines {
				p.line(Cell, l, "", "", 0)
			}
		}
	}
}
