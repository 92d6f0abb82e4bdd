package mend

import (
	"bytes"
	"errors"
	"strings"
)

// node is an element, or a piece of the file between tags: text, a comment, an instruction. Nodes that nobody
// touches are written as they were read, byte for byte.
type node struct {
	name  string // as written, with its prefix; empty for a piece between tags
	open  []byte // the start tag, or the piece itself
	close []byte // the end tag; nil for an element without one: <w:br/>
	kids  []*node
	start int // where the start tag stood in the file
}

// Limits of what is read: real documents have tens of thousands of elements, nested less than a hundred deep.
const (
	maxElements = 4_000_000
	maxDepth    = 2_000
)

var (
	errTooDeep   = errors.New("XML lồng nhau quá sâu")
	errTooMany   = errors.New("XML có quá nhiều phần tử")
	errDoctype   = errors.New("XML có khai báo DOCTYPE")
	errNotSound  = errors.New("XML không hợp lệ")
	errNotClosed = errors.New("XML bị cắt giữa chừng")
)

// parse reads XML that a program accepted before. It is no validator: it only has to find every tag where
// that program found it, and errs where it is not sure.
func parse(src []byte) (*node, error) {
	root := &node{}
	stack := []*node{root}
	elements := 0
	for at := 0; at < len(src); {
		top := stack[len(stack)-1]
		if src[at] != '<' {
			end := len(src)
			if i := bytes.IndexByte(src[at:], '<'); i >= 0 {
				end = at + i
			}
			top.kids = append(top.kids, &node{open: src[at:end]})
			at = end
			continue
		}
		end, err := tagEnd(src, at)
		if err != nil {
			return nil, err
		}
		tag := src[at:end]
		at = end
		switch {
		case tag[1] == '?' || tag[1] == '!':
			top.kids = append(top.kids, &node{open: tag})
		case tag[1] == '/':
			name := strings.TrimSpace(string(tag[2 : len(tag)-1]))
			if len(stack) == 1 || top.name != name {
				return nil, errNotSound
			}
			top.close = tag
			stack = stack[:len(stack)-1]
		default:
			if elements++; elements > maxElements {
				return nil, errTooMany
			}
			n := &node{name: tagName(tag), open: tag, start: end - len(tag)}
			if n.name == "" {
				return nil, errNotSound
			}
			top.kids = append(top.kids, n)
			if tag[len(tag)-2] != '/' {
				if stack = append(stack, n); len(stack) > maxDepth {
					return nil, errTooDeep
				}
			}
		}
	}
	if len(stack) != 1 {
		return nil, errNotClosed
	}
	return root, nil
}

// tagEnd gives the offset behind the tag, comment, CDATA section or instruction that begins at a «<».
func tagEnd(src []byte, at int) (int, error) {
	rest := src[at:]
	for _, special := range [][2]string{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}} {
		if bytes.HasPrefix(rest, []byte(special[0])) {
			if i := bytes.Index(rest[len(special[0]):], []byte(special[1])); i >= 0 {
				return at + len(special[0]) + i + len(special[1]), nil
			}
			return 0, errNotClosed
		}
	}
	if bytes.HasPrefix(rest, []byte("<!")) {
		return 0, errDoctype
	}
	quote := byte(0)
	for i := 1; i < len(rest); i++ {
		switch c := rest[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '<':
			return 0, errNotSound
		case c == '>':
			if i < 2 {
				return 0, errNotSound
			}
			return at + i + 1, nil
		}
	}
	return 0, errNotClosed
}

func tagName(tag []byte) string {
	name := tag[1:]
	if i := bytes.IndexAny(name, " \t\r\n/>"); i >= 0 {
		name = name[:i]
	}
	return string(name)
}

// write gives the tree back, as it was read but for what was changed.
func (n *node) write(out *bytes.Buffer) {
	out.Write(n.open)
	for _, kid := range n.kids {
		kid.write(out)
	}
	out.Write(n.close)
}

