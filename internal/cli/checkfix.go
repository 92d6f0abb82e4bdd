package cli

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"unicode"

	"vanban/internal/check"
	"vanban/internal/diag"
	"vanban/internal/report"
	"vanban/internal/word"
)

// mend writes a copy of a Word file in which what can be mended by machine is, and says what it did and what is left.
func (o *checkOptions) mend(name string, t *checkTools, least, fails diag.Severity) error {
	if isData(name) {
		return usageError{"--fix chỉ sửa tệp Word", "sửa tệp dữ liệu bằng tay theo các thông báo"}
	}
	if name != stdin {
		if same, err := sameFile(name, o.out); err != nil || same {
			return usageError{"bản đã sửa trùng với tệp gốc", "ghi vào tên khác sau -o"}
		}
	}
	src, err := o.source(name)
	if err != nil {
		return fmt.Errorf("đọc tệp: %w", err)
	}
	doc, found := word.Read(name, src)
	if doc == nil {
		return o.env.findings(found, nil)
	}
	for _, r := range doc.Remarks {
		if r.Kind == word.RemarkSignature {
			return usageError{"tệp đã ký số: sửa sẽ làm mất hiệu lực chữ ký", "sửa tệp gốc trước khi ký"}
		}
	}
	before, plan := o.judge(name, src, t)
	out, err := check.Mend(src, plan.Fixes, func(copied []byte) check.Report {
		_, r := o.judge(o.out, copied, t)
		return r
	})
	if err != nil {
		return err
	}
	after, _ := o.judge(o.out, out, t)
	if _, err := os.Stat(o.out); err == nil && !o.force {
		return usageError{fmt.Sprintf("«%s» đã có, tệp được giữ nguyên", o.out), "đổi tên sau -o, hoặc thêm --force để ghi đè"}
	}
	if _, err := writeAll([]output{{o.out, out}}, true); err != nil {
		return err
	}
	if report.Format(o.format) != report.Text {
		return o.tell([]checkedFile{after}, t, least, fails)
	}
	gone, left := compare(o.wanted(before.findings, least), o.wanted(after.findings, least))
	var b strings.Builder
	fmt.Fprintf(&b, "đã ghi: %s\n", o.out)
	if len(gone) == 0 {
		b.WriteString("không có chỗ nào sửa được bằng máy\n")
	}
	for _, d := range gone.Sorted() {
		fmt.Fprintf(&b, "đã sửa: %s [%s]\n", d.Message, d.ID)
	}
	if _, err := fmt.Fprint(o.env.Stdout, b.String()); err != nil {
		return err
	}
	if len(left) > 0 {
		o.say(o.env, "còn %s phải sửa bằng tay\n", tally(left))
	}
	return o.tell([]checkedFile{after}, t, least, fails)
}

// compare parts the findings of before into those that are gone and those that stand in after, too.
func compare(before, after diag.List) (gone, left diag.List) {
	ids := map[string]bool{}
	for _, d := range after {
		ids[d.ID+kindOf(d)] = true
	}
	for _, d := range before {
		if ids[d.ID+kindOf(d)] {
			left.Add(d)
		} else {
			gone.Add(d)
		}
	}
	return gone, left
}

// kindOf is a finding's message without its places and figures: a measure that was changed and is still wrong is left,
// not mended.
func kindOf(d diag.Diagnostic) string {
	before, _, _ := strings.Cut(d.Message, ": ")
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || r == ',' || r == '.' {
			return -1
		}
		return r
	}, before)
}

// sameFile tells whether two names are one file.
func sameFile(a, b string) (bool, error) {
	first, err := os.Stat(a)
	if err != nil {
		return false, fmt.Errorf("đọc tệp: %w", err)
	}
	second, err := os.Stat(b)
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	return err == nil && os.SameFile(first, second), err
}
