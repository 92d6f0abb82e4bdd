package build_test

import (
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"vanban/internal/compose"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/doc"
	"vanban/internal/docx"
	"vanban/internal/font"
	"vanban/internal/standard"
	"vanban/internal/typeset"
	"vanban/internal/unit"
	"vanban/templates"
)

// faceWidths measures with the faces that the PDF is set in.
type faceWidths struct{ fonts *font.Set }

func (f faceWidths) Width(text string, bold, italic bool, size unit.Length) unit.Length {
	return f.fonts.Face(bold, italic).Width(text, size)
}

// trial renders one document by standards that an office may have spoilt.
type trial struct {
	fonts    *font.Set
	writer   docx.Writer
	document *doc.Document
	sources  map[string][]byte // the built-in standards
}

// newTrial takes the fixture that holds one of each construct, with all the components a document may have.
func newTrial(t testing.TB) *trial {
	t.Helper()
	w := newWorkshop(t)
	st := w.stages(t, w.jobs(t, "nd30", "du-loai-dong.yaml", fixtureFile(t, "ke-hoach/du-loai-dong.yaml"))[0])
	texts := func(lines ...string) []doc.Text {
		var out []doc.Text
		for _, l := range lines {
			out = append(out, doc.Text{Text: l})
		}
		return out
	}
	d := *st.Document
	d.Urgency, d.Circulation = doc.Text{Text: "khan"}, doc.Text{Text: "luu-hanh-noi-bo"}
	d.Authority, d.Grounds = doc.Text{Text: "Giám đốc sở"}, texts("Căn cứ Luật thứ nhất", "Căn cứ Luật thứ hai")
	d.Addressees, d.Contact = texts("Sở Nội vụ", "Sở Tài chính"), texts("Số 1, đường Nam Khê", "Điện thoại: 0200")
	d.Enclosures = []*doc.Enclosure{{Type: doc.Text{Text: d.Type}, Subject: texts("Quản lý kho lưu trữ"), Body: d.Body[:1]}}
	d.Signatures = slices.Clone(d.Signatures)
	for _, role := range []string{"thu_ky", "chu_toa"} {
		second := d.Signatures[0]
		second.Role, second.Below = role, doc.Text{Text: "Trưởng ban"}
		d.Signatures = append(d.Signatures, second)
	}
	tr := &trial{fonts: w.fonts, document: &d, sources: map[string][]byte{}}
	for _, id := range []string{"nd30", partyFolder} {
		src, err := templates.Files.ReadFile(id + "/standard.yaml")
		if err != nil {
			t.Fatal(err)
		}
		tr.sources[id] = src
	}
	return tr
}

// everyLayout has try render in each layout; any other number, in one.
const everyLayout = -1

