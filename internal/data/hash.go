package data

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"slices"
	"strings"
)

// Sum is the hash of a tree or of what a document is made from.
type Sum [sha256.Size]byte

// Hash gives the hash of what a tree says. Where values stand, in what order keys are written and whether a
// figure stood in quotes do not matter: the same document as YAML, JSON or a workbook has the same hash. A
// key with nothing behind it counts as left out.
func Hash(n *Node) Sum {
	h := hasher{Hash: sha256.New()}
	h.node(n)
	return Sum(h.Sum(nil))
}

// hasher writes a tree so that no two trees are written alike: each value behind its kind and its length.
type hasher struct {
	hash.Hash
	buf []byte
}

func (h *hasher) node(n *Node) {
	if n == nil {
		n = &Node{}
	}
	switch n.Kind {
	case Text:
		h.text('t', n.Text)
	case List:
		h.count('l', len(n.Items))
		for _, item := range n.Items {
			h.node(item)
		}
	case Map:
		fields := slices.DeleteFunc(slices.Clone(n.Fields), func(f Field) bool { return f.Value == nil || f.Value.Kind == Null })
		slices.SortFunc(fields, func(a, b Field) int { return strings.Compare(a.Key, b.Key) })
		h.count('m', len(fields))
		for _, f := range fields {
			h.text('k', f.Key)
			h.node(f.Value)
		}
	default:
		h.count('n', 0)
	}
}

func (h *hasher) count(kind byte, n int) {
	h.buf = binary.AppendUvarint(append(h.buf[:0], kind), uint64(n))
	h.Write(h.buf)
}

func (h *hasher) text(kind byte, text string) {
	h.count(kind, len(text))
	h.buf = append(h.buf[:0], text...)
	h.Write(h.buf)
}
