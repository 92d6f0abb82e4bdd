package explain

import "testing"

func TestAllIsComplete(t *testing.T) {
	entries, err := All()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, e := range entries {
		if e.ID == "" || e.Title == "" || e.Why == "" || e.Example == "" || e.Cure == "" {
			t.Errorf("%+v: something is missing", e)
		}
		if seen[e.ID] {
			t.Errorf("%s is explained twice", e.ID)
		}
		seen[e.ID] = true
	}
	if len(entries) < 50 {
		t.Errorf("only %d entries", len(entries))
	}
}
