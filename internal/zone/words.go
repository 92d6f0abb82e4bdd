package zone

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/standard"
	"vanban/internal/viet"
)

// Words are what components are recognised by: the words of the standards, and a file of what else stands in
// real documents (templates/nhan-dang.yaml). All are kept folded ([viet.Fold]).
type Words struct {
	national  map[string]string // the first words of ô 1 → id of the standard
	motto     []string          // what follows them
	stars     []string          // words of the left column and below the abstract that stand for a line
	orders    []string          // QUYẾT ĐỊNH:
	types     map[string]string // name of a type → its key
	label     []string          // Nơi nhận
	addressee []string          // Kính gửi
	about     []string          // V/v
	prefixes  []string          // TM., KT. …
	urgency   []string
	circulate []string
	file      []string // Lưu
	numbers   []numberForm
	dates     []dateForm
	noteForms []noteForm
	endMarks  []string // ./.

	contents           []string // MỤC LỤC
	copies             []string // forms of copies: SAO Y
	primary, secondary []string // how grounds begin
	bodies, posts      []string
	roles, signed      []string
	drafts, secrecy    []string
	foreign            []string // what other organisations have in the place of Quốc hiệu
	contacts           []string
	appendix, notes    []string
	portal             []string
	families, degrees  []string
	phrases            map[string][]string // further lists of the file, as written
	openings           map[string]bool     // the first words of bodies and posts with their marks: the name Vũ is no Vụ
}

// Phrases gives a list of the vocabulary file that others go by, as written there: «quet_sai» (likely scanning
// errors, «wrong = right»), «thoi_han» (words before a deadline), «dau_don_vi» (how names of units begin),
// «nhu_tren_khac» (a first recipient that says «as above»), «cot_so» (how the column of numbers of a table is headed), «noi_tiep»
// (words that no paragraph ends with), «co_quan_cua_noi» and «cap_cua_noi» (a body that is named by its place, and the
// levels of places).
func (w *Words) Phrases(key string) []string { return w.phrases[key] }

