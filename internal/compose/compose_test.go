package compose

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/doc"
	"vanban/internal/sheet"
	"vanban/internal/standard"
	"vanban/internal/unit"
)

// even measures every letter as half its size, so that widths can be worked out by hand.
type even struct{}

func (even) Width(text string, _, _ bool, size unit.Length) unit.Length {
	return unit.Length(len([]rune(text))) * size / 2
}

func loadStandard(t *testing.T, id string) *standard.Standard {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("..", "..", "templates", id, "standard.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	root, _ := data.Parse(id+".yaml", src)
	s, findings := standard.Parse(id, root)
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	return s
}

func texts(lines ...string) []doc.Text {
	var out []doc.Text
	for _, l := range lines {
		out = append(out, doc.Text{Text: l})
	}
	return out
}

func one(s string) doc.Text { return doc.Text{Text: s} }

func line(s string) doc.Line { return doc.Line{Inlines: []doc.Inline{{Text: s}}} }

func plan() *doc.Document {
	return &doc.Document{
		Type: "ke-hoach", Layout: "co-ten-loai",
		Header: doc.Header{Superior: texts("UBND tỉnh Nam Khê"), Issuer: texts("Sở Nội vụ"), Number: one("5"),
			Symbol: one("KH-SNV"), Place: one("Nam Khê"), Date: doc.Date{Year: 2026, Month: 2, Day: 5}},
		Subject:    texts("Tổ chức hội nghị."),
		Body:       []doc.Block{&doc.Paragraph{Line: line("Câu thứ nhất.")}, &doc.Paragraph{Line: line("Câu cuối cùng.")}},
		Signatures: []doc.Signature{{Titles: texts("Giám đốc"), Name: one("Lò Văn Sáng")}},
		Recipients: doc.Recipients{Items: texts("Ủy ban nhân dân tỉnh;", "Các phòng"), File: one("VT, TCCB.")},
	}
}

// printed gives every paragraph's text; «⏎» is a forced break, «…» room to be filled in by hand.
func printed(s *sheet.Sheet) []string {
	var out []string
	sheet.Walk(s, func(b sheet.Block) bool {
		if p, ok := b.(*sheet.Paragraph); ok {
			var text strings.Builder
			for _, r := range p.Runs {
				if r.Break {
					text.WriteString("⏎")
				}
				if r.Blank > 0 {
					text.WriteString("…")
				}
				text.WriteString(r.Text)
			}
			out = append(out, text.String())
		}
		return true
	})
	return out
}

func composed(t *testing.T, d *doc.Document, id string) (*sheet.Sheet, diag.List) {
	t.Helper()
	return Compose(d, loadStandard(t, id), even{})
}

func wants(t *testing.T, got []string, want ...string) {
	t.Helper()
	at := 0
	for _, w := range want {
		found := false
		for ; at < len(got); at++ {
			if got[at] == w {
				found = true
				at++
				break
			}
		}
		if !found {
			t.Errorf("«%s» is not there, or not in its order, in:\n%s", w, strings.Join(got, "\n"))
			return
		}
	}
}

func TestWholeDocument(t *testing.T) {
	s, findings := composed(t, plan(), "nd30")
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	wants(t, printed(s), "UBND TỈNH NAM KHÊ", "SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
		"Số: 05/KH-SNV", "Nam Khê, ngày 05 tháng 02 năm 2026", "KẾ HOẠCH", "Tổ chức hội nghị", "Câu thứ nhất.", "Câu cuối cùng./.",
		"Nơi nhận:", "- Ủy ban nhân dân tỉnh;", "- Các phòng;", "- Lưu: VT, TCCB.", "GIÁM ĐỐC", "Lò Văn Sáng")
	if p := s.Properties; p.Title != "Kế hoạch Tổ chức hội nghị." || p.Keywords != "Số: 05/KH-SNV" || p.Author != "Sở Nội vụ" || p.Created != "2026-02-05T00:00:00Z" {
		t.Errorf("properties: %+v", p)
	}
}

// Strings that must come out to the letter.
func TestNumberAndDate(t *testing.T) {
	for _, c := range []struct {
		number, symbol, place string
		date                  doc.Date
		wantNumber, wantDate  string
	}{
		{"5", "QĐ-BNV", "Hà Nội", doc.Date{Year: 2026, Month: 2, Day: 5}, "Số: 05/QĐ-BNV", "Hà Nội, ngày 05 tháng 02 năm 2026"},
		{"2114", "TTr-SNV", "Lâm Đồng", doc.Date{Year: 2026, Month: 6, Day: 28}, "Số: 2114/TTr-SNV", "Lâm Đồng, ngày 28 tháng 6 năm 2026"},
		{"", "KH-SNV", "Thành phố Hồ Chí Minh", doc.Date{Year: 2026, Month: 12, Day: 1}, "Số: …/KH-SNV", "Thành phố Hồ Chí Minh, ngày 01 tháng 12 năm 2026"},
		{"07", "QyĐ-UBND", "Lâm Đồng", doc.Date{Year: 2026, Month: 6}, "Số: 07/QyĐ-UBND", "Lâm Đồng, ngày … tháng 6 năm 2026"},
		{"10", "BC-SNV", "Huế", doc.Date{}, "Số: 10/BC-SNV", "Huế, ngày … tháng … năm …"},
	} {
		d := plan()
		d.Type = map[string]string{"QĐ": "quyet-dinh", "TTr": "to-trinh", "KH": "ke-hoach", "QyĐ": "quy-dinh", "BC": "bao-cao"}[strings.Split(c.symbol, "-")[0]]
		d.Header.Number, d.Header.Symbol, d.Header.Place, d.Header.Date = one(c.number), one(c.symbol), one(c.place), c.date
		s, _ := composed(t, d, "nd30")
		wants(t, printed(s), c.wantNumber, c.wantDate)
	}
}

func TestPartyLayout(t *testing.T) {
	d := plan()
	d.Header.Symbol = one("KH/TU")
	d.Grounds = texts("Căn cứ Điều lệ Đảng;", "Căn cứ chương trình làm việc,")
	d.Subject = texts("Học tập Nghị quyết")
	d.Signatures = []doc.Signature{{Authority: one("TM. BAN THƯỜNG VỤ"), Titles: texts("KT. BÍ THƯ"), Name: one("An")}}
	d.Recipients.File = one("Văn phòng Tỉnh ủy")
	d.Appendices = []*doc.Appendix{{Title: one("Một"), Body: []doc.Block{&doc.Paragraph{Line: line("Theo phụ lục.")}}}, {Title: one("Hai")}}
	d.Body = append(d.Body, &doc.Paragraph{Line: line("Có phụ lục.")})
	s, findings := composed(t, d, "dang")
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	got := printed(s)
	wants(t, got, "*", "Số 05-KH/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "KẾ HOẠCH", "học tập Nghị quyết", "-----", "- Căn cứ Điều lệ Đảng;",
		"- Căn cứ chương trình làm việc.", "Có phụ lục.", "- Lưu Văn phòng Tỉnh ủy.", "T/M BAN THƯỜNG VỤ", "K/T BÍ THƯ", "Phụ lục 1", "Phụ lục 2")
	for _, line := range got {
		if strings.Contains(line, "CỘNG HÒA") || strings.Contains(line, "Độc lập") {
			t.Errorf("«%s» stands in a document of the Party", line)
		}
	}
	d.Signatures[0].Authority = one("TUQ. BÍ THƯ")
	_, findings = composed(t, d, "dang")
	i := slices.IndexFunc(findings, func(d diag.Diagnostic) bool { return d.ID == IDPrefix })
	if i < 0 || len(findings[i].Hints) != 1 || !strings.Contains(findings[i].Hints[0], "K/T, Q., T/L, T/M;") {
		t.Errorf("TUQ. is let through, or told without a cure: %v", findings)
	}
}

func has(l diag.List, id string) bool {
	for _, d := range l {
		if d.ID == id {
			return true
		}
	}
	return false
}

func TestAddresseesAndRecipients(t *testing.T) {
	d := plan()
	d.Addressees = texts("Bộ Nội vụ.")
	s, _ := composed(t, d, "nd30")
	wants(t, printed(s), "Kính gửi: Bộ Nội vụ", "- Như trên;")
	d.Addressees = texts("Sở X", "Sở Y;")
	s, _ = composed(t, d, "nd30")
	wants(t, printed(s), "Kính gửi:", "- Sở X;", "- Sở Y.")
}

func TestDecision(t *testing.T) {
	d := plan()
	d.Type, d.Layout, d.Header.Symbol = "quyet-dinh", "quyet-dinh", one("QĐ-SNV")
	d.Authority = one("Giám đốc Sở Nội vụ")
	d.Grounds = texts("Căn cứ Luật A; Luật B", "Theo đề nghị của Chánh Văn phòng.")
	d.Body = []doc.Block{
		&doc.Article{Number: "1", Line: line("Phê duyệt.")}, &doc.Article{Number: "2", Line: line("Thi hành.")},
	}
	s, findings := composed(t, d, "nd30")
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	wants(t, printed(s), "GIÁM ĐỐC SỞ NỘI VỤ", "Căn cứ Luật A; Luật B;", "Theo đề nghị của Chánh Văn phòng.", "QUYẾT ĐỊNH:",
		"Điều 1. Phê duyệt.", "Điều 2. Thi hành./.", "- Như Điều 2;")
	d.Body = d.Body[:0]
	if _, findings := composed(t, d, "nd30"); !has(findings, IDArticle) {
		t.Error("«Như Điều» without an article is let through")
	}
}

func TestMinutesNeedBothSigners(t *testing.T) {
	d := plan()
	d.Type, d.Layout, d.Header.Symbol = "bien-ban", "bien-ban", one("BB-SNV")
	d.Signatures = []doc.Signature{{Role: "chu_toa", Name: one("Chủ")}, {Role: "thu_ky", Name: one("Thư")}}
	s, findings := composed(t, d, "nd30")
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	got := printed(s)
	wants(t, got, "THƯ KÝ", "CHỦ TỌA", "Thư", "Chủ", "Nơi nhận:")
	for _, line := range got {
		if strings.HasPrefix(line, "Nam Khê, ngày") {
			t.Error("minutes have a place and date (Mẫu 1.9 has none)")
		}
	}
	d.Signatures = d.Signatures[:1]
	if _, findings := composed(t, d, "nd30"); !has(findings, IDRole) {
		t.Error("minutes without a secretary are let through")
	}
	d.Signatures = append(d.Signatures, doc.Signature{Role: "khach"})
	if _, findings := composed(t, d, "nd30"); !has(findings, IDRole) {
		t.Error("a signatory without a place is let through")
	}
}

func TestSeveralSignatories(t *testing.T) {
	d := plan()
	d.Signatures = []doc.Signature{{Titles: texts("Bộ trưởng"), Name: one("Đầu")}, {Titles: texts("Chủ tịch"), Name: one("Hai")}, {Titles: texts("Giám đốc"), Name: one("Ba")}}
	s, _ := composed(t, d, "nd30")
	// the first stands on the right
	wants(t, printed(s), "CHỦ TỊCH", "BỘ TRƯỞNG", "Hai", "Đầu", "GIÁM ĐỐC", "Ba", "Nơi nhận:")
}

func TestPrefixes(t *testing.T) {
	for text, want := range map[string]string{"TM.ỦY BAN": "TM. ỦY BAN", "T/M ỦY BAN": "TM. ỦY BAN", "KT. CHỦ TỊCH": "KT. CHỦ TỊCH", "q. vụ trưởng": "Q. VỤ TRƯỞNG",
		"TUQ.GIÁM ĐỐC": "TUQ. GIÁM ĐỐC", "GIÁM ĐỐC": "GIÁM ĐỐC", "CHỦ TỊCH": "CHỦ TỊCH", "TL": "TL"} {
		c := &composer{std: loadStandard(t, "nd30")}
		if got := c.prefixed(doc.Text{Text: text}); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestBreaksByMeaning(t *testing.T) {
	c := &composer{std: loadStandard(t, "nd30"), measure: even{}, sizes: "14", styles: map[string]*sheet.Style{}, sheet: &sheet.Sheet{}}
	st := c.style("co_quan") // 13 pt: 6.5 pt a letter
	at := func(letters int) unit.Length { return unit.Length(letters) * 13 * unit.Pt / 2 }
	for text, want := range map[string]string{
		"SỞ KHOA HỌC VÀ CÔNG NGHỆ":                  "SỞ KHOA HỌC|VÀ CÔNG NGHỆ",
		"ỦY BAN NHÂN DÂN TỈNH NAM KHÊ":              "ỦY BAN NHÂN DÂN|TỈNH NAM KHÊ",
		"SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH":           "SỞ VĂN HÓA,|THỂ THAO|VÀ DU LỊCH",
		"GHI NHẬN CƠ SỞ DỮ LIỆU MỚI":                "GHI NHẬN|CƠ SỞ DỮ LIỆU MỚI",
		"SỞ NỘI VỤ":                                 "SỞ NỘI VỤ",
		"TRUNGTAMNGHIENCUUUNGDUNGCONGNGHE CẤP TỈNH": "TRUNGTAMNGHIENCUUUNGDUNGCONGNGHE|CẤP TỈNH",
	} {
		width := at(18)
		if strings.Contains(text, "DU LỊCH") {
			width = at(13)
		}
		if got := strings.Join(c.broken(text, st, width), "|"); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestNarrowIssuerIsRefused(t *testing.T) {
	d := plan()
	d.Header.Issuer = texts(strings.Repeat("A", 60))
	if _, findings := composed(t, d, "nd30"); !has(findings, IDNarrow) {
		t.Error("a name wider than its column is let through")
	}
}

func TestNationalNameIsNeverBroken(t *testing.T) {
	for _, place := range []string{"Huế", "Thành phố Hồ Chí Minh"} {
		for _, sizes := range []string{"13", "14"} {
			d := plan()
			d.Sizes, d.Header.Place = one(sizes), one(place)
			s, _ := composed(t, d, "nd30")
			head := s.Sections[0].Blocks[0].(*sheet.Table)
			for _, row := range head.Rows {
				for _, b := range row.Cells[1].Blocks {
					p := b.(*sheet.Paragraph)
					var w unit.Length
					for _, r := range p.Runs {
						if r.Break {
							t.Errorf("%s %s: a line of the right column is broken", place, sizes)
						}
						w += r.Blank + even{}.Width(r.Text, false, false, r.Font.Size)
					}
					if w >= head.Columns[1] {
						t.Errorf("%s %s: %v of text in a column of %v", place, sizes, w, head.Columns[1])
					}
				}
			}
			if head.Columns[0]+head.Columns[1] != s.Sections[0].Page.TextWidth() {
				t.Errorf("the columns are not as wide as the text")
			}
		}
	}
}

func TestRulesHaveMandatedLengths(t *testing.T) {
	s, _ := composed(t, plan(), "nd30")
	found := 0
	sheet.Walk(s, func(b sheet.Block) bool {
		p, ok := b.(*sheet.Paragraph)
		if !ok || p.Rule == nil {
			return true
		}
		found++
		w := even{}.Width(p.Runs[0].Text, false, false, p.Style.Font.Size)
		share := float64(p.Rule.Length) / float64(w)
		if p.Style.ID == "TieuNgu" && share != 1 || p.Style.ID != "TieuNgu" && (share < 1.0/3 || share > 0.5) {
			t.Errorf("the rule under «%s» is %.2f of the text", p.Runs[0].Text, share)
		}
		return true
	})
	if found != 3 {
		t.Errorf("%d rules, want 3: under issuer, motto and abstract", found)
	}
}

func TestAppendices(t *testing.T) {
	d := plan()
	d.Appendices = []*doc.Appendix{{Title: one("Danh sách"), Landscape: true, Body: []doc.Block{&doc.Paragraph{Line: line("Hết.")}}}}
	s, findings := composed(t, d, "nd30")
	if !has(findings, IDAppendix) {
		t.Error("a body that does not mention its appendix is let through without a word")
	}
	wants(t, printed(s), "Phụ lục", "DANH SÁCH", "(Kèm theo Kế hoạch số 05/KH-SNV ngày 05 tháng 02 năm 2026 của Sở Nội vụ)")
	last := s.Sections[1]
	if !last.Page.Landscape || last.Page.Width < last.Page.Height || !last.PageNumber.Restart || !last.PageNumber.HideFirst {
		t.Errorf("the appendix's pages: %+v %+v", last.Page, last.PageNumber)
	}
	d.Appendices = append(d.Appendices, &doc.Appendix{})
	d.Header.Issuer = texts("SỞ NỘI VỤ")
	s, findings = composed(t, d, "nd30")
	wants(t, printed(s), "Phụ lục I", "Phụ lục II")
	if !has(findings, IDIssuer) {
		t.Error("an issuer in capitals alone is written into a sentence")
	}
}

func TestMarksAndSizes(t *testing.T) {
	d := plan()
	d.Urgency, d.Circulation, d.Sizes = one("hoa-toc"), one("luu-hanh-noi-bo"), one("13")
	s, findings := composed(t, d, "nd30")
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	boxes := map[string]unit.Length{}
	sheet.Walk(s, func(b sheet.Block) bool {
		if p, ok := b.(*sheet.Paragraph); ok && p.Box != nil {
			boxes[p.Runs[0].Text] = p.Box.Width
			if p.Box.Height != 8*unit.MM {
				t.Errorf("«%s» is %v high", p.Runs[0].Text, p.Box.Height)
			}
		}
		return true
	})
	if boxes["HỎA TỐC"] != 30*unit.MM || boxes["LƯU HÀNH NỘI BỘ"] == 0 {
		t.Errorf("frames: %v", boxes)
	}
	d.Urgency, d.Sizes = one("rat-khan"), one("15")
	if _, findings := composed(t, d, "nd30"); !has(findings, IDMark) || !has(findings, IDSizes) {
		t.Errorf("findings: %v", findings)
	}
}

func TestLastLinesStayWithTheSignature(t *testing.T) {
	d := plan()
	s, _ := composed(t, d, "nd30")
	blocks := s.Sections[0].Blocks
	n := len(blocks)
	if !blocks[n-1].(*sheet.Table).Rows[0].NoSplit {
		t.Error("the block may split")
	}
	// two paragraphs of one line each: both must come along
	if !blocks[n-2].(*sheet.Paragraph).KeepNext || !blocks[n-3].(*sheet.Paragraph).KeepNext {
		t.Error("the last two lines do not stay with the signature")
	}
	d.Body = []doc.Block{&doc.Paragraph{Line: line("Câu.")}, &doc.Paragraph{Line: line(strings.Repeat("dài ", 60))}}
	s, _ = composed(t, d, "nd30")
	blocks = s.Sections[0].Blocks
	n = len(blocks)
	if !blocks[n-2].(*sheet.Paragraph).KeepNext || blocks[n-3].(*sheet.Paragraph).KeepNext {
		t.Error("of a long last paragraph more than itself is held")
	}
}

func TestTables(t *testing.T) {
	d := plan()
	cell := func(s string) doc.Cell { return doc.Cell{Span: 1, Lines: []doc.Line{line(s)}} }
	table := &doc.Table{Headers: 1, Columns: []doc.Column{{}, {Align: doc.AlignRight}, {}}, Rows: []doc.Row{
		{Cells: []doc.Cell{cell("A"), cell("B"), cell("C")}},
		{Cells: []doc.Cell{cell("x"), {Span: 2, Lines: []doc.Line{line("nhóm")}}}, Group: true},
		{Cells: []doc.Cell{cell("1"), cell("2"), cell("3")}},
		{Cells: []doc.Cell{{Span: 1, Above: true}, cell("2"), {Span: 1, Shaded: true}}},
	}}
	d.Body = append(d.Body, table, &doc.Paragraph{Line: line("Sau bảng.")})
	s, findings := composed(t, d, "nd30")
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	var out *sheet.Table
	sheet.Walk(s, func(b sheet.Block) bool {
		if tb, ok := b.(*sheet.Table); ok && tb.Grid {
			out = tb
		}
		return true
	})
	var sum unit.Length
	for _, w := range out.Columns {
		sum += w
	}
	if sum != s.Sections[0].Page.TextWidth() {
		t.Errorf("columns are %v wide together, the text %v", sum, s.Sections[0].Page.TextWidth())
	}
	if !out.Rows[0].Header || !out.Rows[1].KeepNext || !out.Rows[2].NoSplit {
		t.Error("header, group row or row without its binding")
	}
	if out.Rows[2].Cells[0].Merge != sheet.MergeStart || out.Rows[3].Cells[0].Merge != sheet.MergeContinue || out.Rows[3].Cells[2].Fill == "" {
		t.Error("merging or shading is lost")
	}
	if got := out.Rows[2].Cells[1].Blocks[0].(*sheet.Paragraph).Style.Align; got != sheet.Right {
		t.Errorf("a right column is aligned %v", got)
	}
	table.Rows = append(table.Rows, doc.Row{Cells: []doc.Cell{cell("1")}})
	if _, findings := composed(t, d, "nd30"); !has(findings, IDColumns) {
		t.Error("a row that lacks cells is let through")
	}
}

func TestUnknownNames(t *testing.T) {
	d := plan()
	d.Layout = "la"
	if s, findings := composed(t, d, "nd30"); s != nil || !has(findings, IDLayout) {
		t.Errorf("unknown layout: %v", findings)
	}
	d = plan()
	d.Type = "la"
	if _, findings := composed(t, d, "nd30"); !has(findings, IDType) {
		t.Error("unknown type is let through")
	}
	for _, symbol := range []string{"KHSNV", "/KH-SNV", "KH-", "86/KH-SNV", "QĐ-SNV", "kh-SNV"} {
		d = plan()
		d.Header.Symbol = one(symbol)
		if _, findings := composed(t, d, "nd30"); !has(findings, IDSymbol) {
			t.Errorf("the symbol «%s» is let through on a plan", symbol)
		}
	}
	for symbol, printed := range map[string]string{"KHLN-SYT-SGDĐT": "Số: 86/KHLN-SYT-SGDĐT", "KH-SNV": "Số: 86/KH-SNV"} {
		d = plan()
		d.Header.Symbol, d.Header.Number = one(symbol), one("86")
		s, findings := composed(t, d, "nd30")
		if findings.HasErrors() || has(findings, IDSymbol) == (symbol == "KH-SNV") || s.Properties.Keywords != printed {
			t.Errorf("«%s» on a plan: %v, printed as %q", symbol, findings, s.Properties.Keywords)
		}
	}
	for _, symbol := range []string{"TGV", "XN3"} {
		d = plan()
		d.Type, d.Layout = "cong-van", "cong-van"
		d.Header.Symbol, d.Header.Number = one(symbol), one("5")
		s, findings := composed(t, d, "nd30")
		if findings.HasErrors() || !has(findings, IDSymbol) || s.Properties.Keywords != "Số: 05/"+symbol {
			t.Errorf("«%s» on a letter: %v", symbol, findings)
		}
	}
}
