package cli

import (
	"errors"
	"fmt"
	"io"
	"os"

	"vanban/internal/batch"
)

// journal is the file of the manifest.
type journal struct {
	root *os.Root
	file *os.File
	size int64
}

func openJournal(root *os.Root) (*journal, error) {
	j := &journal{root: root}
	if info, err := root.Lstat(batch.ManifestName); err == nil && !info.Mode().IsRegular() {
		return nil, usageError{fmt.Sprintf("«%s» trong thư mục in ra là liên kết hoặc thư mục", batch.ManifestName), "xóa hoặc đổi tên nó, hoặc in vào thư mục khác bằng -o"}
	}
	if err := j.open(os.O_CREATE); err != nil {
		return nil, err
	}
	return j, nil
}

func (j *journal) open(flag int) error {
	file, err := j.root.OpenFile(batch.ManifestName, os.O_RDWR|flag, 0o644)
	if err != nil {
		return fmt.Errorf("mở tệp theo dõi: %w", err)
	}
	info, err := file.Stat()
	if err != nil {
		_ = file.Close()
		return fmt.Errorf("mở tệp theo dõi: %w", err)
	}
	j.file, j.size = file, info.Size()
	return nil
}

func (j *journal) close() {
	if j.file != nil {
		_ = j.file.Close() // written and synced before
	}
}

// Size gives the bytes that were written whole.
func (j *journal) Size() int64 { return j.size }

// ReadAt reads what was written.
func (j *journal) ReadAt(p []byte, at int64) (int, error) { return j.file.ReadAt(p, at) }

// Append writes at the end. What a full disk cut short is taken back.
func (j *journal) Append(p []byte) error {
	n, err := j.file.WriteAt(p, j.size)
	if err != nil {
		if n > 0 {
			err = errors.Join(err, j.file.Truncate(j.size))
		}
		return err
	}
	j.size += int64(n)
	return nil
}

// Sync has the lines on the disk, and the names of the files that they speak of.
func (j *journal) Sync() error {
	if err := j.file.Sync(); err != nil {
		return fmt.Errorf("ghi tệp theo dõi: %w", err)
	}
	syncFolder(j.root)
	return nil
}

// Replace writes a new manifest and puts it in the place of the old.
func (j *journal) Replace(write func(io.Writer) error) error {
	const name = temporary + batch.ManifestName
	if err := writeNew(j.root, name, write); err != nil {
		_ = j.root.Remove(name)
		return named(batch.ManifestName, err)
	}
	j.close() // Windows renames over no open file
	j.file = nil
	if err := j.root.Rename(name, batch.ManifestName); err != nil {
		_ = j.root.Remove(name)
		return err
	}
	syncFolder(j.root)
	return j.open(0)
}

// syncFolder has the names of a folder on the disk. Not every system can; the files themselves are there.
func syncFolder(root *os.Root) {
	if dir, err := root.Open("."); err == nil {
		_ = dir.Sync()
		_ = dir.Close()
	}
}
