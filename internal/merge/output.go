package merge

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"vanban/internal/data"
)

// source tells what a segment was made from.
type source uint8

const (
	fromTemplate source = iota // text of the template, or made by it alone
	fromData                   // a value, escaped
	fromRaw                    // official text of the data, as it is
	fromGap                    // the mark of a missing value
)

// segment is a stretch of output from one origin, ending where the next begins. It never spans lines of a
// value.
type segment struct {
	start  int // byte offset in the output
	source source
	site   int
	at     int    // template offset; for template text that of the segment's first byte
	value  *Value // of data
	line   int    // which line of the value
	text   string // that line, before escaping
}

// output collects what a run prints.
type output struct {
	escape   Escaper
	sites    []site
	buf      []byte
	segments []segment
}

func (o *output) size() int { return len(o.buf) }

func (o *output) add(s segment, text string) {
	s.start = len(o.buf)
	o.segments = append(o.segments, s)
	o.buf = append(o.buf, text...)
}

// template adds text of the template's own.
func (o *output) template(site, at int, text string) {
	if text != "" {
		o.add(segment{source: fromTemplate, site: site, at: at}, text)
	}
}

// value adds a value of the data. The line feeds of an escaped value become forced line breaks.
func (o *output) value(n int, v *Value) {
	kind, escape, end := fromData, o.escape.Inline, "\\\n"
	if v.raw {
		kind, escape, end = fromRaw, func(s string) string { return s }, "\n"
	}
	at := o.sites[n].at
	rest, more := v.text, true
	for line := 0; more; line++ {
		var text string
		text, rest, more = strings.Cut(rest, "\n")
		printed := escape(text)
		if more {
			printed += end
		}
		o.add(segment{source: kind, site: n, at: at, value: v, line: line, text: text}, printed)
	}
}

// gap adds the mark of a missing value.
func (o *output) gap(n int, v *Value) {
	path := v.place.path()
	key := path[strings.LastIndexByte(path, '.')+1:]
	text := data.Gap(key)
	if v.reported {
		text = fmt.Sprintf("[lỗi: %s]", key)
	}
	o.add(segment{source: fromGap, site: n, at: o.sites[n].at, value: v, text: text}, o.escape.Inline(text))
}

// merged puts the line-start rule to work and gives the finished text.
func (o *output) merged() *Merged {
	m := &Merged{sites: o.sites, segments: o.segments, inline: o.escape.Inline, lines: []int{0}}
	out := make([]byte, 0, len(o.buf)+64)
	seg := 0 // the segment that holds the line's first character
	for from := 0; from < len(o.buf); {
		end := len(o.buf)
		if i := bytes.IndexByte(o.buf[from:], '\n'); i >= 0 {
			end = from + i + 1
		}
		line := o.buf[from:end]
		first := from + blanks(line)
		for seg+1 < len(o.segments) && o.segments[seg+1].start <= first {
			seg++
		}
		if first < end && o.guarded(seg) && o.escape.LineStart(strings.TrimSuffix(string(line), "\n")) {
			out = append(out, o.buf[from:first]...)
			m.inserted = append(m.inserted, len(out))
			out = append(out, '\\')
			out = append(out, o.buf[first:end]...)
		} else {
			out = append(out, line...)
		}
		from = end
		m.lines = append(m.lines, len(out))
	}
	m.Text = string(out)
	return m
}

// guarded tells whether the segment's text must not begin structure.
func (o *output) guarded(seg int) bool {
	return o.segments[seg].source == fromData || o.segments[seg].source == fromGap
}

// blanks counts the bytes of white space that a line begins with.
func blanks(line []byte) int {
	i := bytes.IndexFunc(line, func(r rune) bool { return !unicode.IsSpace(r) })
	if i < 0 {
		return len(line)
	}
	return i
}
