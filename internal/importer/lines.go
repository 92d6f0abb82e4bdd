package importer

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"vanban/internal/diag"
	"vanban/internal/viet"
	"vanban/internal/zone"
)

// MaxText is the most characters that a text may have to be imported, in bytes.
const MaxText = 16 << 20

// maxLines bounds how many lines a source may have, those without text left out: some four thousand pages.
const maxLines = 150_000

// Lines cuts a plain text into lines as package zone takes them. Characters that cannot be seen are left out, and
// each is said once with its first place; so are the stars of Markdown around a title or a ground.
func Lines(file, text string) ([]zone.Line, diag.List) {
	c := &cleaner{file: file}
	out := make([]zone.Line, 0, min(maxLines, 1+strings.Count(text, "\n")-strings.Count(text, "\n\n")))
	gap, number := false, 0
	for line := range strings.SplitSeq(text, "\n") {
		number++
		for page := range strings.SplitSeq(strings.TrimSuffix(line, "\r"), "\f") {
			clean := c.clean(page, number)
			if strings.TrimFunc(clean, unicode.IsSpace) == "" {
				gap = true
				continue
			}
			if len(out) == maxLines {
				c.findings.Add(diag.Diagnostic{ID: IDTooLong, Severity: diag.Error, Pos: diag.Pos{File: file, Line: number},
					Message: fmt.Sprintf("tệp có hơn %d dòng, không phải một văn bản hành chính", maxLines), Hints: []string{"tách tệp thành từng văn bản"}})
				return nil, c.findings
			}
			out = append(out, zone.Line{Pos: diag.Pos{File: file, Line: number, Col: 1}, Text: clean, Gap: gap, Ref: len(out)})
			gap = false
		}
	}
	return out, Capped(c.findings)
}

// cleaner makes lines of a source plain.
type cleaner struct {
	file     string
	findings diag.List
	told     map[rune]bool // characters that were spoken of
}

func (c *cleaner) clean(line string, number int) string {
	if star := lineInStars(line); star != "" {
		c.findings.Add(diag.Diagnostic{ID: IDMark, Severity: diag.Info, Pos: diag.Pos{File: c.file, Line: number},
			Message: "các dấu * ở hai đầu dòng này được bỏ đi"})
		line = star
	}
	return c.visible(viet.NFC(line), diag.Pos{File: c.file, Line: number})
}

// starred is a whole line between the stars of Markdown.
var starred = regexp.MustCompile(`^\s*(\*{1,3})([^*]+)(\*{1,3})\s*$`)

// lineInStars gives the text of a line that stands between stars as a whole and that the layout gives its looks to:
// a title in capitals, a ground. Stars within a line are looks of their own and are read later.
func lineInStars(line string) string {
	if !strings.HasSuffix(strings.TrimRight(line, " \t"), "*") {
		return ""
	}
	m := starred.FindStringSubmatch(line)
	if m == nil || m[1] != m[3] || m[2] != viet.Upper(m[2]) && !strings.HasSuffix(strings.TrimSpace(m[2]), ";") {
		return ""
	}
	return strings.TrimSpace(m[2])
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 || s[i] < 0x20 && s[i] != '\t' {
			return false
		}
	}
	return true
}

// visible gives what is seen of a line.
func (c *cleaner) visible(line string, pos diag.Pos) string {
	if ascii(line) {
		return line
	}
	return strings.Map(func(r rune) rune {
		seen := viet.Seen(r)
		if seen != r && seen != ' ' {
			c.tell(r, seen, pos)
		}
		return seen
	}, line)
}

// tell says once of each character that it was left out, or what was written for it.
func (c *cleaner) tell(r, seen rune, pos diag.Pos) {
	if c.told[r] {
		return
	}
	if c.told == nil {
		c.told = map[rune]bool{}
	}
	c.told[r] = true
	severity := diag.Info
	if r == unicode.ReplacementChar {
		severity = diag.Warning
	}
	message := fmt.Sprintf("ký tự không nhìn thấy U+%04X được bỏ đi, ở đây và các chỗ sau", r)
	if seen >= 0 {
		message = fmt.Sprintf("ký tự «%c» (U+%04X) được viết lại thành «%c», ở đây và các chỗ sau", r, r, seen)
	}
	c.findings.Add(diag.Diagnostic{ID: IDMark, Severity: severity, Pos: pos, Message: message})
}
