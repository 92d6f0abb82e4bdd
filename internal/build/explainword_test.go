package build_test

import (
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/word"
	"vanban/internal/word/wordtest"
)

// What «thu» of an explanation about Word files holds: the bytes of a file, or a package by its parts.
const (
	trialRawWord = "tep_word" // a file named .docx, as text
	trialWord    = "word"     // than: what stands in w:body; kieu: in w:styles; phan: parts by name
)

// readTrial reads the Word file of a trial.
func readTrial(trial *data.Node) diag.List {
	if raw := trial.Field(trialRawWord); raw != nil {
		_, found := word.Read("thu.docx", []byte(raw.Text))
		return found
	}
	of := trial.Field(trialWord)
	body := of.Field("than")
	if body == nil {
		body = &data.Node{Text: "<w:p/>"}
	}
	p := wordtest.New(body.Text)
	if styles := of.Field("kieu"); styles != nil {
		p.Styles = styles.Text
	}
	if parts := of.Field("phan"); parts != nil {
		for _, f := range parts.Fields {
			p.Parts[f.Key] = f.Value.Text
		}
	}
	_, found := word.Read("thu.docx", p.Bytes())
	return found
}
