package golden

import (
	"fmt"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/diff"
)

// maxLines is how many changed lines of a form are told.
const maxLines = 20

// Findings tells what in a case is not as accepted. file is the name to call its data by.
func (r Result) Findings(file string, differences []Difference) diag.List {
	var out diag.List
	var missing []string
	for _, d := range differences {
		if d.Missing {
			missing = append(missing, d.Name)
			continue
		}
		out.Add(diag.Diagnostic{ID: IDDiffers, Severity: diag.Error, Pos: diag.Pos{File: file, Place: d.Name},
			Message: what(d.kind()) + " khác bản đã duyệt", Hints: changedLines(d.Accepted, d.Text)})
	}
	if missing != nil {
		out.Add(diag.Diagnostic{ID: IDMissing, Severity: diag.Error, Pos: diag.Pos{File: file},
			Message: "chưa có bản đã duyệt: " + strings.Join(missing, ", "),
			Hints:   []string{"xem kết quả trong các tệp .moi; nếu đúng, chạy «vanban golden update»"}})
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
		return "mã băm của tệp"
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
			out = append(out, "bớt: "+l.Text)
		} else {
			out = append(out, "thêm: "+l.Text)
		}
	}
	if left > 0 {
		out = append(out, fmt.Sprintf("và %d dòng nữa", left))
	}
	return out
}
