package pdf

import (
	"bytes"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"vanban/internal/sheet"
	"vanban/internal/typeset"
	"vanban/internal/unit"
)

// TestReadBack writes each sample and reads it again: the same but for widths, and for what rounding to thousandths
// of a point takes.
func TestReadBack(t *testing.T) {
	for name, sample := range samples {
		d, fonts := sample(t)
		d.Custom = []sheet.Property{{Name: "vanban-mau", Value: "băm"}}
		if len(d.Pages[0].Lines) > 2 {
			d.Pages[0].Lines[0].Starts = typeset.Start{Kind: typeset.StartRow, Column: 12}
		}
		var out bytes.Buffer
		if err := Write(&out, d, fonts); err != nil {
			t.Fatal(err)
		}
		got, err := Read(out.Bytes())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		near := cmp.Comparer(func(a, b unit.Length) bool { return a-b <= 13 && b-a <= 13 })
		ignored := cmp.Options{near, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(typeset.Span{}, "Width"),
			cmpopts.IgnoreFields(typeset.Mark{}, "Level", "Page", "Y"), cmpopts.IgnoreFields(typeset.Document{}, "Created"),
			cmp.Transformer("shown", func(s typeset.Stroke) typeset.Stroke { s.Color = empty(s.Color); return s })}
		if diff := cmp.Diff(joined(d), joined(got), ignored...); diff != "" {
			t.Errorf("%s (-want +got):\n%.3000s", name, diff)
		}
	}
}

func empty(color string) string {
	if color == black {
		return ""
	}
	return color
}

// joined leaves out spans without text and joins lines of one baseline that begin nothing, as a file cannot tell them
// apart.
func joined(d *typeset.Document) *typeset.Document {
	out := *d
	out.Pages = nil
	for _, p := range d.Pages {
		page := *p
		page.Lines = nil
		for _, l := range p.Lines {
			var spans []typeset.Span
			for _, s := range l.Spans {
				if s.Text != "" {
					s.Color = empty(s.Color)
					spans = append(spans, s)
				}
			}
			if spans == nil {
				continue
			}
			n := len(page.Lines)
			if d := func(a, b unit.Length) bool { return a-b <= 13 && b-a <= 13 }; n > 0 && l.Starts.Kind == typeset.GoesOn && d(page.Lines[n-1].Baseline, l.Baseline) {
				page.Lines[n-1].Spans = append(page.Lines[n-1].Spans, spans...)
				continue
			}
			page.Lines = append(page.Lines, typeset.Line{Baseline: l.Baseline, Spans: spans, Starts: l.Starts})
		}
		out.Pages = append(out.Pages, &page)
	}
	return &out
}

func TestForeignFilesAreRefused(t *testing.T) {
	d, fonts := minutes(t)
	var out bytes.Buffer
	if err := Write(&out, d, fonts); err != nil {
		t.Fatal(err)
	}
	changed := bytes.Clone(out.Bytes())
	changed[len(changed)/2] ^= 1
	for name, file := range map[string][]byte{"empty": nil, "changed": changed, "other": []byte("%PDF-1.4\n%%EOF\n"), "cut": out.Bytes()[:out.Len()-40]} {
		if _, err := Read(file); !errors.Is(err, ErrForeign) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if p, err := Properties(changed); err != nil || p["Title"] != d.Title {
		t.Errorf("properties of a changed file: %v, %v", p, err)
	}
}

// FuzzRead gives files that claim to be as written: whatever they hold, reading ends without a panic.
func FuzzRead(f *testing.F) {
	f.Add([]byte(header+"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Kids [ 3 0 R ] >>\nendobj\n3 0 obj\n<< /MediaBox [0 0 1 1] >>\nendobj\n"), []byte("BT\n/F1 1 Tf\n/P MP\n1 0 0 1 0 0 Tm [<0001>] TJ\nET\n"))
	f.Fuzz(func(t *testing.T, src, content []byte) {
		r := &reader{src: src, left: 1 << 20}
		if r.objects() {
			r.document()
		}
		c := &contentReader{page: &typeset.Page{}, faces: map[string]*faceRead{"F1": {runes: map[uint16]rune{1: 'a'}}}}
		c.read(content)
	})
}
