// Package unit holds lengths as whole EMU and the ranges that a layout standard gives them.
//
// One EMU (English Metric Unit) is 1/914 400 inch: 36 000 to the millimetre, 12 700 to the point,
// 635 to the twip. All three units that official documents are measured in are whole numbers of it,
// so a length never picks up a rounding error on its way from standard.yaml to a page.
//
// Start from [Parse] and [ParseRange].
package unit

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Length is a distance in EMU.
type Length int64

// The units a length is written or handed on in.
const (
	EMU  Length = 1
	Twip Length = 635
	Pt   Length = 12700
	MM   Length = 36000
	CM   Length = 360000
)

// Points gives the length in points (1/72 inch).
func (l Length) Points() float64 { return float64(l) / float64(Pt) }

// Millimetres gives the length in millimetres.
func (l Length) Millimetres() float64 { return float64(l) / float64(MM) }

// Twips gives the length in twentieths of a point, rounded to the nearest.
func (l Length) Twips() int64 { return roundDiv(int64(l), int64(Twip)) }

// HalfPoints gives the length in half points, rounded to the nearest: the unit of w:sz.
func (l Length) HalfPoints() int64 { return roundDiv(int64(l), int64(Pt)/2) }

// FromPoints gives the length of p points, rounded to the nearest EMU.
func FromPoints(p float64) Length { return Length(math.Round(p * float64(Pt))) }

// String writes the length in the larger of mm and pt that gives a short number: "30mm", "13pt".
func (l Length) String() string {
	if l%(Pt/2) == 0 && l%MM != 0 {
		return strconv.FormatFloat(l.Points(), 'f', -1, 64) + "pt"
	}
	mm := strconv.FormatFloat(l.Millimetres(), 'f', 3, 64)
	return strings.TrimRight(strings.TrimRight(mm, "0"), ".") + "mm"
}

func roundDiv(n, d int64) int64 {
	if n < 0 {
		return -((-n + d/2) / d)
	}
	return (n + d/2) / d
}

// Parse reads a length written as a decimal number and one of mm, cm, pt: "30mm", "12.7mm", "13pt".
// It errs on anything else, on a number out of range, and on a missing unit.
func Parse(s string) (Length, error) {
	for suffix, one := range map[string]Length{"mm": MM, "cm": CM, "pt": Pt} {
		digits, ok := strings.CutSuffix(s, suffix)
		if !ok {
			continue
		}
		n, err := strconv.ParseFloat(strings.TrimSpace(digits), 64)
		if err != nil || math.IsNaN(n) || math.Abs(n) > 1e6 {
			return 0, fmt.Errorf("số đo «%s» không đọc được: viết như 30mm, 1.27cm, 13pt", s)
		}
		return Length(math.Round(n * float64(one))), nil
	}
	return 0, fmt.Errorf("số đo «%s» thiếu đơn vị: viết như 30mm, 1.27cm, 13pt", s)
}
