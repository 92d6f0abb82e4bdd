package tmpl

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"text/template/parse"
)

// checkSyntax parses each action by itself, so that a fault in one does not hide the next.
func checkSyntax(src *Source, actions []action, faults *faults) {
	for i := range actions {
		a := &actions[i]
		if a.broken || a.comment {
			continue
		}
		if err := parseAlone(src.text[a.start:a.end], a); err != nil {
			a.broken = true
			message, hints := translate(err)
			faults.add(IDSyntax, a.start, a.end, message, hints...)
		}
	}
}

// parseAlone parses an action with what it needs around it.
func parseAlone(text string, a *action) error {
	before, after := "{{range 1}}", "{{end}}"
	switch a.keyword() {
	case "if", "range", "with", "block":
		after = "{{end}}{{end}}"
	case "define":
		before = ""
	case "else":
		before = "{{if 1}}"
		if len(a.words) > 1 && a.words[1].text == "with" {
			before = "{{with 1}}"
		}
	case "end":
		after = ""
	}
	var vars []string
	for _, w := range a.words {
		if w.kind == variable && w.text != "$" && !slices.Contains(vars, w.text) {
			vars = append(vars, w.text)
		}
	}
	if before != "" {
		for _, v := range vars {
			before += "{{" + v + ":=1}}"
		}
	}
	t := parse.New("a")
	t.Mode = parse.SkipFuncCheck
	_, err := t.Parse(before+text+after, "", "", map[string]*parse.Tree{})
	return err
}

// parserPrefix is what the parser puts before each message.
var parserPrefix = regexp.MustCompile(`^template: a:\d+: `)

// translations turn the parser's English into Vietnamese; $1 is the first group.
var translations = []struct {
	english    *regexp.Regexp
	vietnamese string
	hint       string
}{
	{regexp.MustCompile(`unexpected EOF|missing value for command`), "lệnh trống", ""},
	{regexp.MustCompile(`missing value for parenthesized`), "trong ngoặc «( )» không có gì", ""},
	{regexp.MustCompile(`missing value for (\w+)`), "thiếu biểu thức sau «$1»", ""},
	{regexp.MustCompile(`unclosed left paren`), "mở ngoặc «(» mà chưa đóng «)»", ""},
	{regexp.MustCompile(`unexpected right paren`), "thừa dấu đóng ngoặc «)»", ""},
	{regexp.MustCompile(`bad character U\+\w+ '(.+)'`), "ký tự «$1» không đứng được ở đây", "giữa hai từ cần một dấu cách"},
	{regexp.MustCompile(`unrecognized character in action: U\+\w+ '([“”„])'`), "ký tự «$1» không dùng được trong lệnh", "dùng dấu nháy thẳng \" thay cho dấu nháy cong"},
	{regexp.MustCompile(`unrecognized character in action: U\+\w+ '(.+)'`), "ký tự «$1» không dùng được trong lệnh", ""},
	{regexp.MustCompile(`bad number syntax: "(.+)"`), "số «$1» viết sai", ""},
	{regexp.MustCompile(`non executable command in pipeline`), "sau dấu «|» phải là tên một hàm", ""},
	{regexp.MustCompile(`range can only initialize variables|too many declarations`), "khai báo biến sai", "viết «{{ range $i, $x := .danh_sach }}»"},
	{regexp.MustCompile(`expected :=`), "dấu «:» phải đi liền dấu «=»", "viết «$x := …»"},
	{regexp.MustCompile(`unexpected "=" in`), "dấu «=» không đứng được ở đây", "so sánh bằng hàm «eq», ví dụ «{{ if eq .a .b }}»"},
	{regexp.MustCompile(`unexpected <(.+?)> in`), "không hiểu «$1» ở chỗ này", ""},
	{regexp.MustCompile(`unexpected "(.+?)" in`), "không hiểu «$1» ở chỗ này", ""},
	{regexp.MustCompile(`unexpected \{\{(\w+)\}\}`), "không hiểu «$1» ở chỗ này", ""},
}

// translate says in Vietnamese what the parser found.
func translate(err error) (message string, hints []string) {
	english := parserPrefix.ReplaceAllString(err.Error(), "")
	for _, t := range translations {
		m := t.english.FindStringSubmatch(english)
		if m == nil {
			continue
		}
		message = t.vietnamese
		if len(m) > 1 {
			message = strings.ReplaceAll(message, "$1", m[1])
		}
		if t.hint != "" {
			hints = []string{t.hint}
		}
		return message, hints
	}
	return "lệnh này viết sai", nil
}

// checkCalls walks a whole tree and reports calls with the wrong number of arguments, arguments given to
// what is no function, and values that no function takes.
func (c *checker) checkCalls(node parse.Node) {
	eachPipe(node, func(p *parse.PipeNode) {
		for i, cmd := range p.Cmds {
			c.command(cmd, i > 0)
		}
	})
}

func (c *checker) command(cmd *parse.CommandNode, piped bool) {
	for _, arg := range cmd.Args {
		if n, ok := arg.(*parse.NumberNode); ok && !n.IsInt {
			c.node(IDSyntax, n, fmt.Sprintf("«%s» không phải số nguyên", n.Text), "số có phần thập phân viết trong nháy kép, ví dụ \"1,5\"")
		}
	}
	given := len(cmd.Args) - 1
	if piped {
		given++
	}
	switch first := cmd.Args[0].(type) {
	case *parse.IdentifierNode:
		if f := c.env.function(first.Ident); f != nil && (given < f.Min || f.Max >= 0 && given > f.Max) {
			c.node(IDArguments, first, fmt.Sprintf("hàm «%s» cần %s, ở đây có %d", f.Name, f.arity(), given))
		}
	case *parse.NilNode:
		c.node(IDSyntax, first, "«nil» không đứng một mình được")
	default:
		if given > 0 {
			c.node(IDArguments, first, fmt.Sprintf("«%s» không phải là hàm nên không nhận đối số", cmd.Args[0]),
				"tên hàm đứng trước, giá trị đứng sau, cách nhau bằng dấu cách")
		}
	}
}

// node reports a node of a tree.
func (c *checker) node(id string, n parse.Node, message string, hints ...string) {
	at := int(n.Position())
	c.faults.add(id, at, at+len(n.String()), message, hints...)
}

// eachPipe calls f for every pipeline below node, those in brackets too.
func eachPipe(node parse.Node, f func(*parse.PipeNode)) {
	switch n := node.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, child := range n.Nodes {
			eachPipe(child, f)
		}
	case *parse.ActionNode:
		eachPipe(n.Pipe, f)
	case *parse.IfNode:
		eachBranch(&n.BranchNode, f)
	case *parse.WithNode:
		eachBranch(&n.BranchNode, f)
	case *parse.RangeNode:
		eachBranch(&n.BranchNode, f)
	case *parse.TemplateNode:
		eachPipe(n.Pipe, f)
	case *parse.PipeNode:
		if n == nil {
			return
		}
		f(n)
		for _, cmd := range n.Cmds {
			for _, arg := range cmd.Args {
				eachPipe(arg, f)
			}
		}
	case *parse.ChainNode:
		eachPipe(n.Node, f)
	}
}

func eachBranch(n *parse.BranchNode, f func(*parse.PipeNode)) {
	eachPipe(n.Pipe, f)
	eachPipe(n.List, f)
	eachPipe(n.ElseList, f)
}
