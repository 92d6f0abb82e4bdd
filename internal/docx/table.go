package docx

import (
	"github.com/unidoc/unioffice/schema/soo/wml"

	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// gridWeight is the thickness of a table's lines.
const gridWeight = unit.Pt / 2

// table writes a table of fixed widths. keepNext holds for all its rows, as for the row it stands in.
func (b *builder) table(t *sheet.Table, keepNext bool) *wml.CT_Tbl {
	if len(t.Columns) == 0 || len(t.Rows) == 0 {
		panic("docx: a table without columns or rows")
	}
	edges := columnEdges(t.Columns)
	out := wml.NewCT_Tbl()
	out.TblPr = tableProperties(t, edges[len(edges)-1])
	for i := range t.Columns {
		n := uint64(edges[i+1] - edges[i])
		col := wml.NewCT_TblGridCol()
		col.WAttr = twips(0)
		col.WAttr.ST_UnsignedDecimalNumber = &n
		out.TblGrid.GridCol = append(out.TblGrid.GridCol, col)
	}
	for _, r := range t.Rows {
		out.EG_ContentRowContent = append(out.EG_ContentRowContent,
			&wml.EG_ContentRowContent{Tr: []*wml.CT_Row{b.row(t, r, edges, keepNext || r.KeepNext)}})
	}
	return out
}

// columnEdges gives the columns' edges in twips from the table's left. Rounding the edges rather than the
// widths keeps the whole width right.
func columnEdges(columns []unit.Length) []int64 {
	edges := make([]int64, 1, len(columns)+1)
	var at unit.Length
	for _, c := range columns {
		if c <= 0 {
			panic("docx: a column without width")
		}
		at += c
		edges = append(edges, at.Twips())
	}
	return edges
}

// tableProperties places the table's outer edge at its indent: where Word of 2013 and later (compatibility
// mode 15) counts from, whatever the cells' margins.
func tableProperties(t *sheet.Table, whole int64) *wml.CT_TblPr {
	out := wml.NewCT_TblPr()
	out.TblW = width(whole)
	out.TblInd = width(t.Indent.Twips())
	if t.Grid {
		line := border(gridWeight, "", 0)
		out.TblBorders = &wml.CT_TblBorders{
			Top: line, Left: line, Bottom: line, Right: line, InsideH: line, InsideV: line,
		}
	}
	out.TblLayout = &wml.CT_TblLayoutType{TypeAttr: wml.ST_TblLayoutTypeFixed}
	out.TblCellMar = cellMargins(t.PadX)
	return out
}

func cellMargins(padX unit.Length) *wml.CT_TblCellMar {
	return &wml.CT_TblCellMar{
		Top: width(0), Left: width(padX.Twips()), Bottom: width(0), Right: width(padX.Twips()),
	}
}

func (b *builder) row(t *sheet.Table, r *sheet.Row, edges []int64, keepNext bool) *wml.CT_Row {
	out := wml.NewCT_Row()
	if r.NoSplit || r.Header {
		out.TrPr = wml.NewCT_TrPr()
		if r.NoSplit {
			out.TrPr.CantSplit = []*wml.CT_OnOff{on()}
		}
		if r.Header {
			out.TrPr.TblHeader = []*wml.CT_OnOff{on()}
		}
	}
	column := 0
	for _, c := range r.Cells {
		end := column + max(1, c.Span)
		if end >= len(edges) {
			panic("docx: a row with more cells than the table has columns")
		}
		cell := b.cell(t, r, c, edges[end]-edges[column], keepNext)
		out.EG_ContentCellContent = append(out.EG_ContentCellContent,
			&wml.EG_ContentCellContent{Tc: []*wml.CT_Tc{cell}})
		column = end
	}
	if column != len(t.Columns) {
		panic("docx: a row with fewer cells than the table has columns")
	}
	return out
}

// cell writes one cell of the width in twips.
func (b *builder) cell(t *sheet.Table, r *sheet.Row, c *sheet.Cell, wide int64, keepNext bool) *wml.CT_Tc {
	out := wml.NewCT_Tc()
	out.TcPr = cellProperties(c, wide)
	var blocks []*wml.EG_ContentBlockContent
	switch {
	case c.Merge == sheet.MergeContinue && len(c.Blocks) > 0:
		panic("docx: a cell merged upwards with blocks of its own")
	case c.Merge == sheet.MergeContinue:
		blocks = append(blocks, block(filler(keepNext)))
	case len(c.Blocks) == 0:
		blocks = append(blocks, block(empty(r, keepNext)))
	default:
		blocks = b.blocks(c.Blocks, unit.Length(wide)*unit.Twip-2*t.PadX, keepNext)
	}
	for _, content := range blocks {
		out.EG_BlockLevelElts = append(out.EG_BlockLevelElts,
			&wml.EG_BlockLevelElts{EG_ContentBlockContent: []*wml.EG_ContentBlockContent{content}})
	}
	return out
}

// empty is the paragraph of a cell without blocks. It has the style of the row's first paragraph, so that
// a person who fills in the cell goes on in the table's look, and the row grows no higher by it.
func empty(r *sheet.Row, keepNext bool) *wml.CT_P {
	for _, c := range r.Cells {
		for _, bl := range c.Blocks {
			if p, ok := bl.(*sheet.Paragraph); ok {
				out := wml.NewCT_P()
				out.PPr = wml.NewCT_PPr()
				out.PPr.PStyle = text(p.Style.ID)
				out.PPr.KeepNext = onlyOn(keepNext)
				return out
			}
		}
	}
	return filler(keepNext)
}

func cellProperties(c *sheet.Cell, wide int64) *wml.CT_TcPr {
	out := wml.NewCT_TcPr()
	out.TcW = width(wide)
	if c.Span > 1 {
		out.GridSpan = number(int64(c.Span))
	}
	switch c.Merge {
	case sheet.MergeStart:
		out.VMerge = &wml.CT_VMerge{ValAttr: wml.ST_MergeRestart}
	case sheet.MergeContinue:
		out.VMerge = &wml.CT_VMerge{ValAttr: wml.ST_MergeContinue}
	}
	if c.Fill != "" {
		auto, fill := hexColor(""), hexColor(c.Fill)
		out.Shd = &wml.CT_Shd{ValAttr: wml.ST_ShdClear, ColorAttr: &auto, FillAttr: &fill}
	}
	if c.VAlign == sheet.VMiddle {
		out.VAlign = &wml.CT_VerticalJc{ValAttr: wml.ST_VerticalJcCenter}
	}
	return out
}
