package viet

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FuzzAnyText holds every function to the promises of the package comment on any text.
func FuzzAnyText(f *testing.F) {
	for _, s := range []string{
		"", " ", "Ủy ban nhân dân tỉnh Lâm Đồng", "ủy ban", "11/9/2025", "ngày … tháng 6 năm 2026",
		"Quý IV/2025", "6 tháng đầu năm 2026", "8 giờ 30 phút", "1.234.567,5", "-0", "999999999999999999999999999999",
		"XIV", "đ", "nhân dаn\u200b\u202e\x00", "\xff\xfe", "\u0301\u0301", "q\u0301a\u0323\u0301", "ÊBan H’Vi",
		strings.Repeat("e\u0302\u0323", 50), strings.Repeat("\u0300", 100), "ŉ ǰ İ ß ﬁ", "𝐀𝟏",
	} {
		f.Add(s, "hoà")
	}
	f.Fuzz(func(t *testing.T, s, other string) {
		for name, got := range map[string]string{
			"NFC": NFC(s), "Upper": Upper(s), "Lower": Lower(s), "Capitalize": Capitalize(s),
		} {
			if !norm.NFC.IsNormalString(got) {
				t.Errorf("%s(%q) = %q is not composed", name, s, got)
			}
			if utf8.ValidString(s) && !utf8.ValidString(got) {
				t.Errorf("%s(%q) = %q is cut", name, s, got)
			}
		}
		if folded := Fold(s); utf8.ValidString(s) && Fold(folded) != folded {
			t.Errorf("Fold(%q) = %q folds further to %q", s, folded, Fold(folded))
		}
		if Compare(s, s) != 0 || Compare(s, other) != -Compare(other, s) || CompareNames(s, other) != -CompareNames(other, s) {
			t.Errorf("%q and %q have no order", s, other)
		}
		if _, found := Nearest(s, []string{other, s}); !found && utf8.RuneCountInString(Fold(s)) > 0 {
			t.Errorf("%q is not near itself", s)
		}
		readers(t, s)
		runes := []rune(s)
		for _, found := range Suspects(s) {
			if found.Index >= len(runes) || runes[found.Index] != found.Rune || found.Message == "" {
				t.Errorf("Suspects(%q) found %+v", s, found)
			}
		}
		ToneStyle(s)
		LetterIndex(s)
	})
}

// readers checks that what is read can be written and read again.
func readers(t *testing.T, s string) {
	if d, err := ParseDate(s); err == nil {
		if again, err := ParseDate(d.Short()); again != d {
			t.Errorf("%q is read as %v, that as %v, %v", s, d, again, err)
		}
	}
	if p, err := ParsePeriod(s); err == nil {
		if again, err := ParsePeriod(p.String()); again != p {
			t.Errorf("%q is read as %v, that as %v, %v", s, p, again, err)
		}
	}
	if c, err := ParseClock(s); err == nil {
		if again, err := ParseClock(c.Long()); again != c {
			t.Errorf("%q is read as %v, that as %v, %v", s, c, again, err)
		}
	}
	if grouped, err := Group(s); err == nil {
		if again, err := Group(grouped); again != grouped {
			t.Errorf("Group(%q) = %q, of that %q, %v", s, grouped, again, err)
		}
	}
	if n, ok := ParseRoman(s); ok {
		if again, err := Roman(n); again != s {
			t.Errorf("%q is read as %d, which is %q, %v", s, n, again, err)
		}
	}
	if words, err := Money(s, WordOptions{}); err == nil && words == "" {
		t.Errorf("Money(%q) is empty", s)
	}
}
