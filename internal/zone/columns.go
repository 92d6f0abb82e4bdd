package zone

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"vanban/internal/viet"
)

var columnGap = regexp.MustCompile(`\t+|[ \x{00A0}]{3,}`)

// columned is what the lines above one say of columns in it.
type columned struct {
	parted int // into how many pieces the line above was parted; 0 for none
	label  int // how many lines above «Nơi nhận:» stands, counted from 1; 0 where it stands in none near
}

// mostCells is how many cells of a table may stand apart on a line.
const mostCells = 12

// longestTail is how many lines stand at the most between «Nơi nhận:» and the last name.
const longestTail = 40

// longestLabel is how many bytes «Nơi nhận:» may have.
const longestLabel = 32

// next is what the pieces of a line say to the line below it.
func (c columned) next(w *Words, pieces []Line) columned {
	out := columned{parted: len(pieces)}
	if len(pieces) == 1 {
		out.parted = 0
	}
	switch first := strings.TrimSpace(pieces[0].Text); {
	case len(first) < longestLabel && is(viet.Fold(first), w.label):
		out.label = 1
	case c.label > 0 && c.label < longestTail:
		out.label = c.label + 1
	}
	return out
}

// columns parts a line that holds two or more columns set by tabs or blanks: a header, or signatures. A line
// is parted only where one of its pieces is something that stands in such columns, or all are names; one in capitals
// below one that was parted as often; and one that has a recipient left and what belongs to a signature right.
func (w *Words) columns(l Line, above columned) []Line {
	if strings.Contains(l.Text, "|") {
		return w.barred(l, above)
	}
	if !strings.ContainsAny(l.Text, "\t\u00a0") && !strings.Contains(l.Text, "   ") {
		return w.glued(l)
	}
	text := strings.TrimFunc(l.Text, unicode.IsSpace)
	if l.Side != Whole || l.Table || !columnGap.MatchString(text) {
		return []Line{l}
	}
	pieces := columnGap.Split(text, -1)
	for i, piece := range pieces {
		pieces[i] = strings.Join(strings.Fields(piece), " ")
	}
	pieces = w.rejoin(pieces)
	if len(pieces) < 2 || len(pieces) > 4 || !w.standInColumns(pieces, above) {
		if len(pieces) <= mostCells {
			l.Cells = pieces
		}
		return []Line{l}
	}
	return parted(l, pieces)
}

// parted are the pieces of a line as lines of their own.
func parted(l Line, pieces []string) []Line {
	out := make([]Line, 0, len(pieces))
	for i, piece := range pieces {
		part := l
		part.Text, part.Side, part.Column, part.Pair = piece, Right, i, -1-l.Ref
		part.Gap = l.Gap && i == 0
		if i == 0 {
			part.Side = Left
		}
		out = append(out, part)
	}
	return out
}

// barred parts a line of a header whose two cells have bars around them, as pages of the web that hold laws are copied:
// each cell holds the lines of its column behind one another.
func (w *Words) barred(l Line, above columned) []Line {
	if cells, ok := w.barredTail(l, above); ok {
		return cells
	}
	cells := strings.FieldsFunc(l.Text, func(r rune) bool { return r == '|' })
	if l.Side != Whole || l.Table || len(l.Text) > longestAnchor || len(cells) < 2 || len(cells) > 3 {
		return []Line{l}
	}
	left, right := trimmedCell(cells[0]), trimmedCell(cells[1])
	if len(cells) == 3 && trimmedCell(cells[2]) != "" {
		return []Line{l}
	}
	words := strings.Fields(right)
	for i := len(words); i > 0; i-- {
		if _, ok := w.national[viet.Fold(strings.Join(words[:i], " "))]; ok && isUpper(left) {
			out := parted(l, []string{left, strings.Join(words[:i], " ")})
			if motto := strings.Join(words[i:], " "); motto != "" {
				out = append(out, parted(l, []string{"", motto})[1])
			}
			return out
		}
	}
	_, number := w.Number(left)
	if _, _, dated := w.Date(right); number && dated || isUpper(left) && w.isMotto(viet.Fold(right)) {
		return parted(l, []string{left, right})
	}
	return []Line{l}
}

// barredTail parts a line at the bar that scanning left between recipients and signature: that of «Nơi nhận:», and those
// below it.
func (w *Words) barredTail(l Line, above columned) ([]Line, bool) {
	text := strings.TrimSpace(l.Text)
	if strings.Count(text, "|") != 1 || l.Side != Whole || l.Table || len(text) > longestAnchor {
		return nil, false
	}
	left, right, _ := strings.Cut(text, "|")
	left, right = trimmedCell(left), trimmedCell(right)
	if !is(viet.Fold(left), w.label) && above.label == 0 {
		return nil, false
	}
	cells := parted(l, []string{left, right})
	if left == "" {
		return cells[1:], true
	}
	if right == "" {
		return cells[:1], true
	}
	return cells, true
}

// trimmedCell is the text of a cell without the line drawn below it.
func trimmedCell(s string) string { return strings.TrimRight(strings.TrimSpace(s), "-–_ ") }

// longestGlued is how many bytes a line may have that holds two columns with one blank between them.
const longestGlued = 200

