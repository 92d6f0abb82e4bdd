package viet

import (
	"errors"
	"slices"
	"testing"
)

func TestParsePeriod(t *testing.T) {
	q4 := Period{ByQuarter, Date{2025, 10, 1}, Date{2025, 12, 31}}
	cases := []struct {
		in   string
		want Period
		text string
	}{
		{"Q4/2025", q4, "Quý IV/2025"},
		{"q4 2025", q4, "Quý IV/2025"},
		{"QIV/2025", q4, "Quý IV/2025"},
		{"2025-Q4", q4, "Quý IV/2025"},
		{"2025Q4", q4, "Quý IV/2025"},
		{"quý IV/2025", q4, "Quý IV/2025"},
		{"QUÝ IV / 2025", q4, "Quý IV/2025"},
		{"Quý 4 năm 2025", q4, "Quý IV/2025"},
		{"Quí iv năm 2025", q4, "Quý IV/2025"},
		{"quý I/2026", Period{ByQuarter, Date{2026, 1, 1}, Date{2026, 3, 31}}, "Quý I/2026"},
		{"10/2026", Period{ByMonth, Date{2026, 10, 1}, Date{2026, 10, 31}}, "tháng 10/2026"},
		{"2026-10", Period{ByMonth, Date{2026, 10, 1}, Date{2026, 10, 31}}, "tháng 10/2026"},
		{"tháng 2/2026", Period{ByMonth, Date{2026, 2, 1}, Date{2026, 2, 28}}, "tháng 02/2026"},
		{"Tháng 8 năm 2026", Period{ByMonth, Date{2026, 8, 1}, Date{2026, 8, 31}}, "tháng 8/2026"},
		{"15/10/2026", Period{ByDay, Date{2026, 10, 15}, Date{2026, 10, 15}}, "ngày 15/10/2026"},
		{"2026", Period{ByYear, Date{2026, 1, 1}, Date{2026, 12, 31}}, "năm 2026"},
		{"năm 2026", Period{ByYear, Date{2026, 1, 1}, Date{2026, 12, 31}}, "năm 2026"},
		{"6 tháng đầu năm 2026", Period{ByHalf, Date{2026, 1, 1}, Date{2026, 6, 30}}, "6 tháng đầu năm 2026"},
		{"Sáu tháng cuối năm 2026", Period{ByHalf, Date{2026, 7, 1}, Date{2026, 12, 31}}, "6 tháng cuối năm 2026"},
	}
	for _, c := range cases {
		got, err := ParsePeriod(c.in)
		if got != c.want || err != nil {
			t.Errorf("ParsePeriod(%q) = %v, %v, want %v", c.in, got, err, c.want)
			continue
		}
		if got.String() != c.text {
			t.Errorf("ParsePeriod(%q).String() = %q, want %q", c.in, got.String(), c.text)
		}
		if again, err := ParsePeriod(got.String()); again != got || err != nil {
			t.Errorf("%q is read back as %v, %v", got.String(), again, err)
		}
	}
}

func TestParsePeriodRefuses(t *testing.T) {
	cases := []struct{ in, reason, hint string }{
		{"Q5/2025", "không có thật", "một năm có bốn quý, từ quý I đến quý IV"},
		{"Quý VI năm 2025", "không có thật", "một năm có bốn quý, từ quý I đến quý IV"},
		{"quý iiii/2025", "không có thật", "một năm có bốn quý, từ quý I đến quý IV"},
		{"31/11/2026", "không có thật", "tháng 11/2026 có 30 ngày"},
		{"Quý IV", "không phải thời gian", hintPeriod},
		{"thường xuyên", "không phải thời gian", hintPeriod},
		{"", "thời gian để trống", hintPeriod},
	}
	for _, c := range cases {
		got, err := ParsePeriod(c.in)
		var refusal *DateError
		if !errors.As(err, &refusal) {
			t.Errorf("ParsePeriod(%q) = %v, %v, want a DateError", c.in, got, err)
			continue
		}
		if want := (DateError{c.in, c.reason, c.hint}); *refusal != want {
			t.Errorf("ParsePeriod(%q) refuses with\n%+v, want\n%+v", c.in, *refusal, want)
		}
	}
}

func TestSpan(t *testing.T) {
	cases := []struct{ from, to, want string }{
		{"Q4/2025", "Q2/2026", "từ Quý IV/2025 đến hết Quý II/2026"},
		{"Q4/2025", "Q4/2025", "Quý IV/2025"},
		{"10/2026", "10/2026", "tháng 10/2026"},
		{"15/10/2026", "20/10/2026", "từ ngày 15/10/2026 đến hết ngày 20/10/2026"},
		{"2026", "6 tháng đầu năm 2027", "từ năm 2026 đến hết 6 tháng đầu năm 2027"},
	}
	for _, c := range cases {
		from, err := ParsePeriod(c.from)
		if err != nil {
			t.Fatal(err)
		}
		to, err := ParsePeriod(c.to)
		if err != nil {
			t.Fatal(err)
		}
		if got := Span(from, to); got != c.want {
			t.Errorf("Span(%s, %s) = %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestQuarters(t *testing.T) {
	cases := []struct {
		from, to Date
		want     []string
	}{
		{Date{2025, 10, 1}, Date{2026, 6, 30}, []string{"Quý IV/2025", "Quý I/2026", "Quý II/2026"}},
		{Date{2025, 12, 31}, Date{2026, 1, 1}, []string{"Quý IV/2025", "Quý I/2026"}},
		{Date{2026, 0, 0}, Date{2026, 0, 0}, []string{"Quý I/2026", "Quý II/2026", "Quý III/2026", "Quý IV/2026"}},
		{Date{2026, 5, 0}, Date{2026, 5, 20}, []string{"Quý II/2026"}},
		{Date{2026, 5, 2}, Date{2026, 5, 1}, nil},
	}
	for _, c := range cases {
		var got []string
		for _, q := range Quarters(c.from, c.to) {
			got = append(got, q.String())
			if !q.Overlaps(c.from, c.to) {
				t.Errorf("%v is listed for %v to %v and does not overlap it", q, c.from, c.to)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("Quarters(%v, %v) = %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestQuarterOverlaps(t *testing.T) {
	q := Quarter{2026, 2}
	cases := []struct {
		first, last Date
		want        bool
	}{
		{Date{2026, 4, 1}, Date{2026, 4, 1}, true},
		{Date{2026, 6, 30}, Date{2026, 7, 15}, true},
		{Date{2026, 1, 1}, Date{2026, 3, 31}, false},
		{Date{2026, 7, 1}, Date{2027, 1, 1}, false},
		{Date{2026, 0, 0}, Date{2026, 0, 0}, true},
		{Date{2026, 1, 0}, Date{2026, 4, 0}, true},
	}
	for _, c := range cases {
		if got := q.Overlaps(c.first, c.last); got != c.want {
			t.Errorf("%v overlaps %v to %v: %t, want %t", q, c.first, c.last, got, c.want)
		}
	}
	if q.Short() != "II" {
		t.Errorf("Short = %q", q.Short())
	}
}
