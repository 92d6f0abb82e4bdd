package importer

import (
	"fmt"
	"slices"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/doc"
	"vanban/internal/markup"
	"vanban/internal/standard"
	"vanban/internal/unit"
	"vanban/internal/viet"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// OfWord gives the options by which a Word file's lines are imported: its tables and looks as official text, and
// which pages lie across. The findings say what of the file is not text of the document, and so is not imported:
// comments, headers, a table of contents; and what was done with notes and tracked changes.
//
// found are the lines of the file, named.
func OfWord(d *word.Document, source *zone.Source, found *zone.Found, s *standard.Standard) (Options, diag.List) {
	w := &wordSide{source: source, standard: s}
	w.remarks(d)
	w.nested()
	w.losses(d)
	w.raggedTables()
	w.covered(d)
	w.unjoined(d)
	w.dropCaps(d)
	w.notes(d, found)
	w.contents()
	w.unseen()
	w.around(d)
	return Options{Sizes: w.sizes, Table: w.table, Inline: w.inline, Landscape: w.landscape, Same: w.same}, w.findings
}

// wordSide is what a Word file knows beside the text of its lines.
type wordSide struct {
	source   *zone.Source
	standard *standard.Standard
	findings diag.List

	noteTexts map[noteKey]string
	noted     map[*word.Paragraph]bool // paragraphs in whose text notes are put
}

func (w *wordSide) origin(l zone.Line) zone.Origin { return w.source.Of[l.Ref] }

func (w *wordSide) landscape(l zone.Line) bool {
	s := w.origin(l).Section
	return s != nil && s.Landscape
}

// remarks says what was found in the file beside text, and what was done with it.
func (w *wordSide) remarks(d *word.Document) {
	for _, r := range d.Remarks {
		severity, done := diag.Info, ""
		switch r.Kind {
		case word.RemarkInsertion, word.RemarkMove:
			done = "được nhập như đã chấp nhận"
		case word.RemarkDeletion:
			done = "không được nhập, như đã chấp nhận xóa"
		case word.RemarkLegacy:
			done = "đã chuyển sang Unicode"
		case word.RemarkComment, word.RemarkHidden:
			severity, done = diag.Warning, "không được nhập"
		case word.RemarkChunk, word.RemarkObject, word.RemarkSubdocument, word.RemarkMissing:
			severity, done = diag.Error, "không đọc được nên không được nhập"
		default:
			continue
		}
		message := fmt.Sprintf("%s: %s", r.Kind, done)
		if r.Detail != "" {
			message = fmt.Sprintf("%s («%s»): %s", r.Kind, diag.Clip(r.Detail), done)
		}
		if r.Count > 1 {
			message += fmt.Sprintf(" (%d chỗ)", r.Count)
		}
		w.findings.Add(diag.Diagnostic{ID: IDWord, Severity: severity, Pos: r.Place.Pos(), Message: message,
			Hints: []string{"xem lại trong Word: chấp nhận hoặc từ chối thay đổi, xóa nhận xét rồi nhập lại nếu cần"}})
	}
}

// nested says of tables that stand in cells of tables: their cells become lines of the cell.
func (w *wordSide) nested() {
	for _, o := range w.source.Of {
		if o.Table == nil {
			continue
		}
		word.Walk([]word.Block{o.Table}, func(b word.Block) bool {
			if t, ok := b.(*word.Table); ok && t != o.Table {
				w.findings.Add(diag.Diagnostic{ID: IDWord, Severity: diag.Warning, Pos: t.Place.Pos(), Message: "bảng nằm trong ô của bảng khác: mỗi ô của nó thành một dòng trong ô",
					Hints: []string{"trong Word, tách bảng trong ra thành bảng riêng rồi nhập lại"}})
			}
			return true
		})
	}
}

// around says what stands in headers and footers beside numbers of pages; the foot of the first page is imported.
func (w *wordSide) around(d *word.Document) {
	imported := map[*word.Paragraph]bool{}
	for _, o := range w.source.Of {
		imported[o.Paragraph] = true
	}
	for _, h := range d.Headers {
		for _, p := range word.Paragraphs(h.Blocks) {
			text := strings.TrimSpace(viet.NFC(p.Text()))
			if imported[p] || strings.Trim(text, "0123456789-–— /") == "" {
				continue
			}
			w.findings.Add(diag.Diagnostic{ID: IDWord, Severity: diag.Warning, Pos: p.Place.Pos(),
				Message: fmt.Sprintf("dòng «%s» ở đầu trang hoặc chân trang không được nhập", diag.Clip(text)),
				Hints:   []string{"nếu là của văn bản, ghi vào nội dung"}})
		}
	}
}

// sizes finds the size set of the standard whose text is as large as most of the document's; empty for the set that is
// used where the data names none, and where no set fits.
func (w *wordSide) sizes(lines []zone.Labelled) string {
	count := map[unit.Length]int{}
	for _, l := range lines {
		if l.Kind == zone.Body && !l.Table && l.Part >= 0 {
			count[l.Look.Size] += len(l.Text)
		}
	}
	var most unit.Length
	for size, n := range count {
		if n > count[most] || n == count[most] && size > most {
			most = size
		}
	}
	body := w.standard.Styles[w.standard.Body.Paragraph]
	for i, set := range w.standard.SizeSets {
		if body != nil && body.Size(set) == most && i > 0 {
			return set
		}
	}
	return ""
}

// same tells two lines of one paragraph.
func (w *wordSide) same(a, b zone.Line) bool {
	p := w.origin(a).Paragraph
	return p != nil && p == w.origin(b).Paragraph
}

// inline writes a paragraph with the looks that its place does not give it anyway. plain is what it says where notes
// were put in it, empty where the line says it.
func (w *wordSide) inline(l zone.Line, label, end string) (official, plain string) {
	p := w.origin(l).Paragraph
	spans := w.spansOf(p)
	mark, typed := markOf(p, spans.text())
	spans = spans.from(len([]rune(typed)))
	if label != "" {
		mark, spans = "", spans.from(len([]rune(label))-len([]rune(mark)))
	}
	spans = spans.without(end)
	text := spans.text()
	if loneMark.MatchString(strings.TrimSpace(mark)) && text == "" {
		return `\` + markup.Escape(strings.TrimSpace(mark)), ""
	}
	if slices.ContainsFunc(spans, func(s span) bool { return s.note }) {
		plain = strings.Join(strings.Fields(mark+spans.text()), " ")
	}
	out := mark + w.looks(l, mark, label, spans)
	if p.Align == word.Center && mark == "" && label == "" && !markup.Structural(text) && !w.titles(l) {
		return ":::giua\n" + guarded(out) + "\n:::", plain
	}
	return guarded(out), plain
}

// markOf gives the mark that a paragraph begins with as official text has it, and what of the text it takes the
// place of: nothing where Word numbers the paragraph.
func markOf(p *word.Paragraph, text string) (mark, typed string) {
	if p.Label != nil && p.Label.Text != "" {
		own := viet.NFC(p.Label.Text)
		if p.Label.Bullet() && own != "-" && own != "+" && own != "*" {
			own = "-"
		}
		return own + " ", ""
	}
	if m := bullet.FindStringSubmatch(text); m != nil {
		return "- ", strings.TrimSuffix(m[0], m[2])
	}
	if m := gluedDash.FindStringSubmatch(text); m != nil {
		return m[1] + " ", m[1]
	}
	if m := gluedNumber.FindStringSubmatch(text); m != nil {
		return m[1] + " ", m[1]
	}
	mark = marked.FindString(text)
	return mark, mark
}

// titles tells the line under a chương or mục, which is its title.
func (w *wordSide) titles(l zone.Line) bool {
	if l.Ref == 0 {
		return false
	}
	above := w.source.Of[l.Ref-1].Paragraph
	return above != nil && above.Align == word.Center && markup.Structural(w.spansOf(above).text())
}

// looks writes spans with stars, but for looks that the construct has of itself: headings are bold, the label of an
// article is, and the title of a division.
func (w *wordSide) looks(l zone.Line, mark, label string, spans spans) string {
	bold, italic := spans.all(func(s span) bool { return s.bold }), spans.all(func(s span) bool { return s.italic })
	text := strings.TrimSpace(spans.withoutNotes().text())
	own := false
	switch {
	case mark == "" && label == "":
		own = bold && (markup.Structural(l.Text) || w.titles(l))
	case headingMark(mark):
		own = bold
	case bold:
		own = !closed(text) // khoản and điều that stand as headings
	}
	if own {
		for i := range spans {
			spans[i].bold = false
			spans[i].italic = spans[i].italic && !italic
		}
	}
	return spans.official()
}

// headingMark tells the mark of a đề mục: «I.», «I/», «A.».
func headingMark(mark string) bool {
	figures := doc.Figures(mark)
	return figures != "" && strings.Trim(figures, "IVXLC") == "" || len(figures) == 1 && figures >= "A" && figures <= "H"
}

// lineBreak stands in a span where the paragraph is broken by force.
const lineBreak = '\x1f'

// span is text of one look.
type span struct {
	text         string
	bold, italic bool
	note         bool // the text of a note, put in brackets
}

type spans []span

// spansOf gives the text of a paragraph as printed, in NFC, by looks, with the notes that go into it.
func (w *wordSide) spansOf(p *word.Paragraph) spans {
	var out spans
	var b strings.Builder // the text of the last one: runs may be very many
	finish := func() {
		if n := len(out); n > 0 && !out[n-1].note {
			out[n-1].text = viet.NFC(b.String())
		}
		b.Reset()
	}
	for i := range p.Runs {
		r := &p.Runs[i]
		switch r.Kind {
		case word.FootnoteRef, word.EndnoteRef, word.NoteMark:
			if note, ok := w.note(p, r); ok {
				finish()
				out = append(out, note)
			}
			continue
		}
		text := strings.Map(func(c rune) rune {
			switch c {
			case '\t':
				return ' '
			case '\n':
				return lineBreak
			}
			return viet.Seen(c)
		}, r.Shown())
		if text == "" {
			continue
		}
		if n := len(out); n == 0 || out[n-1].note || strings.TrimSpace(text) != "" && (out[n-1].bold != r.Bold || out[n-1].italic != r.Italic) {
			finish()
			out = append(out, span{bold: r.Bold, italic: r.Italic})
		}
		b.WriteString(text)
	}
	finish()
	if len(out) > 0 {
		out[0].text = strings.TrimLeft(out[0].text, " ")
	}
	return out
}

func (s spans) text() string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s.raw(), string(lineBreak), " ")), " ")
}

func (s spans) withoutNotes() spans {
	return slices.DeleteFunc(slices.Clone(s), func(one span) bool { return one.note })
}

// without takes a mark off the end of the text, notes behind it left where they are.
func (s spans) without(end string) spans {
	for i := len(s) - 1; i >= 0 && end != ""; i-- {
		if s[i].note {
			continue
		}
		trimmed := strings.TrimRight(s[i].text, " ")
		if rest, ok := strings.CutSuffix(trimmed, end); ok {
			s[i].text = rest
			return s
		}
		if rest, ok := strings.CutSuffix(end, trimmed); ok {
			end, s = rest, slices.Delete(s, i, i+1)
			continue
		}
		break
	}
	return s
}

// from leaves out the first characters.
func (s spans) from(n int) spans {
	var out spans
	for _, one := range s {
		r := []rune(one.text)
		if n >= len(r) {
			n -= len(r)
			continue
		}
		one.text = string(r[n:])
		n = 0
		out = append(out, one)
	}
	return out
}

// all tells whether a look holds for every span that shows something.
func (s spans) all(has func(span) bool) bool {
	for _, one := range s {
		if strings.TrimSpace(one.text) != "" && !one.note && !has(one) {
			return false
		}
	}
	return len(s) > 0
}

// official writes the spans with stars around those that are bold or italic. Where the stars would not be read
// back as these looks (in the middle of a word), the text goes without.
func (s spans) official() string {
	var b strings.Builder
	starred := false
	for _, one := range s {
		stars := ""
		if one.bold {
			stars = "**"
		}
		if one.italic {
			stars += "*"
		}
		inner := strings.TrimSpace(one.text)
		if stars == "" || inner == "" {
			b.WriteString(markup.Escape(one.text))
			continue
		}
		starred = true
		before := one.text[:len(one.text)-len(strings.TrimLeft(one.text, " "))]
		behind := one.text[len(strings.TrimRight(one.text, " ")):]
		b.WriteString(before + stars + markup.Escape(inner) + stars + behind)
	}
	out := strings.Join(strings.Fields(b.String()), " ")
	if read, ok := plainLine(strings.ReplaceAll(out, string(lineBreak), " ")); starred && (!ok || read != s.text()) {
		out = markup.Escape(strings.Join(strings.Fields(s.raw()), " "))
	}
	return broken(out)
}

// broken writes forced line breaks as official text does.
func broken(s string) string {
	pieces := strings.Split(s, string(lineBreak))
	for i := range pieces {
		pieces[i] = strings.TrimSpace(pieces[i])
	}
	return strings.Join(pieces, " \\\n")
}

func (s spans) raw() string {
	var b strings.Builder
	for _, one := range s {
		b.WriteString(one.text)
	}
	return b.String()
}
