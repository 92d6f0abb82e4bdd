package cli

import (
	"bufio"
	"fmt"
	"os"

	"github.com/inconshreveable/mousetrap"
)

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
