package importer

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"

	"vanban/internal/data"
)

// YAML writes the documents as a data file: one document as it is, several as a dossier (van_ban).
func YAML(documents []*Document) []byte {
	var root *data.Node
	if len(documents) == 1 {
		root = documents[0].Data
	} else {
		items := &data.Node{Kind: data.List}
		for _, d := range documents {
			items.Items = append(items.Items, d.Data)
		}
		root = &data.Node{Kind: data.Map, Fields: []data.Field{{Key: "van_ban", Value: items}}}
	}
	out, err := yaml.Dump(node(root), yaml.WithIndent(2), yaml.WithLineWidth(-1))
	if err != nil {
		panic(fmt.Errorf("importer: %w", err)) // a tree of our own making
	}
	return out
}

// node gives a value as YAML writes it: texts of several lines behind «|», lists of short texts as they are.
func node(n *data.Node) *yaml.Node {
	switch n.Kind {
	case data.Map:
		out := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
		for _, f := range n.Fields {
			out.Content = append(out.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: f.Key}, node(f.Value))
		}
		return out
	case data.List:
		out := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
		for _, item := range n.Items {
			out.Content = append(out.Content, node(item))
		}
		return out
	}
	out := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: n.Text}
	switch {
	case strings.Contains(n.Text, "\n"):
		out.Style = yaml.LiteralStyle
		out.Value += "\n"
	case data.Look(n.Text) == data.TagInteger:
		out.Tag = "!!int"
	}
	return out
}
