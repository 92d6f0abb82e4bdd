package merge

import (
	"strings"
	"text/template/parse"

	"vanban/internal/diag"
	"vanban/internal/tmpl"
)

// The internal functions that edited trees call, for the walker. Their names are not in the table that a
// template is checked against, so no template can call them itself.
const (
	fnText  = "_text"  // print a text of the template
	fnPrint = "_print" // print a value
	fnField = "_field" // follow keys
	fnCall  = "_call"  // call a function of the table
	fnTruth = "_truth" // the value when it is true, else nil
	fnEach  = "_each"  // what range runs over
	fnStep  = "_step"  // count one round of a loop
	fnEnter = "_enter" // begin a named template
	fnLeave = "_leave" // end it
)

// site is a place in a template that an internal function acts for.
type site struct {
	source *tmpl.Source
	at     int
	fn     *function // of a call
	args   []int     // of a call: for each argument the site whose keys are followed first, or none
	print  int       // of a call: the site that prints what it gives, or none
	keys   []string  // to follow from the value first
	pairs  bool      // of a range with two variables
	pieces []piece   // of a text
}

// none stands for no site.
const none = -1

func (s *site) pos() diag.Pos { return s.source.Pos(s.at) }

// piece is a stretch of template text that is printed.
type piece struct {
	at   int
	text string
}

// program is a template made ready to run. It is read-only, so that runs may share it.
type program struct {
	name  string // of the body
	trees map[string]*parse.ListNode
	sites []site
}

// compiler edits one tree after the other.
type compiler struct {
	program *program
	table   map[string]*function
	source  *tmpl.Source
}

// compile copies the trees of a template and edits the copies.
func compile(t *tmpl.Template) *program {
	trees := t.Trees() // the body first
	c := &compiler{program: &program{name: trees[0].Name, trees: map[string]*parse.ListNode{}}, table: table()}
	for _, tr := range trees {
		c.source = tr.Source
		edited := tr.Root.Copy()
		c.list(edited.Root)
		c.program.trees[tr.Name] = edited.Root
	}
	return c.program
}

// site adds a site and gives the node that stands for its number.
func (c *compiler) site(at int, s site) *parse.NumberNode {
	s.source, s.at = c.source, at
	n := len(c.program.sites)
	c.program.sites = append(c.program.sites, s)
	return &parse.NumberNode{NodeType: parse.NodeNumber, Pos: parse.Pos(at), IsInt: true, Int64: int64(n)}
}

func command(name string, at parse.Pos, args ...parse.Node) *parse.CommandNode {
	return &parse.CommandNode{NodeType: parse.NodeCommand, Pos: at,
		Args: append([]parse.Node{parse.NewIdentifier(name).SetPos(at)}, args...)}
}

func pipe(at parse.Pos, cmds ...*parse.CommandNode) *parse.PipeNode {
	return &parse.PipeNode{NodeType: parse.NodePipe, Pos: at, Cmds: cmds}
}

// act makes an action that calls an internal function with nothing but its site.
func (c *compiler) act(name string, at parse.Pos, s site) *parse.ActionNode {
	return &parse.ActionNode{NodeType: parse.NodeAction, Pos: at, Pipe: pipe(at, command(name, at, c.site(int(at), s)))}
}

func (c *compiler) list(l *parse.ListNode) {
	if l == nil {
		return
	}
	var out []parse.Node
	for _, node := range l.Nodes {
		switch n := node.(type) {
		case *parse.TextNode:
			pieces := printed(n)
			if len(pieces) == 0 {
				continue
			}
			node = c.act(fnText, n.Pos, site{pieces: pieces})
		case *parse.ActionNode:
			if len(n.Pipe.Decl) > 0 {
				c.pipeline(n.Pipe)
			} else {
				c.finish(n.Pipe, fnPrint, site{})
			}
		case *parse.IfNode:
			c.branch(&n.BranchNode, fnTruth)
		case *parse.WithNode:
			c.branch(&n.BranchNode, fnTruth)
		case *parse.RangeNode:
			c.branch(&n.BranchNode, fnEach)
			n.List.Nodes = append([]parse.Node{c.act(fnStep, n.Pos, site{})}, n.List.Nodes...)
		case *parse.TemplateNode:
			c.pipeline(n.Pipe)
			out = append(out, c.act(fnEnter, n.Pos, site{}), n, c.act(fnLeave, n.Pos, site{}))
			continue
		}
		out = append(out, node)
	}
	l.Nodes = out
}

// printed gives what of a text is printed.
func printed(n *parse.TextNode) []piece {
	var pieces []piece
	at, rest := int(n.Pos), string(n.Text)
	for rest != "" {
		skip := len(rest) - len(strings.TrimLeft(rest, string(tmpl.Vanished)))
		at, rest = at+skip, rest[skip:]
		end := strings.IndexByte(rest, tmpl.Vanished)
		if end < 0 {
			end = len(rest)
		}
		if end > 0 {
			pieces = append(pieces, piece{at, rest[:end]})
		}
		at, rest = at+end, rest[end:]
	}
	return pieces
}

func (c *compiler) branch(n *parse.BranchNode, fn string) {
	c.finish(n.Pipe, fn, site{pairs: len(n.Pipe.Decl) == 2})
	c.list(n.List)
	c.list(n.ElseList)
}

