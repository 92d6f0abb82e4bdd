package cli

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"syscall"

	"github.com/inconshreveable/mousetrap"
)

// isOpenElsewhere tells ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION, and a rename that was denied: so Windows answers
// where a program holds the file open that would be replaced, or where it may only be read. A folder that cannot be
// written shows before, when the new file is made.
func isOpenElsewhere(err error) bool {
	var rename *os.LinkError
	return errors.Is(err, syscall.Errno(32)) || errors.Is(err, syscall.Errno(33)) || errors.As(err, &rename) && errors.Is(err, syscall.ERROR_ACCESS_DENIED)
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
