package importer

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"vanban/internal/diag"
)

// Text gives the text of a file in Unicode. encoding forces one; empty finds it.
func Text(file string, src []byte, encoding string) (string, diag.List) {
	var findings diag.List
	refuse := func(message, hint string) (string, diag.List) {
		findings.Add(diag.Diagnostic{ID: IDFile, Severity: diag.Error, Pos: diag.Pos{File: file}, Message: message, Hints: []string{hint}})
		return "", findings
	}
	if len(src) > MaxText {
		return refuse(fmt.Sprintf("tệp lớn hơn %d MB, không phải một văn bản hành chính", MaxText>>20), "tách tệp thành từng văn bản")
	}
	src = bytes.TrimPrefix(src, []byte("\xEF\xBB\xBF"))
	if !utf8.Valid(src) {
		return refuse("tệp không phải chữ Unicode (UTF-8)", "mở bằng Word, lưu lại dạng .docx rồi nhập")
	}
	text := string(src)
	if strings.TrimSpace(text) == "" {
		return refuse("tệp không có chữ nào", "chọn tệp khác; bản chụp phải được nhận dạng chữ trước")
	}
	return text, findings
}
