package batch

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"vanban/internal/build"
	"vanban/internal/diag"
	"vanban/internal/font"
)

// Batch is a run over many records.
type Batch struct {
	Input     Input
	Namer     *Namer // nil where documents are named by their data
	Folder    Folder
	Journal   Journal
	Fonts     *font.Set
	Created   string // as in build.Builder
	Version   string // of the program
	DOCX, PDF bool   // which files are made
	Force     bool   // overwrite files that someone has edited
	Shard     Shard
	Workers   int
	// Progress is told after each document, by one goroutine at a time; nil for nobody.
	Progress func(Summary)

	plan     *Plan
	manifest *manifest
}

// Summary counts the documents of a run.
type Summary struct {
	Total  int // of this shard
	Made   int // written now
	Same   int // made before and unchanged
	Failed int
	Kept   int // changed, but someone has edited a file
	Gone   int // whose record has disappeared
}

// Seen is how many documents have been looked at.
func (s Summary) Seen() int { return s.Made + s.Same + s.Failed + s.Kept }

// Run makes what the plan names. The findings are the first of them, in the order of the records, errors
// before the others; the manifest has all. An error is of the surroundings: what was finished before it is in the
// manifest.
func (b *Batch) Run(p *Plan) (Summary, diag.List, error) {
	b.plan = p
	m, findings, err := readManifest(b.Journal, ManifestName)
	if err != nil || findings.HasErrors() {
		return Summary{}, findings, err
	}
	h := head{Manifest: "batch", Form: manifestForm, Documents: p.docs, Shard: b.Shard.String(), Shares: p.shares.texts()}
	if len(m.entries) > 0 && m.head.Shard != h.Shard {
		return Summary{}, diag.List{b.otherShard(m.head.Shard)}, nil
	}
	b.manifest = m
	if err := m.rewrite(h, slices.Values(slices.Sorted(maps.Keys(m.entries)))); err != nil {
		return Summary{Total: p.mine}, nil, err
	}
	sum, told, err := b.make()
	if err != nil {
		return sum, told.list(), err
	}
	gone, err := b.gone(&sum, told)
	if err != nil {
		return sum, told.list(), err
	}
	if err := m.rewrite(h, func(yield func(string) bool) {
		for key := range b.keys {
			if !yield(key) {
				return
			}
		}
		for _, key := range gone {
			if !yield(key) {
				return
			}
		}
	}); err != nil {
		return sum, told.list(), err
	}
	return sum, told.list(), nil
}

func (b *Batch) otherShard(of string) diag.Diagnostic {
	if of == "" {
		of = "cả công việc"
	} else {
		of = "phần " + of
	}
	return diag.Diagnostic{ID: IDShard, Severity: diag.Error, Pos: diag.Pos{File: ManifestName},
		Message: "thư mục này là kết quả của " + of + ", không phải của phần đang in", Hints: []string{"mỗi phần in vào một thư mục riêng bằng -o"}}
}

// keys gives the keys of this shard's documents, in the order of the records.
func (b *Batch) keys(yield func(string) bool) {
	for n, names := range b.plan.names {
		for i, name := range names {
			if k := key(name, n, i); b.Shard.has(k) && !yield(k) {
				return
			}
		}
	}
}

// syncEvery is after how many documents the manifest is made sure to be on the disk. What is lost of it when the
// power fails is rendered again and found to be the same.
const syncEvery = 256

// make goes over the records on all workers. What they did is noted by one of them at a time.
func (b *Batch) make() (Summary, *told, error) {
	sum, notes := Summary{Total: b.plan.mine}, &told{}
	builders := make([]*build.Builder, max(1, b.Workers))
	for i := range builders {
		builders[i] = &build.Builder{Fonts: b.Fonts, Created: b.Created, Version: b.Version}
	}
	var mu sync.Mutex
	err := b.each(len(b.plan.names), func(w, n int) error {
		if !b.anyMine(n) {
			return nil
		}
		results, err := b.record(builders[w], n)
		mu.Lock()
		defer mu.Unlock()
		var findings diag.List // those of the record itself are in each result: told once
		for _, r := range results {
			if noteErr := b.note(r, &sum); noteErr != nil {
				return noteErr
			}
			findings = append(findings, r.findings...)
			if b.Progress != nil {
				b.Progress(sum)
			}
		}
		notes.add(n, findings)
		return err
	})
	if err == nil {
		err = b.Journal.Sync()
	}
	return sum, notes, err
}

func (b *Batch) anyMine(n int) bool {
	for i, name := range b.plan.names[n] {
		if b.Shard.has(key(name, n, i)) {
			return true
		}
	}
	return false
}

// note writes what became of a document into the manifest.
func (b *Batch) note(r result, sum *Summary) error {
	switch {
	case r.entry.State == Failed:
		sum.Failed++
	case r.entry.State == Kept:
		sum.Kept++
	case r.made:
		sum.Made++
	default:
		sum.Same++
	}
	if r.asBefore {
		return nil
	}
	if err := b.manifest.add(r.entry); err != nil {
		return err
	}
	if sum.Seen()%syncEvery == 0 {
		return b.Journal.Sync()
	}
	return nil
}

// gone names the files of records that have disappeared, and gives their keys. Nothing is deleted.
func (b *Batch) gone(sum *Summary, notes *told) ([]string, error) {
	var keys []string
	planned := map[string]bool{}
	hint := "không cần nữa thì tự xóa các tệp đó"
	for k := range b.keys {
		planned[k] = true
		if strings.HasPrefix(k, "?") {
			hint = "có bản ghi có lỗi nên chưa biết tên tệp của nó: sửa lỗi rồi chạy lại, tệp nào còn được nêu thì mới tự xóa"
		}
	}
	for _, k := range slices.Sorted(maps.Keys(b.manifest.entries)) {
		if planned[k] || strings.HasPrefix(k, "?") {
			continue
		}
		e, err := b.manifest.entry(b.manifest.entries[k])
		if err != nil {
			return nil, err
		}
		left, err := b.left(e)
		if err != nil {
			return nil, err
		}
		if len(left) == 0 {
			continue
		}
		d := diag.Diagnostic{ID: IDGone, Severity: diag.Warning, Pos: diag.Pos{File: ManifestName},
			Message: fmt.Sprintf("dữ liệu không còn văn bản «%s»; tệp đã in vẫn được giữ: %s", k, strings.Join(left, ", ")),
			Hints:   []string{hint}}
		e.State = Gone
		e.told(diag.List{d})
		if err := b.manifest.add(e); err != nil {
			return nil, err
		}
		sum.Gone++
		notes.add(len(b.plan.names), diag.List{d})
		keys = append(keys, k)
	}
	return keys, nil
}

// left names the files of a record that has gone, as far as they are there. One that a document of the plan has now,
// under a name with other capitals, is none of them.
func (b *Batch) left(e *Entry) ([]string, error) {
	var out []string
	now := b.plan.called(e.Name)
	for _, f := range e.Files {
		kind, err := b.Folder.Look(f.Name)
		if err != nil {
			return nil, err
		}
		taken := false
		if now != "" {
			if taken, err = b.Folder.Same(f.Name, now+strings.TrimPrefix(f.Name, e.Name)); err != nil {
				return nil, err
			}
		}
		if kind != Nothing && !taken {
			out = append(out, f.Name)
		}
	}
	return out, nil
}
