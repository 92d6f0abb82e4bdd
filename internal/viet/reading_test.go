package viet

import "testing"

func TestReading(t *testing.T) {
	for _, same := range [][2]string{
		{"Một triệu không trăm linh năm nghìn đồng", "một triệu lẻ năm ngàn đồng chẵn"},
		{"hai mươi tư tỷ bảy trăm hai mươi mốt", "Hai mươi bốn tỉ, bẩy trăm hai mươi một đồng Việt Nam."},
		{"mười lăm", "MƯỜI NĂM"},
	} {
		if a, b := Reading(same[0]), Reading(same[1]); a != b || a == "" {
			t.Errorf("«%s» is read %q, «%s» %q", same[0], a, same[1], b)
		}
	}
	if a, b := Reading("mười lăm"), Reading("mươi lăm"); a == b {
		t.Errorf("mười and mươi are read the same: %q", a)
	}
	for _, none := range []string{"mười hai con gà", "12 đồng", "năm-sáu"} {
		if got := Reading(none); got != "" {
			t.Errorf("«%s» is read %q", none, got)
		}
	}
}

// TestReadingOfWords: whatever way a number is written in words, it is read the same.
func TestReadingOfWords(t *testing.T) {
	seen := map[string]int64{}
	for n := range int64(20000) {
		a := Reading(Words(n, WordOptions{}))
		if b := Reading(Words(n, WordOptions{Ngan: true, Le: true})); a != b || a == "" {
			t.Fatalf("%d is read %q and %q", n, a, b)
		}
		if m, ok := seen[a]; ok {
			t.Fatalf("%d and %d are both read %q", m, n, a)
		}
		seen[a] = n
	}
}
