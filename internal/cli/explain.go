package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"vanban/internal/diag/explain"
	"vanban/internal/viet"
)

func newExplain(env *Env) *cobra.Command {
	return &cobra.Command{
		Use:     "explain MÃ",
		Short:   "giải thích một mã lỗi và cách sửa",
		Example: "  vanban explain DATA-SYNTAX",
		Args:    needArgs(0, 1, "mã lỗi"),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return explainAll(env)
			}
			return explainOne(env, args[0])
		},
	}
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

func explainOne(env *Env, id string) error {
	entries, err := explain.All()
	if err != nil {
		return err
	}
	var ids []string
	for _, e := range entries {
		if strings.EqualFold(e.ID, id) {
			fmt.Fprintf(env.Stdout, "%s: %s\n\n%s\n\nví dụ viết sai:\n%s\n\ncách sửa: %s\n", e.ID, e.Title,
				strings.TrimSpace(e.Why), indent(e.Example), strings.TrimSpace(e.Cure))
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
