package schema

import (
	"fmt"
	"math/big"
	"strings"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/viet"
)

// The keywords of the rules between fields.
const (
	ruleOrder    = "x-thu-tu-ngay"
	ruleDeadline = "x-khong-truoc"
	ruleTotal    = "x-tong"
)

// rules checks the rules between fields, of a spot and all below it.
func (r *reporter) rules(at spot) {
	if at.node == nil || at.schema == nil {
		return
	}
	switch at.node.Kind {
	case data.Text:
		r.oneLine(at)
	case data.List:
		for i := range at.node.Items {
			r.rules(at.step(fmt.Sprint(i)))
		}
	case data.Map:
		if b := at.schema.Branch(data.Map); b != nil {
			for _, l := range b.layers() {
				r.order(at, l.node.Field(ruleOrder))
				r.deadlines(at, l.node.Field(ruleDeadline))
				r.totals(at, l.node.Field(ruleTotal))
			}
		}
		for _, f := range at.node.Fields {
			r.rules(at.field(f))
		}
	}
}

// reach gives the spots at a path of keys, «[]» behind a key standing for each item of its list.
func (at spot) reach(path string) []spot {
	spots := []spot{at}
	for _, step := range strings.Split(path, ".") {
		key, each := strings.CutSuffix(step, "[]")
		var next []spot
		for _, s := range spots {
			s = s.step(key)
			switch {
			case s.node == nil:
			case !each:
				next = append(next, s)
			case s.node.Kind == data.List:
				for i := range s.node.Items {
					next = append(next, s.step(fmt.Sprint(i)))
				}
			}
		}
		spots = next
	}
	return spots
}

// period reads the time at a spot, and tells whether there is one that can be read.
func (at spot) period() (viet.Period, bool) {
	if at.node == nil || at.node.Kind != data.Text {
		return viet.Period{}, false
	}
	p, err := viet.ParsePeriod(at.node.Text)
	return p, err == nil
}

// order checks «x-thu-tu-ngay: [tu, den]».
func (r *reporter) order(at spot, rule *data.Node) {
	if rule == nil {
		return
	}
	for _, from := range at.reach(rule.Items[0].Text) {
		for _, to := range at.reach(rule.Items[1].Text) {
			first, ok1 := from.period()
			last, ok2 := to.period()
			if ok1 && ok2 && last.Last.Before(first.First) {
				r.add(to, diag.Diagnostic{ID: IDDateOrder,
					Message: fmt.Sprintf("«%s» kết thúc trước khi «%s» bắt đầu", to.node.Text, from.node.Text),
					Notes:   []diag.Note{{Pos: from.node.Pos, Message: "thời điểm bắt đầu: " + from.label()}},
					Hints:   []string{"xem lại hai thời điểm, có thể đã viết đổi chỗ hoặc nhầm năm"}})
			}
		}
	}
}

// deadlines checks «x-khong-truoc: [{truong, moc}]».
func (r *reporter) deadlines(at spot, rule *data.Node) {
	if rule == nil {
		return
	}
	for _, item := range rule.Items {
		for _, mark := range at.reach(item.Field("moc").Text) {
			base, ok := mark.period()
			if !ok {
				continue
			}
			for _, field := range at.reach(item.Field("truong").Text) {
				if due, ok := field.period(); ok && due.Last.Before(base.First) {
					r.add(field, diag.Diagnostic{ID: IDDeadline,
						Message: fmt.Sprintf("hạn «%s» sớm hơn «%s»", field.node.Text, mark.node.Text),
						Notes:   []diag.Note{{Pos: mark.node.Pos, Message: "mốc so sánh: " + mark.label()}},
						Hints:   []string{"xem lại năm của hạn, hoặc ngày của văn bản"}})
				}
			}
		}
	}
}

// totals checks «x-tong: [{truong, dem, cong, thieu}]».
func (r *reporter) totals(at spot, rule *data.Node) {
	if rule == nil {
		return
	}
	for _, item := range rule.Items {
		cong := ""
		if f := item.Field("cong"); f != nil {
			cong = f.Text
		}
		lists := at.reach(item.Field("dem").Text)
		unstated, _ := quantity(item.Field("thieu"))
		sum, ok := countItems(lists, cong, unstated)
		if !ok {
			continue
		}
		for _, field := range at.reach(item.Field("truong").Text) {
			stated, ok := quantity(field.node)
			if !ok || stated.Cmp(sum) == 0 {
				continue
			}
			what := "số phần đếm được"
			if cong != "" {
				what = "tổng cộng được"
			}
			r.add(field, diag.Diagnostic{ID: IDTotal,
				Message: fmt.Sprintf("ghi «%s» nhưng %s là %s", field.node.Text, what, grouped(sum)),
				Notes:   []diag.Note{{Pos: lists[0].node.Pos, Message: "đếm ở đây: " + lists[0].label()}},
				Hints:   []string{"sửa số đã ghi thành " + grouped(sum) + ", hoặc bổ sung danh sách"}})
		}
	}
}

// countItems counts the items of lists, or sums a field of theirs; unstated counts for an item without that
// field. It is false when there is no list, or an item whose figure cannot be read or is missing and unstated
// is nil: then no total can be held against anyone.
func countItems(lists []spot, cong string, unstated *big.Rat) (*big.Rat, bool) {
	sum := new(big.Rat)
	for _, l := range lists {
		if l.node.Kind != data.List {
			return nil, false
		}
		for i := range l.node.Items {
			if cong == "" {
				sum.Add(sum, big.NewRat(1, 1))
				continue
			}
			figures := l.step(fmt.Sprint(i)).reach(cong)
			if len(figures) == 0 || len(figures) == 1 && isBlank(figures[0].node) {
				if unstated == nil {
					return nil, false
				}
				sum.Add(sum, unstated)
				continue
			}
			for _, f := range figures {
				q, ok := quantity(f.node)
				if !ok {
					return nil, false
				}
				sum.Add(sum, q)
			}
		}
	}
	return sum, len(lists) > 0
}

// quantity reads a number as staff write it.
func quantity(n *data.Node) (*big.Rat, bool) {
	if n == nil || n.Kind != data.Text || len(n.Text) > maxNumber {
		return nil, false
	}
	text, err := viet.Group(n.Text)
	if err != nil {
		return nil, false
	}
	return new(big.Rat).SetString(strings.Replace(strings.ReplaceAll(text, ".", ""), ",", ".", 1))
}

// grouped writes a sum as official text does.
func grouped(r *big.Rat) string {
	text := ratText(r)
	if g, err := viet.Group(text); err == nil {
		return g
	}
	return text
}
