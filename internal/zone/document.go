package zone

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"vanban/internal/viet"
)

// document reads one document from its header on, and gives the index behind it.
func (f *finder) document(start int, kind PartKind) int {
	f.part = len(f.out.Parts)
	f.out.Parts = append(f.out.Parts, Part{Kind: kind, From: start})
	i := f.header(start)
	if key, ok := f.typeAt(i); ok {
		f.label(i, TypeName)
		f.out.Parts[f.part].Type = key
		i = f.subject(i + 1)
	}
	if kind == Enclosure && f.hasOwnNumber(i) {
		f.out.Parts[f.part].Kind = Another
	}
	i = f.opening(i)
	i = f.body(i)
	p := &f.out.Parts[f.part]
	p.To = i
	if p.Kind == Enclosure && f.signed() && !f.signedAgain() {
		p.Kind = Another
	}
	return i
}

// signed tells whether the part being read has a signature of its own: an enclosure has none.
func (f *finder) signed() bool {
	for _, l := range f.out.Lines[f.out.Parts[f.part].From:f.out.Parts[f.part].To] {
		if l.Part == f.part && l.Kind == Name {
			return true
		}
	}
	return false
}

// signedAgain tells a part that says what it is issued with, and is signed by who signed that: some offices have an
// enclosure signed once more.
func (f *finder) signedAgain() bool {
	this, noted, names := f.out.Parts[f.part], false, map[string]bool{}
	for _, l := range f.out.Lines[this.From:this.To] {
		if l.Part == f.part {
			switch l.Kind {
			case Name:
				names[viet.Fold(l.Text)] = true
			case Note:
				noted = true
			case Label, Recipient, File:
				return false
			}
		}
	}
	if !noted || f.part == 0 {
		return false
	}
	before := f.out.Parts[f.part-1]
	for _, l := range f.out.Lines[before.From:before.To] {
		if l.Part == f.part-1 && l.Kind == Name {
			delete(names, viet.Fold(l.Text))
		}
	}
	return len(names) == 0
}

// typeAt tells the name of a type right below a header: in capitals, or set apart as one is.
func (f *finder) typeAt(i int) (string, bool) {
	if i >= f.len() {
		return "", false
	}
	l := &f.out.Lines[i]
	if key, ok := f.w.types[strings.TrimRight(f.folded(i), " :")]; ok && l.Look.Known && l.Look.Bold && l.Look.Centered && l.Side == Whole && !l.Table && f.out.Parts[f.part].Standard != "" {
		return key, true
	}
	return f.isType(i)
}

// hasOwnNumber tells whether the part being read has a number with figures above a line: an enclosure has none.
func (f *finder) hasOwnNumber(end int) bool {
	for _, l := range f.out.Lines[f.out.Parts[f.part].From:end] {
		if l.Part == f.part && l.Kind == Number && strings.ContainsAny(l.Text, "0123456789") {
			return true
		}
	}
	return false
}

// longestHeader is how many lines a header has at the most.
const longestHeader = 60

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

// longestSubject is how many lines an abstract has at the most, and longestSubjectLine how many bytes a
// further line of it.
const (
	longestSubject     = 8
	longestSubjectLine = 200
)

// subject labels the abstract below the type's name, and gives the index behind it.
func (f *finder) subject(from int) int {
	order := f.orderWithin(from)
	lines := 0
	i := from
	for ; i < f.len() && lines < longestSubject; i++ {
		if f.isRule(i) {
			f.label(i, Rule)
			if lines > 0 {
				i++
				break
			}
			continue
		}
		if f.lines[i].page {
			f.label(i, PageNumber)
			continue
		}
		if !f.goesOnSubject(i, lines, order) {
			break
		}
		f.label(i, Subject)
		lines++
	}
	if lines == longestSubject {
		f.doubt(i-1, "trích yếu dài bất thường, có thể lẫn dòng của nội dung")
	}
	return i
}

// goesOnSubject tells whether a line is the abstract's, with so many lines of it above.
func (f *finder) goesOnSubject(i, lines, order int) bool {
	e, l := f.lines[i], f.out.Lines[i]
	if l.Table || l.Side != Whole || f.isNote(i) || begins(f.folded(i), f.w.addressee) || i == order || f.isAppendixLabel(i) {
		return false
	}
	if f.opensGround(i, lines > 0) || f.structural(i) || last(l.Text) == ":" {
		return false
	}
	if lines == 0 {
		return !l.Look.Known || l.Look.Bold || l.Look.Centered
	}
	if strings.ContainsAny(last(f.text(i-1)), ".;:") || labelledLine.MatchString(l.Text) || len(l.Text) > longestSubjectLine {
		return false
	}
	if order > 0 && e.upper && (!f.lines[i-1].upper || i >= f.authorityFrom(i, order)) {
		return false // thẩm quyền ban hành
	}
	if l.Look.Known {
		return l.Look.Bold || l.Look.Centered
	}
	if f.lines[i-1].upper != e.upper && !f.lines[i-1].parted {
		return false
	}
	first, _ := utf8First(l.Text)
	if unicode.IsLower(first) || e.upper {
		return true
	}
	// A further line that begins with a capital: the abstract's where it is short and ends open, and more follows
	// that is none.
	return len(l.Text) < 100 && !strings.ContainsAny(last(l.Text), ".;:") && f.folded(i) != ""
}

