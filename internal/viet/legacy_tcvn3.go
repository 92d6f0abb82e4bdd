package viet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// tcvn3Table gives the letter of each code of TCVN 5712:1993 (VN3), 0 where there is none. Toned capitals have
// no codes: fonts with an H at the end of their names draw the small ones as capitals.
var tcvn3Table = func() (table [0x100]rune) {
	for _, run := range []struct {
		from    rune
		letters string
	}{
		{0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"},
		{0xB5, "àảãáạ"},
		{0xBB, "ằẳẵắ"},
		{0xC6, "ặầẩẫấậè"},
		{0xCE, "ẻẽéẹềểễếệìỉ"},
		{0xDC, "ĩíịò"},
		{0xE1, "ỏõóọồổỗốộờởỡớợù"},
		{0xF1, "ủũúụừửữứựỳỷỹýỵ"},
	} {
		code := run.from
		for _, letter := range run.letters {
			table[code] = letter
			code++
		}
	}
	return table
}()

// tcvn3Marks are the separate tone marks of TCVN 5712 (VN2), written after a capital that has no toned form.
var tcvn3Marks = map[rune]rune{'°': '\u0300', '±': '\u0309', '²': '\u0303', '³': '\u0301', '´': '\u0323'}

// decodeTCVN3 reads a text in TCVN3. Where the text was typed in capitals in a font without H, as «CéNG HßA»,
// the small letters among capitals are made capitals; a word of one capital («X·») goes with its line.
func decodeTCVN3(s string) string {
	s = NFC(s)
	var out strings.Builder
	out.Grow(len(s) + len(s)/4)
	for line := range strings.SplitAfterSeq(s, "\n") {
		letters, changed := tcvn3Letters(line)
		if !changed {
			out.WriteString(line)
			continue
		}
		raiseCapitals(letters)
		for _, l := range letters {
			out.WriteRune(l.r)
		}
	}
	return NFC(out.String())
}

// codedLetter is a letter with what is known of its case.
type codedLetter struct {
	r     rune
	coded bool // came from a code that stands for both cases
}

// tcvn3Letters decodes one line, and tells whether it held any code of TCVN3.
func tcvn3Letters(line string) (letters []codedLetter, changed bool) {
	letters = make([]codedLetter, 0, len(line))
	for _, r := range line {
		if r < 0x80 {
			letters = append(letters, codedLetter{r: r})
			continue
		}
		if r == 'μ' { // the Greek letter, which converters put for the sign
			r = 'µ'
		}
		if r < 0x100 && tcvn3Table[r] != 0 {
			letter := tcvn3Table[r]
			letters, changed = append(letters, codedLetter{letter, unicode.IsLower(letter)}), true
			continue
		}
		if mark, ok := tcvn3Marks[r]; ok && len(letters) > 0 {
			if toned, ok := tonedCapital(letters[len(letters)-1].r, mark); ok {
				letters[len(letters)-1].r, changed = toned, true
				continue
			}
		}
		letters = append(letters, codedLetter{r: r})
	}
	return letters, changed
}

// tonedCapital puts a tone on a capital vowel that has none.
func tonedCapital(r, mark rune) (rune, bool) {
	if !strings.ContainsRune("AEIOUYĂÂÊÔƠƯ", r) {
		return 0, false
	}
	toned := []rune(norm.NFC.String(string([]rune{r, mark})))
	return toned[0], len(toned) == 1
}

// wordCase is how a word is written.
type wordCase int

const (
	anyCase   wordCase = iota // abbreviations and words without letters: they say nothing of others
	openCase                  // one capital and letters of both cases: «X·» is «Xã» or «XÃ»
	smallCase                 // has a small letter
	largeCase                 // a syllable in capitals
)

// codedWord is a word of a line.
type codedWord struct {
	letters []codedLetter
	is      wordCase
}

// raiseCapitals makes letters capitals that stand in words of capitals.
func raiseCapitals(line []codedLetter) {
	var words []codedWord
	for i := 0; i < len(line); {
		start := i
		for i < len(line) && (isAlpha(line[i].r) || line[i].r >= 0x80 && isLetterOrMark(line[i].r)) {
			i++
		}
		if i > start {
			words = append(words, codedWord{line[start:i], caseOf(line[start:i])})
		} else {
			i++
		}
	}
	next := make([]wordCase, len(words)+1) // the case of the nearest word after that tells any
	for i := len(words) - 1; i >= 0; i-- {
		next[i] = next[i+1]
		if words[i].is == smallCase || words[i].is == largeCase {
			next[i] = words[i].is
		}
	}
	before := anyCase
	for i, w := range words {
		switch w.is {
		case largeCase:
			raise(w.letters)
			before = w.is
		case smallCase:
			before = w.is
		case openCase:
			if before != smallCase && next[i+1] != smallCase && before+next[i+1] != anyCase {
				raise(w.letters)
			}
		}
	}
}

func isAlpha(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

func raise(letters []codedLetter) {
	for i, l := range letters {
		if l.coded {
			letters[i].r = unicode.ToUpper(l.r)
		}
	}
}

func caseOf(word []codedLetter) wordCase {
	capitals, coded, within := 0, 0, false
	for i, l := range word {
		switch {
		case l.coded:
			coded++
		case unicode.IsUpper(l.r):
			capitals++
			within = within || i > 0
		default:
			return smallCase
		}
	}
	switch {
	case coded > 0 && (capitals > 1 || within):
		return largeCase
	case coded > 0:
		return openCase
	case capitals > 1 && IsSyllable(spelling(word)):
		return largeCase
	}
	return anyCase
}

func spelling(word []codedLetter) string {
	runes := make([]rune, len(word))
	for i, l := range word {
		runes[i] = l.r
	}
	return string(runes)
}
