package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"vanban/internal/mend"
	"vanban/internal/standard"
	"vanban/internal/unit"
	"vanban/internal/viet"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// words are the words of the right column of the standard's header: its first line (Quốc hiệu, or the Party's
// name), and what follows it (Tiêu ngữ), by their keys.
func (i *inspection) words() (national string, motto []string) {
	for _, layout := range slices.Sorted(maps.Keys(i.Standard.Headers)) {
		for _, row := range i.Standard.Headers[layout] {
			for _, key := range row.Right {
				if i.Standard.Words[key] == nil {
					continue
				}
				if national == "" {
					national = key
				} else if key != national && !slices.Contains(motto, key) {
					motto = append(motto, key)
				}
			}
		}
		if national != "" {
			return national, motto
		}
	}
	return "", nil
}

// said joins the text of several lines as one.
func said(spots []*spot) string {
	var b []string
	for _, s := range spots {
		if s.several {
			b = append(b, s.line.Text)
		} else {
			b = append(b, s.text)
		}
	}
	return strings.Join(strings.Fields(strings.Join(b, " ")), " ")
}

// headed are the parts that must have a header of their own.
func (i *inspection) headed() []int { return i.parts(zone.Main, zone.Enclosure, zone.Another) }

// national: the words of Quốc hiệu, on one line.
func (i *inspection) national() {
	key, _ := i.words()
	word := i.Standard.Words[key]
	if word == nil {
		return
	}
	for _, n := range i.headed() {
		spots := i.of(n, zone.National)
		if len(spots) == 0 {
			i.noNational(n, word.Text)
			continue
		}
		is := said(spots)
		if !same(is, word.Text) {
			b := breach{id: IDNationalText, at: spots[0], what: fmt.Sprintf("%s ghi «%s», phải là «%s»", zone.National, is, word.Text), cure: "sửa lại cho đúng từng chữ"}
			if len(spots) == 1 && spots[0].line.Side == zone.Whole || len(spots) == 1 && spots[0].cell != nil {
				b.fix = i.write(spots[0], word.Text)
			}
			i.report(b)
		}
		i.oneLine(spots, IDNationalWrap, "")
	}
}

// noNational tells of a part without the line: missing, or misspelt above the motto. Where something else stands in
// capitals on the right, the document may be of an organisation with a head of its own.
func (i *inspection) noNational(n int, text string) {
	if i.Found.Parts[n].Kind == zone.Enclosure || len(i.Found.Of(n, zone.National)) > 0 {
		return
	}
	const cure = "ghi đúng dòng này ở đầu trang 1, bên phải"
	if mottos := i.of(n, zone.Motto); len(mottos) > 0 {
		for k := mottos[0].index - 1; k >= 0 && i.flow[k].cell == mottos[0].cell && i.flow[k].box == mottos[0].box; k-- {
			if s := i.flow[k]; !s.blank() {
				if upper(s.text) && !s.several {
					i.report(breach{id: IDNationalText, at: s, what: fmt.Sprintf("%s ghi «%s», phải là «%s»", zone.National, excerpt(s.text), text), cure: cure})
					return
				}
				break
			}
		}
		i.report(breach{id: IDNationalText, at: mottos[0], what: fmt.Sprintf("thiếu dòng «%s» ở trên", text), cure: cure})
		return
	}
	if !i.nowhere(n, zone.National) || i.otherHead(n) != "" {
		return
	}
	i.report(breach{id: IDNationalText, place: "đầu văn bản", what: fmt.Sprintf("thiếu dòng «%s»", text), cure: cure})
}

// otherHead is the line in capitals that stands in the right column above the type's name; empty where none does.
func (i *inspection) otherHead(n int) string {
	p := i.Found.Parts[n]
	for _, l := range i.Found.Lines[p.From:p.To] {
		if l.Kind == zone.TypeName || l.Kind == zone.Body {
			return ""
		}
		if l.Side == zone.Right && (l.Kind == zone.Issuer || l.Kind == zone.Outside) && upper(l.Text) {
			return l.Text
		}
	}
	return ""
}

// write gives a paragraph the words of the standard, where it holds nothing else.
func (i *inspection) write(s *spot, text string) func(*mend.File) bool {
	return func(f *mend.File) bool {
		is, ok := f.Text(s.at())
		if !ok || strings.ContainsAny(strings.TrimSpace(is), "\t\n") {
			return false
		}
		trimmed := strings.TrimSpace(is)
		return f.Rewrite(s.at(), strings.Replace(is, trimmed, text, 1))
	}
}

