package diff_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"vanban/internal/diff"
)

// replaced gives the text with the nth match of a pattern replaced, counting from 0.
func replaced(t *testing.T, text, pattern, by string, nth int) string {
	t.Helper()
	all := regexp.MustCompile(pattern).FindAllStringIndex(text, -1)
	if len(all) <= nth {
		t.Fatalf("%s matches %d times", pattern, len(all))
	}
	at := all[nth]
	return text[:at[0]] + by + text[at[1]:]
}

// TestNamedChanges changes one thing and demands the words in which it is told.
func TestNamedChanges(t *testing.T) {
	s := newShop(t)
	const (
		decision    = "quyet-dinh/quyet-dinh-ban-chi-dao.yaml"
		plan        = "ke-hoach/ke-hoach-lo-trinh.yaml"
		selfWritten = "ke-hoach/ke-hoach-tu-viet.yaml"
		document    = "word/document.xml"
		styles      = "word/styles.xml"
	)
	for _, test := range []struct {
		name, fixture, part, pattern, by string
		nth                              int
		want                             []string // lines that must be told
		only                             bool     // and no others
	}{
		{"a word of a clause", decision, document, "họp mỗi quý", "họp mỗi tháng", 0,
			[]string{"Điều 3, khoản 1: chữ: «quý» thành «tháng» (trong «… việc theo chế độ kiêm nhiệm, họp mỗi tháng một lần và họp đột xuất khi Trưởng ban …»)"}, true},
		{"the number", decision, document, "/QĐ-UBND", "/QĐ-VP", 0, []string{"số, ký hiệu (ô số 3): chữ: «UBND» thành «VP» (trong «Số:"}, true},
		{"the date", decision, document, " tháng 3 năm 2026</w:t>", " tháng 4 năm 2026</w:t>", 0, []string{"địa danh và thời gian (ô số 4): chữ: «3» thành «4»"}, true},
		{"a recipient", decision, document, "- Như Điều 5;", "- Như Điều 6;", 0, []string{"nơi nhận (ô số 9b): chữ: «5» thành «6»"}, true},
		{"the left margin", decision, document, `w:left="1701"`, `w:left="1417"`, 0, []string{"trang giấy: lề trái: 30 mm → 24,99 mm"}, true},
		{"the size of the numbers", decision, styles, `(?s)w:styleId="SoKyHieu".*?w:sz w:val="26"`, `w:styleId="SoKyHieu" w:customStyle="true"><w:name w:val="Số, ký hiệu"/><w:rPr><w:sz w:val="28"`, 0,
			[]string{"số, ký hiệu (ô số 3): cỡ chữ: 13 → 14"}, false},
		{"bold taken away", decision, document, `<w:b></w:b>`, ``, 0, []string{"đậm: có → không"}, false},
		{"a title", decision, "docProps/core.xml", "<dc:title>Quyết định", "<dc:title>QUYẾT ĐỊNH", 0, []string{"thuộc tính của tệp: tiêu đề: Quyết định"}, true},
		{"hidden text", decision, document, `họp mỗi quý`, `họp</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> kín</w:t></w:r><w:r><w:t xml:space="preserve"> mỗi quý`, 0,
			[]string{"chữ: thêm «⟦chữ ẩn: kín⟧»"}, false},
		{"a comma", decision, document, `Trưởng ban sử dụng con dấu của Ủy ban nhân dân tỉnh,`, `Trưởng ban sử dụng con dấu của Ủy ban nhân dân tỉnh`, 0, []string{"Điều 3, khoản 3: chữ: bớt «,»"}, true},
		{"a foot", selfWritten, "word/footer3.xml", `Số 18 đường`, `Số 19 đường`, 0, []string{"thông tin liên hệ (ô số 13): chữ: «18» thành «19»"}, true},
		{"a picture beside the text", decision, document, `<w:body>`, `<w:body><w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="360000" cy="360000"/><wp:docPr id="77" name="x" descr="con dấu"/></wp:inline></w:drawing></w:r></w:p>`, 0,
			[]string{"thêm đoạn"}, false},
		{"a page number's place", decision, styles, `(?s)w:styleId="SoTrang"(.*?)w:jc w:val="center"`, `w:styleId="SoTrang" w:customStyle="true"><w:name w:val="Số trang"/><w:pPr><w:jc w:val="right"`, 0,
			[]string{"đầu trang: căn lề: giữa → phải"}, false},
		{"a cell of an appendix", plan, document, `dự báo nhu cầu thị trường`, `dự báo nhu cầu xuất khẩu`, 1, []string{"phụ lục I, bảng, hàng 6, cột 2: chữ: «thị trường» thành «xuất khẩu»"}, true},
	} {
		docx, _ := s.fixture(t, test.fixture, "nd30")
		parts := unpack(t, docx)
		i := slices.IndexFunc(parts, func(p part) bool { return p.name == test.part })
		changed := with(t, parts, test.part, replaced(t, parts[i].text, test.pattern, test.by, test.nth))
		got := diff.Compare(s.tree(t, docx), s.tree(t, changed), diff.Ignore{}).Text()
		for _, want := range test.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no «%s» in\n%s", test.name, want, got)
			}
		}
		if lines := strings.Count(got, "\n") - 1; test.only && lines != len(test.want) {
			t.Errorf("%s: %d lines\n%s", test.name, lines, got)
		}
	}
}

