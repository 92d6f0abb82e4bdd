package skeleton

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// TestWorkbookRenders reads the workbook of every template back: it makes the same document as the skeleton.
func TestWorkbookRenders(t *testing.T) {
	b := builtIn(t)
	b.each(t, func(t *testing.T, form Form) {
		want := b.document(t, form.Name+".yaml", form.YAML(), "")
		book := form.Workbook()
		for _, named := range []string{"", form.Name} { // the workbook names its template itself
			if diff := cmp.Diff(want, b.document(t, form.Name+".xlsx", book, named)); diff != "" {
				t.Error(diff)
			}
		}
	})
}

func TestSameBytes(t *testing.T) {
	builtIn(t).each(t, func(t *testing.T, form Form) {
		if !bytes.Equal(form.Workbook(), form.Workbook()) {
			t.Error("two workbooks differ")
		}
		if !bytes.Equal(form.YAML(), form.YAML()) {
			t.Error("two skeletons differ")
		}
	})
}

const meeting = `
title: Giấy mời
required: [ky_hieu, loai]
examples: [{mau: x, ky_hieu: =1+1, so: "08", loai: hop, tien: 1.250.000, co_quan: {ten: [Sở, Nội vụ]}, ngay: 2026-03-05,
  khach: [{ten: An, so_nguoi: 3, vai: Chủ trì, thoi_gian: {tu: Q1/2026}}, Bình], y: [một; hai, ba], nhom: {viec: [{ten: Việc}]}}]
properties:
  mau: {title: Mẫu văn bản, type: string}
  ky_hieu: {title: Ký hiệu, description: chữ viết tắt, type: string}
  so: {title: Số, type: [string, integer]}
  loai: {title: Loại, enum: [hop, le]}
  mo: {title: Công khai, type: boolean}
  ngay: {title: Ngày, type: string, format: ngay}
  tien: {title: Kinh phí, type: [string, integer], format: so_tien}
  co_quan: {title: Cơ quan, type: object, properties: {ten: {title: Tên, oneOf: [{type: string}, {type: array, items: {type: string}}]}}}
  khach:
    title: Khách mời
    type: array
    items:
      oneOf:
        - {type: string}
        - type: object
          required: [ten]
          properties:
            ten: {title: Tên, description: họ và tên, type: string}
            so_nguoi: {title: Số người, type: integer}
            vai: {title: Vai trò, enum: [Chủ trì, "Đồng, chủ trì"]}
            thoi_gian: {title: Thời gian, type: object, properties: {tu: {title: Từ, type: string, format: thoi_ky}}}
  y: {title: Các ý, description: mỗi ý một câu, type: array, items: {type: string}}
  nhom: {title: Nhóm, type: object, properties: {viec: {title: Các việc, type: array, items: {type: object, properties: {ten: {title: Tên việc, type: string}}}}}}
`

// open reads a workbook with the library that wrote it.
func open(t *testing.T, src []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func TestWorkbookCells(t *testing.T) {
	f := open(t, compiled(t, meeting).Workbook())
	got := map[string][][]string{}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		got[sheet] = rows
	}
	want := map[string][][]string{
		"Thông tin chung": {
			{"Mục (dấu * là bắt buộc)", "Giá trị", "Giải thích"},
			{"Mẫu văn bản", "thu"},
			{"Ký hiệu *", "=1+1", "chữ viết tắt"},
			{"Số", "08"},
			{"Loại *", "hop", "một trong: hop, le"},
			{"Công khai", "", "một trong: true, false\nví dụ: true"},
			{"Ngày", "2026-03-05", "cách ghi: 2026-03-05 hoặc 05/03/2026; chưa rõ ngày thì ghi 03/2026"},
			{"Kinh phí", "1250000", "cách ghi: số tiền, như 450.000.000 hoặc 450000000"},
			{"Cơ quan: Tên", "Sở\nNội vụ", "nhiều mục thì mỗi mục một dòng trong ô (Alt+Enter)"},
		},
		"Khách mời": {
			{"Tên *", "Số người", "Vai trò", "Thời gian: Từ"},
			{"An", "3", "Chủ trì", "Q1/2026"},
			{"Bình"},
		},
		"Các ý":           {{"Các ý"}, {"một; hai"}, {"ba"}},
		"Nhóm - Các việc": {{"Tên việc"}, {"Việc"}},
	}
	if diff := cmp.Diff(want, got, cmp.Transformer("trimmed", func(rows []string) string { return strings.TrimRight(strings.Join(rows, "|"), "|") })); diff != "" {
		t.Error(diff)
	}
}

