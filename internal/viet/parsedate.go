package viet

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

const hintDate = "viết như 11/9/2025 hoặc 2025-09-11; khi chưa có ngày thì 9/2025 hoặc 2025-09"

// The forms of a date, matched against what plain gives.
var (
	reISODate   = regexp.MustCompile(`^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$`)
	reShortDate = regexp.MustCompile(`^(?:ngày )?(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?([/.-]) ?(\d{4})$`)
	reMonthYear = regexp.MustCompile(`^(?:tháng )?(\d{1,2}) ?[/-] ?(\d{4})$`)
	reLongDate  = regexp.MustCompile(`^(?:ngày ([\d .…]*))?tháng ([\d .…]*)năm (\d{4})$`)
	reYear      = regexp.MustCompile(`^(?:năm )?(\d{4})$`)
	reYearShort = regexp.MustCompile(`^(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$`)
	reNoYear    = regexp.MustCompile(`^(?:ngày )?\d{1,2}[/-]\d{1,2}$`)
)

// ParseDate reads a date as staff write it: 2025-09-11, 11/9/2025, 11-9-2025, 11.9.2025, «ngày 11 tháng 9
// năm 2025», or with blanks 2021-08, 8/2021, «tháng 8 năm 2021», 2026. The day always comes before the
// month. It errs with a [*DateError] on any other text and on dates that do not exist.
func ParseDate(s string) (Date, error) { return parseDate(s, "ngày tháng", hintDate) }

// parseDate is ParseDate with the words for what was expected.
func parseDate(s, expected, hint string) (Date, error) {
	text := plain(s)
	if m := reISODate.FindStringSubmatch(text); m != nil {
		return realDate(s, m[3], m[2], m[1])
	}
	if m := reShortDate.FindStringSubmatch(text); m != nil && m[2] == m[4] {
		return realDate(s, m[1], m[3], m[5])
	}
	if m := reMonthYear.FindStringSubmatch(text); m != nil {
		return realDate(s, "", m[1], m[2])
	}
	if m := reYear.FindStringSubmatch(text); m != nil {
		return realDate(s, "", "", m[1])
	}
	if m := reLongDate.FindStringSubmatch(text); m != nil {
		day, month := strings.Trim(m[1], " .…"), strings.Trim(m[2], " .…")
		if isCount(day) && isCount(month) {
			return realDate(s, day, month, m[3])
		}
	}
	return Date{}, misread(s, text, expected, hint)
}

// misread says what is wrong with a text that has no form of a date.
func misread(input, text, expected, hint string) *DateError {
	switch {
	case text == "":
		return &DateError{input, expected + " để trống", hint}
	case reYearShort.MatchString(text):
		return &DateError{input, "viết năm thiếu chữ số", hint}
	case reNoYear.MatchString(text):
		return &DateError{input, "thiếu năm", hint}
	}
	return &DateError{input, "không phải " + expected, hint}
}

// plain evens out what does not matter to a date: case, composition, runs of spaces.
func plain(s string) string { return strings.Join(strings.Fields(Lower(s)), " ") }

// isCount tells whether the text is empty or one or two figures.
func isCount(s string) bool { return len(s) <= 2 && strings.Trim(s, "0123456789") == "" }

// realDate makes a date of figures, an empty text being a blank, and errs when the calendar has no such
// day.
func realDate(input, day, month, year string) (Date, error) {
	d := Date{figures(year), figures(month), figures(day)}
	fail := func(hint string) (Date, error) { return Date{}, &DateError{input, "không có thật", hint} }
	switch {
	case d.Year < 1000:
		return fail("năm viết đủ bốn chữ số")
	case month == "" && day != "":
		return fail("có ngày thì phải có tháng")
	case d.Month > 12 && d.Day >= 1 && d.Day <= 12 && d.Month <= daysIn(d.Year, d.Day):
		return fail(fmt.Sprintf("không có tháng %d; viết ngày trước, tháng sau: %d/%d/%d", d.Month, d.Month, d.Day, d.Year))
	case month != "" && (d.Month < 1 || d.Month > 12):
		return fail(fmt.Sprintf("không có tháng %d; tháng từ 1 đến 12", d.Month))
	case day != "" && d.Day < 1:
		return fail("ngày tính từ 1")
	case day != "" && d.Day > daysIn(d.Year, d.Month):
		return fail(fmt.Sprintf("tháng %02d/%d có %d ngày", d.Month, d.Year, daysIn(d.Year, d.Month)))
	}
	return d, nil
}

// figures reads at most four figures, which the patterns have made sure of; empty is 0.
func figures(s string) int {
	if s == "" {
		return 0
	}
	n, _ := strconv.Atoi(s)
	return n
}
