package diff

import (
	"fmt"
	"strings"

	"vanban/internal/markup"
	"vanban/internal/viet"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// names are what the paragraphs and tables of a Word file are called.
type names struct {
	of     map[*word.Paragraph]name
	tables map[*word.Table]string
}

type name struct {
	place string
	kind  zone.Kind
}

// entry is what a line that was handed to package zone stands for.
type entry struct {
	paragraph *word.Paragraph
	table     *word.Table
}

// namesOf asks package zone what each line of the body is, and names the lines of ô 6 by the articles, clauses and
// points that they stand in.
func namesOf(d *word.Document, words *zone.Words) *names {
	l := liner{}
	for _, s := range d.Sections {
		l.fresh = true
		l.blocks(d.Body[s.From:s.To], zone.Whole, 0)
	}
	found := zone.Find(l.lines, words)
	n := &names{of: map[*word.Paragraph]name{}, tables: map[*word.Table]string{}}
	namer := newNamer(found)
	for i, line := range found.Lines {
		e := l.entries[line.Ref]
		place := namer.name(i)
		switch {
		case e.table != nil:
			n.tables[e.table] = namer.table(line.Part)
		default:
			if _, known := n.of[e.paragraph]; !known { // a paragraph of several lines goes by the first
				n.of[e.paragraph] = name{place, line.Kind}
			}
		}
	}
	for _, e := range l.empty {
		place := "đoạn trống đầu văn bản"
		if before := e.before; before.paragraph != nil {
			place = "đoạn trống sau " + n.of[before.paragraph].place
		} else if before.table != nil {
			place = "đoạn trống sau " + n.tables[before.table]
		}
		n.of[e.paragraph] = name{place: place}
	}
	return n
}

// emptyLine is a paragraph without text, and what stands before it.
type emptyLine struct {
	paragraph *word.Paragraph
	before    entry
}

// liner turns the body into the lines that package zone sees.
type liner struct {
	lines   []zone.Line
	entries []entry
	empty   []emptyLine
	pairs   int
	fresh   bool // a page begins
	gap     bool
}

func (l *liner) blocks(blocks []word.Block, side zone.Side, pair int) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *word.Paragraph:
			l.paragraph(b, side, pair)
		case *word.Table:
			l.table(b)
		}
	}
}

func (l *liner) paragraph(p *word.Paragraph, side zone.Side, pair int) {
	text := p.Text()
	if p.Label != nil && p.Label.Text != "" {
		text = p.Label.Text + " " + text
	}
	for _, shape := range p.Shapes() {
		l.blocks(shape.Blocks, zone.Whole, 0)
	}
	if strings.TrimSpace(text) == "" {
		l.gap = true
		e := emptyLine{paragraph: p}
		if n := len(l.entries); n > 0 {
			e.before = l.entries[n-1]
		}
		l.empty = append(l.empty, e)
		return
	}
	for _, piece := range strings.Split(text, "\n") {
		if strings.TrimSpace(piece) == "" {
			continue
		}
		look := zone.Look{Known: true, Centered: p.Align == word.Center, Break: l.fresh || p.PageBreakBefore}
		look.Bold, look.Italic = true, true
		for i := range p.Runs {
			if r := &p.Runs[i]; strings.TrimSpace(r.Shown()) != "" {
				look.Bold, look.Italic = look.Bold && r.Bold, look.Italic && r.Italic
				look.Size = r.Size
			}
		}
		l.add(zone.Line{Text: viet.NFC(strings.TrimSpace(piece)), Gap: l.gap, Side: side, Pair: pair, Look: look}, entry{paragraph: p})
	}
}

func (l *liner) add(line zone.Line, e entry) {
	line.Ref = len(l.entries)
	l.lines, l.entries = append(l.lines, line), append(l.entries, e)
	l.gap, l.fresh = false, false
}

// table hands over the cells of a table that only places things, side by side, and of another its first cell.
func (l *liner) table(t *word.Table) {
	if !t.Borderless() {
		first := ""
		for _, r := range t.Rows {
			for _, c := range r.Cells {
				for _, p := range word.Paragraphs(c.Blocks) {
					if text := strings.TrimSpace(p.Text()); first == "" && text != "" {
						first = text
					}
				}
			}
		}
		l.add(zone.Line{Text: viet.NFC(first), Table: true, Gap: l.gap}, entry{table: t})
		return
	}
	for _, r := range t.Rows {
		l.pairs++
		for i, c := range r.Cells {
			side := zone.Whole
			if len(r.Cells) > 1 {
				side = zone.Right
				if i == 0 {
					side = zone.Left
				}
			}
			l.blocks(c.Blocks, side, l.pairs)
		}
	}
}

