package data

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// errDepth is how the depth limit comes back from the parser.
var errDepth = errors.New("nested too deep")

// parseYAML reads the text of s as one YAML document.
func parseYAML(s *source) *Node {
	if marks := countMarks(s.text); marks > maxMarks {
		s.errorAt(IDSize, s.pos(1, 1, 0), []string{"chia dữ liệu thành nhiều tệp"},
			"tệp có quá nhiều mục: nhiều nhất là %d giá trị", MaxNodes)
		return nil
	}
	docs := loadYAML(s)
	if len(docs) == 0 || len(docs[0].Content) == 0 {
		if !s.found.HasErrors() {
			s.errorAt(IDEmpty, s.pos(1, 1, 0), nil, "tệp không có dữ liệu nào")
		}
		return nil
	}
	if len(docs) > 1 {
		s.errorAt(IDDocuments, s.pos(docs[1].Line, docs[1].Column, 0),
			[]string{"bỏ dòng «---» hoặc tách thành hai tệp", "nhiều văn bản trong một tệp thì đặt dưới khóa «van_ban:»"},
			"tệp có từ hai phần dữ liệu trở lên, ngăn nhau bằng dòng «---»")
	}
	c := yamlReader{s: s, anchors: map[*yaml.Node]*anchor{}}
	root, _ := c.node(docs[0].Content[0], 1)
	if root != nil && root.Kind != Map && root.Kind != List {
		s.errorAt(IDSyntax, root.Pos, []string{"viết mỗi dữ liệu một dòng, dạng «khóa: giá trị»"},
			"tệp phải gồm các mục «khóa: giá trị»")
		return nil
	}
	return root
}

// countMarks counts the marks with which YAML values can begin.
func countMarks(text string) int {
	n := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case ',', '[', '{', '\n':
			n++
		case '-', '?', ':':
			if i+1 < len(text) && (text[i+1] == ' ' || text[i+1] == '\t') {
				n++
			}
		}
	}
	return n
}

// loadYAML gives the documents of the text, at most two: a second is only there to be refused.
func loadYAML(s *source) (docs []*yaml.Node) {
	defer func() {
		// The parser stands on its own; whatever it trips over is the text's fault to the user.
		if r := recover(); r != nil {
			s.errorAt(IDSyntax, s.pos(1, 1, 0), nil, "tệp viết sai quy tắc YAML đến mức không đọc được")
			docs = nil
		}
	}()
	depth := loaderlimits.DepthFunc(func(depth int, _ *yaml.DepthContext) error {
		if depth > MaxDepth {
			return errDepth
		}
		return nil
	})
	loader, err := yaml.NewLoader(bytes.NewReader([]byte(s.text)), yaml.WithV4Defaults(), yaml.WithUniqueKeys(false),
		yaml.WithPlugin(loaderlimits.New(depth, loaderlimits.AliasNone())))
	if err != nil {
		panic(fmt.Sprintf("data: options of the YAML parser: %v", err))
	}
	for len(docs) < 2 {
		doc := &yaml.Node{}
		err := loader.Load(doc)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			s.add(explainYAML(s, err))
			break
		}
		docs = append(docs, doc)
	}
	return docs
}

// yamlReader turns the parser's nodes into ours.
type yamlReader struct {
	s       *source
	anchors map[*yaml.Node]*anchor
	total   int  // values so far, those of aliases counted each time
	stop    bool // the limit was passed and reported
}

// anchor is what an alias stands for; node is nil while it is being read.
type anchor struct {
	node        *Node
	size, depth int
}

// shape is how many values a node holds, itself included, and how many of them lie within one another.
type shape struct{ size, depth int }

