package batch

import (
	"slices"

	"vanban/internal/build"
	"vanban/internal/diag"
	"vanban/internal/schema"
)

// Look finds what is wrong with the records of a run that cannot begin, and makes nothing: all that is to be mended is
// told at once. Where rows of lists are lost, since they name no record, what is missing, too few or no sum may be so for
// them alone: then it finds only values that are wrong by themselves.
func (b *Batch) Look(lost bool) (diag.List, error) {
	builders := make([]*build.Builder, max(1, b.Workers))
	for i := range builders {
		builders[i] = &build.Builder{Fonts: b.Fonts, Created: b.Created, Version: b.Version}
	}
	found := make([]diag.List, b.Input.Len())
	err := b.each(b.Input.Len(), func(w, n int) error {
		jobs, findings, err := b.Input.Record(n)
		if err != nil {
			return err
		}
		for _, j := range jobs {
			switch {
			case j.Template == nil:
			case lost:
				findings = append(findings, j.Template.Schema.Validate(j.Data)...)
			case !findings.HasErrors():
				_, more := builders[w].Compose(j)
				findings = append(findings, more...)
			}
		}
		found[n] = slices.DeleteFunc(findings, func(d diag.Diagnostic) bool {
			return d.Severity != diag.Error || lost && (d.Pos.Cell == "" || slices.Contains(ofTheWhole(), d.ID))
		})
		return nil
	})
	var notes told
	for n, findings := range found {
		notes.add(n, findings)
	}
	return notes.list(), err
}

// ofTheWhole are the findings that a list without some of its rows may cause.
func ofTheWhole() []string {
	return []string{schema.IDMissing, schema.IDCount, schema.IDCondition, schema.IDTotal}
}
