package word

import (
	"fmt"
	"slices"
	"strings"

	"vanban/internal/diag"
)

// style is a style of the file.
type style struct {
	id, name, kind string // kind: "paragraph", "character", "table", "numbering"
	basedOn        string
	node           *node
	chain          []*style // from the root of its line down to itself
}

// styles is what the styles part says.
type styles struct {
	letters, paragraph *node // the document's defaults
	byID               map[string]*style
	normal             *style // the default paragraph style
	defaultLetters     *style // the default character style
	defaultTable       *style
}

// readStyles reads the styles part. Of two styles of one id the last counts, as for Word.
func (r *reader) readStyles(root *node) {
	s := &r.styles
	s.byID = map[string]*style{}
	s.letters = root.find("w:docDefaults", "w:rPrDefault", "w:rPr")
	s.paragraph = root.find("w:docDefaults", "w:pPrDefault", "w:pPr")
	if root == nil {
		return
	}
	for _, n := range root.kids {
		if n.name != "w:style" {
			continue
		}
		st := &style{id: n.attr("w:styleId"), name: n.kid("w:name").val(), kind: n.attr("w:type"), basedOn: n.kid("w:basedOn").val(), node: n}
		if st.kind == "" {
			st.kind = "paragraph"
		}
		s.byID[st.id] = st
		if flag(n.attr("w:default")) {
			switch st.kind {
			case "paragraph":
				s.normal = st
			case "character":
				s.defaultLetters = st
			case "table":
				s.defaultTable = st
			}
		}
	}
	for _, n := range root.kids {
		if st := s.byID[n.attr("w:styleId")]; n.name == "w:style" && st.chain == nil {
			r.chain(st)
		}
	}
}

// maxChain is how many styles one may be based on. Word makes chains of some ten.
const maxChain = 64

// chain resolves what a style is based on, of its own kind.
func (r *reader) chain(st *style) {
	var upwards []*style
	for at := st; at != nil; {
		if slices.Contains(upwards, at) {
			r.warn(IDStyle, fmt.Sprintf("kiểu «%s» dựa vòng tròn lên chính nó qua kiểu «%s»", diag.Clip(st.name), diag.Clip(upwards[len(upwards)-1].name)),
				"trong Word, sửa kiểu, chọn lại mục «Kiểu dựa trên»")
			break
		}
		if len(upwards) == maxChain {
			r.warn(IDStyle, fmt.Sprintf("kiểu «%s» dựa trên quá %d kiểu nối nhau; các kiểu xa hơn không được tính", diag.Clip(st.name), maxChain),
				"trong Word, sửa kiểu, chọn lại mục «Kiểu dựa trên»")
			break
		}
		upwards = append(upwards, at)
		next := r.styles.byID[at.basedOn]
		if next != nil && next.kind != st.kind {
			next = nil
		}
		at = next
	}
	for i := len(upwards) - 1; i >= 0; i-- {
		st.chain = append(st.chain, upwards[i])
	}
}

// of gives a style of the kind; nil where there is none of that id and kind.
func (s *styles) of(kind, id string) *style {
	if st := s.byID[id]; st != nil && st.kind == kind {
		return st
	}
	return nil
}

// paragraphStyle is the style in effect for what w:pStyle names.
func (s *styles) paragraphStyle(id string) *style {
	if st := s.of("paragraph", id); st != nil {
		return st
	}
	return s.normal
}

// properties gives the nodes of the name (w:rPr, w:pPr) along a chain, root first.
func (st *style) properties(name string) []*node {
	if st == nil {
		return nil
	}
	var out []*node
	for _, each := range st.chain {
		if n := each.node.kid(name); n != nil {
			out = append(out, n)
		}
	}
	return out
}

// styleName is how people see the style.
func (st *style) styleName() string {
	if st == nil {
		return ""
	}
	if st.name == "" {
		return st.id
	}
	return strings.TrimSpace(st.name)
}
