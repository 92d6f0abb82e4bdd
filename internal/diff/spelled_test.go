package diff

import "testing"

// TestUnseenChangesAreNamed: what looks the same before and after is told so that one sees what changed.
func TestUnseenChangesAreNamed(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"tổ chức thực hiện", "tổ chức thưc hiện", "chữ: «thực» thành «thưc» (trong «tổ chức thưc hiện»)"},
		{"tổ chức thực hiện", "tổ chức thực\u00a0hiện", "chữ: dấu cách thành dấu cách không ngắt (trong «tổ chức thực\u00a0hiện»)"},
		{"tổ chức thực hiện", "tổ chức thực  hiện", "chữ: thêm dấu cách (trong «tổ chức thực  hiện»)"},
		{"tổ chức thực hiện", "tổ chức thực \u200bhiện", "chữ: thêm ký tự không nhìn thấy U+200B (trong «tổ chức thực \u200bhiện»)"},
		{"tổ chức thực hiện", "tổ chức thực h\u0456ện", "chữ: «hiện» thành «h⟦\u0456 U+0456⟧ện» (trong «tổ chức thực h\u0456ện»)"},
		{"a b", "a\tb", "chữ: dấu cách thành « ⇥ » (trong «a ⇥ b»)"},
	} {
		pieces, _ := compareWords(c.before, c.after)
		got := Change{Kind: Reworded, Old: c.before, New: c.after, Words: pieces}.Message()
		if got != c.want {
			t.Errorf("%q → %q: %s, want %s", c.before, c.after, got, c.want)
		}
	}
}
