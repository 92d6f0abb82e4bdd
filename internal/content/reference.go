package content

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/standard"
	"vanban/internal/viet"
)

// outline is which articles a part has, and the clauses and points in them.
type outline struct {
	articles map[string]map[string]map[string]bool // article → clause → points
	order    []string
	whole    bool // the articles are 1, 2, 3 … without a gap
}

func outlineOf(p *Part) outline {
	o := outline{articles: map[string]map[string]map[string]bool{}, whole: true}
	article, clause := "", ""
	quoted := p.quoted()
	for i := range p.Passages {
		if quoted[i] {
			continue
		}
		switch q := &p.Passages[i]; q.Kind {
		case Article:
			article, clause = q.Number, ""
			if n, err := strconv.Atoi(article); err == nil && n != len(o.order)+1 {
				o.whole = false
			}
			o.order = append(o.order, article)
			if o.articles[article] == nil {
				o.articles[article] = map[string]map[string]bool{}
			}
		case Division:
			clause = ""
		case Clause:
			if clause = q.Number; q.Depth == 1 && article != "" {
				o.articles[article][clause] = map[string]bool{}
			}
		case Point:
			if points := o.articles[article][clause]; points != nil {
				points[q.Number] = true
			}
		}
	}
	return o
}

// selfReference is a reference to the document itself: «điểm a khoản 2 Điều 5 của Quy chế này», «khoản 2 Điều
// này».
var selfReference = regexp.MustCompile(`(?i)(?:điểm (\p{Ll}) )?(?:khoản (\d{1,2}) )?điều (?:(\d{1,3}[a-zđ]?)((?:(?:, | và | hoặc |, điều | và điều )\d{1,3})*) (?:của )?(\p{L}+(?: \p{L}+){0,2}?) này|này)`)

// references checks that the articles, clauses and points of the document itself that a passage speaks of
// exist.
func (c *checker) references() {
	p := c.passage
	c.namedArticle()
	if !p.body() || !strings.Contains(p.Text, "này") {
		return
	}
	if strings.Contains(p.Text, "khoản này") {
		c.pointHere()
	}
	if !strings.Contains(viet.Lower(p.Text), "điều") {
		return
	}
	for _, m := range selfReference.FindAllStringSubmatch(p.Text, -1) {
		part, article := c.referred(m[5]), m[3]
		if m[3] == "" {
			part, article = c.part, c.article
		}
		if part == nil || article == "" {
			continue
		}
		o := c.outline(part)
		if len(o.order) < 2 || !o.whole {
			continue
		}
		for _, n := range append([]string{article}, figureList(m[4])...) {
			if _, ok := o.articles[n]; !ok {
				c.missing(m[0], fmt.Sprintf("không có Điều %s", n), "điều cuối cùng là Điều "+o.order[len(o.order)-1])
			}
		}
		c.clauseReferred(o, article, m)
	}
}

// pointReference is a reference to a point of the clause in hand: «điểm a khoản này».
var pointReference = regexp.MustCompile(`(?i)điểm (\p{Ll}) khoản này`)

// pointHere checks that the points of the clause in hand that a passage speaks of exist.
func (c *checker) pointHere() {
	for _, m := range pointReference.FindAllStringSubmatch(c.passage.Text, -1) {
		points := c.pointsAround()
		if letter := viet.Lower(m[1]); len(points) > 0 && !points[letter] {
			c.missing(m[0], "khoản này không có điểm "+letter, "xem lại chữ của điểm")
		}
	}
}

// pointsAround gives the points of the clause that the passage in hand stands in; none where it stands in no clause.
func (c *checker) pointsAround() map[string]bool {
	list := c.part.Passages
	from := c.at
	for from >= 0 && list[from].Kind != Clause {
		if k := list[from].Kind; k != Point && k != Item && k != Paragraph {
			return nil
		}
		from--
	}
	if from < 0 {
		return nil
	}
	points := map[string]bool{}
	for i := from + 1; i < len(list) && (list[i].Kind == Point || list[i].Kind == Item || list[i].Kind == Paragraph); i++ {
		if list[i].Kind == Point {
			points[viet.Lower(list[i].Number)] = true
		}
	}
	return points
}

// namedAt is a reference to an article that names people or bodies: «các ông, bà có tên tại Điều 1».
var namedAt = regexp.MustCompile(`(?i)có tên (?:nêu )?(?:tại|ở|trong) Điều (\d{1,2})\b`)

// namedArticle checks that an article that names people exists. Such a reference says no document: it is the one in
// hand.
func (c *checker) namedArticle() {
	p := c.passage
	if !p.body() || !strings.Contains(p.Text, "có tên") {
		return
	}
	o := c.outline(c.part)
	if len(o.order) < 2 || !o.whole {
		return
	}
	for _, m := range namedAt.FindAllStringSubmatchIndex(p.Text, -1) {
		n := p.Text[m[2]:m[3]]
		if _, ok := o.articles[n]; ok || c.othersAppendix(p.Text, m[1], m[1]) {
			continue
		}
		c.missing(p.Text[m[0]:m[1]], "không có Điều "+n, "điều cuối cùng là Điều "+o.order[len(o.order)-1])
	}
}

