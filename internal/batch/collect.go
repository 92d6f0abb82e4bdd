package batch

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"vanban/internal/build"
	"vanban/internal/diag"
)

// Part is the output folder of one shard.
type Part struct {
	Where   string // what findings call it
	Folder  Folder
	Journal Journal
}

// Collect makes sure that parts are all shards of one work, with no document missing or there twice, and every file
// as it was made. With into not nil the files are copied there too, under one manifest: that of a run that was not
// split.
func Collect(parts []Part, into *Part) (Summary, diag.List, error) {
	c := &collection{parts: parts, at: map[string]found{}}
	for _, step := range []func() error{c.read, c.together, c.complete} {
		if err := step(); err != nil || c.findings.HasErrors() {
			c.findings = c.findings.Sorted()
			return c.sum, c.findings, err
		}
	}
	err := c.copy(into)
	return c.sum, append(c.findings, c.told.list()...), err
}

// collection is the work of Collect.
type collection struct {
	parts     []Part
	manifests []*manifest
	at        map[string]found // documents by key
	findings  diag.List        // of the work as a whole
	told      told             // of documents
	sum       Summary
}

// found is where a document was found.
type found struct {
	part int
	past past
}

func (c *collection) fault(where, message string, hints ...string) {
	c.findings.Add(diag.Diagnostic{ID: IDShard, Severity: diag.Error, Pos: diag.Pos{File: where}, Message: message, Hints: hints})
}

// read reads the manifests of all parts.
func (c *collection) read() error {
	for _, p := range c.parts {
		m, findings, err := readManifest(p.Journal, path.Join(p.Where, ManifestName))
		if err != nil {
			return err
		}
		c.findings = append(c.findings, findings...)
		if m == nil {
			continue
		}
		if m.head.Manifest == "" {
			c.fault(p.Where, "thư mục này không có tệp theo dõi «"+ManifestName+"»", "ghi các thư mục mà «vanban batch --shard» đã in ra")
			continue
		}
		c.manifests = append(c.manifests, m)
	}
	return nil
}

// partName says which part of the work a shard is.
func partName(shard string) string {
	if shard == "" {
		return "bộ văn bản không chia phần"
	}
	return "phần «" + shard + "»"
}

// together looks whether the parts are all shards of one work, each once.
func (c *collection) together() error {
	first := c.manifests[0].head
	n := first.shards()
	seen := map[string]string{}
	for i, m := range c.manifests {
		where := c.parts[i].Where
		switch {
		case m.head.shards() != n:
			c.fault(where, fmt.Sprintf("%s không thuộc cùng một công việc với %s ở «%s»", partName(m.head.Shard), partName(first.Shard), c.parts[0].Where), "chỉ ghi thư mục các phần của một lần chia")
		case m.head.Documents != first.Documents:
			c.fault(where, fmt.Sprintf("phần này in từ dữ liệu có %d văn bản, phần ở «%s» từ dữ liệu có %d", m.head.Documents, c.parts[0].Where, first.Documents), "in lại các phần từ cùng một dữ liệu")
		case seen[m.head.Shard] != "":
			c.fault(where, fmt.Sprintf("%s có hai lần, lần kia ở «%s»", partName(m.head.Shard), seen[m.head.Shard]), "mỗi phần chỉ ghi một thư mục")
		}
		seen[m.head.Shard] = where
	}
	if c.findings.HasErrors() || n == 1 {
		return nil
	}
	var missing []string
	for k := 1; k <= n; k++ {
		if s := (Shard{k, n}).String(); seen[s] == "" {
			missing = append(missing, s)
		}
	}
	if len(missing) > 0 {
		c.fault(c.parts[0].Where, fmt.Sprintf("còn thiếu %d phần: %s", len(missing), listed(missing)), "chạy các phần đó, rồi ghi đủ thư mục của chúng")
		return nil
	}
	if err := c.sameMaking(); err != nil || c.findings.HasErrors() {
		return err
	}
	c.sameWork(n)
	return nil
}

