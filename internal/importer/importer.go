// Package importer turns an existing document into data that renders to the same words.
//
// The measure is the text: what went in comes out, nothing lost, nothing added, in order. The lines of the source
// are named by package zone; here they are joined into paragraphs, written as official text, and set under the
// keys of a template. What is doubtful (joined lines, a line taken for a portal's, a number that does not follow)
// is a finding with the line of the source and what was done; nothing is corrected and nothing is dropped without
// one. What rendering will print in other words than the source is found by [Differences], after the data has
// been composed.
//
// Start from [Text] and [Import].
//
// What holds: the data keeps the places of the source, so that findings of later stages point there. Time is
// linear in the text.
//
// Known gaps: a table of which a text holds one cell a line stays paragraphs, and says so, where its rows do not come out
// even. Text that was joined without a blank («TRIỂNKHAI») stays as it is. Footnotes of a plain text are paragraphs; those of a Word file stand in their
// sentence in brackets.
package importer

import (
	"fmt"
	"maps"
	"slices"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/standard"
	"vanban/internal/tmpl"
	"vanban/internal/unit"
	"vanban/internal/zone"
)

// Measurer gives the width of a text on one line.
type Measurer interface {
	Width(text string, bold, italic bool, size unit.Length) unit.Length
}

// Target is a template that a document can be written for.
type Target struct {
	Name     string // what the key mau names
	Template *tmpl.Template
}

// Options are what Import needs to know beside the lines.
type Options struct {
	Words    *zone.Words
	Standard *standard.Standard // the document's; see [zone.Part.Standard]
	Targets  []Target           // the templates of the standard that take imported text
	Measure  Measurer

	// What a Word file knows beside the text of its lines; nil for a plain text.
	Sizes     func([]zone.Labelled) string                                  // the size set (co_chu) of the document; empty for the standard's own choice
	Table     func(zone.Line) (official, plain string)                      // a table as official text, and its words
	Inline    func(l zone.Line, label, end string) (official, plain string) // the paragraph of a line as official text, without what was cut off its ends; plain is empty where it says what the line does
	Landscape func(zone.Line) bool                                          // a line stands on a page across
	Same      func(a, b zone.Line) bool                                     // two lines are of one paragraph, broken by force
}

// Document is one imported document.
type Document struct {
	Data   *data.Node
	Target Target
	Source []Passage // its words, by component, as they should be printed
}

// Import reads named lines into data. Findings are of all that is doubtful; an Error among them says that the
// data lacks something that its template demands.
func Import(found *zone.Found, o Options) ([]*Document, diag.List) {
	var out []*Document
	im := &importing{Options: o, found: found}
	if len(found.Lines) > maxLines { // of a Word file
		im.report(diag.Error, IDTooLong, found.Lines[maxLines].Pos, fmt.Sprintf("tệp có hơn %d dòng, không phải một văn bản hành chính", maxLines), "tách tệp thành từng văn bản")
		return nil, im.findings
	}
	if n := len(found.Parts); n > mostParts {
		im.report(diag.Error, IDTooLong, im.pos(mostParts), fmt.Sprintf("tệp có %d văn bản và phụ lục; chỉ nhập được %d trong một tệp, hết ở dòng này", n, mostParts), "tách tệp thành từng hồ sơ rồi nhập từng tệp")
		return nil, im.findings
	}
	im.outside()
	for i := 0; i < len(found.Parts); i++ {
		first := i
		for i+1 < len(found.Parts) && im.attached(first, i+1) {
			i++
		}
		if d := im.document(first, i+1); d != nil {
			out = append(out, d)
		}
	}
	return out, im.findings
}

// mostParts is how many documents, enclosures and appendices one file may hold.
const mostParts = 2000

// mostOfAKind is how many findings of one id are told one by one: a document has some dozens, a file made to flood
// its reader any number.
const mostOfAKind = 1000

