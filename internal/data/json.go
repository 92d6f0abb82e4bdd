package data

import (
	"strings"
	"unicode/utf8"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// jsonReader reads JSON (RFC 8259) in one pass. It is our own because encoding/json gives neither the place
// where a value begins nor an error in words an office understands, and mends half surrogates in silence.
type jsonReader struct {
	s         *source
	off       int // bytes of s.text read
	line      int
	lineStart int // offset of the line's first byte
	col       int // column at colOff, counted forward from there
	colOff    int
	total     int
	failed    bool // a syntax error was reported: nothing after it can be trusted
}

// parseJSON reads the text of s as one JSON value.
func parseJSON(s *source) *Node {
	r := &jsonReader{s: s, line: 1, col: 1}
	r.space()
	if r.off == len(s.text) {
		s.errorAt(IDEmpty, s.pos(1, 1, 0), nil, "tệp không có dữ liệu nào")
		return nil
	}
	root := r.value(1)
	r.space()
	if !r.failed && r.off < len(s.text) {
		cure := "bỏ phần thừa; nhiều văn bản thì đặt trong một danh sách [ … ]"
		if r.s.line {
			cure = "bỏ phần thừa; mỗi dòng một văn bản"
		}
		r.fail("thừa nội dung sau dấu đóng cuối cùng", cure)
	}
	if root != nil && !r.failed && root.Kind != Map && root.Kind != List {
		r.s.errorAt(IDSyntax, root.Pos, []string{"viết dữ liệu trong { … }"}, "%s phải gồm các mục «khóa: giá trị»", r.s.what())
		return nil
	}
	return root
}

// here gives the place of the next byte.
func (r *jsonReader) here(length int) diag.Pos {
	if r.colOff < r.lineStart {
		r.col, r.colOff = 1, r.lineStart
	}
	r.col += utf8.RuneCountInString(r.s.text[r.colOff:r.off])
	r.colOff = r.off
	return r.s.pos(r.line, r.col, length)
}

func (r *jsonReader) fail(message string, hints ...string) {
	if !r.failed {
		r.s.errorAt(IDSyntax, r.here(1), hints, "%s", message)
		r.failed = true
	}
}

func (r *jsonReader) peek() byte {
	if r.off < len(r.s.text) {
		return r.s.text[r.off]
	}
	return 0
}

func (r *jsonReader) space() {
	for r.off < len(r.s.text) {
		switch r.s.text[r.off] {
		case '\n':
			r.line++
			r.lineStart = r.off + 1
		case ' ', '\t':
		default:
			return
		}
		r.off++
	}
}

// value reads one value; nil after a failure.
func (r *jsonReader) value(depth int) *Node {
	pos := r.here(0)
	r.total++
	switch {
	case r.total > MaxNodes:
		r.s.errorAt(IDSize, pos, []string{"chia dữ liệu thành nhiều tệp"}, "tệp có quá nhiều mục: nhiều nhất là %d giá trị", MaxNodes)
		r.failed = true
		return nil
	case depth > MaxDepth:
		r.s.add(tooDeep(pos))
		r.failed = true
		return nil
	}
	switch c := r.peek(); {
	case c == '{':
		return r.object(pos, depth)
	case c == '[':
		return r.array(pos, depth)
	case c == '"':
		return r.text(pos)
	case c == '-' || c >= '0' && c <= '9':
		return r.number(pos)
	case c >= 'a' && c <= 'z':
		return r.word(pos)
	}
	r.missing()
	return nil
}

// missing reports that a value was due.
func (r *jsonReader) missing() {
	switch c := r.peek(); {
	case r.off >= len(r.s.text):
		r.fail(r.s.what()+" dừng giữa chừng", "thêm dấu «}» hoặc «]» còn thiếu ở cuối "+r.s.what())
	case c == '\'':
		r.fail("JSON không nhận nháy đơn", `đặt chữ trong nháy kép: "…"`)
	case c == '}' || c == ']' || c == ',':
		r.fail("chỗ này thiếu giá trị, hoặc thừa một dấu phẩy", "bỏ dấu phẩy đứng trước «}» hoặc «]»")
	case c == '/' || c == '#':
		r.fail("JSON không có phần ghi chú", "bỏ dòng ghi chú, hoặc dùng tệp .yaml")
	default:
		r.fail("giá trị là chữ phải đặt trong nháy kép", `viết "…"`)
	}
}

func (r *jsonReader) object(pos diag.Pos, depth int) *Node {
	n := &Node{Kind: Map, Pos: pos}
	first := map[string]diag.Pos{}
	r.off++
	r.space()
	if r.peek() == '}' {
		r.off++
		return n
	}
	for !r.failed {
		if r.peek() != '"' {
			r.badKey()
			break
		}
		at := r.here(0)
		name := r.text(at)
		if r.failed {
			break
		}
		r.space()
		if r.peek() != ':' {
			r.fail("thiếu dấu hai chấm sau khóa «"+diag.Clip(name.Text)+"»", `viết "khóa": giá trị`)
			break
		}
		r.off++
		r.space()
		v := r.value(depth + 1)
		key, ok := r.s.field(name.Text, name.Pos)
		if at, twice := first[key.Key]; ok && twice {
			r.s.add(duplicate(key, at))
		} else if ok && v != nil {
			first[key.Key] = key.KeyPos
			key.Value = v
			n.Fields = append(n.Fields, key)
		}
		if r.next('}', "mục mở bằng «{»") {
			break
		}
	}
	return n
}

func (r *jsonReader) badKey() {
	switch c := r.peek(); {
	case r.off >= len(r.s.text):
		r.fail(r.s.what()+" dừng giữa chừng", "thêm dấu «}» còn thiếu ở cuối "+r.s.what())
	case c == '}' || c == ',':
		r.fail("thừa một dấu phẩy", "bỏ dấu phẩy đứng trước «}»")
	default:
		r.fail("khóa phải đặt trong nháy kép", `viết "khóa": giá trị`)
	}
}

func (r *jsonReader) array(pos diag.Pos, depth int) *Node {
	n := &Node{Kind: List, Pos: pos}
	r.off++
	r.space()
	if r.peek() == ']' {
		r.off++
		return n
	}
	for !r.failed {
		if v := r.value(depth + 1); v != nil {
			n.Items = append(n.Items, v)
		}
		if r.next(']', "danh sách mở bằng «[»") {
			break
		}
	}
	return n
}

// next steps over the comma between two parts, or over the closing mark: then it tells so.
func (r *jsonReader) next(shut byte, what string) bool {
	if r.failed {
		return true
	}
	r.space()
	switch c := r.peek(); {
	case c == shut:
		r.off++
		return true
	case c == ',':
		r.off++
		r.space()
		return false
	case r.off >= len(r.s.text):
		r.fail(r.s.what()+" dừng giữa chừng: "+what+" chưa đóng", "thêm dấu «"+string(shut)+"»")
	default:
		r.fail("thiếu dấu phẩy trước phần này", "đặt dấu phẩy giữa hai phần liền nhau")
	}
	return true
}

func (r *jsonReader) number(pos diag.Pos) *Node {
	start := r.off
	for r.off < len(r.s.text) && strings.IndexByte("+-.eE0123456789", r.s.text[r.off]) >= 0 {
		r.off++
	}
	text := r.s.text[start:r.off]
	if !jsonNumber.MatchString(text) {
		r.off = start
		r.fail("«"+diag.Clip(text)+"» không phải là số viết đúng cách của JSON", "số có số 0 đứng đầu, ngày và giờ phải đặt trong nháy kép")
		return nil
	}
	pos.Len = len(text)
	return &Node{Kind: Text, Pos: pos, Text: text, Tag: Look(text)}
}

func (r *jsonReader) word(pos diag.Pos) *Node {
	start := r.off
	for r.off < len(r.s.text) && r.s.text[r.off] >= 'a' && r.s.text[r.off] <= 'z' {
		r.off++
	}
	text := r.s.text[start:r.off]
	pos.Len = len(text)
	switch text {
	case "null":
		return &Node{Kind: Null, Pos: pos}
	case "true", "false":
		return &Node{Kind: Text, Pos: pos, Text: text, Tag: TagBool}
	}
	r.off = start
	r.fail("giá trị là chữ phải đặt trong nháy kép", `viết "…"`)
	return nil
}

// text reads a string, and where each of its lines begins when it has several.
func (r *jsonReader) text(pos diag.Pos) *Node {
	n := &Node{Kind: Text, Pos: pos}
	var b strings.Builder
	starts := []diag.Pos{r.here(0)}
	starts[0].Col++
	r.off++
	for {
		end := strings.IndexAny(r.s.text[r.off:], "\"\\\n")
		if end < 0 || r.s.text[r.off+end] == '\n' {
			r.fail("dấu nháy kép mở mà không đóng trên cùng dòng", `thêm dấu nháy kép đóng; xuống dòng trong chữ thì viết \n`)
			return nil
		}
		b.WriteString(r.s.text[r.off : r.off+end])
		r.off += end
		if r.s.text[r.off] == '"' {
			break
		}
		c, ok := r.escape()
		if !ok {
			r.fail(`dấu «\» không đi với chữ này`, `viết «\\» cho một dấu «\»`)
			return nil
		}
		b.WriteRune(c)
		if c == '\n' {
			starts = append(starts, r.here(0))
		}
	}
	r.off++
	n.Pos.Len = r.here(0).Col - n.Pos.Col
	n.Text = strings.TrimRight(viet.NFC(strings.ReplaceAll(b.String(), "\r\n", "\n")), "\n")
	if lines := strings.Count(n.Text, "\n") + 1; lines > 1 {
		n.Lines = starts[:lines]
	}
	return n
}