// TestWorkbookKinds looks at what cells are, not at what they show.
func TestWorkbookKinds(t *testing.T) {
	src := compiled(t, meeting).Workbook()
	f := open(t, src)
	const first, guests = "Thông tin chung", "Khách mời"
	for _, test := range []struct {
		sheet, cell string
		number      bool
	}{{first, "B3", false}, {first, "B4", false}, {first, "B7", false}, {first, "B8", true}, {guests, "B2", true}, {guests, "D2", false}} {
		kind, err := f.GetCellType(test.sheet, test.cell)
		if err != nil {
			t.Fatal(err)
		}
		if number := kind != excelize.CellTypeSharedString && kind != excelize.CellTypeInlineString; number != test.number {
			t.Errorf("%s!%s: a number: %v, want %v", test.sheet, test.cell, number, test.number)
		}
		if formula, err := f.GetCellFormula(test.sheet, test.cell); err != nil || formula != "" {
			t.Errorf("%s!%s: formula %q, %v", test.sheet, test.cell, formula, err)
		}
	}
	if s := part(t, src, "xl/worksheets/sheet1.xml"); strings.Contains(s, "<f>") || strings.Contains(s, "<f ") {
		t.Error("a formula in the first sheet")
	}
	for sheet, want := range map[string]string{first: "hop,le", guests: ""} {
		lists, err := f.GetDataValidations(sheet)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(lists) > 0 {
			got = strings.Trim(lists[0].Formula1, `"`)
		}
		if got != want { // of values with a comma Excel can make no list
			t.Errorf("%s: drop-down %q, want %q", sheet, got, want)
		}
	}
	notes, err := f.GetComments(guests)
	if err != nil || len(notes) != 4 {
		t.Fatal(notes, err)
	}
	if said := notes[0].Paragraph[0].Text; said != "bắt buộc\nhọ và tên" {
		t.Errorf("the note of the first heading is %q", said)
	}
	panes, err := f.GetPanes(guests)
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("headings are not frozen: %+v, %v", panes, err)
	}
	if core := part(t, src, "docProps/core.xml"); !strings.Contains(core, born) {
		t.Errorf("no fixed time in %s", core)
	}
}

func part(t *testing.T, src []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// TestSheetNames: long titles and titles taken twice give way to the keys.
func TestSheetNames(t *testing.T) {
	list := `type: array, items: {type: object, properties: {x: {type: string}}}`
	f := compiled(t, `properties:
  a: {title: "Một tên dài quá ba mươi mốt ký tự của Excel", `+list+`}
  b: {title: "Có/không: [thử]", `+list+`}
  c: {title: CÓ KHÔNG THỬ, `+list+`}
  d: {title: Thông tin chung, `+list+`}
`)
	want := []string{"Thông tin văn bản", "a", "Có không thử", "c", "Thông tin chung"}
	if diff := cmp.Diff(want, open(t, f.Workbook()).GetSheetList()); diff != "" {
		t.Error(diff)
	}
}

// calc finds LibreOffice with its part for workbooks, which is a package of its own.
func calc(t *testing.T) string {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err == nil {
		office, err = filepath.EvalSymlinks(office)
	}
	if err == nil {
		_, err = os.Stat(filepath.Join(filepath.Dir(office), "libsclo.so"))
	}
	if err != nil && os.Getenv("CI") == "true" {
		t.Fatal("LibreOffice Calc is not installed: ", err)
	}
	if err != nil {
		t.Skip("LibreOffice Calc is not installed: nobody else has looked at the workbook")
	}
	return office
}

// TestLibreOfficeOpens has LibreOffice read a workbook and give its first sheet back.
func TestLibreOfficeOpens(t *testing.T) {
	office := calc(t)
	dir := t.TempDir()
	in := filepath.Join(dir, "thu.xlsx")
	if err := os.WriteFile(in, compiled(t, meeting).Workbook(), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
		"--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1", "--outdir", dir, in)
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	got, err := os.ReadFile(filepath.Join(dir, "thu.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"Ký hiệu *";"=1+1";"chữ viết tắt"` + "\n", `"Số";"08";`, `"Kinh phí";1,250,000;`, `"Cơ quan: Tên";"Sở` + "\n" + `Nội vụ";`} {
		if !strings.Contains(string(got), want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}
