package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"vanban/internal/batch"
	"vanban/internal/data"
	"vanban/internal/diag"
)

// runCollect makes sure that the folders are all shards of one work, and gathers their files where -o says so.
func (o *batchOptions) runCollect(dirs []string) error {
	if o.shard != "" || o.name != "" || o.docx || o.pdf || o.force {
		return usageError{"--collect không đi cùng --shard, --name, --docx, --pdf, --force", "dùng các tùy chọn đó khi in từng phần"}
	}
	o.sources = &data.Sources{}
	var parts []batch.Part
	for _, dir := range dirs {
		if info, err := os.Stat(dir); err != nil {
			return fmt.Errorf("mở thư mục: %w", err)
		} else if !info.IsDir() {
			return usageError{fmt.Sprintf("«%s» không phải thư mục", dir), "--collect nhận các thư mục mà «vanban batch --shard» đã in ra"}
		}
		part, end, err := shardFolder(dir)
		if err != nil {
			return err
		}
		defer end()
		parts = append(parts, part)
	}
	var into *batch.Part
	if o.out != "" {
		for _, dir := range dirs {
			if sameFolder(dir, o.out) {
				return usageError{fmt.Sprintf("«%s» vừa là một phần, vừa là nơi gom", o.out), "gom vào một thư mục mới bằng -o"}
			}
		}
		f, err := openFolder(o.out)
		if err != nil {
			return err
		}
		defer f.Close()
		into = &batch.Part{Where: filepath.ToSlash(o.out), Folder: f, Journal: f.journal}
	}
	sum, findings, err := batch.Collect(parts, into)
	if err != nil {
		return o.endedBatch(dirs, err, findings)
	}
	if sum.Failed+sum.Kept > 0 && !findings.HasErrors() {
		findings.Add(diag.Diagnostic{ID: batch.IDShard, Severity: diag.Error, Message: fmt.Sprintf("%d văn bản chưa in được", sum.Failed+sum.Kept),
			Hints: []string{"sửa các lỗi đã nêu của từng phần rồi chạy lại phần đó"}})
	}
	problems := o.told(dirs, findings)
	if sum.Total > 0 {
		o.say(o.env, "đủ %d phần, %d văn bản, %d có lỗi\n", len(parts), sum.Total, sum.Failed+sum.Kept)
	}
	return problems
}

func sameFolder(a, b string) bool {
	first, err := os.Stat(a)
	if err != nil {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second)
}

// shardFolder opens the folder of a shard, which is only read: it may come from an archive that cannot be written.
func shardFolder(dir string) (part batch.Part, end func(), err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return batch.Part{}, nil, fmt.Errorf("mở thư mục: %w", err)
	}
	j := &journal{root: root}
	end = func() {
		j.close()
		_ = root.Close()
	}
	file, err := root.Open(batch.ManifestName)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		end()
		return batch.Part{}, nil, fmt.Errorf("mở tệp theo dõi: %w", err)
	}
	if err == nil {
		j.file = file
		info, err := file.Stat()
		if err != nil {
			end()
			return batch.Part{}, nil, fmt.Errorf("mở tệp theo dõi: %w", err)
		}
		j.size = info.Size()
	}
	return batch.Part{Where: filepath.ToSlash(dir), Folder: &folder{root: root}, Journal: j}, end, nil
}
