package schema

import (
	"strings"
	"unicode"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/viet"
)

// The keywords of our own that stand on a single value.
const (
	wordOneLine = "x-mot-dong" // true: the text stands on one line
	wordParts   = "x-tach"     // how a cell of a table holds several texts of the list
)

// partsBy gives what a value of x-tach means, and false for one that means nothing.
func partsBy(word string) (data.Parts, bool) {
	switch word {
	case ";":
		return data.PartNames, true
	case "dong":
		return data.PartLines, true
	}
	return data.PartTexts, false
}

// parts gives how a cell holds several texts of a list.
func (s *Schema) parts() data.Parts {
	by, _ := partsBy(s.Extension(wordParts)) // the linter has refused other words
	return by
}

// oneLine checks «x-mot-dong: true»: such a text is set in one piece, where a line end has no place.
func (r *reporter) oneLine(at spot) {
	text := strings.TrimSpace(at.node.Text)
	b := at.schema.Branch(data.Text)
	if !strings.Contains(text, "\n") || b == nil || b.Extension(wordOneLine) != "true" {
		return
	}
	hint := "viết liền trên một dòng"
	if at.schema.Branch(data.List) != nil || at.parent != nil && at.parent.Kind == data.List {
		hint = "viết liền trên một dòng; nếu là nhiều mục thì mỗi mục một dòng bắt đầu bằng «- »"
	}
	r.add(at, diag.Diagnostic{ID: IDOneLine, Message: at.value() + " có xuống dòng, mà chỗ này chỉ in một dòng", Hints: []string{hint}})
}

// ownWords checks the values of our own keywords.
func (l *linter) ownWords(s *Schema) {
	if n := s.node.Field(wordOneLine); n != nil && n.Text != "true" {
		l.fault(IDRule, n.Pos, "«"+wordOneLine+"» chỉ nhận «true»")
	}
	if n := s.node.Field(wordParts); n != nil {
		if _, ok := partsBy(n.Text); !ok {
			l.fault(IDRule, n.Pos, "«"+wordParts+"» phải là «;» (danh sách tên) hoặc «dong» (các dòng)")
		}
	}
}

// seen tells a text that shows something on paper: not only blanks and invisible characters.
func seen(text string) bool {
	for _, r := range text {
		if unicode.IsSpace(r) {
			continue
		}
		odd := viet.Suspects(string(r))
		if len(odd) == 0 || odd[0].Kind != viet.Invisible && odd[0].Kind != viet.Space {
			return true
		}
	}
	return false
}
