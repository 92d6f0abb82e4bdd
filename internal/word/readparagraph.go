package word

import (
	"cmp"
	"slices"

	"vanban/internal/unit"
)

// context is what paragraphs of one style in one part of a table share: the layers of their properties, and
// what has been resolved of them.
type context struct {
	style   *style
	table   *tableContext
	plain   []*node // w:pPr, low to high: defaults, table style, paragraph style
	letters hierarchy
	known   map[string]*letters // by the bytes of w:rPr
}

// contextKey finds a context again.
type contextKey struct {
	style *style
	table *tableContext
}

func (r *reader) context(styleID string, table *tableContext) *context {
	st := r.styles.paragraphStyle(styleID)
	key := contextKey{st, table}
	if c := r.contexts[key]; c != nil {
		return c
	}
	c := &context{style: st, table: table, known: map[string]*letters{}}
	if r.styles.paragraph != nil {
		c.plain = append(c.plain, r.styles.paragraph)
	}
	c.letters.defaults = r.styles.letters
	if table != nil {
		c.plain = append(c.plain, table.paragraph...)
		c.letters.table = table.letters
	}
	c.plain = append(c.plain, st.properties("w:pPr")...)
	c.letters.para = st.properties("w:rPr")
	r.contexts[key] = c
	return c
}

// runLetters resolves a run's formatting: the character style that it names, and what it says itself.
func (r *reader) runLetters(c *context, rPr *node) *letters {
	key := ""
	if rPr != nil {
		key = string(r.text[rPr.span.Start:rPr.span.End])
	}
	if l := c.known[key]; l != nil {
		return l
	}
	h := c.letters
	st := r.styles.of("character", rPr.kid("w:rStyle").val())
	if st == nil {
		h.letters = r.styles.defaultLetters.properties("w:rPr")
	} else {
		h.letters = st.properties("w:rPr")
	}
	if rPr != nil {
		h.direct = []*node{rPr}
	}
	l := r.format(&h, st.styleName())
	c.known[key] = l
	return l
}

// paragraph reads a paragraph.
func (r *reader) paragraph(n *node, c *container) *Paragraph {
	p := &Paragraph{Place: r.next(c), Element: n.span}
	r.here = p.Place
	pPr := n.kid("w:pPr")
	mark := pPr.kid("w:rPr")
	ctx := r.context(pPr.kid("w:pStyle").val(), c.table)
	p.Style = ctx.style.styleName()
	if ctx.style != nil {
		p.StyleID = ctx.style.id
	}
	markLetters := r.runLetters(ctx, mark)
	p.Mark = markLetters.formats[ascii]
	p.MarkChange = r.change(mark)
	p.Runs = r.runs(n, ctx)
	r.paragraphProperties(p, pPr, ctx, mark)
	if pPr.kid("w:pPrChange") != nil || mark.kid("w:rPrChange") != nil {
		r.formatChange(pPr.kid("w:pPrChange"), mark.kid("w:rPrChange"))
	}
	return p
}

// paragraphProperties resolves what is no letter: layers from low to high, the numbering's own under the one
// that asks for it.
func (r *reader) paragraphProperties(p *Paragraph, pPr *node, ctx *context, mark *node) {
	layers := ctx.plain
	if pPr != nil {
		layers = append(slices.Clip(layers), pPr)
	}
	if num, at := r.numbered(layers, ctx.style); num != nil {
		if own := num.level.node.kid("w:pPr"); own != nil {
			layers = slices.Insert(slices.Clone(layers), at, own)
		}
		if !r.vanished(p) {
			p.Label = r.label(num, ctx, mark)
		}
	}
	p.Align = r.align(lastOf(layers, "w:jc"))
	p.RightToLeft = yes(layers, "w:bidi", false)
	if p.RightToLeft {
		p.Align = [...]Align{Right, Center, Left, Justify, Distribute}[p.Align]
	}
	r.indents(p, layers)
	r.spacing(p, layers)
	p.Contextual = yes(layers, "w:contextualSpacing", false)
	p.KeepNext, p.KeepLines = yes(layers, "w:keepNext", false), yes(layers, "w:keepLines", false)
	p.PageBreakBefore = yes(layers, "w:pageBreakBefore", false)
	p.WidowControl = yes(layers, "w:widowControl", true)
	if level, ok := r.number("w:outlineLvl", lastOf(layers, "w:outlineLvl").val(), 0, 9); ok && level < 9 {
		p.Outline = level + 1
	}
	p.Shading = r.shading(lastOf(layers, "w:shd"))
	p.Borders = r.paragraphBorders(layers)
	p.Tabs = r.tabs(layers)
	if f := lastOf(layers, "w:framePr"); f != nil {
		p.Frame = r.frame(f)
	}
	p.EndsSection = pPr.kid("w:sectPr") != nil
}

