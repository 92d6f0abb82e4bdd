package build_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"vanban/internal/build"
	"vanban/internal/data"
)

// The benchmarks go from parsed data and a parsed template to bytes, as a run over many records does.
// Targets, warm and on one core: minutes DOCX 2 ms, PDF 10 ms; ten-page plan DOCX 8 ms, PDF 20 ms; the
// whole process 150 ms; the binary 40 MB.

func BenchmarkMinutesDOCX(b *testing.B) { bench(b, minutes(b), true, false) }
func BenchmarkMinutesPDF(b *testing.B)  { bench(b, minutes(b), false, true) }
func BenchmarkPlanDOCX(b *testing.B)    { bench(b, tenPages(b), true, false) }
func BenchmarkPlanPDF(b *testing.B)     { bench(b, tenPages(b), false, true) }

func bench(b *testing.B, src []byte, docx, pdf bool) {
	w := newWorkshop(b)
	job := w.jobs(b, "nd30", "a.yaml", src)[0]
	pages := len(w.stages(b, job).Pages.Pages)
	builder := &build.Builder{Fonts: w.fonts}
	size := 0
	for b.Loop() {
		docxBytes, pdfBytes, findings := builder.Render(job, docx, pdf)
		if findings.HasErrors() {
			b.Fatal(findings)
		}
		size = len(docxBytes) + len(pdfBytes)
	}
	b.ReportMetric(float64(pages), "pages")
	b.ReportMetric(float64(size)/1024, "KiB")
}

// minutes is the fixture of one page.
func minutes(b *testing.B) []byte {
	return fixtureFile(b, "bien-ban/bien-ban-mot-trang.yaml")
}

// tenPages is a plan of ten pages with its two appendices: the fixture, its tasks repeated under new names.
func tenPages(b *testing.B) []byte {
	b.Helper()
	src := fixtureFile(b, "ke-hoach/ke-hoach-lo-trinh.yaml")
	root, findings := data.Parse("a.yaml", src)
	if findings.HasErrors() {
		b.Fatal(findings)
	}
	// The tasks are the lines between their key and the next one at the margin.
	from, to := root.Field("nhiem_vu").Pos.Line, root.KeyPos("giai_doan").Line
	out := linesOf(src, 1, to)
	for range 2 {
		out = append(out, linesOf(src, from, to)...)
	}
	return append(out, linesOf(src, to, 1<<30)...)
}

// linesOf gives the lines from one, counted from 1, up to before another.
func linesOf(src []byte, from, to int) []byte {
	var out []byte
	line := 1
	for _, c := range src {
		if line >= from && line < to {
			out = append(out, c)
		}
		if c == '\n' {
			line++
		}
	}
	return out
}

// BenchmarkProcess is `vanban render` of the plan fixture to both formats, from the start of the process to
// its end; it reports the size of the binary too.
func BenchmarkProcess(b *testing.B) {
	dir := b.TempDir()
	program := filepath.Join(dir, "vanban.exe")
	if out, err := exec.Command("go", "build", "-o", program, "vanban/cmd/vanban").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	input := filepath.Join(dir, "a.yaml")
	if err := os.WriteFile(input, fixtureFile(b, "ke-hoach/ke-hoach-lo-trinh.yaml"), 0o600); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if out, err := exec.Command(program, "render", input).CombinedOutput(); err != nil {
			b.Fatalf("%v: %s", err, out)
		}
	}
	info, err := os.Stat(program)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(info.Size())/1e6, "MB")
}
