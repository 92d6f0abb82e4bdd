package zone

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"vanban/internal/markup"
	"vanban/internal/viet"
)

// Find names every line of a source. Lines of the answer that share a row of two columns have Side and Pair. Those at
// the foot of the first page come behind the text of the first part, whatever their place in lines.
func Find(lines []Line, w *Words) *Found {
	f := &finder{w: w, lines: make([]entry, 0, len(lines)), out: &Found{Lines: make([]Labelled, 0, len(lines))}}
	var foot []Line
	var above columned
	for _, l := range lines {
		if l.Foot {
			foot = append(foot, l)
			continue
		}
		pieces := w.columns(l, above)
		above = above.next(w, pieces)
		for _, piece := range pieces {
			f.add(piece)
		}
	}
	f.hard = f.broken()
	f.partTitles()
	f.numberPages()
	f.joinNational()
	f.source()
	f.cover()
	f.feet(foot)
	return f.out
}

// longestCover is how many lines a cover has at the most.
const longestCover = 40

// cover takes the page that some offices put before a document out of it: it repeats the name of the type, and the
// document itself follows with a header of its own.
func (f *finder) cover() {
	if len(f.out.Parts) < 2 {
		return
	}
	first, second := f.out.Parts[0], f.out.Parts[1]
	if first.Standard != "" || first.To-first.From > longestCover || second.Standard == "" || first.Type == "" || first.Type != second.Type {
		return
	}
	for _, l := range f.out.Lines[first.From:first.To] {
		switch l.Kind {
		case Number, Motto, Name, Label:
			return
		}
	}
	for i := range f.out.Lines {
		l := &f.out.Lines[i]
		if l.Part == 0 {
			l.Kind, l.Doubt = Outside, ""
		}
		l.Part = max(l.Part-1, -1)
	}
	f.out.Parts = f.out.Parts[1:]
	f.out.Parts[0].Kind = Main
}

// feet puts the lines at the foot of the first page behind those of the first part (ô 13).
func (f *finder) feet(lines []Line) {
	if len(lines) == 0 || len(f.out.Parts) == 0 {
		return
	}
	at := f.out.Parts[0].To
	var named []Labelled
	for _, l := range lines {
		l.Text = strings.Join(strings.Fields(l.Text), " ")
		kind := Contact
		if lonePage.MatchString(l.Text) {
			kind = PageNumber
		}
		named = append(named, Labelled{Line: l, Kind: kind, Value: l.Text})
	}
	f.out.Lines = slices.Insert(f.out.Lines, at, named...)
	f.out.Parts[0].To += len(named)
	for i := 1; i < len(f.out.Parts); i++ {
		f.out.Parts[i].From += len(named)
		f.out.Parts[i].To += len(named)
	}
}

// finder is one run of Find. It goes over the lines once, part by part.
type finder struct {
	w     *Words
	lines []entry
	out   *Found
	part  int  // the part that lines are labelled with
	hard  bool // the lines were broken at the width of a page
}

// widestPage is how many letters a line has at the most where lines are broken at the width of a page.
const widestPage = 110

// broken tells a text whose lines were broken at the width of a page: many of them end in the middle of a sentence, or
// some do and none is longer than a page is wide.
func (f *finder) broken() bool {
	open, wide, widest := 0, 0, 0
	for i := 0; i+1 < f.len(); i++ {
		letters := utf8.RuneCountInString(f.text(i))
		widest = max(widest, letters)
		first, _ := utf8First(f.text(i + 1))
		if unicode.IsLower(first) && !f.structural(i+1) && !strings.ContainsAny(last(f.text(i)), ".;:") {
			open++
			if letters > widestPage/2 {
				wide++
			}
		}
	}
	return open >= 3 && open*8 >= f.len() || wide >= 3 && widest <= widestPage
}

// entry is a line with what is asked of it over and over.
type entry struct {
	fold   *string // the folded text, once it was asked for; empty for lines too long to be an anchor
	upper  bool    // all its letters are capitals
	page   bool    // a page number
	torn   string  // id of the standard whose Quốc hiệu this line and its neighbour make together
	parted bool    // the beginning of an abstract that was parted from the name of the type, or of a title from its label

	labelled bool // the label of an appendix, or the title parted from it
}

func (f *finder) add(l Line) {
	if text := strings.Join(strings.Fields(l.Text), " "); text != l.Text {
		l.Raw, l.Text = l.Text, text
	}
	f.lines = append(f.lines, entry{upper: isUpper(l.Text)})
	f.out.Lines = append(f.out.Lines, Labelled{Line: l, Part: -1, Kind: Outside})
}

// folded is the text of a line folded, empty for one too long to be compared as a whole.
func (f *finder) folded(i int) string {
	e := &f.lines[i]
	if e.fold == nil {
		folded := ""
		if text := f.text(i); len(text) <= longestAnchor {
			folded = viet.Fold(text)
		}
		e.fold = &folded
	}
	return *e.fold
}

// small tells a line that begins like the middle of a text: it can be no component that has words of its own.
func (f *finder) small(i int) bool {
	first, _ := utf8First(f.text(i))
	return unicode.IsLower(first) || unicode.IsDigit(first) || first == '-'
}

