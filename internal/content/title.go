package content

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// A title is looked for in other places where it has so many words.
const fewestWords, mostWords = 6, 80

// subjectOf is trích yếu of a part as tokens, without what only types and marks add.
func subjectOf(p *Part) []token { return tokenize(strings.TrimRight(joined(p.of(Subject)), " .;,")) }

// titles compares a title with the places that say it again: the opening and closing sentences, and the title
// of what is issued with the document.
func (c *checker) titles() {
	for i := range c.text.Parts {
		p := &c.text.Parts[i]
		subject := subjectOf(p)
		if len(subject) < fewestWords || len(subject) > mostWords || !slices.ContainsFunc(subject, func(t token) bool { return t.kind == figure }) {
			continue
		}
		said := []*Part{p}
		if p.Role == Enclosure {
			said = append(said, &c.text.Parts[p.Of]) // «Ban hành kèm theo Quyết định này …»
		}
		for _, s := range said {
			for j := range s.Passages {
				if q := &s.Passages[j]; q.body() && q.Kind != Cell {
					c.titleAgain(subject, q)
				}
			}
		}
	}
	c.titlesEnclosed()
}

// titleAgain reports an opening or closing sentence that says the title with other figures in it. Elsewhere
// other figures are those of another document: that of the year before.
func (c *checker) titleAgain(subject []token, p *Passage) {
	if !c.words.list("cau_tieu_de").within(tokenize(p.Text)) {
		return
	}
	tokens := tokenize(p.Text)
	said, meant := "", ""
	for i := 0; i+len(subject) <= len(tokens); i++ {
		same, got, want := sameTitle(subject, tokens[i:])
		if same && got == "" {
			return
		}
		if same {
			said, meant = got, want
		}
	}
	if said != "" {
		c.report(slip{id: IDTitleYear, severity: diag.Warning, pos: p.Pos,
			message: fmt.Sprintf("ở đây trích yếu được nhắc lại với số «%s», ở đầu văn bản là «%s»", said, meant), hint: "xem số nào đúng, sửa chỗ còn lại"})
	}
}

// sameTitle tells whether tokens begin with a title, its figures aside, and the first figures that differ.
func sameTitle(title, tokens []token) (same bool, said, meant string) {
	for j, want := range title {
		got := tokens[j]
		switch {
		case got.kind == figure && want.kind == figure:
			if got.text != want.text && said == "" {
				said, meant = got.text, want.text
			}
		case got.key != want.key && !(dash(got.text) && dash(want.text)):
			return false, "", ""
		}
	}
	return true, said, meant
}

func dash(s string) bool { return s == "-" || s == "–" || s == "—" }

// titlesEnclosed compares the title of what is issued with that in the title of the document that issues it.
func (c *checker) titlesEnclosed() {
	for i := range c.text.Parts {
		p := &c.text.Parts[i]
		if p.Role != Enclosure || p.Type == "" {
			continue
		}
		kind := keys(c.std.Types[p.Type].Common)
		own, whole := subjectOf(p), subjectOf(&c.text.Parts[p.Of])
		at := -1
		for j := range whole {
			if matches(whole, j, kind) {
				at = j + len(kind)
				break
			}
		}
		if at < 0 || len(own) < fewestWords || len(whole)-at != len(own) {
			continue
		}
		first, last, differ := -1, -1, 0
		for j, t := range own {
			if t.key != whole[at+j].key && !(dash(t.text) && dash(whole[at+j].text)) {
				last = j
				if first < 0 {
					first = j
				}
				differ++
			}
		}
		if differ == 1 || differ == 2 && last-first < 6 {
			said, meant := own[first:last+1], whole[at+first:at+last+1]
			c.report(slip{id: IDTitleEnclosed, severity: diag.Warning, pos: firstPos(p, Subject),
				message: fmt.Sprintf("trích yếu của %s kèm theo ghi «%s», ở văn bản ban hành là «%s»", viet.Lower(c.std.Types[p.Type].Common), words(said), words(meant)),
				hint:    "hai trích yếu phải giống nhau"})
		}
	}
}

func firstPos(p *Part, k Kind) diag.Pos {
	if list := p.of(k); len(list) > 0 {
		return list[0].Pos
	}
	return p.Pos
}

// noteNumber is number and symbol in «(Kèm theo … số 86/KH-UBND ngày 05 tháng 3 năm 2026 của …)».
var noteNumber = regexp.MustCompile(`số:?\s*(\d+)\s*/\s*([\p{Lu}][\p{L}\d]*(?:\s*[-–/]\s*[\p{L}\d&]+)+)`)

// note compares «(Kèm theo …)» with the head of the document in the same file.
func (c *checker) note() {
	if c.text.Made || c.part.Role == Main {
		return
	}
	main := c.main()
	list := c.part.of(Note)
	if len(list) == 0 {
		return
	}
	text := joined(list)
	var differ []string
	differs := func(what, said, is string) {
		differ = append(differ, fmt.Sprintf("%s «%s» (văn bản chính là «%s»)", what, said, is))
	}
	if m := noteNumber.FindStringSubmatch(text); m != nil {
		if main.Number != "" && strings.TrimLeft(m[1], "0") != strings.TrimLeft(main.Number, "0") {
			differs("số", m[1], main.Number)
		}
		if symbol := closed(m[2]); main.Symbol != "" && viet.Fold(symbol) != viet.Fold(main.Symbol) {
			differs("ký hiệu", symbol, main.Symbol)
		}
	}
	if days := daysOf(text); len(days) == 1 && main.Date.IsFull() && days[0].date != main.Date {
		differs("ngày", days[0].date.Short(), main.Date.Short())
	}
	if len(differ) > 0 {
		c.report(slip{id: IDNote, severity: diag.Warning, pos: list[0].Pos, message: "dòng kèm theo ghi " + strings.Join(differ, ", "), hint: "sửa cho khớp với văn bản chính", group: strings.Join(differ, ", ")})
	}
}
