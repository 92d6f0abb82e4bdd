package mend

import (
	"slices"
	"strconv"
	"strings"

	"vanban/internal/unit"
)

// named is a value with the name that the schema has for it.
type named[V any] struct {
	name  string
	value V
}

// Page is what is set of a section's paper. A zero length is left as it is.
type Page struct {
	Width, Height            unit.Length
	Top, Right, Bottom, Left *unit.Length
}

// Page sets paper and margins of a section of the document.
func (f *File) Page(section Place, page Page) bool {
	p, n := f.element(section, "sectPr")
	if n == nil {
		return false
	}
	size := p.ensure(n, "pgSz", sectionOrder)
	p.length(size, "w", page.Width)
	p.length(size, "h", page.Height)
	margins := p.ensure(n, "pgMar", sectionOrder)
	for _, side := range []named[*unit.Length]{{"top", page.Top}, {"right", page.Right}, {"bottom", page.Bottom}, {"left", page.Left}} {
		if side.value != nil {
			margins.set(p.w+side.name, twips(*side.value))
		}
	}
	p.changed = true
	return true
}

// HideFirst gives the first page of a section a header and footer of its own, which are empty where the section
// names none.
func (f *File) HideFirst(section Place) bool {
	p, n := f.element(section, "sectPr")
	if n == nil {
		return false
	}
	n.remove(p.w + "titlePg")
	p.add(n, "titlePg", sectionOrder)
	p.changed = true
	return true
}

// Restart has a section count its pages from 1.
func (f *File) Restart(section Place) bool {
	p, n := f.element(section, "sectPr")
	if n == nil {
		return false
	}
	p.ensure(n, "pgNumType", sectionOrder).set(p.w+"start", "1")
	p.changed = true
	return true
}

// Look is what is set of a paragraph and of all its letters. What is zero or nil is left as it is.
type Look struct {
	Align           string // jc: left, center, right, both
	FirstLine, Left *unit.Length
	Before, After   *unit.Length
	Line            int // in 240ths of a line

	Family       string
	Size         unit.Length
	Bold, Italic *bool
}

// Look sets the looks of a paragraph, directly, over its style. Letters in one of the fonts of keep stay in it.
func (f *File) Look(paragraph Place, look Look, keep ...string) bool {
	p, n := f.element(paragraph, "p")
	if n == nil {
		return false
	}
	p.paragraphLook(n, look)
	if look.Family != "" || look.Size != 0 || look.Bold != nil || look.Italic != nil {
		for _, run := range p.runs(n) {
			p.runLook(run, look, keep)
		}
	}
	p.changed = true
	return true
}

func (p *part) paragraphLook(n *node, look Look) {
	if look.Align == "" && look.FirstLine == nil && look.Left == nil && look.Before == nil && look.After == nil && look.Line == 0 {
		return
	}
	properties := p.first(n, "pPr")
	if look.Align != "" {
		p.ensure(properties, "jc", paragraphOrder).set(p.w+"val", look.Align)
	}
	if look.FirstLine != nil || look.Left != nil {
		indent := p.ensure(properties, "ind", paragraphOrder)
		for _, old := range []string{"firstLineChars", "hangingChars", "leftChars", "startChars"} {
			indent.drop(p.w + old)
		}
		if l := look.FirstLine; l != nil {
			indent.drop(p.w + "hanging")
			indent.set(p.w+"firstLine", twips(*l))
		}
		if l := look.Left; l != nil {
			indent.drop(p.w + "start")
			indent.set(p.w+"left", twips(*l))
		}
	}
	if look.Before == nil && look.After == nil && look.Line == 0 {
		return
	}
	spacing := p.ensure(properties, "spacing", paragraphOrder)
	for _, gap := range []named[*unit.Length]{{"before", look.Before}, {"after", look.After}} {
		if gap.value != nil {
			spacing.drop(p.w + gap.name + "Autospacing")
			spacing.drop(p.w + gap.name + "Lines")
			spacing.set(p.w+gap.name, twips(*gap.value))
		}
	}
	if look.After != nil || look.Before != nil {
		if properties.child(p.w+"contextualSpacing") != nil || look.Before != nil && look.After != nil {
			p.ensure(properties, "contextualSpacing", paragraphOrder).set(p.w+"val", "0")
		}
	}
	if look.Line != 0 {
		spacing.set(p.w+"line", strconv.Itoa(look.Line))
		spacing.set(p.w+"lineRule", "auto")
	}
}

