package data

import (
	"fmt"
	"path"
	"strings"

	"vanban/internal/diag"
)

// Parse reads the text of a file into a tree, by the extension of its name: .yaml, .yml or .json. Workbooks
// and CSV need to know which columns are meant: [ParseTable] reads them.
//
// Every problem found is in the list. The tree is nil when there is none to speak of; otherwise it holds
// what could be read, also where the list has errors.
func Parse(name string, src []byte) (*Node, diag.List) {
	s := &source{file: name}
	var root *Node
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".yaml", ".yml":
		if s.load(src) {
			root = parseYAML(s)
		}
	case ".json":
		if s.load(src) {
			root = parseJSON(s)
		}
	case ".xlsx", ".csv":
		s.add(diag.Diagnostic{ID: IDFileKind, Severity: diag.Error, Pos: diag.Pos{File: name},
			Message: fmt.Sprintf("tệp bảng «%s» chỉ đọc được khi đã biết mẫu văn bản", ext),
			Hints:   []string{"cho biết mẫu bằng tùy chọn -t", "hoặc ghi dữ liệu vào tệp .yaml"}})
	default:
		s.add(diag.Diagnostic{ID: IDFileKind, Severity: diag.Error, Pos: diag.Pos{File: name},
			Message: fmt.Sprintf("không đọc được loại tệp «%s»", ext),
			Hints:   []string{"dữ liệu đọc được từ tệp .yaml, .yml, .json, .xlsx hoặc .csv", "tệp .xls, .ods: mở ra rồi lưu lại thành .xlsx"}})
	}
	s.checkTree(root)
	return root, s.list()
}
