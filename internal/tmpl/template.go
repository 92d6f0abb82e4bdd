package tmpl

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"text/template/parse"
	"unicode/utf8"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/schema"
	"vanban/internal/viet"
)

// maxFile bounds a template file, in bytes. The largest of ours is under 20 kB.
const maxFile = 1 << 20

// Template is a template file that has been read and checked.
type Template struct {
	Head   Head
	Schema *schema.Schema // of the data it takes, common keys included

	trees []Tree
	sum   data.Sum

	prepare  sync.Once
	prepared any
}

// Tree is the parse tree of the body or of one {{define}}.
type Tree struct {
	Name   string // of the definition; the file name for the body
	Root   *parse.Tree
	Source *Source // offsets in the tree are offsets into this text
}

// Trees gives the body first, then the definitions by name, those of included templates among them.
// The trees are shared: copy them before changing anything.
func (t *Template) Trees() []Tree { return t.trees }

// Hash is of all that the template is made from: its own text, the texts it includes, and the shared schemas.
func (t *Template) Hash() data.Sum { return t.sum }

// Prepared keeps what a later stage derives from the template: build runs at the first call only, however
// many documents are made. It may be called from several goroutines.
func (t *Template) Prepared(build func() any) any {
	t.prepare.Do(func() { t.prepared = build() })
	return t.prepared
}

// Parse reads a template file. name is the file name that positions carry. The template is nil if there
// is any error among the findings, and the findings are all that could be found.
func Parse(name string, src []byte, env Env) (*Template, diag.List) {
	p := &parser{env: &env, names: env.functionNames(), defined: map[string]diag.Pos{}}
	source, list := load(name, src)
	if source == nil {
		return nil, list
	}
	f := &faults{src: source, list: list}
	headText, body := splitHead(source, f)
	t := &Template{}
	p.template = t
	if headText != "" {
		var more diag.List
		t.Head, more = readHead(name, headText, &env)
		f.list = append(f.list, more...)
		t.Schema, more = compileSchema(name, &t.Head, &env)
		f.list = append(f.list, more...)
	}
	p.includes(f)
	p.scan(source, body, f)
	for i, part := range p.parts {
		p.check(part, i < len(p.parts)-1)
	}
	p.assemble()
	list = nil
	for _, part := range p.parts {
		list = append(list, part.faults.list...)
	}
	list = list.Sorted()
	if list.HasErrors() {
		return nil, list
	}
	t.sum = p.hash()
	return t, list
}

// Line reads a text that has no head, such as a pattern for the names of files, for data of a schema. Where is the
// name that positions carry.
func Line(where, text string, s *schema.Schema, env Env) (*Template, diag.List) {
	p := &parser{env: &env, names: env.functionNames(), defined: map[string]diag.Pos{}}
	source, list := load(where, []byte(text))
	if source == nil {
		return nil, list
	}
	p.template = &Template{Schema: s}
	p.scan(source, 0, &faults{src: source, list: list})
	p.check(p.parts[0], false)
	p.assemble()
	list = p.parts[0].faults.list.Sorted()
	if list.HasErrors() {
		return nil, list
	}
	return p.template, list
}

// hash goes over the texts as they are read, in NFC and with one kind of line end: a checkout on Windows gives
// the same.
func (p *parser) hash() data.Sum {
	h := sha256.New()
	for _, part := range p.parts {
		fmt.Fprintf(h, "%d\n%s", len(part.src.text), part.src.text)
	}
	for _, name := range slices.Sorted(maps.Keys(p.env.Shared)) {
		sum := data.Hash(p.env.Shared[name])
		fmt.Fprintf(h, "%s\n%s", name, sum[:])
	}
	return data.Sum(h.Sum(nil))
}

// load turns the bytes of a file into a Source: valid UTF-8 in NFC, lines ended by a line feed.
func load(name string, src []byte) (*Source, diag.List) {
	var list diag.List
	fault := func(id string, pos diag.Pos, message string, hints ...string) {
		list.Add(diag.Diagnostic{ID: id, Severity: diag.Error, Pos: pos, Message: message, Hints: hints})
	}
	if len(src) > maxFile {
		fault(IDLimit, diag.Pos{File: name}, fmt.Sprintf("tệp mẫu lớn hơn %d KB", maxFile>>10))
		return nil, list
	}
	src = bytes.TrimPrefix(src, []byte("\uFEFF"))
	text := strings.ReplaceAll(string(src), "\r\n", "\n")
	s := newSource(name, text)
	if !utf8.ValidString(text) {
		at := 0
		for at < len(text) {
			r, size := utf8.DecodeRuneInString(text[at:])
			if r == utf8.RuneError && size == 1 {
				break
			}
			at += size
		}
		fault(IDEncoding, s.Pos(at), "tệp mẫu không phải bảng mã UTF-8", "lưu lại tệp ở bảng mã UTF-8")
		return nil, list
	}
	for i, r := range text {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f {
			fault(IDEncoding, s.Pos(i), fmt.Sprintf("ký tự điều khiển U+%04X không dùng được trong mẫu", r), "xóa ký tự đó")
		}
	}
	if len(list) > 0 {
		return nil, list
	}
	return newSource(name, viet.NFC(text)), nil
}

