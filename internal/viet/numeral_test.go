package viet

import (
	"strings"
	"testing"
)

func TestRoman(t *testing.T) {
	for n, want := range map[int]string{1: "I", 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 1994: "MCMXCIV", 3999: "MMMCMXCIX"} {
		if got, err := Roman(n); got != want || err != nil {
			t.Errorf("Roman(%d) = %q, %v, want %q", n, got, err, want)
		}
	}
	for _, n := range []int{0, -3, 4000} {
		if got, err := Roman(n); err == nil {
			t.Errorf("Roman(%d) = %q, want an error", n, got)
		}
	}
}

func TestParseRomanReadsAllThatRomanWrites(t *testing.T) {
	for n := 1; n <= maxRoman; n++ {
		s, err := Roman(n)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := ParseRoman(s); got != n || !ok {
			t.Fatalf("ParseRoman(%q) = %d, %t, want %d", s, got, ok, n)
		}
	}
	for _, s := range []string{"", "iv", "IIII", "VV", "IC", "IVI", "A", "I ", "XIVa", "MMMM", strings.Repeat("M", 1000)} {
		if got, ok := ParseRoman(s); ok {
			t.Errorf("ParseRoman(%q) = %d, want none", s, got)
		}
	}
}

func TestLetters(t *testing.T) {
	var all []string
	for n := 1; ; n++ {
		s, err := Letter(n)
		if err != nil {
			break
		}
		if LetterIndex(s) != n {
			t.Errorf("LetterIndex(%q) = %d, want %d", s, LetterIndex(s), n)
		}
		all = append(all, s)
	}
	if got, want := strings.Join(all, " "), "a b c d đ e g h i k l m n o p q r s t u v x y"; got != want {
		t.Errorf("letters are %q, want %q", got, want)
	}
	if s, err := Letter(0); err == nil {
		t.Errorf("Letter(0) = %q, want an error", s)
	}
	for _, s := range []string{"", "f", "j", "w", "z", "ă", "A", "Đ", "aa", "ab"} {
		if n := LetterIndex(s); n != 0 {
			t.Errorf("LetterIndex(%q) = %d, want 0", s, n)
		}
	}
}
