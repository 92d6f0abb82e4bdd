// Package diff tells what differs between two documents, by component (thành phần thể thức), in words and measures:
// «Điều 3, khoản 2: chữ: «bảy» thành «mười»», «trang giấy: lề trái: 30 mm → 25 mm».
//
// A document is a tree of [Node]: its properties, sections, headers and footers, then the blocks of its body, down
// to rows, cells and paragraphs. [OfWord] makes it of a Word file as it takes effect, [OfPages] of the pages that
// vanban drew in a PDF. So what a file looks like counts, not how it says it: ids, revision marks, run splits, the
// order of a zip and who saved it last are no difference.
//
// Start from [Compare]. Changes stand in the order of the document. [Result.Text], [Result.JSON], [Result.HTML] and
// [Result.Findings] tell them.
//
// What holds: a document compared with itself has no change, and whatever differs between two trees is in a change, but
// for lengths that differ by less than a twentieth of a millimetre: programs round by so much when they save a file.
// Time and memory are bounded whatever the inputs are ([Result.Coarse] says where that cost something): searching for
// the fewest changes is given up after some, and what is left is parted at the lines that both have once.
//
// Known gaps: a passage that moved is told as removed and added. Of a PDF, what stands in the middle of a line or of a
// page is compared by where it begins only where the words are the same, and drawn lines by their place across. The
// bytes of a picture are compared, not what it shows. Languages that words are marked with for spelling are not
// compared.
package diff

// Kind is what changed.
type Kind int

// The kinds of change.
const (
	Added     Kind = iota // stands in the new document alone
	Gone                  // stands in the old document alone
	Reworded              // other words
	Reshaped              // another look: a measure, a face, an alignment
	Described             // another property of the document
)

// Change is one difference.
type Change struct {
	Kind  Kind
	Place string  // the component: «Điều 3, khoản 2», «nơi nhận»
	What  string  // of Reshaped and Described: «cỡ chữ», «lề trái»; of the others what was added or removed: «đoạn», «hàng»
	Where string  // of Reshaped: the words that it is about, where it is not the whole
	Old   string  // the words or the value before; empty where there were none
	New   string  // the same after
	Words []Piece // of Reworded: both, word by word
}

// Pair is a paragraph, or a picture of structure, as both documents have it; nil in the one that lacks it. Pairs
// stand in the order of the documents, for a view side by side.
type Pair struct {
	Old, New *Node
	Changes  []int // indices of Result.Changes
}

// Result is what Compare found.
type Result struct {
	OldName, NewName string
	Changes          []Change
	Pairs            []Pair
	Coarse           bool // so much differs that some changes are told in larger pieces than they are
}

// Equal tells that nothing differs.
func (r *Result) Equal() bool { return len(r.Changes) == 0 }

// Compare compares two documents, given by their roots.
func Compare(before, after *Node, ignore Ignore) *Result {
	c := &comparer{ignore: ignore, out: &Result{}}
	c.node(before, after)
	return c.out
}

// comparer is one run of Compare.
type comparer struct {
	ignore  Ignore
	out     *Result
	weighed int // words that were weighed against each other
}

func (c *comparer) add(change Change) {
	c.out.Changes = append(c.out.Changes, change)
}

// node compares two nodes that stand for each other.
func (c *comparer) node(a, b *Node) {
	from := len(c.out.Changes)
	c.facts(a, b)
	if a.Kind == Paragraph {
		c.words(a, b)
	}
	if a.Kind == Paragraph || len(c.out.Changes) > from {
		c.pair(a, b, from)
	}
	for _, m := range c.match(a.Kids, b.Kids) {
		switch {
		case m.b == nil:
			c.alone(m.a, Gone)
		case m.a == nil:
			c.alone(m.b, Added)
		default:
			c.node(m.a, m.b)
		}
	}
}

// pair notes what stands side by side, with the changes since from.
func (c *comparer) pair(a, b *Node, from int) {
	p := Pair{Old: a, New: b}
	for i := from; i < len(c.out.Changes); i++ {
		p.Changes = append(p.Changes, i)
	}
	c.out.Pairs = append(c.out.Pairs, p)
}

// facts compares what two nodes say of themselves.
func (c *comparer) facts(a, b *Node) {
	kind := Reshaped
	if a.Kind == Properties {
		kind = Described
	}
	for _, d := range factChanges(a.Facts, b.Facts) {
		if !follows(d, a, b) && !c.ignore.fact(b, d.name) {
			c.add(Change{Kind: kind, Place: place(a, b), What: d.name, Old: d.old, New: d.new})
		}
	}
}

// follows tells a fact of placed lines that differs because something else does: a page that breaks elsewhere, other
// words in the middle of a line.
func follows(d factChange, a, b *Node) bool {
	switch d.name {
	case factPitch, factGap:
		return d.old == "" || d.new == ""
	case factStart:
		return a.Text != b.Text
	}
	return false
}

// alone tells of a node that only one document has, and of nothing in it that a person would not see.
func (c *comparer) alone(n *Node, kind Kind) {
	from := len(c.out.Changes)
	change := Change{Kind: kind, Place: n.Place, What: n.Kind.String()}
	if kind == Added {
		change.New = n.Text
	} else {
		change.Old = n.Text
	}
	if !c.ignore.whole(n) {
		c.add(change)
	}
	if kind == Added {
		c.pair(nil, n, from)
	} else {
		c.pair(n, nil, from)
	}
}

// words compares the text of two paragraphs and the looks of what they have in common.
func (c *comparer) words(a, b *Node) {
	if a.Text == b.Text {
		c.looks(a, b, []Piece{{Kept, a.Text}})
		return
	}
	pieces, exact := compareWords(a.Text, b.Text)
	c.out.Coarse = c.out.Coarse || !exact
	if !c.ignore.text(a, b) {
		c.add(Change{Kind: Reworded, Place: place(a, b), What: b.Kind.String(), Old: a.Text, New: b.Text, Words: pieces})
	}
	c.looks(a, b, pieces)
}

// place names two paragraphs that stand for each other. Where they are told for other components, the new one was
// hardly known by its new words.
func place(a, b *Node) string {
	if a.Zone != b.Zone {
		return a.Place
	}
	return b.Place
}