func (c *yamlReader) node(y *yaml.Node, depth int) (*Node, shape) {
	if c.stop || !c.room(y, 1, depth) {
		return nil, shape{}
	}
	if y.Kind == yaml.AliasNode {
		return c.alias(y, depth)
	}
	if y.Anchor != "" {
		c.anchors[y] = &anchor{}
	}
	n := &Node{Pos: c.place(y)}
	sh := shape{1, 1}
	grow := func(child shape) { sh = shape{sh.size + child.size, max(sh.depth, child.depth+1)} }
	c.checkTag(y, n)
	switch y.Kind {
	case yaml.MappingNode:
		n.Kind = Map
		c.fields(y, n, depth, grow)
	case yaml.SequenceNode:
		n.Kind = List
		c.commas(y)
		for _, item := range y.Content {
			if v, child := c.node(item, depth+1); v != nil {
				n.Items = append(n.Items, v)
				grow(child)
			}
		}
	case yaml.ScalarNode:
		c.scalar(y, n)
	default:
		panic(fmt.Sprintf("data: a YAML node of kind %d", y.Kind))
	}
	if y.Anchor != "" {
		*c.anchors[y] = anchor{n, sh.size, sh.depth}
	}
	return n, sh
}

// commas warns of an item of [a, b] that goes on where the one before stopped: a sentence with a comma in it
// that its author meant as one item. Names and sentences begin with a capital, and brackets that open in one
// item do not close in another.
func (c *yamlReader) commas(y *yaml.Node) {
	if y.Style&yaml.FlowStyle == 0 {
		return
	}
	plain := func(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Style == 0 }
	for i := 1; i < len(y.Content); i++ {
		before, item := y.Content[i-1], y.Content[i]
		first, _ := utf8.DecodeRuneInString(item.Value)
		goesOn := unicode.IsLower(first) && strings.ContainsRune(before.Value, ' ')
		open, _ := brackets(before.Value)
		_, closing := brackets(item.Value)
		if !plain(before) || !plain(item) || !goesOn && open == 0 && closing == 0 {
			continue
		}
		c.s.add(diag.Diagnostic{ID: IDFlowComma, Severity: diag.Warning, Pos: c.s.pos(item.Line, item.Column, utf8.RuneCountInString(item.Value)),
			Message: "dấu phẩy trong [ ] tách «" + diag.Clip(item.Value) + "» thành một mục riêng",
			Hints:   []string{"nếu là một mục: viết mỗi mục một dòng bắt đầu bằng «- », hoặc đặt cả mục trong dấu nháy \""}})
	}
}

// brackets counts the round brackets of a text that are not closed in it, and those not opened.
func brackets(text string) (open, closing int) {
	for _, r := range text {
		switch {
		case r == '(':
			open++
		case r == ')' && open > 0:
			open--
		case r == ')':
			closing++
		}
	}
	return open, closing
}

// room tells whether n more values fit, and reports it once when they do not.
func (c *yamlReader) room(y *yaml.Node, n, depth int) bool {
	c.total += n
	switch {
	case c.total > MaxNodes:
		c.s.errorAt(IDSize, c.s.pos(y.Line, y.Column, 0),
			[]string{"chia dữ liệu thành nhiều tệp", "bớt các chỗ dùng lại bằng «*»"},
			"tệp có quá nhiều mục: nhiều nhất là %d giá trị", MaxNodes)
	case depth > MaxDepth:
		c.s.add(tooDeep(c.s.pos(y.Line, y.Column, 0)))
	default:
		return true
	}
	c.stop = true
	return false
}

func tooDeep(pos diag.Pos) diag.Diagnostic {
	return diag.Diagnostic{ID: IDDepth, Severity: diag.Error, Pos: pos,
		Message: fmt.Sprintf("dữ liệu lồng nhau quá %d cấp", MaxDepth),
		Hints:   []string{"bớt cấp lồng: dữ liệu của một văn bản hiếm khi quá 6 cấp"}}
}

// alias gives a copy of the anchored node with the alias's own place; what lies within is shared.
func (c *yamlReader) alias(y *yaml.Node, depth int) (*Node, shape) {
	pos := c.s.pos(y.Line, y.Column, utf8.RuneCountInString(y.Value)+1)
	a := c.anchors[y.Alias]
	if a == nil || a.node == nil {
		c.s.errorAt(IDAlias, pos, []string{"viết lại dữ liệu ở chỗ này thay cho «*" + y.Value + "»"},
			"«*%s» dùng lại chính mục đang chứa nó", y.Value)
		return nil, shape{}
	}
	if !c.room(y, a.size-1, depth+a.depth-1) {
		return nil, shape{}
	}
	n := *a.node
	n.Pos = pos
	return &n, shape{a.size, a.depth}
}

