package word

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"vanban/internal/unit"
)

// maxColumns is the widest table that is read; Word makes 63 columns at most.
const maxColumns = 1024

// gather gives the children of the name, looking through what Word puts around them without showing anything.
func (r *reader) gather(n *node, name string, into []*node) []*node {
	for _, k := range n.kids {
		switch k.name {
		case name:
			into = append(into, k)
		case "w:sdt":
			r.control(k)
			if content := k.kid("w:sdtContent"); content != nil {
				into = r.gather(content, name, into)
			}
		case "w:customXml", "w:smartTag", "w:ins", "w:del", "w:moveTo", "w:moveFrom":
			into = r.gather(k, name, into)
		case "mc:AlternateContent":
			if choice := chosen(k); choice != nil {
				into = r.gather(choice, name, into)
			}
		}
	}
	return into
}

// tableReader reads one table.
type tableReader struct {
	r       *reader
	t       *Table
	style   *style
	look    look
	layers  []*node // w:tblPr, low to high: the style's, then the table's
	own     *node   // the table's
	columns int
	rows    int
	place   Place
	prefix  string
}

func (r *reader) table(n *node, c *container) *Table {
	r.order++
	c.tables++
	tblPr := n.kid("w:tblPr")
	place := c.place
	place.Order, place.Table = r.order, c.tables
	place.Phrase = c.inside(fmt.Sprintf("bảng %d", c.tables))
	if c.place.Cell > 0 {
		place.Phrase += " trong ô"
	}
	r.here = place
	st := r.styles.of("table", tblPr.kid("w:tblStyle").val())
	if st == nil {
		st = r.styles.defaultTable
	}
	t := &tableReader{r: r, style: st, place: place, prefix: place.Phrase, own: tblPr, layers: st.properties("w:tblPr"),
		t: &Table{Place: place, Style: st.styleName()}}
	if tblPr != nil {
		t.layers = append(slices.Clip(t.layers), tblPr)
	}
	t.properties()
	if grid := n.kid("w:tblGrid"); grid != nil {
		for _, k := range grid.kids {
			if k.name == "w:gridCol" && len(t.t.Grid) < maxColumns {
				w, _ := r.measure("w:gridCol", k.attr("w:w"), unit.Twip)
				t.t.Grid = append(t.t.Grid, w)
			}
		}
	}
	rows := r.gather(n, "w:tr", nil)
	t.rows, t.columns = len(rows), len(t.t.Grid)
	for i, row := range rows {
		t.t.Rows = append(t.t.Rows, t.row(row, i))
	}
	if change := tblPr.kid("w:tblPrChange"); change != nil {
		r.formatChange(change)
	}
	return t.t
}

func (t *tableReader) properties() {
	r := t.r
	t.look = r.tableLook(lastOf(t.layers, "w:tblLook"), t.layers)
	t.t.Width = r.width(lastOf(t.layers, "w:tblW"))
	t.t.Indent, _ = r.measure("w:tblInd", lastOf(t.layers, "w:tblInd").attr("w:w"), unit.Twip)
	t.t.Align = r.align(lastOf(t.layers, "w:jc"))
	t.t.Fixed = lastOf(t.layers, "w:tblLayout").attr("w:type") == "fixed"
	t.t.Borders = r.tableBorders(t.layers)
	t.t.Margins = r.margins(t.layers, "w:tblCellMar", Edges{Left: 115 * unit.Twip, Right: 115 * unit.Twip})
	if p := lastOf(t.layers, "w:tblpPr"); p != nil {
		get := func(name string) unit.Length {
			l, _ := r.measure("w:tblpPr", p.attr(name), unit.Twip)
			return l
		}
		t.t.Floating = &Frame{X: get("w:tblpX"), Y: get("w:tblpY"), Across: p.attr("w:horzAnchor"), Down: p.attr("w:vertAnchor"),
			AlignX: p.attr("w:tblpXSpec"), AlignY: p.attr("w:tblpYSpec")}
	}
}

func (r *reader) width(n *node) Width {
	v := n.attr("w:w")
	switch {
	case n.attr("w:type") == "pct" || strings.HasSuffix(v, "%"):
		share, percent := strings.CutSuffix(v, "%")
		f, err := strconv.ParseFloat(share, 64)
		if err != nil || f < 0 || f > 1e6 {
			return Width{}
		}
		if !percent {
			f /= 50
		}
		return Width{Percent: f}
	case n.attr("w:type") == "auto", n.attr("w:type") == "nil":
		return Width{}
	}
	l, _ := r.measure("w:w", v, unit.Twip)
	return Width{Length: l}
}

func (r *reader) tableBorders(layers []*node) Borders {
	edge := func(names ...string) Border {
		for i := len(layers) - 1; i >= 0; i-- {
			for _, name := range names {
				if n := layers[i].kid("w:tblBorders").kid(name); n != nil {
					return r.border(n)
				}
			}
		}
		return Border{}
	}
	return Borders{edge("w:top"), edge("w:bottom"), edge("w:left", "w:start"), edge("w:right", "w:end"), edge("w:insideH"), edge("w:insideV")}
}