func (f *finder) text(i int) string { return f.out.Lines[i].Text }

func (f *finder) len() int { return len(f.lines) }

func (f *finder) label(i int, kind Kind) *Labelled {
	l := &f.out.Lines[i]
	l.Kind, l.Part = kind, f.part
	return l
}

func (f *finder) doubt(i int, why string) { f.out.Lines[i].Doubt = why }

// isUpper tells whether a text has letters, and capitals only.
func isUpper(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

var ruleLine = regexp.MustCompile(`^[-–—_=*~.•· ]{3,}$`)

// isRule tells a line that stands for a drawn one, or a word of a standard that does.
func (f *finder) isRule(i int) bool {
	text := f.text(i)
	if ruleLine.MatchString(text) {
		return true
	}
	for _, star := range f.w.stars {
		if text == star {
			return true
		}
	}
	return false
}

// structural tells a line that begins a construct of official text: «I. », «Điều 1. », «- ».
func (f *finder) structural(i int) bool { return markup.Structural(f.text(i)) }

func (f *finder) isType(i int) (key string, ok bool) {
	if !f.lines[i].upper || f.folded(i) == "" {
		return "", false
	}
	key, ok = f.w.types[strings.TrimRight(f.folded(i), " :")]
	return key, ok
}

func (f *finder) isNational(i int) (standard string, ok bool) {
	if f.lines[i].torn != "" {
		return f.lines[i].torn, true
	}
	standard, ok = f.w.national[f.folded(i)]
	return standard, ok
}

// joinNational finds Quốc hiệu broken over two lines, as pages of the web break it.
func (f *finder) joinNational() {
	for i := 0; i+1 < f.len(); i++ {
		if !f.lines[i].upper || !f.lines[i+1].upper || f.out.Lines[i].Table || f.out.Lines[i+1].Table {
			continue
		}
		if standard, ok := f.w.national[f.folded(i)+" "+f.folded(i+1)]; ok {
			f.lines[i].torn, f.lines[i+1].torn = standard, standard
		}
	}
}

func (f *finder) isMotto(i int) bool { return f.w.isMotto(f.folded(i)) }

func (f *finder) isAppendixLabel(i int) bool {
	if f.folded(i) == "" || f.out.Lines[i].Table {
		return false
	}
	rest, ok := after(f.folded(i), f.w.appendix)
	if !ok {
		return false
	}
	first, _ := utf8First(f.text(i))
	return unicode.IsUpper(first) && appendixNumber.MatchString(rest)
}

var appendixNumber = regexp.MustCompile(`^(?:[ivxlc]+|\d{1,3}|[a-z])?[.:]?(?: ?[-–])?$`)

func utf8First(s string) (rune, bool) {
	for _, r := range s {
		return r, true
	}
	return 0, false
}

// isNote tells the line that ties an appendix or enclosure to its document.
func (f *finder) isNote(i int) bool {
	return !f.small(i) && !f.lines[i].upper && f.folded(i) != "" && begins(f.folded(i), f.w.notes)
}

var (
	lonePage  = regexp.MustCompile(`^\d{1,3}$`)
	pageOf    = regexp.MustCompile(`^Trang (\d{1,3}) ?/ ?\d{1,3}$`)
	framePage = regexp.MustCompile(`^[-–—] ?(\d{1,3}) ?[-–—]$`)
)

// leastBetweenPages is how many lines stand at least between two page numbers that have no dashes around them.
const leastBetweenPages = 8

// numberPages finds the lines that are page numbers: lone numbers that rise, with the text of a page between
// them. Cells of a table that was torn into lines are lone numbers too, but stand close to one another.
func (f *finder) numberPages() {
	last, since := 0, leastBetweenPages
	for i := range f.lines {
		text := f.text(i)
		since++
		m := framePage.FindStringSubmatch(text)
		if m == nil && strings.HasPrefix(text, "Trang ") {
			m = pageOf.FindStringSubmatch(text)
		}
		lone := lonePage.MatchString(text)
		if f.out.Lines[i].Table || f.out.Lines[i].Side != Whole || m == nil && !lone {
			continue
		}
		if m != nil {
			text = m[1]
		}
		n, _ := strconv.Atoi(text)
		if m != nil || n > last && (last == 0 || n <= last+3) && since > leastBetweenPages && !f.loneNear(i) {
			f.lines[i].page = true
			last, since = n, 0
		}
	}
}

// loneNear tells whether another lone number stands within a few lines: a table's cells, not a page.
func (f *finder) loneNear(i int) bool {
	for k := max(0, i-leastBetweenPages); k < min(f.len(), i+leastBetweenPages); k++ {
		if k != i && lonePage.MatchString(f.text(k)) {
			return true
		}
	}
	return false
}

// source finds the parts, one after the other.
func (f *finder) source() {
	if f.len() == 0 {
		return
	}
	at := f.main(0)
	for at < f.len() {
		start, kind := f.nextPart(at)
		for i := at; i < min(start, f.len()); i++ {
			f.part = -1
			f.label(i, f.aside(i))
		}
		if start >= f.len() {
			return
		}
		switch kind {
		case Appendix:
			at = f.appendix(start)
		default:
			at = f.document(start, kind)
		}
	}
}

// aside is the kind of a line outside every part.
func (f *finder) aside(i int) Kind {
	switch {
	case f.lines[i].page:
		return PageNumber
	case f.isRule(i):
		return Rule
	}
	return Outside
}

// main finds the first document of the source and gives the index behind it.
func (f *finder) main(from int) int {
	anchor := from
	for anchor < f.len() && !f.opens(anchor) {
		anchor++
	}
	if anchor == f.len() { // nothing of a header: all of it is a document's text
		return f.document(from, Main)
	}
	start := f.headerAbove(anchor, from)
	f.part = -1
	for i := from; i < start; i++ {
		f.label(i, f.aside(i))
	}
	return f.document(start, Main)
}

// opens tells a line that only the head of a document has.
func (f *finder) opens(i int) bool {
	if f.out.Lines[i].Table {
		return false
	}
	if _, ok := f.isNational(i); ok || f.isMotto(i) {
		return true
	}
	if _, ok := f.isType(i); ok {
		return true
	}
	if f.folded(i) == "" {
		return false
	}
	if n, ok := f.w.Number(f.text(i)); ok && (n.Symbol != "" || f.symbolBelow(i)) {
		return true
	}
	_, _, dated := f.w.Date(f.text(i))
	return dated || begins(f.folded(i), f.w.about) || begins(f.folded(i), f.w.addressee)
}

// symbolBelow tells whether the ký hiệu of a number stands on a line of its own below it.
func (f *finder) symbolBelow(i int) bool {
	for k := i + 1; k < min(f.len(), i+8); k++ {
		if f.w.symbolAlone(f.text(k)) {
			return true
		}
	}
	return false
}

// headerAbove goes up from the first sure line of a header over the lines that may belong to it: the issuer's
// name, a rule, a mark.
func (f *finder) headerAbove(anchor, from int) int {
	start := anchor
	for i := anchor - 1; i >= max(from, anchor-8); i-- {
		e := f.lines[i]
		if f.out.Lines[i].Table {
			break
		}
		belongs := e.upper && len(f.folded(i)) > 0 && !begins(f.folded(i), f.w.portal) || f.isMark(i) != Body || f.out.Lines[i].Side != Whole ||
			f.smallIssuer(i, i > from && f.smallIssuer(i-1, false))
		if !belongs && !f.isRule(i) && !f.isNumber(i) {
			break
		}
		if belongs || f.isNumber(i) {
			start = i
		}
	}
	return start
}

func (f *finder) isNumber(i int) bool {
	_, ok := f.w.Number(f.text(i))
	return ok
}

// isMark tells stamps and words of the header that are not the issuer's: Body where it is none.
func (f *finder) isMark(i int) Kind {
	e := f.lines[i]
	switch {
	case f.folded(i) == "" || !e.upper:
		return Body
	case is(f.folded(i), f.w.urgency):
		return Urgency
	case is(f.folded(i), f.w.circulate):
		return Circulation
	case is(f.folded(i), f.w.secrecy):
		return Secrecy
	case begins(f.folded(i), f.w.drafts) && len(f.folded(i)) < 30:
		return Draft
	}
	return Body
}

// nextPart finds where the next part begins, from a line behind a document on, and of what kind it is.
func (f *finder) nextPart(from int) (int, PartKind) {
	for i := from; i < f.len(); i++ {
		if kind, ok := f.begins(i); ok {
			start := i
			if kind != Appendix {
				start = f.headerAbove(i, from)
			}
			return start, kind
		}
	}
	return f.len(), Another
}

// begins tells whether a part other than the first begins at a line.
func (f *finder) begins(i int) (PartKind, bool) {
	if f.out.Lines[i].Table || f.small(i) {
		return Main, false
	}
	if f.isAppendixLabel(i) {
		return Appendix, true
	}
	if _, ok := f.isNational(i); ok {
		return Enclosure, !f.headerAlone(i)
	}
	if _, ok := f.isType(i); ok {
		return Enclosure, true
	}
	if f.lines[i].upper && f.noteWithin(i, 5) {
		return Appendix, true
	}
	return Main, false
}

// headerAlone tells whether the source ends with the header that a line is of: of a page that says nothing more.
func (f *finder) headerAlone(i int) bool {
	const most = 12
	if f.len()-i > most {
		return false
	}
	for k := i; k < f.len(); k++ {
		_, _, dated := f.w.Date(f.text(k))
		if _, ok := f.isType(k); ok || !f.lines[k].upper && !f.lines[k].page && !dated && !f.isMotto(k) && !f.isRule(k) && !f.isNumber(k) {
			return false
		}
	}
	return true
}

// noteWithin tells whether a line (Kèm theo …) stands among the lines in capitals right below one.
func (f *finder) noteWithin(i, lines int) bool {
	for k := i + 1; k < min(f.len(), i+1+lines); k++ {
		if f.isNote(k) {
			return true
		}
		if !f.lines[k].upper && !f.isRule(k) {
			return false
		}
	}
	return false
}
