// Package compose puts every component of a document in its zone (ô số): doc and standard in, a sheet
// with every style resolved out.
//
// It knows kinds of component (a header column, an article, a recipients list) and never a document type
// or a standard: what follows what, and every word and measure, comes from the standard. Lines that stand
// in the middle (issuer, abstract, appendix title) are broken here, by meaning, with the widths of real
// letters; everything else is broken by the writers.
//
// Start from [Compose]; a component is a method of composer, listed in components or headerComponents under
// the name that package standard gives it.
package compose

import (
	"fmt"
	"slices"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/doc"
	"vanban/internal/sheet"
	"vanban/internal/standard"
	"vanban/internal/unit"
)

// Measurer tells how wide letters are.
type Measurer interface {
	// Width is the advance of text on one line.
	Width(text string, bold, italic bool, size unit.Length) unit.Length
}

// Compose lays the document's components out by the standard. With an error among the findings the sheet
// must not be written.
func Compose(d *doc.Document, s *standard.Standard, m Measurer) (*sheet.Sheet, diag.List) {
	layout, ok := s.Layouts[d.Layout]
	if !ok {
		var findings diag.List
		findings.Add(diag.Diagnostic{ID: IDLayout, Severity: diag.Error, Pos: d.Pos,
			Message: fmt.Sprintf("thể thức «%s» không có bố cục «%s»", s.ID, d.Layout)})
		return nil, findings
	}
	c := &composer{doc: d, std: s, layout: layout, measure: m, sizes: d.Sizes.Text, styles: map[string]*sheet.Style{}}
	if c.sizes == "" {
		c.sizes = s.SizeSets[0]
	}
	if !slices.Contains(s.SizeSets, c.sizes) {
		c.fault(IDSizes, d.Sizes.Pos, fmt.Sprintf("thể thức «%s» không có bộ cỡ chữ «%s»", s.ID, c.sizes),
			"chọn một trong: "+strings.Join(s.SizeSets, ", "))
		c.sizes = s.SizeSets[0]
	}
	c.sheet = &sheet.Sheet{Properties: c.properties()}
	c.main()
	for _, e := range d.Enclosures {
		c.enclosure(e)
	}
	for i, a := range d.Appendices {
		c.appendix(a, i)
	}
	c.checkAppendixMentioned()
	return c.sheet, c.findings.Sorted()
}

// composer is one run of Compose.
type composer struct {
	doc      *doc.Document
	std      *standard.Standard
	layout   *standard.Layout
	measure  Measurer
	sizes    string
	styles   map[string]*sheet.Style
	sheet    *sheet.Sheet
	section  *sheet.Section // the one being filled
	findings diag.List
}

func (c *composer) fault(id string, pos diag.Pos, message string, hints ...string) {
	c.findings.Add(diag.Diagnostic{ID: id, Severity: diag.Error, Pos: pos, Message: message, Hints: hints})
}

func (c *composer) add(blocks ...sheet.Block) { c.section.Blocks = append(c.section.Blocks, blocks...) }

// part is what a component is drawn from: the document itself, or an enclosure of it.
type part struct {
	header  string
	typeKey string
	subject []doc.Text
	body    []doc.Block
	pos     diag.Pos
}

// component adds one component of a part to the section being filled.
type component func(*composer, part)

// components draws each of standard.Components.
func components() map[string]component {
	return map[string]component{
		"dau_trang":          (*composer).header,
		"ten_loai":           (*composer).typeName,
		"trich_yeu":          (*composer).subject,
		"trich_yeu_kem_theo": (*composer).notedSubject,
		"tham_quyen":         (*composer).authority,
		"can_cu":             (*composer).grounds,
		"kinh_gui":           (*composer).addressees,
		"ghi_chu":            (*composer).enclosureNote,
		"noi_dung":           (*composer).bodyText,
		"chu_ky_noi_nhan":    (*composer).signatureAndRecipients,
		"nguoi_ky_noi_nhan":  (*composer).signersAndRecipients,
	}
}

func (c *composer) run(order []string, p part) {
	known := components()
	for _, name := range order {
		if f, ok := known[name]; ok {
			f(c, p)
		} else if w, ok := c.std.Words[name]; ok {
			c.add(c.word(w))
		} else {
			panic("compose: the standard has no component " + name)
		}
	}
}

// main fills the first section: the document itself.
func (c *composer) main() {
	d := c.doc
	c.begin(c.layout.Landscape)
	c.section.FirstFoot = c.contact()
	c.run(c.layout.Order, part{header: c.layout.Header, typeKey: d.Type, subject: d.Subject, body: d.Body, pos: d.Pos})
}

// begin opens a new section, with page numbers of its own.
func (c *composer) begin(landscape bool) {
	s := c.std
	page := sheet.Page{
		Width: s.Page.Width, Height: s.Page.Height,
		Top: s.Page.Top.Value, Right: s.Page.Right.Value, Bottom: s.Page.Bottom.Value, Left: s.Page.Left.Value,
	}
	if landscape {
		page.Width, page.Height, page.Landscape = page.Height, page.Width, true
	}
	c.section = &sheet.Section{
		Page: page,
		PageNumber: sheet.PageNumber{
			Style: c.style(s.PageNumber.Style), FromTop: s.PageNumber.FromTop,
			HideFirst: s.PageNumber.HideFirst, Restart: true,
		},
	}
	c.sheet.Sections = append(c.sheet.Sections, c.section)
}

func (c *composer) properties() sheet.Properties {
	d := c.doc
	p := sheet.Properties{
		Subject:  joined(d.Subject),
		Author:   c.issuerName(),
		Language: c.std.Language,
	}
	p.Title = c.std.Types[d.Type].Common
	if len(d.Subject) > 0 {
		p.Title += " " + p.Subject
	}
	if !d.Header.Symbol.IsZero() {
		p.Keywords = plain(c.numberRuns(c.std.Number.Pattern, sheet.Font{}))
	}
	if dt := d.Header.Date; dt.Year > 0 && dt.Month > 0 && dt.Day > 0 {
		p.Created = fmt.Sprintf("%04d-%02d-%02dT00:00:00Z", dt.Year, dt.Month, dt.Day)
	}
	return p
}

func joined(lines []doc.Text) string {
	var words []string
	for _, l := range lines {
		words = append(words, l.Text)
	}
	return strings.Join(words, " ")
}
