package viet

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Read is what was done to the bytes of a text file.
type Read struct {
	Decoded
	File   Encoding // of the bytes; TCVN3 and VNI where the bytes themselves were in them
	Marked bool     // a byte order mark said so
	Forced bool     // the caller did
	Bad    int      // bytes or halves of characters that could not be read; each is U+FFFD in the text
}

// EncodingError says that the bytes are no text in an encoding known here.
type EncodingError struct {
	Reason, Hint string // Vietnamese
}

func (e *EncodingError) Error() string { return e.Reason }

// ReadText gives the text of a file in Unicode, composed, and what was done to get it. A nil forced finds the
// encoding: by a byte order mark, by what is valid UTF-8, and else by which encoding makes Vietnamese of it;
// lines of TCVN3 or VNI that were pasted into a file of Unicode are found too. A forced encoding is obeyed,
// except that a byte order mark is too. A forced TCVN3 or VNI applies to every line, a forced UTF8 to none.
func ReadText(src []byte, forced *Encoding) (string, Read, error) {
	did := Read{Forced: forced != nil}
	switch {
	case bytes.HasPrefix(src, []byte("\xEF\xBB\xBF")):
		src, did.Marked = src[3:], true
	case bytes.HasPrefix(src, []byte("\xFF\xFE")), bytes.HasPrefix(src, []byte("\xFE\xFF")):
		did.Marked, did.File = true, UTF16
		text, bad := decodeUTF16(src[2:], src[0] == 0xFE)
		did.Bad = bad
		return did.finish(text, forced)
	}
	if forced != nil && *forced == UTF16 || forced == nil && LooksUTF16(src) {
		did.File = UTF16
		text, bad := decodeUTF16(src, len(src) > 1 && src[0] == 0)
		did.Bad = bad
		return did.finish(text, forced)
	}
	if bad := invalidUTF8(src); bad == 0 || forced != nil && *forced == UTF8 || did.Marked || mostlyUTF8(src, bad) {
		did.Bad = bad
		return did.finish(strings.ToValidUTF8(string(src), "\uFFFD"), forced)
	}
	return did.bytes(src, forced)
}

// finish turns what is left of old encodings in a text of characters into Unicode.
func (did Read) finish(text string, forced *Encoding) (string, Read, error) {
	if forced != nil && (*forced == TCVN3 || *forced == VNI) {
		did.Encoding = *forced
		did.Runs = []Run{{1, strings.Count(text, "\n") + 1, *forced}}
		return forced.Decode(text), did, nil
	}
	if forced != nil && *forced == UTF8 {
		return Compose(text), did, nil
	}
	text, did.Decoded = DecodeText(text)
	return text, did, nil
}

// bytes reads a file of which every byte is a character.
func (did Read) bytes(src []byte, forced *Encoding) (string, Read, error) {
	western := single(charmap.Windows1252, src)
	if forced != nil {
		did.File = *forced
		if *forced == Windows1258 {
			did.Combining = true
			return Compose(single(charmap.Windows1258, src)), did, nil
		}
		return did.finish(western, forced)
	}
	if g := DetectEncoding(western); g.Encoding != UTF8 {
		did.File = g.Encoding
		return did.finish(western, nil)
	}
	vietnamese := Compose(single(charmap.Windows1258, src))
	if g := DetectEncoding(vietnamese); vietnamese != western && g.Words > 0 && float64(g.Syllables) >= leastSure*float64(g.Words) {
		did.File, did.Guess = Windows1258, g
		did.Combining = true
		return vietnamese, did, nil
	}
	return "", did, &EncodingError{
		Reason: fmt.Sprintf("tệp không phải Unicode, và không nhận ra bảng mã cũ nào: byte đầu tiên không đọc được là %02X", src[firstBad(src)]),
		Hint:   "nếu biết bảng mã (TCVN3, VNI, Windows-1258) thì chỉ rõ khi nhập; nếu không, mở tệp bằng Word, lưu lại dạng .docx rồi nhập"}
}

// single reads bytes of which each is a character.
func single(table *charmap.Charmap, src []byte) string {
	var out strings.Builder
	out.Grow(len(src) * 2)
	for _, b := range src {
		out.WriteRune(table.DecodeByte(b))
	}
	return out.String()
}

func firstBad(src []byte) int {
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return 0
}

// invalidUTF8 counts the bytes that are no UTF-8.
func invalidUTF8(src []byte) int {
	if utf8.Valid(src) {
		return 0
	}
	bad := 0
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && size == 1 {
			bad++
		}
		i += size
	}
	return bad
}

// mostlyUTF8 tells a file of UTF-8 with a few broken bytes, as one that was cut or patched, from one in another
// encoding, where hardly any bytes happen to make a character.
func mostlyUTF8(src []byte, bad int) bool {
	good := 0
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		if size > 1 && r != utf8.RuneError {
			good++
		}
		i += size
	}
	return good > 20*bad
}

// LooksUTF16 tells a text of which every other byte is zero at its beginning, as UTF-16 without its mark is.
func LooksUTF16(src []byte) bool {
	n := min(len(src), 400) &^ 1
	if n < 8 {
		return false
	}
	var even, odd int
	for i := 0; i < n; i += 2 {
		if src[i] == 0 {
			even++
		}
		if src[i+1] == 0 {
			odd++
		}
	}
	return max(even, odd) > n/4 && min(even, odd) == 0
}

// decodeUTF16 counts what is not whole.
func decodeUTF16(src []byte, bigEndian bool) (string, int) {
	bad := len(src) & 1
	units := make([]uint16, len(src)/2)
	for i := range units {
		low, high := src[2*i], src[2*i+1]
		if bigEndian {
			low, high = high, low
		}
		units[i] = uint16(low) | uint16(high)<<8
	}
	var out strings.Builder
	out.Grow(len(src))
	for i := 0; i < len(units); i++ {
		r := rune(units[i])
		if utf16.IsSurrogate(r) {
			r = utf8.RuneError
			if i+1 < len(units) {
				r = utf16.DecodeRune(rune(units[i]), rune(units[i+1]))
			}
			if r == utf8.RuneError {
				bad++
			} else {
				i++
			}
		}
		out.WriteRune(r)
	}
	if len(src)&1 == 1 {
		out.WriteRune(utf8.RuneError)
	}
	return out.String(), bad
}
