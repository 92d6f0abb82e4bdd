package data

import (
	"strings"
	"unicode/utf8"

	"vanban/internal/viet"
)

// Sources keeps the text of the files read, to show lines in messages. The zero value is empty and ready.
type Sources struct {
	lines map[string][]string
}

// Add keeps the text of a file under the name that positions carry. Text that is not UTF-8 and files past
// [MaxFile] (a workbook never comes here) have no lines to show.
func (s *Sources) Add(name string, src []byte) {
	if len(src) > MaxFile || !utf8.Valid(src) {
		return
	}
	if s.lines == nil {
		s.lines = map[string][]string{}
	}
	s.lines[name] = strings.Split(normalLines(string(src)), "\n")
}

// Line gives line n of a file, counted from 1, and false where there is none.
func (s *Sources) Line(file string, n int) (string, bool) {
	lines := s.lines[file]
	if n < 1 || n > len(lines) {
		return "", false
	}
	return lines[n-1], true
}

// normalLines gives the text in NFC with every line end as one \n. Positions count the characters of this
// form, so that a column is what a person counts, whichever way the letters were stored.
func normalLines(text string) string {
	text = strings.TrimLeft(text, "\uFEFF") // some editors leave several
	if strings.Contains(text, "\r") {
		text = strings.ReplaceAll(text, "\r\n", "\n")
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	return viet.NFC(text)
}
