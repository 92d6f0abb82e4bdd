package content

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// phrases checks names that have one right way of capitals (Phụ lục II, mục III and IV).
func (c *checker) phrases() {
	if !c.passage.prose() && c.passage.Kind != Note {
		return
	}
	for i := 0; i < len(c.tokens); i++ {
		p, n := c.words.list("viet_hoa").match(c.tokens, i)
		if n == 0 {
			continue
		}
		got := c.tokens[i : i+n]
		if c.wronglyCased(p, got, i) {
			here := c.passage.Text[got[0].start:got[n-1].end]
			c.report(slip{id: IDCapsName, severity: diag.Warning, message: fmt.Sprintf("«%s» viết hoa chưa đúng", here),
				hint: "viết «" + asWritten(p, got) + "»", group: p.text, here: around(c.passage.Text, got[0].start, got[n-1].end)})
		}
		i += n - 1
	}
}

// wronglyCased tells whether the words stand with other capitals than the name has. Words in capitals
// throughout are no fault, nor is a name all in small letters, which may be meant in general; its first letter
// is free at the beginning of a sentence and after a word like «các», where several bodies of a kind are meant.
func (c *checker) wronglyCased(p phrase, got []token, i int) bool {
	wrong, capitals := 0, 0
	for j, t := range got {
		shape := shapeOf(t.text)
		if shape == allCaps && utf8.RuneCountInString(t.text) > 1 || shape == otherwise {
			return false
		}
		if shape == capital {
			capitals++
		}
		if t.kind != word || (shape == capital) == upperFirst(p.words[j].text) {
			continue
		}
		if j == 0 && (!inside(c.tokens, i) && shape == capital || c.words.list("khong_xet_truoc").before(c.tokens, i)) {
			if shape == small {
				return false
			}
			continue
		}
		wrong++
	}
	if c.words.list("khong_phai_ten").before(c.tokens, i) || capitals == 1 && c.words.list("con_la_dong_tu").exact(p.text) {
		return false
	}
	return wrong > 0 && (capitals > 0 || c.words.list("luon_viet_hoa").exact(p.text))
}

