package data

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// workbook is what is needed of an XLSX file (ECMA-376, both dialects). It is read by our own reader: only
// values and number formats matter here, and the libraries' limits have been passed by many files made to harm.
type workbook struct {
	s        *source
	parts    *parts
	from1904 bool
	sheets   []sheetPart
	texts    textStore
	recent   map[string]uint32 // short texts kept lately
	strings  []uint32          // the shared texts, by the index that cells name, in texts
	formats  []numFormat       // by the index that cells name
	cells    int               // read so far, in all sheets
}

// sheetPart is a sheet before it is read.
type sheetPart struct {
	name, part string
	hidden     bool
}

// parseXLSX reads the sheets of a workbook that can be seen.
func parseXLSX(s *source, src []byte) []*grid {
	if len(src) > MaxFile {
		s.errorAt(IDSize, diag.Pos{File: s.file}, []string{"chia dữ liệu thành nhiều tệp"}, "tệp dài %d byte, quá mức %d MiB đọc được", len(src), MaxFile>>20)
		return nil
	}
	w, sheets := openWorkbook(s, bytes.NewReader(src), int64(len(src)), oneDocument())
	var out []*grid
	for _, p := range sheets {
		g := &grid{s: s, name: p.name, sheet: true}
		for i := range p.rows {
			w.row(g, p, i, g.put)
		}
		lastRow, lastCol := g.used()
		g.setMerges(p.merges, lastRow, lastCol, g.own)
		out = append(out, g)
	}
	return out
}

// openWorkbook reads a workbook into its sheets that can be seen, packed. What keeps it from being read is a
// finding of s; then there are none.
func openWorkbook(s *source, src io.ReaderAt, size int64, limits tableLimits) (*workbook, []*packedSheet) {
	w := &workbook{s: s}
	sheets, err := w.read(src, size, limits)
	var fault *errWorkbook
	switch {
	case errors.As(err, &fault):
		s.errorAt(fault.id, diag.Pos{File: s.file}, []string{fault.hint}, "%s", fault.message)
		return nil, nil
	case err != nil:
		panic("data: reading a workbook gave an error without words: " + err.Error())
	}
	w.strings, w.recent = nil, nil
	return w, sheets
}

