package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/diag/explain"
)

// shell is one that a completion script can be written for.
type shell struct {
	name     string
	generate func(root *cobra.Command, w io.Writer) error
	install  string // how to use the script, in Vietnamese
}

func shells() []shell {
	return []shell{
		{"bash", func(r *cobra.Command, w io.Writer) error { return r.GenBashCompletionV2(w, true) },
			"vanban completion bash > ~/.local/share/bash-completion/completions/vanban"},
		{"zsh", func(r *cobra.Command, w io.Writer) error { return r.GenZshCompletion(w) },
			`vanban completion zsh > "${fpath[1]}/_vanban"`},
		{"fish", func(r *cobra.Command, w io.Writer) error { return r.GenFishCompletion(w, true) },
			"vanban completion fish > ~/.config/fish/completions/vanban.fish"},
		{"powershell", func(r *cobra.Command, w io.Writer) error { return r.GenPowerShellCompletionWithDesc(w) },
			"vanban completion powershell >> $PROFILE"},
	}
}

// newCompletion is `vanban completion SHELL`; cobra's own command has English texts.
func newCompletion(env *Env, root *cobra.Command) *cobra.Command {
	var names, examples []string
	for _, s := range shells() {
		names = append(names, s.name)
		examples = append(examples, "  "+s.install)
	}
	return &cobra.Command{
		Use:       "completion " + strings.Join(names, "|"),
		Short:     "in đoạn lệnh để phím Tab điền tiếp tên lệnh, mẫu và tệp",
		Long:      "In đoạn lệnh cho cửa sổ lệnh đang dùng. Cài xong, mở lại cửa sổ lệnh rồi gõ vanban và nhấn phím Tab.",
		Example:   strings.Join(examples, "\n"),
		Hidden:    true,
		Args:      needArgs(1, 1, "tên cửa sổ lệnh: "+strings.Join(names, ", ")),
		ValidArgs: names,
		RunE: func(_ *cobra.Command, args []string) error {
			i := slices.IndexFunc(shells(), func(s shell) bool { return s.name == args[0] })
			if i < 0 {
				return usageError{fmt.Sprintf("không có cửa sổ lệnh «%s»", args[0]), "chọn một trong: " + strings.Join(names, ", ")}
			}
			return shells()[i].generate(root, env.Stdout)
		},
	}
}

// completions tells every command what its arguments and flags may be.
func completions(root *cobra.Command) {
	files := cobra.FixedCompletions([]string{"yaml", "yml", "json", "xlsx", "csv"}, cobra.ShellCompDirectiveFilterFileExt)
	arguments := map[string]cobra.CompletionFunc{"render": files, "batch": cobra.FixedCompletions([]string{"xlsx", "csv", "jsonl", "yaml", "yml", "json"}, cobra.ShellCompDirectiveFilterFileExt), "dump": files, "check": cobra.FixedCompletions([]string{"docx", "yaml", "yml", "json", "xlsx", "csv"}, cobra.ShellCompDirectiveFilterFileExt), "new": first(templateNames), "schema": first(templateNames), "explain": first(findingIDs)}
	flags := map[string]cobra.CompletionFunc{"standard": standardNames, "template": templateNames, "off": findingIDs,
		"templates": cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs), "fonts": cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs)}
	root.ValidArgsFunction = files
	for _, c := range root.Commands() {
		if f, ok := arguments[c.Name()]; ok {
			c.ValidArgsFunction = f
		}
		for _, name := range []string{"standard", "template", "templates", "fonts", "off"} {
			if c.Flags().Lookup(name) == nil {
				continue
			}
			if err := c.RegisterFlagCompletionFunc(name, flags[name]); err != nil {
				panic(err) // registered twice
			}
		}
	}
}

// first completes the first argument only.
func first(f cobra.CompletionFunc) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return f(cmd, args, typed)
	}
}

// chosen gives what the flags typed so far say of templates. What is wrong with them is told when the command
// runs, not while it is typed.
func chosen(cmd *cobra.Command) *renderOptions {
	o := &renderOptions{standard: defaultStandard}
	if f := cmd.Flags().Lookup("standard"); f != nil {
		o.standard = f.Value.String()
	}
	if f := cmd.Flags().Lookup("templates"); f != nil {
		o.templates = f.Value.String()
	}
	return o
}

func templateNames(cmd *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	o := chosen(cmd)
	library, err := o.library(&data.Sources{})
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	standard, _, err := library.Standard(o.standard)
	if err != nil || standard == nil {
		return nil, cobra.ShellCompDirectiveError
	}
	entries, err := library.Templates(standard)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var out []cobra.Completion
	for _, e := range entries {
		if t, _, err := library.Template(standard, e.Name, diag.Pos{}); err == nil && t != nil {
			out = append(out, cobra.CompletionWithDesc(e.Name, t.Head.Name))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

func standardNames(cmd *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	library, err := chosen(cmd).library(&data.Sources{})
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	ids, err := library.Standards()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}

func findingIDs(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	entries, err := explain.All()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var out []cobra.Completion
	for _, e := range entries {
		out = append(out, cobra.CompletionWithDesc(e.ID, e.Title))
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
