// Package report writes a run's findings in the forms that people and other programs read: text, JSON,
// SARIF 2.1.0 and JUnit XML. Every command that takes --format writes through it, so that they agree.
//
// Start from [Write]. The same findings give the same bytes; nothing of the machine but the names of the files,
// as they were given, gets into a report.
//
// Known gaps: a SARIF rule has no helpUri, since the explanations have no page on the web; its help text is
// that of `vanban explain`.
package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/diag/explain"
)

// Format is a form of a report, by the name that --format gives it.
type Format string

// The forms.
const (
	Text  Format = "text"
	JSON  Format = "json"
	SARIF Format = "sarif"
	JUnit Format = "junit"
)

// Formats are all forms, the one for people first.
func Formats() []Format { return []Format{Text, JSON, SARIF, JUnit} }

// Named finds a form by its name.
func Named(name string) (Format, bool) {
	f := Format(name)
	return f, slices.Contains(Formats(), f)
}

// Run is what a report tells of.
type Run struct {
	Version  string
	Findings diag.List
	// Files are all that was looked at, also those without a finding; a finding's file needs not be named again.
	Files []string
	// Fails is the least severity that makes a test case of JUnit fail; the others are told beside it. The zero
	// value lets every finding fail.
	Fails diag.Severity
	// Line gives the text of a line of a file, for the forms that show it; it may be nil.
	Line func(file string, n int) (string, bool)
	// Facts gives what the standard in hand prescribes, which explanations name by keys; it may be nil.
	Facts func(key string) (string, bool)
}

// Write writes the findings, sorted, exact repeats left out. It returns the first error of w.
func Write(w io.Writer, f Format, r Run) error {
	r.Findings = r.Findings.Sorted()
	if f == Text {
		return diag.Print(w, r.Findings, r.Line)
	}
	explained, err := r.explanations()
	if err != nil {
		return err
	}
	var out []byte
	switch f {
	case JSON:
		out, err = writeJSON(r, explained)
	case SARIF:
		out, err = writeSARIF(r, explained)
	case JUnit:
		out, err = writeJUnit(r, explained)
	default:
		panic(fmt.Sprintf("report: no form «%s»", f))
	}
	if err != nil {
		return err
	}
	_, err = w.Write(out)
	return err
}

func (r Run) explanations() (map[string]explain.Entry, error) {
	entries, err := explain.All()
	if err != nil {
		return nil, err
	}
	out := make(map[string]explain.Entry, len(entries))
	for _, e := range entries {
		if r.Facts != nil {
			e = e.With(r.Facts)
		}
		out[e.ID] = e
	}
	return out, nil
}

// files are those that were looked at and those that a finding names, sorted.
func (r Run) files() []string {
	all := slices.Clone(r.Files)
	for _, d := range r.Findings {
		all = append(all, d.Pos.File)
	}
	return distinct(all)
}

// distinct sorts names and leaves out repeats and the empty one.
func distinct(names []string) []string {
	slices.Sort(names)
	names = slices.Compact(names)
	return slices.DeleteFunc(names, func(name string) bool { return name == "" })
}

// level is the word for a severity in JSON, SARIF and JUnit.
func level(s diag.Severity) string {
	switch s {
	case diag.Error:
		return "error"
	case diag.Warning:
		return "warning"
	default:
		return "note"
	}
}

// printed is one finding as text for people, without its last line feed.
func printed(r Run, d diag.Diagnostic) (string, error) {
	var b strings.Builder
	err := diag.Print(&b, diag.List{d}, r.Line)
	return strings.TrimSuffix(b.String(), "\n"), err
}
