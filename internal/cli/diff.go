package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/diff"
	"vanban/internal/pdf"
	"vanban/internal/report"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// diffOptions are what the flags of diff said.
type diffOptions struct {
	renderOptions
	reportOptions
	ignore []string
	html   string
}

func newDiff(env *Env) *cobra.Command {
	o := &diffOptions{renderOptions: renderOptions{env: env}}
	var names []string
	for _, i := range diff.Ignorable() {
		names = append(names, fmt.Sprintf("%s (%s)", i[0], i[1]))
	}
	cmd := &cobra.Command{
		Use:   "diff TRƯỚC SAU",
		Short: "so hai văn bản, nói rõ chỗ khác theo từng thành phần",
		Long: `So hai văn bản: tệp Word (.docx), tệp PDF do vanban in ra, hoặc tệp dữ liệu (được in ra rồi so). Chỗ khác được gọi
theo thành phần («Điều 3, khoản 2», «nơi nhận»), kèm chữ và số đo. Kết thúc với mã 1 nếu hai văn bản khác nhau, 0 nếu
như nhau.`,
		Example: `  vanban diff ban-1.docx ban-2.docx
  vanban diff ke-hoach.yaml ke-hoach-da-sua.docx --html khac.html
  vanban diff ban-1.docx ban-2.docx --ignore so,ngay --format json`,
		Args: needArgs(2, 2, "hai tệp cần so"),
		RunE: func(_ *cobra.Command, args []string) error { return o.run(args[0], args[1]) },
	}
	f := cmd.Flags()
	f.StringSliceVar(&o.ignore, "ignore", nil, "bỏ qua các `thành-phần` này: "+strings.Join(names, ", "))
	f.StringVar(&o.html, "html", "", "ghi thêm bản so đặt cạnh nhau vào `tệp` HTML này")
	f.StringVarP(&o.template, "template", "t", "", "dùng `mẫu` này cho tệp dữ liệu, thay cho khóa «mau»")
	o.libraryFlags(cmd)
	o.officeFlag(cmd)
	o.fontFlag(cmd)
	o.reportFlags(cmd)
	return cmd
}

func (o *diffOptions) run(before, after string) error {
	format, err := o.chosen()
	if err != nil {
		return err
	}
	ignore, err := diff.NewIgnore(o.ignore)
	if err != nil {
		return usageError{err.Error(), "chọn trong: " + strings.Join(ignorable(), ", ")}
	}
	reader, err := o.reader()
	if err != nil {
		return err
	}
	if reader.pages = isPDF(before) || isPDF(after); reader.pages && (isWord(before) || isWord(after)) {
		return usageError{"không so được tệp Word với tệp PDF", "so hai tệp cùng loại, hoặc so từng tệp với tệp dữ liệu"}
	}
	olds, err := reader.documents(before)
	if err != nil {
		return err
	}
	news, err := reader.documents(after)
	if err != nil {
		return err
	}
	results, err := compareAll(olds, news, ignore)
	if err != nil {
		return err
	}
	if o.html != "" {
		if err := o.writeHTML(results); err != nil {
			return err
		}
	}
	return o.tell(format, results)
}

func ignorable() []string {
	var names []string
	for _, i := range diff.Ignorable() {
		names = append(names, i[0])
	}
	return names
}

// compared is a document that is to be compared.
type compared struct {
	file string // as it is called
	name string // of a dossier's document; empty for a file that holds one
	tree *diff.Node
}

func (c compared) label() string {
	if c.name == "" {
		return c.file
	}
	return c.file + " (" + c.name + ")"
}

// compareAll compares the documents of two files: one with one, or those of dossiers by their names.
func compareAll(olds, news []compared, ignore diff.Ignore) ([]*diff.Result, error) {
	var out []*diff.Result
	add := func(a, b compared) {
		r := diff.Compare(a.tree, b.tree, ignore)
		r.OldName, r.NewName = a.label(), b.label()
		out = append(out, r)
	}
	if len(olds) == 1 && len(news) == 1 {
		add(olds[0], news[0])
		return out, nil
	}
	byName := func(list []compared, name string) int {
		return slices.IndexFunc(list, func(c compared) bool { return c.name == name })
	}
	for _, b := range news {
		if i := byName(olds, b.name); i >= 0 {
			add(olds[i], b)
		} else {
			return nil, usageError{fmt.Sprintf("«%s» không có văn bản «%s»", olds[0].file, b.name), "so hai hồ sơ có cùng các văn bản, hoặc in ra rồi so từng tệp .docx"}
		}
	}
	for _, a := range olds {
		if byName(news, a.name) < 0 {
			return nil, usageError{fmt.Sprintf("«%s» không có văn bản «%s»", news[0].file, a.name), "so hai hồ sơ có cùng các văn bản, hoặc in ra rồi so từng tệp .docx"}
		}
	}
	return out, nil
}

// treeReader reads files of every kind as trees to compare.
type treeReader struct {
	o       *renderOptions
	sources *data.Sources
	library *build.Library
	words   *zone.Words
	builder *build.Builder
	pages   bool // compare pages of PDFs, not Word files
}

