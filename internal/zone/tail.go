package zone

import (
	"regexp"
	"strings"
	"unicode"

	"vanban/internal/viet"
)

// foldHead folds the beginning of a line that is too long to be folded as a whole.
func foldHead(text string) string {
	if len(text) > 80 {
		text = strings.ToValidUTF8(text[:80], "")
	}
	return viet.Fold(text)
}

// body labels the text of a document up to its tail, then the tail, and gives the index behind it.
func (f *finder) body(from int) int {
	for i := from; i < f.len(); i++ {
		if f.opensTail(i) {
			return f.tail(i)
		}
		if kind, ok := f.begins(i); ok && i > from && f.beginsPart(i) {
			if kind == Appendix {
				return i
			}
			return f.headerAbove(i, from)
		}
		if f.out.Parts[f.part].Kind == Enclosure && begins(f.folded(i), f.w.portal) && f.portalFrom(i) {
			return i
		}
		f.bodyLine(i)
	}
	return f.len()
}

func (f *finder) bodyLine(i int) {
	switch {
	case f.lines[i].page:
		f.label(i, PageNumber)
	case f.isRule(i) && !fillIn.MatchString(f.text(i)):
		f.label(i, Rule)
	default:
		f.label(i, Body)
	}
}

// fillIn is a line of dots or underscores: in the text of a document it is room to write on.
var fillIn = regexp.MustCompile(`^[_.… ]+$`)

// beginsPart tells whether a part really begins at a line in the middle of a text that has not ended: what
// names an appendix or a type in capitals may be a line of the text itself.
func (f *finder) beginsPart(i int) bool {
	if _, ok := f.isNational(i); ok {
		return true
	}
	if f.isAppendixLabel(i) {
		return f.out.Lines[i].Look.Break || f.ended(i) || f.noteWithin(i, 6) || f.titled(i)
	}
	return f.ended(i)
}

// titled tells whether a title in capitals stands under a line.
func (f *finder) titled(i int) bool {
	for k := i + 1; k < min(f.len(), i+3); k++ {
		if f.lines[k].upper && !f.structural(k) {
			return true
		}
	}
	return false
}

// ended tells whether the text above a line was closed by the mark that ends documents.
func (f *finder) ended(i int) bool {
	before := f.before(i)
	for _, mark := range f.w.endMarks {
		if strings.HasSuffix(before, mark) {
			return true
		}
	}
	return false
}

// opensTail tells whether the signature block or the recipients begin at a line.
func (f *finder) opensTail(i int) bool {
	if f.small(i) {
		return false
	}
	e, l := f.lines[i], f.out.Lines[i]
	if f.folded(i) == "" || l.Table {
		return false
	}
	if f.isLabel(i) {
		return true
	}
	if !e.upper && l.Side != Whole && f.isRole(i) {
		return f.nameBelow(i, 8)
	}
	if !e.upper || f.structural(i) {
		return false
	}
	switch {
	case begins(f.folded(i), f.w.prefixes):
		return f.nameBelow(i, 12)
	case is(f.folded(i), f.w.roles):
		return f.nameBelow(i, 8)
	case begins(f.folded(i), f.w.posts):
		return (f.ended(i) || l.Side != Whole || l.Look.Bold) && f.nameBelow(i, 6)
	}
	return false
}

// isLabel tells the line «Nơi nhận:», with or without the first recipient behind it.
func (f *finder) isLabel(i int) bool {
	rest, ok := after(f.folded(i), f.w.label)
	return ok && (rest == "" || strings.HasPrefix(rest, ":"))
}

// nameBelow tells whether a person's name stands within the next lines, or a line that stands for a signature.
func (f *finder) nameBelow(i, lines int) bool {
	for k := i + 1; k < min(f.len(), i+1+lines); k++ {
		if f.w.isName(f.text(k)) || begins(f.folded(k), f.w.signed) {
			return true
		}
		if f.structural(k) && !strings.HasPrefix(f.text(k), "-") {
			return false
		}
	}
	return f.labelWithin(i, lines)
}

func (f *finder) labelWithin(i, lines int) bool {
	for k := i + 1; k < min(f.len(), i+1+lines); k++ {
		if f.isLabel(k) {
			return true
		}
	}
	return false
}

