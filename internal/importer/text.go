package importer

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// Text gives the text of a file in Unicode, and says what was done to get it. encoding forces one, by the name
// that a user knows it by; empty finds it.
func Text(file string, src []byte, encoding string) (string, diag.List) {
	t := texting{file: file}
	if len(src) > MaxText {
		return t.refuse(fmt.Sprintf("tệp lớn hơn %d MB, không phải một văn bản hành chính", MaxText>>20), "tách tệp thành từng văn bản")
	}
	if message, hint := foreign(src); message != "" {
		return t.refuse(message, hint)
	}
	var forced *viet.Encoding
	if encoding != "" {
		e, ok := viet.ParseEncoding(encoding)
		if !ok {
			return t.refuse(fmt.Sprintf("không có bảng mã nào tên «%s»", encoding), "các bảng mã đọc được: utf-8, utf-16, windows-1258, tcvn3, vni")
		}
		forced = &e
	}
	text, did, err := viet.ReadText(src, forced)
	if wrong := (*viet.EncodingError)(nil); errors.As(err, &wrong) {
		return t.refuse(wrong.Reason, wrong.Hint)
	} else if err != nil {
		panic(fmt.Errorf("importer: %w", err)) // ReadText knows no other
	}
	if strings.TrimSpace(text) == "" {
		return t.refuse("tệp không có chữ nào", "chọn tệp khác; bản chụp phải được nhận dạng chữ trước")
	}
	if strings.Count(text, "\x00") > 0 {
		return t.refuse("tệp có byte 0, không phải tệp chữ", "chọn tệp khác; nếu là tệp Word thì đặt lại đuôi .docx")
	}
	t.tell(did)
	return lineEnds(text), t.findings
}

// lineEnds ends every line the one way, those of Windows and of old Macs too.
func lineEnds(text string) string {
	if !strings.Contains(text, "\r") {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// texting is one run of Text.
type texting struct {
	file     string
	findings diag.List
}

func (t *texting) refuse(message, hint string) (string, diag.List) {
	t.findings.Add(diag.Diagnostic{ID: IDFile, Severity: diag.Error, Pos: diag.Pos{File: t.file}, Message: message, Hints: []string{hint}})
	return "", t.findings
}

// foreign tells files that are no text by how they begin, whatever their names say.
func foreign(src []byte) (message, hint string) {
	const byWord = "mở tệp bằng Word, lưu lại dạng .docx rồi nhập"
	head := bytes.TrimLeft(src[:min(len(src), 1024)], "\xEF\xBB\xBF \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return "tệp là PDF, không phải tệp chữ", "mở bằng Word rồi lưu lại dạng .docx, hoặc chép chữ sang tệp .txt; bản chụp phải được nhận dạng chữ trước"
	case bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0")):
		return "tệp là Word hoặc Excel đời cũ (.doc, .xls), không phải tệp chữ", byWord
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return "tệp là gói nén (như .docx, .xlsx, .odt, .zip), không phải tệp chữ", "nếu là tệp Word thì đặt lại đuôi .docx; nếu không thì " + byWord
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return "tệp là RTF, không phải tệp chữ", byWord
	case bytes.HasPrefix(head, []byte("\x89PNG")), bytes.HasPrefix(head, []byte("\xFF\xD8\xFF")), bytes.HasPrefix(head, []byte("GIF8")),
		bytes.HasPrefix(head, []byte("II*\x00")), bytes.HasPrefix(head, []byte("MM\x00*")):
		return "tệp là ảnh, không phải tệp chữ", "nhận dạng chữ của ảnh trước, lưu thành .docx hoặc .txt rồi nhập"
	case htmlHead.Match(head):
		return "tệp là trang web (HTML), không phải tệp chữ", "mở trang bằng trình duyệt, chép phần văn bản sang tệp .txt rồi nhập"
	case bytes.HasPrefix(head, []byte("<?xml")):
		return "tệp là XML, không phải tệp chữ", byWord
	}
	return "", ""
}

var htmlHead = regexp.MustCompile(`(?is)^(<\?xml[^>]*>\s*)?(<!--.{0,400}?-->\s*)?<(!doctype\s+html|html|head|body|meta)\b`)

// tell reports in which encoding the file was, where it was no plain Unicode.
func (t *texting) tell(did viet.Read) {
	add := func(severity diag.Severity, line int, message string, hints ...string) {
		t.findings.Add(diag.Diagnostic{ID: IDEncoding, Severity: severity, Pos: diag.Pos{File: t.file, Line: line}, Message: message, Hints: hints})
	}
	if did.File == viet.UTF16 || did.File == viet.Windows1258 {
		add(diag.Info, 0, fmt.Sprintf("tệp ở bảng mã %s, đã chuyển sang Unicode", did.File))
	}
	if did.Bad > 0 {
		add(diag.Warning, 0, fmt.Sprintf("%d byte của tệp không đọc được thành chữ; ở mỗi chỗ đó chữ đã mất", did.Bad), "tìm bản gốc của tệp rồi nhập lại")
	}
	if did.Combining && did.File != viet.Windows1258 {
		t.findings.Add(diag.Diagnostic{ID: IDMark, Severity: diag.Info, Pos: diag.Pos{File: t.file},
			Message: "văn bản có chữ ghi dấu rời (tổ hợp); đã ghép lại thành chữ dựng sẵn"})
	}
	for i, run := range did.Runs {
		severity := diag.Info
		var hints []string
		if !did.Forced && (did.Encoding == viet.UTF8 || did.Confidence < surely) {
			severity = diag.Warning
			hints = []string{"đọc lại các dòng này; nếu không phải bảng mã đó thì nhập lại với --encoding utf-8"}
		}
		if run.Encoding == viet.TCVN3 {
			hints = append(hints, "chữ hoa có dấu do phông quyết định, tệp chữ không giữ được: đọc lại chữ đầu câu và tên riêng như «Ủy ban»")
		}
		if i == mostRuns {
			add(severity, run.From, fmt.Sprintf("còn %d đoạn khác ở bảng mã cũ cũng đã được chuyển sang Unicode", len(did.Runs)-i))
			break
		}
		add(severity, run.From, fmt.Sprintf("dòng %d đến dòng %d ở bảng mã %s, đã chuyển sang Unicode", run.From, run.To, run.Encoding), hints...)
	}
}

const (
	surely   = 0.95 // of the words of a text, how many must be Vietnamese after decoding to say no more
	mostRuns = 20   // how many runs of lines are told one by one
)