// oneLine reports a component that takes more than one line, where its room is known.
func (i *inspection) oneLine(spots []*spot, id, clause string) {
	name := spots[0].line.Kind.String()
	cure := "nới cột bên phải, thu cột bên trái của bảng đầu trang; đặt lề ô bằng 0"
	if len(spots) > 1 {
		i.report(breach{id: id, at: spots[0], clause: clause, what: name + " trình bày thành nhiều dòng, phải trên một dòng", cure: cure})
		return
	}
	for _, s := range spots {
		if i.runIn(s) {
			continue // its forced breaks part components
		}
		if strings.Contains(strings.TrimSpace(s.text), "\n") && s.line.Side == zone.Whole || s.cell != nil && strings.Contains(strings.TrimSpace(s.text), "\n") {
			i.report(breach{id: id, at: s, clause: clause, what: name + " trình bày thành nhiều dòng, phải trên một dòng", cure: "xóa chỗ ngắt dòng trong dòng này"})
			continue
		}
		if width := i.width(s.p); s.cell != nil && s.room > 0 && width > s.room+unit.MM/2 {
			i.report(breach{id: id, at: s, clause: clause, what: fmt.Sprintf("%s bị xuống dòng: chữ dài %s, chỗ trong cột rộng %s", name, mm(width), mm(s.room)), cure: cure})
		}
	}
}

// nowhere tells whether no line of a part, sure or not, is of the kind, and the header was recognised otherwise.
func (i *inspection) nowhere(part int, kind zone.Kind) bool {
	known := 0
	if len(i.Found.Of(part, kind)) > 0 {
		return false
	}
	for _, k := range []zone.Kind{zone.Number, zone.PlaceDate, zone.Issuer, zone.TypeName, zone.Motto, zone.National} {
		if len(i.Found.Of(part, k)) > 0 {
			known++
		}
	}
	return known >= 2
}

// motto: the words of Tiêu ngữ, letter by letter, on one line.
func (i *inspection) motto() {
	_, keys := i.words()
	if len(keys) == 0 {
		return
	}
	word := i.Standard.Words[keys[0]]
	for _, n := range i.headed() {
		spots := i.of(n, zone.Motto)
		if len(spots) == 0 {
			if len(i.of(n, zone.National)) > 0 && i.nowhere(n, zone.Motto) {
				i.report(breach{id: IDMottoText, at: i.of(n, zone.National)[0], what: fmt.Sprintf("thiếu dòng «%s» bên dưới", word.Text), cure: "thêm dòng này ngay dưới"})
			}
			continue
		}
		is := said(spots)
		if !same(is, word.Text) && !same(strings.TrimRight(is, "."), word.Text) || strings.HasSuffix(is, ".") {
			b := breach{id: IDMottoText, at: spots[0], what: fmt.Sprintf("%s ghi «%s», phải là «%s»", zone.Motto, is, word.Text), cure: "sửa lại cho đúng; " + i.mottoHint(is, word.Text)}
			if len(spots) == 1 {
				b.fix = i.write(spots[0], word.Text)
			}
			i.report(b)
		}
		i.oneLine(spots, IDNationalWrap, i.Standard.Styles[word.Style].Clause)
	}
}

// mottoHint says what is easily overlooked.
func (i *inspection) mottoHint(is, want string) string {
	switch {
	case strings.ContainsAny(is, "–—"):
		return "dùng gạch nối ngắn (-), không dùng gạch dài: Word tự đổi khi gõ, bấm Ctrl+Z ngay sau đó"
	case viet.Lower(is) == viet.Lower(want):
		return "chỉ viết hoa chữ cái đầu của từng cụm từ"
	}
	return "giữa các cụm từ là gạch nối ngắn có cách chữ hai bên"
}

// headerSizes: the sizes of Quốc hiệu, Tiêu ngữ and date go together as one of the standard's sets says.
func (i *inspection) headerSizes() {
	key, mottos := i.words()
	if key == "" || len(mottos) == 0 || len(i.Standard.SizeSets) < 2 {
		return
	}
	styles := []*standard.Style{i.Standard.Styles[i.Standard.Words[key].Style], i.Standard.Styles[i.Standard.Words[mottos[0]].Style], i.Standard.Styles[i.Standard.PlaceDate.Style]}
	for _, n := range i.headed() {
		var sizes []unit.Length
		var at *spot
		for _, k := range []zone.Kind{zone.National, zone.Motto, zone.PlaceDate} {
			spots := i.of(n, k)
			if len(spots) == 0 {
				break
			}
			if at == nil {
				at = spots[0]
			}
			size, one := oneSize(spots[0])
			if !one {
				break
			}
			sizes = append(sizes, size)
		}
		if len(sizes) < len(styles) {
			continue
		}
		fits, ranges := false, true
		for _, set := range i.Standard.SizeSets {
			all := true
			for k, st := range styles {
				all = all && within(sizes[k], st.Size(set), i.c.Tolerance.Size)
				ranges = ranges && st.SizeRange.Holds(sizes[k], i.c.Tolerance.Size)
			}
			fits = fits || all
		}
		if !fits && ranges { // sizes out of range are told by the rule about each component
			i.report(breach{id: IDSizeMix, at: at, what: fmt.Sprintf("cỡ chữ %s, %s, %s của quốc hiệu, tiêu ngữ, địa danh và thời gian không cùng một bộ",
				pt(sizes[0]), pt(sizes[1]), pt(sizes[2])),
				cure: "dùng thống nhất " + i.sets(styles)})
		}
	}
}

