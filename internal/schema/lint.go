package schema

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/viet"
)

// holder is how the value of a keyword holds further schemas.
type holder int

const (
	holdsNone holder = iota
	holdsOne         // a schema, or true or false
	holdsList        // a list of schemas
	holdsMap         // a map of names to schemas
)

// keywords are the words a schema may use besides those that begin with x-. Left out are those with which one
// schema could pass for another ($id, $anchor, $dynamicRef): a template's schema is read by people.
var keywords = []struct {
	word  string
	holds holder
}{
	{"$schema", holdsNone}, {"$ref", holdsNone}, {"$comment", holdsNone}, {"$defs", holdsMap},
	{"title", holdsNone}, {"description", holdsNone}, {"default", holdsNone}, {"examples", holdsNone},
	{"deprecated", holdsNone}, {"readOnly", holdsNone}, {"writeOnly", holdsNone},
	{"type", holdsNone}, {"enum", holdsNone}, {"const", holdsNone}, {"format", holdsNone},
	{"minLength", holdsNone}, {"maxLength", holdsNone}, {"pattern", holdsNone},
	{"minimum", holdsNone}, {"maximum", holdsNone}, {"exclusiveMinimum", holdsNone}, {"exclusiveMaximum", holdsNone}, {"multipleOf", holdsNone},
	{"items", holdsOne}, {"prefixItems", holdsList}, {"contains", holdsOne}, {"minContains", holdsNone}, {"maxContains", holdsNone},
	{"minItems", holdsNone}, {"maxItems", holdsNone}, {"uniqueItems", holdsNone}, {"unevaluatedItems", holdsOne},
	{"properties", holdsMap}, {"patternProperties", holdsMap}, {"additionalProperties", holdsOne}, {"unevaluatedProperties", holdsOne},
	{"propertyNames", holdsOne}, {"required", holdsNone}, {"dependentRequired", holdsNone}, {"dependentSchemas", holdsMap},
	{"minProperties", holdsNone}, {"maxProperties", holdsNone},
	{"allOf", holdsList}, {"anyOf", holdsList}, {"oneOf", holdsList}, {"not", holdsOne}, {"if", holdsOne}, {"then", holdsOne}, {"else", holdsOne},
}

// linter looks for faults of schemas that the library does not, or only in English.
type linter struct {
	set   *set
	seen  []*Schema // every schema of the files
	found diag.List
}

func (l *linter) fault(id string, pos diag.Pos, message string, hints ...string) {
	if pos.IsZero() {
		pos = diag.Pos{File: l.set.name}
	}
	l.found.Add(diag.Diagnostic{ID: id, Severity: diag.Error, Pos: pos, Message: message, Hints: hints})
}

// document looks at a file's schemas.
func (l *linter) document(file string, node *data.Node) {
	if node == nil || node.Kind != data.Map {
		l.fault(IDInvalid, diag.Pos{File: file}, "lược đồ phải gồm các mục «khóa: giá trị»")
		return
	}
	l.schema(&Schema{set: l.set, file: file, node: node})
}

// schema looks at one schema and those within it.
func (l *linter) schema(s *Schema) {
	l.seen = append(l.seen, s)
	for _, f := range s.node.Fields {
		holds, known := keyword(f.Key)
		if !known {
			l.unknownWord(f)
			continue
		}
		switch holds {
		case holdsOne:
			l.inner(s, f.Value)
		case holdsList:
			if l.shape(f, data.List, "danh sách lược đồ") {
				for _, item := range f.Value.Items {
					l.inner(s, item)
				}
			}
		case holdsMap:
			if l.shape(f, data.Map, "các mục «khóa: lược đồ»") {
				for _, p := range f.Value.Fields {
					l.inner(s, p.Value)
				}
			}
		}
	}
	l.ref(s)
	l.words(s)
	l.rulesOf(s)
}

func keyword(word string) (holder, bool) {
	if strings.HasPrefix(word, "x-") {
		return holdsNone, true
	}
	for _, k := range keywords {
		if k.word == word {
			return k.holds, true
		}
	}
	return holdsNone, false
}

// shape tells whether a keyword's value has the shape it must have.
func (l *linter) shape(f data.Field, kind data.Kind, want string) bool {
	if f.Value.Kind == kind {
		return true
	}
	l.fault(IDInvalid, f.Value.Pos, fmt.Sprintf("«%s» phải là %s", f.Key, want))
	return false
}

