package tmpl

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// maxDepth bounds how deep blocks and brackets may nest: the parser calls itself for each.
const maxDepth = 100

// block is an opener that waits for its end.
type block struct {
	opener  *action
	keyword string
	elses   int  // else and else if seen
	closed  bool // a plain else was seen: nothing but end may follow
	vars    int  // how many variables were declared outside
	own     int  // the same and those that the opener and its else if declare
	base    int  // the first variable that was visible outside
}

// checker pairs openers with ends and looks up the names that actions use.
type checker struct {
	src      *Source
	faults   *faults
	env      *Env
	names    []string            // of functions, for suggestions
	defined  map[string]diag.Pos // named templates of all files read together
	included bool                // the file lends its definitions only: what its own body calls is not its user's concern
	stack    []block
	vars     []string
	base     int  // the first variable that is visible: a definition sees none of its surroundings
	unsound  bool // an opener and an end do not match, or an opener is broken: what dot is cannot be known
	rootKeys []string
}

// check reports every fault of names and pairs.
func (c *checker) check(actions []action) {
	for i := range actions {
		c.action(&actions[i])
	}
	for _, b := range c.stack {
		c.unsound = true
		c.faults.list.Add(diag.Diagnostic{
			ID: IDBlock, Severity: diag.Error, Pos: c.src.span(b.opener.start, b.opener.end),
			Message: fmt.Sprintf("%s mở ở dòng %d chưa đóng", blockName(b.keyword), c.src.Pos(b.opener.start).Line),
			Hints:   []string{"thêm một dòng «{{ end }}» ở chỗ khối này kết thúc"},
		})
	}
}

// define notes the name of a define or block, so that calls may stand before it.
func (c *checker) define(a *action) {
	k := a.keyword()
	if k != "define" && k != "block" || len(a.words) < 2 || a.words[1].kind != quoted {
		return
	}
	name, err := strconv.Unquote(a.words[1].text)
	if err != nil {
		return // told by the syntax check
	}
	pos := c.src.span(a.words[1].at, a.words[1].at+len(a.words[1].text))
	if first, ok := c.defined[name]; ok {
		c.faults.list.Add(diag.Diagnostic{
			ID: IDDefine, Severity: diag.Error, Pos: pos,
			Message: fmt.Sprintf("khối «%s» được định nghĩa hai lần", name),
			Notes:   []diag.Note{{Pos: first, Message: "lần thứ nhất"}},
		})
		a.broken = true
		return
	}
	c.defined[name] = pos
}

func (c *checker) action(a *action) {
	k := a.keyword()
	if k == "else" && len(c.stack) > 0 {
		c.vars = c.vars[:c.stack[len(c.stack)-1].own] // what one branch declares the next does not have
	}
	mark, base := len(c.vars), c.base
	c.words(a)
	if k == "define" || k == "block" {
		c.base = len(c.vars)
	}
	switch k {
	case "if", "with", "range", "define", "block":
		c.open(a, block{opener: a, keyword: k, vars: mark, own: len(c.vars), base: base})
	case "else":
		c.elseOf(a)
	case "end":
		c.end(a)
	case "break", "continue":
		c.insideRange(a, k)
	case "template":
		c.call(a)
	}
}

func (c *checker) open(a *action, b block) {
	if b.keyword == "define" && len(c.stack) > 0 {
		c.unsound = true
		c.faults.list.Add(diag.Diagnostic{
			ID: IDBlock, Severity: diag.Error, Pos: c.src.span(a.start, a.end),
			Message: "«define» phải đứng ngoài mọi khối khác",
			Notes:   []diag.Note{{Pos: c.src.Pos(c.stack[len(c.stack)-1].opener.start), Message: "khối mở ở đây chưa đóng"}},
		})
	}
	if len(c.stack) == maxDepth {
		c.faults.add(IDLimit, a.start, a.end, fmt.Sprintf("các khối lồng nhau quá %d lớp", maxDepth))
		a.broken = true
	}
	c.stack = append(c.stack, b)
}

func (c *checker) elseOf(a *action) {
	if len(c.stack) == 0 {
		c.unsound = true
		c.faults.add(IDBlock, a.start, a.end, "«else» không thuộc khối «if», «with» hay «range» nào")
		return
	}
	b := &c.stack[len(c.stack)-1]
	more := len(a.words) > 1 // else if, else with
	b.elses++
	switch {
	case b.keyword == "define" || b.keyword == "block":
		c.unsound = true
		c.faults.add(IDBlock, a.start, a.end, fmt.Sprintf("%s không có nhánh «else»", blockName(b.keyword)))
	case b.closed:
		c.unsound = true
		c.faults.add(IDBlock, a.start, a.end, "thừa «else»: khối này đã có nhánh «else» cuối cùng")
	case more && a.words[1].text != b.keyword:
		c.unsound = true
		c.faults.add(IDBlock, a.start, a.end, fmt.Sprintf("trong %s chỉ viết được «else» hoặc «else %s»", blockName(b.keyword), b.keyword))
	case b.elses == maxDepth:
		c.faults.add(IDLimit, a.start, a.end, fmt.Sprintf("quá %d nhánh «else»", maxDepth))
		a.broken = true
	}
	b.closed = b.closed || !more
	b.own = len(c.vars)
}

