package merge

import (
	"errors"
	"fmt"
	"strconv"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/schema"
	"vanban/internal/tmpl"
	"vanban/internal/viet"
)

// Escaper makes text plain for the markup, which this package knows nothing of. Both functions must be set.
type Escaper struct {
	// Inline escapes what has a meaning inside a line. The text holds no line feed.
	Inline func(s string) string
	// LineStart tells whether a line would be read as structure because of how it begins.
	LineStart func(line string) bool
}

// Limits bound a run; zero means the default.
type Limits struct {
	Output int // bytes of output: 8 MiB
	Steps  int // actions, calls and loop rounds: 2 000 000
	Depth  int // named templates within one another: 32
}

// Options of a run. The zero value is for a document that must be whole.
type Options struct {
	// Draft (bản thảo) prints each gap as «[thiếu: key]» and gives the text although there are findings.
	Draft  bool
	Limits Limits
}

// Defaults of Limits; what functions may build in one run, in bytes; how many findings a run makes.
const (
	defaultOutput = 8 << 20
	defaultSteps  = 2_000_000
	defaultDepth  = 32
	maxProduced   = 32 << 20
	maxFindings   = 1000
)

// errStop ends a run whose finding is already made.
var errStop = errors.New("run stopped")

// Run merges a template with the data of one document. The text is nil when a finding is an error, unless
// opt.Draft is set and the run came to its end. Runs of one template may go on side by side.
func Run(t *tmpl.Template, doc *data.Node, esc Escaper, opt Options) (*Merged, diag.List) {
	p := t.Prepared(func() any { return compile(t) }).(*program)
	r := &run{program: p, limits: opt.Limits, told: map[finding]bool{}, reported: map[string]bool{}}
	for _, l := range []struct {
		have *int
		def  int
	}{{&r.limits.Output, defaultOutput}, {&r.limits.Steps, defaultSteps}, {&r.limits.Depth, defaultDepth}} {
		if *l.have <= 0 {
			*l.have = l.def
		}
	}
	r.out = output{escape: esc, sites: p.sites, buf: make([]byte, 0, 16<<10), segments: make([]segment, 0, 512)}
	root := &place{schema: t.Schema}
	dot := converter{&r.findings, map[*schema.Schema]*shape{}}.value(doc, root)
	if v, ok := dot.(*Value); ok && v.missing {
		dot = &dict{place: root, fromData: true}
	}
	finished := r.execute(dot)
	findings := r.findings.Sorted()
	if !finished || findings.HasErrors() && !opt.Draft {
		return nil, findings
	}
	return r.out.merged(), findings
}

// run is one execution.
type run struct {
	program  *program
	limits   Limits
	out      output
	findings diag.List
	told     map[finding]bool
	reported map[string]bool // missing values already told, by path
	steps    int
	depth    int
	produced int
}

// finding is what makes two findings the same.
type finding struct {
	id, message string
	pos         diag.Pos
}

// add keeps a finding, unless it is there already: loops repeat them.
func (r *run) add(d diag.Diagnostic) {
	key := finding{d.ID, d.Message, d.Pos}
	if !r.told[key] {
		r.told[key] = true
		r.findings.Add(d)
	}
}

// execute walks the body and tells whether it came to the end.
func (r *run) execute(dot any) (finished bool) {
	defer func() {
		// Parse has refused what cannot be run, as far as it can be seen without data.
		if fault := recover(); fault != nil {
			finished = false
			r.add(diag.Diagnostic{ID: IDExecute, Severity: diag.Error, Pos: diag.Pos{File: r.program.name},
				Message: "mẫu không chạy tiếp được", Hints: []string{"báo cho người soạn mẫu: " + fmt.Sprint(fault)}})
		}
	}()
	w := &walker{run: r}
	return w.template(r.program.name, dot) == nil
}

// text prints the text of a site.
func (r *run) text(n int) error {
	if err := r.tick(n, 1); err != nil {
		return err
	}
	for _, piece := range r.program.sites[n].pieces {
		r.out.template(n, piece.at, piece.text)
	}
	return r.checkOutput(n)
}

