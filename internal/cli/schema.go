package cli

import (
	"github.com/spf13/cobra"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/tmpl"
)

func newSchema(env *Env) *cobra.Command {
	o := &renderOptions{env: env}
	cmd := &cobra.Command{
		Use:     "schema MẪU",
		Short:   "in JSON Schema của dữ liệu một mẫu, để trình soạn thảo gợi ý khi gõ",
		Example: "  vanban schema MẪU -o MẪU.schema.json",
		Args:    needArgs(1, 1, "tên mẫu"),
		RunE:    func(_ *cobra.Command, args []string) error { return o.schema(args[0]) },
	}
	cmd.Flags().StringVarP(&o.out, "output", "o", "", "ghi vào `tệp` này, thay vì đầu ra chuẩn")
	cmd.Flags().BoolVar(&o.force, "force", false, "ghi đè tệp đã có")
	o.libraryFlags(cmd)
	return cmd
}

func (o *renderOptions) schema(name string) error {
	t, err := o.named(name)
	if err != nil {
		return err
	}
	schema := append(t.Schema.JSON(), '\n')
	if o.out == "" || o.out == "-" {
		_, err = o.env.Stdout.Write(schema)
		return err
	}
	return o.write([]output{{o.out, schema}}, target{file: o.out})
}

// named finds a template by its name and tells all that is wrong with it or with its standard; warnings too.
func (o *renderOptions) named(name string) (*tmpl.Template, error) {
	sources := &data.Sources{}
	library, err := o.library(sources)
	if err != nil {
		return nil, err
	}
	standard, findings, err := library.Standard(o.standard)
	if err != nil || standard == nil {
		return nil, o.ended(err, findings, sources)
	}
	t, more, err := library.Template(standard, name, diag.Pos{})
	return t, o.ended(err, append(findings, more...), sources)
}

// ended prints the findings, also where the surroundings ended the run: both are told.
func (o *renderOptions) ended(err error, findings diag.List, sources *data.Sources) error {
	problems := o.env.findings(findings, sources.Line)
	if err != nil {
		return err
	}
	return problems
}
