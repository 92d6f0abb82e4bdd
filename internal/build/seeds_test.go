package build_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/doc"
	"vanban/internal/importer"
	"vanban/internal/markup"
	"vanban/internal/viet"
	"vanban/internal/word"
)

// seedFolder holds real plans as text, beside the repository; they are read where they are, never copied.
const seedFolder = "../../../shared/seeds"

// seedFacts are what a person counted in the real plans, file by file in the order of their names.
//
// How it was counted, on the text opened in an editor: sections are the lines that begin with a Roman number and
// a full stop; tasks are the numbered headings that have a line for who leads (Đơn vị chủ trì) under them; units
// are the bodies named in the line for who helps (Đơn vị phối hợp) of each task, where a comma, a semicolon or
// «và» that another body's or group's name follows begins the next; recipients are the dashes under Nơi nhận,
// the line of the file copy left out. missing are keys that the document does not have and its template demands.
type seedFacts struct {
	sections, recipients int
	units                []int // of each task
	missing              []string
	outside              int // lines that are a portal's
	header               map[string]string
}

func facts() []seedFacts {
	noHeader := []string{"co_quan", "ky_hieu", "dia_danh"}
	return []seedFacts{
		{sections: 4, recipients: 8, units: []int{7, 3, 6, 6, 7}, missing: noHeader},
		{sections: 5, recipients: 5, units: []int{1, 7, 2, 5, 5, 6}, missing: noHeader},
		{sections: 4, recipients: 5, missing: []string{"co_quan"}, header: map[string]string{"ky_hieu": "KH-UBND", "ngay": "2021-08"}},
		{sections: 5, recipients: 6, missing: []string{"co_quan"}, header: map[string]string{"ky_hieu": "KH-UBND", "ngay": "2024-04"}},
		{sections: 6, recipients: 8, units: []int{1, 6, 4, 5, 4, 2}, outside: 13,
			header: map[string]string{"so": "240", "ky_hieu": "KH-UBND", "dia_danh": "Lạng Sơn", "ngay": "2025-09-11", "luu": "VT, KGVX(HTHT)"}},
	}
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
	if len(files) != len(facts()) {
		t.Fatalf("%d plans, %d were counted by a person", len(files), len(facts()))
	}
	return files
}

// seed is a real plan on its way from text to pages.
type seed struct {
	source    string
	document  *importer.Document
	findings  diag.List
	job       build.Job
	docx, pdf []byte
}

// imported imports a real plan and renders it, with what it lacks taken from an office file, as an office would.
func (w *workshop) imported(t *testing.T, file string) seed {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text, findings := importer.Text("van-ban.txt", src, "")
	lines, more := importer.Lines("van-ban.txt", text)
	findings = append(findings, more...)
	documents, more, err := (&build.Builder{Fonts: w.fonts}).Import(w.library, build.Imported{Lines: lines, Fallback: "nd30"})
	if err != nil || len(documents) != 1 {
		t.Fatal(err, len(documents), more)
	}
	s := seed{source: text, document: documents[0], findings: append(findings, more...)}
	src = importer.YAML(documents)
	w.sources.Add("a.yaml", src)
	root, more := data.Parse("a.yaml", src)
	if more.HasErrors() {
		t.Fatal(w.print(t, more))
	}
	lacking, _ := data.Parse("co-quan.yaml", []byte("co_quan: {ten: [ỦY BAN NHÂN DÂN, TỈNH NAM KHÊ]}\nky_hieu: KH-UBND\ndia_danh: Nam Khê\n"))
	jobs, more, err := w.library.Jobs(data.Merge(lacking, root), w.standard(t, "nd30"), "a", "")
	if err != nil || more.HasErrors() || len(jobs) != 1 {
		t.Fatal(err, w.print(t, more))
	}
	s.job = jobs[0]
	s.docx, s.pdf, more = (&build.Builder{Fonts: w.fonts}).Render(s.job, true, true)
	if more.HasErrors() {
		t.Fatal(w.print(t, more))
	}
	return s
}

// TestSeeds imports and renders the real plans: every word comes out, in order; the counts are those of a person;
// nothing stands upon anything else on the pages.
func TestSeeds(t *testing.T) {
	w := newWorkshop(t)
	for i, file := range seeds(t) {
		t.Run(string(rune('a'+i)), func(t *testing.T) {
			s := w.imported(t, file)
			want := s.words()
			sameWords(t, "DOCX", want, docxWords(t, s.docx))
			t.Logf("%d words", len(want))
			s.check(t, facts()[i])
			st := w.stages(t, s.job)
			for k, p := range st.Pages.Pages {
				for _, fault := range pageFaults(st.Sheet, p) {
					t.Errorf("page %d: %s", k+1, fault)
				}
			}
		})
	}
}

// TestSeedsInPDF reads the PDF of each real plan back: every word, in order.
func TestSeedsInPDF(t *testing.T) {
	needs(t, "pdftotext")
	w := newWorkshop(t)
	for i, file := range seeds(t) {
		t.Run(string(rune('a'+i)), func(t *testing.T) {
			s := w.imported(t, file)
			out := filepath.Join(t.TempDir(), "a.pdf")
			save(t, out, s.pdf)
			var text strings.Builder
			for n, page := range strings.Split(said(t, "pdftotext", "-raw", "-enc", "UTF-8", out, "-"), "\f") {
				number, rest, _ := strings.Cut(page, "\n")
				if n == 0 || strings.TrimSpace(number) != strconv.Itoa(n+1) {
					rest = page
				}
				text.WriteString(rest)
			}
			sameWords(t, "PDF", s.words(), fromTitle(wordsOf(text.String())))
		})
	}
}

