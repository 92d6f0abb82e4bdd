package viet

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestCase(t *testing.T) {
	cases := []struct{ in, upper, lower, capital string }{
		{"", "", "", ""},
		{"đường Điện", "ĐƯỜNG ĐIỆN", "đường điện", "Đường Điện"},
		{"ủy ban nhân dân", "ỦY BAN NHÂN DÂN", "ủy ban nhân dân", "Ủy ban nhân dân"},
		{"«hội nghị» UBND", "«HỘI NGHỊ» UBND", "«hội nghị» ubnd", "«Hội nghị» UBND"},
		{"(ông Ba)", "(ÔNG BA)", "(ông ba)", "(Ông Ba)"},
		{"6 tháng đầu năm", "6 THÁNG ĐẦU NĂM", "6 tháng đầu năm", "6 tháng đầu năm"},
		{"ưỡn ượt", "ƯỠN ƯỢT", "ưỡn ượt", "Ưỡn ượt"},
		{"—", "—", "—", "—"},
	}
	for _, c := range cases {
		for form, in := range map[string]string{"composed": c.in, "decomposed": norm.NFD.String(c.in)} {
			if got := Upper(in); got != c.upper {
				t.Errorf("Upper(%q) %s = %q, want %q", c.in, form, got, c.upper)
			}
			if got := Lower(in); got != c.lower {
				t.Errorf("Lower(%q) %s = %q, want %q", c.in, form, got, c.lower)
			}
			if got := Capitalize(in); got != c.capital {
				t.Errorf("Capitalize(%q) %s = %q, want %q", c.in, form, got, c.capital)
			}
		}
	}
}

func TestNFC(t *testing.T) {
	if got := NFC("e\u0323\u0302"); got != "ệ" {
		t.Errorf("NFC of e with two marks = %q", got)
	}
	if got := NFC("e\u0302\u0323"); got != "ệ" {
		t.Errorf("NFC with the marks the other way round = %q", got)
	}
}

func TestJoinAnd(t *testing.T) {
	cases := []struct {
		items []string
		want  string
	}{
		{nil, ""},
		{[]string{"Sở Nội vụ"}, "Sở Nội vụ"},
		{[]string{"Sở Nội vụ", "Sở Tài chính"}, "Sở Nội vụ và Sở Tài chính"},
		{[]string{"A", "B", "C"}, "A, B và C"},
	}
	for _, c := range cases {
		if got := JoinAnd(c.items); got != c.want {
			t.Errorf("JoinAnd(%q) = %q, want %q", c.items, got, c.want)
		}
	}
}

// TestComposedAtOnce checks the characters that NFC takes for composed against the tables of Unicode.
func TestComposedAtOnce(t *testing.T) {
	for r := rune(0); r < 0x3000; r++ {
		s := string(r)
		if isComposed(s) && (!norm.NFC.IsNormalString(s) || !norm.NFC.PropertiesString(s).BoundaryBefore()) {
			t.Errorf("U+%04X is not composed, or joins with what stands before it", r)
		}
	}
	if got := NFC("\xff\u0065\u0301"); got != "\xff\u00e9" {
		t.Errorf("a broken byte before a mark: %q", got)
	}
}
