package content

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// typing notes small words with Vietnamese letters that cannot be a syllable of the language: «nghiệpp», «hoặcc».
// Words of other languages that are written in syllables without blanks («bêtông») are none.
func (c *checker) typing() {
	if !c.passage.body() || len(c.words.list("khong_lap").phrases) == 0 {
		return
	}
	for i, t := range c.tokens {
		c.scannedFigures(i)
		if t.kind != word || ascii(t.text) || utf8.RuneCountInString(t.text) < 2 || shapeOf(t.text) != small || c.spelt(t.text) || c.joinedTo(i) || c.foreign(i-1) {
			continue
		}
		c.seen.typos.note(t.text, c.passage.Pos)
	}
	for _, t := range c.tokens {
		if t.kind == word && ascii(t.text) && telex(t.text) {
			c.seen.typos.note(t.text, c.passage.Pos)
		}
	}
}

// scannedFigures notes numbers in which a letter stands for a figure, as scanning leaves them: «3l7», «tháng O1».
func (c *checker) scannedFigures(i int) {
	t := c.tokens[i]
	if t.kind != word || !strings.ContainsRune("lIOo", rune(t.text[0])) || strings.Trim(t.text, "lIOo0123456789") != "" || strings.Trim(t.text, "lIOo") == "" && len(t.text) > 1 {
		return
	}
	after := i > 0 && !t.gap && c.tokens[i-1].kind == figure                                                   // «3» before «l7»
	behind := len(t.text) > 1 || i+1 < len(c.tokens) && !c.tokens[i+1].gap && c.isFigure(i+1)                  // «l» before «8»
	group := i > 1 && !t.gap && !c.tokens[i-1].gap && strings.Contains("./", c.textAt(i-1)) && c.isFigure(i-2) // «950.» before «O00»
	dated := t.gap && (at(c.tokens, i-1) == "ngày" || at(c.tokens, i-1) == "tháng") && behind                  // «ngày l8»
	if !(after && behind || group && behind || dated) {
		return
	}
	from := t.start
	if after {
		from = c.tokens[i-1].start
	}
	c.seen.typos.note(c.passage.Text[from:t.end], c.passage.Pos)
}

// misspelt reports words that are often written wrong in one way that means nothing: «bổ xung».
func (c *checker) misspelt() {
	if !c.passage.prose() {
		return
	}
	for i := range c.tokens {
		p, n := c.misspellings.match(c.tokens, i)
		if n == 0 || shapeOf(c.tokens[i+n-1].text) != small || shapeOf(c.tokens[i].text) != small && inside(c.tokens, i) { // a name
			continue
		}
		if innocent := c.words.list("giong_ma_dung"); innocent.covers(c.tokens, i) || innocent.covers(c.tokens, i+n-1) {
			continue
		}
		said := c.passage.Text[c.tokens[i].start:c.tokens[i+n-1].end]
		c.report(slip{id: IDMisspelt, severity: diag.Warning, message: fmt.Sprintf("«%s» sai chính tả", said), hint: "viết «" + c.words.tables["hay_sai"][p.text] + "»", group: p.text,
			here: around(c.passage.Text, c.tokens[i].start, c.tokens[i+n-1].end)})
	}
}

// spelt tells whether a word may be right. Each word of a text is judged once.
func (c *checker) spelt(s string) bool {
	ok, known := c.seen.spelt[s]
	if !known {
		ok = viet.IsSyllable(s) || syllables(s) || c.words.list("phien_am").exact(s)
		if c.seen.spelt == nil {
			c.seen.spelt = map[string]bool{}
		}
		c.seen.spelt[s] = ok
	}
	return ok
}

// telex tells what the keys of Telex leave where they are not put together: «ddieemr».
func telex(s string) bool {
	return len(s) > 2 && strings.HasPrefix(s, "dd") && strings.ContainsRune("aeiouy", rune(s[2]))
}

// joinedTo tells whether a hyphen, stroke or figure touches the word: parts of names and formulas are no syllables.
func (c *checker) joinedTo(i int) bool {
	touches := func(j, gapOf int) bool {
		return j >= 0 && j < len(c.tokens) && !c.tokens[gapOf].gap && (c.tokens[j].kind == figure || strings.Contains("-–/_@’'&+=", c.tokens[j].text))
	}
	return touches(i-1, i) || i+1 < len(c.tokens) && touches(i+1, i+1)
}

// syllables tells whether a word is several syllables without blanks between them, each behind the first with a
// consonant before its vowel.
func syllables(s string) bool {
	const most = 24 // bytes of a word that is looked at
	if len(s) > most {
		return true // whatever it is, it is no slip of a syllable
	}
	ends := map[int]bool{0: true} // where a syllable may begin
	for i := range s {
		if r, _ := utf8.DecodeRuneInString(s[i:]); !ends[i] || i > 0 && strings.ContainsRune("aeiouy", viet.BaseLetter(r)) {
			continue
		}
		for j := i + 1; j <= len(s); j++ {
			if j < len(s) && !utf8.RuneStart(s[j]) {
				continue
			}
			if (i == 0 || utf8.RuneCountInString(s[i:j]) > 1) && viet.IsSyllable(s[i:j]) {
				ends[j] = true
			}
		}
	}
	return ends[len(s)]
}

// mistyped reports what typing has noted.
func (c *checker) mistyped() {
	list := c.seen.typos.order
	if len(list) == 0 {
		return
	}
	shown := "«" + strings.Join(list[:min(6, len(list))], "», «") + "»"
	if len(list) > 6 {
		shown += fmt.Sprintf(" và %d chữ khác", len(list)-6)
	}
	c.report(slip{id: IDTyping, severity: diag.Info, pos: c.seen.typos.first[list[0]], message: "chữ có thể gõ sai: " + shown, hint: "xem lại từng chữ; chữ đúng thì để nguyên"})
}
