package diff

import (
	"fmt"
	"strings"

	"vanban/internal/typeset"
	"vanban/internal/unit"
	"vanban/internal/viet"
	"vanban/internal/zone"
)

// OfPages makes the tree of the pages that vanban drew. Paragraphs that run over lines and pages are put together
// again; where lines break is no difference, and where pages do is told once, by their number. Rules and the lines of
// tables are told by what they measure on their page.
func OfPages(d *typeset.Document, words *zone.Words) *Node {
	o := &ofPages{}
	for i, p := range d.Pages {
		o.page(i, p)
	}
	o.name(words)
	root := &Node{Kind: Root, Kids: []*Node{{Kind: Properties, Place: "thuộc tính của tệp", Facts: pageProperties(d)}}}
	root.Kids = append(root.Kids, shapesOfPages(d.Pages)...)
	root.Kids = append(root.Kids, o.heads...)
	root.Kids = append(root.Kids, o.body...)
	return root
}

func pageProperties(d *typeset.Document) []Fact {
	var l list
	l.text("tiêu đề", d.Title)
	l.text("chủ đề", d.Subject)
	l.text("tác giả", d.Author)
	l.text(factKeywords, d.Keywords)
	l.text("ngôn ngữ", d.Language)
	l.text(factCreated, d.Created)
	l.number("số trang", len(d.Pages))
	for _, c := range d.Custom {
		if !strings.HasPrefix(c.Name, ownPrefix) {
			l.text("thuộc tính «"+c.Name+"»", c.Value)
		}
	}
	var titles []string
	for _, m := range d.Outline {
		titles = append(titles, m.Title)
	}
	l.text("dấu trang", strings.Join(titles, " | "))
	return l
}

// shapesOfPages tells the paper of each run of pages that have the same, and once for all pages the lines and
// backgrounds: from where to where across, not how far down, which every word before them moves.
func shapesOfPages(pages []*typeset.Page) []*Node {
	var out []*Node
	var drawn list
	from := 0
	for i, p := range pages {
		if i+1 == len(pages) || pages[i+1].Width != p.Width || pages[i+1].Height != p.Height {
			out = append(out, paper(pages, from, i))
			from = i + 1
		}
		for _, s := range p.Strokes {
			drawn.once(strings.TrimSuffix(stroke(s)+", "+black(s.Color), ", "))
		}
		for _, f := range p.Fills {
			drawn.once(fmt.Sprintf("nền từ %s đến %s mm, màu %s", coarse(f.X), coarse(f.X+f.Width), f.Color))
		}
	}
	return append(out, &Node{Kind: Section, Place: "đường kẻ, nền", Facts: drawn})
}

func paper(pages []*typeset.Page, from, to int) *Node {
	var l list
	l.mm("khổ giấy, rộng", pages[from].Width)
	l.mm("khổ giấy, cao", pages[from].Height)
	left := pages[from].Width
	for _, p := range pages[from : to+1] {
		for _, line := range p.Lines {
			for _, s := range line.Spans {
				left = min(left, s.X)
			}
		}
	}
	l.text("mép trái của chữ", coarse(left)+" mm")
	place := fmt.Sprintf("trang %d đến trang %d", from+1, to+1)
	if from == to {
		place = fmt.Sprintf("trang %d", from+1)
	}
	return &Node{Kind: Section, Place: place, Facts: l}
}

// once adds a fact that says no more than that something is there.
func (l *list) once(name string) {
	if !named(*l, name) {
		l.flag(name, true)
	}
}

func stroke(s typeset.Stroke) string {
	if s.Y1 == s.Y2 {
		return fmt.Sprintf("kẻ ngang từ %s đến %s mm, nét %s pt", coarse(s.X1), coarse(s.X2), points(s.Weight))
	}
	return fmt.Sprintf("kẻ dọc tại %s mm, nét %s pt", coarse(s.X1), points(s.Weight))
}

// coarse writes a place on a page to the tenth of a millimetre.
func coarse(v unit.Length) string {
	return strings.Replace(fmt.Sprintf("%.1f", v.Millimetres()), ".", ",", 1)
}

