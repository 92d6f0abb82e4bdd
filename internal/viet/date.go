package viet

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// Date is a day of the calendar (ngày tháng năm). Day 0, or Month and Day 0, are blanks left for a hand
// to fill in. There is no time zone: a date is what is printed.
type Date struct{ Year, Month, Day int }

// DateError says why a text is not a date, a period or a time of day. Reason is Vietnamese and goes on
// from the quoted Input («30/02/2026» không có thật); Hint is a cure.
type DateError struct{ Input, Reason, Hint string }

// Error gives the whole: input, reason and hint.
func (e *DateError) Error() string { return complaint(e.Input, e.Reason, e.Hint) }

// blank is the room left for a number to be written by hand, as wide as the samples of the decree have it.
const blank = "     "

// IsFull tells whether day, month and year are all known.
func (d Date) IsFull() bool { return d.Year != 0 && d.Month != 0 && d.Day != 0 }

// Compare orders dates; a blank comes before any number in its place.
func (d Date) Compare(o Date) int {
	return cmp.Or(cmp.Compare(d.Year, o.Year), cmp.Compare(d.Month, o.Month), cmp.Compare(d.Day, o.Day))
}

// Before tells whether d comes before o.
func (d Date) Before(o Date) bool { return d.Compare(o) < 0 }

// First gives the first day that the date can mean: itself when it is full, else the first of its month
// or year.
func (d Date) First() Date {
	d.Month = max(d.Month, 1)
	d.Day = max(d.Day, 1)
	return d
}

// Last gives the last day that the date can mean: itself when it is full, else the last of its month or
// year.
func (d Date) Last() Date {
	if d.Month == 0 {
		d.Month = 12
	}
	if d.Day == 0 {
		d.Day = daysIn(d.Year, d.Month)
	}
	return d
}

// DayText gives the day as documents print it, two figures always; empty when it is blank.
func (d Date) DayText() string {
	if d.Day == 0 {
		return ""
	}
	return fmt.Sprintf("%02d", d.Day)
}

// MonthText gives the month as documents print it: 01 and 02 padded so that nothing can be added before
// them, 3 to 12 bare (Decree 30, Phụ lục I, phần II, mục 4.b); empty when it is blank.
func (d Date) MonthText() string {
	switch {
	case d.Month == 0:
		return ""
	case d.Month <= 2:
		return fmt.Sprintf("%02d", d.Month)
	}
	return strconv.Itoa(d.Month)
}

// Long writes the date in full: «ngày 05 tháng 02 năm 2026». Blanks are left as wide spaces to write in.
func (d Date) Long() string {
	day, month := cmp.Or(d.DayText(), blank), cmp.Or(d.MonthText(), blank)
	return strings.TrimRight("ngày "+day+" tháng "+month+" năm "+d.yearText(), " ")
}

// Short writes the date in figures, day and month padded: «05/02/2026». Blanks are left out: «02/2026».
func (d Date) Short() string {
	var parts []string
	if d.Day != 0 {
		parts = append(parts, d.DayText())
	}
	if d.Month != 0 {
		parts = append(parts, fmt.Sprintf("%02d", d.Month))
	}
	return strings.Join(append(parts, d.yearText()), "/")
}

// String writes the date as data files do: «2026-02-05», «2026-02», «2026».
func (d Date) String() string {
	out := d.yearText()
	if d.Month != 0 {
		out += fmt.Sprintf("-%02d", d.Month)
	}
	if d.Day != 0 {
		out += fmt.Sprintf("-%02d", d.Day)
	}
	return out
}

func (d Date) yearText() string {
	if d.Year == 0 {
		return ""
	}
	return strconv.Itoa(d.Year)
}

// daysIn gives the number of days of a month in the Gregorian calendar.
func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
