package batch

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/font"
	"vanban/templates"
)

// memory is a folder and a journal in memory.
type memory struct {
	mu      sync.Mutex
	files   map[string][]byte
	links   map[string]bool
	journal []byte
	fails   int // which Save fails; 0 for none
	busy    string
	folds   bool // does not tell capitals apart
	saves   int
}

func (m *memory) Look(name string) (Kind, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	switch {
	case m.links[name]:
		return Special, nil
	case m.files[m.at(name)] == nil:
		return Nothing, nil
	}
	return Plain, nil
}

func (m *memory) Read(name string) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.files[m.at(name)], nil
}

func (m *memory) Save(files []File) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.saves++; m.saves == m.fails {
		return &fs.PathError{Op: "write", Path: files[0].Name, Err: io.ErrShortWrite}
	}
	for _, f := range files {
		if f.Name == m.busy {
			return BusyError{f.Name, io.ErrShortWrite}
		}
		m.files[m.at(f.Name)] = f.Data
	}
	return nil
}

func (m *memory) ReadAt(p []byte, at int64) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return bytes.NewReader(m.journal).ReadAt(p, at)
}
func (m *memory) Size() int64 { return int64(len(m.journal)) }
func (m *memory) Append(p []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.journal = append(m.journal, p...)
	return nil
}
func (m *memory) Sync() error { return nil }
func (m *memory) Replace(write func(io.Writer) error) error {
	var b bytes.Buffer
	err := write(&b)
	m.journal = b.Bytes()
	return err
}

func newMemory() *memory { return &memory{files: map[string][]byte{}, links: map[string]bool{}} }

// record gives a line of JSON: a decision of few words.
func record(name, about string) string {
	return fmt.Sprintf(`{"mau": "danh-sach-noi-nhan", "ten_tep": %q, "co_quan": {"ten": "Phòng Kinh tế"}, "ky_hieu": "KH-KT", "trich_yeu": %q, "noi_nhan": [{"ten": "Ủy ban nhân dân xã", "muc_dich": "bao_cao"}], "luu": "VT"}`, name, about)
}

// run is a run over lines of JSON into a folder in memory.
func run(t testing.TB, into *memory, change func(*Batch), lines ...string) (Summary, diag.List, error) {
	t.Helper()
	b, plan := prepare(t, into, change, lines...)
	if plan.Findings.HasErrors() {
		return Summary{}, plan.Findings, nil
	}
	return b.Run(plan)
}

func prepare(t testing.TB, into *memory, change func(*Batch), lines ...string) (*Batch, *Plan) {
	t.Helper()
	fonts, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	library := build.NewLibrary(&data.Sources{}, build.Layer{Files: templates.Files})
	standard, findings, err := library.Standard("nd30")
	if err != nil || standard == nil {
		t.Fatal(err, findings)
	}
	text := strings.Join(lines, "\n")
	l, err := data.OpenLines("a.jsonl", strings.NewReader(text), int64(len(text)))
	if err != nil || l.Findings.HasErrors() {
		t.Fatal(err, l.Findings)
	}
	b := &Batch{Input: Lines{&Reader{Library: library, Standard: standard, Stem: "a"}, l}, Folder: into, Journal: into,
		Fonts: fonts, Version: "1", DOCX: true, PDF: true, Workers: 3}
	if change != nil {
		change(b)
	}
	plan, err := b.Plan()
	if err != nil {
		t.Fatal(err)
	}
	return b, plan
}

// told3 shows findings as «id place».
func shown(l diag.List) string {
	var out []string
	for _, d := range l {
		out = append(out, d.ID+" "+d.Pos.String())
	}
	return strings.Join(out, ", ")
}

func TestNotOurs(t *testing.T) {
	into := newMemory()
	into.files["mot.docx"] = []byte("của người khác")
	sum, found, err := run(t, into, nil, record("mot", "Danh sách"))
	if err != nil || sum.Kept != 1 || shown(found) != "BATCH-EDITED a.jsonl:1:1" || string(into.files["mot.docx"]) != "của người khác" || into.files["mot.pdf"] != nil {
		t.Errorf("%+v %s %v", sum, shown(found), err)
	}
}