// glued parts a line whose two columns have a single blank between them, as scanned headers have: the left one ends
// where Quốc hiệu, Tiêu ngữ or, behind a number, địa danh và thời gian begin.
func (w *Words) glued(l Line) []Line {
	if strings.HasSuffix(l.Text, ")") && len(l.Text) <= longestGlued {
		return w.signedName(l)
	}
	if l.Side != Whole || l.Table || len(l.Text) > longestGlued || strings.ContainsAny(last(strings.TrimSpace(l.Text)), ".;:,") {
		return []Line{l}
	}
	end := l.Text[strings.LastIndexByte(strings.TrimSpace(l.Text), ' ')+1:]
	if end = strings.TrimSpace(end); !yearAlone.MatchString(end) && !w.endsHeader(end) {
		return []Line{l}
	}
	words := strings.Fields(l.Text)
	for i := 1; i < len(words); i++ {
		left, right := strings.Join(words[:i], " "), strings.Join(words[i:], " ")
		folded := viet.Fold(right)
		_, national := w.national[folded]
		n, number := w.Number(left)
		number = number && n.Symbol != ""
		header := number || isUpper(left)
		switch {
		case national && isUpper(l.Text), header && len(words)-i > 3 && w.isMotto(folded):
			return parted(l, []string{left, right})
		case number:
			if _, _, dated := w.Date(right); dated {
				return parted(l, []string{left, right})
			}
		}
	}
	return []Line{l}
}

// signedName parts a name from the words behind it that stand for the signature: «Lục Văn Thắng (đã ký)».
func (w *Words) signedName(l Line) []Line {
	name, _, ok := strings.Cut(l.Text, " (")
	if !ok || l.Table || !w.isName(name) || !begins(viet.Fold(l.Text[len(name):]), w.signed) {
		return []Line{l}
	}
	first, second := l, l
	first.Text, second.Text, second.Gap = name, l.Text[len(name)+1:], false
	return []Line{first, second}
}

var yearAlone = regexp.MustCompile(`^\d{4}$`)

// endsHeader tells the last word of Quốc hiệu or Tiêu ngữ.
func (w *Words) endsHeader(word string) bool {
	folded := viet.Fold(word)
	for national := range w.national {
		if strings.HasSuffix(national, " "+folded) {
			return true
		}
	}
	return slices.ContainsFunc(w.motto, func(motto string) bool { return strings.HasSuffix(motto, " "+folded) })
}

// rejoin puts together what stands in one column though blanks were left in it to be filled in by hand: a number
// («Số:      /KH-UBND»), a date («Nam Khê, ngày     tháng 5 năm 2026»).
func (w *Words) rejoin(pieces []string) []string {
	if len(pieces) > 8 {
		return pieces
	}
	var out []string
	for i := 0; i < len(pieces); {
		end := i + 1
		_, opens := w.Number(pieces[i])
		for k := len(pieces); k > i+1; k-- {
			whole := strings.Join(pieces[i:k], " ")
			n, number := w.Number(whole)
			_, _, date := w.Date(whole)
			if number && n.Symbol != "" || date && !opens {
				end = k
				break
			}
		}
		out = append(out, strings.Join(pieces[i:end], " "))
		i = end
	}
	return out
}

func (w *Words) standInColumns(pieces []string, above columned) bool {
	names := 0
	if end := pieces[len(pieces)-1]; above.label > 0 && dashLine.MatchString(pieces[0]) && (w.isName(end) || w.isNameButOne(end) || begins(viet.Fold(end), w.signed)) {
		return true
	}
	if !slices.ContainsFunc(pieces, func(s string) bool { return !is(viet.Fold(s), w.roles) }) { // «Thư ký      Chủ trì»
		return true
	}
	if above.parted == len(pieces) && !slices.ContainsFunc(pieces, func(s string) bool { return !isUpper(s) }) {
		return true
	}
	for i, piece := range pieces {
		folded := viet.Fold(piece)
		if _, ok := w.national[folded]; ok || w.isMotto(folded) {
			return true
		}
		_, _, date := w.Date(piece)
		_, _, short := w.ShortDate(piece)
		if (date || short) && i > 0 {
			return true
		}
		if is(folded, w.label) && i == 0 {
			return true
		}
		if isUpper(piece) && (is(folded, w.roles) || begins(folded, w.prefixes) || begins(folded, w.posts)) {
			return true
		}
		if w.isName(piece) {
			names++
		}
	}
	return names == len(pieces)
}

// isName tells a full name (họ và tên): two to six syllables that each begin with a capital, a degree before
// it left aside. A name all in capitals must begin with a common family name.
func (w *Words) isName(text string) bool {
	folded := viet.Fold(text)
	words := strings.Fields(text)
	for len(words) > 2 {
		head := viet.Fold(words[0])
		two := viet.Fold(words[0] + " " + words[1])
		if is(two, w.degrees) {
			words = words[2:]
		} else if is(head, w.degrees) {
			words = words[1:]
		} else {
			break
		}
	}
	if len(words) < 2 || len(words) > 6 || len(text) > 60 ||
		w.openings[viet.Lower(strings.Fields(text)[0])] && (begins(folded, w.posts) || begins(folded, w.bodies)) {
		return false
	}
	for _, word := range words {
		for i, r := range word {
			if i == 0 && !unicode.IsUpper(r) || !unicode.IsLetter(r) && r != '’' && r != '\'' && r != '-' && r != '.' {
				return false
			}
		}
	}
	if isUpper(text) {
		return is(viet.Fold(words[0]), w.families)
	}
	for _, word := range words {
		if r := []rune(word); len(r) > 2 && unicode.IsUpper(r[1]) && unicode.IsUpper(r[2]) {
			return false // «UBND Tỉnh»
		}
	}
	return true
}

// isNameButOne tells a full name, behind a common family name, of which one syllable begins with a small letter: «Hà duy
// Thiên». Only where a name must stand is it one.
func (w *Words) isNameButOne(text string) bool {
	words := strings.Fields(text)
	small := 0
	for i, word := range words {
		if first, _ := utf8First(word); unicode.IsLower(first) {
			small++
			words[i] = viet.Capitalize(word)
		}
	}
	return small == 1 && is(viet.Fold(words[0]), w.families) && w.isName(strings.Join(words, " ")) && words[0] == strings.Fields(text)[0]
}
