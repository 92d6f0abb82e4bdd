package cli

import (
	"archive/zip"
	"errors"
	"io"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"vanban/internal/word/wordtest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"vanban": func() { os.Exit(Main(Process())) }})
}

// TestScripts runs the scripts of testdata/script. Beside testscript's own commands they may say
//
//	code N program …   run the program; its exit code must be N
//	edit FILE          change one byte in the middle of the file, as another program might
//	grow FILE MORE     add what another file holds to the end, as a digital signature does
//	within FILE OLD NEW  replace a text, which must stand there, in the parts of a .docx file
//	weigh FILE MB      put a picture of so many MB into a .docx file
//	whole DIR NAME…    the folder must hold these files and no other, hidden ones too
//
// and the condition [root], under which nothing is unreadable. The data files lie in the script's folder;
// $FIXTURES is the folder of the fixtures.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			fixtures, err := filepath.Abs("../../fixtures")
			if err != nil {
				return err
			}
			env.Setenv("FIXTURES", fixtures)
			for _, name := range []string{"ke-hoach", "ho-so"} {
				src, err := os.ReadFile(filepath.Join("testdata", name+".yaml"))
				if err != nil {
					return err
				}
				if err := os.WriteFile(filepath.Join(env.WorkDir, name+".yaml"), src, 0o600); err != nil {
					return err
				}
			}
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond != "root" {
				return false, errors.New("unknown condition " + cond)
			}
			return os.Geteuid() == 0, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code": code, "edit": edit, "grow": grow, "whole": whole, "within": within, "weigh": weigh,
		},
	})
}

func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N program …")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func grow(ts *testscript.TestScript, neg bool, args []string) {
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_WRONLY|os.O_APPEND, 0)
	ts.Check(err)
	_, err = f.WriteString(ts.ReadFile(args[1]))
	ts.Check(errors.Join(err, f.Close()))
}

func edit(ts *testscript.TestScript, neg bool, args []string) {
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_RDWR, 0)
	ts.Check(err)
	defer f.Close()
	size, err := f.Seek(0, io.SeekEnd)
	ts.Check(err)
	b := make([]byte, 1)
	_, err = f.ReadAt(b, size/2)
	ts.Check(err)
	b[0] ^= 0x20
	_, err = f.WriteAt(b, size/2)
	ts.Check(err)
}

// weigh adds noise: what can be compressed is no picture.
func weigh(ts *testscript.TestScript, neg bool, args []string) {
	name := ts.MkAbs(args[0])
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	z, err := zip.OpenReader(name)
	ts.Check(err)
	f, err := os.Create(name + ".moi")
	ts.Check(err)
	w := zip.NewWriter(f)
	for _, part := range z.File {
		ts.Check(w.Copy(part))
	}
	picture, err := w.CreateHeader(&zip.FileHeader{Name: "word/media/anh.png", Method: zip.Store})
	ts.Check(err)
	_, err = io.CopyN(picture, rand.New(rand.NewSource(1)), size<<20)
	ts.Check(errors.Join(err, w.Close(), f.Close(), z.Close(), os.Rename(name+".moi", name)))
}

func whole(ts *testscript.TestScript, neg bool, args []string) {
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	want := map[string]bool{}
	for _, name := range args[1:] {
		want[name] = true
	}
	for _, e := range entries {
		if !want[e.Name()] {
			ts.Fatalf("%s holds %s too", args[0], e.Name())
		}
		delete(want, e.Name())
	}
	for name := range want {
		ts.Fatalf("%s does not hold %s", args[0], name)
	}
}

func within(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: within FILE OLD NEW")
	}
	z, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer z.Close()
	parts, there := map[string]string{}, false
	for _, e := range z.File {
		r, err := e.Open()
		ts.Check(err)
		b, err := io.ReadAll(r)
		ts.Check(err)
		there = there || strings.Contains(string(b), args[1])
		parts[e.Name] = strings.ReplaceAll(string(b), args[1], args[2])
	}
	if !there {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), wordtest.Zip(parts), 0o600))
}
