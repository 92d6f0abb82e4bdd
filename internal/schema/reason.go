package schema

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"vanban/internal/data"
	"vanban/internal/diag"
)

// report turns one fault into findings.
func (r *reporter) report(e *jsonschema.ValidationError) {
	at := find(r.doc, r.schema, e.InstanceLocation)
	switch k := e.ErrorKind.(type) {
	case *kind.Required:
		for _, key := range k.Missing {
			r.missing(at, key)
		}
	case *kind.AdditionalProperties:
		r.unknownKeys(at, k.Properties)
	case *kind.FalseSchema:
		r.forbidden(e, at)
	case *kind.DependentRequired:
		for _, key := range k.Missing {
			r.dependent(at, k.Prop, key)
		}
	case *kind.Type:
		r.wrongType(at, k.Want)
	case *kind.Enum:
		r.notAmong(at, k.Want)
	case *kind.Const:
		r.notAmong(at, []any{k.Want})
	case *kind.Format:
		r.wrongFormat(at, k)
	case *kind.Pattern:
		r.add(at, diag.Diagnostic{ID: IDPattern, Message: at.value() + " không đúng dạng của mẫu", Hints: at.wanted()})
	default:
		if !r.measure(e, at) {
			r.add(at, diag.Diagnostic{ID: IDCondition, Message: at.value() + " không đúng điều kiện của mẫu", Hints: at.wanted()})
		}
	}
}

// value names the offending value in a message.
func (at spot) value() string {
	switch {
	case at.node == nil || at.node.Kind == data.Null:
		return "giá trị để trống"
	case at.node.Kind == data.Text:
		return "«" + diag.Clip(at.node.Text) + "»"
	case at.node.Kind == data.List:
		return "danh sách"
	}
	return "mục"
}

// wanted gives what the schema says a value should be, as hints.
func (at spot) wanted() []string {
	if at.schema == nil {
		return nil
	}
	var hints []string
	if d := at.schema.Description(); d != "" {
		hints = append(hints, d)
	}
	if ex := at.schema.Examples(); len(ex) > 0 {
		hints = append(hints, "ví dụ: «"+strings.Join(ex, "», «")+"»")
	}
	return hints
}

// missing reports a required key: left out, or there with nothing behind it.
func (r *reporter) missing(at spot, key string) {
	next := at.step(key)
	d := diag.Diagnostic{ID: IDMissing, Message: "thiếu khóa bắt buộc «" + key + "»", Field: next.label(), Pos: at.pos(), Hints: next.wanted()}
	if at.node != nil {
		d.Pos = at.node.KeyPos(key)
	}
	if title := titleText(next.schema); at.pos().Sheet != "" && title != "" { // who fills in a workbook sees no keys
		d.Message = "thiếu giá trị bắt buộc «" + title + "»"
	}
	if next.node != nil {
		d.Message = "khóa bắt buộc «" + key + "» để trống"
	}
	r.add(next, d)
}

// dependent reports a key that another one asks for.
func (r *reporter) dependent(at spot, prop, key string) {
	next := at.step(key)
	r.add(next, diag.Diagnostic{ID: IDMissing, Message: fmt.Sprintf("có khóa «%s» thì phải có khóa «%s»", prop, key),
		Field: next.label(), Pos: at.node.KeyPos(prop), Hints: next.wanted()})
}

// wrongFormat reports a text that a format refuses, in the format's own words.
func (r *reporter) wrongFormat(at spot, k *kind.Format) {
	f, ok := formatNamed(k.Want)
	if !ok {
		r.add(at, diag.Diagnostic{ID: IDCondition, Message: at.value() + " không đúng điều kiện của mẫu"})
		return
	}
	reason, hint := reasonOf(k.Err)
	d := diag.Diagnostic{ID: f.id, Message: f.what + " " + at.value() + " " + reason}
	if hint != "" {
		d.Hints = []string{hint}
	}
	r.add(at, d)
}

// measure reports what is too small, too large, too few or too many, and tells whether the fault was of these.
func (r *reporter) measure(e *jsonschema.ValidationError, at spot) bool {
	d := diag.Diagnostic{Hints: at.wanted()}
	switch k := e.ErrorKind.(type) {
	case *kind.MinLength:
		d.ID, d.Message = IDLength, fmt.Sprintf("%s dài %d chữ cái, cần ít nhất %d", at.value(), k.Got, k.Want)
		if k.Got == 0 {
			d.ID, d.Message = IDBlank, "giá trị để trống"
			d.Hints = append(d.Hints, "viết giá trị, hoặc bỏ cả khóa nếu không dùng")
		}
	case *kind.MaxLength:
		d.ID, d.Message = IDLength, fmt.Sprintf("%s dài %d chữ cái, nhiều nhất là %d", at.value(), k.Got, k.Want)
	case *kind.MinItems:
		d.ID, d.Message = IDCount, fmt.Sprintf("danh sách có %d phần, cần ít nhất %d", k.Got, k.Want)
	case *kind.MaxItems:
		d.ID, d.Message = IDCount, fmt.Sprintf("danh sách có %d phần, nhiều nhất là %d", k.Got, k.Want)
	case *kind.MinProperties:
		d.ID, d.Message = IDCount, fmt.Sprintf("mục có %d khóa, cần ít nhất %d", k.Got, k.Want)
	case *kind.MaxProperties:
		d.ID, d.Message = IDCount, fmt.Sprintf("mục có %d khóa, nhiều nhất là %d", k.Got, k.Want)
	case *kind.UniqueItems:
		r.repeated(at, k.Duplicates)
		return true
	case *kind.Minimum:
		d.ID, d.Message = IDRange, at.value()+" quá nhỏ: phải từ "+ratText(k.Want)+" trở lên"
	case *kind.Maximum:
		d.ID, d.Message = IDRange, at.value()+" quá lớn: nhiều nhất là "+ratText(k.Want)
	case *kind.ExclusiveMinimum:
		d.ID, d.Message = IDRange, at.value()+" quá nhỏ: phải lớn hơn "+ratText(k.Want)
	case *kind.ExclusiveMaximum:
		d.ID, d.Message = IDRange, at.value()+" quá lớn: phải nhỏ hơn "+ratText(k.Want)
	case *kind.MultipleOf:
		d.ID, d.Message = IDRange, at.value()+" phải chia hết cho "+ratText(k.Want)
	default:
		return false
	}
	r.add(at, d)
	return true
}

func (r *reporter) repeated(at spot, items [2]int) {
	d := diag.Diagnostic{ID: IDRepeat, Message: fmt.Sprintf("phần thứ %d và phần thứ %d của danh sách giống hệt nhau", items[0]+1, items[1]+1),
		Hints: []string{"bỏ một phần"}}
	if at.node != nil && items[1] < len(at.node.Items) && items[0] < len(at.node.Items) {
		d.Pos = at.node.Items[items[1]].Pos
		d.Notes = []diag.Note{{Pos: at.node.Items[items[0]].Pos, Message: "phần giống nó ở đây"}}
	}
	r.add(at, d)
}

// ratText writes a bound with the Vietnamese decimal comma.
func ratText(r *big.Rat) string {
	if r.IsInt() {
		return r.Num().String()
	}
	return strings.Replace(strings.TrimRight(r.FloatString(10), "0"), ".", ",", 1)
}
