package batch

import (
	"bytes"
	"strings"
	"testing"
)

// TestRunAgain goes through what may have happened between two runs.
func TestRunAgain(t *testing.T) {
	into := newMemory()
	one, two, three := record("mot", "Danh sách thứ nhất"), record("hai", "Danh sách thứ hai"), record("ba", "Danh sách thứ ba")
	again := func(what string, want Summary, findings string, change func(*Batch), lines ...string) {
		t.Helper()
		sum, found, err := run(t, into, change, lines...)
		if err != nil {
			t.Fatal(what, err)
		}
		if want.Total = len(lines); sum != want || shown(found) != findings {
			t.Errorf("%s: %+v, want %+v; findings %q, want %q", what, sum, want, shown(found), findings)
		}
	}
	again("first", Summary{Made: 3}, "", nil, one, two, three)
	again("nothing changed", Summary{Same: 3}, "", nil, one, two, three)
	order := bytes.Clone(into.journal)
	again("other order", Summary{Same: 3}, "", nil, three, one, two)
	if bytes.Equal(order, into.journal) {
		t.Error("the manifest does not follow the order of the records")
	}
	again("order as before", Summary{Same: 3}, "", nil, one, two, three)
	if !bytes.Equal(order, into.journal) {
		t.Error("the manifest is not what it was")
	}

	changed := record("hai", "Danh sách thứ hai, có bổ sung")
	again("one changed", Summary{Made: 1, Same: 2}, "", nil, one, changed, three)
	delete(into.files, "ba.pdf")
	again("one file missing", Summary{Made: 1, Same: 2}, "", nil, one, changed, three)
	bad := strings.Replace(changed, `"luu"`, `"lưu"`, 1)
	again("one broken", Summary{Failed: 1, Same: 2}, "DATA-UNKNOWN a.jsonl:2:220", nil, one, bad, three)
	again("mended", Summary{Same: 3}, "", nil, one, changed, three)

	into.files["mot.pdf"] = append(into.files["mot.pdf"], '\n')
	again("edited, data unchanged", Summary{Same: 3}, "BATCH-EDITED a.jsonl:1:1", nil, one, changed, three)
	again("edited, told again", Summary{Same: 3}, "BATCH-EDITED a.jsonl:1:1", nil, one, changed, three)
	other := record("mot", "Danh sách khác")
	before := bytes.Clone(into.files["mot.docx"])
	again("edited, data changed", Summary{Kept: 1, Same: 2}, "BATCH-EDITED a.jsonl:1:1", nil, other, changed, three)
	if !bytes.Equal(before, into.files["mot.docx"]) {
		t.Error("of a pair with an edited file the other was written")
	}
	again("edited, data as before", Summary{Same: 3}, "BATCH-EDITED a.jsonl:1:1", nil, one, changed, three)
	again("by force", Summary{Made: 1, Same: 2}, "", func(b *Batch) { b.Force = true }, other, changed, three)

	again("one gone", Summary{Same: 2, Gone: 1}, "BATCH-GONE "+ManifestName, nil, other, changed)
	again("gone, told again", Summary{Same: 2, Gone: 1}, "BATCH-GONE "+ManifestName, nil, other, changed)
	delete(into.files, "ba.docx")
	delete(into.files, "ba.pdf")
	again("gone and deleted", Summary{Same: 2}, "", nil, other, changed)
	nameless := strings.Replace(changed, "danh-sach-noi-nhan", "danh-sach-noi-nha", 1)
	again("its template misspelt", Summary{Same: 1, Failed: 1, Gone: 1}, "BUILD-TEMPLATE a.jsonl:2:9, BATCH-GONE "+ManifestName, nil, other, nameless)
	again("and mended", Summary{Same: 2}, "", nil, other, changed)

	again("PDF alone, data changed", Summary{Made: 1, Same: 1}, "BATCH-GONE a.jsonl:1:1", func(b *Batch) { b.DOCX = false }, one, changed)
	again("another version", Summary{Made: 2}, "", func(b *Batch) { b.Version = "2" }, one, changed)
	into.links["mot.docx"] = true
	delete(into.files, "mot.docx")
	again("a link", Summary{Failed: 1, Same: 1}, "BATCH-TARGET a.jsonl:1:1", func(b *Batch) { b.Version = "2" }, other, changed)
}

// TestNotOurs: a file that stood in the folder before is kept.
// TestDoubtsAreToldAgain: what was found in a record is told in every run, whether its documents are made again or not.
func TestDoubtsAreToldAgain(t *testing.T) {
	into := newMemory()
	doubtful := record("mot", "Danh sách cơ quan cûa huyện Ðông")
	_, first, err := run(t, into, nil, doubtful)
	if err != nil || len(first) == 0 || first.HasErrors() {
		t.Fatalf("%v: %s", err, shown(first))
	}
	sum, again, err := run(t, into, nil, doubtful)
	if err != nil || sum.Same != 1 || shown(again) != shown(first) || again[0].Message != first[0].Message || again[0].Severity != first[0].Severity {
		t.Errorf("%+v, %v: %v\nwant %v", sum, err, again, first)
	}
}

// TestGoneIsDoubtfulBesideErrors: while a record has an error its files' names are not known, so nobody is told to
// delete what seems to have gone.
func TestGoneIsDoubtfulBesideErrors(t *testing.T) {
	into := newMemory()
	one, two := record("mot", "Danh sách thứ nhất"), record("hai", "Danh sách thứ hai")
	if _, _, err := run(t, into, nil, one, two); err != nil {
		t.Fatal(err)
	}
	hint := func(lines ...string) string {
		t.Helper()
		_, found, err := run(t, into, nil, lines...)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range found {
			if d.ID == IDGone {
				return strings.Join(d.Hints, " ")
			}
		}
		t.Fatalf("nothing has gone: %s", shown(found))
		return ""
	}
	if got := hint(one, strings.Replace(two, "danh-sach-noi-nhan", "danh-sach-noi-nha", 1)); !strings.Contains(got, "sửa lỗi rồi chạy lại") {
		t.Errorf("beside an error: «%s»", got)
	}
	if got := hint(one); !strings.Contains(got, "không cần nữa thì tự xóa") {
		t.Errorf("gone: «%s»", got)
	}
}