// NewWords gathers the words of the standards and of a vocabulary file. A key of the file that is missing or
// unknown, or is no list of texts, is an error ([IDWords]).
func NewWords(vocabulary *data.Node, standards ...*standard.Standard) (*Words, diag.List) {
	w := &Words{national: map[string]string{}, types: map[string]string{}, phrases: map[string][]string{}, openings: map[string]bool{}}
	for _, s := range standards {
		w.take(s)
	}
	var findings diag.List
	fault := func(pos diag.Pos, message, hint string) {
		findings.Add(diag.Diagnostic{ID: IDWords, Severity: diag.Error, Pos: pos, Message: message, Hints: []string{hint}})
	}
	lists := w.lists()
	for _, f := range vocabulary.Fields {
		into, known := lists[f.Key]
		if !known {
			fault(f.KeyPos, fmt.Sprintf("khóa «%s» không có trong danh sách từ nhận dạng", f.Key), "bỏ khóa này, hoặc sửa tên khóa")
			continue
		}
		delete(lists, f.Key)
		if f.Value.Kind != data.List {
			fault(f.Value.Pos, fmt.Sprintf("khóa «%s» cần một danh sách từ", f.Key), "viết như [từ thứ nhất, từ thứ hai]")
			continue
		}
		for _, item := range f.Value.Items {
			if into == nil {
				w.phrases[f.Key] = append(w.phrases[f.Key], item.Text)
			} else {
				add(into, item.Text)
			}
			if first := strings.Fields(viet.NFC(item.Text)); len(first) > 0 && (into == &w.bodies || into == &w.posts) {
				w.openings[viet.Lower(first[0])] = true
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(lists)) {
		fault(vocabulary.Pos, fmt.Sprintf("danh sách từ nhận dạng thiếu khóa «%s»", key), fmt.Sprintf("thêm «%s: […]»", key))
	}
	return w, findings
}

// lists are the keys of the vocabulary file and where their words go.
func (w *Words) lists() map[string]*[]string {
	return map[string]*[]string{
		"can_cu_chinh": &w.primary, "can_cu_phu": &w.secondary, "dau_co_quan": &w.bodies, "chuc_vu": &w.posts,
		"vai_ky": &w.roles, "ky_thay_khac": &w.prefixes, "da_ky": &w.signed, "du_thao": &w.drafts, "tieu_de_khac": &w.foreign, "do_mat": &w.secrecy,
		"lien_he": &w.contacts, "phu_luc": &w.appendix, "kem_theo": &w.notes, "cong": &w.portal, "ban_sao": &w.copies, "muc_luc": &w.contents,
		"quet_sai": nil, "thoi_han": nil, "dau_don_vi": nil, "nhu_tren_khac": nil, "cot_so": nil, "noi_tiep": nil, "co_quan_cua_noi": nil, "cap_cua_noi": nil,
		"ho": &w.families, "hoc_vi": &w.degrees,
	}
}

// take gathers the words that a standard prints.
func (w *Words) take(s *standard.Standard) {
	header := w.takeHeader(s)
	for _, key := range slices.Sorted(maps.Keys(s.Words)) {
		switch text := s.Words[key].Text; {
		case header[key]:
		case viet.Fold(text) == "":
			w.stars = append(w.stars, text)
		default:
			add(&w.orders, strings.TrimRight(text, ":"))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(s.Types)) {
		if name := viet.Fold(s.Types[key].Name); name != "" {
			w.types[name] = key
		}
	}
	for _, key := range slices.Sorted(maps.Keys(s.Layouts)) {
		for _, signer := range s.Layouts[key].Signers {
			add(&w.roles, signer.Label)
		}
		if mark := s.Layouts[key].EndMark; mark != "" && !slices.Contains(w.endMarks, mark) {
			w.endMarks = append(w.endMarks, mark)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(s.Prefixes)) {
		add(&w.prefixes, s.Prefixes[key].Text)
	}
	for _, marks := range []struct {
		from standard.Marks
		into *[]string
	}{{s.Urgency, &w.urgency}, {s.Circulate, &w.circulate}} {
		for _, key := range slices.Sorted(maps.Keys(marks.from.Marks)) {
			add(marks.into, marks.from.Marks[key].Text)
		}
	}
	add(&w.label, strings.TrimRight(s.Recipients.Label, ":"))
	add(&w.addressee, strings.TrimRight(s.Addressees.Label, ":"))
	add(&w.about, before(s.About.Pattern))
	add(&w.file, strings.TrimRight(before(s.Recipients.File), ":"))
	w.numbers = append(w.numbers, newNumberForm(s.Number.Pattern))
	w.dates = append(w.dates, newDateForm(s.PlaceDate.Pattern))
	for _, pattern := range []string{s.Appendix.Note.Pattern, s.Enclosure.Note.Pattern} {
		w.noteForms = append(w.noteForms, newNoteForm(pattern))
	}
}

// takeHeader gathers the words that stand above the type's name, and gives their keys.
func (w *Words) takeHeader(s *standard.Standard) map[string]bool {
	header := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(s.Headers)) {
		for _, row := range s.Headers[name] {
			for i, key := range row.Right {
				if word := s.Words[key]; word != nil {
					header[key] = true
					if i == 0 {
						w.national[viet.Fold(word.Text)] = s.ID
					} else {
						add(&w.motto, word.Text)
					}
				}
			}
			for _, key := range row.Left {
				if word := s.Words[key]; word != nil {
					header[key] = true
					w.stars = append(w.stars, strings.TrimSpace(word.Text))
				}
			}
		}
	}
	return header
}

func add(into *[]string, text string) {
	if key := viet.Fold(text); key != "" && !slices.Contains(*into, key) {
		*into = append(*into, key)
	}
}

// before gives the words of a pattern that stand before its first value.
func before(pattern string) string {
	words, _, _ := strings.Cut(pattern, "{")
	return strings.TrimSpace(words)
}

// longestAnchor is how many bytes a line may have and still be compared as a whole with words.
const longestAnchor = 400

// is tells whether a folded line is one of the words.
func is(folded string, words []string) bool {
	return slices.Contains(words, strings.TrimRight(folded, " :;,"))
}

// isMotto tells Tiêu ngữ by its letters alone: long dashes, and dashes without blanks, are what is wrong with half
// of them.
func (w *Words) isMotto(folded string) bool {
	return folded != "" && slices.ContainsFunc(w.motto, func(motto string) bool { return lettersOf(motto) == lettersOf(folded) })
}

func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return r
	}, s)
}

