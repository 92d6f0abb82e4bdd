package merge_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/merge"
	"vanban/internal/tmpl"
)

// fuzzBody prints one value in the places where it could become structure.
const fuzzBody = "{{ .trich_yeu }}\nVề {{ hoa .trich_yeu }}\n{{ range tach .trich_yeu \";\" }}\n- {{ . }}\n{{ end }}\n{{ bo_cham .trich_yeu }}{{ .trich_yeu }}\n"

// FuzzMerge puts any text through a fixed template: no line that begins with it may be structure, and no
// run may panic.
func FuzzMerge(f *testing.F) {
	for _, s := range []string{"chữ", "1. x", "- x\n- y", "Điều 1.", "|a|", ":::", "**", `\`, "a;b", "\x00", " 1. x"} {
		f.Add(s)
	}
	tm := parse(f, planSchema, fuzzBody)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		doc := &data.Node{Kind: data.Map, Fields: []data.Field{{Key: "trich_yeu",
			Value: &data.Node{Kind: data.Text, Text: text, Pos: diag.Pos{File: "d", Line: 1, Col: 12}}}}}
		m, list := merge.Run(tm, doc, toy(), merge.Options{Draft: true})
		if m == nil {
			t.Fatalf("no draft: %s", show(list))
		}
		for i, line := range strings.Split(m.Text, "\n") {
			if structure.MatchString(line) && !strings.HasPrefix(line, "- ") {
				t.Errorf("line %d is structure: %q", i+1, line)
			}
			m.Origin(i+1, 1)
			m.Origin(i+1, utf8.RuneCountInString(line))
		}
	})
}

// FuzzTemplate runs any body: it must end, and never panic.
func FuzzTemplate(f *testing.F) {
	f.Add(fuzzBody)
	f.Add("{{ range .nhiem_vu }}{{ .ten }}{{ end }}{{ index .nhiem_vu 0 }}")
	f.Add("{{ define \"a\" }}{{ template \"a\" . }}{{ end }}{{ template \"a\" . }}")
	f.Add("{{ $x := list 1 2 }}{{ $x = concat $x $x }}{{ printf \"%s\" (first $x) }}{{ not nil }}")
	f.Add("{{ loi . (dict \"a\" .) }}{{ and .so nil }}{{ or }}{{ template \"x\" }}{{ with cac_quy \"2026\" \"2027\" }}{{ (index . 0).ten }}{{ end }}")
	f.Add("{{ $x := list 1 $x }}{{ if .so }}{{ $y := 1 }}{{ else }}{{ $y }}{{ end }}{{ and nil ($z := 1) }}{{ $z }}")
	doc := parseData(f, "trich_yeu: a\nso: 5\nnoi_nhan: [a, b]\nnhiem_vu: [{ten: a, thoi_gian: {tu: Q1/2026}}]\n")
	f.Fuzz(func(t *testing.T, body string) {
		tm, _ := tmpl.Parse("thu.tmpl", source(planSchema, body), env())
		if tm == nil {
			return
		}
		_, list := merge.Run(tm, doc, toy(), merge.Options{Draft: true, Limits: merge.Limits{Steps: 20_000, Output: 1 << 16}})
		for _, d := range list {
			if d.ID == merge.IDExecute {
				t.Errorf("the walk stopped by itself: %s", show(list))
			}
		}
	})
}
