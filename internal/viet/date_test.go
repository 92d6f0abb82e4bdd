package viet

import (
	"errors"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestParseDate(t *testing.T) {
	cases := []struct {
		in   string
		want Date
	}{
		{"2025-09-11", Date{2025, 9, 11}},
		{"2025-9-1", Date{2025, 9, 1}},
		{"2021-08", Date{2021, 8, 0}},
		{"11/9/2025", Date{2025, 9, 11}},
		{"11/09/2025", Date{2025, 9, 11}},
		{"11-9-2025", Date{2025, 9, 11}},
		{"11.9.2025", Date{2025, 9, 11}},
		{"ngày 11/9/2025", Date{2025, 9, 11}},
		{"8/2021", Date{2021, 8, 0}},
		{"tháng 8/2021", Date{2021, 8, 0}},
		{"ngày 11 tháng 9 năm 2025", Date{2025, 9, 11}},
		{"  Ngày 05  tháng 02 năm\u00a02026 ", Date{2026, 2, 5}},
		{norm.NFD.String("ngày 11 tháng 9 năm 2025"), Date{2025, 9, 11}},
		{"tháng 8 năm 2021", Date{2021, 8, 0}},
		{"ngày       tháng 6 năm 2026", Date{2026, 6, 0}},
		{"ngày … tháng ... năm 2026", Date{2026, 0, 0}},
		{"2026", Date{2026, 0, 0}},
		{"năm 2026", Date{2026, 0, 0}},
		{"29/2/2024", Date{2024, 2, 29}},
		{"29/2/2000", Date{2000, 2, 29}},
	}
	for _, c := range cases {
		if got, err := ParseDate(c.in); got != c.want || err != nil {
			t.Errorf("ParseDate(%q) = %v, %v, want %v", c.in, got, err, c.want)
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	cases := []struct{ in, reason, hint string }{
		{"30/02/2026", "không có thật", "tháng 02/2026 có 28 ngày"},
		{"2024-02-30", "không có thật", "tháng 02/2024 có 29 ngày"},
		{"29/2/1900", "không có thật", "tháng 02/1900 có 28 ngày"},
		{"31/4/2026", "không có thật", "tháng 04/2026 có 30 ngày"},
		{"9/25/2025", "không có thật", "không có tháng 25; viết ngày trước, tháng sau: 25/9/2025"},
		{"2/31/2026", "không có thật", "không có tháng 31; tháng từ 1 đến 12"},
		{"13/2026", "không có thật", "không có tháng 13; tháng từ 1 đến 12"},
		{"0/5/2026", "không có thật", "ngày tính từ 1"},
		{"5/0/2026", "không có thật", "không có tháng 0; tháng từ 1 đến 12"},
		{"11/9/0202", "không có thật", "năm viết đủ bốn chữ số"},
		{"ngày 11 tháng năm 2025", "không có thật", "có ngày thì phải có tháng"},
		{"11/9/25", "viết năm thiếu chữ số", hintDate},
		{"11/9", "thiếu năm", hintDate},
		{"", "ngày tháng để trống", hintDate},
		{"hôm nay", "không phải ngày tháng", hintDate},
		{"45912", "không phải ngày tháng", hintDate},
		{"11/9-2025", "không phải ngày tháng", hintDate},
		{"ngày 111 tháng 9 năm 2025", "không phải ngày tháng", hintDate},
		{"xin\x1b[31m", "không phải ngày tháng", hintDate},
	}
	for _, c := range cases {
		got, err := ParseDate(c.in)
		var refusal *DateError
		if !errors.As(err, &refusal) {
			t.Errorf("ParseDate(%q) = %v, %v, want a DateError", c.in, got, err)
			continue
		}
		if want := (DateError{c.in, c.reason, c.hint}); *refusal != want {
			t.Errorf("ParseDate(%q) refuses with\n%+v, want\n%+v", c.in, *refusal, want)
		}
	}
}

func TestDateForms(t *testing.T) {
	cases := []struct {
		d                        Date
		long, short, iso, dd, mm string
	}{
		{Date{2026, 2, 5}, "ngày 05 tháng 02 năm 2026", "05/02/2026", "2026-02-05", "05", "02"},
		{Date{2026, 6, 28}, "ngày 28 tháng 6 năm 2026", "28/06/2026", "2026-06-28", "28", "6"},
		{Date{2026, 12, 1}, "ngày 01 tháng 12 năm 2026", "01/12/2026", "2026-12-01", "01", "12"},
		{Date{2026, 6, 0}, "ngày       tháng 6 năm 2026", "06/2026", "2026-06", "", "6"},
		{Date{2026, 0, 0}, "ngày       tháng       năm 2026", "2026", "2026", "", ""},
		{Date{}, "ngày       tháng       năm", "", "", "", ""},
	}
	for _, c := range cases {
		if got := c.d.Long(); got != c.long {
			t.Errorf("%v: Long = %q, want %q", c.d, got, c.long)
		}
		if got := c.d.Short(); got != c.short {
			t.Errorf("%v: Short = %q, want %q", c.d, got, c.short)
		}
		if got := c.d.String(); got != c.iso {
			t.Errorf("%v: String = %q, want %q", c.d, got, c.iso)
		}
		if c.d.DayText() != c.dd || c.d.MonthText() != c.mm {
			t.Errorf("%v: parts %q, %q, want %q, %q", c.d, c.d.DayText(), c.d.MonthText(), c.dd, c.mm)
		}
	}
}

// What is written must be read back as the same date, whichever form.
func TestDateFormsReadBack(t *testing.T) {
	for year := 2023; year <= 2024; year++ {
		for month := 0; month <= 12; month++ {
			days := 0
			if month > 0 {
				days = daysIn(year, month)
			}
			for day := 0; day <= days; day++ {
				d := Date{year, month, day}
				for _, text := range []string{d.Long(), d.Short(), d.String()} {
					if got, err := ParseDate(text); got != d || err != nil {
						t.Fatalf("%q is read back as %v, %v, want %v", text, got, err, d)
					}
				}
			}
		}
	}
}

func TestDateOrder(t *testing.T) {
	ordered := []Date{{}, {2025, 0, 0}, {2025, 8, 0}, {2025, 8, 31}, {2025, 9, 1}, {2026, 0, 0}, {2026, 1, 1}}
	for i, a := range ordered {
		for j, b := range ordered {
			if a.Before(b) != (i < j) || (a.Compare(b) == 0) != (i == j) {
				t.Errorf("%v against %v: Compare = %d", a, b, a.Compare(b))
			}
		}
	}
	if (Date{2026, 6, 0}).IsFull() || !(Date{2026, 6, 1}).IsFull() {
		t.Error("IsFull is wrong")
	}
}
