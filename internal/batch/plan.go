package batch

import (
	"fmt"
	"sync"
	"sync/atomic"

	"vanban/internal/build"
	"vanban/internal/diag"
	"vanban/internal/viet"
)

// Plan is what a run will make: the names of all documents.
type Plan struct {
	// Findings concern the run as a whole; with an error among them nothing may be written.
	Findings diag.List

	names [][]string     // by record, of its documents; empty where data gives none that can be used
	taken map[string]int // the record that has a name, by the name as file systems compare it
	docs  int            // documents of all shards
	mine  int            // of this shard

	shares shares // empty where the work is not split
}

// Documents gives how many documents this run looks at.
func (p *Plan) Documents() int { return p.mine }

// Has tells whether a document of the plan has a name, capitals aside.
func (p *Plan) Has(name string) bool {
	_, ok := p.taken[folded(name)]
	return ok
}

// called gives the name in the plan that is the same as another but for capitals, empty where there is none.
func (p *Plan) called(name string) string {
	n, ok := p.taken[folded(name)]
	if !ok {
		return ""
	}
	for _, own := range p.names[n] {
		if folded(own) == folded(name) {
			return own
		}
	}
	return ""
}

// folded gives a name as the file systems compare it that do not tell capitals apart.
func folded(name string) string { return viet.Lower(viet.NFC(name)) }

// Plan gives every document its name.
func (b *Batch) Plan() (*Plan, error) {
	p := &Plan{names: make([][]string, b.Input.Len()), taken: map[string]int{}, shares: b.newShares()}
	var renamed renames
	err := b.each(b.Input.Len(), func(_, n int) error {
		jobs, _, err := b.Input.Record(n)
		if err != nil {
			return err
		}
		p.names[n] = make([]string, max(1, len(jobs)))
		for i, j := range jobs {
			name, changed, _, err := b.nameOf(j)
			if err != nil {
				return err
			}
			p.names[n][i] = name
			if changed {
				renamed.add(n, name, j.Data.Pos)
			}
			p.shares.add(b.Shard, key(name, n, i), b.source(j, n))
		}
		if len(jobs) == 0 {
			p.shares.add(b.Shard, key("", n, 0), "")
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if b.Namer != nil {
		p.Findings = append(p.Findings, b.Namer.faults()...)
	}
	p.Findings = append(p.Findings, renamed.finding()...)
	for n, names := range p.names {
		for i, name := range names {
			p.docs++
			if b.Shard.has(key(name, n, i)) {
				p.mine++
			}
			if name == "" {
				continue
			}
			if first, twice := p.taken[folded(name)]; twice {
				if err := b.twice(p, name, first, n); err != nil {
					return nil, err
				}
				continue
			}
			p.taken[folded(name)] = n
		}
	}
	return p, nil
}

// maxTwice is how many pairs of one name are told.
const maxTwice = 20

// twice reports two documents of one name, with both places.
func (b *Batch) twice(p *Plan, name string, first, second int) error {
	told := 0
	for _, d := range p.Findings {
		if d.ID == IDName {
			told++
		}
	}
	if told >= maxTwice {
		return nil
	}
	var at [2]diag.Pos
	for i, n := range []int{first, second} {
		jobs, _, err := b.Input.Record(n)
		if err != nil {
			return err
		}
		for _, j := range jobs {
			if own, _, _, _ := b.nameOf(j); folded(own) == folded(name) {
				at[i] = j.Data.Pos
			}
		}
	}
	hint := "đặt tên khác nhau ở cột «Tên tệp» (khóa «ten_tep»)"
	if b.Namer != nil {
		hint = "thêm vào mẫu tên một giá trị mà mỗi văn bản một khác, ví dụ số của văn bản"
	}
	p.Findings.Add(diag.Diagnostic{ID: IDName, Severity: diag.Error, Pos: at[1], Message: fmt.Sprintf("hai văn bản cùng in ra tệp «%s»", name),
		Notes: []diag.Note{{Pos: at[0], Message: "văn bản thứ nhất ở đây"}}, Hints: []string{hint}})
	return nil
}

// nameOf gives the name of a document, empty where it has none that can be used.
func (b *Batch) nameOf(j build.Job) (name string, changed bool, findings diag.List, err error) {
	switch {
	case j.Template == nil:
		return "", false, nil, nil
	case b.Namer != nil:
		return b.Namer.name(j)
	case build.BadName(j.Name) != "":
		return "", false, nil, nil // told with the record
	}
	return j.Name, false, nil, nil
}

// key is what a document is known by in a manifest: its name, or the number of its record where it has none.
func key(name string, record, document int) string {
	if name != "" {
		return name
	}
	return fmt.Sprintf("?%d.%d", record+1, document+1)
}

// renames keeps the first name that was changed, by record, and counts the others.
type renames struct {
	mu    sync.Mutex
	count int
	first int
	name  string
	pos   diag.Pos
}

func (r *renames) add(n int, name string, pos diag.Pos) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.count++; r.count == 1 || n < r.first {
		r.first, r.name, r.pos = n, name, pos
	}
}

func (r *renames) finding() diag.List {
	if r.count == 0 {
		return nil
	}
	d := diag.Diagnostic{ID: IDRenamed, Severity: diag.Info, Pos: r.pos,
		Message: fmt.Sprintf("tên tệp được sửa thành «%s» vì có dấu mà tên tệp không dùng được", r.name)}
	if r.count > 1 {
		d.Notes = []diag.Note{{Message: fmt.Sprintf("còn %d tên tệp khác được sửa như vậy", r.count-1)}}
	}
	return diag.List{d}
}

// each calls f for the numbers below n, on all workers; f is told which. The first error ends it.
func (b *Batch) each(n int, f func(worker, i int) error) error {
	var next atomic.Int64
	var wait sync.WaitGroup
	var once sync.Once
	var first error
	var stop atomic.Bool
	for w := range max(1, b.Workers) {
		wait.Go(func() {
			for !stop.Load() {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if err := f(w, i); err != nil {
					once.Do(func() { first = err })
					stop.Store(true)
				}
			}
		})
	}
	wait.Wait()
	return first
}
