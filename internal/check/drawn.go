package check

import (
	"fmt"
	"strings"

	"vanban/internal/standard"
	"vanban/internal/unit"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// line is something that stands for a rule (gạch ngang) near a component.
type line struct {
	length unit.Length // 0: not known
	drawn  bool        // a shape or a border; not underscores, nor underlined letters
	color  string      // of a shape; empty for black, or where it is not known
}

// headerLines: the rules under Tiêu ngữ, issuer and abstract, which are lines as long as the standard says.
func (i *inspection) headerLines() {
	_, mottos := i.words()
	for _, n := range i.documents() {
		if len(mottos) > 0 {
			w := i.Standard.Words[mottos[0]]
			i.ruleUnder(i.of(n, zone.Motto), n, w.Rule, IDMottoLine)
		} else if key, _ := i.words(); key != "" {
			i.ruleUnder(i.of(n, zone.National), n, i.Standard.Words[key].Rule, IDMottoLine)
		}
		i.ruleUnder(i.of(n, zone.Issuer), n, i.Standard.Issuer.Rule, IDIssuerLine)
		i.ruleUnder(i.of(n, zone.Subject), n, i.Standard.Subject.Rule, IDTitleLine)
	}
}

// ruleUnder judges the line under a component. Where several lines could be meant, one that fits is enough.
func (i *inspection) ruleUnder(spots []*spot, part int, rule *standard.Rule, id string) {
	if rule == nil || len(spots) == 0 || i.runIn(spots[len(spots)-1]) {
		return
	}
	last := spots[len(spots)-1]
	name := last.line.Kind.String()
	lines := i.linesNear(spots)
	if len(lines) == 0 {
		if i.headerHasLines(part) { // drawn from elsewhere in the header: which is which is not known
			return
		}
		i.report(breach{id: id, at: last, clause: rule.Share.Clause, what: fmt.Sprintf("thiếu đường kẻ ngang dưới %s", name),
			cure: "vào Chèn (Insert) › Hình dạng (Shapes), chọn đường thẳng, giữ Shift và kéo ngang dưới dòng này"})
		return
	}
	for _, l := range lines {
		if l.color != "" && !i.dark(l.color) {
			i.report(breach{id: IDColor, at: last, what: fmt.Sprintf("đường kẻ dưới %s màu %s, phải là màu đen", name, colourName(l.color)),
				cure: "bấm vào đường kẻ, vào Định dạng hình (Shape Format) › Viền hình (Shape Outline), chọn màu đen"})
			break
		}
	}
	form := false
	for _, l := range lines {
		if i.fits(l, spots, rule) {
			form = form || !l.drawn
			if l.drawn {
				return
			}
		}
	}
	l := lines[0]
	for _, other := range lines { // the drawn one is the one that is meant
		if other.drawn {
			l = other
			break
		}
	}
	if !l.drawn {
		i.report(breach{id: IDLineForm, at: last, clause: rule.Share.Clause, what: fmt.Sprintf("đường kẻ dưới %s làm bằng gạch chân hoặc dấu gạch, phải là đường kẻ nét liền", name),
			cure: "xóa gạch đó; vào Chèn (Insert) › Hình dạng (Shapes), chọn đường thẳng"})
		return
	}
	if form {
		return
	}
	text := i.longest(spots)
	r := rule.Share.Range
	if l.length == 0 || text == 0 || len(r) != 2 {
		return
	}
	demand := "dài bằng dòng chữ"
	if r[0] != r[1] {
		demand = fmt.Sprintf("dài từ %s đến %s (từ %s đến %s dòng chữ)", mm(unit.Length(float64(text)*r[0])), mm(unit.Length(float64(text)*r[1])), share(r[0]), share(r[1]))
	}
	i.report(breach{id: id, at: last, clause: rule.Share.Clause,
		what: fmt.Sprintf("đường kẻ dưới %s dài %s, dòng chữ dài %s, phải %s", name, mm(l.length), mm(text), demand),
		cure: "bấm vào đường kẻ, kéo một đầu cho đúng độ dài"})
}

// fits tells whether a line is as long as the rule says, measured against the longest line of the text or the last.
func (i *inspection) fits(l line, spots []*spot, rule *standard.Rule) bool {
	r := rule.Share.Range
	if l.length == 0 || len(r) != 2 {
		return true // nothing known, or nothing demanded
	}
	tolerance := i.c.Tolerance.Rule
	texts := []unit.Length{i.longest(spots[len(spots)-1:])}
	for k := range spots { // the line may stand under an upper one, where the last belongs to something else
		texts = append(texts, i.longest(spots[:k+1]))
	}
	for _, text := range texts {
		share := float64(l.length) / float64(max(1, text))
		if share >= r[0]*(1-tolerance) && share <= r[1]*(1+tolerance) {
			return true
		}
	}
	return false
}

// longest is the length of the longest line of paragraphs, as broken in their room.
func (i *inspection) longest(spots []*spot) unit.Length {
	var longest unit.Length
	for _, s := range spots {
		width := i.trimmed(s.p)
		if s.room > 0 {
			width = min(width, s.room)
		}
		longest = max(longest, width)
	}
	return longest
}

// linesNear gathers what stands for a line under a component: underlined letters of its last paragraph, borders,
// shapes anchored in it, and all of that in the paragraphs after it up to the next that says something, in the same
// cell.
func (i *inspection) linesNear(spots []*spot) []line {
	var out []line
	last := spots[len(spots)-1]
	if last.share(func(r *word.Run) bool { return r.Underline != "" }) > 0.9 {
		out = append(out, line{length: i.trimmed(last.p)})
	}
	for _, s := range spots {
		out = append(out, shapes(s.p)...)
	}
	if last.p.Borders.Bottom.Visible() {
		out = append(out, line{length: last.room, drawn: true})
	}
	if last.cell != nil && last.cell.Borders.Bottom.Visible() && i.lastIn(last) {
		out = append(out, line{length: last.room, drawn: true})
	}
	for k := last.index + 1; k < len(i.flow) && k <= last.index+4; k++ {
		s := i.flow[k]
		if ruled(s) && s.table != last.table {
			out = append(out, line{length: s.room + s.cell.Margins.Left + s.cell.Margins.Right, drawn: true})
			continue
		}
		if s.cell != last.cell || s.box != last.box {
			break
		}
		out = append(out, shapes(s.p)...)
		if s.p.Borders.Top.Visible() && k == last.index+1 || s.p.Borders.Bottom.Visible() && strings.TrimSpace(s.text) == "" {
			out = append(out, line{length: s.room, drawn: true})
		}
		if s.kind() == zone.Rule || ruleOfMarks(s.text) {
			out = append(out, line{length: i.trimmed(s.p)})
			continue
		}
		if strings.TrimSpace(s.text) != "" {
			break
		}
	}
	return out
}

// ruled tells the empty cell of a small table whose edge stands for a line.
func ruled(s *spot) bool {
	return s.cell != nil && len(s.table.Rows) == 1 && s.blank() && (s.cell.Borders.Top.Visible() || s.cell.Borders.Bottom.Visible())
}

// lastIn tells the last paragraph of a cell that says something.
func (i *inspection) lastIn(s *spot) bool {
	for k := s.index + 1; k < len(i.flow) && i.flow[k].cell == s.cell; k++ {
		if !i.flow[k].blank() {
			return false
		}
	}
	return true
}

// ruleOfMarks tells underscores or dashes that stand for a line.
func ruleOfMarks(text string) bool {
	text = strings.TrimSpace(text)
	return len(text) >= 3 && strings.Trim(text, "_-–—─━= ") == ""
}

// shapes are the drawn lines anchored in a paragraph.
func shapes(p *word.Paragraph) []line {
	var out []line
	for _, s := range p.Shapes() {
		if l, ok := drawnLine(s); ok {
			out = append(out, l)
		}
	}
	return out
}

// thin is how high a flat shape may be and still stand for a line.
const thin = 2 * unit.MM

func drawnLine(s *word.Shape) (line, bool) {
	if s.Hidden || len(s.Blocks) > 0 || s.Kind == word.Group {
		return line{}, false
	}
	switch {
	case s.Kind == word.LineShape || strings.Contains(strings.ToLower(s.Preset), "connector"):
		if s.Height > s.Width { // upright: it parts columns
			return line{}, false
		}
		return line{s.Width, true, s.Color}, true
	case s.Height <= thin && (s.Kind == word.RectShape || s.Kind == word.OtherShape || s.Kind == word.Picture):
		length := s.Width
		if s.Kind != word.RectShape {
			length = 0 // what of its frame is the line is not known
		}
		return line{length, true, s.Color}, true
	}
	return line{}, false
}

// headerHasLines tells whether lines are drawn anywhere around the header of a part that belong to no component
// for sure: anchored in another paragraph of the same column, in the paragraph before, or in a text box.
func (i *inspection) headerHasLines(part int) bool {
	p := i.Found.Parts[part]
	first, last := -1, -1
	for k := p.From; k < p.To; k++ {
		l := i.Found.Lines[k]
		s := i.byParagraph[i.paragraphs[l.Ref]]
		if s == nil {
			continue
		}
		if first < 0 {
			first = s.index
		}
		if l.Kind == zone.Body || l.Kind == zone.Signatory {
			last = s.index
			break
		}
	}
	if first < 0 {
		return false
	}
	if last < 0 {
		last = first + 20
	}
	claimed := map[*word.Paragraph]bool{}
	drawn := 0 // of the component at hand
	for _, kinds := range []zone.Kind{zone.Motto, zone.Issuer, zone.Subject} {
		spots := i.of(part, kinds)
		if len(spots) == 0 {
			continue
		}
		end := spots[len(spots)-1]
		drawn = 0
		for _, s := range spots {
			claimed[s.p] = true
			drawn += len(shapes(s.p))
		}
		for k := end.index + 1; k < len(i.flow) && k <= end.index+4 && i.flow[k].cell == end.cell; k++ {
			claimed[i.flow[k].p] = true
			drawn += len(shapes(i.flow[k].p))
			if strings.TrimSpace(i.flow[k].text) != "" {
				break
			}
		}
		if drawn > 1 {
			return true
		}
	}
	for k := max(0, first-3); k <= last+1 && k < len(i.flow); k++ {
		s := i.flow[k]
		if !claimed[s.p] && len(shapes(s.p)) > 0 {
			return true
		}
	}
	for _, s := range i.Document.Headers { // some offices draw them in the first page's header
		for _, p := range word.Paragraphs(s.Blocks) {
			if s.Pages == word.FirstPage && len(shapes(p)) > 0 {
				return true
			}
		}
	}
	return false
}
