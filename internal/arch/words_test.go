package arch

import (
	"go/ast"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"vanban/internal/data"
)

// literal is a string of the program itself, with its file and line.
type literal struct {
	at, pkg, text string
	node          ast.Node
}

func literals(t *testing.T, c *code) []literal {
	t.Helper()
	var out []literal
	for _, f := range c.own(t) {
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.CompositeLit: // examples of template functions are their tests, never printed
				if id, ok := n.Type.(*ast.Ident); ok && id.Name == "Example" {
					return false
				}
			case *ast.BasicLit:
				if n.Kind != token.STRING {
					return true
				}
				text, err := strconv.Unquote(n.Value)
				if err != nil {
					t.Fatal(err)
				}
				out = append(out, literal{c.at(n), f.pkg, text, n})
			}
			return true
		})
	}
	return out
}

// standards reads every built-in standard, by id.
func standards(t *testing.T, c *code) map[string]*data.Node {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(c.root, "templates", "*", "standard.yaml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no standards found: %v", err)
	}
	out := map[string]*data.Node{}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		root, findings := data.Parse(name, src)
		if findings.HasErrors() {
			t.Fatal(findings)
		}
		out[filepath.Base(filepath.Dir(name))] = root
	}
	return out
}

// printed are the keys of a standard behind which printed words stand.
func printed() []string {
	return []string{"chu", "ten", "ten_goi", "nhan", "nhan_so", "nhan_dieu", "mau", "nhu_dieu", "nhu_tren", "luu", "viet_tat"}
}

// words gives the printed words of a standard that are telling: more than five letters, a capital among
// them, the places of values cut out.
func words(n *data.Node, into map[string]bool) {
	place := regexp.MustCompile(`\{[a-z_]+\}`)
	for _, f := range n.Fields {
		if f.Value.Kind == data.Text && slices.Contains(printed(), f.Key) {
			for _, piece := range place.Split(f.Value.Text, -1) {
				piece = strings.TrimFunc(piece, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
				if utf8.RuneCountInString(piece) > 5 && strings.ContainsFunc(piece, unicode.IsUpper) {
					into[piece] = true
				}
			}
		}
		words(f.Value, into)
	}
	for _, item := range n.Items {
		words(item, into)
	}
}

func TestNoWordOfAStandardInGo(t *testing.T) {
	c := load(t)
	found := map[string]bool{}
	for _, root := range standards(t, c) {
		words(root, found)
	}
	if len(found) < 50 {
		t.Fatalf("only %d words found in the standards: has their form changed?", len(found))
	}
	telling := slices.Sorted(maps.Keys(found))
	for _, l := range literals(t, c) {
		for _, word := range telling {
			if strings.Contains(l.text, word) {
				t.Errorf("%s: «%s» is a word of a standard", l.at, word)
			}
		}
	}
}

// short are the abbreviations that standards print: of types («KH») and of signing authorities («TM»), by their
// letters.
func short(t *testing.T, c *code) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	for _, root := range standards(t, c) {
		for _, f := range root.Field("loai").Fields {
			if code := f.Value.Field("viet_tat"); code != nil {
				out[code.Text] = true
			}
		}
		for _, f := range root.Field("ky_thay").Fields {
			out[f.Key] = true
		}
	}
	delete(out, "Q") // a letter of many words
	return out
}

func TestNoAbbreviationOfAStandardInGo(t *testing.T) {
	c := load(t)
	abbreviations := short(t, c)
	if len(abbreviations) < 30 {
		t.Fatalf("only %d abbreviations found in the standards: has their form changed?", len(abbreviations))
	}
	word := regexp.MustCompile(`[\pL\pN]+`)
	for _, l := range literals(t, c) {
		if strings.Contains(l.at, "/ids.go:") { // «CV-SUBJECT»
			continue
		}
		for _, w := range word.FindAllString(l.text, -1) {
			if abbreviations[w] {
				t.Errorf("%s: «%s» is an abbreviation of a standard (in %q)", l.at, w, l.text)
			}
		}
	}
}

// ids are the names of types, layouts and standards.
func ids(t *testing.T, c *code) map[string]string {
	t.Helper()
	out := map[string]string{}
	for id, root := range standards(t, c) {
		out[id] = "a standard"
		for _, f := range root.Field("loai").Fields {
			out[f.Key] = "a type"
		}
		for _, f := range root.Field("bo_cuc").Fields {
			out[f.Key] = "a layout"
		}
	}
	files, err := filepath.Glob(filepath.Join(c.root, "templates", "*", "*.tmpl"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(src), "\nschema:") { // one without is no type, only shared passages
			out[strings.TrimSuffix(filepath.Base(name), ".tmpl")] = "a type"
		}
	}
	return out
}

// TestNoIDOfATypeOrStandardInGo: the one place is the standard that cli takes where none is named.
func TestNoIDOfATypeOrStandardInGo(t *testing.T) {
	c := load(t)
	known := ids(t, c)
	userFile := regexp.MustCompile(`[\pL\pN_-]+(\.schema)?\.(yaml|json|xlsx|docx|pdf|golden)`) // in examples of the command line, and accepted forms
	word := regexp.MustCompile(`[\pL\pN_-]+`)
	allowed := defaultStandard(c)
	if allowed == nil {
		t.Error("internal/cli has no constant defaultStandard any more: this test must learn where the default is")
	}
	for _, l := range literals(t, c) {
		if l.node == allowed {
			continue
		}
		for _, w := range word.FindAllString(userFile.ReplaceAllString(l.text, ""), -1) {
			if what, ok := known[w]; ok {
				t.Errorf("%s: «%s» is the id of %s (in %q)", l.at, w, what, l.text)
			}
		}
	}
}

func defaultStandard(c *code) ast.Node {
	for _, f := range c.files {
		if f.pkg != "internal/cli" || f.test {
			continue
		}
		for _, d := range f.syntax.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.CONST {
				continue
			}
			for _, s := range g.Specs {
				if v := s.(*ast.ValueSpec); v.Names[0].Name == "defaultStandard" {
					return v.Values[0]
				}
			}
		}
	}
	return nil
}
