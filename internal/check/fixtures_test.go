package check_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vanban/internal/build"
	"vanban/internal/check"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/standard"
	"vanban/templates"
)

// rendered gives the documents of the fixtures of a standard, by name, written with its rules as change leaves them.
func (d *desk) rendered(t testing.TB, id string, s *standard.Standard) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	folders := []string{"ba-dang", "bien-ban", "danh-sach", "ho-so", "ke-hoach", "nguyen-van", "quyet-dinh"}
	if id != "nd30" {
		folders = []string{id}
	}
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join("..", "..", "fixtures", folder, "*.yaml"))
		if err != nil || len(files) == 0 {
			t.Fatal(folder, err)
		}
		for _, name := range files {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			root, found := data.Parse(name, src)
			if found.HasErrors() {
				t.Fatal(found)
			}
			library := build.NewLibrary(&data.Sources{}, build.Layer{Files: templates.Files})
			jobs, found, err := library.Jobs(root, s, strings.TrimSuffix(filepath.Base(name), ".yaml"), "")
			if err != nil || found.HasErrors() {
				t.Fatal(name, err, found)
			}
			builder := &build.Builder{Fonts: d.fonts}
			for _, job := range jobs {
				docx, _, found := builder.Render(job, true, false)
				if found.HasErrors() {
					t.Fatal(found)
				}
				out[folder+"/"+job.Name] = docx
			}
		}
	}
	return out
}

// TestRenderedPasses: what this program writes is what it demands.
func TestRenderedPasses(t *testing.T) {
	d := newDesk(t)
	for _, id := range []string{"nd30", "dang"} {
		for name, src := range d.rendered(t, id, d.standards[id]) {
			t.Run(name, func(t *testing.T) {
				in := d.read(t, src)
				in.Standard = d.standards[id]
				if r := check.Word(in, check.Options{}); len(r.Findings) > 0 {
					t.Error("findings")
					show(t, r.Findings)
				}
			})
		}
	}
}

// TestOtherStandard: a document of the Party is told, and judged by nothing else.
func TestOtherStandard(t *testing.T) {
	d := newDesk(t)
	for name, src := range d.rendered(t, "dang", d.standards["dang"]) {
		r := d.check(t, src)
		if len(r.Findings) != 1 || r.Findings[0].ID != check.IDKindOther || !strings.Contains(r.Findings[0].Hints[0], "--standard dang") {
			t.Errorf("%s:", name)
			show(t, r.Findings)
		}
	}
}

