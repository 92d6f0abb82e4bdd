package markup

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"vanban/internal/diag"
	"vanban/internal/doc"
	"vanban/internal/viet"
)

var (
	divisionLine = form{first: "pPcCmMtT", whole: regexp.MustCompile(`^(?i:(phần|chương|mục|tiểu mục)) ([IVXLC]+|\d{1,3})[.:]?(?: +(.+))?$`)}
	partInWords  = form{first: "pP", whole: regexp.MustCompile(`^(?i:(phần)) ((?i:thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám)))[.:]?(?: +(.+))?$`)}
	headingLine  = form{first: "IVXLC", whole: regexp.MustCompile(`^([IVXLC]+(?:\.| ?[-–/])) +(.+)$`)}
	letterLine   = form{first: "ABCDEGH", whole: regexp.MustCompile(`^([ABCDEGH][./-]) +(.+)$`)}
	articleLine  = form{first: "Đ", whole: regexp.MustCompile(`^(?:Điều|ĐIỀU) (\d{1,3}[a-zđ]?)[.:](?: +(.*))?$`)}
	clauseLine   = form{first: "0123456789", whole: regexp.MustCompile(`^(\d{1,2}(?:\.\d{1,2}){0,3}\.)(?: +(.*))?$`)}
	slashClause  = form{first: "0123456789", whole: regexp.MustCompile(`^(\d{1,2}(?:\.\d{1,2}){0,3}(?:[/)-]| [-–])) +(["“]?\p{Lu}.*)$`)}
	bareClause   = form{first: "0123456789", whole: regexp.MustCompile(`^(\d{1,2}(?:\.\d{1,2}){1,3}) +(\p{Lu}.*)$`)}
	pointLine    = form{second: ")", whole: regexp.MustCompile(`^(\p{Ll})\)(?: +(.*))?$`)}
	slashPoint   = form{whole: regexp.MustCompile(`^([a-hđ])([/.]) +(["“]?\p{Lu}.*)$`)}
	itemLine     = form{first: "-+*–•", second: " ", whole: regexp.MustCompile(`^([-+*–•]) +(.*)$`)}
)

// form is what a line of structure looks like.
type form struct {
	first  string // the characters that it can begin with, empty for any
	second string // what follows the first character, empty for anything
	whole  *regexp.Regexp
}

// parts gives the parts of a line that has the form, nil for any other. Most lines are told by how they
// begin, for a tenth of what the expression takes.
func (f form) parts(line string) []string {
	first, size := utf8.DecodeRuneInString(line)
	if f.first != "" && !strings.ContainsRune(f.first, first) || !strings.HasPrefix(line[size:], f.second) {
		return nil
	}
	return f.whole.FindStringSubmatch(line)
}

// levels are the words of the four divisions, folded.
var levels = map[string]doc.DivisionLevel{"phần": doc.Part, "chương": doc.Chapter, "mục": doc.Section, "tiểu mục": doc.Subsection}

