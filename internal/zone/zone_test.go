package zone_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/standard"
	"vanban/internal/viet"
	"vanban/internal/zone"
	"vanban/templates"
)

// words are those of the built-in standards.
func words(t testing.TB) *zone.Words {
	t.Helper()
	var standards []*standard.Standard
	for _, id := range []string{"nd30", "dang"} {
		s, findings := standard.Parse(id, tree(t, id+"/standard.yaml"))
		if findings.HasErrors() {
			t.Fatal(findings)
		}
		standards = append(standards, s)
	}
	w, findings := zone.NewWords(tree(t, "nhan-dang.yaml"), standards...)
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	return w
}

// TestVocabularyFaults: a list too many, one that is none, one that is missing.
func TestVocabularyFaults(t *testing.T) {
	src, err := templates.Files.ReadFile("nhan-dang.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(strings.Replace(string(src), "du_thao: [Dự thảo]", "du_thao: Dự thảo", 1), "do_mat: [", "do_matt: [", 1)
	root, found := data.Parse("nhan-dang.yaml", []byte(text))
	if found.HasErrors() {
		t.Fatal(found)
	}
	_, findings := zone.NewWords(root)
	for _, want := range []string{"«do_matt» không có", "«du_thao» cần một danh sách", "thiếu khóa «do_mat»"} {
		if !slices.ContainsFunc(findings, func(d diag.Diagnostic) bool {
			return d.ID == zone.IDWords && d.Severity == diag.Error && strings.Contains(d.Message, want) && d.Pos.Line > 0
		}) {
			t.Errorf("nothing says «%s»: %v", want, findings)
		}
	}
	if len(findings) != 3 {
		t.Errorf("%v", findings)
	}
}

func tree(t testing.TB, name string) *data.Node {
	t.Helper()
	src, err := templates.Files.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	root, findings := data.Parse(name, src)
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	return root
}

// linesOf are the lines of a text as the importer gives them.
func linesOf(text string) []zone.Line {
	var out []zone.Line
	gap := false
	for i, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) == "" {
			gap = true
			continue
		}
		l := zone.Line{Text: viet.NFC(line), Gap: gap, Ref: i}
		l.Pos.Line = i + 1
		out = append(out, l)
		gap = false
	}
	return out
}

// tags are what the cases call the kinds.
func tags() map[string]zone.Kind {
	return map[string]zone.Kind{"body": zone.Body, "national": zone.National, "motto": zone.Motto, "superior": zone.Superior,
		"issuer": zone.Issuer, "number": zone.Number, "date": zone.PlaceDate, "type": zone.TypeName, "subject": zone.Subject,
		"about": zone.About, "authority": zone.Authority, "ground": zone.Ground, "order": zone.Order, "addressee": zone.Addressee,
		"sign": zone.Signatory, "role": zone.Role, "signed": zone.Signed, "name": zone.Name, "label": zone.Label,
		"recipient": zone.Recipient, "file": zone.File, "drafter": zone.Drafter, "contact": zone.Contact, "appendix": zone.AppendixLabel,
		"title": zone.AppendixTitle, "note": zone.Note, "rule": zone.Rule, "star": zone.Rule, "page": zone.PageNumber, "outside": zone.Outside}
}

// TestCases reads the cases of testdata: each line with the kind that it is, «kind| line», and for a line of two
// columns the kind of the right one behind it, «|kind».
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 6 {
		t.Fatal(files, err)
	}
	w := words(t)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var lines, want []string
			for line := range strings.Lines(string(src)) {
				kind, text, _ := strings.Cut(strings.TrimRight(line, "\n"), "| ")
				want = append(want, kind)
				text, right, two := strings.Cut(text, " |")
				if two {
					want = append(want, right)
				}
				lines = append(lines, text)
			}
			for _, between := range []string{"\n", "\n\n"} { // blank lines between all lines change nothing
				found := zone.Find(linesOf(strings.Join(lines, between)), w)
				if len(found.Lines) != len(want) {
					t.Fatalf("%d lines found, want %d", len(found.Lines), len(want))
				}
				for i, l := range found.Lines {
					if l.Kind != tags()[want[i]] {
						t.Errorf("«%s» is %v, want %s", l.Text, l.Kind, want[i])
					}
				}
			}
		})
	}
}

