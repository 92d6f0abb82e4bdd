package content

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// numbering checks that numbers and letters follow one another in a Word file (Phụ lục I, mục II.6.đ). In a
// document of the pipeline package markup has told it.
//
// A number opens a list, or goes on with one that is open: which one is not always to be told, so it is wrong
// only where it goes on with none.
func (c *checker) numbering() {
	if c.text.Made {
		return
	}
	r := &running{c: c, open: map[string][]step{}}
	quoted := c.part.quoted()
	for i := range c.part.Passages {
		p := &c.part.Passages[i]
		if quoted[i] {
			continue
		}
		if p.Doubt && p.body() {
			r.open = map[string][]step{} // the next may have an unseen one before it
			r.blind = true
			continue
		}
		switch p.Kind {
		case Division:
			r.division(p)
		case Heading:
			n, ok := viet.ParseRoman(p.Number)
			if ok {
				r.next("mục", p, "", n)
			}
			r.close("khoản", "điểm")
		case Article:
			if n, err := strconv.Atoi(strings.TrimRightFunc(p.Number, unicode.IsLetter)); err == nil {
				r.next("điều", p, "", n)
			}
			r.lastClause = 0
			if list := r.open["khoản"]; len(list) > 0 && list[0].before == "" {
				r.lastClause = list[len(list)-1].n
			}
			r.close("khoản", "điểm")
		case Clause:
			before, last := "", p.Number
			if i := strings.LastIndexByte(p.Number, '.'); i >= 0 {
				before, last = p.Number[:i], p.Number[i+1:]
			}
			r.goesOn(p, atoi(last))
			r.next("khoản", p, before, atoi(last))
			r.close("điểm")
			r.clauseMark(p)
		case Point:
			r.point(p)
		}
	}
}

// step is where a list stands.
type step struct {
	before string // the numbers above it: «2» of «2.1»
	n      int
}

// running is the lists that are open while a part is read.
type running struct {
	c     *checker
	open  map[string][]step
	blind bool // a passage was not understood

	lastClause int // the last khoản of the điều before, while none of this one has been seen
}

func (r *running) close(kinds ...string) {
	for _, k := range kinds {
		delete(r.open, k)
	}
}

// next takes a number; it is wrong where it neither begins a list nor goes on with an open one.
func (r *running) next(kind string, p *Passage, before string, n int) {
	list := r.open[kind]
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].before == before && (list[i].n+1 == n || kind == "điều" && list[i].n == n && strings.TrimLeft(p.Number, "0123456789") != "") {
			r.open[kind] = append(list[:i:i], step{before, n})
			return
		}
	}
	r.open[kind] = append(list, step{before, n})
	if len(r.open[kind]) > 30 {
		r.open[kind] = r.open[kind][1:]
	}
	if n == 1 || len(list) == 0 { // a list that begins with another number may have its beginning elsewhere
		return
	}
	last := list[len(list)-1]
	if last.before != before || r.blind {
		return
	}
	what := fmt.Sprintf("%s %s đứng sau %s %s, số không liên tiếp", kind, p.Number, kind, numbered(last, kind))
	if n == last.n {
		what = fmt.Sprintf("%s %s ghi hai lần", kind, p.Number)
	}
	r.c.report(slip{id: IDStructure, severity: diag.Warning, pos: p.Pos, message: what,
		hint: "xem lại các số ở gần đó; nếu xóa một mục thì đánh lại số cho liên tiếp", group: "order", here: p.Number + p.Mark + " " + beginning(p.Text)})
}

// goesOn reports khoản that are numbered on from those of the điều before.
func (r *running) goesOn(p *Passage, n int) {
	last := r.lastClause
	r.lastClause = 0
	if p.Depth == 1 && last > 0 && n == last+1 && !r.blind {
		r.c.report(slip{id: IDStructure, severity: diag.Warning, pos: p.Pos, message: fmt.Sprintf("khoản %s đánh số tiếp theo khoản của điều trước", p.Number),
			hint: "khoản của mỗi điều đánh số lại từ 1", group: "across", here: p.Number + p.Mark + " " + beginning(p.Text)})
	}
}

func numbered(s step, kind string) string {
	n := strconv.Itoa(s.n)
	switch kind {
	case "mục":
		n, _ = viet.Roman(s.n)
	case "điểm":
		n, _ = viet.Letter(s.n)
	}
	if s.before != "" {
		return s.before + "." + n
	}
	return n
}

func (r *running) division(p *Passage) {
	n, roman := viet.ParseRoman(p.Number)
	if !roman {
		n = atoi(p.Number)
	}
	r.next(p.Mark, p, "", n)
	switch p.Mark { // what a division of that word begins anew
	case "phần":
		r.close("chương", "mục", "tiểu mục")
	case "chương":
		r.close("mục", "tiểu mục")
	case "mục":
		r.close("tiểu mục")
	}
	r.close("khoản", "điểm")
}

// point checks a letter against the order a b c d đ e g h i k …
func (r *running) point(p *Passage) {
	n := viet.LetterIndex(p.Number)
	list := r.open["điểm"]
	if p.Mark != ")" {
		if n > 0 && (n == 1 || len(list) > 0) {
			r.pointMark(p)
		}
	}
	var last step
	if len(list) > 0 {
		last = list[len(list)-1]
	}
	switch {
	case n == 0 && len(list) > 0:
		r.wrongLetter(p, last.n)
		r.open["điểm"] = append(list, step{n: last.n + 1})
	case n == 0:
	case p.Number == "e" && last.n == viet.LetterIndex("d") && len(list) > 0:
		r.c.report(slip{id: IDStructure, severity: diag.Warning, pos: p.Pos, message: "điểm e) đứng ngay sau điểm d): thiếu điểm đ)",
			hint: letterOrder(), group: "letter", here: p.Number + p.Mark + " " + beginning(p.Text)})
		r.open["điểm"] = []step{{n: n}}
	default:
		r.next("điểm", p, "", n)
	}
}

func letterOrder() string { return "thứ tự là " + viet.Letters() }

func (r *running) wrongLetter(p *Passage, last int) {
	want, err := viet.Letter(last + 1)
	if err != nil {
		return
	}
	r.c.report(slip{id: IDStructure, severity: diag.Warning, pos: p.Pos,
		message: fmt.Sprintf("điểm «%s)» không thuộc bảng chữ cái dùng để đánh điểm, ở đây là «%s)»", p.Number, want),
		hint:    letterOrder(), group: "letter", here: p.Number + p.Mark + " " + beginning(p.Text)})
}

func (r *running) pointMark(p *Passage) {
	open, close := strings.CutPrefix(p.Mark, "(")
	written := p.Number + open
	if close {
		written = "(" + written
	}
	r.c.report(slip{id: IDStructure, severity: diag.Warning, pos: p.Pos, message: fmt.Sprintf("điểm viết là «%s», phải là «%s)»", written, p.Number),
		hint: "sau chữ cái của điểm là dấu đóng ngoặc đơn", group: "point", here: written + " " + beginning(p.Text)})
}

// clauseMark reports khoản with another mark than a full stop: «1/».
func (r *running) clauseMark(p *Passage) {
	if p.Depth == 1 && p.Mark == "/" {
		r.c.report(slip{id: IDStructure, severity: diag.Warning, pos: p.Pos, message: fmt.Sprintf("khoản viết là «%s/», phải là «%s.»", p.Number, p.Number),
			hint: "sau số của khoản là dấu chấm", group: "clause", here: p.Number + "/ " + beginning(p.Text)})
	}
}
