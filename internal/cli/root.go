package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"vanban/internal/viet"
)

// newRoot builds the command tree. `vanban FILE` means `vanban render FILE`, so that a data file dropped
// onto the program works.
func newRoot(env *Env) *cobra.Command {
	root := &cobra.Command{
		Use:           "vanban",
		Short:         "soạn văn bản hành chính từ dữ liệu, đúng thể thức",
		Version:       Version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
	}
	root.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error { return emptyFlag(cmd) }
	root.AddCommand(
		newRender(env),
		newBatch(env),
		newNew(env),
		newList(env),
		newSchema(env),
		newExplain(env),
		newDump(env),
		newCheck(env),
		newImport(env),
		newDiff(env),
		newGolden(env),
		newVerify(env),
		newCompletion(env, root),
	)
	root.SetOut(env.Stdout)
	root.SetErr(env.Stderr)
	root.SetIn(env.Stdin)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return flagError(err) })
	root.SetVersionTemplate("vanban {{.Version}}\n")
	root.SetHelpCommand(newHelp(root))
	root.InitDefaultHelpCmd()
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { fmt.Fprint(env.Stdout, helpText(cmd)) })
	root.CompletionOptions.DisableDefaultCmd = true // its texts are English
	vietnameseHelp(root)
	completions(root)
	root.InitDefaultVersionFlag()
	root.Flags().Lookup("version").Usage = "in số phiên bản"
	return root
}

// vietnameseHelp replaces cobra's English text of --help, of a command and all below it.
func vietnameseHelp(cmd *cobra.Command) {
	cmd.InitDefaultHelpFlag()
	cmd.Flags().Lookup("help").Usage = "in hướng dẫn này"
	for _, c := range cmd.Commands() {
		vietnameseHelp(c)
	}
}

// expand puts «render» before the name of a data file that stands where a command is expected.
func expand(root *cobra.Command, args []string) ([]string, error) {
	if len(args) == 0 || strings.HasPrefix(args[0], "-") && args[0] != "-" {
		return args, nil
	}
	if args[0] == cobra.ShellCompRequestCmd || args[0] == cobra.ShellCompNoDescRequestCmd {
		return args, nil // a shell asks what may be typed; cobra adds the command when it runs
	}
	if of, _, err := root.Find(args[:1]); err == nil && of != root {
		return args, nil
	}
	if err := knownCommandOrFile(root, args[0]); err != nil {
		return nil, err
	}
	return append([]string{"render"}, args...), nil
}

// knownCommandOrFile tells a misspelt command from a file to be rendered.
func knownCommandOrFile(root *cobra.Command, arg string) error {
	if arg == "" {
		return usageError{"tên tệp để trống", "ghi tên tệp dữ liệu"}
	}
	if arg == "-" || strings.ContainsAny(arg, `./\`) {
		return nil
	}
	if _, err := os.Stat(filepath.Clean(arg)); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return unknownCommand(root, arg)
}

func unknownCommand(root *cobra.Command, arg string) error {
	var names []string
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	hint := "các lệnh: " + strings.Join(names, ", ")
	if near, ok := viet.Nearest(arg, names); ok {
		hint = fmt.Sprintf("có phải là «vanban %s» không", near)
	}
	return usageError{fmt.Sprintf("không có lệnh hay tệp «%s»", arg), hint}
}

// flagError puts what pflag found into Vietnamese.
func flagError(err error) error {
	const hint = "xem các tùy chọn bằng --help"
	var unknown *pflag.NotExistError
	var needs *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		return usageError{fmt.Sprintf("không có tùy chọn «%s»", dashed(unknown.GetSpecifiedName())), hint}
	case errors.As(err, &needs):
		return usageError{fmt.Sprintf("tùy chọn «%s» cần một giá trị đi sau", dashed(needs.GetSpecifiedName())), hint}
	case errors.As(err, &invalid):
		return usageError{fmt.Sprintf("tùy chọn «--%s» không nhận giá trị «%s»", invalid.GetFlag().Name, invalid.GetValue()), hint}
	case errors.As(err, &syntax):
		return usageError{fmt.Sprintf("không hiểu tùy chọn «%s»", syntax.GetSpecifiedFlag()), hint}
	default:
		return usageError{"dùng sai tùy chọn", hint}
	}
}

// emptyFlag refuses an option whose value is empty: in a script that is a variable which was never set.
func emptyFlag(cmd *cobra.Command) (err error) {
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if empty := f.Value.String(); err == nil && (f.Value.Type() == "string" && empty == "" || f.Value.Type() == "stringSlice" && empty == "[]") {
			err = usageError{fmt.Sprintf("giá trị của tùy chọn «--%s» để trống", f.Name), "ghi giá trị, hoặc bỏ tùy chọn đó"}
		}
	})
	return err
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// needArgs refuses a wrong number of arguments.
func needArgs(least, most int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return usageError{"thiếu " + what, "xem cách dùng bằng --help"}
		case most >= 0 && len(args) > most:
			return usageError{fmt.Sprintf("thừa «%s»", args[most]), "xem cách dùng bằng --help"}
		}
		return nil
	}
}
