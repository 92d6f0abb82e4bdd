package build

import (
	"path"

	"vanban/internal/content"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/standard"
)

// vocabularyFile holds the words that content is checked by, beside a standard.
const vocabularyFile = "noi-dung.yaml"

// Vocabulary reads the words that the content of a standard's documents is checked by. A standard without the
// file has no rule that needs words.
func (l *Library) Vocabulary(s *standard.Standard) (*content.Vocabulary, diag.List, error) {
	label, src, ok, err := l.read(path.Join(clean(s.ID), vocabularyFile))
	if err != nil {
		return nil, nil, err
	}
	root := &data.Node{Kind: data.Map}
	var findings diag.List
	if ok {
		root, findings = data.Parse(label, src)
		if findings.HasErrors() {
			return nil, findings, nil
		}
	}
	v, more := content.NewVocabulary(root)
	return v, append(findings, more...), nil
}
