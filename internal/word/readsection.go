package word

import "vanban/internal/unit"

// endSection adds the section that ends with the block before to, from its w:sectPr; nil where the file has none.
func (r *reader) endSection(n *node, to int) {
	d := r.doc
	s := &Section{Number: len(d.Sections) + 1, To: to, Part: d.Main, Properties: n.at(), Break: "nextPage", PageStart: -1, Columns: 1, VAlign: "top"}
	var before *Section
	if len(d.Sections) > 0 {
		before = d.Sections[len(d.Sections)-1]
		s.From = before.To
	}
	get := func(element, name string, unsaid unit.Length) unit.Length {
		if l, ok := r.measure(element, n.kid(element).attr(name), unit.Twip); ok {
			return max(l, -l)
		}
		return unsaid
	}
	s.Width, s.Height = get("w:pgSz", "w:w", 12240*unit.Twip), get("w:pgSz", "w:h", 15840*unit.Twip)
	s.Landscape = s.Width > s.Height
	s.Top, s.Bottom = get("w:pgMar", "w:top", 72*unit.Pt), get("w:pgMar", "w:bottom", 72*unit.Pt)
	s.Left, s.Right = get("w:pgMar", "w:left", 72*unit.Pt), get("w:pgMar", "w:right", 72*unit.Pt)
	s.HeaderAt, s.FooterAt, s.Gutter = get("w:pgMar", "w:header", 36*unit.Pt), get("w:pgMar", "w:footer", 36*unit.Pt), get("w:pgMar", "w:gutter", 0)
	if v := n.kid("w:type").val(); v != "" {
		s.Break = v
	}
	if title := n.kid("w:titlePg"); title != nil {
		s.TitlePage = on(title)
	}
	numbers := n.kid("w:pgNumType")
	if start, ok := r.number("w:pgNumType", numbers.attr("w:start"), 0, 1<<30); ok {
		s.PageStart = start
	}
	s.PageFormat = numbers.attr("w:fmt")
	if s.PageFormat == "" {
		s.PageFormat = "decimal"
	}
	if columns, ok := r.number("w:cols", n.kid("w:cols").attr("w:num"), 1, 100); ok {
		s.Columns = columns
	}
	if v := n.kid("w:vAlign").val(); v != "" {
		s.VAlign = v
	}
	if change := n.kid("w:sectPrChange"); change != nil {
		r.formatChange(change)
	}
	d.Sections = append(d.Sections, s)
	r.sectionNodes = append(r.sectionNodes, n)
}

// headers reads the headers and footers of all sections. A section without one of its own shows that of the
// section before.
func (r *reader) headers() error {
	shared := map[string]*Header{}
	for i, s := range r.doc.Sections {
		if i > 0 {
			s.Headers, s.Footers = r.doc.Sections[i-1].Headers, r.doc.Sections[i-1].Footers
		}
		for _, k := range r.sectionNodes[i].children() {
			region := InHeader
			switch k.name {
			case "w:footerReference":
				region = InFooter
			case "w:headerReference":
			default:
				continue
			}
			pages := DefaultPages
			switch k.attr("w:type") {
			case "first":
				pages = FirstPage
			case "even":
				pages = EvenPages
			}
			h, err := r.header(shared, k.attr("r:id"), region, pages, s.Number)
			if err != nil {
				return err
			}
			set := &s.Headers
			if region == InFooter {
				set = &s.Footers
			}
			switch pages {
			case FirstPage:
				set.First = h
			case EvenPages:
				set.Even = h
			default:
				set.Default = h
			}
		}
	}
	return nil
}

// header reads a part once; nil where it is not there.
func (r *reader) header(shared map[string]*Header, id string, region Region, pages PageKind, section int) (*Header, error) {
	name := r.relationTargetIn(r.doc.Main, id)
	if h := shared[name]; h != nil {
		return h, nil
	}
	root, err := r.enter(name)
	if err != nil {
		return nil, err
	}
	if root == nil {
		r.missing(name, id)
		return nil, nil
	}
	h := &Header{Region: region, Pages: pages, Section: section, Part: name}
	phrase := h.name()
	c := &container{phrase: phrase, sole: sole(root), place: Place{File: r.doc.File, Part: name, Section: section, Phrase: phrase}}
	h.Blocks = r.blocks(root, c)
	r.checkFields(name)
	r.leftovers(root)
	shared[name] = h
	r.doc.Headers = append(r.doc.Headers, h)
	return h, nil
}
