package check

import (
	"fmt"
	"strings"

	"vanban/internal/mend"
	"vanban/internal/standard"
	"vanban/internal/unit"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// aspect is something of a component's looks that the standard demands.
type aspect int

const (
	size aspect = 1 << iota
	weight
	slant
	align
	capitals
	all = size | weight | slant
)

// look is what is checked of a component: by which style of the standard, under which rule.
type look struct {
	kind    zone.Kind
	id      string
	style   *standard.Style
	aspects aspect
	upper   bool // with capitals: letters must be capitals, else they must not all be
}

// component lists what is checked of each component's looks. Components that the standard gives no looks are left
// out.
func (i *inspection) component() []look {
	s := i.Standard
	style := func(key string) *standard.Style { return s.Styles[key] }
	wordStyle := func(key string) *standard.Style {
		if w := s.Words[key]; w != nil {
			return s.Styles[w.Style]
		}
		return nil
	}
	national, mottos := i.words()
	looks := []look{
		{zone.National, IDNationalStyle, wordStyle(national), all | align, false},
		{zone.Superior, IDSuperior, style(s.Superior.Style), weight, false},
		{zone.Superior, IDIssuerStyle, style(s.Superior.Style), size | slant | align | capitals, s.Superior.Upper},
		{zone.Issuer, IDSuperior, style(s.Issuer.Style), weight, false},
		{zone.Issuer, IDIssuerStyle, style(s.Issuer.Style), size | slant | align | capitals, s.Issuer.Upper},
		{zone.Number, IDNumberStyle, style(s.Number.Style), all | align, false},
		{zone.PlaceDate, IDDateStyle, style(s.PlaceDate.Style), all | align, false},
		{zone.TypeName, IDTitleStyle, style(s.TypeName.Style), all | align | capitals, s.TypeName.Upper},
		{zone.Subject, IDTitleStyle, style(s.Subject.Style), all | align | capitals, false},
		{zone.About, IDLetterSubject, style(s.About.Style), all | align, false},
		{zone.Authority, IDTitleStyle, style(s.Authority.Style), all | align | capitals, s.Authority.Upper},
		{zone.Ground, IDGroundsStyle, style(s.Grounds.Style), size | slant | weight, false},
		{zone.Addressee, IDAddresseeStyle, style(s.Addressees.Style), all, false},
		{zone.Urgency, IDMark, style(s.Urgency.Style), all, false},
		{zone.Circulation, IDMark, style(s.Circulate.Style), all, false},
		{zone.Signatory, IDSignStyle, style(s.Signature.First), all | align | capitals, true},
		{zone.Name, IDSignStyle, style(s.Signature.Name), all | align | capitals, false},
		{zone.Label, IDRecipientsStyle, style(s.Recipients.LabelStyle), all, false},
		{zone.Recipient, IDRecipientsStyle, style(s.Recipients.Style), all, false},
		{zone.File, IDRecipientsStyle, style(s.Recipients.Style), all, false},
		{zone.Drafter, IDRecipientsStyle, style(s.Recipients.Drafter), all, false},
		{zone.AppendixTitle, IDAppendixStyle, style(s.Appendix.Title.Style), all | align, false},
		{zone.AppendixLabel, IDAppendixStyle, style(s.Appendix.LabelStyle), all | align, false},
		{zone.Note, IDAppendixStyle, style(s.Appendix.Note.Style), all | align, false},
	}
	for _, key := range mottos[:min(1, len(mottos))] {
		looks = append(looks, look{zone.Motto, IDMottoStyle, wordStyle(key), all | align, false})
	}
	return looks
}

// looks: size, weight, slant, alignment and capitals of every component that was recognised for sure.
func (i *inspection) looks() {
	for _, l := range i.component() {
		if l.style == nil {
			continue
		}
		for n := range i.Found.Parts {
			for k, s := range i.of(n, l.kind) {
				if l.kind == zone.Issuer && l.aspects == weight && k < len(i.of(n, zone.Issuer))-1 {
					continue // of several lines, those above may be the superior's
				}
				if i.runIn(s) && s.own == nil || l.kind == zone.Ground && !groundItem(s) {
					continue
				}
				is := l
				if l.kind == zone.Signatory {
					is = i.signatory(is, k, len(i.of(n, zone.Signatory)))
				}
				i.lookAt(s, is)
			}
		}
	}
}

// runIn tells a paragraph that holds more than the one component: two columns set by tabs.
func (i *inspection) runIn(s *spot) bool {
	whole := i.byParagraph[s.p]
	return whole != nil && whole.several || s.line.Side != zone.Whole && s.cell == nil && s.box == nil && strings.Contains(s.text, "\t")
}

// signatory is the look of the k-th of n lines of quyền hạn, chức vụ. Where a standard sets the line after the first
// apart, it is known which is which only where one person signs, in at most two lines.
func (i *inspection) signatory(l look, k, n int) look {
	first, other := i.Standard.Styles[i.Standard.Signature.First], i.Standard.Styles[i.Standard.Signature.Title]
	switch {
	case first.Bold == other.Bold:
	case n > 2:
		l.aspects &^= weight
	case k > 0:
		l.style = other
	}
	return l
}

func (i *inspection) lookAt(s *spot, l look) {
	name := l.kind.String()
	b := breach{id: l.id, at: s, clause: l.style.Clause}
	if l.aspects&size != 0 {
		i.sizeOf(s, l, name)
	}
	if l.aspects&weight != 0 {
		bold := s.share(func(r *word.Run) bool { return r.Bold })
		i.toggle(b, name, l.style.Bold, bold, "đậm", "bấm Ctrl+B", func(on *bool) mend.Look { return mend.Look{Bold: on} })
	}
	if l.aspects&slant != 0 {
		italic := s.share(func(r *word.Run) bool { return r.Italic })
		i.toggle(b, name, l.style.Italic, italic, "nghiêng", "bấm Ctrl+I", func(on *bool) mend.Look { return mend.Look{Italic: on} })
	}
	if l.aspects&align != 0 && s.own == nil && l.style.Align == "giua" && (s.cell != nil || s.line.Side == zone.Whole) && s.box == nil && s.p.Frame == nil && !i.centredText(s) {
		b.what, b.cure = name+" phải canh giữa", "đặt con trỏ vào dòng này, bấm Ctrl+E"
		i.report(b)
	}
	if l.aspects&capitals != 0 && count(s.line.Text) > 1 {
		switch is := upper(s.line.Text); {
		case l.upper && !is:
			b.what, b.cure = fmt.Sprintf("%s «%s» phải viết in hoa", name, excerpt(s.line.Text)), "chọn dòng này, bấm Shift+F3 đến khi thành chữ in hoa"
			i.report(b)
		case !l.upper && is && l.kind != zone.Superior && l.kind != zone.Issuer && i.allUpper(s.line):
			b.what, b.cure = fmt.Sprintf("%s «%s» phải viết thường, không in hoa cả dòng", name, excerpt(s.line.Text)), "chọn dòng này, bấm Shift+F3, rồi viết hoa lại đúng chỗ"
			i.report(b)
		}
	}
}

// allUpper tells whether all lines of a component are in capitals: one alone among others may be something else.
func (i *inspection) allUpper(l *zone.Labelled) bool {
	for _, other := range i.Found.Of(l.Part, l.Kind) {
		if !upper(other.Text) {
			return false
		}
	}
	return true
}

// toggle reports letters that are bold or italic and must not be, or the other way round. A few letters of a line
// that go their own way are left alone.
func (i *inspection) toggle(b breach, name string, want bool, share float64, how, keys string, set func(*bool) mend.Look) {
	const some, most = 0.1, 0.9
	s := b.at
	if count(s.text) == 0 || want && share >= most || !want && share <= some {
		return
	}
	switch {
	case !want:
		b.what = fmt.Sprintf("%s không được in %s", name, how)
	case share > some:
		b.what = fmt.Sprintf("%s phải in %s cả dòng", name, how)
	default:
		b.what = fmt.Sprintf("%s phải in %s", name, how)
	}
	b.cure = "chọn dòng này, " + keys
	b.fix = func(f *mend.File) bool { return f.Look(s.at(), set(&want)) }
	i.report(b)
}

func (i *inspection) sizeOf(s *spot, l look, name string) {
	tolerance := i.c.Tolerance.Size
	var worst unit.Length
	off := s.share(func(r *word.Run) bool {
		out := r.Size > 0 && !l.style.SizeRange.Holds(r.Size, tolerance)
		if out {
			worst = r.Size
		}
		return out
	})
	if off <= 0.05 {
		return
	}
	want := i.proper(l.style, worst)
	i.report(breach{id: l.id, at: s, clause: l.style.Clause,
		what: fmt.Sprintf("%s cỡ chữ %s, phải %s", name, pt(worst), betweenPt(l.style.SizeRange)),
		cure: "chọn dòng này, sửa cỡ chữ thành " + pt(want),
		fix:  func(f *mend.File) bool { return f.Look(s.at(), mend.Look{Size: want}) }})
}

// centredText tells text that stands in the middle, by its alignment or otherwise: by blanks and tabs before it,
// which is another finding.
func (i *inspection) centredText(s *spot) bool {
	if s.p.Align == word.Center || s.p.RightToLeft {
		return true
	}
	if strings.HasPrefix(s.text, " ") || strings.HasPrefix(s.text, "\t") || s.p.IndentLeft > 0 || s.p.FirstLine > 0 || s.p.IndentRight > 0 {
		return true
	}
	// text that fills its room looks the same however it is aligned
	return s.room <= 0 || i.width(s.p) > s.room*9/10
}
