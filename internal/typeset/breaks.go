package typeset

import "unicode"

// class is what a character is to the breaking of lines. The rules are those of Unicode's annex 14 as
// LibreOffice 7.4 has adapted them; each was found by giving it a line to break (breaks_test.go).
type class uint8

const (
	ordinary class = iota
	digit
	space
	opening  // no break after it, even over spaces
	closing  // no break before it, even over spaces
	quote    // no break on either side, but over spaces
	after    // a break after it: hyphens, dashes
	exclaim  // a break after it, none before it even over spaces: ! ?
	leader   // a break after it, none before it: …
	slash    // a break after it, but not between two digits
	percent  // a break before it, but not after a digit
	mark     // combining: belongs to the letter before it
	glue     // no break on either side
	newline  // a forced break
	zeroWide // a break after it, not drawn: U+200B, U+00AD
)

// classOf sorts a character.
func classOf(r rune) class {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
		return ordinary
	case r == ' ':
		return space
	case r >= '0' && r <= '9':
		return digit
	case r < 0x80:
		return asciiClass(r)
	case r < 0x300 || r >= 0x1E00 && r < 0x2000:
		return latinClass(r)
	}
	switch r {
	case '–', '—', '‐', '‒':
		return after
	case '‘', '’', '“', '”', '‛', '‟', '‹', '›':
		return quote
	case '…', '‥':
		return leader
	case '‑', '\u202f', '\u2060', '\ufeff':
		return glue
	case '\u200b':
		return zeroWide
	case '‰', '′', '″':
		return percent
	}
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return mark
	}
	return ordinary
}

func asciiClass(r rune) class {
	switch r {
	case '(', '[', '{':
		return opening
	case ')', ']', '}', ',', '.', ';', ':':
		return closing
	case '"', '\'':
		return quote
	case '-', '|':
		return after
	case '!', '?':
		return exclaim
	case '/', '\\':
		return slash
	case '%':
		return percent
	}
	return ordinary
}

func latinClass(r rune) class {
	switch r {
	case '\u00a0':
		return glue
	case '\u00ad':
		return zeroWide
	case '«', '»':
		return quote
	}
	return ordinary
}

// mayBreak tells whether a line may end between before and next, where neither is a space; beforeThat is
// the character ahead of before.
func mayBreak(beforeThat, before, next class) bool {
	switch next {
	case closing, quote, after, exclaim, leader, slash, mark, glue, newline, zeroWide, space:
		return false
	case percent:
		return before == ordinary || breaksAfter(before)
	}
	if before == slash {
		return !(beforeThat == digit && next == digit)
	}
	return breaksAfter(before)
}

func breaksAfter(c class) bool {
	return c == after || c == exclaim || c == leader || c == slash || c == zeroWide
}

// mayBreakOverSpaces tells whether a line may end between before and next, where spaces stand between
// them.
func mayBreakOverSpaces(before, next class) bool {
	return before != opening && next != closing && next != exclaim && next != newline && next != glue
}
