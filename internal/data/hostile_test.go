package data

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"vanban/internal/diag"
)

func decomposed(text string) string { return norm.NFD.String(text) }

// aliasBomb is nine levels of nine: some 400 million values in 500 bytes.
func aliasBomb() string {
	var b strings.Builder
	b.WriteString("a0: &a0 [x, x, x, x, x, x, x, x, x]\n")
	for i := 1; i < 9; i++ {
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 9), ", "))
	}
	return b.String()
}

// What a file may do to exhaust the machine ends in one finding that names it.
func TestHostile(t *testing.T) {
	for _, c := range []struct{ what, name, src, want string }{
		{"alias bomb", "a.yaml", aliasBomb(), IDSize},
		{"alias chain deeper than it is written", "a.yaml", aliasChain(40), IDDepth},
		{"flow depth", "a.yaml", "a: " + strings.Repeat("[", 100_000), IDDepth},
		{"map depth", "a.yaml", "a: " + strings.Repeat("{a: ", 1000), IDDepth},
		{"block depth", "a.yaml", strings.Repeat("- ", 1000) + "x", IDDepth},
		{"JSON depth", "a.json", strings.Repeat("[", 100_000), IDDepth},
		{"many values", "a.yaml", "a: [" + strings.Repeat("a,", 250_000) + "]", IDSize},
		{"very many values", "a.yaml", "a: [" + strings.Repeat("a,", 2_000_000) + "]", IDSize},
		{"many JSON values", "a.json", "[" + strings.Repeat("1,", 250_000) + "1]", IDSize},
		{"long value", "a.yaml", "a: " + strings.Repeat("x", MaxScalar+1), IDSize},
		{"long JSON value", "a.json", `{"a":"` + strings.Repeat("x", MaxScalar+1) + `"}`, IDSize},
		{"long file", "a.yaml", strings.Repeat("#", MaxFile+1), IDSize},
		{"long key", "a.yaml", strings.Repeat("x", 2000) + ": 1", IDKey},
		{"code", "a.yaml", "a: !!python/object/apply:os.system [x]", IDTag},
	} {
		_, found := Parse(c.name, []byte(c.src))
		if len(found) != 1 || found[0].ID != c.want || found[0].Severity != diag.Error {
			t.Errorf("%s: found %.300s, want one %s", c.what, findings(found), c.want)
		}
	}
}

// aliasChain nests each list twice over by an alias, so that n lines make 2n levels.
func aliasChain(n int) string {
	var b strings.Builder
	b.WriteString("a0: &a0 [[x]]\n")
	for i := 1; i < n; i++ {
		fmt.Fprintf(&b, "a%d: &a%d [[*a%d]]\n", i, i, i-1)
	}
	return b.String()
}

// Numbers of any size are text, and cost no more than their letters.
func TestHugeNumbersStayText(t *testing.T) {
	for _, number := range []string{"1e999999999", strings.Repeat("9", 5000), "-0.000000000000000000001", "0x7fffffffffffffffffff", "1e-999999999"} {
		tree, found := Parse("a.yaml", []byte("a: "+number+"\n"))
		if got := tree.Field("a"); got == nil || got.Text != number || len(found) > 0 {
			t.Errorf("%.20s: %v %v", number, got, found)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, src := range []string{"a: b: c\n", "a:\n\tb: 1\n", "a: &x\n  b: *x\n", "a: |\n  x\n\n y\n", "a: >-\n  x\n", "? [a]\n: b\n",
		"a: \"\\x07\\u0302\"\n", "%YAML 1.2\n---\na: 1\n...\n", "a: 'x\n", "{a: [b, {c: d}], e: *f}", "!!map {a: !x b}", "- - - a\n",
		`{"a": [1, 2.5e3, "x\ud83d\ude00\n", null, true], "b": {}}`, `{"a":1,}`, "\ufeffa\r\nb", "a\u0302: 1\nâ: 2", "<<: {a: 1}"} {
		f.Add(src, true)
		f.Add(src, false)
	}
	f.Fuzz(func(t *testing.T, src string, asJSON bool) {
		if len(src) > 1<<16 {
			return
		}
		name := "a.yaml"
		if asJSON {
			name = "a.json"
		}
		tree, found := Parse(name, []byte(src))
		if tree == nil && !found.HasErrors() {
			t.Fatalf("no tree and no error for %q", src)
		}
		checkPlaces(t, src, tree, found)
		if asJSON && !found.HasErrors() && !json.Valid([]byte(normalLines(src))) {
			t.Fatalf("read, but is no JSON: %q", src)
		}
	})
}

// checkPlaces fails on a place that is not in the file, and on text that is not clean.
func checkPlaces(t *testing.T, src string, tree *Node, found diag.List) {
	var sources Sources
	sources.Add("f", []byte(src))
	ok := func(p diag.Pos) bool {
		line, in := sources.Line("f", max(p.Line, 1))
		return p.Line >= 0 && p.Col >= 0 && p.Len >= 0 && (!in && p.Line <= strings.Count(src, "\n")+2 || p.Col <= len([]rune(line))+1)
	}
	for _, d := range found {
		if !ok(d.Pos) && d.ID != IDEncoding {
			t.Fatalf("%q: place %+v of «%s»", src, d.Pos, d.Message)
		}
		if strings.ContainsAny(d.Message, "\n") {
			t.Fatalf("%q: message of several lines %q", src, d.Message)
		}
	}
	var walk func(n *Node)
	walk = func(n *Node) {
		if n == nil {
			return
		}
		if !ok(n.Pos) {
			t.Fatalf("%q: place %+v of %q", src, n.Pos, n.Text)
		}
		if !norm.NFC.IsNormalString(n.Text) || strings.IndexFunc(n.Text, isControl) >= 0 {
			t.Fatalf("%q: text %q", src, n.Text)
		}
		for _, item := range n.Items {
			walk(item)
		}
		for _, f := range n.Fields {
			walk(f.Value)
		}
	}
	walk(tree)
}

func BenchmarkParseYAML(b *testing.B) {
	src := []byte(strings.Repeat("- ten: Nhiệm vụ về chuyển đổi số\n  chu_tri: Sở Khoa học và Công nghệ\n  thoi_gian: {tu: Q4/2025, den: Q2/2026}\n", 1000))
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		Parse("a.yaml", src)
	}
}
