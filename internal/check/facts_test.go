package check_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"vanban/internal/check"
	"vanban/internal/diag/explain"
	"vanban/internal/unit"
)

// TestExplanationsTakeMeasuresFromTheStandard: what explains a rule about layout holds no measure of its own, and every
// key in it is a fact.
func TestExplanationsTakeMeasuresFromTheStandard(t *testing.T) {
	d := newDesk(t)
	entries, err := explain.All()
	if err != nil {
		t.Fatal(err)
	}
	key := regexp.MustCompile(`\{[a-z_0-9]+\}`)
	measure := regexp.MustCompile(`cỡ chữ \d|\d (?:mm|pt|cm)|\d/\d`)
	keys := 0
	for _, e := range entries {
		if !slices.Contains(check.Rules(), e.ID) {
			continue
		}
		text := e.Why + " " + e.Cure
		keys += len(key.FindAllString(text, -1))
		if m := measure.FindString(text); m != "" {
			t.Errorf("%s: «%s» is a measure of a standard", e.ID, m)
		}
		for name, s := range d.standards {
			e := e.With(check.Facts(s))
			if m := key.FindString(e.Why + e.Example + e.Cure); m != "" {
				t.Errorf("%s in %s: %s is no fact", e.ID, name, m)
			}
		}
	}
	if keys < 25 {
		t.Errorf("only %d measures come from the standard", keys)
	}
}

// TestFacts: another standard, other words; and none of its clause where it does not have the rule.
func TestFacts(t *testing.T) {
	d := newDesk(t)
	s := d.standards["nd30"]
	facts := check.Facts(s)
	for key, want := range map[string]string{
		"kho_giay": "A4 (210 mm × 297 mm)", "le_tren": "20 đến 25 mm", "co_noi_dung": "cỡ chữ 13 đến 14", "kieu_can_cu": "cỡ chữ 13 đến 14, kiểu chữ nghiêng, không đậm",
		"thut_dau": "1 cm hoặc 1,27 cm", "thut_dau_dat": "1,27 cm", "cach_doan": "6 pt", "gian_dong": "từ dòng đơn đến 1,5 dòng", "gach_co_quan": "dài từ 1/3 đến 1/2 dòng chữ",
	} {
		if got, _ := facts(key); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	if _, ok := facts("luu"); ok {
		t.Error("«{luu}» is no fact")
	}
	s.Page.Top.Range = unit.Range{Min: 30 * unit.MM, Max: 30 * unit.MM}
	s.Checks.Layout.Paragraphs.Lines = []float64{1.2, 1.4}
	facts = check.Facts(s)
	if got, _ := facts("le_tren"); got != "30 mm" {
		t.Errorf("the margin is %q", got)
	}
	if got, _ := facts("gian_dong"); got != "từ 1,2 đến 1,4 dòng" {
		t.Errorf("the pitch is %q", got)
	}
	party := d.standards["dang"]
	if got, _ := check.Facts(party)("kieu_quoc_hieu"); !strings.Contains(got, "như thể thức quy định") {
		t.Errorf("a style that is not there is %q", got)
	}
	if got := check.Clause(s, check.IDMargins); got != "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục I.3" {
		t.Errorf("the clause is %q", got)
	}
	if got := check.Clause(party, check.IDGroundsStyle); got != "" {
		t.Errorf("a rule that is not there has the clause %q", got)
	}
}