// TestPartsAreSeen takes away each row of the tables and each paragraph, one at a time: one part is told to be gone.
func TestPartsAreSeen(t *testing.T) {
	s := newShop(t)
	docx, _ := s.fixture(t, "ke-hoach/ke-hoach-lo-trinh.yaml", "nd30")
	parts := unpack(t, docx)
	base := s.tree(t, docx)
	i := slices.IndexFunc(parts, func(p part) bool { return p.name == "word/document.xml" })
	text := parts[i].text
	rows := regexp.MustCompile(`(?s)<w:tr>.*?</w:tr>`).FindAllStringIndex(text, -1)
	for n, at := range rows {
		r := diff.Compare(base, s.tree(t, with(t, parts, "word/document.xml", text[:at[0]]+text[at[1]:])), diff.Ignore{})
		if gone := kinds(r)[diff.Gone]; gone != 1 {
			t.Errorf("without row %d of %d: %d parts are gone\n%s", n, len(rows), gone, r.Text())
		}
	}
	paragraphs := regexp.MustCompile(`(?s)<w:p>.*?</w:p>`).FindAllStringIndex(text, -1)
	for n, at := range paragraphs {
		if before := text[:at[0]]; strings.HasSuffix(before, "</w:tcPr>") || strings.Contains(text[at[0]:at[1]], "<w:sectPr") || strings.Contains(text[at[0]:at[1]], `w:line="20"`) {
			continue // a cell's only paragraph, the end of a section, what stands between tables
		}
		r := diff.Compare(base, s.tree(t, with(t, parts, "word/document.xml", text[:at[0]]+text[at[1]:])), diff.Ignore{})
		if gone := kinds(r)[diff.Gone]; gone != 1 || kinds(r)[diff.Added] > 0 {
			t.Errorf("without paragraph %d: %d parts are gone\n%s", n, gone, r.Text())
		}
	}
}

func kinds(r *diff.Result) map[diff.Kind]int {
	out := map[diff.Kind]int{}
	for _, c := range r.Changes {
		out[c.Kind]++
	}
	return out
}

