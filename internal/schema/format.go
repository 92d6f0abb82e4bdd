package schema

import (
	"encoding/json"
	"errors"
	"strings"

	"vanban/internal/viet"
)

// format is a form of text that schemas name.
type format struct {
	name string
	id   string // of the findings
	what string // what it is, in Vietnamese
	// parse gives the one text for all ways to write a value, and errs where a text has not the form.
	parse func(text string) (string, error)
}

// formats are those that schemas may name, and no others.
var formats = []format{
	{"ngay", IDDate, "ngày", func(t string) (string, error) { d, err := viet.ParseDate(t); return d.String(), err }},
	{"thoi_ky", IDDate, "thời kỳ", func(t string) (string, error) { p, err := viet.ParsePeriod(t); return p.String(), err }},
	{"gio", IDDate, "giờ", func(t string) (string, error) { c, err := viet.ParseClock(t); return c.String(), err }},
	{"so_nguyen", IDNumber, "số nguyên", parseWhole},
	{"so_tien", IDNumber, "số tiền", parseMoney},
}

// formatNamed gives a format by its name.
func formatNamed(name string) (format, bool) {
	for _, f := range formats {
		if f.name == name {
			return f, true
		}
	}
	return format{}, false
}

func formatNames() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}

// check is the format as the library asks for it. Only scalars have a form; an empty one is for minLength
// and required to judge.
func (f format) check(v any) error {
	var text string
	switch v := v.(type) {
	case string:
		text = v
	case json.Number:
		text = v.String()
	}
	if text == "" {
		return nil
	}
	_, err := f.parse(text)
	return err
}

func parseWhole(text string) (string, error) {
	grouped, err := viet.Group(text)
	if err == nil && strings.Contains(grouped, ",") {
		err = &viet.NumberError{Input: text, Reason: "có phần thập phân", Hint: "viết số không có dấu phẩy"}
	}
	return grouped, err
}

// parseMoney reads an amount in đồng: whole, for no coin is smaller, and not less than nothing. What looks like
// decimals is mostly grouping gone wrong: «450.00» would be printed as 450 đồng.
func parseMoney(text string) (string, error) {
	grouped, err := viet.Group(text)
	switch {
	case err != nil:
	case strings.Contains(grouped, ","):
		err = &viet.NumberError{Input: text, Reason: "có phần lẻ của đồng", Hint: "viết số đồng, dấu chấm ngăn đủ ba chữ số: 450.000.000"}
	case strings.HasPrefix(grouped, "-"):
		err = &viet.NumberError{Input: text, Reason: "là số âm", Hint: "viết số tiền từ 0 trở lên"}
	}
	return grouped, err
}

// reasonOf gives the reason, which reads on from the value, and the hint of a format's error.
func reasonOf(err error) (reason, hint string) {
	var date *viet.DateError
	var number *viet.NumberError
	switch {
	case errors.As(err, &date):
		return date.Reason, date.Hint
	case errors.As(err, &number):
		return number.Reason, number.Hint
	}
	panic("schema: a format gave an error of another kind: " + err.Error())
}
