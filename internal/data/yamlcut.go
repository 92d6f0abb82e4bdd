package data

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"vanban/internal/diag"
)

// sourceLine is a line of the file, or what of it belongs to a value; n counts from 1.
type sourceLine struct {
	n    int
	text string
}

// checkCut warns of what YAML takes from a value without a word: the text behind « #», and the line ends of a
// text that goes on over several lines.
func (c *yamlReader) checkCut(y *yaml.Node, n *Node) {
	const quoted = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle
	switch {
	case n.Pos.Line > len(c.s.lines), y.Style&yaml.LiteralStyle != 0:
	case y.Style&yaml.FoldedStyle != 0:
		c.folded(c.indented(n.Pos.Line + 1))
	case y.Style&quoted != 0:
		c.folded(c.quotedLines(n, y.Style&yaml.DoubleQuotedStyle != 0))
	default:
		lines, after := c.plainLines(y, n)
		c.comment(after)
		c.folded(lines)
	}
}

// plainLines gives the lines that a plain text stands on, and what its last line holds behind it.
func (c *yamlReader) plainLines(y *yaml.Node, n *Node) (lines []sourceLine, after sourceLine) {
	line := sourceLine{n.Pos.Line, c.s.rest(n.Pos.Line, n.Pos.Col)}
	if rest, ok := strings.CutPrefix(line.text, y.Value); ok {
		return nil, sourceLine{line.n, rest}
	}
	words := strings.Fields(y.Value)
	for {
		lines = append(lines, line)
		rest := line.text
		for len(words) > 0 {
			next, ok := strings.CutPrefix(strings.TrimLeft(rest, " \t"), words[0])
			if !ok {
				break
			}
			rest, words = next, words[1:]
		}
		// Only whole lines go on: others end with the value, or with what parts [a, b].
		if len(words) == 0 || strings.TrimSpace(rest) != "" || line.n == len(c.s.lines) {
			return lines, sourceLine{line.n, rest}
		}
		line = sourceLine{line.n + 1, c.s.lines[line.n]}
	}
}

// comment reports a comment that is rather a part of the text before it: «dự án #5». A note for the reader
// has a blank behind its «#». after ends its line.
func (c *yamlReader) comment(after sourceLine) {
	cut := strings.TrimLeft(after.text, " \t")
	note := strings.TrimLeft(cut, "#")
	first, _ := utf8.DecodeRuneInString(note)
	if note == cut || note == "" || unicode.IsSpace(first) {
		return
	}
	line := c.s.lines[after.n-1]
	col := utf8.RuneCountInString(line[:len(line)-len(cut)]) + 1
	cut = strings.TrimSpace(cut)
	c.s.add(diag.Diagnostic{ID: IDComment, Severity: diag.Error, Pos: c.s.pos(after.n, col, utf8.RuneCountInString(cut)),
		Message: "giá trị dừng trước dấu «#», phần sau bị bỏ như một ghi chú: «" + diag.Clip(cut) + "»",
		Hints: []string{`nếu là chữ của văn bản, đặt cả giá trị trong dấu nháy kép "`,
			"nếu là ghi chú riêng, viết một dấu cách sau dấu «#»"}})
}

// folded warns of a line that begins like a clause or an item and was joined to the line above it. One warning
// says it of the whole value.
func (c *yamlReader) folded(lines []sourceLine) {
	for i := 1; i < len(lines); i++ {
		if strings.TrimSpace(lines[i-1].text) == "" || !beginsStructure(lines[i].text) {
			continue
		}
		text := strings.TrimLeft(lines[i].text, " \t")
		col := utf8.RuneCountInString(lines[i].text) - utf8.RuneCountInString(text) + 1
		c.s.add(diag.Diagnostic{ID: IDFolded, Severity: diag.Warning, Pos: c.s.pos(lines[i].n, col, utf8.RuneCountInString(text)),
			Message: "dòng «" + diag.Clip(text) + "» bị nối vào dòng trên, không còn là một dòng riêng",
			Hints:   []string{"viết dấu «|» ngay sau dấu hai chấm, xuống dòng rồi mới viết nội dung: mỗi dòng được giữ nguyên"}})
		return
	}
}

// indented gives the lines of a «>» text that begins at a line. YAML keeps the line ends around lines that are
// set further in than the first: those are given empty.
func (c *yamlReader) indented(first int) []sourceLine {
	indent := -1
	var out []sourceLine
	for n := first; n <= len(c.s.lines); n++ {
		line := c.s.lines[n-1]
		in := len(line) - len(strings.TrimLeft(line, " "))
		switch {
		case strings.TrimSpace(line) == "":
		case indent < 0:
			indent = in
		case in < indent:
			return out
		case in > indent:
			line = ""
		}
		out = append(out, sourceLine{n, line})
	}
	return out
}

// quotedLines gives the lines of a text in quotes, to the quote that closes it.
func (c *yamlReader) quotedLines(n *Node, double bool) []sourceLine {
	length, mark := singleQuoted, "'"
	if double {
		length, mark = doubleQuoted, `"`
	}
	line := sourceLine{n.Pos.Line, c.s.rest(n.Pos.Line, n.Pos.Col)}
	from := line.text
	var out []sourceLine
	for {
		out = append(out, line)
		if end := length(from); end > 1 && strings.HasSuffix(from[:end], mark) || line.n == len(c.s.lines) {
			return out
		}
		line = sourceLine{line.n + 1, c.s.lines[line.n]}
		from = mark + line.text // as if the text began on this line
	}
}