// tick counts work and stops the run when it is too much.
func (r *run) tick(n, work int) error {
	r.steps += work
	if r.steps > r.limits.Steps {
		return r.stop(n, fmt.Sprintf("mẫu chạy quá %d bước", r.limits.Steps), "xem lại vòng lặp hoặc khối tự gọi chính nó")
	}
	if len(r.findings) > maxFindings {
		return r.stop(n, fmt.Sprintf("hơn %d lỗi, không kiểm tra tiếp", maxFindings))
	}
	return nil
}

func (r *run) checkOutput(n int) error {
	if r.out.size() > r.limits.Output {
		return r.stop(n, fmt.Sprintf("văn bản sinh ra lớn hơn %d KB", r.limits.Output>>10))
	}
	return nil
}

// stop reports a limit and gives the error that ends the run.
func (r *run) stop(n int, message string, hints ...string) error {
	r.add(diag.Diagnostic{ID: IDLimit, Severity: diag.Error, Pos: r.program.sites[n].pos(), Message: message, Hints: hints})
	return errStop
}

// report makes a finding at the place of the data, with the template line as a note, or at the template
// line where no data has part in it.
func (r *run) report(n int, id string, p *place, message string, hints ...string) {
	at := r.program.sites[n].pos()
	d := diag.Diagnostic{ID: id, Severity: diag.Error, Message: message, Hints: hints}
	if d.Pos = p.where(); d.Pos.IsZero() {
		d.Pos = at
	} else {
		d.Field = p.field()
		d.Notes = []diag.Note{{Pos: at, Message: "chỗ dùng giá trị này trong mẫu"}}
	}
	r.add(d)
}

// missing reports a value that is not there, once for each.
func (r *run) missing(n int, v *Value) {
	path := v.place.path()
	if v.reported || r.reported[path] {
		return
	}
	r.reported[path] = true
	at := r.program.sites[n].pos()
	d := diag.Diagnostic{
		ID: IDMissing, Severity: diag.Error, Pos: v.place.where(), Field: v.place.field(),
		Message: fmt.Sprintf("thiếu «%s»", path),
		Notes:   []diag.Note{{Pos: at, Message: "mẫu in giá trị này ở đây"}},
	}
	if d.Pos.IsZero() {
		d.Pos = at
		d.Notes = nil
	}
	if v.place.key != "" {
		d.Hints = []string{fmt.Sprintf("ghi giá trị cho khóa «%s»", v.place.key)}
	}
	r.add(d)
}

// print adds a value to the output.
func (r *run) print(n int, v any) error {
	v, err := r.follow(n, v)
	if err != nil {
		return err
	}
	switch v := v.(type) {
	case nothing:
	case string:
		r.out.template(n, r.program.sites[n].at, v)
	case int:
		r.out.template(n, r.program.sites[n].at, strconv.Itoa(v))
	case *Value:
		switch {
		case v.missing:
			r.missing(n, v)
			r.out.gap(n, v)
		case v.text == "":
			r.report(n, IDEmpty, v.place, "không còn chữ nào để in sau khi xử lý giá trị này")
		default:
			r.out.value(n, v)
		}
	case bool:
		r.report(n, IDPrint, nil, "giá trị có/không thì không in được", "dùng «if» để chọn chữ cần in")
	case *list:
		r.report(n, IDPrint, v.place, "danh sách thì không in thẳng được", "dùng «range» để in từng mục, hoặc hàm «va», «noi»")
	case *dict:
		r.report(n, IDPrint, v.place, "nhóm khóa thì không in thẳng được", "in từng khóa bên trong")
	case nil:
		r.report(n, IDPrint, nil, "ở đây không có gì để in")
	default:
		panic(fmt.Sprintf("merge: print of %T", v))
	}
	return r.checkOutput(n)
}

// follow follows the keys of a site. A key that is declared but absent gives a missing value; one that nothing
// declares is a finding.
func (r *run) follow(n int, v any) (any, error) {
	if err := r.tick(n, 1+len(r.program.sites[n].keys)); err != nil {
		return nil, err
	}
	for _, key := range r.program.sites[n].keys {
		var ok bool
		if v, ok = r.key(n, v, key); !ok {
			break
		}
	}
	return v, nil
}

