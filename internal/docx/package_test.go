package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/unidoc/unioffice/schema/soo/wml"

	"vanban/internal/docx/docxtest"
	"vanban/internal/sheet"
)

// written gives the bytes of a sheet's package.
func written(t *testing.T, s *sheet.Sheet) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := Write(&buf, s); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestPackageHolds(t *testing.T) {
	parsed := docxtest.Inspect(t, written(t, plan(14, 8)))
	var got []string
	for _, p := range parsed[documentPart].All("w:p") {
		if s := p.Content(); s != "" {
			got = append(got, s)
		}
	}
	all := strings.Join(got, "\n")
	for _, want := range []string{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: " + strings.Repeat(" ", 13) + "/KH-UBND",
		"HỎA TỐC", "Điều 3. Trách nhiệm thi hành", "Lê Văn Thử", "Rà soát danh mục thiết bị của đơn vị số 8 trong tỉnh"} {
		if !strings.Contains(all, want) {
			t.Errorf("the document does not hold %q", want)
		}
	}
}

// TestValidates runs the schema's own rules, as far as the generated types know them.
func TestValidates(t *testing.T) {
	b := newBuilder(plan(14, 8))
	valid := func(name string, v interface{ Validate() error }) {
		t.Helper()
		if err := v.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	valid("document", b.document())
	valid("styles", b.styleSheet())
	valid("settings", settings("vi-VN"))
	valid("fonts", b.fontTable())
	_, parts := docxtest.Unpack(t, written(t, plan(14, 8)))
	read := func(name string, v interface{ Validate() error }) {
		t.Helper()
		if err := xml.Unmarshal(parts[name], v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		valid(name, v)
	}
	for _, p := range b.parts {
		if strings.Contains(p.name, "header") {
			read(p.name, wml.NewHdr())
		} else {
			read(p.name, wml.NewFtr())
		}
	}
	read("word/styles.xml", wml.NewStyles())
	read("word/settings.xml", wml.NewSettings())
}

func TestSameBytes(t *testing.T) {
	first := written(t, plan(14, 8))
	here := time.Local
	time.Local = time.FixedZone("", 14*3600)
	t.Cleanup(func() { time.Local = here })
	if !bytes.Equal(first, written(t, plan(14, 8))) {
		t.Error("two writes of one sheet differ")
	}
}

// TestWriterAgain writes several documents with one writer: no byte may come from the one before.
func TestWriterAgain(t *testing.T) {
	var w Writer
	for i, s := range []*sheet.Sheet{plan(14, 8), plan(1, 2), plan(1, 2), plan(14, 8), plan(75, 40)} {
		var got bytes.Buffer
		if err := w.Write(&got, s); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), written(t, s)) {
			t.Errorf("document %d differs from that of a new writer", i+1)
		}
	}
}

func TestZipTellsNothing(t *testing.T) {
	data := written(t, plan(1, 2))
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if f.ModifiedDate != 0x21 || f.ModifiedTime != 0 || len(f.Extra) > 0 || f.Comment != "" ||
			f.Method != zip.Deflate || f.Flags != 0 {
			t.Errorf("%s: date %x time %x extra %x method %d flags %x", f.Name, f.ModifiedDate, f.ModifiedTime,
				f.Extra, f.Method, f.Flags)
		}
	}
}

func TestProperties(t *testing.T) {
	parsed := docxtest.Inspect(t, written(t, plan(1, 2)))
	core := parsed[corePart]
	got := map[string]string{}
	for _, c := range core.Children {
		got[c.Name] = c.Text
	}
	if got["title"] != "Kế hoạch <thử> & kiểm" || got["created"] != "2025-09-11T00:00:00Z" || got["subject"] != "" {
		t.Errorf("core properties: %v", got)
	}
	if app := parsed[appPart].Find("Application"); app == nil || app.Text != "vanban" || len(parsed[appPart].Children) != 1 {
		t.Error("app.xml tells more, or less, than the application")
	}
	s := plan(1, 2)
	s.Properties.Created = ""
	for _, c := range docxtest.Inspect(t, written(t, s))[corePart].Children {
		if c.Name == "created" || c.Name == "modified" {
			t.Error("a time is written that the sheet does not tell")
		}
	}
}

// failing is a writer that takes n bytes and then breaks.
type failing struct{ n int }

func (f *failing) Write(p []byte) (int, error) {
	f.n -= len(p)
	if f.n < 0 {
		return 0, io.ErrShortWrite
	}
	return len(p), nil
}

func TestWriterErrors(t *testing.T) {
	whole := len(written(t, plan(1, 2)))
	for _, n := range []int{0, whole / 2, whole - 1} {
		t.Run(strconv.Itoa(n), func(t *testing.T) {
			if err := Write(&failing{n}, plan(1, 2)); err == nil {
				t.Error("no error")
			}
		})
	}
	if err := Write(&failing{whole}, plan(1, 2)); err != nil {
		t.Error(err)
	}
}
