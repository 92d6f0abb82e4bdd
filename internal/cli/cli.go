// Package cli is the command line: commands, streams and exit codes, and the only package that sees
// files, the environment and the terminal.
//
// A command is made as factory → options → run: newX builds the cobra command and its flags, a struct
// holds what they said, and run does the work with an [Env] whose effects a test can replace. Messages go
// to standard error in Vietnamese.
//
// Start from [Main]; to add a command, write its file and name it in newRoot.
package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"

	"vanban/internal/batch"
	"vanban/internal/diag"
)

// The exit codes, design part 7.
const (
	exitDone     = 0
	exitProblems = 1 // problems in what the user gave
	exitUsage    = 2 // wrong usage
	exitAround   = 3 // surroundings: cannot read, write, no font
	exitBug      = 4
)

// Version is what `vanban --version` prints.
const Version = "0.1.0"

// Env is all that a run touches.
type Env struct {
	Args   []string
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	Getenv func(string) string
	// Pause keeps the window open that a double click on Windows opened; nil elsewhere.
	Pause func()

	wrapFolder func(*folder) batch.Folder // puts a broken folder in the place of a batch's own; nil outside of tests
}

// Process is the environment of the running program.
func Process() Env {
	return Env{Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Pause: pause()}
}

// problems ends a run with exit code 1: what is wrong has been printed.
var errProblems = errors.New("problems in the input")

// errUnread ends a run with exit code 3: what could not be read has been printed.
var errUnread = errors.New("unreadable input")

// usageError is wrong usage; its text is Vietnamese.
type usageError struct{ message, hint string }

func (e usageError) Error() string { return e.message }

// Main runs vanban and gives its exit code.
func Main(env Env) (code int) {
	defer func() {
		if broken := recover(); broken != nil {
			reportBug(env.Stderr, broken)
			code = exitBug
		}
		if env.Pause != nil {
			env.Pause()
		}
	}()
	cobra.MousetrapHelpText = "" // a file dropped onto vanban.exe is the main way in on Windows
	out := &checked{to: env.Stdout}
	env.Stdout = out
	root := newRoot(&env)
	args, err := expand(root, env.Args)
	if err != nil {
		return exitCode(&env, err)
	}
	root.SetArgs(args)
	err = root.Execute()
	if out.err != nil && (err == nil || errors.Is(err, errProblems)) {
		err = out.err
	}
	return exitCode(&env, err)
}

// checked keeps the first error of standard output, so that no command that prints to it, nor cobra, can
// lose the end of its text in silence.
type checked struct {
	to  io.Writer
	err error
}

func (c *checked) Write(p []byte) (int, error) {
	n, err := c.to.Write(p)
	if c.err == nil {
		c.err = err
	}
	return n, err
}

// exitCode prints what an error says and gives the code that it means.
func exitCode(env *Env, err error) int {
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errProblems):
		return exitProblems
	case errors.Is(err, errUnread):
		return exitAround
	case errors.As(err, &usage):
		fmt.Fprintf(env.Stderr, "lỗi: %s\n", usage.message)
		if usage.hint != "" {
			fmt.Fprintf(env.Stderr, "  gợi ý: %s\n", usage.hint)
		}
		return exitUsage
	default:
		fmt.Fprintf(env.Stderr, "lỗi: %s\n", surroundings(err))
		if hint := meant(err); hint != "" {
			fmt.Fprintf(env.Stderr, "  gợi ý: %s\n", hint)
		}
		return exitAround
	}
}

// reportBug says in plain words that the program is at fault, and what to send along.
func reportBug(w io.Writer, broken any) {
	fmt.Fprintf(w, "lỗi: chương trình vanban gặp sự cố, không phải do dữ liệu của bạn\n")
	fmt.Fprintf(w, "  gợi ý: báo cho người phát triển kèm tệp dữ liệu và các dòng dưới đây\n")
	fmt.Fprintf(w, "  vanban %s: %v\n", Version, broken)
	for _, line := range stack(debug.Stack()) {
		fmt.Fprintf(w, "  %s\n", line)
	}
}

// findings prints findings sorted, each with its line, and tells whether the run may go on.
func (env *Env) findings(l diag.List, line func(string, int) (string, bool)) error {
	if err := diag.Print(env.Stderr, l.Sorted(), line); err != nil {
		return err
	}
	if l.HasErrors() {
		return errProblems
	}
	return nil
}
