package importer

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"vanban/internal/diag"
	"vanban/internal/markup"
	"vanban/internal/unit"
	"vanban/internal/zone"
)

// paragraph is one paragraph of a source: its lines, joined.
type paragraph struct {
	lines []zone.Labelled
	text  string
	label string // what was cut off its beginning, since the template prints it: «Điều 1. »
	end   string // what was cut off its end, since the layout prints it: «./.»
}

func (p paragraph) pos() diag.Pos { return p.lines[0].Pos }

// paragraphs joins the lines of a part that are of a kind.
func (im *importing) paragraphs(part int, kind zone.Kind) []paragraph {
	return im.join(im.found.Of(part, kind))
}

// join makes paragraphs of lines. A text whose lines were broken at the width of a page is joined by what would
// have fitted on the line before; any other only where a paragraph was torn in the middle of a sentence.
func (im *importing) join(lines []zone.Labelled) []paragraph {
	var out []paragraph
	w := im.wrapping(lines)
	first := 0 // line of the last paragraph
	for i, l := range lines {
		joins := i > 0 && im.Same != nil && im.Same(lines[i-1].Line, l.Line)
		if !joins && !l.Table && !l.Look.Known && i > 0 {
			joins = im.joins(w, &out[len(out)-1], l)
		}
		if !joins {
			first = i
			out = append(out, paragraph{})
		}
		out[len(out)-1].lines = lines[first : i+1 : i+1]
	}
	for i := range out {
		out[i].text = im.glued(out[i].lines)
	}
	return out
}

// joins tells whether a line goes on with the paragraph above it, and reports where that is doubtful.
func (im *importing) joins(w wrapping, above *paragraph, l zone.Labelled) bool {
	if l.Kind == zone.Ground && im.opensGround(w, above, l) {
		return false
	}
	joins, doubt := w.joins(above, l)
	if joins && doubt != "" {
		im.report(diag.Warning, IDJoin, l.Pos, doubt, "nếu là hai đoạn, tách dòng này thành đoạn riêng trong dữ liệu nhập ra")
	}
	return joins || l.Kind == zone.Ground
}

// opensGround tells whether a line of the grounds begins another of them; one that does not goes on with that above.
func (im *importing) opensGround(w wrapping, above *paragraph, l zone.Labelled) bool {
	before := above.lines[len(above.lines)-1].Text
	if !im.Words.GroundBegins(l.Text, !w.hard) {
		joins, _ := w.joins(above, l)
		return closed(before) && !joins
	}
	if !closed(before) && !strings.HasSuffix(before, ",") {
		im.report(diag.Info, IDDoubt, l.Pos, "hiểu dòng này mở đầu một căn cứ khác, tuy căn cứ trên không có dấu ở cuối")
	}
	return true
}

// glued puts the lines of a paragraph behind one another, at once: a paragraph may have very many. A word broken
// behind its hyphen («57-» «NQ/TW») goes together, unless the break was forced.
func (im *importing) glued(lines []zone.Labelled) string {
	if len(lines) == 1 {
		return lines[0].Text
	}
	var b strings.Builder
	for i, l := range lines {
		if i > 0 && (im.Same != nil || !brokenWord(lines[i-1].Text)) {
			b.WriteByte(' ')
		}
		b.WriteString(l.Text)
	}
	return b.String()
}

// brokenWord tells a line that ends within a word, behind its hyphen.
func brokenWord(line string) bool {
	before, ok := strings.CutSuffix(line, "-")
	last, _ := utf8.DecodeLastRuneInString(before)
	return ok && (unicode.IsLetter(last) || '0' <= last && last <= '9')
}

// wrapping is what is known of how a source's lines were broken.
type wrapping struct {
	measure Measurer
	open    []string    // words that no paragraph ends with
	hard    bool        // lines were broken at the width of a page
	width   unit.Length // of the page, by its fullest lines
	blank   bool        // blank lines stand between paragraphs, and in none
}

const textSize = 14 * unit.Pt

// wrapping tells a text that was broken at the width of a page from one with a paragraph a line: in the former
// many lines end in the middle of a sentence, and are about as wide as one another.
func (im *importing) wrapping(lines []zone.Labelled) wrapping {
	w := wrapping{measure: im.Measure, open: im.Words.Phrases("noi_tiep")}
	var open []unit.Length
	longest, torn := 0, false
	for i, l := range lines {
		longest = max(longest, utf8.RuneCountInString(l.Text))
		if i+1 < len(lines) && !closed(l.Text) && startsLower(lines[i+1].Text) {
			open = append(open, w.measure.Width(l.Text, false, false, textSize))
			torn = torn || lines[i+1].Gap
		}
	}
	if len(open) < 3 || len(open)*8 < len(lines) || longest > 180 {
		return w
	}
	slices.Sort(open)
	w.hard, w.blank = true, !torn
	w.width = open[len(open)*19/20]
	return w
}