// fields reads the entries of a map.
func (c *yamlReader) fields(y *yaml.Node, n *Node, depth int, grow func(shape)) {
	first := map[string]diag.Pos{}
	for i := 0; i+1 < len(y.Content); i += 2 {
		key, ok := c.key(y.Content[i])
		v, child := c.node(y.Content[i+1], depth+1)
		if !ok || v == nil {
			continue
		}
		if at, twice := first[key.Key]; twice {
			c.s.add(duplicate(key, at))
			continue
		}
		first[key.Key] = key.KeyPos
		key.Value = v
		n.Fields = append(n.Fields, key)
		grow(child)
	}
}

func duplicate(key Field, first diag.Pos) diag.Diagnostic {
	return diag.Diagnostic{ID: IDDuplicate, Severity: diag.Error, Pos: key.KeyPos,
		Message: fmt.Sprintf("khóa «%s» viết hai lần trong cùng một mục", key.Key),
		Notes:   []diag.Note{{Pos: first, Message: "lần thứ nhất ở đây"}},
		Hints:   []string{"giữ một khóa, bỏ khóa kia", "nếu là nhiều giá trị, viết thành danh sách với dấu «-»"}}
}

// key reads a key, and tells whether it can be one.
func (c *yamlReader) key(y *yaml.Node) (Field, bool) {
	pos := c.place(y)
	switch {
	case y.Kind != yaml.ScalarNode:
		c.s.errorAt(IDKey, pos, []string{"khóa là một từ viết liền, ví dụ «trich_yeu»",
			"giá trị bắt đầu bằng «[» hoặc «{» phải đặt trong dấu nháy"}, "khóa phải là chữ, không phải danh sách hay mục con")
		return Field{}, false
	case y.Value == "<<" && y.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) == 0:
		c.s.errorAt(IDMergeKey, pos, []string{"chép lại các khóa cần dùng", "nhiều văn bản dùng chung khóa thì đặt dưới «van_ban:»"},
			"không dùng được khóa gộp «<<»")
		return Field{}, false
	}
	c.checkTag(y, &Node{Pos: pos})
	return c.s.field(viet.NFC(y.Value), pos)
}

// field checks the text of a key.
func (s *source) field(key string, pos diag.Pos) (Field, bool) {
	switch {
	case strings.TrimSpace(key) == "":
		s.errorAt(IDKey, pos, []string{"viết tên khóa trước dấu hai chấm"}, "khóa để trống")
		return Field{}, false
	case strings.ContainsFunc(key, func(r rune) bool { return r == '\n' || isControl(r) }):
		s.errorAt(IDKey, pos, []string{"viết khóa trên một dòng, không có ký tự điều khiển"}, "khóa có ký tự không dùng được")
		return Field{}, false
	case len(key) > maxKey:
		s.errorAt(IDKey, pos, []string{"có thể thiếu dấu nháy quanh một câu có dấu hai chấm"},
			"khóa dài %d byte, quá mức %d", len(key), maxKey)
		return Field{}, false
	}
	return Field{Key: key, KeyPos: pos}, true
}

// maxKey bounds a key: a longer one is a sentence that holds a colon.
const maxKey = 1024

// checkTag refuses «!tag», but for !!str, which says nothing that is not so.
func (c *yamlReader) checkTag(y *yaml.Node, n *Node) {
	if y.Style&yaml.TaggedStyle == 0 || y.Tag == "!!str" && y.Kind == yaml.ScalarNode {
		return
	}
	c.s.errorAt(IDTag, c.s.pos(y.Line, y.Column, 0),
		[]string{"bỏ nhãn; giá trị bắt đầu bằng «!» phải đặt trong dấu nháy"}, "không dùng được nhãn kiểu «%s»", diag.Clip(y.Tag))
}

// scalar fills a node with a scalar's text.
func (c *yamlReader) scalar(y *yaml.Node, n *Node) {
	const quoted = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	plain := y.Style&(quoted|yaml.TaggedStyle) == 0
	c.checkCut(y, n)
	if plain && isNull(y.Value) {
		return
	}
	n.Kind = Text
	n.Text = strings.TrimRight(viet.NFC(y.Value), "\n")
	if plain {
		n.Tag = Look(n.Text)
	}
	if y.Style&yaml.LiteralStyle != 0 {
		n.Lines = c.s.literalLines(n.Text, n.Pos)
	}
}