// TestSeedsInLibreOffice compares the pages of the real plans with LibreOffice's.
func TestSeedsInLibreOffice(t *testing.T) {
	needs(t, "soffice", "pdftotext")
	w := newWorkshop(t)
	var ours, theirs [][]byte
	for _, file := range seeds(t) {
		s := w.imported(t, file)
		ours, theirs = append(ours, s.pdf), append(theirs, s.docx)
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

// words are those of the source from the type's name on, as they stand in the file: what findings say was left
// out is left out, and so are the stars of Markdown; a word broken behind its hyphen goes together.
func (s seed) words() []string {
	dropped := map[int]bool{}
	for _, f := range s.findings {
		switch f.ID {
		case importer.IDOutside, importer.IDPage, importer.IDRule:
			dropped[f.Pos.Line] = true
		}
	}
	lines := strings.Split(viet.NFC(s.source), "\n")
	for i := range lines {
		if dropped[i+1] {
			lines[i] = ""
		} else if rest, item := strings.CutPrefix(strings.TrimSpace(lines[i]), "* "); item {
			lines[i] = "\\ " + rest
		}
	}
	text := strings.ReplaceAll(strings.Join(lines, "\n"), "*", "")
	return fromTitle(wordsOf(strings.ReplaceAll(text, "\\", "*")))
}

// wordsOf are the words of lines; one that a line breaks behind its hyphen goes together.
func wordsOf(text string) []string {
	var out []string
	broken := false
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		if broken {
			out[len(out)-1] += words[0]
			words = words[1:]
		}
		out = append(out, words...)
		broken = brokenWord.MatchString(strings.TrimSpace(line))
	}
	return out
}

var brokenWord = regexp.MustCompile(`[\p{L}\d]-$`)

// fromTitle are the words from the type's name on, blanks before marks closed.
func fromTitle(words []string) []string {
	at := slices.Index(words, "HOẠCH")
	var out []string
	for _, w := range words[at+1:] {
		if n := len(out); n > 0 && strings.Trim(w, ";:.,") == "" {
			out[n-1] += w
			continue
		}
		out = append(out, w)
	}
	return out
}

// docxWords are the words of a Word file from the type's name on.
func docxWords(t *testing.T, src []byte) []string {
	t.Helper()
	d, findings := word.Read("a.docx", src)
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	var out []string
	for _, p := range word.Paragraphs(d.Body) {
		out = append(out, strings.Fields(p.Text())...)
	}
	return fromTitle(out)
}

func sameWords(t *testing.T, what string, want, got []string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("words of the source and of the %s (-source +%s):\n%s", what, what, diff)
	}
}

// check holds the data against what a person counted.
func (s seed) check(t *testing.T, want seedFacts) {
	t.Helper()
	root := s.document.Data
	var missing []string
	outside := 0
	for _, f := range s.findings {
		switch {
		case f.ID == importer.IDMissing:
			missing = append(missing, f.Hints[0])
		case f.ID == importer.IDOutside:
			outside++
		case f.Severity == diag.Error, f.ID == importer.IDChanged:
			t.Errorf("%v: %s", f.Pos, f.Message)
		}
	}
	for i, key := range want.missing {
		if i >= len(missing) || !strings.Contains(missing[i], "«"+key+"»") {
			t.Errorf("missing %v, want %v", missing, want.missing)
			break
		}
	}
	if len(missing) != len(want.missing) || outside != want.outside {
		t.Errorf("%d keys missing and %d lines left out, want %d and %d", len(missing), outside, len(want.missing), want.outside)
	}
	sections := 0
	content, _ := markup.Parse(root.Field("noi_dung").Text, markup.Source{At: func(int, int) diag.Pos { return diag.Pos{} }})
	doc.Walk(&doc.Document{Body: content.Body}, func(b doc.Block) {
		if _, ok := b.(*doc.Heading); ok {
			sections++
		}
	})
	if sections != want.sections {
		t.Errorf("%d sections, want %d", sections, want.sections)
	}
	if n := len(root.Field("noi_nhan").Items); n != want.recipients {
		t.Errorf("%d recipients, want %d", n, want.recipients)
	}
	var units []int
	if tasks := root.Field("nhiem_vu"); tasks != nil {
		for _, task := range tasks.Items {
			units = append(units, max(1, len(task.Field("phoi_hop").Items)))
			if task.Field("chu_tri") == nil || task.Field("thoi_gian") == nil {
				t.Errorf("task «%s» has no leader or no time", task.Field("ten").Text)
			}
		}
	}
	if diff := cmp.Diff(want.units, units); diff != "" {
		t.Errorf("units of the tasks (-want +got):\n%s", diff)
	}
	for key, text := range want.header {
		if n := root.Field(key); n == nil || n.Text != text {
			t.Errorf("%s is %v, want %q", key, n, text)
		}
	}
}
