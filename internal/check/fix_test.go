package check_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"vanban/internal/check"
	"vanban/internal/content"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/mend"
	"vanban/internal/word"
	"vanban/internal/word/wordtest"
	"vanban/templates"
)

// mended applies the changes of a report to a copy.
func mended(t *testing.T, src []byte, r check.Report) []byte {
	t.Helper()
	f, err := mend.Open(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	for _, fix := range r.Fixes {
		if !fix.Apply(f) {
			t.Errorf("a change for %s was refused", fix.ID)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// mendedQuietly does not mind a change that cannot be made.
func mendedQuietly(t *testing.T, src []byte, r check.Report) []byte {
	t.Helper()
	f, err := mend.Open(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	for _, fix := range r.Fixes {
		fix.Apply(f)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// parts are the parts of a package, packed as they are.
func parts(t *testing.T, src []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, e := range z.File {
		r, err := e.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		if out[e.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// textOf is all that a file says.
func textOf(t *testing.T, src []byte) string {
	t.Helper()
	d, found := word.Read("x.docx", src)
	if found.HasErrors() {
		t.Fatal(found)
	}
	var b strings.Builder
	d.Walk(func(block word.Block) bool {
		if p, ok := block.(*word.Paragraph); ok {
			b.WriteString(p.Text() + "\n")
		}
		return true
	})
	return b.String()
}

// TestFix mends each paper that breaks a rule: the finding is gone, no other has come, no word that the rule does not
// speak of has changed, and every other part of the package is the same bytes.
func TestFix(t *testing.T) {
	d := newDesk(t)
	words := []string{check.IDNationalText, check.IDMottoText, check.IDDateForm, check.IDNFD, check.IDTitleStyle, check.IDLetterSubject, check.IDGroundsMark, check.IDArticle, check.IDAppendixLabel}
	made := 0
	for n, c := range ruleCases() {
		t.Run(fmt.Sprintf("%s_%d", c.id, n), func(t *testing.T) {
			p := d.paper(c.paper)
			for _, s := range c.broke {
				s.in(t, p)
			}
			src := p.Bytes()
			r := d.check(t, src)
			if len(r.Fixes) == 0 {
				t.Skip("nothing can be mended")
			}
			made++
			out := mended(t, src, r)
			if after := d.check(t, out); len(after.Findings) > 0 {
				t.Error("left")
				show(t, after.Findings)
			}
			was, is := parts(t, src), parts(t, out)
			for name, b := range was {
				if !bytes.Equal(b, is[name]) && name != "word/document.xml" && !(c.id == check.IDNumberPlace && (strings.HasSuffix(name, ".rels") || name == "[Content_Types].xml")) && !strings.HasPrefix(name, "word/rIdH") {
					t.Errorf("%s changed", name)
				}
			}
			if len(was) != len(is) && !(c.id == check.IDNumberPlace && len(is) == len(was)+1) {
				t.Errorf("%d parts, were %d", len(is), len(was))
			}
			if !slices.Contains(words, c.id) && !strings.HasPrefix(textOf(t, out), textOf(t, src)) {
				t.Error("the text changed")
			}
		})
	}
	if made < 25 {
		t.Errorf("only %d papers could be mended", made)
	}
}

// TestFixTogether breaks many rules at once, and what the rules of content find that can be mended.
func TestFixTogether(t *testing.T) {
	d := newDesk(t)
	p := d.plan()
	for _, s := range []swap{
		{`w:w="11906" w:h="16838"`, `w:w="12240" w:h="15840"`}, {`w:bottom="1134"`, `w:bottom="850"`}, {`<w:titlePg/>`, ""},
		{"Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc"}, {"ngày 05 tháng 3", "ngày 5 tháng 03"},
		{"- UBND tỉnh (để báo cáo);", "- UBND tỉnh (để báo cáo),"}, {"- Lưu: VT, VTLT.", "- Lưu: VT, VTLT"},
		{look(14, "", "Các phòng"), look(12, "", "Các phòng")}, {"hồ sơ đã giải quyết xong", "hồ sơ đã giải quye\u0302\u0301t xong"},
	} {
		s.in(t, p)
	}
	src := p.Bytes()
	out := mended(t, src, d.check(t, src))
	if r := d.check(t, out); len(r.Findings) > 0 {
		t.Error("left")
		show(t, r.Findings)
	}
	if left := d.content(t, out); len(left) > 0 {
		t.Error("left of the text")
		show(t, left)
	}
	clean := d.plan().Bytes()
	if textOf(t, out) != textOf(t, clean) {
		t.Errorf("the text is\n%s\nnot\n%s", textOf(t, out), textOf(t, clean))
	}
	again := d.check(t, out)
	if !bytes.Equal(mended(t, out, again), out) {
		t.Error("mending twice changes more")
	}
}

// TestFixInRounds: a date in decomposed letters is only read once they are composed. A second run changes nothing.
func TestFixInRounds(t *testing.T) {
	d := newDesk(t)
	p := d.plan()
	swap{"ngày 05 tháng 3", "ngày 5 tha\u0301ng 03"}.in(t, p)
	src := p.Bytes()
	judge := func(b []byte) check.Report { return d.check(t, b) }
	out, err := check.Mend(src, judge(src).Fixes, judge)
	if err != nil {
		t.Fatal(err)
	}
	if left := judge(out).Findings; len(left) > 0 {
		t.Error("left")
		show(t, left)
	}
	again, err := check.Mend(out, judge(out).Fixes, judge)
	if err != nil || !bytes.Equal(again, out) {
		t.Errorf("mending twice changes more: %v", err)
	}
	if !strings.Contains(textOf(t, out), "ngày 05 tháng 3 năm") {
		t.Error("the date is not mended")
	}
	if once := mendedQuietly(t, src, judge(src)); strings.Contains(textOf(t, once), "ngày 05 tháng 3 năm") {
		t.Error("one round mends all: the case shows nothing")
	}
}

// content checks what a file says.
func (d *desk) content(t *testing.T, src []byte) diag.List {
	t.Helper()
	text, err := templates.Files.ReadFile("nd30/noi-dung.yaml")
	if err != nil {
		t.Fatal(err)
	}
	root, found := data.Parse("noi-dung.yaml", text)
	if found.HasErrors() {
		t.Fatal(found)
	}
	v, found := content.NewVocabulary(root)
	if found.HasErrors() {
		t.Fatal(found)
	}
	r := d.check(t, src)
	return content.Zoned(r.Found, r.Cells, d.standards["nd30"], v)
}

// TestTextAsTyped: what a text says is checked as it was typed, blanks and all.
func TestTextAsTyped(t *testing.T) {
	d := newDesk(t)
	p := d.plan()
	swap{"- Kết quả bàn giao", "- Kết  quả bàn giao"}.in(t, p)
	swap{"trước ngày 30 tháng 9", "trước ngày  30  tháng 9"}.in(t, p) // room to write in
	if found := d.content(t, p.Bytes()); len(found) != 1 || found[0].ID != "PUNCT-SPACE" || !strings.Contains(found[0].Message, "«Kết» và «quả»") {
		show(t, found)
		t.Error("two blanks in a row")
	}
}

// paper makes one of the papers.
func (d *desk) paper(name string) *wordtest.Package {
	switch name {
	case "letter":
		return d.letter()
	case "decision":
		return d.decision()
	}
	return d.plan()
}