// Capped sorts findings and keeps the first of each id; how many more there are and up to where is one more.
func Capped(findings diag.List) diag.List {
	findings = findings.Sorted()
	out := make(diag.List, 0, min(len(findings), mostOfAKind))
	count, last := map[string]int{}, map[string]diag.Diagnostic{}
	for _, d := range findings {
		if count[d.ID]++; count[d.ID] <= mostOfAKind {
			out = append(out, d)
		} else {
			last[d.ID] = d
		}
	}
	for _, id := range slices.Sorted(maps.Keys(last)) {
		d := last[id]
		d.Message = fmt.Sprintf("còn %d chỗ khác cùng loại với các chỗ trên, chỗ cuối ở đây: %s", count[id]-mostOfAKind, d.Message)
		out = append(out, d)
	}
	return out
}

// attached tells whether a part goes with a document before it: an appendix, and what is issued with one of a type
// that issues others. A further document that lacks a number is one of its own otherwise.
func (im *importing) attached(main, part int) bool {
	switch im.found.Parts[part].Kind {
	case zone.Appendix:
		return true
	case zone.Enclosure:
		for _, t := range im.Targets {
			if _, takes := t.Template.Schema.Property(enclosureKey); takes && slices.Contains(t.Template.Head.Types, im.found.Parts[main].Type) {
				return true
			}
		}
	}
	return false
}

// importing is one run of Import.
type importing struct {
	Options
	found    *zone.Found
	findings diag.List
}

func (im *importing) report(severity diag.Severity, id string, pos diag.Pos, message string, hints ...string) {
	im.findings.Add(diag.Diagnostic{ID: id, Severity: severity, Pos: pos, Message: message, Hints: hints})
}

// document reads one main part and those that go with it.
func (im *importing) document(first, end int) *Document {
	d := &reading{importing: im, part: first, end: end, root: &data.Node{Kind: data.Map, Pos: im.pos(first)}, gappy: im.gaps(first), printed: map[int][]plainText{}}
	var enclosures, appendices []int
	for i := first + 1; i < end; i++ {
		if im.found.Parts[i].Kind == zone.Enclosure {
			enclosures = append(enclosures, i)
		} else {
			appendices = append(appendices, i)
		}
	}
	body := d.paragraphs(first, zone.Body)
	target, ok := d.target(body, len(enclosures) > 0)
	if !ok {
		return nil
	}
	d.doc = &Document{Target: target, Data: d.root}
	d.set("mau", d.root.Pos, target.Name)
	if len(target.Template.Head.Types) > 1 {
		d.set(tmpl.TypeKey, d.root.Pos, im.found.Parts[first].Type)
	}
	if d.Sizes != nil && d.takes("co_chu") {
		if set := d.Sizes(im.found.Lines[im.found.Parts[first].From:im.found.Parts[first].To]); set != "" {
			d.set("co_chu", d.root.Pos, set)
		}
	}
	d.header()
	d.title()
	d.text(body)
	d.enclosures(enclosures)
	d.appendices(appendices)
	d.signatures()
	d.recipients()
	d.doubts(first, end)
	d.missing()
	d.doc.Source = d.source(first, end)
	return d.doc
}

func (im *importing) pos(part int) diag.Pos {
	return im.found.Lines[im.found.Parts[part].From].Pos
}

// reading is one document on its way into data.
type reading struct {
	*importing
	part int // its main part
	end  int // the part behind its last
	root *data.Node
	doc  *Document

	gappy   bool                // blank lines stand between most lines of the source
	noting  bool                // the layout prints the line that ties a list to its document
	printed map[int][]plainText // by part: the paragraphs of its text, as official text says them
}

// plainText is a paragraph without its looks.
type plainText struct {
	text string
	pos  *diag.Pos
}

// takes tells whether the template has a key.
func (d *reading) takes(key string) bool {
	_, ok := d.doc.Target.Template.Schema.Property(key)
	return ok
}

func (d *reading) set(key string, pos diag.Pos, text string) {
	d.put(key, scalar(pos, text))
}

func (d *reading) put(key string, value *data.Node) {
	if value != nil {
		d.root.Fields = append(d.root.Fields, data.Field{Key: key, KeyPos: value.Pos, Value: value})
	}
}

