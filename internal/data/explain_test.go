package data

import (
	"os"
	"testing"
)

func TestEveryIDIsExplained(t *testing.T) {
	src, err := os.ReadFile("../diag/explain/data.yaml")
	if err != nil {
		t.Fatal(err)
	}
	tree, found := Parse("data.yaml", src)
	if found.HasErrors() {
		t.Fatal(findings(found))
	}
	explained := map[string]bool{}
	for _, item := range tree.Items {
		for _, key := range []string{"tieu_de", "vi_sao", "vi_du", "cach_chua"} {
			if f := item.Field(key); f == nil || f.Kind != Text || f.Text == "" {
				t.Errorf("%s lacks %s", item.Field("id").Text, key)
			}
		}
		explained[item.Field("id").Text] = true
	}
	for _, id := range []string{IDFileKind, IDSize, IDDepth, IDEncoding, IDControl, IDEmpty, IDSyntax, IDDuplicate, IDDocuments, IDAlias, IDMergeKey,
		IDTag, IDKey, IDSuspect, IDFlowComma, IDTone, IDComment, IDFolded, IDTab, IDSplit, IDWorkbook, IDSheet, IDHeader, IDColumn, IDFormula, IDCell, IDRow, IDJoin} {
		if !explained[id] {
			t.Errorf("%s is not explained", id)
		}
	}
}
