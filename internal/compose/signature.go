package compose

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/doc"
	"vanban/internal/sheet"
	"vanban/internal/standard"
	"vanban/internal/unit"
	"vanban/internal/viet"
)

// signatureAndRecipients is ô 7 with ô 9b beside it: one row that never splits, and that takes the last
// lines of the body along. Several signatories stand in pairs above the recipients.
func (c *composer) signatureAndRecipients(part) {
	signers := c.doc.Signatures
	c.tieToLast()
	if len(signers) != 1 {
		var cells []signing
		for _, s := range signers {
			cells = append(cells, signing{lines: c.titleLines(s), of: s})
		}
		c.addSigningTable(cells, c.std.Signature.Lead == "phai")
		return
	}
	text := c.section.Page.TextWidth()
	right := c.signatureColumn(signers[0], text)
	beside, below := cut(c.recipients(), mostBeside)
	t := &sheet.Table{At: signers[0].Pos, Columns: []unit.Length{text - right, right}, Rows: []*sheet.Row{
		{NoSplit: true, Cells: []*sheet.Cell{{Blocks: beside}, {Blocks: c.signature(signers[0], right)}}},
	}}
	c.leaveAbove(t.Rows[0])
	for len(below) > 0 {
		var part []sheet.Block
		part, below = cut(below, mostBeside)
		t.Rows = append(t.Rows, &sheet.Row{NoSplit: true, Cells: []*sheet.Cell{{Blocks: part}, {}}})
	}
	c.add(t)
}

// mostBeside is how many lines of recipients stand beside the signature in the row that never splits. A
// longer list goes on in rows below it, which may stand on the next page: a row as high as a page could
// not be kept with anything.
const mostBeside = 30

func cut(blocks []sheet.Block, n int) (first, rest []sheet.Block) {
	if len(blocks) <= n {
		return blocks, nil
	}
	return blocks[:n], blocks[n:]
}

// signersAndRecipients is the end of a document that has a place to sign for each of several roles
// (Mẫu 1.9): the signatures side by side, the recipients below them.
func (c *composer) signersAndRecipients(p part) {
	c.tieToLast()
	var cells []signing
	for _, place := range c.layout.Signers {
		at := slices.IndexFunc(c.doc.Signatures, func(s doc.Signature) bool { return s.Role == place.Role })
		if at < 0 {
			c.fault(IDRole, p.pos, fmt.Sprintf("thiếu người ký ở vai «%s»", place.Label))
			continue
		}
		lines := append([]string{place.Label}, c.titleLines(c.doc.Signatures[at])...)
		cells = append(cells, signing{lines: lines, of: c.doc.Signatures[at]})
	}
	for _, s := range c.doc.Signatures {
		if !slices.ContainsFunc(c.layout.Signers, func(place standard.Signer) bool { return place.Role == s.Role }) {
			c.fault(IDRole, s.Pos, fmt.Sprintf("bố cục này không có chỗ ký cho «%s»", s.Role))
		}
	}
	c.addSigningTable(cells, false)
}

// signing is one place to sign: the lines above the room for the signature, and who signs.
type signing struct {
	lines []string
	of    doc.Signature
}

// addSigningTable sets places to sign in pairs, names level with names, and the recipients below them.
func (c *composer) addSigningTable(cells []signing, leadRight bool) {
	text := c.section.Page.TextWidth()
	half := text / 2
	t := &sheet.Table{At: c.doc.Pos, Columns: []unit.Length{text - half, half}}
	for i := 0; i < len(cells); i += 2 {
		pair := []*signing{&cells[i], nil}
		if i+1 < len(cells) {
			pair[1] = &cells[i+1]
		}
		if leadRight {
			slices.Reverse(pair)
		}
		rows := c.pairRows(pair, half)
		c.leaveAbove(rows[0])
		t.Rows = append(t.Rows, rows...)
	}
	if to := c.recipients(); len(to) > 0 {
		row := &sheet.Row{NoSplit: true, Cells: []*sheet.Cell{{Blocks: to}, {}}}
		c.leaveAbove(row)
		t.Rows = append(t.Rows, row)
	}
	if n := len(t.Rows); n > 0 {
		t.Rows[n-1].KeepNext = false
		c.add(t)
	}
}

