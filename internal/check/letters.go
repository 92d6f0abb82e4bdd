package check

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"vanban/internal/mend"
	"vanban/internal/viet"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// everyParagraph calls f for each paragraph of the document that is printed, with the region's spot where it
// stands in the body.
func (i *inspection) everyParagraph(f func(p *word.Paragraph, s *spot)) {
	i.Document.Walk(func(b word.Block) bool {
		if p, ok := b.(*word.Paragraph); ok {
			f(p, i.byParagraph[p])
		}
		return true
	})
}

// stamped tells what is no text of the document's author: a signing program's overlay, a stamp, a portal's line.
func stamped(s *spot) bool {
	if s == nil || s.line == nil {
		return false
	}
	switch s.line.Kind {
	case zone.Outside, zone.Urgency, zone.Secrecy, zone.Circulation, zone.Draft, zone.Signed:
		return true
	}
	return false
}

// usage counts where something that should not be is.
type usage struct {
	letters int
	spots   []*word.Paragraph
}

func (u *usage) note(p *word.Paragraph, n int) {
	u.letters += n
	if len(u.spots) == 0 || u.spots[len(u.spots)-1] != p {
		u.spots = append(u.spots, p)
	}
}

// fonts: phông chữ, letters and figures only; one finding a font.
func (i *inspection) fonts() {
	used := map[string]*usage{}
	i.everyParagraph(func(p *word.Paragraph, s *spot) {
		if stamped(s) {
			return
		}
		for _, r := range letters(p) {
			n := latin(r.Text)
			if n == 0 || r.Font == "" || strings.EqualFold(r.Font, i.Standard.Family) || i.symbolFont(r.Font) {
				continue
			}
			u := used[r.Font]
			if u == nil {
				u = &usage{}
				used[r.Font] = u
			}
			u.note(p, n)
		}
	})
	for _, name := range slices.Sorted(maps.Keys(used)) {
		u := used[name]
		b := breach{id: IDFont, at: i.byParagraph[u.spots[0]], place: u.spots[0].Place.Phrase,
			what: fmt.Sprintf("phông chữ «%s», phải là %s: %d chữ trong %d đoạn%s", name, i.Standard.Family, u.letters, len(u.spots), i.first(u.spots)),
			cure: fmt.Sprintf("chọn cả văn bản (Ctrl+A), chọn phông %s", i.Standard.Family)}
		if i.oldFont(name) {
			b.what += "; phông này dùng bảng mã cũ, không phải Unicode"
			b.cure = "chuyển mã sang Unicode bằng một phần mềm chuyển mã, rồi mới đổi phông"
		} else {
			b.fix = func(f *mend.File) bool {
				ok := true
				for _, p := range u.spots {
					ok = f.Look(mend.Place{Part: p.Place.Part, Start: p.Element.Start}, mend.Look{Family: i.Standard.Family},
						append(i.c.SymbolFonts, i.oldNames(p)...)...) && ok
				}
				return ok
			}
		}
		i.report(b)
	}
}