// split takes a field apart: the value it starts from, and a site with its keys. Of any other node the site
// is none.
func (c *compiler) split(node parse.Node) (parse.Node, int) {
	at := tmpl.NodeStart(node)
	switch n := node.(type) {
	case *parse.FieldNode:
		return &parse.DotNode{NodeType: parse.NodeDot, Pos: n.Pos}, int(c.site(at, site{keys: n.Ident}).Int64)
	case *parse.VariableNode:
		if len(n.Ident) > 1 {
			keys := n.Ident[1:]
			n.Ident = n.Ident[:1]
			return n, int(c.site(at, site{keys: keys}).Int64)
		}
	}
	return node, none
}

// finish edits a pipeline and passes its value to an internal function. Calls cost more than anything else
// in a run, so where the pipeline is nothing but a field that function follows the keys itself, and a call
// of the table prints its own result.
func (c *compiler) finish(p *parse.PipeNode, fn string, s site) {
	at := tmpl.NodeStart(p.Cmds[0].Args[0])
	first := p.Cmds[0]
	var from parse.Node
	if len(p.Cmds) == 1 && len(first.Args) == 1 {
		switch n := first.Args[0].(type) {
		case *parse.FieldNode:
			from, s.keys = &parse.DotNode{NodeType: parse.NodeDot, Pos: n.Pos}, n.Ident
		case *parse.VariableNode:
			from, s.keys = n, n.Ident[1:]
			n.Ident = n.Ident[:1]
		}
	}
	if from == nil {
		number := c.site(at, s)
		c.pipeline(p)
		last := p.Cmds[len(p.Cmds)-1]
		if call := c.called(last); call != nil && fn == fnPrint {
			call.print = int(number.Int64)
			return
		}
		p.Cmds = append(p.Cmds, command(fn, p.Pos, number))
		return
	}
	p.Cmds = []*parse.CommandNode{command(fn, p.Pos, c.site(at, s), from)}
}

func (c *compiler) pipeline(p *parse.PipeNode) {
	if p == nil {
		return
	}
	var out []*parse.CommandNode
	for i, cmd := range p.Cmds {
		if i > 0 && isShortCircuit(cmd) {
			out = append(out, command(fnTruth, cmd.Pos, c.site(int(cmd.Pos), site{})))
		}
		c.command(cmd)
		out = append(out, cmd)
	}
	p.Cmds = out
}

// isShortCircuit tells whether a command is and or or. These are the walker's own, which stops at the first
// argument that decides; their arguments pass through fnTruth, so that what is missing counts as false.
func isShortCircuit(cmd *parse.CommandNode) bool {
	id, ok := cmd.Args[0].(*parse.IdentifierNode)
	return ok && (id.Ident == "and" || id.Ident == "or")
}

func (c *compiler) command(cmd *parse.CommandNode) {
	short := isShortCircuit(cmd)
	id, isCall := cmd.Args[0].(*parse.IdentifierNode)
	var keys []int
	for i, arg := range cmd.Args {
		if i == 0 && isCall {
			continue
		}
		if isCall && !short {
			from, number := c.split(arg)
			keys = append(keys, number)
			if number != none {
				cmd.Args[i] = from
				continue
			}
		}
		arg = c.operand(arg)
		if short {
			at := arg.Position()
			inner := pipe(at, &parse.CommandNode{NodeType: parse.NodeCommand, Pos: at, Args: []parse.Node{arg}},
				command(fnTruth, at, c.site(int(at), site{})))
			arg = inner
		}
		cmd.Args[i] = arg
	}
	if isCall && !short {
		number := c.site(int(id.Pos), site{fn: c.table[id.Ident], args: keys, print: none})
		cmd.Args = append([]parse.Node{parse.NewIdentifier(fnCall).SetPos(id.Pos), number}, cmd.Args[1:]...)
	}
}

// called gives the site of an edited command that calls a function of the table, else nil.
func (c *compiler) called(cmd *parse.CommandNode) *site {
	if id, ok := cmd.Args[0].(*parse.IdentifierNode); ok && id.Ident == fnCall {
		return &c.program.sites[cmd.Args[1].(*parse.NumberNode).Int64]
	}
	return nil
}

// operand edits one argument.
func (c *compiler) operand(node parse.Node) parse.Node {
	switch n := node.(type) {
	case *parse.FieldNode:
		return c.field(tmpl.NodeStart(n), &parse.DotNode{NodeType: parse.NodeDot, Pos: n.Pos}, n.Ident)
	case *parse.VariableNode:
		if len(n.Ident) > 1 {
			at, keys := tmpl.NodeStart(n), n.Ident[1:]
			n.Ident = n.Ident[:1]
			return c.field(at, n, keys)
		}
	case *parse.ChainNode:
		return c.field(int(n.Pos), c.operand(n.Node), n.Field)
	case *parse.PipeNode:
		c.pipeline(n)
	case *parse.IdentifierNode:
		cmd := &parse.CommandNode{NodeType: parse.NodeCommand, Pos: n.Pos, Args: []parse.Node{n}}
		c.command(cmd)
		return pipe(n.Pos, cmd)
	}
	return node
}

// field makes the call that follows keys from a value.
func (c *compiler) field(at int, from parse.Node, keys []string) parse.Node {
	return pipe(parse.Pos(at), command(fnField, parse.Pos(at), c.site(at, site{keys: keys}), from))
}