// vanished tells a paragraph that is hidden whole: Word does not count it.
func (r *reader) vanished(p *Paragraph) bool {
	if !p.Mark.Hidden {
		return false
	}
	for i := range p.Runs {
		if !p.Runs[i].Hidden {
			return false
		}
	}
	return true
}

// lastOf is the element of the highest layer that has one.
func lastOf(layers []*node, name string) *node { return last(layers, name) }

func yes(layers []*node, name string, unsaid bool) bool {
	if n := last(layers, name); n != nil {
		return on(n)
	}
	return unsaid
}

// attributeOf is an attribute of an element whose attributes are each set on their own; names are tried in order
// in each layer (strict OOXML has others).
func attributeOf(layers []*node, element string, names ...string) (string, int) {
	for i := len(layers) - 1; i >= 0; i-- {
		n := layers[i].kid(element)
		if n == nil {
			continue
		}
		for _, name := range names {
			if v, ok := n.has(name); ok {
				return v, i
			}
		}
	}
	return "", -1
}

func (r *reader) align(n *node) Align {
	switch n.val() {
	case "center":
		return Center
	case "right", "end":
		return Right
	case "both", "lowKashida", "mediumKashida", "highKashida", "thaiDistribute":
		return Justify
	case "distribute":
		return Distribute
	}
	return Left
}

func (r *reader) indents(p *Paragraph, layers []*node) {
	get := func(names ...string) (unit.Length, int) {
		v, layer := attributeOf(layers, "w:ind", names...)
		l, _ := r.measure("w:ind", v, unit.Twip)
		return l, layer
	}
	p.IndentLeft, _ = get("w:left", "w:start")
	p.IndentRight, _ = get("w:right", "w:end")
	first, firstAt := get("w:firstLine")
	hanging, hangingAt := get("w:hanging")
	p.FirstLine = first
	if hangingAt >= firstAt && hangingAt >= 0 {
		p.FirstLine = -hanging
	}
	// Distances in letters: Word keeps the twips beside them, which say what they came to.
	chars := func(name string, into *unit.Length, besides int, sign unit.Length) {
		v, layer := attributeOf(layers, "w:ind", name)
		n, ok := r.number("w:ind", v, -100000, 100000)
		if ok && n != 0 && layer > besides {
			*into = sign * unit.Length(n) * p.Mark.Size / 100
		}
	}
	_, left := attributeOf(layers, "w:ind", "w:left", "w:start")
	chars("w:leftChars", &p.IndentLeft, left, 1)
	chars("w:firstLineChars", &p.FirstLine, max(firstAt, hangingAt), 1)
	chars("w:hangingChars", &p.FirstLine, max(firstAt, hangingAt), -1)
}

// autoSpace is what Word takes for automatic space, as browsers do.
const autoSpace = 14 * unit.Pt

func (r *reader) spacing(p *Paragraph, layers []*node) {
	side := func(plain, lines, auto string) unit.Length {
		if v, _ := attributeOf(layers, "w:spacing", auto); flag(v) {
			return autoSpace
		}
		v, _ := attributeOf(layers, "w:spacing", lines)
		if n, ok := r.number("w:spacing", v, -100000, 100000); ok && n != 0 {
			return unit.Length(n) * 12 * unit.Pt / 100
		}
		v, _ = attributeOf(layers, "w:spacing", plain)
		l, _ := r.measure("w:spacing", v, unit.Twip)
		return l
	}
	p.Before = side("w:before", "w:beforeLines", "w:beforeAutospacing")
	p.After = side("w:after", "w:afterLines", "w:afterAutospacing")
	v, _ := attributeOf(layers, "w:spacing", "w:line")
	line, said := r.measure("w:spacing", v, unit.Twip)
	rule, _ := attributeOf(layers, "w:spacing", "w:lineRule")
	switch {
	case !said || line == 0:
		p.Line = Line{Rule: Multiple, Times: 1}
	case rule == "exact":
		p.Line = Line{Rule: Exact, Height: max(line, -line)}
	case rule == "atLeast":
		p.Line = Line{Rule: AtLeast, Height: max(line, -line)}
	case line < 0: // Word reads a negative height as exact
		p.Line = Line{Rule: Exact, Height: -line}
	default:
		p.Line = Line{Rule: Multiple, Times: float64(line) / float64(240*unit.Twip)}
	}
}

