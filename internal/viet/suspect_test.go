package viet

import (
	"slices"
	"testing"
)

func TestSuspects(t *testing.T) {
	lookAlike := func(i int, r rune, message, fix string) []Suspect {
		return []Suspect{{i, r, LookAlike, message, fix}}
	}
	cases := []struct {
		in   string
		want []Suspect
	}{
		{"", nil},
		{"Ủy ban nhân dân\ttỉnh\r\nLâm Đồng, «Điều 1» – 200°", nil},
		{"α, β: Пушкин, Ωμέγα; 5 µm; СО₂ bằng chữ Nga", nil},
		{"a\x07b", []Suspect{{1, '\x07', Control, "ký tự điều khiển U+0007", ""}}},
		{"đ\u0085", []Suspect{{1, '\u0085', Control, "ký tự điều khiển U+0085", ""}}},
		{"đ\xff", []Suspect{{1, '\uFFFD', Control, "byte hỏng, không phải chữ UTF-8", ""}}},
		{"đ\uFFFD", []Suspect{{1, '\uFFFD', Control, "chữ «\uFFFD» (U+FFFD) thay cho một chữ đã hỏng từ trước", ""}}},
		{"\uFFFE", []Suspect{{0, '\uFFFE', Control, "mã U+FFFE không phải là chữ", ""}}},
		{"ngày\u200bký", []Suspect{{4, '\u200b', Invisible, "ký tự không nhìn thấy U+200B", ""}}},
		{"\ufeffmau", []Suspect{{0, '\ufeff', Invisible, "ký tự không nhìn thấy U+FEFF", ""}}},
		{"so\u00adan", []Suspect{{2, '\u00ad', Invisible, "ký tự không nhìn thấy U+00AD", ""}}},
		{"a\u3164", []Suspect{{1, '\u3164', Invisible, "ký tự không nhìn thấy U+3164", ""}}},
		{"\u202egnod", []Suspect{{0, '\u202e', Invisible, "ký tự không nhìn thấy U+202E, làm đảo chiều chữ", ""}}},
		{"\uf0b7 mục", []Suspect{{0, '\uf0b7', PrivateUse, "ký tự U+F0B7 chỉ riêng một phông chữ có", ""}}},
		{"số\u00a05", []Suspect{{2, '\u00a0', Space, "dấu cách không ngắt U+00A0", " "}}},
		{"số\u20285", []Suspect{{2, '\u2028', Space, "dấu cách lạ U+2028", " "}}},
		{"Lâm Ðồng", lookAlike(4, 'Ð', "chữ «Ð» (U+00D0) trông giống chữ «Đ» (U+0110)", "Đ")},
		{"ðồng", lookAlike(0, 'ð', "chữ «ð» (U+00F0) trông giống chữ «đ» (U+0111)", "đ")},
		{"nhân dаn", lookAlike(6, 'а', "chữ «а» (U+0430) trông giống chữ «a» (U+0061)", "a")},
		{"Кhánh", lookAlike(0, 'К', "chữ «К» (U+041A) trông giống chữ «K» (U+004B)", "K")},
		{"Tοán", lookAlike(1, 'ο', "chữ «ο» (U+03BF) trông giống chữ «o» (U+006F)", "o")},
	}
	for _, c := range cases {
		if got := Suspects(c.in); !slices.Equal(got, c.want) {
			t.Errorf("Suspects(%q) =\n%+v, want\n%+v", c.in, got, c.want)
		}
	}
}

func TestSuspectsAreListedInOrder(t *testing.T) {
	var at []int
	for _, s := range Suspects("Ð\u200b\x00а\u00a0хa") {
		at = append(at, s.Index)
	}
	if want := []int{0, 1, 2, 4, 5}; !slices.Equal(at, want) {
		t.Errorf("found at %v, want %v", at, want)
	}
}
