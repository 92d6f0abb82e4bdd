package build_test

import (
	"slices"
	"strings"
	"testing"

	"vanban/internal/docx/docxtest"
	"vanban/internal/sheet"
	"vanban/internal/typeset"
)

// plainSpaces writes every run of blanks as one space.
func plainSpaces(s string) string { return strings.Join(strings.Fields(s), " ") }

// paragraphsOf are the texts of the paragraphs below an element, in order. A forced line break is a space.
func paragraphsOf(root *docxtest.Node) []string {
	var out []string
	for _, p := range root.All("w:p") {
		var b strings.Builder
		for _, r := range p.All("w:r") {
			for _, c := range r.Children {
				switch c.Name {
				case "w:t":
					b.WriteString(c.Text)
				case "w:br":
					b.WriteString(" ")
				}
			}
		}
		if s := plainSpaces(b.String()); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// lineTexts are the lines of a page without its number, which stands above the highest text area.
func lineTexts(p *typeset.Page, s *sheet.Sheet) []string {
	top := s.Sections[0].Page.Top
	for _, sec := range s.Sections {
		top = min(top, sec.Page.Top)
	}
	var out []string
	for _, l := range p.Lines {
		if l.Baseline < top {
			continue
		}
		if text := plainSpaces(lineText(l)); text != "" {
			out = append(out, text)
		}
	}
	return out
}

// lineText is a line as one text; between spans of a paragraph stand the blanks they hold themselves.
func lineText(l typeset.Line) string {
	var b strings.Builder
	for _, s := range l.Spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// headRows are the texts of the rows of each table that are repeated on the pages it goes on to.
func headRows(s *sheet.Sheet) []string {
	var out []string
	sheet.Walk(s, func(b sheet.Block) bool {
		table, ok := b.(*sheet.Table)
		if !ok {
			return true
		}
		var words []string
		for _, r := range table.Rows {
			for _, c := range r.Cells {
				if r.Header {
					words = append(words, blockTexts(c.Blocks)...)
				}
			}
		}
		if text := plainSpaces(strings.Join(words, " ")); text != "" {
			out = append(out, text)
		}
		return true
	})
	return out
}

func blockTexts(blocks []sheet.Block) []string {
	var out []string
	for _, b := range blocks {
		if p, ok := b.(*sheet.Paragraph); ok {
			var line strings.Builder
			for _, r := range p.Runs {
				if r.Break {
					line.WriteString(" ")
				}
				line.WriteString(r.Text)
			}
			out = append(out, plainSpaces(line.String()))
		}
	}
	return out
}

// withoutRepeats takes from the head of a page the header rows of a table that goes on there.
func withoutRepeats(lines, heads []string, rest string) []string {
	for _, head := range heads {
		for n := 1; n <= len(lines); n++ {
			joined := strings.Join(lines[:n], " ")
			if joined == head && !strings.HasPrefix(rest, head) {
				return lines[n:]
			}
			if len(joined) > len(head) {
				break
			}
		}
	}
	return lines
}

// withoutFoot takes the lines of a first page's foot from the end of a page: a DOCX holds them elsewhere.
func withoutFoot(lines []string, s *sheet.Sheet) []string {
	for _, sec := range s.Sections {
		foot := strings.Join(blockTexts(sec.FirstFoot), " ")
		for n := 1; foot != "" && n <= len(lines); n++ {
			if strings.Join(lines[len(lines)-n:], " ") == foot {
				return lines[:len(lines)-n]
			}
		}
	}
	return lines
}

// TestSameWords reads the text of the DOCX and that of the PDF's pages and demands the same words in the
// same order, the spaces between them too. Page numbers, repeated header rows and the foot of the first
// page are not in the text of the DOCX.
func TestSameWords(t *testing.T) {
	for _, m := range documents(t) {
		t.Run(m.Name, func(t *testing.T) {
			_, raw := docxtest.Unpack(t, m.DOCX)
			body := docxtest.Parse(t, "word/document.xml", raw["word/document.xml"])
			rest := strings.Join(paragraphsOf(body), " ")
			heads := headRows(m.Stages.Sheet)
			for i, p := range m.Stages.Pages.Pages {
				lines := withoutFoot(lineTexts(p, m.Stages.Sheet), m.Stages.Sheet)
				for _, line := range withoutRepeats(lines, heads, rest) {
					after, same := strings.CutPrefix(rest, line)
					if !same {
						t.Fatalf("page %d has %q where the DOCX goes on %q", i+1, line, rest[:min(len(rest), 2*len(line)+20)])
					}
					rest = strings.TrimPrefix(after, " ") // a line also ends inside a word, after a hyphen or a slash
				}
			}
			if rest != "" {
				t.Errorf("only in the DOCX: %q", rest)
			}
		})
	}
}

// TestFootOfFirstPage looks for the foot in the DOCX's own footers, where it is not part of the text.
func TestFootOfFirstPage(t *testing.T) {
	for _, m := range documents(t) {
		_, raw := docxtest.Unpack(t, m.DOCX)
		for _, sec := range m.Stages.Sheet.Sections {
			foot := blockTexts(sec.FirstFoot)
			found := len(foot) == 0
			for name := range raw {
				if strings.HasPrefix(name, "word/footer") {
					found = found || slices.Equal(paragraphsOf(docxtest.Parse(t, name, raw[name])), foot)
				}
			}
			if !found {
				t.Errorf("%s: no footer holds %q", m.Name, foot)
			}
		}
	}
}
