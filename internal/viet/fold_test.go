package viet

import (
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	cases := []struct{ in, want string }{
		{"", ""},
		{"noi_nhan", "noi nhan"},
		{"Nơi nhận", "noi nhan"},
		{"  NƠI \u00a0 NHẬN. ", "noi nhan"},
		{"no\u031bi-nh\u00e2\u0323n", "noi nhan"},
		{"Địa danh", "dia danh"},
		{"Ðịa ðanh", "dia danh"},
		{"hòa/hoà", "hoa/hoa"},
		{"ngày\u200b ký", "ngay ky"},
		{"... _", ""},
		{"Số, ký hiệu", "so, ky hieu"},
	}
	for _, c := range cases {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestNearest(t *testing.T) {
	keys := []string{"noi_nhan", "noi_dung", "ngay", "so", "ky_hieu", "dia_danh", "trich_yeu"}
	cases := []struct {
		word, want string
		found      bool
	}{
		{"noi_nhan", "noi_nhan", true},
		{"Nơi nhận", "noi_nhan", true},
		{"noi_nhna", "noi_nhan", true}, // swapped
		{"noi_nhn", "noi_nhan", true},  // left out
		{"nơi-nhậnn", "noi_nhan", true},
		{"trich_yu", "trich_yeu", true},
		{"trihc_yue", "trich_yeu", true},
		{"nagy", "ngay", true},
		{"ngaay", "ngay", true},
		{"xgxyz", "", false},
		{"xgxy", "", false}, // two slips in four letters
		{"sô", "so", true},
		{"s", "", false}, // nothing may be left of the word
		{"", "", false},
		{"co_quan", "", false},
		{"phu_luc_kem_theo", "", false},
	}
	for _, c := range cases {
		got, found := Nearest(c.word, keys)
		if got != c.want || found != c.found {
			t.Errorf("Nearest(%q) = %q, %t, want %q, %t", c.word, got, found, c.want, c.found)
		}
	}
}

func TestNearestTakesTheNearerThenTheFirst(t *testing.T) {
	if got, _ := Nearest("chu_tri", []string{"chu_trxy", "chu_trx", "chu_try"}); got != "chu_trx" {
		t.Errorf("got %q, want the nearer, the first of two", got)
	}
	if _, found := Nearest("chu_tri", nil); found {
		t.Error("found something among nothing")
	}
}

// The band of the table must not change what the whole table would say.
func TestSlipsAgainstWholeTable(t *testing.T) {
	words := []string{"", "a", "ab", "ba", "abc", "acb", "bca", "abcd", "badc", "abdc", "aabbcc", "ccbbaa", "abcabc", "bcabca"}
	for _, a := range words {
		for _, b := range words {
			whole, _ := slips([]rune(a), []rune(b), 100)
			for limit := range 7 {
				got, ok := slips([]rune(a), []rune(b), limit)
				if ok != (whole <= limit) || ok && got != whole {
					t.Errorf("slips(%q, %q, %d) = %d, %t; whole table says %d", a, b, limit, got, ok, whole)
				}
			}
		}
	}
	if n, _ := slips([]rune("abcd"), []rune("badc"), 100); n != 2 {
		t.Errorf("two swaps counted as %d slips", n)
	}
}

func TestNearestOfLongTexts(t *testing.T) {
	long := strings.Repeat("kế hoạch ", 10000)
	if _, found := Nearest(long+"xy", []string{long + "xz", long}); !found {
		t.Error("one slip in a long text was not forgiven")
	}
}