// try renders by the standard, as a draft, which goes on in spite of errors. It tells whether the standard was
// accepted. What is wrong shows as a panic.
func (tr *trial) try(t testing.TB, root *data.Node, turn int) bool {
	t.Helper()
	s, findings := standard.Parse("thu", root)
	for _, f := range findings {
		if f.Pos.Line == 0 {
			t.Errorf("a finding without a line: %+v", f)
		}
	}
	if findings.HasErrors() {
		return false
	}
	layouts := slices.Sorted(maps.Keys(s.Layouts))
	if turn != everyLayout && len(layouts) > 0 {
		layouts = layouts[turn%len(layouts):][:1]
	}
	for _, key := range layouts {
		d := *tr.document
		d.Layout = key
		if len(s.Layouts[key].Signers) == 0 {
			d.Signatures = d.Signatures[:1]
		}
		sheet, _ := compose.Compose(&d, s, faceWidths{tr.fonts})
		typeset.Typeset(sheet, tr.fonts)
		must(t, tr.writer.Write(io.Discard, sheet))
	}
	return true
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// parse reads a standard, whose text may be spoilt beyond YAML.
func parse(src []byte) (*data.Node, bool) {
	root, findings := data.Parse("standard.yaml", src)
	return root, root != nil && !findings.HasErrors()
}

// scalars lists the texts of a tree that reach a page, with the keys that lead to them.
func scalars(n *data.Node, path string, visit func(path string, n *data.Node)) {
	for _, f := range n.Fields {
		if f.Key != "dieu_khoan" && f.Key != "khong_ngat" && f.Key != "viet_tat" && f.Key != "ngat_truoc" {
			scalars(f.Value, path+"."+f.Key, visit)
		}
	}
	for _, item := range n.Items {
		scalars(item, path, visit)
	}
	if n.Kind == data.Text {
		visit(path, n)
	}
}

// spoilings are values that an attacker, or a slip, may put in the place of one that is right.
func spoilings() []string {
	return []string{"", "-1mm", "72pt", "4pt", "100mm", "400mm", "0.01", "1", "phai", "deu", "{abc}", "Normal", strings.Repeat("W", 200)}
}

// TestSpoiltStandard puts each bad value in the place of each value of a built-in standard: it is refused in
// words, or a document comes out. The fuzz targets below go on where this stops.
func TestSpoiltStandard(t *testing.T) {
	tr := newTrial(t)
	root, ok := parse(tr.sources["nd30"])
	if !ok || !tr.try(t, root, everyLayout) {
		t.Fatal("the built-in standard is refused")
	}
	seen, tried, accepted := map[string]bool{}, 0, 0
	scalars(root, "", func(path string, n *data.Node) {
		kind := path
		if parts := strings.Split(path, "."); parts[1] == "loai" || parts[1] == "kieu" {
			kind = parts[1] + "." + strings.Join(parts[3:], ".") // one type, one style stand for all
		}
		if seen[kind] {
			return
		}
		seen[kind] = true
		text := n.Text
		for _, bad := range spoilings() {
			n.Text = bad
			tried++
			turn := tried
			if strings.HasPrefix(path, ".bo_cuc") {
				turn = everyLayout
			}
			func() {
				defer func() {
					if p := recover(); p != nil {
						t.Errorf("%s: «%s» for «%s» is accepted, and then: %v", path, bad, text, p)
					}
				}()
				if tr.try(t, root, turn) {
					accepted++
				}
			}()
		}
		n.Text = text
	})
	t.Logf("%d tried, %d accepted", tried, accepted)
}

// TestHostileStandards are the changes that once brought vanban down.
func TestHostileStandards(t *testing.T) {
	tr := newTrial(t)
	base, _ := parse(tr.sources["nd30"])
	for _, change := range []string{
		"trang: {cao: 0mm}", "trang: {cao: -1mm}", "trang: {cao: 0.0000001mm}", "trang: {le_trai: {gia_tri: -20mm, khoang: -20mm..0mm}}",
		"trang: {le_duoi: {gia_tri: -20mm, khoang: -20mm..0mm}}", "trang: {le_duoi: {gia_tri: 300mm, khoang: 300mm}}",
		"trang: {le_duoi: {gia_tri: 5000mm, khoang: 5000mm}}", "chu_ky: {cho_ky: {gia_tri: -50mm, khoang: -50mm}}",
		"so_ky_hieu: {mau: '{abc}'}", "so_ky_hieu: {mau: ''}", "bo_co_chu: []", "bo_cuc: {co-ten-loai: {thu_tu: []}}",
		"dau_trang: {day_du: []}", "noi_dung: {khoan_co_ten: []}", "noi_dung: {phan_nhan: [muc_nhan]}", "noi_dung: {phan_ten: []}",
		"kieu: {do_khan: {mau_chu: red}}", "bang: {nen: '#D9D9D9'}", "so_trang: {cach_mep_tren: -1mm}", "so_trang: {cach_mep_tren: 25mm}",
		"do_khan: {dau: {khan: {cao: 0mm}}}", "do_khan: {dau: {khan: {cao: 60mm}}}", "do_khan: {dau: {khan: {cao: 4mm}}}",
		"kieu: {noi_dung: {dong: 0}}", "kieu: {noi_dung: {dong: NaN}}", "kieu: {noi_dung: {dong: Inf}}", "kieu: {noi_dung: {cap_de_muc: 10}}",
		"kieu: {co_quan: {can: phai}}", "kieu: {noi_dung: {ten: Normal}}", "kieu: {noi_dung: {ten: ĐỀ MỤC}}", "kieu: {Noi_Dung: {ten: Khác, co: {'*': 13pt}, co_khoang: 13pt}}",
		"kieu: {normal: {ten: Khác, co: {'*': 13pt}, co_khoang: 13pt}}", "phu_luc: {ghi_chu: {mau: ''}}", "noi_dung: {nhan_dieu: Điều}",
	} {
		over, ok := parse([]byte(change))
		if !ok {
			t.Fatalf("«%s» is no YAML", change)
		}
		_, findings := standard.Parse("nd30", overlay(base, over))
		if !slices.ContainsFunc(findings, func(f diag.Diagnostic) bool { return f.Severity == diag.Error && f.Pos.Line > 0 && len(f.Message) > 0 }) {
			t.Errorf("«%s» is accepted", change)
		}
	}
}

// FuzzStandard spoils two values of a built-in standard at once.
func FuzzStandard(f *testing.F) {
	tr := newTrial(f)
	for _, seed := range []struct {
		first, second uint16
		a, b          string
	}{{0, 1, "A", "B"}, {3, 4, "60mm", "60mm"}, {9, 12, "72pt", "phai"}, {40, 41, "4pt", "5"}} {
		f.Add(seed.first, seed.a, seed.second, seed.b, false)
		f.Add(seed.first, seed.a, seed.second, seed.b, true)
	}
	f.Fuzz(func(t *testing.T, first uint16, a string, second uint16, b string, party bool) {
		id := "nd30"
		if party {
			id = partyFolder
		}
		root, _ := parse(tr.sources[id])
		var all []*data.Node
		scalars(root, "", func(_ string, n *data.Node) { all = append(all, n) })
		all[int(first)%len(all)].Text, all[int(second)%len(all)].Text = a, b
		// What YAML and the reader would have refused is not for the standard to judge.
		if _, ok := parse([]byte("{a: " + quoted(a) + ", b: " + quoted(b) + "}")); ok {
			tr.try(t, root, everyLayout)
		}
	})
}

func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// FuzzStandardText spoils the text of a built-in standard anywhere.
func FuzzStandardText(f *testing.F) {
	tr := newTrial(f)
	for _, src := range tr.sources {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if root, ok := parse(src); ok {
			tr.try(t, root, everyLayout)
		}
	})
}
