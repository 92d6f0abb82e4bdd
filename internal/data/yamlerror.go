package data

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"

	"vanban/internal/diag"
)

// slip is what stands behind a syntax error: the place to look at, what is wrong and how to cure it.
type slip struct {
	line, col, length int
	message           string
	hints             []string
}

// explainYAML tells a syntax error in the words of those who typed the file. The parser's own words name
// its states, not the slip of the hand: the slip is looked for in the lines it points to.
func explainYAML(s *source, err error) diag.Diagnostic {
	var fault *yaml.LoadError
	if errors.Is(err, errDepth) || strings.Contains(err.Error(), errDepth.Error()) {
		pos := s.pos(1, 1, 0)
		if errors.As(err, &fault) && fault.Mark.Line > 0 {
			pos = s.pos(fault.Mark.Line, fault.Mark.Column, 0)
		}
		return tooDeep(pos)
	}
	if !errors.As(err, &fault) {
		fault = &yaml.LoadError{}
	}
	if strings.HasPrefix(fault.Message, "unknown anchor") {
		return unknownAnchor(s, fault)
	}
	found := findSlip(s, fault)
	return diag.Diagnostic{ID: IDSyntax, Severity: diag.Error, Pos: s.pos(found.line, found.col, found.length),
		Message: found.message, Hints: found.hints}
}

// unknownAnchor speaks of «*name»: mostly a star that was meant as text.
func unknownAnchor(s *source, fault *yaml.LoadError) diag.Diagnostic {
	rest := s.rest(fault.Mark.Line, fault.Mark.Column)
	return diag.Diagnostic{ID: IDAlias, Severity: diag.Error, Pos: s.pos(fault.Mark.Line, fault.Mark.Column, 1),
		Message: fmt.Sprintf("«%s» dùng lại một mục chưa hề đặt tên", diag.Clip(rest)),
		Hints:   []string{"nếu dấu «*» là chữ của văn bản, đặt cả giá trị trong dấu nháy: " + quoted(rest)}}
}

// findSlip looks for the slip by what the parser was at.
func findSlip(s *source, f *yaml.LoadError) slip {
	line, col := max(f.Mark.Line, 1), max(f.Mark.Column, 1)
	at := slip{line: min(line, len(s.lines)), col: col, length: 1}
	if tab, ok := tabIndent(s, f.ContextMark.Line, line); ok {
		return tab
	}
	switch {
	case strings.Contains(f.ContextMsg, "quoted scalar"):
		return quotedSlip(s, f, at)
	case strings.Contains(f.Message, "mapping values are not allowed"):
		return colonSlip(s, at)
	case strings.Contains(f.ContextMsg, "flow "):
		return flowSlip(s, f)
	case strings.Contains(f.Message, "expected key"):
		return keySlip(s, at)
	case strings.Contains(f.Message, "cannot start any token"), strings.Contains(f.ContextMsg, "an alias"),
		strings.Contains(f.ContextMsg, "an anchor"), strings.Contains(f.ContextMsg, "a tag"),
		strings.Contains(f.Message, "undefined tag"), strings.Contains(f.Message, "%TAG"), strings.Contains(f.ContextMsg, "%TAG"):
		return leadSlip(s, f, at)
	case strings.Contains(f.ContextMsg, "simple key"):
		return missingColon(s, f.ContextMark.Line, f.ContextMark.Column)
	}
	return plainSlip(f, at)
}

