package tmpl_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/tmpl"
)

// show writes findings one a line: place, id, message; then notes and hints.
func show(list diag.List) string {
	var b strings.Builder
	for _, d := range list {
		fmt.Fprintf(&b, "%s %s %s\n", d.Pos, d.ID, d.Message)
		for _, n := range d.Notes {
			fmt.Fprintf(&b, "  xem %s %s\n", n.Pos, n.Message)
		}
		for _, h := range d.Hints {
			fmt.Fprintf(&b, "  gợi ý %s\n", h)
		}
	}
	return b.String()
}

var functions = []tmpl.Function{
	{Name: "and", Min: 1, Max: -1}, {Name: "eq", Min: 2, Max: -1}, {Name: "ngay", Min: 1, Max: 1},
	{Name: "hoa", Min: 1, Max: 1}, {Name: "loi", Min: 1, Max: -1, Silent: true}, {Name: "list", Max: -1},
}

// common is a shared schema as chung.schema.yaml is one.
const common = `
properties:
  so: {type: string, title: Số}
  trich_yeu: {type: string, title: Trích yếu}
  ky:
    type: array
    items: {type: object, properties: {ho_ten: {type: string}}}
`

func env(t testing.TB, files map[string]string) tmpl.Env {
	t.Helper()
	node, list := data.Parse("chung.schema.yaml", []byte(common))
	if list.HasErrors() {
		t.Fatal(show(list))
	}
	return tmpl.Env{
		Functions: functions,
		Shared:    map[string]*data.Node{"chung.schema.yaml": node},
		Common:    "chung.schema.yaml",
		Types:     []string{"thu", "to-trinh"},
		Layouts:   []string{"thu"},
		Include: func(name string) (string, []byte, bool) {
			src, ok := files[name+".tmpl"]
			return name + ".tmpl", []byte(src), ok
		},
	}
}

