package word

import (
	"strconv"
	"strings"
)

// inline is what surrounds runs while a paragraph is read.
type inline struct {
	r      *reader
	ctx    *context
	out    []Run
	change *Change
	link   string
}

// runs reads what stands in a paragraph.
func (r *reader) runs(n *node, ctx *context) []Run {
	in := &inline{r: r, ctx: ctx}
	in.all(n)
	return in.out
}

func (in *inline) all(n *node) {
	for _, k := range n.kids {
		in.one(k)
	}
}

// one reads an element that may stand in a paragraph. What Word puts around runs without showing anything is
// looked through.
func (in *inline) one(n *node) {
	r := in.r
	switch n.name {
	case "w:r":
		in.run(n)
	case "w:ins", "w:moveTo", "w:del", "w:moveFrom":
		outer := in.change
		in.change = r.tracked(n)
		if outer != nil && outer.Kind.Gone() {
			in.change = outer // what is inside a deletion is deleted
		}
		in.all(n)
		in.change = outer
	case "w:hyperlink":
		outer := in.link
		in.link = r.linkTarget(n)
		in.all(n)
		in.link = outer
	case "w:fldSimple":
		r.fields = append(r.fields, &openField{field: r.newField(n.attr("w:instr")), results: true})
		in.all(n)
		in.endField(r.formatOf(in.ctx, nil))
	case "w:sdt":
		r.control(n)
		if content := n.kid("w:sdtContent"); content != nil {
			in.all(content)
		}
	case "w:smartTag", "w:customXml", "w:dir", "w:bdo":
		in.all(n)
	case "mc:AlternateContent":
		if choice := chosen(n); choice != nil {
			in.all(choice)
		}
	case "m:oMath", "m:oMathPara":
		in.equation(n)
	case "w:subDoc":
		r.remark(RemarkSubdocument, r.relationTarget(n.attr("r:id")))
		r.warn(IDUnread, "văn bản con của văn bản chính không được đọc", "trong Word, mở rộng văn bản con rồi bỏ liên kết, lưu lại")
	}
}

// add appends a run with the formatting of ordinary letters.
func (in *inline) add(kind RunKind, text string, rPr *node, more func(*Run)) {
	run := Run{Format: in.r.formatOf(in.ctx, rPr), Kind: kind, Text: text}
	in.finish(&run)
	if more != nil {
		more(&run)
	}
	in.out = append(in.out, run)
}

func (in *inline) finish(run *Run) {
	run.Change, run.Link, run.Field = in.change, in.link, in.r.currentField()
	in.r.shows()
	if run.Hidden && run.Text != "" {
		in.r.remark(RemarkHidden, run.Text)
	}
}

// run reads a w:r.
func (in *inline) run(n *node) {
	rPr := n.kid("w:rPr")
	if c := rPr.kid("w:rPrChange"); c != nil {
		in.r.formatChange(c)
	}
	for _, k := range n.kids {
		in.piece(k, rPr)
	}
}

func (in *inline) piece(k, rPr *node) {
	r := in.r
	if r.instruction(k, in, rPr) {
		k.read = true
		return
	}
	plain := func(kind RunKind, text string) { in.add(kind, text, rPr, nil) }
	switch k.name {
	case "w:t", "w:delText":
		in.letters(k, rPr)
	case "w:tab":
		plain(TabKey, "")
	case "w:ptab":
		plain(PositionTab, k.attr("w:alignment"))
	case "w:br":
		switch k.attr("w:type") {
		case "page":
			plain(PageBreak, "")
		case "column":
			plain(ColumnBreak, "")
		default:
			plain(LineBreak, "")
		}
	case "w:cr":
		plain(LineBreak, "")
	case "w:noBreakHyphen":
		plain(Text, "\u2011")
	case "w:softHyphen":
		plain(OptionalHyphen, "")
	case "w:sym":
		in.symbol(k, rPr)
	case "w:footnoteReference", "w:endnoteReference":
		in.reference(k, rPr)
	case "w:footnoteRef", "w:endnoteRef":
		plain(NoteMark, "")
	case "w:drawing":
		for _, s := range r.drawings(k, in.ctx.table) {
			in.add(Drawing, "", rPr, func(at *Run) { at.Shape = s })
		}
	case "w:pict", "w:object":
		for _, s := range r.vml(k, in.ctx.table) {
			in.add(Drawing, "", rPr, func(at *Run) { at.Shape = s })
		}
		if k.name == "w:object" {
			r.object(k)
		}
	case "w:pgNum":
		f := r.newField("PAGE")
		in.add(EmptyField, "", rPr, func(at *Run) { at.Field = f })
	case "w:ruby":
		for _, base := range k.kid("w:rubyBase").children() {
			in.one(base)
		}
	case "mc:AlternateContent":
		if choice := chosen(k); choice != nil {
			for _, inner := range choice.kids {
				in.piece(inner, rPr)
			}
		}
	case "m:oMath", "m:oMathPara":
		in.equation(k)
	}
}