func (i *inspection) sets(styles []*standard.Style) string {
	var out []string
	for _, set := range i.Standard.SizeSets {
		var sizes []string
		for _, st := range styles {
			sizes = append(sizes, pt(st.Size(set)))
		}
		out = append(out, strings.Join(sizes, " - "))
	}
	return strings.Join(out, ", hoặc ")
}

// oneSize is the size of a paragraph's letters, where it is the same for all of them.
func oneSize(s *spot) (unit.Length, bool) {
	var size unit.Length
	for _, r := range s.runs() {
		if r.VertAlign != word.Baseline || count(r.Text) == 0 {
			continue
		}
		if size != 0 && r.Size != size {
			return 0, false
		}
		size = r.Size
	}
	return size, size > 0
}

// issuerName: the issuer's name in full.
func (i *inspection) issuerName() {
	short := i.c.Short["co_quan"]
	for _, n := range i.documents() {
		for _, s := range i.of(n, zone.Issuer) {
			for _, w := range strings.FieldsFunc(s.line.Text, func(r rune) bool { return r == ' ' || r == ',' || r == '-' || r == '(' || r == ')' }) {
				if slices.Contains(short, w) {
					i.report(breach{id: IDShortName, at: s, what: fmt.Sprintf("tên cơ quan ban hành viết tắt «%s»", w), cure: "viết đầy đủ tên cơ quan; chỉ cơ quan chủ quản mới được viết tắt"})
					break
				}
			}
		}
	}
}

// headerRow: số, ký hiệu and địa danh, thời gian on one line.
func (i *inspection) headerRow() {
	for _, n := range i.documents() {
		numbers, dates := i.of(n, zone.Number), i.of(n, zone.PlaceDate)
		if len(numbers) == 0 || len(dates) == 0 {
			continue
		}
		a, b := numbers[0], dates[0]
		if a.table == nil || a.table != b.table {
			continue // columns set by tabs stand on one line; text boxes stand anywhere
		}
		if a.row == b.row {
			if left, ok := i.above(a); ok {
				if right, ok := i.above(b); ok && !within(left, right, i.c.Tolerance.Row) {
					i.report(breach{id: IDHeaderRow, at: b, what: "địa danh và thời gian không nằm ngang hàng với số, ký hiệu",
						cure: "tách bảng đầu trang thành hai hàng: tên cơ quan và quốc hiệu ở hàng trên, số và thời gian ở hàng dưới"})
				}
			}
			continue
		}
		i.report(breach{id: IDHeaderRow, at: b, what: "địa danh và thời gian không nằm cùng hàng của bảng đầu trang với số, ký hiệu",
			cure: "chuyển địa danh và thời gian sang cùng hàng với số, ký hiệu"})
	}
}

// dateForm: the date under Quốc hiệu and Tiêu ngữ is written out.
func (i *inspection) dateForm() {
	for _, n := range i.documents() {
		for _, s := range i.of(n, zone.PlaceDate) {
			place, date, ok := i.Words.ShortDate(s.line.Text)
			if !ok || !date.IsFull() || date.Month > 12 || date.Day > 31 {
				continue
			}
			right := strings.NewReplacer("{dia_danh}", place, "{ngay}", date.DayText(), "{thang}", date.MonthText(), "{nam}", fmt.Sprint(date.Year)).Replace(i.Standard.PlaceDate.Pattern)
			b := breach{id: IDDateForm, at: s, what: fmt.Sprintf("%s ghi «%s», phải viết đủ «%s»", zone.PlaceDate, s.line.Text, right), cure: "viết đủ các chữ ngày, tháng, năm"}
			if !i.runIn(s) {
				b.fix = i.write(s, right)
			}
			i.report(b)
		}
	}
}

// above estimates how much room the paragraphs before one take in its cell; ok is false where a line may or may
// not break.
func (i *inspection) above(s *spot) (height unit.Length, ok bool) {
	for _, other := range i.flow {
		if other.cell != s.cell {
			continue
		}
		h, sure := i.height(other)
		if other.p == s.p {
			return height + other.p.Before, true
		}
		if !sure {
			return 0, false
		}
		height += h
	}
	return 0, false
}
