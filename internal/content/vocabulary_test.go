package content

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vanban/internal/data"
	"vanban/internal/diag"
)

func vocabularyTree(t *testing.T) *data.Node {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("..", "..", "templates", "nd30", "noi-dung.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	root, found := data.Parse("noi-dung.yaml", src)
	if len(found) > 0 {
		t.Fatal(found)
	}
	return root
}

// TestWholeVocabulary: the file of the decree has every key there is, so that none goes without use or words.
func TestWholeVocabulary(t *testing.T) {
	root := vocabularyTree(t)
	for _, key := range append(listKeys(), tableKeys()...) {
		if n := root.Field(key); n == nil || len(n.Items)+len(n.Fields) == 0 {
			t.Errorf("the file has nothing under «%s»", key)
		}
	}
}

// TestWithoutWords: a standard may leave out any list; what is left works.
func TestWithoutWords(t *testing.T) {
	standards, _ := load(t)
	files, _ := filepath.Glob("testdata/*.txt")
	all := &Text{}
	for _, name := range files {
		for _, c := range readCases(t, name, standards) {
			first := len(all.Parts)
			for _, p := range c.text.Parts {
				p.Of += first
				all.Parts = append(all.Parts, p)
			}
		}
	}
	root := vocabularyTree(t)
	for i, f := range root.Fields {
		less := *root
		less.Fields = append(root.Fields[:i:i], root.Fields[i+1:]...)
		v, found := NewVocabulary(&less)
		if len(found) > 0 {
			t.Fatal(f.Key, found)
		}
		Check(all, standards["nd30"], v)
	}
}

// TestVocabularyFaults: what the file may not hold is told at its line.
func TestVocabularyFaults(t *testing.T) {
	for src, want := range map[string]string{
		"thứ: [a]":              "«thứ» không có",
		"thu: a":                "«thu» cần một danh sách",
		"dieu_khoan: [a]":       "«dieu_khoan» cần các khóa con",
		"thu: [[a]]":            "«thu» có mục không phải là từ",
		"moc: {bai_bo_tu: [a]}": "«moc» có giá trị không phải là từ",
	} {
		root, _ := data.Parse("noi-dung.yaml", []byte(src))
		_, found := NewVocabulary(root)
		if len(found) != 1 || found[0].ID != IDWords || found[0].Severity != diag.Error || found[0].Pos.Line != 1 || !strings.Contains(found[0].Message, want) {
			t.Errorf("%s: %v", src, found)
		}
	}
}

// TestEveryRuleHasCases: each finding that is explained has a file of cases, and clauses are of findings that exist.
func TestEveryRuleHasCases(t *testing.T) {
	src, err := os.ReadFile("../diag/explain/content.yaml")
	if err != nil {
		t.Fatal(err)
	}
	root, _ := data.Parse("content.yaml", src)
	known := map[string]bool{}
	for _, entry := range root.Items {
		id := entry.Field("id").Text
		known[id] = true
		if _, err := os.Stat(filepath.Join("testdata", id+".txt")); err != nil && id != IDWords {
			t.Error(err)
		}
	}
	for _, f := range vocabularyTree(t).Field("dieu_khoan").Fields {
		if !known[f.Key] {
			t.Errorf("a clause for %s, which is no finding", f.Key)
		}
	}
}
