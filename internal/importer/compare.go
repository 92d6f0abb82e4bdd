package importer

import (
	"fmt"
	"strings"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/viet"
	"vanban/internal/zone"
)

// Passage is the words of one component of a document, in their order.
type Passage struct {
	Part  int // 0 is the document itself; those that go with it follow
	Kind  zone.Kind
	Words []Word
}

// Word is one word of a source, with the marks that stand at it.
type Word struct {
	Text string
	Pos  *diag.Pos // shared by the words of a line: a text has many
}

// compared are the components whose words are compared, with what belongs together. Quốc hiệu and Tiêu ngữ are
// the standard's own.
func compared() [][]zone.Kind {
	return [][]zone.Kind{{zone.Superior}, {zone.Issuer}, {zone.Number}, {zone.PlaceDate}, {zone.TypeName}, {zone.Subject}, {zone.About},
		{zone.Addressee}, {zone.Authority}, {zone.Ground}, {zone.Order}, {zone.Body}, {zone.Signatory, zone.Role}, {zone.Name},
		{zone.Label, zone.Recipient, zone.File}, {zone.Drafter}, {zone.Contact}, {zone.AppendixLabel}, {zone.AppendixTitle}, {zone.Note}}
}

// source gathers the words of the document's components.
func (d *reading) source(first, end int) []Passage {
	var out []Passage
	together := compared()
	for part := first; part < end; part++ {
		words := wordsOf(d.found, part, zone.Body)
		if part == d.part && d.Inline == nil {
			words[zone.Signatory] = d.signatoryWords()
		}
		n := 0
		for _, p := range d.printed[part] {
			n += most(p.text)
		}
		body := make([]Word, 0, n)
		for i := range d.printed[part] {
			p := &d.printed[part][i]
			body = split(body, p.text, p.pos)
		}
		words[zone.Body] = body
		for _, kinds := range together {
			if all := words[kinds[0]]; len(all) > 0 {
				out = append(out, Passage{part - first, kinds[0], all})
			}
		}
	}
	return out
}

// signatoryWords are the words above the names of those who sign in the order of a page: of two side by side first what
// stands above their signatures, then what stands below, each column by column. A text has them row by row.
func (d *reading) signatoryWords() []Word {
	var out []Word
	signers := d.signers()
	for i := 0; i < len(signers); i += 2 {
		pair := signers[i:min(i+2, len(signers))]
		for _, s := range pair {
			if s.role != nil {
				out = split(out, s.role.Text, &s.role.Pos)
			}
			for k := range s.lines[:d.above(s)] {
				out = split(out, s.lines[k].Text, &s.lines[k].Pos)
			}
		}
		for _, s := range pair {
			for k := range s.lines[d.above(s):] {
				l := &s.lines[d.above(s)+k]
				out = split(out, l.Text, &l.Pos)
			}
		}
	}
	return out
}

// wordsOf are the words of a part by component, but for those left out; kinds that are compared together stand under
// the first of them.
func wordsOf(f *zone.Found, part int, without ...zone.Kind) map[zone.Kind][]Word {
	under := map[zone.Kind]zone.Kind{}
	for _, kinds := range compared() {
		for _, kind := range kinds {
			under[kind] = kinds[0]
		}
	}
	for _, kind := range without {
		delete(under, kind)
	}
	room := map[zone.Kind]int{} // a component may have very many words: they are put down at once
	lines := f.Lines[f.Parts[part].From:f.Parts[part].To]
	for i := range lines {
		if kind, ok := under[lines[i].Kind]; ok && lines[i].Part == part {
			room[kind] += most(lines[i].Text)
		}
	}
	out := map[zone.Kind][]Word{}
	for i := range lines {
		l := &lines[i]
		if kind, ok := under[l.Kind]; ok && l.Part == part {
			if out[kind] == nil {
				out[kind] = make([]Word, 0, room[kind])
			}
			out[kind] = split(out[kind], l.Text, &l.Pos)
		}
	}
	return out
}

// most is how many words a text has at the most.
func most(text string) int { return 1 + strings.Count(text, " ") }

// split appends the words of a text.
func split(words []Word, text string, pos *diag.Pos) []Word {
	for w := range strings.FieldsSeq(text) {
		words = append(words, Word{w, pos})
	}
	return words
}

// Differences reports where the printed document says something else than its source, component by component: other
// words, fewer, or a component that the source has not.
// printed are the lines of the composed document, named as those of the source were.
func Differences(d *Document, printed *zone.Found) diag.List {
	var findings diag.List
	theirs := make([]map[zone.Kind][]Word, len(printed.Parts))
	for part := range theirs {
		theirs[part] = wordsOf(printed, part)
	}
	for _, passage := range d.Source {
		var words []Word
		if passage.Part < len(theirs) {
			words = theirs[passage.Part][passage.Kind]
			delete(theirs[passage.Part], passage.Kind)
		}
		for _, change := range changes(passage.Words, words, foldOf(passage.Kind)) {
			findings.Add(diag.Diagnostic{ID: IDChanged, Severity: change.severity(), Pos: change.pos,
				Message: fmt.Sprintf("%s: %s", passage.Kind, change.message()), Hints: change.hints()})
		}
	}
	return append(findings, added(d, theirs)...)
}