// latin counts the letters and figures that the standard's font is for.
func latin(s string) int {
	n := 0
	for _, r := range s {
		if unicode.In(r, unicode.Latin) || r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}

func (i *inspection) symbolFont(name string) bool {
	return slices.ContainsFunc(i.c.SymbolFonts, func(s string) bool { return strings.EqualFold(s, name) })
}

func (i *inspection) oldFont(name string) bool {
	return slices.ContainsFunc(i.c.OldFonts, func(s string) bool {
		return len(name) >= len(s) && strings.EqualFold(name[:len(s)], s)
	})
}

// oldNames are the fonts of older encodings that a paragraph uses: its letters must stay in them.
func (i *inspection) oldNames(p *word.Paragraph) []string {
	var names []string
	for _, r := range letters(p) {
		if i.oldFont(r.Font) {
			names = append(names, r.Font)
		}
	}
	return names
}

// first names the first places of a finding about letters.
func (i *inspection) first(spots []*word.Paragraph) string {
	var names []string
	for _, p := range spots[:min(len(spots), i.c.Printed)] {
		if s := i.byParagraph[p]; s != nil {
			names = append(names, s.where())
		} else {
			names = append(names, p.Place.Phrase)
		}
	}
	more := ""
	if len(spots) > len(names) {
		more = "; …"
	}
	return " (" + strings.Join(names, "; ") + more + ")"
}

// colours: black text. Links, and stamps that have a colour of their own, are left alone.
func (i *inspection) colours() {
	used := map[string]*usage{}
	i.everyParagraph(func(p *word.Paragraph, s *spot) {
		if stamped(s) {
			return
		}
		for _, r := range letters(p) {
			if r.Color == "" || i.dark(r.Color) || r.Link != "" || count(r.Text) == 0 {
				continue
			}
			u := used[r.Color]
			if u == nil {
				u = &usage{}
				used[r.Color] = u
			}
			u.note(p, count(r.Text))
		}
	})
	for _, color := range slices.Sorted(maps.Keys(used)) {
		u := used[color]
		i.report(breach{id: IDColor, at: i.byParagraph[u.spots[0]], place: u.spots[0].Place.Phrase,
			what: fmt.Sprintf("chữ màu %s, phải là màu đen: %d chữ trong %d đoạn%s", colourName(color), u.letters, len(u.spots), i.first(u.spots)),
			cure: "chọn phần chữ đó, vào Màu phông (Font Color), chọn Tự động (Automatic)"})
	}
}

// dark tells a colour that the eye takes for black.
func (i *inspection) dark(color string) bool {
	n, err := strconv.ParseUint(color, 16, 32)
	if err != nil {
		return true // no colour that could be judged
	}
	most := uint64(i.c.Dark)
	return n>>16 <= most && n>>8&0xFF <= most && n&0xFF <= most
}

// composed: letters in NFC, «Đ» as itself, no unseen characters.
func (i *inspection) composed() {
	var split, eth, unseen, hard usage
	parts := map[string]bool{}
	i.everyParagraph(func(p *word.Paragraph, _ *spot) {
		text := p.Text()
		if viet.NFC(text) != text {
			split.note(p, len([]rune(text))-len([]rune(viet.NFC(text))))
			parts[p.Place.Part] = true
		}
		if strings.ContainsRune(text, '\u00D0') {
			eth.note(p, strings.Count(text, "\u00D0"))
		}
		if n, all := hardBlanks(text); n >= mostHard && n*2 > all {
			hard.note(p, n)
		}
		if n := strings.Count(text, "\u200B") + strings.Count(text, "\u2060") + strings.Count(text, "\uFEFF"); n > 0 {
			unseen.note(p, n)
		}
	})
	if len(hard.spots) > 0 {
		i.report(breach{id: IDNFD, at: i.byParagraph[hard.spots[0]], place: hard.spots[0].Place.Phrase, milder: true,
			what: fmt.Sprintf("dấu cách không ngắt (U+00A0) thay cho phần lớn dấu cách trong %d đoạn%s", len(hard.spots), i.first(hard.spots)),
			cure: "tìm ^s, thay bằng một dấu cách: thường có sau khi chép từ trang web",
			fix:  i.replaceAll(hard.spots, "\u00A0", " ")})
	}
	if len(split.spots) > 0 {
		i.report(breach{id: IDNFD, at: i.byParagraph[split.spots[0]], place: split.spots[0].Place.Phrase,
			what: fmt.Sprintf("chữ có dấu ghép rời (Unicode tổ hợp) thay cho chữ dựng sẵn trong %d đoạn%s", len(split.spots), i.first(split.spots)),
			cure: "chuyển sang Unicode dựng sẵn bằng công cụ chuyển mã, hoặc chạy lại lệnh này với --fix",
			fix: func(f *mend.File) bool {
				for _, part := range slices.Sorted(maps.Keys(parts)) {
					f.Compose(part)
				}
				return true
			}})
	}
	if len(eth.spots) > 0 {
		i.report(breach{id: IDNFD, at: i.byParagraph[eth.spots[0]], place: eth.spots[0].Place.Phrase,
			what: fmt.Sprintf("chữ «Ð» (U+00D0, tiếng Iceland) dùng thay chữ «Đ» ở %d chỗ%s", eth.letters, i.first(eth.spots)),
			cure: "tìm «Ð», thay bằng «Đ»",
			fix:  i.replaceAll(eth.spots, "\u00D0", "Đ")})
	}
	if len(unseen.spots) > 0 {
		i.report(breach{id: IDNFD, at: i.byParagraph[unseen.spots[0]], place: unseen.spots[0].Place.Phrase,
			what: fmt.Sprintf("ký tự không nhìn thấy (U+200B, U+2060 hoặc U+FEFF) ở %d chỗ%s", unseen.letters, i.first(unseen.spots)),
			cure: "xóa các ký tự này: thường có sau khi chép từ trang web",
			fix: func(f *mend.File) bool {
				ok := true
				for _, c := range []string{"\u200B", "\u2060", "\uFEFF"} {
					ok = i.replaceAll(unseen.spots, c, "")(f) && ok
				}
				return ok
			}})
	}
}

// mostHard is how many blanks that do not break a paragraph may have: some keep together what belongs together.
const mostHard = 5

// hardBlanks counts the single blanks between two words, and those of them that do not break.
func hardBlanks(text string) (hard, all int) {
	runes := []rune(text)
	for k := 1; k+1 < len(runes); k++ {
		if (runes[k] == ' ' || runes[k] == '\u00A0') && !unicode.IsSpace(runes[k-1]) && !unicode.IsSpace(runes[k+1]) {
			all++
			if runes[k] == '\u00A0' {
				hard++
			}
		}
	}
	return hard, all
}

// replaceAll changes a letter of paragraphs wherever it stands in them.
func (i *inspection) replaceAll(spots []*word.Paragraph, from, to string) func(*mend.File) bool {
	return func(f *mend.File) bool {
		ok := true
		for _, p := range spots {
			ok = f.Replace(mend.Place{Part: p.Place.Part, Start: p.Element.Start}, from, to) && ok
		}
		return ok
	}
}

// colourName says a colour as people see it.
func colourName(color string) string {
	n, err := strconv.ParseUint(color, 16, 32)
	if err != nil {
		return color
	}
	r, g, b := int(n>>16), int(n>>8&0xFF), int(n&0xFF)
	most, least := max(r, g, b), min(r, g, b)
	name := "xanh dương"
	switch {
	case least > 230:
		name = "trắng"
	case most-least < 30:
		name = "xám"
	case r == most && g > r*2/3 && b < g:
		name = "vàng"
	case r == most && b > r/2:
		name = "tím"
	case r == most:
		name = "đỏ"
	case g == most:
		name = "xanh lá"
	}
	return name + " (" + color + ")"
}
