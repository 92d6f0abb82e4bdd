package content

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

func upperOf(r rune) string { return string(unicode.ToUpper(r)) }

// symbolForm is number and symbol as they are cited: «30/2020/NĐ-CP», «57-NQ/TW», «15/QĐ-UBND», «72/2025/QH15».
var symbolForm = regexp.MustCompile(`^\d+[a-zđ]?(?:/\d{4})?[/-](?:[\p{Lu}][\p{L}\d&]*)(?:[-/.][\p{L}\d&]+)*`)

// cited is a document that the text has cited.
type cited struct {
	kind, symbol string
	date         string // of the full citation; empty while there is none
	several      bool   // one number stands for documents of different days
	first        *Passage
	short        bool // the first citation had neither day nor issuer
	again        []again
}

type again struct {
	pos  diag.Pos
	date string
	here string
}

var (
	citedDate = regexp.MustCompile(`^,?\s*ngày\s+(\d{1,2}\s*(?:/|tháng)\s*\d{1,2}\s*(?:/|năm)\s*\d{4})`)
	citedBy   = regexp.MustCompile(`^,?\s*(?:ngày\s+[\d/ ]*(?:tháng\s+\d{1,2}\s+năm\s+\d{4})?\s*)?của\s`)
)

// citations checks how other documents are cited (Phụ lục I, mục II.6.b; Phụ lục II, mục V.6).
func (c *checker) citations() {
	p := c.passage
	if !p.prose() || p.Kind == Recipient || !strings.ContainsAny(p.Text, "/") {
		return
	}
	skip := 0   // up to here a longer name has been read: «Thông báo kết luận»
	before := 0 // behind the citation before this one
	for i, t := range c.tokens {
		if t.kind != word || i < skip {
			continue
		}
		kind, n := c.docTypes.match(c.tokens, i)
		if n == 0 {
			continue
		}
		skip = i + n
		j := i + n
		withWord := at(c.tokens, j) == "số"
		if withWord {
			j++
		}
		if j >= len(c.tokens) || c.tokens[j].kind != figure || j == i+n && !c.tokens[j].gap {
			continue
		}
		symbol := symbolForm.FindString(p.Text[c.tokens[j].start:])
		if strings.Count(symbol, "/")+strings.Count(symbol, "-") < 2 { // «Đề án 06/CP» is a name
			continue
		}
		end := c.tokens[j].start + len(symbol)
		here := p.Text[t.start:end]
		if !withWord {
			c.report(slip{id: IDCiteWord, severity: diag.Warning, message: fmt.Sprintf("«%s» thiếu chữ «số» trước số, ký hiệu", here),
				hint: "viết «" + p.Text[t.start:c.tokens[j-1].end] + " số " + symbol + "»", group: "word", here: here})
		}
		if withWord && shapeOf(t.text) == small && shapeOf(kind.words[0].text) == capital {
			c.report(slip{id: IDCapsType, severity: diag.Warning, message: fmt.Sprintf("«%s»: tên loại của một văn bản cụ thể viết hoa chữ đầu", here),
				hint: "viết «" + kind.text + "»", group: kind.text, here: here})
		}
		c.later(here, clip(p.Text[end:], 120))
		titled := before > 0 && !strings.ContainsAny(p.Text[before:t.start], ".;") // part of the title of the one before
		c.remember(kind.text, symbol, here, clip(p.Text[end:], 120), titled, c.saidBefore(i))
		before = end
	}
}

// remember notes a citation in the main text, where the first is to be full and the later ones short.
func (c *checker) remember(kind, symbol, here, rest string, titled, said bool) {
	p := c.passage
	if c.part.Role != Main || p.Kind == Cell || p.Kind == Addressee || c.words.list("luat").begins(kind) {
		return
	}
	if c.seen.cited == nil {
		c.seen.cited = map[string]*cited{}
	}
	date := ""
	if m := citedDate.FindStringSubmatch(rest); m != nil {
		date = strings.Join(figuresOf(m[1]), "/")
	}
	issuer := citedBy.MatchString(rest)
	name := fmt.Sprint(c.part.Of, " ", viet.Lower(symbol)) // a file may hold several documents
	known := c.seen.cited[name]
	if p.Kind == Subject {
		c.seen.cited[name] = &cited{several: true} // sentences that say the title say it whole
		return
	}
	if known == nil {
		known = &cited{kind: kind, symbol: symbol, date: date, first: p, short: date == "" && !issuer && !said}
		c.seen.cited[name] = known
		c.seen.citedOrder = append(c.seen.citedOrder, name)
		return
	}
	if date == "" {
		return
	}
	switch {
	case titled: // a title is said whole
	case known.date == "":
		known.date = date
	case known.date != date:
		known.several = true
	case issuer:
		known.again = append(known.again, again{p.Pos, date, clip(here+rest, 90)})
	}
}