// added reports components that are printed though the source has none: words of the template, of the standard or of
// the template's defaults. What the data lacks is reported as missing and printed as a gap here.
func added(d *Document, printed []map[zone.Kind][]Word) diag.List {
	var findings diag.List
	starts, kindsTogether := d.starts(), compared()
	for part, components := range printed {
		at, ok := starts[part]
		if !ok {
			at = starts[0] // the source has no such part
		}
		for _, kinds := range kindsTogether {
			said := text(components[kinds[0]])
			if bare(strings.Trim(said, "…._ ")) == "" || strings.Contains(viet.Lower(said), data.GapBegins) {
				continue
			}
			findings.Add(diag.Diagnostic{ID: IDChanged, Severity: diag.Warning, Pos: at,
				Message: fmt.Sprintf("%s: %s", kinds[0], change{to: said}.message()), Hints: []string{ownWords}})
		}
	}
	return findings
}

// starts are the places where the parts of the source begin, by part.
func (d *Document) starts() map[int]diag.Pos {
	out := map[int]diag.Pos{}
	for _, p := range d.Source {
		if _, known := out[p.Part]; !known {
			out[p.Part] = *p.Words[0].Pos
		}
	}
	return out
}

// foldOf is how words of a component are compared: those that the standard prints in capitals without regard to them.
func foldOf(kind zone.Kind) func(string) string {
	switch kind {
	case zone.Superior, zone.Issuer, zone.Authority, zone.AppendixTitle, zone.AppendixLabel, zone.Role:
		return viet.Lower
	}
	return func(s string) string { return s }
}

// change is a run of words that differs.
type change struct {
	pos       diag.Pos
	from, to  string
	onlyMarks bool
}

func (c change) severity() diag.Severity {
	if c.onlyMarks {
		return diag.Info
	}
	return diag.Warning
}

func (c change) message() string {
	switch {
	case c.from == "":
		return fmt.Sprintf("in thêm «%s»", diag.Clip(c.to))
	case c.to == "":
		return fmt.Sprintf("không in «%s»", diag.Clip(c.from))
	}
	return fmt.Sprintf("«%s» được in thành «%s»", diag.Clip(c.from), diag.Clip(c.to))
}

// ownWords is the cure for words that no source has and no data can take away.
const ownWords = "mẫu và thể thức tự in phần này; bản gốc không có mà cần giữ như thế thì sửa bản in ra"

func (c change) hints() []string {
	switch {
	case c.onlyMarks:
		return nil
	case c.from == "":
		return []string{ownWords}
	}
	return []string{"so với bản gốc; sửa trong dữ liệu nhập ra nếu cần giữ nguyên"}
}

// changes compares two runs of words. Where they part it looks for the nearest place at which they agree again,
// within a window, so that its time is linear in their length.
func changes(ours, theirs []Word, fold func(string) string) []change {
	ours, theirs = closedUp(ours), closedUp(theirs)
	var out []change
	i, k := 0, 0
	for i < len(ours) || k < len(theirs) {
		if i < len(ours) && k < len(theirs) && fold(ours[i].Text) == fold(theirs[k].Text) {
			i++
			k++
			continue
		}
		a, b := meet(ours[i:], theirs[k:], fold)
		out = append(out, newChange(ours, i, i+a, theirs[k:k+b]))
		i, k = i+a, k+b
	}
	return out
}

// closedUp takes out the words that are only blanks to be filled in, and joins marks that stand alone to the word
// before them: «Văn phòng ;».
func closedUp(words []Word) []Word {
	out := make([]Word, 0, len(words))
	var b strings.Builder
	for i := 0; i < len(words); {
		w := words[i]
		i++
		if blank(w.Text) {
			continue
		}
		b.Reset()
		b.WriteString(w.Text)
		// All the marks behind a word at once: there may be very many.
		for ; i < len(words) && (blank(words[i].Text) || lone(words[i].Text)); i++ {
			if text := words[i].Text; !blank(text) {
				if strings.HasSuffix(b.String(), text) {
					break
				}
				b.WriteString(text)
			}
		}
		w.Text = b.String()
		out = append(out, w)
	}
	return out
}

func blank(word string) bool { return strings.Trim(word, "…._") == "" }

func lone(word string) bool { return strings.Trim(word, ";:.,/") == "" }

// window is how far changes looks for words that agree again.
const window = 400

// meet gives how many words to pass over on either side to come to words that agree again, the fewest in all.
func meet(ours, theirs []Word, fold func(string) string) (a, b int) {
	limit := min(window, len(ours)+len(theirs))
	for sum := 1; sum <= limit; sum++ {
		for a := 0; a <= sum; a++ {
			if b := sum - a; a < len(ours) && b < len(theirs) && fold(ours[a].Text) == fold(theirs[b].Text) && goesOn(ours[a:], theirs[b:], fold) {
				return a, b
			}
		}
	}
	return len(ours), len(theirs)
}

// goesOn tells that the words behind agree too, so that a chance «và» is no meeting.
func goesOn(ours, theirs []Word, fold func(string) string) bool {
	n := min(3, len(ours), len(theirs))
	for i := range n {
		if fold(ours[i].Text) != fold(theirs[i].Text) {
			return false
		}
	}
	return n == 3 || len(ours) == len(theirs)
}

func newChange(ours []Word, from, to int, theirs []Word) change {
	c := change{from: text(ours[from:to]), to: text(theirs)}
	switch {
	case from < len(ours):
		c.pos = *ours[from].Pos
	case len(ours) > 0:
		c.pos = *ours[len(ours)-1].Pos
	}
	c.onlyMarks = bare(c.from) == bare(c.to)
	return c
}

func text(words []Word) string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.Text
	}
	return strings.Join(all, " ")
}

// bare is a text without its marks.
func bare(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ;:.,/-–", r) }), " ")
}