func figureList(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}

func (c *checker) missing(reference, what, hint string) {
	severity := diag.Warning
	if c.text.Made { // every article is known
		severity = diag.Error
	}
	c.report(slip{id: IDReference, severity: severity, message: fmt.Sprintf("viện dẫn «%s», nhưng %s", reference, what), hint: hint, group: reference})
}

func (c *checker) clauseReferred(o outline, article string, m []string) {
	clauses := o.articles[article]
	if m[2] == "" || len(clauses) == 0 || m[4] != "" {
		return
	}
	points, ok := clauses[m[2]]
	if !ok {
		if !consecutive(clauses) {
			return
		}
		c.missing(m[0], fmt.Sprintf("Điều %s không có khoản %s", article, m[2]), fmt.Sprintf("Điều %s có %d khoản", article, len(clauses)))
		return
	}
	if letter := viet.Lower(m[1]); letter != "" && len(points) > 0 && !points[letter] {
		c.missing(m[0], fmt.Sprintf("khoản %s Điều %s không có điểm %s", m[2], article, letter), "xem lại chữ của điểm")
	}
}

// consecutive tells whether the clauses are 1 to their number, so that none was overlooked.
func consecutive(clauses map[string]map[string]bool) bool {
	for n := range len(clauses) {
		if _, ok := clauses[strconv.Itoa(n+1)]; !ok {
			return false
		}
	}
	return true
}

// referred gives the part that «Quy chế này» means: the part in hand, its document, or what is issued with it.
func (c *checker) referred(kind string) *Part {
	is := func(p *Part) bool {
		t := c.std.Types[p.Type]
		return p.Type != "" && viet.Lower(t.Common) == viet.Lower(kind)
	}
	if is(c.part) {
		return c.part
	}
	var found *Part
	for i := range c.text.Parts {
		p := &c.text.Parts[i]
		if p.Of == c.part.Of && is(p) {
			if found != nil {
				return nil // two of that type: which one is meant?
			}
			found = p
		}
	}
	return found
}

func (c *checker) outline(p *Part) outline {
	if c.seen.outlines == nil {
		c.seen.outlines = map[*Part]outline{}
	}
	o, ok := c.seen.outlines[p]
	if !ok {
		o = outlineOf(p)
		c.seen.outlines[p] = o
	}
	return o
}

// lastArticle checks «Như Điều n» at the head of the recipients: it names the article that says who carries
// out, which is the last unless another says so.
func (c *checker) lastArticle(item *Passage) {
	before, after, found := strings.Cut(c.std.Recipients.AsArticle, "{so}")
	text := strings.TrimLeft(item.Text, listMarks)
	if !found || c.text.Made || item.Doubt || len(text) < len(before) || viet.Lower(text[:len(before)]) != viet.Lower(before) {
		return
	}
	number := strings.TrimRight(strings.TrimSuffix(strings.TrimSpace(text[len(before):]), after), ";., ")
	o := c.outline(c.part)
	if _, err := strconv.Atoi(number); err != nil || !o.whole || len(o.order) == 0 {
		return
	}
	last := o.order[len(o.order)-1]
	if number == last || c.carriedOut(number) {
		return
	}
	c.report(slip{id: IDLastArticle, severity: diag.Warning, pos: item.Pos,
		message: fmt.Sprintf("nơi nhận ghi «%s%s», điều cuối cùng của văn bản là Điều %s", before, number, last), hint: "viết «" + before + last + "»"})
}

// carriedOut tells whether an article says who carries the document out.
func (c *checker) carriedOut(number string) bool {
	in := false
	for _, p := range c.part.Passages {
		if p.Kind == Article {
			in = p.Number == number
		}
		if in && p.body() && c.words.list("thi_hanh").within(tokenize(p.Text)) {
			return true
		}
	}
	return false
}

// appendixCited is an appendix by its number: «Phụ lục II».
func appendixCited(s *standard.Standard) *regexp.Regexp {
	if s.Appendix.Numerals == "la_ma" {
		return regexp.MustCompile(`(?i:` + regexp.QuoteMeta(s.Appendix.Single) + `)\s+([IVX]{1,5})\b`)
	}
	return regexp.MustCompile(`(?i:` + regexp.QuoteMeta(s.Appendix.Single) + `)\s+(\d{1,2})\b`)
}

// appendixMentions checks that what the text says of its appendices is so (Phụ lục I, mục III.1.a).
func (c *checker) appendixMentions() {
	form := appendixCited(c.std)
	for i := range c.text.Parts {
		main := &c.text.Parts[i]
		if main.Role != Main {
			continue
		}
		var own, enclosed []*Part
		for j := range c.text.Parts {
			p := &c.text.Parts[j]
			if p.Of == i && p.Role == Appendix {
				own = append(own, p)
			}
			if p.Of == i && p.Role == Enclosure {
				enclosed = append(enclosed, p)
			}
		}
		c.appendixOrder(own, form)
		if len(enclosed) == 0 { // whose appendices are they otherwise?
			c.appendicesOf(main, own, form)
		}
	}
}