func (r *reader) margins(layers []*node, name string, unsaid Edges) Edges {
	out := unsaid
	for _, layer := range layers {
		n := layer.kid(name)
		set := func(into *unit.Length, names ...string) {
			for _, each := range names {
				if k := n.kid(each); k != nil {
					if l, ok := r.measure(name, k.attr("w:w"), unit.Twip); ok {
						*into = l
					}
				}
			}
		}
		set(&out.Top, "w:top")
		set(&out.Bottom, "w:bottom")
		set(&out.Left, "w:left", "w:start")
		set(&out.Right, "w:right", "w:end")
	}
	return out
}

func (t *tableReader) row(n *node, i int) *Row {
	r := t.r
	trPr := n.kid("w:trPr")
	row := &Row{}
	layers := slices.Clip(r.tableContext(t.style, t.look.conditions(cellPlace{i, t.rows, 1, 1, 3})).row)
	if trPr != nil {
		layers = append(layers, trPr)
		row.Change = r.change(trPr)
	}
	row.Header, row.CantSplit, row.Hidden = yes(layers, "w:tblHeader", false), yes(layers, "w:cantSplit", false), yes(layers, "w:hidden", false)
	height := lastOf(layers, "w:trHeight")
	row.Height, _ = r.measure("w:trHeight", height.val(), unit.Twip)
	row.Exact = height.attr("w:hRule") == "exact"
	if skip, ok := r.number("w:gridBefore", trPr.kid("w:gridBefore").val(), 0, maxColumns); ok {
		row.Skip = skip
	}
	own := t.layers
	if exceptions := n.kid("w:tblPrEx"); exceptions != nil {
		own = append(slices.Clip(own), exceptions)
	}
	column := row.Skip
	cells := r.gather(n, "w:tc", nil)
	for k, tc := range cells {
		cell := t.cell(tc, own, i, k, column)
		column += cell.Span
		row.Cells = append(row.Cells, cell)
	}
	return row
}

func (t *tableReader) cell(n *node, own []*node, row, k, column int) *Cell {
	r := t.r
	tcPr := n.kid("w:tcPr")
	cell := &Cell{Column: column + 1, Span: 1, VAlign: "top"}
	if span, ok := r.number("w:gridSpan", tcPr.kid("w:gridSpan").val(), 1, maxColumns); ok {
		cell.Span = span
	}
	switch merge := tcPr.kid("w:vMerge"); {
	case merge == nil:
	case merge.val() == "restart":
		cell.VMerge = MergeStart
	default:
		cell.VMerge = MergeContinue
	}
	at := cellPlace{row, t.rows, column, cell.Span, max(t.columns, column+cell.Span)}
	ctx := r.tableContext(t.style, t.look.conditions(at))
	layers := slices.Clip(ctx.cell)
	if tcPr != nil {
		layers = append(layers, tcPr)
		r.formatChange(tcPr.kid("w:tcPrChange"), tcPr.kid("w:cellIns"), tcPr.kid("w:cellDel"), tcPr.kid("w:cellMerge"))
	}
	cell.Width = r.width(tcPr.kid("w:tcW"))
	if v := lastOf(layers, "w:vAlign").val(); v != "" {
		cell.VAlign = v
	}
	cell.Shading = r.shading(lastOf(layers, "w:shd"))
	cell.Turned = lastOf(layers, "w:textDirection").val()
	if cell.Turned == "lrTb" {
		cell.Turned = ""
	}
	cell.Margins = r.margins(own, "w:tblCellMar", t.t.Margins)
	cell.Margins = r.margins(layers, "w:tcMar", cell.Margins)
	cell.Borders = t.cellBorders(own, ctx.cell, tcPr, at)
	cell.Place = t.place
	cell.Place.Cell = k + 1
	cell.Place.Phrase = fmt.Sprintf("%s, hàng %d, cột %d", t.prefix, row+1, k+1)
	c := &container{place: cell.Place, phrase: cell.Place.Phrase, sole: sole(n), table: ctx}
	cell.Blocks = r.blocks(n, c)
	return cell
}

// cellBorders lays the lines of table style, table, conditional format and cell over each other.
func (t *tableReader) cellBorders(own, conditional []*node, tcPr *node, at cellPlace) Borders {
	r := t.r
	outer := [4]bool{at.row == 0, at.row == t.rows-1, at.column == 0, at.column+at.width >= at.columns}
	names := [4][]string{{"w:top"}, {"w:bottom"}, {"w:left", "w:start"}, {"w:right", "w:end"}}
	inner := [4]string{"w:insideH", "w:insideH", "w:insideV", "w:insideV"}
	var out [4]Border
	// In a conditional format the edges above and below are of each cell, for most are of rows; those at the sides
	// are of the whole.
	lay := func(list *node, direct int) {
		if list == nil {
			return
		}
		for edge := range out {
			var n *node
			if outer[edge] || edge < direct {
				for _, name := range names[edge] {
					if k := list.kid(name); k != nil {
						n = k
					}
				}
			} else {
				n = list.kid(inner[edge])
			}
			if n != nil {
				out[edge] = r.border(n)
			}
		}
	}
	styled := len(own)
	for i, layer := range own {
		if layer == t.own {
			styled = i
		}
	}
	for _, layer := range own[:styled] {
		lay(layer.kid("w:tblBorders"), 0)
	}
	for _, layer := range conditional {
		lay(layer.kid("w:tcBorders"), 2)
	}
	for _, layer := range own[styled:] {
		lay(layer.kid("w:tblBorders"), 0)
	}
	lay(tcPr.kid("w:tcBorders"), 4)
	return Borders{Top: out[0], Bottom: out[1], Left: out[2], Right: out[3]}
}