// plainSlip tells the errors that need no look at the lines.
func plainSlip(f *yaml.LoadError, at slip) slip {
	switch {
	case strings.Contains(f.Message, "'-' indicator"):
		at.message = "dòng này không thẳng hàng với các dấu «-» của danh sách phía trên"
		at.hints = []string{"thụt đầu dòng bằng đúng số dấu cách của các mục cùng danh sách", "một tệp không thể vừa là danh sách vừa có «khóa: giá trị» ở cùng cấp"}
	case strings.Contains(f.Message, "block sequence entries"):
		at.message = "danh sách với dấu «-» không được viết trên cùng dòng với khóa"
		at.hints = []string{"xuống dòng sau dấu hai chấm rồi mới viết «- …»", "nếu dấu «-» là chữ của văn bản, đặt cả giá trị trong dấu nháy"}
	case strings.Contains(f.ContextMsg, "block scalar"):
		at.message = "sau dấu «|» hoặc «>» không được viết chữ trên cùng dòng"
		at.hints = []string{"xuống dòng sau dấu «|», thụt vào rồi mới viết nội dung", "nếu «|» hay «>» là chữ của văn bản, đặt cả giá trị trong dấu nháy"}
	case strings.Contains(f.Message, "node content"):
		at.message = "chỗ này thiếu giá trị, hoặc thừa một dấu «]», «}» hay «,»"
		at.hints = []string{"bỏ dấu thừa", "nếu đó là chữ của văn bản, đặt cả giá trị trong dấu nháy"}
	case strings.Contains(f.Message, "mapping keys"):
		at.message = "dấu «?» ở đây không phải là chữ"
		at.hints = []string{"đặt cả giá trị trong dấu nháy"}
	case strings.Contains(f.ContextMsg+f.Message, "directive"), strings.Contains(f.Message, "document"):
		at.message = "dòng bắt đầu bằng «%», «---» hoặc «...» có nghĩa riêng trong YAML và không dùng được ở đây"
		at.hints = []string{"bỏ dòng này, hoặc thụt vào nếu là chữ của văn bản"}
	case strings.Contains(f.Message, "comment"):
		at.message = "trước dấu «#» phải có một dấu cách"
		at.hints = []string{"nếu «#» là chữ của văn bản, đặt cả giá trị trong dấu nháy"}
	default:
		at.message = "từ chỗ này tệp viết sai quy tắc YAML"
		at.hints = []string{"xem lại thụt đầu dòng, dấu hai chấm và dấu nháy ở dòng này và dòng ngay trên"}
	}
	return at
}

// tabIndent finds a line that is indented with a tab, from the line where the construct began to the error.
func tabIndent(s *source, from, to int) (slip, bool) {
	for n := max(1, min(from, to), to-50); n <= min(to, len(s.lines)); n++ {
		text := s.lines[n-1]
		indent := text[:len(text)-len(strings.TrimLeft(text, " \t"))]
		if i := strings.IndexByte(indent, '\t'); i >= 0 && len(indent) < len(text) {
			return slip{line: n, col: i + 1, length: len(indent) - i,
				message: "đầu dòng thụt bằng phím Tab, YAML chỉ nhận dấu cách",
				hints:   []string{"thay mỗi Tab bằng hai dấu cách"}}, true
		}
	}
	return slip{}, false
}

// gluedColon is a key whose colon has no blank after it, as in «so:240»; not an address or a time of day.
var gluedColon = regexp.MustCompile(`^[ -]*([\pL_][\pL\pN_]*):([^ /\\"'].*)$`)

// innerColon is a value that holds a colon and a blank.
var innerColon = regexp.MustCompile(`^([ -]*[^:"'\[{]+: +)([^"'\[{|>&*!].*)$`)

// glued finds a colon without a blank after it on line n.
func glued(s *source, n int) (slip, bool) {
	text := s.lines[n-1]
	m := gluedColon.FindStringSubmatchIndex(text)
	if m == nil {
		return slip{}, false
	}
	key := text[m[2]:m[3]]
	return slip{line: n, col: len([]rune(text[:m[3]])) + 1, length: 1,
		message: "thiếu dấu cách sau dấu hai chấm của khóa «" + key + "»",
		hints:   []string{"viết «" + key + ": " + diag.Clip(text[m[4]:m[5]]) + "»"}}, true
}

// colonSlip looks behind a colon at a place where no key can be.
func colonSlip(s *source, at slip) slip {
	for n := at.line; n >= max(1, at.line-1); n-- {
		if found, ok := glued(s, n); ok {
			return found
		}
	}
	text := s.lines[at.line-1]
	if m := innerColon.FindStringSubmatch(text); m != nil && len([]rune(m[1])) < at.col {
		return slip{line: at.line, col: at.col, length: 1,
			message: "giá trị có dấu «:» phải đặt trong dấu nháy",
			hints:   []string{"viết «" + strings.TrimLeft(m[1], " ") + quoted(m[2]) + "»"}}
	}
	at.message = "dòng này thụt đầu dòng không khớp với dòng phía trên"
	at.hints = []string{"các khóa cùng cấp phải thẳng hàng với nhau", "nếu là phần tiếp của câu ở dòng trên, đặt cả câu trong dấu nháy"}
	return at
}

// keySlip looks behind a place where a key was due.
func keySlip(s *source, at slip) slip {
	before := s.lines[at.line-1]
	if rest := s.rest(at.line, at.col); rest != "" {
		before = before[:len(before)-len(rest)]
	}
	if q := strings.TrimRight(before, " "); strings.HasSuffix(q, `"`) || strings.HasSuffix(q, "'") || strings.ContainsAny(q, `"'`) {
		at.message = "có chữ đứng sau dấu nháy đóng"
		at.hints = []string{"đặt cả giá trị trong một cặp dấu nháy", `trong cặp nháy đơn, viết hai nháy đơn liền nhau ('') cho một nháy đơn`}
		return at
	}
	if text := s.lines[at.line-1]; !strings.Contains(text, ":") {
		return missingColon(s, at.line, at.col)
	}
	at.message = "dòng này thụt đầu dòng không khớp với các dòng cùng cấp phía trên"
	at.hints = []string{"các khóa cùng cấp phải thẳng hàng với nhau", "các dòng của một đoạn văn sau dấu «|» phải thụt vào ít nhất bằng dòng đầu của đoạn"}
	return at
}

