package pdf

import (
	"testing"

	"vanban/internal/unit"
)

func TestAppendPoints(t *testing.T) {
	for _, c := range []struct {
		l    unit.Length
		want string
	}{
		{0, "0"},
		{13 * unit.Pt, "13"},
		{unit.Pt / 2, "0.5"},
		{210 * unit.MM, "595.276"},
		{297 * unit.MM, "841.89"},
		{-unit.Pt / 4, "-0.25"},
		{unit.Pt / 100, "0.01"},
		{6, "0"},     // 0.47 thousandths
		{7, "0.001"}, // 0.55 thousandths
		{-6, "0"},    // never "-0"
		{-7, "-0.001"},
	} {
		if got := string(appendPoints(nil, c.l)); got != c.want {
			t.Errorf("%d EMU: got %s, want %s", c.l, got, c.want)
		}
	}
}

func TestAppendColor(t *testing.T) {
	for color, want := range map[string]string{
		"": "0 0 0", "000000": "0 0 0", "FFFFFF": "1 1 1", "1f497d": "0.122 0.286 0.49",
	} {
		if got := string(appendColor(nil, color)); got != want {
			t.Errorf("%q: got %s, want %s", color, got, want)
		}
	}
	for _, bad := range []string{"red", "FFF", "#FFFFFF", "FFFFFFF", "+12345"} {
		mustPanic(t, bad, func() { appendColor(nil, bad) })
	}
}

func TestName(t *testing.T) {
	for s, want := range map[string]string{
		"LiberationSerif-Bold": "/LiberationSerif-Bold",
		"Times New Roman":      "/Times#20New#20Roman",
		"a/b(c)#":              "/a#2Fb#28c#29#23",
		"Chữ":                  "/Ch#E1#BB#AF",
	} {
		if got := name(s); got != want {
			t.Errorf("%q: got %s, want %s", s, got, want)
		}
	}
}

func TestTextString(t *testing.T) {
	for s, want := range map[string]string{
		"":    "<FEFF>",
		"Đề(": "<FEFF01101EC10028>",
		"😀":   "<FEFFD83DDE00>",
	} {
		if got := textString(s); got != want {
			t.Errorf("%q: got %s, want %s", s, got, want)
		}
	}
}

func mustPanic(t *testing.T, what string, f func()) {
	t.Helper()
	defer func() {
		if recover() == nil {
			t.Errorf("%s: no panic", what)
		}
	}()
	f()
}
