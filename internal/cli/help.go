package cli

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// newHelp is `vanban help LỆNH`.
func newHelp(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:    "help [LỆNH]",
		Short:  "in hướng dẫn của một lệnh",
		Hidden: true,
		Args:   needArgs(0, 1, ""),
		RunE: func(_ *cobra.Command, args []string) error {
			of, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(root, args[0])
			}
			return of.Help()
		},
	}
}

// helpText is what --help prints. Cobra's own text is English, and counts bytes where it aligns columns.
func helpText(cmd *cobra.Command) string {
	var b strings.Builder
	about := cmd.Long
	if about == "" {
		about = cmd.Short
	}
	fmt.Fprintf(&b, "%s\n\nCách dùng:\n", about)
	var rows [][2]string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			rows = append(rows, [2]string{c.Name(), c.Short})
		}
	}
	switch {
	case len(rows) > 0 && cmd.HasParent():
		b.WriteString("  " + strings.TrimSuffix(cmd.CommandPath(), cmd.Name()) + cmd.Use + " [tùy chọn]\n\nCác lệnh:\n" + columns(rows))
	case len(rows) > 0:
		b.WriteString(columns([][2]string{
			{cmd.CommandPath() + " TỆP…", "in văn bản, như " + cmd.CommandPath() + " render TỆP…"},
			{cmd.CommandPath() + " LỆNH …", "một trong các lệnh dưới đây"},
		}))
		b.WriteString("\nCác lệnh:\n" + columns(rows))
	default:
		b.WriteString("  " + strings.TrimSuffix(cmd.CommandPath(), cmd.Name()) + cmd.Use + " [tùy chọn]\n")
	}
	if cmd.Example != "" {
		b.WriteString("\nVí dụ:\n" + cmd.Example + "\n")
	}
	rows = nil
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		value, text := pflag.UnquoteUsage(f)
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		rows = append(rows, [2]string{strings.TrimRight(name+" "+value, " "), text})
	})
	return b.String() + "\nTùy chọn:\n" + columns(rows)
}

// columns sets pairs in two columns.
func columns(rows [][2]string) string {
	wide := 0
	for _, r := range rows {
		wide = max(wide, utf8.RuneCountInString(r[0]))
	}
	var b strings.Builder
	for _, r := range rows {
		fmt.Fprintf(&b, "  %s%s   %s\n", r[0], strings.Repeat(" ", wide-utf8.RuneCountInString(r[0])), r[1])
	}
	return b.String()
}
