package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/typeset"
	"vanban/internal/word"
)

func newDump(env *Env) *cobra.Command {
	o := &renderOptions{env: env}
	stage := ""
	cmd := &cobra.Command{
		Use:   "dump TỆP",
		Short: "in một chặng của việc soạn văn bản, hoặc một tệp Word, dưới dạng chữ",
		Long: `In một chặng của việc soạn văn bản từ tệp dữ liệu dưới dạng chữ. Với tệp Word (.docx, .dotx), in nội dung cùng
định dạng đang có hiệu lực của từng đoạn: cỡ chữ, lề, giãn dòng … dù chúng được đặt ở đâu trong tệp.`,
		Args: needArgs(1, 1, "tên tệp dữ liệu hoặc tệp Word"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if isWord(args[0]) {
				if cmd.Flags().Changed("stage") {
					return usageError{"tệp Word không có chặng", "bỏ tùy chọn --stage"}
				}
				return env.dumpWord(args[0])
			}
			return o.dump(args[0], stage)
		},
	}
	o.libraryFlags(cmd)
	cmd.Flags().StringVar(&stage, "stage", "van-ban", "in `chặng` này: van-ban (sau khi trộn mẫu, mặc định) hoặc trang (sau khi dàn trang)")
	return cmd
}

func (o *renderOptions) dump(name, stage string) error {
	if stage != "van-ban" && stage != "trang" {
		return usageError{fmt.Sprintf("không có chặng «%s»", stage), "chọn van-ban hoặc trang"}
	}
	sources := &data.Sources{}
	library, err := o.library(sources)
	if err != nil {
		return err
	}
	fonts, err := o.fontSet()
	if err != nil {
		return err
	}
	standard, findings, err := library.Standard(o.standard)
	if err != nil || standard == nil {
		return o.ended(err, findings, sources)
	}
	jobs, more, err := o.jobs(name, library, standard, sources)
	findings = append(findings, more...)
	if err != nil || findings.HasErrors() {
		return o.ended(err, findings, sources)
	}
	builder := &build.Builder{Fonts: fonts}
	var out strings.Builder
	for _, j := range jobs {
		st, more := builder.Compose(j)
		findings = append(findings, more...)
		if stage == "van-ban" && st.Text != nil {
			out.WriteString(st.Text.Text)
		}
		if stage == "trang" && st.Sheet != nil && !more.HasErrors() {
			var pages *typeset.Document
			var faults diag.List
			pages, faults = typeset.Typeset(st.Sheet, fonts)
			findings = append(findings, faults...)
			if err := pages.Dump(&out); err != nil {
				return err
			}
		}
	}
	if _, err := fmt.Fprint(o.env.Stdout, out.String()); err != nil {
		return err
	}
	return o.env.findings(findings, sources.Line)
}

// isWord tells a Word file by its name.
func isWord(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".docx", ".dotx", ".docm", ".dotm", ".doc", ".rtf", ".odt":
		return true
	}
	return false
}

// dumpWord prints what is in effect in a Word file.
func (env *Env) dumpWord(name string) error {
	src, err := readFile(name, word.MaxFile)
	if err != nil {
		return err
	}
	d, findings := word.Read(name, src)
	if d != nil {
		if err := d.Dump(env.Stdout); err != nil {
			return err
		}
	}
	return env.findings(findings, nil)
}
