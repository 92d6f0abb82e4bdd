package standard

import (
	"os"
	"path/filepath"
	"testing"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/unit"
)

func load(t *testing.T, id string, change func(string) string) (*Standard, diag.List) {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("..", "..", "templates", id, "standard.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(src)
	if change != nil {
		changed := change(text)
		if changed == text {
			t.Fatal("the change of this case changes nothing")
		}
		text = changed
	}
	root, findings := data.Parse(id+".yaml", []byte(text))
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	return Parse(id, root)
}

func TestBuiltInStandards(t *testing.T) {
	for _, id := range []string{"nd30", "dang"} {
		if _, findings := load(t, id, nil); len(findings) > 0 {
			t.Errorf("%s: %+v", id, findings)
		}
	}
}

// Mẫu và khoảng phải theo Nghị định: the ranges of Phụ lục I, read once by hand.
func TestDecreeRanges(t *testing.T) {
	s, _ := load(t, "nd30", nil)
	for name, c := range map[string]struct {
		got       unit.Range
		low, high unit.Length
	}{
		"top": {s.Page.Top.Range, 20 * unit.MM, 25 * unit.MM}, "bottom": {s.Page.Bottom.Range, 20 * unit.MM, 25 * unit.MM},
		"left": {s.Page.Left.Range, 30 * unit.MM, 35 * unit.MM}, "right": {s.Page.Right.Range, 15 * unit.MM, 20 * unit.MM},
		"national name": {s.Styles["quoc_hieu"].SizeRange, 12 * unit.Pt, 13 * unit.Pt},
		"motto":         {s.Styles["tieu_ngu"].SizeRange, 13 * unit.Pt, 14 * unit.Pt},
		"number":        {s.Styles["so_ky_hieu"].SizeRange, 13 * unit.Pt, 13 * unit.Pt},
		"recipients":    {s.Styles["noi_nhan"].SizeRange, 11 * unit.Pt, 11 * unit.Pt},
		"label":         {s.Styles["noi_nhan_nhan"].SizeRange, 12 * unit.Pt, 12 * unit.Pt},
		"body":          {s.Styles["noi_dung"].SizeRange, 13 * unit.Pt, 14 * unit.Pt},
	} {
		if c.got != (unit.Range{Min: c.low, Max: c.high}) {
			t.Errorf("%s: range %v, the decree says %v to %v", name, c.got, c.low, c.high)
		}
	}
	for _, key := range []string{"noi_dung", "khoan", "diem", "dieu", "can_cu", "muc"} {
		st := s.Styles[key]
		if st.FirstLine != 127*unit.MM/10 && st.FirstLine != 10*unit.MM {
			t.Errorf("%s: first line %v, the decree allows 10 mm and 12.7 mm", key, st.FirstLine)
		}
		if st.After+st.Before < 6*unit.Pt {
			t.Errorf("%s: gap below 6 pt", key)
		}
		if st.Line < 1 || st.Line > 1.5 {
			t.Errorf("%s: %v lines, the decree allows 1 to 1.5", key, st.Line)
		}
	}
	header := map[string][3]unit.Length{"14": {13 * unit.Pt, 14 * unit.Pt, 14 * unit.Pt}, "13": {12 * unit.Pt, 13 * unit.Pt, 13 * unit.Pt}}
	for set, want := range header {
		got := [3]unit.Length{s.Styles["quoc_hieu"].Size(set), s.Styles["tieu_ngu"].Size(set), s.Styles["dia_danh_ngay"].Size(set)}
		if got != want {
			t.Errorf("set %s: header sizes %v, the decree's pairs are %v", set, got, want)
		}
	}
}