func (c *checker) end(a *action) {
	if len(c.stack) == 0 {
		c.unsound = true
		c.faults.add(IDBlock, a.start, a.end, "thừa «end»: không có khối nào đang mở", "xóa dòng này, hoặc xem lại chỗ mở khối ở trên")
		return
	}
	b := c.stack[len(c.stack)-1]
	c.stack = c.stack[:len(c.stack)-1]
	c.vars, c.base = c.vars[:b.vars], b.base
}

func (c *checker) insideRange(a *action, keyword string) {
	for _, b := range c.stack {
		if b.keyword == "range" {
			return
		}
	}
	c.faults.add(IDBlock, a.start, a.end, fmt.Sprintf("«%s» chỉ dùng được trong khối lặp «range»", keyword))
	a.broken = true
}

// call looks up the named template.
func (c *checker) call(a *action) {
	if len(a.words) < 2 || a.words[1].kind != quoted {
		return // told by the syntax check
	}
	name, err := strconv.Unquote(a.words[1].text)
	if err != nil {
		return
	}
	if _, ok := c.defined[name]; ok || c.included && !c.inDefine() {
		return
	}
	var hints []string
	if near, ok := viet.Nearest(name, slices.Sorted(maps.Keys(c.defined))); ok {
		hints = append(hints, fmt.Sprintf("có phải «%s»?", near))
	}
	c.faults.addWord(IDNoTemplate, a.words[1], fmt.Sprintf("không có khối nào tên «%s»", name), hints...)
}

func (c *checker) inDefine() bool {
	return len(c.stack) > 0 && c.stack[0].keyword == "define"
}

// words looks up the functions and variables of an action, and counts its brackets. A variable is there from the
// next action on.
func (c *checker) words(a *action) {
	depth := 0
	var declared []string
	for i, w := range a.words {
		switch {
		case w.kind == variable && c.declares(a.words[i:]):
			declared = append(declared, w.text)
			if depth > 0 {
				a.broken = true
				c.faults.addWord(IDVariable, w, "không khai báo biến trong ngoặc được", fmt.Sprintf("khai báo bằng một lệnh riêng đứng trước: «{{ %s := … }}»", w.text))
			}
		case w.kind == variable:
			a.broken = !c.variable(w, declared) || a.broken
		case w.kind == ident:
			c.function(a, i)
		case w.text == "(":
			depth++
		case w.text == ")":
			depth--
		}
		if depth > maxDepth && !a.broken {
			a.broken = true
			c.faults.add(IDLimit, a.start, a.end, fmt.Sprintf("dấu ngoặc lồng nhau quá %d lớp", maxDepth))
		}
	}
	c.vars = append(c.vars, declared...)
}

// declares tells whether the words begin `$x :=` or `$i, $x :=`. How many names may stand there is for the
// syntax check to say.
func (c *checker) declares(w []word) bool {
	for len(w) >= 2 && w[0].kind == variable {
		if w[1].text == ":=" {
			return true
		}
		if w[1].text != "," {
			return false
		}
		w = w[2:]
	}
	return false
}

// variable looks up a variable in an action that declares some itself.
func (c *checker) variable(w word, declared []string) (known bool) {
	if w.text == "$" || slices.Contains(c.vars[c.base:], w.text) {
		return true
	}
	var hints []string
	if slices.Contains(declared, w.text) {
		hints = append(hints, "biến chỉ dùng được sau lệnh khai báo nó, không dùng được ngay trong lệnh đó")
	} else if near, ok := viet.Nearest(w.text, c.vars[c.base:]); ok {
		hints = append(hints, fmt.Sprintf("có phải «%s»?", near))
	}
	c.faults.addWord(IDVariable, w, fmt.Sprintf("biến «%s» chưa được khai báo", w.text), hints...)
	return false
}

// function looks up the name of a function; keywords are no functions.
func (c *checker) function(a *action, i int) {
	w := a.words[i]
	switch {
	case i == 0 && isKeyword(w.text):
		return
	case i == 1 && a.keyword() == "else":
		return
	case w.text == "true" || w.text == "false" || w.text == "nil" || isKeyword(w.text):
		return // out of place, if at all: told by the syntax check
	case c.env.function(w.text) != nil:
		return
	}
	var hints []string
	for _, key := range c.rootKeys {
		if key == w.text {
			hints = append(hints, fmt.Sprintf("nếu là khóa của dữ liệu thì viết «.%s», có dấu chấm phía trước", key))
		}
	}
	if near, ok := viet.Nearest(w.text, c.names); ok {
		hints = append(hints, fmt.Sprintf("có phải «%s»?", near))
	}
	if len(hints) == 0 {
		hints = []string{"xem các hàm dùng được bằng lệnh «vanban list --ham»"}
	}
	c.faults.addWord(IDFunction, w, fmt.Sprintf("không có hàm «%s»", w.text), hints...)
}

// blockName says what an opener is.
func blockName(keyword string) string {
	switch keyword {
	case "range":
		return "lệnh lặp «range»"
	case "if":
		return "lệnh điều kiện «if»"
	case "with":
		return "lệnh «with»"
	case "define":
		return "định nghĩa «define»"
	default:
		return fmt.Sprintf("khối «%s»", keyword)
	}
}
