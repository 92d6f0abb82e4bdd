package schema

import (
	"os"
	"testing"

	"vanban/internal/data"
)

func TestEveryIDIsExplained(t *testing.T) {
	src, err := os.ReadFile("../diag/explain/schema.yaml")
	if err != nil {
		t.Fatal(err)
	}
	explained := map[string]bool{}
	for _, item := range tree(t, "schema.yaml", string(src)).Items {
		for _, key := range []string{"tieu_de", "vi_sao", "vi_du", "cach_chua"} {
			if f := item.Field(key); f == nil || f.Kind != data.Text || f.Text == "" {
				t.Errorf("%s lacks %s", item.Field("id").Text, key)
			}
		}
		explained[item.Field("id").Text] = true
	}
	for _, id := range []string{IDMissing, IDUnknown, IDType, IDEnum, IDBlank, IDPattern, IDDate, IDNumber, IDRange, IDLength, IDCount, IDRepeat,
		IDCondition, IDDateOrder, IDDeadline, IDTotal, IDOneLine, IDKeyword, IDRef, IDInvalid, IDRule} {
		if !explained[id] {
			t.Errorf("%s is not explained", id)
		}
	}
}
