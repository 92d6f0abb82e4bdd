package build_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/doc"
)

// seedFolder holds real plans as text, beside the repository; they are read where they are, never copied.
const seedFolder = "../../../shared/seeds"

// marked tells a line that begins a construct of official text.
var marked = regexp.MustCompile(`^([IVX]+\. |\d+(\.\d+)*\.? |[a-zđ]\) |[-+*•] )`)

// The constructs that must be recognised, as they look in the text.
var (
	headingLine = regexp.MustCompile(`(?m)^[IVX]+\. `)
	clauseLine  = regexp.MustCompile(`(?m)^\d+(\.\d+)*\. `)
	pointLine   = regexp.MustCompile(`(?m)^[a-zđ]\) `)
)

// seedBody takes from a plan's text what stands between the abstract and the recipients.
func seedBody(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = plainSpaces(line); line != "" {
			lines = append(lines, line)
		}
	}
	from, to := 0, len(lines)
	for i, line := range lines {
		if from == 0 && strings.HasPrefix(line, "Thực hiện ") && i > 1 && lines[i-1] != "KẾ HOẠCH" {
			from = i
		}
		if strings.HasPrefix(line, "Nơi nhận") {
			to = i
			break
		}
	}
	body := strings.Join(unwrapped(lines[from:to]), "\n\n")
	return strings.TrimSuffix(body, "./.") + "\n"
}

// unwrapped joins the lines of a text that was broken at the width of a page.
func unwrapped(lines []string) []string {
	const pageWidth = 110
	for _, line := range lines {
		if len([]rune(line)) > pageWidth {
			return lines // paragraphs stand on one line each
		}
	}
	var out []string
	for _, line := range lines {
		begins := len(out) == 0 || marked.MatchString(line)
		if !begins {
			before := out[len(out)-1]
			begins = strings.HasSuffix(before, ".") || strings.HasSuffix(before, ":") || strings.HasSuffix(before, ";") ||
				headingLine.MatchString(before) && before == strings.ToUpper(before) && line != strings.ToUpper(line)
		}
		if begins {
			out = append(out, line)
		} else {
			out[len(out)-1] += " " + line
		}
	}
	return out
}

// seedData is a plan with the text as its body.
func seedData(body string) string {
	return `mau: ke-hoach
co_quan: {ten: Ủy ban nhân dân tỉnh Nam Khê}
ky_hieu: KH-UBND
dia_danh: Nam Khê
trich_yeu: Thử một văn bản có sẵn
ky: {quyen_han: TM. ỦY BAN NHÂN DÂN, chuc_vu: [KT. CHỦ TỊCH, PHÓ CHỦ TỊCH], ho_ten: Nguyễn Văn Thử}
noi_nhan: [Các sở]
luu: VT
noi_dung: |
  ` + strings.ReplaceAll(body, "\n", "\n  ") + "\n"
}

// seeds are the real plans; where they are not there, the test is skipped.
func seeds(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(seedFolder, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("the folder shared/seeds is not beside the repository: no real plan has been tried")
	}
	return files
}

// TestSeeds makes documents of the real plans: no error, their headings and clauses told apart, as many
// pages as such a plan has, nothing upon anything else.
func TestSeeds(t *testing.T) {
	for i, file := range seeds(t) {
		t.Run(string(rune('a'+i)), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			checkSeed(t, seedBody(strings.TrimPrefix(string(text), "\uFEFF")))
		})
	}
}

func checkSeed(t *testing.T, body string) {
	t.Helper()
	w := newWorkshop(t)
	src := []byte(seedData(body))
	w.sources.Add("a.yaml", src)
	root, findings := data.Parse("a.yaml", src)
	if findings.HasErrors() {
		t.Fatal(w.print(t, findings))
	}
	jobs, more, err := w.library.Jobs(root, w.standard(t, "nd30"), "a", "")
	if err != nil || more.HasErrors() {
		t.Fatal(err, more)
	}
	_, findings = (&build.Builder{Fonts: w.fonts}).Compose(jobs[0])
	t.Logf("%d findings", len(findings))
	st := w.stages(t, jobs[0])
	var headings, clauses, points int
	doc.Walk(st.Document, func(b doc.Block) {
		switch b.(type) {
		case *doc.Heading:
			headings++
		case *doc.Clause:
			clauses++
		case *doc.Point:
			points++
		}
	})
	for _, c := range []struct {
		what string
		got  int
		form *regexp.Regexp
	}{{"headings", headings, headingLine}, {"clauses", clauses, clauseLine}, {"points", points, pointLine}} {
		if want := len(c.form.FindAllString(body, -1)); c.got != want {
			t.Errorf("%d %s, the text has %d", c.got, c.what, want)
		}
	}
	if headings < 3 {
		t.Errorf("only %d headings", headings)
	}
	words := len(strings.Fields(body))
	t.Logf("%d words, %d pages, %d headings, %d clauses, %d points", words, len(st.Pages.Pages), headings, clauses, points)
	if n := len(st.Pages.Pages); n < words/600 || n > 2+words/250 {
		t.Errorf("%d words on %d pages", words, n)
	}
	for i, p := range st.Pages.Pages {
		for _, fault := range pageFaults(st.Sheet, p) {
			t.Errorf("page %d: %s", i+1, fault)
		}
	}
}

// TestSeedsInLibreOffice compares the pages of the real plans with LibreOffice's.
func TestSeedsInLibreOffice(t *testing.T) {
	needs(t, "soffice", "pdftotext")
	w := newWorkshop(t)
	var ours, theirs [][]byte
	for _, file := range seeds(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		job := w.jobs(t, "nd30", "a.yaml", []byte(seedData(seedBody(strings.TrimPrefix(string(text), "\uFEFF")))))[0]
		docxBytes, pdfBytes, findings := (&build.Builder{Fonts: w.fonts}).Render(job, true, true)
		if findings.HasErrors() {
			t.Fatal(w.print(t, findings))
		}
		ours, theirs = append(ours, pdfBytes), append(theirs, docxBytes)
	}
	dir := t.TempDir()
	for i, file := range convert(t, "pdf", theirs) {
		t.Run(string(rune('a'+i)), func(t *testing.T) {
			own := filepath.Join(dir, "ours.pdf")
			save(t, own, ours[i])
			compareLines(t, layout(t, own), layout(t, file))
		})
	}
}