func (p *part) runLook(run *node, look Look, keep []string) {
	if run.child(p.w+"t") == nil && run.child(p.w+"noBreakHyphen") == nil {
		return
	}
	properties := p.first(run, "rPr")
	fonts := properties.child(p.w + "rFonts")
	sign := slices.ContainsFunc(keep, func(name string) bool {
		return strings.EqualFold(fonts.attr(p.w+"ascii"), name) || strings.EqualFold(fonts.attr(p.w+"hAnsi"), name)
	})
	if look.Family != "" && !sign {
		fonts = p.ensure(properties, "rFonts", runOrder)
		for _, slot := range []string{"ascii", "hAnsi", "eastAsia", "cs"} {
			fonts.drop(p.w + slot + "Theme")
			fonts.set(p.w+slot, look.Family)
		}
		fonts.drop(p.w + "cstheme")
	}
	if look.Size != 0 {
		for _, name := range []string{"sz", "szCs"} {
			p.ensure(properties, name, runOrder).set(p.w+"val", strconv.FormatInt(look.Size.HalfPoints(), 10))
		}
	}
	for _, on := range []named[*bool]{{"b", look.Bold}, {"i", look.Italic}} {
		if on.value == nil {
			continue
		}
		for _, name := range []string{on.name, on.name + "Cs"} {
			properties.remove(p.w + name)
			toggle := p.add(properties, name, runOrder)
			if !*on.value {
				toggle.set(p.w+"val", "0")
			}
		}
	}
}

// runs are the runs of a paragraph, also those within links and controls, but not those of a text box in it.
func (p *part) runs(paragraph *node) []*node {
	var runs []*node
	paragraph.walk(func(n *node) bool {
		switch n.name {
		case p.w + "r":
			runs = append(runs, n)
			return false
		case p.w + "pPr", p.w + "p", p.w + "del", p.w + "moveFrom":
			return false
		}
		return true
	})
	return runs
}

func (p *part) length(n *node, name string, l unit.Length) {
	if l != 0 {
		n.set(p.w+name, twips(l))
	}
}

func twips(l unit.Length) string { return strconv.FormatInt(l.Twips(), 10) }

// first is the first child of a name, made where there is none: in front of all others, where the schema has it.
func (p *part) first(n *node, name string) *node {
	if kid := n.child(p.w + name); kid != nil {
		return kid
	}
	n.hold()
	kid := &node{name: p.w + name, open: []byte("<" + p.w + name + "/>")}
	n.kids = append([]*node{kid}, n.kids...)
	return kid
}

func (p *part) ensure(n *node, name string, order func() []string) *node {
	if kid := n.child(p.w + name); kid != nil {
		return kid
	}
	return p.add(n, name, order)
}

func (p *part) add(n *node, name string, order func() []string) *node {
	names := order()
	for i := range names {
		names[i] = p.w + names[i]
	}
	return n.add(p.w+name, names)
}

// The orders in which the schema wants the children of properties.

func paragraphOrder() []string {
	return strings.Fields(`pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
		suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid
		spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl
		divId cnfStyle rPr sectPr pPrChange`)
}

func runOrder() []string {
	return strings.Fields(`rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
		vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
		eastAsianLayout specVanish oMath rPrChange`)
}

func sectionOrder() []string {
	return strings.Fields(`headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
		pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange`)
}
