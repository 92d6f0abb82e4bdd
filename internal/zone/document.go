package zone

import (
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