// TestLostLine: files whose line of the manifest was lost are found to be the same.
func TestLostLine(t *testing.T) {
	into := newMemory()
	one := record("mot", "Danh sách")
	if _, _, err := run(t, into, nil, one); err != nil {
		t.Fatal(err)
	}
	whole := into.journal
	into.journal = nil
	into.saves = 0
	if _, _, err := run(t, into, nil, one); err != nil {
		t.Fatal(err)
	}
	if into.saves != 0 || !bytes.Equal(whole, into.journal) {
		t.Errorf("%d files were written again", into.saves)
	}
}

// TestSurroundingsStop: the run ends with the error; what was done is in the manifest.
func TestSurroundingsStop(t *testing.T) {
	into := newMemory()
	into.fails = 3
	lines := []string{}
	for i := range 9 {
		lines = append(lines, record(fmt.Sprint("so", i), "Danh sách"))
	}
	sum, _, err := run(t, into, func(b *Batch) { b.Workers = 1 }, lines...)
	if err == nil || sum.Made != 2 || bytes.Count(into.journal, []byte("\n")) != 3 {
		t.Errorf("%+v, %v, %s", sum, err, into.journal)
	}
	sum, _, err = run(t, into, nil, lines...)
	if err != nil || sum.Made != 7 || sum.Same != 2 {
		t.Errorf("%+v, %v", sum, err)
	}
}

// TestBusy: a file that is open in Word keeps its document from being written, and no other.
func TestBusy(t *testing.T) {
	into := newMemory()
	lines := []string{record("mot", "Danh sách"), record("hai", "Danh sách"), record("ba", "Danh sách")}
	if _, _, err := run(t, into, nil, lines...); err != nil {
		t.Fatal(err)
	}
	for i := range lines {
		lines[i] = strings.Replace(lines[i], "Danh sách", "Danh sách mới", 1)
	}
	into.busy = "hai.pdf"
	sum, found, err := run(t, into, nil, lines...)
	if err != nil || sum.Made != 2 || sum.Failed != 1 || shown(found) != "BATCH-BUSY a.jsonl:2:1" || !strings.Contains(found[0].Message, "«hai.pdf»") {
		t.Errorf("%+v %s %v", sum, shown(found), err)
	}
	into.busy = ""
	if sum, found, err := run(t, into, nil, lines...); err != nil || sum.Made != 1 || sum.Same != 2 || len(found) > 0 {
		t.Errorf("closed again: %+v %s %v", sum, shown(found), err)
	}
}

func TestNames(t *testing.T) {
	named := func(pattern string) func(*Batch) {
		return func(b *Batch) { b.Namer = &Namer{Reader: b.Input.(Lines).Reader, Pattern: pattern, Where: "--name"} }
	}
	lines := []string{record("mot", "Danh sách: 1/2026"), record("hai", "Danh sách: 2/2026")}
	for _, test := range []struct {
		pattern, names, findings string
	}{
		{"{{ .trich_yeu }}", "Danh sách- 1-2026 Danh sách- 2-2026", "BATCH-RENAMED a.jsonl:1:1"},
		{"ds-{{ .ten_tep }}", "ds-mot ds-hai", ""},
		{"ds-{{ .ky_hieu }}", "", "BATCH-NAME a.jsonl:2:1"},
		{"{{ .khong_co }}", "", "TMPL-FIELD --name:1:5"},
		{"{{ .so }}", "", ""}, // both records fail
	} {
		into := newMemory()
		b, plan := prepare(t, into, named(test.pattern), lines...)
		if got := shown(plan.Findings); got != test.findings {
			t.Errorf("%s: findings %q, want %q", test.pattern, got, test.findings)
		}
		if plan.Findings.HasErrors() {
			continue
		}
		sum, found, err := b.Run(plan)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for n := range plan.names {
			names = append(names, plan.names[n]...)
		}
		if got := strings.TrimSpace(strings.Join(names, " ")); got != test.names {
			t.Errorf("%s: names %q, want %q", test.pattern, got, test.names)
		}
		if test.names == "" && (sum.Failed != 2 || !strings.HasPrefix(shown(found), "MERGE-MISSING a.jsonl:1:1, ")) {
			t.Errorf("%s: %+v, %s", test.pattern, sum, shown(found))
		}
	}
	_, plan := prepare(t, newMemory(), nil, record("Số-1", "Danh sách"), record("SỐ-1", "Danh sách"), record("so\u0302\u0301-1", "Danh sách"))
	if got := shown(plan.Findings); got != "BATCH-NAME a.jsonl:2:1, BATCH-NAME a.jsonl:3:1" {
		t.Errorf("capitals and letters in parts: %s", got)
	}
	if notes := plan.Findings[0].Notes; len(notes) != 1 || notes[0].Pos.String() != "a.jsonl:1:1" {
		t.Errorf("the first place is not told: %v", notes)
	}
}

