package viet

import (
	"strings"
)

// Encoding is a way in which Vietnamese text is kept: of the bytes of a file, or of characters that a program
// took for Western European ones (bảng mã).
type Encoding int

// The encodings. UTF8 is Unicode as it should be; as the encoding of a text that is a string already it means
// that there is nothing to do but to compose the marks.
const (
	UTF8 Encoding = iota
	UTF16
	Windows1258 // a letter and, after it, a tone mark of its own
	TCVN3       // ABC: one byte a letter, capitals by font; fonts .VnTime, .VnArialH …
	VNI         // one or two bytes a letter: base and mark; fonts VNI-Times, VNI-Helve …
)

// String gives the name by which users know the encoding.
func (e Encoding) String() string {
	switch e {
	case UTF16:
		return "UTF-16"
	case Windows1258:
		return "Windows-1258"
	case TCVN3:
		return "TCVN3 (ABC)"
	case VNI:
		return "VNI"
	default:
		return "Unicode (UTF-8)"
	}
}

// ParseEncoding reads the name of an encoding as a user writes it, without regard to capitals, hyphens and
// blanks.
func ParseEncoding(name string) (Encoding, bool) {
	switch strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(name)) {
	case "utf8", "unicode":
		return UTF8, true
	case "utf16", "utf16le", "utf16be":
		return UTF16, true
	case "windows1258", "cp1258", "1258":
		return Windows1258, true
	case "tcvn3", "abc", "tcvn3(abc)", "tcvn":
		return TCVN3, true
	case "vni", "vniwindows", "vnitimes":
		return VNI, true
	}
	return UTF8, false
}

// Decode gives the text in Unicode, composed. The characters of s are those that a program shows that takes
// the bytes for Western European ones (Windows-1252): what a .docx holds under a font of TCVN3 or VNI, and what
// is pasted from one.
func (e Encoding) Decode(s string) string {
	switch e {
	case TCVN3:
		return decodeTCVN3(s)
	case VNI:
		return decodeVNI(s)
	default:
		return Compose(s)
	}
}

// LegacyFont tells by its name that a font draws the letters of an old encoding, and whether it draws small
// ones as capitals: «.VnTimeH» does, as all fonts of TCVN3 with an H at the end. Any other font is UTF8.
func LegacyFont(name string) (e Encoding, upper bool) {
	name = strings.ToLower(strings.Trim(name, " \"'@"))
	switch {
	case strings.HasPrefix(name, ".vn"):
		return TCVN3, strings.HasSuffix(strings.TrimRight(name, " 0123456789"), "h")
	case strings.HasPrefix(name, "vni-"), strings.HasPrefix(name, "vni "):
		return VNI, false
	}
	return UTF8, false
}