func upperFirst(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// asWritten is the name with its capitals and the author's way of placing tones.
func asWritten(p phrase, got []token) string {
	var b strings.Builder
	for j, t := range got {
		if j > 0 && t.gap {
			b.WriteByte(' ')
		}
		text := viet.Lower(t.text)
		if upperFirst(p.words[j].text) {
			text = viet.Capitalize(text)
		}
		b.WriteString(text)
	}
	return b.String()
}

// holidays notes a holiday's day written with a stroke: «Quốc khánh 2/9» (mục V.5).
func (c *checker) holidays() {
	if !c.passage.body() || !strings.Contains(c.passage.Text, "/") {
		return
	}
	for i := range c.tokens {
		p, n := c.holidayNames.match(c.tokens, i)
		j := i + n
		if n == 0 || !c.isFigure(j) || c.textAt(j+1) != "/" || !c.isFigure(j+2) || c.textAt(j+3) == "/" {
			continue
		}
		day := strings.TrimPrefix(c.tokens[j].text, "0") + "-" + strings.TrimPrefix(c.tokens[j+2].text, "0")
		if day != c.words.tables["ngay_le"][p.text] {
			continue
		}
		said := p.text + " " + c.tokens[j].text + "/" + c.tokens[j+2].text
		c.report(slip{id: IDHoliday, severity: diag.Info, message: fmt.Sprintf("ngày lễ «%s» viết bằng dấu gạch chéo", said), hint: "viết «" + p.text + " " + day + "»", group: "holiday", here: said})
	}
}

// citedCapitals checks the words of a citation: khoản and điểm in small letters, Điều and Chương with a capital
// (Phụ lục II, mục V.7).
func (c *checker) citedCapitals() {
	if !c.passage.body() && c.passage.Kind != Ground {
		return
	}
	for i, t := range c.tokens {
		if t.kind != word || !t.gap && i > 0 {
			continue
		}
		switch t.text {
		case "Khoản":
			if inside(c.tokens, i) && c.isFigure(i+1) && c.goesOnTo(i+2, "điều", "mục", "khoản") {
				c.cited(i, "khoản", i+1)
			}
		case "Điểm":
			if inside(c.tokens, i) && len([]rune(at(c.tokens, i+1))) == 1 && c.tokens[i+1].kind == word && at(c.tokens, i+2) == "khoản" {
				c.cited(i, "điểm", i+2)
			}
		case "điều":
			if c.isFigure(i+1) && (at(c.tokens, i-1) == "tại" || at(c.tokens, i-1) == "theo" || at(c.tokens, i-2) == "khoản" && c.isFigure(i-1)) {
				c.cited(i, "Điều", i+1)
			}
		case "chương":
			_, roman := viet.ParseRoman(c.textAt(i + 1))
			if roman && at(c.tokens, i-2) == "điều" && c.isFigure(i-1) {
				c.cited(i, "Chương", i+1)
			}
		}
	}
}

func (c *checker) isFigure(i int) bool {
	return i >= 0 && i < len(c.tokens) && c.tokens[i].kind == figure
}

func (c *checker) textAt(i int) string {
	if i < 0 || i >= len(c.tokens) {
		return ""
	}
	return c.tokens[i].text
}

func (c *checker) goesOnTo(i int, words ...string) bool {
	if at(c.tokens, i) == "," || at(c.tokens, i) == "và" {
		i++
	}
	for _, w := range words {
		if at(c.tokens, i) == w {
			return true
		}
	}
	return false
}

func (c *checker) cited(i int, right string, end int) {
	here := c.passage.Text[c.tokens[i].start:c.tokens[end].end]
	c.report(slip{id: IDCapsCite, severity: diag.Warning, message: fmt.Sprintf("trong câu viện dẫn, «%s» phải viết «%s»", here, right+strings.TrimPrefix(here, c.tokens[i].text)),
		hint: "viết hoa chữ đầu của phần, chương, mục, điều; viết thường khoản, điểm", group: right, here: around(c.passage.Text, c.tokens[i].start, c.tokens[end].end)})
}

// unitCapitals checks the word before the name of an administrative unit, and days and months in words.
func (c *checker) unitCapitals() {
	if !c.passage.body() && c.passage.Kind != Ground {
		return
	}
	for i, t := range c.tokens {
		if t.kind != word {
			continue
		}
		c.numberedUnit(i)
		c.namedUnit(i)
		c.dayInWords(i)
		c.monthInWords(i)
	}
}

// numberedUnit reports «quận 1»: a unit named by a number has a capital (mục III.1.b). «mỗi phường 2 người» is
// no name, so the word of a body must stand before it.
func (c *checker) numberedUnit(i int) {
	_, n := c.words.list("cap_mang_so").match(c.tokens, i)
	if n == 0 || shapeOf(c.tokens[i].text) != small || !c.isFigure(i+n) || strings.HasPrefix(c.tokens[i+n].text, "0") || len(c.tokens[i+n].text) > 2 || !c.words.list("truoc_cap").before(c.tokens, i) {
		return
	}
	here := c.passage.Text[c.tokens[i].start:c.tokens[i+n].end]
	c.report(slip{id: IDCapsUnit, severity: diag.Warning, message: fmt.Sprintf("«%s»: đơn vị hành chính gọi bằng số viết hoa chữ đầu", here), hint: "viết «" + viet.Capitalize(here) + "»",
		group: "number", here: here})
}

// namedUnit reports «Tỉnh Nam Khê» inside a sentence: the word of the level is small (mục III.1.a).
func (c *checker) namedUnit(i int) {
	_, n := c.words.list("cap_viet_thuong").match(c.tokens, i)
	if n == 0 || shapeOf(c.tokens[i].text) != capital || i == 0 || c.tokens[i-1].kind != word || shapeOf(c.textAt(i+n)) != capital || !c.tokens[i+n].gap {
		return
	}
	if shapeOf(c.tokens[i-1].text) != small && !c.words.list("truoc_cap").before(c.tokens, i) || c.words.list("ten_sau_cap_khac").exact(c.textAt(i+n)) || shapeOf(c.textAt(i+n+1)) == small && c.oneWordName(i+n) {
		return
	}
	end := i + n
	for shapeOf(c.textAt(end+1)) == capital && c.tokens[end+1].gap {
		end++
	}
	level, name := c.passage.Text[c.tokens[i].start:c.tokens[i+n-1].end], c.passage.Text[c.tokens[i+n].start:c.tokens[end].end]
	c.report(slip{id: IDCapsUnit, severity: diag.Warning, message: fmt.Sprintf("«%s %s»: chữ chỉ cấp hành chính ở giữa câu viết thường", level, name), hint: "viết «" + viet.Lower(level) + " " + name + "»",
		group: "level " + at(c.tokens, i), here: around(c.passage.Text, c.tokens[i].start, c.tokens[end].end)})
}

// oneWordName tells whether a capital word is not the first of a name of two words, as place names are.
func (c *checker) oneWordName(i int) bool { return shapeOf(c.textAt(i+1)) != capital }

// dayInWords reports «thứ ba, ngày …»: the day's word has a capital (mục V.8.c). «thứ ba» alone may be a
// number.
func (c *checker) dayInWords(i int) {
	p, n := c.words.list("thu").match(c.tokens, i)
	if n != 2 || shapeOf(c.tokens[i+1].text) != small || !upperFirst(p.words[1].text) || !c.opensDay(c.tokens, i) {
		return
	}
	j := i + n
	if at(c.tokens, j) == "," || at(c.tokens, j) == "(" {
		j++
	}
	dated := at(c.tokens, j) == "ngày" && c.isFigure(j+1)
	if !dated && !c.words.list("sau_thu").beginsAt(c.tokens, i+n) {
		return
	}
	here := c.passage.Text[c.tokens[i].start:c.tokens[i+1].end]
	c.report(slip{id: IDCapsDay, severity: diag.Warning, message: fmt.Sprintf("«%s»: tên ngày trong tuần viết hoa", here), hint: "viết «" + viet.Lower(p.words[0].text) + " " + p.words[1].text + "»",
		group: "day", here: around(c.passage.Text, c.tokens[i].start, c.tokens[i+1].end)})
}

// beginsAt tells whether a phrase of the list begins at i.
func (l *list) beginsAt(tokens []token, i int) bool {
	_, n := l.match(tokens, i)
	return n > 0
}

// spanOfMonths tells whether the month of n words at i is the beginning or end of «từ tháng tư đến tháng tám».
func (c *checker) spanOfMonths(i, n int) bool {
	months := c.words.list("thang")
	if to := i + n; at(c.tokens, i-1) == "từ" && at(c.tokens, to) == "đến" {
		return months.beginsAt(c.tokens, to+1) || at(c.tokens, to+1) == "hết" && months.beginsAt(c.tokens, to+2)
	}
	to := i - 1
	if at(c.tokens, to) == "hết" {
		to--
	}
	return at(c.tokens, to) == "đến" && months.before(c.tokens, to) && slices.ContainsFunc(c.tokens[max(0, to-4):to], func(t token) bool { return t.key == "từ" })
}

// monthInWords reports «cuối tháng ba năm 2026». «tháng ba lần» is something else, so a year or another month must follow.
func (c *checker) monthInWords(i int) {
	p, n := c.words.list("thang").match(c.tokens, i)
	if n < 2 || shapeOf(c.tokens[i+1].text) != small || !c.words.list("truoc_thang").before(c.tokens, i) {
		return
	}
	dated := at(c.tokens, i+n) == "năm" && c.isFigure(i+n+1) && len(c.tokens[i+n+1].text) == 4
	if !dated && !c.spanOfMonths(i, n) {
		return
	}
	here := c.passage.Text[c.tokens[i].start:c.tokens[i+n-1].end]
	c.report(slip{id: IDCapsDay, severity: diag.Warning, message: fmt.Sprintf("«%s»: tên tháng viết bằng chữ thì viết hoa", here), hint: "viết «" + p.text + "»", group: "month", here: here})
}

// secondCapitals reports words of offices and kinds of bodies with a capital too many: «Chủ Tịch», «Bệnh Viện». Behind
// another capital they may be the end of a person's name.
func (c *checker) secondCapitals() {
	if !c.passage.prose() {
		return
	}
	offices, bodies := c.words.list("tu_chuc_danh"), c.words.list("tu_loai_hinh")
	for i := 0; i+1 < len(c.tokens); i++ {
		p, n := offices.match(c.tokens, i)
		if n == 0 {
			p, n = bodies.match(c.tokens, i)
		}
		if n != 2 || shapeOf(c.tokens[i].text) != capital || shapeOf(c.tokens[i+1].text) != capital {
			continue
		}
		if i > 0 && shapeOf(c.tokens[i-1].text) == capital && c.tokens[i].gap && at(c.tokens, i-1) != "phó" {
			continue
		}
		if c.words.list("truoc_dia_danh").before(c.tokens, i) {
			continue
		}
		if c.words.list("viet_hoa").beginsAt(c.tokens, i) { // told as the whole name
			continue
		}
		here := c.passage.Text[c.tokens[i].start:c.tokens[i+1].end]
		c.report(slip{id: IDCapsName, severity: diag.Warning, message: fmt.Sprintf("«%s» viết hoa chưa đúng", here), hint: "viết «" + asWritten(p, c.tokens[i:i+2]) + "»", group: p.text,
			here: around(c.passage.Text, c.tokens[i].start, c.tokens[i+1].end)})
	}
}

// lawCapitals reports the name of a law in small letters behind words that make it one: «Điều 89 luật Đất đai», «Căn cứ
// luật Đất đai» (mục V.6).
func (c *checker) lawCapitals() {
	if !c.passage.body() && c.passage.Kind != Ground {
		return
	}
	for i := range c.tokens {
		p, n := c.words.list("luat").match(c.tokens, i)
		if n == 0 || shapeOf(c.tokens[i].text) != small || shapeOf(c.textAt(i+n)) != capital {
			continue
		}
		before := i - 1
		if at(c.tokens, before) == "của" {
			before--
		}
		article := c.isFigure(before) && at(c.tokens, before-1) == "điều"
		if !article && !c.words.list("can_cu_dau").before(c.tokens, i) {
			continue
		}
		here := c.passage.Text[c.tokens[i].start:c.tokens[i+n].end]
		c.report(slip{id: IDCapsType, severity: diag.Warning, message: fmt.Sprintf("«%s …»: tên của một luật cụ thể viết hoa chữ đầu", here), hint: "viết «" + p.text + strings.TrimPrefix(here, c.passage.Text[c.tokens[i].start:c.tokens[i+n-1].end]) + " …»", group: p.text,
			here: around(c.passage.Text, c.tokens[i].start, c.tokens[i+n].end)})
	}
}

// people notes «nhân dân» in small letters where it means the people (mục V.1); in names of bodies it stands small.
func (c *checker) people() {
	if !c.passage.body() || c.passage.Kind == Cell {
		return
	}
	if !strings.Contains(c.passage.Text, "nhân dân") {
		return
	}
	for i := range c.tokens {
		p, n := c.words.list("cua_nhan_dan").match(c.tokens, i)
		if n < 3 || c.tokens[i+n-2].text != "nhân" || c.tokens[i+n-1].text != "dân" || at(c.tokens, i+n) == "tệ" {
			continue
		}
		c.report(slip{id: IDCapsName, severity: diag.Info, message: fmt.Sprintf("«%s»: chữ «Nhân dân» viết hoa", words(c.tokens[i:i+n])), hint: "viết «" + p.text + "»", group: "people",
			here: around(c.passage.Text, c.tokens[i].start, c.tokens[i+n-1].end)})
	}
}
