package standard

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"vanban/internal/data"
	"vanban/internal/unit"
	"vanban/internal/viet"
)

// tagged checks a value that could be read against what the tags of its field allow: of a list or table,
// each item; of a measure, its value.
func (d *decoder) tagged(n *data.Node, v reflect.Value, path string, tag reflect.StructTag) {
	switch v.Kind() {
	case reflect.Slice:
		if least, err := strconv.Atoi(tag.Get("least")); err == nil && v.Len() < least {
			d.fault(IDLimit, n.Pos, fmt.Sprintf("«%s» có %d mục, cần ít nhất %d", path, v.Len(), least))
		}
		for i, item := range n.Items {
			d.taggedOne(item, v.Index(i), fmt.Sprintf("%s[%d]", path, i+1), tag)
		}
	case reflect.Map:
		for _, f := range n.Fields {
			d.taggedOne(f.Value, v.MapIndex(reflect.ValueOf(f.Key)), path+"."+f.Key, tag)
		}
	default:
		d.taggedOne(n, v, path, tag)
	}
}

func (d *decoder) taggedOne(n *data.Node, v reflect.Value, path string, tag reflect.StructTag) {
	if m, ok := v.Interface().(Measure); ok {
		n, v, path = n.Field("gia_tri"), reflect.ValueOf(m.Value), path+".gia_tri"
	}
	if limits := tag.Get("limits"); limits != "" && !within(v, limits) {
		least, most, _ := strings.Cut(limits, "..")
		d.fault(IDLimit, n.Pos, fmt.Sprintf("«%s» là %s, phải nằm trong khoảng từ %s đến %s", path, n.Text, least, most))
	}
	if words := strings.Fields(tag.Get("words")); len(words) > 0 && !slices.Contains(words, n.Text) {
		d.fault(IDValue, n.Pos, fmt.Sprintf("«%s» không nhận giá trị «%s»", path, n.Text), "chọn một trong: "+strings.Join(words, ", "))
	}
	if form := tag.Get("is"); form != "" {
		d.form(n, path, form)
	}
	if names := strings.Fields(tag.Get("pattern")); len(names) > 0 {
		d.pattern(n, path, names, strings.Fields(tag.Get("needs")))
	}
}

// within tells whether a number or length lies in «least..most», both included. NaN lies nowhere.
func within(v reflect.Value, limits string) bool {
	switch value := v.Interface().(type) {
	case unit.Length:
		return lengthLimits(limits).Holds(value, 0)
	case unit.Range:
		r := lengthLimits(limits)
		return r.Holds(value.Min, 0) && r.Holds(value.Max, 0)
	case int:
		return inNumbers(float64(value), limits)
	case float64:
		return inNumbers(value, limits)
	}
	panic("standard: no limits for " + v.Type().String())
}

func lengthLimits(limits string) unit.Range {
	r, err := unit.ParseRange(limits)
	if err != nil {
		panic("standard: a tag with the limits " + limits)
	}
	return r
}

func inNumbers(value float64, limits string) bool {
	low, high, _ := strings.Cut(limits, "..")
	least, err := strconv.ParseFloat(low, 64)
	most, err2 := strconv.ParseFloat(high, 64)
	if err != nil || err2 != nil {
		panic("standard: a tag with the limits " + limits)
	}
	return value >= least && value <= most
}

var (
	colorForm    = regexp.MustCompile(`^[0-9A-Fa-f]{6}$`)
	languageForm = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)
)

// form checks a text against the form that the tag «is» names.
func (d *decoder) form(n *data.Node, path, form string) {
	if strings.TrimSpace(n.Text) == "" {
		d.fault(IDValue, n.Pos, fmt.Sprintf("«%s» không được để trống", path))
		return
	}
	switch form {
	case "full":
	case "upper":
		if n.Text != viet.Upper(n.Text) {
			d.fault(IDValue, n.Pos, fmt.Sprintf("«%s» phải viết hoa, đang là «%s»", path, n.Text), "viết «"+viet.Upper(n.Text)+"»")
		}
	case "lower":
		if n.Text != viet.Lower(n.Text) {
			d.fault(IDValue, n.Pos, fmt.Sprintf("«%s» phải viết thường, đang là «%s»", path, n.Text), "viết «"+viet.Lower(n.Text)+"»")
		}
	case "color":
		if !colorForm.MatchString(n.Text) {
			d.fault(IDValue, n.Pos, fmt.Sprintf("«%s» không phải màu: «%s»", path, n.Text), "viết sáu chữ số thập lục phân đỏ, lục, lam, như FF0000 là đỏ")
		}
	case "language":
		if !languageForm.MatchString(n.Text) {
			d.fault(IDValue, n.Pos, fmt.Sprintf("«%s» không phải mã ngôn ngữ: «%s»", path, n.Text), "tiếng Việt viết vi-VN")
		}
	default:
		panic("standard: a tag with the form " + form)
	}
}
