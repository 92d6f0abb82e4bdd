package importer

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/schema"
	"vanban/internal/viet"
)

// taskForm is what a template says of structured tasks: the key that lists them, and for each of their keys the
// labels that existing plans write before it (x-nhan in the schema).
type taskForm struct {
	key    string
	keys   []string            // in the schema's order
	labels map[string][]string // key → folded labels
	title  map[string]string
	period string // the key that holds a time
	lists  map[string]bool
	parted map[string]bool // keys whose texts are parted at semicolons (x-tach)
	parts  map[string]bool // keys that list names of units (x-don-vi)
	extras []data.Field    // keys that keep the template from printing tasks a second time (x-nhap)
}

// form finds the key of a template whose items have labels.
func (d *reading) form() *taskForm {
	properties := d.doc.Target.Template.Schema.Properties()
	var out *taskForm
	for _, p := range properties {
		items := p.Schema.Branch(data.List).Items()
		if items == nil {
			continue
		}
		f := &taskForm{key: p.Key, labels: map[string][]string{}, title: map[string]string{}, lists: map[string]bool{}, parts: map[string]bool{}, parted: map[string]bool{}}
		for _, q := range items.Properties() {
			f.title[q.Key] = q.Schema.Title()
			if labels := q.Schema.Phrases("x-nhan"); len(labels) > 0 {
				f.keys = append(f.keys, q.Key)
				for _, label := range labels {
					f.labels[q.Key] = append(f.labels[q.Key], viet.Fold(label))
				}
				f.parted[q.Key] = q.Schema.Extension("x-tach") == ";"
				f.parts[q.Key] = q.Schema.Extension("x-don-vi") == "true"
				f.lists[q.Key] = q.Schema.Branch(data.List) != nil
				if q.Schema.Branch(data.Map) != nil && hasPeriod(q.Schema) {
					f.period = q.Key
				}
			}
		}
		if len(f.keys) > 0 {
			out = f
			break
		}
	}
	if out == nil {
		return nil
	}
	for _, p := range properties {
		if value := p.Schema.Extension("x-nhap"); value != "" {
			out.extras = append(out.extras, data.Field{Key: p.Key, Value: scalar(d.root.Pos, value)})
		}
	}
	return out
}

// hasPeriod tells a value of the form {tu, den}.
func hasPeriod(s *schema.Schema) bool {
	p, ok := s.Branch(data.Map).Property("den")
	return ok && p.Format() == "thoi_ky"
}

// task is one being read.
type task struct {
	pos    diag.Pos
	name   string
	values map[string][]*data.Node
	labels int
	open   string // the key that lines below go on with
	mark   string // before its last label: «-», or «a)» for any letter
}

var (
	clauseHead = regexp.MustCompile(`^\d{1,2}(?:\.\d{1,2}){0,3}(?:[./)-]| [-–])? +(.+)$`)
	valueMark  = regexp.MustCompile(`^(?:\p{Ll}[)/]|[a-hđ]\. |[-+*•]) *`)
)

// tasks reads the tasks of a plan that are written as labelled lines under a numbered heading («1. Khảo sát …»,
// «a) Mục tiêu: …»), by their labels: the letters before them shift from task to task in real plans.
func (d *reading) tasks(body []paragraph) {
	form := d.form()
	if form == nil {
		return
	}
	body = slices.Clone(body)
	for i := range body { // stars left over from Markdown are no part of a name
		body[i].text = strings.Join(strings.Fields(strings.ReplaceAll(body[i].text, "*", "")), " ")
	}
	var out []*data.Node
	var t *task
	flush := func() {
		if t != nil && t.labels > 1 {
			if n := d.finished(t, form); n != nil {
				out = append(out, n)
			}
		}
		t = nil
	}
	for _, p := range body {
		m := clauseHead.FindStringSubmatch(p.text)
		switch {
		case headingLine.MatchString(p.text) && m == nil:
			flush()
		case m != nil:
			flush()
			t = &task{pos: p.pos(), name: strings.TrimRight(m[1], " .:;"), values: map[string][]*data.Node{}}
		case t != nil:
			d.taskLine(t, p, form)
		}
	}
	flush()
	if len(out) == 0 {
		return
	}
	d.put(form.key, always(out))
	for _, f := range form.extras {
		d.put(f.Key, f.Value)
	}
}

// taskLine reads one line of a task: a label and its value, or what goes on with the value above.
func (d *reading) taskLine(t *task, p paragraph, form *taskForm) {
	marked := valueMark.FindString(p.text)
	text := p.text[len(marked):]
	label, value, labelled := strings.Cut(text, ":")
	key := ""
	if labelled && len(label) < 80 {
		key = form.keyOf(label)
	}
	beside := markKind(marked) == t.mark && t.open != "" && len(t.values[t.open]) > 0 // not below the value, but a line like its own
	switch {
	case key != "":
		t.labels++
		t.open, t.mark = key, markKind(marked)
		if len(t.values[key]) > 0 {
			d.report(diag.Warning, IDTask, p.pos(), fmt.Sprintf("nhiệm vụ «%s» có hai lần «%s»", diag.Clip(t.name), strings.TrimSpace(label)), "xem lại nhiệm vụ này trong dữ liệu nhập ra")
		}
		if value = strings.TrimSpace(value); value != "" {
			t.values[key] = append(t.values[key], scalar(p.pos(), value))
		}
	case labelled && t.labels > 0 && (letterMark.MatchString(marked) || beside && beginsUpper(label)) && len(label) < 80:
		d.report(diag.Info, IDTask, p.pos(), fmt.Sprintf("«%s» của nhiệm vụ «%s» không có khóa riêng; phần này chỉ có trong nội dung", strings.TrimSpace(label), diag.Clip(t.name)))
		t.open = ""
	case t.open == "":
	case beside && (form.units(t.open) || t.open == form.period):
		t.open = ""
	case marked == "" && len(t.values[t.open]) > 0: // a paragraph without a mark goes on with a label that stands alone
		t.open = ""
	default:
		t.values[t.open] = append(t.values[t.open], scalar(p.pos(), text))
	}
}

