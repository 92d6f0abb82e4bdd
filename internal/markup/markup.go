// Package markup reads official text: the text of an official document already is its markup. Lines are
// read as staff type them («Điều 1. », «1. », «a) », «- »); the table of design part 5 is the grammar.
//
// Numbers and letters are kept as written; a gap or a wrong letter is a finding, never a repair. A line
// is a paragraph; a backslash at the end of a line breaks it without ending the paragraph. What lines
// cannot say stands in blocks «:::ten … :::», whose attributes are lines «:khoa giá trị» at their head.
//
// Start from [Parse]. [Escape] and [Structural] are what a merge needs so that data never becomes
// structure.
package markup

import (
	"fmt"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/doc"
)

// Source tells where a line and column (from 1, in characters) of the text came from.
type Source struct {
	At func(line, col int) diag.Pos
	// Foreign tells that the place came from data. Blocks that stand for a component (an appendix, a
	// signature) are the template's alone, and data closes no block that the template opened. Nil: nothing did.
	Foreign func(line, col int) bool
}

// Parse reads a whole text.
func Parse(text string, source Source) (*doc.Content, diag.List) {
	p := &parser{lines: logicalLines(text), source: source, content: &doc.Content{}}
	p.content.Body = p.blocks("", logical{})
	settle(p.content.Body)
	p.checkOrder(p.content.Body)
	return p.content, p.findings.Sorted()
}

// lineBreak stands inside a logical line where the author broke it by a backslash.
const lineBreak = '\u2028'

// logical is a line with its number in the text. Lines joined by a backslash are one.
type logical struct {
	text string
	line int
	col  int // of the first character that is not a blank
}

func logicalLines(text string) []logical {
	var out []logical
	var joined strings.Builder
	start, open := 0, false
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, "\r")
		if !open {
			start = i + 1
			joined.Reset()
		}
		trimmed := strings.TrimRight(line, " \t")
		slashes := len(trimmed) - len(strings.TrimRight(trimmed, `\`))
		open = slashes%2 == 1
		if open {
			joined.WriteString(strings.TrimLeft(strings.TrimRight(trimmed[:len(trimmed)-1], " \t"), " \t"))
			joined.WriteRune(lineBreak)
			continue
		}
		if start <= i { // lines above are joined to this one
			joined.WriteString(line)
			line = joined.String()
		}
		out = append(out, newLogical(line, start))
	}
	if open { // nothing follows that it could join: the backslash is a letter of the text
		out = append(out, newLogical(strings.TrimRight(joined.String(), string(lineBreak))+`\`, start))
	}
	return out
}

func newLogical(text string, line int) logical {
	left := strings.TrimLeft(text, " \t")
	return logical{text: strings.TrimRight(left, " \t"), line: line, col: len(text) - len(left) + 1}
}

// parser is one run of Parse.
type parser struct {
	lines     []logical
	next      int
	depth     int // of blocks inside blocks
	disorders int // numbers out of their order so far
	source    Source
	content   *doc.Content
	findings  diag.List

	placed int      // the line whose place was asked for last
	place  diag.Pos // of that line
}

// pos gives the place of a line. Each cell of a row asks for that of the row, one after the other.
func (p *parser) pos(l logical) diag.Pos {
	if l.line != p.placed || l.line == 0 {
		p.placed, p.place = l.line, p.source.At(l.line, l.col)
	}
	return p.place
}

func (p *parser) foreign(l logical) bool {
	return p.source.Foreign != nil && p.source.Foreign(l.line, l.col)
}

func (p *parser) report(severity diag.Severity, id string, l logical, message string, hints ...string) {
	p.findings.Add(diag.Diagnostic{ID: id, Severity: severity, Pos: p.pos(l), Message: message, Hints: hints})
}

// blocks reads up to the end of the block called inside, which the line opened began, or of the text.
func (p *parser) blocks(inside string, opened logical) []doc.Block {
	var out []doc.Block
	for p.next < len(p.lines) {
		l := p.lines[p.next]
		switch {
		case l.text == "":
			p.next++
		case l.text == ":::":
			if inside != "" && p.foreign(opened) && !p.foreign(l) {
				p.unclosed(inside, opened) // the template closes a block of its own
				return out
			}
			p.next++
			if inside != "" && p.foreign(opened) == p.foreign(l) {
				return out
			}
			p.report(diag.Error, IDStray, l, "dấu «:::» này không đóng khối nào", "xóa dòng này, hoặc thêm dòng mở khối như «:::phu_luc»")
		case strings.HasPrefix(l.text, ":::"):
			p.next++
			out = append(out, p.directive(l)...)
		case strings.HasPrefix(l.text, "|"):
			out = append(out, p.table(nil)...)
		default:
			p.next++
			out = append(out, p.line(l))
		}
	}
	if inside != "" {
		p.unclosed(inside, opened)
	}
	return out
}

func (p *parser) unclosed(name string, opened logical) {
	p.report(diag.Error, IDUnclosed, opened, fmt.Sprintf("khối «:::%s» chưa được đóng", name), "thêm một dòng «:::» ở cuối khối")
}
