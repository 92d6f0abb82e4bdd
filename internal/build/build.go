// Package build is the pipeline, once, in order: data and template are merged into official text, that
// becomes a document, the document a sheet, and the sheet a DOCX package and PDF pages.
//
// Start from [NewLibrary], [Library.Jobs] and [Builder.Render]. It has no state of its own beside what
// the library has read, sees no file system, clock or environment, and writes nothing.
package build

import (
	"bytes"
	"fmt"

	"vanban/internal/compose"
	"vanban/internal/diag"
	"vanban/internal/doc"
	"vanban/internal/docx"
	"vanban/internal/font"
	"vanban/internal/frame"
	"vanban/internal/markup"
	"vanban/internal/merge"
	"vanban/internal/pdf"
	"vanban/internal/sheet"
	"vanban/internal/typeset"
	"vanban/internal/unit"
)

// Builder makes documents, one at a time.
type Builder struct {
	Fonts *font.Set
	// Created stands in the documents whose data gives no full date: RFC 3339 UTC, empty for none.
	Created string
	// Draft marks missing values visibly instead of only reporting them.
	Draft bool
	// Version of the program, which the lock in every document names; empty for documents without a lock.
	Version string

	docx docx.Writer
}

// Stages are what one document became on its way. Those behind a stage that found an error are nil.
type Stages struct {
	Text     *merge.Merged
	Document *doc.Document
	Sheet    *sheet.Sheet
	Pages    *typeset.Document
}

// Compose takes a job as far as the sheet.
func (b *Builder) Compose(j Job) (Stages, diag.List) {
	var st Stages
	findings := j.Template.Schema.Validate(j.Data)
	if findings.HasErrors() && !b.Draft {
		return st, findings.Sorted()
	}
	asGiven := j
	if b.Draft {
		j.Data = marked(j.Data, j.Template.Schema)
	}
	text, more := merge.Run(j.Template, j.Data, merge.Escaper{Inline: markup.Escape, LineStart: markup.Structural}, merge.Options{Draft: b.Draft})
	findings = append(findings, more...)
	if text == nil || (findings.HasErrors() && !b.Draft) {
		return st, findings.Sorted()
	}
	st.Text = text
	content, more := markup.Parse(text.Text, markup.Source{
		At: func(line, col int) diag.Pos {
			if o := text.LineOrigin(line, col); o.FromData {
				return o.Data
			} else {
				return o.Template
			}
		},
		Foreign: func(line, col int) bool { return text.Origin(line, col).FromData },
	})
	findings = append(findings, more...)
	st.Document = frame.Document(j.Data, j.Template.Head.Type(j.Data), j.Template.Head.Layout, content)
	st.Sheet, more = compose.Compose(st.Document, j.Standard, measurer{b.Fonts})
	findings = append(findings, more...)
	if st.Sheet != nil && st.Sheet.Properties.Created == "" {
		st.Sheet.Properties.Created = b.Created
	}
	if st.Sheet != nil && b.Version != "" {
		st.Sheet.Properties.Custom = b.Locked(asGiven).properties()
	}
	return st, findings.Sorted()
}

// Render takes a job all the way. With an error among the findings there is no output, unless in draft.
func (b *Builder) Render(j Job, wantDOCX, wantPDF bool) (docxBytes, pdfBytes []byte, findings diag.List) {
	st, findings := b.Compose(j)
	if st.Sheet == nil || (findings.HasErrors() && !b.Draft) {
		return nil, nil, findings
	}
	var more diag.List
	if wantPDF {
		st.Pages, more = typeset.Typeset(st.Sheet, b.Fonts)
	} else {
		more = typeset.Missing(st.Sheet, b.Fonts)
	}
	findings = append(findings, more...).Sorted()
	if findings.HasErrors() && !b.Draft {
		return nil, nil, findings
	}
	var out bytes.Buffer
	if wantDOCX {
		must(b.docx.Write(&out, st.Sheet))
		docxBytes = bytes.Clone(out.Bytes())
	}
	if wantPDF {
		out.Reset()
		must(pdf.Write(&out, st.Pages, b.Fonts))
		pdfBytes = out.Bytes()
	}
	return docxBytes, pdfBytes, findings
}

// must panics where writing into memory fails: nothing the user did can make it.
func must(err error) {
	if err != nil {
		panic(fmt.Errorf("build: %w", err))
	}
}

// measurer gives compose the widths of the faces that the PDF is set in.
type measurer struct{ fonts *font.Set }

// Width is the advance of text on one line.
func (m measurer) Width(text string, bold, italic bool, size unit.Length) unit.Length {
	return m.fonts.Face(bold, italic).Width(text, size)
}
