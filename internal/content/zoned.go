package content

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"

	"vanban/internal/standard"
	"vanban/internal/zone"
)

// fromZones makes the text of a Word file from its lines. Lines outside every part are left out.
func fromZones(f *zone.Found, cells Cells, s *standard.Standard) *Text {
	t := &Text{}
	main := -1
	for i, zp := range f.Parts {
		p := Part{Of: len(t.Parts), Type: zp.Type}
		if zp.Letter && p.Type == "" {
			p.Type = unnamed(s)
		}
		switch {
		case zp.Kind == zone.Enclosure && main >= 0:
			p.Role, p.Of = Enclosure, main
		case zp.Kind == zone.Appendix && main >= 0:
			p.Role, p.Of = Appendix, main
		default:
			main = len(t.Parts)
		}
		for _, l := range f.Lines[zp.From:zp.To] {
			if l.Part != i || l.Text == "" {
				continue
			}
			if p.Pos.IsZero() {
				p.Pos = l.Pos
			}
			if !l.Table {
				p.zoned(l)
			} else if cells != nil {
				for _, cell := range cells(l.Ref) {
					p.Passages = append(p.Passages, Passage{Kind: Cell, Text: cell.Text, Pos: cell.Pos})
				}
			}
		}
		p.head(s)
		if p.Role != Main {
			p.Date = t.Parts[main].Date
		}
		t.Parts = append(t.Parts, p)
	}
	return t
}

// unnamed is the type that prints no name of its own: a công văn.
func unnamed(s *standard.Standard) string {
	for _, k := range slices.Sorted(maps.Keys(s.Types)) {
		if s.Types[k].Name == "" {
			return k
		}
	}
	return ""
}

// zoned adds one line.
func (p *Part) zoned(l zone.Labelled) {
	out := Passage{Text: l.Text, Raw: l.Raw, Pos: l.Pos, Doubt: l.Doubt != "", Kind: kindOf(l.Kind)}
	switch l.Kind {
	case zone.Body:
		out.construct()
	case zone.About:
		out.Text = cmp.Or(l.Value, l.Text)
	case zone.Order:
		p.Order = true
	}
	p.Passages = append(p.Passages, out)
}

// kindOf is what the lines of a component are to the rules; Unread where no rule asks for them.
func kindOf(k zone.Kind) Kind {
	kinds := [...]Kind{
		zone.Superior: Issuer, zone.Issuer: Issuer, zone.Number: Number, zone.PlaceDate: PlaceDate,
		zone.Subject: Subject, zone.About: Subject, zone.Authority: Authority, zone.Ground: Ground, zone.Order: Order,
		zone.Addressee: Addressee, zone.Signatory: Signatory, zone.Name: Name, zone.Recipient: Recipient, zone.File: File,
		zone.Note: Note, zone.AppendixLabel: AppendixLabel, zone.AppendixTitle: AppendixTitle,
	}
	if int(k) < len(kinds) && kinds[k] != Paragraph {
		return kinds[k]
	}
	return Unread
}

// How constructs of ô 6 begin, as they stand in real files: with the marks that are wrong.
var (
	divisionBegins = regexp.MustCompile(`^(?i:(phần|chương|mục|tiểu mục)) ([IVXLC]+|\d{1,3})\s*[.:]?$`)
	romanBegins    = regexp.MustCompile(`^([IVXL]{1,7})([./])\s+(\p{Lu}.*)$`)
	articleBegins  = regexp.MustCompile(`^(?:Điều|ĐIỀU) (\d{1,3}[a-zđ]?)\s*([.:])?(?:\s+(.*))?$`)
	clauseBegins   = regexp.MustCompile(`^(\d{1,2}(?:\.\d{1,2}){0,3})([.)/])?\s+(.*)$`)
	pointBegins    = regexp.MustCompile(`^(\(?)(\p{Ll})([.)/])\s+(.*)$`)
	itemBegins     = regexp.MustCompile(`^([-+*–•])\s*(.*)$`)
)

// construct tells what a line of ô 6 is by how it begins.
func (p *Passage) construct() {
	p.Kind = Paragraph
	first := p.Text[0]
	switch {
	case first >= '0' && first <= '9':
		if m := clauseBegins.FindStringSubmatch(p.Text); m != nil && (m[2] != "" || strings.Contains(m[1], ".")) && m[2] != ")" {
			p.Kind, p.Number, p.Mark, p.Text, p.Depth = Clause, m[1], m[2], m[3], strings.Count(m[1], ".")+1
		}
	case strings.IndexByte("IVXL", first) >= 0:
		if m := romanBegins.FindStringSubmatch(p.Text); m != nil {
			p.Kind, p.Number, p.Mark, p.Text = Heading, m[1], m[2], m[3]
		}
	case strings.HasPrefix(p.Text, "Đ"):
		if m := articleBegins.FindStringSubmatch(p.Text); m != nil && (m[2] != "" || m[3] == "") {
			p.Kind, p.Number, p.Mark, p.Text = Article, m[1], m[2], m[3]
		}
	default:
		if m := pointBegins.FindStringSubmatch(p.Text); m != nil {
			p.Kind, p.Number, p.Mark, p.Text = Point, m[2], m[1]+m[3], m[4]
		} else if m := itemBegins.FindStringSubmatch(p.Text); m != nil {
			p.Kind, p.Mark, p.Text = Item, m[1], m[2]
		} else if m := divisionBegins.FindStringSubmatch(p.Text); m != nil {
			p.Kind, p.Number, p.Mark, p.Text = Division, m[2], strings.ToLower(m[1]), ""
		}
	}
}
