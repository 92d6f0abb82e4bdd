package diff_test

import (
	"strings"
	"testing"

	"vanban/internal/diff"
	"vanban/internal/pdf"
	"vanban/internal/typeset"
	"vanban/internal/unit"
)

func (s *shop) pages(t testing.TB, name, id string) *typeset.Document {
	t.Helper()
	_, file := s.fixture(t, name, id)
	d, err := pdf.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestPagesOfOneDocument(t *testing.T) {
	s := newShop(t)
	for _, p := range plans() {
		r := diff.Compare(diff.OfPages(s.pages(t, p[0], p[1]), s.words), diff.OfPages(s.pages(t, p[0], p[1]), s.words), diff.Ignore{})
		if !r.Equal() || len(r.Pairs) < 10 {
			t.Errorf("%s: %d pairs\n%s", p[0], len(r.Pairs), r.Text())
		}
		for _, pair := range r.Pairs {
			if pair.New.Place == "" {
				t.Errorf("%s: no component for %q", p[0], pair.New.Text)
			}
		}
	}
}

// TestPagesAreSeen changes one thing on the pages at a time.
func TestPagesAreSeen(t *testing.T) {
	s := newShop(t)
	base := func(name string) *diff.Node { return diff.OfPages(s.pages(t, name, "nd30"), s.words) }
	find := func(d *typeset.Document, text string) *typeset.Span {
		for _, p := range d.Pages {
			for i := range p.Lines {
				for j := range p.Lines[i].Spans {
					if strings.Contains(p.Lines[i].Spans[j].Text, text) {
						return &p.Lines[i].Spans[j]
					}
				}
			}
		}
		t.Fatalf("no %q", text)
		return nil
	}
	const (
		decision = "quyet-dinh/quyet-dinh-ban-chi-dao.yaml"
		plan     = "ke-hoach/ke-hoach-lo-trinh.yaml"
	)
	for _, test := range []struct {
		name, fixture string
		change        func(d *typeset.Document)
		want          string
	}{
		{"a word", decision, func(d *typeset.Document) {
			sp := find(d, "họp mỗi quý")
			sp.Text = strings.Replace(sp.Text, "mỗi quý", "mỗi tháng", 1)
		}, "Điều 3, khoản 1: chữ: «quý» thành «tháng»"},
		{"a number", decision, func(d *typeset.Document) { find(d, "/QĐ-UBND").Text = "/QĐ-VP" }, "số, ký hiệu (ô số 3): chữ: «UBND» thành «VP»"},
		{"a cell", plan, func(d *typeset.Document) { find(d, "Tháng 3/2026").Text = "Tháng 4/2026" }, "phụ lục I, bảng, hàng 3, cột 6: chữ: «3» thành «4»"},
		{"bold", decision, func(d *typeset.Document) { find(d, "Nhiệm vụ của Ban").Face.Bold = false }, "Điều 2: đậm: có → không"},
		{"size", decision, func(d *typeset.Document) { find(d, "QUYẾT ĐỊNH").Size = 15 * unit.Pt }, "cỡ chữ: 14 → 15"},
		{"place", decision, func(d *typeset.Document) { find(d, "QUYẾT ĐỊNH").X += 5 * unit.MM }, "tên loại (ô số 5a): bắt đầu cách mép trái: 96,7 mm → 101,7 mm"},
		{"a page number", plan, func(d *typeset.Document) { d.Pages[1].Lines[0].Spans[0].Text = "3" }, "đầu trang 2: chữ: «2» thành «3»"},
		{"a rule", decision, func(d *typeset.Document) { d.Pages[0].Strokes[0].X2 += 3 * unit.MM }, "đường kẻ, nền: kẻ ngang từ 55,5 đến 72,8 mm, nét 0,75 pt: có → không"},
		{"paper", decision, func(d *typeset.Document) { d.Pages[1].Height -= unit.MM }, "trang 2: khổ giấy, cao"},
		{"a property", decision, func(d *typeset.Document) { d.Author = "Ai đó" }, "tác giả: Ủy ban nhân dân tỉnh Nam Khê → Ai đó"},
	} {
		d := s.pages(t, test.fixture, "nd30")
		test.change(d)
		if got := diff.Compare(base(test.fixture), diff.OfPages(d, s.words), diff.Ignore{}).Text(); !strings.Contains(got, test.want) {
			t.Errorf("%s: no «%s» in\n%s", test.name, test.want, got)
		}
	}
}

// TestPagesThatFlowElsewhere: a paragraph that grows by a line is one change, though all below moves.
func TestPagesThatFlowElsewhere(t *testing.T) {
	s := newShop(t)
	_, src := s.fixture(t, "ke-hoach/ke-hoach-lo-trinh.yaml", "nd30")
	yaml := fixtureText(t, "ke-hoach/ke-hoach-lo-trinh.yaml")
	const from = "Cử một công chức làm đầu mối"
	if !strings.Contains(yaml, from) {
		t.Fatalf("no %q", from)
	}
	_, longer := s.made(t, "a.yaml", "nd30", []byte(strings.Replace(yaml, from, from+strings.Repeat(" có hiểu biết về công nghệ chế biến", 3), 1)))
	before, err := pdf.Read(src)
	if err != nil {
		t.Fatal(err)
	}
	after, err := pdf.Read(longer)
	if err != nil {
		t.Fatal(err)
	}
	r := diff.Compare(diff.OfPages(before, s.words), diff.OfPages(after, s.words), diff.Ignore{})
	if got := kinds(r); got[diff.Reworded] != 1 || len(r.Changes) > 4 {
		t.Errorf("%s", r.Text())
	}
}
