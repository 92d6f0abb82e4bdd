package batch

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"vanban/internal/build"
	"vanban/internal/diag"
	"vanban/internal/merge"
	"vanban/internal/tmpl"
)

// Namer names documents by a pattern over their data, like «bien-ban-{{ .so }}-{{ .ngay }}». It may be used by
// several goroutines at once.
type Namer struct {
	Reader  *Reader
	Pattern string
	Where   string // what findings call the pattern

	mu    sync.Mutex
	known map[*tmpl.Template]compiled
}

// compiled is the pattern for the documents of one template.
type compiled struct {
	pattern  *tmpl.Template
	findings diag.List
}

// name gives the name of a document, and tells whether characters had to be changed in it. Without a name there is
// an error among the findings.
func (n *Namer) name(j build.Job) (name string, changed bool, findings diag.List, err error) {
	c, err := n.compile(j)
	if err != nil || c.pattern == nil {
		return "", false, c.findings, err
	}
	asIs := merge.Escaper{Inline: func(s string) string { return s }, LineStart: func(string) bool { return false }}
	merged, findings := merge.Run(c.pattern, j.Data, asIs, merge.Options{})
	if merged == nil {
		return "", false, findings, nil
	}
	name = safeName(merged.Text)
	changed = name != strings.TrimSpace(merged.Text)
	if why := build.BadName(name); why != "" {
		findings.Add(diag.Diagnostic{ID: build.IDName, Severity: diag.Error, Pos: j.Data.Pos,
			Message: fmt.Sprintf("tên tệp «%s» không dùng được: %s", name, why), Hints: []string{"sửa mẫu tên ở «" + n.Where + "», hoặc sửa dữ liệu"}})
		return "", false, findings, nil
	}
	return name, changed, findings, nil
}

func (n *Namer) compile(j build.Job) (compiled, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if c, ok := n.known[j.Template]; ok {
		return c, nil
	}
	n.Reader.mu.Lock()
	pattern, findings, err := n.Reader.Library.NamePattern(j.Standard, j.Template, n.Where, n.Pattern)
	n.Reader.mu.Unlock()
	if err != nil {
		return compiled{}, err
	}
	if n.known == nil {
		n.known = map[*tmpl.Template]compiled{}
	}
	c := compiled{pattern, findings}
	n.known[j.Template] = c
	return c, nil
}

// faults gives what is wrong with the pattern itself, for any of the templates met.
func (n *Namer) faults() diag.List {
	var out diag.List
	for _, c := range n.known {
		if c.pattern == nil {
			out = append(out, c.findings...)
		}
	}
	return out.Sorted()
}

// safeName makes a text a name of a file on every system: a hyphen for what no name may hold («86/KH-UBND» becomes
// «86-KH-UBND»), single blanks, no dot, hyphen or blank where names must not have them, and none of those that
// Windows keeps to itself. What is too long stays so: cut, two names could become one.
func safeName(text string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`<>:"/\|?*`, r) {
			return '-'
		}
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co) {
			return ' '
		}
		return r
	}, text)
	name = strings.TrimLeft(strings.Join(strings.Fields(name), " "), " .-")
	name = strings.TrimRight(name, " .")
	if name != "" && build.Reserved(name) {
		base, rest, dotted := strings.Cut(name, ".")
		name = base + "_"
		if dotted {
			name += "." + rest
		}
	}
	return name
}
