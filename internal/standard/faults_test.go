package standard

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vanban/internal/data"
	"vanban/internal/diag"
)

// TestFaults changes the built-in standard in one place: the finding must stand in the line of the change.
func TestFaults(t *testing.T) {
	for name, c := range map[string]struct{ old, new, id string }{
		"unknown key":             {"ngon_ngu:", "ngon_ngu_la: x\nngon_ngu:", IDKey},
		"key without effect":      {"    thu_tu:", "    co_chu: \"13\"\n    thu_tu:", IDKey},
		"missing key":             {"ngon_ngu: vi-VN\n", "", IDMissing},
		"size set without a size": {`bo_co_chu: ["14", "13"]`, `bo_co_chu: ["14", "13", "15"]`, IDMissing},
		"frame without height":    {"rong: 30mm, cao: 8mm", "rong: 30mm", IDMissing},
		"length without unit":     {"rong: 210mm", "rong: 210", IDValue},
		"words for a number":      {"dong_di_cung: 2", "dong_di_cung: hai", IDValue},
		"row of nothing":          {"- {trai: [chu_quan, co_quan], phai: [quoc_hieu, tieu_ngu]}", "- {trai: [], phai: []}", IDOrder},
		"two lines":               {"nhu_tren: Như trên", `nhu_tren: "Như\ntrên"`, IDValue},
		"no language":             {"ngon_ngu: vi-VN", "ngon_ngu: \"\"", IDValue},
		"language":                {"ngon_ngu: vi-VN", "ngon_ngu: tiếng Việt", IDValue},
		"no font":                 {"phong_chu: Times New Roman", "phong_chu: \" \"", IDValue},
		"alignment":               {"can: giua", "can: giữa", IDValue},
		"side":                    {"nguoi_dau: phai", "nguoi_dau: tren", IDValue},
		"numerals":                {"so: la_ma", "so: chu", IDValue},
		"colour":                  {"mau_chu: FF0000", "mau_chu: đỏ", IDValue},
		"day of effect":           {"hieu_luc_tu: 2020-03-05", "hieu_luc_tu: tháng 3/2020", IDValue},
		"type of no name":         {"quy_pham: [nghi-quyet,", "quy_pham: [nghi-quyett,", IDRef},
		"lines the wrong way":     {"dong: [1, 1.5]", "dong: [1.5, 1]", IDValue},
		"severity of a rule":      {"PAGE-SIZE: {muc: loi,", "PAGE-SIZE: {muc: nang,", IDValue},
		"shading":                 {"nen: D9D9D9", "nen: D9D9D", IDValue},
		"empty word":              {`chu: "QUYẾT ĐỊNH:"`, `chu: ""`, IDValue},
		"share the wrong way":     {"khoang: [0.3333, 0.5]", "khoang: [0.5, 0.3333]", IDValue},
		"unknown style":           {"so_trang: {kieu: so_trang,", "so_trang: {kieu: so_trangg,", IDRef},
		"unknown body style":      {"  muc: muc\n", "  muc: mucc\n", IDRef},
		"unknown header":          {"    dau_trang: day_du\n", "    dau_trang: day_duu\n", IDRef},
		"unknown component":       {"thu_tu: [dau_trang, ten_loai,", "thu_tu: [dau_trang, ten_loaii,", IDRef},
		"unknown header part":     {"trai: [chu_quan, co_quan]", "trai: [chu_quan, co_quann]", IDRef},
		"size of no set":          {`quoc_hieu: {ten: Quốc hiệu, co: {"14": 13pt`, `quoc_hieu: {ten: Quốc hiệu, co: {"15": 13pt, "14": 13pt`, IDRef},
		"set twice":               {`bo_co_chu: ["14", "13"]`, `bo_co_chu: ["14", "13", "14"]`, IDRef},
		"margin out of range":     {"le_tren: {gia_tri: 20mm", "le_tren: {gia_tri: 19mm", IDRange},
		"size out of range":       {`quoc_hieu: {ten: Quốc hiệu, co: {"14": 13pt`, `quoc_hieu: {ten: Quốc hiệu, co: {"14": 15pt`, IDRange},
		"share out of range":      {"gia_tri: 0.4, khoang", "gia_tri: 0.6, khoang", IDRange},
		"paper without height":    {"cao: 297mm", "cao: 0mm", IDLimit},
		"sliver of paper":         {"cao: 297mm", "cao: 0.0000001mm", IDLimit},
		"negative margin":         {"le_trai: {gia_tri: 30mm, khoang: 30mm..35mm", "le_trai: {gia_tri: -20mm, khoang: -20mm..35mm", IDLimit},
		"no height for text":      {"le_duoi: {gia_tri: 20mm, khoang: 20mm..25mm", "le_duoi: {gia_tri: 238mm, khoang: 238mm", IDLimit},
		"landscape without text":  {"le_duoi: {gia_tri: 20mm, khoang: 20mm..25mm", "le_duoi: {gia_tri: 151mm, khoang: 151mm", IDLimit},
		"room to sign":            {"cho_ky: {gia_tri: 32mm, khoang: 20mm..45mm", "cho_ky: {gia_tri: -50mm, khoang: -50mm..45mm", IDLimit},
		"number below its margin": {"cach_mep_tren: 10mm", "cach_mep_tren: 21mm", IDLimit},
		"huge number":             {`so_trang: {ten: Số trang, co: {"14": 14pt, "13": 13pt}, co_khoang: 13pt..14pt`, `so_trang: {ten: Số trang, dong: 5, truoc: 100pt, sau: 100pt, co: {"*": 72pt}, co_khoang: 72pt`, IDLimit},
		"no size sets":            {`bo_co_chu: ["14", "13"]`, "bo_co_chu: []", IDLimit},
		"no clause headings":      {"khoan_co_ten: [khoan_co_ten, khoan_co_ten_2]", "khoan_co_ten: []", IDLimit},
		"three divisions":         {"phan_nhan: [phan_nhan, phan_nhan,", "phan_nhan: [phan_nhan,", IDLimit},
		"stamp too low":           {"rong: 30mm, cao: 8mm", "rong: 30mm, cao: 5mm", IDLimit},
		"stamp too high":          {"rong: 30mm, cao: 8mm", "rong: 30mm, cao: 40mm", IDLimit},
		"no lines":                {"dong: 1.1", "dong: 0", IDLimit},
		"lines without number":    {"dong: 1.1", "dong: NaN", IDLimit},
		"lines without end":       {"dong: 1.1", "dong: Inf", IDLimit},
		"narrow signature":        {"rong_cot: 0.5", "rong_cot: 0.2", IDLimit},
		"share of nothing":        {"rong: 0.85", "rong: 0", IDLimit},
		"outline":                 {"cap_de_muc: 1", "cap_de_muc: 10", IDLimit},
		"tiny letters":            {`{"*": 11pt}, co_khoang: 11pt..11pt`, `{"*": 3pt}, co_khoang: 3pt..11pt`, IDLimit},
		"indents":                 {"thut_trai: 30mm", "thut_trai: 148mm", IDLimit},
		"blank of no width":       {"cho_trong: 14mm", "cho_trong: 0mm", IDLimit},
		"unknown name":            {"Số: {so}/{loai}-{noi}", "Số: {so}/{loai}-{noi}{abc}", IDPattern},
		"number without number":   {"Số: {so}/{loai}-{noi}", "Số: /{loai}-{noi}", IDPattern},
		"open brace":              {"Điều {so}.", "Điều {so.", IDPattern},
		"lone brace":              {"Điều {so}.", "Điều {so}}.", IDPattern},
		"empty pattern":           {`mau: "V/v {trich_yeu}"`, `mau: ""`, IDPattern},
		"file without value":      {`luu: "Lưu: {luu}"`, `luu: "Lưu: VT"`, IDPattern},
		"no order":                {"thu_tu: [dau_trang, kinh_gui, noi_dung, chu_ky_noi_nhan]", "thu_tu: []", IDOrder},
		"no text":                 {"thu_tu: [dau_trang, kinh_gui, noi_dung, chu_ky_noi_nhan]", "thu_tu: [dau_trang, kinh_gui, chu_ky_noi_nhan]", IDOrder},
		"text twice":              {"thu_tu: [dau_trang, kinh_gui, noi_dung, chu_ky_noi_nhan]", "thu_tu: [dau_trang, noi_dung, kinh_gui, noi_dung, chu_ky_noi_nhan]", IDOrder},
		"signers without place":   {"noi_dung, nguoi_ky_noi_nhan]", "noi_dung, chu_ky_noi_nhan]", IDOrder},
		"place without signers":   {"kinh_gui, noi_dung, chu_ky_noi_nhan]", "kinh_gui, noi_dung, nguoi_ky_noi_nhan]", IDOrder},
		"one role twice":          {"vai: chu_toa", "vai: thu_ky", IDOrder},
		"word as component":       {"  quyet_dinh: {chu:", "  ten_loai: {chu: A, kieu: menh_lenh}\n  quyet_dinh: {chu:", IDOrder},
		"header part twice":       {"trai: [chu_quan, co_quan]", "trai: [chu_quan, co_quan, chu_quan]", IDOrder},
		"colliding style ids":     {"  quoc_hieu: {ten: Quốc hiệu,", "  Quoc_Hieu: {ten: Khác, co: {\"*\": 13pt}, co_khoang: 13pt}\n  quoc_hieu: {ten: Quốc hiệu,", IDStyle},
		"style id of Word":        {"  quoc_hieu: {ten: Quốc hiệu,", "  table_normal: {ten: Khác, co: {\"*\": 13pt}, co_khoang: 13pt}\n  quoc_hieu: {ten: Quốc hiệu,", IDStyle},
		"style key":               {"  quoc_hieu: {ten: Quốc hiệu,", "  quốc: {ten: Khác, co: {\"*\": 13pt}, co_khoang: 13pt}\n  quoc_hieu: {ten: Quốc hiệu,", IDStyle},
		"colliding style names":   {"ten: Tiêu ngữ,", "ten: QUỐC HIỆU,", IDStyle},
		"style name of Word":      {"ten: Tiêu ngữ,", "ten: normal,", IDStyle},
		"style name with comma":   {"ten: Tiêu ngữ,", "ten: \"Tiêu, ngữ\",", IDStyle},
		"rule under justified":    {"tieu_ngu: {ten: Tiêu ngữ, co: {\"14\": 14pt, \"13\": 13pt}, co_khoang: 13pt..14pt, dam: true, can: giua", "tieu_ngu: {ten: Tiêu ngữ, co: {\"14\": 14pt, \"13\": 13pt}, co_khoang: 13pt..14pt, dam: true, can: deu", IDStyle},
		"two line spacings":       {"dong: 1.1", "dong: 1.1, dong_dung: 18pt", IDStyle},
		"text beyond the margin":  {"thut_dau: 12.7mm", "thut_dau: -12.7mm", IDStyle},
	} {
		_, findings := load(t, "nd30", func(s string) string { return strings.Replace(s, c.old, c.new, 1) })
		found := false
		for _, d := range findings {
			found = found || d.ID == c.id && d.Severity == diag.Error && d.Pos.Line > 0
		}
		if !found {
			t.Errorf("%s: no %s with a line among %+v", name, c.id, findings)
		}
	}
}