// inner looks at a schema within another: a map, or true or false.
func (l *linter) inner(s *Schema, n *data.Node) {
	switch {
	case n.Kind == data.Map:
		l.schema(s.part(n))
	case n.Kind == data.Text && n.Tag == data.TagBool:
	default:
		l.fault(IDInvalid, n.Pos, "lược đồ phải gồm các mục «khóa: giá trị», hoặc true, false")
	}
}

func (l *linter) unknownWord(f data.Field) {
	words := make([]string, len(keywords))
	for i, k := range keywords {
		words[i] = k.word
	}
	hints := []string{"từ riêng của vanban bắt đầu bằng «x-»"}
	if near, ok := viet.Nearest(f.Key, words); ok {
		hints = []string{"có phải là «" + near + "»?"}
	}
	l.fault(IDKeyword, f.KeyPos, "lược đồ không có từ «"+diag.Clip(f.Key)+"»", hints...)
}

// ref checks that a reference leads somewhere.
func (l *linter) ref(s *Schema) {
	ref := s.node.Field("$ref")
	if ref == nil {
		return
	}
	if ref.Kind != data.Text || ref.Text == "" {
		l.fault(IDRef, ref.Pos, "«$ref» phải là chữ dạng «tệp#/$defs/tên»")
		return
	}
	if s.refer(ref.Text) != nil {
		return
	}
	hints := []string{"viết «#/$defs/tên» cho định nghĩa trong tệp này, «tệp#/$defs/tên» cho tệp dùng chung"}
	i := strings.LastIndexByte(ref.Text, '/') + 1
	if up := s.referNode(strings.TrimSuffix(ref.Text[:i], "/")); up != nil && i > 0 {
		names := make([]string, len(up.Fields))
		for j, f := range up.Fields {
			names[j] = f.Key
		}
		if near, ok := viet.Nearest(ref.Text[i:], names); ok {
			hints = []string{"có phải là «" + ref.Text[:i] + near + "»?"}
		}
	}
	l.fault(IDRef, ref.Pos, "không có định nghĩa «"+diag.Clip(ref.Text)+"»", hints...)
}

// referNode gives what a reference leads to, whether it is a schema or not.
func (s *Schema) referNode(ref string) *data.Node {
	if t := s.refer(ref); t != nil {
		return t.node
	}
	return nil
}

// words checks the keywords whose values can be wrong in a way that the library tells badly.
func (l *linter) words(s *Schema) {
	if f := s.node.Field("format"); f != nil {
		if _, ok := formatNamed(f.Text); !ok {
			l.fault(IDInvalid, f.Pos, "không có định dạng «"+diag.Clip(f.Text)+"»", "các định dạng: "+limited(formatNames()))
		}
	}
	if p := s.node.Field("pattern"); p != nil {
		l.pattern(p)
	}
	if pp := s.node.Field("patternProperties"); pp != nil {
		for _, f := range pp.Fields {
			l.pattern(&data.Node{Pos: f.KeyPos, Text: f.Key})
		}
	}
	if t := s.node.Field("type"); t != nil {
		for _, name := range s.texts("type") {
			if !slices.Contains([]string{"string", "integer", "number", "boolean", "array", "object", "null"}, name) {
				l.fault(IDInvalid, t.Pos, "không có kiểu «"+diag.Clip(name)+"»", "các kiểu: string, integer, number, boolean, array, object")
			}
		}
	}
	l.requiredKeys(s)
}

func (l *linter) pattern(n *data.Node) {
	if _, err := regexp.Compile(n.Text); err != nil {
		l.fault(IDInvalid, n.Pos, "biểu thức «"+diag.Clip(n.Text)+"» viết sai", "viết theo cú pháp biểu thức chính quy RE2")
	}
}

// requiredKeys finds keys asked for that the schema does not name: no data could please it.
func (l *linter) requiredKeys(s *Schema) {
	required := s.node.Field("required")
	if required == nil || s.node.Field("properties") == nil || s.node.Field("patternProperties") != nil {
		return
	}
	for _, item := range required.Items {
		if _, ok := s.Property(item.Text); !ok {
			l.fault(IDInvalid, item.Pos, "khóa bắt buộc «"+diag.Clip(item.Text)+"» không có trong «properties»")
		}
	}
}