func (r *run) key(n int, from any, key string) (any, bool) {
	switch v := from.(type) {
	case *dict:
		if value, ok := v.lookup(key); ok {
			return value, true
		}
		if child, ok := declared(v.place, key); ok {
			return absent(child), true
		}
		return r.unknownKey(n, v.place, key, v.keys()), false
	case *Value:
		if v.missing && v.reported {
			return v, false
		}
		if v.missing {
			if child, ok := declared(v.place, key); ok {
				return absent(child), true
			}
			return r.unknownKey(n, v.place, key, nil), false
		}
		r.report(n, IDNoKeys, v.place, fmt.Sprintf("không lấy được khóa «%s»: giá trị ở đây là chữ hoặc số", key))
	case *list:
		r.report(n, IDNoKeys, v.place, fmt.Sprintf("không lấy được khóa «%s»: giá trị ở đây là danh sách", key),
			"dùng «range» để đi qua từng mục")
	default:
		r.report(n, IDNoKeys, nil, fmt.Sprintf("không lấy được khóa «%s» ở đây", key))
	}
	return failed(key), false
}

// declared gives the place of a key that the schema declares.
func declared(p *place, key string) (*place, bool) {
	if p == nil || p.schema == nil {
		return nil, false
	}
	s, ok := p.schema.Branch(data.Map).Property(key)
	return &place{parent: p, key: key, schema: s}, ok
}

func (r *run) unknownKey(n int, p *place, key string, among []string) *Value {
	if p != nil && p.schema != nil {
		for _, prop := range p.schema.Branch(data.Map).Properties() {
			among = append(among, prop.Key)
		}
	}
	var hints []string
	if near, ok := viet.Nearest(key, among); ok {
		hints = append(hints, fmt.Sprintf("có phải «%s»?", near))
	}
	r.add(diag.Diagnostic{ID: IDKey, Severity: diag.Error, Pos: r.program.sites[n].pos(),
		Message: fmt.Sprintf("mẫu dùng khóa «%s» mà không đâu khai báo", key), Hints: hints})
	return failed(key)
}

// failed stands for a value that could not be had and whose finding is made.
func failed(key string) *Value {
	return &Value{place: &place{key: key}, missing: true, reported: true}
}

func (d *dict) keys() []string {
	keys := make([]string, len(d.entries))
	for i, e := range d.entries {
		keys[i] = e.key
	}
	return keys
}

// truth gives the value when it counts as true, else nil, which the walker takes for false.
func (r *run) truth(n int, v any) (any, error) {
	v, err := r.follow(n, v)
	if err != nil {
		return nil, err
	}
	if truth(v) {
		return v, nil
	}
	return nil, nil
}

// each gives what a range runs over: a slice, or for two variables over a map a sequence of pairs.
func (r *run) each(n int, v any) (any, error) {
	v, err := r.follow(n, v)
	if err != nil {
		return nil, err
	}
	var items []any
	switch v := v.(type) {
	case nil:
	case *list:
		items = v.items
	case *dict:
		if r.program.sites[n].pairs {
			return v.pairs, nil
		}
		for _, e := range v.entries {
			items = append(items, e.value)
		}
	case *Value:
		// A schema may allow one text in the place of a list of texts.
		if !v.missing {
			items = []any{v}
		}
	case int:
		for i := range min(v, r.limits.Steps-r.steps+1) {
			items = append(items, i)
		}
	default:
		r.report(n, IDRange, nil, "«range» chỉ lặp được qua danh sách")
	}
	return items, nil
}

// pairs is the sequence of keys and values. The keys are the data's: they are printed escaped.
func (d *dict) pairs(yield func(key, value any) bool) {
	for _, e := range d.entries {
		var key any = e.key
		if d.fromData {
			key = &Value{text: e.key, place: placeOr(placeOf(e.value), d.place)}
		}
		if !yield(key, e.value) {
			return
		}
	}
}

func placeOr(p, other *place) *place {
	if p != nil {
		return p
	}
	return other
}

func (r *run) enter(n int) error {
	r.depth++
	if r.depth > r.limits.Depth {
		return r.stop(n, fmt.Sprintf("các khối gọi nhau quá %d lớp", r.limits.Depth), "xem lại khối tự gọi chính nó")
	}
	return r.tick(n, 1)
}
