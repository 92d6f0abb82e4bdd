package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"vanban/internal/docx"
	"vanban/internal/pdf"
)

// output is a file to be written.
type output struct {
	path string
	data []byte
}

// writeAll writes every file or none: each to a temporary name beside its own, and only when all are
// there and on the disk are they renamed. A file that a person has edited since is left alone, unless
// force. Should a rename fail (the file is open elsewhere), done names those that had gone before.
func writeAll(files []output, force bool) (done []string, err error) {
	for _, f := range files {
		if err := refuseSpecial(f.path); err != nil {
			return nil, err
		}
	}
	if !force {
		for _, f := range files {
			if err := refuseEdited(f.path); err != nil {
				return nil, err
			}
		}
	}
	var written []string
	defer func() {
		for _, name := range written {
			_ = os.Remove(name) // gone already where the rename went well
		}
	}()
	for _, f := range files {
		name, err := writeTemporary(f)
		if name != "" {
			written = append(written, name)
		}
		if err != nil {
			return nil, err
		}
	}
	for i, f := range files {
		if err := os.Rename(written[i], f.path); err != nil {
			return done, fmt.Errorf("ghi tệp: %w", err)
		}
		done = append(done, f.path)
	}
	return done, nil
}

func writeTemporary(f output) (name string, err error) {
	dir := filepath.Dir(f.path)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return "", fmt.Errorf("tạo thư mục: %w", err)
	}
	t, err := os.CreateTemp(dir, ".vanban-*")
	if err != nil {
		return "", fmt.Errorf("tạo tệp: %w", named(f.path, err))
	}
	_, err = t.Write(f.data)
	err = errors.Join(err, t.Chmod(0o644), t.Sync(), t.Close())
	if err != nil {
		err = fmt.Errorf("ghi tệp: %w", named(f.path, err))
	}
	return t.Name(), err
}

// named says of the file itself what the system said of its temporary name.
func named(path string, err error) error {
	var of *fs.PathError
	if !errors.As(err, &of) {
		return err
	}
	return &fs.PathError{Op: of.Op, Path: path, Err: of.Err}
}

// refuseSpecial tells a target that is no plain file: a folder, a link that leads elsewhere, a device. It
// must be asked before anything is read.
func refuseSpecial(path string) error {
	info, err := os.Lstat(path)
	if err != nil || info.Mode().IsRegular() {
		return nil // what is wrong with a path that cannot be asked shows when it is written
	}
	if info.IsDir() {
		return &fs.PathError{Op: "write", Path: path, Err: syscall.EISDIR}
	}
	return usageError{fmt.Sprintf("«%s» không phải tệp thường nên không ghi đè được", path), "xóa hoặc đổi tên nó, hoặc ghi vào chỗ khác"}
}

// maxOwn bounds what is read to tell whether a file is as vanban wrote it: more was never written.
const maxOwn = 256 << 20

// refuseEdited tells a file that vanban must not overwrite: one that was changed since vanban wrote it,
// or that vanban did not write.
func refuseEdited(path string) error {
	src, err := readFile(path, maxOwn)
	if errors.Is(err, fs.ErrNotExist) || len(src) == 0 && err == nil {
		return nil
	}
	if err != nil {
		return fmt.Errorf("đọc tệp có sẵn: %w", err)
	}
	edited := true
	switch strings.ToLower(filepath.Ext(path)) {
	case ".docx":
		changed, known, err := docx.Edited(bytes.NewReader(src), int64(len(src)))
		edited = err != nil || !known || changed
	case ".pdf":
		edited = !pdf.AsWritten(src)
	}
	if edited {
		return refusal{path}
	}
	return nil
}

// refusal is a file that is left alone.
type refusal struct{ path string }

func (r refusal) Error() string { return "tệp đã được sửa: " + r.path }

// writeNew writes what a person goes on working with where -o says, standard output without it; a file that is there is
// kept without --force.
func (o *renderOptions) writeNew(src []byte) error {
	if o.out == "" || o.out == "-" {
		_, err := o.env.Stdout.Write(src)
		return err
	}
	_, err := writeAll([]output{{o.out, src}}, o.force)
	if r := (refusal{}); errors.As(err, &r) {
		fmt.Fprintf(o.env.Stderr, "lỗi: «%s» đã có; tệp được giữ nguyên\n", r.path)
		fmt.Fprintf(o.env.Stderr, "  gợi ý: ghi vào tệp khác bằng -o, hoặc thêm --force để ghi đè\n")
		return errProblems
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(o.env.Stderr, "đã ghi: %s\n", o.out)
	return nil
}