// authorityFrom gives where thẩm quyền ban hành begins in lines of capitals from i on, with an abstract in capitals above it:
// at the last line that begins with a post; without one, at the name of the issuer, or else at the last line that begins
// like a body, as a line of an abstract may too («TỔ CHỨC HỘI NGHỊ …»).
func (f *finder) authorityFrom(i, order int) int {
	post, issuer, body := -1, -1, -1
	for k := i; k < order && f.lines[k].upper; k++ {
		switch {
		case begins(f.folded(k), f.w.posts):
			post = k
		case issuer < 0 && f.namesIssuer(k):
			issuer = k
		case begins(f.folded(k), f.w.bodies):
			body = k
		}
	}
	for _, from := range []int{post, issuer, body} {
		if from >= 0 {
			return from
		}
	}
	return order
}

// namesIssuer tells a line that begins with the first line of the issuer's name in the header.
func (f *finder) namesIssuer(i int) bool {
	start := f.out.Parts[f.part].From
	for k := start; k < min(i, start+longestHeader); k++ {
		if f.out.Lines[k].Kind == Issuer {
			return strings.HasPrefix(f.folded(i), f.folded(k))
		}
	}
	return false
}

// labelledLine is a line of the text that says what it is of: «Thời gian: 19 giờ 30 phút».
var labelledLine = regexp.MustCompile(`^\p{Lu}[\p{L} ,]{2,30}: `)

// last is the last character of a text.
func last(s string) string {
	if s == "" {
		return ""
	}
	return s[len(s)-1:]
}

// orderWithin finds the line QUYẾT ĐỊNH: of a decision, 0 where there is none before the first construct of
// the body.
func (f *finder) orderWithin(from int) int {
	for i := from; i < min(f.len(), from+400); i++ {
		e := f.lines[i]
		if e.upper && is(f.folded(i), f.w.orders) {
			return i
		}
		if _, national := f.isNational(i); national || f.isAppendixLabel(i) || f.isLabel(i) {
			return 0 // another document's, which this one sends along
		}
		if f.structural(i) && !strings.HasPrefix(f.text(i), "-") {
			return 0
		}
	}
	return 0
}

// opening labels what stands between abstract and body: addressees, the authority, grounds, the order.
func (f *finder) opening(from int) int {
	order := f.orderWithin(from)
	i := f.addressees(from)
	for i < f.len() && f.isNote(i) {
		i = f.note(i)
	}
	for ; i < f.len() && f.isRule(i); i++ {
		f.label(i, Rule)
	}
	if order > 0 {
		return f.grounds(i, order)
	}
	return f.looseGrounds(i)
}

// longestNote is how many lines a note in brackets has at the most.
const longestNote = 6

// note labels a note and the lines that it goes on in up to its closing bracket, and gives the index behind. Where no
// bracket closes it, as typists forget, it goes on in lines that begin in the middle of a sentence.
func (f *finder) note(i int) int {
	end, open := i, 0
	for k := i; k < min(f.len(), i+longestNote) && (k == i || !f.structural(k) && !f.isAppendixLabel(k)); k++ {
		open += strings.Count(f.text(k), "(") - strings.Count(f.text(k), ")")
		first, _ := utf8First(f.text(k))
		if open <= 0 || unicode.IsLower(first) && end == k-1 {
			end = k
		}
		if open <= 0 {
			break
		}
	}
	for k := i; k <= end; k++ {
		f.label(k, Note)
	}
	return end + 1
}

// addressees labels kính gửi and its list.
func (f *finder) addressees(i int) int {
	if i >= f.len() || !begins(f.folded(i), f.w.addressee) {
		return i
	}
	f.label(i, Addressee)
	p := &f.out.Parts[f.part]
	p.Letter = p.Letter || p.Type == ""
	open := strings.HasSuffix(f.text(i), ":") || strings.HasSuffix(f.text(i), ";")
	dashed := false
	for i++; i < f.len(); i++ {
		text := f.text(i)
		if f.isRule(i) {
			f.label(i, Rule)
			continue
		}
		dash := strings.HasPrefix(text, "-") || strings.HasPrefix(text, "–") || strings.HasPrefix(text, "+")
		first, _ := utf8First(text)
		before := f.text(i - 1)
		goesOn := (unicode.IsLower(first) || first == '(' || dashed && f.addresseeTorn(i)) && !strings.ContainsAny(last(before), ".;:")
		dashed = dashed || dash
		if !dash && !goesOn && !(open && (strings.HasSuffix(text, ";") || strings.HasSuffix(before, ";"))) {
			break
		}
		if strings.HasSuffix(before, ".") && f.out.Lines[i-1].Kind == Addressee {
			break // the list was closed: a dash here is the body's
		}
		if f.opensGround(i, false) {
			break
		}
		f.label(i, Addressee)
	}
	return i
}

// addresseeTorn tells the rest of an addressee whose dash stands on the line above: that is long and ends open, and the
// list's mark stands behind the rest.
func (f *finder) addresseeTorn(i int) bool {
	const shortest, longest = 35, 60 // letters
	text := f.text(i)
	return strings.ContainsAny(last(text), ".;") && !f.out.Lines[i].Gap && !f.structural(i) && !f.opensGround(i, true) &&
		utf8.RuneCountInString(f.text(i-1)) >= shortest && utf8.RuneCountInString(text) <= longest
}

// before is the text of the line of the document above a line, page numbers and rules left out.
func (f *finder) before(i int) string {
	for k := i - 1; k >= 0; k-- {
		if kind := f.out.Lines[k].Kind; kind != PageNumber && kind != Rule {
			return f.text(k)
		}
	}
	return ""
}
