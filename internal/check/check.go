// Package check tells where the layout of a Word file departs from a standard: which rule, where, what was found,
// what is demanded and by what clause, how to cure it in Word, and, where that is mechanical, the change itself.
//
// Start from [Word]. A rule is a measure, a small method of inspection that looks at effective values alone, and
// an entry of the standard (kiem_tra.trinh_bay.quy_tac) that says how grave a breach is and what demands it; the
// limits are the standard's as well. A rule that the standard does not name is not applied.
//
// What holds: nothing is reported that was not measured. A component that was not recognised for sure, a length that
// depends on what is not known (a column without a width), and what the standard is silent on are left alone.
// What many paragraphs have in common is one finding with their number and the first places.
//
// Known gaps: pages are estimated, not laid out, so rules about pages (a table that goes on, a number that is
// missing) judge only what is sure at any layout; where a drawn line stands is not judged, only its length; the
// colours of signature images are not looked at.
package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"vanban/internal/diag"
	"vanban/internal/font"
	"vanban/internal/mend"
	"vanban/internal/standard"
	"vanban/internal/unit"
	"vanban/internal/viet"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// Input is what is checked, and by what.
type Input struct {
	Document *word.Document
	Words    *zone.Words // that components are recognised by
	Standard *standard.Standard
	Fonts    *font.Set
}

// Options are what the user chose.
type Options struct {
	Off []string // rules not to apply; those whose breach is an error are applied all the same
}

// Report is what was found.
type Report struct {
	Findings diag.List
	Fixes    []Fix // in the order in which they are to be made
	Found    *zone.Found
	Cells    func(ref int) []zone.Line // the texts of the table that a line of Found stands for
	Judged   bool                      // it is a document of the standard, so that its rules were applied
	where    map[int]string            // of each paragraph by its order, in words for people
}

// Fix is a change that cures a finding.
type Fix struct {
	ID    string
	Apply func(*mend.File) bool // false: it could not be made
}

// Word checks a Word file. A standard that says nothing of checking finds nothing, and says so.
func Word(in Input, o Options) Report {
	i := &inspection{Input: in, byParagraph: map[*word.Paragraph]*spot{}, byPart: map[int][]*spot{}, groups: map[string]*group{}}
	if in.Standard.Checks == nil {
		return Report{Findings: diag.List{{ID: IDNone, Severity: diag.Error, Pos: diag.Pos{File: in.Document.File},
			Message: fmt.Sprintf("thể thức «%s» chưa có mục kiem_tra", in.Standard.Name), Hints: []string{"dùng thể thức khác bằng --standard"}}}}
	}
	source := zone.OfWord(in.Document, in.Words)
	i.Found = zone.Find(source.Lines, in.Words)
	for _, from := range source.Of {
		i.paragraphs = append(i.paragraphs, from.Paragraph)
	}
	i.c = &in.Standard.Checks.Layout
	i.off = o.Off
	i.locate()
	judged := i.recognise()
	if judged {
		i.dates()
		i.recipientMarks()
		for _, measure := range measures() {
			measure(i)
		}
	}
	where := make(map[int]string, len(i.flow))
	for _, s := range i.flow {
		where[s.p.Place.Order] = s.where()
	}
	return Report{i.flush(), i.fixes, i.Found, source.Cells, judged, where}
}

// measures are all rules, in the order in which their findings are gathered.
func measures() []func(*inspection) {
	return []func(*inspection){
		(*inspection).paper, (*inspection).margins, (*inspection).orientation,
		(*inspection).pageNumbers, (*inspection).appendixNumbers,
		(*inspection).fonts, (*inspection).colours, (*inspection).composed,
		(*inspection).national, (*inspection).motto, (*inspection).headerSizes,
		(*inspection).looks, (*inspection).headerLines, (*inspection).headerRow, (*inspection).dateForm, (*inspection).issuerName,
		(*inspection).title, (*inspection).letterSubject, (*inspection).grounds,
		(*inspection).divisions, (*inspection).articles,
		(*inspection).bodyLooks, (*inspection).bodyGaps, (*inspection).bodySizes, (*inspection).endMark,
		(*inspection).stamps, (*inspection).contacts, (*inspection).signatureAlone, (*inspection).signatureImages, (*inspection).recipientsLabel, (*inspection).appendixLabels,
		(*inspection).blanks, (*inspection).emptyPages, (*inspection).tables,
		(*inspection).remarks,
	}
}

// inspection is one run over a document.
type inspection struct {
	Input
	c           *standard.LayoutChecks
	off         []string
	Found       *zone.Found
	paragraphs  []*word.Paragraph // by Ref of the lines of Found
	flow        []*spot           // every paragraph of the body, with those of cells and text boxes, in reading order
	byParagraph map[*word.Paragraph]*spot
	lines       []*spot         // those of them that a line of Found stands for, in the order of Found
	size        unit.Length     // of most of the text; 0 before it was asked for
	byPart      map[int][]*spot // of lines, those that are known for sure
	groups      map[string]*group
	order       []string
	fixes       []Fix
}

// group is a finding that may stand at several places.
type group struct {
	diag.Diagnostic
	places []string
	count  int
}

// breach is one breach of a rule.
type breach struct {
	id     string
	at     *spot  // where; nil: at place
	place  string // where it is no paragraph
	what   string // what was found and what is demanded, without the place
	cure   string // in Word's own words
	clause string // of the component, where it says more than the rule's own
	fix    func(*mend.File) bool
	milder bool // one step less grave than the rule
}

// practice begins the clause of what no standard demands.
const practice = "thông lệ"

