package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Guess is what encoding a text seems to be in, and how sure that is.
type Guess struct {
	Encoding   Encoding // UTF8, TCVN3 or VNI
	Combining  bool     // there are separate marks (NFD), which [Compose] puts together
	Words      int      // words that speak for or against an encoding
	Syllables  int      // of these, how many are Vietnamese once decoded
	Confidence float64  // from 0 to 1: Syllables to Words; 1 for Unicode that is in use
}

// How much a text must show before it is taken for one in an old encoding. French or German words, quotes,
// signs of measure and single letters never come so far.
const (
	gainOfText = 3    // different words that are syllables only when decoded, in a whole text
	gainOfLine = 2    // … in a line among lines of Unicode
	leastSure  = 0.75 // of the words, how many must be syllables when decoded
	gainOfLoss = 4    // for each word that decoding spoils, how many it must mend
)

// DetectEncoding tells in which encoding a text is that was read as characters. It is the text as a whole; see
// [DecodeText] for one that mixes them.
func DetectEncoding(s string) Guess {
	var sum evidence
	var words scale
	combining := false
	for line := range strings.SplitSeq(s, "\n") {
		sum.add(words.line(line))
		combining = combining || hasSeparateMarks(line)
	}
	g := sum.guess(gainOfText)
	g.Combining = combining
	return g
}

func hasSeparateMarks(s string) bool {
	for _, r := range s {
		if toneMarks[r] != 0 || r == '\u0302' || r == '\u0306' || r == '\u031B' {
			return true
		}
	}
	return false
}

// evidence is what the words of a text say for each encoding.
type evidence struct {
	words   int // with letters that ASCII lacks, or codes of TCVN3; see [scale.line]
	unicode int // of these, syllables as they are
	certain int // letters that only Vietnamese in Unicode has
	tcvn3   reading
	vni     reading
}

// reading is how a text does in an old encoding.
type reading struct {
	syllables int
	gain      int // syllables that are none as they stand
	loss      int // syllables as they stand that decoding spoils
	mended    []string
}

// add counts one word, a syllable before decoding, after it, both or neither.
func (r *reading) add(decoded string, before, after bool) {
	switch {
	case after && !before:
		r.see(decoded)
		r.gain++
	case before && !after:
		r.loss++
	}
	if after {
		r.syllables++
	}
}

// see keeps different words, as many as decide.
func (r *reading) see(word string) {
	if len(r.mended) >= gainOfText {
		return
	}
	for _, m := range r.mended {
		if m == word {
			return
		}
	}
	r.mended = append(r.mended, word)
}

func (e *evidence) add(other evidence) {
	e.words += other.words
	e.unicode += other.unicode
	e.certain += other.certain
	e.tcvn3.join(other.tcvn3)
	e.vni.join(other.vni)
}

func (r *reading) join(other reading) {
	r.syllables += other.syllables
	r.gain += other.gain
	r.loss += other.loss
	for _, m := range other.mended {
		r.see(m)
	}
}

// strong tells whether a reading is good enough: so many different words mended, few spoilt, few left over.
func (r *reading) strong(words, least int) bool {
	return len(r.mended) >= least && r.gain >= gainOfLoss*r.loss && float64(r.syllables) >= leastSure*float64(words)
}

// guess decides. least is how many different words an old encoding must mend.
func (e *evidence) guess(least int) Guess {
	g := Guess{Words: e.words, Syllables: e.unicode, Confidence: 1}
	tcvn3, vni := e.tcvn3.strong(e.words, least), e.vni.strong(e.words, least)
	switch {
	case e.certain*gainOfLoss > e.words:
		return g
	case tcvn3 && (!vni || e.tcvn3.syllables >= e.vni.syllables):
		g.Encoding, g.Syllables = TCVN3, e.tcvn3.syllables
	case vni:
		g.Encoding, g.Syllables = VNI, e.vni.syllables
	default:
		return g
	}
	g.Confidence = float64(g.Syllables) / float64(e.words)
	return g
}

// scale weighs words, and remembers them: a text says the same ones over and over.
type scale struct{ known map[string]wordWeight }

// wordWeight is what a word is as it stands and when decoded.
type wordWeight struct {
	syllable       bool
	tcvn3, vni     string
	asTCVN3, asVNI bool // decoding gives another word, which is a syllable
}

// mostKnown bounds how many words a scale remembers.
const mostKnown = 50_000

func (s *scale) word(word string) wordWeight {
	if w, ok := s.known[word]; ok {
		return w
	}
	w := wordWeight{syllable: IsSyllable(word), tcvn3: decodeTCVN3(word), vni: decodeVNI(word)}
	w.asTCVN3 = w.tcvn3 != word && IsSyllable(w.tcvn3)
	w.asVNI = w.vni != word && IsSyllable(w.vni)
	if s.known == nil {
		s.known = map[string]wordWeight{}
	}
	if len(s.known) < mostKnown {
		s.known[strings.Clone(word)] = w
	}
	return w
}

// line looks at each word of a line that is not ASCII. Words of a line that has letters of Vietnamese in Unicode
// are not looked at one by one: the line is Unicode, and the count of these letters stands for them.
func (s *scale) line(line string) evidence {
	var e evidence
	if isASCII(line) {
		return e
	}
	line = NFC(line)
	for _, r := range line {
		if isCertain(r) {
			e.certain++
		}
	}
	if e.certain > 0 {
		e.words, e.unicode = e.certain, e.certain
		return e
	}
	for word := range strings.FieldsFuncSeq(line, isNoCode) {
		if isASCII(word) || utf8.RuneCountInString(word) < 2 || len(word) > 4*longestSyllable {
			continue
		}
		w := s.word(word)
		e.words++
		if w.syllable {
			e.unicode++
		}
		e.tcvn3.add(w.tcvn3, w.syllable, w.asTCVN3)
		e.vni.add(w.vni, w.syllable, w.asVNI)
	}
	return e
}

// isNoCode tells characters that are neither letters nor codes of TCVN3: what parts words.
func isNoCode(r rune) bool {
	if r < 0x100 {
		return tcvn3Table[r] == 0 && !unicode.IsLetter(r)
	}
	return !isLetterOrMark(r) && r != 'μ'
}

// isCertain tells the letters that only Vietnamese in Unicode has.
func isCertain(r rune) bool {
	if r < 0x100 {
		return false
	}
	switch r {
	case 'ă', 'Ă', 'đ', 'Đ', 'ơ', 'Ơ', 'ư', 'Ư', 'ĩ', 'Ĩ', 'ũ', 'Ũ':
		return true
	}
	return r >= '\u1EA0' && r <= '\u1EF9'
}
