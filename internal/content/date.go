package content

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// placeDate checks địa danh và thời gian (Phụ lục I, mục II.4).
func (c *checker) placeDate() {
	if c.part.Role != Main {
		return
	}
	for _, l := range c.part.of(PlaceDate) {
		if l.Doubt {
			continue
		}
		place, rest, _ := strings.Cut(l.Text, ",")
		place = strings.TrimSpace(place)
		if full, ok := c.words.tables["dia_danh"][place]; ok {
			c.report(slip{id: IDPlaceName, severity: diag.Error, pos: l.Pos,
				message: fmt.Sprintf("địa danh «%s» mang tên người hoặc sự kiện, phải ghi đủ tên đơn vị hành chính", place),
				hint:    "ghi như «" + full + "»"})
		}
		if m := longDate.FindStringSubmatchIndex(rest); m != nil && !c.text.Made {
			c.zeros(l.Pos, rest, m, diag.Error)
		}
	}
}

// zeros checks the zeros of a date written out, which stand where [viet.Date] prints them and nowhere else.
func (c *checker) zeros(at diag.Pos, text string, m []int, severity diag.Severity) {
	day, month := submatch(text, m, 1), submatch(text, m, 2)
	var d viet.Date
	d.Day, _ = strconv.Atoi(day)
	d.Month, _ = strconv.Atoi(month)
	var wrong, hint string
	switch {
	case len(day) < len(d.DayText()):
		wrong, hint = "ngày «"+day+"» thiếu số 0 ở trước", "viết «ngày "+d.DayText()+"»"
	case len(month) < len(d.MonthText()):
		wrong, hint = "tháng «"+month+"» thiếu số 0 ở trước", "viết «tháng "+d.MonthText()+"»"
	case d.Month > 0 && len(month) > len(d.MonthText()):
		wrong, hint = "tháng «"+month+"» thừa số 0 ở trước", "viết «tháng "+d.MonthText()+"»"
	default:
		return
	}
	c.report(slip{id: IDDateZero, severity: severity, pos: at, message: wrong, hint: hint,
		group: fmt.Sprint(severity), here: strings.Join(strings.Fields(text[m[0]:m[1]]), " ")})
}

func submatch(s string, m []int, n int) string {
	if m[2*n] < 0 {
		return ""
	}
	return s[m[2*n]:m[2*n+1]]
}

var (
	shortDate = regexp.MustCompile(`(?i)ngày\s+(\d{1,2})/(\d{1,2})(/\d{4})?`)
	fullDate  = regexp.MustCompile(`\b(\d{1,2})/(\d{1,2})/(\d{4})\b`)
)

// day is a date found in a passage, with its bytes.
type day struct {
	date       viet.Date
	start, end int
}

// daysOf finds the full dates of a passage, in order of their kinds.
func daysOf(s string) []day {
	var out []day
	if strings.Contains(s, "tháng") {
		for _, m := range longDate.FindAllStringSubmatchIndex(s, -1) {
			if submatch(s, m, 1) != "" && submatch(s, m, 2) != "" {
				out = append(out, day{viet.Date{Year: atoi(submatch(s, m, 3)), Month: atoi(submatch(s, m, 2)), Day: atoi(submatch(s, m, 1))}, m[0], m[1]})
			}
		}
	}
	if strings.Contains(s, "/") {
		for _, m := range fullDate.FindAllStringSubmatchIndex(s, -1) {
			if m[0] > 0 && s[m[0]-1] == '/' || m[1] < len(s) && s[m[1]] == '/' {
				continue
			}
			out = append(out, day{viet.Date{Year: atoi(submatch(s, m, 3)), Month: atoi(submatch(s, m, 2)), Day: atoi(submatch(s, m, 1))}, m[0], m[1]})
		}
	}
	return out
}

