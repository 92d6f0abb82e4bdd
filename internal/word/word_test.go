package word_test

import (
	"testing"

	"vanban/internal/word"
	. "vanban/internal/word/wordtest"
)

// read reads a package that must be read without a finding.
func read(t *testing.T, p *Package) *word.Document {
	t.Helper()
	d, found := word.Read("thu.docx", p.Bytes())
	for _, f := range found {
		t.Errorf("%s: %s", f.ID, f.Message)
	}
	if d == nil {
		t.FailNow()
	}
	return d
}

func TestTextAndPlace(t *testing.T) {
	d := read(t, New(P("", T("Phần một"))+P("")+P("", T("a"), T("b < c"))))
	p := word.Paragraphs(d.Body)
	if len(p) != 3 || p[2].Text() != "ab < c" || !p[1].Empty() {
		t.Fatalf("read %d paragraphs, the last «%s»", len(p), p[len(p)-1].Text())
	}
	if got := p[2].Place.Pos().String(); got != "thu.docx: đoạn 3" {
		t.Error(got)
	}
	part := d.Parts[3]
	if s := p[2].Element; part.Name != "word/document.xml" || string(part.Bytes[s.Start:s.End]) != P("", T("a"), T("b < c")) {
		t.Errorf("the span of the paragraph in %s is %s", part.Name, part.Bytes[s.Start:s.End])
	}
}
