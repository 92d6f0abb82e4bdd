package build_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"vanban/internal/docx/docxtest"
	"vanban/internal/golden"
)

// needs finds outside programs. Where one is missing the test is skipped, but not in CI.
func needs(t *testing.T, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err == nil {
			continue
		}
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is not installed", p)
		}
		t.Skipf("%s is not installed: nobody else has looked at the documents", p)
	}
}

// said runs a program and gives what it prints.
func said(t *testing.T, program string, args ...string) string {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

func save(t *testing.T, file string, b []byte) {
	t.Helper()
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// convert has LibreOffice turn DOCX files into a format, all in one run, and gives the new files.
func convert(t *testing.T, format string, all [][]byte) []string {
	t.Helper()
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"),
		"--headless", "--convert-to", format, "--outdir", filepath.Join(dir, "out")}
	var out []string
	for i, b := range all {
		in := filepath.Join(dir, fmt.Sprintf("%d.docx", i))
		save(t, in, b)
		args = append(args, in)
		out = append(out, filepath.Join(dir, "out", fmt.Sprintf("%d.%s", i, format)))
	}
	said(t, "soffice", args...)
	return out
}

// layout gives the lines of each page of a PDF, blanks made one space.
func layout(t *testing.T, file string) [][]string {
	t.Helper()
	var out [][]string
	pages := strings.Split(said(t, "pdftotext", "-layout", "-enc", "UTF-8", file, "-"), "\f")
	for _, page := range pages[:len(pages)-1] { // a form feed ends each page
		var lines []string
		for line := range strings.Lines(page) {
			if line = plainSpaces(line); line != "" {
				lines = append(lines, line)
			}
		}
		out = append(out, lines)
	}
	return out
}

// TestLibreOfficeAgrees has LibreOffice turn the DOCX of every fixture into a PDF: the pages must be as
// many as in ours, and 99 lines in 100 the same on the same page.
func TestLibreOfficeAgrees(t *testing.T) {
	needs(t, "soffice", "pdftotext")
	docs := documents(t)
	var all [][]byte
	for _, m := range docs {
		all = append(all, m.DOCX)
	}
	theirs := convert(t, "pdf", all)
	dir := t.TempDir()
	for i, m := range docs {
		t.Run(m.Name, func(t *testing.T) {
			file := filepath.Join(dir, "ours.pdf")
			save(t, file, m.PDF)
			compareLines(t, layout(t, file), layout(t, theirs[i]))
		})
	}
}

func compareLines(t *testing.T, ours, theirs [][]string) {
	t.Helper()
	if len(ours) != len(theirs) {
		t.Errorf("%d pages, LibreOffice has %d", len(ours), len(theirs))
	}
	all, bad := 0, 0
	for i, page := range ours {
		left := map[string]int{}
		if i < len(theirs) {
			for _, line := range theirs[i] {
				left[line]++
			}
		}
		for _, line := range page {
			all++
			if left[line] == 0 {
				bad++
				t.Logf("page %d, only ours: %s", i+1, line)
			}
			left[line]--
		}
		for line, n := range left {
			if n > 0 {
				t.Logf("page %d, only LibreOffice's: %s", i+1, line)
			}
		}
	}
	if bad*100 > all {
		t.Errorf("%d of %d lines differ", bad, all)
	}
}

// TestPDFReaders has qpdf check the file, pdffonts its fonts, and pdftotext read it back: line by line the
// words of the pages, and every word of the merged text.
func TestPDFReaders(t *testing.T) {
	needs(t, "qpdf", "pdffonts", "pdftotext")
	for _, m := range documents(t) {
		t.Run(m.Name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "a.pdf")
			save(t, file, m.PDF)
			if check := said(t, "qpdf", "--check", file); strings.Contains(check, "WARNING") ||
				!strings.Contains(check, "No syntax or stream encoding errors") {
				t.Error(check)
			}
			checkFonts(t, said(t, "pdffonts", file))
			read := said(t, "pdftotext", "-raw", "-enc", "UTF-8", file, "-")
			checkRead(t, m, strings.Split(strings.ReplaceAll(read, "\f", ""), "\n"))
		})
	}
}