// children of a node that may not be there.
func (n *node) children() []*node {
	if n == nil {
		return nil
	}
	return n.kids
}

// letters adds text, cut where Word changes the face.
func (in *inline) letters(t, rPr *node) {
	t.read = true
	if t.text == "" {
		return
	}
	text := strings.Map(func(c rune) rune {
		if c == '\n' || c == '\r' || c == '\t' {
			return ' ' // as Word shows it: breaks and tabs are elements of their own
		}
		return c
	}, t.text)
	if t.attr("xml:space") != "preserve" {
		text = strings.Trim(text, " ") // as Word reads it
	}
	in.r.runLetters(in.ctx, rPr).pieces(text, func(f *Format, text string) {
		if text == "" {
			return
		}
		piece := Run{Format: f, Text: text}
		in.finish(&piece)
		in.out = append(in.out, piece)
	})
}

func (in *inline) symbol(k, rPr *node) {
	code, err := strconv.ParseUint(k.attr("w:char"), 16, 21)
	if err != nil {
		in.r.badValue("w:sym", k.attr("w:char"))
		return
	}
	face := k.attr("w:font")
	shown, _ := symbol(face, rune(code))
	in.add(Symbol, string(shown), rPr, func(at *Run) {
		f := *at.Format
		f.Font = face
		at.Format = in.r.share(f)
	})
}

// equation adds the letters of an equation, in the order of the file.
func (in *inline) equation(n *node) {
	in.r.remark(RemarkEquation, "")
	var b strings.Builder
	var walk func(n *node)
	walk = func(n *node) {
		if n.name == "m:t" || n.name == "w:t" {
			b.WriteString(n.text)
			n.read = true
		}
		for _, k := range n.kids {
			walk(k)
		}
	}
	walk(n)
	in.add(Object, b.String(), nil, nil)
}

// formatOf is the formatting of what is no letter.
func (r *reader) formatOf(ctx *context, rPr *node) *Format {
	return r.runLetters(ctx, rPr).formats[ascii]
}

// chosen is the branch of an mc:AlternateContent that is read: the first choice that asks for nothing unknown,
// otherwise the fallback; never both.
func chosen(n *node) *node {
	for _, k := range n.kids {
		if k.name == "mc:Choice" && knownNeeds(k.attr("Requires")) {
			return k
		}
	}
	if fallback := n.kid("mc:Fallback"); fallback != nil && len(fallback.kids) > 0 {
		return fallback
	}
	return n.kid("mc:Choice")
}

func knownNeeds(prefixes string) bool {
	for _, p := range strings.Fields(prefixes) {
		switch p {
		case "wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "a14", "pic14":
		default:
			return false
		}
	}
	return true
}

// tracked reads a tracked change and counts it.
func (r *reader) tracked(n *node) *Change {
	c := &Change{Author: n.attr("w:author")}
	switch n.name {
	case "w:ins":
		c.Kind = Inserted
		r.remark(RemarkInsertion, c.Author)
	case "w:del":
		c.Kind = Deleted
		r.remark(RemarkDeletion, c.Author)
	case "w:moveFrom":
		c.Kind = MovedFrom
		r.remark(RemarkMove, c.Author)
	case "w:moveTo":
		c.Kind = MovedTo
		r.remark(RemarkMove, c.Author)
	}
	return c
}

// change reads the change of a paragraph mark or a row, from its properties.
func (r *reader) change(properties *node) *Change {
	for _, k := range properties.children() {
		switch k.name {
		case "w:ins", "w:del", "w:moveFrom", "w:moveTo":
			return r.tracked(k)
		}
	}
	return nil
}

// formatChange counts tracked changes of formatting.
func (r *reader) formatChange(changes ...*node) {
	for _, c := range changes {
		if c != nil {
			r.remark(RemarkFormatChange, c.attr("w:author"))
		}
	}
}
