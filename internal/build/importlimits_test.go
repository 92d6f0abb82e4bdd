package build_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"vanban/internal/build"
	"vanban/internal/diag"
	"vanban/internal/importer"
	"vanban/internal/word"
	. "vanban/internal/word/wordtest"
)

// importText imports a text.
func importText(t *testing.T, w *workshop, text string) ([]*importer.Document, diag.List) {
	t.Helper()
	lines, findings := importer.Lines("a.txt", text)
	if findings.HasErrors() {
		return nil, findings
	}
	documents, more, err := (&build.Builder{Fonts: w.fonts}).Import(w.library, build.Imported{Lines: lines, Fallback: "nd30"})
	if err != nil {
		t.Fatal(err)
	}
	return documents, append(findings, more...)
}

// TestImportLimits: a file with more lines, or more documents and appendices, than a dossier has is refused in one
// finding at the place where the limit was passed.
func TestImportLimits(t *testing.T) {
	w := newWorkshop(t)
	for _, c := range []struct {
		name, text string
		line       int
	}{
		{"lines", strings.Repeat("1. Rà soát.\n", 150_001), 150_001},
		{"appendices", strings.Repeat("PHỤ LỤC I\nDANH MỤC\n1. Rà soát.\n", 2_001), 3*2_000 + 1},
		{"documents", strings.Repeat("THÔNG BÁO\nVề việc nghỉ\n1. Nghỉ.\n./.\n", 2_001), 4*2_000 + 1},
	} {
		documents, findings := importText(t, w, c.text)
		if len(documents) != 0 || len(findings) != 1 || findings[0].ID != importer.IDTooLong || findings[0].Pos.Line != c.line {
			t.Errorf("%s: %d documents, %d findings, first %v", c.name, len(documents), len(findings), findings[:min(1, len(findings))])
		}
	}
}

// TestImportMemory: what is allocated for a text, all in all, is bounded by its length.
func TestImportMemory(t *testing.T) {
	w := newWorkshop(t)
	src, err := os.ReadFile(filepath.Join(fixtureRoot, quirkFolder, "chuan.txt"))
	if err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(string(src), "II. ")
	body, tail, _ := strings.Cut(rest, "III. ")
	long := head + strings.Repeat("II. "+body, 1<<20/len(body)) + "III. " + tail
	importText(t, w, string(src)) // templates and fonts are read once
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	documents, _ := importText(t, w, long)
	runtime.ReadMemStats(&after)
	const most = 250 // bytes for each byte of text
	if used := (after.TotalAlloc - before.TotalAlloc) / uint64(len(long)); len(documents) != 1 || used > most {
		t.Errorf("%d documents, %d bytes were allocated for each byte of text, more than %d", len(documents), used, most)
	}
}

// TestImportLimitsOfWord: a Word file has as many lines as a text.
func TestImportLimitsOfWord(t *testing.T) {
	d, findings := word.Read("a.docx", New(strings.Repeat(P("", T("chợ")), 150_001)).Bytes())
	if d == nil {
		t.Fatal(findings)
	}
	w := newWorkshop(t)
	documents, findings, err := (&build.Builder{Fonts: w.fonts}).Import(w.library, build.Imported{Word: d, Fallback: "nd30"})
	if err != nil || len(documents) != 0 || len(findings) != 1 || findings[0].ID != importer.IDTooLong || findings[0].Pos.Place != "đoạn 150001" {
		t.Errorf("%v, %d documents, %v", err, len(documents), findings[:min(2, len(findings))])
	}
}

// TestImportManyDocuments: what is allocated for a document does not grow with the others of its file.
func TestImportManyDocuments(t *testing.T) {
	w := newWorkshop(t)
	used := func(n int) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		documents, _ := importText(t, w, strings.Repeat("SỞ NỘI VỤ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTHÔNG BÁO\nVề việc nghỉ\n1. Nghỉ lễ hai ngày, trực theo phân công của phòng.\n./.\n", n))
		runtime.ReadMemStats(&after)
		if len(documents) != n {
			t.Fatalf("%d documents, want %d", len(documents), n)
		}
		return after.TotalAlloc - before.TotalAlloc
	}
	used(1) // templates and fonts are read once
	if few, many := used(100), used(1600); many > 20*few {
		t.Errorf("%d bytes were allocated for 100 documents, %d for 1600", few, many)
	}
}

// TestImportManyRuns: a paragraph of very many runs is put together once.
func TestImportManyRuns(t *testing.T) {
	w := newWorkshop(t)
	const runs = 20_000
	p := planOf(P("", strings.Repeat(letters("chợ "), runs)))
	d, findings := word.Read("a.docx", p.Bytes())
	if d == nil {
		t.Fatal(findings)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	documents, _, err := (&build.Builder{Fonts: w.fonts}).Import(w.library, build.Imported{Word: d, Fallback: "nd30"})
	runtime.ReadMemStats(&after)
	const most = 3000 // bytes for each run, and those of the templates
	if used := (after.TotalAlloc - before.TotalAlloc) / runs; err != nil || len(documents) != 1 || used > most {
		t.Errorf("%v, %d documents, %d bytes were allocated for each run, more than %d", err, len(documents), used, most)
	}
}
