//go:build !windows

package cli

// isOpenElsewhere is never so where a file may be replaced while it is open.
func isOpenElsewhere(error) bool { return false }

// pause is nothing to do where a program's window does not close with it.
func pause() func() { return nil }
