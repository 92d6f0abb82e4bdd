package data

import "vanban/internal/diag"

// Merge lays over upon base: the keys of over win, one by one, each with its whole value. A document that
// names its signatory names him whole: laying his title upon another's authority would make a signature that
// nobody wrote. The order is that of base, what only over has after it; values keep their places in the
// files. Neither argument is changed; a nil one counts as empty.
//
// Both must be maps; where over is something else, it wins as it is.
func Merge(base, over *Node) *Node {
	switch {
	case over == nil:
		return base
	case base == nil || base.Kind != Map || over.Kind != Map:
		return over
	}
	out := &Node{Kind: Map, Pos: over.Pos, Fields: make([]Field, 0, len(base.Fields)+len(over.Fields)), Empty: over.Empty}
	if out.Pos == (diag.Pos{}) {
		out.Pos = base.Pos
	}
	seen := make(map[string]int, len(base.Fields))
	for _, f := range base.Fields {
		seen[f.Key] = len(out.Fields)
		out.Fields = append(out.Fields, f)
	}
	for _, f := range over.Fields {
		if i, both := seen[f.Key]; both {
			out.Fields[i] = f
		} else {
			out.Fields = append(out.Fields, f)
		}
	}
	return out
}
