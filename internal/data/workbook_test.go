package data

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"
	"testing"
)

// sheetText is a sheet as the tests write it: cells parted by «|», rows by new lines. A cell is text; «#n;s»
// a number of style s; «=f;v» a formula with its value; «!e» an error; «?1» a boolean; «¶» a line end.
type sheetText struct {
	name   string
	rows   string
	merged []string
	hidden bool
}

// styles of the tests' workbooks: 1 a date, 2 «000», 3 «0%», 4 month and year, 5 a clock, 6 «#,##0».
const testStyles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="164" formatCode="000"/>` +
	`<numFmt numFmtId="165" formatCode="mm/yyyy"/><numFmt numFmtId="166" formatCode="hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>` +
	`<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="3"/></cellXfs></styleSheet>`

// workbookParts gives the parts of a workbook.
func workbookParts(sheets ...sheetText) map[string]string {
	var names, rels, shared strings.Builder
	count := 0
	parts := map[string]string{}
	for i, s := range sheets {
		state := ""
		if s.hidden {
			state = ` state="hidden"`
		}
		fmt.Fprintf(&names, `<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>`, html.EscapeString(s.name), i+1, state, i+1)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="http://x/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, i+1)
		var b strings.Builder
		b.WriteString(`<worksheet><sheetData>`)
		for r, row := range strings.Split(s.rows, "\n") {
			fmt.Fprintf(&b, `<row r="%d">`, r+1)
			for c, text := range strings.Split(row, "|") {
				b.WriteString(cellXML(cellName(c+1, r+1), strings.TrimSpace(text), &shared, &count))
			}
			b.WriteString(`</row>`)
		}
		b.WriteString(`</sheetData><mergeCells>`)
		for _, m := range s.merged {
			fmt.Fprintf(&b, `<mergeCell ref="%s"/>`, m)
		}
		b.WriteString(`</mergeCells></worksheet>`)
		parts[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = b.String()
	}
	parts["_rels/.rels"] = `<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	parts["xl/workbook.xml"] = `<workbook xmlns:r="http://r"><sheets>` + names.String() + `</sheets></workbook>`
	parts["xl/_rels/workbook.xml.rels"] = `<Relationships>` + rels.String() + `</Relationships>`
	parts["xl/sharedStrings.xml"] = `<sst>` + shared.String() + `</sst>`
	parts["xl/styles.xml"] = testStyles
	return parts
}

func cellXML(name, text string, shared *strings.Builder, count *int) string {
	if text == "" {
		return fmt.Sprintf(`<c r="%s"/>`, name)
	}
	head, tail, _ := strings.Cut(text[1:], ";")
	switch text[0] {
	case '#':
		return fmt.Sprintf(`<c r="%s" s="%s"><v>%s</v></c>`, name, tail, head)
	case '=':
		return fmt.Sprintf(`<c r="%s"><f>%s</f><v>%s</v></c>`, name, head, tail)
	case '!':
		return fmt.Sprintf(`<c r="%s" t="e"><v>%s</v></c>`, name, text[1:])
	case '?':
		return fmt.Sprintf(`<c r="%s" t="b"><v>%s</v></c>`, name, text[1:])
	}
	text = html.EscapeString(strings.ReplaceAll(text, "¶", "\n"))
	half := len(text) / 2
	for half > 0 && (text[half]&0xc0 == 0x80 || strings.Contains(text, "&")) {
		half--
	}
	// Two runs, as a workbook holds text of which a part is bold, and a reading that is not text.
	fmt.Fprintf(shared, `<si><r><t xml:space="preserve">%s</t></r><r><t>%s</t></r><rPh><t>đọc</t></rPh></si>`, text[:half], text[half:])
	*count++
	return fmt.Sprintf(`<c r="%s" t="s"><v>%d</v></c>`, name, *count-1)
}

// pack makes a package of parts, in the order of their names.
func pack(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range sortedKeys(parts) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func workbookOf(t testing.TB, sheets ...sheetText) []byte {
	t.Helper()
	return pack(t, workbookParts(sheets...))
}
