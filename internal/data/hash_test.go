package data

import "testing"

// TestHash tells what counts in a hash of data and what does not.
func TestHash(t *testing.T) {
	base := `{"so": "8", "noi_nhan": ["Văn phòng", "Phòng Kế hoạch"], "ky": {"ho_ten": "Lò Thị Sim"}}`
	for _, test := range []struct {
		file, text string
		same       bool
	}{
		{"a.json", base, true},
		{"a.json", `{"ky": {"ho_ten": "Lò Thị Sim"}, "noi_nhan": ["Văn phòng", "Phòng Kế hoạch"], "so": 8}`, true},
		{"a.yaml", "so: 8\nngay:\nnoi_nhan: [Văn phòng, Phòng Kế hoạch]\nky:\n  ho_ten: Lò Thị Sim\n", true},
		{"a.yaml", "so: 8\nnoi_nhan: [Phòng Kế hoạch, Văn phòng]\nky:\n  ho_ten: Lò Thị Sim\n", false},
		{"a.yaml", "so: 8\nnoi_nhan: [Văn phòng, Phòng Kế hoạch]\nho_ten: Lò Thị Sim\n", false},
		{"a.yaml", "so: 9\nnoi_nhan: [Văn phòng, Phòng Kế hoạch]\nky:\n  ho_ten: Lò Thị Sim\n", false},
		{"a.yaml", "so: 8\nnoi_nhan: [Văn phòngPhòng Kế hoạch]\nky:\n  ho_ten: Lò Thị Sim\n", false},
		{"a.yaml", "so: 8\nnoi_nhan: Văn phòng\nky:\n  ho_ten: Lò Thị Sim\n", false},
	} {
		want, _ := Parse("a.json", []byte(base))
		got, found := Parse(test.file, []byte(test.text))
		if found.HasErrors() {
			t.Fatal(found)
		}
		if same := Hash(got) == Hash(want); same != test.same {
			t.Errorf("%s: the same as the first: %t, want %t", test.text, same, test.same)
		}
	}
	if Hash(nil) == Hash(&Node{Kind: Map}) || Hash(&Node{Kind: Text}) == Hash(&Node{Kind: List}) {
		t.Error("nothing, an empty text, list or map have one hash")
	}
}
