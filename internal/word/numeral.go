package word

import (
	"fmt"
	"strconv"
	"strings"

	"vanban/internal/viet"
)

// numeral writes a number as a format of Word's does. Formats of scripts that no Vietnamese document uses are
// written in figures.
func numeral(format string, n int) string {
	switch format {
	case "none", "bullet":
		return ""
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return letter(n)
	case "lowerLetter":
		return strings.ToLower(letter(n))
	case "decimalZero", "01, 02, 03, ...":
		return fmt.Sprintf("%02d", n)
	case "001, 002, 003, ...":
		return fmt.Sprintf("%03d", n)
	case "0001, 0002, 0003, ...":
		return fmt.Sprintf("%04d", n)
	case "00001, 00002, 00003, ...":
		return fmt.Sprintf("%05d", n)
	case "vietnameseCounting":
		return viet.Words(int64(n), viet.WordOptions{})
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -"
	case "decimalEnclosedParen":
		return "(" + strconv.Itoa(n) + ")"
	case "decimalEnclosedFullstop":
		return strconv.Itoa(n) + "."
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if n >= 1 && n <= 20 {
			return string(rune(0x2460 + n - 1))
		}
	case "ordinal":
		return ordinal(n)
	case "chicago":
		if n >= 1 {
			return strings.Repeat([]string{"*", "†", "‡", "§"}[(n-1)%4], min((n-1)/4+1, 20))
		}
	case "hex":
		return strconv.FormatInt(int64(n), 16)
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	if s, err := viet.Roman(n); err == nil {
		return s
	}
	return strconv.Itoa(n)
}

// letter counts as Word does: A to Z, then AA, BB, … ZZ, AAA.
func letter(n int) string {
	if n < 1 || n > 26*30 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
}

func ordinal(n int) string {
	end := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			end = "st"
		case 2:
			end = "nd"
		case 3:
			end = "rd"
		}
	}
	return strconv.Itoa(n) + end
}

// shownSymbols writes the characters of a symbol face as the letters that they look like. What is not known
// stays as it is, a private character.
func shownSymbols(face, text string) string {
	return strings.Map(func(c rune) rune {
		if s, ok := symbol(face, c); ok {
			return s
		}
		return c
	}, text)
}

// symbol is what a character of a symbol face looks like.
func symbol(face string, c rune) (rune, bool) {
	code := c
	if c >= 0xF000 && c <= 0xF0FF {
		code = c - 0xF000
	}
	switch strings.ToLower(face) {
	case "symbol":
		return symbolFace(code, c != code)
	case "wingdings":
		return wingdings(code)
	case "wingdings 2":
		return pick(code, "P✓O✗R☑S☒£☐T☒")
	case "webdings":
		return pick(code, "a✓r✗n●")
	}
	if c != code && code >= 0x20 && code < 0x7F {
		return code, true // private characters of an ordinary face are its letters
	}
	return c, false
}

func wingdings(code rune) (rune, bool) {
	return pick(code, "l●n■o□p❐q❑r❒s⬧t⧫u◆v❖w⬥§▪¨◻Ø➢ü✓û✗þ☑ý☒¡○m❍x⌧à→ß←á↑â↓è➔ð⇨ñ⇧F☞A✌J☺(☎*✉!✏")
}

// symbolFace: Greek letters and signs of the face Symbol. Only a private character is one for sure; of letters
// typed in it the face itself decides.
func symbolFace(code rune, private bool) (rune, bool) {
	if s, ok := pick(code, "·•°°±±³≥£≤´×¸÷¹≠»≈¥∞Î∈®→¬←\u00ad↑¯↓Û⇔Þ⇒Ö√å∑Ñ∇Ç∩È∪Ì⊂Ä⊗¨♦©♥ª♠§♣Ó©Ò®Ô™"); ok {
		return s, true
	}
	if code < 0x20 || code > 0x7E {
		return code, false
	}
	if s, ok := pick(code, "aαbβgγdδeεzζhηqθiικκlλmμnνxξoοpπrρsσtτuυfφcχyψwωDΔGΓQΘLΛXΞPΠSΣFΦYΨWΩ"); ok {
		return s, true
	}
	return code, private
}

// pick finds a character in a list of pairs.
func pick(c rune, pairs string) (rune, bool) {
	found := false
	key := true
	for _, p := range pairs {
		switch {
		case found:
			return p, true
		case key && p == c:
			found = true
		}
		key = !key
	}
	return c, false
}
