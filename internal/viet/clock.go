package viet

import (
	"fmt"
	"regexp"
)

// Clock is a time of day (giờ phút), Hour 0 to 23.
type Clock struct{ Hour, Minute int }

const hintClock = "viết như 8:00, 08h30 hoặc 8 giờ 30 phút"

var (
	reClock      = regexp.MustCompile(`^(\d{1,2}) ?(?::|h|g) ?(\d{2})$`)
	reClockHours = regexp.MustCompile(`^(\d{1,2}) ?(?:h|g|giờ)$`)
	reClockWords = regexp.MustCompile(`^(\d{1,2}) ?giờ ?(\d{1,2})(?: ?phút)?$`)
)

// ParseClock reads a time of day: 8:00, 08h30, 8h, «8 giờ», «8 giờ 30», «8 giờ 30 phút». The day has 24
// hours, from 0:00. It errs with a [*DateError] on any other text and on times that do not exist.
func ParseClock(s string) (Clock, error) {
	text := plain(s)
	for _, form := range []*regexp.Regexp{reClock, reClockHours, reClockWords} {
		m := form.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		c := Clock{Hour: figures(m[1])}
		if len(m) > 2 {
			c.Minute = figures(m[2])
		}
		switch {
		case c.Hour > 23:
			return Clock{}, &DateError{s, "không có thật", "giờ từ 0 đến 23"}
		case c.Minute > 59:
			return Clock{}, &DateError{s, "không có thật", "phút từ 0 đến 59"}
		}
		return c, nil
	}
	return Clock{}, misread(s, text, "giờ trong ngày", hintClock)
}

// Long writes the time as official text does: «08 giờ 00 phút».
func (c Clock) Long() string { return fmt.Sprintf("%02d giờ %02d phút", c.Hour, c.Minute) }

// String writes the time as data files do: «08:00».
func (c Clock) String() string { return fmt.Sprintf("%02d:%02d", c.Hour, c.Minute) }
