package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// oracle runs another program on a document of ours and gives what it prints. Where the program is not
// installed the test is skipped, except in CI, where every oracle must be there.
func oracle(t *testing.T, sample string, program string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is not installed", program)
		}
		t.Skipf("%s is not installed", program)
	}
	d, fonts := samples[sample](t)
	var out bytes.Buffer
	if err := Write(&out, d, fonts); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for i, arg := range args {
		args[i] = strings.ReplaceAll(arg, "FILE", file)
	}
	cmd := exec.Command(path, args...)
	cmd.Env = append(os.Environ(), "TZ=UTC", "LC_ALL=C.UTF-8")
	said, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, said)
	}
	return string(said)
}

func TestOracleQpdf(t *testing.T) {
	for sample := range samples {
		said := oracle(t, sample, "qpdf", "--check", "FILE")
		if strings.Contains(said, "WARNING") || !strings.Contains(said, "No syntax or stream encoding errors") {
			t.Errorf("%s:\n%s", sample, said)
		}
	}
}

// pdftotext in the order of the file must give our lines letter by letter, spaces kept.
func TestOracleText(t *testing.T) {
	for sample := range samples {
		d, _ := samples[sample](t)
		said := oracle(t, sample, "pdftotext", "-raw", "-enc", "UTF-8", "FILE", "-")
		got := strings.Split(strings.TrimRight(strings.ReplaceAll(said, "\f", ""), "\n"), "\n")
		if diff := cmp.Diff(text(d), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", sample, diff)
		}
	}
}

// In the order that pdftotext finds by itself, a page of one column gives the same lines.
func TestOracleTextByLayout(t *testing.T) {
	d, _ := plan(t)
	said := oracle(t, "plan", "pdftotext", "-enc", "UTF-8", "FILE", "-")
	var got []string
	for line := range strings.Lines(strings.ReplaceAll(said, "\f", "")) {
		if line = strings.TrimSuffix(line, "\n"); line != "" {
			got = append(got, line)
		}
	}
	if diff := cmp.Diff(text(d), got); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}

func TestOracleFonts(t *testing.T) {
	rows := strings.Split(strings.TrimSpace(oracle(t, "minutes", "pdffonts", "FILE")), "\n")[2:]
	if len(rows) != 4 {
		t.Errorf("%d faces, want 4", len(rows))
	}
	for _, row := range rows {
		// name, type (two words), encoding, embedded, subset, Unicode
		got := strings.Join(strings.Fields(row)[1:7], " ")
		if got != "CID TrueType Identity-H yes yes yes" {
			t.Errorf("pdffonts says %s", row)
		}
	}
}

func TestOracleInfo(t *testing.T) {
	d, _ := plan(t)
	said := oracle(t, "plan", "pdfinfo", "-l", "10", "FILE")
	got := map[string]string{}
	for line := range strings.Lines(said) {
		if key, value, found := strings.Cut(line, ":"); found {
			got[strings.Join(strings.Fields(key), " ")] = strings.TrimSpace(value)
		}
	}
	for key, want := range map[string]string{
		"Title": d.Title, "Author": d.Author, "Subject": d.Subject, "Keywords": d.Keywords,
		"CreationDate": "Thu Sep 11 01:30:00 2025 UTC", "Pages": "10", "PDF version": "1.7",
		"Page 1 size": "595.276 x 841.89 pts (A4)", "Page 10 size": "841.89 x 595.276 pts (A4)",
	} {
		if got[key] != want {
			t.Errorf("%s is %q, want %q", key, got[key], want)
		}
	}
}
