package importer

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/markup"
)

// official writes paragraphs of a part as official text, a line each, with the place of each line.
func (d *reading) official(part int, paragraphs []paragraph) *data.Node {
	if len(paragraphs) == 0 {
		return nil
	}
	out := scalar(paragraphs[0].pos(), "")
	text := make([]string, 0, len(paragraphs))
	out.Lines = make([]diag.Pos, 0, len(paragraphs))
	d.printed[part] = slices.Grow(d.printed[part], len(paragraphs))
	for _, p := range paragraphs {
		line, plain := d.line(p)
		at := len(text)
		for line := range strings.SplitSeq(line, "\n") {
			text = append(text, line)
			out.Lines = append(out.Lines, p.pos())
		}
		d.printed[part] = append(d.printed[part], plainText{p.label + plain + p.end, &out.Lines[at]})
	}
	out.Text = strings.Join(text, "\n")
	if len(text) == 1 {
		out.Lines = nil
	}
	return out
}

// The forms in which marks stand in real documents, glued to their text or alone.
var (
	gluedDash   = regexp.MustCompile(`^([-–+])(\p{L})`)
	bullet      = regexp.MustCompile(`^([–—•·▪■◦●○►➢✓\x{F0B7}\x{F02D}]) ?(\S)`)
	gluedNumber = regexp.MustCompile(`^(\d{1,2}(?:\.\d{1,2}){0,3}\.|[a-zđ]\)|[IVXLC]{1,6}\.|Điều \d{1,3}[.:])(\p{Lu})`)
	loneMark    = regexp.MustCompile(`^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.|[a-zđ]\)|[-+*–•]|[IVXLC]{1,6}\.|(?:Điều|ĐIỀU) \d{1,3}[a-zđ]?[.:])$`)
	marked      = regexp.MustCompile(`^(?:\d{1,2}(?:\.\d{1,2}){0,3}(?:[./)-]| [-–])?|\p{Ll}\)|[a-hđ][/.]|[-+*]|(?:[A-H]|[IVXLC]{1,6})(?:\.| ?[-–/])|(?:Điều|ĐIỀU) \d{1,3}[a-zđ]?[.:]) +`)
)