// TestMutatedStandard changes a value of the standard, writes by it and checks by the true one.
func TestMutatedStandard(t *testing.T) {
	d := newDesk(t)
	for _, c := range []struct{ id, old, new string }{
		{check.IDMargins, "le_trai: {gia_tri: 30mm, khoang: 30mm..35mm", "le_trai: {gia_tri: 25mm, khoang: 25mm..35mm"},
		{check.IDMargins, "le_duoi: {gia_tri: 20mm, khoang: 20mm..25mm", "le_duoi: {gia_tri: 15mm, khoang: 15mm..25mm"},
		{check.IDPaper, "cao: 297mm", "cao: 279mm"},
		{check.IDNumberFirst, "an_trang_dau: true", "an_trang_dau: false"},
		{check.IDNationalStyle, `quoc_hieu: {ten: Quốc hiệu, co: {"14": 13pt, "13": 12pt}, co_khoang: 12pt..13pt, dam: true`, `quoc_hieu: {ten: Quốc hiệu, co: {"14": 13pt, "13": 12pt}, co_khoang: 12pt..13pt`},
		{check.IDMottoText, "chu: Độc lập - Tự do - Hạnh phúc", "chu: Độc lập – Tự do – Hạnh phúc"},
		{check.IDMottoLine, `gach: {dai: {gia_tri: 1, khoang: [1, 1], dieu_khoan: "Phụ lục I, mục II.1.b"}`, `gach: {dai: {gia_tri: 0.5, khoang: [0.5, 1], dieu_khoan: "Phụ lục I, mục II.1.b"}`},
		{check.IDIssuerLine, `gach: {dai: {gia_tri: 0.4, khoang: [0.3333, 0.5], dieu_khoan: "Phụ lục I, mục II.2.b"}`, `gach: {dai: {gia_tri: 0.9, khoang: [0.3333, 0.9], dieu_khoan: "Phụ lục I, mục II.2.b"}`},
		{check.IDTitleLine, `gach: {dai: {gia_tri: 0.4, khoang: [0.3333, 0.5], dieu_khoan: "Phụ lục I, mục II.5.b"}`, `gach: {dai: {gia_tri: 0.1, khoang: [0.1, 0.5], dieu_khoan: "Phụ lục I, mục II.5.b"}`},
		{check.IDSuperior, `chu_quan: {ten: Cơ quan chủ quản, co: {"14": 13pt, "13": 12pt}, co_khoang: 12pt..13pt`, `chu_quan: {ten: Cơ quan chủ quản, co: {"14": 13pt, "13": 12pt}, co_khoang: 12pt..13pt, dam: true`},
		{check.IDNumberStyle, `so_ky_hieu: {ten: Số và ký hiệu, co: {"*": 13pt}, co_khoang: 13pt..13pt`, `so_ky_hieu: {ten: Số và ký hiệu, co: {"*": 14pt}, co_khoang: 13pt..14pt`},
		{check.IDDateStyle, "co_khoang: 13pt..14pt, nghieng: true, can: giua, truoc: 9pt", "co_khoang: 13pt..14pt, can: giua, truoc: 9pt"},
		{check.IDTitleStyle, `trich_yeu: {ten: Trích yếu, co: {"14": 14pt, "13": 13pt}, co_khoang: 13pt..14pt, dam: true`, `trich_yeu: {ten: Trích yếu, co: {"14": 14pt, "13": 13pt}, co_khoang: 13pt..14pt, nghieng: true, dam: true`},
		{check.IDBodyIndent, `noi_dung: {ten: Nội dung, co: {"14": 14pt, "13": 13pt}, co_khoang: 13pt..14pt, can: deu, thut_dau: 12.7mm`, `noi_dung: {ten: Nội dung, co: {"14": 14pt, "13": 13pt}, co_khoang: 13pt..14pt, can: deu, thut_dau: 5mm`},
		{check.IDBodyAlign, `noi_dung: {ten: Nội dung, co: {"14": 14pt, "13": 13pt}, co_khoang: 13pt..14pt, can: deu`, `noi_dung: {ten: Nội dung, co: {"14": 14pt, "13": 13pt}, co_khoang: 13pt..14pt, can: trai`},
		{check.IDBodyLine, `noi_dung: {ten: Nội dung, co: {"14": 14pt, "13": 13pt}, co_khoang: 13pt..14pt, can: deu, thut_dau: 12.7mm, sau: 6pt, dong: 1.1`, `noi_dung: {ten: Nội dung, co: {"14": 14pt, "13": 13pt}, co_khoang: 13pt..14pt, can: deu, thut_dau: 12.7mm, sau: 6pt, dong: 1.7`},
		{check.IDBodySize, `noi_dung: {ten: Nội dung, co: {"14": 14pt, "13": 13pt}, co_khoang: 13pt..14pt`, `noi_dung: {ten: Nội dung, co: {"14": 12pt, "13": 12pt}, co_khoang: 12pt..14pt`},
		{check.IDEndMark, "thu_tu: [dau_trang, ten_loai, trich_yeu, kinh_gui, can_cu, noi_dung, chu_ky_noi_nhan]\n    dau_het: ./.", "thu_tu: [dau_trang, ten_loai, trich_yeu, kinh_gui, can_cu, noi_dung, chu_ky_noi_nhan]\n    dau_het: ."},
		{check.IDRecipientsStyle, `noi_nhan: {ten: Danh sách nơi nhận, co: {"*": 11pt}, co_khoang: 11pt..11pt`, `noi_nhan: {ten: Danh sách nơi nhận, co: {"*": 12pt}, co_khoang: 11pt..12pt`},
		{check.IDSignStyle, `ho_ten: {ten: Họ và tên, co: {"14": 14pt, "13": 13pt}, co_khoang: 13pt..14pt, dam: true`, `ho_ten: {ten: Họ và tên, co: {"14": 14pt, "13": 13pt}, co_khoang: 13pt..14pt`},
		{check.IDFont, "phong_chu: Times New Roman", "phong_chu: Arial"},
		{check.IDAppendixLabel, `nhan_so: "Phụ lục {so}"`, `nhan_so: "PHỤ LỤC {so}"`},
		{check.IDAppendixLabel, "  so: la_ma", "  so: a_rap"},
		{check.IDAppendixStyle, `phu_luc: {ten: Phụ lục, co: {"*": 14pt}, co_khoang: 14pt..14pt, dam: true`, `phu_luc: {ten: Phụ lục, co: {"*": 14pt}, co_khoang: 14pt..14pt`},
	} {
		t.Run(c.id, func(t *testing.T) {
			s := readStandard(t, "nd30", func(text string) string { return strings.Replace(text, c.old, c.new, 1) })
			fixture := "ke-hoach/ke-hoach-lo-trinh"
			if c.id == check.IDSuperior { // a plan of the province has no superior
				fixture = "quyet-dinh/quyet-dinh-ban-hanh-quy-che"
			}
			src := d.rendered(t, "nd30", s)[fixture]
			r := d.check(t, src)
			seen := map[string]bool{}
			for _, f := range r.Findings {
				seen[f.ID] = true
			}
			if !seen[c.id] || len(seen) != 1 {
				t.Error("findings")
				show(t, r.Findings)
			}
		})
	}
}

