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

// namesOf asks package zone what each line of the body is, and names the lines of ô 6 by the articles, clauses and
// points that they stand in.
func namesOf(d *word.Document, words *zone.Words) *names {
	source := zone.OfWord(d, words)
	found := zone.Find(source.Lines, words)
	n := &names{of: map[*word.Paragraph]name{}, tables: map[*word.Table]string{}}
	namer := newNamer(found)
	for i, line := range found.Lines {
		from := source.Of[line.Ref]
		place := namer.name(i)
		switch {
		case from.Table != nil:
			n.tables[from.Table] = namer.table(line.Part)
		default:
			if _, known := n.of[from.Paragraph]; !known { // a paragraph of several lines goes by the first
				n.of[from.Paragraph] = name{place, line.Kind}
			}
		}
	}
	for _, blank := range source.Blank {
		place := "đoạn trống đầu văn bản"
		if blank.Before >= 0 {
			if before := source.Of[blank.Before]; before.Table != nil {
				place = "đoạn trống sau " + n.tables[before.Table]
			} else {
				place = "đoạn trống sau " + n.of[before.Paragraph].place
			}
		}
		n.of[blank.Paragraph] = name{place: place}
	}
	return n
}

// namer names the lines of a source in order.
type namer struct {
	found  *zone.Found
	path   []markup.Labelled // of the line before, in the part
	part   int
	count  int         // paragraphs without a label since the last with one
	tables map[int]int // that were named so far, by part
	all    map[int]int // that there are, by part
	parts  []string    // what each part is called
}

func newNamer(found *zone.Found) *namer {
	n := &namer{found: found, part: -2, tables: map[int]int{}, all: map[int]int{}}
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
