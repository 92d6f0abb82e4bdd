package word

import "fmt"

// container is what holds blocks: the body, a cell, a header, a text box.
type container struct {
	place      Place  // of what stands in it, but for its own numbers
	phrase     string // of the container, "" for the body
	sole       bool   // holds one paragraph at most, which needs no number
	paragraphs int
	tables     int
}

func (r *reader) body(n *node) error {
	c := &container{place: Place{File: r.doc.File, Part: r.doc.Main, Section: 1}}
	r.doc.Body = r.blocks(n, c)
	return nil
}

// blocks reads what stands in a container.
func (r *reader) blocks(n *node, c *container) []Block {
	var out []Block
	for _, k := range n.kids {
		switch k.name {
		case "w:p":
			out = append(out, r.paragraph(k, c))
		}
	}
	return out
}

// next gives the place of the next paragraph.
func (r *reader) next(c *container) Place {
	r.order++
	c.paragraphs++
	p := c.place
	p.Order, p.Paragraph = r.order, c.paragraphs
	p.Phrase = fmt.Sprintf("đoạn %d", c.paragraphs)
	if c.sole && c.phrase != "" {
		p.Phrase = c.phrase
	} else if c.phrase != "" {
		p.Phrase = c.phrase + ", " + p.Phrase
	}
	return p
}

func (r *reader) paragraph(n *node, c *container) *Paragraph {
	p := &Paragraph{Place: r.next(c), Element: n.span, Mark: &Format{}}
	properties := n.kid("w:pPr")
	p.Properties, p.MarkProperties = properties.at(), properties.kid("w:rPr").at()
	for _, k := range n.kids {
		if k.name == "w:r" {
			for _, t := range k.kids {
				if t.name == "w:t" {
					p.Runs = append(p.Runs, Run{Format: p.Mark, Text: t.text, Element: k.span, Properties: k.kid("w:rPr").at(), TextSpan: t.span})
				}
			}
		}
	}
	return p
}