// joins tells whether a line goes on with the paragraph above it, and what is doubtful in that.
func (w wrapping) joins(above *paragraph, l zone.Labelled) (bool, string) {
	before := above.lines[len(above.lines)-1].Text
	if loneArticle.MatchString(before) && !markup.Structural(l.Text) && !strings.HasPrefix(l.Text, "|") {
		return true, fmt.Sprintf("hiểu dòng này là nội dung của «%s» đứng một mình ở dòng trên", before)
	}
	if strings.HasPrefix(l.Text, "|") || strings.HasPrefix(before, "|") {
		return false, ""
	}
	if markup.Structural(l.Text) {
		if w.hard && !closed(before) && dashInSentence.MatchString(l.Text) && w.full(above, l.Text) {
			return true, "dòng mở đầu bằng gạch nối giữa câu được nối vào dòng trên"
		}
		if w.hard && !closed(before) && numberInSentence.MatchString(l.Text) && w.full(above, l.Text) {
			return true, "dòng mở đầu bằng số giữa câu được nối vào dòng trên"
		}
		return false, ""
	}
	lower := startsLower(l.Text)
	if !w.hard {
		if !closed(before) && (lower || w.leavesOpen(before, l.Text) || amount.MatchString(l.Text)) && longer(above.lines, 60) {
			return true, "dòng này được nối vào đoạn trên, vì đoạn trên chưa hết câu"
		}
		return false, ""
	}
	switch full := w.full(above, l.Text); {
	case brokenWord(before):
		return true, ""
	case lower && !closed(before), strings.HasSuffix(before, ","), w.leavesOpen(before, l.Text), !closed(before) && !heading(above.lines) && figuresInSentence.MatchString(l.Text):
		return true, ""
	case !full:
		return false, ""
	case closed(before) && !lower && l.Gap && w.blank:
		return false, ""
	case closed(before) && !lower:
		return true, "dòng này được nối vào đoạn trên, vì dòng trên đầy trang tuy đã hết câu"
	}
	return true, ""
}

// leavesOpen tells a line that ends with a word after which its sentence must go on: «trước ngày». Behind a number it may
// be the unit of it: «trong 02 tháng» ends what a line with a capital below it does not go on with.
func (w wrapping) leavesOpen(line, below string) bool {
	at := strings.LastIndexByte(line, ' ') + 1
	if !slices.Contains(w.open, line[at:]) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(below)
	return !countedUnit.MatchString(line) || !unicode.IsUpper(first)
}

// countedUnit is a line that ends with a number and a word.
var countedUnit = regexp.MustCompile(`(?:^| )\d[\d.,]* \pL+$`)

// loneArticle is the number of an article alone on its line.
var loneArticle = regexp.MustCompile(`^(?:Điều|ĐIỀU) \d{1,3}[a-zđ]?[.:]$`)

// amount is a line that begins with a number of thousands and what it is of: «21.240.000 đồng».
var amount = regexp.MustCompile(`^\d{1,3}(?:\.\d{3})+(?:,\d+)? \p{Ll}`)

// figuresInSentence is a line that goes on with a sentence behind its figures: «2025, Ủy ban nhân dân …».
var figuresInSentence = regexp.MustCompile(`^\d[\d./]*,? \p{L}+ \p{L}`)

var (
	dashInSentence   = regexp.MustCompile(`^[-–] \p{Ll}`)
	numberInSentence = regexp.MustCompile(`^\d{1,2}(?:\.\d{1,2}){0,3}\.? \p{Ll}`)
)

// full tells whether the first word of a line would not have fitted on the last line of the paragraph above.
func (w wrapping) full(above *paragraph, below string) bool {
	line := above.lines[len(above.lines)-1].Text
	word, _, _ := strings.Cut(below, " ")
	bold := heading(above.lines)
	room := w.width
	if len(above.lines) == 1 { // the first line stands in by an indent
		room -= 10 * unit.MM
	}
	return w.measure.Width(line+" "+word, bold, false, textSize) > room
}

var headingLine = regexp.MustCompile(`^(?:[IVXLC]+(?:\.| ?[-–/])|[A-H][./-]|\d{1,2}(?:\.\d{1,2})*(?:[./)-]| [-–])?) \p{Lu}`)

// heading tells lines that are set in bold, as headings are.
func heading(lines []zone.Labelled) bool {
	return headingLine.MatchString(lines[0].Text) && !closed(lines[len(lines)-1].Text)
}

// longer tells whether the text of lines has more than n characters.
func longer(lines []zone.Labelled, n int) bool {
	has := -1
	for _, l := range lines {
		if has += 1 + utf8.RuneCountInString(l.Text); has > n {
			return true
		}
	}
	return false
}

// closed tells a line that ends like a sentence or an item of a list.
func closed(text string) bool {
	text = strings.TrimRight(text, `"”’')]»*_ `)
	if text == "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".;:!?…", last)
}

func startsLower(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return unicode.IsLower(r)
		}
		if unicode.IsDigit(r) {
			return false
		}
	}
	return false
}
