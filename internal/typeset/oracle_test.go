package typeset_test

import (
	"bytes"
	"fmt"
	"html"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"vanban/internal/docx"
	"vanban/internal/sheet"
	"vanban/internal/typeset"
	"vanban/internal/unit"
)

// oracleCase is a sheet that LibreOffice must break as we do.
type oracleCase struct {
	name  string
	sheet *sheet.Sheet
}

// TestLibreOfficeAgrees writes each sheet as DOCX, has LibreOffice turn it into a PDF, and compares the
// lines of every page with ours: the same number of pages, and at least 99 lines in 100 with the same
// words on the same page.
func TestLibreOfficeAgrees(t *testing.T) {
	for _, name := range []string{"soffice", "pdftotext"} {
		if _, err := exec.LookPath(name); err != nil {
			if os.Getenv("CI") == "true" {
				t.Fatalf("%s is not installed", name)
			}
			t.Skipf("%s is not installed: nobody else has looked at the pages", name)
		}
	}
	cases := append(oracleCases(), seeds(t)...)
	theirs := convert(t, cases)
	for i, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d, findings := typeset.Typeset(c.sheet, embedded(t))
			if len(findings) > 0 {
				t.Fatal(findings)
			}
			compare(t, pagesOf(d), theirs[i])
		})
	}
}

// The tolerances are how many points a line may stand from where LibreOffice has it: down, and to the side,
// where LibreOffice moves right-aligned italics in by a twelfth of their height.
const down, aside = 0.4, 1.5

// seeds are real plans, where they lie beside the project: every line a paragraph.
func seeds(t *testing.T) []oracleCase {
	t.Helper()
	files, err := filepath.Glob("../../../shared/seeds/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var cases []oracleCase
	for i, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		body := style("NoiDung", 13+i%2, sheet.Justify)
		body.FirstLine, body.Before = unit.CM, 6*unit.Pt
		var blocks []sheet.Block
		for line := range strings.Lines(string(data)) {
			if line = strings.Join(strings.Fields(line), " "); line != "" {
				blocks = append(blocks, para(body, line))
			}
		}
		cases = append(cases, oracleCase{"seed " + filepath.Base(name), sheetOf(section(a4(), blocks...))})
	}
	return cases
}

// compare counts the lines that differ.
func compare(t *testing.T, ours, theirs [][]row) {
	t.Helper()
	if len(ours) != len(theirs) {
		t.Errorf("%d pages, LibreOffice has %d", len(ours), len(theirs))
	}
	all, bad := 0, 0
	for i := range max(len(ours), len(theirs)) {
		var a, b []row
		if i < len(ours) {
			a = ours[i]
		}
		if i < len(theirs) {
			b = theirs[i]
		}
		all += len(b)
		drift, shift := 0.0, 0.0
		for _, l := range a {
			away, beside := math.Inf(1), 0.0
			for _, r := range b {
				if d := math.Abs(r.baseline - l.baseline); r.text == l.text && d < away {
					away, beside = d, math.Abs(r.x-l.x)
				}
			}
			if away > 10*down { // another line of the same words, or none
				bad++
				t.Logf("page %d, only ours:   %s", i+1, l.text)
			} else {
				drift, shift = max(drift, away), max(shift, beside)
			}
		}
		for _, l := range b {
			if !slices.ContainsFunc(a, func(r row) bool { return r.text == l.text }) {
				t.Logf("page %d, only theirs: %s", i+1, l.text)
			}
		}
		if drift > down || shift > aside {
			t.Errorf("page %d: baselines differ by up to %.2f pt, left edges by up to %.2f pt", i+1, drift, shift)
		}
	}
	if bad*100 > all {
		t.Errorf("%d of %d lines differ", bad, all)
	}
}

// convert writes the sheets and gives the lines of the PDFs that LibreOffice makes of them.
func convert(t *testing.T, cases []oracleCase) [][][]row {
	t.Helper()
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"),
		"--headless", "--convert-to", "pdf", "--outdir", dir}
	for i, c := range cases {
		var b bytes.Buffer
		if err := docx.Write(&b, c.sheet); err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(dir, fmt.Sprintf("%d.docx", i))
		if err := os.WriteFile(name, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, name)
	}
	if said, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	var out [][][]row
	for i := range cases {
		text, err := exec.Command("pdftotext", "-bbox", filepath.Join(dir, fmt.Sprintf("%d.pdf", i)), "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, readBoxes(string(text)))
	}
	return out
}

var box = regexp.MustCompile(`<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)</word>`)

// word is a word on a page, in points.
type word struct {
	x, baseline float64
	text        string
}

// row is the words of one baseline.
type row struct {
	x        float64 // of its first letter
	baseline float64
	text     string
}

// readBoxes reads what pdftotext -bbox writes.
func readBoxes(text string) [][]row {
	var out [][]row
	for _, page := range strings.Split(text, "<page ")[1:] {
		var words []word
		for _, m := range box.FindAllStringSubmatch(page, -1) {
			top, bottom := number(m[2]), number(m[3])
			// The height of the box is Liberation Serif's own; so much of it lies above the baseline.
			words = append(words, word{number(m[1]), top + 0.7308*(bottom-top), html.UnescapeString(m[4])})
		}
		out = append(out, joinWords(words))
	}
	return out
}

func number(s string) float64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic(err)
	}
	return f
}

// pagesOf gives our lines in the same form.
func pagesOf(d *typeset.Document) [][]row {
	var out [][]row
	for _, p := range d.Pages {
		var words []word
		for _, l := range p.Lines {
			for i, s := range l.Spans {
				glue := i > 0 && !strings.HasPrefix(s.Text, " ") && !strings.HasSuffix(l.Spans[i-1].Text, " ")
				for j, text := range strings.FieldsFunc(s.Text, func(r rune) bool { return r == ' ' || r == '\u00a0' }) {
					if glue && j == 0 {
						words[len(words)-1].text += text
						continue
					}
					words = append(words, word{s.X.Points() + float64(j), l.Baseline.Points(), text})
				}
			}
		}
		out = append(out, joinWords(words))
	}
	return out
}

// joinWords puts words of one baseline together, from left to right.
func joinWords(words []word) []row {
	const same = 1.0 // points between baselines that count as one line
	slices.SortStableFunc(words, func(a, b word) int { return int(1000 * (a.baseline - b.baseline)) })
	var lines []row
	for i := 0; i < len(words); {
		end := i
		for end < len(words) && words[end].baseline-words[i].baseline < same {
			end++
		}
		across := slices.Clone(words[i:end])
		slices.SortStableFunc(across, func(a, b word) int { return int(1000 * (a.x - b.x)) })
		text := make([]string, len(across))
		for j, w := range across {
			text[j] = strings.ReplaceAll(w.text, "\u00a0", " ")
		}
		lines = append(lines, row{across[0].x, words[i].baseline, strings.Join(text, " ")})
		i = end
	}
	return lines
}
