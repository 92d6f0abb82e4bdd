package build_test

import (
	"strings"
	"testing"

	"vanban/internal/build"
	"vanban/internal/importer"
	"vanban/internal/word"
	. "vanban/internal/word/wordtest"
)

// planOf is a plan with a text of its own between its header and its tail.
func planOf(text string) *Package {
	head := Table("", []string{middle("SỞ CÔNG THƯƠNG") + P(Centred, letters("Số: 12/KH-SCT")),
		middle("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + middle("Độc lập - Tự do - Hạnh phúc") + P(Centred, letters("Nam Khê, ngày 05 tháng 3 năm 2026"))})
	tail := Table("", []string{P("", letters("Nơi nhận:")) + P("", letters("- Bộ Công Thương;")) + P("", letters("- Lưu: VT.")), middle("GIÁM ĐỐC") + "<w:p/>" + middle("Lò Văn Thạch")})
	return New(head + middle("KẾ HOẠCH") + middle("Nâng cấp chợ đầu mối") + text + tail)
}

func noteAt(kind, id string) string { return `<w:r><w:` + kind + `Reference w:id="` + id + `"/></w:r>` }

func fieldOf(instruction, result string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>` + instruction + `</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` +
		result + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

// TestImportWaysOfWord: the text between header and tail, as data, and what is said of it.
func TestImportWaysOfWord(t *testing.T) {
	cell := func(properties, text string) string {
		return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + P("", letters(text)) + `</w:tc>`
	}
	head := func(properties, text string) string {
		return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + middle(text) + `</w:tc>`
	}
	grid := func(rows ...string) string {
		return `<w:tbl><w:tblPr>` + Bordered + `</w:tblPr><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/></w:tblGrid>` + strings.Join(rows, "") + `</w:tbl>`
	}
	const start, on = `<w:vMerge w:val="restart"/>`, `<w:vMerge/>`
	tests := []struct {
		name, body       string
		footnotes, ended string
		want             []string // lines of the data
		absent           string   // what must not be in it
		said             []string
	}{
		{name: "a header of two rows with merged cells",
			body: grid("<w:tr>"+head(start, "Chợ")+head("", "Kinh phí")+"</w:tr>", "<w:tr>"+cell(on, "")+cell("", "2026")+"</w:tr>", "<w:tr>"+cell("", "Bản Pha")+cell("", "800")+"</w:tr>"),
			want: []string{"| Chợ | Kinh phí |", "| ^ | 2026 |", "|---|---|", "| Bản Pha | 800 |"}},
		{name: "a column merged from the header down to the last row",
			body: grid("<w:tr>"+head(start, "Chợ")+head("", "Kinh phí")+"</w:tr>", "<w:tr>"+cell(on, "")+cell("", "800")+"</w:tr>"),
			want: []string{"| **Chợ** | **Kinh phí** |", "| ^ | 800 |"}},
		{name: "a cell that goes on with nothing above it",
			body: grid("<w:tr>"+cell("", "Bản Pha")+cell("", "800")+"</w:tr>", "<w:tr>"+cell(on, "Nà Lừm")+cell("", "700")+"</w:tr>"),
			want: []string{"| Bản Pha | 800 |", "| Nà Lừm | 700 |"}},
		{name: "a deleted row, a hidden row",
			body: grid("<w:tr>"+cell("", "Bản Pha")+cell("", "800")+"</w:tr>", `<w:tr><w:trPr><w:del w:id="1" w:author="Mai"/></w:trPr>`+cell("", "Nà Lừm")+cell("", "700")+"</w:tr>",
				"<w:tr><w:trPr><w:hidden/></w:trPr>"+cell("", "Pú Sáng")+cell("", "600")+"</w:tr>"),
			want: []string{"| Bản Pha | 800 |", ":::"}, absent: "700", said: []string{"chữ xóa đang theo dõi", "hàng ẩn «Pú Sáng 600» không được nhập"}},
		{name: "notes go where their marks are", footnotes: `<w:footnote w:id="1">` + P("", letters("Theo báo cáo của Sở.")) + `</w:footnote><w:footnote w:id="2">` + P("", letters("Số liệu")) + P("", letters("năm 2025.")) + `</w:footnote>`,
			ended: `<w:endnote w:id="1">` + P("", letters("Tạm tính.")) + `</w:endnote>`,
			body: P("", letters("1. Có 320 hộ"), noteAt("footnote", "1"), letters(" tại hai chợ"), noteAt("endnote", "1"), letters(".")) +
				grid("<w:tr>"+cell("", "Bản Pha")+"<w:tc>"+P("", letters("120"), noteAt("footnote", "2"))+"</w:tc></w:tr>"),
			want: []string{"1. Có 320 hộ (Theo báo cáo của Sở) tại hai chợ (Tạm tính).", "| Bản Pha | 120 (Số liệu năm 2025) |"},
			said: []string{"chú thích «Theo báo cáo của Sở.» được đưa vào câu", "chú thích «Số liệu năm 2025.» được đưa vào câu", "chú thích «Tạm tính.» được đưa vào câu"}},
		{name: "a note behind the mark that ends the text", footnotes: `<w:footnote w:id="1">` + P("", letters("Gồm hai chợ.")) + `</w:footnote>`,
			body: P("", letters("1. Sở theo dõi việc thực hiện./."), noteAt("footnote", "1")),
			want: []string{"noi_dung: 1. Sở theo dõi việc thực hiện (Gồm hai chợ)"}, said: []string{"«Gồm hai chợ.» được đưa vào câu"}},
		{name: "a table of contents",
			body: middle("MỤC LỤC") + P("", fieldOf(`TOC \o "1-3"`, letters("I. MỤC ĐÍCH\t")+fieldOf("PAGEREF _Toc1", letters("1")))) + P("", letters("I. MỤC ĐÍCH")) + P("", letters("1. Bảo đảm chỗ bán hàng.")),
			want: []string{"noi_dung: |", "I. MỤC ĐÍCH", "1. Bảo đảm chỗ bán hàng."}, absent: "MỤC LỤC", said: []string{"mục lục (2 dòng, từ «MỤC LỤC») không được nhập"}},
		{name: "a table of contents without an end",
			body: P("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`, letters("1. Bảo đảm chỗ bán hàng.")),
			want: []string{"noi_dung: 1. Bảo đảm chỗ bán hàng."}},
		{name: "a table with far more room than cells",
			body: grid(strings.Repeat(`<w:tr><w:trPr><w:gridBefore w:val="900"/></w:trPr>`+cell("", "Bản | Pha")+"</w:tr>", 2), "<w:tr>"+cell("", "Nà Lừm")+cell("", "700")+"</w:tr>"),
			want: []string{`Bản \| Pha`, `Bản \| Pha`, "Nà Lừm 700"}, absent: ":::", said: []string{"mỗi hàng được nhập thành một dòng"}},
		{name: "a large first letter, a figure moved up",
			body: P(`<w:framePr w:dropCap="drop" w:lines="2"/>`, letters("S")) + P("", letters("ở theo dõi 120 m"), R(Letters("Times New Roman", 9, `<w:position w:val="9"/>`), "2"), letters(".")),
			want: []string{"S", "ở theo dõi 120 m2."}, said: []string{"chữ cái lớn đầu đoạn «S»", "chỉ số trên hoặc dưới «2»"}},
		{name: "characters that nobody sees, hyphens that do not break",
			body: P("", letters("1. Theo Nghị quyết số 57"), "<w:r><w:noBreakHyphen/></w:r>", letters("NQ/TW và Quyết định số 5/QÐ-UBND, bảo\u200b đảm\ufeff chỗ bán hàng.")),
			want: []string{"1. Theo Nghị quyết số 57-NQ/TW và Quyết định số 5/QĐ-UBND, bảo đảm chỗ bán hàng."},
			said: []string{"ký tự không nhìn thấy U+200B được bỏ đi", "ký tự không nhìn thấy U+FEFF", "(U+2011) được viết lại thành «-»", "«Ð» (U+00D0) được viết lại thành «Đ»"}},
	}
	w := newWorkshop(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := planOf(tt.body)
			p.Footnotes, p.Endnotes = tt.footnotes, tt.ended
			d, findings := word.Read("ke-hoach.docx", p.Bytes())
			if d == nil {
				t.Fatal(findings)
			}
			documents, findings, err := (&build.Builder{Fonts: w.fonts}).Import(w.library, build.Imported{Word: d, Fallback: "nd30"})
			if err != nil || len(documents) != 1 || findings.HasErrors() {
				t.Fatal(err, len(documents), w.print(t, findings))
			}
			data := string(importer.YAML(documents))
			at := 0
			for _, want := range tt.want {
				i := strings.Index(data[at:], want+"\n")
				if i < 0 {
					t.Fatalf("the data has not %q behind what is above it:\n%s", want, data)
				}
				at += i + len(want)
			}
			if tt.absent != "" && strings.Contains(data, tt.absent) {
				t.Errorf("the data has %q:\n%s", tt.absent, data)
			}
			said := w.print(t, findings)
			for _, want := range tt.said {
				if !strings.Contains(said, want) {
					t.Errorf("nothing is said of: %s\n%s", want, said)
				}
			}
		})
	}
}
