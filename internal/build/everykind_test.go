package build_test

import (
	"fmt"
	"strings"
	"testing"

	"vanban/internal/doc"
	"vanban/internal/typeset"
)

// TestEveryKindReachesThePage takes a document that holds one of each construct through every stage: a kind
// that a stage forgot would lose its words here.
func TestEveryKindReachesThePage(t *testing.T) {
	w := newWorkshop(t)
	jobs := w.jobs(t, "nd30", "du-loai-dong.yaml", fixtureFile(t, "ke-hoach/du-loai-dong.yaml"))
	st := w.stages(t, jobs[0])
	kinds, words := map[string]bool{}, []string{}
	doc.Walk(st.Document, func(b doc.Block) {
		kinds[fmt.Sprintf("%T", b)] = true
		if l, ok := b.(interface{ Plain() string }); ok {
			words = append(words, strings.Fields(l.Plain())...)
		}
		if tb, ok := b.(*doc.Table); ok {
			for _, r := range tb.Rows {
				for _, c := range r.Cells {
					for _, l := range c.Lines {
						words = append(words, strings.Fields(l.Plain())...)
					}
				}
			}
		}
	})
	all := []doc.Block{&doc.Division{}, &doc.Heading{}, &doc.Article{}, &doc.Clause{}, &doc.Point{}, &doc.Item{}, &doc.Paragraph{}, &doc.Centered{}, &doc.Table{}}
	for _, b := range all {
		if !kinds[fmt.Sprintf("%T", b)] {
			t.Errorf("the fixture holds no %T", b)
		}
	}
	if len(kinds) != len(all) {
		t.Errorf("%d kinds in the fixture, this test knows %d", len(kinds), len(all))
	}
	page := pageText(st.Pages)
	for _, word := range words {
		if !strings.Contains(page, strings.TrimRight(word, ".")) {
			t.Errorf("«%s» is on no page", word)
		}
	}
}

// pageText is the text of all lines, the spans of a line without a gap.
func pageText(d *typeset.Document) string {
	var b strings.Builder
	for _, p := range d.Pages {
		for _, l := range p.Lines {
			for _, s := range l.Spans {
				b.WriteString(s.Text)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}
