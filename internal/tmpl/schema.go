package tmpl

import (
	"slices"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/schema"
)

// commonKeys gives the keys of the shared schema, in its order.
func commonKeys(env *Env) []string {
	var keys []string
	if props := env.Shared[env.Common].Field("properties"); props != nil {
		for _, f := range props.Fields {
			keys = append(keys, f.Key)
		}
	}
	return keys
}

// compileSchema makes the schema of a template's data: the common keys it takes and its own, which win
// over common ones of the same name. Keys that neither declares are refused, unless the template's own
// schema speaks of additionalProperties itself.
func compileSchema(file string, h *Head, env *Env) (*schema.Schema, diag.List) {
	pos := diag.Pos{File: file, Line: 1, Col: 1}
	if h.schema != nil {
		pos = h.schema.Pos
	}
	own := h.schema.Field("properties")
	props := &data.Node{Kind: data.Map, Pos: pos}
	take := h.Common
	if take == nil {
		take = commonKeys(env)
	}
	for _, key := range take {
		if own.Field(key) == nil {
			ref := textNode(pos, env.Common+"#/properties/"+key)
			props.Fields = append(props.Fields, keyed(key, pos, mapNode(pos, keyed("$ref", pos, ref))))
		}
	}
	required := &data.Node{Kind: data.List, Pos: pos}
	if len(h.Types) > 1 {
		props.Fields = append(props.Fields, keyed(TypeKey, pos, typeChoice(h.Types, env.Common, pos)))
		required.Items = append(required.Items, textNode(pos, TypeKey))
	}
	if own != nil && own.Kind == data.Map {
		props.Fields = append(props.Fields, own.Fields...)
	}
	for _, key := range h.Required {
		if own.Field(key) == nil && !slices.Contains(take, key) {
			continue // told when the head was read
		}
		required.Items = append(required.Items, textNode(pos, key))
	}
	whole := mapNode(pos, keyed("type", pos, textNode(pos, "object")))
	if h.schema != nil {
		whole.Fields = nil
		for _, f := range h.schema.Fields {
			switch f.Key {
			case "properties":
			case "required":
				required.Items = append(required.Items, f.Value.Items...)
			default:
				whole.Fields = append(whole.Fields, f)
			}
		}
		if h.schema.Field("type") == nil {
			whole.Fields = append(whole.Fields, keyed("type", pos, textNode(pos, "object")))
		}
	}
	whole.Fields = append(whole.Fields, keyed("properties", pos, props))
	if len(required.Items) > 0 {
		whole.Fields = append(whole.Fields, keyed("required", pos, required))
	}
	if h.schema.Field("additionalProperties") == nil {
		no := textNode(pos, "false")
		no.Tag = data.TagBool
		whole.Fields = append(whole.Fields, keyed("additionalProperties", pos, no))
	}
	return schema.Compile(file, whole, env.Shared)
}

// typeChoice is the schema of the key that chooses among the types of a template: the one of the shared schema,
// narrowed to those types.
func typeChoice(types []string, common string, pos diag.Pos) *data.Node {
	choices := &data.Node{Kind: data.List, Pos: pos}
	for _, key := range types {
		choices.Items = append(choices.Items, textNode(pos, key))
	}
	return mapNode(pos, keyed("$ref", pos, textNode(pos, common+"#/$defs/"+TypeKey)), keyed("enum", pos, choices))
}

func textNode(pos diag.Pos, text string) *data.Node {
	return &data.Node{Kind: data.Text, Pos: pos, Text: text}
}

func mapNode(pos diag.Pos, fields ...data.Field) *data.Node {
	return &data.Node{Kind: data.Map, Pos: pos, Fields: fields}
}

func keyed(key string, pos diag.Pos, value *data.Node) data.Field {
	return data.Field{Key: key, KeyPos: pos, Value: value}
}
