package content

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// signature checks quyền hạn, chức vụ and họ tên (Phụ lục I, mục II.7).
func (c *checker) signature() {
	if c.part.Role != Main {
		return
	}
	titles := c.part.of(Signatory)
	if !c.text.Made {
		for _, l := range titles {
			c.prefix(l)
		}
	}
	c.ownPost()
	for _, l := range c.part.of(Name) {
		c.degree(l)
		c.nameLetters(l)
	}
	c.authority(titles)
}

// prefixBegins is a signing authority before a title, right or wrong: «TM.», «T/M», «KT».
var prefixBegins = regexp.MustCompile(`^(\p{Lu}{1,3}(?:/\p{Lu}{1,3})?)(?:\s*([./]))?(\s*)(\S.*)$`)

// prefix checks how a signing authority is written, against the standard's own way.
func (c *checker) prefix(l *Passage) {
	m := prefixBegins.FindStringSubmatch(strings.TrimSpace(l.Text))
	if m == nil || l.Doubt {
		return
	}
	letters := strings.ReplaceAll(m[1], "/", "")
	slashed, dotted := strings.Contains(m[1], "/"), m[2] == "."
	p := c.std.Prefixes[letters]
	if p.Text == "" || !slashed && !dotted && len(letters) == 1 { // «Q» alone begins too many words
		return
	}
	want := p.Text + " " + m[4]
	switch {
	case slashed != strings.Contains(p.Text, "/") || dotted != strings.HasSuffix(p.Text, "."):
		c.report(slip{id: IDSignMark, severity: diag.Error, pos: l.Pos, message: fmt.Sprintf("«%s» không đúng cách ghi quyền hạn ký", l.Text), hint: "viết «" + want + "»"})
	case m[3] == "":
		c.report(slip{id: IDSignMark, severity: diag.Error, pos: l.Pos, message: fmt.Sprintf("«%s» thiếu dấu cách sau «%s»", l.Text, p.Text), hint: "viết «" + want + "»"})
	}
}

// ownPost reports a signer who signs for another and does not say as what: «KT. GIÁM ĐỐC» with the name right below.
func (c *checker) ownPost() {
	if c.text.Made {
		return
	}
	var last *Passage // of the lines of authority, with nothing but recipients since
	for i := range c.part.Passages {
		l := &c.part.Passages[i]
		switch l.Kind {
		case Signatory:
			last = l
		case Recipient, File:
		case Name:
			if last != nil && !last.Doubt && !l.Doubt {
				c.signsFor(last)
			}
			last = nil
		default:
			last = nil
		}
	}
}

// signsFor reports a line that names whom a signer stands in for, where no line with their own post follows it.
func (c *checker) signsFor(l *Passage) {
	m := prefixBegins.FindStringSubmatch(strings.TrimSpace(l.Text))
	if m == nil {
		return
	}
	p := c.std.Prefixes[strings.ReplaceAll(m[1], "/", "")]
	posts, tokens := 0, tokenize(m[4])
	for i := 0; i < len(tokens); i++ {
		if _, n := c.words.list("chuc_danh").match(tokens, i); n > 0 {
			posts++
			i += n - 1
		}
	}
	if p.Text == "" || p.Own || posts > 1 {
		return
	}
	c.report(slip{id: IDSignMark, severity: diag.Error, pos: l.Pos, message: fmt.Sprintf("dưới «%s» không có chức vụ của người ký", l.Text),
		hint: "thêm một dòng ghi chức vụ của người ký, dưới dòng này"})
}

// degree reports học hàm, học vị, quân hàm before a name, but for the bodies that may write them.
func (c *checker) degree(l *Passage) {
	tokens := tokenize(l.Text)
	_, n := c.words.list("hoc_vi").match(tokens, 0)
	if n == 0 || c.words.list("duoc_ghi_hoc_vi").within(tokenize(joined(c.part.of(Issuer)))) {
		return
	}
	c.report(slip{id: IDSignDegree, severity: diag.Warning, pos: l.Pos, message: fmt.Sprintf("trước họ tên người ký ghi «%s»", l.Text[:tokens[n-1].end]),
		hint: "chỉ ghi họ và tên; học hàm, học vị, quân hàm, danh hiệu không ghi trước họ tên người ký"})
}

// nameLetters checks that each word of a signer's name begins with a capital and that no figure is in it.
func (c *checker) nameLetters(l *Passage) {
	if l.Doubt || len(l.Text) > 80 {
		return
	}
	tokens := tokenize(l.Text)
	_, degree := c.words.list("hoc_vi").match(tokens, 0)
	for _, t := range tokens[degree:] {
		first, _ := utf8.DecodeRuneInString(t.text)
		if t.kind == figure {
			c.report(slip{id: IDSignName, severity: diag.Warning, pos: l.Pos, message: fmt.Sprintf("họ tên người ký «%s» có chữ số", l.Text), hint: "xem lại họ tên người ký"})
			return
		}
		if t.kind == word && unicode.IsLower(first) && t.gap {
			c.report(slip{id: IDSignName, severity: diag.Warning, pos: l.Pos, message: fmt.Sprintf("họ tên người ký «%s»: «%s» chưa viết hoa", l.Text, t.text),
				hint: "viết hoa chữ cái đầu của mọi âm tiết trong họ tên"})
			return
		}
	}
}

// authority compares thẩm quyền ban hành with the signature: a head signs in their own name, a collective is
// signed for.
func (c *checker) authority(titles []*Passage) {
	who := c.part.of(Authority)
	key, collective, ok := c.std.Collective()
	if len(who) == 0 || len(titles) == 0 || !ok || who[0].Doubt {
		return
	}
	first := strings.TrimSpace(titles[0].Text)
	m := prefixBegins.FindStringSubmatch(first)
	forCollective := m != nil && strings.ReplaceAll(m[1], "/", "") == key
	tokens := tokenize(joined(who))
	_, head := c.words.list("chuc_danh").match(tokens, 0)
	_, body := c.words.list("tap_the").match(tokens, 0)
	switch {
	case head > 0 && forCollective:
		c.report(slip{id: IDSignAuth, severity: diag.Warning, pos: titles[0].Pos,
			message: fmt.Sprintf("thẩm quyền ban hành là của %s, chữ ký lại ghi «%s»", who[0].Text, first),
			hint:    "người đứng đầu quyết định thì ký bằng chức vụ của mình, cấp phó ký thay; tập thể quyết định thì ghi tên tập thể ở thẩm quyền ban hành"})
	case body > 0 && !forCollective && c.signsAsHead(first):
		c.report(slip{id: IDSignAuth, severity: diag.Warning, pos: titles[0].Pos,
			message: fmt.Sprintf("thẩm quyền ban hành là của %s, chữ ký lại ghi «%s»", who[0].Text, first),
			hint:    "thêm ở trên một dòng «" + collective.Text + " " + viet.Upper(who[0].Text) + "»"})
	}
}

// signsAsHead tells whether the first line of a signature is a head's own title, or a deputy's in their place.
func (c *checker) signsAsHead(first string) bool {
	tokens := tokenize(first)
	for i := range min(3, len(tokens)) {
		if _, n := c.words.list("chuc_danh").match(tokens, i); n > 0 {
			return true
		}
	}
	return false
}