var (
	drafterLine = regexp.MustCompile(`^\p{Lu}{1,8}\.? ?\(\d{1,5}\)\.?$`)
	dashLine    = regexp.MustCompile(`^[-–—+*•] ?`)
)

// tailState is what was seen of a tail so far.
type tailState struct {
	recipients bool // Nơi nhận: was seen
	filed      bool // the line of the file copy was seen
	signers    int  // lines of authority, post or role that have no name yet
	names      int
	last       map[Side]Kind
	lastItem   int  // index of the last recipient
	plain      bool // recipients stand a line each, without dashes and marks
}

// tail labels signatures and recipients, in whatever order the source has them, and gives the index behind.
func (f *finder) tail(from int) int {
	s := &tailState{last: map[Side]Kind{}, lastItem: -1}
	for i := from; i < f.len(); i++ {
		if _, ok := f.begins(i); ok && i > from && (s.names > 0 || s.filed) && !f.isRole(i) {
			return i
		}
		kind, ok := f.tailKind(i, s)
		if s.names > 0 && f.headerFrom(i) || !ok && !f.resumes(i, s) {
			return i
		}
		if !ok {
			kind = f.stray(i, s)
		}
		l := f.label(i, kind)
		l.Value = f.tailValue(i, kind)
		f.follow(i, kind, s)
	}
	return f.len()
}

// stray is the kind of a line that a tail goes on below of: one in capitals right above a line of authority or post is of
// that signature, «PHỤ TRÁCH TRUNG TÂM».
func (f *finder) stray(i int, s *tailState) Kind {
	if s.names > 0 || !f.lines[i].upper || i+1 >= f.len() || !f.lines[i+1].upper || f.isLabel(i+1) || f.isStamp(i, s) || !f.isSignatory(i+1, s) {
		return Outside
	}
	f.doubt(i, "hiểu dòng in hoa này thuộc chữ ký bên dưới")
	return Signatory
}

// resumes tells whether a line that says nothing is a stray in a tail: what the tail still lacks stands close below.
func (f *finder) resumes(i int, s *tailState) bool {
	const near, longest = 5, 200
	if f.out.Lines[i].Table || len(f.text(i)) > longest {
		return false
	}
	for k := i + 1; k < min(f.len(), i+1+near); k++ {
		if _, ok := f.begins(k); ok && !f.isRole(k) || f.out.Lines[k].Table {
			return false
		}
		item := dashLine.MatchString(f.text(k)) && f.out.Lines[k].Side != Right || begins(f.folded(k), f.w.file)
		sign := f.lines[k].upper && (begins(f.folded(k), f.w.prefixes) || begins(f.folded(k), f.w.posts)) && f.nameBelow(k, 8)
		switch {
		case f.isLabel(k):
			return !s.recipients
		case item && s.recipients && !s.filed, sign && s.names == 0, s.signers > 0 && s.names == 0 && f.w.isName(f.text(k)):
			return true
		case f.structural(k):
			return false
		}
	}
	return false
}

// headerFrom tells whether the names above a header's first words begin at a line: another document follows, or the
// block that certifies a copy.
func (f *finder) headerFrom(i int) bool {
	for k := i; k < min(f.len(), i+8); k++ {
		if _, ok := f.isNational(k); ok {
			return true
		}
		if _, ok := f.isType(k); ok || f.lines[k].upper && is(f.folded(k), f.w.copies) {
			return true
		}
		if !f.lines[k].upper && !f.isRule(k) && (k == i || !f.isNumber(k)) {
			return false
		}
	}
	return false
}

func (f *finder) isRole(i int) bool {
	return (f.lines[i].upper || f.out.Lines[i].Side != Whole) && is(f.folded(i), f.w.roles)
}

func (f *finder) follow(i int, kind Kind, s *tailState) {
	side := f.out.Lines[i].Side
	switch kind {
	case Label:
		s.recipients = true
	case Recipient:
		s.lastItem = i
	case File:
		s.lastItem, s.filed = i, true
	case Signatory:
		s.signers++
		if s.last[side] == Name {
			f.doubt(i, "chức vụ đứng sau họ tên người ký")
		}
	case Role:
		s.signers++
		f.out.Parts[f.part].Minutes = true
	case Name:
		s.names++
	}
	if kind != Rule && kind != PageNumber {
		s.last[side] = kind
	}
}

