package markup

import (
	"fmt"
	"strconv"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/doc"
	"vanban/internal/viet"
)

// attribute is one line «:khoa giá trị» at the head of a block.
type attribute struct {
	key  string
	text doc.Text
	from logical
}

// attributesOf names the attributes that each block takes.
func attributesOf() map[string][]string {
	return map[string][]string{
		"giua":     nil,
		"bang":     {"cot"},
		"phu_luc":  {"tieu_de", "huong"},
		"kem_theo": {"loai", "trich_yeu"},
		"ky":       {"vai", "quyen_han", "chuc_vu", "chuc_vu_khac", "ho_ten"},
	}
}

// componentBlocks tells the blocks that stand for a component of the document.
func componentBlocks(name string) bool {
	return name == "phu_luc" || name == "kem_theo" || name == "ky"
}

// directive reads a block «:::ten … :::».
func (p *parser) directive(l logical) []doc.Block {
	name := strings.TrimSpace(strings.TrimPrefix(l.text, ":::"))
	allowed, known := attributesOf()[name]
	if !known {
		hints := []string{"các khối có thể dùng: giua, bang, phu_luc, kem_theo, ky"}
		if near, ok := viet.Nearest(name, []string{"giua", "bang", "phu_luc", "kem_theo", "ky"}); ok {
			hints = []string{fmt.Sprintf("có phải là «:::%s» không", near)}
		}
		p.report(diag.Error, IDBlock, l, fmt.Sprintf("không có khối «:::%s»", name), hints...)
	}
	if known && componentBlocks(name) && p.foreign(l) {
		p.report(diag.Error, IDBlock, l, fmt.Sprintf("khối «:::%s» chỉ dùng được trong mẫu, không dùng được trong dữ liệu", name),
			"ghi phần này vào khóa riêng của dữ liệu, như «phu_luc», «ky»")
	}
	attributes := p.attributes(name, allowed, known)
	if name == "bang" {
		return p.tableBlock(l, attributes)
	}
	body := p.blocksOf(name, l)
	switch name {
	case "giua":
		return centered(body)
	case "phu_luc":
		p.content.Appendices = append(p.content.Appendices, p.appendix(l, attributes, body))
	case "kem_theo":
		p.content.Enclosures = append(p.content.Enclosures, p.enclosure(l, attributes, body))
	case "ky":
		p.content.Signatures = append(p.content.Signatures, signature(p.pos(l), attributes))
		if len(body) > 0 {
			p.report(diag.Error, IDBlock, l, "khối «:::ky» chỉ gồm các dòng bắt đầu bằng dấu hai chấm", "viết như «:ho_ten Nguyễn Văn An»")
		}
	}
	return nil
}

// blocksOf reads the body of a block, with what settles headings and checks numbers inside it alone.
func (p *parser) blocksOf(name string, opened logical) []doc.Block {
	if name == "" {
		name = "?"
	}
	depth := p.depth
	p.depth++
	defer func() { p.depth = depth }()
	if p.depth > maxDepth {
		p.report(diag.Error, IDBlock, opened, fmt.Sprintf("các khối lồng nhau quá %d tầng", maxDepth), "đóng bớt khối bằng dòng «:::»")
		p.next = len(p.lines)
		return nil
	}
	body := p.blocks(name, opened)
	settle(body)
	p.checkOrder(body)
	return body
}

// maxDepth bounds blocks inside blocks.
const maxDepth = 16

func (p *parser) attributes(block string, allowed []string, known bool) []attribute {
	var out []attribute
	for p.next < len(p.lines) {
		l := p.lines[p.next]
		rest, ok := strings.CutPrefix(l.text, ":")
		if !ok || strings.HasPrefix(rest, ":") {
			break
		}
		p.next++
		key, value, _ := strings.Cut(rest, " ")
		found := false
		for _, a := range allowed {
			found = found || a == key
		}
		if !found && known {
			p.report(diag.Error, IDAttribute, l, fmt.Sprintf("khối «:::%s» không có thuộc tính «%s»", block, key),
				"các thuộc tính: "+strings.Join(allowed, ", "))
			continue
		}
		line := p.inline(l, strings.TrimSpace(value))
		out = append(out, attribute{key: key, text: doc.Text{Text: line.Plain(), Pos: line.At}, from: l})
	}
	return out
}

// all gives the values of an attribute that may be written on several lines.
func all(attributes []attribute, key string) []doc.Text {
	var out []doc.Text
	for _, a := range attributes {
		if a.key == key {
			out = append(out, a.text)
		}
	}
	return out
}

func one(attributes []attribute, key string) doc.Text {
	for _, a := range attributes {
		if a.key == key {
			return a.text
		}
	}
	return doc.Text{}
}

func (p *parser) tableBlock(l logical, attributes []attribute) []doc.Block {
	var weights []int
	for _, a := range attributes {
		for _, word := range strings.Fields(a.text.Text) {
			n, err := strconv.Atoi(word)
			if err != nil || n < 1 || n > 1000 {
				p.report(diag.Error, IDAttribute, a.from, fmt.Sprintf("độ rộng cột «%s» không phải số từ 1 đến 1000", word), "viết như «:cot 1 4 2 2»")
				n = 1
			}
			weights = append(weights, n)
		}
	}
	for p.next < len(p.lines) && p.lines[p.next].text == "" {
		p.next++
	}
	var out []doc.Block
	if p.next < len(p.lines) && strings.HasPrefix(p.lines[p.next].text, "|") {
		out = append(out, p.table(weights)...)
	} else {
		p.report(diag.Error, IDTable, l, "khối «:::bang» chưa có bảng", "viết các hàng, mỗi hàng bắt đầu bằng dấu |")
	}
	return append(out, p.blocksOf("bang", l)...)
}

func centered(body []doc.Block) []doc.Block {
	for i, b := range body {
		if para, ok := b.(*doc.Paragraph); ok {
			body[i] = &doc.Centered{Line: para.Line}
		}
	}
	return body
}

func (p *parser) appendix(l logical, attributes []attribute, body []doc.Block) *doc.Appendix {
	a := &doc.Appendix{Pos: p.pos(l), Title: one(attributes, "tieu_de"), Body: body}
	switch way := one(attributes, "huong"); way.Text {
	case "", "doc":
	case "ngang":
		a.Landscape = true
	default:
		p.report(diag.Error, IDAttribute, l, fmt.Sprintf("hướng giấy «%s» không có", way.Text), "viết «:huong doc» hoặc «:huong ngang»")
	}
	return a
}

func (p *parser) enclosure(l logical, attributes []attribute, body []doc.Block) *doc.Enclosure {
	return &doc.Enclosure{Pos: p.pos(l), Type: one(attributes, "loai"), Subject: all(attributes, "trich_yeu"), Body: body}
}

func signature(pos diag.Pos, attributes []attribute) doc.Signature {
	return doc.Signature{Pos: pos, Role: one(attributes, "vai").Text, Authority: one(attributes, "quyen_han"),
		Titles: all(attributes, "chuc_vu"), Below: one(attributes, "chuc_vu_khac"), Name: one(attributes, "ho_ten")}
}
