package schema

import (
	"slices"
	"strings"

	"vanban/internal/data"
	"vanban/internal/diag"
)

// rulesOf checks the rules between fields that stand on a schema: their form, and that every path leads to
// a field that the schema names.
func (l *linter) rulesOf(s *Schema) {
	l.ownWords(s)
	if rule := s.node.Field(ruleOrder); rule != nil {
		if rule.Kind != data.List || len(rule.Items) != 2 {
			l.fault(IDRule, rule.Pos, "«"+ruleOrder+"» phải là danh sách hai khóa, như [tu, den]")
		} else {
			l.datePath(s, rule.Items[0])
			l.datePath(s, rule.Items[1])
		}
	}
	for _, item := range l.ruleItems(s, ruleDeadline, "{truong: …, moc: …}", []string{"truong", "moc"}) {
		l.datePath(s, item.Field("truong"))
		l.datePath(s, item.Field("moc"))
	}
	for _, item := range l.ruleItems(s, ruleTotal, "{truong: …, dem: …, cong: …, thieu: …}", []string{"truong", "dem"}, "cong", "thieu") {
		if n := item.Field("thieu"); n != nil {
			if _, ok := quantity(n); !ok || item.Field("cong") == nil {
				l.fault(IDRule, n.Pos, "«thieu» phải là số, và chỉ dùng cùng «cong»")
			}
		}
		l.path(s, item.Field("truong"))
		counted := l.path(s, item.Field("dem"))
		if cong := item.Field("cong"); cong != nil && counted != nil {
			if items := counted.Branch(data.List).Items(); items != nil {
				l.path(items, cong)
			} else {
				l.fault(IDRule, item.Field("dem").Pos, "«"+item.Field("dem").Text+"» không phải là danh sách")
			}
		}
	}
}

// ruleItems gives the entries of a rule that is a list of maps, those that have what they need and nothing
// besides what they may have.
func (l *linter) ruleItems(s *Schema, name, form string, need []string, may ...string) []*data.Node {
	rule := s.node.Field(name)
	if rule == nil {
		return nil
	}
	var out []*data.Node
	for _, item := range rule.Items {
		good := item.Kind == data.Map
		for _, key := range need {
			f := item.Field(key)
			good = good && f != nil && f.Kind == data.Text
		}
		for _, f := range item.Fields {
			good = good && f.Value.Kind == data.Text && (slices.Contains(need, f.Key) || slices.Contains(may, f.Key))
		}
		if good {
			out = append(out, item)
		} else {
			l.fault(IDRule, item.Pos, "mỗi phần của «"+name+"» phải có dạng "+form)
		}
	}
	if rule.Kind != data.List || len(rule.Items) == 0 {
		l.fault(IDRule, rule.Pos, "«"+name+"» phải là danh sách các phần dạng "+form)
	}
	return out
}

// datePath checks a path to a date.
func (l *linter) datePath(s *Schema, n *data.Node) {
	t := l.path(s, n)
	if t == nil {
		return
	}
	b := t.Branch(data.Text)
	if b == nil || b.Format() != "ngay" && b.Format() != "thoi_ky" {
		l.fault(IDRule, n.Pos, "«"+n.Text+"» không phải là ngày hay thời kỳ", "khai «format: ngay» hoặc «format: thoi_ky» cho khóa này")
	}
}

// path gives the schema that a rule's path leads to, and reports one that leads nowhere.
func (l *linter) path(s *Schema, n *data.Node) *Schema {
	at := s
	for _, step := range strings.Split(n.Text, ".") {
		key, each := strings.CutSuffix(step, "[]")
		next, ok := at.Branch(data.Map).Property(key)
		if ok && each {
			next = next.Branch(data.List).Items()
		}
		if next == nil {
			l.fault(IDRule, n.Pos, "đường dẫn «"+diag.Clip(n.Text)+"» không có trong lược đồ: dừng ở «"+diag.Clip(step)+"»",
				"viết các khóa nối bằng dấu chấm, sau khóa của danh sách thêm «[]»")
			return nil
		}
		at = next
	}
	return at
}
