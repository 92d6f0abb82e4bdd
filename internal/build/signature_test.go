package build_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"vanban/internal/build"
	"vanban/internal/docx"
)

// sentences of an invented plan, from which bodies of any length are made.
func sentences() []string {
	return []string{
		"Các đơn vị rà soát danh mục thiết bị đang dùng.",
		"Phòng Quản lý công nghệ lập phiếu khảo sát, gửi về các xã, phường trước ngày 20 hằng tháng.",
		"Kinh phí bố trí trong dự toán được giao đầu năm.",
		"Đơn vị chủ trì chịu trách nhiệm về tiến độ, chất lượng và tính chính xác của số liệu do mình cung cấp.",
		"Kết quả khảo sát được cập nhật vào cơ sở dữ liệu dùng chung.",
		"Trường hợp có vướng mắc, đơn vị báo cáo ngay để được hướng dẫn.",
		"Hội đồng nghiệm thu gồm đại diện của ba cơ quan và hai chuyên gia độc lập, họp ít nhất hai lần.",
	}
}

// body is official text of n paragraphs, of one to seven sentences each; which, the numbers tell alone.
func body(n, variety int) string {
	all := sentences()
	var b strings.Builder
	for i := range n {
		count := 1 + (i*5+n*3+variety*7)%7
		for j := range count {
			fmt.Fprintf(&b, "  %s", all[(i+j*(1+variety)+n)%len(all)])
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

// tailed is a plan whose body has n paragraphs.
func tailed(sizes string, n, variety int) string {
	return fmt.Sprintf(`mau: ke-hoach
co_chu: %q
co_quan: {chu_quan: Ủy ban nhân dân tỉnh Nam Khê, ten: Sở Khoa học và Công nghệ}
ky_hieu: KH-SKHCN
dia_danh: Nam Khê
ngay: 2026-04-10
trich_yeu: Khảo sát thiết bị của các cơ sở chế biến
noi_dung: |
%s
ky: {quyen_han: KT. GIÁM ĐỐC, chuc_vu: PHÓ GIÁM ĐỐC, ho_ten: Hà Văn Thử}
noi_nhan:
  - Ủy ban nhân dân tỉnh (để báo cáo)
  - Các phòng, đơn vị thuộc Sở
  - Ủy ban nhân dân các xã, phường
  - Trung tâm Ứng dụng tiến bộ khoa học và công nghệ
luu: VT, QLCN
`, sizes, body(n, variety))
}

// tail are the lines of the signature block and the recipients beside it.
func tail() []string {
	return []string{"Nơi nhận:", "- Ủy ban nhân dân tỉnh (để báo cáo);", "- Các phòng, đơn vị thuộc Sở;",
		"- Ủy ban nhân dân các xã, phường;", "- Lưu: VT, QLCN.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Hà Văn Thử"}
}

// pagesWith gives the pages, from 0, on which a line is, as far as tell says that a page's line holds it.
func pagesWith(pages [][]string, line string, holds func(page, line string) bool) []int {
	var out []int
	for i, page := range pages {
		if slices.ContainsFunc(page, func(l string) bool { return holds(l, line) }) {
			out = append(out, i)
		}
	}
	return out
}

// checkTail demands that the block is whole, on the last page, and has two lines of the body or more above
// it there; headLines is how many lines the head has on a page that is the first too.
func checkTail(t *testing.T, name string, pages [][]string, headLines int, holds func(page, line string) bool) {
	t.Helper()
	last := len(pages) - 1
	for _, line := range tail() {
		if on := pagesWith(pages, line, holds); len(on) != 1 || on[0] != last {
			t.Errorf("%s: %q stands on the pages %v, counted from 0, of %d", name, line, on, len(pages))
		}
	}
	above := 0
	for _, line := range pages[last] {
		if holds(line, "Nơi nhận:") {
			break
		}
		above++
	}
	if last == 0 {
		above -= headLines
	}
	if above < 2 && !(last == 0 && above == 1) { // a body of one line has no second
		t.Errorf("%s: %d lines of the body above the signature", name, above)
	}
}

// pageTexts are the lines of each page, without the number of the page.
func pageTexts(st build.Stages) [][]string {
	var out [][]string
	for _, p := range st.Pages.Pages {
		out = append(out, lineTexts(p, st.Sheet))
	}
	return out
}

// TestSignatureNeverAlone sets bodies of many lengths in the real template: the signature with the
// recipients beside it is never broken over two pages and never stands on a page without the last lines
// of the body.
func TestSignatureNeverAlone(t *testing.T) {
	w := newWorkshop(t)
	pushed := 0
	for n := 1; n <= 80; n++ {
		for variety := range 2 {
			sizes := []string{"14", "13"}[(n/2+variety)%2]
			job := w.jobs(t, "nd30", "a.yaml", []byte(tailed(sizes, n, variety)))[0]
			pages := pageTexts(w.stages(t, job))
			head := slices.Index(pages[0], "Khảo sát thiết bị của các cơ sở chế biến") + 1
			checkTail(t, fmt.Sprintf("%d paragraphs, variety %d", n, variety), pages, head,
				func(page, line string) bool { return page == line })
			if last := pages[len(pages)-1]; slices.Index(last, "Nơi nhận:") <= 4 {
				pushed++
			}
		}
	}
	if pushed < 5 {
		t.Errorf("only %d bodies ended near the end of a page: the test looks at nothing", pushed)
	}
}

// TestSignatureNeverAloneInLibreOffice has LibreOffice set those bodies whose end is nearest to that of a
// page: the rows and paragraphs kept together in the DOCX must do there what the typesetter does.
func TestSignatureNeverAloneInLibreOffice(t *testing.T) {
	needs(t, "soffice", "pdftotext")
	const samples = 12
	w := newWorkshop(t)
	type sample struct {
		name  string
		pages int
		above int // lines above the block on its page
		docx  []byte
	}
	var all []sample
	for n := 4; n <= 60; n++ {
		job := w.jobs(t, "nd30", "a.yaml", []byte(tailed("14", n, n%3)))[0]
		st := w.stages(t, job)
		pages := pageTexts(st)
		s := sample{name: fmt.Sprintf("%d paragraphs", n), pages: len(pages)}
		s.above = slices.Index(pages[len(pages)-1], "Nơi nhận:")
		var b bytes.Buffer
		if err := docx.Write(&b, st.Sheet); err != nil {
			t.Fatal(err)
		}
		s.docx = b.Bytes()
		all = append(all, s)
	}
	// Nearest to the boundary are those with least above the block, and those with most.
	slices.SortStableFunc(all, func(a, b sample) int { return a.above - b.above })
	all = append(all[:samples/2], all[len(all)-samples/2:]...)
	var files [][]byte
	for _, s := range all {
		files = append(files, s.docx)
	}
	for i, file := range convert(t, "pdf", files) {
		pages := layout(t, file)
		if len(pages) != all[i].pages {
			t.Errorf("%s: %d pages, LibreOffice has %d", all[i].name, all[i].pages, len(pages))
		}
		for p := 1; p < len(pages); p++ {
			pages[p] = pages[p][1:] // the number of the page
		}
		checkTail(t, all[i].name, pages, 0, strings.Contains)
	}
}