// ofPages puts lines together.
type ofPages struct {
	heads []*Node
	body  []*Node
	lines []placedParagraph // of the body, outside grids, in order
	table *Node             // the grid that is being filled
	row   *Node
	cells map[int]*Node // of the row, by column
	last  *Node         // the paragraph that a line may go on with
	pairs int
	pair  bool // in columns side by side
	fresh bool
}

// placedParagraph is a paragraph that package zone is asked about, or a grid.
type placedParagraph struct {
	node *Node
	line zone.Line
}

func (o *ofPages) page(index int, p *typeset.Page) {
	o.fresh = true
	number := fmt.Sprintf("đầu trang %d", index+1)
	var before unit.Length
	for _, l := range p.Lines {
		if len(l.Spans) == 0 {
			continue
		}
		if l.Starts.Kind != typeset.GoesOn && l.Starts.Kind != typeset.GoesOnInCell {
			o.begin(l, number)
		} else if l.Starts.Kind == typeset.GoesOnInCell && o.cells[l.Starts.Column] != nil {
			cell := o.cells[l.Starts.Column]
			if n := len(cell.Kids); n > 0 {
				o.last = cell.Kids[n-1]
			}
		} else if o.last == nil {
			o.begin(typeset.Line{Spans: l.Spans, Starts: typeset.Start{Kind: typeset.StartParagraph}}, number)
		}
		o.add(l, before)
		before = l.Baseline
	}
}

// begin makes the node that a line begins with.
func (o *ofPages) begin(l typeset.Line, number string) {
	o.last = &Node{Kind: Paragraph}
	switch l.Starts.Kind {
	case typeset.StartNumber, typeset.StartFoot:
		place := number
		if l.Starts.Kind == typeset.StartFoot {
			place = "chân trang"
		}
		o.last.Place = place
		o.heads = append(o.heads, &Node{Kind: Header, Place: place, Kids: []*Node{o.last}})
	case typeset.StartHead, typeset.StartRow:
		if o.table == nil {
			o.table = &Node{Kind: Table}
			o.body = append(o.body, o.table)
			o.lines = append(o.lines, placedParagraph{o.table, zone.Line{Table: true}})
		}
		o.row = &Node{Kind: Row}
		if l.Starts.Kind == typeset.StartHead {
			o.row.Facts = []Fact{{"hàng tiêu đề", "có"}}
		}
		o.table.Kids = append(o.table.Kids, o.row)
		o.cells = map[int]*Node{}
		o.cell(l.Starts.Column)
	case typeset.StartCell:
		o.cell(l.Starts.Column)
	case typeset.MoreInCell, typeset.MoreOfCell:
		if o.row != nil && (l.Starts.Kind == typeset.MoreInCell || o.cells[l.Starts.Column] != nil) {
			cell := o.cells[l.Starts.Column]
			if cell == nil {
				cell = o.row.Kids[len(o.row.Kids)-1]
			}
			cell.Kids = append(cell.Kids, o.last)
			return
		}
		o.outside(zone.Line{Side: o.side(l), Pair: o.pairOf()})
	case typeset.StartColumns, typeset.StartColumn:
		if l.Starts.Kind == typeset.StartColumns {
			o.pairs++
		}
		o.table, o.row, o.pair = nil, nil, true
		o.outside(zone.Line{Side: o.side(l), Pair: o.pairs})
	default:
		o.pair = false
		o.outside(zone.Line{})
	}
}

func (o *ofPages) pairOf() int {
	if o.pair {
		return o.pairs
	}
	return 0
}

// side tells the column of a table that only places things: the first, or one to its right.
func (o *ofPages) side(l typeset.Line) zone.Side {
	switch {
	case !o.pair && l.Starts.Kind != typeset.StartColumns && l.Starts.Kind != typeset.StartColumn:
		return zone.Whole
	case l.Starts.Column > 1:
		return zone.Right
	case l.Starts.Kind == typeset.MoreInCell && len(o.lines) > 0:
		return o.lines[len(o.lines)-1].line.Side
	}
	return zone.Left
}

func (o *ofPages) outside(line zone.Line) {
	o.table, o.row, o.cells = nil, nil, nil
	line.Look.Break, o.fresh = o.fresh, false
	o.body = append(o.body, o.last)
	o.lines = append(o.lines, placedParagraph{o.last, line})
}

