package data

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// numFormat is what a cell's number format says of its number. The zero value is "General".
type numFormat struct {
	zeros   int  // 3 for «000»: the number is padded to so many figures
	percent bool // «0%»
	year    bool
	month   bool
	day     bool
	clock   bool
}

func (f numFormat) isDate() bool { return f.year || f.month || f.day || f.clock }

// builtinFormat gives the formats that workbooks name by number only (ECMA-376 part 1, 18.8.30), as far as
// they change how a number is read.
func builtinFormat(id int) numFormat {
	switch {
	case id == 9 || id == 10:
		return numFormat{percent: true}
	case id >= 14 && id <= 16, id >= 27 && id <= 31, id >= 50 && id <= 54, id >= 57 && id <= 58:
		return numFormat{year: true, month: true, day: true}
	case id == 17 || id == 36:
		return numFormat{year: true, month: true}
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id >= 45 && id <= 47, id == 55, id == 56:
		return numFormat{clock: true}
	case id == 22:
		return numFormat{year: true, month: true, day: true, clock: true}
	}
	return numFormat{}
}

// parseFormat reads a format's code: only its first section, for positive numbers.
func parseFormat(code string) numFormat {
	bare := strings.ToLower(bareCode(code))
	f := numFormat{year: strings.Contains(bare, "y"), day: strings.Contains(bare, "d"),
		clock: strings.ContainsAny(bare, "hs")}
	// An m beside hours or seconds is minutes.
	f.month = strings.Contains(bare, "m") && (f.year || f.day || !f.clock)
	if f.isDate() {
		if strings.Contains(bare, "general") {
			return numFormat{}
		}
		return f
	}
	switch {
	case bare != "" && strings.Trim(bare, "0") == "":
		return numFormat{zeros: len(bare)}
	case strings.HasSuffix(bare, "%"):
		return numFormat{percent: true}
	}
	return numFormat{}
}

// bareCode leaves out of a format's first section what is printed as it stands, and colours and conditions.
func bareCode(code string) string {
	var b strings.Builder
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			return b.String()
		case '\\', '_', '*':
			i++
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return b.String()
			}
			i += end + 1
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return b.String()
			}
			if inner := strings.ToLower(code[i+1 : i+end]); inner == "h" || inner == "hh" {
				b.WriteString("h")
			}
			i += end
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// numberText writes a number as its cell shows it, where that says more than the number: dates, times,
// leading zeros, percentages. Everything else is the plain number, without grouping.
func numberText(v float64, f numFormat, from1904 bool) (string, error) {
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0) || math.Abs(v) >= 1e18:
		return "", fmt.Errorf("số quá lớn")
	case f.isDate():
		return serialText(v, f, from1904)
	case f.percent:
		return strings.Replace(plainNumber(v*100), ".", ",", 1) + "%", nil
	}
	text := plainNumber(v)
	if f.zeros > 0 && v >= 0 && v == math.Trunc(v) && f.zeros < maxKey {
		text = strings.Repeat("0", max(0, f.zeros-len(text))) + text
	}
	return text, nil
}

// plainNumber writes the 15 figures that Excel keeps of a number.
func plainNumber(v float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 14, 64), 64)
	if err != nil {
		panic("data: a number that was just written does not read: " + err.Error())
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// serialText writes a day number as a date. Day 1 is 1 January 1900 and the year 1900 has a 29 February that
// never was; or, in workbooks that say so, day 0 is 1 January 1904.
func serialText(v float64, f numFormat, from1904 bool) (string, error) {
	days := int(math.Floor(v))
	seconds := int(math.Round((v - math.Floor(v)) * 86400))
	if seconds == 86400 {
		days, seconds = days+1, 0
	}
	clock := fmt.Sprintf("%02d:%02d", seconds/3600, seconds/60%60)
	if !f.year && !f.month && !f.day {
		return clock, nil
	}
	switch {
	case from1904:
		days += 1462
	case days == 60:
		return "", fmt.Errorf("ngày 29/02/1900 không có thật")
	case days < 60:
		days++
	}
	if days < 1 || days > 2_958_465 {
		return "", fmt.Errorf("số ngày nằm ngoài các năm 1900 đến 9999")
	}
	y, m, d := civil(days - 25_569)
	switch {
	case f.day && f.clock && seconds > 0:
		return fmt.Sprintf("%04d-%02d-%02d %s", y, m, d, clock), nil
	case f.day:
		return fmt.Sprintf("%04d-%02d-%02d", y, m, d), nil
	case f.month:
		return fmt.Sprintf("%04d-%02d", y, m), nil
	}
	return fmt.Sprintf("%04d", y), nil
}

// civil gives the date so many days after 1 January 1970, in the Gregorian calendar: eras of 400 years of
// 146097 days that begin on 1 March, so that the leap day is the last.
func civil(days int) (year, month, day int) {
	days += 719_468
	era := days / 146_097
	inEra := days - era*146_097
	yearOfEra := (inEra - inEra/1460 + inEra/36_524 - inEra/146_096) / 365
	dayOfYear := inEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	shifted := (5*dayOfYear + 2) / 153
	day = dayOfYear - (153*shifted+2)/5 + 1
	month = shifted + 3
	year = yearOfEra + era*400
	if month > 12 {
		month -= 12
		year++
	}
	return year, month, day
}