// line reads one line that is neither a table nor a block of its own.
func (p *parser) line(l logical) doc.Block {
	if rest, guarded := strings.CutPrefix(l.text, `\`); guarded {
		if plainAfterBackslash(rest) {
			rest = l.text
		}
		return &doc.Paragraph{Line: p.inline(l, rest)}
	}
	if m := division(l.text); m != nil {
		if b := p.division(l, m); b != nil {
			return b
		}
	}
	if m := heading(l.text); m != nil {
		return &doc.Heading{Number: m[1], Line: p.inline(l, m[2])}
	}
	if m := articleLine.parts(l.text); m != nil {
		p.checkEmpty(l, m[2])
		return &doc.Article{Number: m[1], Line: p.inline(l, m[2])}
	}
	if m := clauseLine.parts(l.text); m != nil {
		p.checkEmpty(l, m[2])
		return &doc.Clause{Number: m[1], Depth: strings.Count(m[1], "."), Line: p.inline(l, m[2])}
	}
	if m := slashClause.parts(l.text); m != nil {
		return &doc.Clause{Number: m[1], Depth: strings.Count(m[1], ".") + 1, Line: p.inline(l, m[2])}
	}
	if m := bareClause.parts(l.text); m != nil {
		return &doc.Clause{Number: m[1], Depth: strings.Count(m[1], ".") + 1, Line: p.inline(l, m[2])}
	}
	if m := pointLine.parts(l.text); m != nil {
		p.checkEmpty(l, m[2])
		return &doc.Point{Letter: m[1], Mark: ")", Line: p.inline(l, m[2])}
	}
	if m := slashPoint.parts(l.text); m != nil {
		return &doc.Point{Letter: m[1], Mark: m[2], Line: p.inline(l, m[3])}
	}
	if m := itemLine.parts(l.text); m != nil {
		return p.item(l, m[1], m[2])
	}
	return &doc.Paragraph{Line: p.inline(l, l.text)}
}

// division gives word, number and title of a part, a chapter …: «Chương I», «PHẦN THỨ NHẤT».
func division(line string) []string {
	if m := divisionLine.parts(line); m != nil {
		return m
	}
	return partInWords.parts(line)
}

// heading gives number and title of a mục: «I. », and the «I/», «I- », «I – » and «A. », «A- » of real documents, which
// keep their mark. What such a one heads begins with a capital, what a letter heads is all in capitals: a sentence may
// begin with «C. » or «V - ».
func heading(line string) []string {
	if m := headingLine.parts(line); m != nil && (strings.HasSuffix(m[1], ".") || beginsUpper(m[2])) {
		return m
	}
	if m := letterLine.parts(line); m != nil && m[2] == viet.Upper(m[2]) && m[2] != viet.Lower(m[2]) {
		return m
	}
	return nil
}

func beginsUpper(s string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `*"“`))
	return unicode.IsUpper(first)
}

// plainAfterBackslash tells whether a backslash before s makes a mark plain. Before a letter or a digit it is
// a letter of the text itself (D:\van-ban), but at the beginning of a line, where it keeps «1.» from being
// a clause.
func plainAfterBackslash(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return s != "" && !unicode.IsLetter(first) && !unicode.IsDigit(first)
}

// Structural tells whether a line would be read as something other than a paragraph: a merge sets a
// backslash before such a line when its beginning comes from data.
func Structural(line string) bool {
	line = strings.Trim(line, " \t")
	if strings.HasPrefix(line, "|") || strings.HasPrefix(line, ":") {
		return true
	}
	for _, form := range []form{articleLine, clauseLine, slashClause, bareClause, pointLine, slashPoint, itemLine} {
		if form.parts(line) != nil {
			return true
		}
	}
	return division(line) != nil || heading(line) != nil
}

// division reads «Chương I» with its title behind it in capitals, or on the next line. A line such as
// «Mục 1 của Kế hoạch này» is a paragraph.
func (p *parser) division(l logical, m []string) doc.Block {
	d := &doc.Division{Line: doc.Line{At: p.pos(l)}, Label: m[1], Number: m[2], Level: levels[viet.Lower(m[1])]}
	if title := m[3]; title != "" {
		if title != viet.Upper(title) {
			return nil
		}
		d.Line = p.inline(l, title)
		return d
	}
	for i := p.next; i < len(p.lines); i++ {
		title := p.lines[i]
		if title.text == "" {
			continue
		}
		// Below «Phần I», «PHẦN THỨ NHẤT» is its title.
		if !Structural(title.text) || divisionLine.parts(l.text) != nil && partInWords.parts(title.text) != nil {
			p.next = i + 1
			d.Line = p.inline(title, title.text)
		}
		break
	}
	return d
}

func (p *parser) item(l logical, mark, text string) doc.Block {
	p.checkEmpty(l, text)
	if mark == "–" || mark == "•" {
		p.report(diag.Warning, IDDash, l, fmt.Sprintf("dấu đầu dòng «%s» được in thành «-»", mark), "gõ dấu gạch nối «-» và một dấu cách")
		mark = "-"
	}
	depth := map[string]int{"*": 1, "-": 1, "+": 2}[mark]
	return &doc.Item{Mark: mark, Depth: depth, Line: p.inline(l, text)}
}

func (p *parser) checkEmpty(l logical, text string) {
	if strings.TrimSpace(text) == "" {
		p.report(diag.Error, IDEmpty, l, fmt.Sprintf("sau «%s» chưa có nội dung", l.text), "viết nội dung vào cùng dòng, hoặc xóa dòng này")
	}
}

// Labelled is what a line of structure calls itself.
type Labelled struct {
	Level int    // the higher, the deeper: a line belongs to the last line before it of every lower level
	Label string // as it is referred to: «Chương II», «Điều 3», «khoản 2», «điểm a»
}

// Levels of labels.
const (
	levelHeading = 10
	levelArticle = 20
	levelClause  = 30
	levelPoint   = 40
)

// Label gives the label of a line of structure, as it is referred to in a text. It is false for an item and for any
// other line.
func Label(line string) (Labelled, bool) {
	line = strings.Trim(line, " \t")
	if m := division(line); m != nil && (m[3] == "" || m[3] == viet.Upper(m[3])) {
		return Labelled{int(levels[viet.Lower(m[1])]), m[1] + " " + m[2]}, true
	}
	if m := heading(line); m != nil {
		return Labelled{levelHeading, "mục " + doc.Figures(m[1])}, true
	}
	if m := articleLine.parts(line); m != nil {
		return Labelled{levelArticle, "Điều " + m[1]}, true
	}
	m := clauseLine.parts(line)
	if m == nil {
		m = slashClause.parts(line)
	}
	if m == nil {
		m = bareClause.parts(line)
	}
	if m != nil {
		number := doc.Figures(m[1])
		return Labelled{levelClause + strings.Count(number, "."), "khoản " + number}, true
	}
	m = pointLine.parts(line)
	if m == nil {
		m = slashPoint.parts(line)
	}
	if m != nil {
		return Labelled{levelPoint, "điểm " + m[1]}, true
	}
	return Labelled{}, false
}
