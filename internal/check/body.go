package check

import (
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"

	"vanban/internal/mend"
	"vanban/internal/standard"
	"vanban/internal/unit"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// running gives the paragraphs of the running text of the main document and of what is issued with it: those that
// the demands on nội dung are for. Centred ones are headings or captions of their own.
func (i *inspection) running() []*spot {
	var out []*spot
	for _, n := range i.parts(zone.Main, zone.Another, zone.Enclosure) {
		for _, s := range i.of(n, zone.Body) {
			if s.cell == nil && s.box == nil && s.p.Frame == nil && s.line.Side == zone.Whole && count(s.text) > 0 && !i.caption(s) && !contents(s.p) && !i.called(s) {
				out = append(out, s)
			}
		}
	}
	return out
}

// contents tells a line of a table of contents that Word makes.
func contents(p *word.Paragraph) bool {
	if strings.HasPrefix(strings.ToLower(p.Style), "toc ") {
		return true
	}
	for k := range p.Runs {
		for f := p.Runs[k].Field; f != nil; f = f.Outer {
			if f.Name == "TOC" {
				return true
			}
		}
	}
	return false
}

// called tells a line of the list of those whom a document turns to by a call of its own («… điện:»), which is set
// as that of kính gửi is.
func (i *inspection) called(s *spot) bool {
	for k := s.index; k >= 0 && k > s.index-mostCalled && i.flow[k].line != nil && i.flow[k].line.Kind == zone.Body; k-- {
		text := strings.TrimSpace(i.flow[k].text)
		if slices.ContainsFunc(i.c.Calls, func(call string) bool { return strings.HasSuffix(text, " "+call) }) {
			return true
		}
		if !listed(text) && !i.flow[k].blank() {
			return false
		}
	}
	return false
}

// mostCalled is how many lines such a list has at the most.
const mostCalled = 60

// caption tells the title, unit or note of a table or a picture: short, and next to one.
func (i *inspection) caption(s *spot) bool {
	numbered := structured(s.text) && s.p.Align != word.Center && !i.ownNumber(s.text)
	if len([]rune(s.text)) > 120 || numbered || upper(s.text) {
		return s.p.Align == word.Right
	}
	shown := func(k int) bool {
		if k < 0 || k >= len(i.flow) {
			return false
		}
		f := i.flow[k]
		return f.cell != nil && f.line == nil || f.cell == nil && strings.TrimSpace(f.text) == "" && pictured(f.p)
	}
	below := s.index + 1 // title, then unit, then the table
	if below < len(i.flow) && (i.flow[below].p.Align == word.Right || i.flow[below].p.Align == word.Center) {
		below++
	}
	return s.p.Align == word.Right || shown(s.index-1) || shown(s.index+1) || shown(below)
}

// ownNumber tells a text that begins with a name and number of its own («Bảng 2. …», «Hình 1: …») and is no construct
// of the standard.
func (i *inspection) ownNumber(text string) bool {
	m := nameAndNumber.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	article, _, _ := strings.Cut(i.Standard.Body.ArticleLabel, "{")
	return !strings.EqualFold(m[1], strings.TrimSpace(article)) && !slices.ContainsFunc(i.c.Divisions, func(d standard.Division) bool { return strings.EqualFold(d.Word, m[1]) })
}

var nameAndNumber = regexp.MustCompile(`^\s*(\p{L}+(?: \p{Ll}+)?) [\dIVX]+(?:\.\d+)*[.:]? `)

// pictured tells a paragraph that holds a picture or a chart.
func pictured(p *word.Paragraph) bool {
	return slices.ContainsFunc(p.Shapes(), func(s *word.Shape) bool { return s.Kind == word.Picture || s.Kind == word.OtherShape })
}

// bodyLooks: alignment, first line, pitch of the lines.
func (i *inspection) bodyLooks() {
	limits := &i.c.Paragraphs
	clause := i.Standard.Styles[i.Standard.Body.Paragraph].Clause
	for _, s := range i.running() {
		lines, sure := i.lineCount(s)
		if limits.Align == "deu" && (lines > 2 || lines == 2 && sure) && s.p.Align != word.Justify && s.p.Align != word.Distribute && (s.p.Align == word.Left || lines > 2) && !i.heading(s) {
			i.report(breach{id: IDBodyAlign, at: s, clause: clause, what: "đoạn văn không canh đều hai lề", cure: "chọn các đoạn này, bấm Ctrl+J",
				fix: func(f *mend.File) bool { return f.Look(s.at(), mend.Look{Align: "both"}) }})
		}
		if s.p.Align == word.Left || s.p.Align == word.Justify {
			i.firstLine(s, limits, clause)
		}
		i.pitches(s, limits, clause)
	}
}

// heading tells a line that stands for itself in capitals.
func (i *inspection) heading(s *spot) bool { return upper(s.text) }

// firstLine: where the first line of a paragraph begins. A tab before the text leads to a stop, which is judged as
// blanks; paragraphs of a list below the level of the points may begin further in.
func (i *inspection) firstLine(s *spot, limits *standard.ParagraphLimits, clause string) {
	if strings.HasPrefix(s.text, "\t") || strings.HasPrefix(s.text, "  ") || s.p.Label != nil && s.p.Label.Text == "" {
		return
	}
	begins := s.p.IndentLeft + s.p.FirstLine
	most := slices.Max(limits.FirstLine)
	for _, allowed := range limits.FirstLine {
		if within(begins, allowed, i.c.Tolerance.Indent) {
			return
		}
	}
	if begins > most && (s.p.Label != nil || listed(s.text)) {
		return
	}
	var values []string
	for _, l := range limits.FirstLine {
		values = append(values, mm(l))
	}
	want := most
	b := breach{id: IDBodyIndent, at: s, clause: clause,
		what: fmt.Sprintf("dòng đầu đoạn lùi vào %s, phải %s", mm(begins), strings.Join(values, " hoặc ")),
		cure: fmt.Sprintf("chọn các đoạn này, vào Đoạn văn (Paragraph) › Thụt lề (Indentation) › Đặc biệt (Special) › Dòng đầu tiên (First line): %s; lề trái đặt 0", i.firstLineWanted())}
	if s.p.Label == nil && s.p.IndentLeft == 0 {
		b.fix = func(f *mend.File) bool { return f.Look(s.at(), mend.Look{FirstLine: &want}) }
	}
	i.report(b)
}

// firstLineWanted is how far a first line goes in, as a dialog of Word takes it: «1,27 cm».
func (i *inspection) firstLineWanted() string {
	return decimal(slices.Max(i.c.Paragraphs.FirstLine).Millimetres()/10) + " cm"
}

// listed tells a paragraph that begins with a mark typed by hand.
func listed(text string) bool {
	text = strings.TrimSpace(text)
	for _, mark := range []string{"-", "–", "+", "•", "*", "·"} {
		if strings.HasPrefix(text, mark) {
			return true
		}
	}
	return false
}

// pitches: the distance of the lines of a paragraph.
func (i *inspection) pitches(s *spot, limits *standard.ParagraphLimits, clause string) {
	single := i.single(tallest(s.p))
	if single == 0 {
		return
	}
	b := breach{id: IDBodyLine, at: s, clause: clause}
	switch {
	case limits.Exact != (unit.Range{}):
		if s.p.Line.Rule == word.Multiple || !limits.Exact.Holds(s.p.Line.Height, i.c.Tolerance.Gap) {
			b.what = fmt.Sprintf("giãn dòng phải đặt chính xác (Exactly) %s điểm", betweenPt(limits.Exact))
			b.cure = "vào Đoạn văn (Paragraph) › Giãn dòng (Line spacing), chọn Chính xác (Exactly)"
			i.report(b)
		}
	case len(limits.Lines) == 2:
		least, most := limits.Lines[0], limits.Lines[1]
		tolerance := i.c.Tolerance.Lines
		b.cure = fmt.Sprintf("chọn các đoạn này, vào Đoạn văn (Paragraph) › Giãn dòng (Line spacing), chọn Nhiều (Multiple) từ %s đến %s", decimal(least), decimal(most))
		wanted := min(max(i.Standard.Styles[i.Standard.Body.Paragraph].Line, least), most)
		b.fix = func(f *mend.File) bool { return f.Look(s.at(), mend.Look{Line: int(math.Round(wanted * 240))}) }
		if s.p.Line.Rule == word.Multiple {
			if s.p.Line.Times < least-tolerance || s.p.Line.Times > most+tolerance {
				b.what = fmt.Sprintf("giãn dòng %s, phải từ %s (dòng đơn) đến %s dòng", decimal(s.p.Line.Times), decimal(least), decimal(most))
				i.report(b)
			}
			return
		}
		height := i.pitch(s.p)
		if float64(height) < float64(single)*least-float64(i.c.Tolerance.Gap) || float64(height) > float64(single)*most+float64(i.c.Tolerance.Gap) {
			b.what = fmt.Sprintf("giãn dòng %s điểm, phải từ %s điểm (dòng đơn) đến %s điểm (%s dòng)", pt(height), pt(unit.Length(float64(single)*least)), pt(unit.Length(float64(single)*most)), decimal(most))
			i.report(b)
		}
	}
}

// bodyGaps: the room between two paragraphs of the text that follow one another.
func (i *inspection) bodyGaps() {
	clause := i.Standard.Styles[i.Standard.Body.Paragraph].Clause
	need := i.c.Paragraphs.Gap
	spots := i.running()
	for k := 1; k < len(spots); k++ {
		a, b := spots[k-1], spots[k]
		if b.index != a.index+1 || a.line.Part != b.line.Part || a.section != b.section || b.p.PageBreakBefore || a.p.Align == word.Center || b.p.Align == word.Center {
			continue
		}
		gap := a.p.After + b.p.Before
		if gap >= need-i.c.Tolerance.Gap {
			continue
		}
		missing := need - a.p.After
		i.report(breach{id: IDBodyGap, at: b, clause: clause,
			what: fmt.Sprintf("khoảng cách với đoạn trước %s điểm, phải ít nhất %s điểm", pt(gap), pt(need)),
			cure: fmt.Sprintf("chọn các đoạn này, vào Đoạn văn (Paragraph) › Giãn cách (Spacing), đặt Trước (Before) %s pt; bỏ chọn «Không thêm khoảng cách giữa các đoạn cùng kiểu»", pt(need)),
			fix:  func(f *mend.File) bool { return f.Look(b.at(), mend.Look{Before: &missing, After: &b.p.After}) }})
	}
}

// used counts the letters of the text by their size, and where each size stands first.
func (i *inspection) used() (letters map[unit.Length]int, first map[unit.Length]*spot) {
	letters, first = map[unit.Length]int{}, map[unit.Length]*spot{}
	for _, s := range i.running() {
		for _, r := range s.runs() {
			if r.VertAlign != word.Baseline || r.Size == 0 || count(r.Text) == 0 {
				continue
			}
			letters[r.Size] += count(r.Text)
			if first[r.Size] == nil {
				first[r.Size] = s
			}
		}
	}
	return letters, first
}

// bodySize is the size that most of the text has, of those that the standard allows; its own where none is.
func (i *inspection) bodySize() unit.Length {
	if i.size == 0 {
		i.size = i.mostUsed()
	}
	return i.size
}

func (i *inspection) mostUsed() unit.Length {
	style := i.Standard.Styles[i.Standard.Body.Paragraph]
	most, letters := unit.Length(0), 0
	used, _ := i.used()
	for _, size := range slices.Sorted(maps.Keys(used)) {
		if style.SizeRange.Holds(size, i.c.Tolerance.Size) && used[size] >= letters {
			most, letters = size, used[size]
		}
	}
	if most == 0 {
		return style.Size(i.Standard.SizeSets[0])
	}
	return most
}

// proper is the size of a component that goes with the size of the text.
func (i *inspection) proper(style *standard.Style, is unit.Length) unit.Length {
	body := i.bodySize()
	for _, set := range i.Standard.SizeSets {
		if i.Standard.Styles[i.Standard.Body.Paragraph].Size(set) == body {
			return style.Size(set)
		}
	}
	return clamp(is, style.SizeRange)
}

// bodySizes: the size of the text, in the range of the standard and the same all through.
func (i *inspection) bodySizes() {
	style := i.Standard.Styles[i.Standard.Body.Paragraph]
	most := i.bodySize()
	for _, s := range i.running() {
		out := map[unit.Length]bool{}
		for _, r := range s.runs() {
			if r.VertAlign == word.Baseline && r.Size != 0 && count(r.Text) > 0 && !style.SizeRange.Holds(r.Size, i.c.Tolerance.Size) {
				out[r.Size] = true
			}
		}
		for _, size := range slices.Sorted(maps.Keys(out)) {
			i.report(breach{id: IDBodySize, at: s, clause: style.Clause,
				what: fmt.Sprintf("chữ nội dung cỡ %s, phải %s", pt(size), betweenPt(style.SizeRange)),
				cure: "chọn phần chữ đó, sửa cỡ chữ thành " + pt(most),
				fix:  func(f *mend.File) bool { return f.Look(s.at(), mend.Look{Size: most}) }})
		}
	}
	letters, first := i.used()
	for _, size := range slices.Sorted(maps.Keys(letters)) {
		if size != most && style.SizeRange.Holds(size, i.c.Tolerance.Size) {
			i.report(breach{id: IDSizeMix, at: first[size], clause: style.Clause,
				what: fmt.Sprintf("nội dung có %d chữ cỡ %s, phần còn lại cỡ %s: phải thống nhất một cỡ chữ", letters[size], pt(size), pt(most)),
				cure: "chọn phần chữ đó, sửa cỡ chữ thành " + pt(most)})
		}
	}
}

// endMark: what ends the text of the main document.
func (i *inspection) endMark() {
	var marks []string
	for _, key := range slices.Sorted(maps.Keys(i.Standard.Layouts)) {
		if m := i.Standard.Layouts[key].EndMark; m != "" && !slices.Contains(marks, m) {
			marks = append(marks, m)
		}
	}
	for _, n := range i.documents() {
		p := i.Found.Parts[n]
		var last *zone.Labelled
		signed := false
		for k := p.From; k < p.To; k++ {
			l := &i.Found.Lines[k]
			if l.Part != n {
				continue
			}
			switch l.Kind {
			case zone.Body:
				if !signed {
					last = l
				}
			case zone.Signatory, zone.Label, zone.Role:
				signed = true
			}
		}
		if last == nil || !signed || len(marks) == 0 || last.Table || last.Doubt != "" {
			continue
		}
		if slices.ContainsFunc(marks, func(m string) bool { return strings.HasSuffix(last.Text, m) }) {
			continue
		}
		if s := i.byParagraph[i.paragraphs[last.Ref]]; s != nil && s.cell == nil && count(s.text) > 0 {
			i.report(breach{id: IDEndMark, at: s, what: fmt.Sprintf("nội dung không kết thúc bằng «%s»", marks[0]), cure: "thêm vào sau chữ cuối cùng của nội dung"})
		}
	}
}
