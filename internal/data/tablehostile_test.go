package data

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"maps"
	"strings"
	"testing"

	"vanban/internal/diag"
)

// changed gives the parts of a small workbook with one of them replaced.
func changed(part, text string) map[string]string {
	parts := workbookParts(sheetText{name: "x", rows: "Số|Ký hiệu\n#1;0|A"})
	out := maps.Clone(parts)
	out[part] = text
	return out
}

func sheetXML(body string) string {
	return `<worksheet><sheetData>` + body + `</sheetData></worksheet>`
}

// raw packs one entry whose header says what it likes of its size.
func raw(t *testing.T, name string, content []byte, declared uint64) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Store, CRC32: crc32.ChecksumIEEE(content),
		CompressedSize64: uint64(len(content)), UncompressedSize64: declared})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// negativeSize is a package of which one stored size wraps around to a negative number.
func negativeSize(t *testing.T) []byte {
	src := raw(t, "xl/workbook.xml", []byte("<workbook/>"), 11)
	at := bytes.LastIndex(src, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(src[at+24:], 0xffff_fff0)
	return src
}

// What has passed the limits of other readers ends here in one finding, within little time and memory.
func TestHostileWorkbooks(t *testing.T) {
	const sheet = "xl/worksheets/sheet1.xml"
	many := map[string]string{}
	for i := range maxParts + 1 {
		many[fmt.Sprint(i)] = ""
	}
	var cells strings.Builder
	for i := 1; i <= MaxNodes+2; i++ {
		fmt.Fprintf(&cells, "<row><c><v>1</v></c></row>")
	}
	var twice bytes.Buffer
	z := zip.NewWriter(&twice)
	for range 2 {
		if _, err := z.Create("xl/workbook.xml"); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what string
		src  []byte
		want string
	}{
		{"not a package", []byte("PK but no"), IDWorkbook},
		{"old or locked", []byte("\xd0\xcf\x11\xe0 and more"), IDWorkbook},
		{"no workbook in it", pack(t, map[string]string{"a": "b"}), IDWorkbook},
		{"zip bomb", pack(t, changed(sheet, "<worksheet>"+strings.Repeat(" ", MaxInflated+1))), IDSize},
		{"bomb of strings", pack(t, changed("xl/sharedStrings.xml", "<sst><si><t>"+strings.Repeat("a", MaxInflated))), IDSize},
		{"many parts", pack(t, many), IDSize},
		{"two parts of one name", twice.Bytes(), IDWorkbook},
		{"size that lies", raw(t, "xl/workbook.xml", []byte("<workbook><sheets/></workbook>"), 3), IDWorkbook},
		{"size past all memory", raw(t, "xl/workbook.xml", []byte("<workbook/>"), 1<<62), IDWorkbook},
		{"size that wraps to negative", negativeSize(t), IDWorkbook},
		{"negative string index", pack(t, changed(sheet, sheetXML(`<row r="1"><c r="A1" t="s"><v>-1</v></c></row>`))), IDWorkbook},
		{"string index past the end", pack(t, changed(sheet, sheetXML(`<row r="1"><c r="A1" t="s"><v>999999999999</v></c></row>`))), IDWorkbook},
		{"row past the last", pack(t, changed(sheet, sheetXML(`<row r="1048577"><c><v>1</v></c></row>`))), IDWorkbook},
		{"row of negative number", pack(t, changed(sheet, sheetXML(`<row r="-5"><c><v>1</v></c></row>`))), IDWorkbook},
		{"row past all numbers", pack(t, changed(sheet, sheetXML(`<row r="99999999999999999999"><c><v>1</v></c></row>`))), IDWorkbook},
		{"row written twice", pack(t, changed(sheet, sheetXML(`<row r="1"/><row r="1"/>`))), IDWorkbook},
		{"cell past the last column", pack(t, changed(sheet, sheetXML(`<row r="1"><c r="XFE1"><v>1</v></c></row>`))), IDWorkbook},
		{"cell of another row", pack(t, changed(sheet, sheetXML(`<row r="1"><c r="A2"><v>1</v></c></row>`))), IDWorkbook},
		{"cell written twice", pack(t, changed(sheet, sheetXML(`<row r="1"><c r="A1"/><c r="A1"/></row>`))), IDWorkbook},
		{"cell in no row", pack(t, changed(sheet, sheetXML(`<c r="A1"><v>1</v></c>`))), IDWorkbook},
		{"many cells", pack(t, changed(sheet, sheetXML(cells.String()))), IDSize},
		{"deep XML", pack(t, changed(sheet, strings.Repeat("<a>", 10_000))), IDSize},
		{"DOCTYPE", pack(t, changed("xl/sharedStrings.xml", `<!DOCTYPE sst [<!ENTITY a "b">]><sst><si><t>&a;</t></si></sst>`)), IDWorkbook},
		{"undefined entity", pack(t, changed("xl/sharedStrings.xml", `<sst><si><t>&xxe;</t></si></sst>`)), IDWorkbook},
		{"path out of the package", pack(t, changed("xl/_rels/workbook.xml.rels", `<R><Relationship Id="rId1" Type="worksheet" Target="../../../../etc/passwd"/></R>`)), IDWorkbook},
		{"sheet outside the package", pack(t, changed("xl/_rels/workbook.xml.rels", `<R><Relationship Id="rId1" Type="worksheet" TargetMode="External" Target="http://example.invalid/a"/></R>`)), IDWorkbook},
		{"cut short", pack(t, changed(sheet, `<worksheet><sheetData><row r="1"><c r="A1"><v>1`)), IDWorkbook},
		{"long file", make([]byte, MaxFile+1), IDSize},
	} {
		if c.what != "long file" && c.what != "many cells" { // what is long for one document is not for many records
			if many := OpenTable("a.xlsx", bytes.NewReader(c.src), int64(len(c.src))).Findings; len(many) == 0 || many[0].ID != c.want {
				t.Errorf("%s: of many records: %v, want %s", c.what, many, c.want)
			}
		}
		tree, found := ParseTable("a.xlsx", c.src, planColumns())
		if len(found) != 1 || found[0].ID != c.want || found[0].Severity != diag.Error || tree != nil {
			t.Errorf("%s: found %s, want one %s", c.what, findings(found), c.want)
		}
	}
}

// Merged cells as large as a sheet cost no more than the cells that are there.
func TestHugeMergedCells(t *testing.T) {
	tree, found := ParseTable("a.xlsx", workbookOf(t, sheetText{name: "x", rows: "Số|Ký hiệu\n#1;0|A\n#2;0",
		merged: []string{"B2:XFD1048576", "A9:B9", "x", "B1:A1", "A1"}}), planColumns())
	if diff := outline(tree); diff != "list\n- map\n  so = \"1\"\n  ky_hieu = \"A\"\n- map\n  so = \"2\"\n  ky_hieu = \"A\"\n" || len(found) > 0 {
		t.Errorf("%s%s", diff, findings(found))
	}
}

func TestHostileCSV(t *testing.T) {
	for what, src := range map[string]string{
		"many cells": "Số\n" + strings.Repeat(",", MaxNodes+5),
		"long file":  strings.Repeat("a", MaxFile+1),
		"wide table": strings.Repeat("Số,", maxHeadings) + "Số\n",
		"long cell":  "Số,Ký hiệu\n1,\"" + strings.Repeat("x", MaxScalar+1) + "\"\n",
	} {
		_, found := ParseTable("a.csv", []byte(src), planColumns())
		if len(found) == 0 || found[0].ID != IDSize {
			t.Errorf("%s: %.300s", what, findings(found))
		}
	}
}

func FuzzTable(f *testing.F) {
	f.Add([]byte("Số;Ký hiệu\n1;\"a\nb\"\n"), false)
	f.Add([]byte("sep=,\nSố,Trích yếu\n1,\"x"), false)
	f.Add([]byte("Tên nhiệm vụ\tTừ\tĐến\nTổng\t1\n"), false)
	for _, sheets := range [][]sheetText{planWorkbook(), {{name: "Danh sách", rows: "Mã|Số\nA|#1;1\nB|=x;2"}, {name: "Nhiệm vụ", rows: "Mã|Tên nhiệm vụ\nA|!#REF!"}}} {
		parts := workbookParts(sheets...)
		// The fuzzer cannot keep a package whole: it works on the sheet within one.
		f.Add([]byte(parts["xl/worksheets/sheet1.xml"]), true)
		f.Add([]byte(parts["xl/worksheets/sheet2.xml"]), true)
	}
	shared := workbookParts(planWorkbook()...)["xl/sharedStrings.xml"]
	f.Fuzz(func(t *testing.T, src []byte, asSheet bool) {
		if len(src) > 1<<16 {
			return
		}
		name := "a.csv"
		if asSheet {
			parts := changed("xl/worksheets/sheet1.xml", string(src))
			parts["xl/sharedStrings.xml"] = shared
			src, name = pack(t, parts), "a.xlsx"
		}
		tree, found := ParseTable(name, src, planColumns())
		if tree == nil && !found.HasErrors() {
			t.Fatalf("no tree and no error")
		}
		for _, d := range found {
			if d.Pos.Line < 0 || d.Pos.Col < 0 || strings.Contains(d.Message, "\n") {
				t.Fatalf("finding %+v", d)
			}
		}
		if _, again := ParseTable(name, src, planColumns()); len(again) != len(found) {
			t.Fatalf("a second reading found other things")
		}
	})
}

func FuzzPackage(f *testing.F) {
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	f.Fuzz(func(t *testing.T, src []byte) {
		if tree, found := ParseTable("a.xlsx", src, planColumns()); tree == nil && !found.HasErrors() {
			t.Fatalf("no tree and no error")
		}
	})
}