// settle takes away the space between paragraphs of one style that say so (contextualSpacing).
func settle(blocks []Block) {
	var before *Paragraph
	type ends struct{ before, after bool }
	take := map[*Paragraph]ends{}
	for _, b := range blocks {
		p, ok := b.(*Paragraph)
		if ok && before != nil && p.StyleID == before.StyleID {
			if p.Contextual {
				take[p] = ends{before: true, after: take[p].after}
			}
			if before.Contextual {
				take[before] = ends{before: take[before].before, after: true}
			}
		}
		before = p
	}
	for p, e := range take {
		if e.before {
			p.Before = 0
		}
		if e.after {
			p.After = 0
		}
	}
}

func (r *reader) border(n *node) Border {
	if n == nil || n.val() == "nil" || n.val() == "none" || n.val() == "" {
		return Border{}
	}
	b := Border{Style: n.val(), Color: r.elementColour(n, "w:color")}
	b.Weight, _ = r.measure(n.name, n.attr("w:sz"), unit.Pt/4)
	b.Weight /= 2 // eighths of a point
	b.Space, _ = r.measure(n.name, n.attr("w:space"), unit.Pt)
	return b
}

func (r *reader) paragraphBorders(layers []*node) Borders {
	edge := func(names ...string) Border {
		for i := len(layers) - 1; i >= 0; i-- {
			for _, name := range names {
				if n := layers[i].kid("w:pBdr").kid(name); n != nil {
					return r.border(n)
				}
			}
		}
		return Border{}
	}
	return Borders{Top: edge("w:top"), Bottom: edge("w:bottom"), Left: edge("w:left", "w:start"),
		Right: edge("w:right", "w:end"), InsideH: edge("w:between")}
}

// maxTabs is how many stops a paragraph has; Word takes 64.
const maxTabs = 256

// tabs merges the stops of all layers.
func (r *reader) tabs(layers []*node) []Tab {
	var out []Tab
	for _, layer := range layers {
		list := layer.kid("w:tabs")
		if list == nil {
			continue
		}
		for _, n := range list.kids {
			at, ok := r.measure("w:tab", n.attr("w:pos"), unit.Twip)
			if n.name != "w:tab" || !ok || len(out) == maxTabs {
				continue
			}
			out = slices.DeleteFunc(out, func(t Tab) bool { return t.At == at })
			t := Tab{At: at, Align: n.val(), Leader: n.attr("w:leader")}
			switch t.Align {
			case "clear":
				continue
			case "start", "num", "":
				t.Align = "left"
			case "end":
				t.Align = "right"
			}
			if t.Leader == "none" {
				t.Leader = ""
			}
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b Tab) int { return cmp.Compare(a.At, b.At) })
	return out
}

func (r *reader) frame(n *node) *Frame {
	get := func(name string) unit.Length {
		l, _ := r.measure("w:framePr", n.attr(name), unit.Twip)
		return l
	}
	f := &Frame{Width: get("w:w"), Height: get("w:h"), X: get("w:x"), Y: get("w:y"), Across: n.attr("w:hAnchor"), Down: n.attr("w:vAnchor"),
		AlignX: n.attr("w:xAlign"), AlignY: n.attr("w:yAlign"), Wrap: n.attr("w:wrap")}
	if f.Across == "" {
		f.Across = "page"
	}
	if f.Down == "" {
		f.Down = "page"
	}
	if cap := n.attr("w:dropCap"); cap != "" && cap != "none" {
		f.DropCap = true
	}
	if f.AlignY == "inline" {
		f.AlignY, f.Down = "", "text"
	}
	return f
}