// TestMutatedParty does the same by the Party's standard.
func TestMutatedParty(t *testing.T) {
	d := newDesk(t)
	for _, c := range []struct{ id, old, new string }{
		{check.IDNationalText, "chu: ĐẢNG CỘNG SẢN VIỆT NAM", "chu: ĐẢNG CỘNG SẢN VIỆT NAM."},
		{check.IDMottoLine, "gach: {dai: {gia_tri: 1, khoang: [1, 1], dieu_khoan: mục II.1}", "gach: {dai: {gia_tri: 0.5, khoang: [0.5, 1], dieu_khoan: mục II.1}"},
		{check.IDSuperior, `co_quan: {ten: Cơ quan ban hành, co: {"*": 14pt}, co_khoang: 14pt..14pt, dam: true`, `co_quan: {ten: Cơ quan ban hành, co: {"*": 14pt}, co_khoang: 14pt..14pt`},
		{check.IDBodyLine, `noi_dung: {ten: Nội dung, co: {"14": 14pt, "15": 15pt}, co_khoang: 14pt..15pt, can: deu, thut_dau: 10mm, sau: 6pt, dong_dung: 18pt`, `noi_dung: {ten: Nội dung, co: {"14": 14pt, "15": 15pt}, co_khoang: 14pt..15pt, can: deu, thut_dau: 10mm, sau: 6pt, dong_dung: 26pt`},
		{check.IDRecipientsStyle, `noi_nhan: {ten: Danh sách nơi nhận, co: {"*": 12pt}, co_khoang: 12pt..12pt`, `noi_nhan: {ten: Danh sách nơi nhận, co: {"*": 11pt}, co_khoang: 11pt..12pt`},
	} {
		t.Run(c.id, func(t *testing.T) {
			s := readStandard(t, "dang", func(text string) string { return strings.Replace(text, c.old, c.new, 1) })
			for name, src := range d.rendered(t, "dang", s) {
				in := d.read(t, src)
				in.Standard = d.standards["dang"]
				seen := map[string]bool{}
				r := check.Word(in, check.Options{})
				for _, f := range r.Findings {
					seen[f.ID] = true
				}
				if !seen[c.id] || len(seen) != 1 {
					t.Error(name)
					show(t, r.Findings)
				}
			}
		})
	}
}

