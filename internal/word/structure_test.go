package word_test

import (
	"fmt"
	"strings"
	"testing"

	"vanban/internal/unit"
	"vanban/internal/word"
	. "vanban/internal/word/wordtest"
)

func text(d *word.Document) string {
	var out []string
	for _, p := range word.Paragraphs(d.Body) {
		label := ""
		if p.Label != nil {
			label = "<" + p.Label.Text + p.Label.Suffix + ">"
		}
		out = append(out, label+p.Text())
	}
	return strings.Join(out, "|")
}

func level(i int, format, text, more string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/>%s<w:lvlText w:val="%s"/></w:lvl>`, i, format, more, text)
}

func num(id, level int) string {
	return fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, id)
}

func TestNumbering(t *testing.T) {
	list := func(n int, levels string) string {
		return fmt.Sprintf(`<w:abstractNum w:abstractNumId="%d">%s</w:abstractNum>`, n, levels)
	}
	use := func(id, list int, more string) string {
		return fmt.Sprintf(`<w:num w:numId="%d"><w:abstractNumId w:val="%d"/>%s</w:num>`, id, list, more)
	}
	item := func(id, level int) string { return P(num(id, level), T("x")) }
	space := `<w:suff w:val="space"/>`
	three := level(0, "upperRoman", "%1.", space) + level(1, "decimal", "%1.%2.", space) + level(2, "lowerLetter", "%3)", space)
	legal := level(0, "upperRoman", "%1.", space) + level(1, "decimal", "%1.%2.", `<w:isLgl/>`+space)
	for _, c := range []struct{ name, numbering, body, want string }{
		{"levels restart", list(0, three) + use(1, 0, ""), item(1, 0) + item(1, 1) + item(1, 1) + item(1, 2) + item(1, 0) + item(1, 1) + item(1, 2),
			"<I. >x|<I.1. >x|<I.2. >x|<a) >x|<II. >x|<II.1. >x|<a) >x"},
		{"in figures", list(0, legal) + use(1, 0, ""), item(1, 0) + item(1, 1), "<I. >x|<1.1. >x"},
		{"a level above that was passed over counts", list(0, three) + use(1, 0, ""), item(1, 1) + item(1, 0) + item(1, 2) + item(1, 1), "<I.1. >x|<II. >x|<a) >x|<II.2. >x"},
		{"two lists of one kind go on", list(0, three) + use(1, 0, "") + use(2, 0, ""), item(1, 0) + item(2, 0), "<I. >x|<II. >x"},
		{"an override starts anew, once", list(0, three) + use(1, 0, "") + use(2, 0, `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>`),
			item(1, 0) + item(2, 0) + item(2, 0), "<I. >x|<V. >x|<VI. >x"},
		{"an override of the level", list(0, three) + use(1, 0, `<w:lvlOverride w:ilvl="0">`+level(0, "decimal", "Điều %1.", space)+`</w:lvlOverride>`), item(1, 0), "<Điều 1. >x"},
		{"a level that never restarts", list(0, level(0, "upperRoman", "%1.", space)+level(1, "decimal", "%2.", `<w:lvlRestart w:val="0"/>`+space)) + use(1, 0, ""),
			item(1, 0) + item(1, 1) + item(1, 0) + item(1, 1), "<I. >x|<1. >x|<II. >x|<2. >x"},
		{"bullets and what follows", list(0, level(0, "bullet", "\uF0B7", `<w:suff w:val="nothing"/>`)+level(1, "bullet", "-", "")) + use(1, 0, ""), item(1, 0) + item(1, 1), "<\uF0B7>x|<-\t>x"},
		{"in words", list(0, level(0, "vietnameseCounting", "%1", space)+level(1, "none", "", space)) + use(1, 0, ""), item(1, 0) + item(1, 1), "<một >x|< >x"},
		{"numId 0 takes it away", list(0, three) + use(1, 0, ""), P(num(0, 0), T("x")), "x"},
		{"by a style of numberings", `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>` + three + `</w:abstractNum>` + use(1, 0, ""), item(1, 2), "<a) >x"},
		{"a list that is not there", "", item(7, 0), "x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := New(c.body)
			p.Numbering = c.numbering
			if got := text(read(t, p)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestNumberingOfStyles: a level is found by its style, and its indent lies under the properties of who asks.
func TestNumberingOfStyles(t *testing.T) {
	p := New(P(`<w:pStyle w:val="H1"/>`, T("a")) + P(`<w:pStyle w:val="H2"/>`, T("b")) + P(num(1, 1), T("c")))
	p.Styles = style("paragraph", "Normal", "", `<w:pPr><w:ind w:left="200"/></w:pPr>`) +
		style("paragraph", "H1", "Normal", `<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>`) +
		style("paragraph", "H2", "H1", `<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:ind w:left="100"/></w:pPr>`)
	indent := `<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>`
	p.Numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:pStyle w:val="H1"/><w:lvlText w:val="%1."/>` + indent + `</w:lvl>` +
		`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:pStyle w:val="H2"/><w:lvlText w:val="%1.%2."/>` + indent + `<w:rPr><w:b/></w:rPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
	d := read(t, p)
	if got := text(d); got != "<1.\t>a|<1.1.\t>b|<1.2.\t>c" {
		t.Error(got)
	}
	got := word.Paragraphs(d.Body)
	for i, want := range []int64{720, 100, 720} {
		if got[i].IndentLeft.Twips() != want || got[i].FirstLine.Twips() != -360 {
			t.Errorf("paragraph %d: indent %d, first line %d", i+1, got[i].IndentLeft.Twips(), got[i].FirstLine.Twips())
		}
	}
	if got[0].Label.Mark.Bold || !got[1].Label.Mark.Bold || got[1].Mark.Bold {
		t.Error("the letters of a label are those of its level")
	}
}

func TestBulletOfASymbolFace(t *testing.T) {
	p := New(P(num(1, 0), T("x")))
	p.Numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="` + "\uF0B7" + `"/><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr></w:lvl></w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
	if got := text(read(t, p)); got != "<•\t>x" {
		t.Error(got)
	}
}

func TestTables(t *testing.T) {
	row := func(cells ...string) string {
		return "<w:tr><w:trPr><w:tblHeader/><w:cantSplit/></w:trPr>" + strings.Join(cells, "") + "</w:tr>"
	}
	cell := func(properties, inner string) string {
		return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + inner + "</w:tc>"
	}
	grid := `<w:tblGrid><w:gridCol w:w="567"/><w:gridCol w:w="567"/><w:gridCol w:w="1134"/></w:tblGrid>`
	p := New(`<w:tbl><w:tblPr>` + Bordered + `<w:jc w:val="center"/></w:tblPr>` + grid +
		row(cell(`<w:gridSpan w:val="2"/>`, P("", T("rộng"))), cell(`<w:vMerge w:val="restart"/>`, P("", T("cao")))) +
		row(cell("", P("", T("a"))), cell(`<w:tcBorders><w:left w:val="nil"/></w:tcBorders><w:shd w:val="clear" w:fill="D9D9D9"/>`, P("", T("b"))+P("", T("c"))), cell(`<w:vMerge/>`, P(""))) +
		`</w:tbl>` + P("", T("sau")))
	want := clean(`
		bảng 1: 3 cột, giữa, rộng 10 + 10 + 20 mm
		  hàng 1, lặp lại ở đầu trang, không tách
		    cột 1, gộp 2 cột, kẻ trên dưới trái phải
		      đoạn 1: trái
		          «rộng»  [Times New Roman 10]
		    cột 2, gộp xuống, kẻ trên dưới trái phải
		      đoạn 1: trái
		          «cao»  [Times New Roman 10]
		  hàng 2, lặp lại ở đầu trang, không tách
		    cột 1, kẻ trên dưới trái phải
		      đoạn 1: trái
		          «a»  [Times New Roman 10]
		    cột 2, nền D9D9D9, kẻ trên dưới phải
		      đoạn 1: trái
		          «b»  [Times New Roman 10]
		      đoạn 2: trái
		          «c»  [Times New Roman 10]
		    cột 3, gộp với ô trên, kẻ trên dưới trái phải
		đoạn 1: trái
		    «sau»  [Times New Roman 10]`)
	if got := shown(t, p); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	d := read(t, p)
	var phrases []string
	for _, q := range word.Paragraphs(d.Body) {
		phrases = append(phrases, q.Place.Phrase)
	}
	if got := strings.Join(phrases, "; "); got != "bảng 1, hàng 1, cột 1; bảng 1, hàng 1, cột 2; bảng 1, hàng 2, cột 1; "+
		"bảng 1, hàng 2, cột 2, đoạn 1; bảng 1, hàng 2, cột 2, đoạn 2; bảng 1, hàng 2, cột 3; đoạn 1" {
		t.Error(got)
	}
	if table := d.Body[0].(*word.Table); table.Borderless() || table.Rows[1].Cells[1].Column != 2 || table.Rows[0].Cells[1].Column != 3 {
		t.Error("columns of cells, or the table's lines")
	}
}

// TestTableStyles: conditional formats of a style reach paragraphs and cells; what the paragraph's own style says
// wins.
func TestTableStyles(t *testing.T) {
	p := New(Table(`<w:tblStyle w:val="T"/><w:tblLook w:val="04A0"/>`, []string{P("", T("a")), P(`<w:pStyle w:val="C"/>`, T("b"))}, []string{P("", T("c")), P("", T("d"))}) +
		Table("", []string{P("", T("e"))}))
	p.Styles = style("paragraph", "C", "", `<w:pPr><w:jc w:val="center"/></w:pPr>`) +
		style("table", "T", "", `<w:pPr><w:jc w:val="right"/></w:pPr><w:rPr><w:sz w:val="24"/></w:rPr><w:tblPr>`+Bordered+`</w:tblPr>`+
			`<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="CCCCCC"/><w:tcBorders><w:bottom w:val="double" w:sz="4"/></w:tcBorders></w:tcPr></w:tblStylePr>`+
			`<w:tblStylePr w:type="firstCol"><w:rPr><w:i/></w:rPr></w:tblStylePr><w:tblStylePr w:type="lastCol"><w:rPr><w:strike/></w:rPr></w:tblStylePr>`)
	d := read(t, p)
	table := d.Body[0].(*word.Table)
	var got []string
	for _, r := range table.Rows {
		for _, c := range r.Cells {
			q := c.Blocks[0].(*word.Paragraph)
			f := q.Runs[0].Format
			got = append(got, fmt.Sprintf("%s %v %g bold=%v italic=%v strike=%v fill=%s bottom=%s", q.Text(), q.Align, f.Size.Points(), f.Bold, f.Italic, f.Strike, c.Shading, c.Borders.Bottom.Style))
		}
	}
	want := []string{
		"a phải 12 bold=true italic=true strike=false fill=CCCCCC bottom=double",
		"b giữa 12 bold=true italic=false strike=false fill=CCCCCC bottom=double",
		"c phải 12 bold=false italic=true strike=false fill= bottom=single",
		"d phải 12 bold=false italic=false strike=false fill= bottom=single",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if !d.Body[1].(*word.Table).Borderless() {
		t.Error("a table without lines has some")
	}
}

func TestFields(t *testing.T) {
	begin, separate, end := `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`, `<w:r><w:fldChar w:fldCharType="separate"/></w:r>`, `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	code := func(s string) string { return `<w:r><w:instrText xml:space="preserve">` + s + `</w:instrText></w:r>` }
	for _, c := range []struct{ name, body, want string }{
		{"with a result", P("", T("trang "), begin, code(" PAGE "), separate, T("3"), end, T(" hết")), "trang [Text PAGE 3] hết"},
		{"simple", P("", `<w:fldSimple w:instr=" NUMPAGES \* MERGEFORMAT ">`+T("9")+`</w:fldSimple>`), "[Text NUMPAGES 9]"},
		{"without a result", P("", begin, code("PAGE"), end), "[EmptyField PAGE ]"},
		{"nested in an instruction", P("", begin, code("IF "), begin, code("PAGE"), separate, T("1"), end, code(" = 1 a b"), separate, T("a"), end), "[Text IF a]"},
		{"nested in a result", P("", begin, code("TOC"), separate, T("Mục "), begin, code("PAGEREF x"), separate, T("7"), end, end), "[Text TOC Mục ][Text PAGEREF 7]"},
		{"over two paragraphs", P("", begin, code("TOC"), separate, T("a")) + P("", T("b"), end), "[Text TOC a][Text TOC b]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got strings.Builder
			for _, p := range word.Paragraphs(read(t, New(c.body)).Body) {
				for _, r := range p.Runs {
					if r.Field == nil {
						got.WriteString(r.Text)
						continue
					}
					kind := map[word.RunKind]string{word.Text: "Text", word.EmptyField: "EmptyField"}[r.Kind]
					fmt.Fprintf(&got, "[%s %s %s]", kind, r.Field.Name, r.Text)
				}
			}
			if got.String() != c.want {
				t.Errorf("got %s, want %s", got.String(), c.want)
			}
		})
	}
}

