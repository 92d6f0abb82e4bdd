package zone

import (
	"regexp"
	"strings"
	"unicode"
)

// partTitles parts a line that holds the type's name and the beginning of the abstract («BIÊN BẢN HỌP», «KẾ HOẠCH TỔ
// CHỨC HỘI THẢO»), where it stands right below a header, and one that holds label and title of an appendix.
func (f *finder) partTitles() {
	heads := map[int]int{} // index of such a line → words of the type's name
	tail := false          // Nơi nhận: stands above
	for i := range f.lines {
		n := f.titleHead(i)
		if n == 0 {
			n = f.appendixHeadWords(i, tail)
			f.lines[i].labelled = n > 0
		}
		if n > 0 {
			heads[i] = n
		}
		tail = tail || len(f.text(i)) < longestLabel && f.isLabel(i)
	}
	if len(heads) == 0 {
		return
	}
	lines, entries := f.out.Lines, f.lines
	f.out.Lines, f.lines = nil, nil
	for i, l := range lines {
		n, parted := heads[i]
		if !parted {
			f.out.Lines, f.lines = append(f.out.Lines, l), append(f.lines, entries[i])
			continue
		}
		words := strings.Fields(l.Text)
		for k, text := range []string{strings.Join(words[:n], " "), strings.Join(words[n:], " ")} {
			part := l
			part.Text = text
			if k == 1 && entries[i].labelled {
				part.Gap, part.Doubt = false, "nhãn và tiêu đề phụ lục đứng trên một dòng: phần sau số được hiểu là tiêu đề"
			} else if k == 1 {
				part.Gap, part.Doubt = false, "tên loại và trích yếu đứng trên một dòng: chữ đứng đầu được hiểu là tên loại, phần sau là trích yếu"
			}
			f.out.Lines, f.lines = append(f.out.Lines, part), append(f.lines, entry{upper: isUpper(text), parted: k == 1, labelled: entries[i].labelled})
		}
	}
}

// numberedTitle is a line that begins with a few words and a number, a title behind them.
var numberedTitle = regexp.MustCompile(`^\p{Lu}\p{L}+(?: \p{L}+){0,2} (?:[IVXLCivxlc]+|\d{1,3}) ?[.:–-]`)

// labelAndTitle is what follows the word of an appendix where its title stands on the line: «1: danh mục …».
var labelAndTitle = regexp.MustCompile(`^(?:[ivxlc]+|\d{1,3}) ?(?:[.:]|[-–] ) ?\pL`)

// appendixHeadWords counts the words of an appendix's label that a line begins with, its title behind them; 0 for any
// other line. One in the middle of a text has the line that ties it to the document below it.
func (f *finder) appendixHeadWords(i int, tail bool) int {
	if f.out.Lines[i].Table || !numberedTitle.MatchString(f.text(i)) { // few lines are worth folding
		return 0
	}
	rest, ok := after(f.folded(i), f.w.appendix)
	if !ok || !labelAndTitle.MatchString(rest) || !tail && !f.noteBelow(i) {
		return 0
	}
	words := strings.Fields(f.text(i))
	n := len(words) - len(strings.Fields(rest)) + 1
	if n < len(words) && strings.Trim(words[n], "-–") == "" {
		n++
	}
	return n
}

// The lines above such a line in which a header ends, and those below it in which none goes on.
const (
	headerAboveTitle = 3
	headerBelowTitle = 4
)

// titleHead counts the words of a type's name that a line begins with, 0 where it holds nothing else or stands
// elsewhere than below a header.
func (f *finder) titleHead(i int) int {
	l := f.out.Lines[i]
	if !f.lines[i].upper || l.Table || l.Side != Whole || f.folded(i) == "" || f.structural(i) {
		return 0
	}
	longest := 0
	for name := range f.w.types {
		if strings.HasPrefix(f.folded(i), name+" ") {
			longest = max(longest, len(name))
		}
	}
	if longest == 0 {
		return 0
	}
	rest := []rune(strings.TrimSpace(f.folded(i)[longest:]))
	if len(rest) == 0 || !unicode.IsLetter(rest[0]) || is(f.folded(i), f.w.orders) {
		return 0
	}
	under := false
	for k, seen := i-1, 0; k >= 0 && seen < headerAboveTitle && !under; k-- {
		if !f.isRule(k) {
			seen++
			under = f.ofHeader(k)
		}
	}
	for k := i + 1; under && k < min(f.len(), i+1+headerBelowTitle); k++ {
		_, national := f.isNational(k)
		n, number := f.w.Number(f.text(k))
		under = !national && !(number && n.Symbol != "")
	}
	if !under {
		return 0
	}
	return len(strings.Fields(f.folded(i)[:longest]))
}

// ofHeader tells a line that only a header has.
func (f *finder) ofHeader(i int) bool {
	if f.folded(i) == "" || f.out.Lines[i].Table {
		return false
	}
	if _, ok := f.isNational(i); ok || f.isMotto(i) {
		return true
	}
	if n, ok := f.w.Number(f.text(i)); ok && n.Symbol != "" {
		return true
	}
	_, _, dated := f.w.Date(f.text(i))
	return dated
}
