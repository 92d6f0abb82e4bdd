package cli

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"syscall"

	"github.com/inconshreveable/mousetrap"
)

// isOpenElsewhere tells ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION.
func isOpenElsewhere(err error) bool {
	return errors.Is(err, syscall.Errno(32)) || errors.Is(err, syscall.Errno(33))
}

// pause waits for a key where the window was opened by a double click or a dropped file: it would close
// before anyone could read it.
func pause() func() {
	if !mousetrap.StartedByExplorer() {
		return nil
	}
	return func() {
		fmt.Fprint(os.Stderr, "\nnhấn Enter để đóng cửa sổ này ")
		_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
	}
}
