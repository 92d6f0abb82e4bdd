package viet

// Nearest gives the word of among that word was probably meant to be, and false when none is near enough
// to be a slip of the keyboard. Both sides are compared as [Fold] leaves them; of several equally near,
// the first in among wins.
//
// A slip is a letter left out, added, changed, or swapped with its neighbour. One slip is allowed in a
// word of up to 4 letters, two up to 8, three beyond, and always fewer than the word has letters.
func Nearest(word string, among []string) (string, bool) {
	w := []rune(Fold(word))
	if len(w) == 0 {
		return "", false
	}
	limit := slipsAllowed(len(w))
	best, found := "", false
	for _, candidate := range among {
		n, ok := slips(w, []rune(Fold(candidate)), limit)
		if !ok {
			continue
		}
		best, found = candidate, true
		if n == 0 {
			break
		}
		limit = n - 1 // only something nearer replaces it
	}
	return best, found
}

func slipsAllowed(letters int) int {
	allowed := 3
	switch {
	case letters < 5:
		allowed = 1
	case letters < 9:
		allowed = 2
	}
	return min(allowed, letters-1)
}

// slips counts the slips between a and b, and gives false when there are more than limit. It fills only
// the band of the table within limit of the diagonal, so that two long texts cost no more than their
// length.
func slips(a, b []rune, limit int) (int, bool) {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return 0, false
	}
	far := limit + 1
	before, prev, cur := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = min(j, far)
	}
	for i := 1; i <= len(a); i++ {
		lo, hi := max(1, i-limit), min(len(b), i+limit)
		cur[lo-1] = far
		if lo == 1 {
			cur[0] = min(i, far)
		}
		for j := lo; j <= hi; j++ {
			d := min(prev[j], cur[j-1]) + 1
			if a[i-1] == b[j-1] {
				d = min(d, prev[j-1])
			} else {
				d = min(d, prev[j-1]+1)
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			cur[j] = min(d, far)
		}
		if hi < len(b) {
			cur[hi+1] = far
		}
		before, prev, cur = prev, cur, before
	}
	n := prev[len(b)]
	return n, n <= limit
}