// pairRows are the rows of two places to sign: titles, other titles (ô 7b) where there are any, names. The
// room for the signatures is above the first row behind the titles.
func (c *composer) pairRows(pair []*signing, width unit.Length) []*sheet.Row {
	titles, others, names := &sheet.Row{}, &sheet.Row{}, &sheet.Row{}
	rows := []*sheet.Row{titles, names}
	if slices.ContainsFunc(pair, func(s *signing) bool { return s != nil && !s.of.Below.IsZero() }) {
		rows = []*sheet.Row{titles, others, names}
	}
	for _, s := range pair {
		title, other, name := &sheet.Cell{}, &sheet.Cell{}, &sheet.Cell{}
		if s != nil {
			title.Blocks = c.titles(s.lines, s.of.Pos, width)
			other.Blocks = c.otherTitle(s.of, width)
			name.Blocks = c.name(s.of, width)
		}
		titles.Cells, others.Cells, names.Cells = append(titles.Cells, title), append(others.Cells, other), append(names.Cells, name)
	}
	for _, cell := range rows[1].Cells {
		c.leaveRoom(cell.Blocks)
	}
	for _, r := range rows {
		r.NoSplit, r.KeepNext = true, true
	}
	return rows
}

func (c *composer) signature(s doc.Signature, width unit.Length) []sheet.Block {
	below := append(c.otherTitle(s, width), c.name(s, width)...)
	c.leaveRoom(below)
	return append(c.titles(c.titleLines(s), s.Pos, width), below...)
}

// titles are quyền hạn and chức vụ (ô 7a): the first line in a style of its own.
func (c *composer) titles(lines []string, pos diag.Pos, width unit.Length) []sheet.Block {
	var out []sheet.Block
	for i, line := range lines {
		style := c.std.Signature.Title
		if i == 0 {
			style = c.std.Signature.First
		}
		out = append(out, c.lines([]doc.Text{{Text: line, Pos: pos}}, standard.Lines{Style: style}, width)...)
	}
	return out
}

// otherTitle is the other title above the name (ô 7b), where there is one.
func (c *composer) otherTitle(s doc.Signature, width unit.Length) []sheet.Block {
	if s.Below.IsZero() {
		return nil
	}
	return c.lines([]doc.Text{s.Below}, standard.Lines{Style: c.std.Signature.Title, Upper: true}, width)
}

func (c *composer) name(s doc.Signature, width unit.Length) []sheet.Block {
	return c.lines([]doc.Text{s.Name}, standard.Lines{Style: c.std.Signature.Name}, width)
}

// leaveAbove keeps a row of the block off what stands above it; the cells' first lines stay level.
func (c *composer) leaveAbove(r *sheet.Row) {
	for _, cell := range r.Cells {
		if len(cell.Blocks) > 0 {
			cell.Blocks[0].(*sheet.Paragraph).SpaceBefore += c.std.Signature.Above
		}
	}
}

// leaveRoom puts the room for a signature by hand above the first of blocks.
func (c *composer) leaveRoom(blocks []sheet.Block) {
	if len(blocks) > 0 {
		blocks[0].(*sheet.Paragraph).SpaceBefore = c.std.Signature.Space.Value
	}
}

// titleLines are the lines above the room for the signature, in capitals, the signing authority written
// as the standard writes it (Phụ lục I, mục II.7).
func (c *composer) titleLines(s doc.Signature) []string {
	var out []string
	for _, t := range append([]doc.Text{s.Authority}, s.Titles...) {
		if !t.IsZero() {
			out = append(out, c.prefixed(t))
		}
	}
	return out
}

func (c *composer) prefixed(t doc.Text) string {
	text := viet.Upper(t.Text)
	letters, rest := firstWord(text)
	p, ok := c.std.Prefixes[letters]
	switch {
	case !ok:
		return text
	case p.Text == "":
		c.fault(IDPrefix, t.Pos, fmt.Sprintf("thể thức «%s» không có hình thức ký «%s»", c.std.ID, letters),
			"thể thức này có "+c.authorities()+"; xem lại quyền hạn ký")
		return text
	}
	return p.Text + " " + rest
}

// authorities lists the signing authorities that the standard has, as it writes them.
func (c *composer) authorities() string {
	var out []string
	for _, key := range slices.Sorted(maps.Keys(c.std.Prefixes)) {
		if text := c.std.Prefixes[key].Text; text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, ", ")
}

// firstWord parts a line where a signing authority ends, however it is written: «TM. ỦY BAN …», «T/M ỦY BAN …»,
// «KT.GIÁM ĐỐC». A line of one word has none before it.
func firstWord(text string) (letters, rest string) {
	end := strings.IndexAny(text, " .")
	if end < 0 {
		return "", text
	}
	return strings.ReplaceAll(text[:end], "/", ""), strings.TrimLeft(text[end:], ". ")
}

// signatureColumn is the width of the signature's column: the standard's share, or more where a line of
// the titles needs it; a third is left to the recipients.
func (c *composer) signatureColumn(s doc.Signature, text unit.Length) unit.Length {
	width := unit.Length(float64(text) * c.std.Signature.Column)
	st := c.style(c.std.Signature.First)
	for _, line := range c.titleLines(s) {
		width = max(width, c.width(line, st)+hair)
	}
	return min(width, text*2/3)
}
