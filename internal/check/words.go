package check

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"

	"vanban/internal/unit"
)

// mm writes a length in millimetres as people read it: «12,7 mm».
func mm(l unit.Length) string {
	return strings.Replace(strconv.FormatFloat(float64(int64(l.Millimetres()*10+0.5))/10, 'f', -1, 64), ".", ",", 1) + " mm"
}

// pt writes a length in points: «13,5».
func pt(l unit.Length) string {
	return strings.Replace(strconv.FormatFloat(float64(int64(l.Points()*100+0.5))/100, 'f', -1, 64), ".", ",", 1)
}

// decimal writes a number with a comma.
func decimal(f float64) string {
	return strings.Replace(strconv.FormatFloat(float64(int64(f*100+0.5))/100, 'f', -1, 64), ".", ",", 1)
}

// share writes a part of a whole as people say it: «1/3», or «0,45» where no small fraction is near.
func share(f float64) string {
	for n := 2; n <= 5; n++ {
		if k := math.Round(f * float64(n)); math.Abs(f-k/float64(n)) < 0.005 {
			return fmt.Sprintf("%.0f/%d", k, n)
		}
	}
	return decimal(f)
}

// between says what a range demands, in millimetres: «từ 20 mm đến 25 mm».
func between(r unit.Range) string {
	if r.Min == r.Max {
		return "là " + mm(r.Min)
	}
	return fmt.Sprintf("từ %s đến %s", mm(r.Min), mm(r.Max))
}

// betweenPt is the same of sizes of letters: «từ 13 đến 14».
func betweenPt(r unit.Range) string {
	if r.Min == r.Max {
		return "là " + pt(r.Min)
	}
	return fmt.Sprintf("từ %s đến %s", pt(r.Min), pt(r.Max))
}

// clamp is the length of the range that is nearest.
func clamp(l unit.Length, r unit.Range) unit.Length { return min(max(l, r.Min), r.Max) }

// count counts letters and figures.
func count(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// dashed tells a text of nothing but dashes.
func dashed(s string) bool { return strings.Trim(s, " -–—_") == "" && strings.TrimSpace(s) != "" }

// upper tells a text whose letters are all capitals.
func upper(s string) bool {
	return strings.IndexFunc(s, unicode.IsLower) < 0 && strings.IndexFunc(s, unicode.IsUpper) >= 0
}
