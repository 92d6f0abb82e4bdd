package data

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMerge(t *testing.T) {
	base, _ := Parse("base.yaml", []byte(lines("so: 1", "co_quan: {ten: Sở Nội vụ, con: {a: 1, b: 2}}", "ky: [x]", "ngay:")))
	over, _ := Parse("over.yaml", []byte(lines("ngay: 2026-01-02", "co_quan: {con: {a: 9}, them: z}", "ky: [y]", "moi: 1")))
	before := outline(base)
	want := `map@1:1+0
so@1:1+2 = "1"@1:5+1 int
co_quan@2:1+7 = map@2:10+0
  con@2:11+3 = map@2:16+0
    a@2:17+1 = "9"@2:20+1 int
  them@2:24+4 = "z"@2:30+1
ky@3:1+2 = list@3:5+0
  - "y"@3:6+1
ngay@1:1+4 = "2026-01-02"@1:7+10
moi@4:1+3 = "1"@4:6+1 int
`
	if diff := cmp.Diff(want, dump(Merge(base, over))); diff != "" {
		t.Error(diff)
	}
	if outline(base) != before {
		t.Error("base was changed")
	}
	if Merge(nil, over) != over || Merge(base, nil) != base || Merge(nil, nil) != nil {
		t.Error("a nil side does not count as empty")
	}
}

func TestSources(t *testing.T) {
	var s Sources
	s.Add("a.yaml", []byte("\ufeffa\u0302: 1\r\nb: 2"))
	s.Add("b.yaml", []byte("x\xff"))
	for _, c := range []struct {
		file string
		n    int
		want string
		ok   bool
	}{{"a.yaml", 1, "â: 1", true}, {"a.yaml", 2, "b: 2", true}, {"a.yaml", 3, "", false}, {"a.yaml", 0, "", false}, {"b.yaml", 1, "", false}, {"c", 1, "", false}} {
		if got, ok := s.Line(c.file, c.n); got != c.want || ok != c.ok {
			t.Errorf("%s:%d: %q %v", c.file, c.n, got, ok)
		}
	}
}
