package viet

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Compare orders two texts as a Vietnamese dictionary does: syllable by syllable, the letters of a
// syllable first (a ă â b c d đ e ê … y), then its tone (ngang, huyền, hỏi, ngã, sắc, nặng), so that «ba
// mẹ» comes before «bà ba». Figures are compared as numbers: «Tổ 2» before «Tổ 10». Small letters come
// before capitals where nothing else differs. It is 0 only for texts that are equal in NFC.
//
// The collator of golang.org/x/text gives the same order within a syllable (a test compares them), but it
// compares whole texts at once, letters before all tones, and cannot be shared between goroutines.
func Compare(a, b string) int {
	a, b = NFC(a), NFC(b)
	if a == b {
		return 0
	}
	at, bt := tokens(a), tokens(b)
	return cmp.Or(
		slices.CompareFunc(at, bt, compareTokens),
		slices.CompareFunc(at, bt, func(x, y token) int { return slices.Compare(x.capitals, y.capitals) }),
		cmp.Compare(a, b),
	)
}

// CompareNames orders names of persons as Vietnamese lists do: by given name (tên, the last word), then
// family name (họ, the first), then what lies between (tên đệm).
func CompareNames(a, b string) int {
	ag, af, am := splitName(a)
	bg, bf, bm := splitName(b)
	return cmp.Or(Compare(ag, bg), Compare(af, bf), Compare(am, bm), Compare(a, b))
}

func splitName(name string) (given, family, middle string) {
	words := strings.Fields(name)
	switch len(words) {
	case 0:
		return "", "", ""
	case 1:
		return words[0], "", ""
	}
	last := len(words) - 1
	return words[last], words[0], strings.Join(words[1:last], " ")
}

// token is a unit of comparison: a punctuation mark, a number or a syllable, in that order.
type token struct {
	kind     tokenKind
	letters  []int  // places in the alphabet, for a syllable; the character, for a mark
	tone     int    // for a syllable
	digits   string // without leading zeros, for a number
	capitals []int  // 1 for each letter that is a capital
}

type tokenKind int

const (
	markToken tokenKind = iota
	numberToken
	syllableToken
)

func compareTokens(a, b token) int {
	return cmp.Or(
		cmp.Compare(a.kind, b.kind),
		cmp.Compare(len(a.digits), len(b.digits)),
		cmp.Compare(a.digits, b.digits),
		slices.Compare(a.letters, b.letters),
		cmp.Compare(a.tone, b.tone),
	)
}

// tokens splits an NFC text; spaces only separate.
func tokens(s string) []token {
	var out []token
	text := []rune(s)
	for i := 0; i < len(text); {
		r := text[i]
		end := i + 1
		switch {
		case unicode.IsSpace(r):
		case isDigit(r):
			for end < len(text) && isDigit(text[end]) {
				end++
			}
			out = append(out, token{kind: numberToken, digits: strings.TrimLeft(string(text[i:end]), "0")})
		case unicode.IsLetter(r):
			for end < len(text) && isLetterOrMark(text[end]) {
				end++
			}
			out = append(out, syllable(text[i:end]))
		default:
			out = append(out, token{kind: markToken, letters: []int{int(r)}})
		}
		i = end
	}
	return out
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLetterOrMark(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.M, r) }

// toneMarks are the combining marks of the tones in dictionary order; ngang has none.
var toneMarks = map[rune]int{'\u0300': 1, '\u0309': 2, '\u0303': 3, '\u0301': 4, '\u0323': 5}

// alphabet gives each letter its place. f, j, w and z stand where Latin order puts them.
var alphabet = func() map[rune]int {
	places := map[rune]int{}
	for i, r := range []rune("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz") {
		places[r] = i
	}
	return places
}()

// syllable weighs letters without their tone. Foreign accents do not weigh; letters of other alphabets come
// after z.
func syllable(word []rune) token {
	t := token{kind: syllableToken}
	var bare strings.Builder
	for _, r := range norm.NFD.String(string(word)) {
		if tone, ok := toneMarks[r]; ok {
			t.tone = tone
			continue
		}
		bare.WriteRune(r)
	}
	for _, r := range NFC(bare.String()) {
		capital := 0
		if unicode.IsUpper(r) {
			capital = 1
		}
		t.capitals = append(t.capitals, capital)
		r = unicode.ToLower(r)
		place, ok := alphabet[r]
		if !ok {
			place, ok = alphabet[BaseLetter(r)]
		}
		if !ok {
			place = len(alphabet) + int(r)
		}
		t.letters = append(t.letters, place)
	}
	return t
}
