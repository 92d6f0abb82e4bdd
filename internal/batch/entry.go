package batch

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"

	"vanban/internal/build"
	"vanban/internal/diag"
)

// Entry is what a manifest says of one document.
type Entry struct {
	Record   int            `json:"record"`             // number in the input, from 1; of one that has gone, its last
	Document int            `json:"document,omitempty"` // of a record that makes several, from 0
	Name     string         `json:"name,omitempty"`     // of its files, without extension
	At       string         `json:"at,omitempty"`       // where the record stands
	State    State          `json:"state"`
	Lock     *build.Lock    `json:"lock,omitempty"` // what the files were made from
	Created  string         `json:"created,omitempty"`
	Files    []Made         `json:"files,omitempty"`
	Findings []EntryFinding `json:"findings,omitempty"`
	More     int            `json:"more,omitempty"` // findings beside those
}

// State is how it stands with a document.
type State string

// The states.
const (
	Done   State = "done"
	Failed State = "failed" // its data has errors; files are those of an earlier run
	Kept   State = "kept"   // someone has edited a file; files are those of an earlier run
	Gone   State = "gone"   // its record has disappeared; files are those of an earlier run
)

// Made is a file that was made.
type Made struct {
	Name   string `json:"name"`
	Size   int    `json:"size"`
	SHA256 string `json:"sha256"`
}

// EntryFinding is a finding in a manifest.
type EntryFinding struct {
	ID       string   `json:"id"`
	Severity string   `json:"severity"`
	At       string   `json:"at,omitempty"`
	Message  string   `json:"message"`
	Hints    []string `json:"hints,omitempty"`
}

// key is what the entry is known by.
func (e *Entry) key() string { return key(e.Name, e.Record-1, e.Document) }

// sum is the hash of all that the files of an entry depend on; empty where none were made.
func (e *Entry) sum() (sum [16]byte) {
	if e.Lock == nil {
		return sum
	}
	whole := sha256.Sum256([]byte(strings.Join([]string{e.Lock.Data, e.Lock.Template, e.Lock.Standard, e.Lock.Fonts, e.Lock.Version, e.Created}, "\n")))
	return [16]byte(whole[:16])
}

// told puts the findings of a document into its entry.
func (e *Entry) told(findings diag.List) {
	e.Findings, e.More = nil, 0
	for _, d := range findings.Sorted() {
		if len(e.Findings) == maxFindings {
			e.More++
			continue
		}
		e.Findings = append(e.Findings, EntryFinding{ID: d.ID, Severity: d.Severity.String(), At: d.Pos.String(), Message: d.Message, Hints: d.Hints})
	}
}

// line writes an entry or head as one line. Findings that would make it longer than a line may be are left out.
func line(v any) []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic(fmt.Errorf("batch: writing a line: %w", err)) // texts and numbers alone
	}
	if e, ok := v.(*Entry); ok && out.Len() > maxLine && len(e.Findings) > 0 {
		short := *e
		short.More += len(e.Findings)
		short.Findings = nil
		return line(&short)
	}
	return out.Bytes()
}
