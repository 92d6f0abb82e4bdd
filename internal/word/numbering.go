package word

import (
	"strings"

	"vanban/internal/diag"
)

// maxLevels is how many levels a list has.
const maxLevels = 9

// maxLevelText is the longest form of a label that is read: it is written out for every paragraph of its level.
const maxLevelText = 255

// list is what a w:numId leads to: an abstract list, with levels of its own where it overrides them.
type list struct {
	abstract *abstractList
	levels   [maxLevels]*listLevel // of the abstract list where not overridden
	restart  [maxLevels]int        // the start that it sets for itself; -1 where it does not
	begun    [maxLevels]bool
}

// abstractList counts for all lists that share it.
type abstractList struct {
	levels [maxLevels]*listLevel
	link   string // the numbering style whose list it stands for
	style  string // the numbering style that it belongs to
	value  [maxLevels]int
	active [maxLevels]bool
}

type listLevel struct {
	node     *node
	start    int
	restarts int // used by a level up to this (from 1) it starts anew; 0: never
	format   string
	text     string
	legal    bool
	suffix   string
	style    string // the paragraph style that has this level
}

// readNumbering reads the numbering part.
func (r *reader) readNumbering(root *node) {
	r.lists = map[int]*list{}
	if root == nil {
		return
	}
	abstracts := map[string]*abstractList{}
	for _, n := range root.kids {
		if n.name != "w:abstractNum" {
			continue
		}
		a := &abstractList{link: n.kid("w:numStyleLink").val(), style: n.kid("w:styleLink").val()}
		for _, k := range n.kids {
			if level, i := r.listLevel(k); level != nil {
				a.levels[i] = level
			}
		}
		abstracts[n.attr("w:abstractNumId")] = a
	}
	byStyle := map[string]*abstractList{}
	for _, n := range root.kids {
		if a := abstracts[n.attr("w:abstractNumId")]; n.name == "w:abstractNum" && a.style != "" && byStyle[a.style] == nil {
			byStyle[a.style] = a
		}
	}
	for _, n := range root.kids {
		if n.name != "w:num" {
			continue
		}
		a := abstracts[n.kid("w:abstractNumId").val()]
		if a != nil && a.link != "" && byStyle[a.link] != nil {
			a = byStyle[a.link]
		}
		id, ok := r.number("w:numId", n.attr("w:numId"), 0, 1<<31-1)
		if a == nil || !ok {
			continue
		}
		l := &list{abstract: a, levels: a.levels, restart: [maxLevels]int{-1, -1, -1, -1, -1, -1, -1, -1, -1}}
		for _, k := range n.kids {
			r.override(l, k)
		}
		r.lists[id] = l
	}
}

func (r *reader) override(l *list, n *node) {
	i, ok := r.number("w:ilvl", n.attr("w:ilvl"), 0, maxLevels-1)
	if n.name != "w:lvlOverride" || !ok {
		return
	}
	if level, _ := r.listLevel(n.kid("w:lvl")); level != nil {
		l.levels[i] = level
	}
	if start, ok := r.number("w:startOverride", n.kid("w:startOverride").val(), 0, 1<<30); ok {
		l.restart[i] = start
	}
}

func (r *reader) listLevel(n *node) (*listLevel, int) {
	if n == nil || n.name != "w:lvl" {
		return nil, 0
	}
	i, ok := r.number("w:ilvl", n.attr("w:ilvl"), 0, maxLevels-1)
	if !ok {
		return nil, 0
	}
	level := &listLevel{node: n, restarts: i, format: n.kid("w:numFmt").val(), text: n.kid("w:lvlText").val(), style: n.kid("w:pStyle").val(), suffix: "\t"}
	if runes := []rune(level.text); len(runes) > maxLevelText {
		r.badValue("w:lvlText", diag.Clip(level.text))
		level.text = string(runes[:maxLevelText])
	}
	if level.format == "" {
		level.format = "decimal"
		if choice := n.find("mc:AlternateContent", "mc:Choice", "w:numFmt"); choice.val() == "custom" {
			level.format = choice.attr("w:format")
		}
	}
	if level.format == "custom" {
		level.format = n.kid("w:numFmt").attr("w:format")
	}
	level.start, _ = r.number("w:start", n.kid("w:start").val(), 0, 1<<30)
	if restart, ok := r.number("w:lvlRestart", n.kid("w:lvlRestart").val(), 0, maxLevels); ok && restart <= i {
		level.restarts = restart
	}
	if legal := n.kid("w:isLgl"); legal != nil {
		level.legal = on(legal)
	}
	switch n.kid("w:suff").val() {
	case "space":
		level.suffix = " "
	case "nothing":
		level.suffix = ""
	}
	return level, i
}

