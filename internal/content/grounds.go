package content

import (
	"fmt"
	"regexp"
	"strings"

	"vanban/internal/diag"
)

// grounds checks the căn cứ (Phụ lục I, mục II.6.a). The marks they begin and end with are for the check of the
// layout, which can mend them.
func (c *checker) grounds() {
	list := c.part.of(Ground)
	for i := range c.part.Passages { // in a plan they are the first sentences
		p := &c.part.Passages[i]
		if p.Kind == Ground || p.Kind == Paragraph && c.words.list("can_cu_dau").begins(p.Text) {
			c.groundLaw(p)
		}
	}
	if len(list) == 0 && c.part.Role == Main && c.part.Order && (c.text.Made || c.orderAlone()) {
		c.noGrounds()
	}
}

func (c *checker) noGrounds() {
	c.report(slip{id: IDGroundNone, severity: diag.Warning, pos: c.part.Pos, message: "văn bản chưa có căn cứ ban hành",
		hint: "nêu văn bản quy định thẩm quyền và văn bản làm cơ sở cho nội dung, mỗi căn cứ một dòng"})
}

// orderAlone tells whether nothing that might be a căn cứ stands before the mệnh lệnh.
func (c *checker) orderAlone() bool {
	seenTitle := false
	for _, p := range c.part.Passages {
		switch p.Kind {
		case Order:
			return seenTitle
		case Subject, Authority:
			seenTitle = true
		case Paragraph, Clause, Point, Item, Heading, Article, Cell, Unread:
			if seenTitle {
				return false
			}
		}
	}
	return false
}

// lawNumber is the number of a law or ordinance: «số 72/2025/QH15».
var lawNumber = regexp.MustCompile(`^\s*số\s+\d+/\d{4}/\p{Lu}*QH\d+`)

// groundLaw reports a law cited with its number: a law is cited by its name and date alone.
func (c *checker) groundLaw(g *Passage) {
	tokens := tokenize(g.Text)
	for i := range tokens {
		_, n := c.words.list("luat").match(tokens, i)
		if n == 0 || !strings.HasPrefix(tokens[i].text, firstUpper(tokens[i].text)) {
			continue
		}
		for j := i + n; j < len(tokens) && (tokens[j].kind == word || tokens[j].text == ","); j++ {
			if _, other := c.docTypes.match(tokens, j); other > 0 && shapeOf(tokens[j].text) != small {
				break // «Luật Nhà ở, Nghị định số …»
			}
			if tokens[j].key != "số" || j == i+n {
				continue
			}
			if m := lawNumber.FindString(g.Text[tokens[j].start:]); m != "" {
				c.report(slip{id: IDGroundLaw, severity: diag.Warning, pos: g.Pos,
					message: fmt.Sprintf("căn cứ ghi cả số, ký hiệu của luật: «%s»", g.Text[tokens[i].start:tokens[j].start+len(m)]),
					hint:    "luật, pháp lệnh chỉ ghi tên và ngày thông qua, không ghi số, ký hiệu, cơ quan ban hành", group: "law",
					here: g.Text[tokens[i].start : tokens[j].start+len(m)]})
			}
			break
		}
	}
}

// firstUpper gives the first letter of a word, as a capital.
func firstUpper(s string) string {
	for _, r := range s {
		return upperOf(r)
	}
	return ""
}
