//go:build !windows

package cli

// pause is nothing to do where a program's window does not close with it.
func pause() func() { return nil }
