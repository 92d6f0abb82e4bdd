package content

import (
	"fmt"
	"maps"
	"slices"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/viet"
)

// Vocabulary is the words that rules go by, from noi-dung.yaml beside a standard. A list that is left out takes
// its rules away.
type Vocabulary struct {
	Clauses map[string]string // id of a finding → what it rests on

	lists  map[string]*list
	tables map[string]map[string]string
}

// list is a list of phrases, found by the key of their first word.
type list struct {
	phrases []phrase
	byFirst map[string][]int
}

// phrase is some words as they are to be written.
type phrase struct {
	text  string
	words []token
	keys  []string
}

func newPhrase(text string) phrase {
	p := phrase{text: text, words: tokenize(text)}
	for _, t := range p.words {
		p.keys = append(p.keys, t.key)
	}
	return p
}

func (l *list) add(text string) {
	p := newPhrase(text)
	if len(p.keys) == 0 {
		return
	}
	l.byFirst[p.keys[0]] = append(l.byFirst[p.keys[0]], len(l.phrases))
	l.phrases = append(l.phrases, p)
}

// match gives the longest phrase that stands at i, and how many tokens it is.
func (l *list) match(tokens []token, i int) (p phrase, n int) {
	if i < 0 || i >= len(tokens) {
		return phrase{}, 0
	}
	for _, at := range l.byFirst[tokens[i].key] {
		if f := l.phrases[at]; len(f.keys) > n && matches(tokens, i, f.keys) {
			p, n = f, len(f.keys)
		}
	}
	return p, n
}

// before tells whether a phrase of the list ends right before i.
func (l *list) before(tokens []token, i int) bool {
	for _, p := range l.phrases {
		if matches(tokens, i-len(p.keys), p.keys) {
			return true
		}
	}
	return false
}

// within tells whether a phrase of the list stands anywhere among the tokens.
func (l *list) within(tokens []token) bool {
	for i := range tokens {
		if _, n := l.match(tokens, i); n > 0 {
			return true
		}
	}
	return false
}

// covers tells whether a phrase of the list stands over the token at i.
func (l *list) covers(tokens []token, i int) bool {
	for _, p := range l.phrases {
		for k := range p.keys {
			if p.keys[k] == at(tokens, i) && matches(tokens, i-k, p.keys) {
				return true
			}
		}
	}
	return false
}

// begins tells whether the text begins with a phrase of the list.
func (l *list) begins(text string) bool {
	_, n := l.match(tokenize(text), 0)
	return n > 0
}

// list gives a list of the file by its key.
func (v *Vocabulary) list(key string) *list {
	l, ok := v.lists[key]
	if !ok {
		panic("content: no list is called " + key)
	}
	return l
}

// listKeys are the keys of the file behind which lists of texts stand.
func listKeys() []string {
	return []string{
		"bai_bo", "bai_bo_noi_nhan", "buoi", "can_cu_dau", "cap_mang_so", "cap_viet_thuong", "cau_tieu_de", "chuc_danh", "con_la_dong_tu", "cu",
		"cung_la_kinh_gui", "cua_nhan_dan", "don_vi_dau", "don_vi_do", "duoc_ghi_hoc_vi", "giao_viec", "giay_to_da_cap", "giong_ma_dung", "hang", "hoc_vi", "huan_chuong", "kem_theo", "khong_lap", "khong_phai_ten", "khong_xet_truoc", "lap_ma_dung",
		"loai_co_ky", "loai_giao_han", "loai_khac", "loai_moi", "luat", "luon_viet_hoa", "luu_bat_buoc", "ma_khac", "ma_khong_nam", "ma_sai", "ma_sai_khong_ten", "muc_to_chuc",
		"nhac_kem_theo", "noi_ve_cho_dien", "nhan_chu_tri", "nhan_phoi_hop", "nhan_thoi_gian", "nhan_thoi_gian_moi", "noi_chung", "phien_am", "sau_thu", "tam_nhin", "tap_the",
		"ten_cho_dien", "ten_sau_cap_khac", "thang", "thi_hanh", "thu", "truoc_cap", "truoc_dia_danh", "truoc_han", "truoc_thang", "tu_chuc_danh", "tu_loai_hinh", "viec_da_lam", "viec_phai_lam", "viet_hoa", "viet_tat_co_dau_cham",
		"viet_tat_thuong_dung",
	}
}

// tableKeys are those behind which a text has a text.
func tableKeys() []string {
	return []string{"dieu_khoan", "dia_danh", "ngay_le", "cung_nghia", "chinh_ta_doi", "doi_ten", "hay_sai", "moc"}
}

// NewVocabulary reads the file's tree. A key that is unknown, or holds something else than it should, is an
// error ([IDWords]).
func NewVocabulary(root *data.Node) (*Vocabulary, diag.List) {
	v := &Vocabulary{lists: map[string]*list{}, tables: map[string]map[string]string{}}
	for _, key := range listKeys() {
		v.lists[key] = &list{byFirst: map[string][]int{}}
	}
	var findings diag.List
	fault := func(pos diag.Pos, message, hint string) {
		findings.Add(diag.Diagnostic{ID: IDWords, Severity: diag.Error, Pos: pos, Message: message, Hints: []string{hint}})
	}
	for _, f := range root.Fields {
		switch {
		case slices.Contains(listKeys(), f.Key):
			if f.Value.Kind != data.List {
				fault(f.Value.Pos, fmt.Sprintf("khóa «%s» cần một danh sách từ", f.Key), "viết như [từ thứ nhất, từ thứ hai]")
				continue
			}
			for _, item := range f.Value.Items {
				if item.Kind != data.Text {
					fault(item.Pos, fmt.Sprintf("khóa «%s» có mục không phải là từ", f.Key), "viết mỗi từ một mục")
					continue
				}
				v.lists[f.Key].add(viet.NFC(item.Text))
			}
		case slices.Contains(tableKeys(), f.Key):
			if f.Value.Kind != data.Map {
				fault(f.Value.Pos, fmt.Sprintf("khóa «%s» cần các khóa con", f.Key), "viết mỗi dòng một cặp, như «khóa: từ»")
				continue
			}
			v.tables[f.Key] = map[string]string{}
			for _, pair := range f.Value.Fields {
				if pair.Value.Kind != data.Text {
					fault(pair.Value.Pos, fmt.Sprintf("khóa «%s» có giá trị không phải là từ", f.Key), "viết mỗi dòng một cặp, như «khóa: từ»")
					continue
				}
				v.tables[f.Key][pair.Key] = pair.Value.Text
			}
		default:
			fault(f.KeyPos, fmt.Sprintf("khóa «%s» không có trong danh sách từ kiểm tra nội dung", f.Key), "bỏ khóa này, hoặc sửa tên khóa")
		}
	}
	v.Clauses = v.tables["dieu_khoan"]
	return v, findings
}

// keysOf makes a list of what stands before the colons of a table.
func (v *Vocabulary) keysOf(table string) *list {
	l := &list{byFirst: map[string][]int{}}
	for _, pair := range v.pairs(table) {
		l.add(pair[0])
	}
	return l
}

// pairs gives a table's pairs in the order of their keys.
func (v *Vocabulary) pairs(table string) [][2]string {
	var out [][2]string
	for _, k := range slices.Sorted(maps.Keys(v.tables[table])) {
		out = append(out, [2]string{k, v.tables[table][k]})
	}
	return out
}