// applies tells whether a rule is in the standard and not switched off.
func (i *inspection) applies(id string) bool {
	rule, ok := i.c.Rules[id]
	return ok && (severity(rule) == diag.Error || !slices.Contains(i.off, id))
}

func severity(rule standard.LayoutRule) diag.Severity {
	switch rule.Severity {
	case "loi":
		return diag.Error
	case "canh_bao":
		return diag.Warning
	}
	return diag.Info
}

// report notes a breach. Breaches of one rule that say the same are one finding.
func (i *inspection) report(b breach) {
	if !i.applies(b.id) {
		return
	}
	rule := i.c.Rules[b.id]
	key := b.id + "\x00" + b.what
	g := i.groups[key]
	if g == nil {
		d := diag.Diagnostic{ID: b.id, Severity: severity(rule), Message: b.what, Clause: rule.Clause, Pos: diag.Pos{File: i.Document.File, Place: b.place}}
		if b.milder && d.Severity > diag.Info {
			d.Severity--
		}
		if b.clause != "" {
			d.Clause = b.clause
		}
		d.Clause = cited(i.Standard, d.Clause)
		if b.cure != "" {
			d.Hints = []string{b.cure}
		}
		if b.at != nil {
			d.Pos = b.at.pos()
		}
		g = &group{Diagnostic: d}
		i.groups[key] = g
		i.order = append(i.order, key)
	}
	g.count++
	if b.at != nil && len(g.places) < i.c.Printed {
		g.places = append(g.places, b.at.where())
	} else if b.at == nil && b.place != "" && len(g.places) < i.c.Printed {
		g.places = append(g.places, b.place)
	}
	if b.fix != nil && (b.at == nil || b.at.own == nil) { // a change is one of the whole paragraph
		i.fixes = append(i.fixes, Fix{b.id, b.fix})
	}
}

// flush gives the findings, each once.
func (i *inspection) flush() diag.List {
	var out diag.List
	for _, key := range i.order {
		g := i.groups[key]
		if g.count > 1 {
			more := ""
			if g.count > len(g.places) {
				more = "; …"
			}
			g.Message += fmt.Sprintf(": %d chỗ (%s%s)", g.count, strings.Join(g.places, "; "), more)
		}
		out.Add(g.Diagnostic)
	}
	return out
}

// excerpt is the beginning of a text, for people to find it by.
func excerpt(s string) string {
	const most = 40
	s = strings.Join(strings.Fields(s), " ")
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	cut := string(runes[:most])
	if at := strings.LastIndex(cut, " "); at > most/2 {
		cut = cut[:at]
	}
	return cut + " …"
}

// same compares two texts letter by letter, but for where a tone stands in its syllable: HÒA is HOÀ.
func same(a, b string) bool { return untoned(a) == untoned(b) }

// untoned moves the tone of each syllable to its end.
func untoned(s string) string {
	var out strings.Builder
	for k, syllable := range strings.Fields(viet.NFC(s)) {
		tones := ""
		if k > 0 {
			out.WriteByte(' ')
		}
		for _, r := range norm.NFD.String(syllable) {
			switch r {
			case 0x300, 0x301, 0x303, 0x309, 0x323:
				tones += string(r)
			default:
				out.WriteRune(r)
			}
		}
		out.WriteString(tones)
	}
	return out.String()
}

// Unknown reports the rules that a standard names and nothing measures: they would be missed without a word.
func Unknown(s *standard.Standard) diag.List {
	var out diag.List
	if s.Checks == nil {
		return nil
	}
	for _, id := range slices.Sorted(maps.Keys(s.Checks.Layout.Rules)) {
		if Known(id) {
			continue
		}
		hint := "bỏ quy tắc này khỏi kiem_tra.trinh_bay.quy_tac, hoặc sửa tên"
		if near, ok := viet.Nearest(id, Rules()); ok {
			hint = fmt.Sprintf("có phải là «%s» không", near)
		}
		out.Add(diag.Diagnostic{ID: IDRule, Severity: diag.Warning, Pos: diag.Pos{File: s.ID + "/standard.yaml"},
			Message: fmt.Sprintf("thể thức nêu quy tắc «%s» mà chương trình không có", id), Hints: []string{hint}})
	}
	return out
}

// Known tells whether there is a rule of the id.
func Known(id string) bool { return slices.Contains(Rules(), id) }

// Rules are the ids of all rules that a standard may name.
func Rules() []string {
	return []string{IDPaper, IDMargins, IDOrientation, IDNumberFirst, IDNumberPlace, IDNumberForm, IDNumberAppendix,
		IDFont, IDColor, IDNFD, IDNationalText, IDNationalWrap, IDNationalStyle, IDMottoText, IDMottoStyle, IDMottoLine,
		IDIssuerLine, IDTitleLine, IDLineForm, IDSuperior, IDIssuerStyle, IDShortName, IDNumberStyle, IDDateStyle, IDDateForm, IDHeaderRow,
		IDTitleStyle, IDLetterSubject, IDGroundsStyle, IDGroundsMark, IDDivision, IDArticle, IDBodyAlign, IDBodyIndent,
		IDBodyGap, IDBodyLine, IDBodySize, IDSizeMix, IDEndMark, IDAddresseeStyle, IDMark, IDContact, IDSignStyle, IDSignSplit, IDSignImage,
		IDRecipientsStyle, IDAppendixLabel, IDAppendixNote, IDAppendixStyle, IDEmptyPage, IDBlanks, IDTable,
		IDLeftChanges, IDLeftComments, IDLeftHidden, IDLeftLinks, IDLeftMacros}
}
