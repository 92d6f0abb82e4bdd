package arch

import (
	"go/ast"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// testsOnly is the level «–» of the package table: a package that only tests use.
const testsOnly = -1

// levels reads the package table: the level of each folder with Go files.
func levels(t *testing.T, c *code) map[string]int {
	t.Helper()
	out := map[string]int{}
	for _, row := range table(t, c, "Packages") {
		level, err := strconv.Atoi(row[0])
		if row[0] == "–" {
			level, err = testsOnly, nil
		}
		if err != nil {
			t.Fatalf("package table: «%s» is no level", row[0])
		}
		for _, name := range names(row[1]) {
			out[folder(c, name)] = level
		}
	}
	return out
}

// folder is where a package of the table lies: its name is short for one under internal.
func folder(c *code, name string) string {
	if _, err := os.Stat(filepath.Join(c.root, filepath.FromSlash(name))); err == nil {
		return name
	}
	return "internal/" + name
}

func TestPackageTableIsComplete(t *testing.T) {
	c := load(t)
	levels := levels(t, c)
	here := map[string]bool{}
	for _, f := range c.files {
		if _, ok := levels[f.pkg]; !ok && !here[f.pkg] {
			t.Errorf("%s is not in the package table", f.pkg)
		}
		here[f.pkg] = true
	}
	for pkg := range levels {
		if !here[pkg] {
			t.Errorf("the package table names %s, which holds no Go file", pkg)
		}
	}
}

func TestImportsGoDown(t *testing.T) {
	c := load(t)
	levels := levels(t, c)
	for _, f := range c.own(t) {
		for _, spec := range f.syntax.Imports {
			pkg, ours := strings.CutPrefix(importPath(spec), module)
			if !ours {
				continue
			}
			if levels[pkg] == testsOnly {
				t.Errorf("%s: %s is for tests only", c.at(spec), pkg)
			} else if levels[pkg] >= levels[f.pkg] {
				t.Errorf("%s: %s (level %d) imports %s (level %d)", c.at(spec), f.pkg, levels[f.pkg], pkg, levels[pkg])
			}
		}
	}
}

// TestWritersAreBlind: what docx and pdf write comes from the sheet alone, however far down one looks.
func TestWritersAreBlind(t *testing.T) {
	c := load(t)
	imports := map[string][]string{}
	for _, f := range c.own(t) {
		for _, spec := range f.syntax.Imports {
			if pkg, ours := strings.CutPrefix(importPath(spec), module); ours {
				imports[f.pkg] = append(imports[f.pkg], pkg)
			}
		}
	}
	for _, writer := range []string{"internal/docx", "internal/pdf"} {
		seen := map[string]bool{}
		var visit func(string)
		visit = func(pkg string) {
			if seen[pkg] {
				return
			}
			seen[pkg] = true
			for _, p := range imports[pkg] {
				visit(p)
			}
		}
		visit(writer)
		for _, pkg := range []string{"internal/doc", "internal/data", "internal/merge"} {
			if seen[pkg] {
				t.Errorf("%s comes to see %s", writer, pkg)
			}
		}
	}
}

// TestSurroundings: files, clock, chance, network and foreign code are out of reach but for cli (and main,
// which hands over the exit code).
func TestSurroundings(t *testing.T) {
	c := load(t)
	nowhere := []string{"C", "unsafe", "net", "log", "plugin"}
	cliAlone := []string{"os", "io/ioutil", "math/rand", "crypto/rand", "syscall", "path/filepath"}
	for _, f := range c.own(t) {
		inCLI := f.pkg == "internal/cli" || f.pkg == "cmd/vanban"
		for _, spec := range f.syntax.Imports {
			name := importPath(spec)
			if under(name, nowhere) || !inCLI && under(name, cliAlone) {
				t.Errorf("%s: %s must not import %s", c.at(spec), f.pkg, name)
			}
		}
		if inCLI {
			continue
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" && x.Obj == nil &&
					slices.Contains([]string{"Now", "Since", "Until", "Local", "LoadLocation"}, s.Sel.Name) {
					t.Errorf("%s: %s must not use time.%s", c.at(n), f.pkg, s.Sel.Name)
				}
			}
			return true
		})
	}
}

func under(name string, roots []string) bool {
	return slices.ContainsFunc(roots, func(root string) bool { return name == root || strings.HasPrefix(name, root+"/") })
}

// TestDependenciesHaveReasons compares what the code imports with the table of dependencies, both ways.
func TestDependenciesHaveReasons(t *testing.T) {
	c := load(t)
	used := map[string]bool{}
	for _, row := range table(t, c, "Dependencies") {
		for _, name := range names(row[1]) {
			used[name] = false
		}
	}
	for _, f := range c.files {
		for _, spec := range f.syntax.Imports {
			name := importPath(spec)
			host, _, _ := strings.Cut(name, "/")
			if !strings.Contains(host, ".") {
				continue
			}
			known := false
			for m := range used {
				if under(name, []string{m}) {
					used[m], known = true, true
				}
			}
			if !known {
				t.Errorf("%s: %s is not in the table of dependencies", c.at(spec), name)
			}
		}
	}
	for m, ok := range used {
		if !ok {
			t.Errorf("the table of dependencies names %s, which nothing imports", m)
		}
	}
}
