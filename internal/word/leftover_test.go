package word_test

import (
	"strings"
	"testing"

	"vanban/internal/word"
	. "vanban/internal/word/wordtest"
)

// TestLeftovers: text in elements that no reader knows is told; text that is read, or is the other branch of what is
// read, is not.
func TestLeftovers(t *testing.T) {
	for _, c := range []struct{ name, body, says string }{
		{"ruby", P("", `<w:r><w:ruby><w:rt>`+T("thượng hạ")+`</w:rt><w:rubyBase>`+T("gốc")+`</w:rubyBase></w:ruby></w:r>`), "«thượng hạ»"},
		{"an unknown element in a paragraph", P("", `<w:lạ>`+T("giữa")+T(" câu")+`</w:lạ>`), "«giữa câu»"},
		{"an unknown element of the body", `<w:lạ>` + P("", T("đoạn")) + P("", T("khác")) + `</w:lạ>`, "«đoạn khác»"},
		{"a row within a row", `<w:tbl><w:tr><w:tr><w:tc>` + P("", T("hàng")) + `</w:tc></w:tr></w:tr></w:tbl>`, "«hàng»"},
		{"a paragraph in a paragraph", P("", P("", T("trong"))), "«trong»"},
		{"an equation between paragraphs", `<m:oMathPara><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></m:oMathPara>`, "«a=b»"},
		{"letters of a drawing", P("", `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:lockedCanvas><a:txBody><a:p><a:r><a:t>sơ đồ</a:t></a:r></a:p></a:txBody></a:lockedCanvas></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`), "«sơ đồ»"},
		{"both branches", P("", `<mc:AlternateContent><mc:Choice Requires="wps">`+T("một")+`</mc:Choice><mc:Fallback>`+T("hai")+`</mc:Fallback></mc:AlternateContent>`), ""},
		{"deleted", P("", `<w:del w:author="A"><w:r><w:delText>bỏ</w:delText></w:r></w:del>`), ""},
		{"read", P("", T("một"), `<w:smartTag>`+T("hai")+`</w:smartTag>`) + `<w:tbl><w:tr><w:tc>` + P("", T("ba")) + `</w:tc></w:tr></w:tbl>`, ""},
	} {
		d, found := word.Read("thu.docx", New(P("", T("đầu"))+c.body).Bytes())
		switch {
		case d == nil:
			t.Errorf("%s: not read: %v", c.name, found)
		case c.says == "" && len(found) != 0:
			t.Errorf("%s: %v", c.name, found)
		case c.says != "" && (len(found) != 1 || found[0].ID != word.IDUnread || !strings.Contains(found[0].Message, c.says)):
			t.Errorf("%s: %v, want one that says %s", c.name, found, c.says)
		}
	}
}