func (o *ofPages) cell(column int) {
	if o.row == nil {
		o.outside(zone.Line{})
		return
	}
	cell := &Node{Kind: Cell, Kids: []*Node{o.last}}
	cell.Facts = []Fact{{"cột", fmt.Sprint(column)}}
	o.row.Kids = append(o.row.Kids, cell)
	o.cells[column] = cell
}

// add puts the text of a line behind the paragraph's. before is the baseline of the line before on the page, 0 for none.
func (o *ofPages) add(l typeset.Line, before unit.Length) {
	n := o.last
	first := len(n.Spans) == 0
	if last := len(n.Spans) - 1; !first && !strings.HasSuffix(n.Spans[last].Text, " ") {
		n.Spans[last].Text += " "
	}
	if first && l.Starts.Kind != typeset.StartNumber {
		n.Facts = []Fact{{factStart, coarse(l.Spans[0].X) + " mm"}}
	}
	if gap := l.Baseline - before; before > 0 && gap > 0 && l.Starts.Kind != typeset.StartNumber {
		name := factPitch
		if first {
			name = factGap
		}
		if !named(n.Facts, name) {
			n.Facts = append(n.Facts, Fact{name, fmt.Sprintf("%.0f pt", gap.Points())})
		}
	}
	for _, s := range l.Spans {
		var f list
		f.pt(factSize, s.Size)
		f.flag("đậm", s.Face.Bold)
		f.flag("nghiêng", s.Face.Italic)
		f.text("màu chữ", black(s.Color))
		text := viet.NFC(s.Text)
		if k := len(n.Spans) - 1; k >= 0 && sameFacts(n.Spans[k].Facts, f) {
			n.Spans[k].Text += text
		} else {
			n.Spans = append(n.Spans, Span{text, f})
		}
	}
}

// name asks package zone what the paragraphs are, and closes the nodes.
func (o *ofPages) name(words *zone.Words) {
	var lines []zone.Line
	for i, p := range o.lines {
		if p.node.Kind == Table {
			closeTable(p.node)
		} else {
			closeParagraph(p.node)
		}
		line := p.line
		line.Text, line.Ref = p.node.Text, i
		if line.Table {
			line.Text, _, _ = strings.Cut(p.node.Text, " | ")
		}
		if len(p.node.Spans) > 0 {
			f := p.node.Spans[0].Facts
			line.Look.Known, line.Look.Bold, line.Look.Italic = true, valueOf(f, "đậm") != "", valueOf(f, "nghiêng") != ""
		}
		lines = append(lines, line)
	}
	for _, h := range o.heads {
		closeParagraph(h.Kids[0])
		h.gather()
	}
	found := zone.Find(lines, words)
	namer := newNamer(found)
	named := map[*Node]bool{}
	for i, line := range found.Lines {
		n := o.lines[line.Ref].node
		place := namer.name(i)
		if n.Kind == Table {
			placeTable(n, namer.table(line.Part))
		} else if !named[n] {
			n.Place, n.Zone, named[n] = place, line.Kind, true
		}
	}
}

func closeParagraph(n *Node) {
	n.Text = ""
	for i, s := range n.Spans {
		if i == len(n.Spans)-1 {
			n.Spans[i].Text = strings.TrimRight(s.Text, " ")
		}
		n.Text += n.Spans[i].Text
	}
}

// closeTable gathers the texts of a grid, and leaves out header rows that stand there again on a further page.
func closeTable(t *Node) {
	heads := map[string]bool{}
	var rows []*Node
	for _, r := range t.Kids {
		for _, c := range r.Kids {
			for _, p := range c.Kids {
				closeParagraph(p)
			}
			c.gather()
		}
		r.gather()
		if len(r.Facts) > 0 {
			if heads[r.Text] {
				continue
			}
			heads[r.Text] = true
		}
		rows = append(rows, r)
	}
	t.Kids = rows
	t.gather()
}

func placeTable(t *Node, place string) {
	t.Place = place
	for i, r := range t.Kids {
		r.Place = fmt.Sprintf("%s, hàng %d", place, i+1)
		for _, c := range r.Kids {
			c.Place = fmt.Sprintf("%s, cột %s", r.Place, valueOf(c.Facts, "cột"))
			for _, p := range c.Kids {
				p.Place = c.Place
			}
		}
	}
}
