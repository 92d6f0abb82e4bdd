package mend

import (
	"bytes"
	"fmt"
	"path"

	"vanban/internal/unit"
)

// What a page number is made of, in the dialect that Word writes.
const (
	wordSpace     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	headerKind    = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
	numberID      = "rIdSoTrang"
	numberPart    = "header-so-trang.xml"
	contentTypes  = "[Content_Types].xml"
)

// Number gives a section that has no header a page number in the middle of the top margin, on all pages but its
// first. Sections after it that name no header of their own take it over, as Word has it. It adds a part to the
// package, which its relationships and list of types then name.
func (f *File) Number(section Place, family string, size unit.Length) bool {
	p, n := f.element(section, "sectPr")
	if n == nil || n.child(p.w+"headerReference") != nil || !bytes.Contains(p.root.rootTag(), []byte(wordSpace)) {
		return false
	}
	folder, base := path.Split(section.Part)
	relations := folder + "_rels/" + base + ".rels"
	added := folder + numberPart
	rels, err := f.read(relations)
	if err != nil || bytes.Contains(rels, []byte(`"`+numberID+`"`)) {
		return false
	}
	types, err := f.read(contentTypes)
	if err != nil || f.has(added) {
		return false
	}
	rels, ok := before(rels, "</Relationships>", fmt.Sprintf(`<Relationship Id="%s" Type="%s/header" Target="%s"/>`, numberID, relationSpace, numberPart))
	types, also := before(types, "</Types>", fmt.Sprintf(`<Override PartName="/%s" ContentType="%s"/>`, added, headerKind))
	if !ok || !also {
		return false
	}
	reference := p.add(n, "headerReference", sectionOrder)
	reference.set("xmlns:r", relationSpace)
	reference.set(p.w+"type", "default")
	reference.set("r:id", numberID)
	p.changed = true
	f.whole[relations], f.whole[contentTypes] = rels, types
	f.added = append(f.added, addition{added, header(family, size)})
	return f.HideFirst(section)
}

// header is a header that holds nothing but the number of the page.
func header(family string, size unit.Length) []byte {
	look := fmt.Sprintf(`<w:rPr><w:rFonts w:ascii="%s" w:hAnsi="%s" w:cs="%s"/><w:b w:val="0"/><w:i w:val="0"/><w:color w:val="auto"/><w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr>`, family, family, family, size.HalfPoints(), size.HalfPoints())
	run := func(inner string) string { return "<w:r>" + look + inner + "</w:r>" }
	return []byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<w:hdr xmlns:w="` + wordSpace + `"><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>` +
		run(`<w:fldChar w:fldCharType="begin"/>`) + run(`<w:instrText xml:space="preserve"> PAGE </w:instrText>`) + run(`<w:fldChar w:fldCharType="separate"/>`) +
		run(`<w:t>2</w:t>`) + run(`<w:fldChar w:fldCharType="end"/>`) + `</w:p></w:hdr>`)
}

// addition is a part that the package did not have.
type addition struct {
	name  string
	bytes []byte
}

func (f *File) has(name string) bool {
	for _, entry := range f.zip.File {
		if entry.Name == name {
			return true
		}
	}
	return false
}

// before puts a text before the last end tag.
func before(src []byte, tag, text string) ([]byte, bool) {
	at := bytes.LastIndex(src, []byte(tag))
	if at < 0 {
		return nil, false
	}
	return join(src[:at], text, src[at:]), true
}

// rootTag is the start tag of the root element.
func (n *node) rootTag() []byte {
	for _, kid := range n.kids {
		if kid.name != "" {
			return kid.open
		}
	}
	return nil
}
