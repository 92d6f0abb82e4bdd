package word

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/unit"
)

// remark counts something found, by kind and detail.
func (r *reader) remark(kind RemarkKind, detail string) {
	const most = 200
	if d := []rune(detail); len(d) > most {
		detail = string(d[:most]) + "…"
	}
	key := remarkKey{kind, detail}
	if i, ok := r.remarked[key]; ok {
		r.doc.Remarks[i].Count++
		return
	}
	if len(r.doc.Remarks) >= maxRemarks {
		key = remarkKey{kind, "…"} // the rest of a kind together
		if i, ok := r.remarked[key]; ok {
			r.doc.Remarks[i].Count++
			return
		}
	}
	r.remarked[key] = len(r.doc.Remarks)
	r.doc.Remarks = append(r.doc.Remarks, Remark{Kind: kind, Detail: key.detail, Count: 1, Place: r.here})
}

type remarkKey struct {
	kind   RemarkKind
	detail string
}

// maxRemarks is how many different things are told.
const maxRemarks = 1000

// sortRemarks orders them by kind, then as found.
func (r *reader) sortRemarks() {
	slices.SortStableFunc(r.doc.Remarks, func(a, b Remark) int { return cmp.Compare(a.Kind, b.Kind) })
}

// missing tells of a part that is referred to and not there.
func (r *reader) missing(name, id string) {
	if name == "" {
		name = id
	}
	r.remark(RemarkMissing, name)
	r.warn(IDPart, fmt.Sprintf("phần «%s» được nhắc đến nhưng không có trong tệp", diag.Clip(name)), resave()...)
}

// enter reads a part whose blocks are read next; nil where there is none.
func (r *reader) enter(name string) (*node, error) {
	if name == "" {
		return nil, nil
	}
	root, err := r.tree(name)
	if root == nil || err != nil {
		return nil, err
	}
	p, err := r.part(name)
	if err != nil {
		return nil, err
	}
	r.text, r.partName = p.Bytes, name
	r.here = Place{File: r.doc.File, Part: name}
	for _, c := range r.contexts {
		clear(c.known) // spans count in another part now
	}
	rels, err := r.relationships(name)
	if err != nil {
		return nil, err
	}
	if _, seen := r.rels[name]; !seen {
		r.relate(name, rels)
	}
	return root, nil
}

// outside tells of relationships that lead out of the package.
func (r *reader) outside(name string, rels []relationship) {
	here := r.here
	r.here = Place{File: r.doc.File, Part: name}
	for _, rel := range rels {
		switch {
		case !rel.external:
		case rel.kind == "hyperlink":
			r.remark(RemarkHyperlink, rel.target)
		case rel.kind == "attachedTemplate":
			r.remark(RemarkTemplate, rel.target)
		case rel.kind == "mailMergeSource":
			r.remark(RemarkMailMerge, rel.target)
		default:
			r.remark(RemarkExternal, rel.target)
		}
	}
	r.here = here
}

// relationTarget is where a relationship of the part being read leads.
func (r *reader) relationTarget(id string) string { return r.relationTargetIn(r.partName, id) }

func (r *reader) relationTargetIn(part, id string) string { return r.targets[part][id] }

// relate keeps the relationships of a part.
func (r *reader) relate(part string, rels []relationship) {
	targets := map[string]string{}
	for _, rel := range rels {
		targets[rel.id] = rel.target
	}
	r.rels[part], r.targets[part] = rels, targets
	r.outside(part, rels)
}

// relationTargetOf is the part that one leads to by a kind of relationship.
func (r *reader) relationTargetOf(part, kind string) string {
	for _, rel := range r.rels[part] {
		if rel.kind == kind && !rel.external {
			return rel.target
		}
	}
	return ""
}

// linkTarget is where a w:hyperlink leads.
func (r *reader) linkTarget(n *node) string {
	target := r.relationTarget(n.attr("r:id"))
	if anchor := n.attr("w:anchor"); anchor != "" {
		target += "#" + anchor
	}
	return target
}

// control counts a content control.
func (r *reader) control(n *node) {
	properties := n.kid("w:sdtPr")
	name := properties.kid("w:alias").val()
	if name == "" {
		name = properties.kid("w:tag").val()
	}
	r.remark(RemarkControl, name)
}

