// Package pdf draws placed pages as a PDF file. It measures nothing and decides nothing: every letter,
// rule and background stands where package typeset put it.
//
// Start from [Write]. A document goes through four steps, one file each:
//
//   - encoding.go collects the characters of each face and gives them codes;
//   - content.go turns a page into drawing operators;
//   - embed.go writes a face as a composite font holding only those characters;
//   - outline.go and metadata.go write the bookmarks and what the file says of itself.
//
// file.go keeps the numbered objects and the table of their places; number.go and text.go write numbers
// and strings as PDF wants them.
//
// # Invariants
//
//   - The same document and fonts give the same bytes: no clock, no chance, no walk over a map. The file's
//     /ID is a hash of what stands before it.
//   - Every character has a code of its own, even where a face draws two of them with one glyph, as many do
//     with U+0020 and U+00A0: the copied text is the text that was set, letter by letter, in the order of
//     Page.Lines.
//   - A span is one TJ operator. Its widened spaces are adjustments inside that operator, because the word
//     spacing of PDF (Tw) does not apply to fonts of two-byte codes (ISO 32000-1, 9.3.3).
//   - Pages are drawn in three layers: fills, strokes, text.
//   - What cannot come from package typeset (a colour that is no colour, a bookmark to a page that is not
//     there, a document without pages) panics. Letters that the fonts lack are an error that names them all.
//
// # Known gaps
//
//   - The file is not tagged: there is no structure tree, so a screen reader gets lines in reading order
//     but no headings, lists or table cells, and PDF/UA and PDF/A-1a are out of reach. Package typeset
//     hands over lines, not the blocks that they come from; that is what tagging would need first.
//   - The file does not claim PDF/A: there is no output intent, and nothing was checked against it.
//   - pdftotext -raw (22.12) goes by the gaps and takes one of 0.15 of the size or less for none, so a span
//     whose WordSpace narrows its spaces by two fifths comes out without them there. Its default mode keeps
//     them down to a seventh.
//   - No pictures and no links: package typeset has none yet.
package pdf

import (
	"fmt"
	"io"
	"strings"

	"vanban/internal/font"
	"vanban/internal/typeset"
)

// Write draws d with the faces of fonts and writes it to w as one PDF 1.7 file, by a single call of
// w.Write. It errs when fonts lacks a letter of the text, when d.Created is not an RFC 3339
// time, and when w does; in the first two cases w is left untouched.
func Write(w io.Writer, d *typeset.Document, fonts *font.Set) error {
	if len(d.Pages) == 0 {
		panic("pdf: a document without pages")
	}
	f := newFile()
	enc := newEncoding(d)
	resources := f.reserve()
	if err := embedFonts(f, resources, enc, fonts); err != nil {
		return fmt.Errorf("nhúng phông chữ vào PDF: %w", err)
	}
	info, metadata, err := writeMetadata(f, d)
	if err != nil {
		return err
	}
	pages := writePages(f, d.Pages, resources, enc)
	outline := writeOutline(f, d, pages.kids)
	root := f.reserve()
	f.put(root, catalog(d, pages.tree, outline, metadata))
	if _, err := w.Write(f.finish(root, info)); err != nil {
		return fmt.Errorf("ghi PDF: %w", err)
	}
	return nil
}

// catalog is the root of the file's objects. The title, not the file's name, is shown in the window bar.
func catalog(d *typeset.Document, pages, outline, metadata ref) string {
	c := "/Type /Catalog /Pages " + pages.String() + " /Metadata " + metadata.String() +
		" /ViewerPreferences << /DisplayDocTitle true >>"
	if d.Language != "" {
		c += " /Lang " + textString(d.Language)
	}
	if outline != 0 {
		c += " /Outlines " + outline.String()
	}
	return c
}

// pageTree is what writePages leaves behind.
type pageTree struct {
	tree ref
	kids []ref // by page
}

// writePages writes every page with its content. All pages share one table of fonts.
func writePages(f *file, pages []*typeset.Page, resources ref, enc *encoding) pageTree {
	t := pageTree{tree: f.reserve()}
	for _, p := range pages {
		t.add(f, p, resources, enc)
	}
	t.close(f)
	return t
}

// add writes one page.
func (t *pageTree) add(f *file, p *typeset.Page, resources ref, enc *encoding) {
	page, content := f.reserve(), f.reserve()
	f.stream(content, "", pageContent(p, enc))
	box := appendPoints([]byte("[0 0 "), p.Width)
	box = appendPoints(append(box, ' '), p.Height)
	f.put(page, fmt.Sprintf("/Type /Page /Parent %s /MediaBox %s] /Resources %s /Contents %s",
		t.tree, box, resources, content))
	t.kids = append(t.kids, page)
}

func (t *pageTree) close(f *file) {
	var kids strings.Builder
	for _, page := range t.kids {
		kids.WriteString(page.String() + " ")
	}
	f.put(t.tree, fmt.Sprintf("/Type /Pages /Count %d /Kids [ %s]", len(t.kids), kids.String()))
}
