package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/cobra"
)

// environment is a run that touches nothing of the process.
func environment(args ...string) (Env, *bytes.Buffer, *bytes.Buffer) {
	var out, said bytes.Buffer
	return Env{Args: args, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &said,
		Getenv: func(string) string { return "" }}, &out, &said
}

// broken is a stream whose writing ends with an error, or in a panic without one.
type broken struct{ err error }

func (b broken) Write([]byte) (int, error) {
	if b.err == nil {
		panic("đường ống hỏng")
	}
	return 0, b.err
}

func TestBugIsReported(t *testing.T) {
	env, _, said := environment("list", "--ham")
	env.Stdout = broken{}
	if code := Main(env); code != exitBug {
		t.Errorf("exit code %d, want %d", code, exitBug)
	}
	got := said.String()
	for _, want := range []string{"lỗi: chương trình vanban gặp sự cố, không phải do dữ liệu của bạn\n",
		"vanban " + Version + ": đường ống hỏng\n", "  vanban/internal/cli.listFunctions"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not said in\n%s", want, got)
		}
	}
	if trace := regexp.MustCompile(`goroutine|panic\(|\.go:\d|0x[0-9a-f]+|\n\t`).FindString(got); trace != "" {
		t.Errorf("a stack trace shows: %q in\n%s", trace, got)
	}
}

func TestPauseComesLast(t *testing.T) {
	for _, args := range [][]string{{"--version"}, {"render"}, {"list", "--ham"}} {
		env, _, said := environment(args...)
		if args[0] == "list" {
			env.Stdout = broken{}
		}
		paused, before := 0, ""
		env.Pause = func() { paused, before = paused+1, said.String() }
		Main(env)
		if paused != 1 || before != said.String() {
			t.Errorf("%v: paused %d times, with more said after it", args, paused)
		}
	}
}

// TestFullDisk gives standard output the error of a disk without room; the commands that print much and
// those that print a document must all tell.
func TestFullDisk(t *testing.T) {
	for _, args := range [][]string{
		{"render", "testdata/ke-hoach.yaml", "-o", "-"},
		{"dump", "testdata/ke-hoach.yaml"},
		{"schema", "ke-hoach"},
		{"list"},
		{"list", "--ham"},
		{"explain"},
		{"explain", "DATA-SYNTAX"},
		{"--help"},
		{"help", "render"},
		{"--version"},
	} {
		env, _, said := environment(args...)
		env.Stdout = broken{&os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}}
		if code := Main(env); code != exitAround || !strings.Contains(said.String(), "ổ đĩa đã đầy") {
			t.Errorf("%v: exit code %d: %s", args, code, said)
		}
	}
}

// TestFailedWriteLeavesNothing has the second of two files fail: no temporary file stays, and what the
// first had been before is as it was.
func TestFailedWriteLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	first := filepath.Join(dir, "a.docx")
	if err := os.WriteFile(first, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	blocked := filepath.Join(dir, "a.docx", "b.pdf") // below a file
	if _, err := writeAll([]output{{first, []byte("mới")}, {blocked, []byte("mới")}}, true); err == nil {
		t.Error("no error")
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 1 {
		t.Errorf("%d files, want 1", len(entries))
	}
	if got, err := os.ReadFile(first); err != nil || len(got) != 0 {
		t.Errorf("the first file holds %q, %v", got, err)
	}
}

// TestHelpIsVietnamese reads the help of every command for words of the libraries' own English.
func TestHelpIsVietnamese(t *testing.T) {
	env, _, _ := environment()
	root := newRoot(&env)
	english := regexp.MustCompile(`(?i)\b(usage|flags?|help for|available|commands?|default|string|int|use|generate|version for|example|global)\b`)
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		// Names of flags are words to type, not to read.
		text := regexp.MustCompile(`--?[a-z]+`).ReplaceAllString(helpText(c), "")
		if word := english.FindString(text); word != "" {
			t.Errorf("%s: %q in\n%s", c.CommandPath(), word, text)
		}
		for _, heading := range []string{"Cách dùng:", "Tùy chọn:", "in hướng dẫn này"} {
			if !strings.Contains(text, heading) {
				t.Errorf("%s: no %q in\n%s", c.CommandPath(), heading, text)
			}
		}
		if c.Short == "" {
			t.Errorf("%s says nothing of itself", c.CommandPath())
		}
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk(root)
}

// TestCommandOrFile tells a data file that stands first from a command.
func TestCommandOrFile(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("khong-duoi", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		args, want string // want empty for an error
	}{
		{"", ""},
		{"a.yaml", "render a.yaml"},
		{"- -o b.pdf", "render - -o b.pdf"},
		{"khong-duoi", "render khong-duoi"},
		{"thu/muc", "render thu/muc"},
		{"list --ham", "list --ham"},
		{"--version", "--version"},
		{"help render", "help render"},
		{"rendr", "?"},
	} {
		env, _, _ := environment()
		got, err := expand(newRoot(&env), strings.Fields(test.args))
		if text := strings.Join(got, " "); (err != nil) != (test.want == "?") || err == nil && text != test.want {
			t.Errorf("%q is %q, %v; want %q", test.args, text, err, test.want)
		}
	}
}
