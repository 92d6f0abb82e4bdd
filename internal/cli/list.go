package cli

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/merge"
)

func newList(env *Env) *cobra.Command {
	o := &renderOptions{env: env}
	functions := false
	cmd := &cobra.Command{
		Use:   "list",
		Short: "liệt kê các mẫu văn bản, hoặc các hàm dùng trong mẫu",
		Args:  needArgs(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			if functions {
				return listFunctions(env)
			}
			return o.list()
		},
	}
	o.libraryFlags(cmd)
	cmd.Flags().BoolVar(&functions, "ham", false, "liệt kê các hàm, mỗi hàm có ví dụ")
	return cmd
}

func (o *renderOptions) list() error {
	sources := &data.Sources{}
	library, err := o.library(sources)
	if err != nil {
		return err
	}
	standard, findings, err := library.Standard(o.standard)
	if err != nil {
		return err
	}
	if standard == nil {
		return o.env.findings(findings, sources.Line)
	}
	entries, err := library.Templates(standard)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(o.env.Stdout, 0, 0, 2, ' ', 0)
	for _, e := range entries {
		t, more, err := library.Template(standard, e.Name, diag.Pos{})
		if err != nil {
			return err
		}
		findings = append(findings, more...)
		if t == nil {
			continue
		}
		from := "có sẵn"
		if e.Label != "" {
			from = e.Label
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", e.Name, t.Head.Name, t.Head.Description, from)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return o.env.findings(findings, sources.Line)
}

func listFunctions(env *Env) error {
	group := ""
	for _, f := range merge.Functions() {
		if f.Group != group {
			group = f.Group
			fmt.Fprintf(env.Stdout, "\n%s\n", group)
		}
		fmt.Fprintf(env.Stdout, "  %s: %s\n", f.Name, f.Description)
		for _, e := range f.Examples {
			fmt.Fprintf(env.Stdout, "      %s  →  %s\n", e.Template, e.Output)
		}
	}
	return nil
}
