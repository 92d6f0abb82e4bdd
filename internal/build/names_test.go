package build

import "testing"

func TestBadName(t *testing.T) {
	for _, name := range []string{"", " ", ".", "..", "a/b", `a\b`, "a:b", "a?", "con", "CON.yaml", "aux .txt", "COM1", "com¹", "LPT9.x", "CONIN$", "a.", "a ", " a", ".an", "-o", "a\u202eb", "a\u200bb", "a\x07"} {
		if BadName(name) == "" {
			t.Errorf("%q is let through", name)
		}
	}
	for _, name := range []string{"ke-hoach", "Kế hoạch số 86", "quyết_định.ban-1", "console", "com", "a(b)", "2026-03"} {
		if why := BadName(name); why != "" {
			t.Errorf("%q is refused: %s", name, why)
		}
	}
}