// parser holds what the reading of one template and its includes shares.
type parser struct {
	env      *Env
	names    []string // of functions
	template *Template
	defined  map[string]diag.Pos // named templates of all parts, and where they are defined
	parts    []*part             // the included files, then the template itself
}

// part is one file's body, read.
type part struct {
	src     *Source
	faults  *faults
	body    int
	actions []action
	checker *checker
}

// includes reads the templates whose definitions may be called.
func (p *parser) includes(f *faults) {
	for i, name := range p.template.Head.Includes {
		var file string
		var text []byte
		ok := false
		if p.env.Include != nil {
			file, text, ok = p.env.Include(name)
		}
		if !ok {
			f.list.Add(diag.Diagnostic{ID: IDInclude, Severity: diag.Error, Pos: p.template.Head.includePos[i],
				Message: fmt.Sprintf("không có mẫu «%s» để kèm", name),
				Hints:   []string{"ghi tên tệp không có .tmpl, của một mẫu cùng thư mục hoặc có sẵn"}})
			continue
		}
		source, list := load(file, text)
		if source == nil {
			f.list = append(f.list, list...)
			continue
		}
		inc := &faults{src: source, list: list}
		_, body := splitHead(source, inc)
		p.scan(source, body, inc)
	}
}

// scan adds the body of one file to the parts, and what it defines to the names that may be called.
func (p *parser) scan(src *Source, body int, f *faults) {
	part := &part{src: src, faults: f, body: body, actions: scan(src, body, f)}
	part.checker = &checker{src: src, faults: f, env: p.env, names: p.names, defined: p.defined}
	for i := range part.actions {
		part.checker.define(&part.actions[i])
	}
	p.parts = append(p.parts, part)
}

// check reports the faults of one part that show without parsing it as a whole.
func (p *parser) check(part *part, included bool) {
	c := part.checker
	c.included = included
	if p.template.Schema != nil && !included {
		for _, prop := range p.template.Schema.Properties() {
			c.rootKeys = append(c.rootKeys, prop.Key)
		}
	}
	c.check(part.actions)
	checkSyntax(part.src, part.actions, part.faults)
	for i := range part.actions {
		c.unsound = c.unsound || part.actions[i].broken && part.actions[i].structural()
	}
}

// assemble parses the bodies as wholes and checks what needs the whole: calls and fields. Actions with a
// fault are left out, unless they are openers or ends: then nothing more can be said.
func (p *parser) assemble() {
	t := p.template
	main := p.parts[len(p.parts)-1]
	var defs []Tree
	for _, part := range p.parts {
		if part.checker.unsound {
			return
		}
		set, err := part.parse(p.env)
		if err != nil {
			message, hints := translate(err)
			part.faults.list.Add(diag.Diagnostic{ID: IDSyntax, Severity: diag.Error,
				Pos: diag.Pos{File: part.src.name}, Message: message, Hints: hints})
			return
		}
		for _, name := range slices.Sorted(maps.Keys(set)) {
			part.checker.checkCalls(set[name].Root)
			tree := Tree{Name: name, Root: set[name], Source: part.src}
			if name != part.src.name {
				defs = append(defs, tree)
			} else if part == main {
				t.trees = []Tree{tree}
			}
		}
	}
	slices.SortStableFunc(defs, func(a, b Tree) int { return cmp.Compare(a.Name, b.Name) })
	t.trees = append(t.trees, defs...)
	if t.Schema != nil {
		checkFields(t, main.faults)
	}
}

// parse parses the body without the actions that have a fault, keeping offsets.
func (p *part) parse(env *Env) (map[string]*parse.Tree, error) {
	text := []byte(vanish(p.src.text, p.body, p.actions, env.silent))
	for _, a := range p.actions {
		if a.broken {
			for i := a.start; i < a.end; i++ {
				text[i] = Vanished
			}
		}
	}
	set := map[string]*parse.Tree{}
	tree := parse.New(p.src.name)
	tree.Mode = parse.SkipFuncCheck
	_, err := tree.Parse(string(text), "", "", set)
	return set, err
}
