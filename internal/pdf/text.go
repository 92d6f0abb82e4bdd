package pdf

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// textString writes a text of the document's properties or outline: UTF-16 with its byte order mark, in
// hexadecimal, which needs no escaping and holds every letter of Vietnamese.
func textString(s string) string {
	return "<FEFF" + utf16Hex(s) + ">"
}

func utf16Hex(s string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	return b.String()
}

// name writes a PDF name. Bytes that are no regular characters are escaped (ISO 32000-1, 7.3.5).
func name(s string) string {
	var b strings.Builder
	b.WriteByte('/')
	for i := range len(s) {
		c := s[i]
		if c <= ' ' || c > '~' || strings.IndexByte("#()<>[]{}/%", c) >= 0 {
			fmt.Fprintf(&b, "#%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}
