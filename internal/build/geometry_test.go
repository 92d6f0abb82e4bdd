package build_test

import (
	"fmt"
	"strings"
	"testing"

	"vanban/internal/sheet"
	"vanban/internal/typeset"
	"vanban/internal/unit"
)

// inkBox is where the letters of a span are: from the top of capitals with a mark to the descenders.
type inkBox struct {
	x1, y1, x2, y2 unit.Length
	span           typeset.Span
}

func ink(l typeset.Line, s typeset.Span) inkBox {
	return inkBox{s.X, l.Baseline - s.Size*8/10, s.X + s.Width, l.Baseline + s.Size*2/10, s}
}

// slack is what rounding may make two boxes overlap, or a box pass an edge.
const slack = unit.MM / 5

// pageFaults looks for text that lies upon text, that a line of a table or a rule strikes through, or that
// passes the text area to the sides or the paper's edge above and below.
func pageFaults(s *sheet.Sheet, p *typeset.Page) []string {
	var faults []string
	var boxes []inkBox
	left, right := s.Sections[0].Page.Left, s.Sections[0].Page.Right
	for _, sec := range s.Sections {
		left, right = min(left, sec.Page.Left), min(right, sec.Page.Right)
	}
	for _, l := range p.Lines {
		for _, span := range l.Spans {
			b := ink(l, span)
			if b.x1 < left-slack || b.x2 > p.Width-right+slack || b.y1 < 5*unit.MM || b.y2 > p.Height-5*unit.MM {
				faults = append(faults, fmt.Sprintf("outside the text area: %q", span.Text))
			}
			for _, other := range boxes {
				if b.x1 < other.x2-slack && other.x1 < b.x2-slack && b.y1 < other.y2-slack && other.y1 < b.y2-slack {
					faults = append(faults, fmt.Sprintf("%q lies upon %q", span.Text, other.span.Text))
				}
			}
			for _, line := range p.Strokes {
				if strikes(line, b) {
					faults = append(faults, fmt.Sprintf("a line strikes through %q", span.Text))
				}
			}
			boxes = append(boxes, b)
		}
	}
	return faults
}

// strikes tells whether a line goes through the middle of the letters.
func strikes(l typeset.Stroke, b inkBox) bool {
	y1, y2 := b.y1+b.span.Size*3/10, b.y2-b.span.Size*3/10
	return l.X1 < b.x2-slack && b.x1 < l.X2-slack && l.Y1 < y2 && y1 < l.Y2 && l.Y1 == l.Y2 ||
		l.X1 == l.X2 && l.X1 > b.x1+slack && l.X1 < b.x2-slack && l.Y1 < y2 && y1 < l.Y2
}

// TestNothingOverlaps looks at every page of every fixture.
func TestNothingOverlaps(t *testing.T) {
	for _, m := range documents(t) {
		for i, p := range m.Stages.Pages.Pages {
			for _, fault := range pageFaults(m.Stages.Sheet, p) {
				t.Errorf("%s, page %d: %s", m.Name, i+1, fault)
			}
		}
	}
}

// longer is the first n words of a text.
func longer(text string, n int) string {
	words := strings.Fields(text)
	return strings.Join(words[:min(n, len(words))], " ")
}

// headed is a plan whose names are as given, the issuer on one line that has to be broken.
func headed(sizes, superior, issuer, place, subject string) string {
	return fmt.Sprintf(`mau: ke-hoach
co_chu: %q
co_quan: {chu_quan: %q, ten: %q}
ky_hieu: KH-BCĐ
so: 118
dia_danh: %q
ngay: 2026-12-30
trich_yeu: %q
noi_dung: |
  Một câu mở đầu.

  I. MỤC ĐÍCH
  Một đoạn ngắn.
ky: {quyen_han: TM. ỦY BAN NHÂN DÂN, chuc_vu: CHỦ TỊCH, ho_ten: Đặng Thị Thử}
noi_nhan: [Các đơn vị]
luu: VT
`, sizes, superior, issuer, place, subject)
}

// TestLongNames makes the issuing body, its superior, the place and the abstract longer and longer, in both
// size sets: the nation's name, the motto and the date are never broken, nothing overlaps, and a name that
// does fit has no finding (Phụ lục I, mục II.1, II.2 and II.5).
func TestLongNames(t *testing.T) {
	const (
		superior = "Ủy ban nhân dân tỉnh Nam Khê và Ban Chỉ đạo cấp tỉnh về các chương trình trọng điểm"
		issuer   = "Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số của tỉnh Nam Khê, giai đoạn 2026 - 2030"
		place    = "Thành phố Nam Khê Thượng Hạ"
		subject  = "Xây dựng lộ trình đổi mới công nghệ các ngành kinh tế mũi nhọn của tỉnh Nam Khê đến năm 2035, tầm nhìn đến năm 2050 và những năm tiếp theo trên địa bàn các xã, phường, đặc khu"
	)
	w := newWorkshop(t)
	for _, sizes := range []string{"13", "14"} {
		for n := 1; n <= 40; n++ {
			src := headed(sizes, longer(superior, n), longer(issuer, n), longer(place, 1+n/6), longer(subject, 2*n))
			t.Run(fmt.Sprintf("%s/%d", sizes, n), func(t *testing.T) {
				checkHead(t, w, src, longer(place, 1+n/6)+", ngày 30 tháng 12 năm 2026")
			})
		}
	}
}

func checkHead(t *testing.T, w *workshop, src, date string) {
	t.Helper()
	st := w.stages(t, w.jobs(t, "nd30", "a.yaml", []byte(src))[0])
	page := st.Pages.Pages[0]
	for _, whole := range []string{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", date} {
		found := 0
		for _, l := range page.Lines {
			if lineText(l) == whole {
				found++
			}
		}
		if found != 1 {
			t.Errorf("%q stands on %d lines whole", whole, found)
		}
	}
	for _, fault := range pageFaults(st.Sheet, page) {
		t.Error(fault)
	}
}

// TestLongNamesBreakByMeaning looks where names are broken: before the words of the standard's list.
func TestLongNamesBreakByMeaning(t *testing.T) {
	w := newWorkshop(t)
	tests := []struct {
		issuer, subject string
		want            []string
	}{
		{"Ủy ban nhân dân tỉnh Nam Khê", "Đổi mới công nghệ", []string{"ỦY BAN NHÂN DÂN", "TỈNH NAM KHÊ"}},
		{"Ban Chỉ đạo thi đua và cải cách hành chính tỉnh Nam Khê", "Đổi mới công nghệ",
			[]string{"BAN CHỈ ĐẠO THI ĐUA", "VÀ CẢI CÁCH HÀNH CHÍNH", "TỈNH NAM KHÊ"}},
		{"Sở Nội vụ", "Xây dựng lộ trình đổi mới công nghệ các ngành kinh tế mũi nhọn của tỉnh Nam Khê đến năm 2035",
			[]string{"Xây dựng lộ trình đổi mới công nghệ các ngành kinh tế mũi nhọn", "của tỉnh Nam Khê đến năm 2035"}},
	}
	for _, test := range tests {
		src := headed("14", "", test.issuer, "Nam Khê", test.subject)
		st := w.stages(t, w.jobs(t, "nd30", "a.yaml", []byte(src))[0])
		var got []string
		for _, l := range st.Pages.Pages[0].Lines {
			got = append(got, lineText(l))
		}
		all := strings.Join(got, "\n")
		if !strings.Contains(all, strings.Join(test.want, "\n")) {
			t.Errorf("want the lines %q in\n%s", test.want, all)
		}
	}
}
