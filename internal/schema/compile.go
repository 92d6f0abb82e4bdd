package schema

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"vanban/internal/data"
	"vanban/internal/diag"
)

// baseURL is where the library believes the files to be: a place of no scheme it could fetch from.
const baseURL = "vanban:///"

// rootURL is the template's own schema there.
const rootURL = baseURL + "mau"

// noLoader keeps the library from reading files: all that may be referred to was handed over.
type noLoader struct{}

func (noLoader) Load(url string) (any, error) {
	return nil, fmt.Errorf("%s was not handed over", url)
}

// compile hands the files to the library. The library's own faults come back as findings.
func (s *set) compile() (*jsonschema.Schema, diag.List) {
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.UseLoader(noLoader{})
	c.AssertFormat()
	for _, f := range formats {
		c.RegisterFormat(&jsonschema.Format{Name: f.name, Validate: f.check})
	}
	add := func(url string, node *data.Node) {
		if err := c.AddResource(url, plain(node)); err != nil {
			panic(fmt.Sprintf("schema: handing over %s: %v", url, err))
		}
	}
	add(rootURL, s.root)
	for _, file := range slices.Sorted(maps.Keys(s.shared)) {
		add(baseURL+file, s.shared[file])
	}
	compiled, err := c.Compile(rootURL)
	if err != nil {
		return nil, s.explain(err)
	}
	return compiled, nil
}

// explain tells the library's fault in our words, at the place it speaks of.
func (s *set) explain(err error) diag.List {
	var found diag.List
	var invalid *jsonschema.SchemaValidationError
	var detail *jsonschema.ValidationError
	if !errors.As(err, &invalid) || !errors.As(invalid.Err, &detail) {
		found.Add(diag.Diagnostic{ID: IDInvalid, Severity: diag.Error, Pos: s.root.Pos,
			Message: "lược đồ của mẫu không dùng được", Hints: []string{"xem lại «$schema» và các «$ref»"}})
		return found
	}
	root := s.root
	if url, _, _ := strings.Cut(invalid.URL, "#"); url != rootURL {
		root = s.shared[strings.TrimPrefix(url, baseURL)]
	}
	r := &reporter{doc: root, id: IDInvalid}
	r.collect(detail)
	return r.found
}

// plain gives a tree as the values that encoding/json makes, which the library works on.
func plain(n *data.Node) any {
	switch n.Kind {
	case data.Text:
		return plainText(n.Text, n.Tag)
	case data.List:
		out := make([]any, len(n.Items))
		for i, item := range n.Items {
			out[i] = plain(item)
		}
		return out
	case data.Map:
		out := make(map[string]any, len(n.Fields))
		for _, f := range n.Fields {
			out[f.Key] = plain(f.Value)
		}
		return out
	}
	return nil
}

// maxNumber bounds the numbers that are reckoned with. Longer ones, and powers of ten, which could ask for
// more figures than there is memory, stay text: no document counts so far.
const maxNumber = 40

// plainText gives a scalar as what it looks like.
func plainText(text string, tag data.Tag) any {
	switch tag {
	case data.TagBool:
		return strings.EqualFold(text, "true")
	case data.TagInteger, data.TagNumber:
		if len(text) <= maxNumber && !strings.ContainsAny(text, "eE") {
			return json.Number(text)
		}
	}
	return text
}
