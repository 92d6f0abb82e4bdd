package diff

// op is a step from one sequence to another.
type op int

const (
	keep   op = iota // stands in both
	remove           // stands in the old one alone
	insert           // stands in the new one alone
)

// edit is one step: a is the place in the old sequence, b that in the new one. For a removal b is where it would
// stand, and the other way round.
type edit struct {
	op   op
	a, b int
}

// maxSteps bounds the differences that are searched for at their least: time and memory grow with its square.
const maxSteps = 1200

// edits gives the steps from a to b in order, as few as can be. Where there are too many to be searched for, the
// sequences are parted at what stands in both once alone and the parts are compared; a part that cannot be parted
// so is given as removed and inserted whole, and exact is false.
func edits[T comparable](a, b []T) (steps []edit, exact bool) {
	d := differ[T]{a: a, b: b, exact: true}
	d.compare(0, len(a), 0, len(b))
	return d.steps, d.exact
}

type differ[T comparable] struct {
	a, b  []T
	steps []edit
	exact bool
}

// compare adds the steps from a[a1:a2] to b[b1:b2].
func (d *differ[T]) compare(a1, a2, b1, b2 int) {
	for a1 < a2 && b1 < b2 && d.a[a1] == d.b[b1] {
		d.steps = append(d.steps, edit{keep, a1, b1})
		a1, b1 = a1+1, b1+1
	}
	end := 0
	for a2-end > a1 && b2-end > b1 && d.a[a2-end-1] == d.b[b2-end-1] {
		end++
	}
	d.middle(a1, a2-end, b1, b2-end)
	for i := range end {
		d.steps = append(d.steps, edit{keep, a2 - end + i, b2 - end + i})
	}
}

// middle is compare for sequences that neither begin nor end alike.
func (d *differ[T]) middle(a1, a2, b1, b2 int) {
	if a1 == a2 || b1 == b2 {
		d.replace(a1, a2, b1, b2)
		return
	}
	if d.shortest(a1, a2, b1, b2) {
		return
	}
	anchors := d.anchors(a1, a2, b1, b2)
	if len(anchors) == 0 {
		d.exact = false
		d.replace(a1, a2, b1, b2)
		return
	}
	for _, at := range anchors {
		d.compare(a1, at.a, b1, at.b)
		d.steps = append(d.steps, at)
		a1, b1 = at.a+1, at.b+1
	}
	d.compare(a1, a2, b1, b2)
}

func (d *differ[T]) replace(a1, a2, b1, b2 int) {
	for i := a1; i < a2; i++ {
		d.steps = append(d.steps, edit{remove, i, b1})
	}
	for j := b1; j < b2; j++ {
		d.steps = append(d.steps, edit{insert, a2, j})
	}
}

// shortest is Myers' greedy search («An O(ND) Difference Algorithm», 1986), given up after maxSteps. For each
// number of differences it keeps how far each diagonal came, and walks back over those.
func (d *differ[T]) shortest(a1, a2, b1, b2 int) bool {
	n, m := a2-a1, b2-b1
	limit := min(n+m, maxSteps)
	reach := make([]int32, 2*limit+3)
	var trace [][]int32
	for steps := 0; steps <= limit; steps++ {
		for k := -steps; k <= steps; k += 2 {
			at := k + limit + 1
			var x int
			if k == -steps || k != steps && reach[at-1] < reach[at+1] {
				x = int(reach[at+1])
			} else {
				x = int(reach[at-1]) + 1
			}
			for x < n && x-k < m && x-k >= 0 && d.a[a1+x] == d.b[b1+x-k] {
				x++
			}
			reach[at] = int32(x)
			if x >= n && x-k >= m {
				d.walkBack(trace, steps, k, a1, b1, a2, b2)
				return true
			}
		}
		trace = append(trace, append([]int32(nil), reach[limit+1-steps:limit+2+steps]...))
	}
	return false
}

// walkBack finds the steps from the end to the beginning: trace[s] holds the diagonals from -s to s after s steps.
func (d *differ[T]) walkBack(trace [][]int32, steps, k, a1, b1, x, y int) {
	x, y = x-a1, y-b1
	var back []edit
	for s := steps; s > 0; s-- {
		last := trace[s-1]
		was := func(k int) int { // how far a diagonal came with one step less
			if k < -(s-1) || k > s-1 {
				return -1
			}
			return int(last[k+s-1])
		}
		down := k == -s || k != s && was(k-1) < was(k+1)
		from, kind := k-1, remove
		if down {
			from, kind = k+1, insert
		}
		fromX := was(from)
		fromY := fromX - from
		startX, startY := fromX+1, fromY
		if down {
			startX, startY = fromX, fromY+1
		}
		for x > startX && y > startY {
			x, y = x-1, y-1
			back = append(back, edit{keep, a1 + x, b1 + y})
		}
		back = append(back, edit{kind, a1 + fromX, b1 + fromY})
		x, y, k = fromX, fromY, from
	}
	for x > 0 && y > 0 {
		x, y = x-1, y-1
		back = append(back, edit{keep, a1 + x, b1 + y})
	}
	for i := len(back) - 1; i >= 0; i-- {
		d.steps = append(d.steps, back[i])
	}
}

// anchors gives what stands once in each part, in the longest run that is in order in both.
func (d *differ[T]) anchors(a1, a2, b1, b2 int) []edit {
	type count struct{ inA, inB, a, b int }
	seen := map[T]*count{}
	for i := a1; i < a2; i++ {
		c := seen[d.a[i]]
		if c == nil {
			c = &count{}
			seen[d.a[i]] = c
		}
		c.inA, c.a = c.inA+1, i
	}
	for j := b1; j < b2; j++ {
		if c := seen[d.b[j]]; c != nil {
			c.inB, c.b = c.inB+1, j
		}
	}
	var once []edit
	for i := a1; i < a2; i++ {
		if c := seen[d.a[i]]; c.inA == 1 && c.inB == 1 {
			once = append(once, edit{keep, c.a, c.b})
		}
	}
	return rising(once)
}

// rising gives the longest part of the edits, which are in the order of a, that is in the order of b too.
func rising(all []edit) []edit {
	var tails []int // of the best run of each length, the place of its last
	before := make([]int, len(all))
	for i, e := range all {
		low, high := 0, len(tails)
		for low < high {
			if mid := (low + high) / 2; all[tails[mid]].b < e.b {
				low = mid + 1
			} else {
				high = mid
			}
		}
		before[i] = -1
		if low > 0 {
			before[i] = tails[low-1]
		}
		if low == len(tails) {
			tails = append(tails, i)
		} else {
			tails[low] = i
		}
	}
	out := make([]edit, len(tails))
	if len(tails) == 0 {
		return nil
	}
	for i, at := len(tails)-1, tails[len(tails)-1]; i >= 0; i, at = i-1, before[at] {
		out[i] = all[at]
	}
	return out
}
