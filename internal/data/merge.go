package data

import "vanban/internal/diag"

// Merge lays over upon base: the keys of over win, one by one. Where both have a map under a key, the two are
// laid upon each other in the same way, but no deeper: a document of a dossier that changes the signatory
// states the signatory whole. The order is that of base, what only over has after it; values keep their
// places in the files. Neither argument is changed; a nil one counts as empty.
//
// Both must be maps; where over is something else, it wins as it is.
func Merge(base, over *Node) *Node {
	return merge(base, over, true)
}

func merge(base, over *Node, deeper bool) *Node {
	switch {
	case over == nil:
		return base
	case base == nil || base.Kind != Map || over.Kind != Map:
		return over
	}
	out := &Node{Kind: Map, Pos: over.Pos, Fields: make([]Field, 0, len(base.Fields)+len(over.Fields))}
	if out.Pos == (diag.Pos{}) {
		out.Pos = base.Pos
	}
	seen := make(map[string]int, len(base.Fields))
	for _, f := range base.Fields {
		seen[f.Key] = len(out.Fields)
		out.Fields = append(out.Fields, f)
	}
	for _, f := range over.Fields {
		i, both := seen[f.Key]
		if !both {
			out.Fields = append(out.Fields, f)
			continue
		}
		if deeper {
			f.Value = merge(out.Fields[i].Value, f.Value, false)
		}
		out.Fields[i] = f
	}
	return out
}
