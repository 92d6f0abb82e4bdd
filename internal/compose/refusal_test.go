package compose

import (
	"strings"
	"testing"

	"vanban/internal/doc"
	"vanban/internal/sheet"
)

func TestMarksAtTheEnd(t *testing.T) {
	for text, want := range map[string]string{"Sở A;": "Sở A", "Sở A.": "Sở A", "A, B, v.v...": "A, B, v.v...", "Căn cứ A ; ": "Căn cứ A", "C…": "C…", "A.;": "A"} {
		if got := withoutMark(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

func TestWordsOfTheStandardAreNotDoubled(t *testing.T) {
	for name, change := range map[string]func(*doc.Document){
		"file":    func(d *doc.Document) { d.Recipients.File = one("Lưu: VT") },
		"item":    func(d *doc.Document) { d.Recipients.Items = texts("Lưu VT") },
		"article": func(d *doc.Document) { d.Recipients.Items = texts("Như Điều 2") },
		"twice":   func(d *doc.Document) { d.Recipients.Items = texts("Sở A", "sở  A;") },
	} {
		d := plan()
		change(d)
		if _, findings := composed(t, d, "nd30"); !has(findings, IDRepeat) {
			t.Errorf("%s: let through", name)
		}
	}
}

func TestTooLongAndTooWide(t *testing.T) {
	d := plan()
	d.Subject = texts(strings.Repeat("từ ", 500_000))
	if _, findings := composed(t, d, "nd30"); !has(findings, IDLong) {
		t.Error("a title of half a million words is let through")
	}
	d = plan()
	table := &doc.Table{Columns: make([]doc.Column, 60), Rows: []doc.Row{{}}}
	for range 60 {
		table.Rows[0].Cells = append(table.Rows[0].Cells, doc.Cell{Span: 1, Lines: []doc.Line{line("Nghiêng")}})
	}
	d.Body = append(d.Body, table)
	if _, findings := composed(t, d, "nd30"); !has(findings, IDWide) {
		t.Error("a table wider than the page is let through")
	}
}

func TestLongRecipientsGoOnBelow(t *testing.T) {
	d := plan()
	d.Recipients.Items = nil
	for i := range 100 {
		d.Recipients.Items = append(d.Recipients.Items, one("Sở "+strings.Repeat("A", i+1)))
	}
	s, _ := composed(t, d, "nd30")
	last := s.Sections[0].Blocks[len(s.Sections[0].Blocks)-1].(*sheet.Table)
	n := 0
	for _, r := range last.Rows {
		if len(r.Cells[0].Blocks) > mostBeside {
			t.Errorf("a row of %d lines", len(r.Cells[0].Blocks))
		}
		n += len(r.Cells[0].Blocks)
	}
	if n != 102 { // label, 100 items, file
		t.Errorf("%d lines of recipients, want 102", n)
	}
}
