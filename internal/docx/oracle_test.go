package docx

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"vanban/internal/docx/docxtest"
	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// tool finds an outside program. Where it is missing the test is skipped, but not in CI.
func tool(t *testing.T, name string) string {
	t.Helper()
	found, err := exec.LookPath(name)
	if err == nil {
		return found
	}
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is not installed", name)
	}
	t.Skipf("%s is not installed: nobody else has looked at the file", name)
	return ""
}

// convert has LibreOffice turn the sheet into a format, and gives the new file's path.
func convert(t *testing.T, s *sheet.Sheet, format string) string {
	t.Helper()
	office := tool(t, "soffice")
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.docx"), filepath.Join(dir, "out")
	if err := os.WriteFile(in, written(t, s), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
		"--convert-to", format, "--outdir", out, in)
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	return filepath.Join(out, "in."+format)
}

func output(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(tool(t, name), args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestLibreOfficeReads(t *testing.T) {
	pdf := convert(t, plan(14, 8), "pdf")
	pages := strings.Split(output(t, "pdftotext", "-layout", pdf, "-"), "\f")
	if len(pages) != 4+1 {
		t.Fatalf("%d pages, want 4", len(pages)-1)
	}
	first := func(page string) string {
		return strings.TrimSpace(strings.SplitN(strings.TrimLeft(page, "\n "), "\n", 2)[0])
	}
	for i, want := range []string{"ỦY BAN NHÂN DÂN", "2", "3", "Phụ lục"} {
		if !strings.HasPrefix(first(pages[i]), want) {
			t.Errorf("page %d begins with %q, want %q", i+1, first(pages[i]), want)
		}
	}
	for i, want := range []string{"Độc lập - Tự do - Hạnh phúc", "Điều 3.", "Lê Văn Thử", "Các xã, phường"} {
		if !strings.Contains(pages[i], want) {
			t.Errorf("page %d does not hold %q", i+1, want)
		}
	}
	if !strings.Contains(pages[0], "ĐT: 0123 456 789") || strings.Contains(pages[1], "ĐT:") || strings.Contains(pages[3], "ĐT:") {
		t.Error("the foot does not stand on the first page alone")
	}
}

// TestLibreOfficeRoundTrip lets LibreOffice write the document anew: what it keeps, it has understood.
func TestLibreOfficeRoundTrip(t *testing.T) {
	docx := convert(t, plan(14, 8), "docx")
	data, err := os.ReadFile(docx)
	if err != nil {
		t.Fatal(err)
	}
	_, parts := docxtest.Unpack(t, data)
	var all strings.Builder
	for _, name := range []string{"header1.xml", "header2.xml", "header3.xml", "footer1.xml", "footer2.xml", "document.xml", "styles.xml"} {
		all.Write(parts["word/"+name])
	}
	for _, want := range []string{"PAGE", "ĐT: 0123 456 789", "HỎA TỐC", `w:val="Quốc hiệu"`, "w:tblHeader", "w:cantSplit",
		"w:titlePg", `w:val="vi-VN"`, `<w:outlineLvl w:val="0"/>`} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("LibreOffice has lost %q", want)
		}
	}
	edited, known, err := Edited(bytes.NewReader(data), int64(len(data)))
	if !edited || !known || err != nil {
		t.Errorf("saved by another program: edited %v, known %v, %v", edited, known, err)
	}
}

// mark is a straight horizontal line found on a page, in millimetres from the paper's top left.
type mark struct{ x1, x2, y float64 }

// lines finds the straight horizontal lines on the first page of a sheet, longer than any stroke of a letter.
func lines(t *testing.T, s *sheet.Sheet) []mark {
	t.Helper()
	const dpi = 600
	pdf := convert(t, s, "pdf")
	root := strings.TrimSuffix(pdf, ".pdf")
	output(t, "pdftoppm", "-gray", "-r", fmt.Sprint(dpi), "-f", "1", "-l", "1", "-singlefile", pdf, root)
	data, err := os.ReadFile(root + ".pgm")
	if err != nil {
		t.Fatal(err)
	}
	var wide, high, deep int
	if _, err := fmt.Sscanf(string(data[:40]), "P5\n%d %d\n%d", &wide, &high, &deep); err != nil {
		t.Fatal(err)
	}
	pixels := data[len(data)-wide*high:]
	var out []mark
	for y := range high {
		row := pixels[y*wide : (y+1)*wide]
		for x := 0; x < wide; x++ {
			from := x
			for x < wide && row[x] < 200 {
				x++
			}
			if x-from < dpi/3 {
				continue
			}
			m := mark{float64(from) * 25.4 / dpi, float64(x) * 25.4 / dpi, (float64(y) + 0.5) * 25.4 / dpi}
			out = join(out, m)
		}
	}
	return out
}

