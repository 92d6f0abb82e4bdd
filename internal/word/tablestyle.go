package word

import "strings"

// look is which conditional formats of its style a table uses (w:tblLook).
type look struct {
	said                                       bool
	firstRow, lastRow, firstColumn, lastColumn bool
	rows, columns                              bool // banding
	rowBand, columnBand                        int  // how many rows and columns make a band
}

func (r *reader) tableLook(n *node, layers []*node) look {
	l := look{rowBand: 1, columnBand: 1}
	if size, ok := r.number("w:tblStyleRowBandSize", lastOf(layers, "w:tblStyleRowBandSize").val(), 1, 1000); ok {
		l.rowBand = size
	}
	if size, ok := r.number("w:tblStyleColBandSize", lastOf(layers, "w:tblStyleColBandSize").val(), 1, 1000); ok {
		l.columnBand = size
	}
	if n == nil {
		return l
	}
	l.said = true
	bits := 0
	for _, c := range n.val() {
		if at := strings.IndexRune("0123456789ABCDEF", toUpper(c)); at >= 0 && bits < 1<<16 {
			bits = bits<<4 | at
		}
	}
	bit := func(name string, mask int) bool {
		if v, ok := n.has(name); ok {
			return flag(v)
		}
		return bits&mask != 0
	}
	l.firstRow, l.lastRow = bit("w:firstRow", 0x20), bit("w:lastRow", 0x40)
	l.firstColumn, l.lastColumn = bit("w:firstColumn", 0x80), bit("w:lastColumn", 0x100)
	l.rows, l.columns = !bit("w:noHBand", 0x200), !bit("w:noVBand", 0x400)
	return l
}

func toUpper(c rune) rune {
	if c >= 'a' && c <= 'f' {
		return c - 32
	}
	return c
}

// cellPlace is where a cell lies in its table.
type cellPlace struct{ row, rows, column, width, columns int } // from 0; width in columns

// conditions are the conditional formats that a cell takes, from low to high (ECMA-376 part 1, 17.7.6).
func (l look) conditions(c cellPlace) []string {
	if !l.said {
		return nil
	}
	firstRow, lastRow := l.firstRow && c.row == 0, l.lastRow && c.row == c.rows-1
	firstColumn, lastColumn := l.firstColumn && c.column == 0, l.lastColumn && c.column+c.width >= c.columns
	var out []string
	band := func(use bool, at, size int, names [2]string) {
		if use {
			out = append(out, names[at/size%2])
		}
	}
	column, row := c.column, c.row
	if l.firstColumn {
		column--
	}
	if l.firstRow {
		row--
	}
	band(l.columns && !firstColumn && !lastColumn, max(column, 0), l.columnBand, [2]string{"band1Vert", "band2Vert"})
	band(l.rows && !firstRow && !lastRow, max(row, 0), l.rowBand, [2]string{"band1Horz", "band2Horz"})
	for _, each := range []struct {
		use  bool
		name string
	}{
		{firstRow, "firstRow"}, {lastRow, "lastRow"}, {firstColumn, "firstCol"}, {lastColumn, "lastCol"},
		{firstRow && lastColumn, "neCell"}, {firstRow && firstColumn, "nwCell"},
		{lastRow && lastColumn, "seCell"}, {lastRow && firstColumn, "swCell"},
	} {
		if each.use {
			out = append(out, each.name)
		}
	}
	return out
}

// tableContext is the layers that a table's style gives to the cells of one kind.
type tableContext struct {
	paragraph, letters []*node // w:pPr and w:rPr, low to high
	cell, row          []*node // w:tcPr and w:trPr
}

// tableContext gives the layers for a table's style and conditions; the same for the same.
func (r *reader) tableContext(st *style, conditions []string) *tableContext {
	key := st.styleID() + "\x00" + strings.Join(conditions, " ")
	if t := r.tables[key]; t != nil {
		return t
	}
	t := &tableContext{}
	add := func(n *node) {
		for _, k := range n.children() {
			switch k.name {
			case "w:pPr":
				t.paragraph = append(t.paragraph, k)
			case "w:rPr":
				t.letters = append(t.letters, k)
			case "w:tcPr":
				t.cell = append(t.cell, k)
			case "w:trPr":
				t.row = append(t.row, k)
			}
		}
	}
	if st != nil {
		for _, each := range st.chain {
			add(each.node)
		}
		for _, condition := range conditions {
			for _, each := range st.chain {
				for _, k := range each.node.kids {
					if k.name == "w:tblStylePr" && k.attr("w:type") == condition {
						add(k)
					}
				}
			}
		}
	}
	r.tables[key] = t
	return t
}

func (st *style) styleID() string {
	if st == nil {
		return ""
	}
	return st.id
}
