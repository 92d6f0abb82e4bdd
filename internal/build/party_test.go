package build_test

import (
	"slices"
	"strings"
	"testing"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/unit"
)

// partyKeys are what a Party committee's plan has otherwise than a people's committee's.
const partyKeys = `
co_quan: {chu_quan: Đảng bộ tỉnh Nam Khê, ten: Tỉnh ủy Nam Khê, ten_goi: Tỉnh ủy Nam Khê}
so: "05"
ky_hieu: KH/TU
ky: {quyen_han: T/M BAN THƯỜNG VỤ, chuc_vu: [K/T BÍ THƯ, PHÓ BÍ THƯ], ho_ten: Lường Thị Minh Khuê}
`

// TestPartyLayout renders the plan fixture by the Party's standard: the same template and the same Go, and
// yet nothing of the decree's words and measures is on the page.
func TestPartyLayout(t *testing.T) {
	w := newWorkshop(t)
	base, findings := data.Parse("ke-hoach-lo-trinh.yaml", fixtureFile(t, "ke-hoach/ke-hoach-lo-trinh.yaml"))
	over, more := data.Parse("dang.yaml", []byte(partyKeys))
	if findings.HasErrors() || more.HasErrors() {
		t.Fatal(findings, more)
	}
	// Merge lays maps over maps: the issuer's own keys must all be said above.
	jobs, findings, err := w.library.Jobs(data.Merge(base, over), w.standard(t, partyFolder), "a", "")
	if err != nil || findings.HasErrors() {
		t.Fatal(err, w.print(t, findings))
	}
	st := w.stages(t, jobs[0])
	checkParty(t, st)
}

// TestPartyFixtures looks for the same marks in what fixtures/dang became.
func TestPartyFixtures(t *testing.T) {
	found := false
	for _, m := range documents(t) {
		if strings.HasPrefix(m.Name, partyFolder+"/") {
			found = true
			lines := allLines(m.Stages)
			if !slices.Contains(lines, "ĐẢNG CỘNG SẢN VIỆT NAM") || slices.Contains(lines, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") {
				t.Errorf("%s is not laid out as the Party's documents are", m.Name)
			}
		}
	}
	if !found {
		t.Error("no fixture is rendered by the Party's standard")
	}
}

func allLines(st build.Stages) []string {
	var lines []string
	for _, page := range pageTexts(st) {
		lines = append(lines, page...)
	}
	return lines
}

func checkParty(t *testing.T, st build.Stages) {
	t.Helper()
	lines := allLines(st)
	for _, want := range []string{"ĐẢNG CỘNG SẢN VIỆT NAM", "TỈNH ỦY NAM KHÊ", "*", "Số 05-KH/TU", "-----",
		"T/M BAN THƯỜNG VỤ", "K/T BÍ THƯ", "PHÓ BÍ THƯ", "Phụ lục 1", "Phụ lục 2"} {
		if !slices.Contains(lines, want) {
			t.Errorf("no line %q", want)
		}
	}
	all := strings.Join(lines, "\n")
	for _, never := range []string{"CỘNG HÒA XÃ HỘI", "Độc lập - Tự do", "Số:", "TM.", "KT.", "Phụ lục I", "./."} {
		if strings.Contains(all, never) {
			t.Errorf("%q belongs to the decree", never)
		}
	}
	page := st.Sheet.Sections[0].Page
	for _, m := range []struct {
		side      string
		got, want unit.Length
	}{{"top", page.Top, 20}, {"right", page.Right, 15}, {"bottom", page.Bottom, 20}, {"left", page.Left, 30}} {
		if m.got != m.want*unit.MM {
			t.Errorf("the %s margin is %v, want %d mm", m.side, m.got, m.want)
		}
	}
	if t.Failed() {
		t.Log(all)
	}
}
