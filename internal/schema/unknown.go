package schema

import (
	"fmt"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/viet"
)

// maxListed is how many keys or values a hint lists.
const maxListed = 12

// limited lists values for a hint.
func limited(values []string) string {
	more := ""
	if len(values) > maxListed {
		more = fmt.Sprintf(" và %d giá trị khác", len(values)-maxListed)
		values = values[:maxListed]
	}
	return "«" + strings.Join(values, "», «") + "»" + more
}

// keyList lists the keys of an object with their titles.
func keyList(s *Schema) string {
	var keys []string
	props := s.Properties()
	for _, p := range props {
		if len(keys) == maxListed {
			return strings.Join(keys, ", ") + fmt.Sprintf(" và %d khóa khác", len(props)-maxListed)
		}
		keys = append(keys, named(p.Key, p.Schema))
	}
	return strings.Join(keys, ", ")
}

// maxUnknown is how many unknown keys of one map are told: more are a file of another kind.
const maxUnknown = 100

// unknownKeys reports the keys of a map that the schema does not know, in their order.
func (r *reporter) unknownKeys(at spot, keys []string) {
	if at.node == nil {
		return
	}
	refused := make(map[string]bool, len(keys))
	for _, key := range keys {
		refused[key] = true
	}
	told := 0
	for _, f := range at.node.Fields {
		if !refused[f.Key] {
			continue
		}
		if told++; told > maxUnknown {
			r.add(at, diag.Diagnostic{ID: IDUnknown, Pos: f.KeyPos, Message: fmt.Sprintf("còn %d khóa nữa không có trong mẫu", len(keys)-maxUnknown),
				Hints: []string{"xem lại có đúng tệp dữ liệu và đúng mẫu không"}})
			return
		}
		r.unknown(at, f.Key)
	}
}

// unknown reports a key that the schema does not know, with the one that was probably meant.
func (r *reporter) unknown(at spot, key string) {
	d := diag.Diagnostic{ID: IDUnknown, Message: "khóa «" + diag.Clip(key) + "» không có trong mẫu"}
	if at.path != "" {
		d.Message = "khóa «" + diag.Clip(key) + "» không có trong mục này"
	}
	if at.node != nil {
		d.Pos = at.node.KeyPos(key)
	}
	props := at.schema.Branch(data.Map)
	if near, ok := nearestKey(key, props.Properties()); ok {
		d.Hints = []string{"có phải là «" + near.Key + "»" + titleOf(near.Schema) + "?"}
		if at.node.Field(near.Key) != nil {
			d.Hints = append(d.Hints, "khóa «"+near.Key+"» đã có; bỏ một trong hai")
		}
	} else if keys := keyList(props); keys != "" {
		d.Hints = []string{"các khóa dùng được: " + keys}
	} else {
		d.Hints = []string{"bỏ khóa này"}
	}
	r.add(at, d)
}

func titleOf(s *Schema) string {
	if title := titleText(s); title != "" {
		return " (" + title + ")"
	}
	return ""
}

// titleText gives the title of a schema that may be unknown.
func titleText(s *Schema) string {
	if s == nil {
		return ""
	}
	return s.Title()
}

// nearestKey gives the key that was probably meant, by its name or by its title.
func nearestKey(key string, props []Property) (Property, bool) {
	var words []string
	var owner []int
	for i, p := range props {
		words, owner = append(words, p.Key), append(owner, i)
	}
	for i, p := range props {
		if t := p.Schema.Title(); t != "" {
			words, owner = append(words, t), append(owner, i)
		}
	}
	near, ok := viet.Nearest(key, words)
	if !ok {
		return Property{}, false
	}
	for i, w := range words {
		if w == near {
			return props[owner[i]], true
		}
	}
	panic("schema: the nearest word is not among the words")
}

// forbidden reports a value where the schema says false: mostly a key that unevaluatedProperties refuses.
// The library also refuses the known keys of an object with a fault elsewhere: those are no news.
func (r *reporter) forbidden(e *jsonschema.ValidationError, at spot) {
	if len(e.InstanceLocation) == 0 || at.parent == nil || at.parent.Kind != data.Map {
		r.add(at, diag.Diagnostic{ID: IDCondition, Message: at.value() + " không được có ở đây"})
		return
	}
	if at.schema == nil || at.schema.node == nil {
		up := find(r.doc, r.schema, e.InstanceLocation[:len(e.InstanceLocation)-1])
		r.unknown(up, at.key)
	}
}
