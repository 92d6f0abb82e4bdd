package merge_test

import (
	"testing"

	"vanban/internal/merge"
)

// TestFunctionExamples runs the manual: every function has an example and every example holds.
func TestFunctionExamples(t *testing.T) {
	for _, f := range merge.Functions() {
		t.Run(f.Name, func(t *testing.T) {
			if len(f.Examples) == 0 {
				t.Error("no example")
			}
			if f.Description == "" || f.Group == "" {
				t.Error("no description or group")
			}
			for _, e := range f.Examples {
				tm := parse(t, "", e.Template)
				got, list := merge.Run(tm, parseData(t, "x: 1\n"), plain(), merge.Options{})
				if list.HasErrors() {
					t.Errorf("%s\nfindings: %s", e.Template, show(list))
					continue
				}
				if got.Text != e.Output {
					t.Errorf("%s\n got %q\nwant %q", e.Template, got.Text, e.Output)
				}
			}
		})
	}
}