// child is the first element of a name among the children, or nil.
func (n *node) child(name string) *node {
	if n == nil {
		return nil
	}
	for _, kid := range n.kids {
		if kid.name == name {
			return kid
		}
	}
	return nil
}

// add puts a new empty element among the children of n: before the first of those whose names come later in
// order, else at the end. Elements that order does not know stay in front.
func (n *node) add(name string, order []string) *node {
	kid := &node{name: name, open: []byte("<" + name + "/>")}
	later := false
	after := map[string]bool{}
	for _, o := range order {
		if later {
			after[o] = true
		}
		later = later || o == name
	}
	at := len(n.kids)
	for i, k := range n.kids {
		if after[k.name] {
			at = i
			break
		}
	}
	n.hold()
	n.kids = append(n.kids[:at:at], append([]*node{kid}, n.kids[at:]...)...)
	return kid
}

// hold gives an element without an end tag one, so that it can have children.
func (n *node) hold() {
	if n.close == nil && n.name != "" {
		n.open = join(bytes.TrimRight(n.open[:len(n.open)-2], " \t\r\n"), ">", nil)
		n.close = []byte("</" + n.name + ">")
	}
}

// remove takes the first child of a name away.
func (n *node) remove(name string) {
	for i, kid := range n.kids {
		if kid.name == name {
			n.kids = append(n.kids[:i:i], n.kids[i+1:]...)
			return
		}
	}
}

// attribute finds the value of an attribute in a start tag: the offsets of what stands between its quotes, and of
// the blank before its name.
func (n *node) attribute(name string) (blank, from, to int, ok bool) {
	tag := n.open
	for i := 1 + len(n.name); i < len(tag); {
		begin := i
		for i < len(tag) && strings.IndexByte(" \t\r\n", tag[i]) >= 0 {
			i++
		}
		start := i
		for i < len(tag) && strings.IndexByte(" \t\r\n=/>", tag[i]) < 0 {
			i++
		}
		key := string(tag[start:i])
		for i < len(tag) && strings.IndexByte(" \t\r\n=", tag[i]) >= 0 {
			i++
		}
		if key == "" || i >= len(tag) || tag[i] != '"' && tag[i] != '\'' {
			return 0, 0, 0, false
		}
		end := bytes.IndexByte(tag[i+1:], tag[i])
		if end < 0 {
			return 0, 0, 0, false
		}
		if key == name {
			return begin, i + 1, i + 1 + end, true
		}
		i += end + 2
	}
	return 0, 0, 0, false
}

func (n *node) attr(name string) string {
	if n == nil {
		return ""
	}
	_, from, to, ok := n.attribute(name)
	if !ok {
		return ""
	}
	return string(n.open[from:to])
}

// set gives an attribute a value, which holds no mark that would have to be escaped.
func (n *node) set(name, value string) {
	_, from, to, ok := n.attribute(name)
	if ok {
		n.open = join(n.open[:from], value, n.open[to:])
		return
	}
	end := len(n.open) - 1
	if n.close == nil {
		end--
	}
	for end > 0 && strings.IndexByte(" \t\r\n", n.open[end-1]) >= 0 {
		end--
	}
	n.open = join(n.open[:end], " "+name+`="`+value+`"`, n.open[end:])
}

// drop takes an attribute away.
func (n *node) drop(name string) {
	if blank, _, to, ok := n.attribute(name); ok {
		n.open = join(n.open[:blank], "", n.open[to+1:])
	}
}

func join(before []byte, middle string, after []byte) []byte {
	out := make([]byte, 0, len(before)+len(middle)+len(after))
	return append(append(append(out, before...), middle...), after...)
}

// walk calls f for every element below n, in the order of their start tags, until it returns false for one: then
// what is below that one is left out.
func (n *node) walk(f func(*node) bool) {
	for _, kid := range n.kids {
		if kid.name != "" && f(kid) {
			kid.walk(f)
		}
	}
}
