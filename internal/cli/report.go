package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"vanban/internal/report"
)

// reportOptions are the flags of every command whose findings are its output.
type reportOptions struct {
	format string
	quiet  bool
}

func (o *reportOptions) reportFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.format, "format", string(report.Text), "in kết quả dưới `dạng` này: "+formatNames())
	cmd.Flags().BoolVarP(&o.quiet, "quiet", "q", false, "không in gì khi mọi thứ đều đúng")
}

func formatNames() string {
	var names []string
	for _, f := range report.Formats() {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}

// chosen is the form that --format names.
func (o *reportOptions) chosen() (report.Format, error) {
	f, ok := report.Named(o.format)
	if !ok {
		return "", usageError{fmt.Sprintf("không có dạng «%s»", o.format), "chọn một trong: " + formatNames()}
	}
	return f, nil
}

// report writes the findings to standard output and ends the run with exit code 1 where one of them is at least as
// severe as r.Fails.
func (o *reportOptions) report(env *Env, r report.Run) error {
	f, err := o.chosen()
	if err != nil {
		return err
	}
	r.Version = Version
	if err := report.Write(env.Stdout, f, r); err != nil {
		return err
	}
	for _, d := range r.Findings {
		if d.Severity >= r.Fails {
			return errProblems
		}
	}
	return nil
}

// say tells a person how a run went, unless it should be quiet or a program reads its output.
func (o *reportOptions) say(env *Env, format string, args ...any) {
	if !o.quiet && o.format == string(report.Text) {
		fmt.Fprintf(env.Stderr, format, args...)
	}
}
