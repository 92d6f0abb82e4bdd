package build_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"codeberg.org/go-fonts/liberation/liberationserifbold"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/docx"
	"vanban/internal/font"
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
		{"fonts", (&build.Builder{Fonts: otherFonts(t)}).Lock(w.jobs(t, "nd30", "a.yaml", src)[0], "1"), func(l *build.Lock) *string { return &l.Fonts }},
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

// TestLockOfWhatIsTypedOtherwise: a day typed another way gives the same document, so the lock in it is the same.
func TestLockOfWhatIsTypedOtherwise(t *testing.T) {
	w := newWorkshop(t)
	src := fixtureFile(t, "ke-hoach/ke-hoach-lo-trinh.yaml")
	other := bytes.Replace(src, []byte("ngay: 2026-03-05"), []byte("ngay: 5/3/2026"), 1)
	if bytes.Equal(src, other) {
		t.Fatal("the plan is of another day")
	}
	builder := &build.Builder{Fonts: w.fonts, Version: "1"}
	a, b := w.jobs(t, "nd30", "a.yaml", src)[0], w.jobs(t, "nd30", "b.yaml", other)[0]
	if builder.Locked(a) != builder.Locked(b) {
		t.Errorf("%+v, %+v", builder.Locked(a), builder.Locked(b))
	}
	if builder.Lock(a, "1") == builder.Lock(b, "1") {
		t.Error("the text of the data is not in the lock that a manifest keeps")
	}
}

// otherFonts are faces that are all the bold one.
func otherFonts(t *testing.T) *font.Set {
	t.Helper()
	bold := liberationserifbold.TTF
	fonts, err := font.Load(font.Files{Regular: bold, Bold: bold, Italic: bold, BoldItalic: bold})
	if err != nil {
		t.Fatal(err)
	}
	return fonts
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
