package content

import (
	"strings"
	"testing"

	"vanban/internal/diag"
)

// TestPlacesAreCounted: one slip in many places is one finding that names the first of them and counts all.
func TestPlacesAreCounted(t *testing.T) {
	std, words := load(t)
	text := &Text{Parts: []Part{{}}}
	for n := range 8 {
		text.Parts[0].Passages = append(text.Parts[0].Passages,
			Passage{Kind: Paragraph, Text: "Các đơn vị  báo cáo kết quả.", Pos: diag.Pos{File: "a.txt", Line: n + 1}})
	}
	var hits diag.List
	for _, d := range Check(text, std["nd30"], words["nd30"]) {
		if d.ID == IDPunctuation {
			hits = append(hits, d)
		}
	}
	if len(hits) != 1 || hits[0].Pos.Line != 1 || len(hits[0].Notes) != mostPlaces || !strings.HasSuffix(hits[0].Message, " (8 chỗ)") {
		t.Errorf("%+v", hits)
	}
}
