package data

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// source is the text of one file while it is read, with what was found in it.
type source struct {
	file  string
	text  string   // in NFC, lines ended by \n, no control characters
	lines []string // of text

	found diag.List
	count map[string]int // findings by id, to sum up the many

	cursor cursor
	line   bool // it is one line of a stream of JSON lines
}

// what the text is called in a message.
func (s *source) what() string {
	if s.line {
		return "dòng"
	}
	return "tệp"
}

// cursor remembers where a column was found: values come in the order of the text, and a file may be one line.
type cursor struct{ line, col, off int }

// add keeps a finding, unless there are already many of its kind.
func (s *source) add(d diag.Diagnostic) {
	if s.count == nil {
		s.count = map[string]int{}
	}
	s.count[d.ID]++
	if s.count[d.ID] <= maxSame {
		s.found.Add(d)
	}
}

// full tells whether a file has enough findings of a kind, and counts one that is left out for it: looking
// for the place of each would take time in the square of their number.
func (s *source) full(id string) bool {
	if s.count[id] < maxSame {
		return false
	}
	s.count[id]++
	return true
}

// list gives the findings in their order; what was left out for being too much is told with the last kept.
func (s *source) list() diag.List {
	for i := len(s.found) - 1; i >= 0; i-- {
		id := s.found[i].ID
		if more := s.count[id] - maxSame; more > 0 {
			s.found[i].Notes = append(s.found[i].Notes, diag.Note{
				Message: fmt.Sprintf("còn %d chỗ khác cùng loại trong tệp này", more)})
			s.count[id] = 0
		}
	}
	return s.found
}

// errorAt adds an error.
func (s *source) errorAt(id string, pos diag.Pos, hints []string, format string, args ...any) {
	s.add(diag.Diagnostic{ID: id, Severity: diag.Error, Pos: pos, Message: fmt.Sprintf(format, args...), Hints: hints})
}

// pos gives a place in the file.
func (s *source) pos(line, col, length int) diag.Pos {
	return diag.Pos{File: s.file, Line: line, Col: col, Len: length}
}

// load takes the bytes of a file, and tells whether there is text to go on with.
func (s *source) load(src []byte) bool {
	if len(src) > MaxFile {
		s.errorAt(IDSize, diag.Pos{File: s.file}, []string{"chia dữ liệu thành nhiều tệp"},
			"tệp dài %d byte, quá mức %d MiB đọc được", len(src), MaxFile>>20)
		return false
	}
	if !s.checkEncoding(src) {
		return false
	}
	s.text = s.blankControls(normalLines(string(src)))
	s.lines = strings.Split(s.text, "\n")
	return true
}

func (s *source) checkEncoding(src []byte) bool {
	if bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) || viet.LooksUTF16(src) {
		s.errorAt(IDEncoding, s.pos(1, 1, 0), []string{saveUTF8}, "tệp được lưu bằng bảng mã UTF-16, không phải UTF-8")
		return false
	}
	if utf8.Valid(src) {
		return true
	}
	first, bad := 0, 0
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && size == 1 {
			if bad++; bad == 1 {
				first = i
			}
		}
		i += size
	}
	before := normalLines(string(src[:first]))
	line := strings.Count(before, "\n") + 1
	col := utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
	s.errorAt(IDEncoding, s.pos(line, col, 1),
		[]string{"tệp có thể được lưu bằng bảng mã cũ như TCVN3 (ABC), VNI hoặc Windows-1258: " + saveUTF8},
		"tệp không phải UTF-8: byte %02X ở đây không đọc được, cả tệp có %d byte như vậy", src[first], bad)
	return false
}

const saveUTF8 = "mở tệp bằng Notepad, chọn «Lưu thành», mục mã hóa chọn UTF-8"

// blankControls reports the control characters of a text and puts a blank in the place of each, so that
// reading can go on and the columns stay.
func (s *source) blankControls(text string) string {
	if strings.IndexFunc(text, isControl) < 0 {
		return text
	}
	line, col := 1, 0
	return strings.Map(func(r rune) rune {
		col++
		if r == '\n' {
			line, col = line+1, 0
		}
		if !isControl(r) {
			return r
		}
		s.errorAt(IDControl, s.pos(line, col, 1), []string{"xóa ký tự này"}, "có %s trong tệp", controlName(r))
		return ' '
	}, text)
}

// isControl tells the characters that no document may hold: controls other than tab and new line, the line
// ends of other systems, and code points that are no characters.
func isControl(r rune) bool {
	switch {
	case r == '\t' || r == '\n':
		return false
	case r < 0x20, r >= 0x7f && r < 0xa0, r == 0x2028, r == 0x2029:
		return true
	}
	return r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef
}

func controlName(r rune) string {
	name := "ký tự điều khiển"
	switch {
	case r == 0:
		name = "ký tự rỗng (NUL)"
	case r == 0x07:
		name = "ký tự chuông (BEL)"
	case r == 0x08:
		name = "ký tự xóa lùi (BS)"
	case r == 0x0b:
		name = "ký tự ngắt dòng dọc (VT)"
	case r == 0x0c:
		name = "ký tự sang trang (FF)"
	case r == '\r':
		name = "ký tự về đầu dòng (CR)"
	case r == 0x1b:
		name = "ký tự thoát (ESC)"
	case r == 0x7f:
		name = "ký tự xóa (DEL)"
	case r == 0x85, r == 0x2028, r == 0x2029:
		name = "ký tự ngắt dòng đặc biệt"
	case r > 0xff:
		name = "mã không phải là ký tự"
	}
	return fmt.Sprintf("%s U+%04X", name, r)
}

// rest gives the text of a line from a column on, both counted from 1; empty past the end.
func (s *source) rest(line, col int) string {
	if line < 1 || line > len(s.lines) || col < 1 {
		return ""
	}
	text := s.lines[line-1]
	c := cursor{line, 1, 0}
	if s.cursor.line == line && s.cursor.col <= col {
		c = s.cursor
	}
	for c.col < col && c.off < len(text) {
		_, size := utf8.DecodeRuneInString(text[c.off:])
		c.off += size
		c.col++
	}
	if c.col < col {
		return ""
	}
	s.cursor = c
	return text[c.off:]
}
