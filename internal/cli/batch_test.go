package cli

import (
	"io/fs"
	"maps"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"vanban/internal/batch"
)

// runs runs vanban, which must end with a code, and gives what it said.
func runs(t testing.TB, code int, args ...string) string {
	t.Helper()
	env, _, said := environment(args...)
	if got := Main(env); got != code {
		t.Fatalf("%v: exit code %d, want %d\n%s", args, got, code, said)
	}
	return said.String()
}

// contents gives the files of a folder.
func contents(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		src, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = string(src)
	}
	return out
}

// wants fails where one of the texts is not in what was said.
func wants(t testing.TB, said string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(said, text) {
			t.Errorf("%q is not said in\n%s", text, said)
		}
	}
}

// TestBatchOfAWorkbook is a clerk's way: the workbook of `vanban new`, one row broken, seen and mended.
func TestBatchOfAWorkbook(t *testing.T) {
	t.Chdir(t.TempDir())
	runs(t, exitDone, "new", "bien-ban", "--xlsx", "--nhieu", "-o", "so.xlsx")
	wants(t, runs(t, exitDone, "batch", "so.xlsx", "-o", "in"), "2 văn bản: 2 in mới; thư mục: in\n")
	whole := contents(t, "in")
	if names := slices.Sorted(maps.Keys(whole)); !slices.Equal(names, []string{"bien-ban-001.docx", "bien-ban-001.pdf", "bien-ban-002.docx", "bien-ban-002.pdf", batch.ManifestName}) {
		t.Fatalf("files: %v", names)
	}
	wants(t, runs(t, exitDone, "batch", "so.xlsx", "-o", "in"), "2 văn bản: 0 in mới, 2 đã in từ trước")
	if diff := cmp.Diff(whole, contents(t, "in")); diff != "" {
		t.Errorf("a second run changes the folder")
	}

	cell := func(sheet, at, text string) (old string) {
		f, err := excelize.OpenFile("so.xlsx")
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if old, err = f.GetCellValue(sheet, at); err == nil {
			err = f.SetCellStr(sheet, at, text)
		}
		if err == nil {
			err = f.Save()
		}
		if err != nil {
			t.Fatal(err)
		}
		return old
	}
	const people = "Thành phần tham dự - Có mặt"
	date := cell("Văn bản", "R3", "30/02/2026")
	name := cell(people, "B3", "")
	said := runs(t, exitProblems, "batch", "so.xlsx", "-o", "in")
	wants(t, said, "so.xlsx!Văn bản!R3: lỗi: ngày «30/02/2026» không có thật [DATA-DATE]", "so.xlsx!"+people+"!", "tệp «bien-ban-002.docx» trong thư mục là của lần in trước",
		"2 văn bản: 0 in mới, 2 có lỗi, không in")
	cell("Văn bản", "R3", date)
	cell(people, "B3", name)
	wants(t, runs(t, exitDone, "batch", "so.xlsx", "-o", "in"), "2 văn bản: 0 in mới, 2 đã in từ trước")
	if diff := cmp.Diff(whole, contents(t, "in")); diff != "" {
		t.Errorf("the mended workbook does not give the folder that it gave at first")
	}

	// A row whose document nobody knows stops all: one of them would lack it.
	// What is wrong with values is told with it, but not what the lost row may be the cause of.
	for _, at := range []string{"A2", "A3", "A4"} {
		cell(people, at, "bien-ban-0001")
	}
	date = cell("Văn bản", "R3", "30/02/2026")
	said = runs(t, exitProblems, "batch", "so.xlsx", "-o", "khac")
	wants(t, said, "so.xlsx!"+people+"!A3: lỗi: dòng này không thuộc văn bản nào", "có phải là «bien-ban-001»?", "ngày «30/02/2026» không có thật [DATA-DATE]", "chưa in văn bản nào\n")
	if strings.Contains(said, "DATA-MISSING") {
		t.Errorf("a list without its rows is told as one that is missing:\n%s", said)
	}
	for _, at := range []string{"A2", "A3", "A4"} {
		cell(people, at, "bien-ban-001")
	}
	wants(t, runs(t, exitProblems, "batch", "so.xlsx", "-o", "khac", "--name", "{{ .trich_yeu }}"), "[BATCH-NAME]", "[DATA-DATE]", "chưa in văn bản nào\n")
	cell("Văn bản", "R3", date)
	if _, err := os.Stat("khac"); err == nil {
		t.Error("something was written")
	}
}

