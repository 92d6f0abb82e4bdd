package check_test

import (
	"strings"
	"testing"

	"vanban/internal/check"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/font"
	"vanban/internal/standard"
	"vanban/internal/unit"
	"vanban/internal/word"
	"vanban/internal/zone"
	"vanban/templates"
)

// desk holds what every check of a run shares.
type desk struct {
	standards map[string]*standard.Standard
	words     *zone.Words
	fonts     *font.Set
}

func newDesk(t testing.TB) *desk {
	t.Helper()
	d := &desk{standards: map[string]*standard.Standard{}}
	var all []*standard.Standard
	for _, id := range []string{"nd30", "dang"} {
		s := readStandard(t, id, nil)
		d.standards[id] = s
		all = append(all, s)
	}
	src, err := templates.Files.ReadFile("nhan-dang.yaml")
	if err != nil {
		t.Fatal(err)
	}
	root, found := data.Parse("nhan-dang.yaml", src)
	if found.HasErrors() {
		t.Fatal(found)
	}
	if d.words, found = zone.NewWords(root, all...); found.HasErrors() {
		t.Fatal(found)
	}
	if d.fonts, err = font.Embedded(); err != nil {
		t.Fatal(err)
	}
	return d
}

// recognised tells what a file was recognised as: the component of each of its lines.
func recognised(in check.Input) *zone.Found {
	return zone.Find(zone.OfWord(in.Document, in.Words).Lines, in.Words)
}

func readStandard(t testing.TB, id string, change func(string) string) *standard.Standard {
	t.Helper()
	src, err := templates.Files.ReadFile(id + "/standard.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(src)
	if change != nil {
		if text = change(text); text == string(src) {
			t.Fatal("the change changes nothing")
		}
	}
	root, found := data.Parse(id+".yaml", []byte(text))
	if found.HasErrors() {
		t.Fatal(found)
	}
	s, found := standard.Parse(id, root)
	if found.HasErrors() {
		t.Fatal(found)
	}
	return s
}

func (d *desk) read(t testing.TB, src []byte) check.Input {
	t.Helper()
	doc, found := word.Read("thu.docx", src)
	if found.HasErrors() {
		t.Fatal(found)
	}
	return check.Input{Document: doc, Words: d.words, Standard: d.standards["nd30"], Fonts: d.fonts}
}

func (d *desk) check(t testing.TB, src []byte) check.Report {
	return check.Word(d.read(t, src), check.Options{})
}

func show(t testing.TB, l diag.List) {
	t.Helper()
	for _, f := range l {
		t.Logf("%s %s %s: %s", f.ID, f.Severity, f.Pos.Place, f.Message)
	}
}

// TestCuresNameTheStandardsMeasures: another standard, another cure.
func TestCuresNameTheStandardsMeasures(t *testing.T) {
	d := newDesk(t)
	s := d.standards["nd30"]
	s.Page.Width, s.Page.Height = 200*unit.MM, 290*unit.MM
	p := &s.Checks.Layout.Paragraphs
	p.FirstLine, p.Gap, p.Lines = []unit.Length{8 * unit.MM}, 15*unit.Pt, []float64{1.2, 1.4}
	s.Subject.Rule.Share.Range = []float64{0.2, 0.25}
	var cures strings.Builder
	for _, f := range d.check(t, d.plan().Bytes()).Findings {
		cures.WriteString(f.Message + " " + strings.Join(f.Hints, " ") + "\n")
	}
	for _, want := range []string{"khổ 200 mm × 290 mm", "(First line): 0,8 cm", "đặt Trước (Before) 15 pt", "từ 1,2 đến 1,4", "(từ 1/5 đến 1/4 dòng chữ)"} {
		if !strings.Contains(cures.String(), want) {
			t.Errorf("no «%s» in\n%s", want, cures.String())
		}
	}
}
