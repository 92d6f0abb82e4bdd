package content

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// abbreviations notes abbreviations that stand without explanation.
func (c *checker) abbreviations() {
	if !c.passage.prose() || c.passage.Kind == Recipient || c.passage.Kind == Subject || c.passage.Kind == Cell || c.part.Role == Appendix {
		return
	}
	known := c.words.list("viet_tat_thuong_dung")
	if len(known.phrases) == 0 || c.passage.Doubt {
		return
	}
	for i, t := range c.tokens {
		if t.kind != word || !abbreviation(t.text) || known.exact(t.text) || c.inSymbol(i) || c.amongCapitals(i) || c.measure(i) || c.designation(i) {
			continue
		}
		if c.explained(i) {
			c.seen.explained.note(t.text, c.passage.Pos)
			continue
		}
		c.seen.abbreviations.note(t.text, c.passage.Pos)
	}
}

// abbreviation tells whether a word is made of initials: two to eight capitals without a tone, no number.
func abbreviation(s string) bool {
	if n := utf8.RuneCountInString(s); n < 2 || n > 8 {
		return false
	}
	for _, r := range s {
		if (r < 'A' || r > 'Z') && !strings.ContainsRune("ĂÂĐÊÔƠƯ&", r) {
			return false
		}
	}
	_, roman := viet.ParseRoman(s)
	return !roman
}

// inSymbol tells whether a word is part of a ký hiệu: a stroke or hyphen touches it.
func (c *checker) inSymbol(i int) bool {
	touches := func(t token) bool {
		return t.text == "/" || t.text == "-" || t.text == "." || t.text == "@" || t.text == "_"
	}
	return i > 0 && !c.tokens[i].gap && touches(c.tokens[i-1]) || i+1 < len(c.tokens) && !c.tokens[i+1].gap && (touches(c.tokens[i+1]) && !c.endsAt(i+1))
}

// endsAt tells whether the mark at i ends a sentence: what follows stands apart, or nothing does.
func (c *checker) endsAt(i int) bool {
	return c.tokens[i].text == "." && (i+1 == len(c.tokens) || c.tokens[i+1].gap || c.tokens[i+1].text == "/")
}

// amongCapitals tells whether a word stands among others set in capitals, where it may be any word: one beside it is
// no abbreviation, or it is a syllable itself.
func (c *checker) amongCapitals(i int) bool {
	syllable := viet.IsSyllable(c.tokens[i].text)
	caps := func(j int) bool {
		return j >= 0 && j < len(c.tokens) && c.tokens[j].kind == word && utf8.RuneCountInString(c.tokens[j].text) > 1 && shapeOf(c.tokens[j].text) == allCaps &&
			(syllable || !abbreviation(c.tokens[j].text))
	}
	return caps(i-1) || caps(i+1)
}

// measure tells whether the word is a unit of measure behind a number: «63 MVA».
func (c *checker) measure(i int) bool {
	return i > 0 && strings.ContainsAny(c.tokens[i-1].text[len(c.tokens[i-1].text)-1:], "0123456789") && c.words.list("don_vi_do").exact(c.tokens[i].text)
}

// designation tells whether the word is part of a product's or a foreign name: a number that is no year follows («BR
// 600»), or a word with a capital that is no Vietnamese syllable stands beside it («UN Tourism»).
func (c *checker) designation(i int) bool {
	next := i + 1
	for next < len(c.tokens) && c.tokens[next].gap && abbreviation(c.tokens[next].text) { // «STIHL BR 600»
		next++
	}
	if next < len(c.tokens) && c.tokens[next].gap && (c.foreign(next) || c.isFigure(next) && !yearForm.MatchString(c.tokens[next].text)) {
		return true
	}
	return c.foreign(i - 1)
}

// foreign tells whether a word with a capital is no Vietnamese syllable: «Mavic», «École».
func (c *checker) foreign(i int) bool {
	if i < 0 || i >= len(c.tokens) || c.tokens[i].kind != word || shapeOf(c.tokens[i].text) != capital {
		return false
	}
	return utf8.RuneCountInString(c.tokens[i].text) > 2 && !viet.IsSyllable(viet.Lower(c.tokens[i].text))
}

// explained tells whether the word stands as the short form of what is written in full beside it: «(KTXH)», «(…, KTXH)»,
// «gọi tắt là KTXH», «tên quốc tế là KALMAEGI», «KTXH (kinh tế - xã hội)».
func (c *checker) explained(i int) bool {
	if before, after := at(c.tokens, i-1), at(c.tokens, i+1); before == "(" && (after == ")" || after == ",") || before == "," && after == ")" {
		return true
	}
	if at(c.tokens, i+1) == "(" && i+2 < len(c.tokens) && c.tokens[i+2].kind == word && !abbreviation(c.tokens[i+2].text) {
		return true
	}
	for j := max(0, i-4); j < i; j++ {
		if c.tokens[j].key != "là" {
			continue
		}
		if before := at(c.tokens, j-1); before == "tắt" || before == "gọi" || slices.ContainsFunc(c.tokens[max(0, j-3):j], func(t token) bool { return t.key == "tên" }) {
			return true
		}
	}
	return false
}

// unexplained reports the abbreviations that are explained nowhere.
func (c *checker) unexplained() {
	c.passage = nil
	var list []string
	for _, a := range c.seen.abbreviations.order {
		if c.seen.explained.count[a] == 0 {
			list = append(list, a)
		}
	}
	if len(list) == 0 {
		return
	}
	shown := strings.Join(list[:min(8, len(list))], ", ")
	if len(list) > 8 {
		shown += fmt.Sprintf(" và %d chữ khác", len(list)-8)
	}
	c.report(slip{id: IDAbbr, severity: diag.Info, pos: c.seen.abbreviations.first[list[0]],
		message: fmt.Sprintf("chữ viết tắt chưa được giải thích: %s", shown), hint: "lần đầu viết đủ, chữ viết tắt trong ngoặc đơn ở ngay sau; hoặc viết đủ ở mọi chỗ"})
}

// named counts how often the names of kinds of units stand in full and in short.
func (c *checker) named() {
	if !c.passage.body() || c.passage.Kind == Cell || c.part != &c.text.Parts[0] {
		return
	}
	for i, t := range c.tokens {
		p, n := c.synonyms.match(c.tokens, i)
		if n == 0 || shapeOf(p.words[n-1].text) == allCaps && c.tokens[i+n-1].text != p.words[n-1].text {
			continue
		}
		if i > 0 && !t.gap && c.tokens[i-1].kind == mark && c.tokens[i-1].text != "(" { // «QĐ-UBND»
			continue
		}
		if c.textAt(i-1) == "(" && c.textAt(i+n) == ")" {
			c.seen.explainedName = true // the short name behind the full one: both are right
		}
		c.seen.names.note(p.text, c.passage.Pos)
	}
}

// nameMix reports a body that has both the name of a kind of unit and its abbreviation.
func (c *checker) nameMix() {
	for _, pair := range c.words.pairs("cung_nghia") {
		shorts, fulls := c.seen.names.count[pair[0]], c.seen.names.count[pair[1]]
		if shorts == 0 || fulls == 0 || c.seen.explainedName {
			continue
		}
		c.report(slip{id: IDNameMix, severity: diag.Info, pos: c.seen.names.first[pair[0]],
			message: fmt.Sprintf("nội dung viết «%s» (%d chỗ) lẫn với «%s» (%d chỗ)", pair[0], shorts, pair[1], fulls), hint: "dùng một cách gọi trong cả văn bản", group: pair[0]})
	}
}