// begins tells whether a folded line begins with one of the words, as a whole word.
func begins(folded string, words []string) bool {
	_, ok := after(folded, words)
	return ok
}

// after gives what follows the longest of the words that a folded line begins with.
func after(folded string, words []string) (rest string, ok bool) {
	best := -1
	for _, word := range words {
		if len(word) > best && strings.HasPrefix(folded, word) && !inWord(folded, len(word)) {
			best = len(word)
		}
	}
	if best < 0 {
		return "", false
	}
	return strings.TrimSpace(folded[best:]), true
}

// inWord tells whether the byte at i of a folded text goes on with the word before it.
func inWord(folded string, i int) bool {
	return i < len(folded) && i > 0 && letter(folded[i]) && letter(folded[i-1])
}

func letter(b byte) bool { return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b >= 0x80 }

// IsOrder tells the words that stand between the grounds and the articles of a decision: «QUYẾT ĐỊNH:».
func (w *Words) IsOrder(text string) bool { return is(viet.Fold(text), w.orders) }

// GroundBegins tells a line that begins like a ground (căn cứ): with a capital, dashes before it left aside. second takes
// the words that are grounds only among others, such as «Thực hiện».
func (w *Words) GroundBegins(text string, second bool) bool {
	text = strings.TrimLeft(text, "-– ")
	first, _ := utf8First(text)
	if !unicode.IsUpper(first) {
		return false
	}
	folded := foldHead(text)
	return begins(folded, w.primary) || second && begins(folded, w.secondary)
}

// Collective tells a line of authority that speaks for a body («TM. ỦY BAN NHÂN DÂN»), not for its head.
func (w *Words) Collective(text string) bool {
	rest, ok := after(viet.Fold(text), w.prefixes)
	return ok && rest != "" && !begins(rest, w.posts)
}

// OnBehalf tells a line that signs in another's place: «KT. GIÁM ĐỐC». The signatory's own post follows it.
func (w *Words) OnBehalf(text string) bool {
	rest, ok := after(viet.Fold(text), w.prefixes)
	return ok && rest != "" && begins(rest, w.posts)
}

// Post tells a line that begins with a post: «TRƯỞNG BAN».
func (w *Words) Post(text string) bool { return begins(viet.Fold(text), w.posts) }

// endsWithPost tells a line whose last words are a post: whose it is stands on the next.
func (w *Words) endsWithPost(text string) bool {
	folded := viet.Fold(text)
	return slices.ContainsFunc(w.posts, func(post string) bool { return strings.HasSuffix(folded, " "+post) })
}

// FileCopy reads an item of the recipients that says where the file copy is kept: «VT» of «Lưu: VT».
func (w *Words) FileCopy(item string) (value string, ok bool) {
	word, rest, _ := strings.Cut(item, ":")
	if rest = strings.TrimSpace(rest); rest == "" || !is(viet.Fold(word), w.file) {
		return "", false
	}
	return rest, true
}

// UnitBegins tells whether a text begins like the name of a body or a unit, as in a list of them.
func (w *Words) UnitBegins(text string) bool {
	first, _ := utf8First(text)
	if unicode.IsUpper(first) && begins(viet.Fold(text), w.bodies) {
		return true
	}
	for _, word := range w.phrases["dau_don_vi"] {
		if strings.HasPrefix(text, word+" ") {
			return true
		}
	}
	return false
}
