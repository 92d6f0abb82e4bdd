package word

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vanban/internal/viet"
)

// decodeLegacy turns text under a font of TCVN3 or VNI into Unicode, for the font decides what such text says.
// Where a font of that kind stands on text that is Unicode already (a file that was converted and kept its fonts),
// nothing is changed.
func (r *reader) decodeLegacy() {
	d := r.doc
	var all []*Paragraph
	d.Walk(func(b Block) bool {
		if p, ok := b.(*Paragraph); ok {
			all = append(all, p)
		}
		return true
	})
	for _, n := range d.Comments {
		all = append(all, Paragraphs(n.Blocks)...)
	}
	lying := lyingFonts(all)
	for _, p := range all {
		r.here = p.Place
		rejoin(p.Runs, lying)
		for i := range p.Runs {
			run := &p.Runs[i]
			if text, e := decoded(run.Font, run.Text, lying); e != viet.UTF8 {
				run.Text, run.Legacy = text, e
				r.remark(RemarkLegacy, e.String())
			}
		}
		if p.Label != nil {
			p.Label.Text, _ = decoded(p.Label.Mark.Font, p.Label.Text, lying)
		}
	}
}

// decoded gives the text in Unicode and what it was in; UTF8 where it stays as it is.
func decoded(font, text string, lying map[viet.Encoding]bool) (string, viet.Encoding) {
	e, upper := viet.LegacyFont(font)
	if e == viet.UTF8 || lying[e] || strings.TrimSpace(text) == "" || onlyUnicode(text) > 0 {
		return text, viet.UTF8
	}
	out := e.Decode(strings.Map(func(c rune) rune {
		if c >= 0xF020 && c <= 0xF0FF { // a font of symbols keeps its codes there
			return c - 0xF000
		}
		return c
	}, text))
	if upper {
		out = viet.Upper(out)
	}
	if out == text {
		return text, viet.UTF8
	}
	return out, e
}

// rejoin moves a letter to the run that begins with its mark: VNI writes a letter as two, and Word may divide a
// text anywhere.
func rejoin(runs []Run, lying map[viet.Encoding]bool) {
	for i := 1; i < len(runs); i++ {
		before, run := &runs[i-1], &runs[i]
		e, _ := viet.LegacyFont(run.Font)
		if of, _ := viet.LegacyFont(before.Font); e != viet.VNI || of != e || lying[e] || before.Kind != Text || run.Kind != Text {
			continue
		}
		letter, n := utf8.DecodeLastRuneInString(before.Text)
		mark, _ := utf8.DecodeRuneInString(run.Text)
		if n > 0 && mark >= 0x80 && utf8.RuneCountInString(e.Decode(string(letter)+string(mark))) == 1 {
			before.Text, run.Text = before.Text[:len(before.Text)-n], string(letter)+run.Text
		}
	}
}

// lyingFonts tells the encodings whose fonts stand on Unicode in this file: letters that only Unicode has make a
// good share of the letters beyond ASCII under them.
func lyingFonts(all []*Paragraph) map[viet.Encoding]bool {
	unicodes, others := map[viet.Encoding]int{}, map[viet.Encoding]int{}
	for _, p := range all {
		for i := range p.Runs {
			e, _ := viet.LegacyFont(p.Runs[i].Font)
			if e == viet.UTF8 {
				continue
			}
			n := onlyUnicode(p.Runs[i].Text)
			unicodes[e] += n
			for _, c := range p.Runs[i].Text {
				if c >= 0x80 && unicode.IsLetter(c) {
					others[e]++
				}
			}
			others[e] -= n
		}
	}
	out := map[viet.Encoding]bool{}
	for e, n := range unicodes {
		out[e] = n*4 > others[e]
	}
	return out
}

// onlyUnicode counts the letters and marks of Vietnamese that no old encoding can be read as: they lie beyond
// Western European ones.
func onlyUnicode(s string) int {
	n := 0
	for _, c := range s {
		switch {
		case c >= 0x1EA0 && c <= 0x1EF9, c >= 0x300 && c <= 0x323, strings.ContainsRune("ĂăĐđĨĩŨũƠơƯư", c):
			n++
		}
	}
	return n
}
