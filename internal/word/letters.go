package word

import (
	"strings"

	"vanban/internal/unit"
)

// hierarchy is the levels that the formatting of letters comes from, each from low to high: what is further
// right wins within a level, direct wins over all.
type hierarchy struct {
	defaults *node
	table    []*node
	para     []*node
	letters  []*node // the character style
	direct   []*node // the run's own; of a label the paragraph mark's, then the level's
}

// styleLevels are what the styles say, for toggle properties.
func (h *hierarchy) styleLevels() [3][]*node { return [3][]*node{h.table, h.para, h.letters} }

// top is the element that wins; nil where none is.
func (h *hierarchy) top(name string) *node {
	for _, level := range [4][]*node{h.direct, h.letters, h.para, h.table} {
		if n := last(level, name); n != nil {
			return n
		}
	}
	return h.defaults.kid(name)
}

// last is the element of the highest of a level's nodes that has one.
func last(level []*node, name string) *node {
	for i := len(level) - 1; i >= 0; i-- {
		if n := level[i].kid(name); n != nil {
			return n
		}
	}
	return nil
}

// toggle combines a toggle property (ECMA-376 part 1, 17.7.3): set directly it is what it says; true among the
// document's defaults it is on; otherwise it is on where an odd number of levels of styles have it on.
func (h *hierarchy) toggle(name string) bool {
	if n := last(h.direct, name); n != nil {
		return on(n)
	}
	if n := h.defaults.kid(name); n != nil && on(n) {
		return true
	}
	odd := false
	for _, level := range h.styleLevels() {
		if n := last(level, name); n != nil && on(n) {
			odd = !odd
		}
	}
	return odd
}

// plain is an on/off property that does not toggle.
func (h *hierarchy) plain(name string) bool {
	n := h.top(name)
	return n != nil && on(n)
}

// The classes of letters, each with a face of its own.
const (
	ascii = iota
	hAnsi
	eastAsia
	complexScript
	classes
)

// letters is the formatting of a run for each class of letters.
type letters struct {
	formats      [classes]*Format
	hintEastAsia bool
}

// format resolves the hierarchy.
func (r *reader) format(h *hierarchy, styleName string) *letters {
	f := Format{Style: styleName, Scale: 100}
	f.Complex = h.plain("w:cs") || h.plain("w:rtl")
	f.Caps, f.SmallCaps, f.Hidden = h.toggle("w:caps"), h.toggle("w:smallCaps"), h.toggle("w:vanish")
	f.Strike = h.toggle("w:strike") || h.plain("w:dstrike")
	f.Outlined = h.toggle("w:outline") || h.toggle("w:shadow") || h.toggle("w:emboss") || h.toggle("w:imprint")
	if u := h.top("w:u"); u != nil && u.val() != "none" {
		f.Underline = u.val()
	}
	if b := h.top("w:bdr"); b != nil && b.val() != "none" && b.val() != "nil" {
		f.Framed = true
	}
	f.Color = r.elementColour(h.top("w:color"), "w:val")
	if n := h.top("w:highlight"); n.val() != "none" {
		f.Highlight = n.val()
	}
	f.Shading = r.shading(h.top("w:shd"))
	f.Spacing, _ = r.measure("w:spacing", h.top("w:spacing").val(), unit.Twip)
	f.Position, _ = r.measure("w:position", h.top("w:position").val(), unit.Pt/2)
	if n, ok := r.number("w:w", strings.TrimSuffix(h.top("w:w").val(), "%"), 1, 600); ok {
		f.Scale = n
	}
	switch h.top("w:vertAlign").val() {
	case "superscript":
		f.VertAlign = Superscript
	case "subscript":
		f.VertAlign = Subscript
	}
	usual, complex := f, f
	usual.Bold, usual.Italic = h.toggle("w:b"), h.toggle("w:i")
	usual.Size = r.size(h, "w:sz")
	usual.Lang = h.attribute("w:lang", "w:val")
	complex.Bold, complex.Italic = h.toggle("w:bCs"), h.toggle("w:iCs")
	complex.Size = r.size(h, "w:szCs")
	complex.Lang = h.attribute("w:lang", "w:bidi")
	out := &letters{hintEastAsia: h.attribute("w:rFonts", "w:hint") == "eastAsia"}
	for class := range classes {
		one := usual
		if class == complexScript || f.Complex {
			one = complex
		}
		one.Complex = f.Complex || class == complexScript
		if f.Complex {
			one.Font = r.face(h, complexScript)
		} else {
			one.Font = r.face(h, class)
		}
		if class == eastAsia {
			one.Lang = h.attribute("w:lang", "w:eastAsia")
		}
		out.formats[class] = r.share(one)
	}
	return out
}

