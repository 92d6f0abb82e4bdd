package build_test

import (
	"strings"
	"testing"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/font"
	"vanban/templates"
)

// A line end in a value either is printed as one or is refused where the data says it: never does a page come to
// speak of a character that no face has. Every text of every template's example gets one; those refused are
// taken back, and what is left must print.
func TestLineEndsInValues(t *testing.T) {
	fonts, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	b := &build.Builder{Fonts: fonts}
	l := build.NewLibrary(&data.Sources{}, build.Layer{Files: templates.Files})
	s, _, err := l.Standard("nd30")
	if err != nil {
		t.Fatal(err)
	}
	entries, err := l.Templates(s)
	if err != nil || len(entries) == 0 {
		t.Fatal(entries, err)
	}
	for _, e := range entries {
		tm, _, err := l.Template(s, e.Name, diag.Pos{})
		if err != nil || tm == nil {
			t.Fatal(e.Name, err)
		}
		keep := map[diag.Pos]bool{}
		for round := 0; ; round++ {
			jobs, found, err := l.Jobs(withLineEnds(tm.Schema.ExampleNodes()[0], keep), s, "thu", e.Name)
			if err != nil {
				t.Fatal(err)
			}
			if !found.HasErrors() {
				_, _, more := b.Render(jobs[0], true, true)
				found = append(found, more...)
			}
			for _, d := range found {
				if d.ID == font.IDGlyph {
					t.Errorf("%s: %s", e.Name, d.Pos)
				}
				if d.Severity == diag.Error {
					keep[place(d.Pos)] = true
				}
			}
			if !found.HasErrors() {
				break
			}
			if round == 4 {
				t.Errorf("%s is never printed: %v", e.Name, found)
				break
			}
		}
	}
}

// place is where a value begins: findings may say how long it is or not.
func place(p diag.Pos) diag.Pos { return diag.Pos{File: p.File, Line: p.Line, Col: p.Col} }

// withLineEnds copies a tree and puts a line end into the first blank of each text, but for those to keep.
func withLineEnds(n *data.Node, keep map[diag.Pos]bool) *data.Node {
	out := *n
	if n.Kind == data.Text && !keep[place(n.Pos)] {
		out.Text = strings.Replace(n.Text, " ", "\n", 1)
	}
	out.Items, out.Fields = nil, nil
	for _, item := range n.Items {
		out.Items = append(out.Items, withLineEnds(item, keep))
	}
	for _, f := range n.Fields {
		f.Value = withLineEnds(f.Value, keep)
		out.Fields = append(out.Fields, f)
	}
	return &out
}