// line writes one paragraph as a line of official text; plain is what it says.
func (d *reading) line(p paragraph) (line, plain string) {
	if p.lines[0].Table && d.Table != nil {
		return d.Table(p.lines[0].Line)
	}
	if d.Inline != nil {
		return d.inWord(p)
	}
	text := d.repaired(p)
	if loneMark.MatchString(text) {
		d.report(diag.Warning, IDNumber, p.pos(), fmt.Sprintf("sau «%s» không có nội dung; dòng này được giữ nguyên", text),
			"viết tiếp nội dung của mục này trong dữ liệu, hoặc xóa dòng")
		return `\` + markup.Escape(text), text
	}
	if cells, ok := row(text); ok {
		plain = strings.Join(strings.Fields(strings.ReplaceAll(text, "|", " ")), " ")
		if strings.Trim(plain, "-: ") == "" { // the row of dashes below the heads of the columns
			plain = ""
		}
		return cells, plain
	}
	mark := marked.FindString(text)
	line, plain = d.starred(p, text[len(mark):])
	return guarded(mark + line), mark + plain
}

// inWord writes one paragraph of a Word file, which has the same marks repaired as [reading.repaired] says.
func (d *reading) inWord(p paragraph) (line, plain string) {
	line, noted := d.Inline(p.lines[0].Line, p.label, p.end)
	if p.label != "" {
		return line, cmp.Or(noted, p.text)
	}
	text := d.repaired(p)
	if first, rest, ok := strings.Cut(text, " "); ok && strings.HasPrefix(line, "- ") && first != "-" { // a list's own bullet
		d.mark(p, first+" …", "- …")
		text = "- " + rest
	}
	return line, cmp.Or(noted, text)
}

// repaired sets a blank behind marks that were glued to their text, and hyphens for other bullets.
func (d *reading) repaired(p paragraph) string {
	text := p.text
	if m := bullet.FindStringSubmatchIndex(text); m != nil {
		d.mark(p, text[m[2]:m[3]]+"…", "- …")
		text = "- " + text[m[4]:]
	}
	if gluedDash.MatchString(text) {
		d.mark(p, text[:1]+"…", text[:1]+" …")
		text = gluedDash.ReplaceAllString(text, "$1 $2")
	}
	if m := gluedNumber.FindStringSubmatch(text); m != nil {
		d.mark(p, m[1]+m[2]+"…", m[1]+" "+m[2]+"…")
		text = m[1] + " " + text[len(m[1]):]
	}
	return text
}

func (d *reading) mark(p paragraph, from, to string) {
	d.report(diag.Info, IDMark, p.pos(), fmt.Sprintf("đầu dòng «%s» được viết lại thành «%s»", from, to))
}

// guarded keeps a line that is no construct from being read as one: a table's bar, a block's colon.
func guarded(line string) string {
	if strings.HasPrefix(line, ":") || strings.HasPrefix(line, "|") {
		return `\` + line
	}
	return line
}

// row reads a line with bars around its cells, as texts taken from pages of tables have them.
func row(text string) (string, bool) {
	if !strings.HasPrefix(text, "|") || !strings.HasSuffix(text, "|") || strings.Count(text, "|") < 3 {
		return "", false
	}
	cells := strings.Split(text[1:len(text)-1], "|")
	for i, c := range cells {
		if c = strings.TrimSpace(c); c != "" && strings.Trim(c, "-:") != "" {
			c = markup.Escape(c)
		}
		cells[i] = " " + c + " "
	}
	return "|" + strings.Join(cells, "|") + "|", true
}

var (
	starRun  = regexp.MustCompile(`\*+`)
	starPair = regexp.MustCompile(`(\*{1,3})([^*\s](?:[^*]*[^*\s])?)\*{1,3}`)
)

// starred writes a line's text, with the stars of Markdown that were left over in it read as looks. Stars that
// are no pairs are left out, and said to be.
func (d *reading) starred(p paragraph, text string) (line, plain string) {
	if !strings.Contains(text, "*") {
		return markup.Escape(text), text
	}
	out := pairedStars(text)
	plain = strings.Join(strings.Fields(starRun.ReplaceAllString(text, "")), " ")
	if read, ok := plainLine(out); !ok || read != plain {
		d.report(diag.Warning, IDMark, p.pos(), "các dấu * trong dòng này không thành cặp nên được bỏ đi",
			"nếu dấu * là của văn bản, ghi lại vào dữ liệu thành \\*")
		return markup.Escape(plain), plain
	}
	d.report(diag.Info, IDMark, p.pos(), "các dấu * quanh chữ được hiểu là chữ nghiêng hoặc đậm, và không in ra")
	return out, plain
}

// pairedStars keeps pairs of stars and escapes all else.
func pairedStars(text string) string {
	var out strings.Builder
	for text != "" {
		m := starPair.FindStringSubmatchIndex(text)
		if m == nil {
			out.WriteString(markup.Escape(text))
			break
		}
		out.WriteString(markup.Escape(text[:m[0]]))
		stars := text[m[2]:m[3]]
		out.WriteString(stars + markup.Escape(text[m[4]:m[5]]) + stars)
		text = text[m[1]:]
	}
	return out.String()
}

// plainLine is what a line of official text says without its looks; ok is false where it does not read well.
func plainLine(line string) (text string, ok bool) {
	content, findings := markup.Parse("\\ "+line, markup.Source{At: func(int, int) diag.Pos { return diag.Pos{} }})
	if len(findings) > 0 || len(content.Body) != 1 {
		return "", false
	}
	plain, isLine := content.Body[0].(interface{ Plain() string })
	if !isLine {
		return "", false
	}
	return strings.Join(strings.Fields(strings.TrimPrefix(plain.Plain(), "\\")), " "), true
}
