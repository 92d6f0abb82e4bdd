package diff

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"

	"vanban/internal/viet"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// OfWord makes the tree of a Word file. src are the file's bytes, which tell pictures apart.
func OfWord(d *word.Document, src []byte, words *zone.Words) *Node {
	o := &ofWord{names: namesOf(d, words), pictures: pictures(src)}
	root := &Node{Kind: Root}
	root.Kids = append(root.Kids, &Node{Kind: Properties, Place: "thuộc tính của tệp", Facts: o.properties(d)})
	for i, s := range d.Sections {
		place := "trang giấy"
		if len(d.Sections) > 1 {
			place = fmt.Sprintf("trang giấy, phần %d", i+1)
		}
		root.Kids = append(root.Kids, &Node{Kind: Section, Place: place, Facts: sectionFacts(s)})
	}
	root.Kids = append(root.Kids, o.headers(d)...)
	root.Kids = append(root.Kids, o.blocks(d.Body, "")...)
	for _, notes := range [][]*word.Note{d.Footnotes, d.Endnotes, d.Comments} {
		for _, n := range notes {
			place := fmt.Sprintf("chú thích %d", n.Number)
			if n.Region == word.InComment {
				place = fmt.Sprintf("nhận xét %d", n.Number)
			}
			note := &Node{Kind: Note, Place: place, Kids: o.blocks(n.Blocks, place)}
			root.Kids = append(root.Kids, note.gather())
		}
	}
	return root
}

// pictures gives the sum of each part that is a picture, by its name.
func pictures(src []byte) map[string]uint32 {
	out := map[string]uint32{}
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return out
	}
	for _, f := range z.File {
		out[f.Name] = f.CRC32
	}
	return out
}

type ofWord struct {
	names    *names
	pictures map[string]uint32
}

func (o *ofWord) properties(d *word.Document) []Fact {
	l := list(propertyFacts(&d.Properties))
	l.flag("trang chẵn có đầu trang riêng", d.EvenAndOdd)
	for _, r := range d.Remarks {
		switch r.Kind {
		case word.RemarkMacro, word.RemarkObject, word.RemarkChunk, word.RemarkTemplate, word.RemarkField, word.RemarkProtected, word.RemarkSignature, word.RemarkMailMerge, word.RemarkExternal:
			name := remarkName(r.Kind)
			if r.Detail != "" {
				name += " «" + r.Detail + "»"
			}
			if !named(l, name) {
				l.text(name, fmt.Sprintf("%d chỗ", max(1, r.Count)))
			}
		}
	}
	return l
}

func remarkName(k word.RemarkKind) string {
	switch k {
	case word.RemarkMacro:
		return "macro"
	case word.RemarkObject:
		return "đối tượng nhúng"
	case word.RemarkChunk:
		return "văn bản chèn"
	case word.RemarkTemplate:
		return "mẫu gắn kèm"
	case word.RemarkField:
		return "trường lấy dữ liệu ngoài"
	case word.RemarkProtected:
		return "khóa sửa"
	case word.RemarkSignature:
		return "chữ ký số"
	case word.RemarkMailMerge:
		return "nguồn trộn thư"
	default:
		return "liên kết ra ngoài"
	}
}

// headers are those that are shown, section by section.
func (o *ofWord) headers(d *word.Document) []*Node {
	var out []*Node
	for i, s := range d.Sections {
		of := ""
		if len(d.Sections) > 1 {
			of = fmt.Sprintf(", phần %d", i+1)
		}
		for _, r := range []struct {
			region word.Region
			name   string
		}{{word.InHeader, "đầu trang"}, {word.InFooter, "chân trang"}} {
			for _, k := range []struct {
				pages word.PageKind
				name  string
				shown bool
			}{{word.DefaultPages, "", true}, {word.FirstPage, " (trang đầu)", s.TitlePage}, {word.EvenPages, " (trang chẵn)", d.EvenAndOdd}} {
				if !k.shown {
					continue
				}
				if h := d.HeaderOf(s, r.region, k.pages); h != nil {
					place := r.name + k.name + of
					n := &Node{Kind: Header, Place: place, Kids: o.blocks(h.Blocks, place)}
					out = append(out, n.gather())
				}
			}
		}
	}
	return out
}