func TestFieldWithoutEnd(t *testing.T) {
	d, found := word.Read("thu.docx", New(P("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`, T("chữ sau"))+P("", T("đoạn sau"))).Bytes())
	if text(d) != "chữ sau|đoạn sau" || len(found) != 1 || found[0].ID != word.IDUnread {
		t.Errorf("«%s» %v", text(d), found)
	}
}

func TestTrackedChanges(t *testing.T) {
	by := ` w:author="Lò Thị Mai" w:date="2026-01-02T00:00:00Z"`
	p := New(P("", T("giữ "), `<w:ins`+by+`>`+T("thêm")+`</w:ins><w:del`+by+`><w:r><w:delText>bỏ</w:delText></w:r></w:del>`,
		`<w:ins`+by+`><w:del w:author="Người khác"><w:r><w:delText>thêm rồi bỏ</w:delText></w:r></w:del></w:ins>`) +
		P(`<w:rPr><w:del`+by+`/></w:rPr>`, `<w:moveFrom`+by+`>`+T("đi")+`</w:moveFrom>`) + P("", R("<w:vanish/>", "ẩn")))
	d := read(t, p)
	if got := text(d); got != "giữ thêm||" {
		t.Error(got)
	}
	got := word.Paragraphs(d.Body)
	if got[1].MarkChange == nil || got[1].MarkChange.Kind != word.Deleted || got[0].Runs[1].Change.Author != "Lò Thị Mai" {
		t.Error("the changes are not marked")
	}
	var remarks []string
	for _, r := range d.Remarks {
		remarks = append(remarks, fmt.Sprintf("%s «%s» %d", r.Kind, r.Detail, r.Count))
	}
	want := "chữ chèn đang theo dõi «Lò Thị Mai» 2; chữ xóa đang theo dõi «Lò Thị Mai» 2; chữ xóa đang theo dõi «Người khác» 1; " +
		"chữ chuyển chỗ đang theo dõi «Lò Thị Mai» 1; chữ ẩn «ẩn» 1"
	if got := strings.Join(remarks, "; "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestSections(t *testing.T) {
	landscape := `<w:sectPr><w:headerReference w:type="default" r:id="h2"/><w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/><w:pgMar w:top="-567" w:left="567"/><w:pgNumType w:start="1"/></w:sectPr>`
	p := New(P("", T("a")) + P(SectPr(`<w:headerReference w:type="default" r:id="h1"/><w:footerReference w:type="first" r:id="f1"/><w:titlePg/>`)) + P("", T("b")) + landscape)
	p.Headers = map[string]string{"h1": P("", `<w:fldSimple w:instr="PAGE">`+T("1")+`</w:fldSimple>`), "h2": P("", T("Phụ lục"))}
	p.Footers = map[string]string{"f1": P("", T("chân"))}
	d := read(t, p)
	if len(d.Sections) != 2 {
		t.Fatal(len(d.Sections), "sections")
	}
	a, b := d.Sections[0], d.Sections[1]
	if a.From != 0 || a.To != 2 || b.From != 2 || b.To != 3 || !b.Landscape || a.Landscape || a.PageStart != -1 || b.PageStart != 1 {
		t.Errorf("%+v\n%+v", a, b)
	}
	if b.Top != 10*unit.MM+127*unit.EMU && b.Top.Twips() != 567 {
		t.Error("the upper margin is", b.Top)
	}
	if d.HeaderOf(a, word.InHeader, word.FirstPage) != nil || d.HeaderOf(a, word.InHeader, word.EvenPages) != a.Headers.Default || d.HeaderOf(b, word.InFooter, word.FirstPage) != nil {
		t.Error("what is shown on first and even pages")
	}
	if b.Footers.First != a.Footers.First || b.Headers.Default == a.Headers.Default || len(d.Headers) != 3 {
		t.Error("a section takes over what it does not say")
	}
	if got := word.Paragraphs(b.Headers.Default.Blocks)[0].Place.Phrase; got != "đầu trang (từ phần trang thứ 2)" {
		t.Error(got)
	}
	if got := word.Paragraphs(d.Body)[2].Place; got.Section != 2 || got.Paragraph != 3 {
		t.Errorf("%+v", got)
	}
}

func TestNotes(t *testing.T) {
	p := New(P("", T("một"), `<w:r><w:footnoteReference w:id="5"/></w:r>`, T("hai"), `<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>`))
	p.Footnotes = `<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="2">` + P("", T("chú thích hai")) + `</w:footnote><w:footnote w:id="5">` + P("", `<w:r><w:footnoteRef/></w:r>`, T("chú thích một")) + `</w:footnote>`
	p.Endnotes = `<w:endnote w:id="1">` + P("", T("cuối")) + `</w:endnote>`
	p.Comments = `<w:comment w:id="0" w:author="Trưởng phòng">` + P("", T("xem lại")) + `</w:comment>`
	d := read(t, p)
	runs := word.Paragraphs(d.Body)[0].Runs
	if len(d.Footnotes) != 2 || len(d.Endnotes) != 1 || runs[1].Note != 1 || runs[3].Text != "2" || runs[4].Text != "i" {
		t.Fatalf("%+v", runs)
	}
	if q := word.Paragraphs(d.Footnotes[0].Blocks)[0]; q.Text() != "chú thích một" || q.Place.Phrase != "chú thích cuối trang số 1" {
		t.Error(q.Text(), q.Place.Phrase)
	}
	if len(d.Comments) != 1 || d.Comments[0].Author != "Trưởng phòng" || d.Remarks[0].Kind != word.RemarkComment {
		t.Error("the comment")
	}
	p.Body = P("", T("một"), `<w:r><w:footnoteReference w:id="5"/></w:r>`, T("hai"), `<w:r><w:footnoteReference w:id="5"/></w:r>`)
	if d, findings := word.Read("a.docx", p.Bytes()); len(d.Footnotes) != 1 || len(findings) > 0 {
		t.Error("a note that is shown twice:", findings)
	}
}
