package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"vanban/internal/batch"
	"vanban/internal/diag"
)

// bind binds all documents into the file of --merge. One that exists and that vanban did not write, or that someone
// has changed, is left alone.
func (o *batchOptions) bind(b *batch.Batch, plan *batch.Plan, sum batch.Summary) (diag.List, error) {
	if sum.Failed > 0 {
		return b.NotBound(), nil
	}
	if err := refuseSpecial(o.merge); err != nil {
		return nil, err
	}
	if !o.force {
		var r refusal
		if err := refuseEdited(o.merge); errors.As(err, &r) {
			return diag.List{{ID: batch.IDEdited, Severity: diag.Error, Pos: diag.Pos{File: o.merge},
				Message: "tập chung đã có người sửa, hoặc không do vanban in ra; tệp được giữ nguyên", Hints: []string{"đổi tên tệp đó, hoặc thêm --force để ghi đè"}}}, nil
		} else if err != nil {
			return nil, err
		}
	}
	dir, name := filepath.Split(o.merge)
	if dir == "" {
		dir = "."
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fmt.Errorf("tạo thư mục: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("mở thư mục: %w", err)
	}
	defer root.Close()
	if !sameFolder(dir, o.out) { // that one is locked already
		unlock, err := lockFolder(root, dir)
		if err != nil {
			return nil, err
		}
		defer unlock()
	}
	unfinished := temporary + name
	_ = root.Remove(unfinished) // of a run that was killed
	var findings diag.List
	title := strings.TrimSuffix(name, filepath.Ext(name))
	err = writeNew(root, unfinished, func(w io.Writer) error {
		out := bufio.NewWriterSize(w, 1<<18)
		var err error
		if o.mergesPDF() {
			findings, err = b.BindPDF(plan, title, out)
		} else {
			findings, err = b.BindDOCX(plan, title, out)
		}
		return errors.Join(err, out.Flush())
	})
	if err == nil && !findings.HasErrors() {
		err = root.Rename(unfinished, name)
	}
	if err != nil || findings.HasErrors() {
		_ = root.Remove(unfinished)
	}
	if err != nil {
		return findings, fmt.Errorf("ghi tập chung: %w", named(o.merge, err))
	}
	return findings, nil
}

func (o *batchOptions) mergesPDF() bool { return strings.EqualFold(filepath.Ext(o.merge), ".pdf") }

// checkMerge refuses a name of --merge that says no form.
func (o *batchOptions) checkMerge() error {
	ext := strings.ToLower(filepath.Ext(o.merge))
	switch {
	case o.merge == "":
		return nil
	case ext != ".pdf" && ext != ".docx":
		return usageError{fmt.Sprintf("không biết đóng tập «%s» dưới dạng nào", o.merge), "dùng tên tệp .pdf hoặc .docx sau --merge"}
	case o.shard != "" || o.collect:
		return usageError{"--merge cần cả công việc, không đóng tập từng phần được", "chạy không có --shard và --collect"}
	}
	return nil
}