// saidBefore tells whether day and issuer stand before the citation in its sentence: «ngày 03/6/2020, Ủy ban nhân dân xã có
// Tờ trình số …».
func (c *checker) saidBefore(i int) bool {
	from := i
	for from > 0 && i-from < 40 && !sentenceEnd(c.tokens[from-1]) {
		from--
	}
	if len(daysOf(c.passage.Text[c.tokens[from].start:c.tokens[i].start])) == 0 {
		return false
	}
	for j := from; j < i; j++ {
		if shapeOf(c.tokens[j].text) == capital && c.words.list("don_vi_dau").beginsAt(c.tokens, j) {
			return true
		}
	}
	return false
}

// later reports a document that is of a later day than the one that cites it.
func (c *checker) later(here, rest string) {
	m := citedDate.FindStringSubmatch(rest)
	own := c.main().Date
	if m == nil || !own.IsFull() {
		return
	}
	f := figuresOf(m[1])
	if len(f) != 3 {
		return
	}
	if day := (viet.Date{Day: atoi(f[0]), Month: atoi(f[1]), Year: atoi(f[2])}); exists(day) && own.Before(day) {
		c.report(slip{id: IDCiteLater, severity: diag.Warning, message: fmt.Sprintf("«%s» ban hành ngày %s, sau ngày của văn bản này (%s)", here, day.Short(), own.Short()),
			hint: "xem lại ngày của văn bản được viện dẫn, hoặc ngày ban hành", group: here})
	}
}

// figuresOf gives the figures of a date without leading zeros.
func figuresOf(s string) []string {
	list := strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	for i := range list {
		list[i] = strings.TrimLeft(list[i], "0")
	}
	return list
}

// citedTwice reports documents cited in full again.
func (c *checker) citedTwice() {
	for _, name := range c.seen.citedOrder {
		d := c.seen.cited[name]
		if d.several {
			continue
		}
		for _, a := range d.again {
			c.report(slip{id: IDCiteAgain, severity: diag.Warning, pos: a.pos,
				message: fmt.Sprintf("%s số %s đã được viện dẫn đầy đủ ở trên, ở đây lại ghi đủ ngày và cơ quan ban hành", viet.Lower(d.kind), d.symbol),
				hint:    "từ lần thứ hai chỉ ghi tên loại và số, ký hiệu: «" + d.kind + " số " + d.symbol + "»", group: "again",
				here: d.kind + " số " + d.symbol})
		}
		if d.short && d.date == "" && len(d.again) == 0 && d.symbol != c.ownSymbol() {
			c.report(slip{id: IDCiteFirst, severity: diag.Info, pos: d.first.Pos,
				message: fmt.Sprintf("%s số %s được viện dẫn mà chưa có lần nào ghi ngày và cơ quan ban hành", viet.Lower(d.kind), d.symbol),
				hint:    "lần đầu viện dẫn ghi đủ tên loại, số, ký hiệu, ngày tháng năm, cơ quan ban hành, trích yếu", group: "first",
				here: d.kind + " số " + d.symbol})
		}
	}
}

// ownSymbol is number and symbol of the document itself.
func (c *checker) ownSymbol() string {
	m := &c.text.Parts[0]
	return m.Number + "/" + m.Symbol
}

// looseSymbol is number and symbol of a cited document as they are mistyped: with blanks, a long dash or an underscore.
var looseSymbol = regexp.MustCompile(`\d+\s*/\s*(?:\d{4}\s*/\s*)?(\p{Lu}\p{L}{1,7})\s*[-–—_]\s*\p{Lu}{2,}[\p{L}\d]*`)

// numbered tells whether a text ends with the name of a type and «số»: what follows is a number and symbol, whatever its
// letters.
func (c *checker) numbered(before string) bool {
	tokens := tokenize(before[max(0, len(before)-60):])
	return at(tokens, len(tokens)-1) == "số" && c.docTypes.before(tokens, len(tokens)-1)
}

// symbols reports number and symbol of cited documents that are not written in one piece.
func (c *checker) symbols() {
	s := c.passage.Text
	if !c.passage.prose() || !strings.Contains(s, "/") {
		return
	}
	for _, m := range looseSymbol.FindAllStringSubmatchIndex(s, -1) {
		said, code := s[m[0]:m[1]], s[m[2]:m[3]]
		right := strings.Join(strings.Fields(strings.NewReplacer("–", "-", "—", "-", "_", "-").Replace(said)), "")
		_, known := c.typeOf(code)
		if known = known || c.words.list("ma_khac").exact(code) || c.numbered(s[:m[0]]); said == right || !known {
			continue
		}
		c.report(slip{id: IDCiteSymbol, severity: diag.Warning, message: fmt.Sprintf("số, ký hiệu «%s» không viết liền", said), hint: "viết «" + right + "»", group: "loose", here: said})
	}
}
