package viet

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// IsSyllable tells whether a word is built as a Vietnamese syllable: an initial, a rhyme and, before a stop, the
// tone sắc or nặng. It knows no meanings: «khoẻn» is one. Both ways of placing the tone are (hòa, hoà).
func IsSyllable(word string) bool {
	if word == "" || len(word) > 24 {
		return false
	}
	if isASCII(word) {
		return isUntoned(strings.ToLower(word), 0)
	}
	tone, letters := 0, make([]rune, 0, longestSyllable+1)
	for _, r := range norm.NFD.String(Lower(word)) {
		if t := toneMarks[r]; t != 0 {
			if tone != 0 {
				return false
			}
			tone = t
			continue
		}
		letters = append(letters, r)
	}
	return isUntoned(norm.NFC.String(string(letters)), tone)
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// isUntoned judges a syllable whose tone was taken off.
func isUntoned(s string, tone int) bool {
	for n := 3; n >= 0; n-- { // the longest initial first; «gi» may also be g and i
		if n > len(s) {
			continue
		}
		if rhyme := s[n:]; initials[s[:n]] && rhymes[rhyme] && allowed(rhyme, tone) {
			return true
		}
	}
	return false
}

// allowed tells whether a rhyme can have a tone: behind a stop only sắc and nặng are said.
func allowed(rhyme string, tone int) bool {
	switch rhyme[len(rhyme)-1] {
	case 'c', 'p', 't':
	case 'h':
		if !strings.HasSuffix(rhyme, "ch") {
			return true
		}
	default:
		return true
	}
	return tone == toneMarks['\u0301'] || tone == toneMarks['\u0323']
}

var initials = setOf(` b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x`)

// rhymes are the vowels of Vietnamese with what may follow them, without tone.
var rhymes = setOf(`a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ôông ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ uy uya uych uyên uyêt uynh
uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu ych yn ynh yt`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	if strings.HasPrefix(words, " ") {
		set[""] = true // no initial
	}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