// dates checks the dates of a passage: that they exist, fall on the day of the week that is named, and have the
// zeros of the long form.
func (c *checker) dates() {
	s := c.passage.Text
	if !c.passage.prose() && c.passage.Kind != PlaceDate && c.passage.Kind != Note {
		return
	}
	for _, d := range daysOf(s) {
		if !exists(d.date) {
			c.report(slip{id: IDDateReal, severity: diag.Error, message: fmt.Sprintf("«%s» không có thật", dayWord(s[d.start:d.end])),
				hint: noSuchDay(d.date)})
			continue
		}
		c.weekday(d)
	}
	if strings.Contains(s, "ngày") && strings.Contains(s, "/") {
		for _, m := range shortDate.FindAllStringSubmatchIndex(s, -1) {
			if date := (viet.Date{Year: 2000, Month: atoi(submatch(s, m, 2)), Day: atoi(submatch(s, m, 1))}); submatch(s, m, 3) == "" && !exists(date) && !continues(s, m[1]) {
				c.report(slip{id: IDDateReal, severity: diag.Error, message: fmt.Sprintf("ngày «%s» không có thật", s[m[0]+len("ngày "):m[1]]), hint: noSuchDay(viet.Date{Month: date.Month, Day: date.Day})})
			}
		}
	}
	if (c.passage.body() || c.passage.Kind == Ground) && strings.Contains(s, "tháng") {
		for _, m := range longDate.FindAllStringSubmatchIndex(s, -1) {
			if submatch(s, m, 1) != "" && submatch(s, m, 2) != "" {
				c.zeros(c.passage.Pos, s, m, diag.Info)
			}
		}
	}
}

// continues tells whether figures or a fraction go on at i.
func continues(s string, i int) bool {
	return i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == '/' || s[i] == '.' && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9' || s[i] == '-' || s[i] == ',')
}

func exists(d viet.Date) bool {
	return d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= (viet.Date{Year: d.Year, Month: d.Month}).Last().Day
}

// dayWord puts «ngày» before a date written in figures.
func dayWord(s string) string {
	if strings.HasPrefix(viet.Lower(s), "ngày") {
		return s
	}
	return "ngày " + s
}

func noSuchDay(d viet.Date) string {
	switch {
	case d.Month < 1 || d.Month > 12:
		return "một năm có 12 tháng; xem lại ngày và tháng"
	case d.Year == 0:
		return fmt.Sprintf("tháng %d có %d ngày", d.Month, (viet.Date{Year: 2000, Month: d.Month}).Last().Day)
	}
	return fmt.Sprintf("tháng %d năm %d có %d ngày", d.Month, d.Year, (viet.Date{Year: d.Year, Month: d.Month}).Last().Day)
}

// weekday compares a day of the week named right before or behind a date with the calendar.
func (c *checker) weekday(d day) {
	names := c.words.list("thu").phrases // Monday first
	if len(names) != 7 {
		return
	}
	is := (int(time.Date(d.date.Year, time.Month(d.date.Month), d.date.Day, 0, 0, 0, 0, time.UTC).Weekday()) + 6) % 7
	said, words := c.weekdayAt(d)
	if said < 0 || said == is {
		return
	}
	c.report(slip{id: IDDateWeekday, severity: diag.Warning,
		message: fmt.Sprintf("ngày %s là %s, văn bản ghi «%s»", d.date.Short(), names[is].text, words), hint: "xem lại thứ, hoặc ngày"})
}

// weekdayAt gives the day of the week that is named beside a date, Monday 0, -1 for none.
func (c *checker) weekdayAt(d day) (int, string) {
	s := c.passage.Text
	before := strings.TrimRight(strings.TrimSuffix(strings.TrimRight(s[:d.start], " ,"), "ngày"), " ,(")
	after := strings.TrimLeft(s[d.end:], " ")
	if len(before) > 40 {
		before = before[len(before)-40:]
	}
	tokens := tokenize(strings.ToValidUTF8(before, ""))
	for i, p := range c.words.list("thu").phrases {
		n := len(tokens) - len(p.keys)
		named := matches(tokens, n, p.keys) || n >= 0 && i < 6 && tokens[n].key == p.keys[0] && tokens[n+1].text == fmt.Sprint(i+2)
		if named && c.opensDay(tokens, n) {
			return i, words(tokens[n:])
		}
	}
	rest, bracket := strings.CutPrefix(after, "(")
	if !bracket {
		return -1, ""
	}
	inner, _, _ := strings.Cut(rest, ")")
	tokens = tokenize(clip(inner, 40))
	for i, p := range c.words.list("thu").phrases {
		if matches(tokens, 0, p.keys) && len(tokens) == len(p.keys) {
			return i, words(tokens)
		}
	}
	return -1, ""
}

// opensDay tells whether a day of the week can begin at i: «lần thứ hai» is none.
func (c *checker) opensDay(tokens []token, i int) bool {
	return i == 0 || tokens[i-1].kind == mark || c.words.list("buoi").before(tokens, i)
}

// clip cuts a text to a number of bytes, at a letter.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}