// blocks makes the nodes of a container. within names it where its blocks are named by it, not by themselves.
func (o *ofWord) blocks(blocks []word.Block, within string) []*Node {
	var out []*Node
	for _, b := range blocks {
		switch b := b.(type) {
		case *word.Paragraph:
			out = append(out, o.paragraph(b, within))
		case *word.Table:
			out = append(out, o.table(b, within))
		default:
			panic("diff: a block of an unknown kind")
		}
	}
	return out
}

func (o *ofWord) paragraph(p *word.Paragraph, within string) *Node {
	n := &Node{Kind: Paragraph, Place: within, Facts: paragraphFacts(p, o.pictures)}
	if name, ok := o.names.of[p]; ok {
		n.Place, n.Zone = name.place, name.kind
	}
	var text strings.Builder
	for i := range p.Runs {
		r := &p.Runs[i]
		shown := viet.NFC(runText(r))
		if shown == "" {
			continue
		}
		text.WriteString(shown)
		facts := formatFacts(r.Format)
		if r.Link != "" {
			facts = append(facts, Fact{"liên kết", r.Link})
		}
		if last := len(n.Spans) - 1; last >= 0 && sameFacts(n.Spans[last].Facts, facts) {
			n.Spans[last].Text += shown
		} else {
			n.Spans = append(n.Spans, Span{shown, facts})
		}
	}
	n.Text = text.String()
	for _, s := range p.Shapes() {
		if len(s.Blocks) > 0 {
			box := &Node{Kind: Box, Place: n.Place + ", khung chữ", Kids: o.blocks(s.Blocks, n.Place+", khung chữ")}
			n.Kids = append(n.Kids, box.gather())
		}
	}
	return n
}

// runText is what a run shows. What Word reckons anew when it prints stands for itself: the number of a page in the
// file is what it was when the file was saved.
func runText(r *word.Run) string {
	if r.Change != nil && r.Change.Kind.Gone() {
		return ""
	}
	switch {
	case r.Hidden && r.Text != "":
		return "⟦chữ ẩn: " + r.Text + "⟧"
	case r.Hidden:
		return ""
	case r.Field != nil && (reckoned(r.Field.Name) || r.Kind == word.EmptyField):
		return fieldText(r.Field.Name)
	case r.Kind == word.FootnoteRef || r.Kind == word.EndnoteRef:
		return "[" + r.Text + "]"
	case r.Kind == word.PageBreak:
		return "⟦sang trang⟧"
	case r.Kind == word.ColumnBreak:
		return "⟦sang cột⟧"
	case r.Kind == word.Object:
		return "⟦đối tượng⟧" + r.Text
	}
	return r.Shown()
}

func fieldText(name string) string {
	switch name {
	case "PAGE":
		return "⟦số trang⟧"
	case "NUMPAGES":
		return "⟦tổng số trang⟧"
	}
	return "⟦trường " + name + "⟧"
}

func reckoned(field string) bool {
	switch field {
	case "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "DATE", "TIME", "SAVEDATE", "PRINTDATE", "FILENAME", "NUMWORDS", "NUMCHARS":
		return true
	}
	return false
}

func (o *ofWord) table(t *word.Table, within string) *Node {
	place := within
	if name, ok := o.names.tables[t]; ok {
		place = name
	} else if within != "" {
		place = within + ", bảng"
	} else {
		place = "bảng không viền có " + o.first(t)
	}
	n := &Node{Kind: Table, Place: place, Facts: tableFacts(t)}
	for i, r := range t.Rows {
		rowPlace := fmt.Sprintf("%s, hàng %d", place, i+1)
		row := &Node{Kind: Row, Place: rowPlace, Facts: rowFacts(r)}
		for j, c := range r.Cells {
			cellPlace := fmt.Sprintf("%s, cột %d", rowPlace, max(c.Column, j+1))
			cell := &Node{Kind: Cell, Place: cellPlace, Facts: cellFacts(c), Kids: o.blocks(c.Blocks, cellPlace)}
			row.Kids = append(row.Kids, cell.gather())
		}
		n.Kids = append(n.Kids, row.gather())
	}
	return n.gather()
}

// first names the first component that a table without a name of its own holds.
func (o *ofWord) first(t *word.Table) string {
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			for _, p := range word.Paragraphs(c.Blocks) {
				if name, ok := o.names.of[p]; ok {
					return name.place
				}
			}
		}
	}
	return "các đoạn trống"
}