func (w *workbook) read(src io.ReaderAt, size int64, limits tableLimits) ([]*packedSheet, error) {
	var err error
	if w.parts, err = openParts(src, size, limits); err != nil {
		return nil, err
	}
	book, rels, err := w.names()
	if err != nil {
		return nil, err
	}
	if err := w.readBook(book, rels); err != nil {
		return nil, err
	}
	if err := w.readStrings(path.Dir(book) + "/sharedStrings.xml"); err != nil {
		return nil, err
	}
	if err := w.readStyles(path.Dir(book) + "/styles.xml"); err != nil {
		return nil, err
	}
	var out []*packedSheet
	for _, sheet := range w.sheets {
		if sheet.hidden {
			w.s.add(diag.Diagnostic{ID: IDSheet, Severity: diag.Info, Pos: diag.Pos{File: w.s.file, Sheet: sheet.name},
				Message: "trang tính «" + diag.Clip(sheet.name) + "» đang ẩn nên không đọc", Hints: []string{"nếu cần dữ liệu ở đó, cho hiện trang tính"}})
			continue
		}
		p, err := w.readSheet(sheet)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// maxRecent is how many short texts are remembered: cells say «Ông» and dates again and again, and programs other
// than Excel write each of them anew.
const maxRecent = 1 << 15

// keep puts a text into the store of the workbook.
func (w *workbook) keep(text string) (uint32, error) {
	if at, ok := w.recent[text]; ok {
		return at, nil
	}
	at, err := w.store(text)
	if len(text) <= 64 {
		if w.recent == nil || len(w.recent) >= maxRecent {
			w.recent = map[string]uint32{}
		}
		w.recent[text] = at
	}
	return at, err
}

func (w *workbook) store(text string) (uint32, error) {
	if w.texts.size+len(text) > w.parts.limits.text {
		return 0, tooLarge("chữ trong các ô của tệp Excel nhiều quá %d MiB", w.parts.limits.text>>20)
	}
	return w.texts.put(text), nil
}

// names finds the workbook's own part and what its relations lead to.
func (w *workbook) names() (book string, rels map[string]string, err error) {
	top, err := w.relations("_rels/.rels", "")
	if err != nil {
		return "", nil, err
	}
	book = top["type:officeDocument"]
	if book == "" {
		book = "xl/workbook.xml"
	}
	rels, err = w.relations(path.Dir(book)+"/_rels/"+path.Base(book)+".rels", path.Dir(book))
	return book, rels, err
}

// relations gives the targets of a relations part by id, and by the last word of their type. Those outside
// the package are left alone.
func (w *workbook) relations(part, dir string) (map[string]string, error) {
	out := map[string]string{}
	err := w.each(part, MaxInflated, func(e xml.StartElement, _ *xmlReader) error {
		if e.Name.Local != "Relationship" || strings.EqualFold(attr(e, "TargetMode"), "External") {
			return nil
		}
		target := attr(e, "Target")
		if strings.HasPrefix(target, "/") {
			target = path.Clean(target)[1:]
		} else {
			target = path.Join(dir, target)
		}
		out[attr(e, "Id")] = target
		out["type:"+path.Base(attr(e, "Type"))] = target
		return nil
	})
	return out, err
}

// each hands the elements of a part, where there is one, to f.
func (w *workbook) each(part string, most int64, f func(xml.StartElement, *xmlReader) error) error {
	x, err := w.parts.open(part, most)
	if err != nil || x == nil {
		return err
	}
	defer x.Close()
	for {
		token, err := x.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := token.(xml.StartElement); ok {
			if err := f(e, x); err != nil {
				return err
			}
		}
	}
}

func (w *workbook) readBook(part string, rels map[string]string) error {
	err := w.each(part, MaxInflated, func(e xml.StartElement, _ *xmlReader) error {
		switch e.Name.Local {
		case "workbookPr":
			w.from1904 = attr(e, "date1904") == "1" || attr(e, "date1904") == "true"
		case "sheet":
			// «id» of the relations' namespace; «sheetId» is another attribute.
			target := rels[attr(e, "id")]
			if target == "" || w.parts.files[target] == nil {
				return broken("không tìm thấy trang tính «%s» trong tệp", diag.Clip(attr(e, "name")))
			}
			w.sheets = append(w.sheets, sheetPart{viet.NFC(attr(e, "name")), target, attr(e, "state") != "" && attr(e, "state") != "visible"})
		}
		return nil
	})
	if err == nil && len(w.sheets) == 0 {
		return broken("tệp không có trang tính nào, hoặc không phải là tệp Excel .xlsx")
	}
	return err
}

func (w *workbook) readStrings(part string) error {
	return w.each(part, w.parts.limits.inflated, func(e xml.StartElement, x *xmlReader) error {
		if e.Name.Local != "si" {
			return nil
		}
		text, err := x.runs()
		if err != nil {
			return err
		}
		at, err := w.store(text)
		w.strings = append(w.strings, at)
		return err
	})
}

// runs gives the text within the element just begun: its <t> elements, those of readings (rPh) left out.
func (x *xmlReader) runs() (string, error) {
	var b strings.Builder
	depth, inText, inReading := 1, 0, 0
	for depth > 0 {
		token, err := x.next()
		if err != nil {
			return "", unexpectedEnd(x, err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			switch {
			case t.Name.Local == "rPh" && inReading == 0:
				inReading = depth
			case t.Name.Local == "t" && inText == 0:
				inText = depth
			}
		case xml.EndElement:
			if depth == inReading {
				inReading = 0
			}
			if depth == inText {
				inText = 0
			}
			depth--
		case xml.CharData:
			if inText > 0 && inReading == 0 {
				b.Write(t)
			}
			if b.Len() > x.parts.limits.token {
				return "", tooLarge("một ô của tệp Excel dài quá %d MiB", x.parts.limits.token>>20)
			}
		}
	}
	return unescapeX(b.String()), nil
}

func unexpectedEnd(x *xmlReader, err error) error {
	if errors.Is(err, io.EOF) {
		return broken("phần «%s» của tệp Excel dừng giữa chừng", x.part)
	}
	return err
}

// unescapeX reads _xHHHH_, in which workbooks write the characters that XML has no place for.
func unescapeX(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		if i+7 <= len(text) && text[i] == '_' && text[i+1] == 'x' && text[i+6] == '_' {
			if n, err := strconv.ParseUint(text[i+2:i+6], 16, 32); err == nil {
				b.WriteRune(rune(n))
				i += 7
				continue
			}
		}
		b.WriteByte(text[i])
		i++
	}
	return b.String()
}

func (w *workbook) readStyles(part string) error {
	codes := map[string]string{}
	inCells := false
	err := w.each(part, MaxInflated, func(e xml.StartElement, _ *xmlReader) error {
		switch e.Name.Local {
		case "numFmt":
			codes[attr(e, "numFmtId")] = attr(e, "formatCode")
		case "cellXfs":
			inCells = true
		case "cellStyles", "dxfs":
			inCells = false
		case "xf":
			if !inCells {
				return nil
			}
			id := attr(e, "numFmtId")
			if code, own := codes[id]; own {
				w.formats = append(w.formats, parseFormat(code))
				return nil
			}
			n, err := strconv.Atoi(id)
			if err != nil {
				n = 0
			}
			w.formats = append(w.formats, builtinFormat(n))
		}
		return nil
	})
	if err == nil && len(w.formats) > maxFormats {
		return tooLarge("tệp Excel có %d kiểu ô, quá mức %d", len(w.formats), maxFormats)
	}
	return err
}