// appendixOrder checks that the numbers of the appendices of a Word file follow one another. The first may have those
// before it in another file.
func (c *checker) appendixOrder(own []*Part, form *regexp.Regexp) {
	before, said := 0, ""
	for _, p := range own {
		labels := p.of(AppendixLabel)
		if c.text.Made || len(labels) == 0 || labels[0].Doubt {
			return
		}
		m := form.FindStringSubmatch(labels[0].Text)
		if m == nil {
			return
		}
		n, roman := viet.ParseRoman(m[1])
		if !roman {
			n = atoi(m[1])
		}
		if before > 0 && n != before+1 {
			c.report(slip{id: IDStructure, severity: diag.Warning, pos: labels[0].Pos, message: fmt.Sprintf("«%s» đứng sau «%s», số không liên tiếp", m[0], said),
				hint: "đánh lại số phụ lục cho liên tiếp, rồi xem lại các chỗ nhắc đến phụ lục", group: "appendix", here: m[0]})
		}
		before, said = n, m[0]
	}
}

func (c *checker) appendicesOf(main *Part, own []*Part, form *regexp.Regexp) {
	mentioned := false
	for i := range main.Passages {
		p := &main.Passages[i]
		if !p.body() && p.Kind != Note {
			continue
		}
		tokens := tokenize(p.Text)
		if c.words.list("nhac_kem_theo").within(tokens) {
			mentioned = true
		}
		if c.text.Made && len(own) == 0 {
			c.nothingEnclosed(p, tokens)
		}
		for _, m := range form.FindAllStringSubmatchIndex(p.Text, -1) {
			if len(own) == 0 || c.othersAppendix(p.Text, m[0], m[1]) {
				continue
			}
			n := atoi(p.Text[m[2]:m[3]])
			if roman, ok := viet.ParseRoman(p.Text[m[2]:m[3]]); ok {
				n = roman
			}
			if n > len(own) {
				severity := diag.Warning // it may be that of a document cited in the sentence before
				if c.words.list("kem_theo").within(tokens) {
					severity = diag.Error
				}
				c.report(slip{id: IDAppendixLost, severity: severity, pos: p.Pos,
					message: fmt.Sprintf("nội dung nhắc đến «%s», văn bản chỉ có %d phụ lục", p.Text[m[0]:m[1]], len(own)),
					hint:    "thêm phụ lục còn thiếu, hoặc sửa số phụ lục", group: p.Text[m[0]:m[1]]})
			}
		}
	}
	if len(own) > 0 && !mentioned && !c.text.Made && !slices.ContainsFunc(main.Passages, func(p Passage) bool { return p.Doubt }) {
		c.report(slip{id: IDAppendixLost, severity: diag.Error, pos: own[0].Pos, message: "nội dung văn bản không nhắc đến phụ lục kèm theo",
			hint: c.mentionHint()})
	}
}

// nothingEnclosed reports words like «có Phụ lục kèm theo» in a document of the pipeline that has none. The file of a
// Word document may be one of several.
func (c *checker) nothingEnclosed(p *Passage, tokens []token) {
	label := keys(c.std.Appendix.Single)
	for i := range tokens {
		if !matches(tokens, i, label) || c.othersAppendix(p.Text, tokens[i].start, tokens[i].end) {
			continue
		}
		for j := i + len(label); j < len(tokens) && j < i+10 && !sentenceEnd(tokens[j]); j++ {
			if c.words.list("kem_theo").beginsAt(tokens, j) {
				c.report(slip{id: IDAppendixLost, severity: diag.Warning, pos: p.Pos, message: "nội dung nhắc đến phụ lục kèm theo, văn bản không có phụ lục nào",
					hint: "thêm phụ lục, hoặc bỏ lời nhắc; phụ lục ở tệp khác thì để nguyên", group: "none", here: around(p.Text, tokens[i].start, tokens[i].end)})
				return
			}
		}
	}
}

func (c *checker) mentionHint() string {
	if m := c.std.Body.Mention; m != nil {
		return m.Hint
	}
	return ""
}

// othersAppendix tells whether an appendix or article that is spoken of is that of another document: one is named in
// the same sentence.
func (c *checker) othersAppendix(s string, start, end int) bool {
	s, start, end = window(s, start, end)
	from := strings.LastIndexAny(s[:start], ".;") + 1
	to := len(s)
	if i := strings.IndexAny(s[end:], ".;"); i >= 0 {
		to = end + i
	}
	tokens := tokenize(s[from:to])
	for i := range tokens {
		if _, n := c.docTypes.match(tokens, i); n > 0 && at(tokens, i+n) != "này" && (shapeOf(tokens[i].text) != small || at(tokens, i+n) == "số") {
			return true // «17 dự án» is no document
		}
	}
	return false
}
