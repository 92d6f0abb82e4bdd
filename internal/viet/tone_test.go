package viet

import (
	"slices"
	"testing"
)

func TestToneStyle(t *testing.T) {
	cases := []struct {
		in       string
		old, new []string
	}{
		{"Cộng hòa, sức khỏe, thủy lợi, Ủy ban, ùy", []string{"hòa", "khỏe", "thủy", "Ủy", "ùy"}, nil},
		{"Cộng hoà, sức khoẻ, thuỷ lợi, Uỷ ban, uỳ", nil, []string{"hoà", "khoẻ", "thuỷ", "Uỷ", "uỳ"}},
		{"HÒA HOÀ", []string{"HÒA"}, []string{"HOÀ"}},
		{"quý quỹ quỳ qua quà quả quế", nil, nil},
		{"toàn hoài khoản thuyền khuỷu huỳnh ngoằn xòe", []string{"xòe"}, nil},
		{"hoa huy mùa lúa của thuở huệ già giỏ", nil, nil},
		{"hòa bình và hòa giải", []string{"hòa"}, nil},
		{"ho\u0300a hoa\u0300", []string{"hòa"}, []string{"hoà"}},
		{"x\u0300 \u0301\u0301\u0301 o\u0301\u0301a", nil, nil},
		{"", nil, nil},
	}
	for _, c := range cases {
		old, new := ToneStyle(c.in)
		if !slices.Equal(old, c.old) || !slices.Equal(new, c.new) {
			t.Errorf("ToneStyle(%q) = %q, %q, want %q, %q", c.in, old, new, c.old, c.new)
		}
	}
}