var letterMark = regexp.MustCompile(`^(?:\p{Ll}[)/]|[a-hđ]\. )`)

// markKind is the mark before a line of a task: the letters of points are one kind.
func markKind(mark string) string {
	if letterMark.MatchString(mark) {
		return "a)"
	}
	return strings.TrimSpace(mark)
}

func beginsUpper(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(first)
}

// keyOf gives the key whose label a text is; empty for none.
func (f *taskForm) keyOf(label string) string {
	folded := viet.Fold(label)
	for _, key := range f.keys {
		for _, known := range f.labels[key] {
			if folded == known {
				return key
			}
		}
	}
	return ""
}

// finished writes a task, nil where what its schema demands is missing.
func (d *reading) finished(t *task, form *taskForm) *data.Node {
	out := &data.Node{Kind: data.Map, Pos: t.pos}
	out.Fields = append(out.Fields, data.Field{Key: "ten", KeyPos: t.pos, Value: scalar(t.pos, t.name)})
	items := d.itemSchema(form.key)
	for _, key := range form.keys {
		var value *data.Node
		switch nodes := t.values[key]; {
		case len(nodes) == 0:
			continue
		case key == form.period:
			value = d.period(t, nodes)
		case form.units(key):
			value = list(d.units(nodes))
		case form.parted[key]:
			value = list(parted(nodes))
		default:
			value = trimmed(nodes, form.lists[key])
		}
		out.Fields = append(out.Fields, data.Field{Key: key, KeyPos: value.Pos, Value: value})
	}
	for _, p := range items.Properties() {
		if p.Required && out.Field(p.Key) == nil {
			d.report(diag.Warning, IDTask, t.pos, fmt.Sprintf("nhiệm vụ «%s» không có %s nên không được đưa vào danh sách nhiệm vụ; lời văn vẫn đủ trong nội dung",
				diag.Clip(t.name), viet.Lower(form.title[p.Key])), "nếu cần bảng phân công, ghi thêm nhiệm vụ này vào khóa «"+form.key+"»")
			return nil
		}
	}
	return out
}

func (d *reading) itemSchema(key string) *schema.Schema {
	p, _ := d.doc.Target.Template.Schema.Property(key)
	return p.Branch(data.List).Items()
}

// trimmed is a value of one paragraph or several, their end marks left off.
func trimmed(nodes []*data.Node, many bool) *data.Node {
	for _, n := range nodes {
		n.Text = strings.TrimRight(n.Text, " ;.")
	}
	if len(nodes) == 1 || many {
		return list(nodes)
	}
	all := make([]string, len(nodes))
	for i, n := range nodes {
		all[i] = n.Text
	}
	return scalar(nodes[0].Pos, strings.Join(all, "; "))
}

// units tells the keys that list names of units.
func (f *taskForm) units(key string) bool { return f.lists[key] && f.parts[key] }

// units parts the names of units: at semicolons, and at commas and «và» that another unit's name follows.
func (d *reading) units(nodes []*data.Node) []*data.Node {
	var out []*data.Node
	for _, n := range nodes {
		text := strings.TrimRight(n.Text, " ;.")
		from := 0
		for i := 0; i < len(text); i++ {
			size := separator(text[i:])
			if size == 0 || i == from {
				continue
			}
			rest := strings.TrimSpace(text[i+size:])
			if text[i] == ';' || d.Words.UnitBegins(rest) && balanced(text[from:i]) {
				out = append(out, scalar(n.Pos, strings.TrimSpace(text[from:i])))
				from = i + size
				i = from - 1
			}
		}
		if last := strings.TrimSpace(text[from:]); last != "" {
			out = append(out, scalar(n.Pos, last))
		}
	}
	return out
}

// parted parts texts at semicolons.
func parted(nodes []*data.Node) []*data.Node {
	var out []*data.Node
	for _, n := range nodes {
		for piece := range strings.SplitSeq(n.Text, "; ") {
			if piece = strings.Trim(piece, " ;."); piece != "" {
				out = append(out, scalar(n.Pos, piece))
			}
		}
	}
	return out
}

// separator is how long a mark between two names is at the beginning of a text; 0 for none.
func separator(s string) int {
	for _, mark := range []string{"; ", ";", ", ", " và "} {
		if strings.HasPrefix(s, mark) {
			return len(mark)
		}
	}
	return 0
}

func balanced(s string) bool { return strings.Count(s, "(") == strings.Count(s, ")") }

// period reads a time into from and to; one that is no date, month, quarter or year stays as it is written.
func (d *reading) period(t *task, nodes []*data.Node) *data.Node {
	n := trimmed(nodes, false)
	from, to, ok := viet.ParseSpan(n.Text, d.Words.Phrases("thoi_han"))
	if !ok {
		d.report(diag.Info, IDTask, n.Pos, fmt.Sprintf("thời gian «%s» của nhiệm vụ «%s» không đọc được thành ngày, tháng, quý nên giữ nguyên lời văn", diag.Clip(n.Text), diag.Clip(t.name)))
		return n
	}
	out := &data.Node{Kind: data.Map, Pos: n.Pos}
	if from != "" && from != to {
		out.Fields = append(out.Fields, data.Field{Key: "tu", KeyPos: n.Pos, Value: scalar(n.Pos, from)})
	}
	out.Fields = append(out.Fields, data.Field{Key: "den", KeyPos: n.Pos, Value: scalar(n.Pos, to)})
	return out
}