// numbering is what numbers a paragraph.
type numbering struct {
	list  *list
	index int // of the level, from 0
	level *listLevel
}

// numbered tells what numbers a paragraph with these layers of properties, and before which of them the
// numbering's own properties belong; nil where nothing does.
func (r *reader) numbered(layers []*node, st *style) (*numbering, int) {
	at, id := -1, 0
	index, indexed := 0, false
	for i := len(layers) - 1; i >= 0; i-- {
		num := layers[i].kid("w:numPr")
		if num == nil {
			continue
		}
		if n, ok := r.number("w:ilvl", num.kid("w:ilvl").val(), 0, maxLevels-1); ok && !indexed {
			index, indexed = n, true
		}
		if n, ok := r.number("w:numId", num.kid("w:numId").val(), 0, 1<<31-1); ok {
			at, id = i, n
			break
		}
	}
	l := r.lists[id]
	if at < 0 || id == 0 || l == nil {
		return nil, 0
	}
	if direct := len(layers) > 0 && layers[at].name == "w:pPr" && st != nil; direct {
		index = styleLevel(l, st, layers[at], index)
	}
	level := l.levels[index]
	if level == nil {
		return nil, 0
	}
	return &numbering{l, index, level}, at
}

// styleLevel is the level that a list gives to the style which asked for it: the level names its style.
func styleLevel(l *list, st *style, asked *node, index int) int {
	for i := len(st.chain) - 1; i >= 0; i-- {
		each := st.chain[i]
		if each.node.kid("w:pPr") != asked {
			continue
		}
		for k, level := range l.levels {
			if level != nil && level.style == each.id {
				return k
			}
		}
	}
	return index
}

// label counts the paragraph and gives what Word writes before it.
func (r *reader) label(n *numbering, ctx *context, mark *node) *Label {
	l, a, i := n.list, n.list.abstract, n.index
	switch {
	case l.restart[i] >= 0 && !l.begun[i]:
		a.value[i] = l.restart[i]
	case !a.active[i]:
		a.value[i] = n.level.start
	default:
		a.value[i]++
	}
	l.begun[i], a.active[i] = true, true
	for above := range i { // a level that was passed over counts as begun
		if !a.active[above] && l.levels[above] != nil {
			a.value[above], a.active[above] = l.levels[above].start, true
		}
	}
	for deeper := i + 1; deeper < maxLevels; deeper++ {
		if level := l.levels[deeper]; level == nil || i < level.restarts {
			a.active[deeper] = false
		}
	}
	label := &Label{Format: n.level.format, Suffix: n.level.suffix}
	h := ctx.letters
	h.letters = r.styles.defaultLetters.properties("w:rPr")
	if mark != nil {
		h.direct = append(h.direct, mark)
		if st := r.styles.of("character", mark.kid("w:rStyle").val()); st != nil {
			h.letters = st.properties("w:rPr")
		}
	}
	if own := n.level.node.kid("w:rPr"); own != nil {
		h.direct = append(h.direct, own)
	}
	label.Mark = r.format(&h, "").formats[ascii]
	if !label.Mark.Hidden {
		label.Text = r.labelText(n, label.Mark)
	}
	return label
}

func (r *reader) labelText(n *numbering, f *Format) string {
	if n.level.format == "bullet" {
		return shownSymbols(f.Font, n.level.text)
	}
	var b strings.Builder
	text := n.level.text
	for j := 0; j < len(text); j++ {
		if text[j] != '%' || j+1 >= len(text) || text[j+1] < '1' || text[j+1] > '9' {
			b.WriteByte(text[j])
			continue
		}
		j++
		of := int(text[j] - '1')
		level := n.list.levels[of]
		if level == nil || of > n.index {
			continue
		}
		value := n.list.abstract.value[of]
		format := level.format
		if n.level.legal && format != "none" {
			format = "decimal"
		}
		b.WriteString(numeral(format, value))
	}
	return b.String()
}
