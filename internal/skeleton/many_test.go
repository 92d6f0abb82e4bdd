package skeleton

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/data"
)

// TestRecordsAreTheExample: the workbook of many holds the example twice, each the document that the workbook of one
// gives, but for its name.
func TestRecordsAreTheExample(t *testing.T) {
	b := builtIn(t)
	b.each(t, func(t *testing.T, form Form) {
		want := b.document(t, form.Name+".yaml", form.YAML(), "")
		book := form.Records()
		if !bytes.Equal(book, form.Records()) {
			t.Error("two workbooks differ")
		}
		r, found, err := b.library.Records("so.xlsx", bytes.NewReader(book), int64(len(book)), b.standard, "")
		if err != nil || found.HasErrors() {
			t.Fatal(err, found)
		}
		if r.Len() != 2 {
			t.Fatalf("%d records", r.Len())
		}
		for i := range 2 {
			root, found := r.Record(i)
			jobs, more, err := b.library.Jobs(root, b.standard, "", "")
			if err != nil || len(jobs) != 1 || append(found, more...).HasErrors() {
				t.Fatal(err, found, more)
			}
			if want := fmt.Sprintf("%s-00%d", form.Name, i+1); jobs[0].Name != want {
				t.Errorf("the name is %s, want %s", jobs[0].Name, want)
			}
			stages, found := b.builder.Compose(jobs[0])
			if stages.Text == nil {
				t.Fatal(found)
			}
			if diff := cmp.Diff(want, stages.Text.Text); diff != "" {
				t.Errorf("record %d: %s", i, diff)
			}
		}
	})
}

// TestRecordSheetNames: the sheet of the documents has a name that nothing else has.
func TestRecordSheetNames(t *testing.T) {
	form := compiled(t, "type: object\nproperties: {ten_tep: {title: Tên tệp, type: string}, a: {title: Văn bản, type: object, properties: {b: {type: string}}}}")
	_, _, tables := manyLayout(form.Schema)
	if got := recordSheet(form.Schema, tables); got != "Văn bản 1" {
		t.Errorf("the name is «%s»", got)
	}
	for _, n := range []*data.Node{nil, {Kind: data.Text, Text: "một"}} {
		if asTexts(n, column{}) != n {
			t.Error("what is no list of objects changes")
		}
	}
}
