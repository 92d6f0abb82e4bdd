package cli

import (
	"fmt"
	"strings"

	"vanban/internal/check"
	"vanban/internal/diag"
)

// printFile writes the findings of a file for people, grouped by the part of the document that they are about.
func (o *checkOptions) printFile(r checkedFile, t *checkTools, least diag.Severity) error {
	found := o.wanted(r.findings, least).Sorted()
	if len(found) == 0 {
		if !o.quiet {
			_, err := fmt.Fprintf(o.env.Stdout, "%s: không có gì phải sửa\n", r.name)
			return err
		}
		return nil
	}
	if isData(r.name) {
		return diag.Print(o.env.Stdout, found, t.sources.Line)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", r.name, tally(found))
	groups := make([]diag.List, len(check.Areas()))
	for _, d := range found {
		n := r.areas[d.Pos.Line]
		groups[n] = append(groups[n], d)
	}
	for n, area := range check.Areas() {
		if len(groups[n]) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n  — %s —\n", area)
		for _, d := range groups[n] {
			printFinding(&b, d)
		}
	}
	_, err := fmt.Fprintln(o.env.Stdout, b.String())
	return err
}

func printFinding(b *strings.Builder, d diag.Diagnostic) {
	fmt.Fprintf(b, "  %s: %s [%s]\n", d.Severity, d.Message, d.ID)
	if d.Pos.Place != "" && !strings.Contains(d.Message, d.Pos.Place) {
		fmt.Fprintf(b, "      ở: %s\n", d.Pos.Place)
	}
	for _, n := range d.Notes {
		place := n.Pos.Place
		if place != "" {
			place += ": "
		}
		fmt.Fprintf(b, "      xem: %s%s\n", place, n.Message)
	}
	for _, h := range d.Hints {
		fmt.Fprintf(b, "      cách sửa: %s\n", h)
	}
	if d.Clause != "" {
		fmt.Fprintf(b, "      quy định: %s\n", d.Clause)
	}
}

// tally counts findings: «2 lỗi, 1 cảnh báo».
func tally(l diag.List) string {
	var out []string
	for _, s := range []diag.Severity{diag.Error, diag.Warning, diag.Info} {
		n := 0
		for _, d := range l {
			if d.Severity == s {
				n++
			}
		}
		if n > 0 {
			out = append(out, fmt.Sprintf("%d %s", n, s))
		}
	}
	return strings.Join(out, ", ")
}

// summary closes a run over several files.
func (o *checkOptions) summary(results []checkedFile, least diag.Severity) {
	if len(results) < 2 {
		return
	}
	var clean, faulty, warned, other, unread int
	for _, r := range results {
		found := o.wanted(r.findings, least)
		switch {
		case r.err != nil:
			unread++
		case found.HasErrors():
			faulty++
		case len(found) == 0:
			clean++
		case !isData(r.name) && !r.judged:
			other++
		default:
			warned++
		}
	}
	o.say(o.env, "đã kiểm tra %d tệp: %d không có gì phải sửa, %d có lỗi, %d chỉ có cảnh báo hoặc lưu ý", len(results), clean, faulty, warned)
	if other > 0 {
		o.say(o.env, ", %d không phải văn bản của thể thức này", other)
	}
	if unread > 0 {
		o.say(o.env, ", %d không đọc được", unread)
	}
	o.say(o.env, "\n")
}
