package diff

import "testing"

func TestSameValue(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"96,66 mm", "96,64 mm", true},
		{"30 mm", "29,96 mm", true},
		{"30 mm", "29,95 mm", false},
		{"0 mm", "-0,02 mm", true},
		{"30 mm", "25 mm", false},
		{"30 mm", "30 cm", false},
		{"30 mm", "", false},
		{"đường kẻ, dài 60,46 mm, nét 0,75 pt", "đường kẻ, dài 60,47 mm, nét 0,75 pt", true},
		{"đường kẻ, dài 60,46 mm, nét 0,75 pt", "đường kẻ, dài 60,47 mm, nét 0,5 pt", false},
		{"đường kẻ, dài 60 mm, nét 1 pt", "đường kẻ, dài 60 mm, cao 9 mm, nét 1 pt", false},
		{"Mẫu 30 mm", "Mẫu 30 mm đậm", false},
	} {
		if sameValue(c.a, c.b) != c.want || sameValue(c.b, c.a) != c.want {
			t.Errorf("%q and %q: same should be %t", c.a, c.b, c.want)
		}
	}
}

// TestOneChangeInManyPlaces: what another program did to every paragraph is told in one line; JSON and findings have all.
func TestOneChangeInManyPlaces(t *testing.T) {
	r := &Result{}
	for _, place := range []string{"tên loại", "trích yếu", "Điều 1", "Điều 2", "Điều 3", "Điều 4", "Điều 5"} {
		r.Changes = append(r.Changes, Change{Kind: Reshaped, Place: place, What: "cỡ chữ", Old: "14", New: "13"},
			Change{Kind: Reworded, Place: place, What: "đoạn", Old: "a", New: "b", Words: []Piece{{Removed, "a"}, {Inserted, "b"}}})
	}
	r.Changes = append(r.Changes, Change{Kind: Reshaped, Place: "nơi nhận", What: "cỡ chữ", Old: "11", New: "12"})
	want := `tên loại; trích yếu; Điều 1; Điều 2; Điều 3 và 2 chỗ nữa: cỡ chữ: 14 → 13
tên loại: chữ: «a» thành «b»
trích yếu: chữ: «a» thành «b»
Điều 1: chữ: «a» thành «b»
Điều 2: chữ: «a» thành «b»
Điều 3: chữ: «a» thành «b»
Điều 4: chữ: «a» thành «b»
Điều 5: chữ: «a» thành «b»
nơi nhận: cỡ chữ: 11 → 12
15 chỗ khác: 7 đổi chữ, 8 đổi trình bày
`
	if got := r.Text(); got != want || len(r.Findings("a.docx")) != 15 {
		t.Errorf("%s", got)
	}
}
