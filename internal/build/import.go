package build

import (
	"fmt"
	"slices"
	"strings"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/importer"
	"vanban/internal/schema"
	"vanban/internal/standard"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// Imported is a source to be imported: the lines of a text, or a Word file.
type Imported struct {
	Lines    []zone.Line
	Word     *word.Document // nil for a text
	Standard string         // id of the standard; empty: as the header of the document shows, else otherwise
	Fallback string         // id of the standard where no header shows one
	Template string         // empty: as the type's name asks
}

// Import names the lines of a source, turns each document in it into data, and reports where that data would be
// printed in other words than the source.
func (b *Builder) Import(l *Library, in Imported) ([]*importer.Document, diag.List, error) {
	words, findings, err := l.Words()
	if err != nil || words == nil {
		return nil, findings, err
	}
	lines, source := in.Lines, (*zone.Source)(nil)
	if in.Word != nil {
		source = zone.OfWord(in.Word, words)
		lines = source.Lines
	}
	found := zone.Find(lines, words)
	id := in.Standard
	if id == "" && len(found.Parts) > 0 {
		id = found.Parts[0].Standard
	}
	if id == "" {
		id = in.Fallback
	}
	if in.Standard == "" && id != in.Fallback && in.Fallback != "" {
		findings.Add(ofStandard(found, id))
	}
	s, more, err := l.Standard(id)
	findings = append(findings, more...)
	if err != nil || s == nil {
		return nil, findings, err
	}
	targets, more, err := l.importTargets(s, in.Template)
	findings = append(findings, more...)
	if err != nil || more.HasErrors() {
		return nil, findings, err
	}
	options := importer.Options{}
	if in.Word != nil {
		options, more = importer.OfWord(in.Word, source, found, s)
		findings = append(findings, more...)
	}
	options.Words, options.Standard, options.Targets, options.Measure = words, s, targets, measurer{b.Fonts}
	documents, more := importer.Import(found, options)
	findings = append(findings, more...)
	for _, d := range documents {
		findings = append(findings, b.differences(d, s, words)...)
	}
	return documents, importer.Capped(findings), nil
}

// ofStandard tells that the header of a document shows another standard than the one that rendering goes by unless it
// is named: the data does not hold it.
func ofStandard(found *zone.Found, id string) diag.Diagnostic {
	d := diag.Diagnostic{ID: importer.IDStandard, Severity: diag.Warning,
		Message: fmt.Sprintf("đầu trang cho thấy văn bản theo thể thức «%s», nên được đọc theo thể thức đó; dữ liệu không ghi thể thức", id),
		Hints:   []string{fmt.Sprintf("khi in, thêm «--standard %s»; không thêm thì đầu trang, chữ ký in theo thể thức khác", id)}}
	if lines := found.Of(0, zone.National); len(lines) > 0 {
		d.Pos = lines[0].Pos
	}
	return d
}

// importTargets gives the templates of a standard that take imported text: the one called name, or all.
func (l *Library) importTargets(s *standard.Standard, name string) ([]importer.Target, diag.List, error) {
	names := []Entry{{Name: name}}
	if name == "" {
		var err error
		if names, err = l.Templates(s); err != nil {
			return nil, nil, err
		}
	}
	var out []importer.Target
	var findings diag.List
	for _, entry := range names {
		t, more, err := l.Template(s, entry.Name, diag.Pos{})
		findings = append(findings, more...)
		if err != nil {
			return nil, findings, err
		}
		if t != nil && t.Head.Import != "" {
			out = append(out, importer.Target{Name: entry.Name, Template: t})
		}
	}
	return out, findings, nil
}

// differences composes an imported document and reports where it would be printed in other words than its source, and
// what rendering would refuse beside keys that are missing, which the import has told of.
func (b *Builder) differences(d *importer.Document, s *standard.Standard, w *zone.Words) diag.List {
	draft := &Builder{Fonts: b.Fonts, Draft: true}
	st, findings := draft.Compose(Job{Data: d.Data, Template: d.Target.Template, Standard: s})
	if st.Sheet == nil {
		return findings
	}
	var refused diag.List
	for _, f := range findings {
		if f.Severity == diag.Error && f.ID != schema.IDMissing && !strings.Contains(f.Message, data.GapBegins) {
			f.Hints = append(slices.Clone(f.Hints), "dữ liệu nhập ra chưa in được vì lỗi này: sửa trong đó")
			refused.Add(f)
		}
	}
	return append(refused, importer.Differences(d, zone.Find(printed(st.Sheet), w))...)
}
