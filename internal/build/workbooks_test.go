package build_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"vanban/internal/docx/docxtest"
)

// Workbooks under fixtures/ are made from texts beside them («ke-hoach.xlsx.txt»), which a reviewer can read:
//
//	// a remark
//	== Tên trang tính        begins a sheet
//	@gop A1:C1               merges cells
//	@chon C2:C9 khan,hoa-toc gives cells a drop-down list
//	a | b | c                a row; blank where nothing stands
//
// A cell is text; «¶» ends a line in it. «#46086» is a number, «#46086;dd/mm/yyyy» one with a format,
// «=A1+1;12» a formula with the value that Excel last reckoned.
const bookSource = ".xlsx.txt"

// bookSources finds the texts that workbooks are made from.
func bookSources(t testing.TB) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(fixtureRoot, func(file string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(file, bookSource) {
			out = append(out, file)
		}
		return err
	})
	if err != nil || len(out) == 0 {
		t.Fatal(err, len(out))
	}
	return out
}

// writeWorkbooks makes the workbooks anew where their content is another than before.
func writeWorkbooks(t testing.TB) {
	t.Helper()
	for _, file := range bookSources(t) {
		made := bookOf(t, file)
		target := strings.TrimSuffix(file, ".txt")
		if old, err := os.ReadFile(target); err == nil && cmp.Equal(bookParts(t, old), bookParts(t, made)) {
			continue
		}
		if err := os.WriteFile(target, made, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestWorkbooksAreTheirSources demands that no workbook was changed beside its text.
func TestWorkbooksAreTheirSources(t *testing.T) {
	for _, file := range bookSources(t) {
		got, err := os.ReadFile(strings.TrimSuffix(file, ".txt"))
		if err != nil {
			t.Errorf("%v: run go test ./internal/build -update", err)
			continue
		}
		if len(got) > 50_000 {
			t.Errorf("%s: %d bytes", file, len(got))
		}
		if diff := cmp.Diff(bookParts(t, bookOf(t, file)), bookParts(t, got)); diff != "" {
			t.Errorf("%s: rewritten with -update (-text +workbook):\n%s", filepath.Base(file), diff)
		}
	}
}

// bookParts are the parts of a workbook, without how they were compressed.
func bookParts(t testing.TB, b []byte) map[string]string {
	t.Helper()
	_, raw := docxtest.Unpack(t, b)
	out := map[string]string{}
	for name, part := range raw {
		out[name] = string(part)
	}
	return out
}

// book is a workbook while it is made.
type book struct {
	t      testing.TB
	file   *excelize.File
	sheet  string
	row    int
	styles map[string]int
}

func bookOf(t testing.TB, file string) []byte {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	b := &book{t: t, file: excelize.NewFile(), styles: map[string]int{}}
	for line := range strings.Lines(string(src)) {
		b.line(strings.TrimRight(line, "\r\n"))
	}
	const born = "2026-03-05T00:00:00Z"
	b.must(b.file.SetDocProps(&excelize.DocProperties{Creator: "văn thư", LastModifiedBy: "văn thư", Created: born, Modified: born}))
	b.must(b.file.SetAppProps(&excelize.AppProperties{Application: "vanban"}))
	var out bytes.Buffer
	b.must(b.file.Write(&out))
	return out.Bytes()
}

func (b *book) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatalf("%s, row %d: %v", b.sheet, b.row, err)
	}
}

func (b *book) line(line string) {
	word, rest, _ := strings.Cut(line, " ")
	switch word {
	case "//":
	case "==":
		b.newSheet(rest)
	case "@gop":
		from, to, _ := strings.Cut(rest, ":")
		b.must(b.file.MergeCell(b.sheet, from, to))
	case "@chon":
		cells, list, _ := strings.Cut(rest, " ")
		dv := excelize.NewDataValidation(true)
		dv.SetSqref(cells)
		b.must(dv.SetDropList(strings.Split(list, ",")))
		b.must(b.file.AddDataValidation(b.sheet, dv))
	default:
		b.row++
		for i, text := range strings.Split(line, "|") {
			at, err := excelize.CoordinatesToCellName(i+1, b.row)
			b.must(err)
			b.cell(at, strings.ReplaceAll(strings.TrimSpace(text), "¶", "\n"))
		}
	}
}

func (b *book) newSheet(name string) {
	if b.sheet == "" {
		b.must(b.file.SetSheetName("Sheet1", name))
	} else {
		_, err := b.file.NewSheet(name)
		b.must(err)
	}
	b.sheet, b.row = name, 0
	b.must(b.file.SetColWidth(name, "A", "H", 22))
}

func (b *book) cell(at, text string) {
	if text == "" {
		return
	}
	head, tail, _ := strings.Cut(text[1:], ";")
	switch text[0] {
	case '#':
		_, err := strconv.ParseFloat(head, 64)
		b.must(err)
		b.must(b.file.SetCellDefault(b.sheet, at, head))
		if tail != "" {
			b.must(b.file.SetCellStyle(b.sheet, at, at, b.style(tail)))
		}
	case '=':
		b.must(b.file.SetCellDefault(b.sheet, at, tail))
		b.must(b.file.SetCellFormula(b.sheet, at, head))
	default:
		b.must(b.file.SetCellStr(b.sheet, at, text))
	}
}

// style gives the style of a number format.
func (b *book) style(format string) int {
	if id, ok := b.styles[format]; ok {
		return id
	}
	id, err := b.file.NewStyle(&excelize.Style{CustomNumFmt: &format})
	b.must(err)
	b.styles[format] = id
	return id
}
