package word_test

import (
	"testing"

	"vanban/internal/viet"
	"vanban/internal/word"
	. "vanban/internal/word/wordtest"
)

func TestLegacyFonts(t *testing.T) {
	vn := func(font, text string) string { return R(Letters(font, 14, ""), text) }
	for _, c := range []struct{ name, body, want string }{
		{"TCVN3", P("", vn(".VnTime", "KÕ ho¹ch ph¸t triÓn n«ng nghiÖp")), "Kế hoạch phát triển nông nghiệp"},
		{"capitals by font", P("", vn(".VnTimeH", "quyÕt ®Þnh")), "QUYẾT ĐỊNH"},
		{"VNI", P("", vn("VNI-Times", "Keá hoaïch phaùt trieån")), "Kế hoạch phát triển"},
		{"a letter and its mark in two runs", P("", vn("VNI-Times", "Keá hoa"), vn("VNI-Times", "ïch phaùt trie"), vn("VNI-Times", "ån")), "Kế hoạch phát triển"},
		{"two encodings and Unicode in one paragraph", P("", vn(".VnTime", "KÕ ho¹ch "), vn("Times New Roman", "năm 2026, café "), vn("VNI-Times", "Vieät Nam")), "Kế hoạch năm 2026, café Việt Nam"},
		{"Unicode that kept its font", P("", vn(".VnTime", "Kế hoạch phát triển nông nghiệp và các xã")), "Kế hoạch phát triển nông nghiệp và các xã"},
		{"Unicode that kept its font, a run with letters of Western Europe alone", P("", vn(".VnTime", "Kế hoạch phát triển ")) + P("", vn(".VnTime", "các xã")), "Kế hoạch phát triển |các xã"},
		{"codes of a font of symbols", P("", vn(".VnTime", "ho\uF0B9ch")), "hoạch"},
		{"no letters", P("", vn(".VnTime", " 12/2026 - ")), " 12/2026 - "},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := text(read(t, New(c.body))); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
	d := read(t, New(P("", vn(".VnTime", "KÕ ho¹ch"))))
	if r := word.Paragraphs(d.Body)[0].Runs[0]; r.Legacy != viet.TCVN3 || r.Font != ".VnTime" || len(d.Remarks) != 1 || d.Remarks[0].Kind != word.RemarkLegacy {
		t.Errorf("%+v %+v", r, d.Remarks)
	}
}
