package content

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/standard"
	"vanban/internal/viet"
)

// kinds are how passages are called in a file of cases.
func kinds() map[string]Kind {
	return map[string]Kind{"noi_dung": Paragraph, "o_bang": Cell, "co_quan": Issuer, "so": Number, "dia_danh": PlaceDate, "trich_yeu": Subject,
		"tham_quyen": Authority, "can_cu": Ground, "menh_lenh": Order, "kinh_gui": Addressee, "chuc_vu": Signatory, "ho_ten": Name,
		"noi_nhan": Recipient, "luu": File, "kem_theo": Note, "nhan_phu_luc": AppendixLabel, "tieu_de": AppendixTitle}
}

// testCase is one text of a file of cases.
type testCase struct {
	line int
	hit  bool // the rule must fire
	text *Text
	std  string
}

// readCases reads testdata/<ID>.txt: «sai» (the rule fires) or «đúng» (it does not), then the passages, a line
// each: «  can_cu: Căn cứ …». «= phu_luc», «= quy-che» and «= van_ban» begin an appendix, a document that is issued and
// another document. After
// the first word stand «lam» (made by vanban, not a Word file), «loai=», «ngay=» and «the_thuc=».
func readCases(t *testing.T, name string, std map[string]*standard.Standard) []testCase {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []testCase
	scan := bufio.NewScanner(f)
	for n := 1; scan.Scan(); n++ {
		line := scan.Text()
		switch {
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "sai") || strings.HasPrefix(line, "đúng"):
			out = append(out, newCase(t, n, strings.Fields(line)))
		case strings.HasPrefix(line, "= "):
			c := &out[len(out)-1]
			p := Part{Role: Enclosure, Type: line[2:]}
			switch line {
			case "= phu_luc":
				p = Part{Role: Appendix}
			case "= van_ban":
				p = Part{Of: len(c.text.Parts)}
			}
			c.text.Parts = append(c.text.Parts, p)
		default:
			c := &out[len(out)-1]
			kind, text, ok := strings.Cut(strings.TrimLeft(line, " "), ":")
			k, known := kinds()[kind]
			if !ok || !known {
				t.Fatalf("%s:%d: what is «%s»?", name, n, line)
			}
			p := Passage{Kind: k, Text: viet.NFC(strings.TrimPrefix(text, " ")), Pos: diag.Pos{File: filepath.Base(name), Line: n}}
			if k == Paragraph {
				p.construct()
			}
			part := &c.text.Parts[len(c.text.Parts)-1]
			part.Order = part.Order || k == Order
			part.Passages = append(part.Passages, p)
		}
	}
	for _, c := range out {
		for i := range c.text.Parts {
			p := &c.text.Parts[i]
			if p.Role == Main {
				p.head(std[c.std])
			} else if p.Date.Year == 0 {
				p.Date = c.text.Parts[0].Date
			}
		}
	}
	return out
}

func newCase(t *testing.T, line int, fields []string) testCase {
	c := testCase{line: line, hit: fields[0] == "sai", text: &Text{Parts: []Part{{}}}, std: "nd30"}
	for _, f := range fields[1:] {
		key, value, _ := strings.Cut(f, "=")
		switch key {
		case "lam":
			c.text.Made = true
		case "loai":
			c.text.Parts[0].Type = value
		case "ngay":
			d, err := viet.ParseDate(value)
			if err != nil {
				t.Fatal(err)
			}
			c.text.Parts[0].Date = d
		case "the_thuc":
			c.std = value
		default:
			t.Fatalf("line %d: what is «%s»?", line, f)
		}
	}
	return c
}

// load reads the built-in standards and their words.
func load(t testing.TB) (map[string]*standard.Standard, map[string]*Vocabulary) {
	t.Helper()
	standards, words := map[string]*standard.Standard{}, map[string]*Vocabulary{}
	read := func(name string) *data.Node {
		src, err := os.ReadFile(filepath.Join("..", "..", "templates", name))
		if err != nil {
			t.Fatal(err)
		}
		root, found := data.Parse(name, src)
		if found.HasErrors() {
			t.Fatal(found)
		}
		return root
	}
	for _, id := range []string{"nd30", "dang"} {
		s, found := standard.Parse(id, read(id+"/standard.yaml"))
		if found.HasErrors() {
			t.Fatal(found)
		}
		v, found := NewVocabulary(read(id + "/noi-dung.yaml"))
		if len(found) > 0 {
			t.Fatal(found)
		}
		standards[id], words[id] = s, v
	}
	return standards, words
}

// TestCases: each rule fires on what breaks it, and on nothing that comes close. No hit of one rule's cases is
// an error of another rule but where the file says so.
func TestCases(t *testing.T) {
	standards, words := load(t)
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		id := strings.TrimSuffix(filepath.Base(name), ".txt")
		t.Run(id, func(t *testing.T) {
			hits, misses := 0, 0
			for _, c := range readCases(t, name, standards) {
				found := Check(c.text, standards[c.std], words[c.std])
				fired := false
				for _, d := range found {
					fired = fired || d.ID == id
				}
				if c.hit {
					hits++
				} else {
					misses++
				}
				if fired != c.hit {
					t.Errorf("%s:%d: fires %v, not %v; all that was found: %s", name, c.line, fired, c.hit, told(found))
				} else if testing.Verbose() && fired {
					t.Logf("%s:%d: %s", name, c.line, told(found))
				}
			}
			if hits == 0 || misses <= hits {
				t.Errorf("%d hits and %d near-misses: there must be hits, and more near-misses", hits, misses)
			}
		})
	}
}

func told(list diag.List) string {
	var out []string
	for _, d := range list {
		out = append(out, d.ID+": "+d.Message+" | "+strings.Join(d.Hints, "; "))
	}
	return strings.Join(out, "\n\t")
}
