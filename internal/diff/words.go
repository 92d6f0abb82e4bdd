package diff

import (
	"strings"
	"unicode"
)

// Piece is a run of words that both texts have, or that one of them has.
type Piece struct {
	Op   Op
	Text string
}

// Op tells where a piece stands.
type Op int

// The operations.
const (
	Kept Op = iota
	Removed
	Inserted
)

// compareWords compares two texts word by word. Blanks and marks count: a comma that moved is a difference. exact is
// false where so much differs that the pieces are larger than they could be.
func compareWords(before, after string) (pieces []Piece, exact bool) {
	a, b := tokens(before), tokens(after)
	steps, exact := edits(a, b)
	var out []Piece
	add := func(o Op, text string) {
		if n := len(out); n > 0 && out[n-1].Op == o {
			out[n-1].Text += text
		} else {
			out = append(out, Piece{o, text})
		}
	}
	// Within a run of changes, what was removed stands first.
	removed, inserted := "", ""
	flush := func() {
		if removed != "" {
			add(Removed, removed)
		}
		if inserted != "" {
			add(Inserted, inserted)
		}
		removed, inserted = "", ""
	}
	for i, s := range steps {
		switch s.op {
		case remove:
			removed += a[s.a]
		case insert:
			inserted += b[s.b]
		default:
			lone := a[s.a] == " " && removed != "" && inserted != "" && i+1 < len(steps) && steps[i+1].op != keep
			if lone { // a blank between two changed words belongs to the change
				removed += " "
				inserted += " "
				continue
			}
			flush()
			add(Kept, a[s.a])
		}
	}
	flush()
	return out, exact
}

// tokens parts a text into words, blanks and marks, so that they joined are the text.
func tokens(text string) []string {
	var out []string
	start, last := 0, -1
	for i, r := range text {
		kind := 2
		switch {
		case r == ' ':
			kind = 0
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			kind = 1
		}
		if i > 0 && (kind != last || kind != 1) {
			out = append(out, text[start:i])
			start = i
		}
		last = kind
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}

// similarity tells how much of the words of two texts is common, from 0 to 1.
func similarity(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	count := map[string]int{}
	for _, w := range a {
		count[w]++
	}
	common := 0
	for _, w := range b {
		if count[w] > 0 {
			count[w]--
			common++
		}
	}
	return float64(2*common) / float64(len(a)+len(b))
}

// wordsOf are the words of a text without blanks and marks.
func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}
