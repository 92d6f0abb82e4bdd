package pdf

import (
	"fmt"
	"io"
	"slices"

	"vanban/internal/font"
	"vanban/internal/typeset"
)

// Binder writes many documents into one file, one behind the other, each with a bookmark of its own. Pages are written
// as they come: what stays in memory is a few numbers a page, and the bookmarks.
type Binder struct {
	w         io.Writer
	fonts     *font.Set
	file      *file
	enc       *encoding
	resources ref
	pages     pageTree
	whole     typeset.Document // its pages have a size and nothing else
}

// NewBinder begins a file with a title. Nothing but the order of the documents is in it that they do not say.
func NewBinder(w io.Writer, title, language string, fonts *font.Set) *Binder {
	b := &Binder{w: w, fonts: fonts, file: newFile(), enc: &encoding{}, whole: typeset.Document{Title: title, Language: language}}
	for i, key := range faceKeys {
		b.enc.faces = append(b.enc.faces, &faceCodes{key: key, name: fmt.Sprintf("F%d", i+1)})
	}
	b.resources = b.file.reserve()
	b.pages.tree = b.file.reserve()
	return b
}

// Add writes the pages of a document under a bookmark of its name. The error is of the writer.
func (b *Binder) Add(name string, d *typeset.Document) error {
	first := len(b.pages.kids)
	b.whole.Outline = append(b.whole.Outline, typeset.Mark{Level: 1, Title: name, Page: first})
	for _, m := range d.Outline {
		m.Level++
		m.Page += first
		b.whole.Outline = append(b.whole.Outline, m)
	}
	for _, p := range d.Pages {
		b.enc.extend(p)
		b.pages.add(b.file, p, b.resources, b.enc)
		b.whole.Pages = append(b.whole.Pages, &typeset.Page{Width: p.Width, Height: p.Height})
	}
	if err := b.file.flush(b.w); err != nil {
		return fmt.Errorf("ghi PDF: %w", err)
	}
	return nil
}

// Close writes the fonts, the bookmarks and the end of the file. A file without pages panics.
func (b *Binder) Close() error {
	if len(b.pages.kids) == 0 {
		panic("pdf: a document without pages")
	}
	b.enc.faces = slices.DeleteFunc(b.enc.faces, func(c *faceCodes) bool { return len(c.runes) == 0 })
	if err := embedFonts(b.file, b.resources, b.enc, b.fonts); err != nil {
		return fmt.Errorf("nhúng phông chữ vào PDF: %w", err)
	}
	info, metadata, err := writeMetadata(b.file, &b.whole)
	if err != nil {
		return err
	}
	b.pages.close(b.file)
	outline := writeOutline(b.file, &b.whole, b.pages.kids)
	root := b.file.reserve()
	b.file.put(root, catalog(&b.whole, b.pages.tree, outline, metadata))
	if _, err := b.w.Write(b.file.finish(root, info)); err != nil {
		return fmt.Errorf("ghi PDF: %w", err)
	}
	return nil
}

// extend gives codes to the characters of a page that have none yet.
func (e *encoding) extend(p *typeset.Page) {
	for _, line := range p.Lines {
		for _, span := range line.Spans {
			c := e.faces[faceIndex(span.Face)]
			for _, r := range span.Text {
				for int(r) >= len(c.code) {
					c.code = append(c.code, make([]uint16, max(0x400, int(r)+1-len(c.code)))...)
				}
				if c.code[r] == 0 {
					c.runes = append(c.runes, r)
					c.code[r] = uint16(len(c.runes))
				}
			}
		}
	}
}
