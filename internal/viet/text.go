package viet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// NFC composes letters and their marks (dạng dựng sẵn), so that the same word is the same bytes
// whichever keyboard program or converter it came from.
func NFC(s string) string {
	if isComposed(s) {
		return s
	}
	return norm.NFC.String(s)
}

// isComposed tells of common Vietnamese text that it is composed, and several times as fast as the tables of
// Unicode do: no character of these ranges joins with the one before it or has another form.
func isComposed(s string) bool {
	for _, r := range s {
		if r >= '\u0300' && (r < '\u1E00' || r > '\u1EFF') && (r < '\u2010' || r > '\u2027') {
			return false
		}
	}
	return true
}

// Upper gives the text in capital letters (chữ in hoa), composed.
func Upper(s string) string { return NFC(strings.ToUpper(NFC(s))) }

// Lower gives the text in small letters (chữ in thường), composed.
func Lower(s string) string { return NFC(strings.ToLower(NFC(s))) }

// Capitalize makes the first letter a capital and leaves the rest alone: «hội nghị» becomes «Hội nghị».
// Quotes, brackets and dashes before the letter are passed over; a text that opens with a figure
// («6 tháng đầu năm») begins a sentence as it is.
func Capitalize(s string) string {
	s = NFC(s)
	for i, r := range s {
		switch {
		case unicode.IsLetter(r):
			return NFC(s[:i] + string(unicode.ToUpper(r)) + s[i+len(string(r)):])
		case unicode.IsNumber(r):
			return s
		}
	}
	return s
}

// JoinAnd lists items as a sentence does: «A», «A và B», «A, B và C».
func JoinAnd(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " và " + items[last]
}