func scalar(pos diag.Pos, text string) *data.Node {
	return &data.Node{Kind: data.Text, Pos: pos, Text: text}
}

// list is one text, or several as a list; nil for none.
func list(items []*data.Node) *data.Node {
	switch len(items) {
	case 0:
		return nil
	case 1:
		return items[0]
	}
	return always(items)
}

func always(items []*data.Node) *data.Node {
	if len(items) == 0 {
		return nil
	}
	return &data.Node{Kind: data.List, Pos: items[0].Pos, Items: items}
}

// target chooses the template: one of the type that takes what the document has.
func (d *reading) target(body []paragraph, enclosed bool) (Target, bool) {
	p := d.found.Parts[d.part]
	key := p.Type
	var fitting []Target
	for _, t := range d.Targets {
		h := &t.Template.Head
		if key != "" && !slices.Contains(h.Types, key) || key == "" && !d.letter(h) {
			continue
		}
		if _, ok := t.Template.Schema.Property(enclosureKey); enclosed != ok && (enclosed || demands(t, enclosureKey)) {
			continue
		}
		if h.Import == articlesKey && !regular(body) {
			continue
		}
		fitting = append(fitting, t)
	}
	if len(fitting) > 0 {
		signers := d.signers()
		ranked := func(t Target) int { return d.ordering(t) + rank(t, enclosed, signers) }
		slices.SortStableFunc(fitting, func(a, b Target) int { return ranked(a) - ranked(b) })
		return fitting[0], true
	}
	pos := d.root.Pos
	if key == "" {
		d.report(diag.Error, IDType, pos, fmt.Sprintf("không nhận ra tên loại văn bản, cũng không thấy dòng «%s» của công văn, nên văn bản bắt đầu từ dòng này không được nhập", d.Standard.Addressees.Label),
			"thêm dòng tên loại in hoa (như ở đầu văn bản giấy) vào trên trích yếu rồi nhập lại, hoặc chọn mẫu bằng -t")
		return Target{}, false
	}
	d.report(diag.Error, IDType, pos, "không có mẫu nào của loại văn bản này nhận nội dung nhập vào",
		"xem các mẫu bằng «vanban list», chọn một mẫu bằng -t")
	return Target{}, false
}

// The keys whose meaning import knows beside those that a template's head names.
const (
	enclosureKey = "kem_theo"
	articlesKey  = "dieu"
	appendixKey  = "phu_luc"
)

// letter tells whether a template is of a type whose name is not printed.
func (d *reading) letter(h *tmpl.Head) bool {
	if len(h.Types) != 1 {
		return false
	}
	t, ok := d.Standard.Types[h.Types[0]]
	p := d.found.Parts[d.part]
	return ok && t.Name == "" && p.Letter
}

func demands(t Target, key string) bool {
	for _, p := range t.Template.Schema.Properties() {
		if p.Key == key {
			return p.Required
		}
	}
	return false
}

// ordering puts a template behind all others whose layout prints an order («QUYẾT NGHỊ:») that the document has not, or
// lacks the one that it has: a resolution of the Party has none.
func (d *reading) ordering(t Target) int {
	prints := false
	if layout := d.Standard.Layouts[t.Template.Head.Layout]; layout != nil {
		prints = slices.ContainsFunc(layout.Order, func(key string) bool {
			word := d.Standard.Words[key]
			return word != nil && d.Words.IsOrder(word.Text)
		})
	}
	if prints != (len(d.found.Of(d.part, zone.Order)) > 0) {
		return 8
	}
	return 0
}

// rank puts templates with structured text first, of two the one that demands what the document has, and one that has
// places to sign for roles before others where those who sign have such roles, behind them where they do not.
func rank(t Target, enclosed bool, signers []*signer) int {
	n := 2
	if t.Template.Head.Import == articlesKey {
		n = 0
	}
	if enclosed && demands(t, enclosureKey) {
		n--
	}
	if roles := len(roleKeys(t)); roles > 0 {
		n--
		if len(signers) > roles || slices.ContainsFunc(signers, func(s *signer) bool { return s.role == nil }) {
			n += 2
		}
	}
	return n
}
