package merge_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/merge"
	"vanban/internal/tmpl"
)

// parse makes a template of a schema (YAML, in braces, "" for any) and a body.
func parse(t testing.TB, schema, body string) *tmpl.Template {
	t.Helper()
	tm, list := tmpl.Parse("thu.tmpl", source(schema, body), env())
	if list.HasErrors() {
		t.Fatalf("template:\n%s%s", body, show(list))
	}
	return tm
}

func source(schema, body string) []byte {
	if schema == "" {
		schema = "{additionalProperties: true}"
	}
	return []byte("---\nten: Thử\nloai: thu\nbo_cuc: thu\nschema: " + schema + "\n# hết\n---\n" + body)
}

func env() tmpl.Env { return tmpl.Env{Functions: merge.Signatures()} }

func parseData(t testing.TB, src string) *data.Node {
	t.Helper()
	node, list := data.Parse("du-lieu.yaml", []byte(src))
	if list.HasErrors() {
		t.Fatalf("data: %s", show(list))
	}
	return node
}

// plain escapes nothing.
func plain() merge.Escaper {
	return merge.Escaper{Inline: func(s string) string { return s }, LineStart: func(string) bool { return false }}
}

var structure = regexp.MustCompile(`^\s*(\d+\. |- |\+ |Điều \d+\.|[a-zđ]\) |\||:::)`)

// toy escapes for a small markup like the real one.
func toy() merge.Escaper {
	r := strings.NewReplacer(`\`, `\\`, `**`, `\*\*`, `|`, `\|`)
	return merge.Escaper{Inline: r.Replace, LineStart: structure.MatchString}
}

// show writes findings one a line: place, id, message; then field, notes and hints.
func show(list diag.List) string {
	var b strings.Builder
	for _, d := range list {
		fmt.Fprintf(&b, "\n%s %s %s", d.Pos, d.ID, d.Message)
		if d.Field != "" {
			fmt.Fprintf(&b, " | trường %s", d.Field)
		}
		for _, n := range d.Notes {
			fmt.Fprintf(&b, " | xem %s %s", n.Pos, n.Message)
		}
		for _, h := range d.Hints {
			fmt.Fprintf(&b, " | gợi ý %s", h)
		}
	}
	return strings.TrimPrefix(b.String(), "\n")
}

func run(t testing.TB, schema, body, yaml string, opt merge.Options) (string, string) {
	t.Helper()
	m, list := merge.Run(parse(t, schema, body), parseData(t, yaml), toy(), opt)
	if m == nil {
		return "", show(list)
	}
	return m.Text, show(list)
}