// tailKind tells what a line of a tail is; ok is false for one that is of none: the tail is over.
func (f *finder) tailKind(i int, s *tailState) (Kind, bool) {
	e, l := f.lines[i], f.out.Lines[i]
	switch {
	case l.Table:
		return Body, false
	case f.isLabel(i):
		return Label, true
	case f.isRule(i):
		return Rule, true
	case e.page:
		return PageNumber, true
	case f.folded(i) == "":
		return Body, false
	case begins(f.folded(i), f.w.signed):
		return Signed, true
	case s.recipients && drafterLine.MatchString(l.Text):
		return Drafter, true
	case dashLine.MatchString(l.Text) && l.Side != Right && s.recipients:
		if begins(f.withoutDash(i), f.w.file) {
			return File, true
		}
		return Recipient, true
	case begins(f.folded(i), f.w.contacts):
		return Contact, true
	case s.recipients && !s.filed && begins(f.folded(i), f.w.file) && l.Side != Right:
		return File, true
	case f.isRole(i):
		return Role, true
	case begins(f.folded(i), f.w.portal) && (s.names > 0 || s.filed) && !f.isStamp(i, s):
		return Body, false
	case f.isSignatory(i, s):
		return Signatory, true
	case f.w.isName(l.Text) && (s.signers > 0 || s.names > 0):
		return Name, true
	case l.Side == Right && s.signers > 0 && s.names == 0 && f.w.isNameButOne(l.Text):
		return Name, true
	case f.goesOn(i, s):
		if !f.undashed(i, s) {
			f.doubt(i, "hiểu dòng này là phần tiếp theo của nơi nhận đứng trước")
		}
		return Recipient, true
	case f.isStamp(i, s):
		return Outside, true
	}
	return Body, false
}

// isStamp tells a short line between post and name: what a signing program writes.
func (f *finder) isStamp(i int, s *tailState) bool {
	const longest = 120
	return s.signers > 0 && s.names == 0 && len(f.text(i)) < longest && f.nameBelow(i, 4)
}

// isSignatory tells a line of authority or post.
func (f *finder) isSignatory(i int, s *tailState) bool {
	e, l := f.lines[i], f.out.Lines[i]
	if e.upper {
		if f.w.isName(l.Text) && s.signers > 0 {
			return false
		}
		return begins(f.folded(i), f.w.prefixes) || begins(f.folded(i), f.w.posts) || begins(f.folded(i), f.w.bodies) ||
			s.last[l.Side] == Signatory || l.Side == Right || l.Look.Bold
	}
	first, _ := utf8First(l.Text)
	return begins(f.folded(i), f.w.posts) && len(l.Text) < 100 && (s.signers > 0 || s.filed && unicode.IsUpper(first) && f.nameBelow(i, 4))
}

// goesOn tells a line that goes on with the recipient above it.
func (f *finder) goesOn(i int, s *tailState) bool {
	if f.out.Lines[i].Side == Right || len(f.text(i)) > 200 {
		return false
	}
	if s.lastItem < 0 { // the first below the label, without a dash
		s.plain = s.last[f.out.Lines[i].Side] == Label && f.filedBelow(i)
		return s.plain || s.last[f.out.Lines[i].Side] == Label && strings.HasSuffix(f.text(i), ";")
	}
	above := f.text(s.lastItem)
	first, _ := utf8First(f.text(i))
	near := true // but for what stands right of the item: a signature
	for k := s.lastItem + 1; k < i; k++ {
		near = near && f.out.Lines[k].Side == Right
	}
	switch {
	case !near:
		return false
	case strings.HasPrefix(f.text(i), "("):
		return true
	case unicode.IsLower(first):
		return true
	case s.filed:
		return false
	}
	return !strings.HasSuffix(above, ";") && !strings.HasSuffix(above, ".") || strings.HasSuffix(f.text(i), ";")
}

// undashed tells a line that is a recipient of its own, though it has no dash: the one above it is closed, or none
// is.
func (f *finder) undashed(i int, s *tailState) bool {
	if s.lastItem < 0 {
		return true
	}
	first, _ := utf8First(f.text(i))
	return unicode.IsUpper(first) && (s.plain || strings.HasSuffix(f.text(s.lastItem), ";") && strings.HasSuffix(f.text(i), ";"))
}

