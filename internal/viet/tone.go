package viet

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// ToneStyle lists the syllables that show where a writer puts the tone of oa, oe and uy: old those written
// «hòa, khỏe, thủy» (kiểu cũ), new those written «hoà, khoẻ, thuỷ» (kiểu mới), each once, in NFC, in the
// order they appear. A text with both is mixed. Syllables in which both schools agree are neither: those
// with a letter after («toàn», «hoài»), and «qu» («quý», «quà»), where u belongs to the consonant.
func ToneStyle(s string) (old, new []string) {
	seen := map[string]bool{}
	for _, word := range strings.FieldsFunc(NFC(s), func(r rune) bool { return !isLetterOrMark(r) }) {
		if seen[word] {
			continue
		}
		switch toneSchool(word) {
		case oldSchool:
			old = append(old, word)
		case newSchool:
			new = append(new, word)
		default:
			continue
		}
		seen[word] = true
	}
	return old, new
}

// longestSyllable is how many letters a Vietnamese syllable has at most («nghiêng»).
const longestSyllable = 7

// school is a way of placing the tone.
type school int

const (
	noSchool school = iota
	oldSchool
	newSchool
)

// toneSchool tells which school a syllable that ends in a toned oa, oe or uy follows; any other word
// follows none.
func toneSchool(word string) school {
	if len(word) == utf8.RuneCountInString(word) {
		return noSchool // no letter has a mark, so none has a tone
	}
	letters := []rune(Lower(word))
	if len(letters) < 2 || len(letters) > longestSyllable {
		return noSchool
	}
	onset, pair := letters[:len(letters)-2], letters[len(letters)-2:]
	if pair[1] < utf8.RuneSelf && (pair[0] < utf8.RuneSelf || !strings.ContainsRune("aey", pair[1])) {
		return noSchool // as most words are: what follows takes letters apart
	}
	for _, r := range onset {
		if r == 'q' || !unicode.IsLetter(r) || strings.ContainsRune("aeiouy", BaseLetter(r)) {
			return noSchool
		}
	}
	first, firstTone := splitTone(pair[0])
	second, secondTone := splitTone(pair[1])
	switch string([]rune{first, second}) {
	case "oa", "oe", "uy":
	default:
		return noSchool
	}
	switch {
	case firstTone && !secondTone:
		return oldSchool
	case secondTone && !firstTone:
		return newSchool
	}
	return noSchool
}

// BaseLetter strips every mark of a letter.
func BaseLetter(r rune) rune { return []rune(norm.NFD.String(string(r)))[0] }

// splitTone takes the tone off a letter and tells whether it had one.
func splitTone(r rune) (rune, bool) {
	parts := []rune(norm.NFD.String(string(r)))
	for i, p := range parts[1:] {
		if _, ok := toneMarks[p]; ok {
			return []rune(NFC(string(slices.Delete(parts, i+1, i+2))))[0], true
		}
	}
	return r, false
}
