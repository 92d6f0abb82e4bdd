package batch

import (
	"fmt"
	"strings"
	"testing"
)

// parts makes the parts of a work of three, each from lines of its own.
func parts(t *testing.T, lines [3][]string, change func(*Batch)) []Part {
	t.Helper()
	var out []Part
	for k, own := range lines {
		m := newMemory()
		if _, _, err := run(t, m, func(b *Batch) {
			b.Shard = Shard{k + 1, 3}
			if k == 1 && change != nil {
				change(b)
			}
		}, own...); err != nil {
			t.Fatal(err)
		}
		out = append(out, Part{fmt.Sprint("phan-", k+1), m, m})
	}
	return out
}

// TestPartsOfOneWork: parts that were made from different data, or otherwise, are not put together; one that was run
// again because its own record had been mended is.
func TestPartsOfOneWork(t *testing.T) {
	var old []string
	for i := range 12 {
		old = append(old, record(fmt.Sprint("so-", i), fmt.Sprint("Danh sách ", i)))
	}
	changed := func(which func(string) bool) []string {
		var out []string
		for i, line := range old {
			if which(fmt.Sprint("so-", i)) {
				line = strings.Replace(line, "Danh sách", "Bảng kê", 1)
			}
			out = append(out, line)
		}
		return out
	}
	three := Shard{1, 3}
	all := changed(func(string) bool { return true })
	second := changed(func(name string) bool { return three.of(name) == 1 })
	lastTwo := changed(func(name string) bool { return three.of(name) > 0 })
	moved := append([]string{old[11]}, old[:11]...)
	for _, c := range []struct {
		what   string
		lines  [3][]string
		change func(*Batch)
		fault  string
	}{
		{"one work", [3][]string{old, old, old}, nil, ""},
		{"the second mended and run again", [3][]string{old, second, old}, nil, ""},
		{"then the third", [3][]string{old, second, lastTwo}, nil, ""},
		{"the second from other data", [3][]string{old, all, old}, nil, "BATCH-SHARD phan-1"},
		{"the first from older data", [3][]string{old, all, all}, nil, "BATCH-SHARD phan-2"},
		{"records in another order", [3][]string{old, moved, old}, nil, "BATCH-SHARD phan-1"},
		{"one form only", [3][]string{old, old, old}, func(b *Batch) { b.PDF = false }, "BATCH-SHARD phan-1"},
		{"another date of making", [3][]string{old, old, old}, func(b *Batch) { b.Created = "2026-03-05T00:00:00Z" }, "BATCH-SHARD phan-1"},
	} {
		_, found, err := Collect(parts(t, c.lines, c.change), nil)
		if err != nil || shown(found) != c.fault {
			t.Errorf("%s: %s, %v", c.what, shown(found), err)
		}
	}
}

func TestPartOfAnEarlierVersion(t *testing.T) {
	lines := []string{record("mot", "Danh sách"), record("hai", "Danh sách"), record("ba", "Danh sách")}
	all := parts(t, [3][]string{lines, lines, lines}, nil)
	m := all[0].Folder.(*memory)
	head, rest, _ := strings.Cut(string(m.journal), "\n")
	before, _, _ := strings.Cut(head, `,"shares"`)
	m.journal = []byte(before + "}\n" + rest)
	if _, found, err := Collect(all, nil); err != nil || shown(found) != "BATCH-SHARD phan-2" || !strings.Contains(found[0].Message, "với phần 1/3") {
		t.Errorf("%v, %v", found, err)
	}
}
