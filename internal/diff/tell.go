package diff

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"vanban/internal/diag"
)

// Message tells a change in one line, without its place.
func (c Change) Message() string {
	switch c.Kind {
	case Added:
		return "thêm " + c.What + quoted(c.New)
	case Gone:
		return "bớt " + c.What + quoted(c.Old)
	case Reworded:
		return c.rewording()
	}
	before, after := apart(c.Old, c.New)
	text := fmt.Sprintf("%s: %s → %s", c.What, or(before, "không"), or(after, "không"))
	if c.Where != "" {
		text += ", ở chữ" + quoted(c.Where)
	}
	return text
}

// apart leaves out of two lists of facts what both have.
func apart(before, after string) (string, string) {
	const comma = ", "
	a, b := strings.Split(before, comma), strings.Split(after, comma)
	if len(a) < 3 || len(b) < 3 {
		return shortened(before, maxQuoted), shortened(after, maxQuoted)
	}
	without := func(list, other []string) string {
		return strings.Join(slices.DeleteFunc(slices.Clone(list), func(s string) bool { return slices.Contains(other, s) }), comma)
	}
	return without(a, b), without(b, a)
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// quoted gives text in marks behind a blank, shortened, or nothing where there is none.
func quoted(text string) string {
	if strings.TrimSpace(text) == "" {
		return " trống"
	}
	return " «" + oneLine(shortened(text, maxQuoted)) + "»"
}

// maxQuoted is how many letters of a passage are told in a message; the whole stands in JSON and HTML.
const maxQuoted = 160

func shortened(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	runes := []rune(text)
	return string(runes[:most*2/3]) + " … " + string(runes[len(runes)-most/3:])
}

// oneLine shows line ends and tabs as marks.
func oneLine(text string) string {
	return strings.NewReplacer("\n", " ⏎ ", "\t", " ⇥ ", "\r", "").Replace(text)
}

// rewording tells which words gave way to which, and the first of them in its sentence.
func (c Change) rewording() string {
	var parts []string
	for i := 0; i < len(c.Words); i++ {
		w := c.Words[i]
		switch {
		case w.Op == Removed && i+1 < len(c.Words) && c.Words[i+1].Op == Inserted:
			now := c.Words[i+1].Text
			alike := plain(w.Text) == plain(now)
			parts = append(parts, fmt.Sprintf("%s thành %s", mark(w.Text, alike), mark(now, alike)))
			i++
		case w.Op == Removed:
			parts = append(parts, "bớt "+mark(w.Text, false))
		case w.Op == Inserted:
			parts = append(parts, "thêm "+mark(w.Text, false))
		}
	}
	const most = 6
	if len(parts) > most {
		parts = append(parts[:most], fmt.Sprintf("và %d chỗ nữa", len(parts)-most))
	}
	text := "chữ: " + strings.Join(parts, "; ")
	if around := c.around(); around != "" {
		text += " (trong «" + around + "»)"
	}
	return text
}

// around gives the words around the first change, as they are now.
func (c Change) around() string {
	const most = 40
	before, after := "", ""
	for i, w := range c.Words {
		if w.Op == Kept {
			before = w.Text
			continue
		}
		now := ""
		for ; i < len(c.Words) && c.Words[i].Op != Kept; i++ {
			if c.Words[i].Op == Inserted {
				now = c.Words[i].Text
			}
		}
		if i < len(c.Words) {
			after = c.Words[i].Text
		}
		if before == "" && after == "" {
			return ""
		}
		return oneLine(tail(before, most) + shortened(now, maxQuoted) + head(after, most))
	}
	return ""
}

// tail gives the last letters of a text, from the beginning of a word.
func tail(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	cut := string(runes[len(runes)-most:])
	if at := strings.IndexByte(cut, ' '); at >= 0 {
		cut = cut[at:]
	}
	return "…" + cut
}

func head(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	cut := string(runes[:most])
	if at := strings.LastIndexByte(cut, ' '); at >= 0 {
		cut = cut[:at+1]
	}
	return cut + "…"
}

// id is that of the finding that tells a change.
func (c Change) id() string {
	switch c.Kind {
	case Added:
		return IDAdded
	case Gone:
		return IDGone
	case Reworded:
		return IDText
	case Described:
		return IDProperty
	default:
		return IDFormat
	}
}

// Findings tells the changes as findings about file, in the order of the document.
func (r *Result) Findings(file string) diag.List {
	var out diag.List
	for i, c := range r.Changes {
		out.Add(diag.Diagnostic{ID: c.id(), Severity: diag.Error, Pos: diag.Pos{File: file, Line: i + 1, Place: or(c.Place, "văn bản")}, Message: c.Message()})
	}
	return out
}

// maxAlike is how many times one change of looks is told; of more, as when another program saved the file, the first
// places stand in one line.
const maxAlike = 5

// Text tells the changes to people, a line each, and how many there are.
func (r *Result) Text() string {
	var b strings.Builder
	places := map[string][]string{}
	for _, c := range r.Changes {
		if c.Kind == Reshaped {
			places[c.Message()] = append(places[c.Message()], or(c.Place, "văn bản"))
		}
	}
	for _, c := range r.Changes {
		message, where := c.Message(), or(c.Place, "văn bản")
		if all := places[message]; c.Kind == Reshaped && len(all) > maxAlike {
			where = fmt.Sprintf("%s và %d chỗ nữa", strings.Join(all[:maxAlike], "; "), len(all)-maxAlike)
			places[message] = []string{} // told
		} else if c.Kind == Reshaped && len(all) == 0 {
			continue
		}
		fmt.Fprintf(&b, "%s: %s\n", where, message)
	}
	if r.Coarse {
		b.WriteString("lưu ý: hai văn bản khác nhau quá nhiều, một số chỗ được kể gộp\n")
	}
	if len(r.Changes) > 0 {
		fmt.Fprintf(&b, "%s\n", r.summary())
	}
	return b.String()
}

func (r *Result) summary() string {
	counts := map[Kind]int{}
	for _, c := range r.Changes {
		counts[c.Kind]++
	}
	var parts []string
	for _, k := range []struct {
		kind Kind
		name string
	}{{Added, "thêm"}, {Gone, "bớt"}, {Reworded, "đổi chữ"}, {Reshaped, "đổi trình bày"}, {Described, "đổi thuộc tính"}} {
		if n := counts[k.kind]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, k.name))
		}
	}
	return fmt.Sprintf("%d chỗ khác: %s", len(r.Changes), strings.Join(parts, ", "))
}
