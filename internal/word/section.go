package word

import "vanban/internal/unit"

// Section is a run of pages of one layout.
type Section struct {
	Number     int    // from 1
	From, To   int    // Document.Body[From:To] stands in it
	Break      string // how it begins: "nextPage", "continuous", "oddPage", "evenPage", "nextColumn"
	Width      unit.Length
	Height     unit.Length
	Landscape  bool        // as the sheet lies: wider than high, whatever the file says of it
	Top        unit.Length // margins; negative in Word means «exactly», here they are positive
	Bottom     unit.Length
	Left       unit.Length
	Right      unit.Length
	Gutter     unit.Length
	HeaderAt   unit.Length // from the upper edge of the sheet
	FooterAt   unit.Length // from the lower edge
	TitlePage  bool        // the first page has a header and footer of its own (titlePg)
	PageStart  int         // the first page's number where numbering starts anew, -1 where it goes on
	PageFormat string      // "decimal", "upperRoman" …
	Columns    int
	VAlign     string // "top", "center", "both", "bottom"
	Headers    HeaderSet
	Footers    HeaderSet

	Part       string // the part that holds its properties
	Properties Span   // w:sectPr; zero where the file has none: Word's defaults are in effect
}

// HeaderSet is a section's headers, or its footers: its own or those it takes over from the section before; nil
// where there is none at all. Which of them is shown depends on [Section.TitlePage] and [Document.EvenAndOdd]:
// [Document.HeaderOf] tells.
type HeaderSet struct{ Default, First, Even *Header }

// Header is a header or footer. Sections that show the same one share it.
type Header struct {
	Region  Region // InHeader or InFooter
	Pages   PageKind
	Section int // the first section that shows it
	Part    string
	Blocks  []Block
}

// HeaderOf gives the header (or footer) that is shown on pages of the kind; nil where nothing is.
func (d *Document) HeaderOf(s *Section, r Region, k PageKind) *Header {
	set := s.Headers
	if r == InFooter {
		set = s.Footers
	}
	switch {
	case k == FirstPage && s.TitlePage:
		return set.First
	case k == EvenPages && d.EvenAndOdd:
		return set.Even
	}
	return set.Default
}

// Note is a footnote or endnote, or a comment.
type Note struct {
	Region Region
	Number int    // as printed
	Mark   string // its number in the form printed: «1», «i»
	Author string // of a comment
	Blocks []Block
}
