package check

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"vanban/internal/mend"
	"vanban/internal/standard"
	"vanban/internal/viet"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// title: the abstract has no full stop.
func (i *inspection) title() {
	for _, n := range i.documents() {
		spots := append(i.of(n, zone.Subject), i.of(n, zone.About)...)
		if len(spots) == 0 {
			continue
		}
		s := spots[len(spots)-1]
		if text := s.line.Text; strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "..") && !i.runIn(s) {
			i.report(breach{id: IDTitleStyle, at: s, what: "trích yếu kết thúc bằng dấu chấm", cure: "bỏ dấu chấm ở cuối trích yếu", fix: i.ending(s, ".", "")})
		}
	}
}

// ending changes the mark at the end of a paragraph.
func (i *inspection) ending(s *spot, from, to string) func(*mend.File) bool {
	return func(f *mend.File) bool {
		is, ok := f.Text(s.at())
		trimmed := strings.TrimRight(is, " \u00A0")
		if !ok || !strings.HasSuffix(trimmed, from) {
			return false
		}
		return f.Rewrite(s.at(), strings.TrimSuffix(trimmed, from)+to+is[len(trimmed):])
	}
}

// letterSubject: a công văn has an abstract under its number, written as the standard writes it.
func (i *inspection) letterSubject() {
	label, _, _ := strings.Cut(i.Standard.About.Pattern, "{")
	label = strings.TrimSpace(label)
	for _, n := range i.documents() {
		spots := i.of(n, zone.About)
		if len(spots) == 0 {
			if numbers := i.of(n, zone.Number); i.Found.Parts[n].Letter && len(numbers) > 0 && len(i.Found.Of(n, zone.About)) == 0 {
				i.report(breach{id: IDLetterSubject, at: numbers[len(numbers)-1], what: fmt.Sprintf("công văn thiếu trích yếu «%s …» dưới số, ký hiệu", label), cure: "thêm dòng trích yếu dưới số, ký hiệu"})
			}
			continue
		}
		s := spots[0]
		text := s.line.Text
		if len(text) < len(label) || !strings.EqualFold(text[:len(label)], label) {
			continue
		}
		rest := text[len(label):]
		if text[:len(label)] == label && (rest == "" || strings.HasPrefix(rest, " ")) {
			continue
		}
		mended := label + " " + strings.TrimLeft(rest, " :")
		b := breach{id: IDLetterSubject, at: s, what: fmt.Sprintf("%s ghi «%s», phải là «%s»", zone.About, excerpt(text), excerpt(mended)), cure: fmt.Sprintf("viết «%s», không có dấu hai chấm, cách chữ một khoảng", label)}
		if !i.runIn(s) {
			b.fix = func(f *mend.File) bool {
				is, ok := f.Text(s.at())
				at := strings.Index(is, text[:len(label)])
				if !ok || at < 0 {
					return false
				}
				return f.Rewrite(s.at(), is[:at]+label+" "+strings.TrimLeft(is[at+len(label):], " :"))
			}
		}
		i.report(b)
	}
}

// groundItem tells a ground that stands for itself from the sentence that leads over to the text.
func groundItem(s *spot) bool { return !strings.HasSuffix(strings.TrimSpace(s.text), ":") }

