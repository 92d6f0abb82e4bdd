package cli

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/importer"
	"vanban/internal/word"
)

// importOptions are what the flags of import said.
type importOptions struct {
	renderOptions
	encoding string
	chosen   bool // the standard was named: the header of the document does not choose it
}

func newImport(env *Env) *cobra.Command {
	o := &importOptions{renderOptions: renderOptions{env: env}}
	cmd := &cobra.Command{
		Use:   "import TỆP",
		Short: "đọc văn bản có sẵn (tệp chữ hoặc Word) thành tệp dữ liệu",
		Long: `Đọc một văn bản có sẵn thành tệp dữ liệu mà «vanban render» in lại được, đủ từng chữ.
Chỗ nào chưa chắc (dòng được nối, dòng của trang tin, số nhảy cách, lỗi quét) đều được nêu ra kèm số dòng; không tự sửa.`,
		Example: `  vanban import ke-hoach-cu.txt -o ke-hoach.yaml
  vanban import quyet-dinh.docx -o quyet-dinh.yaml`,
		Args: needArgs(1, 1, "tên tệp văn bản"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.chosen = cmd.Flags().Changed("standard")
			return o.run(args[0])
		},
	}
	f := cmd.Flags()
	f.StringVarP(&o.template, "template", "t", "", "dùng `mẫu` này, không tự chọn theo tên loại")
	f.StringVarP(&o.out, "output", "o", "", "ghi dữ liệu vào `tệp` này; không ghi thì in ra màn hình")
	f.BoolVar(&o.force, "force", false, "ghi đè tệp đã có")
	f.StringVar(&o.encoding, "encoding", "", "`bảng mã` của tệp chữ: utf-8, tcvn3, vni, windows-1258; không ghi thì tự nhận")
	o.libraryFlags(cmd)
	f.Lookup("standard").Usage = "đọc theo `thể thức` này; không ghi thì theo phần đầu của văn bản, không rõ thì theo " + defaultStandard
	return cmd
}

// run imports one file. What is doubtful is told and does not keep the data from being written; it is the
// reader's to judge. What the template demands and the source lacks makes the exit code 1.
func (o *importOptions) run(name string) error {
	sources := &data.Sources{}
	library, err := o.library(sources)
	if err != nil {
		return err
	}
	fonts, err := o.fontSet()
	if err != nil {
		return err
	}
	src, err := o.source(name)
	if err != nil {
		return err
	}
	in, findings := o.read(name, src, sources)
	if findings.HasErrors() {
		return o.env.findings(findings, sources.Line)
	}
	documents, more, err := (&build.Builder{Fonts: fonts}).Import(library, in)
	findings = append(findings, more...)
	if err != nil {
		return o.ended(err, findings, sources)
	}
	problems := o.env.findings(findings, sources.Line)
	if len(documents) == 0 {
		return problems
	}
	if err := o.writeNew(importer.YAML(documents)); err != nil {
		return err
	}
	return problems
}

// source reads a file: of a text as much as may be imported, of a Word file, which may hold pictures, as much as may be
// read; and one byte more, by which what is too long is known.
func (o *importOptions) source(name string) ([]byte, error) {
	in := o.env.Stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("đọc văn bản: %w", err)
		}
		defer f.Close()
		in = f
	}
	src, err := io.ReadAll(io.LimitReader(in, importer.MaxText+1))
	if err == nil && len(src) > importer.MaxText && wordBytes(name, src) {
		var rest []byte
		rest, err = io.ReadAll(io.LimitReader(in, word.MaxFile-importer.MaxText))
		src = append(src, rest...)
	}
	if err != nil {
		return nil, fmt.Errorf("đọc văn bản: %w", err)
	}
	return src, nil
}

// read makes lines of a file.
func (o *importOptions) read(name string, src []byte, sources *data.Sources) (build.Imported, diag.List) {
	in := build.Imported{Fallback: o.standard, Template: o.template}
	if o.chosen {
		in.Standard = o.standard
	}
	if wordBytes(name, src) {
		d, findings := word.Read(name, src)
		in.Word = d
		return in, findings
	}
	text, findings := importer.Text(name, src, o.encoding)
	if findings.HasErrors() {
		return in, findings
	}
	sources.Add(name, []byte(text))
	lines, more := importer.Lines(name, text)
	in.Lines = lines
	return in, append(findings, more...)
}

// wordBytes tells a Word file by its name or, whatever that says, by its first bytes.
func wordBytes(name string, src []byte) bool {
	return isWord(name) || bytes.HasPrefix(src, []byte("PK\x03\x04")) || bytes.HasPrefix(src, []byte("\xD0\xCF\x11\xE0"))
}
