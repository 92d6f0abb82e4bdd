package diff

import "strings"

// looks compares how the words look that two paragraphs have in common, and of a paragraph that was reworded whole,
// how all of it looks. Each fact that changed is told once, with the words that it changed for.
func (c *comparer) looks(a, b *Node, pieces []Piece) {
	var changes []Change
	told := map[factChange]int{} // place in changes, from 1
	note := func(d factChange, text string) {
		if i := told[d]; i > 0 {
			changes[i-1].Where += text
			return
		}
		changes = append(changes, Change{Kind: Reshaped, Place: place(a, b), What: d.name, Old: d.old, New: d.new, Where: text})
		told[d] = len(changes)
	}
	common := 0
	walkA, walkB := walker{spans: a.Spans}, walker{spans: b.Spans}
	for _, p := range pieces {
		switch p.Op {
		case Removed:
			walkA.skip(len(p.Text))
		case Inserted:
			walkB.skip(len(p.Text))
		default:
			common += len(strings.TrimSpace(p.Text))
			for left := p.Text; left != ""; {
				n := min(len(left), walkA.room(), walkB.room())
				if n == 0 {
					break // the spans are not the text: nothing can be said of it
				}
				for _, d := range factChanges(walkA.facts(), walkB.facts()) {
					if visible(left[:n], d) {
						note(d, left[:n])
					}
				}
				walkA.skip(n)
				walkB.skip(n)
				left = left[n:]
			}
		}
	}
	if common == 0 { // nothing in common but perhaps the look of the whole
		for _, d := range factChanges(a.look(), b.look()) {
			note(d, b.Text)
		}
	}
	for _, change := range changes {
		if strings.TrimSpace(change.Where) == strings.TrimSpace(b.Text) {
			change.Where = ""
		}
		if !c.ignore.look(b) {
			c.add(change)
		}
	}
}

// visible tells whether a difference of looks can be seen on a text: of blanks only lines and backgrounds can, and
// their size, which sets how high a line is and how wide the blank.
func visible(text string, d factChange) bool {
	if strings.TrimSpace(text) != "" {
		return true
	}
	switch d.name {
	case factUnderline, factStrike, factHighlight, factShading, factSize:
		return true
	}
	return false
}

// look is that of a paragraph's first text.
func (n *Node) look() []Fact {
	for _, s := range n.Spans {
		if strings.TrimSpace(s.Text) != "" {
			return s.Facts
		}
	}
	if len(n.Spans) > 0 {
		return n.Spans[0].Facts
	}
	return nil
}

// walker goes over spans by bytes.
type walker struct {
	spans []Span
	used  int // of the first span
}

func (w *walker) room() int {
	for len(w.spans) > 0 && w.used == len(w.spans[0].Text) {
		w.spans, w.used = w.spans[1:], 0
	}
	if len(w.spans) == 0 {
		return 0
	}
	return len(w.spans[0].Text) - w.used
}

func (w *walker) facts() []Fact { return w.spans[0].Facts }

func (w *walker) skip(n int) {
	for n > 0 {
		room := w.room()
		if room == 0 {
			return
		}
		step := min(n, room)
		w.used += step
		n -= step
	}
}