// grounds: what begins and ends each căn cứ.
func (i *inspection) grounds() {
	marks := &i.Standard.Grounds
	for _, n := range i.documents() {
		spots := i.of(n, zone.Ground)
		ordered := len(i.of(n, zone.Order)) > 0
		for k, s := range spots {
			text := strings.TrimSpace(s.text)
			if !groundItem(s) || s.line.Side != zone.Whole {
				continue
			}
			first, _ := utf8.DecodeRuneInString(text)
			switch dash := strings.TrimSpace(marks.Before); {
			case dash == "" && strings.ContainsRune("-–—+•*", first):
				i.report(breach{id: IDGroundsMark, at: s, what: "căn cứ bắt đầu bằng gạch đầu dòng", cure: "bỏ gạch đầu dòng",
					fix: func(f *mend.File) bool {
						is, ok := f.Text(s.at())
						at := strings.IndexRune(is, first)
						if !ok || at < 0 || strings.TrimSpace(is[:at]) != "" {
							return false
						}
						return f.Rewrite(s.at(), is[:at]+strings.TrimLeft(is[at+utf8.RuneLen(first):], " \u00A0"))
					}})
			case dash != "" && !strings.HasPrefix(text, dash):
				i.report(breach{id: IDGroundsMark, at: s, what: fmt.Sprintf("căn cứ không bắt đầu bằng «%s»", dash), cure: "thêm gạch đầu dòng"})
			}
			last := k == len(spots)-1
			want := marks.After
			if last {
				want = marks.Last
			}
			if strings.HasSuffix(text, want) || last && !ordered && strings.ContainsAny(text[len(text)-1:], ";,.:") {
				continue
			}
			b := breach{id: IDGroundsMark, at: s, what: fmt.Sprintf("căn cứ phải kết thúc bằng «%s»", want), cure: fmt.Sprintf("mỗi căn cứ kết thúc bằng «%s», căn cứ cuối cùng bằng «%s»", marks.After, marks.Last)}
			is := ""
			if strings.ContainsAny(text[len(text)-1:], ";,.:") {
				is = text[len(text)-1:]
			}
			if !strings.HasSuffix(text, "...") && !strings.HasSuffix(text, "…") {
				b.fix = i.ending(s, is, want)
			}
			i.report(b)
		}
	}
}

// divisions: phần, chương, mục, tiểu mục with their titles.
func (i *inspection) divisions() {
	for level, d := range i.c.Divisions {
		form := regexp.MustCompile(`^(?i:` + regexp.QuoteMeta(d.Word) + `)\s+([IVXLCivxlc]+|\d+)\s*([.:]?)\s*(.*)$`)
		label := i.Standard.Styles[i.Standard.Body.DivisionLabel[min(level, len(i.Standard.Body.DivisionLabel)-1)]]
		title := i.Standard.Styles[i.Standard.Body.DivisionTitle[min(level, len(i.Standard.Body.DivisionTitle)-1)]]
		for _, s := range i.running() {
			m := form.FindStringSubmatch(strings.TrimSpace(s.text))
			if m == nil || m[3] != "" && !upper(m[3]) {
				continue
			}
			i.division(s, d, m, label, title)
		}
	}
}

func (i *inspection) division(s *spot, d standard.Division, m []string, label, title *standard.Style) {
	text := strings.TrimSpace(s.text)
	b := breach{id: IDDivision, at: s, clause: label.Clause}
	if !strings.HasPrefix(text, d.Word) {
		b.what, b.cure = fmt.Sprintf("«%s» viết in hoa, phải viết thường «%s %s»", strings.Fields(text)[0], d.Word, m[1]), fmt.Sprintf("viết «%s %s»", d.Word, m[1])
		i.report(b)
	}
	_, isRoman := viet.ParseRoman(m[1])
	if roman := d.Numerals == "la_ma"; roman != isRoman {
		kind := "chữ số Ả Rập"
		if roman {
			kind = "chữ số La Mã"
		}
		b.what, b.cure = fmt.Sprintf("số thứ tự của «%s %s» phải là %s", d.Word, m[1], kind), "sửa số thứ tự"
		i.report(b)
	}
	if m[3] != "" {
		b.what, b.cure = fmt.Sprintf("tên của «%s %s» phải ở dòng riêng bên dưới", d.Word, m[1]), "xuống dòng trước tên"
		i.report(b)
	}
	if s.share(func(r *word.Run) bool { return r.Bold }) < 0.9 && label.Bold {
		bold := true
		b.what, b.cure = fmt.Sprintf("«%s %s» phải in đậm", d.Word, m[1]), "chọn dòng này, bấm Ctrl+B"
		b.fix = func(f *mend.File) bool { return f.Look(s.at(), mend.Look{Bold: &bold}) }
		i.report(b)
		b.fix = nil
	}
	if label.Align == "giua" && !i.centredText(s) {
		b.what, b.cure = fmt.Sprintf("«%s %s» phải canh giữa", d.Word, m[1]), "đặt con trỏ vào dòng này, bấm Ctrl+E"
		i.report(b)
	}
	if m[3] == "" {
		i.divisionTitle(s, title)
	}
}

