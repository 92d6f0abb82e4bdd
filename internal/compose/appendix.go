package compose

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/doc"
	"vanban/internal/sheet"
	"vanban/internal/standard"
	"vanban/internal/unit"
	"vanban/internal/viet"
)

// appendix is a phụ lục on pages of its own, numbered where there are several (Phụ lục I, mục III.1).
func (c *composer) appendix(a *doc.Appendix, index int) {
	form := c.std.Appendix
	c.begin(a.Landscape)
	width := c.section.Page.TextWidth()
	label := form.Single
	if len(c.doc.Appendices) > 1 {
		label = strings.ReplaceAll(form.Label, "{so}", c.numeral(index+1))
	}
	head := c.lines([]doc.Text{{Text: label, Pos: a.Pos}}, standard.Lines{Style: form.LabelStyle}, width)
	if !a.Title.IsZero() {
		head[0].(*sheet.Paragraph).OutlineTitle = label + ": " + a.Title.Text
	}
	c.add(head...)
	if !a.Title.IsZero() {
		c.add(c.lines([]doc.Text{a.Title}, form.Title, width)...)
	}
	c.note(form.Note)
	c.bodyText(part{body: a.Body, pos: a.Pos})
}

func (c *composer) numeral(n int) string {
	if c.std.Appendix.Numerals == "la_ma" {
		if roman, err := viet.Roman(n); err == nil {
			return roman
		}
	}
	return fmt.Sprint(n)
}

// enclosure is a document issued with this one, on pages of its own (Mẫu 1.3).
func (c *composer) enclosure(e *doc.Enclosure) {
	c.begin(false)
	pos := e.Pos
	if !e.Type.IsZero() {
		pos = e.Type.Pos
	}
	c.run(c.std.Enclosure.Order, part{typeKey: e.Type.Text, subject: e.Subject, body: e.Body, pos: pos})
}

func (c *composer) enclosureNote(part) { c.note(c.std.Enclosure.Note) }

// note is the line «(Kèm theo …)», with the number and date of the document it belongs to, or room for
// them where they are not known yet.
func (c *composer) note(form standard.Note) {
	h := c.doc.Header
	st := c.style(form.Style)
	issuer := c.issuerName()
	if issuer == "" {
		c.fault(IDIssuer, c.issuerPos(), "chưa biết tên cơ quan viết thường để ghi ở dòng kèm theo",
			"ghi tên bằng chữ thường (chương trình tự in hoa), hoặc thêm dưới «ten» một dòng «ten_goi: …» ghi tên như viết trong câu")
	}
	values := dateValues(h.Date)
	kind, body := c.symbolParts()
	values["so"] = twoDigits(h.Number.Text)
	values["ky_hieu"] = strings.NewReplacer("{loai}", kind, "{noi}", body).Replace(c.symbolIn(c.std.Number.Symbol, body))
	values["loai"], values["noi"] = kind, body
	values["ten_loai"] = c.typeOfSymbol(kind)
	values["co_quan"] = issuer
	p := &sheet.Paragraph{At: c.doc.Pos, Style: st, Runs: fill(form.Pattern, values, st.Font, form.Blank)}
	width := c.section.Page.TextWidth()
	if form.Rule != nil {
		p.Runs = c.brokenRuns(p.Runs, st, width)
		p.Rule = rule(form.Rule, width)
	}
	c.add(p)
}

func (c *composer) issuerPos() diag.Pos {
	if len(c.doc.Header.Issuer) > 0 {
		return c.doc.Header.Issuer[0].Pos
	}
	return c.doc.Pos
}

// typeOfSymbol names the type of the document that a ký hiệu belongs to, from the standard's table.
func (c *composer) typeOfSymbol(code string) string {
	for _, key := range slices.Sorted(maps.Keys(c.std.Types)) {
		if t := c.std.Types[key]; t.Code != "" && t.Code == code {
			return t.Common
		}
	}
	return c.std.Types[c.doc.Type].Common
}

// brokenRuns sets the breaks of a line with blanks in it, so that what stands under it knows how many
// lines there are.
func (c *composer) brokenRuns(runs []sheet.Run, st *sheet.Style, width unit.Length) []sheet.Run {
	if c.runsWidth(runs) <= width-hair {
		return runs
	}
	if two, ok := c.brokenBeforeWord(runs, width); ok {
		return two
	}
	var out []sheet.Run
	var used unit.Length
	for _, r := range runs {
		if r.Blank > 0 {
			if used+r.Blank > width-hair {
				r.Break, used = true, 0
			}
			used += r.Blank
			out = append(out, r)
			continue
		}
		for _, word := range strings.SplitAfter(r.Text, " ") {
			w := c.width(word, st)
			fresh := used+c.width(strings.TrimRight(word, " "), st) > width-hair
			if fresh {
				used = 0
			}
			if n := len(out); n > 0 && !fresh && out[n-1].Blank == 0 {
				out[n-1].Text += word
			} else if word != "" {
				out = append(out, sheet.Run{Text: word, Font: r.Font, Break: fresh})
			}
			used += w
		}
	}
	return out
}

// brokenBeforeWord breaks runs in two before the last word that a line is best broken before («của»), where
// both lines then have room.
func (c *composer) brokenBeforeWord(runs []sheet.Run, width unit.Length) ([]sheet.Run, bool) {
	last := len(runs) - 1
	words := strings.SplitAfter(runs[last].Text, " ")
	for i := len(words) - 1; i > 0; i-- {
		if !slices.Contains(c.std.BreakBefore, viet.Upper(strings.TrimSpace(words[i]))) {
			continue
		}
		first, second := runs[last], runs[last]
		first.Text = strings.TrimRight(strings.Join(words[:i], ""), " ")
		second.Text, second.Break = strings.Join(words[i:], ""), true
		head := slices.Clone(runs[:last])
		if first.Text != "" { // the word follows a blank
			head = append(head, first)
		}
		if c.runsWidth(head) <= width-hair && c.runsWidth([]sheet.Run{second}) <= width-hair {
			return append(head, second), true
		}
	}
	return nil, false
}

// checkAppendixMentioned reports a body that never speaks of the appendices it has (Phụ lục I, mục
// III.1.a).
func (c *composer) checkAppendixMentioned() {
	mention := c.std.Body.Mention
	if len(c.doc.Appendices) == 0 || mention == nil {
		return
	}
	for _, b := range c.doc.Body {
		if l, ok := b.(interface{ Plain() string }); ok && containsAny(viet.Lower(l.Plain()), mention.Phrases) {
			return
		}
	}
	c.findings.Add(diag.Diagnostic{ID: IDAppendix, Severity: diag.Warning, Pos: c.doc.Appendices[0].Pos,
		Message: "nội dung văn bản không nhắc đến phụ lục kèm theo",
		Hints:   []string{mention.Hint}, Clause: mention.Clause})
}

func containsAny(text string, phrases []string) bool {
	return slices.ContainsFunc(phrases, func(phrase string) bool { return strings.Contains(text, phrase) })
}