func TestNearestNameIsTold(t *testing.T) {
	for name, want := range map[string]string{"{loaii}": "có phải là {loai} không", "{xyzxyz}": "các tên dùng được: {so}, {loai}, {noi}"} {
		_, findings := load(t, "nd30", func(s string) string {
			return strings.Replace(s, "Số: {so}/{loai}-{noi}", "Số: {so}/{loai}-{noi}"+name, 1)
		})
		if len(findings) != 1 || len(findings[0].Hints) != 1 || findings[0].Hints[0] != want {
			t.Errorf("%s: %+v, want the hint «%s»", name, findings, want)
		}
	}
}

// TestAllAtOnce: faults of several kinds are told in one run.
func TestAllAtOnce(t *testing.T) {
	_, findings := load(t, "nd30", strings.NewReplacer("le_o: 1.5mm", "le_o: 50mm", "  muc: muc\n", "  muc: mucc\n",
		`luu: "Lưu: {luu}"`, "luu: VT", "vai: chu_toa", "vai: thu_ky", "ten: Tiêu ngữ,", "ten: Normal,").Replace)
	for _, id := range []string{IDLimit, IDRef, IDPattern, IDOrder, IDStyle} {
		if !strings.Contains(idsOf(findings), id) {
			t.Errorf("no %s among %s", id, idsOf(findings))
		}
	}
}

func idsOf(findings diag.List) string {
	var ids []string
	for _, d := range findings {
		ids = append(ids, d.ID)
	}
	return strings.Join(ids, " ")
}

// FuzzParse: whatever the file holds, there is no crash, and every finding has a line. What is accepted is
// rendered by a fuzz target of package build.
func FuzzParse(f *testing.F) {
	for _, id := range []string{"nd30", "dang"} {
		src, err := os.ReadFile(filepath.Join("..", "..", "templates", id, "standard.yaml"))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	f.Add([]byte("trang: {rong: 1mm}\nkieu: {a: {co: []}}\nbo_cuc: x"))
	f.Fuzz(func(t *testing.T, src []byte) {
		root, findings := data.Parse("standard.yaml", src)
		if root == nil || findings.HasErrors() {
			return
		}
		_, findings = Parse("thu", root)
		for _, d := range findings {
			if d.Pos.Line == 0 || d.Message == "" {
				t.Errorf("a finding without a line or words: %+v", d)
			}
		}
	})
}