// divisionTitle judges the line below the label.
func (i *inspection) divisionTitle(label *spot, style *standard.Style) {
	for k := label.index + 1; k < len(i.flow); k++ {
		s := i.flow[k]
		if s.blank() {
			continue
		}
		if s.cell != nil || s.kind() != zone.Body || !s.sure() || utf8.RuneCountInString(s.text) > 200 || structured(s.text) {
			return
		}
		b := breach{id: IDDivision, at: s, clause: style.Clause}
		if !upper(s.text) {
			b.what, b.cure = "tên phần, chương, mục phải viết in hoa", "chọn dòng này, bấm Shift+F3 đến khi thành chữ in hoa"
			i.report(b)
		}
		if s.share(func(r *word.Run) bool { return r.Bold }) < 0.9 {
			b.what, b.cure = "tên phần, chương, mục phải in đậm", "chọn dòng này, bấm Ctrl+B"
			i.report(b)
		}
		if !i.centredText(s) {
			b.what, b.cure = "tên phần, chương, mục phải canh giữa", "đặt con trỏ vào dòng này, bấm Ctrl+E"
			i.report(b)
		}
		return
	}
}

// structured tells a line with a number or letter of its own.
func structured(text string) bool {
	text = strings.TrimSpace(text)
	r, size := utf8.DecodeRuneInString(text)
	return unicode.IsDigit(r) || listed(text) || size < len(text) && text[size] == ')' || strings.ContainsAny(text[:min(len(text), 12)], "0123456789")
}

// articles: «Điều 1.», bold, with its full stop, and set in like the text.
func (i *inspection) articles() {
	before, after, _ := strings.Cut(i.Standard.Body.ArticleLabel, "{so}")
	before, after = strings.TrimSpace(before), strings.TrimSpace(after)
	form := regexp.MustCompile(`^((?i:` + regexp.QuoteMeta(before) + `)\s+\d+[a-zđ]?)\s*([.:]?)\s*(.*)$`)
	style := i.Standard.Styles[i.Standard.Body.Article]
	titled := i.Standard.Styles[i.Standard.Body.ArticleTitled]
	for _, s := range i.running() {
		text := strings.TrimSpace(s.text)
		m := form.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		bold := boldBefore(s.p, utf8.RuneCountInString(m[1]))
		next, _ := utf8.DecodeRuneInString(m[3])
		if m[2] == "" && m[3] != "" && !(unicode.IsUpper(next) && bold) {
			continue // a sentence that begins with the name of an article
		}
		b := breach{id: IDArticle, at: s, clause: titled.Clause}
		if m[2] != after {
			b.what, b.cure = fmt.Sprintf("sau «%s» phải là dấu «%s»", m[1], after), fmt.Sprintf("viết «%s%s»", m[1], after)
			at := m[1]
			b.fix = func(f *mend.File) bool {
				is, ok := f.Text(s.at())
				if !ok || !strings.Contains(viet.NFC(is), at) {
					return false
				}
				cut := strings.Index(is, at)
				if cut < 0 {
					return false
				}
				cut += len(at)
				return f.Rewrite(s.at(), is[:cut]+after+strings.TrimLeft(is[cut:], " .:")[:0]+lead(is[cut:]))
			}
			i.report(b)
			b.fix = nil
		}
		if !strings.HasPrefix(m[1], before) {
			b.what, b.cure = fmt.Sprintf("«%s» phải viết thường «%s»", m[1], before), "chỉ viết hoa chữ cái đầu"
			i.report(b)
		}
		if !bold && !style.Bold {
			b.what, b.cure = fmt.Sprintf("«%s» phải in đậm", m[1]), "chọn chữ «"+m[1]+after+"», bấm Ctrl+B"
			i.report(b)
		}
		if s.p.Align == word.Center {
			b.what, b.cure = fmt.Sprintf("«%s» canh giữa, phải lùi đầu dòng như các đoạn văn", m[1]), "bấm Ctrl+J, đặt thụt lề dòng đầu tiên "+i.firstLineWanted()
			i.report(b)
		}
	}
}

// lead gives what follows the number of an article, its wrong mark taken away.
func lead(rest string) string { return strings.TrimPrefix(strings.TrimLeft(rest, " "), ":") }

// boldBefore tells whether the first letters of a paragraph are bold.
func boldBefore(p *word.Paragraph, runes int) bool {
	for _, r := range letters(p) {
		if !r.Bold && count(r.Text) > 0 {
			return false
		}
		if runes -= utf8.RuneCountInString(viet.NFC(r.Text)); runes <= 0 {
			return true
		}
	}
	return true
}
