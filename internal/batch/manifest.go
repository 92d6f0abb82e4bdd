package batch

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"sync"

	"vanban/internal/build"
	"vanban/internal/diag"
)

// ManifestName is the manifest's file in the output folder.
const ManifestName = "vanban-batch.jsonl"

// manifestForm counts the forms of the manifest: it grows where a field changes its meaning.
const manifestForm = 1

// Limits of a manifest.
const (
	maxLine     = 1 << 20 // bytes of a line
	maxEntries  = 5_000_000
	maxFindings = 20 // of one document
)

// Journal is the file of a manifest. It is read by several goroutines while one appends.
type Journal interface {
	io.ReaderAt
	Size() int64
	// Append adds to the end.
	Append(p []byte) error
	// Sync has what was appended on the disk.
	Sync() error
	// Replace puts a new content in the place of the old, whole or not at all.
	Replace(write func(io.Writer) error) error
}

// head is the first line of a manifest.
type head struct {
	Manifest  string   `json:"vanban"` // «batch»
	Form      int      `json:"form"`
	Documents int      `json:"documents"` // of all shards
	Shard     string   `json:"shard,omitempty"`
	Shares    []string `json:"shares,omitempty"` // hashes of what each shard is made from, as this one sees them
}

// shards is of how many parts the work is.
func (h head) shards() int {
	s, _ := ParseShard(h.Shard) // it was read when the manifest was
	return max(1, s.N)
}

// past is what is kept in memory of an entry: the rest stands in the journal.
type past struct {
	at     int64
	length int32
	record int32
	state  State
	told   bool // it has findings
	sum    [16]byte
	where  [8]byte // hash of Entry.At
	files  [2]fileSum
}

// fileSum is the hash of a file that was made, by format.
type fileSum struct {
	is  bool
	sum [16]byte
}

func pastOf(e *Entry, at int64, length int) past {
	p := past{at: at, length: int32(length), record: int32(e.Record), state: e.State, told: len(e.Findings) > 0, sum: e.sum(), where: whereOf(e.At)}
	for _, f := range e.Files {
		i := 0
		if strings.HasSuffix(f.Name, extPDF) {
			i = 1
		}
		sum, err := hex.DecodeString(f.SHA256[:32])
		if p.files[i].is = err == nil; p.files[i].is {
			p.files[i].sum = [16]byte(sum)
		}
	}
	return p
}

func whereOf(at string) [8]byte {
	sum := sha256.Sum256([]byte(at))
	return [8]byte(sum[:8])
}

// manifest is a journal with what its entries say.
type manifest struct {
	journal Journal
	head    head

	mu      sync.Mutex
	entries map[string]past
}

// get gives what is known of a document.
func (m *manifest) get(key string) (past, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	p, ok := m.entries[key]
	return p, ok
}

// readManifest reads a journal. A last line that was not finished is passed over; what is broken otherwise is
// refused, since hand edits could not be told from our own files.
func readManifest(j Journal, where string) (*manifest, diag.List, error) {
	m := &manifest{journal: j, entries: map[string]past{}}
	bad := func(number int, why string) (*manifest, diag.List, error) {
		return nil, diag.List{{ID: IDManifest, Severity: diag.Error, Pos: diag.Pos{File: where, Line: number}, Message: "tệp theo dõi của lần in trước không dùng được: " + why,
			Hints: []string{"in vào một thư mục mới bằng -o, hoặc xóa tệp «" + ManifestName + "» để in lại tất cả"}}}, nil
	}
	r := bufio.NewReaderSize(io.NewSectionReader(j, 0, j.Size()), 1<<16)
	at := int64(0)
	for number := 1; ; number++ {
		text, err := readLine(r)
		switch {
		case errors.Is(err, io.EOF):
			return m, nil, nil // what stands behind the last line end was not finished
		case errors.Is(err, errLongLine):
			return bad(number, "dòng quá dài")
		case err != nil:
			return nil, nil, fmt.Errorf("đọc tệp theo dõi: %w", err)
		}
		if number == 1 {
			if json.Unmarshal(text, &m.head) != nil || m.head.Manifest != "batch" {
				return bad(1, "không phải do «vanban batch» ghi")
			}
			if m.head.Form != manifestForm {
				return bad(1, fmt.Sprintf("do bản vanban khác ghi (dạng %d)", m.head.Form))
			}
			if s, ok := ParseShard(m.head.Shard); !ok || s.String() != m.head.Shard || len(m.head.Shares) > 0 && len(m.head.Shares) != s.N {
				return bad(1, "dòng này đã bị sửa")
			}
		} else {
			e := &Entry{}
			if err := json.Unmarshal(text, e); err != nil || e.Record < 1 || !slices.Contains([]State{Done, Failed, Kept, Gone}, e.State) || e.Name != "" && build.BadName(e.Name) != "" || !ownFiles(e) {
				return bad(number, "dòng này đã bị sửa")
			}
			if m.entries[e.key()] = pastOf(e, at, len(text)); len(m.entries) > maxEntries {
				return bad(number, "quá nhiều dòng")
			}
		}
		at += int64(len(text)) + 1
	}
}

// ownFiles tells whether the files of an entry are those of its name: others are never touched.
func ownFiles(e *Entry) bool {
	return !slices.ContainsFunc(e.Files, func(f Made) bool {
		return f.Name != e.Name+extDOCX && f.Name != e.Name+extPDF || len(f.SHA256) != 2*sha256.Size
	})
}

var errLongLine = errors.New("long line")

// readLine gives a line without its end, and io.EOF where no whole line is left.
func readLine(r *bufio.Reader) ([]byte, error) {
	var out []byte
	for {
		part, err := r.ReadSlice('\n')
		if out = append(out, part...); len(out) > maxLine+1 {
			return nil, errLongLine
		}
		if err == nil {
			return out[:len(out)-1], nil
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return nil, err
		}
	}
}

// entry reads an entry again.
func (m *manifest) entry(p past) (*Entry, error) {
	text := make([]byte, p.length)
	if _, err := m.journal.ReadAt(text, p.at); err != nil {
		return nil, fmt.Errorf("đọc tệp theo dõi: %w", err)
	}
	e := &Entry{}
	if err := json.Unmarshal(text, e); err != nil {
		return nil, fmt.Errorf("đọc tệp theo dõi: %w", err)
	}
	return e, nil
}

// add appends an entry.
func (m *manifest) add(e *Entry) error {
	text, at := line(e), m.journal.Size()
	if err := m.journal.Append(text); err != nil {
		return fmt.Errorf("ghi tệp theo dõi: %w", err)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.entries[e.key()] = pastOf(e, at, len(text)-1)
	return nil
}

// rewrite writes the journal anew: the head, then the entries of some keys in their order.
func (m *manifest) rewrite(h head, keys iter.Seq[string]) error {
	entries := map[string]past{}
	err := m.journal.Replace(func(w io.Writer) error {
		out := bufio.NewWriterSize(w, 1<<16)
		text := line(h)
		at := int64(len(text))
		if _, err := out.Write(text); err != nil {
			return err
		}
		for key := range keys {
			p, ok := m.entries[key]
			if !ok {
				continue
			}
			text := make([]byte, p.length+1)
			if _, err := m.journal.ReadAt(text[:p.length], p.at); err != nil {
				return err
			}
			text[p.length] = '\n'
			p.at = at
			entries[key] = p
			at += int64(len(text))
			if _, err := out.Write(text); err != nil {
				return err
			}
		}
		return out.Flush()
	})
	if err != nil {
		return fmt.Errorf("ghi tệp theo dõi: %w", err)
	}
	m.head, m.entries = h, entries
	return nil
}
