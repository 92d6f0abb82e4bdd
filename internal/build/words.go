package build

import (
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/standard"
	"vanban/internal/zone"
)

// recognitionFile holds the words that components of existing documents are recognised by, beside those of the
// standards.
const recognitionFile = "nhan-dang.yaml"

// Words gathers what components of documents are recognised by, from every standard of the library.
func (l *Library) Words() (*zone.Words, diag.List, error) {
	label, src, ok, err := l.read(recognitionFile)
	if err != nil {
		return nil, nil, err
	}
	if !ok {
		panic("build: no layer holds " + recognitionFile)
	}
	vocabulary, findings := data.Parse(label, src)
	if findings.HasErrors() {
		return nil, findings, nil
	}
	ids, err := l.Standards()
	if err != nil {
		return nil, findings, err
	}
	var standards []*standard.Standard
	for _, id := range ids {
		s, more, err := l.Standard(id)
		findings = append(findings, more...)
		if err != nil {
			return nil, findings, err
		}
		if s != nil {
			standards = append(standards, s)
		}
	}
	words, more := zone.NewWords(vocabulary, standards...)
	return words, append(findings, more...), nil
}
