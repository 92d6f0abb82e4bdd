package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"vanban/internal/skeleton"
)

// newOptions are what the flags of new said, besides those that say where templates are.
type newOptions struct {
	renderOptions
	workbook bool
	many     bool
}

func newNew(env *Env) *cobra.Command {
	o := &newOptions{renderOptions: renderOptions{env: env}}
	cmd := &cobra.Command{
		Use:   "new MẪU",
		Short: "tạo tệp dữ liệu mẫu để điền, có ghi chú từng khóa",
		Long: `In ra một tệp dữ liệu YAML có đủ các khóa của mẫu, kèm ghi chú và ví dụ; tệp in được ngay.
Thêm --xlsx thì ghi một sổ tính Excel có sẵn các cột, danh sách chọn và một ví dụ.
Thêm --nhieu thì sổ tính dùng cho nhiều văn bản, mỗi văn bản một dòng, để in bằng «vanban batch».`,
		Example: `  vanban new MẪU -o du-lieu.yaml
  vanban new MẪU --xlsx
  vanban new MẪU --xlsx --nhieu`,
		Args: needArgs(1, 1, "tên mẫu"),
		RunE: func(_ *cobra.Command, args []string) error { return o.run(args[0]) },
	}
	f := cmd.Flags()
	f.BoolVar(&o.workbook, "xlsx", false, "ghi sổ tính Excel thay cho tệp YAML")
	f.BoolVar(&o.many, "nhieu", false, "ghi sổ tính Excel cho nhiều văn bản, mỗi văn bản một dòng")
	f.StringVarP(&o.out, "output", "o", "", "ghi vào `tệp` này; «-» là đầu ra chuẩn")
	f.BoolVar(&o.force, "force", false, "ghi đè tệp đã có")
	o.libraryFlags(cmd)
	return cmd
}

// run writes the skeleton of the template called name.
func (o *newOptions) run(name string) error {
	if err := o.target(name); err != nil {
		return err
	}
	t, err := o.named(name)
	if err != nil {
		return err
	}
	form := skeleton.Form{Name: name, Title: t.Head.Name, Description: t.Head.Description, Schema: t.Schema}
	switch {
	case o.many:
		return o.writeNew(form.Records())
	case o.workbook:
		return o.writeNew(form.Workbook())
	}
	return o.writeNew(form.YAML())
}

// target settles where to write and in which form: the name of the file tells, too.
func (o *newOptions) target(name string) error {
	o.workbook = o.workbook || o.many
	switch ext := strings.ToLower(filepath.Ext(o.out)); {
	case o.out == "" && o.workbook:
		o.out = name + ".xlsx"
	case o.out == "" || o.out == "-":
	case ext == ".xlsx":
		o.workbook = true
	case o.workbook:
		return usageError{fmt.Sprintf("sổ tính không ghi được vào tệp «%s»", o.out), "dùng tên tệp .xlsx"}
	case ext != ".yaml" && ext != ".yml":
		return usageError{fmt.Sprintf("không biết ghi «%s» dưới dạng nào", o.out), "dùng tên tệp .yaml hoặc .xlsx"}
	}
	return nil
}
