package build_test

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v4"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/importer"
	"vanban/internal/viet"
	"vanban/internal/word"
)

// quirkFolder holds short documents, each with one quirk of real ones: the text (.txt) and, beside it, what a person
// says it holds (.ky-vong, YAML).
const quirkFolder = "nhap"

// quirk is what a person derived from the text of a document.
type quirk struct {
	Standard   string   `yaml:"the_thuc"` // nd30 where nothing is said
	Template   string   `yaml:"mau"`
	Number     string   `yaml:"so"`
	Symbol     string   `yaml:"ky_hieu"`
	Place      string   `yaml:"dia_danh"`
	Date       string   `yaml:"ngay"`
	Subject    string   `yaml:"trich_yeu"`
	Grounds    int      `yaml:"can_cu"`
	Authority  int      `yaml:"tham_quyen"`
	Addressees int      `yaml:"kinh_gui"`
	Recipients int      `yaml:"noi_nhan"`
	File       string   `yaml:"luu"`
	Signers    []string `yaml:"ky"`
	Headings   []string `yaml:"de_muc"` // paragraphs, in order
	Tasks      int      `yaml:"nhiem_vu"`
	Articles   int      `yaml:"dieu"`
	Appendices int      `yaml:"phu_luc"`
	Documents  int      `yaml:"van_ban"`  // 1 where nothing is said
	Absent     []string `yaml:"khong_co"` // keys that must not be guessed
	Findings   []string `yaml:"tim_thay"` // ids, all that are found and no others
	Changed    []string `yaml:"thay"`     // «source > printed», where the layout has words of its own and a finding says so
	Added      string   `yaml:"them"`     // words around the text that only the layout has: the header of an enclosure
	Begin      []string `yaml:"mo"`       // a line that begins so opens the text; the type's name where nothing is said
	End        []string `yaml:"dong"`     // a line that begins so ends it
}

// TestQuirks imports every document of the set, holds the data against what a person says, renders it, and compares
// the words of source and Word file: those of the text in order, those around it each as often.
func TestQuirks(t *testing.T) {
	w := newWorkshop(t)
	files, err := fs.Glob(os.DirFS(filepath.Join(fixtureRoot, quirkFolder)), "*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(err, len(files))
	}
	for _, file := range files {
		t.Run(stem(file), func(t *testing.T) {
			src, err := os.ReadFile(filepath.Join(fixtureRoot, quirkFolder, file))
			if err != nil {
				t.Fatal(err)
			}
			var want quirk
			if err := yaml.Load(fixtureFile(t, quirkFolder+"/"+stem(file)+".ky-vong"), &want, yaml.WithKnownFields()); err != nil {
				t.Fatal(err)
			}
			w.quirk(t, src, want)
		})
	}
}

func (w *workshop) quirk(t *testing.T, src []byte, want quirk) {
	text, findings := importer.Text("goc.txt", src, "")
	lines, more := importer.Lines("goc.txt", text)
	findings = append(findings, more...)
	documents, more, err := (&build.Builder{Fonts: w.fonts}).Import(w.library, build.Imported{Lines: lines, Fallback: "nd30"})
	findings = append(findings, more...)
	if err != nil || len(documents) != max(1, want.Documents) {
		t.Fatal(err, len(documents), w.print(t, findings))
	}
	want.found(t, findings)
	want.facts(t, documents[0].Data)
	if t.Failed() {
		t.Logf("%s", w.print(t, findings))
	}
	printed := w.reprint(t, documents, cmp.Or(want.Standard, "nd30"), want.office())
	want.words(t, text, findings, printed)
	if t.Failed() {
		t.Logf("%s", importer.YAML(documents))
	}
}

// found compares the ids of the findings.
func (q quirk) found(t *testing.T, findings diag.List) {
	ids := map[string]bool{}
	for _, f := range findings {
		if f.ID != importer.IDRule { // the lines under issuer and motto are of every document
			ids[f.ID] = true
		}
		if f.Severity == diag.Error && f.ID != importer.IDMissing {
			t.Errorf("%v: %s %s", f.Pos, f.ID, f.Message)
		}
	}
	want := map[string]bool{}
	for _, id := range q.Findings {
		want[id] = true
	}
	if diff := gocmp.Diff(want, ids); diff != "" {
		t.Errorf("ids of findings (-want +got):\n%s", diff)
	}
}

// facts compares the values of the keys.
func (q quirk) facts(t *testing.T, root *data.Node) {
	for _, c := range []struct{ key, want string }{{"mau", q.Template}, {"so", q.Number}, {"ky_hieu", q.Symbol}, {"dia_danh", q.Place},
		{"ngay", q.Date}, {"trich_yeu", q.Subject}, {"luu", q.File}} {
		if c.want == "" {
			continue
		}
		if n := root.Field(c.key); n == nil || viet.Fold(strings.Join(texts(n), " ")) != viet.Fold(c.want) {
			t.Errorf("%s is %v, want %q", c.key, n, c.want)
		}
	}
	for _, c := range []struct {
		key  string
		want int
	}{{"can_cu", q.Grounds}, {"kinh_gui", q.Addressees}, {"noi_nhan", q.Recipients}, {"nhiem_vu", q.Tasks}, {"dieu", q.Articles},
		{"phu_luc", q.Appendices}, {"tham_quyen", q.Authority}, {"ky", len(q.Signers)}} {
		if n := count(root.Field(c.key)); n != c.want && (c.want != 0 || c.key == "nhiem_vu" || c.key == "phu_luc") {
			t.Errorf("%d of %s, want %d", n, c.key, c.want)
		}
	}
	if n := root.Field("ky"); n != nil {
		signers := []*data.Node{n}
		if n.Kind == data.List {
			signers = n.Items
		}
		for i, s := range signers {
			if i < len(q.Signers) && (s.Field("ho_ten") == nil || s.Field("ho_ten").Text != q.Signers[i]) {
				t.Errorf("signer %d is %v, want %q", i+1, s.Field("ho_ten"), q.Signers[i])
			}
		}
	}
	for _, key := range q.Absent {
		if n := root.Field(key); n != nil {
			t.Errorf("%s was made up: %q", key, n.Text)
		}
	}
}

