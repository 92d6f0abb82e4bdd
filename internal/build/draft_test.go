package build_test

import (
	"strings"
	"testing"

	"vanban/internal/build"
	"vanban/internal/sheet"
)

// TestDraftMarksEveryGap: a gap that is neither marked nor told of would go out unseen.
func TestDraftMarksEveryGap(t *testing.T) {
	w := newWorkshop(t)
	jobs := w.jobs(t, "nd30", "a.yaml", []byte(`mau: ke-hoach
co_quan: {chu_quan: UBND tỉnh Nam Khê}
ky_hieu: KH-SNV
nhiem_vu:
  - {ten: Khảo sát, thoi_gian: {den: Q2/2026}}
ky: {chuc_vu: GIÁM ĐỐC}
luu: VT
`))
	builder := &build.Builder{Fonts: w.fonts, Draft: true}
	docx, pdf, findings := builder.Render(jobs[0], true, true)
	if docx == nil || pdf == nil || !findings.HasErrors() {
		t.Fatalf("no draft, or no word of what is missing:\n%s", w.print(t, findings))
	}
	report := w.print(t, findings)
	for _, key := range []string{"dia_danh", "trich_yeu", "noi_nhan", "ho_ten", "chu_tri", "co_quan.ten"} {
		if !strings.Contains(report, key) {
			t.Errorf("%s is not reported:\n%s", key, report)
		}
	}
	st, _ := builder.Compose(jobs[0])
	text := strings.Join(sheetLines(st.Sheet), "\n")
	for _, key := range []string{"dia_danh", "trich_yeu", "ho_ten", "chu_tri", "ten"} {
		if !strings.Contains(strings.ToLower(text), "[thiếu: "+key+"]") {
			t.Errorf("%s is not marked in:\n%s", key, text)
		}
	}
}

// sheetLines gives the text of every paragraph of a sheet.
func sheetLines(s *sheet.Sheet) []string {
	var out []string
	sheet.Walk(s, func(b sheet.Block) bool {
		if p, ok := b.(*sheet.Paragraph); ok {
			var text strings.Builder
			for _, r := range p.Runs {
				text.WriteString(r.Text)
			}
			out = append(out, text.String())
		}
		return true
	})
	return out
}