func TestSafeName(t *testing.T) {
	for text, want := range map[string]string{
		"86/KH-UBND": "86-KH-UBND", `a\b:c*d?"e"<f>|g`: "a-b-c-d--e--f--g", "  a \t b\u200b ": "a b", "con": "con_", "NUL.txt": "NUL_.txt",
		"../../etc/passwd": "etc-passwd", "..": "", "a. .": "a", "com1": "com1_", "lpt¹": "lpt¹_", "COM10": "COM10", "-rf": "rf", "số 1": "số 1",
	} {
		got := safeName(text)
		if got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
		if got != "" && build.BadName(got) != "" {
			t.Errorf("%q is no name: %s", got, build.BadName(got))
		}
	}
}

// TestShards splits a work into three parts and puts it together again.
func TestShards(t *testing.T) {
	var lines []string
	for i := range 20 {
		lines = append(lines, record(fmt.Sprint("so-", i), fmt.Sprint("Danh sách ", i)))
	}
	lines[7] = strings.Replace(lines[7], `"luu"`, `"lưu"`, 1)
	whole, into := newMemory(), newMemory()
	if _, _, err := run(t, whole, nil, lines...); err != nil {
		t.Fatal(err)
	}
	var parts []Part
	for k := 1; k <= 3; k++ {
		m := newMemory()
		sum, _, err := run(t, m, func(b *Batch) { b.Shard = Shard{k, 3} }, lines...)
		if err != nil || sum.Total < 3 {
			t.Fatal(sum, err)
		}
		parts = append(parts, Part{fmt.Sprint("phan-", k), m, m})
	}
	sum, found, err := Collect(parts, &Part{"chung", into, into})
	if err != nil || sum != (Summary{Total: 20, Made: 19, Failed: 1}) || shown(found) != "DATA-UNKNOWN a.jsonl:8:203" {
		t.Errorf("%+v %s %v", sum, shown(found), err)
	}
	if diff := cmp.Diff(whole.files, into.files); diff != "" || string(whole.journal) != string(into.journal) {
		t.Errorf("put together it is not what a single run gives: %s", cmp.Diff(string(whole.journal), string(into.journal)))
	}

	fault := func(what, want string, parts ...Part) {
		t.Helper()
		if _, found, err := Collect(parts, nil); err != nil || len(found) == 0 || !strings.Contains(found[0].Message, want) {
			t.Errorf("%s: %v, %v, want %q", what, found, err, want)
		}
	}
	fault("one missing", "còn thiếu 1 phần: 2/3", parts[0], parts[2])
	fault("one twice", "phần «1/3» có hai lần, lần kia ở «phan-1»", parts[0], parts[0], parts[1], parts[2])
	fault("nothing", "không có tệp theo dõi", parts[0], Part{"x", newMemory(), newMemory()})
	second := parts[1].Folder.(*memory)
	cut := &memory{files: second.files, journal: second.journal[:bytes.LastIndexByte(second.journal[:len(second.journal)-1], '\n')+1]}
	fault("one document missing", "dữ liệu có 20 văn bản, các phần có 19", parts[0], Part{"y", cut, cut}, parts[2])
	other := newMemory()
	if _, _, err := run(t, other, func(b *Batch) { b.Shard, b.Version = Shard{2, 3}, "2" }, lines...); err != nil {
		t.Fatal(err)
	}
	fault("another version", "bản vanban khác", parts[0], Part{"z", other, other}, parts[2])
	if _, found, err := run(t, other, func(b *Batch) { b.Shard = Shard{1, 3} }, lines...); err != nil || shown(found) != "BATCH-SHARD "+ManifestName {
		t.Errorf("a folder of another shard: %s, %v", shown(found), err)
	}
	for key := range parts[0].Folder.(*memory).files {
		delete(parts[0].Folder.(*memory).files, key)
		break
	}
	if sum, found, _ := Collect(parts, nil); !strings.Contains(shown(found), IDShard+" phan-1/") || sum.Failed != 2 {
		t.Errorf("a file missing: %s, %+v", shown(found), sum)
	}
}