// share gives one Format for all that are equal.
func (r *reader) share(f Format) *Format {
	if known := r.formats[f]; known != nil {
		return known
	}
	r.formats[f] = &f
	return &f
}

// defaultSize is Word's where a file says nothing.
const defaultSize = 10 * unit.Pt

func (r *reader) size(h *hierarchy, name string) unit.Length {
	if l, ok := r.measure(name, h.top(name).val(), unit.Pt/2); ok && l > 0 {
		return l
	}
	return defaultSize
}

// attribute is an attribute of an element whose attributes are each set on their own.
func (h *hierarchy) attribute(element, name string) string {
	for _, level := range [4][]*node{h.direct, h.letters, h.para, h.table} {
		for i := len(level) - 1; i >= 0; i-- {
			if v, ok := level[i].kid(element).has(name); ok {
				return v
			}
		}
	}
	return h.defaults.kid(element).attr(name)
}

// defaultFace is Word's where a file says nothing.
const defaultFace = "Times New Roman"

// face is the face of a class of letters: the highest level that names one counts, and there the theme's before
// one by name.
func (r *reader) face(h *hierarchy, class int) string {
	name := [classes]string{"w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"}[class]
	theme := [classes]string{"w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"}[class]
	of := func(n *node) string {
		fonts := n.kid("w:rFonts")
		if fonts == nil {
			return ""
		}
		if key := fonts.attr(theme); key != "" {
			if face := r.theme.face(key); face != "" {
				return face
			}
		}
		return firstFace(fonts.attr(name))
	}
	for _, level := range [4][]*node{h.direct, h.letters, h.para, h.table} {
		for i := len(level) - 1; i >= 0; i-- {
			if face := of(level[i]); face != "" {
				return face
			}
		}
	}
	if h.defaults != nil {
		if face := of(h.defaults); face != "" {
			return face
		}
	}
	return defaultFace
}

// firstFace is the first of a list as LibreOffice writes it: "Face;Another".
func firstFace(s string) string {
	face, _, _ := strings.Cut(s, ";")
	return strings.TrimSpace(face)
}

// class tells which class a letter is of (ECMA-376 part 1, 17.3.2.26), for text in Latin letters; of the other
// scripts those are told that Word sets in faces of their own.
func class(c rune, hintEastAsia bool) int {
	switch {
	case c < 0x80:
		return ascii
	case c >= 0x590 && c <= 0x8FF, c >= 0xFB1D && c <= 0xFDFF, c >= 0xFE70 && c <= 0xFEFF, c >= 0x900 && c <= 0xEFF:
		return complexScript
	case c >= 0x1100 && c <= 0x11FF, c >= 0x2E80 && c <= 0xDFFF, c >= 0xF900 && c <= 0xFAFF, c >= 0xFE30 && c <= 0xFE4F,
		c >= 0xFF00 && c <= 0xFFEF, c >= 0x20000 && c <= 0x3FFFF:
		return eastAsia
	case hintEastAsia && (c >= 0x2010 && c <= 0x2029 || c >= 0x2030 && c <= 0x2BFF || c >= 0xE000 && c <= 0xF8FF):
		return eastAsia
	}
	return hAnsi
}

// pieces cuts text where its formatting changes with the class of its letters.
func (l *letters) pieces(text string, each func(f *Format, text string)) {
	if l.formats[ascii] == l.formats[hAnsi] && l.formats[ascii] == l.formats[eastAsia] && l.formats[ascii] == l.formats[complexScript] {
		each(l.formats[ascii], text)
		return
	}
	from := 0
	var now *Format
	for i, c := range text {
		f := l.formats[class(c, l.hintEastAsia)]
		if now != nil && f != now {
			each(now, text[from:i])
			from = i
		}
		now = f
	}
	if now == nil {
		now = l.formats[ascii]
	}
	each(now, text[from:])
}
