package merge

import (
	"errors"
	"fmt"
	"text/template/parse"
)

// walker follows edited trees with the meaning that text/template gives them. It knows the nodes that
// compile leaves and no more. Its errors are errStop and, inside a loop, errBreak and errContinue.
type walker struct {
	run       *run
	variables []variable // in scope, the innermost last
}

type variable struct {
	name  string
	value any
}

// What {{break}} and {{continue}} unwind the nodes of a loop with.
var (
	errBreak    = errors.New("break")
	errContinue = errors.New("continue")
)

// template walks a named tree, which sees no variables but $.
func (w *walker) template(name string, dot any) error {
	body, ok := w.run.program.trees[name]
	if !ok {
		panic("merge: no tree " + name)
	}
	around := w.variables
	w.variables = append(around[len(around):], variable{"$", dot})
	err := w.list(dot, body)
	w.variables = around
	return err
}

func (w *walker) list(dot any, l *parse.ListNode) error {
	if l == nil {
		return nil
	}
	for _, node := range l.Nodes {
		if err := w.node(dot, node); err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) node(dot any, node parse.Node) error {
	switch n := node.(type) {
	case *parse.ActionNode:
		// What an action prints its last call has printed.
		_, err := w.pipe(dot, n.Pipe)
		return err
	case *parse.IfNode:
		return w.branch(dot, &n.BranchNode)
	case *parse.WithNode:
		return w.branch(dot, &n.BranchNode)
	case *parse.RangeNode:
		return w.loop(dot, n)
	case *parse.TemplateNode:
		inner, err := w.pipe(dot, n.Pipe)
		if err != nil {
			return err
		}
		return w.template(n.Name, inner)
	case *parse.BreakNode:
		return errBreak
	case *parse.ContinueNode:
		return errContinue
	}
	panic(fmt.Sprintf("merge: a node of type %T", node))
}

// branch walks an if or a with. Its condition has passed through fnTruth: what is false is nil.
func (w *walker) branch(dot any, n *parse.BranchNode) error {
	scope := len(w.variables)
	value, err := w.pipe(dot, n.Pipe)
	switch {
	case err != nil:
	case value == nil:
		err = w.list(dot, n.ElseList)
	case n.NodeType == parse.NodeWith:
		err = w.list(value, n.List)
	default:
		err = w.list(dot, n.List)
	}
	w.variables = w.variables[:scope]
	return err
}

// loop walks a range over what fnEach gave.
func (w *walker) loop(dot any, n *parse.RangeNode) error {
	scope := len(w.variables)
	over, err := w.pipe(dot, n.Pipe)
	if err != nil {
		return err
	}
	inside, empty := len(w.variables), true
	round := func(key, value any) bool {
		empty = false
		w.assignRound(n.Pipe, key, value)
		if err = w.list(value, n.List); err == errContinue {
			err = nil
		}
		w.variables = w.variables[:inside]
		return err == nil
	}
	switch over := over.(type) {
	case []any:
		for i, item := range over {
			if !round(i, item) {
				break
			}
		}
	case func(yield func(key, value any) bool):
		over(round)
	}
	if empty {
		err = w.list(dot, n.ElseList)
	} else if err == errBreak {
		err = nil
	}
	w.variables = w.variables[:scope]
	return err
}

// assignRound gives the variables of a range their values for one round: one variable takes the item, two
// take index and item.
func (w *walker) assignRound(p *parse.PipeNode, key, value any) {
	switch len(p.Decl) {
	case 1:
		w.set(p.Decl[0].Ident[0], value)
	case 2:
		w.set(p.Decl[0].Ident[0], key)
		w.set(p.Decl[1].Ident[0], value)
	}
}

// pipe gives the value of a pipeline, each command of which takes what the one before gave as its last
// argument, and keeps it in the variables that the pipeline declares or assigns.
func (w *walker) pipe(dot any, p *parse.PipeNode) (value any, err error) {
	if p == nil {
		return nil, nil
	}
	for i, cmd := range p.Cmds {
		if value, err = w.command(dot, cmd, value, i > 0); err != nil {
			return nil, err
		}
	}
	for _, v := range p.Decl {
		if p.IsAssign {
			w.set(v.Ident[0], value)
		} else {
			w.variables = append(w.variables, variable{v.Ident[0], value})
		}
	}
	return value, nil
}

// command gives the value of one command; last is its last argument where it is piped.
func (w *walker) command(dot any, cmd *parse.CommandNode, last any, piped bool) (any, error) {
	id, isCall := cmd.Args[0].(*parse.IdentifierNode)
	if !isCall {
		return w.operand(dot, cmd.Args[0])
	}
	if isShortCircuit(cmd) {
		return w.decide(dot, cmd.Args[1:], id.Ident == "or", last, piped)
	}
	site, rest := int(cmd.Args[1].(*parse.NumberNode).Int64), cmd.Args[2:]
	if id.Ident == fnCall {
		args := make([]any, len(rest), len(rest)+1)
		for i, arg := range rest {
			var err error
			if args[i], err = w.operand(dot, arg); err != nil {
				return nil, err
			}
		}
		if piped {
			args = append(args, last)
		}
		return w.run.call(site, args)
	}
	if len(rest) > 0 {
		var err error
		if last, err = w.operand(dot, rest[0]); err != nil {
			return nil, err
		}
	}
	return w.internal(id.Ident, site, last)
}

// internal calls an internal function other than fnCall.
func (w *walker) internal(name string, site int, value any) (any, error) {
	r := w.run
	switch name {
	case fnText:
		return nil, r.text(site)
	case fnPrint:
		return nil, r.print(site, value)
	case fnField:
		return r.follow(site, value)
	case fnTruth:
		return r.truth(site, value)
	case fnEach:
		return r.each(site, value)
	case fnStep:
		return nil, r.tick(site, 1)
	case fnEnter:
		return nil, r.enter(site)
	case fnLeave:
		r.depth--
		return nil, nil
	}
	panic("merge: no internal function " + name)
}

// decide gives the first argument that decides an and or an or, else the last. The arguments have passed
// through fnTruth.
func (w *walker) decide(dot any, args []parse.Node, or bool, last any, piped bool) (any, error) {
	for _, arg := range args {
		value, err := w.operand(dot, arg)
		if err != nil || (value != nil) == or {
			return value, err
		}
		if !piped {
			last = value
		}
	}
	return last, nil
}

// operand gives the value of one argument.
func (w *walker) operand(dot any, node parse.Node) (any, error) {
	switch n := node.(type) {
	case *parse.DotNode:
		return dot, nil
	case *parse.VariableNode:
		return w.variable(n.Ident[0]).value, nil
	case *parse.PipeNode:
		return w.pipe(dot, n)
	case *parse.StringNode:
		return n.Text, nil
	case *parse.NumberNode:
		return int(n.Int64), nil
	case *parse.BoolNode:
		return n.True, nil
	case *parse.NilNode:
		return nil, nil
	}
	panic(fmt.Sprintf("merge: an argument of type %T", node))
}

func (w *walker) set(name string, value any) { w.variable(name).value = value }

// variable finds the innermost variable of a name.
func (w *walker) variable(name string) *variable {
	for i := len(w.variables) - 1; i >= 0; i-- {
		if w.variables[i].name == name {
			return &w.variables[i]
		}
	}
	panic("merge: no variable " + name)
}
