package arch

import (
	"go/ast"
	"go/token"
	"path"
	"strings"
	"testing"
)

// maxLines is how long a file may be.
const maxLines = 500

func TestFilesAreShort(t *testing.T) {
	for _, f := range load(t).files {
		if f.lines > maxLines {
			t.Errorf("%s has %d lines, more than %d", f.path, f.lines, maxLines)
		}
	}
}

// readOnly are the package-level variables that are tables: filled where they are declared, never after.
func readOnly() map[string]bool {
	return map[string]bool{
		"explain.files":       true, // go:embed
		"templates.Files":     true, // go:embed
		"markup.divisionLine": true,
		"markup.headingLine":  true,
		"markup.articleLine":  true,
		"markup.clauseLine":   true,
		"markup.bareClause":   true,
		"markup.pointLine":    true,
		"markup.itemLine":     true,
		"markup.letterLine":   true,
		"markup.partInWords":  true,
		"markup.slashClause":  true,
		"markup.slashPoint":   true,
		"markup.levels":       true,
		"pdf.faceKeys":        true,
		"schema.formats":      true,
		"schema.keywords":     true,
		"skeleton.forms":      true,
		"standard.styleKeys":  true,
		"tmpl.headKeys":       true,
		"tmpl.translations":   true,
		"viet.alphabet":       true,
		"viet.dLookAlikes":    true,
		"viet.figureWords":    true,
		"viet.lookAlikes":     true,
		"viet.romanParts":     true,
		"viet.initials":       true,
		"viet.rhymes":         true,
		"viet.tcvn3Marks":     true,
		"viet.tcvn3Table":     true,
		"viet.vniPairs":       true,
		"viet.vniSingle":      true,
		"viet.toneMarks":      true,
	}
}

// TestNoState: a package-level variable is a regular expression, an error that is a value, a type, or a
// table that nothing writes to.
func TestNoState(t *testing.T) {
	c := load(t)
	tables := readOnly()
	seen := map[string]bool{}
	for _, f := range c.own(t) {
		for _, v := range variables(f) {
			for i, id := range v.Names {
				name := path.Base(f.pkg) + "." + id.Name
				if tables[name] {
					seen[name] = true
				} else if id.Name != "_" && !(i < len(v.Values) && constantCall(v.Values[i])) {
					t.Errorf("%s: %s is a package-level variable", c.at(id), name)
				}
				for _, w := range writes(c, f.pkg, id.Name, v) {
					t.Errorf("%s: writes to the package-level variable %s", w, name)
				}
			}
		}
	}
	for name := range tables {
		if !seen[name] {
			t.Errorf("the list of tables names %s, which is no variable", name)
		}
	}
}

func variables(f source) []*ast.ValueSpec {
	var out []*ast.ValueSpec
	for _, d := range f.syntax.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.VAR {
			for _, s := range g.Specs {
				out = append(out, s.(*ast.ValueSpec))
			}
		}
	}
	return out
}

// constantCall tells calls whose result is a value that nobody can change.
func constantCall(e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	fun := call.Fun
	if index, ok := fun.(*ast.IndexExpr); ok {
		fun = index.X
	}
	s, ok := fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	x, ok := s.X.(*ast.Ident)
	if !ok {
		return false
	}
	switch x.Name + "." + s.Sel.Name {
	case "regexp.MustCompile", "errors.New", "reflect.TypeFor":
		return true
	}
	return false
}

// writes finds assignments to a package-level variable, or to what it holds, in its own package.
func writes(c *code, pkg, name string, spec *ast.ValueSpec) []string {
	var out []string
	check := func(at ast.Node, target ast.Expr) {
		if id := base(target); id != nil && id.Name == name && (id.Obj == nil || id.Obj.Decl == spec) {
			out = append(out, c.at(at))
		}
	}
	for _, f := range c.files {
		if f.pkg != pkg || strings.HasSuffix(f.syntax.Name.Name, "_test") {
			continue
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, target := range n.Lhs {
					if n.Tok != token.DEFINE {
						check(n, target)
					}
				}
			case *ast.IncDecStmt:
				check(n, n.X)
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					check(n, n.X)
				}
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.Ident); ok && (f.Name == "delete" || f.Name == "clear" || f.Name == "copy") {
					check(n, n.Args[0])
				}
			}
			return true
		})
	}
	return out
}

// base is the variable that an expression begins with: x in x[i].f.
func base(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.IndexExpr:
			e = x.X
		case *ast.SelectorExpr:
			e = x.X
		case *ast.SliceExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		default:
			return nil
		}
	}
}