// TestKilledBatch kills a run at fifty moments and runs it again: no file is ever half there, and the folder ends as
// that of a run nobody disturbed.
func TestKilledBatch(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "so.jsonl")
	manyMinutes(t, data, 40)
	start := time.Now()
	if out, err := exec.Command("vanban", "batch", data, "-o", filepath.Join(dir, "whole")).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	took := time.Since(start) // only sets where the kills fall
	whole := contents(t, filepath.Join(dir, "whole"))
	if len(whole) != 81 {
		t.Fatalf("%d files", len(whole))
	}
	chance := rand.New(rand.NewSource(30))
	out := filepath.Join(dir, "killed")
	halfway := 0
	for moment := range 50 {
		cmd := exec.Command("vanban", "batch", data, "-o", out)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(chance.Float64() * float64(took)))
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		left, err := os.ReadDir(out)
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		if len(left) > 0 && len(left) < 81 {
			halfway++
		}
		for _, e := range left {
			if name := e.Name(); name == batch.ManifestName || strings.HasPrefix(name, temporary) {
				continue
			}
			src, err := os.ReadFile(filepath.Join(out, e.Name()))
			if err != nil || string(src) != whole[e.Name()] {
				t.Fatalf("moment %d: %s is not whole: %v", moment, e.Name(), err)
			}
		}
		if moment%3 == 2 {
			continue // killed again before it could finish
		}
		if out, err := exec.Command("vanban", "batch", data, "-o", out).CombinedOutput(); err != nil {
			t.Fatalf("moment %d: %v: %s", moment, err, out)
		}
		if diff := cmp.Diff(whole, contents(t, out)); diff != "" {
			t.Fatalf("moment %d: the folder ends otherwise", moment)
		}
		if err := os.RemoveAll(out); err != nil {
			t.Fatal(err)
		}
	}
	if halfway < 5 {
		t.Errorf("only %d kills fell in the middle of the work", halfway)
	}
}

// fullDisk is a folder on a disk that is full after some writes; tornAt cuts the last of them short.
type fullDisk struct {
	*folder
	left int
}

func (f *fullDisk) Save(files []batch.File) error {
	if f.left--; f.left < 0 {
		return &fs.PathError{Op: "write", Path: files[0].Name, Err: syscall.ENOSPC}
	}
	return f.folder.Save(files)
}

// TestBatchOnAFullDisk: the run ends with the surroundings' code and what is on the disk is whole; with room again,
// a second run finishes.
func TestBatchOnAFullDisk(t *testing.T) {
	dir := t.TempDir()
	data, out, want := filepath.Join(dir, "so.jsonl"), filepath.Join(dir, "in"), filepath.Join(dir, "whole")
	manyMinutes(t, data, 12)
	runs(t, exitDone, "batch", data, "-o", want)
	env, _, said := environment()
	env.wrapFolder = func(f *folder) batch.Folder { return &fullDisk{f, 5} }
	env.Args = []string{"batch", data, "-o", out, "-j", "1"}
	if code := Main(env); code != exitAround {
		t.Fatalf("exit code %d: %s", code, said)
	}
	wants(t, said.String(), "đã in xong 5 trong 12 văn bản trước khi dừng; chạy lại lệnh để in tiếp", "ổ đĩa đã đầy")
	whole := contents(t, want)
	for name, src := range contents(t, out) {
		if name != batch.ManifestName && src != whole[name] {
			t.Errorf("%s is not whole", name)
		}
	}
	wants(t, runs(t, exitDone, "batch", data, "-o", out), "12 văn bản: 7 in mới, 5 đã in từ trước")
	if diff := cmp.Diff(whole, contents(t, out)); diff != "" {
		t.Error("the folder ends otherwise")
	}
}

// busyClerk is a folder under which somebody changes the data as soon as the first document is there.
type busyClerk struct {
	*folder
	change func()
}

func (f *busyClerk) Save(files []batch.File) error {
	f.change()
	return f.folder.Save(files)
}

