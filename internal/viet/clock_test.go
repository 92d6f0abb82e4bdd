package viet

import (
	"errors"
	"testing"
)

func TestParseClock(t *testing.T) {
	cases := []struct {
		in   string
		want Clock
		long string
	}{
		{"8:00", Clock{8, 0}, "08 giờ 00 phút"},
		{"08h30", Clock{8, 30}, "08 giờ 30 phút"},
		{"16h57", Clock{16, 57}, "16 giờ 57 phút"},
		{"7g15", Clock{7, 15}, "07 giờ 15 phút"},
		{"8h", Clock{8, 0}, "08 giờ 00 phút"},
		{"8 giờ", Clock{8, 0}, "08 giờ 00 phút"},
		{"14 giờ 30", Clock{14, 30}, "14 giờ 30 phút"},
		{"8 giờ 5 phút", Clock{8, 5}, "08 giờ 05 phút"},
		{"08 GIỜ 00 PHÚT", Clock{8, 0}, "08 giờ 00 phút"},
		{"0:00", Clock{0, 0}, "00 giờ 00 phút"},
		{"23:59", Clock{23, 59}, "23 giờ 59 phút"},
	}
	for _, c := range cases {
		got, err := ParseClock(c.in)
		if got != c.want || err != nil {
			t.Errorf("ParseClock(%q) = %v, %v, want %v", c.in, got, err, c.want)
			continue
		}
		if got.Long() != c.long {
			t.Errorf("ParseClock(%q).Long() = %q, want %q", c.in, got.Long(), c.long)
		}
		for _, text := range []string{got.Long(), got.String()} {
			if again, err := ParseClock(text); again != got || err != nil {
				t.Errorf("%q is read back as %v, %v", text, again, err)
			}
		}
	}
}

func TestParseClockRefuses(t *testing.T) {
	cases := []struct{ in, reason, hint string }{
		{"24:00", "không có thật", "giờ từ 0 đến 23"},
		{"8:60", "không có thật", "phút từ 0 đến 59"},
		{"8:5", "không phải giờ trong ngày", hintClock},
		{"8", "không phải giờ trong ngày", hintClock},
		{"8:00:00", "không phải giờ trong ngày", hintClock},
		{"2 giờ chiều", "không phải giờ trong ngày", hintClock},
		{" ", "giờ trong ngày để trống", hintClock},
	}
	for _, c := range cases {
		got, err := ParseClock(c.in)
		var refusal *DateError
		if !errors.As(err, &refusal) {
			t.Errorf("ParseClock(%q) = %v, %v, want a DateError", c.in, got, err)
			continue
		}
		if want := (DateError{c.in, c.reason, c.hint}); *refusal != want {
			t.Errorf("ParseClock(%q) refuses with\n%+v, want\n%+v", c.in, *refusal, want)
		}
	}
}