// sameWork tells parts that were made from other data, another template or other options. One that was run again when
// its records had been mended knows the others as they are: that all agree with one of them is enough.
func (c *collection) sameWork(n int) {
	own := make([]string, n)
	for _, m := range c.manifests {
		if s, _ := ParseShard(m.head.Shard); len(m.head.Shares) == n {
			own[s.K-1] = m.head.Shares[s.K-1]
		}
	}
	var nearest []string // other parts, as the one sees them that fewest differ from
	of := 0
	for i, m := range c.manifests {
		var others []string
		for k := range n {
			if len(m.head.Shares) != n || m.head.Shares[k] != own[k] {
				others = append(others, Shard{k + 1, n}.String())
			}
		}
		if len(others) == 0 {
			return
		}
		if nearest == nil || len(others) < len(nearest) {
			nearest, of = others, i
		}
	}
	c.fault(c.parts[of].Where, fmt.Sprintf("phần này không in từ cùng dữ liệu, mẫu và tùy chọn với phần %s", listed(nearest)), "chạy lại mọi phần từ cùng một dữ liệu, cùng các tùy chọn; văn bản không đổi thì không phải in lại")
}

// complete takes up the documents and looks whether one is missing, or there twice.
func (c *collection) complete() error {
	for i, m := range c.manifests {
		for _, key := range slices.Sorted(maps.Keys(m.entries)) {
			if m.entries[key].state == Gone {
				continue
			}
			if other, twice := c.at[key]; twice {
				if len(c.findings) < maxTwice {
					c.fault(path.Join(c.parts[i].Where, ManifestName), fmt.Sprintf("văn bản «%s» có ở hai phần", key), "phần kia: "+c.parts[other.part].Where)
				}
				continue
			}
			c.at[key] = found{i, m.entries[key]}
		}
	}
	if less := c.manifests[0].head.Documents - len(c.at); less != 0 && !c.findings.HasErrors() {
		c.fault(c.parts[0].Where, fmt.Sprintf("dữ liệu có %d văn bản, các phần có %d", c.manifests[0].head.Documents, len(c.at)), "có phần chưa in xong: chạy lại các phần", c.absent())
	}
	return nil
}

// absent names the records that no part has.
func (c *collection) absent() string {
	records := map[int32]bool{}
	last := int32(0)
	for _, f := range c.at {
		records[f.past.record] = true
		last = max(last, f.past.record)
	}
	var out []string
	for n := int32(1); n <= last; n++ {
		if !records[n] {
			out = append(out, fmt.Sprint(n))
		}
	}
	if len(out) == 0 {
		return "thiếu từ sau bản ghi thứ " + fmt.Sprint(last)
	}
	return "thiếu bản ghi thứ " + listed(out)
}

// sameMaking tells parts that were made with another standard, other fonts or another version.
func (c *collection) sameMaking() error {
	var first *build.Lock
	where := ""
	for i, m := range c.manifests {
		for _, key := range slices.Sorted(maps.Keys(m.entries)) {
			e, err := m.entry(m.entries[key])
			if err != nil {
				return err
			}
			if e.Lock == nil {
				continue
			}
			if first == nil {
				first, where = e.Lock, c.parts[i].Where
			}
			if e.Lock.Standard != first.Standard || e.Lock.Fonts != first.Fonts || e.Lock.Version != first.Version {
				c.fault(c.parts[i].Where, fmt.Sprintf("phần này in bằng thể thức, phông chữ hoặc bản vanban khác phần ở «%s»", where), "in lại các phần bằng cùng một bản vanban và cùng các tùy chọn")
				return nil
			}
			break
		}
	}
	return nil
}

// listed names some of many.
func listed(names []string) string {
	const most = 10
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:most], ", ") + fmt.Sprintf(" và %d nữa", len(names)-most)
}

