package diff

// match is a node of each document that stand for each other; nil where one stands alone.
type match struct{ a, b *Node }

// key is what two nodes have in common that are the same at first sight.
type key struct {
	kind NodeKind
	text string
}

// match finds which nodes of two lists stand for each other, in order: first those with the same text, then, between
// those, the ones that are most alike. Sections, headers and cells stand for each other by their places.
func (c *comparer) match(a, b []*Node) []match {
	keys := func(nodes []*Node) []key {
		out := make([]key, len(nodes))
		for i, n := range nodes {
			out[i] = key{n.Kind, n.Text}
			switch n.Kind {
			case Properties, Section:
				out[i].text = ""
			case Header:
				out[i].text = n.Place
			}
		}
		return out
	}
	if onlyCells(a) && onlyCells(b) && len(a) == len(b) {
		var out []match
		for i := range a {
			out = append(out, match{a[i], b[i]})
		}
		return out
	}
	steps, exact := edits(keys(a), keys(b))
	c.out.Coarse = c.out.Coarse || !exact
	var out []match
	var removed, inserted []*Node
	flush := func() {
		out = append(out, c.similar(removed, inserted)...)
		removed, inserted = nil, nil
	}
	for _, s := range steps {
		switch s.op {
		case remove:
			removed = append(removed, a[s.a])
		case insert:
			inserted = append(inserted, b[s.b])
		default:
			flush()
			out = append(out, match{a[s.a], b[s.b]})
		}
	}
	flush()
	return out
}

func onlyCells(nodes []*Node) bool {
	for _, n := range nodes {
		if n.Kind != Cell {
			return false
		}
	}
	return true
}

// maxGrid bounds how many pairs of nodes are weighed against each other.
const maxGrid = 40_000

// similar pairs two runs of nodes that have no text in common, keeping their order, so that what is paired is as
// alike as can be. Runs too long for that are paired from their beginning.
func (c *comparer) similar(a, b []*Node) []match {
	if len(a) == 0 || len(b) == 0 || len(a) == 1 && len(b) == 1 { // what stands alone between the same neighbours was reworded
		return c.byOrder(a, b)
	}
	if len(a)*len(b) > maxGrid {
		c.out.Coarse = true
		return c.byOrder(a, b)
	}
	words := func(nodes []*Node) [][]string {
		out := make([][]string, len(nodes))
		for i, n := range nodes {
			out[i] = wordsOf(n.Text)
			if len(out[i]) > maxWeighed {
				out[i] = out[i][:maxWeighed]
			}
		}
		return out
	}
	wordsA, wordsB := words(a), words(b)
	for _, w := range wordsA {
		c.weighed += len(w) * len(b)
	}
	for _, w := range wordsB {
		c.weighed += len(w) * len(a)
	}
	if c.weighed > maxWork {
		c.out.Coarse = true
		return c.byOrder(a, b)
	}
	wide := len(b) + 1
	best := make([]float64, (len(a)+1)*wide)
	weight := make([]float64, len(a)*len(b))
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			w := alike(a[i], b[j], wordsA[i], wordsB[j])
			weight[i*len(b)+j] = w
			at := i*wide + j
			best[at] = max(best[at+wide], best[at+1])
			if w > 0 {
				best[at] = max(best[at], w+best[at+wide+1])
			}
		}
	}
	var out []match
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		w, at := weight[i*len(b)+j], i*wide+j
		switch {
		case w > 0 && best[at] == w+best[at+wide+1]:
			out = append(out, match{a[i], b[j]})
			i, j = i+1, j+1
		case best[at] == best[at+wide]:
			out = append(out, match{a[i], nil})
			i++
		default:
			out = append(out, match{nil, b[j]})
			j++
		}
	}
	return append(out, alone(a[i:], b[j:])...)
}

// maxWork bounds how many words are weighed in one comparison: some seconds' work.
const maxWork = 50_000_000

// maxWeighed is how many words of a node are weighed.
const maxWeighed = 400

// alike weighs how well two nodes stand for each other; 0 where they cannot.
func alike(a, b *Node, wordsA, wordsB []string) float64 {
	if a.Kind != b.Kind {
		return 0
	}
	w := similarity(wordsA, wordsB)
	if a.Place == b.Place {
		w += 0.35
	}
	if a.Kind == Paragraph && a.Zone != b.Zone {
		w -= 0.2
	}
	if w < 0.34 {
		return 0
	}
	return w
}

// byOrder pairs nodes of one kind from the beginning of both runs.
func (c *comparer) byOrder(a, b []*Node) []match {
	var out []match
	for len(a) > 0 && len(b) > 0 && a[0].Kind == b[0].Kind {
		out = append(out, match{a[0], b[0]})
		a, b = a[1:], b[1:]
	}
	return append(out, alone(a, b)...)
}

func alone(a, b []*Node) []match {
	var out []match
	for _, n := range a {
		out = append(out, match{n, nil})
	}
	for _, n := range b {
		out = append(out, match{nil, n})
	}
	return out
}
