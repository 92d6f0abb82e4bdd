package word

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/unit"
)

// on reads an on/off element that is there: w:b is on, w:b w:val="0" is off.
func on(n *node) bool {
	v, said := n.has("w:val")
	if !said {
		return true
	}
	switch v {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// flag reads an on/off attribute.
func flag(v string) bool { return v == "1" || v == "true" || v == "on" || v == "t" }

// maxMeasure is the largest number in a measure that is taken: half a million times the side of a sheet.
const maxMeasure = 1e9

// measure reads a number of units, or a length with its unit as strict OOXML writes them ("12pt"). "" is no
// measure, and no fault either.
func (r *reader) measure(element, s string, one unit.Length) (unit.Length, bool) {
	if s == "" {
		return 0, false
	}
	figures := strings.TrimSpace(s)
	if n := len(figures); n > 2 && figures[n-1] > '9' {
		if each := named(figures[n-2:]); each != 0 {
			figures, one = figures[:n-2], each
		}
	}
	n, err := strconv.ParseFloat(figures, 64)
	if err != nil || math.IsNaN(n) || math.Abs(n)*float64(one) > maxMeasure*float64(unit.EMU) {
		r.badValue(element, s)
		return 0, false
	}
	return unit.Length(math.Round(n * float64(one))), true
}

// named is a unit by its name; 0 for no unit.
func named(name string) unit.Length {
	switch name {
	case "pt":
		return unit.Pt
	case "mm":
		return unit.MM
	case "cm":
		return unit.CM
	case "in":
		return 72 * unit.Pt
	case "pc", "pi":
		return 12 * unit.Pt
	case "px":
		return 9525
	}
	return 0
}

// number reads a whole number within bounds.
func (r *reader) number(element, s string, low, high int) (int, bool) {
	if s == "" {
		return 0, false
	}
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil {
		f, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
		if err != nil || math.Abs(f) > maxMeasure {
			r.badValue(element, s)
			return 0, false
		}
		n = int(f)
	}
	if n < low || n > high {
		r.badValue(element, s)
		return 0, false
	}
	return n, true
}

// badValue tells a value that cannot be one of its property.
func (r *reader) badValue(element, value string) {
	r.warn(IDMeasure, fmt.Sprintf("thuộc tính «%s» có giá trị «%s» không đọc được, đã bỏ qua", element, diag.Clip(value)),
		"mở bằng Word, đặt lại thuộc tính ở chỗ này rồi lưu lại")
}

// maxWarnings is how many different things are told of one file.
const maxWarnings = 500

// warn adds a warning at the paragraph that is being read; the same is told once, at the first.
func (r *reader) warn(id, message string, hints ...string) {
	if r.told[message] || len(r.told) > maxWarnings {
		return
	}
	r.told[message] = true
	if len(r.told) > maxWarnings {
		message, hints = "tệp còn những chỗ khác không đọc được, không kể hết ở đây", resave()
	}
	r.found.Add(diag.Diagnostic{ID: id, Severity: diag.Warning, Pos: r.here.Pos(), Message: message, Hints: hints})
}

// colour reads a colour in hexadecimal figures; "" for automatic and for what is none.
func colour(s string) string {
	if len(s) != 6 {
		return ""
	}
	for _, c := range []byte(s) {
		if !(c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F') {
			return ""
		}
	}
	return strings.ToUpper(s)
}
