package frame

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/data"
	"vanban/internal/doc"
)

func read(t *testing.T, src string) *data.Node {
	t.Helper()
	root, findings := data.Parse("t.yaml", []byte(src))
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	return root
}

func plain(texts []doc.Text) []string {
	var out []string
	for _, t := range texts {
		out = append(out, t.Text)
	}
	return out
}

func TestDocument(t *testing.T) {
	d := Document(read(t, `
co_chu: 13
co_quan: {chu_quan: UBND tỉnh Nam Khê, ten: [Sở Khoa học, và Công nghệ], ten_goi: Sở Khoa học và Công nghệ}
so: 5
ky_hieu: KH-SKHCN
dia_danh: Nam Khê
ngay: 2026-06
trich_yeu: Về A
do_khan: khan
tham_quyen: Giám đốc Sở
can_cu: [Căn cứ A; B, Căn cứ C]
kinh_gui: Bộ X
ky: {quyen_han: TM. UBND, chuc_vu: [KT. CHỦ TỊCH, PHÓ CHỦ TỊCH], chuc_vu_khac: Trưởng ban, ho_ten: An}
noi_nhan:
  - Sở Y
  - {ten: Bộ Z, muc_dich: bao_cao}
luu: VT
nguoi_soan: A.(2)
lien_he: |
  Số 1
  ĐT: 2
`), "ke-hoach", "co-ten-loai", &doc.Content{})
	h := d.Header
	if h.Number.Text != "5" || h.Symbol.Text != "KH-SKHCN" || h.Place.Text != "Nam Khê" || h.Named.Text != "Sở Khoa học và Công nghệ" {
		t.Errorf("header: %+v", h)
	}
	if h.Date.Year != 2026 || h.Date.Month != 6 || h.Date.Day != 0 || h.Date.Pos.Line != 7 {
		t.Errorf("date: %+v", h.Date)
	}
	for name, c := range map[string]struct{ got, want []string }{
		"superior":   {plain(h.Superior), []string{"UBND tỉnh Nam Khê"}},
		"issuer":     {plain(h.Issuer), []string{"Sở Khoa học", "và Công nghệ"}},
		"subject":    {plain(d.Subject), []string{"Về A"}},
		"grounds":    {plain(d.Grounds), []string{"Căn cứ A; B", "Căn cứ C"}},
		"addressees": {plain(d.Addressees), []string{"Bộ X"}},
		"recipients": {plain(d.Recipients.Items), []string{"Sở Y", "Bộ Z"}},
		"titles":     {plain(d.Signatures[0].Titles), []string{"KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}},
		"contact":    {plain(d.Contact), []string{"Số 1", "ĐT: 2"}},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if d.Contact[1].Pos.Line != 21 {
		t.Errorf("the second line of a block is said to stand in line %d", d.Contact[1].Pos.Line)
	}
	if d.Sizes.Text != "13" || d.Urgency.Text != "khan" || d.Authority.Text != "Giám đốc Sở" || d.Recipients.File.Text != "VT" || d.Recipients.Drafter.Text != "A.(2)" || d.Signatures[0].Below.Text != "Trưởng ban" {
		t.Errorf("%+v", d)
	}
}

func TestLeftOut(t *testing.T) {
	d := Document(read(t, "co_quan: {ten: Sở A, chu_quan: ''}\nky: [{ho_ten: A}, {ho_ten: B}]\n"), "x", "y", &doc.Content{})
	if len(d.Header.Superior) > 0 || !d.Header.Number.IsZero() || d.Header.Date != (doc.Date{}) || len(d.Signatures) != 2 {
		t.Errorf("%+v", d)
	}
	own := &doc.Content{Signatures: []doc.Signature{{Role: "thu_ky"}}}
	if d := Document(read(t, "ky: {ho_ten: A}\n"), "x", "y", own); len(d.Signatures) != 1 || d.Signatures[0].Role != "thu_ky" {
		t.Errorf("the template's own signatures do not win: %+v", d.Signatures)
	}
}
