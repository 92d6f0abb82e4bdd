package typeset_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// The pages of a short decision, as text: header, rule, frame, table, signature, foot, and an appendix.
// UPDATE=1 writes them anew, to be reviewed as a diff.
func TestDump(t *testing.T) {
	const golden = "testdata/quyet-dinh.txt"
	var got strings.Builder
	if err := set(t, decision()).Dump(&got); err != nil {
		t.Fatal(err)
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
		t.Errorf("%s (-want +got):\n%s", golden, diff)
	}
}

// decision is a short document with one of everything.
func decision() *sheet.Sheet {
	s := firstPage()
	first := s.Sections[0]
	body := first.Blocks[3].(*sheet.Paragraph).Style
	table := merged(1)
	table.Rows[1].Cells[1].Fill = "DDDDDD"
	blank := para(body, "Số: ")
	blank.Runs = append(blank.Runs, sheet.Run{Blank: 15 * unit.MM, Font: body.Font},
		sheet.Run{Text: "/QĐ-UBND", Font: body.Font}, sheet.Run{Break: true, Text: "sau dấu ngắt", Font: body.Font})
	first.Blocks = append(first.Blocks[:5:5], blank, bold(body, "Điều 1. ", prose(2, 3)), table,
		kept(body, prose(4, 4)), signature(2))
	s.Sections[1].Blocks[0].(*sheet.Paragraph).OutlineTitle = "Phụ lục I: bảng phân công"
	s.Sections[1].Blocks = s.Sections[1].Blocks[:1]
	heading := s.Sections[1].Blocks[0].(*sheet.Paragraph)
	heading.Style.Outline = 1
	return sheetOf(s.Sections...)
}
