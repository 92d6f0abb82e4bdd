package batch

import (
	"strings"
	"testing"
)

func (m *memory) at(name string) string {
	if m.folds {
		return strings.ToLower(name)
	}
	return name
}

func (m *memory) Same(a, b string) (bool, error) { return m.at(a) == m.at(b), nil }

// TestOtherCapitals: a name that was written with other capitals is another file, or the same, as the folder has it. Nobody
// is told to delete the file that a document has now.
func TestOtherCapitals(t *testing.T) {
	for folds, want := range map[bool]string{true: "", false: "BATCH-GONE " + ManifestName} {
		into := newMemory()
		into.folds = folds
		if _, _, err := run(t, into, nil, record("Mot", "Danh sách")); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			_, found, err := run(t, into, nil, record("mot", "Danh sách"))
			if err != nil || shown(found) != want {
				t.Errorf("folds %t: %s, %v, want %s", folds, shown(found), err, want)
			}
		}
	}
}
