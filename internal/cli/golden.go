package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"

	"github.com/spf13/cobra"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/golden"
	"vanban/internal/report"
	"vanban/internal/zone"
)

// goldenOptions are what the flags of golden said.
type goldenOptions struct {
	renderOptions
	reportOptions
}

func newGolden(env *Env) *cobra.Command {
	o := &goldenOptions{renderOptions: renderOptions{env: env}}
	cmd := &cobra.Command{
		Use:   "golden verify|update THƯ-MỤC",
		Short: "so văn bản in ra với bản đã duyệt, cho kiểm tra tự động",
		Long: `Mỗi tệp dữ liệu trong thư mục là một trường hợp; cạnh nó là bản đã duyệt (các tệp .golden, đọc được bằng mắt).
verify in lại từng trường hợp, nói rõ chỗ khác bản đã duyệt, ghi kết quả mới vào các tệp .moi để xem, và kết thúc
với mã 1 nếu có chỗ khác. update nhận kết quả mới làm bản đã duyệt.`,
		Example: `  vanban golden verify vi-du/
  vanban golden update vi-du/
  vanban golden verify vi-du/ --format junit > ket-qua.xml`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Sprintf("không có lệnh «golden %s»", args[0]), "ghi «vanban golden verify THƯ-MỤC» hoặc «vanban golden update THƯ-MỤC»"}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	verify := &cobra.Command{
		Use:   "verify THƯ-MỤC",
		Short: "in lại và so với bản đã duyệt",
		Args:  needArgs(1, 1, "thư mục có các trường hợp"),
		RunE:  func(_ *cobra.Command, args []string) error { return o.verify(args[0]) },
	}
	update := &cobra.Command{
		Use:   "update THƯ-MỤC",
		Short: "nhận kết quả mới làm bản đã duyệt",
		Args:  needArgs(1, 1, "thư mục có các trường hợp"),
		RunE:  func(_ *cobra.Command, args []string) error { return o.update(args[0]) },
	}
	for _, c := range []*cobra.Command{verify, update} {
		o.libraryFlags(c)
		o.fontFlag(c)
	}
	o.reportFlags(verify)
	cmd.AddCommand(verify, update)
	return cmd
}

// goldenRun is a folder whose cases were all made.
type goldenRun struct {
	dir         string
	root        fs.FS
	results     []golden.Result
	differences [][]golden.Difference // by result
	strays      []string
	lost        map[string][]string // by case
	words       *zone.Words
}

func (o *goldenOptions) make(dir string) (*goldenRun, error) {
	if info, err := os.Stat(dir); err != nil {
		return nil, fmt.Errorf("mở thư mục: %w", err)
	} else if !info.IsDir() {
		return nil, usageError{fmt.Sprintf("«%s» không phải thư mục", dir), "ghi thư mục có tệp dữ liệu và bản đã duyệt: mọi trường hợp trong đó được xét"}
	}
	opened, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("mở thư mục: %w", err)
	}
	layers, err := o.layers()
	if err != nil {
		return nil, err
	}
	fonts, err := o.fontSet()
	if err != nil {
		return nil, err
	}
	run := &goldenRun{dir: dir, root: opened.FS()}
	maker := &golden.Maker{Fonts: fonts, Standard: o.standard, Layers: layers}
	standards, err := maker.Standards()
	if err != nil {
		return nil, err
	}
	cases, err := golden.Cases(run.root, standards)
	if err != nil {
		return nil, err
	}
	if len(cases) == 0 {
		return nil, usageError{fmt.Sprintf("thư mục «%s» không có tệp dữ liệu nào", dir), "đặt các tệp .yaml, .json, .xlsx hoặc .csv vào đó"}
	}
	for _, c := range cases {
		r, err := maker.Make(run.root, c)
		if err != nil {
			return nil, err
		}
		found, err := r.Compare(run.root)
		if err != nil {
			return nil, err
		}
		run.results, run.differences = append(run.results, r), append(run.differences, found)
	}
	if run.strays, run.lost, err = golden.Strays(run.root, run.results); err != nil {
		return nil, err
	}
	sources := &data.Sources{}
	var findings diag.List
	run.words, findings, err = build.NewLibrary(sources, layers...).Words()
	return run, o.ended(err, findings, sources)
}

// path is where a file of the folder lies, as a person is told it.
func (r *goldenRun) path(name string) string { return filepath.Join(r.dir, filepath.FromSlash(name)) }

