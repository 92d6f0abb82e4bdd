package sheet

import "strconv"

// Binding makes one sheet of many documents. The zero value is empty and ready.
type Binding struct {
	sheet  Sheet
	styles map[string][]*Style // by the id that they had in their documents
}

// Add puts a document behind those before. It begins on a page of its own, and its pages count from 1. The document
// must not be used afterwards: its blocks are taken over.
func (b *Binding) Add(doc *Sheet) {
	if b.styles == nil {
		b.styles = map[string][]*Style{}
	}
	now := map[*Style]*Style{}
	take := func(s *Style) *Style {
		if s == nil {
			return nil
		}
		if _, known := now[s]; !known {
			now[s] = b.style(s)
		}
		return now[s]
	}
	Walk(doc, func(block Block) bool {
		if p, ok := block.(*Paragraph); ok {
			p.Style = take(p.Style)
		}
		return true
	})
	for i, sec := range doc.Sections {
		sec.PageNumber.Style = take(sec.PageNumber.Style)
		sec.PageNumber.Restart = sec.PageNumber.Restart || i == 0
		b.sheet.Sections = append(b.sheet.Sections, sec)
	}
}

// style gives the style of the whole that looks as one of a document: documents of other sizes have styles of the
// same names that look otherwise.
func (b *Binding) style(s *Style) *Style {
	same := b.styles[s.ID]
	for _, known := range same {
		as := *known
		as.ID, as.Name = s.ID, s.Name
		if as == *s {
			return known
		}
	}
	own := *s
	if n := len(same); n > 0 {
		own.ID += "X" + strconv.Itoa(n+1)
		own.Name += " (" + strconv.Itoa(n+1) + ")"
	}
	b.styles[s.ID] = append(same, &own)
	b.sheet.Styles = append(b.sheet.Styles, &own)
	return &own
}

// Sheet gives the whole under properties of its own.
func (b *Binding) Sheet(p Properties) *Sheet {
	out := b.sheet
	out.Properties = p
	return &out
}
