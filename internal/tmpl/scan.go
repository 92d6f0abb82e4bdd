package tmpl

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind tells what a word of an action is.
type kind int

const (
	ident    kind = iota // a name: a keyword or a function
	variable             // $ or $x; fields behind it are words of their own
	field                // .x
	quoted               // "x" or `x`
	number
	sign // anything else: ( ) | , := =
)

// word is one token of an action.
type word struct {
	kind kind
	text string
	at   int // offset in the file
}

// action is one {{…}} of a body.
type action struct {
	start, end int // from {{ to behind }}
	words      []word
	comment    bool
	trims      bool // uses a trim marker
	broken     bool // a fault was reported inside; not to be parsed
}

// keyword gives the word that makes the action a control action: if, range, end…; else "".
func (a *action) keyword() string {
	if len(a.words) > 0 && a.words[0].kind == ident && isKeyword(a.words[0].text) {
		return a.words[0].text
	}
	return ""
}

// structural tells whether blocks would no longer pair up without the action.
func (a *action) structural() bool {
	switch a.keyword() {
	case "", "template", "break", "continue":
		return false
	}
	return true
}

func isKeyword(s string) bool {
	switch s {
	case "if", "range", "with", "define", "block", "else", "end", "template", "break", "continue":
		return true
	}
	return false
}

// scanner cuts a body into actions. It goes on after every fault, so that all are found in one run.
type scanner struct {
	src    *Source
	faults *faults
	pos    int
}

// scan finds the actions of the file from the offset body on.
func scan(src *Source, body int, faults *faults) []action {
	s := &scanner{src: src, faults: faults, pos: body}
	var actions []action
	for {
		rest := src.text[s.pos:]
		open, end := strings.Index(rest, "{{"), strings.Index(rest, "}}")
		switch {
		case end >= 0 && (open < 0 || end < open):
			faults.add(IDBrace, s.pos+end, s.pos+end+2, "«}}» không có «{{» mở trước nó", "thêm «{{» ở đầu lệnh, hoặc xóa «}}»")
			s.pos += end + 2
		case open >= 0:
			s.pos += open
			actions = append(actions, s.action())
		default:
			return actions
		}
	}
}

// action reads one action; the scanner stands on its {{.
func (s *scanner) action() action {
	a := action{start: s.pos}
	s.pos += len("{{")
	if s.trimsLeft() {
		a.trims = true
		s.pos++
		for s.pos < len(s.src.text) && isBlank(s.src.text[s.pos]) {
			s.pos++
		}
	}
	if strings.HasPrefix(s.src.text[s.pos:], "/*") {
		a.comment = true
		s.comment(&a)
	} else {
		for !a.broken && !s.close(&a) {
			s.word(&a)
		}
	}
	a.end = s.pos
	return a
}

func (s *scanner) trimsLeft() bool {
	rest := s.src.text[s.pos:]
	return len(rest) >= 2 && rest[0] == '-' && isBlank(rest[1])
}

// close steps over the end of the action, if the scanner stands on it.
func (s *scanner) close(a *action) bool {
	rest := s.src.text[s.pos:]
	if strings.HasPrefix(rest, "}}") {
		s.pos += len("}}")
		return true
	}
	if len(rest) >= 4 && isBlank(rest[0]) && rest[1:4] == "-}}" {
		a.trims = true
		s.pos += len(" -}}")
		return true
	}
	return false
}

func (s *scanner) comment(a *action) {
	end := strings.Index(s.src.text[s.pos:], "*/")
	if end < 0 {
		s.faults.add(IDQuote, a.start, s.pos+2, "chú thích mở bằng «/*» mà chưa đóng bằng «*/»", "viết «{{/* lời ghi */}}»")
		s.recover(a)
		return
	}
	s.pos += end + 2
	if !s.close(a) {
		s.faults.add(IDQuote, s.pos-2, s.pos, "ngay sau «*/» phải là «}}»: một lệnh chỉ chứa chú thích, không chứa gì khác")
		s.recover(a)
	}
}

// word reads one token.
func (s *scanner) word(a *action) {
	text, from := s.src.text, s.pos
	if from >= len(text) || strings.HasPrefix(text[from:], "{{") {
		s.faults.add(IDBrace, a.start, a.start+2, "«{{» chưa có «}}» đóng lại", "thêm «}}» ở cuối lệnh")
		a.broken = true
		return
	}
	r, size := utf8.DecodeRuneInString(text[from:])
	switch {
	case size == 1 && isBlank(text[from]):
		s.pos++
	case r == '"':
		s.quote(a)
	case r == '`':
		s.rawQuote(a)
	case r == '\'':
		s.faults.add(IDQuote, from, from+1, "chữ trong lệnh phải đặt giữa hai dấu nháy kép, không dùng dấu nháy đơn",
			"viết \"…\" thay cho '…'")
		s.recover(a)
	case r == '$':
		s.pos++
		s.name()
		a.words = append(a.words, word{variable, text[from:s.pos], from})
	case r == '.' && isNameAt(text, from+1):
		s.pos++
		s.name()
		a.words = append(a.words, word{field, text[from:s.pos], from})
	case unicode.IsDigit(r):
		s.name()
		a.words = append(a.words, word{number, text[from:s.pos], from})
	case isNameRune(r):
		s.name()
		a.words = append(a.words, word{ident, text[from:s.pos], from})
	case strings.HasPrefix(text[from:], ":="):
		s.pos += 2
		a.words = append(a.words, word{sign, ":=", from})
	default:
		s.pos += size
		a.words = append(a.words, word{sign, text[from:s.pos], from})
	}
}

func (s *scanner) name() {
	for s.pos < len(s.src.text) {
		r, size := utf8.DecodeRuneInString(s.src.text[s.pos:])
		if !isNameRune(r) {
			return
		}
		s.pos += size
	}
}

func (s *scanner) quote(a *action) {
	text, from := s.src.text, s.pos
	for i := from + 1; i < len(text) && text[i] != '\n'; i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			s.pos = i + 1
			a.words = append(a.words, word{quoted, text[from:s.pos], from})
			return
		}
	}
	s.faults.add(IDQuote, from, from+1, "dấu nháy kép mở ở đây chưa được đóng trên cùng dòng", "thêm dấu \" ở cuối phần chữ, trước «}}»")
	s.recover(a)
}

func (s *scanner) rawQuote(a *action) {
	text, from := s.src.text, s.pos
	end := strings.IndexByte(text[from+1:], '`')
	if end < 0 {
		s.faults.add(IDQuote, from, from+1, "dấu «`» mở ở đây chưa được đóng")
		s.recover(a)
		return
	}
	s.pos = from + 1 + end + 1
	a.words = append(a.words, word{quoted, text[from:s.pos], from})
}

// recover goes on behind the next }} of the same line, or at the next {{, or at the end of the line.
func (s *scanner) recover(a *action) {
	a.broken = true
	rest := s.src.text[s.pos:]
	line, _, _ := strings.Cut(rest, "\n")
	end, open := strings.Index(line, "}}"), strings.Index(line, "{{")
	switch {
	case end >= 0 && (open < 0 || end < open):
		s.pos += end + 2
	case open >= 0:
		s.pos += open
	default:
		s.pos += len(line)
	}
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

func isNameRune(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

func isNameAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[min(i, len(s)):])
	return r == '_' || unicode.IsLetter(r)
}
