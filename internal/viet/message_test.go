package viet

import (
	"strings"
	"testing"
)

func TestErrorTexts(t *testing.T) {
	cases := []struct {
		err  error
		want string
	}{
		{&DateError{"30/02/2026", "không có thật", "tháng 02/2026 có 28 ngày"},
			"«30/02/2026» không có thật: tháng 02/2026 có 28 ngày"},
		{&DateError{" ", "thời gian để trống", "viết như 2026"}, "thời gian để trống: viết như 2026"},
		{&NumberError{"1e6", "không phải là số", ""}, "«1e6» không phải là số"},
		{&NumberError{"a\x1b[31m\nb", "không phải là số", ""}, "«a\uFFFD[31m b» không phải là số"},
		{&NumberError{strings.Repeat("e\u0302\u0323", 100), "không phải là số", ""},
			"«" + strings.Repeat("ệ", maxQuoted) + "…» không phải là số"},
	}
	for _, c := range cases {
		if got := c.err.Error(); got != c.want {
			t.Errorf("Error() = %q, want %q", got, c.want)
		}
	}
}

func TestClipKeepsMarksWithTheirLetter(t *testing.T) {
	in := strings.Repeat("a", maxQuoted) + "\u0301b"
	if got, want := clip(in), NFC(strings.Repeat("a", maxQuoted)+"\u0301")+"…"; got != want {
		t.Errorf("clip = %q, want %q", got, want)
	}
	in = strings.Repeat("x", maxQuoted) + "\u0301b"
	if got, want := clip(in), strings.Repeat("x", maxQuoted)+"\u0301…"; got != want {
		t.Errorf("clip = %q, want %q", got, want)
	}
}
