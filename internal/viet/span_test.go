package viet

import "testing"

func TestParseSpan(t *testing.T) {
	deadlines := []string{"Chậm nhất trong", "Trong"}
	for _, c := range []struct{ text, from, to string }{
		{"Từ Quý IV/2026 đến hết Quý II/2027.", "Q4/2026", "Q2/2027"},
		{"Quý IV/2026 đến hết Quý II/2027", "Q4/2026", "Q2/2027"},
		{"Từ Quý II đến hết Quý III năm 2026", "Q2/2026", "Q3/2026"},
		{"Tháng 10 - Tháng 11/2026", "10/2026", "11/2026"},
		{"Quý I năm 2027", "Q1/2027", "Q1/2027"},
		{"tháng 02/2026", "2/2026", "2/2026"},
		{"Chậm nhất trong Quý III/2026", "", "Q3/2026"},
		{"trong tháng 02/2026", "", "2/2026"},
		{"từ 01/3/2026 đến 15/10/2026", "01/03/2026", "15/10/2026"},
		{"2026 - 2030", "2026", "2030"},
	} {
		from, to, ok := ParseSpan(c.text, deadlines)
		if !ok || from != c.from || to != c.to {
			t.Errorf("ParseSpan(%q) = %q, %q, %v; want %q, %q", c.text, from, to, ok, c.from, c.to)
		}
	}
	for _, text := range []string{"", "Thường xuyên", "Hằng năm", "Trước ngày 30/6/2026", "Quý II", "từ Quý V/2026 đến Quý I/2027",
		"sau khi được phê duyệt", "31/02/2026"} {
		if from, to, ok := ParseSpan(text, deadlines); ok {
			t.Errorf("ParseSpan(%q) = %q, %q; want none", text, from, to)
		}
	}
}

// TestPeriodShort: what Short writes, ParsePeriod reads as the same period.
func TestPeriodShort(t *testing.T) {
	for _, text := range []string{"Q4/2026", "10/2026", "15/10/2026", "2026", "6 tháng đầu năm 2026", "6 tháng cuối năm 2027"} {
		p, err := ParsePeriod(text)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := ParsePeriod(p.Short()); err != nil || back != p {
			t.Errorf("%q is written %q, which reads %v, %v", text, p.Short(), back, err)
		}
	}
}