func checkFonts(t *testing.T, table string) {
	t.Helper()
	rows := strings.Split(strings.TrimSpace(table), "\n")
	if len(rows) < 3 {
		t.Errorf("no fonts:\n%s", table)
		return
	}
	for _, row := range rows[2:] {
		// name, type (two words), encoding, embedded, subset, Unicode
		if f := strings.Fields(row); len(f) < 7 || f[4] != "yes" || f[5] != "yes" || f[6] != "yes" {
			t.Errorf("not embedded, subset and readable: %s", row)
		}
	}
}

func checkRead(t *testing.T, m golden.Document, read []string) {
	t.Helper()
	var got, want strings.Builder
	for _, line := range read {
		got.WriteString(strings.Join(strings.Fields(line), ""))
	}
	for _, p := range m.Stages.Pages.Pages {
		for _, l := range p.Lines {
			want.WriteString(strings.Join(strings.Fields(lineText(l)), ""))
		}
	}
	if got.String() != want.String() {
		t.Errorf("pdftotext reads\n%s\nfor\n%s", got.String(), want.String())
	}
	folded := strings.ToUpper(got.String())
	for _, word := range mergedWords(m.Stages.Text.Text) {
		if !strings.Contains(folded, strings.ToUpper(word)) {
			t.Errorf("%q of the merged text is not in the PDF", word)
		}
	}
}

// mergedWords are the words of official text, its marks and directives left out.
func mergedWords(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, ":") {
			continue
		}
		line = strings.NewReplacer(`\`, "", "*", "", "|", " ").Replace(line)
		for _, word := range strings.Fields(line) {
			if strings.Trim(word, ":-^#<>") != "" { // the line below a table's header row
				out = append(out, strings.TrimRight(word, ".;"))
			}
		}
	}
	return out
}

// TestLibreOfficeRoundTrip has LibreOffice write each DOCX anew: the text and the page header must survive.
func TestLibreOfficeRoundTrip(t *testing.T) {
	needs(t, "soffice")
	docs := documents(t)
	var all [][]byte
	for _, m := range docs {
		all = append(all, m.DOCX)
	}
	for i, file := range convert(t, "docx", all) {
		t.Run(docs[i].Name, func(t *testing.T) {
			again, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			before, after := partTexts(t, docs[i].DOCX), partTexts(t, again)
			if docs[i].Stages.Sheet.Sections[0].PageNumber.Style != nil && !strings.Contains(before["header"], "PAGE") {
				t.Error("no header counts the pages")
			}
			if before["document"] != after["document"] {
				t.Errorf("the text was\n%s\nand is now\n%s", before["document"], after["document"])
			}
			for _, kind := range []string{"header", "footer"} {
				if before[kind] != after[kind] {
					t.Errorf("the %s was %q and is now %q", kind, before[kind], after[kind])
				}
			}
		})
	}
}

// partTexts gives the text of the document, and of its headers and footers each text once, fields by
// their code.
func partTexts(t *testing.T, data []byte) map[string]string {
	t.Helper()
	out := map[string]string{}
	names, raw := docxtest.Unpack(t, data)
	for _, name := range names {
		base := strings.TrimPrefix(name, "word/")
		kind := strings.TrimRight(strings.TrimSuffix(base, ".xml"), "0123456789")
		if base == name || kind != "document" && kind != "header" && kind != "footer" {
			continue
		}
		root := docxtest.Parse(t, name, raw[name])
		text := strings.Join(paragraphsOf(root), "\n")
		for _, f := range root.All("w:instrText") {
			text = "[" + plainSpaces(f.Text) + "]" // the number shown beside it is whatever was counted last
		}
		for _, f := range root.All("w:fldSimple") {
			text = "[" + plainSpaces(f.Attrs["w:instr"]) + "]"
		}
		if text != "" && !strings.Contains(out[kind], text) {
			out[kind] += text + "\n"
		}
	}
	return out
}
