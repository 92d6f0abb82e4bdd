// Package arch holds the rules about the code, as tests, and compares ARCHITECTURE.md with the tree.
//
// Start from [load], which parses every Go file of the module once, and [table], which reads a table of
// ARCHITECTURE.md by its heading. Each test is one rule and reports every breach of it with file and line:
//
//   - imports_test.go: imports go down the package table; what surrounds a program is seen in cli alone;
//     the writers see neither document nor data; every foreign module is in the table of dependencies;
//   - words_test.go: no printed word of a standard, no type's id and no standard's id stands in Go;
//   - state_test.go: no package-level variable that can change; no file over 500 lines;
//   - document_test.go: folders and glossary agree with the tree, findings with their explanations.
//
// What holds: the tables are the rules, so a rule is loosened there, in sight, and not here. A breach is
// never excused by a list of known ones.
//
// Known gaps: a variable filled by a method of its own, or a word of a standard put together from pieces,
// is not seen.
package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// module is the prefix of our own import paths.
const module = "vanban/"

// source is one Go file.
type source struct {
	path   string // from the root of the module, with slashes
	pkg    string // its folder, which is its import path without the module
	test   bool   // a _test.go file
	lines  int
	syntax *ast.File
}

// code is every Go file of the module, by path.
type code struct {
	root  string
	set   *token.FileSet
	files []source
}

// load parses the module that this test stands in.
func load(t *testing.T) *code {
	t.Helper()
	c := &code{root: filepath.Join("..", ".."), set: token.NewFileSet()}
	for _, folder := range []string{"cmd", "internal", "templates"} {
		err := filepath.WalkDir(filepath.Join(c.root, folder), func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(name) != ".go" {
				return err
			}
			return c.add(name)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return c
}

func (c *code) add(name string) error {
	src, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	rel, err := filepath.Rel(c.root, name)
	if err != nil {
		return err
	}
	rel = filepath.ToSlash(rel)
	syntax, err := parser.ParseFile(c.set, rel, src, parser.ParseComments)
	if err != nil {
		return err
	}
	c.files = append(c.files, source{path: rel, pkg: path.Dir(rel), test: strings.HasSuffix(rel, "_test.go"),
		lines: strings.Count(string(src), "\n"), syntax: syntax})
	return nil
}

// at gives the file and line of a node.
func (c *code) at(n ast.Node) string {
	p := c.set.Position(n.Pos())
	return p.Filename + ":" + strconv.Itoa(p.Line)
}

// own gives the files of the program itself: no tests, no packages that serve tests alone.
func (c *code) own(t *testing.T) []source {
	t.Helper()
	levels := levels(t, c)
	var out []source
	for _, f := range c.files {
		if !f.test && levels[f.pkg] != testsOnly {
			out = append(out, f)
		}
	}
	return out
}

// importPath is what an import names.
func importPath(spec *ast.ImportSpec) string {
	name, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		panic(err) // the parser has read it
	}
	return name
}

// table gives the rows of the first table under the heading of ARCHITECTURE.md, without its header, each
// as its trimmed cells.
func table(t *testing.T, c *code, heading string) [][]string {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(c.root, "ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, after, found := strings.Cut(string(src), "\n## "+heading+"\n")
	if !found {
		t.Fatalf("ARCHITECTURE.md has no part «%s»", heading)
	}
	var rows [][]string
	for line := range strings.Lines(after) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "## ") || !strings.HasPrefix(line, "|") && len(rows) > 0 {
			break
		}
		if strings.HasPrefix(line, "|") {
			rows = append(rows, cells(line))
		}
	}
	if len(rows) < 3 {
		t.Fatalf("the part «%s» of ARCHITECTURE.md has no table", heading)
	}
	return rows[2:]
}

func cells(line string) []string {
	parts := strings.Split(strings.Trim(line, "|"), "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// names are the texts between backticks.
func names(cell string) []string {
	var out []string
	for i, part := range strings.Split(cell, "`") {
		if i%2 == 1 {
			out = append(out, part)
		}
	}
	return out
}