// TestFaults runs the cases of testdata: each is a template (mau.tmpl), perhaps others that it includes, and
// the findings expected (want).
func TestFaults(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			files := map[string]string{}
			for _, f := range archive.Files {
				files[f.Name] = string(f.Data)
			}
			_, list := tmpl.Parse("mau.tmpl", []byte(files["mau.tmpl"]), env(t, files))
			if os.Getenv("UPDATE") != "" {
				for i := range archive.Files {
					if archive.Files[i].Name == "want" {
						archive.Files[i].Data = []byte(show(list))
					}
				}
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(files["want"], show(list)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// head is a head without faults; the body begins at line 7.
const head = "---\nten: Thử\nloai: thu\nbo_cuc: thu\nschema: {additionalProperties: true}\n---\n"

// TestVanish shows what is left of a body when lines of control actions vanish: text and action, in order.
func TestVanish(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"control line", "a\n  {{ if .x }}  \nb\n{{ end }}\nc\n", "a\n|b\n|c\n"},
		{"several on a line", "{{ if .x }}{{ with .y }}\nb\n{{ end }} {{ end }}\n", "b\n"},
		{"comment and assignment", "{{/* ghi chú */}}\n{{ $x := .y }}\nb{{ $x }}\n", "b|\n"},
		{"a silent call", "{{ loi .x \"sai\" }}\nb\n", "b\n"},
		{"over several lines", "a\n{{ if\n  .x\n}}\nb\n{{ end }}\n", "a\n|b\n"},
		{"text beside", "a {{ if .x }}\nb{{ end }}\n", "a |\nb|\n"},
		{"value alone stays", "{{ .x }}\nb\n", "\nb\n"},
		{"template call stays", "{{ define \"k\" }}\nd\n{{ end }}\n{{ template \"k\" }}\nb\n", "\nb\n"},
		{"trim markers keep their rules", "a\n{{- if .x }}\nb\n{{ end }}\n", "a|\nb\n"},
		{"last line without line feed", "a\n{{ if .x }}\nb\n{{ end }}", "a\n|b\n"},
		{"blank lines stay", "a\n\n{{ if .x }}\n\n{{ end }}\n", "a\n\n|\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tm, list := tmpl.Parse("mau.tmpl", []byte(head+c.body), env(t, nil))
			if list.HasErrors() {
				t.Fatal(show(list))
			}
			got := strings.Join(texts(tm.Trees()[0].Root.Root), "|")
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestHead(t *testing.T) {
	src := strings.Replace(head, "schema:", "mo_ta: Mẫu thử\nmau: \"1.4\"\nchung: [so, ky]\nbat_buoc: [so]\nschema:", 1)
	src = strings.Replace(src, "{additionalProperties: true}", "{properties: {muc: {type: string}}, required: [muc]}", 1)
	tm, list := tmpl.Parse("mau.tmpl", []byte(src+"{{ .so }}\n"), env(t, nil))
	if len(list) > 0 {
		t.Fatal(show(list))
	}
	h := tm.Head
	if h.Name != "Thử" || h.Type(nil) != "thu" || h.Layout != "thu" || h.Form != "1.4" || h.Description != "Mẫu thử" {
		t.Errorf("head %+v", h)
	}
	var keys []string
	for _, p := range tm.Schema.Properties() {
		key := p.Key
		if p.Required {
			key += "*"
		}
		keys = append(keys, key)
	}
	if diff := cmp.Diff([]string{"so*", "ky", "muc*"}, keys); diff != "" {
		t.Error(diff)
	}
	doc, _ := data.Parse("d.yaml", []byte("so: \"5\"\nmuc: a\nla: b\n"))
	if got := tm.Schema.Validate(doc); len(got) != 1 || got[0].Pos.Line != 3 {
		t.Errorf("an undeclared key should be the one fault, got %s", show(got))
	}
}

// TestDecomposed checks that a template typed with separate marks is the template typed with letters.
func TestDecomposed(t *testing.T) {
	body := "{{ define \"mục\" }}{{ end }}{{ template \"mu\u0323c\" }}"
	if _, list := tmpl.Parse("mau.tmpl", []byte(head+body), env(t, nil)); len(list) > 0 {
		t.Error(show(list))
	}
}

// TestWindowsFile checks that a file saved by a Windows editor reads the same.
func TestWindowsFile(t *testing.T) {
	src := "\uFEFF" + strings.ReplaceAll(head+"a\n{{ if .x }}\nb\n{{ end }}\n", "\n", "\r\n")
	tm, list := tmpl.Parse("mau.tmpl", []byte(src), env(t, nil))
	if len(list) > 0 {
		t.Fatal(show(list))
	}
	if got := strings.Join(texts(tm.Trees()[0].Root.Root), "|"); got != "a\n|b\n" {
		t.Errorf("got %q", got)
	}
}

func TestLimits(t *testing.T) {
	for _, c := range []struct{ name, body string }{
		{"blocks", strings.Repeat("{{if .x}}", 200) + strings.Repeat("{{end}}", 200)},
		{"else", "{{if .x}}" + strings.Repeat("{{else if .x}}", 200) + "{{end}}"},
		{"brackets", "{{ hoa " + strings.Repeat("(", 200) + ".x" + strings.Repeat(")", 200) + " }}"},
		{"size", strings.Repeat("chữ ", 1<<18)},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, list := tmpl.Parse("mau.tmpl", []byte(head+c.body), env(t, nil))
			if len(list) == 0 || list[0].ID != tmpl.IDLimit {
				t.Errorf("want %s, got %s", tmpl.IDLimit, show(list))
			}
		})
	}
}

// TestNoEnglish breaks a sound template at every byte: nothing may panic, and no finding may hold the
// parser's English.
func TestNoEnglish(t *testing.T) {
	body := "{{ range $i, $m := .ds }}\n{{ if eq $m.ten \"a\" }}{{ hoa (ngay .n) | hoa }}{{ else }}x{{ end }}\n{{ end }}{{/* c */}}{{ template \"k\" . }}{{ define \"k\" }}y{{ end }}\n"
	for i := range len(body) {
		for _, broken := range []string{body[:i] + body[i+1:], body[:i] + "}}" + body[i:], body[:i] + "(" + body[i:], body[:i] + "\"" + body[i:]} {
			_, list := tmpl.Parse("mau.tmpl", []byte(head+broken), env(t, nil))
			for _, d := range list {
				for _, english := range []string{"unexpected", "template:", "missing", "bad ", "undefined", "unclosed", "expected", "command", "pipeline"} {
					if strings.Contains(d.Message, english) {
						t.Fatalf("%s\n%s", broken, show(list))
					}
				}
				if d.Pos.Line < 7 {
					t.Fatalf("finding in the head: %s\n%s", broken, show(list))
				}
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(head + "{{ range .x }}{{ . }}{{ end }}"))
	f.Add([]byte(head + "{{ if }}{{ define \"a\" }}}} {{ `x"))
	f.Add([]byte("---\nten: [\n---\n{{/* x"))
	f.Fuzz(func(t *testing.T, src []byte) {
		tm, list := tmpl.Parse("mau.tmpl", src, env(t, nil))
		if (tm == nil) != list.HasErrors() {
			t.Errorf("template %v with findings %s", tm, show(list))
		}
	})
}
