package build

import (
	"vanban/internal/content"
	"vanban/internal/diag"
)

// Check makes the document of a job, as far as the sheet, and checks what it says. Its findings are those of the
// way there and, where there is a document, those of package content, at the words that they are about where line
// gives the lines of the source (nil: at the beginning of their values).
func (b *Builder) Check(j Job, v *content.Vocabulary, line func(file string, n int) (string, bool)) diag.List {
	st, findings := b.Compose(j)
	if st.Document == nil {
		return findings
	}
	return append(findings, content.Pinpoint(content.Document(st.Document, j.Standard, v), line)...).Sorted()
}
