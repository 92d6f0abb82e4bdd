package docx

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/docx/docxtest"
	"vanban/internal/sheet"
)

func TestCustom(t *testing.T) {
	s := plan(1, 1)
	s.Properties.Custom = []sheet.Property{{Name: "vanban-mau", Value: "a & b"}, {Name: "vanban-phien-ban", Value: "1"}}
	file := written(t, s)
	docxtest.Inspect(t, file)
	got, err := Custom(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	delete(got, hashProperty)
	if diff := cmp.Diff(map[string]string{"vanban-mau": "a & b", "vanban-phien-ban": "1"}, got); diff != "" {
		t.Errorf("read back (-want +got):\n%s", diff)
	}
	if edited, known, err := Edited(bytes.NewReader(file), int64(len(file))); edited || !known || err != nil {
		t.Errorf("as written: edited %v, known %v, %v", edited, known, err)
	}
	if _, err := Custom(bytes.NewReader(nil), 0); err == nil {
		t.Error("nothing is read as a package")
	}
}
