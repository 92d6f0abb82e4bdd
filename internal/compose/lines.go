package compose

import (
	"fmt"
	"slices"
	"strings"

	"vanban/internal/doc"
	"vanban/internal/sheet"
	"vanban/internal/standard"
	"vanban/internal/unit"
	"vanban/internal/viet"
)

// longestTitle is how many words a line in the middle may have: more is text that was put in the wrong key.
const longestTitle = 200

// lines makes a component in the middle: one paragraph, the author's lines in it, each broken by meaning
// where it is wider than width. A rule, where the component has one, is measured on the widest line. A text
// that a draft has not got is left out: the schema has told of it.
func (c *composer) lines(texts []doc.Text, form standard.Lines, width unit.Length) []sheet.Block {
	texts = slices.DeleteFunc(slices.Clone(texts), doc.Text.IsZero)
	if len(texts) == 0 {
		return nil
	}
	st := c.style(form.Style)
	if form.Share > 0 {
		width = unit.Length(float64(width) * form.Share)
	}
	p := &sheet.Paragraph{At: texts[0].Pos, Style: st}
	var widest unit.Length
	for i, t := range texts {
		text := t.Text
		if n := len(strings.Fields(text)); n > longestTitle {
			c.fault(IDLong, t.Pos, fmt.Sprintf("«%s» dài %d từ, nhiều nhất là %d", st.Name, n, longestTitle), "rút gọn, đưa phần giải thích vào nội dung")
			continue
		}
		if form.Upper {
			text = viet.Upper(text)
		}
		if form.Lower && i == 0 {
			text = lowerFirst(text)
		}
		for _, line := range c.broken(text, st, width) {
			w := c.width(line, st)
			if w > width {
				c.fault(IDNarrow, t.Pos, fmt.Sprintf("«%s» rộng %.0f mm, không vừa chỗ rộng %.0f mm của «%s»",
					line, w.Millimetres(), width.Millimetres(), st.Name), "viết tên ngắn hơn, hoặc dùng bộ cỡ chữ nhỏ hơn (co_chu)")
			}
			widest = max(widest, w)
			p.Runs = append(p.Runs, sheet.Run{Text: line, Font: st.Font, Break: len(p.Runs) > 0})
		}
	}
	if form.Rule != nil {
		p.Rule = rule(form.Rule, widest)
	}
	return []sheet.Block{p}
}

func rule(r *standard.Rule, text unit.Length) *sheet.Rule {
	return &sheet.Rule{Length: unit.Length(float64(text) * r.Share.Value), Gap: r.Gap, Weight: r.Weight}
}

func (c *composer) word(w *standard.Word) *sheet.Paragraph {
	st := c.style(w.Style)
	p := &sheet.Paragraph{Style: st, Runs: []sheet.Run{{Text: w.Text, Font: st.Font}}}
	if w.Rule != nil {
		p.Rule = rule(w.Rule, c.width(w.Text, st))
	}
	return p
}

func (c *composer) width(text string, st *sheet.Style) unit.Length {
	return c.measure.Width(text, st.Font.Bold, st.Font.Italic, st.Font.Size)
}

// broken breaks text into as few lines as width allows and, among those, where the meaning does: before
// a word such as «VÀ» or «TỈNH», after a comma, and with lines of like length.
func (c *composer) broken(text string, st *sheet.Style, width unit.Length) []string {
	words := strings.Fields(text)
	if len(words) == 0 || c.width(text, st) <= width || len(words) > longestTitle {
		return []string{text}
	}
	best := c.breaks(words, st, width)
	var out []string
	for i, from := range best {
		to := len(words)
		if i+1 < len(best) {
			to = best[i+1]
		}
		out = append(out, strings.Join(words[from:to], " "))
	}
	return out
}

// breaks gives the index of the first word of each line, by the cheapest path over all break points.
func (c *composer) breaks(words []string, st *sheet.Style, width unit.Length) []int {
	const perLine = 1e6 // one line more costs more than any looks
	n := len(words)
	inside := c.insidePhrases(words)
	cost := make([]float64, n+1)
	next := make([]int, n+1)
	for from := n - 1; from >= 0; from-- {
		cost[from] = -1
		for to := from + 1; to <= n; to++ {
			w := c.width(strings.Join(words[from:to], " "), st)
			if w > width && to > from+1 {
				break
			}
			slack := 1 - float64(w)/float64(width)
			total := perLine + 100*slack*slack + cost[to]
			if to < n {
				total += c.breakCost(words[to-1], words[to])
				if inside[to] {
					total += 300
				}
			}
			if cost[from] < 0 || total < cost[from] {
				cost[from], next[from] = total, to
			}
		}
	}
	var starts []int
	for at := 0; at < n; at = next[at] {
		starts = append(starts, at)
	}
	return starts
}

// insidePhrases tells before which words a line would begin in the middle of a phrase that stays together.
func (c *composer) insidePhrases(words []string) []bool {
	inside := make([]bool, len(words)+1)
	low := make([]string, len(words))
	for i, w := range words {
		low[i] = strings.Trim(viet.Lower(w), ",.;:()")
	}
	for _, phrase := range c.std.Together {
		parts := strings.Fields(phrase)
		for i := 0; i+len(parts) <= len(low); i++ {
			if slices.Equal(low[i:i+len(parts)], parts) {
				for k := 1; k < len(parts); k++ {
					inside[i+k] = true
				}
			}
		}
	}
	return inside
}

// breakCost prices a break between two words: a quarter of a line's worth of slack where nothing speaks
// for it.
func (c *composer) breakCost(before, after string) float64 {
	if strings.HasSuffix(before, ",") || strings.HasSuffix(before, ";") || strings.HasSuffix(before, ":") {
		return 0
	}
	if slices.Contains(c.std.BreakBefore, viet.Upper(after)) {
		return 0
	}
	return 25
}

func lowerFirst(s string) string {
	r := []rune(s)
	if len(r) < 2 || viet.Lower(string(r[1])) != string(r[1]) {
		return s // an abbreviation keeps its capitals
	}
	return viet.Lower(string(r[0])) + string(r[1:])
}
