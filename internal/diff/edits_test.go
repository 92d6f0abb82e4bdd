package diff

import (
	"math/rand"
	"strings"
	"testing"
)

// follow takes the steps and demands that they lead from a to b.
func follow(t *testing.T, a, b []string, steps []edit) (changes int) {
	t.Helper()
	i, j := 0, 0
	for _, s := range steps {
		if s.a != i || s.b != j {
			t.Fatalf("step %+v at %d, %d", s, i, j)
		}
		switch s.op {
		case keep:
			if a[i] != b[j] {
				t.Fatalf("keeps %q for %q", a[i], b[j])
			}
			i, j = i+1, j+1
		case remove:
			i++
			changes++
		case insert:
			j++
			changes++
		}
	}
	if i != len(a) || j != len(b) {
		t.Fatalf("ends at %d, %d of %d, %d", i, j, len(a), len(b))
	}
	return changes
}

// least counts the fewest changes by the plain table.
func least(a, b []string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		corner := row[0]
		row[0] = i + 1
		for j := range b {
			up := row[j+1]
			row[j+1] = min(row[j], up) + 1
			if a[i] == b[j] {
				row[j+1] = corner
			}
			corner = up
		}
	}
	return row[len(b)]
}

func TestEditsAreFewest(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	some := func() []string {
		out := make([]string, random.Intn(24))
		for i := range out {
			out[i] = string(rune('a' + random.Intn(4)))
		}
		return out
	}
	for range 3000 {
		a, b := some(), some()
		steps, exact := edits(a, b)
		if got, want := follow(t, a, b, steps), least(a, b); got != want || !exact {
			t.Fatalf("%v → %v: %d changes, want %d (exact %v)", a, b, got, want, exact)
		}
	}
}

// TestEditsOfLargeInputs: with more differences than are searched for, the way still leads from one to the other,
// by what stands in both once, and says that it may not be the shortest where it gave up.
func TestEditsOfLargeInputs(t *testing.T) {
	const n = 60_000
	var a, b, c []string
	random := rand.New(rand.NewSource(2))
	for i := range n {
		line := strings.Repeat("dòng ", 1) + string(rune(0x4E00+i%20_000)) + string(rune('a'+i/20_000))
		a = append(a, line)
		if i%7 == 0 {
			line = "đổi"
		}
		b = append(b, line)
		c = append(c, string(rune('a'+random.Intn(20))))
	}
	steps, exact := edits(a, b)
	if got := follow(t, a, b, steps); got > 2*n/7+2 || !exact {
		t.Errorf("%d changes (exact %v)", got, exact)
	}
	steps, exact = edits(a, c)
	follow(t, a, c, steps)
	if exact {
		t.Error("nothing in common, and said to be searched to the end")
	}
}

func FuzzEdits(f *testing.F) {
	f.Add("a b c a b b a", "c b a b a c")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := strings.Fields(a), strings.Fields(b)
		steps, _ := edits(x, y)
		follow(t, x, y, steps)
	})
}
