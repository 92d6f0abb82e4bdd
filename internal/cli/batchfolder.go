package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"vanban/internal/batch"
)

// temporary begins the names of files that are not finished. The lock of the folder makes sure that those found at
// the beginning of a run were left by one that was killed.
const temporary = ".vanban-batch-"

// folder is the output folder of a batch. All goes through an os.Root: no name and no link in it leads out.
type folder struct {
	root    *os.Root
	journal *journal
	unlock  func()
}

// openFolder makes the folder where there is none, locks it against a second run, and removes what a killed run
// has left unfinished.
func openFolder(dir string) (*folder, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fmt.Errorf("tạo thư mục: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("mở thư mục: %w", err)
	}
	f := &folder{root: root}
	if f.unlock, err = lockFolder(root, dir); err != nil {
		_ = root.Close()
		return nil, err
	}
	if err = f.clean(); err == nil {
		f.journal, err = openJournal(root)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// errLocked is a folder that another run is writing into.
var errLocked = errors.New("một lệnh «vanban batch» khác đang in vào thư mục này; chờ nó xong rồi chạy lại")

// Close lets go of the folder. What was written is on the disk already.
func (f *folder) Close() {
	if f.journal != nil {
		f.journal.close()
	}
	f.unlock()
	_ = f.root.Close()
}

func (f *folder) clean() error {
	dir, err := f.root.Open(".")
	if err != nil {
		return fmt.Errorf("đọc thư mục: %w", err)
	}
	defer dir.Close()
	for {
		entries, err := dir.ReadDir(1000)
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), temporary) && !e.IsDir() { // a folder of that name is none of ours
				if err := f.root.Remove(e.Name()); err != nil && !errors.Is(err, fs.ErrNotExist) {
					return fmt.Errorf("xóa tệp chưa ghi xong: %w", err)
				}
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("đọc thư mục: %w", err)
		}
	}
}

// Look tells what stands at a name, without following links.
func (f *folder) Look(name string) (batch.Kind, error) {
	info, err := f.root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return batch.Nothing, nil
	case err != nil:
		return batch.Nothing, fmt.Errorf("xem tệp có sẵn: %w", err)
	case info.Mode().IsRegular():
		return batch.Plain, nil
	}
	return batch.Special, nil
}

// Read reads a file up to the size of what vanban writes at most.
func (f *folder) Read(name string) ([]byte, error) {
	file, err := f.root.Open(name)
	if err != nil {
		return nil, fmt.Errorf("đọc tệp có sẵn: %w", err)
	}
	defer file.Close()
	src, err := io.ReadAll(io.LimitReader(file, maxOwn+1))
	if err != nil {
		return nil, fmt.Errorf("đọc tệp có sẵn: %w", err)
	}
	return src, nil
}

// Same tells whether two names are those of one file.
func (f *folder) Same(a, b string) (bool, error) {
	first, err := f.root.Lstat(a)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("xem tệp có sẵn: %w", err)
	}
	second, err := f.root.Lstat(b)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("xem tệp có sẵn: %w", err)
	}
	return os.SameFile(first, second), nil
}

// Save writes all files under temporary names, and when all are on the disk renames them.
func (f *folder) Save(files []batch.File) (err error) {
	defer func() {
		if err != nil {
			for _, file := range files {
				_ = f.root.Remove(temporary + file.Name) // gone where the rename went well
			}
		}
	}()
	for _, file := range files {
		if err := f.write(temporary+file.Name, func(w io.Writer) error {
			_, err := w.Write(file.Data)
			return err
		}); err != nil {
			return fmt.Errorf("ghi tệp: %w", named(file.Name, err))
		}
	}
	for _, file := range files {
		if err := f.root.Rename(temporary+file.Name, file.Name); isOpenElsewhere(err) {
			return batch.BusyError{Name: file.Name, Err: err}
		} else if err != nil {
			return fmt.Errorf("ghi tệp: %w", named(file.Name, err))
		}
	}
	return nil
}

// write makes a new file and has it on the disk.
func (f *folder) write(name string, content func(io.Writer) error) error {
	return writeNew(f.root, name, content)
}

func writeNew(root *os.Root, name string, content func(io.Writer) error) error {
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	return errors.Join(content(file), file.Sync(), file.Close())
}
