package zone

import (
	"strings"
	"unicode"

	"vanban/internal/viet"
)

// header labels the lines of a header and gives the index of the first line behind it: the type's name, or
// the first line of a letter's or a text's body.
func (f *finder) header(start int) int {
	last := map[Side]Kind{} // what stood last in a column
	i := start
	for ; i < min(f.len(), start+longestHeader); i++ {
		if _, ok := f.isType(i); ok && f.out.Lines[i].Side == Whole {
			break
		}
		kind, ok := f.headerKind(i, last)
		if !ok {
			break
		}
		f.label(i, kind)
		if kind != Rule && kind != PageNumber {
			last[f.out.Lines[i].Side] = kind
		}
	}
	f.issuers(start, i)
	f.facts(start, i)
	return i
}

// headerKind tells what a line of a header is; ok is false for a line that is of none.
func (f *finder) headerKind(i int, last map[Side]Kind) (Kind, bool) {
	e, text, side := f.lines[i], f.text(i), f.out.Lines[i].Side
	if f.out.Lines[i].Table {
		return Body, false
	}
	if _, ok := f.isNational(i); ok {
		return National, true
	}
	switch {
	case f.isMotto(i):
		return Motto, true
	case f.isRule(i):
		return Rule, true
	case f.folded(i) == "":
		return Body, false
	case begins(f.folded(i), f.w.about):
		return About, true
	case begins(f.folded(i), f.w.addressee):
		return Body, false
	}
	if _, ok := f.w.Number(text); ok {
		return Number, true
	}
	if last[side] == About && f.small(i) && !f.structural(i) {
		return About, true // a day in it is that of the matter: «V/v ứng phó mưa lớn / từ ngày 12 …»
	}
	if _, _, ok := f.w.Date(text); ok || f.w.dateOpens(text) {
		return PlaceDate, true
	}
	if _, _, ok := f.w.ShortDate(text); ok {
		return PlaceDate, true
	}
	if mark := f.isMark(i); mark != Body {
		return mark, true
	}
	if e.upper && is(f.folded(i), f.w.foreign) {
		return Outside, true
	}
	if kind, ok := f.torn(i, last); ok {
		return kind, true
	}
	if e.page {
		return PageNumber, true
	}
	if e.upper && !f.structural(i) {
		return Issuer, true
	}
	if last[side] != About && f.smallIssuer(i, last[side] == Issuer) && f.headerGoesOn(i) {
		f.doubt(i, "hiểu dòng này là tên cơ quan, tuy không viết hoa")
		return Issuer, true
	}
	if last[side] == About && !f.structural(i) && !begins(f.folded(i), f.w.primary) {
		return About, true // «V/v …» goes on, in its column or until Kính gửi
	}
	if side != Whole || f.headerGoesOn(i) {
		return Outside, true
	}
	return Body, false
}

// smallIssuer tells a line that may be the name of a body in small letters, or go on with one above it: old fonts had
// capitals that a text does not keep.
func (f *finder) smallIssuer(i int, below bool) bool {
	const longest = 100
	text := f.text(i)
	if f.lines[i].upper || len(text) > longest || strings.ContainsAny(last(text), ".;:,") || f.structural(i) {
		return false
	}
	first, _ := utf8First(text)
	return unicode.IsUpper(first) && begins(f.folded(i), f.w.bodies) || below && unicode.IsLower(first) && !f.lines[max(0, i-1)].upper
}

// torn tells a piece of a number or a date that an e-office program stamped over several lines.
func (f *finder) torn(i int, last map[Side]Kind) (Kind, bool) {
	text := f.text(i)
	if f.w.symbolAlone(text) {
		return Number, true
	}
	if last[f.out.Lines[i].Side] == Number && i > 0 && strings.HasSuffix(f.text(i-1), ":") && lonePage.MatchString(text) {
		return Number, true
	}
	if last[f.out.Lines[i].Side] != PlaceDate || len(text) > 40 {
		return Body, false
	}
	var pieces []string
	for k := i - 1; k >= 0 && f.out.Lines[k].Part == f.part; k-- {
		if f.out.Lines[k].Kind == PlaceDate {
			pieces = append([]string{f.text(k)}, pieces...)
		}
	}
	joined := strings.Join(append(pieces, text), " ")
	if _, _, ok := f.w.Date(joined); ok || f.w.dateOpens(joined) {
		return PlaceDate, true
	}
	return Body, false
}

// headerGoesOn tells whether a sure line of the header stands within the next lines, so that one that says
// nothing is a stray in it.
func (f *finder) headerGoesOn(i int) bool {
	for k := i + 1; k < min(f.len(), i+6); k++ {
		if f.structural(k) {
			return false
		}
		if f.opens(k) && !begins(f.folded(k), f.w.addressee) {
			return true
		}
	}
	return false
}

// issuers tells the superior body from the issuer among the names in the left column: by their looks, else by
// where the name of another body begins.
func (f *finder) issuers(start, end int) {
	var names []int
	for i := start; i < end; i++ {
		if f.out.Lines[i].Kind == Issuer {
			names = append(names, i)
		}
	}
	if len(names) < 2 {
		return
	}
	first := -1 // of the issuer
	bold := func(i int) bool { return f.out.Lines[i].Look.Bold }
	if f.out.Lines[names[0]].Look.Known && bold(names[len(names)-1]) && !bold(names[0]) {
		first = 0
		for first < len(names) && !bold(names[first]) {
			first++
		}
	} else {
		for k := len(names) - 1; k > 0; k-- {
			if begins(f.folded(names[k]), f.w.bodies) && f.whole(names[k]) {
				first = k
				break
			}
		}
		if first > 0 && !f.out.Lines[names[0]].Look.Known && !f.endsWithPlace(names[first-1], start, end) {
			f.doubt(names[first], "hiểu dòng này là đầu tên cơ quan ban hành, các dòng trên là cơ quan chủ quản")
		}
	}
	for k := 0; k < first; k++ {
		f.out.Lines[names[k]].Kind = Superior
	}
}

// endsWithPlace tells a name that the place of the header closes («UBND TỈNH NAM KHÊ», Nam Khê): another begins
// below it.
func (f *finder) endsWithPlace(name, start, end int) bool {
	for i := start; i < end; i++ {
		if f.out.Lines[i].Kind != PlaceDate {
			continue
		}
		if place, _, ok := f.w.Date(f.text(i)); ok && place != "" {
			return strings.HasSuffix(f.folded(name), " "+viet.Fold(place))
		}
	}
	return false
}

// whole tells that a name is more than the word that a body's name begins with: «SỞ NỘI VỤ», not «HỘI».
func (f *finder) whole(i int) bool { return strings.Contains(f.folded(i), " ") }

// facts notes what the header says of the part as a whole.
func (f *finder) facts(start, end int) {
	p := &f.out.Parts[f.part]
	for i := start; i < end; i++ {
		switch l := f.out.Lines[i]; l.Kind {
		case National:
			p.Standard, _ = f.isNational(i)
		case About:
			p.Letter = true
		case Number:
			if n, ok := f.w.Number(l.Text); ok {
				p.Normative = p.Normative || n.Normative
			}
		case Outside:
			f.doubt(i, "dòng này ở đầu trang nhưng không nhận ra là thành phần nào")
		}
	}
}
