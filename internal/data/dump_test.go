package data

import (
	"fmt"
	"strings"

	"vanban/internal/diag"
)

// place writes a position as the tests show it: line:col+length, or sheet!cell.
func place(p diag.Pos) string {
	if p.Sheet != "" {
		return p.Sheet + "!" + p.Cell
	}
	return fmt.Sprintf("%d:%d+%d", p.Line, p.Col, p.Len)
}

// dump writes a tree, one value a line, with the places of keys and values.
func dump(n *Node) string {
	var b strings.Builder
	dumpTo(&b, n, "", true)
	return b.String()
}

// outline writes a tree without places or looks: what must be equal whichever file it came from.
func outline(n *Node) string {
	var b strings.Builder
	dumpTo(&b, n, "", false)
	return b.String()
}

func dumpTo(b *strings.Builder, n *Node, indent string, places bool) {
	at := func(p diag.Pos) string {
		if !places {
			return ""
		}
		return "@" + place(p)
	}
	switch {
	case n == nil:
		b.WriteString("nothing\n")
	case n.Kind == Null:
		fmt.Fprintf(b, "null%s\n", at(n.Pos))
	case n.Kind == Text:
		tag := ""
		if places {
			tag = [...]string{"", " int", " num", " bool", " any"}[n.Tag]
		}
		fmt.Fprintf(b, "%q%s%s", n.Text, at(n.Pos), tag)
		for _, l := range n.Lines {
			if places {
				fmt.Fprintf(b, " /%s", place(l))
			}
		}
		b.WriteString("\n")
	case n.Kind == List:
		fmt.Fprintf(b, "list%s\n", at(n.Pos))
		for _, item := range n.Items {
			b.WriteString(indent + "- ")
			dumpTo(b, item, indent+"  ", places)
		}
	case n.Kind == Map:
		fmt.Fprintf(b, "map%s\n", at(n.Pos))
		for _, f := range n.Fields {
			fmt.Fprintf(b, "%s%s%s = ", indent, f.Key, at(f.KeyPos))
			dumpTo(b, f.Value, indent+"  ", places)
		}
	}
}

// findings writes findings one a line, notes and hints left out.
func findings(l diag.List) string {
	var b strings.Builder
	for _, d := range l {
		fmt.Fprintf(&b, "%s %s: %s [%s]\n", place(d.Pos), d.Severity, d.Message, d.ID)
	}
	return b.String()
}
