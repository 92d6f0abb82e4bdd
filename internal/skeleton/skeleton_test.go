package skeleton

import (
	"regexp"
	"strings"
	"testing"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/font"
	"vanban/internal/standard"
	"vanban/templates"
)

// built are the built-in templates, and what is needed to make documents of them.
type built struct {
	library  *build.Library
	standard *standard.Standard
	builder  *build.Builder
}

func builtIn(t *testing.T) built {
	t.Helper()
	b := built{library: build.NewLibrary(&data.Sources{}, build.Layer{Files: templates.Files})}
	var found diag.List
	var err error
	if b.standard, found, err = b.library.Standard("nd30"); b.standard == nil {
		t.Fatal(err, found)
	}
	fonts, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	b.builder = &build.Builder{Fonts: fonts}
	return b
}

// each runs f for the form of every template.
func (b built) each(t *testing.T, f func(t *testing.T, form Form)) {
	t.Helper()
	entries, err := b.library.Templates(b.standard)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) < 6 {
		t.Fatalf("%d templates, there are more", len(entries))
	}
	for _, e := range entries {
		tm, found, err := b.library.Template(b.standard, e.Name, diag.Pos{})
		if tm == nil {
			t.Fatal(err, found)
		}
		t.Run(e.Name, func(t *testing.T) { f(t, Form{e.Name, tm.Head.Name, tm.Head.Description, tm.Schema}) })
	}
}

// document makes the document of a data file, and gives its text; no finding but a remark is let pass.
func (b built) document(t *testing.T, name string, src []byte, template string) string {
	t.Helper()
	root, found, err := b.library.Read(name, src, b.standard, template)
	if err != nil || root == nil || found.HasErrors() {
		t.Fatal(err, found)
	}
	jobs, more, err := b.library.Jobs(root, b.standard, "van-ban", template)
	found = append(found, more...)
	if err != nil || found.HasErrors() || len(jobs) != 1 {
		t.Fatal(err, found, len(jobs))
	}
	docx, pdf, more := b.builder.Render(jobs[0], true, true)
	found = append(found, more...)
	for _, d := range found {
		if d.Severity > diag.Info {
			t.Error(d)
		}
	}
	if len(docx) == 0 || len(pdf) == 0 {
		t.Fatal("nothing was made")
	}
	stages, _ := b.builder.Compose(jobs[0])
	return stages.Text.Text
}

func TestSkeletonRenders(t *testing.T) {
	b := builtIn(t)
	b.each(t, func(t *testing.T, form Form) {
		b.document(t, form.Name+".yaml", form.YAML(), "")
	})
}

// TestEveryKey brings every key that is a comment to life: the file is right then, too, and holds all keys.
func TestEveryKey(t *testing.T) {
	builtIn(t).each(t, func(t *testing.T, form Form) {
		src := alive(string(form.YAML()))
		root, found := data.Parse(form.Name+".yaml", []byte(src))
		if root == nil {
			t.Fatalf("%v\n%s", found, src)
		}
		found = append(found, form.Schema.Validate(root)...)
		for _, d := range found {
			if d.Severity > diag.Info {
				t.Errorf("%v\n%s", d, src)
			}
		}
		last := -1
		for _, p := range form.Schema.Properties() {
			i := -1
			for k, f := range root.Fields {
				if f.Key == p.Key {
					i = k
				}
			}
			if i != last+1 {
				t.Errorf("key %s is number %d of the file, want %d", p.Key, i, last+1)
			}
			last = i
		}
	})
}

var (
	deadKey  = regexp.MustCompile(`^( *)# ([a-z0-9_]+:( .*)?)$`)
	deadMore = regexp.MustCompile(`^( *)# (  .*)$`)
)

// alive takes «# » from the keys that are comments, and from the lines below that are part of them, until none
// is left.
func alive(src string) string {
	for {
		var out []string
		changed, within, margin := false, false, ""
		for _, line := range strings.Split(src, "\n") {
			if m := deadKey.FindStringSubmatch(line); m != nil {
				changed, within, margin = true, true, m[1]
				out = append(out, m[1]+m[2])
				continue
			}
			if m := deadMore.FindStringSubmatch(line); m != nil && within && m[1] == margin {
				out = append(out, m[1]+m[2])
				continue
			}
			within = false
			out = append(out, line)
		}
		src = strings.Join(out, "\n")
		if !changed {
			return src
		}
	}
}
