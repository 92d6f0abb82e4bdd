package importer

import (
	"fmt"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// noteKey names a footnote or an endnote.
type noteKey struct {
	end    bool
	number int
}

// noteOf gives the note that a run refers to; ok is false for any other run.
func noteOf(r *word.Run) (key noteKey, ok bool) {
	return noteKey{r.Kind == word.EndnoteRef, r.Note}, (r.Kind == word.FootnoteRef || r.Kind == word.EndnoteRef) && !r.Gone()
}

// notes reads footnotes and endnotes. What the standards print has none, so the text of a note goes where its mark
// stands, in brackets; a note of a component that is not text (a ground, a name) is only told.
func (w *wordSide) notes(d *word.Document, found *zone.Found) {
	if len(d.Footnotes)+len(d.Endnotes) == 0 {
		return
	}
	w.noteTexts, w.noted = map[noteKey]string{}, map[*word.Paragraph]bool{}
	for _, all := range [][]*word.Note{d.Footnotes, d.Endnotes} {
		for _, n := range all {
			var text []string
			for _, p := range word.Paragraphs(n.Blocks) {
				text = append(text, strings.Fields(strings.Map(viet.Seen, viet.NFC(p.Text())))...)
			}
			w.noteTexts[noteKey{n.Region == word.InEndnote, n.Number}] = strings.Join(text, " ")
		}
	}
	placed := map[noteKey]bool{}
	for _, l := range found.Lines {
		if l.Kind != zone.Body || l.Part < 0 {
			continue
		}
		for _, p := range w.paragraphsOf(l.Line) {
			w.noted[p] = true
			for i := range p.Runs {
				if key, ok := noteOf(&p.Runs[i]); ok {
					placed[key] = true
				}
			}
		}
	}
	for _, all := range [][]*word.Note{d.Footnotes, d.Endnotes} {
		for _, n := range all {
			w.tellNote(n, placed[noteKey{n.Region == word.InEndnote, n.Number}])
		}
	}
}

// paragraphsOf are the paragraphs that a line stands for.
func (w *wordSide) paragraphsOf(l zone.Line) []*word.Paragraph {
	o := w.origin(l)
	if o.Table != nil {
		return word.Paragraphs([]word.Block{o.Table})
	}
	return []*word.Paragraph{o.Paragraph}
}

func (w *wordSide) tellNote(n *word.Note, placed bool) {
	paragraphs := word.Paragraphs(n.Blocks)
	text := w.noteTexts[noteKey{n.Region == word.InEndnote, n.Number}]
	if len(paragraphs) == 0 || text == "" {
		return
	}
	finding := diag.Diagnostic{ID: IDWord, Severity: diag.Warning, Pos: paragraphs[0].Place.Pos(),
		Message: fmt.Sprintf("chú thích «%s» được đưa vào câu, trong ngoặc đơn, ở chỗ có dấu của nó: văn bản do vanban in không có chú thích", diag.Clip(text)),
		Hints:   []string{"đọc lại câu ấy trong dữ liệu nhập ra; muốn giữ là chú thích thì bỏ chữ trong ngoặc, in xong chèn lại bằng Word"}}
	if !placed {
		finding.Message = fmt.Sprintf("chú thích «%s» không được nhập: dấu của nó không đứng trong phần nội dung", diag.Clip(text))
		finding.Hints = []string{"ghi nội dung chú thích vào dữ liệu nhập ra nếu cần"}
	}
	w.findings.Add(finding)
}

// note is the span of a note that a run of a paragraph refers to; ok is false where its text is not put there.
func (w *wordSide) note(p *word.Paragraph, r *word.Run) (s span, ok bool) {
	if key, is := noteOf(r); is && w.noted[p] {
		text := strings.TrimSuffix(w.noteTexts[key], ".")
		return span{text: " (" + text + ")", note: true}, text != ""
	}
	return span{}, false
}
