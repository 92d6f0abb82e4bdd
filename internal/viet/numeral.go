package viet

import (
	"fmt"
	"strings"
)

// maxRoman is the largest number that Roman numerals write without bars.
const maxRoman = 3999

var romanParts = []struct {
	value int
	text  string
}{
	{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
	{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
}

// Roman writes n as a Roman numeral (chữ số La Mã), as parts, chapters, appendices and quarters are
// numbered. It errs when n is not within 1 to 3999.
func Roman(n int) (string, error) {
	if n < 1 || n > maxRoman {
		return "", fmt.Errorf("số %d không viết được bằng chữ số La Mã: chỉ từ 1 đến %d", n, maxRoman)
	}
	var b strings.Builder
	for _, p := range romanParts {
		for ; n >= p.value; n -= p.value {
			b.WriteString(p.text)
		}
	}
	return b.String(), nil
}

// ParseRoman reads a Roman numeral in capitals and in its one right form: «IV», not «iv» or «IIII».
func ParseRoman(s string) (int, bool) {
	n, rest := 0, s
	for _, p := range romanParts {
		for n <= maxRoman && strings.HasPrefix(rest, p.text) {
			n += p.value
			rest = rest[len(p.text):]
		}
	}
	if rest != "" {
		return 0, false
	}
	right, err := Roman(n)
	return n, err == nil && right == s
}

// pointLetters are the letters of points (điểm) in order: the Vietnamese alphabet without ă, â, ê, ô, ơ, ư.
const pointLetters = "abcdđeghiklmnopqrstuvxy"

// Letter gives the n-th letter that points are marked with, from 1: a b c d đ e g h i k … y (Decree 30,
// Phụ lục I, phần II, mục 6.đ). It errs past the 23rd, where the decree offers nothing.
func Letter(n int) (string, error) {
	letters := []rune(pointLetters)
	if n < 1 || n > len(letters) {
		return "", fmt.Errorf("điểm thứ %d không có chữ cái: bảng chữ cái đánh dấu điểm có %d chữ, từ a đến y",
			n, len(letters))
	}
	return string(letters[n-1]), nil
}

// Letters gives the letters of points in order, for people: «a b c d đ e …».
func Letters() string { return strings.Join(strings.Split(pointLetters, ""), " ") }

// LetterIndex is the inverse of [Letter]: the place of a small letter among the marks of points, 0 for
// anything else.
func LetterIndex(s string) int {
	for i, r := range []rune(pointLetters) {
		if s == string(r) {
			return i + 1
		}
	}
	return 0
}
