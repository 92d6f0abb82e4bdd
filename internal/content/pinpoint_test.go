package content

import (
	"testing"

	"vanban/internal/diag"
)

func TestPinpoint(t *testing.T) {
	lines := []string{"  - Trình Ủy Ban nhân dân tỉnh", "    Họp ngày 31/4/2026."}
	line := func(_ string, n int) (string, bool) {
		if n > len(lines) {
			return "", false
		}
		return lines[n-1], true
	}
	for _, c := range []struct {
		message  string
		at, want diag.Pos
	}{
		{"«Ủy Ban nhân dân» viết hoa chưa đúng", diag.Pos{Line: 1, Col: 5}, diag.Pos{Line: 1, Col: 11, Len: 15}},
		{"«ngày 31/4/2026» không có thật", diag.Pos{Line: 2, Col: 5, Len: 19}, diag.Pos{Line: 2, Col: 9, Len: 14}},
		{"có dấu cách: «… ngày 31/4/2026 …»", diag.Pos{Line: 2, Col: 5}, diag.Pos{Line: 2, Col: 9, Len: 14}},
		{"«không có ở dòng» rồi «31/4/2026»", diag.Pos{Line: 2, Col: 5}, diag.Pos{Line: 2, Col: 14, Len: 9}},
		{"«không có ở dòng»", diag.Pos{Line: 2, Col: 5, Len: 3}, diag.Pos{Line: 2, Col: 5, Len: 3}},
		{"«Họp»", diag.Pos{Line: 2, Col: 9}, diag.Pos{Line: 2, Col: 9}}, // before the value
		{"«Họp»", diag.Pos{Line: 9, Col: 1}, diag.Pos{Line: 9, Col: 1}},
		{"«Họp»", diag.Pos{Sheet: "A", Line: 2, Col: 1}, diag.Pos{Sheet: "A", Line: 2, Col: 1}},
		{"«Họp»", diag.Pos{Line: 2, Col: 900}, diag.Pos{Line: 2, Col: 900}},
	} {
		got := Pinpoint(diag.List{{Pos: c.at, Message: c.message, Notes: []diag.Note{{Pos: c.at, Message: c.message}}}}, line)
		if got[0].Pos != c.want || got[0].Notes[0].Pos != c.want {
			t.Errorf("%s at %v: %v", c.message, c.at, got[0].Pos)
		}
	}
}
