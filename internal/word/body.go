package word

import (
	"fmt"
	"strings"

	"vanban/internal/diag"
)

// maxBlocks is how many paragraphs and tables a document may have: some thousand pages.
const maxBlocks = 200_000

// container is what holds blocks: the body, a cell, a header, a text box.
type container struct {
	place      Place         // of what stands in it, but for its own numbers
	phrase     string        // of the container, "" for the body
	sole       bool          // holds one paragraph at most, which needs no number
	table      *tableContext // of a cell
	paragraphs int
	tables     int
}

// inside is the phrase of something in the container.
func (c *container) inside(what string) string {
	if c.phrase == "" {
		return what
	}
	const most = 200 // of tables in tables the outermost are enough to find the place
	if len(c.phrase) > most {
		outer := strings.ToValidUTF8(c.phrase[:most], "")
		return outer + "…, " + what
	}
	return c.phrase + ", " + what
}

// sole tells a container with one paragraph at most.
func sole(n *node) bool {
	paragraphs := 0
	var count func(n *node)
	count = func(n *node) {
		for _, k := range n.kids {
			switch k.name {
			case "w:p":
				paragraphs++
			case "w:tbl":
			case "w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "mc:AlternateContent", "mc:Choice", "w:ins", "w:del":
				count(k)
			}
		}
	}
	count(n)
	return paragraphs <= 1
}

// body reads the body and its sections.
func (r *reader) body(n *node) {
	c := &container{place: Place{File: r.doc.File, Part: r.doc.Main, Section: 1}}
	r.top = c
	r.doc.Body = r.blocks(n, c)
	r.top = nil
	r.endSection(n.kid("w:sectPr"), len(r.doc.Body))
	r.checkFields(r.doc.Main)
	r.leftovers(n)
}

// blocks reads what stands in a container.
func (r *reader) blocks(n *node, c *container) []Block {
	var out []Block
	r.collect(n, c, &out)
	settle(out)
	return out
}

func (r *reader) collect(n *node, c *container, out *[]Block) {
	for _, k := range n.kids {
		if r.order >= maxBlocks {
			return // read says so
		}
		switch k.name {
		case "w:p":
			*out = append(*out, r.paragraph(k, c))
			if section := k.find("w:pPr", "w:sectPr"); section != nil && c == r.top {
				r.endSection(section, len(*out))
				c.place.Section++
			}
		case "w:tbl":
			*out = append(*out, r.table(k, c))
		case "w:sdt":
			r.control(k)
			if content := k.kid("w:sdtContent"); content != nil {
				r.collect(content, c, out)
			}
		case "w:customXml", "w:smartTag", "w:ins", "w:moveTo", "w:del", "w:moveFrom":
			r.collect(k, c, out)
		case "mc:AlternateContent":
			if choice := chosen(k); choice != nil {
				r.collect(choice, c, out)
			}
		case "w:altChunk":
			target := r.relationTarget(k.attr("r:id"))
			r.remark(RemarkChunk, target)
			r.warn(IDUnread, fmt.Sprintf("tài liệu nhúng «%s» (altChunk) không được đọc", diag.Clip(target)),
				"mở bằng Word rồi lưu lại: Word chép nội dung ấy vào văn bản")
		}
	}
}

// next gives the place of the next paragraph.
func (r *reader) next(c *container) Place {
	r.order++
	c.paragraphs++
	p := c.place
	p.Order, p.Paragraph = r.order, c.paragraphs
	p.Phrase = c.phrase
	if !c.sole || c.phrase == "" {
		p.Phrase = c.inside(fmt.Sprintf("đoạn %d", c.paragraphs))
	}
	return p
}