// TestTold keeps the first findings whatever the order in which they come.
func TestTold(t *testing.T) {
	var orders [2]string
	for i, step := range []int{1, 7} { // 7 and 500 have no common factor
		notes := &told{}
		for n := range 500 {
			at := n * step % 500
			notes.add(at, diag.List{{ID: "E", Severity: diag.Error, Message: fmt.Sprint(at)}, {ID: "W", Severity: diag.Warning, Message: fmt.Sprint(at)}})
		}
		list := notes.list()
		if len(list) != maxErrors+maxOthers || list[0].Message != "0" || list[len(list)-1].Message != fmt.Sprint(maxErrors-1) {
			t.Fatalf("%d findings", len(list))
		}
		for _, d := range list {
			orders[i] += d.ID + d.Message + " "
			for _, n := range d.Notes {
				orders[i] += n.Message
			}
		}
	}
	if orders[0] != orders[1] || !strings.Contains(orders[0], "còn 300 chỗ khác như vậy") || !strings.Contains(orders[0], "còn 495 chỗ khác như vậy") {
		t.Errorf("%s\n%s", orders[0], orders[1])
	}
}

// TestBindsAll binds into both forms; one bad record keeps the rest unbound.
func TestBindsAll(t *testing.T) {
	lines := []string{record("mot", "Danh sách thứ nhất"), record("hai", "Danh sách thứ hai")}
	b, plan := prepare(t, newMemory(), nil, lines...)
	for name, bind := range map[string]func(*Plan, string, io.Writer) (diag.List, error){"pdf": b.BindPDF, "docx": b.BindDOCX} {
		var first, second bytes.Buffer
		for _, w := range []io.Writer{&first, &second} {
			if found, err := bind(plan, "Tập", w); err != nil || found.HasErrors() {
				t.Fatal(name, found, err)
			}
		}
		if first.Len() == 0 || !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: two bindings differ", name)
		}
		switch name {
		case "pdf":
			if got := bytes.Count(first.Bytes(), []byte("/Type /Page ")); got != 2 || bytes.Count(first.Bytes(), []byte("/FontFile2 ")) > 4 {
				t.Errorf("%d pages, want 2, with their fonts once", got)
			}
		case "docx":
			body := docxPart(t, first.Bytes(), "word/document.xml")
			if n := strings.Count(body, `<w:pgNumType w:start="1"`); n != 2 || strings.Count(body, "<w:sectPr>") != 2 {
				t.Errorf("%d sections begin with page 1, want 2", n)
			}
		}
		if !asWritten(slices.Index([]string{"docx", "pdf"}, name), first.Bytes()) {
			t.Errorf("%s: counts as changed by hand", name)
		}
	}
	b, plan = prepare(t, newMemory(), nil, append(lines, strings.Replace(lines[0], `"luu"`, `"lưu"`, 1))...)
	if found, err := b.BindPDF(plan, "Tập", io.Discard); err != nil || shown(found) != "BATCH-BIND " {
		t.Error(found, err)
	}
}

// FuzzManifest: no bytes make the reader panic, and what it takes it writes back.
func FuzzManifest(f *testing.F) {
	f.Add([]byte("{\"vanban\":\"batch\",\"form\":1,\"documents\":1}\n{\"record\":1,\"name\":\"mot\",\"state\":\"done\"}\n{\"rec"))
	f.Add([]byte("{\"vanban\":\"batch\",\"form\":1,\"documents\":1}\n{\"record\":2,\"name\":\"mot\",\"state\":\"gone\",\"files\":[{\"name\":\"mot.pdf\",\"size\":1,\"sha256\":\"" + strings.Repeat("0a", 32) + "\"}]}\n"))
	f.Add([]byte("{}\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		j := &memory{journal: src}
		m, found, err := readManifest(j, "x")
		if err != nil {
			t.Fatal(err)
		}
		if m == nil {
			if !found.HasErrors() {
				t.Fatal("refused without a word")
			}
			return
		}
		if err := m.rewrite(m.head, slices.Values(slices.Sorted(maps.Keys(m.entries)))); err != nil {
			t.Fatal(err)
		}
		again, found, err := readManifest(j, "x")
		if err != nil || len(m.entries) > 0 && again == nil || len(m.entries) > 0 && len(again.entries) != len(m.entries) {
			t.Fatal(found, err)
		}
	})
}

func docxPart(t *testing.T, src []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
