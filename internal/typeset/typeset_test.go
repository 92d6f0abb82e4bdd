package typeset_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/diag"
	"vanban/internal/font"
	"vanban/internal/sheet"
	"vanban/internal/typeset"
	"vanban/internal/unit"
)

// set typesets a sheet that must have no findings.
func set(t testing.TB, s *sheet.Sheet) *typeset.Document {
	t.Helper()
	d, findings := typeset.Typeset(s, embedded(t))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return d
}

// text gives the words of a line.
func text(l typeset.Line) string {
	var b strings.Builder
	for _, s := range l.Spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// texts gives the lines of all pages, in order.
func texts(d *typeset.Document) []string {
	var out []string
	for _, p := range d.Pages {
		for _, l := range p.Lines {
			out = append(out, text(l))
		}
	}
	return out
}

// inside checks that every line stands within the margins of its page.
func inside(t *testing.T, d *typeset.Document, margin sheet.Page) {
	t.Helper()
	const slack = unit.Pt / 2
	for i, p := range d.Pages {
		for _, l := range p.Lines {
			last := l.Spans[len(l.Spans)-1]
			if l.Spans[0].X < margin.Left-slack || last.X+last.Width > p.Width-margin.Right+slack {
				t.Errorf("page %d: «%s» stands out to the side", i+1, text(l))
			}
			if l.Baseline > p.Height-margin.Bottom {
				t.Errorf("page %d: «%s» stands out below", i+1, text(l))
			}
		}
	}
}

// The signature is never split, never alone, and has two lines of the body on its page, or all of it.
func TestSignatureIsNeverAlone(t *testing.T) {
	for _, perParagraph := range []int{1, 2, 3, 7, 50} {
		for lines := 1; lines <= 120; lines++ {
			d := set(t, letter(lines, perParagraph))
			last := d.Pages[len(d.Pages)-1]
			body, block := 0, 0
			for _, l := range last.Lines {
				if strings.HasPrefix(text(l), "dòng") {
					body++
				}
				if strings.HasPrefix(text(l), "ký") {
					block++
				}
			}
			if block != 8 {
				t.Errorf("%d lines in paragraphs of %d: %d of 8 lines of the signature on the last page", lines, perParagraph, block)
			}
			if body < min(2, lines) {
				t.Errorf("%d lines in paragraphs of %d: %d lines of the body beside the signature", lines, perParagraph, body)
			}
			if all := strings.Count(strings.Join(texts(d), "\n"), "dòng"); all != lines {
				t.Errorf("%d lines in paragraphs of %d: %d lines on the pages", lines, perParagraph, all)
			}
		}
	}
}

// letter is a body of so many lines in paragraphs of some lines, and a signature of eight lines.
func letter(lines, perParagraph int) *sheet.Sheet {
	body, sign := style("NoiDung", 14, sheet.Left), style("ChuKy", 13, sheet.Center)
	var blocks []sheet.Block
	for n := 0; n < lines; n += perParagraph {
		p := para(body, "dòng")
		for range min(perParagraph, lines-n) - 1 {
			p.Runs = append(p.Runs, sheet.Run{Break: true, Text: "dòng", Font: body.Font})
		}
		blocks = append(blocks, p)
	}
	// What compose does: the paragraphs that hold the last two lines are kept.
	for i := len(blocks) - 1; i >= max(0, len(blocks)-2); i-- {
		blocks[i].(*sheet.Paragraph).KeepNext = i == len(blocks)-1 || perParagraph == 1 || lines%perParagraph == 1
	}
	cell := &sheet.Cell{}
	for i := range 8 {
		cell.Blocks = append(cell.Blocks, para(sign, fmt.Sprintf("ký %d", i)))
	}
	table := &sheet.Table{Columns: []unit.Length{160 * unit.MM}, Rows: []*sheet.Row{{NoSplit: true, Cells: []*sheet.Cell{cell}}}}
	return sheetOf(section(a4(), append(blocks, table)...))
}

// A paragraph is not broken so that one line stands alone at the foot or the top of a page.
func TestNoWidowsOrOrphans(t *testing.T) {
	body := style("NoiDung", 14, sheet.Left)
	for filler := 40; filler < 46; filler++ {
		for lines := 2; lines < 7; lines++ {
			var blocks []sheet.Block
			for range filler {
				blocks = append(blocks, para(body, "trước"))
			}
			p := para(body, "dòng")
			for range lines - 1 {
				p.Runs = append(p.Runs, sheet.Run{Break: true, Text: "dòng", Font: body.Font})
			}
			d := set(t, sheetOf(section(a4(), append(blocks, p)...)))
			for i, page := range d.Pages {
				n := 0
				for _, l := range page.Lines {
					if text(l) == "dòng" {
						n++
					}
				}
				if n == 1 {
					t.Errorf("%d lines after %d: one stands alone on page %d", lines, filler, i+1)
				}
			}
		}
	}
}

func TestLongWordIsBroken(t *testing.T) {
	body := style("NoiDung", 14, sheet.Justify)
	word := strings.Repeat("ườ", 100)
	d := set(t, sheetOf(section(a4(), para(body, "Ông "+word+" đến dự"))))
	inside(t, d, a4())
	if got := strings.ReplaceAll(strings.Join(texts(d), ""), " ", ""); got != "Ông"+word+"đếndự" {
		t.Errorf("the text has become %q", got)
	}
}

// A letter and its combining marks stay together, however narrow the column.
func TestMarksStayWithTheirLetter(t *testing.T) {
	body := style("NoiDung", 14, sheet.Left)
	word := strings.Repeat("a\u0301", 80)
	for width := unit.Length(1); width < 12; width++ {
		page := a4()
		page.Left = page.Width - page.Right - width*2*unit.MM
		d := set(t, sheetOf(section(page, para(body, word))))
		for _, l := range texts(d) {
			if strings.HasPrefix(l, "\u0301") {
				t.Fatalf("a line %d mm wide begins with a mark: %q", 2*width, l)
			}
		}
	}
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		name, text string
		mm         unit.Length // width of the column
		want       string
	}{
		{"at spaces", "một hai ba bốn năm", 24, "một hai ba|bốn năm"},
		{"not at no-break spaces", "mười hai\u00a0nghìn đồng", 22, "mười|hai\u00a0nghìn|đồng"},
		{"after a hyphen", "Văn phòng-Tổng hợp", 22, "Văn|phòng-|Tổng hợp"},
		{"after a dash", "năm 2026–2030 tới", 25, "năm 2026–|2030 tới"},
		{"not after a slash with a space before", "số ba/Kế hoạch mới", 15, "số|ba/Kế|hoạch|mới"},
		{"not within a date", "ngày 30/9/2026 này", 23, "ngày|30/9/2026|này"},
		{"not before a bracket's end", "mười số ) này", 18, "mười|số ) này"},
		{"not after a bracket's beginning", "theo ( mẫu này", 16, "theo|( mẫu|này"},
		{"at invisible hyphens", "mười\u00adhai", 12, "mười|hai"},
		{"spaces hang over the end", "một hai           ba", 17, "một hai|ba"},
	} {
		page := a4()
		page.Left = page.Width - page.Right - c.mm*unit.MM
		d := set(t, sheetOf(section(page, para(style("NoiDung", 14, sheet.Left), c.text))))
		if got := strings.Join(texts(d), "|"); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// Justified lines end at the right margin, but for the last and those before a forced break.
func TestJustified(t *testing.T) {
	body := style("NoiDung", 14, sheet.Justify)
	p := para(body, prose(1, 5))
	p.Runs = append(p.Runs, sheet.Run{Break: true, Text: "dòng sau dấu ngắt", Font: body.Font})
	d := set(t, sheetOf(section(a4(), p)))
	lines := d.Pages[0].Lines
	for i, l := range lines {
		s := l.Spans[0]
		end := s.X + s.Width
		full := end > 190*unit.MM-unit.Pt/20
		if want := i < len(lines)-2; full != want {
			t.Errorf("line %d «%s» ends at %s", i+1, text(l), end)
		}
		sum := embedded(t).Face(false, false).Width(s.Text, s.Size) + unit.Length(strings.Count(s.Text, " "))*s.WordSpace
		if off := sum - s.Width; off > unit.Pt/4 || off < -unit.Pt/4 {
			t.Errorf("line %d: the letters are %s wide, the span %s", i+1, sum, s.Width)
		}
	}
}

func TestMissingGlyph(t *testing.T) {
	body := style("NoiDung", 14, sheet.Left)
	p := para(body, "họp 😀 vui 😀 会")
	p.At = diag.Pos{File: "ke-hoach.yaml", Line: 12, Col: 3}
	_, findings := typeset.Typeset(sheetOf(section(a4(), p)), embedded(t))
	if len(findings) != 2 {
		t.Fatalf("%d findings, want 2: %v", len(findings), findings)
	}
	for i, want := range []string{"phông chữ không có ký tự «😀» (U+1F600)", "phông chữ không có ký tự «会» (U+4F1A)"} {
		f := findings[i]
		if f.ID != font.IDGlyph || f.Severity != diag.Error || f.Message != want || f.Pos != p.At {
			t.Errorf("finding %d is %+v", i, f)
		}
	}
}

// TestMissing holds the two outputs to the same findings, wherever a character stands.
func TestMissing(t *testing.T) {
	body := style("NoiDung", 14, sheet.Left)
	at := func(line int, words string) *sheet.Paragraph {
		p := para(body, words)
		p.At = diag.Pos{File: "ke-hoach.yaml", Line: line, Col: 3}
		return p
	}
	table := &sheet.Table{
		Columns: []unit.Length{5 * unit.CM},
		Rows:    []*sheet.Row{{Cells: []*sheet.Cell{{Span: 1, Blocks: []sheet.Block{at(2, "hai ☂ hai ☂")}}}}},
	}
	sec := section(a4(), at(1, "một 😀, ẩn\u200b"), table)
	sec.FirstFoot = []sheet.Block{at(3, "ba 会")}
	_, drawn := typeset.Typeset(sheetOf(sec), embedded(t))
	missing := typeset.Missing(sheetOf(sec), embedded(t))
	if len(missing) != 3 {
		t.Errorf("%d findings, want 3: %v", len(missing), missing)
	}
	if diff := cmp.Diff(drawn.Sorted(), missing.Sorted()); diff != "" {
		t.Errorf("typeset (-) and missing (+) differ:\n%s", diff)
	}
}

func TestOutline(t *testing.T) {
	body, part := style("NoiDung", 14, sheet.Left), style("Phan", 14, sheet.Center)
	part.Outline = 1
	long := para(part, "I. MỤC TIÊU")
	long.Runs = append(long.Runs, sheet.Run{Break: true, Text: "VÀ YÊU CẦU", Font: part.Font})
	named := para(part, "KẾ HOẠCH")
	named.OutlineTitle = "Kế hoạch chuyển đổi số"
	blocks := []sheet.Block{named, long}
	for range 50 {
		blocks = append(blocks, para(body, "dòng"))
	}
	blocks = append(blocks, para(part, "II. NHIỆM VỤ"))
	d := set(t, sheetOf(section(a4(), blocks...)))
	var got []string
	for _, m := range d.Outline {
		got = append(got, fmt.Sprintf("%d %s %d", m.Level, m.Title, m.Page))
	}
	if want := "1 Kế hoạch chuyển đổi số 0|1 I. MỤC TIÊU VÀ YÊU CẦU 0|1 II. NHIỆM VỤ 1"; strings.Join(got, "|") != want {
		t.Errorf("outline is %s", strings.Join(got, "|"))
	}
}

// Pages count through the sections unless one begins anew, and first pages hide their numbers.
func TestPageNumbers(t *testing.T) {
	body := style("NoiDung", 14, sheet.Left)
	pages := func(n int) []sheet.Block {
		var out []sheet.Block
		for range n * 45 {
			out = append(out, para(body, "dòng"))
		}
		return out
	}
	second, third := section(landscape(), para(body, "dòng")), section(a4(), pages(2)...)
	second.PageNumber.HideFirst = false
	third.PageNumber.Restart = true
	d := set(t, sheetOf(section(a4(), pages(2)...), second, third))
	var got []string
	for _, p := range d.Pages {
		first := text(p.Lines[0])
		if first == "dòng" {
			first = "-"
		}
		got = append(got, first)
	}
	if want := "- 2 3 - 2"; strings.Join(got, " ") != want {
		t.Errorf("pages are numbered %v, want %s", got, want)
	}
}
