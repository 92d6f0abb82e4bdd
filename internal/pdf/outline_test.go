package pdf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/typeset"
)

func TestOutlineTree(t *testing.T) {
	for _, c := range []struct {
		name   string
		levels []int
		want   string // the number of each mark, its children in brackets
	}{
		{"flat", []int{1, 1, 1}, "0 1 2"},
		{"nested", []int{1, 2, 3, 2, 1}, "0[1[2] 3] 4"},
		{"levels skipped on the way down", []int{1, 4, 4, 2, 1}, "0[1 2 3] 4"},
		{"begins below the top", []int{3, 2, 1, 2}, "0 1 2[3]"},
		{"never at the top", []int{2, 3, 2}, "0[1] 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var marks []typeset.Mark
			for i, level := range c.levels {
				marks = append(marks, typeset.Mark{Level: level, Title: fmt.Sprint(i)})
			}
			entries := outlineTree(newFile(), marks)
			if got := shape(entries[0]); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			for _, e := range entries[1:] {
				if e.prev != nil && e.prev.next != e || e.next != nil && e.next.prev != e {
					t.Errorf("mark %s: neighbours do not agree", e.mark.Title)
				}
			}
		})
	}
}

func shape(e *entry) string {
	var parts []string
	for _, child := range e.children {
		part := child.mark.Title
		if len(child.children) > 0 {
			part += "[" + shape(child) + "]"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " ")
}

func TestOutlineObjects(t *testing.T) {
	d, fonts := plan(t)
	d.Outline = []typeset.Mark{
		{Level: 1, Title: "Đầu", Page: 0, Y: d.Pages[0].Height / 2},
		{Level: 2, Title: "Trong", Page: 1},
		{Level: 1, Title: "Cuối", Page: 9},
	}
	r := reread(t, d, fonts)
	root := r.follow(r.object(r.root), "Outlines")
	first := r.follow(root, "First")
	inner := r.follow(first, "First")
	last := r.follow(root, "Last")
	got := []string{
		r.value(root, "Count"), r.value(first, "Count"), r.value(first, "Title"),
		r.value(inner, "Title"), r.value(last, "Title"),
		tail(r.value(first, "Dest")), tail(r.value(inner, "Dest")),
	}
	want := []string{"2", "-1", "<FEFF0110" + "1EA70075>", textString("Trong"), textString("Cuối"),
		"/XYZ null 420.945 null]", "/XYZ null 841.89 null]"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("outline (-want +got):\n%s", diff)
	}
	if r.value(inner, "Parent") != r.value(root, "First") {
		t.Error("the inner mark does not name its parent")
	}
}

// tail drops the page of a destination.
func tail(dest string) string {
	_, rest, _ := strings.Cut(dest, " R ")
	return rest
}