// namer names the lines of a source in order.
type namer struct {
	found   *zone.Found
	path    []markup.Labelled // of the line before, in the part
	part    int
	count   int         // paragraphs without a label since the last with one
	tables  map[int]int // that were named so far, by part
	all     map[int]int // that there are, by part
	parts   []string    // what each part is called
	repeats map[string]int
}

func newNamer(found *zone.Found) *namer {
	n := &namer{found: found, part: -2, tables: map[int]int{}, all: map[int]int{}, repeats: map[string]int{}}
	for _, l := range found.Lines {
		if l.Table {
			n.all[l.Part]++
		}
	}
	others, enclosures := 1, 0
	for i, p := range found.Parts {
		switch p.Kind {
		case zone.Main:
			n.parts = append(n.parts, "")
		case zone.Appendix:
			label := "phụ lục"
			if lines := found.Of(i, zone.AppendixLabel); len(lines) > 0 {
				label = viet.Lower(firstWords(lines[0].Text))
				if rest := strings.Fields(lines[0].Text); len(rest) > 2 {
					label += " " + strings.Trim(rest[2], ".:")
				}
			}
			n.parts = append(n.parts, label)
		case zone.Enclosure:
			enclosures++
			label := "văn bản kèm theo"
			if enclosures > 1 {
				label += fmt.Sprintf(" thứ %d", enclosures)
			}
			n.parts = append(n.parts, label)
		default:
			others++
			n.parts = append(n.parts, fmt.Sprintf("văn bản thứ %d", others))
		}
	}
	return n
}

func firstWords(text string) string {
	words := strings.Fields(text)
	return strings.Join(words[:min(2, len(words))], " ")
}

func (n *namer) prefix(part int) string {
	if part < 0 || part >= len(n.parts) || n.parts[part] == "" {
		return ""
	}
	return n.parts[part] + ", "
}

// name names a line: by its component, or in ô 6 by its article, clause and point.
func (n *namer) name(i int) string {
	l := n.found.Lines[i]
	if l.Part != n.part {
		n.part, n.path, n.count = l.Part, nil, 0
	}
	if l.Table {
		return ""
	}
	if l.Kind == zone.Outside {
		n.count++
		return fmt.Sprintf("ngoài văn bản, dòng %d", n.count)
	}
	if l.Kind != zone.Body {
		return n.prefix(l.Part) + Component(l.Kind)
	}
	if label, ok := markup.Label(l.Text); ok {
		for len(n.path) > 0 && n.path[len(n.path)-1].Level >= label.Level {
			n.path = n.path[:len(n.path)-1]
		}
		n.path = append(n.path, label)
		n.count = 0
		return n.prefix(l.Part) + n.pathText()
	}
	n.count++
	path := n.pathText()
	if path == "" {
		path = "nội dung"
	}
	return n.prefix(l.Part) + fmt.Sprintf("%s, đoạn %d", path, n.count)
}

func (n *namer) pathText() string {
	var labels []string
	for _, l := range n.path {
		labels = append(labels, l.Label)
	}
	return strings.Join(labels, ", ")
}

// table names the next table of a part.
func (n *namer) table(part int) string {
	n.tables[part]++
	if n.all[part] == 1 {
		return n.prefix(part) + "bảng"
	}
	return n.prefix(part) + fmt.Sprintf("bảng %d", n.tables[part])
}

// Component names a component with its place in the decree's drawing of the page (ô số).
func Component(k zone.Kind) string {
	if box := box(k); box != "" {
		return k.String() + " (ô số " + box + ")"
	}
	return k.String()
}

func box(k zone.Kind) string {
	switch k {
	case zone.National, zone.Motto:
		return "1"
	case zone.Superior, zone.Issuer:
		return "2"
	case zone.Number:
		return "3"
	case zone.PlaceDate:
		return "4"
	case zone.TypeName, zone.Subject:
		return "5a"
	case zone.About:
		return "5b"
	case zone.Signatory:
		return "7a"
	case zone.Name:
		return "7b"
	case zone.Addressee:
		return "9a"
	case zone.Label, zone.Recipient, zone.File:
		return "9b"
	case zone.Secrecy:
		return "10a"
	case zone.Urgency:
		return "10b"
	case zone.Circulation:
		return "11"
	case zone.Drafter:
		return "12"
	case zone.Contact:
		return "13"
	}
	return ""
}
