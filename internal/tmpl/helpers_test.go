package tmpl_test

import (
	"strings"
	"text/template/parse"

	"vanban/internal/tmpl"
)

// texts gives the texts of a tree in order, without what vanishes; texts that vanish whole are left out.
func texts(node parse.Node) []string {
	var out []string
	switch n := node.(type) {
	case *parse.ListNode:
		if n == nil {
			return nil
		}
		for _, child := range n.Nodes {
			out = append(out, texts(child)...)
		}
	case *parse.TextNode:
		if s := strings.ReplaceAll(string(n.Text), string(tmpl.Vanished), ""); s != "" {
			out = append(out, s)
		}
	case *parse.IfNode:
		out = append(texts(n.List), texts(n.ElseList)...)
	case *parse.WithNode:
		out = append(texts(n.List), texts(n.ElseList)...)
	case *parse.RangeNode:
		out = append(texts(n.List), texts(n.ElseList)...)
	}
	return out
}
