package build_test

import (
	"fmt"
	"strings"
	"testing"

	"vanban/internal/sheet"
	"vanban/internal/word"
)

// TestWordReadsOurDocuments: what package word finds in effect in a rendered document is what the sheet says,
// paragraph by paragraph and letter by letter.
func TestWordReadsOurDocuments(t *testing.T) {
	for _, d := range documents(t) {
		t.Run(d.Name, func(t *testing.T) {
			read, found := word.Read(d.Name+".docx", d.DOCX)
			for _, f := range found {
				t.Errorf("%s: %s", f.ID, f.Message)
			}
			if read == nil {
				t.FailNow()
			}
			if len(read.Sections) != len(d.Stages.Sheet.Sections) {
				t.Fatalf("%d sections, want %d", len(read.Sections), len(d.Stages.Sheet.Sections))
			}
			for i, s := range d.Stages.Sheet.Sections {
				var want []*sheet.Paragraph
				sheet.Walk(&sheet.Sheet{Sections: []*sheet.Section{{Blocks: s.Blocks}}}, func(b sheet.Block) bool {
					if p, ok := b.(*sheet.Paragraph); ok {
						want = append(want, p)
					}
					return true
				})
				section := read.Sections[i]
				compareParagraphs(t, want, word.Paragraphs(read.Body[section.From:section.To]))
				near(t, "width", section.Width.Millimetres(), s.Page.Width.Millimetres())
				near(t, "height", section.Height.Millimetres(), s.Page.Height.Millimetres())
				near(t, "upper margin", section.Top.Millimetres(), s.Page.Top.Millimetres())
				near(t, "left margin", section.Left.Millimetres(), s.Page.Left.Millimetres())
				if section.Landscape != s.Page.Landscape || section.TitlePage != (s.PageNumber.HideFirst || s.FirstFoot != nil) {
					t.Errorf("section %d: landscape %v, first page %v", i+1, section.Landscape, section.TitlePage)
				}
			}
			if len(read.Remarks) > 0 {
				t.Errorf("%+v", read.Remarks)
			}
		})
	}
}

func compareParagraphs(t *testing.T, want []*sheet.Paragraph, got []*word.Paragraph) {
	t.Helper()
	k := 0
	for _, p := range got {
		if p.Empty() && len(p.Shapes()) == 0 {
			continue // what WordprocessingML demands beside a table
		}
		if k >= len(want) {
			t.Errorf("more paragraphs than the sheet has: «%s»", p.Text())
			return
		}
		w := want[k]
		k++
		if a, b := sheetLetters(w), wordLetters(p); a != b {
			t.Errorf("%s:\n got %s\nwant %s", p.Place, b, a)
		}
		near(t, "before", p.Before.Points(), (w.Style.Before + w.SpaceBefore).Points())
		near(t, "after", p.After.Points(), w.Style.After.Points())
		if w.Box != nil {
			continue // its sides are placed by indents
		}
		near(t, "left indent", p.IndentLeft.Millimetres(), (w.Style.IndentLeft + w.IndentLeft).Millimetres())
		near(t, "first line", p.FirstLine.Millimetres(), w.Style.FirstLine.Millimetres())
		if int(p.Align) != int(w.Style.Align) || p.Outline != w.Style.Outline || p.KeepLines != w.Style.KeepLines || p.Style != w.Style.Name {
			t.Errorf("%s: align %v, outline %d, style %s", p.Place, p.Align, p.Outline, p.Style)
		}
		if m := w.Style.Line.Multiple; m != 0 && (p.Line.Rule != word.Multiple || int(p.Line.Times*240+0.5) != m) {
			t.Errorf("%s: line %+v, want %d/240", p.Place, p.Line, m)
		}
		if (w.Rule != nil) != (len(p.Shapes()) > 0 && p.Shapes()[0].Kind == word.LineShape) {
			t.Errorf("%s: the rule under it", p.Place)
		}
	}
	if k != len(want) {
		t.Errorf("%d paragraphs, want %d", k, len(want))
	}
}

// sheetLetters writes letters with what they look like, and wordLetters the same of what was read.
func sheetLetters(p *sheet.Paragraph) string {
	var b looks
	for _, r := range p.Runs {
		if r.Break {
			b.text.WriteString("\n")
		}
		if r.Blank == 0 && strings.TrimSpace(r.Text) != "" {
			b.add(fmt.Sprintf("%s %g %v %v %s", r.Font.Family, r.Font.Size.Points(), r.Font.Bold, r.Font.Italic, r.Font.Color), r.Text)
		}
	}
	return b.text.String()
}

func wordLetters(p *word.Paragraph) string {
	var b looks
	for _, r := range p.Runs {
		switch {
		case r.Kind == word.LineBreak:
			b.text.WriteString("\n")
		case r.Kind == word.Text && strings.TrimSpace(r.Text) != "": // blanks to be filled in are blanks
			b.add(fmt.Sprintf("%s %g %v %v %s", r.Font, r.Size.Points(), r.Bold, r.Italic, r.Color), r.Text)
		}
	}
	return b.text.String()
}

type looks struct {
	text strings.Builder
	last string
}

func (l *looks) add(look, text string) {
	if text == "" {
		return
	}
	if look != l.last {
		l.text.WriteString("{" + look + "}")
		l.last = look
	}
	l.text.WriteString(text)
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if d := got - want; d > 0.02 || d < -0.02 {
		t.Errorf("%s is %g, want %g", what, got, want)
	}
}
