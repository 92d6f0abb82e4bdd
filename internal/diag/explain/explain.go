// Package explain holds what `vanban explain` says of each finding: one YAML file for each package that
// reports findings, one entry an id. A test of the whole program fails where an id has no entry.
//
// The key «thu» of an entry is never shown: where the example for people is a snippet or prose, it holds what
// a test of package build runs in its place, and demands the finding of.
//
// Start from [All].
package explain

import (
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"vanban/internal/data"
)

//go:embed *.yaml
var files embed.FS

// Entry explains one finding.
type Entry struct {
	ID      string
	Title   string
	Why     string
	Example string // input that provokes it
	Cure    string
}

// All gives every entry, by id. An error is a fault of the embedded files.
func All() ([]Entry, error) {
	names, err := fs.Glob(files, "*.yaml")
	if err != nil {
		return nil, err
	}
	var out []Entry
	for _, name := range names {
		src, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		root, findings := data.Parse(name, src)
		if findings.HasErrors() || root.Kind != data.List {
			return nil, fmt.Errorf("explain: %s cannot be read", name)
		}
		for _, n := range root.Items {
			out = append(out, Entry{ID: text(n, "id"), Title: text(n, "tieu_de"), Why: text(n, "vi_sao"),
				Example: text(n, "vi_du"), Cure: text(n, "cach_chua")})
		}
	}
	slices.SortFunc(out, func(a, b Entry) int { return strings.Compare(a.ID, b.ID) })
	return out, nil
}

var fact = regexp.MustCompile(`\{[a-z][a-z0-9_]*\}`)

// With puts what a standard prescribes in the place of the keys in braces that facts knows: «{le_tren}».
func (e Entry) With(facts func(key string) (string, bool)) Entry {
	fill := func(s string) string {
		return fact.ReplaceAllStringFunc(s, func(braced string) string {
			if said, ok := facts(strings.Trim(braced, "{}")); ok {
				return said
			}
			return braced
		})
	}
	e.Why, e.Example, e.Cure = fill(e.Why), fill(e.Example), fill(e.Cure)
	return e
}

func text(n *data.Node, key string) string {
	if v := n.Field(key); v != nil {
		return v.Text
	}
	return ""
}