// object counts an embedded object.
func (r *reader) object(n *node) {
	ole := n.kid("o:OLEObject")
	name := ole.attr("ProgID")
	if name == "" {
		name = r.relationTarget(n.kid("w:control").attr("r:id"))
	}
	r.remark(RemarkObject, name)
	r.warn(IDUnread, fmt.Sprintf("đối tượng nhúng «%s» không được đọc", diag.Clip(name)), "chép nội dung đối tượng thành chữ hoặc bảng của Word")
}

// settings reads what the settings part says.
func (r *reader) settings(n *node) {
	d := r.doc
	if even := n.kid("w:evenAndOddHeaders"); even != nil {
		d.EvenAndOdd = on(even)
	}
	d.DefaultTab = 36 * unit.Pt
	if l, ok := r.measure("w:defaultTabStop", n.kid("w:defaultTabStop").val(), unit.Twip); ok {
		d.DefaultTab = l
	}
	if p := n.kid("w:documentProtection"); p != nil && flag(p.attr("w:enforcement")) {
		r.remark(RemarkProtected, p.attr("w:edit"))
	}
	if p := n.kid("w:writeProtection"); p != nil {
		r.remark(RemarkProtected, "writeProtection")
	}
	r.noteFormat(&r.footnotes, n.kid("w:footnotePr"), "decimal")
	r.noteFormat(&r.endnotes, n.kid("w:endnotePr"), "lowerRoman")
}

// inventory tells what parts there are that are no text.
func (r *reader) inventory() error {
	for _, p := range r.doc.Parts {
		r.here = Place{File: r.doc.File, Part: p.Name}
		name := strings.ToLower(p.Name)
		switch {
		case strings.HasSuffix(name, "vbaproject.bin"):
			r.remark(RemarkMacro, p.Name)
		case strings.HasPrefix(name, "_xmlsignatures/") && strings.HasSuffix(name, ".xml"):
			r.remark(RemarkSignature, p.Name)
		case strings.Contains(name, "/activex/") && strings.HasSuffix(name, ".bin"):
			r.remark(RemarkObject, p.Name)
		}
	}
	fonts := r.relationTargetOf(r.doc.Main, "fontTable")
	root, err := r.tree(fonts)
	if root == nil || err != nil {
		return err
	}
	r.here = Place{File: r.doc.File, Part: fonts}
	for _, n := range root.kids {
		for _, k := range n.kids {
			if strings.HasPrefix(k.name, "w:embed") {
				r.remark(RemarkEmbeddedFont, n.attr("w:name"))
				break
			}
		}
	}
	return nil
}

// contentTypes reads [Content_Types].xml for nothing but to see that it is sound: without it Word opens no file.
func (r *reader) contentTypes() error {
	_, err := r.tree("[Content_Types].xml")
	return err
}

// properties reads the document's properties; a fault in them is no fault of the document.
func (r *reader) properties() error {
	p := &r.doc.Properties
	for _, rel := range r.rels[""] {
		if rel.external {
			continue
		}
		switch rel.kind {
		case "core-properties", "extended-properties", "extendedProperties", "custom-properties", "customProperties":
		default:
			continue
		}
		root, err := r.tree(rel.target)
		if err != nil {
			return err
		}
		for _, n := range root.children() {
			name := path.Base(strings.TrimPrefix(n.name, "p:"))
			if name == "property" {
				if n.attr("name") != "" && len(n.kids) > 0 {
					p.Custom = append(p.Custom, Property{n.attr("name"), n.kids[0].text})
				}
				continue
			}
			if into := p.field(name); into != nil {
				*into = n.text
			}
		}
	}
	return nil
}

// field is where a property of the file belongs; nil for those that are not kept.
func (p *Properties) field(name string) *string {
	switch name {
	case "title":
		return &p.Title
	case "subject":
		return &p.Subject
	case "creator":
		return &p.Creator
	case "keywords":
		return &p.Keywords
	case "description":
		return &p.Description
	case "lastModifiedBy":
		return &p.LastModifiedBy
	case "revision":
		return &p.Revision
	case "created":
		return &p.Created
	case "modified":
		return &p.Modified
	case "category":
		return &p.Category
	case "contentStatus":
		return &p.Status
	case "language":
		return &p.Language
	case "Application":
		return &p.Application
	case "AppVersion":
		return &p.AppVersion
	case "Company":
		return &p.Company
	case "Manager":
		return &p.Manager
	case "Template":
		return &p.Template
	case "Pages":
		return &p.Pages
	}
	return nil
}
