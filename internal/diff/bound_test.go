package diff

import (
	"fmt"
	"strings"
	"testing"
)

// TestMuchThatDiffers: trees that have nothing in common are compared all the same, in larger pieces, and say so; what
// they do have is still found.
func TestMuchThatDiffers(t *testing.T) {
	build := func(of string) *Node {
		root := &Node{Kind: Root}
		for i := range 30_000 {
			text := strings.Repeat(fmt.Sprintf("%s%d ", of, i), 40)
			if i%150 == 0 {
				text = fmt.Sprintf("chung %d", i)
			}
			root.Kids = append(root.Kids, &Node{Kind: Paragraph, Place: fmt.Sprintf("%s %d", of, i), Text: text, Spans: []Span{{Text: text}}})
		}
		return root
	}
	r := Compare(build("a"), build("b"), Ignore{})
	if !r.Coarse || !strings.Contains(r.Text(), "quá nhiều") {
		t.Error("nothing is said of what it cost")
	}
	for _, c := range r.Changes {
		if strings.HasPrefix(c.Old, "chung") || strings.HasPrefix(c.New, "chung") {
			t.Fatalf("what both have is told as different: %+v", c)
		}
	}
}
