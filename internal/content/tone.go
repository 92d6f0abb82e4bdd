package content

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// tones notes where the tones of oa, oe, uy stand, in words that are no names.
func (c *checker) tones() {
	if !c.passage.body() {
		return
	}
	for _, t := range c.tokens {
		if t.kind != word || ascii(t.text) || shapeOf(t.text) != small {
			continue
		}
		if tonedPair(t.text) {
			if old, new := viet.ToneStyle(t.text); len(old) > 0 {
				c.seen.oldTones.note(t.text, c.passage.Pos)
			} else if len(new) > 0 {
				c.seen.newTones.note(t.text, c.passage.Pos)
			}
		}
		if pair, ok := c.spellings[t.key]; ok {
			c.seen.spellings.note(pair[0], c.passage.Pos)
		}
	}
}

// tonedPair tells whether a word can be one that the schools write differently, for a tenth of what asking costs.
func tonedPair(s string) bool {
	last, size := utf8.DecodeLastRuneInString(s)
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-size])
	if before == 'o' || before == 'u' {
		return last >= utf8.RuneSelf
	}
	return strings.ContainsRune("aey", last) && before >= utf8.RuneSelf
}

// places are words with their number and the first place of each.
type places struct {
	order []string
	count map[string]int
	first map[string]diag.Pos
	total int
}

func (p *places) note(word string, pos diag.Pos) {
	if p.count == nil {
		p.count, p.first = map[string]int{}, map[string]diag.Pos{}
	}
	if p.count[word] == 0 {
		p.order = append(p.order, word)
		p.first[word] = pos
	}
	p.count[word]++
	p.total++
}

func (p *places) some() string { return strings.Join(p.order[:min(3, len(p.order))], ", ") }

// toneMix reports a text that places tones both ways.
func (c *checker) toneMix() {
	c.passage = nil
	few, many := &c.seen.oldTones, &c.seen.newTones
	if few.total > many.total {
		few, many = many, few
	}
	if few.total > 0 {
		c.report(slip{id: IDToneMix, severity: diag.Info, pos: few.first[few.order[0]],
			message: fmt.Sprintf("dấu thanh đặt theo hai kiểu trong một văn bản: %d chữ như «%s», %d chữ như «%s»", many.total, many.some(), few.total, few.some()),
			hint:    "chọn một kiểu cho cả văn bản"})
	}
	for _, pair := range c.words.pairs("chinh_ta_doi") {
		if n, m := c.seen.spellings.count[pair[0]], c.seen.spellings.count[pair[1]]; n > 0 && m > 0 {
			few := pair[0]
			if n > m {
				few = pair[1]
			}
			c.report(slip{id: IDSpelling, severity: diag.Info, pos: c.seen.spellings.first[few],
				message: fmt.Sprintf("cùng một chữ viết hai cách trong một văn bản: «%s» và «%s»", pair[0], pair[1]), hint: "chọn một cách viết cho cả văn bản"})
		}
	}
}
