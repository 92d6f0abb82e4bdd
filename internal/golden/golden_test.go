package golden

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/font"
	"vanban/templates"
)

func TestCases(t *testing.T) {
	root := fstest.MapFS{}
	for _, name := range []string{"a.yaml", "a.json", "b.csv", "co-quan.yaml", "a.trang.golden", "a.trang.golden.moi", "a.moi.docx", "a.docx",
		".github/workflows/ci.yaml", ".an.yaml", "nd30/rieng.tmpl", "nd30/standard.yaml", "nd30/chung.schema.yaml", "sau/mau.tmpl", "sau/c.yml", "sau/ghi-chu.txt"} {
		root[name] = &fstest.MapFile{}
	}
	cases, err := Cases(root, []string{"nd30"})
	if err != nil {
		t.Fatal(err)
	}
	want := []Case{{"a.json", ".", "a.json", true}, {"a", ".", "a.yaml", false}, {"b.csv", ".", "b.csv", false},
		{"sau/c", "sau", "c.yml", false}, {"sau/mau", "sau", "mau.tmpl", false}}
	if diff := cmp.Diff(want, cases); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

const minutes = `mau: bien-ban
co_quan: {ten: Phòng Kinh tế}
so: 3
ky_hieu: BB-KT
ngay: 2026-03-05
dia_danh: Khe Mo
`

// TestErrorsAreAccepted: a case that cannot be printed has a report alone.
func TestErrorsAreAccepted(t *testing.T) {
	fonts, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	m := &Maker{Fonts: fonts, Standard: "nd30", Layers: []build.Layer{{Files: templates.Files}}}
	root := fstest.MapFS{"thieu.yaml": {Data: []byte(minutes)}}
	r, err := m.Make(root, Case{Name: "thieu", Folder: ".", File: "thieu.yaml"})
	if err != nil || !r.Errors || !strings.HasPrefix(r.Report, "thieu.yaml:") {
		t.Fatalf("%v %+v", err, r)
	}
	found, err := r.Compare(root)
	if err != nil || len(found) != 1 || !found[0].Missing || found[0].Name != "thieu.bao-cao.golden" {
		t.Fatalf("%v %+v", err, found)
	}
	// As git checks it out on Windows.
	root["thieu.bao-cao.golden"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(r.Report, "\n", "\r\n"))}
	root["thieu.trang.golden"] = &fstest.MapFile{}
	root["thieu.ghi-chu.golden"] = &fstest.MapFile{} // none of ours
	if found, err := r.Compare(root); err != nil || len(found) != 0 {
		t.Errorf("%v %+v", err, found)
	}
	root["thieua.trang.golden"] = &fstest.MapFile{}
	strays, lost, err := Strays(root, []Result{r})
	if err != nil || !slices.Equal(strays, []string{"thieua.trang.golden"}) || !slices.Equal(lost["thieu"], []string{"thieu.trang.golden"}) {
		t.Errorf("strays %v, lost %v, %v", strays, lost, err)
	}
	if found := r.Findings("thieu.yaml", nil, lost["thieu"], nil); len(found) != 1 || found[0].ID != IDLost {
		t.Errorf("%v", found)
	}
}

// TestAcceptedFormsAreRead reads every accepted DOCX of the fixtures again, and one that differs in a measure.
func TestAcceptedFormsAreRead(t *testing.T) {
	words, findings, err := build.NewLibrary(&data.Sources{}, build.Layer{Files: templates.Files}).Words()
	if err != nil || findings.HasErrors() {
		t.Fatal(err, findings)
	}
	files, err := filepath.Glob("../../fixtures/*/*.docx.golden")
	if err != nil || len(files) < 15 {
		t.Fatal(err, files)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		form := string(src)
		if read, _ := tree(form, words); read == nil {
			t.Errorf("%s cannot be read", file)
			continue
		}
		if found := componentFindings("a.yaml", form, form, words); len(found) > 0 {
			t.Errorf("%s differs from itself: %v", file, found)
		}
		other := strings.Replace(form, `w:left="1701"`, `w:left="1417"`, 1)
		other = strings.Replace(other, "<dc:creator>", "<dc:creator>Không phải ", 1)
		found := componentFindings("a.yaml", form, other, words)
		if len(found) != 2 || !strings.Contains(found[0].Message, "tác giả") || found[1].Message != "lề trái: 30 mm → 24,99 mm" {
			t.Errorf("%s: %v", file, found)
		}
	}
	if read, _ := tree("== word/document.xml\n<w:document", words); read != nil {
		t.Error("a broken form is read")
	}
	src, err := os.ReadFile("../../fixtures/ke-hoach/ke-hoach-tu-viet.docx.golden")
	if err != nil {
		t.Fatal(err)
	}
	cut := string(src[:strings.Index(string(src), "== word/styles.xml")])
	if found := componentFindings("a.yaml", cut, string(src), words); found != nil {
		t.Errorf("a form without its styles is compared: %v", found)
	}
}
