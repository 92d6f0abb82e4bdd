package diff

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// hair is a length, in millimetres, that nobody sees: by less than that programs round as they save a file.
const hair = 0.05

var measure = regexp.MustCompile(`-?[0-9]+(,[0-9]+)? mm`)

// sameValue tells two values of a fact that are the same, measures in them up to a hair.
func sameValue(a, b string) bool {
	if a == b {
		return true
	}
	if !strings.HasSuffix(a, " mm") && !strings.Contains(a, " mm,") || measure.ReplaceAllLiteralString(a, "mm") != measure.ReplaceAllLiteralString(b, "mm") {
		return false
	}
	before, after := measure.FindAllString(a, -1), measure.FindAllString(b, -1)
	for i := range before {
		if math.Abs(inMillimetres(before[i])-inMillimetres(after[i])) >= hair {
			return false
		}
	}
	return true
}

func inMillimetres(text string) float64 {
	v, err := strconv.ParseFloat(strings.Replace(strings.TrimSuffix(text, " mm"), ",", ".", 1), 64)
	if err != nil {
		return math.Inf(1) // longer than any length: no measure of ours
	}
	return v
}
