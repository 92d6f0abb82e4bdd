package build_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vanban/internal/build"
	"vanban/internal/content"
	"vanban/internal/diag"
	"vanban/internal/viet"
	"vanban/internal/zone"
)

// vocabulary is what the content of a standard's documents is checked by.
func (w *workshop) vocabulary(t testing.TB, id string) *content.Vocabulary {
	t.Helper()
	v, findings, err := w.library.Vocabulary(w.standard(t, id))
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	return v
}

// TestContentOfFixtures: nothing is said of the documents of the fixtures.
func TestContentOfFixtures(t *testing.T) {
	w := newWorkshop(t)
	checked := 0
	for _, d := range documents(t) {
		if strings.HasPrefix(d.Name, verbatimFolder) {
			continue // whose values are no text of an office
		}
		if d.Stages.Document == nil {
			t.Fatalf("%s: no document", d.Name)
		}
		checked++
		for _, found := range content.Document(d.Stages.Document, d.Job.Standard, w.vocabulary(t, d.Job.Standard.ID)) {
			t.Errorf("%s: %s", d.Name, w.print(t, diag.List{found}))
		}
	}
	if checked < 15 {
		t.Errorf("only %d documents", checked)
	}
}

// TestContentOfPrintedFixtures: nothing is held against the fixtures as they are printed and read again, where the
// marks and words of the standard are text like any other.
func TestContentOfPrintedFixtures(t *testing.T) {
	w := newWorkshop(t)
	words, _, err := w.library.Words()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range documents(t) {
		if strings.HasPrefix(d.Name, verbatimFolder) {
			continue
		}
		lines := build.Printed(d.Stages.Sheet)
		for _, found := range content.Zoned(zone.Find(lines, words), nil, d.Job.Standard, w.vocabulary(t, d.Job.Standard.ID)) {
			t.Errorf("%s: %s", d.Name, w.print(t, diag.List{found}))
		}
	}
}

// zonesOf are the zones of a text, a line a paragraph.
func zonesOf(t testing.TB, text string) *zone.Found {
	t.Helper()
	words, findings, err := newWorkshop(t).library.Words()
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	var lines []zone.Line
	n := 0
	for line := range strings.Lines(text) {
		n++
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, zone.Line{Text: viet.NFC(line), Pos: diag.Pos{File: "a.txt", Line: n}})
		}
	}
	return zone.Find(lines, words)
}

// TestContentOfTexts: testdata/noi-dung holds documents of made-up offices as text. Nothing is held against «dung-*»,
// which come close to many a rule; what is said of «sai-*» is their golden.
func TestContentOfTexts(t *testing.T) {
	w := newWorkshop(t)
	files, err := filepath.Glob("testdata/noi-dung/*.txt")
	if err != nil || len(files) < 9 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(stem(filepath.Base(file)), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			id := "nd30"
			if strings.Contains(file, "-"+partyFolder+"-") {
				id = partyFolder
			}
			got := w.print(t, content.Zoned(zonesOf(t, string(src)), nil, w.standard(t, id), w.vocabulary(t, id)))
			if strings.HasPrefix(filepath.Base(file), "dung-") {
				if got != "" {
					t.Error(got)
				}
				return
			}
			golden := stem(file) + ".golden"
			if *update {
				save(t, golden, []byte(got))
			}
			want, err := os.ReadFile(golden)
			if err != nil || got != string(want) {
				t.Errorf("%v: got\n%s", err, got)
			}
		})
	}
}

// TestContentOfSeeds checks the content of the real plans, as text and as data. What is named here was looked at in
// its text, each finding of it, and is right; anything else is to be looked at first.
func TestContentOfSeeds(t *testing.T) {
	w := newWorkshop(t)
	s, v := w.standard(t, "nd30"), w.vocabulary(t, "nd30")
	right := [][]string{
		{content.IDAbbr, content.IDNameMix, content.IDStructure},
		{content.IDAbbr, content.IDNameMix, content.IDStructure, content.IDCiteFirst},
		{content.IDAbbr, content.IDCapsName, content.IDCiteAgain, content.IDPunctuation, content.IDToneMix, content.IDAppendixLost},
		{content.IDNameMix, content.IDStructure, content.IDToneMix},
		{content.IDAbbr, content.IDNameMix},
	}
	for i, file := range seeds(t) {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := content.Zoned(zonesOf(t, strings.TrimPrefix(string(src), "\uFEFF")), nil, s, v)
		st, _ := (&build.Builder{Fonts: w.fonts}).Compose(w.imported(t, file).job)
		made := content.Document(st.Document, s, v)
		all := append(text, made...)
		for _, d := range all {
			if !slices.Contains(right[i], d.ID) {
				t.Errorf("plan %d: is this right? %s", i, w.print(t, diag.List{d}))
			}
		}
		for _, id := range right[i] {
			if !slices.ContainsFunc(all, func(d diag.Diagnostic) bool { return d.ID == id }) {
				t.Errorf("plan %d: %s is not told any more", i, id)
			}
		}
	}
}

// TestContentOfExamples: the examples that the templates carry say nothing wrong.
func TestContentOfExamples(t *testing.T) {
	w := newWorkshop(t)
	s, v := w.standard(t, "nd30"), w.vocabulary(t, "nd30")
	entries, err := w.library.Templates(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		tm, _, err := w.library.Template(s, entry.Name, diag.Pos{})
		if err != nil || tm == nil {
			t.Fatal(entry.Name, err)
		}
		for _, node := range tm.Schema.ExampleNodes() {
			jobs, _, err := w.library.Jobs(node, s, entry.Name, entry.Name)
			if err != nil || len(jobs) == 0 {
				t.Fatal(entry.Name, err)
			}
			for _, j := range jobs {
				for _, d := range (&build.Builder{Fonts: w.fonts}).Check(j, v, nil) {
					t.Errorf("%s: %s", entry.Name, w.print(t, diag.List{d}))
				}
			}
		}
	}
}
