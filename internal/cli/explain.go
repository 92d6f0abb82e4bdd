package cli

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"vanban/internal/check"
	"vanban/internal/content"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/diag/explain"
	"vanban/internal/viet"
)

// explainOptions are the flags of explain: the standard whose measures and clauses are told.
type explainOptions struct{ renderOptions }

func newExplain(env *Env) *cobra.Command {
	o := &explainOptions{renderOptions{env: env}}
	cmd := &cobra.Command{
		Use:     "explain MÃ",
		Short:   "giải thích một mã lỗi và cách sửa",
		Example: "  vanban explain DATA-SYNTAX",
		Args:    needArgs(0, 1, "mã lỗi"),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return explainAll(env)
			}
			return o.one(args[0])
		},
	}
	o.libraryFlags(cmd)
	cmd.Flags().Lookup("standard").Usage = "nêu số đo và điều khoản của `thể thức` này; không ghi thì theo " + defaultStandard
	return cmd
}

func explainAll(env *Env) error {
	entries, err := explain.All()
	if err != nil {
		return err
	}
	for _, e := range entries {
		fmt.Fprintf(env.Stdout, "%-22s %s\n", e.ID, e.Title)
	}
	return nil
}

// one explains an id by the standard: its measures, and the clause that the rule rests on where it is one of check.
func (o *explainOptions) one(id string) error {
	entries, err := explain.All()
	if err != nil {
		return err
	}
	sources := &data.Sources{}
	library, err := o.library(sources)
	if err != nil {
		return err
	}
	s, findings, err := library.Standard(o.standard)
	if err != nil {
		return err
	}
	var words *content.Vocabulary
	if s != nil {
		var more diag.List
		if words, more, err = library.Vocabulary(s); err != nil {
			return err
		}
		findings = append(findings, more...)
	}
	if err := o.env.findings(findings, sources.Line); err != nil {
		return err
	}
	var ids []string
	for _, e := range entries {
		if strings.EqualFold(e.ID, id) {
			e = e.With(check.Facts(s))
			fmt.Fprintf(o.env.Stdout, "%s: %s\n\n%s\n\nví dụ viết sai:\n%s\n\ncách sửa: %s\n", e.ID, e.Title,
				strings.TrimSpace(e.Why), indent(e.Example), strings.TrimSpace(e.Cure))
			if clause := cmp.Or(check.Clause(s, e.ID), words.Clauses[e.ID]); clause != "" {
				fmt.Fprintf(o.env.Stdout, "\nquy định: %s\n", clause)
			} else if slices.Contains(check.Rules(), e.ID) {
				fmt.Fprintf(o.env.Stdout, "\n%s không có quy tắc này\n", s.Name)
			}
			return nil
		}
		ids = append(ids, e.ID)
	}
	hint := "xem mọi mã bằng «vanban explain»"
	if near, ok := viet.Nearest(id, ids); ok {
		hint = fmt.Sprintf("có phải là «%s» không", near)
	}
	return usageError{fmt.Sprintf("không có mã «%s»", id), hint}
}

func indent(s string) string {
	return "    " + strings.ReplaceAll(strings.TrimSpace(s), "\n", "\n    ")
}