// filedBelow tells whether a list of recipients has neither dashes nor capitals from a line on down to that of the file
// copy.
func (f *finder) filedBelow(i int) bool {
	const most = 20
	for k := i; k < min(f.len(), i+most); k++ {
		switch {
		case f.out.Lines[k].Side == Right:
		case begins(f.folded(k), f.w.file):
			return k > i
		case f.lines[k].upper, f.structural(k), dashLine.MatchString(f.text(k)), f.folded(k) == "":
			return false
		}
	}
	return false
}

func (f *finder) withoutDash(i int) string {
	return viet.Fold(dashLine.ReplaceAllString(f.text(i), ""))
}

// tailValue is the text of a recipient without its dash and mark, and what a file copy's line names.
func (f *finder) tailValue(i int, kind Kind) string {
	text := f.text(i)
	switch kind {
	case Recipient:
		return strings.TrimRight(dashLine.ReplaceAllString(text, ""), " ;.,")
	case File:
		text = dashLine.ReplaceAllString(text, "")
		_, rest, ok := strings.Cut(text, ":")
		if !ok {
			words := strings.Fields(text)
			rest = strings.Join(words[1:], " ")
		}
		return strings.TrimRight(strings.TrimSpace(rest), " ;.")
	case Label:
		_, rest, _ := strings.Cut(text, ":")
		return strings.TrimSpace(rest)
	}
	return text
}

// appendix reads an appendix from its label on, and gives the index behind it.
func (f *finder) appendix(start int) int {
	f.part = len(f.out.Parts)
	f.out.Parts = append(f.out.Parts, Part{Kind: Appendix, From: start})
	i := start
	if f.isAppendixLabel(i) {
		f.label(i, AppendixLabel)
		i++
	}
	text := f.appendixHead(i)
	for i = text; i < f.len(); i++ {
		if kind, ok := f.begins(i); ok && (kind == Appendix || f.beginsPart(i) && !f.formFrom(i)) {
			if kind != Appendix {
				i = f.headerAbove(i, text)
			}
			break
		}
		if begins(f.folded(i), f.w.portal) && f.portalFrom(i) {
			break
		}
		f.bodyLine(i)
	}
	f.out.Parts[f.part].To = i
	return i
}

// formFrom tells whether the header at a line is that of a form to fill in, which an appendix shows: dots stand where
// a document has its number and date.
func (f *finder) formFrom(i int) bool {
	for k := i; k < min(f.len(), i+longestFormHead); k++ {
		if text := f.text(k); !f.isRule(k) && (strings.Contains(text, "…") || strings.Contains(text, "..") || strings.Contains(text, "__")) {
			return true
		}
		if _, ok := f.isType(k); ok || f.structural(k) {
			return false
		}
	}
	return false
}

// longestFormHead is how many lines such a header has at the most.
const longestFormHead = 12

// appendixHead labels title and note.
func (f *finder) appendixHead(i int) int {
	titles := 0
	for i < f.len() {
		l := f.out.Lines[i]
		switch {
		case f.isRule(i):
			f.label(i, Rule)
		case f.isNote(i):
			i = f.note(i)
			continue
		case l.Table || f.structural(i) || f.isAppendixLabel(i):
			return i
		case titles < 5 && (f.lines[i].upper || l.Look.Known && l.Look.Bold && l.Look.Centered) && !f.noteAbove(i):
			f.label(i, AppendixTitle)
			titles++
		case titles == 0 && f.lines[i].labelled:
			f.label(i, AppendixTitle)
			titles++
		case titles == 0 && f.noteBelow(i) && len(l.Text) < longestSubjectLine:
			f.label(i, AppendixTitle)
			f.doubt(i, "hiểu dòng này là tiêu đề phụ lục, tuy không viết hoa")
			titles++
		default:
			return i
		}
		i++
	}
	return i
}

func (f *finder) noteAbove(i int) bool { return i > 0 && f.out.Lines[i-1].Kind == Note }

func (f *finder) noteBelow(i int) bool { return i+1 < f.len() && f.isNote(i+1) }

// portalFrom tells whether a portal's own lines begin at a line: another of them stands close below.
func (f *finder) portalFrom(i int) bool {
	for k := i + 1; k < min(f.len(), i+5); k++ {
		if begins(strings.TrimLeft(f.folded(k), "• "), f.w.portal) {
			return true
		}
	}
	return i+1 == f.len()
}
