package build_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/golden"
	"vanban/internal/importer"
	"vanban/internal/sheet"
	"vanban/internal/viet"
	"vanban/internal/word"
)

// ownKeys are the keys that a document's text stands under in data that was written by hand, one after another;
// import writes the whole text under one. What they print is compared as the sheet has it.
func common() []string {
	return []string{"co_quan", "so", "ky_hieu", "dia_danh", "ngay", "trich_yeu", "kinh_gui", "tham_quyen", "can_cu", "do_khan", "luu_hanh",
		"ky", "noi_nhan", "luu", "nguoi_soan", "lien_he"}
}

// TestRoundTrip imports the Word file of every fixture: the common keys come back as they were, and the data makes
// the same document again, paragraph by paragraph, in the same styles, tables, sections and pages.
func TestRoundTrip(t *testing.T) {
	w := newWorkshop(t)
	for _, d := range documents(t) {
		t.Run(d.Name, func(t *testing.T) {
			read, findings := word.Read(d.Name+".docx", d.DOCX)
			if findings.HasErrors() {
				t.Fatal(findings)
			}
			back, findings, err := (&build.Builder{Fonts: w.fonts}).Import(w.library, build.Imported{Word: read, Fallback: d.Job.Standard.ID})
			if err != nil || len(back) != 1 {
				t.Fatal(err, len(back), w.print(t, findings))
			}
			for _, f := range findings {
				if f.Severity != diag.Info && !allowedBack(f) {
					t.Errorf("%s: %s %s", f.Pos, f.ID, f.Message)
				}
			}
			for _, key := range common() {
				if back[0].Data.Field(key) == nil && !printed(d, key) {
					continue
				}
				if diff := cmp.Diff(plainly(d.Job.Data.Field(key)), plainly(back[0].Data.Field(key))); diff != "" {
					t.Errorf("%s (-data +imported):\n%s", key, diff)
				}
			}
			root, more := data.Parse("a.yaml", importer.YAML(back))
			if more.HasErrors() {
				t.Fatal(w.print(t, more))
			}
			jobs, more, err := w.library.Jobs(root, d.Job.Standard, "a", "")
			if err != nil || len(jobs) != 1 {
				t.Fatal(err, w.print(t, more))
			}
			if diff := cmp.Diff(outline(w.stages(t, d.Job).Sheet), outline(w.stages(t, jobs[0]).Sheet)); diff != "" {
				t.Errorf("the sheet (-fixture +imported):\n%s", diff)
			}
		})
	}
}

// printed tells whether a document prints a key: minutes print no date (Mẫu 1.9), and a list of recipients is a
// table that its template makes.
func printed(d golden.Document, key string) bool {
	switch d.Job.Template.Head.Layout {
	case "bien-ban":
		return key != "ngay"
	case "danh-sach":
		return key != "noi_nhan" && key != "luu"
	}
	return true
}

// allowedBack are findings that a fixture provokes on its own way, too: numbers that do not follow, on purpose.
func allowedBack(f diag.Diagnostic) bool {
	return strings.HasPrefix(f.ID, "MARKUP-") || strings.HasPrefix(f.ID, "COMPOSE-")
}

// plainly is a value without what does not show on paper: one text is a list of one, capitals where the standard
// prints capitals, a map of one printed key is that key's text.
func plainly(n *data.Node) any {
	if n == nil {
		return nil
	}
	switch n.Kind {
	case data.Text:
		text := viet.Lower(strings.TrimRight(strings.Join(strings.Fields(n.Text), " "), ".;"))
		return strings.Replace(strings.TrimPrefix(strings.TrimPrefix(text, "0"), "- "), "t/m ", "tm. ", 1) // the Party prints TM. as T/M
	case data.List:
		var all []string
		for _, item := range n.Items {
			all = append(all, strings.TrimSpace(toText(plainly(item))))
		}
		return strings.Join(all, " ")
	}
	var all []string
	for _, key := range []string{"chu_quan", "ten", "quyen_han", "chuc_vu", "chuc_vu_khac", "ho_ten"} {
		if f := n.Field(key); f != nil {
			all = append(all, toText(plainly(f)))
		}
	}
	return strings.Join(all, " ")
}

func toText(v any) string {
	s, _ := v.(string)
	return s
}

// outline writes a sheet without its places: sections, paragraphs in the looks of their styles and runs, tables with
// the shares of their columns.
func outline(s *sheet.Sheet) []string {
	var out []string
	var blocks func(indent string, all []sheet.Block)
	blocks = func(indent string, all []sheet.Block) {
		for _, b := range all {
			switch b := b.(type) {
			case *sheet.Paragraph:
				st := *b.Style
				st.ID, st.Name, st.Outline = "", "", 0
				line := indent + fmt.Sprint(st) + ": "
				for _, r := range b.Runs {
					switch {
					case r.Blank > 0:
						line += "…"
					case r.Break && b.Rule == nil: // a line with a rule under it is broken by the standard
						line += "⏎"
					case r.Break:
						line += " "
					}
					look := ""
					if r.Font.Bold {
						look += "b"
					}
					if r.Font.Italic {
						look += "i"
					}
					if line != "" && strings.HasSuffix(line, "["+look+"]") || r.Text == "" {
						look = "-"
					}
					if b.Rule != nil {
						line += r.Text
						continue
					}
					line += "[" + look + "]" + r.Text
				}
				out = append(out, line)
			case *sheet.Table:
				out = append(out, indent+"bảng")
				for _, r := range b.Rows {
					out = append(out, indent+" hàng")
					for _, c := range r.Cells {
						out = append(out, indent+"  ô "+strings.Repeat("+", c.Span)+strings.Repeat("^", int(c.Merge))+c.Fill)
						blocks(indent+"   ", c.Blocks)
					}
				}
			}
		}
	}
	for _, sec := range s.Sections {
		out = append(out, "phần "+sec.Page.Width.String())
		blocks(" ", sec.Blocks)
		blocks(" chân: ", sec.FirstFoot)
	}
	return slices.Clip(out)
}