// join adds a run of dark pixels to the lines, or to the line that it is a further row of.
func join(lines []mark, m mark) []mark {
	for i, l := range lines {
		if m.y-l.y < 0.3 && m.x1 < l.x2 && l.x1 < m.x2 {
			lines[i] = mark{min(l.x1, m.x1), max(l.x2, m.x2), (l.y + m.y) / 2}
			return lines
		}
	}
	return append(lines, m)
}

func checkMark(t *testing.T, what string, got mark, x1, x2, y float64) {
	t.Helper()
	if math.Abs(got.x1-x1) > 0.3 || math.Abs(got.x2-x2) > 0.3 || math.Abs(got.y-y) > 0.3 {
		t.Errorf("%s: from %.2f to %.2f at %.2f mm, want %.2f to %.2f at %.2f", what, got.x1, got.x2, got.y, x1, x2, y)
	}
}

// TestLibreOfficeRules measures the drawn rules where a row of a header table, a space before and a line
// spacing push them about.
func TestLibreOfficeRules(t *testing.T) {
	s := newStyles()
	spaced := ruled(para(s.heading, "Về việc thử"), 40)
	spaced.SpaceBefore = 6 * unit.Pt
	s.head.Line.Multiple, s.head.After = 360, 6*unit.Pt
	inset := ruled(para(s.head, "Lệch phải"), 30)
	inset.IndentLeft = 20 * unit.MM
	got := lines(t, one(s, headerTable(s), spaced, inset))
	if len(got) != 4 {
		t.Fatalf("%d lines, want 4: %v", len(got), got)
	}
	line := func(size float64) float64 { return (unit.FromPoints(size) * 2355 / 2048).Millimetres() }
	pt := unit.Pt.Millimetres()
	head := 20 + line(13) + line(13) + 2*pt
	checkMark(t, "issuer", got[0], 30+32.5-10, 30+32.5+10, head)
	checkMark(t, "motto", got[1], 95+50-30.25, 95+50+30.25, 20+line(13)+line(14)+2*pt)
	under := 20 + line(13) + line(14) + 10*pt + line(14)
	title := under + 18*pt + line(14)
	checkMark(t, "abstract", got[2], 30+82.5-20, 30+82.5+20, title+2*pt)
	checkMark(t, "inset", got[3], 30+92.5-15, 30+92.5+15, title+6*pt+1.5*line(12)+2*pt)
}

// TestLibreOfficeFrames measures a frame, in the text's column and in a cell, and the edges of tables.
func TestLibreOfficeFrames(t *testing.T) {
	s := newStyles()
	s.mark.Font.Color = ""
	frame := func() *sheet.Paragraph {
		p := para(s.mark, "HỎA TỐC")
		p.Box = &sheet.Box{Width: 30 * unit.MM, Height: 8 * unit.MM, Weight: unit.Pt}
		return p
	}
	holder := headerTable(s)
	holder.Rows = holder.Rows[:1]
	holder.PadX = 2 * unit.MM
	holder.Rows[0].Cells[0].Blocks = []sheet.Block{frame()}
	holder.Rows[0].Cells[1].Blocks = []sheet.Block{para(s.nation, "CỘNG HÒA")}
	grid := gridTable(s, 1)
	grid.Columns = []unit.Length{20 * unit.MM, 60 * unit.MM, 30 * unit.MM, 45 * unit.MM}
	grid.Indent = 5 * unit.MM
	got := lines(t, one(s, frame(), holder, para(s.body, "x"), grid))
	if len(got) != 7 {
		t.Fatalf("%d lines, want 7: %v", len(got), got)
	}
	for i, middle := range []float64{30 + 82.5, 30 + 32.5} {
		top, bottom := got[2*i], got[2*i+1]
		if h := bottom.y - top.y; math.Abs(h-8) > 0.6 {
			t.Errorf("frame %d is %.2f mm high", i, h)
		}
		checkMark(t, "frame", top, middle-15, middle+15, top.y)
	}
	for _, m := range got[4:] {
		checkMark(t, "table", m, 35, 35+155, m.y)
	}
}
