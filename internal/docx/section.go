package docx

import (
	"strconv"
	"strings"

	"github.com/unidoc/unioffice/schema/soo/ofc/sharedTypes"
	"github.com/unidoc/unioffice/schema/soo/wml"

	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// builder holds what grows while the body is walked through: the parts of headers and feet, and the ids.
type builder struct {
	sheet     *sheet.Sheet
	encoder   *encoder
	styles    []*sheet.Style // those of the sheet and of the page numbers, each once
	known     map[*sheet.Style]bool
	parts     []part                  // headers and feet
	relations []relation              // from the document to them
	headers   map[*sheet.Style]string // ids of header parts by the style of their number, nil for blank
	drawings  int                     // given ids of drawings, over the whole document
	inherited struct {                // what a later section would take over from those before
		header, foot bool
	}
}

func newBuilder(s *sheet.Sheet) *builder {
	if len(s.Sections) == 0 {
		panic("docx: a sheet without sections")
	}
	b := &builder{sheet: s, encoder: &encoder{}, known: map[*sheet.Style]bool{}, headers: map[*sheet.Style]string{}}
	for _, style := range s.Styles {
		b.addStyle(style)
	}
	for _, sec := range s.Sections {
		if style := sec.PageNumber.Style; style != nil && !b.known[style] {
			b.addStyle(style)
		}
	}
	return b
}

// addStyle takes up a style. Two of one id would make Word call the file damaged.
func (b *builder) addStyle(style *sheet.Style) {
	for _, other := range b.styles {
		if strings.EqualFold(other.ID, style.ID) || strings.EqualFold(other.Name, style.Name) {
			panic("docx: two styles with the id «" + style.ID + "» or the name «" + style.Name + "»")
		}
	}
	if strings.EqualFold(style.ID, normalID) || strings.EqualFold(style.Name, normalID) || style.ID == tableNormalID {
		panic("docx: the style id «" + style.ID + "» is the writer's own")
	}
	b.known[style] = true
	b.styles = append(b.styles, style)
}

// document makes the body. A section's properties stand in its last paragraph, those of the last section
// at the end of the body.
func (b *builder) document() *wml.Document {
	body := wml.NewCT_Body()
	for i, sec := range b.sheet.Sections {
		if len(sec.Blocks) == 0 {
			panic("docx: a section without blocks")
		}
		blocks := b.blocks(sec.Blocks, sec.Page.TextWidth(), false)
		properties := b.sectionProperties(sec)
		if i == len(b.sheet.Sections)-1 {
			body.SectPr = properties
		} else {
			lastParagraph(blocks).PPr.SectPr = properties
		}
		for _, c := range blocks {
			body.EG_BlockLevelElts = append(body.EG_BlockLevelElts,
				&wml.EG_BlockLevelElts{EG_ContentBlockContent: []*wml.EG_ContentBlockContent{c}})
		}
	}
	document := wml.NewDocument()
	document.ConformanceAttr = sharedTypes.ST_ConformanceClassTransitional
	document.Body = body
	return document
}

// blocks writes blocks into a column of the width. They end with a paragraph, as WordprocessingML demands
// of bodies, cells, headers and feet alike: with a filler where the last block is a table. A filler also
// parts two tables, which Word would join into one. keepNext keeps all blocks with what follows them.
func (b *builder) blocks(blocks []sheet.Block, width unit.Length, keepNext bool) []*wml.EG_ContentBlockContent {
	var out []*wml.EG_ContentBlockContent
	for i, bl := range blocks {
		switch bl := bl.(type) {
		case *sheet.Paragraph:
			out = append(out, block(b.paragraph(bl, width, keepNext)))
		case *sheet.Table:
			out = append(out, &wml.EG_ContentBlockContent{Tbl: []*wml.CT_Tbl{b.table(bl, keepNext)}})
			switch {
			case i == len(blocks)-1:
				out = append(out, block(ending(keepNext || endsKept(bl))))
			case isTable(blocks[i+1]):
				out = append(out, block(filler(keepNext || endsKept(bl))))
			}
		default:
			panic("docx: unknown block")
		}
	}
	return out
}

func isTable(b sheet.Block) bool {
	_, table := b.(*sheet.Table)
	return table
}

// endsKept tells whether a table's last row is to stay with what follows, the filler therefore too.
func endsKept(t *sheet.Table) bool { return t.Rows[len(t.Rows)-1].KeepNext }

func lastParagraph(blocks []*wml.EG_ContentBlockContent) *wml.CT_P {
	return blocks[len(blocks)-1].P[0]
}

// sectionProperties writes the paper, the margins, the header with the number and the first page's foot.
// Every section names all that it has and blanks what it has not: a section inherits from the one before
// whatever it does not name.
func (b *builder) sectionProperties(sec *sheet.Section) *wml.CT_SectPr {
	page, number := sec.Page, sec.PageNumber
	p := wml.NewCT_SectPr()
	p.EG_HdrFtrReferences = b.references(sec)
	p.Type = &wml.CT_SectType{ValAttr: wml.ST_SectionMarkNextPage}
	p.PgSz = &wml.CT_PageSz{WAttr: twips(page.Width), HAttr: twips(page.Height)}
	if page.Landscape {
		p.PgSz.OrientAttr = wml.ST_PageOrientationLandscape
	}
	fromTop := number.FromTop
	if number.Style == nil {
		fromTop = page.Top / 2
	}
	p.PgMar = &wml.CT_PageMar{
		TopAttr:    *signedTwips(page.Top),
		BottomAttr: *signedTwips(page.Bottom),
		LeftAttr:   *twips(page.Left),
		RightAttr:  *twips(page.Right),
		HeaderAttr: *twips(fromTop),
		FooterAttr: *twips(page.Bottom / 2),
		GutterAttr: *twips(0),
	}
	if number.Restart {
		first := int64(1)
		p.PgNumType = &wml.CT_PageNumber{StartAttr: &first}
	}
	p.TitlePg = onlyOn(firstDiffers(sec))
	return p
}

// firstDiffers tells whether the section's first page has a header or a foot of its own.
func firstDiffers(sec *sheet.Section) bool {
	return sec.FirstFoot != nil || sec.PageNumber.HideFirst && sec.PageNumber.Style != nil
}

func (b *builder) references(sec *sheet.Section) []*wml.EG_HdrFtrReferences {
	number, width := sec.PageNumber, sec.Page.TextWidth()
	var refs []*wml.EG_HdrFtrReferences
	if number.Style != nil || b.inherited.header {
		refs = append(refs, headerRef(wml.ST_HdrFtrDefault, b.header(number.Style)))
		b.inherited.header = true
	}
	if !firstDiffers(sec) {
		return refs
	}
	style := number.Style
	if number.HideFirst {
		style = nil
	}
	if number.Style != nil || b.inherited.header {
		refs = append(refs, headerRef(wml.ST_HdrFtrFirst, b.header(style)))
	}
	if sec.FirstFoot != nil || b.inherited.foot {
		refs = append(refs, &wml.EG_HdrFtrReferences{
			FooterReference: &wml.CT_HdrFtrRef{TypeAttr: wml.ST_HdrFtrFirst, IdAttr: b.foot(sec.FirstFoot, width)},
		})
		b.inherited.foot = true
	}
	return refs
}

func headerRef(kind wml.ST_HdrFtr, id string) *wml.EG_HdrFtrReferences {
	return &wml.EG_HdrFtrReferences{HeaderReference: &wml.CT_HdrFtrRef{TypeAttr: kind, IdAttr: id}}
}

// header gives the id of a header part: the page number centred, in the style, or nothing to see where
// there is none. Sections of one look share a part.
func (b *builder) header(style *sheet.Style) string {
	if id, ok := b.headers[style]; ok {
		return id
	}
	p := filler(false)
	if style != nil {
		p = pageNumber(style)
	}
	h := wml.NewHdr()
	h.EG_ContentBlockContent = append(h.EG_ContentBlockContent, block(p))
	b.headers[style] = b.addPart("header", b.encoder.marshal(h))
	return b.headers[style]
}

// foot gives the id of a part with the blocks, or with nothing to see.
func (b *builder) foot(blocks []sheet.Block, width unit.Length) string {
	f := wml.NewFtr()
	f.EG_ContentBlockContent = b.blocks(blocks, width, false)
	if len(blocks) == 0 {
		f.EG_ContentBlockContent = append(f.EG_ContentBlockContent, block(filler(false)))
	}
	return b.addPart("footer", b.encoder.marshal(f))
}

func (b *builder) addPart(kind string, data []byte) string {
	name := kind + strconv.Itoa(len(b.parts)+1) + ".xml"
	id := "rId" + strconv.Itoa(len(b.parts)+firstFreeRelation)
	b.parts = append(b.parts, part{"word/" + name, wordType + kind + "+xml", data})
	b.relations = append(b.relations, relation{id, officeRel + kind, name})
	return id
}

// firstFreeRelation follows those of the styles, the settings and the fonts.
const firstFreeRelation = 4

// pageNumber is the paragraph of a header: the number alone, as a field. The 2 is what is shown until the
// program that opens the file counts for itself.
func pageNumber(style *sheet.Style) *wml.CT_P {
	p := wml.NewCT_P()
	p.PPr = wml.NewCT_PPr()
	p.PPr.PStyle = text(style.ID)
	if style.Align != sheet.Center {
		p.PPr.Jc = &wml.CT_Jc{ValAttr: wml.ST_JcCenter}
	}
	shown := &wml.CT_R{EG_RunInnerContent: []*wml.EG_RunInnerContent{{T: &wml.CT_Text{Content: "2"}}}}
	field := &wml.CT_SimpleField{InstrAttr: " PAGE ", EG_PContent: []*wml.EG_PContent{runContent(shown)}}
	p.EG_PContent = []*wml.EG_PContent{{FldSimple: []*wml.CT_SimpleField{field}}}
	return p
}