func texts(n *data.Node) []string {
	if n.Kind != data.List {
		return []string{n.Text}
	}
	var out []string
	for _, item := range n.Items {
		out = append(out, item.Text)
	}
	return out
}

func count(n *data.Node) int {
	switch {
	case n == nil:
		return 0
	case n.Kind == data.List:
		return len(n.Items)
	}
	return 1
}

// reprint renders imported documents, what they lack taken from an office file, and gives their paragraphs.
func (w *workshop) reprint(t *testing.T, documents []*importer.Document, standard, office string) []string {
	var out []string
	for _, d := range documents {
		src := importer.YAML([]*importer.Document{d})
		w.sources.Add("a.yaml", src)
		root, findings := data.Parse("a.yaml", src)
		if findings.HasErrors() {
			t.Fatal(w.print(t, findings))
		}
		lacking, _ := data.Parse("co-quan.yaml", []byte(office))
		jobs, findings, err := w.library.Jobs(data.Merge(lacking, root), w.standard(t, standard), "a", "")
		if err != nil || findings.HasErrors() || len(jobs) != 1 {
			t.Fatalf("%v %s\n%s", err, w.print(t, findings), src)
		}
		docx, _, findings := (&build.Builder{Fonts: w.fonts}).Render(jobs[0], true, false)
		if findings.HasErrors() {
			t.Fatalf("%s\n%s", w.print(t, findings), src)
		}
		read, findings := word.Read("a.docx", docx)
		if findings.HasErrors() {
			t.Fatal(findings)
		}
		for _, p := range word.Paragraphs(read.Body) {
			out = append(out, p.Text())
		}
	}
	return out
}

// office is an office file with what the document lacks.
func (q quirk) office() string {
	if q.Absent == nil {
		return ""
	}
	return "co_quan: {ten: [ỦY BAN NHÂN DÂN, XÃ ĐÔNG GIANG]}\nky_hieu: KH-UBND\ndia_danh: Đông Giang\n"
}

// words compares the text in order, and what stands around it without regard to order and capitals: rendering puts
// header and signature where the layout wants them.
func (q quirk) words(t *testing.T, source string, findings diag.List, printed []string) {
	lines := strings.Split(source, "\n")
	for _, f := range findings {
		switch f.ID {
		case importer.IDOutside, importer.IDPage, importer.IDRule, importer.IDNoPlace:
			lines[f.Pos.Line-1] = ""
		}
	}
	if q.Begin == nil {
		q.Begin = []string{"KẾ HOẠCH", "QUYẾT ĐỊNH", "QUY CHẾ", "PHỤ LỤC", "Phụ lục", "**KẾ HOẠCH**"}
	}
	if q.End == nil {
		q.End = []string{"Nơi nhận"}
	}
	for _, change := range q.Changed {
		from, to, _ := strings.Cut(change, " > ")
		for i := range lines {
			lines[i] = strings.ReplaceAll(lines[i], from, to)
		}
	}
	inOrder, around := q.parted(lines)
	ours, rest := q.parted(printed)
	if diff := gocmp.Diff(inOrder, ours); diff != "" {
		t.Errorf("words of the text (-source +Word file):\n%s", diff)
	}
	if q.office() != "" {
		around, rest = nil, nil // the header is the office's
	}
	for _, own := range strings.Fields(q.Added) {
		if i := slices.Index(rest, own); i >= 0 {
			rest = slices.Delete(rest, i, i+1)
		}
	}
	for _, own := range strings.Fields("cộng hòa xã hội chủ nghĩa việt nam độc lập - tự do - hạnh phúc") { // the layout's own
		if i := slices.Index(rest, own); i >= 0 && !slices.Contains(around, own) {
			rest = slices.Delete(rest, i, i+1)
		}
	}
	sort.Strings(around)
	sort.Strings(rest)
	if diff := gocmp.Diff(around, rest); diff != "" {
		t.Errorf("words around the text (-source +Word file):\n%s", diff)
	}
	at := 0
	for _, heading := range q.Headings {
		for at < len(printed) && strings.TrimSpace(printed[at]) != heading {
			at++
		}
		if at == len(printed) {
			t.Errorf("no paragraph «%s» in its place", heading)
			return
		}
	}
}

// parted gives the words of the text, and the others in small letters without marks.
func (q quirk) parted(lines []string) (text, around []string) {
	in := false
	var inside []string
	for _, line := range lines {
		line = strings.TrimSpace(line)
		begins := func(with string) bool { return strings.HasPrefix(line, with) }
		switch {
		case slices.ContainsFunc(q.Begin, begins):
			in = true
		case slices.ContainsFunc(q.End, begins):
			in = false
		}
		if in {
			inside = append(inside, line)
			continue
		}
		for _, word := range strings.Fields(line) {
			if word = strings.Trim(viet.Lower(word), "-–*;:.,…_"); word != "" {
				around = append(around, word)
			}
		}
	}
	for _, word := range wordsOf(strings.ReplaceAll(strings.Join(inside, "\n"), "*", "")) {
		if len(word) > 2 && strings.Trim(word, "-") == "" { // a drawn line
			continue
		}
		if n := len(text); n > 0 && strings.Trim(word, ";:.,") == "" {
			text[n-1] += word
			continue
		}
		text = append(text, word)
	}
	return text, around
}