// copy looks at every file and copies it.
func (c *collection) copy(into *Part) error {
	keys := make([]string, 0, len(c.at))
	for key := range c.at {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(c.at[a].past.record, c.at[b].past.record), cmp.Compare(a, b))
	})
	c.sum.Total = len(keys)
	var whole *manifest
	h := head{Manifest: "batch", Form: manifestForm, Documents: len(keys)}
	if into != nil {
		var findings diag.List
		var err error
		if whole, findings, err = readManifest(into.Journal, path.Join(into.Where, ManifestName)); err != nil || findings.HasErrors() {
			c.findings = append(c.findings, findings...)
			return err
		}
		if err := whole.rewrite(h, slices.Values(slices.Sorted(maps.Keys(whole.entries)))); err != nil {
			return err
		}
	}
	for n, key := range keys {
		f := c.at[key]
		e, err := c.manifests[f.part].entry(f.past)
		if err != nil {
			return err
		}
		if err := c.document(n, e, c.parts[f.part], into); err != nil {
			return err
		}
		if whole != nil {
			if err := whole.add(e); err != nil {
				return err
			}
		}
	}
	if whole == nil {
		return nil
	}
	return whole.rewrite(h, slices.Values(keys))
}

// document looks at the files of one document and copies them.
func (c *collection) document(n int, e *Entry, from Part, into *Part) error {
	var list diag.List
	for _, f := range e.Findings {
		list.Add(f.diagnostic())
	}
	var files []File
	lost := false
	for _, made := range e.Files {
		if kind, err := from.Folder.Look(made.Name); err != nil {
			return err
		} else if kind != Plain {
			list.Add(diag.Diagnostic{ID: IDShard, Severity: diag.Error, Pos: diag.Pos{File: path.Join(from.Where, made.Name)}, Message: "tệp đã in không còn", Hints: []string{"chạy lại phần này"}})
			lost = true
			continue
		}
		src, err := from.Folder.Read(made.Name)
		if err != nil {
			return err
		}
		if sum := sha256.Sum256(src); hex.EncodeToString(sum[:]) != made.SHA256 {
			list.Add(diag.Diagnostic{ID: IDEdited, Severity: diag.Warning, Pos: diag.Pos{File: path.Join(from.Where, made.Name)}, Message: "tệp đã có người sửa sau khi in"})
		}
		if into == nil {
			continue
		}
		save, whole, err := c.saves(made.Name, src, into, &list)
		if err != nil {
			return err
		}
		lost = lost || !whole
		if save {
			files = append(files, File{made.Name, src})
		}
	}
	switch {
	case e.State == Failed:
		c.sum.Failed++
	case e.State == Kept:
		c.sum.Kept++
	case lost:
		c.sum.Failed++
	case len(files) > 0:
		c.sum.Made++
	default:
		c.sum.Same++
	}
	c.told.add(n, list)
	if len(files) == 0 {
		return nil
	}
	return into.Folder.Save(files)
}

// saves tells whether a file is to be written: not where it is there already, nor over one that someone has edited. It is
// whole where the file stands there then.
func (c *collection) saves(name string, src []byte, into *Part, list *diag.List) (save, whole bool, err error) {
	kind, err := into.Folder.Look(name)
	if err != nil || kind == Nothing {
		return err == nil, true, err
	}
	at := diag.Pos{File: path.Join(into.Where, name)}
	if kind == Special {
		list.Add(diag.Diagnostic{ID: IDTarget, Severity: diag.Error, Pos: at, Message: "chỗ cần ghi tệp là liên kết hoặc thư mục, không ghi đè", Hints: []string{"xóa hoặc đổi tên nó, hoặc gom vào thư mục khác bằng -o"}})
		return false, false, nil
	}
	old, err := into.Folder.Read(name)
	if err != nil {
		return false, false, err
	}
	format := 0
	if strings.HasSuffix(name, extPDF) {
		format = 1
	}
	if string(old) != string(src) && len(old) > 0 && !asWritten(format, old) {
		list.Add(diag.Diagnostic{ID: IDEdited, Severity: diag.Error, Pos: at, Message: "tệp đã có người sửa, hoặc không do vanban in ra; tệp được giữ nguyên", Hints: []string{"đổi tên tệp đó, hoặc gom vào thư mục khác bằng -o"}})
		return false, false, nil
	}
	return string(old) != string(src), true, nil
}
