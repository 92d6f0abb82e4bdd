package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

// lockFolder keeps a second run out of a folder until the first ends, however it ends: by a file that is shared with
// nobody and that the system deletes with its last handle.
func lockFolder(_ *os.Root, dir string) (unlock func(), err error) {
	const deleteOnClose = 0x04000000
	const sharingViolation = syscall.Errno(32)
	path := filepath.Join(dir, ".vanban-lock")
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, fmt.Errorf("khóa thư mục: %w", err)
	}
	handle, err := syscall.CreateFile(name, syscall.GENERIC_WRITE, 0, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL|deleteOnClose, 0)
	if errors.Is(err, sharingViolation) {
		return nil, errLocked
	}
	if err != nil {
		return nil, fmt.Errorf("khóa thư mục: %w", &os.PathError{Op: "open", Path: path, Err: err})
	}
	return func() { _ = syscall.CloseHandle(handle) }, nil
}
