package schema

import (
	"testing"

	"vanban/internal/data"
)

func TestCanonical(t *testing.T) {
	s, found := Compile("a.tmpl", tree(t, "a.yaml", `
type: object
properties:
  so: {type: [string, integer]}
  ngay: {type: string, format: ngay}
  han: {oneOf: [{type: array, items: {type: string, format: thoi_ky}}, {type: string, format: thoi_ky}]}
  tien: {type: [string, integer], format: so_tien}
  chu: {type: string}
`), nil)
	if len(found) > 0 {
		t.Fatal(show(found))
	}
	hash := func(src string) data.Sum {
		return data.Hash(s.Canonical(tree(t, "du-lieu.yaml", src)))
	}
	base := hash("so: 8\nngay: 2026-09-05\nhan: [Q4/2026]\ntien: 1200000\nchu: 08")
	for _, same := range []string{
		"so: 08\nngay: 05/9/2026\nhan: [quý IV/2026]\ntien: 1.200.000\nchu: 08",
		"chu: '08'\nso: '8'\nngay: ngày 05 tháng 9 năm 2026\nhan: [Q4/2026]\ntien: '1200000'",
	} {
		if hash(same) != base {
			t.Errorf("%q is another document", same)
		}
	}
	for _, other := range []string{
		"so: 8\nngay: 2026-09-06\nhan: [Q4/2026]\ntien: 1200000\nchu: 08",
		"so: 8\nngay: 2026-09-05\nhan: [Q3/2026]\ntien: 1200000\nchu: 08",
		"so: 8\nngay: 2026-09-05\nhan: [Q4/2026]\ntien: 12000000\nchu: 08",
		"so: 80\nngay: 2026-09-05\nhan: [Q4/2026]\ntien: 1200000\nchu: 08",
		"so: 8\nngay: 2026-09-05\nhan: [Q4/2026]\ntien: 1200000\nchu: 8",
	} {
		if hash(other) == base {
			t.Errorf("%q is taken for the same document", other)
		}
	}
}
