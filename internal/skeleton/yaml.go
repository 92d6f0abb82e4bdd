package skeleton

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"vanban/internal/data"
	"vanban/internal/schema"
)

// width is how many characters a line of comment has at most.
const width = 108

// YAML gives the commented skeleton of a form: a data file that renders as it is.
func (f Form) YAML() []byte {
	var b strings.Builder
	for _, l := range f.head() {
		b.WriteString(l + "\n")
	}
	for _, e := range f.fields(f.Schema, f.example(), maxDead) {
		b.WriteString("\n" + strings.Join(e.all(), "\n") + "\n")
	}
	return []byte(b.String())
}

// head tells the editor where the schema is, and the person what to do with the file.
func (f Form) head() []string {
	title := f.Title
	if f.Description != "" {
		title += ": " + f.Description
	}
	out := []string{fmt.Sprintf("# yaml-language-server: $schema=%s.schema.json", f.Name)}
	out = append(out, wrap(title)...)
	out = append(out, fmt.Sprintf("# In văn bản: vanban render %s.yaml", f.Name),
		fmt.Sprintf("# Gợi ý khi gõ (VS Code): vanban schema %s > %s.schema.json", f.Name, f.Name))
	out = append(out, wrap("Các giá trị dưới đây là ví dụ, thay bằng nội dung của mình. Dòng mở đầu bằng dấu # là ghi chú, không in ra; "+
		"muốn dùng khóa trong ghi chú thì xóa dấu # và một dấu cách ở đầu dòng.")...)
	return out
}

// entry is one key as lines of the file.
type entry struct {
	comment []string // above the key
	lines   []string // the key and its value
	off     bool     // the key is a comment, for the person to bring to life
}

func (e entry) all() []string { return append(e.comment[:len(e.comment):len(e.comment)], e.lines...) }

// maxDead bounds how many keys that are comments lie within one another: schemas may refer to themselves.
const maxDead = 2

// silent is the depth at which nothing is explained: of a list, all items but the first.
const silent = -1

// fields writes the keys of an object, in the order of the schema. Those the example has not are comments, so
// many deep as dead says; in silence they are left out.
func (f Form) fields(s *schema.Schema, node *data.Node, dead int) []entry {
	var out []entry
	for _, p := range s.Properties() {
		v, inner := node.Field(p.Key), dead
		e := entry{off: v == nil}
		if e.off {
			if dead <= 0 {
				continue
			}
			v, inner = f.value(p.Schema, nil, maxDepth), dead-1
		}
		if dead != silent {
			e.comment = f.comment(p, v)
		}
		e.lines = f.entry(p, v, inner)
		if e.off {
			for i, l := range e.lines {
				e.lines[i] = "# " + l
			}
		}
		out = append(out, e)
	}
	return out
}

// joined gives the lines of entries one below the other.
func joined(entries []entry) []string {
	var out []string
	for _, e := range entries {
		out = append(out, e.all()...)
	}
	return out
}

// comment explains one key.
func (f Form) comment(p schema.Property, shown *data.Node) []string {
	line := p.Schema.Title()
	if line == "" {
		line = p.Key
	}
	if p.Required {
		line += " (bắt buộc)"
	}
	if d := p.Schema.Description(); d != "" {
		line += ": " + d
	}
	out := wrap(line)
	if r := rules(p.Schema); r != "" && shown.Kind == data.Text {
		out = append(out, wrap("  "+r)...)
	}
	for _, o := range f.others(p.Schema, shown) {
		out = append(out, wrap("  "+o)...)
	}
	return out
}

// wrap breaks a text into lines of comment. Leading blanks stand before each.
func wrap(text string) []string {
	words := strings.Fields(text)
	lead := "# " + text[:len(text)-len(strings.TrimLeft(text, " "))]
	var out []string
	line := lead
	for i, w := range words {
		if i > 0 && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(w) > width {
			out = append(out, line)
			line = lead + "  " + w
			continue
		}
		if i > 0 {
			line += " "
		}
		line += w
	}
	return append(out, line)
}

// entry writes one key with its value.
func (f Form) entry(p schema.Property, v *data.Node, dead int) []string {
	key := p.Key + ":"
	switch v.Kind {
	case data.Map:
		if len(v.Fields) == 0 {
			return []string{key + " {}"}
		}
		return append([]string{key}, indent(joined(f.fields(p.Schema.Branch(data.Map), v, dead)))...)
	case data.List:
		if len(v.Items) == 0 {
			return []string{key + " []"}
		}
		return append([]string{key}, indent(f.items(p.Schema.Branch(data.List), v, dead))...)
	case data.Text:
		if isBlock(v.Text) {
			return append([]string{key + " |"}, indent(strings.Split(strings.TrimRight(v.Text, "\n"), "\n"))...)
		}
		return []string{key + " " + plain(v, false)}
	}
	return []string{key}
}

// items writes the items of a list. Of objects the first alone is explained.
func (f Form) items(s *schema.Schema, v *data.Node, dead int) []string {
	var out []string
	for i, item := range v.Items {
		if i > 0 {
			dead = silent
		}
		switch {
		case item.Kind == data.Map && len(item.Fields) == 0:
			out = append(out, "- {}")
		case item.Kind == data.Map:
			branch := s.Items().Branch(data.Map)
			out = append(out, dashed(f.fields(branch, item, dead))...)
		case isBlock(item.Text):
			out = append(out, append([]string{"- |"}, indent(strings.Split(item.Text, "\n"))...)...)
		default:
			out = append(out, "- "+plain(item, false))
		}
	}
	return out
}

// dashed makes an item of a list: the dash stands before the first key that is no comment, and keys that are go
// below it, where they can be brought to life.
func dashed(entries []entry) []string {
	first := slices.IndexFunc(entries, func(e entry) bool { return !e.off })
	if first < 0 {
		panic("skeleton: an item of a list without any key")
	}
	head := entries[first]
	out := append(head.comment[:len(head.comment):len(head.comment)], "- "+head.lines[0])
	out = append(out, indent(head.lines[1:])...)
	return append(out, indent(joined(slices.Delete(slices.Clone(entries), first, first+1)))...)
}

func indent(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = "  " + l
		if l == "" {
			out[i] = ""
		}
	}
	return out
}
