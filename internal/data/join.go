package data

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// documentNames are the values of the column that names the documents.
type documentNames struct {
	label  string
	values []string
	at     map[string][]int
	place  func(document int) diag.Pos // of the cell in that column
	told   map[string]bool             // values of several documents that were told
}

func namesOf(label string, values []string, place func(int) diag.Pos) documentNames {
	n := documentNames{label: strings.TrimRight(label, " *"), values: values, at: map[string][]int{}, place: place, told: map[string]bool{}}
	for i, v := range n.values {
		if v != "" {
			n.at[v] = append(n.at[v], i)
		}
	}
	return n
}

// document finds the document that a row names.
func (t *table) document(names documentNames, r record) (int, bool) {
	label, text := diag.Clip(names.label), diag.Clip(r.join.text)
	switch at := names.at[r.join.text]; len(at) {
	case 1:
		return at[0], true
	case 0:
	default:
		if !names.told[r.join.text] { // where it is cured, not at each row that means one of them
			names.told[r.join.text] = true
			t.s.add(diag.Diagnostic{ID: IDJoin, Severity: diag.Error, Pos: names.place(at[1]), Message: fmt.Sprintf("có %d văn bản cùng «%s» là «%s»", len(at), label, text),
				Notes: []diag.Note{{Pos: names.place(at[0]), Message: "văn bản thứ nhất ở đây"}, {Pos: r.join.pos, Message: "dòng này, chẳng hạn, không biết thuộc văn bản nào"}},
				Hints: []string{"ghi cho mỗi văn bản một «" + label + "» riêng"}})
		}
		return 0, false
	}
	hints := []string{names.hint()}
	if r.join.text == "" {
		t.s.errorAt(IDJoin, r.join.pos, hints, "dòng này không thuộc văn bản nào: ô «%s» của nó để trống", label)
		return 0, false
	}
	if t.s.count[IDJoin] < maxSame { // further ones are only counted: looking for what they meant would be in vain
		if near, ok := viet.Nearest(r.join.text, names.values); ok && sameNumbers(near, r.join.text) {
			hints = []string{"có phải là «" + near + "»?"}
		}
		if blank := names.blank(); blank != "" {
			hints = append(hints, "«"+label+"» của văn bản ở "+blank+" để trống")
		}
	}
	t.s.errorAt(IDJoin, r.join.pos, hints, "dòng này không thuộc văn bản nào: không có văn bản mà «%s» là «%s»", label, text)
	return 0, false
}

// hint lists the names that there are, where they are few.
func (n documentNames) hint() string {
	var names []string
	for _, v := range n.values {
		if v != "" && !slices.Contains(names, v) {
			names = append(names, v)
		}
		if len(names) > maxListed {
			return "xem lại «" + diag.Clip(n.label) + "» ở dòng này và ở trang tính có các văn bản"
		}
	}
	return "các giá trị có ở trang tính kia: «" + strings.Join(names, "», «") + "»"
}

// blank gives the place of the first document without a name.
func (n documentNames) blank() string {
	for i, v := range n.values {
		if v == "" {
			return n.place(i).String()
		}
	}
	return ""
}

// sameNumbers tells whether two names hold the same numbers, zeros in front aside: «bien-ban-0010» is no slip of
// «bien-ban-0001», they are two documents.
func sameNumbers(a, b string) bool {
	numbers := func(text string) string {
		var out []string
		for _, field := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsDigit(r) }) {
			out = append(out, strings.TrimLeft(field, "0"))
		}
		return strings.Join(out, " ")
	}
	return numbers(a) == numbers(b)
}
