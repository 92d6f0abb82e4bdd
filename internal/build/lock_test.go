package build_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/docx"
	"vanban/templates"
)

// TestLock changes one thing at a time: that part of the lock alone changes.
func TestLock(t *testing.T) {
	const minutes = "bien-ban/bien-ban-mot-trang.yaml"
	w := newWorkshop(t)
	src := fixtureFile(t, minutes)
	builder := &build.Builder{Fonts: w.fonts}
	base := builder.Lock(w.jobs(t, "nd30", "a.yaml", src)[0], "1")

	if got := builder.Lock(w.jobs(t, "nd30", "b.yaml", append([]byte("# ghi chú\n"), src...))[0], "1"); got != base {
		t.Errorf("a note in another file gives another lock: %v, %v", got, base)
	}
	for _, test := range []struct {
		name string
		lock build.Lock
		part func(*build.Lock) *string
	}{
		{"data", builder.Lock(w.jobs(t, "nd30", "a.yaml", append([]byte("ten_tep: khac\n"), src...))[0], "1"),
			func(l *build.Lock) *string { return &l.Data }},
		{"version", builder.Lock(w.jobs(t, "nd30", "a.yaml", src)[0], "2"), func(l *build.Lock) *string { return &l.Version }},
		{"template", lockWith(t, src, "nd30/bien-ban.tmpl", "Địa điểm:", "Nơi họp:"), func(l *build.Lock) *string { return &l.Template }},
		{"include", lockWith(t, src, "nd30/chung.tmpl", "{{ end }}", "{{  end }}"), func(l *build.Lock) *string { return &l.Template }},
		{"shared schema", lockWith(t, src, "chung.schema.yaml", "title: Trích yếu", "title: Tóm tắt"), func(l *build.Lock) *string { return &l.Template }},
		{"standard", lockWith(t, src, "nd30/standard.yaml", "dong: 1.1", "dong: 1.2"), func(l *build.Lock) *string { return &l.Standard }},
	} {
		if *test.part(&test.lock) == *test.part(&base) {
			t.Errorf("%s: the change is not in the lock %v", test.name, test.lock)
		}
		*test.part(&test.lock) = *test.part(&base)
		if test.lock != base {
			t.Errorf("%s: the change is in other parts too: %v, want %v", test.name, test.lock, base)
		}
	}
}

// lockWith gives the lock of minutes made with one file of the library changed.
func lockWith(t *testing.T, src []byte, file, from, to string) build.Lock {
	t.Helper()
	text, err := templates.Files.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(text), from, to, 1)
	if changed == string(text) {
		t.Fatalf("%s does not hold %q", file, from)
	}
	w := newWorkshop(t)
	w.sources = &data.Sources{}
	w.library = build.NewLibrary(w.sources, build.Layer{Files: templates.Files}, build.Layer{Files: fstest.MapFS{file: {Data: []byte(changed)}}})
	return (&build.Builder{Fonts: w.fonts}).Lock(w.jobs(t, "nd30", "a.yaml", src)[0], "1")
}

// TestDocumentsAreLocked: a DOCX carries the lock of what it was made from, a PDF the same, and without a version
// there is none.
func TestDocumentsAreLocked(t *testing.T) {
	w := newWorkshop(t)
	src := fixtureFile(t, "bien-ban/bien-ban-mot-trang.yaml")
	job := w.jobs(t, "nd30", "a.yaml", src)[0]
	builder := &build.Builder{Fonts: w.fonts, Version: "1"}
	file, pdf, _ := builder.Render(job, true, true)
	properties, err := docx.Custom(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	got, ok := build.LockOf(properties)
	want := builder.Lock(job, "1")
	if got.Data == "" || !ok {
		t.Fatalf("no lock in %v", properties)
	}
	if got.Data = want.Data; got != want { // the data's hash is of another form of it
		t.Errorf("locked with %v, want %v", got, want)
	}
	for _, value := range properties {
		if name := "vanban-mau"; value == want.Template && !bytes.Contains(pdf, []byte("<pdfx:"+name+">"+value+"<")) {
			t.Error("the PDF does not say its template")
		}
	}
	builder.Version = ""
	file, _, _ = builder.Render(job, true, false)
	properties, err = docx.Custom(bytes.NewReader(file), int64(len(file)))
	if _, ok := build.LockOf(properties); ok || err != nil {
		t.Errorf("a lock without a version, or %v", err)
	}
}