func (o *goldenOptions) verify(dir string) error {
	if _, err := o.chosen(); err != nil {
		return err
	}
	run, err := o.make(dir)
	if err != nil {
		return err
	}
	var findings diag.List
	review := map[string][]byte{}
	var files []string
	for i, r := range run.results {
		file := run.path(path.Join(r.Folder, r.File))
		files = append(files, file)
		findings = append(findings, r.Findings(file, run.differences[i], run.lost[r.Name], run.words)...)
		for name, content := range golden.Review(r, run.differences[i]) {
			review[name] = content
		}
	}
	for _, name := range run.strays {
		findings.Add(diag.Diagnostic{ID: golden.IDStray, Severity: diag.Error, Pos: diag.Pos{File: run.path(name)},
			Message: "bản đã duyệt không thuộc trường hợp nào", Hints: []string{"khôi phục tệp dữ liệu, hoặc chạy «vanban golden update» để xóa"}})
	}
	if err := run.review(review); err != nil {
		return err
	}
	err = o.report(o.env, report.Run{Findings: findings, Files: files})
	if err == nil {
		o.say(o.env, "%d trường hợp, tất cả như bản đã duyệt\n", len(run.results))
	} else if errors.Is(err, errProblems) && o.format == string(report.Text) {
		fmt.Fprintf(o.env.Stderr, "kết quả mới ở các tệp .moi, cạnh bản đã duyệt; đúng như ý muốn thì nhận bằng «vanban golden update %s»\n", dir)
	}
	return err
}

// review writes what is to be looked at, and takes away what is left of an earlier run.
func (r *goldenRun) review(files map[string][]byte) error {
	if err := r.clear(files); err != nil {
		return err
	}
	var outputs []output
	for name, content := range files {
		outputs = append(outputs, output{r.path(name), content})
	}
	sort.Slice(outputs, func(i, j int) bool { return outputs[i].path < outputs[j].path })
	_, err := writeAll(outputs, true)
	return err
}

// clear takes away what earlier runs wrote to be looked at, but for the files in keep.
func (r *goldenRun) clear(keep map[string][]byte) error {
	old, err := golden.Reviewed(r.root, r.results)
	if err != nil {
		return err
	}
	for _, name := range old {
		if _, kept := keep[name]; kept {
			continue
		}
		if err := os.Remove(r.path(name)); err != nil {
			return fmt.Errorf("xóa tệp cũ: %w", err)
		}
	}
	return nil
}

func (o *goldenOptions) update(dir string) error {
	run, err := o.make(dir)
	if err != nil {
		return err
	}
	var outputs []output
	for i, found := range run.differences {
		if len(run.lost[run.results[i].Name]) > 0 {
			continue
		}
		for _, d := range found {
			outputs = append(outputs, output{run.path(d.Name), []byte(d.Text)})
		}
	}
	done, err := writeAll(outputs, true)
	for _, name := range done {
		fmt.Fprintf(o.env.Stderr, "đã duyệt: %s\n", name)
	}
	if err != nil {
		return err
	}
	for _, name := range run.strays {
		if err := os.Remove(run.path(name)); err != nil {
			return fmt.Errorf("xóa tệp cũ: %w", err)
		}
		fmt.Fprintf(o.env.Stderr, "đã xóa: %s\n", run.path(name))
	}
	if err := run.clear(nil); err != nil {
		return err
	}
	for _, r := range run.results {
		if file := run.path(path.Join(r.Folder, r.File)); r.Errors && len(run.lost[r.Name]) == 0 {
			fmt.Fprintf(o.env.Stderr, "lưu ý: «%s» có lỗi nên không in được; bản duyệt chỉ ghi các lỗi đó\n", file)
		}
	}
	fmt.Fprintf(o.env.Stderr, "%d trường hợp, %d tệp đã duyệt lại\n", len(run.results), len(outputs))
	return run.refused(o.env)
}

// refused tells the cases that were not accepted, since they have errors now and gave documents before.
func (r *goldenRun) refused(env *Env) error {
	var err error
	for _, result := range r.results {
		lost := r.lost[result.Name]
		if len(lost) == 0 {
			continue
		}
		err = errProblems
		var files []string
		for _, name := range lost {
			files = append(files, r.path(name))
		}
		fmt.Fprintf(env.Stderr, "lỗi: «%s» có lỗi nên không in được; bản đã duyệt của nó được giữ nguyên\n", r.path(path.Join(result.Folder, result.File)))
		fmt.Fprintf(env.Stderr, "  gợi ý: sửa các lỗi dưới đây rồi chạy lại; đúng là không in được nữa thì tự xóa: %s\n", strings.Join(files, ", "))
		for line := range strings.Lines(result.Report) {
			fmt.Fprintf(env.Stderr, "    %s", line)
		}
	}
	return err
}
