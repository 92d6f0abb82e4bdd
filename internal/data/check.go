package data

import (
	"strings"
	"unicode/utf8"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// checkTree looks at every text of a tree: size, characters that are not what they look like, and whether
// one way of placing tone marks is kept. What aliases share is looked at once.
func (s *source) checkTree(root *Node) {
	c := &textCheck{s: s, seen: map[*Node]bool{}, keys: map[string][]viet.Suspect{}}
	c.node(root)
	c.reportTones()
}

type textCheck struct {
	s    *source
	seen map[*Node]bool
	keys map[string][]viet.Suspect // what is wrong with each key: lists repeat the same few
	old  tones                     // «hòa»
	new  tones                     // «hoà»
}

// tones is what was seen of one way of placing tone marks.
type tones struct {
	count int
	word  string
	pos   diag.Pos
}

func (c *textCheck) node(n *Node) {
	if n == nil || c.seen[n] {
		return
	}
	c.seen[n] = true
	switch n.Kind {
	case Text:
		c.text(n)
	case List:
		for _, item := range n.Items {
			c.node(item)
		}
	case Map:
		for _, f := range n.Fields {
			found, known := c.keys[f.Key]
			if !known {
				found = viet.Suspects(f.Key)
				c.keys[f.Key] = found
			}
			for _, x := range found {
				c.suspect(x, "khóa «"+f.Key+"» có ", f.KeyPos)
			}
			c.node(f.Value)
		}
	}
}

func (c *textCheck) text(n *Node) {
	if len(n.Text) > MaxScalar {
		c.s.errorAt(IDSize, n.Pos, []string{"chia thành nhiều phần, phụ lục dài thì để thành văn bản riêng"},
			"giá trị dài %d byte, quá mức %d MiB", len(n.Text), MaxScalar>>20)
		return
	}
	runes := []rune(n.Text)
	for _, x := range viet.Suspects(n.Text) {
		if c.s.full(suspectID(x)) {
			continue
		}
		c.suspect(x, "giá trị có ", c.s.runePos(n, runes, x.Index))
	}
	c.tabs(n, runes)
	// Those in the text of the file were blanked out already: these were written as escapes.
	if strings.IndexFunc(n.Text, isControl) >= 0 {
		if i := strings.IndexRune(n.Text, '\r'); i >= 0 {
			c.s.errorAt(IDControl, n.Pos, []string{"xóa ký tự này"}, "giá trị có %s", controlName('\r'))
		}
		n.Text = strings.Map(blankControl, n.Text)
	}
	c.tones(n, runes)
}

// tabs reports the Tabs of a value: they come along from Excel and Word, and no face can draw one.
func (c *textCheck) tabs(n *Node, runes []rune) {
	if strings.IndexByte(n.Text, '\t') < 0 {
		return
	}
	for i, r := range runes {
		if r != '\t' || c.s.full(IDTab) {
			continue
		}
		c.s.errorAt(IDTab, c.s.runePos(n, runes, i), []string{"thay dấu Tab bằng dấu cách; nhiều cột thì viết thành bảng với dấu «|»"},
			"giá trị có dấu Tab, không in được")
	}
}

func suspectID(x viet.Suspect) string {
	if x.Kind == viet.Control {
		return IDControl
	}
	return IDSuspect
}

// suspect reports a character of a value or key.
func (c *textCheck) suspect(x viet.Suspect, where string, pos diag.Pos) {
	d := diag.Diagnostic{ID: suspectID(x), Severity: diag.Warning, Pos: pos, Message: where + x.Message}
	switch {
	case x.Kind == viet.Control:
		d.Severity = diag.Error
		if isControl(x.Rune) {
			d.Message = where + controlName(x.Rune)
		}
	case x.Kind == viet.Space:
		d.Severity = diag.Info
	}
	switch x.Fix {
	case "":
		d.Hints = []string{"xóa ký tự này"}
	case " ":
		d.Hints = []string{"thay bằng dấu cách thường, trừ khi cố ý giữ hai chữ trên cùng dòng"}
	default:
		d.Hints = []string{"thay bằng chữ «" + x.Fix + "»"}
	}
	c.s.add(d)
}

// tones remembers how a text places the tones of oa, oe and uy.
func (c *textCheck) tones(n *Node, runes []rune) {
	old, new := viet.ToneStyle(n.Text)
	for _, way := range []struct {
		words []string
		seen  *tones
	}{{old, &c.old}, {new, &c.new}} {
		if len(way.words) > 0 && way.seen.count == 0 {
			word := way.words[0]
			way.seen.word, way.seen.pos = word, n.Pos
			if i := strings.Index(n.Text, word); i >= 0 {
				way.seen.pos = c.s.runePos(n, runes, utf8.RuneCountInString(n.Text[:i]))
				if way.seen.pos != n.Pos {
					way.seen.pos.Len = utf8.RuneCountInString(word)
				}
			}
		}
		way.seen.count += len(way.words)
	}
}

// reportTones warns once of a file that mixes both ways, at the way it uses less.
func (c *textCheck) reportTones() {
	few, many := c.old, c.new
	if few.count > many.count {
		few, many = many, few
	}
	if few.count == 0 {
		return
	}
	c.s.add(diag.Diagnostic{ID: IDTone, Severity: diag.Warning, Pos: few.pos,
		Message: "tệp dùng lẫn hai cách đặt dấu thanh: «" + few.word + "» và «" + many.word + "»",
		Notes:   []diag.Note{{Pos: many.pos, Message: "cách kia, dùng nhiều hơn, ở đây"}},
		Hints:   []string{"chọn một cách cho cả văn bản: «hòa, thủy» hoặc «hoà, thuỷ»"}})
}

func blankControl(r rune) rune {
	if isControl(r) {
		return ' '
	}
	return r
}

// runePos gives the place of the rune at index of a node's text, as exactly as is known; runes is the text.
func (s *source) runePos(n *Node, runes []rune, index int) diag.Pos {
	line, start := 0, 0
	for i, r := range runes[:index] {
		if r == '\n' {
			line, start = line+1, i+1
		}
	}
	col, at := index-start, n.Pos
	switch {
	case n.Pos.Line == 0:
		return n.Pos
	case line < len(n.Lines):
		at = n.Lines[line]
	case line > 0:
		return n.Pos
	}
	if rest := s.rest(at.Line, at.Col); n.Lines == nil && (strings.HasPrefix(rest, `"`) || strings.HasPrefix(rest, "'")) {
		col++
	}
	// Escapes and folded lines shift the text: the whole value is shown then.
	if got, _ := utf8.DecodeRuneInString(s.rest(at.Line, at.Col+col)); got != runes[index] {
		return n.Pos
	}
	return diag.Pos{File: at.File, Line: at.Line, Col: at.Col + col, Len: 1}
}
