package build_test

import (
	"strings"
	"testing"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/templates"
)

// An office file keeps what holds for all documents, and nothing that belongs to one.
func TestOfficeKeepsNoDocumentsKeys(t *testing.T) {
	const refused = "là của riêng từng văn bản"
	for _, c := range []struct{ src, want string }{
		{"mac_dinh: {co_quan: {ten: Sở Nội vụ}, dia_danh: Nam Khê, ky: a, noi_nhan: [b], luu: VT, co_chu: 13, lien_he: c, nguoi_soan: d, tham_quyen: e, danh_ba: []}", ""},
		{"ten_tat: {co_quan: {}, ky: {}, noi_nhan: {}}", ""},
		{"mac_dinh: {so: 5}", "«so» " + refused},
		{"mac_dinh: {ngay: 2026-03-05}", "«ngay» " + refused},
		{"mac_dinh: {trich_yeu: a}", "«trich_yeu» " + refused},
		{"mac_dinh: {ten_tep: a}", "«ten_tep» " + refused},
		{"mac_dinh: {mau: ke-hoach}", "«mau» " + refused},
		{"mac_dinh: {can_cu: [a]}", "«can_cu» " + refused},
		{"mac_dinh: {van_ban: []}", "«van_ban» " + refused},
		{"mac_dinh: {phu_luc: []}", "«phu_luc» " + refused},
		{"mac_dinh: {dia_dan: a}", "tệp cơ quan không có khóa «dia_dan»"},
		{"ten_tat: {luu: {a: b}}", "«luu» không có tên tắt"},
		{"ten_tat: {danh_ba: {a: b}}", "tệp cơ quan không có khóa «danh_ba»"},
		{"so: 5", "tệp cơ quan không có khóa «so»"},
	} {
		l := build.NewLibrary(&data.Sources{}, build.Layer{Files: templates.Files})
		root, found := data.Parse("co-quan.yaml", []byte(c.src))
		if len(found) > 0 {
			t.Fatal(found)
		}
		_, found, err := l.NewOffice(root)
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case c.want == "" && len(found) > 0:
			t.Errorf("%s: %v", c.src, found)
		case c.want != "" && (len(found) != 1 || !found.HasErrors() || !strings.Contains(found[0].Message, c.want) || len(found[0].Hints) == 0):
			t.Errorf("%s: %v, want %q", c.src, found, c.want)
		}
	}
}

// A default written at the top of the file is told where it belongs; what is no default is not sent there.
func TestOfficeTellsWhereDefaultsStand(t *testing.T) {
	for src, under := range map[string]bool{"dia_danh: Nam Khê": true, "ky_hieu: KH-UBND": false} {
		l := build.NewLibrary(&data.Sources{}, build.Layer{Files: templates.Files})
		root, _ := data.Parse("co-quan.yaml", []byte(src))
		_, found, err := l.NewOffice(root)
		if err != nil || len(found) != 1 {
			t.Fatalf("%s: %v %v", src, found, err)
		}
		if hint := strings.Join(found[0].Hints, "; "); strings.Contains(hint, "«mac_dinh:»") != under {
			t.Errorf("%s: %s", src, hint)
		}
	}
}