func isPDF(name string) bool { return strings.EqualFold(filepath.Ext(name), ".pdf") }

func (o *renderOptions) reader() (*treeReader, error) {
	r := &treeReader{o: o, sources: &data.Sources{}}
	var err error
	if r.library, err = o.library(r.sources); err != nil {
		return nil, err
	}
	fonts, err := o.fontSet()
	if err != nil {
		return nil, err
	}
	created, err := o.created()
	if err != nil {
		return nil, err
	}
	r.builder = &build.Builder{Fonts: fonts, Created: created, Version: Version}
	var findings diag.List
	r.words, findings, err = r.library.Words()
	if err != nil || findings.HasErrors() {
		return nil, o.ended(err, findings, r.sources)
	}
	return r, nil
}

// documents reads a file. What is wrong with it is printed, and ends the run.
func (r *treeReader) documents(name string) ([]compared, error) {
	if isWord(name) || isPDF(name) {
		src, err := readFile(name, maxOwn)
		if err != nil {
			return nil, fmt.Errorf("đọc tệp: %w", err)
		}
		tree, findings := r.tree(name, src)
		if err := r.o.env.findings(findings, nil); err != nil {
			return nil, err
		}
		return []compared{{file: name, tree: tree}}, nil
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml", ".json", ".xlsx", ".csv":
		return r.rendered(name)
	}
	if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("đọc tệp: %w", err)
	}
	return nil, usageError{fmt.Sprintf("không so được tệp «%s»", name), "so tệp .docx, tệp .pdf do vanban in ra, hoặc tệp dữ liệu .yaml, .json, .xlsx, .csv"}
}

// tree reads a document by what its file holds.
func (r *treeReader) tree(name string, src []byte) (*diff.Node, diag.List) {
	if bytes.HasPrefix(src, []byte("%PDF-")) && r.pages {
		d, err := pdf.Read(src)
		if err != nil {
			return nil, diag.List{{ID: diff.IDForeign, Severity: diag.Error, Pos: diag.Pos{File: name}, Message: err.Error(),
				Hints: []string{"so tệp Word của văn bản, hoặc in lại PDF từ dữ liệu"}}}
		}
		return diff.OfPages(d, r.words), nil
	}
	d, findings := word.Read(name, src)
	if d == nil {
		return nil, findings
	}
	return diff.OfWord(d, src, r.words), findings
}

// rendered makes the documents of a data file.
func (r *treeReader) rendered(name string) ([]compared, error) {
	standard, findings, err := r.library.Standard(r.o.standard)
	if err != nil || standard == nil {
		return nil, r.o.ended(err, findings, r.sources)
	}
	jobs, more, err := r.o.jobs(name, r.library, standard, r.sources)
	findings = append(findings, more...)
	var out []compared
	if err == nil && !more.HasErrors() {
		for _, j := range jobs {
			file, pages, more := r.builder.Render(j, !r.pages, r.pages)
			findings = append(findings, more...)
			if r.pages {
				file = pages
			}
			if file == nil {
				continue
			}
			tree, found := r.tree(name, file)
			if tree == nil {
				panic(fmt.Sprintf("cli: our own file cannot be read: %v", found))
			}
			c := compared{file: name, tree: tree}
			if len(jobs) > 1 {
				c.name = j.Name
			}
			out = append(out, c)
		}
	}
	return out, r.o.ended(err, findings, r.sources)
}

// tell writes what differs to standard output.
func (o *diffOptions) tell(format report.Format, results []*diff.Result) error {
	equal := true
	for _, r := range results {
		equal = equal && r.Equal()
	}
	switch format {
	case report.Text:
		for _, r := range results {
			if len(results) > 1 && !r.Equal() {
				fmt.Fprintf(o.env.Stdout, "%s:\n", r.NewName)
			}
			fmt.Fprint(o.env.Stdout, r.Text())
		}
		if equal {
			o.say(o.env, "hai văn bản như nhau\n")
		}
	case report.JSON:
		for _, r := range results {
			out, err := r.JSON(Version)
			if err != nil {
				return err
			}
			if _, err := o.env.Stdout.Write(out); err != nil {
				return err
			}
		}
	default:
		run := report.Run{}
		for _, r := range results {
			run.Files = append(run.Files, r.NewName)
			run.Findings = append(run.Findings, r.Findings(r.NewName)...)
		}
		return o.report(o.env, run)
	}
	if !equal {
		return errProblems
	}
	return nil
}

func (o *diffOptions) writeHTML(results []*diff.Result) error {
	if len(results) != 1 {
		return usageError{fmt.Sprintf("--html chỉ ghi được một văn bản, ở đây có %d", len(results)), "in ra rồi so từng tệp .docx"}
	}
	if err := refuseSpecial(o.html); err != nil {
		return err
	}
	if !o.force {
		if old, err := readFile(o.html, maxOwn); err == nil && len(old) > 0 && !diff.IsHTML(old) {
			return usageError{fmt.Sprintf("«%s» không phải bản so do vanban ghi nên không ghi đè", o.html), "chọn tên khác cho --html"}
		}
	}
	_, err := writeAll([]output{{o.html, results[0].HTML()}}, true)
	return err
}