// TestDataChangedUnderABatch: documents of the old and of the new data must not lie side by side without a word. The
// next run makes all of them of the new.
func TestDataChangedUnderABatch(t *testing.T) {
	dir := t.TempDir()
	data, out, want := filepath.Join(dir, "so.jsonl"), filepath.Join(dir, "in"), filepath.Join(dir, "whole")
	manyMinutes(t, data, 6)
	src, err := os.ReadFile(data)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.ReplaceAll(string(src), "Trưởng bản số", "Trưởng bạn số")
	if len(changed) != len(src) || changed == string(src) {
		t.Fatal("the data does not change as it should")
	}
	env, _, said := environment("batch", data, "-o", out, "-j", "1")
	env.wrapFolder = func(f *folder) batch.Folder {
		return &busyClerk{f, func() {
			if err := os.WriteFile(data, []byte(changed), 0o600); err != nil {
				t.Error(err)
			}
		}}
	}
	if code := Main(env); code != exitAround {
		t.Errorf("exit code %d", code)
	}
	wants(t, said.String(), "dữ liệu thay đổi trong khi đang in; chạy lại lệnh")
	runs(t, exitDone, "batch", data, "-o", out)
	runs(t, exitDone, "batch", data, "-o", want)
	if diff := cmp.Diff(contents(t, want), contents(t, out)); diff != "" {
		t.Error("the folder ends otherwise")
	}
}

func TestBatchIntoAFolderThatCannotBeWritten(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write anywhere")
	}
	dir := t.TempDir()
	data, out := filepath.Join(dir, "so.jsonl"), filepath.Join(dir, "in")
	manyMinutes(t, data, 2)
	if err := os.Mkdir(out, 0o555); err != nil {
		t.Fatal(err)
	}
	wants(t, runs(t, exitAround, "batch", data, "-o", out), "không có quyền đọc hoặc ghi")
}

// TestTornManifest cuts the manifest in its last line, as a power failure may, and in the middle, as a person may.
func TestTornManifest(t *testing.T) {
	dir := t.TempDir()
	data, out := filepath.Join(dir, "so.jsonl"), filepath.Join(dir, "in")
	manyMinutes(t, data, 5)
	runs(t, exitDone, "batch", data, "-o", out)
	whole := contents(t, out)
	path := filepath.Join(out, batch.ManifestName)
	for _, cut := range []int{1, 100, 500} {
		if err := os.WriteFile(path, []byte(whole[batch.ManifestName][:len(whole[batch.ManifestName])-cut]), 0o600); err != nil {
			t.Fatal(err)
		}
		runs(t, exitDone, "batch", data, "-o", out)
		if diff := cmp.Diff(whole, contents(t, out)); diff != "" {
			t.Errorf("cut by %d: the folder ends otherwise", cut)
		}
	}
	for _, c := range []struct {
		old, new, line string
	}{
		{`"done"`, `"xong"`, ":2"},
		{`"documents":5`, `"documents":5,"shard":"1/2000000000"`, ":1"},
		{`"documents":5`, `"documents":5,"shard":"hai"`, ":1"},
	} {
		edited := strings.Replace(whole[batch.ManifestName], c.old, c.new, 1)
		if err := os.WriteFile(path, []byte(edited), 0o600); err != nil || edited == whole[batch.ManifestName] {
			t.Fatal(err, c)
		}
		wants(t, runs(t, exitProblems, "batch", data, "-o", out), batch.ManifestName+c.line+": lỗi: tệp theo dõi của lần in trước không dùng được", "[BATCH-MANIFEST]")
	}
}

// TestTwoBatches keeps a second run out of the folder of a first.
func TestTwoBatches(t *testing.T) {
	dir := t.TempDir()
	data, out := filepath.Join(dir, "so.jsonl"), filepath.Join(dir, "in")
	manyMinutes(t, data, 2)
	f, err := openFolder(out)
	if err != nil {
		t.Fatal(err)
	}
	wants(t, runs(t, exitAround, "batch", data, "-o", out), "một lệnh «vanban batch» khác đang in vào thư mục này")
	f.Close()
	runs(t, exitDone, "batch", data, "-o", out)
}
