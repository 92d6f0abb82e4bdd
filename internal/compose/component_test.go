package compose

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"vanban/internal/doc"
	"vanban/internal/sheet"
	"vanban/internal/standard"
)

// TestEveryComponentIsDrawn: a component that package standard lets a file name, and this package cannot draw,
// is a bug, and found here.
func TestEveryComponentIsDrawn(t *testing.T) {
	for what, c := range map[string]struct{ named, drawn []string }{
		"component":        {standard.Components(), slices.Collect(maps.Keys(components()))},
		"header component": {standard.HeaderComponents(), slices.Collect(maps.Keys(headerComponents()))},
	} {
		slices.Sort(c.named)
		slices.Sort(c.drawn)
		if !slices.Equal(c.named, c.drawn) {
			t.Errorf("%s: the standard names %v, compose draws %v", what, c.named, c.drawn)
		}
	}
	for what, spoil := range map[string]func(*standard.Standard){
		"order":  func(s *standard.Standard) { s.Layouts["co-ten-loai"].Order = []string{"la"} },
		"header": func(s *standard.Standard) { s.Headers["day_du"][0].Left = []string{"la"} },
	} {
		t.Run(what, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("a component that nothing draws was left out in silence")
				}
			}()
			std := loadStandard(t, "nd30")
			spoil(std)
			Compose(plan(), std, even{})
		})
	}
}

// TestWideHeader: a right half that leaves the left one no room is the user's to cure, in words.
func TestWideHeader(t *testing.T) {
	d := plan()
	d.Header.Place = one(strings.Repeat("Nam Khê ", 20))
	s, findings := composed(t, d, "nd30")
	if !has(findings, IDNarrow) {
		t.Error("a place wider than the page is let through")
	}
	for _, w := range s.Sections[0].Blocks[0].(*sheet.Table).Columns {
		if w <= 0 {
			t.Errorf("a column %v wide", w)
		}
	}
}

// TestNoteBreaksAfterABlank: a note whose date is still to come breaks before «của», right behind the blank.
func TestNoteBreaksAfterABlank(t *testing.T) {
	d := plan()
	d.Header.Date = doc.Date{}
	d.Header.Named = one("Sở Khoa học và Công nghệ tỉnh Nam Khê")
	d.Appendices = []*doc.Appendix{{Title: one("Danh mục"), Body: d.Body}}
	s, _ := composed(t, d, "nd30")
	broken := false
	sheet.Walk(s, func(b sheet.Block) bool {
		if p, ok := b.(*sheet.Paragraph); ok {
			for i, r := range p.Runs {
				if r.Text == "" && r.Blank == 0 {
					t.Error("an empty run")
				}
				broken = broken || r.Break && i > 0 && p.Runs[i-1].Blank > 0
			}
		}
		return false
	})
	if !broken {
		t.Error("no note is broken behind a blank: this test has lost its case")
	}
}
