package viet

import (
	"fmt"
	"regexp"
)

// PeriodKind is how long a period is by name.
type PeriodKind int

// From a day (ngày) to a year (năm).
const (
	ByDay PeriodKind = iota
	ByMonth
	ByQuarter
	ByHalf
	ByYear
)

// Period is a stretch of time that plans name (thời gian thực hiện): a day, a month, a quarter, half a
// year or a year. First and Last are the first and last days that it covers, both full dates.
type Period struct {
	Kind        PeriodKind
	First, Last Date
}

const hintPeriod = "viết như Quý IV/2025 (Q4/2025), tháng 10/2026, 15/10/2026, năm 2026 hoặc 6 tháng đầu năm 2026"

var (
	reQuarter     = regexp.MustCompile(`^(?:quý|quí|q\.?) ?([ivx]+|\d{1,2})(?: ?[/-] ?| năm | )(\d{4})$`)
	reYearQuarter = regexp.MustCompile(`^(\d{4}) ?[-/ ]? ?q(\d{1,2})$`)
	reHalf        = regexp.MustCompile(`^(?:6|06|sáu) tháng (đầu|cuối) năm (\d{4})$`)
)

// ParsePeriod reads a period: a quarter as «Q4/2025», «2025-Q4», «quý IV/2025» or «Quý 4 năm 2025»; half a
// year as «6 tháng đầu năm 2026» or «6 tháng cuối năm 2026»; a month, a year or a day in any form that
// [ParseDate] takes. It errs with a [*DateError] on any other text and on times that do not exist.
func ParsePeriod(s string) (Period, error) {
	text := plain(s)
	if m := reQuarter.FindStringSubmatch(text); m != nil {
		return quarterPeriod(s, m[1], m[2])
	}
	if m := reYearQuarter.FindStringSubmatch(text); m != nil {
		return quarterPeriod(s, m[2], m[1])
	}
	if m := reHalf.FindStringSubmatch(text); m != nil {
		year, err := realDate(s, "", "", m[2])
		if err != nil {
			return Period{}, err
		}
		if m[1] == "đầu" {
			return Period{ByHalf, year.First(), Date{year.Year, 6, 30}}, nil
		}
		return Period{ByHalf, Date{year.Year, 7, 1}, year.Last()}, nil
	}
	d, err := parseDate(s, "thời gian", hintPeriod)
	if err != nil {
		return Period{}, err
	}
	return d.Period(), nil
}

// Period gives the day, month or year that the date is, by what of it is known.
func (d Date) Period() Period {
	kind := ByDay
	switch {
	case d.Month == 0:
		kind = ByYear
	case d.Day == 0:
		kind = ByMonth
	}
	return Period{kind, d.First(), d.Last()}
}

// Period gives the quarter as a period.
func (q Quarter) Period() Period { return Period{ByQuarter, q.First(), q.Last()} }

func quarterPeriod(input, number, year string) (Period, error) {
	n, roman := ParseRoman(Upper(number))
	if !roman {
		n = figures(number)
	}
	if n < 1 || n > 4 {
		return Period{}, &DateError{input, "không có thật", "một năm có bốn quý, từ quý I đến quý IV"}
	}
	d, err := realDate(input, "", "", year)
	if err != nil {
		return Period{}, err
	}
	return Quarter{d.Year, n}.Period(), nil
}

// String names the period as official text does: «Quý IV/2025», «tháng 10/2026», «ngày 15/10/2026»,
// «năm 2026», «6 tháng đầu năm 2026».
func (p Period) String() string {
	switch p.Kind {
	case ByDay:
		return "ngày " + p.First.Short()
	case ByMonth:
		return fmt.Sprintf("tháng %s/%d", p.First.MonthText(), p.First.Year)
	case ByQuarter:
		return quarterOf(p.First).String()
	case ByHalf:
		if p.First.Month == 1 {
			return fmt.Sprintf("6 tháng đầu năm %d", p.First.Year)
		}
		return fmt.Sprintf("6 tháng cuối năm %d", p.First.Year)
	case ByYear:
		return fmt.Sprintf("năm %d", p.First.Year)
	}
	panic(fmt.Sprintf("viet: unknown kind of period %d", p.Kind))
}

// Short writes the period as data does: «Q4/2025», «10/2026», «15/10/2026», «2026»; half a year as its words.
func (p Period) Short() string {
	switch p.Kind {
	case ByDay:
		return p.First.Short()
	case ByMonth:
		return fmt.Sprintf("%d/%d", p.First.Month, p.First.Year)
	case ByQuarter:
		return fmt.Sprintf("Q%d/%d", quarterOf(p.First).N, p.First.Year)
	case ByYear:
		return fmt.Sprint(p.First.Year)
	}
	return p.String()
}

// Span names the time from one period to the end of another, as it reads inside a sentence: «từ Quý
// IV/2025 đến hết Quý II/2026». Equal ends are named once: «Quý IV/2025». At the head of a sentence or a
// cell pass it through [Capitalize].
func Span(from, to Period) string {
	if from == to {
		return from.String()
	}
	return "từ " + from.String() + " đến hết " + to.String()
}