// TestNoiseIsNotTold changes what a program changes on its own when it saves a file.
func TestNoiseIsNotTold(t *testing.T) {
	s := newShop(t)
	docx, _ := s.fixture(t, "quyet-dinh/quyet-dinh-ban-chi-dao.yaml", "nd30")
	base := s.tree(t, docx)
	change := func(name string, f func(string) string) []part {
		parts := unpack(t, docx)
		for i := range parts {
			if parts[i].name == name {
				changed := f(parts[i].text)
				if changed == parts[i].text {
					t.Errorf("%s: nothing changes", name)
				}
				parts[i].text = changed
			}
		}
		return parts
	}
	document := func(pattern, by string) []part {
		return change("word/document.xml", func(text string) string { return regexp.MustCompile(pattern).ReplaceAllString(text, by) })
	}
	reordered := unpack(t, docx)
	slices.Reverse(reordered[3:])
	for name, parts := range map[string][]part{
		"run splits":      document(`<w:r><w:t>(\pL+) ([^<]+)</w:t></w:r>`, `<w:r><w:t xml:space="preserve">$1 </w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>$2</w:t></w:r>`),
		"revision ids":    document(`<w:p>`, `<w:p w:rsidR="00A1B2C3" w:rsidRDefault="00D4E5F6">`),
		"bookmarks":       document(`(<w:p><w:pPr>.*?</w:pPr>)`, `$1<w:bookmarkStart w:id="9" w:name="_GoBack"/><w:bookmarkEnd w:id="9"/>`),
		"drawing ids":     document(`<wp:docPr id="(\d)" name="[^"]*"`, `<wp:docPr id="4$1" name="Line $1"`),
		"page break hint": document(`<w:r><w:t>`, `<w:r><w:lastRenderedPageBreak/><w:t>`),
		"spelling":        document(`<w:r><w:t>`, `<w:r><w:rPr><w:noProof/><w:lang w:val="en-US"/></w:rPr><w:t>`),
		"order":           reordered,
		"who saved it": change("docProps/core.xml", func(text string) string {
			return strings.Replace(text, "</cp:coreProperties>", "<cp:lastModifiedBy>Văn thư</cp:lastModifiedBy><cp:revision>7</cp:revision></cp:coreProperties>", 1)
		}),
		"page number as saved": change("word/header1.xml", func(text string) string { return strings.Replace(text, ">2<", ">14<", 1) }),
	} {
		if r := diff.Compare(base, s.tree(t, pack(t, parts)), diff.Ignore{}); !r.Equal() {
			t.Errorf("%s:\n%s", name, r.Text())
		}
	}
}

func TestIgnore(t *testing.T) {
	s := newShop(t)
	docx, _ := s.fixture(t, "quyet-dinh/quyet-dinh-ban-chi-dao.yaml", "nd30")
	parts := unpack(t, docx)
	i := slices.IndexFunc(parts, func(p part) bool { return p.name == "word/document.xml" })
	text := parts[i].text
	for _, test := range []struct{ names, from, to, left string }{
		{"ngay", " tháng 3 năm 2026</w:t>", " tháng 12 năm 2027</w:t>", ""},
		{"so", " tháng 3 năm 2026</w:t>", " tháng 4 năm 2026</w:t>", "ô số 4"},
		{"so,ngay", "/QĐ-UBND", "/QĐ-VP", "ô số 3"},
		{"so", `<w:t xml:space="preserve">Số: `, `<w:t xml:space="preserve">Số: 14`, ""},
		{"noi_nhan", "- Như Điều 5;", "- Như Điều 6;", ""},
		{"dinh_dang", `w:left="1701"`, `w:left="1417"`, ""},
		{"thuoc_tinh", "họp mỗi quý", "họp mỗi tháng", "Điều 3"},
	} {
		ignore, err := diff.NewIgnore(strings.Split(test.names, ","))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(text, test.from) {
			t.Fatalf("no %q in the document", test.from)
		}
		r := diff.Compare(s.tree(t, docx), s.tree(t, with(t, parts, "word/document.xml", strings.Replace(text, test.from, test.to, 1))), ignore)
		if r.Equal() != (test.left == "") || !strings.Contains(r.Text(), test.left) {
			t.Errorf("without %s, %q for %q:\n%s", test.names, test.to, test.from, r.Text())
		}
	}
	if _, err := diff.NewIgnore([]string{"ngày"}); err == nil {
		t.Error("a name that there is none of is taken")
	}
}