// missingColon speaks of a line that should have been «key: value».
func missingColon(s *source, line, col int) slip {
	line = max(1, min(line, len(s.lines)))
	if found, ok := glued(s, line); ok {
		return found
	}
	if strings.HasPrefix(s.rest(line, max(col, 1)), "- ") {
		return slip{line: line, col: max(col, 1), length: 1,
			message: "dấu «-» của danh sách không thẳng hàng với các dòng phía trên",
			hints: []string{"viết danh sách ngay dưới «khóa:» của nó, khóa ấy không có giá trị trên cùng dòng",
				"nếu dấu «-» là chữ của văn bản, đặt cả giá trị trong dấu nháy"}}
	}
	return slip{line: line, col: max(col, 1), length: len([]rune(s.rest(line, max(col, 1)))),
		message: "dòng này thiếu dấu hai chấm giữa khóa và giá trị",
		hints: []string{"viết dạng «khóa: giá trị»",
			"nếu là phần tiếp của giá trị ở dòng trên, thụt vào sâu hơn khóa của giá trị đó"}}
}

// quotedSlip speaks of a text in quotes: never closed, or with a backslash that means nothing.
func quotedSlip(s *source, f *yaml.LoadError, at slip) slip {
	if strings.Contains(f.Message, "escape") || strings.Contains(f.Message, "hexadecimal") {
		at.message = `dấu «\» trong nháy kép không đi với chữ này`
		at.hints = []string{`viết «\\» cho một dấu «\»`, "hoặc đổi sang cặp nháy đơn"}
		return at
	}
	quote := "nháy kép"
	if strings.HasPrefix(s.rest(f.ContextMark.Line, f.ContextMark.Column), "'") {
		quote = "nháy đơn"
	}
	return slip{line: f.ContextMark.Line, col: f.ContextMark.Column, length: 1,
		message: "dấu " + quote + " mở ở đây mà không có dấu đóng",
		hints:   []string{"thêm dấu nháy đóng ở cuối giá trị"}}
}

// flowSlip speaks of [ … ] and { … }.
func flowSlip(s *source, f *yaml.LoadError) slip {
	line, col := f.ContextMark.Line, f.ContextMark.Column
	if strings.Contains(f.ContextMsg, "flow node") {
		return plainSlip(f, slip{line: min(f.Mark.Line, len(s.lines)), col: f.Mark.Column, length: 1})
	}
	open, shut, what := "[", "]", "danh sách"
	if strings.Contains(f.ContextMsg, "flow mapping") {
		open, shut, what = "{", "}", "mục"
	}
	return slip{line: line, col: col, length: 1,
		message: fmt.Sprintf("%s mở bằng «%s» không có dấu «%s» đóng, hoặc thiếu dấu phẩy giữa các phần", what, open, shut),
		hints: []string{fmt.Sprintf("thêm «%s» hoặc dấu phẩy trước dòng %d cột %d", shut, f.Mark.Line, f.Mark.Column),
			"giá trị có dấu phẩy hoặc bắt đầu bằng «" + open + "» phải đặt trong dấu nháy"}}
}

// leadSlip speaks of a value whose first character has a meaning in YAML.
func leadSlip(s *source, f *yaml.LoadError, at slip) slip {
	if f.ContextMsg != "" && f.ContextMark.Line > 0 {
		at.line, at.col = min(f.ContextMark.Line, len(s.lines)), f.ContextMark.Column
	}
	rest := s.rest(at.line, at.col)
	if rest == "" {
		return plainSlip(&yaml.LoadError{}, at)
	}
	at.message = fmt.Sprintf("giá trị bắt đầu bằng «%c» phải đặt trong dấu nháy", []rune(rest)[0])
	at.hints = []string{"viết " + quoted(rest)}
	return at
}

// quoted shows a text in the quotes that need no change within.
func quoted(text string) string {
	text = strings.TrimRight(diag.Clip(text), " ")
	if strings.ContainsAny(text, `"\`) {
		return "'" + strings.ReplaceAll(text, "'", "''") + "'"
	}
	return `"` + text + `"`
}
