package docx

import (
	"strings"
	"testing"

	"vanban/internal/docx/docxtest"
	"vanban/internal/sheet"
	"vanban/internal/unit"
)

// TestSections tells what a section's first and other pages show, following the references into the parts.
func TestSections(t *testing.T) {
	s := newStyles()
	numbered := sheet.PageNumber{Style: s.number, FromTop: 10 * unit.MM}
	hidden := numbered
	hidden.HideFirst = true
	restarted := hidden
	restarted.Restart = true
	foot := []sheet.Block{para(s.foot, "ĐT: 0123")}
	section := func(n sheet.PageNumber, p sheet.Page, foot []sheet.Block) *sheet.Section {
		return &sheet.Section{Page: p, PageNumber: n, FirstFoot: foot, Blocks: []sheet.Block{para(s.body, "x")}}
	}
	tests := []struct {
		name     string
		sections []*sheet.Section
		want     string
	}{
		{"no numbers", []*sheet.Section{section(sheet.PageNumber{}, portrait(), nil)},
			"11906x16838 header 567"},
		{"numbers from the first page", []*sheet.Section{section(numbered, portrait(), nil)},
			"11906x16838 header 567 default=number"},
		{"the first page's number hidden", []*sheet.Section{section(hidden, portrait(), nil)},
			"11906x16838 header 567 default=number first=blank titlePg"},
		{"a first-page foot under a number", []*sheet.Section{section(numbered, portrait(), foot)},
			"11906x16838 header 567 default=number first=number foot=ĐT: 0123 titlePg"},
		{"nothing inherited", []*sheet.Section{
			section(hidden, portrait(), foot), section(restarted, landscape(), nil), section(sheet.PageNumber{}, portrait(), nil)},
			"11906x16838 header 567 default=number first=blank foot=ĐT: 0123 titlePg; " +
				"16838x11906 landscape header 567 default=number first=blank foot=blank start=1 titlePg; " +
				"11906x16838 header 567 default=blank"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			parsed := docxtest.Inspect(t, written(t, sheetOf(s, test.sections...)))
			var got []string
			for _, p := range parsed[documentPart].All("w:sectPr") {
				got = append(got, describe(p, parsed))
			}
			if all := strings.Join(got, "; "); all != test.want {
				t.Errorf("got  %s\nwant %s", all, test.want)
			}
		})
	}
}

func describe(p *docxtest.Node, parsed map[string]*docxtest.Node) string {
	targets := map[string]*docxtest.Node{}
	for _, r := range parsed["word/_rels/document.xml.rels"].All("Relationship") {
		targets[r.Attrs["Id"]] = parsed["word/"+r.Attrs["Target"]]
	}
	shows := func(ref *docxtest.Node) string {
		part := targets[ref.Attrs["r:id"]]
		switch {
		case len(part.All("w:fldSimple")) == 1 && part.Find("w:p", "w:fldSimple").Attrs["w:instr"] == " PAGE ":
			return "number"
		case part.Content() == "":
			return "blank"
		}
		return part.Content()
	}
	size, margins := p.Find("w:pgSz"), p.Find("w:pgMar")
	out := size.Attrs["w:w"] + "x" + size.Attrs["w:h"]
	if o := size.Attrs["w:orient"]; o != "" {
		out += " " + o
	}
	out += " header " + margins.Attrs["w:header"]
	for _, ref := range p.All("w:headerReference") {
		out += " " + ref.Attrs["w:type"] + "=" + shows(ref)
	}
	for _, ref := range p.All("w:footerReference") {
		out += " foot=" + shows(ref)
	}
	if start := p.Find("w:pgNumType"); start != nil {
		out += " start=" + start.Attrs["w:start"]
	}
	if p.Find("w:titlePg") != nil {
		out += " titlePg"
	}
	return out
}
