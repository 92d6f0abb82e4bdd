package golden

import (
	"fmt"
	"path"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/diff"
	"vanban/internal/zone"
)

// maxLines is how many changed lines of a form are told.
const maxLines = 20

// maxShown is how many characters of such a line are shown.
const maxShown = 160

// Findings tells what in a case is not as accepted, by component where the documents differ. file is the name to call
// its data by, lost are the accepted forms of documents that it no longer gives ([Strays]); words are those by which
// components are known.
func (r Result) Findings(file string, differences []Difference, lost []string, words *zone.Words) diag.List {
	var out diag.List
	if len(lost) > 0 {
		out.Add(diag.Diagnostic{ID: IDLost, Severity: diag.Error, Pos: diag.Pos{File: file},
			Message: fmt.Sprintf("có lỗi nên không in được; trước đây in được, còn %d bản đã duyệt: %s", len(lost), strings.Join(lost, ", ")),
			Hints:   []string{"sửa các lỗi mới được nêu dưới đây; đúng là không in được nữa thì tự xóa các bản đã duyệt đó rồi chạy «vanban golden update THƯ-MỤC»"}})
	}
	var missing []string
	told := map[string]bool{} // documents whose differences were told by component
	for _, d := range differences {
		if d.Missing {
			missing = append(missing, d.Name)
		} else if d.kind() == kindDOCX {
			found := componentFindings(file, d.Accepted, d.Text, words)
			document := strings.TrimSuffix(d.Name, kindDOCX)
			for _, f := range found {
				if len(r.Documents) > 1 {
					f.Pos.Place = "văn bản " + path.Base(document) + ", " + f.Pos.Place
				}
				out.Add(f)
			}
			told[document] = len(found) > 0
		}
	}
	for _, d := range differences {
		document := strings.TrimSuffix(d.Name, d.kind())
		if d.Missing || told[document] && d.kind() != kindReport {
			continue
		}
		out.Add(diag.Diagnostic{ID: IDDiffers, Severity: diag.Error, Pos: diag.Pos{File: file, Line: len(out) + 1, Place: path.Base(d.Name)},
			Message: what(d.kind()) + " khác bản đã duyệt", Hints: changedLines(d.Accepted, d.Text)})
	}
	if missing != nil {
		out.Add(diag.Diagnostic{ID: IDMissing, Severity: diag.Error, Pos: diag.Pos{File: file},
			Message: "chưa có bản đã duyệt: " + strings.Join(missing, ", "),
			Hints:   []string{"xem kết quả trong các tệp .moi; nếu đúng, chạy «vanban golden update THƯ-MỤC»"}})
	}
	return out
}

// what names what a form shows.
func what(kind string) string {
	switch kind {
	case kindReport:
		return "các lỗi và cảnh báo"
	case kindText:
		return "chữ sau khi trộn mẫu"
	case kindPages:
		return "trang in"
	case kindDOCX:
		return "tệp Word"
	default:
		return "mã kiểm tra của tệp"
	}
}

// changedLines shows the lines that were removed and added.
func changedLines(accepted, text string) []string {
	var out []string
	left := 0
	for _, l := range diff.Lines(strings.Split(accepted, "\n"), strings.Split(text, "\n")) {
		if len(out) == maxLines {
			left++
			continue
		}
		if l.Op == diff.Removed {
			out = append(out, "bớt: "+clip(l.Text))
		} else {
			out = append(out, "thêm: "+clip(l.Text))
		}
	}
	if left > 0 {
		out = append(out, fmt.Sprintf("và %d dòng nữa", left))
	}
	return out
}

func clip(line string) string {
	if runes := []rune(line); len(runes) > maxShown {
		return string(runes[:maxShown]) + "…"
	}
	return line
}