func TestParts(t *testing.T) {
	for name, want := range map[string][]zone.Part{
		"hai-van-ban": {{Kind: zone.Main, Type: "to-trinh"}, {Kind: zone.Enclosure, Type: "quy-che", Standard: "nd30"}},
		"cong-van":    {{Kind: zone.Main, Letter: true, Standard: "nd30"}},
		"dang":        {{Kind: zone.Main, Type: "huong-dan", Standard: "dang"}},
		"quyet-dinh":  {{Kind: zone.Main, Type: "quyet-dinh", Standard: "nd30"}, {Kind: zone.Appendix}},
		"bien-ban":    {{Kind: zone.Main, Type: "bien-ban", Standard: "nd30", Minutes: true}},
	} {
		src, err := os.ReadFile("testdata/" + name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for line := range strings.Lines(string(src)) {
			_, text, _ := strings.Cut(strings.TrimRight(line, "\n"), "| ")
			text, _, _ = strings.Cut(text, " |")
			lines = append(lines, text)
		}
		got := zone.Find(linesOf(strings.Join(lines, "\n")), words(t)).Parts
		for i := range got {
			got[i].From, got[i].To = 0, 0
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: parts (-want +got):\n%s", name, diff)
		}
	}
}

func FuzzFind(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(src))
	}
	w := words(f)
	f.Fuzz(func(t *testing.T, text string) {
		in := linesOf(text)
		found := zone.Find(in, w)
		if len(found.Lines) < len(in) {
			t.Fatalf("%d lines of %d came back", len(found.Lines), len(in))
		}
		for i, l := range found.Lines {
			if l.Part >= len(found.Parts) || l.Part >= 0 && (i < found.Parts[l.Part].From || i >= found.Parts[l.Part].To) {
				t.Fatalf("line %d is labelled with part %d, whose lines it is not among", i, l.Part)
			}
		}
	})
}

// TestFeet: what stands at the foot of the first page is the first document's, whatever stands behind it.
func TestFeet(t *testing.T) {
	lines := linesOf("Số: 05/SNV-VP\nKính gửi: Sở Tài chính\nĐề nghị góp ý./.\nGIÁM ĐỐC\nVi Thị Nhạn\nPhụ lục\nDANH SÁCH\n1. Sở Tài chính")
	foot := linesOf("Số 18 đường Trần Nhật Duật, phường Nam Khê")[0]
	foot.Foot = true
	found := zone.Find(append([]zone.Line{foot}, lines...), words(t))
	if n := len(found.Of(0, zone.Contact)); n != 1 {
		t.Errorf("%d lines of contact in the letter", n)
	}
	if first := found.Lines[found.Parts[1].From]; len(found.Parts) != 2 || first.Kind != zone.AppendixLabel {
		t.Errorf("the appendix begins with %v «%s»", first.Kind, first.Text)
	}
}

// What follows a comma in a list of units begins another of them only where it begins as a name of one does.
func TestUnitBegins(t *testing.T) {
	w := words(t)
	for _, name := range []string{"Sở Nội vụ", "Đội Quản lý thị trường số 2", "Hạt Kiểm lâm khu vực Bản Mòn", "Khoa Kinh tế", "Quỹ Bảo vệ và Phát triển rừng", "Trạm Y tế xã"} {
		if !w.UnitBegins(name) {
			t.Errorf("«%s» begins no unit", name)
		}
	}
	for _, rest := range []string{"Khoa học và Môi trường", "Khoa giáo và Dân vận", "Quy hoạch và Kiến trúc", "Đổi mới sáng tạo", "Đối ngoại"} {
		if w.UnitBegins(rest) {
			t.Errorf("«%s» begins a unit", rest)
		}
	}
}