// TestDecree: the decree's own appendices are read, and the components of its forms are named.
func TestDecree(t *testing.T) {
	d := newDesk(t)
	files, _ := filepath.Glob("../../../shared/decree/*.docx")
	if len(files) == 0 {
		t.Skip("the decree is not here")
	}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		in := d.read(t, src)
		check.Word(in, check.Options{})
		kinds := map[string]bool{}
		for _, l := range recognised(in).Lines {
			kinds[l.Kind.String()] = true
		}
		if len(kinds) < 2 {
			t.Errorf("%s: only %v", name, kinds)
		}
		if filepath.Base(name) == "phu-luc-III.docx" && !(kinds["quốc hiệu"] && kinds["tiêu ngữ"] && kinds["tên loại"] && kinds["nơi nhận"] && kinds["căn cứ"] && kinds["kính gửi"]) {
			t.Errorf("%s: %v", name, kinds)
		}
	}
}

// TestOff: a warning can be switched off, an error cannot.
func TestOff(t *testing.T) {
	d := newDesk(t)
	p := d.plan()
	swap{"- Kết quả bàn giao", "     - Kết quả bàn giao"}.in(t, p)
	swap{`w:bottom="1134"`, `w:bottom="850"`}.in(t, p)
	r := check.Word(d.read(t, p.Bytes()), check.Options{Off: []string{check.IDBlanks, check.IDMargins}})
	if len(r.Findings) != 1 || r.Findings[0].ID != check.IDMargins {
		show(t, r.Findings)
		t.Error("what was switched off")
	}
}

// TestRulesAreNamed: a standard that names a rule that nothing measures is told; ours do not.
func TestRulesAreNamed(t *testing.T) {
	d := newDesk(t)
	for _, s := range d.standards {
		if l := check.Unknown(s); len(l) > 0 {
			t.Error(l)
		}
	}
	s := readStandard(t, "nd30", func(text string) string { return strings.Replace(text, "MARGINS: {muc", "MARGIN: {muc", 1) })
	if l := check.Unknown(s); len(l) != 1 || l[0].Hints[0] != "có phải là «MARGINS» không" {
		t.Error(l)
	}
}

// TestNothingToCheckBy: a standard without kiem_tra checks nothing, and says so.
func TestNothingToCheckBy(t *testing.T) {
	d := newDesk(t)
	in := d.read(t, d.plan().Bytes())
	in.Standard = readStandard(t, "nd30", func(text string) string {
		before, _, _ := strings.Cut(text, "\nkiem_tra:")
		return before + "\n"
	})
	if r := check.Word(in, check.Options{}); len(r.Findings) != 1 || r.Findings[0].ID != check.IDNone || r.Judged {
		show(t, r.Findings)
		t.Error("a standard that checks nothing")
	}
}

// TestUnknownComponentsAreNamed: what was not recognised is not judged, and that is told.
func TestUnknownComponentsAreNamed(t *testing.T) {
	d := newDesk(t)
	p := d.plan()
	p.Body = strings.Replace(p.Body, "Nơi nhận:", "Đã phát:", 1)
	r := d.check(t, p.Bytes())
	if !slices.ContainsFunc(r.Findings, func(f diag.Diagnostic) bool {
		return f.ID == check.IDZone && f.Severity == diag.Info && strings.Contains(f.Message, "nơi nhận")
	}) {
		show(t, r.Findings)
		t.Error("no word of the recipients")
	}
}
