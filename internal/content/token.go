package content

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vanban/internal/viet"
)

// token is a word, a number or a mark.
type token struct {
	text       string
	key        string // small letters, the tone where the old school puts it: for comparing
	kind       tokenKind
	start, end int  // bytes of the passage
	gap        bool // a blank stands before it
}

type tokenKind int

const (
	mark tokenKind = iota
	word
	figure
)

// tokenize cuts a text. A word is a run of letters and what digits follow them («H5N1», «KH&CN»); a figure a
// run of digits alone.
func tokenize(s string) []token {
	out := make([]token, 0, len(s)/5+1)
	gap := false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) {
			gap = true
			i += size
			continue
		}
		t := token{start: i, end: i + size, gap: gap}
		gap = false
		switch {
		case r >= '0' && r <= '9':
			t.kind = figure
			for t.end < len(s) && s[t.end] >= '0' && s[t.end] <= '9' {
				t.end++
			}
		case isLetter(r):
			t.kind = word
			for t.end < len(s) {
				r, size = utf8.DecodeRuneInString(s[t.end:])
				if !isLetter(r) && !(r >= '0' && r <= '9') && !(r == '&' && t.end+1 < len(s) && isLetterAt(s, t.end+1)) {
					break
				}
				t.end += size
			}
		}
		t.text = s[t.start:t.end]
		t.key = key(t.text)
		out = append(out, t)
		i = t.end
	}
	return out
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) }

func isLetterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

// key gives a word in small letters, with the tone of a final oa, oe or uy where the old school puts it.
func key(s string) string {
	s = viet.Lower(s)
	last, size := utf8.DecodeLastRuneInString(s)
	if last < utf8.RuneSelf || len(s) <= size {
		return s
	}
	onset := s[:len(s)-size-1]
	first := s[len(onset)]
	if first != 'o' && first != 'u' || strings.HasSuffix(onset, "q") {
		return s
	}
	for i, pair := range tonedPairs(first) {
		if i%2 == 0 && strings.HasSuffix(s, pair) {
			return onset + tonedPairs(first)[i+1]
		}
	}
	return s
}

// tonedPairs are the endings that the schools write differently, new and old, by their first letter.
func tonedPairs(first byte) []string {
	if first == 'u' {
		return []string{"uỳ", "ùy", "uý", "úy", "uỷ", "ủy", "uỹ", "ũy", "uỵ", "ụy"}
	}
	return []string{"oà", "òa", "oá", "óa", "oả", "ỏa", "oã", "õa", "oạ", "ọa", "oè", "òe", "oé", "óe", "oẻ", "ỏe", "oẽ", "õe", "oẹ", "ọe"}
}

// keys gives the keys of a phrase's words.
func keys(phrase string) []string {
	var out []string
	for _, t := range tokenize(phrase) {
		out = append(out, t.key)
	}
	return out
}

// shape is how the letters of a word stand.
type shape int

const (
	small   shape = iota // thành
	capital              // Thành
	allCaps              // THÀNH, UBND
	otherwise
)

func shapeOf(s string) shape {
	first, size := utf8.DecodeRuneInString(s)
	rest := s[size:]
	switch {
	case unicode.IsLower(first) && rest == viet.Lower(rest):
		return small
	case unicode.IsUpper(first) && rest == viet.Lower(rest):
		return capital
	case s == viet.Upper(s):
		return allCaps
	}
	return otherwise
}

// inside tells whether the token at i stands in the middle of a sentence for sure: a word, a figure or a comma
// stands before it.
func inside(tokens []token, i int) bool {
	return i > 0 && i < len(tokens) && (tokens[i-1].kind != mark || tokens[i-1].text == ",")
}

// at gives the key of the token at i, empty beyond the ends.
func at(tokens []token, i int) string {
	if i < 0 || i >= len(tokens) {
		return ""
	}
	return tokens[i].key
}

// matches tells whether the phrase of keys stands at i.
func matches(tokens []token, i int, phrase []string) bool {
	if i < 0 || len(phrase) == 0 || i+len(phrase) > len(tokens) {
		return false
	}
	for j, k := range phrase {
		if tokens[i+j].key != k {
			return false
		}
	}
	return true
}

// words gives the words of tokens, a blank between two.
func words(tokens []token) string {
	var list []string
	for _, t := range tokens {
		list = append(list, t.text)
	}
	return strings.Join(list, " ")
}

// beginning gives the first words of a text, for a message.
func beginning(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	s = strings.ToValidUTF8(s[:most], "")
	if i := strings.LastIndexByte(s, ' '); i > 0 {
		s = s[:i]
	}
	return s + " …"
}

// window cuts a text to some hundred bytes on either side of a place.
func window(s string, start, end int) (cut string, from, to int) {
	const width = 300
	left, right := max(0, start-width), min(len(s), end+width)
	return s[left:right], start - left, end - left
}

// around gives a piece of the passage with a few words on either side, for a message.
func around(s string, start, end int) string {
	const before, after = 24, 30
	from, to := start, end
	for n := 0; from > 0 && n < before; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:from])
		from -= size
	}
	for n := 0; to < len(s) && n < after; n++ {
		_, size := utf8.DecodeRuneInString(s[to:])
		to += size
	}
	if i := strings.IndexFunc(s[from:start], unicode.IsSpace); from > 0 && i >= 0 {
		from += i
	}
	if i := strings.LastIndexFunc(s[end:to], unicode.IsSpace); to < len(s) && i >= 0 {
		to = end + i
	}
	out := strings.Join(strings.Fields(s[from:to]), " ")
	if from > 0 {
		out = "… " + out
	}
	if to < len(s) {
		out += " …"
	}
	return out
}
