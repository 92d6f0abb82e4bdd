package build

import (
	"vanban/internal/content"
	"vanban/internal/diag"
)

// Check makes the document of a job, as far as the sheet, and checks what it says. Its findings are those of the
// way there and, where there is a document, those of package content.
func (b *Builder) Check(j Job, v *content.Vocabulary) diag.List {
	st, findings := b.Compose(j)
	if st.Document == nil {
		return findings
	}
	return append(findings, content.Document(st.Document, j.Standard, v)...).Sorted()
}
