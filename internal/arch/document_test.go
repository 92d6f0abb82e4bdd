package arch

import (
	"go/ast"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"vanban/internal/diag/explain"
)

// TestFolderTable: every row is there, every entry at the root and every folder of templates has a row.
func TestFolderTable(t *testing.T) {
	c := load(t)
	var rows []string
	for _, row := range table(t, c, "Folders") {
		rows = append(rows, names(row[0])...)
	}
	for _, name := range rows {
		info, err := os.Stat(filepath.Join(c.root, filepath.FromSlash(name)))
		if err != nil {
			t.Errorf("the folder table names %s, which is not there", name)
		} else if info.IsDir() != strings.HasSuffix(name, "/") {
			t.Errorf("the folder table: %s: a folder ends in a slash, a file does not", name)
		}
	}
	ignored, err := os.ReadFile(filepath.Join(c.root, ".gitignore"))
	if err != nil {
		t.Fatal(err)
	}
	skip := append(strings.Fields(string(ignored)), "/.git/", "/.git")
	for _, dir := range []string{"", "templates/"} {
		entries, err := os.ReadDir(filepath.Join(c.root, filepath.FromSlash(dir)))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			name := dir + e.Name()
			if e.IsDir() {
				name += "/"
			} else if dir != "" {
				continue // a file of templates/ goes with its folder
			}
			if slices.Contains(skip, "/"+name) {
				continue
			}
			if !slices.ContainsFunc(rows, func(row string) bool { return strings.HasPrefix(row, name) }) {
				t.Errorf("%s is not in the folder table", name)
			}
		}
	}
}

// TestGlossary: every code name of the glossary is declared.
func TestGlossary(t *testing.T) {
	c := load(t)
	declared := map[string]bool{}
	for _, f := range c.own(t) {
		declare(f, declared)
	}
	for _, row := range table(t, c, "Glossary") {
		for _, name := range names(row[2]) {
			if !declared[name] {
				t.Errorf("the glossary calls «%s» %s, which the code does not declare", row[0], name)
			}
		}
	}
}

// declare notes what a file declares: pkg.Name, pkg.Type.Method and pkg.Type.Field.
func declare(f source, into map[string]bool) {
	pkg := path.Base(f.pkg)
	for _, d := range f.syntax.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			name := d.Name.Name
			if d.Recv != nil {
				if id := base(d.Recv.List[0].Type); id != nil {
					name = id.Name + "." + name
				}
			}
			into[pkg+"."+name] = true
		case *ast.GenDecl:
			for _, s := range d.Specs {
				switch s := s.(type) {
				case *ast.ValueSpec:
					for _, id := range s.Names {
						into[pkg+"."+id.Name] = true
					}
				case *ast.TypeSpec:
					into[pkg+"."+s.Name.Name] = true
					if st, ok := s.Type.(*ast.StructType); ok {
						for _, field := range st.Fields.List {
							for _, id := range field.Names {
								into[pkg+"."+s.Name.Name+"."+id.Name] = true
							}
						}
					}
				}
			}
		}
	}
}

// TestFindingsAreExplained: every id of an ids.go is explained and every explanation has an id; no two
// constants share an id, and no finding is made with an id that is no constant.
func TestFindingsAreExplained(t *testing.T) {
	c := load(t)
	where := map[string]string{}
	for _, f := range c.own(t) {
		if path.Base(f.path) == "ids.go" {
			for at, id := range constants(t, c, f) {
				if other, twice := where[id]; twice {
					t.Errorf("%s: the id %s is taken by %s", at, id, other)
				}
				where[id] = at
			}
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			if kv, ok := n.(*ast.KeyValueExpr); ok {
				key, isName := kv.Key.(*ast.Ident)
				value, isLiteral := kv.Value.(*ast.BasicLit)
				if isName && isLiteral && key.Name == "ID" && value.Kind == token.STRING {
					t.Errorf("%s: the id %s is no constant of an ids.go", c.at(n), value.Value)
				}
			}
			return true
		})
	}
	entries, err := explain.All()
	if err != nil {
		t.Fatal(err)
	}
	explained := map[string]bool{}
	for _, e := range entries {
		if explained[e.ID] {
			t.Errorf("%s is explained twice", e.ID)
		}
		explained[e.ID] = true
		if e.Title == "" || e.Why == "" || e.Example == "" || e.Cure == "" {
			t.Errorf("the explanation of %s has gaps", e.ID)
		}
		if where[e.ID] == "" {
			t.Errorf("%s is explained, but no ids.go holds it", e.ID)
		}
	}
	for id, at := range where {
		if !explained[id] {
			t.Errorf("%s: %s is not explained in internal/diag/explain", at, id)
		}
	}
}

// constants gives the values of a file's text constants, by file and line.
func constants(t *testing.T, c *code, f source) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, d := range f.syntax.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST {
			continue
		}
		for _, s := range g.Specs {
			for _, v := range s.(*ast.ValueSpec).Values {
				if lit, ok := v.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					text, err := strconv.Unquote(lit.Value)
					if err != nil {
						t.Fatal(err)
					}
					out[c.at(lit)] = text
				}
			}
		}
	}
	return out
}
