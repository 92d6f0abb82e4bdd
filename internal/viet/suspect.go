package viet

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// SuspectKind sorts what [Suspects] finds by how bad it is.
type SuspectKind int

// The kinds of suspect characters.
const (
	Space      SuspectKind = iota // a space other than the common one, tolerated: worth a remark
	LookAlike                     // a letter of another alphabet in the place of one that looks the same
	PrivateUse                    // a character that only one font knows how to draw
	Invisible                     // zero-width and direction marks: text is not what it looks like
	Control                       // no document can hold it: an error
)

// Suspect is a character that is not what it seems.
type Suspect struct {
	Index   int // of the character, counted in characters from 0
	Rune    rune
	Kind    SuspectKind
	Message string // Vietnamese, what it is
	Fix     string // what to put in its place; empty to take it out
}

// Suspects finds the characters of a text that cannot be seen, cannot be printed or pass for others, in
// order. Tabs and line ends are ordinary. Cyrillic and Greek letters are suspect only inside a word that
// also has Latin ones. The text is taken as it is, not composed first.
func Suspects(s string) []Suspect {
	var out []Suspect
	index, inWord := 0, false
	var word wordAlphabets
	for i, r := range s {
		switch {
		case !isLetterOrMark(r):
			inWord, word = false, wordAlphabets{}
		case !inWord:
			inWord, word = true, alphabetsOf(s[i:])
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		if found, ok := suspect(r, size, word.mixed()); ok {
			found.Index, found.Rune = index, r
			out = append(out, found)
		}
		index++
	}
	return out
}

// wordAlphabets tells which alphabets a word draws on.
type wordAlphabets struct{ latin, other bool }

func (w wordAlphabets) mixed() bool { return w.latin && w.other }

// alphabetsOf looks at the word that s begins with.
func alphabetsOf(s string) wordAlphabets {
	var w wordAlphabets
	for _, r := range s {
		switch {
		case !isLetterOrMark(r):
			return w
		case unicode.Is(unicode.Latin, r):
			w.latin = true
		case unicode.In(r, unicode.Cyrillic, unicode.Greek):
			w.other = true
		}
	}
	return w
}

// suspect judges one character; size is its length in bytes, 1 for a byte that is not UTF-8.
func suspect(r rune, size int, mixedWord bool) (Suspect, bool) {
	switch {
	case r >= ' ' && r <= '~' || r >= '\u1EA0' && r <= '\u1EF9': // most of any text
		return Suspect{}, false
	case r == '\t' || r == '\n' || r == '\r':
		return Suspect{}, false
	case r == utf8.RuneError && size == 1:
		return Suspect{Kind: Control, Message: "byte hỏng, không phải chữ UTF-8"}, true
	case r == utf8.RuneError:
		return Suspect{Kind: Control, Message: "chữ «\uFFFD» (U+FFFD) thay cho một chữ đã hỏng từ trước"}, true
	case unicode.Is(unicode.Cc, r):
		return Suspect{Kind: Control, Message: "ký tự điều khiển " + codeOf(r)}, true
	case unicode.Is(unicode.Noncharacter_Code_Point, r):
		return Suspect{Kind: Control, Message: "mã " + codeOf(r) + " không phải là chữ"}, true
	case unicode.Is(unicode.Co, r):
		return Suspect{Kind: PrivateUse, Message: "ký tự " + codeOf(r) + " chỉ riêng một phông chữ có"}, true
	case unicode.Is(unicode.Bidi_Control, r):
		return Suspect{Kind: Invisible, Message: "ký tự không nhìn thấy " + codeOf(r) + ", làm đảo chiều chữ"}, true
	case unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) || isFiller(r):
		return Suspect{Kind: Invisible, Message: "ký tự không nhìn thấy " + codeOf(r)}, true
	case r == '\u00A0':
		return Suspect{Kind: Space, Message: "dấu cách không ngắt " + codeOf(r), Fix: " "}, true
	case r != ' ' && unicode.Is(unicode.Z, r):
		return Suspect{Kind: Space, Message: "dấu cách lạ " + codeOf(r), Fix: " "}, true
	}
	fix, always := dLookAlikes[r]
	if !always && mixedWord {
		fix = lookAlikes[r]
	}
	if fix == 0 {
		return Suspect{}, false
	}
	message := fmt.Sprintf("chữ «%c» (%s) trông giống chữ «%c» (U+%04X)", r, codeOf(r), fix, fix)
	return Suspect{Kind: LookAlike, Message: message, Fix: string(fix)}, true
}

func codeOf(r rune) string { return fmt.Sprintf("U+%04X", r) }

// isFiller names characters that count as letters or marks and draw nothing.
func isFiller(r rune) bool {
	switch r {
	case '\u034F', '\u115F', '\u1160', '\u2800', '\u3164', '\uFFA0':
		return true
	}
	return false
}

// dLookAlikes stand for đ wherever they are: Vietnamese has no use for them.
var dLookAlikes = map[rune]rune{'Ð': 'Đ', 'ð': 'đ', 'Ɖ': 'Đ', 'ɖ': 'đ'}

// lookAlikes are the Cyrillic and Greek letters drawn like Latin ones.
var lookAlikes = map[rune]rune{
	'А': 'A', 'В': 'B', 'Е': 'E', 'І': 'I', 'Ј': 'J', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O',
	'Р': 'P', 'С': 'C', 'Ѕ': 'S', 'Т': 'T', 'У': 'Y', 'Х': 'X', 'а': 'a', 'е': 'e', 'һ': 'h', 'і': 'i',
	'Ѐ': 'È', 'ѐ': 'è', 'ј': 'j', 'о': 'o', 'р': 'p', 'с': 'c', 'ѕ': 's', 'у': 'y', 'х': 'x', 'ԁ': 'd', 'ѵ': 'v',
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O',
	'Ρ': 'P', 'Τ': 'T', 'Υ': 'Y', 'Χ': 'X', 'ο': 'o', 'ν': 'v', 'ι': 'i', 'ρ': 'p', 'υ': 'u',
	'Ό': 'Ó', 'ό': 'ó', 'ὸ': 'ò',
}
