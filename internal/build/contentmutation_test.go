package build_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"vanban/internal/content"
	"vanban/internal/diag"
)

// TestContentOfMutations changes one thing in a document with nothing wrong, and expects the finding of that thing and
// no other.
func TestContentOfMutations(t *testing.T) {
	w := newWorkshop(t)
	s, v := w.standard(t, "nd30"), w.vocabulary(t, "nd30")
	for _, m := range []struct{ file, old, new, id string }{
		{"cong-van", "Số: 1245/SNV", "Số: 1245 /SNV", content.IDNumberForm},
		{"cong-van", "Số: 1245/SNV", "Số 1245/SNV", content.IDNumberForm},
		{"cong-van", "/SNV-CCHC", "/CV-SNV", content.IDNumberCode},
		{"cong-van", "ngày 18 tháng 6 năm", "ngày 18 tháng 06 năm", content.IDDateZero},
		{"cong-van", "ngày 25/6/2026", "ngày 31/6/2026", content.IDDateReal},
		{"cong-van", "Công văn số 2210/UBND-NC ngày 10 tháng 6", "Công văn số 2210/UBND-NC ngày 20 tháng 6", content.IDCiteLater},
		{"cong-van", "Công văn số 2210/UBND-NC", "công văn số 2210/UBND-NC", content.IDCapsType},
		{"cong-van", "Kế hoạch số 312/KH-UBND ngày", "Kế hoạch 312/KH-UBND ngày", content.IDCiteWord},
		{"cong-van", "đạt 98,7%", "đạt 98.7%", content.IDDecimal},
		{"cong-van", "d) Đề xuất", "đ) Đề xuất", content.IDStructure},
		{"cong-van", "- Như trên;\n", "", content.IDRecipients},
		{"cong-van", "- Ủy ban nhân dân các xã, phường.", "- Ủy ban nhân dân các huyện, thị xã.", content.IDAbolished},
		{"cong-van", "- Giám đốc, các Phó Giám đốc Sở;", "- Giám đốc, các Phó Giám đốc Sở", content.IDRecipients},
		{"cong-van", "Lưu: VT, CCHC", "Lưu: CCHC", content.IDRecipients},
		{"cong-van", "KT. GIÁM ĐỐC", "KT GIÁM ĐỐC", content.IDSignMark},
		{"cong-van", "đề nghị liên hệ đồng chí", "đề nghị liên hệ với với đồng chí", content.IDRepeated},
		{"cong-van", "chủ quan, khách quan", "chủ quan , khách quan", content.IDPunctuation},
		{"cong-van", "(97,5%)", "(97,5%", content.IDBracket},
		{"cong-van", "với Bộ Nội vụ", "với Bộ nội vụ", content.IDCapsName},
		{"cong-van", "đề nghị các cơ quan, đơn vị, địa phương báo cáo", "đề nghị {{don_vi}} báo cáo", content.IDPlaceholder},

		{"quyet-dinh", "Luật Giao dịch điện tử ngày", "Luật Giao dịch điện tử số 20/2023/QH15 ngày", content.IDGroundLaw},
		{"quyet-dinh", "- Như Điều 3;", "- Như Điều 2;", content.IDLastArticle},
		{"quyet-dinh", "\nCHỦ TỊCH\n", "\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n", content.IDSignAuth},
		{"quyet-dinh", "Điều 2 Quy chế này cử", "Điều 7 Quy chế này cử", content.IDReference},
		{"quyet-dinh", "điểm đ khoản 1 Điều này", "điểm g khoản 1 Điều này", content.IDReference},
		{"quyet-dinh", "khoản 3 Điều 15 của Luật", "khoản 3 điều 15 của Luật", content.IDCapsCite},
		{"quyet-dinh", "d) Dữ liệu về y tế", "c) Dữ liệu về y tế", content.IDStructure},
		{"quyet-dinh", "(Kèm theo Quyết định số 1424/", "(Kèm theo Quyết định số 1442/", content.IDNote},
		{"quyet-dinh", "\nPhối hợp quản lý dữ liệu dùng chung", "\nPhối hợp quản lý dữ liệu dùng riêng", content.IDTitleEnclosed},
		{"quyet-dinh", "Lường Văn Khuê", "PGS.TS. Lường Văn Khuê", content.IDSignDegree},

		{"to-trinh", "Số: 07/TTr", "Số: 07/TTR", content.IDNumberCode},
		{"to-trinh", "Hai tỷ tám trăm năm mươi triệu", "Hai tỷ tám trăm lăm mươi lăm triệu", content.IDMoneyWords},
		{"to-trinh", "từ tháng 3/2026 đến tháng 8/2026", "từ tháng 8/2026 đến tháng 3/2026", content.IDTimeReversed},
		{"to-trinh", "kính trình Ủy ban nhân dân tỉnh như sau", "kính trình Ủy ban nhân dân Tỉnh Nam Khê như sau", content.IDCapsUnit},

		{"thong-bao", "vào thứ Sáu hằng tuần", "vào thứ sáu hằng tuần", content.IDCapsDay},
		{"thong-bao", "của các đại biểu, Phó Chủ tịch", "của các đại biểu.Phó Chủ tịch", content.IDPunctuation},
		{"thong-bao", "Số: 58/TB", "Số: 58/2026/TB", content.IDNumberYear},

		{"bao-cao", "hạng Ba", "hạng ba", content.IDCapsName},
		{"bao-cao", "đời sống văn hóa” năm 2026, Phòng", "đời sống văn hóa” năm 2025, Phòng", content.IDTitleYear},
		{"bao-cao", "toàn tỉnh.", "toàn tỉnh. các thôn thi đua.", content.IDCapsSentence},

		{"bien-ban", "thứ Ba, ngày 14", "thứ Tư, ngày 14", content.IDDateWeekday},
	} {
		src, err := os.ReadFile("testdata/noi-dung/dung-" + m.file + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(src), m.old) {
			t.Fatalf("%s: there is no «%s»", m.file, m.old)
		}
		text := strings.Replace(string(src), m.old, m.new, 1)
		found := slices.DeleteFunc(content.Zoned(zonesOf(t, text), nil, s, v), func(d diag.Diagnostic) bool { return d.Severity == diag.Info })
		if len(found) != 1 || found[0].ID != m.id {
			t.Errorf("%s with «%s»: not %s alone, but\n%s", m.file, m.new, m.id, w.print(t, found))
		}
	}
}
