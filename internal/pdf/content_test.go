package pdf

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/typeset"
	"vanban/internal/unit"
)

// Pages are 100 pt high. Codes count the characters of a face in the order of their code points.
func TestPageContent(t *testing.T) {
	const pt = unit.Pt
	line := func(y unit.Length, spans ...typeset.Span) typeset.Line {
		return typeset.Line{Baseline: y, Spans: spans}
	}
	cases := []struct {
		name string
		page typeset.Page
		want string
	}{
		{"one span", typeset.Page{Lines: []typeset.Line{
			line(30*pt, typeset.Span{X: 20 * pt, Text: "bab", Size: 13 * pt})}},
			`BT
			/F1 13 Tf
			1 0 0 1 20 70 Tm [<000200010002>] TJ
			ET`},
		{"the face is named again only when it or the size changes", typeset.Page{Lines: []typeset.Line{
			line(30*pt,
				typeset.Span{X: 0, Text: "a", Size: 13 * pt},
				typeset.Span{X: 7 * pt, Text: "b", Size: 13 * pt, Face: bold},
				typeset.Span{X: 14 * pt, Text: "b", Size: 11 * pt, Face: bold},
				typeset.Span{X: 21 * pt, Text: "b", Size: 11 * pt, Face: bold})}},
			`BT
			/F1 13 Tf
			1 0 0 1 0 70 Tm [<0001>] TJ
			/F3 13 Tf
			1 0 0 1 7 70 Tm [<0001>] TJ
			/F3 11 Tf
			1 0 0 1 14 70 Tm [<0001>] TJ
			1 0 0 1 21 70 Tm [<0001>] TJ
			ET`},
		{"spaces widen by 1.3 pt of 13, which is 100 thousandths", typeset.Page{Lines: []typeset.Line{
			line(30*pt, typeset.Span{Text: "a b ", Size: 13 * pt, WordSpace: pt * 13 / 10})}},
			`BT
			/F1 13 Tf
			1 0 0 1 0 70 Tm [<00020001>-100<00030001>-100<>] TJ
			ET`},
		{"spaces narrow; a no-break space keeps its width", typeset.Page{Lines: []typeset.Line{
			line(30*pt, typeset.Span{Text: "a\u00a0a a", Size: 12 * pt, WordSpace: -pt / 4})}},
			`BT
			/F1 12 Tf
			1 0 0 1 0 70 Tm [<0002000300020001>20.833<0002>] TJ
			ET`},
		{"a colour holds until the next", typeset.Page{Lines: []typeset.Line{
			line(30*pt,
				typeset.Span{Text: "a", Size: pt},
				typeset.Span{Text: "a", Size: pt, Color: "FF0080"},
				typeset.Span{Text: "a", Size: pt, Color: "000000"})}},
			`BT
			/F1 1 Tf
			1 0 0 1 0 70 Tm [<0001>] TJ
			1 0 0.502 rg
			1 0 0 1 0 70 Tm [<0001>] TJ
			0 0 0 rg
			1 0 0 1 0 70 Tm [<0001>] TJ
			ET`},
		{"a span without text draws nothing", typeset.Page{Lines: []typeset.Line{
			line(30*pt, typeset.Span{Face: italic, Size: 13 * pt})}},
			`BT
			ET`},
		{"strokes lie over fills, and text begins black", typeset.Page{
			Strokes: []typeset.Stroke{
				{X1: 10 * pt, Y1: 10 * pt, X2: 40 * pt, Y2: 10 * pt, Weight: pt / 2},
				{X1: 10 * pt, Y1: 10 * pt, X2: 10 * pt, Y2: 99 * pt, Weight: pt / 2, Color: "808080"}},
			Fills: []typeset.Fill{{X: 10 * pt, Y: 20 * pt, Width: 30 * pt, Height: 5 * pt, Color: "FFFFFF"}}},
			`1 1 1 rg
			10 75 30 5 re f
			0 0 0 rg
			0.5 w
			10 90 m 40 90 l S
			0.502 0.502 0.502 RG
			10 90 m 10 1 l S
			BT
			ET`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			c.page.Width, c.page.Height = 200*pt, 100*pt
			enc := newEncoding(&typeset.Document{Pages: []*typeset.Page{&c.page}})
			got := string(pageContent(&c.page, enc))
			want := strings.ReplaceAll(c.want, "\t", "") + "\n"
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("operators (-want +got):\n%s", diff)
			}
		})
	}
}
