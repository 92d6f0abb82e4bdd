package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/standard"
	"vanban/internal/viet"
)

const defaultStandard = "nd30"

// renderOptions are what the flags of render said.
type renderOptions struct {
	env        *Env
	template   string
	standard   string
	out        string
	templates  string
	officeFile string
	fonts      string
	force      bool
	draft      bool
	silent     bool // does not say what it takes up unasked
}

func newRender(env *Env) *cobra.Command {
	o := &renderOptions{env: env}
	cmd := &cobra.Command{
		Use:   "render TỆP…",
		Short: "in văn bản ra DOCX và PDF từ tệp dữ liệu",
		Long: `In mỗi tệp dữ liệu (YAML, JSON, Excel, CSV) ra một văn bản DOCX và một văn bản PDF, đặt cạnh tệp dữ liệu.
Tệp có danh sách «van_ban» là một hồ sơ: mọi văn bản của hồ sơ đều được in.`,
		Example: `  vanban render ke-hoach.yaml
  vanban render ho-so.yaml -o ket-qua/
  vanban render bien-ban.yaml -o bien-ban.pdf`,
		Args: needArgs(1, -1, "tên tệp dữ liệu"),
		RunE: func(_ *cobra.Command, args []string) error { return o.run(args) },
	}
	f := cmd.Flags()
	f.StringVarP(&o.template, "template", "t", "", "dùng `mẫu` này, thay cho khóa «mau» trong dữ liệu")
	f.StringVarP(&o.out, "output", "o", "", "ghi vào `nơi` này: tệp .docx, tệp .pdf, hoặc thư mục; «-» là đầu ra chuẩn (DOCX)")
	f.BoolVar(&o.force, "force", false, "ghi đè cả tệp đã có người sửa")
	f.BoolVar(&o.draft, "draft", false, "vẫn in khi thiếu dữ liệu, đánh dấu chỗ thiếu; mã thoát là 1")
	o.libraryFlags(cmd)
	o.officeFlag(cmd)
	o.fontFlag(cmd)
	return cmd
}

func (o *renderOptions) officeFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.officeFile, "co-quan", "", "lấy tên cơ quan, người ký, nơi nhận dùng chung trong `tệp` này; không ghi thì dùng co-quan.yaml cạnh tệp dữ liệu, nếu có")
}

func (o *renderOptions) fontFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.fonts, "fonts", "", "lấy chữ trong `thư mục` có bốn tệp Times New Roman (times.ttf, timesbd.ttf, timesi.ttf, timesbi.ttf)")
}

// libraryFlags are the flags of every command that looks for templates.
func (o *renderOptions) libraryFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.standard, "standard", defaultStandard, "trình bày theo `thể thức` này; không ghi thì theo "+defaultStandard)
	cmd.Flags().StringVar(&o.templates, "templates", "", "tìm mẫu trước hết trong `thư mục` riêng của cơ quan")
}

// run renders every file; what one file has wrong does not keep the others from being checked, but
// nothing is written unless all are right.
func (o *renderOptions) run(args []string) error {
	sources := &data.Sources{}
	library, err := o.library(sources)
	if err != nil {
		return err
	}
	fonts, err := o.fontSet()
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
	created, err := o.created()
	if err != nil {
		return err
	}
	builder := &build.Builder{Fonts: fonts, Draft: o.draft, Created: created, Version: Version}
	target, wrong := o.target() // told with what is wrong in the data
	var files []output
	var broken []error // files that cannot be read, and a wrong -o
	for _, name := range args {
		jobs, more, err := o.jobs(name, library, standard, sources)
		findings = append(findings, more...)
		if err != nil {
			broken = append(broken, err)
		}
		if err != nil || more.HasErrors() {
			continue
		}
		for _, job := range jobs {
			docxBytes, pdfBytes, more := builder.Render(job, target.docx, target.pdf)
			findings = append(findings, more...)
			files = append(files, target.files(name, job.Name, docxBytes, pdfBytes)...)
		}
	}
	problems := o.env.findings(findings, sources.Line)
	if wrong == nil {
		wrong = target.fits(files)
	}
	if wrong != nil {
		broken = append(broken, wrong)
	}
	if n := len(broken); n > 0 {
		for _, err := range broken[:n-1] {
			exitCode(o.env, err)
		}
		return broken[n-1]
	}
	if problems != nil && !o.draft {
		return problems
	}
	files = slices.DeleteFunc(files, func(f output) bool { return f.data == nil }) // not even a draft could be made
	if err := o.write(files, target); err != nil {
		return err
	}
	return problems
}

// fits tells whether the documents can go where -o says.
func (t target) fits(files []output) error {
	if t.stdout && len(files) > 1 {
		return usageError{fmt.Sprintf("«-o -» chỉ ghi được một tệp, ở đây có %d", len(files)), "ghi vào một thư mục bằng -o TÊN/"}
	}
	if t.file != "" && len(files) > 1 {
		return usageError{fmt.Sprintf("«-o %s» chỉ ghi được một văn bản, ở đây có %d", t.file, len(files)), "ghi vào một thư mục bằng -o TÊN/"}
	}
	if path, twice := sameTarget(files); twice && !t.stdout {
		return usageError{fmt.Sprintf("hai văn bản cùng in ra tệp «%s»", path), "đặt tên khác nhau ở khóa «ten_tep», hoặc in riêng từng tệp dữ liệu"}
	}
	return nil
}

func (o *renderOptions) write(files []output, t target) error {
	if t.stdout {
		for _, f := range files {
			if _, err := o.env.Stdout.Write(f.data); err != nil {
				return err
			}
		}
		return nil
	}
	done, err := writeAll(files, o.force)
	for _, path := range done {
		fmt.Fprintf(o.env.Stderr, "đã in: %s\n", path)
	}
	var r refusal
	if errors.As(err, &r) {
		fmt.Fprintf(o.env.Stderr, "lỗi: «%s» đã có người sửa sau lần in trước, hoặc không do vanban in ra; tệp được giữ nguyên\n", r.path)
		fmt.Fprintf(o.env.Stderr, "  gợi ý: đổi tên tệp đó, in vào chỗ khác bằng -o, hoặc thêm --force để ghi đè\n")
		return errProblems
	}
	return err
}

// sameTarget finds a file that two documents would be written to: data files of one name in two folders,
// with -o. Names that differ only in capitals are one file on Windows and macOS.
func sameTarget(files []output) (path string, twice bool) {
	seen := map[string]bool{}
	for _, f := range files {
		key := viet.Lower(viet.NFC(filepath.Clean(f.path)))
		if seen[key] {
			return f.path, true
		}
		seen[key] = true
	}
	return "", false
}

// target is where the outputs go.
type target struct {
	docx, pdf bool
	file      string // one file
	dir       string // a folder; empty for the data file's own
	stdout    bool
}

// target reads -o: a file, a folder, standard output, or nothing. Beside an error stands what the documents are made as
// to be checked.
func (o *renderOptions) target() (target, error) {
	both := target{docx: true, pdf: true}
	switch ext := strings.ToLower(filepath.Ext(o.out)); {
	case o.out == "":
		return both, nil
	case o.out == "-":
		return target{docx: true, stdout: true}, nil
	case strings.HasSuffix(o.out, "/") || strings.HasSuffix(o.out, string(filepath.Separator)):
		both.dir = o.out
		return both, nil
	case ext == ".docx":
		return target{docx: true, file: o.out}, nil
	case ext == ".pdf":
		return target{pdf: true, file: o.out}, nil
	}
	if info, err := os.Stat(o.out); err == nil && info.IsDir() {
		both.dir = o.out
		return both, nil
	}
	return both, usageError{fmt.Sprintf("không biết ghi «%s» dưới dạng nào", o.out), "dùng tên tệp .docx hoặc .pdf, hoặc thư mục kết thúc bằng dấu /"}
}

// files gives what a document is written to; what has errors has no content.
func (t target) files(source, name string, docxBytes, pdfBytes []byte) []output {
	var out []output
	add := func(extension string, wanted bool, b []byte) {
		if !wanted {
			return
		}
		path := t.file
		if path == "" {
			dir := t.dir
			if dir == "" && source != "-" {
				dir = filepath.Dir(source)
			}
			path = filepath.Join(dir, name+extension)
		}
		out = append(out, output{path, b})
	}
	add(".docx", t.docx, docxBytes)
	add(".pdf", t.pdf, pdfBytes)
	return out
}

// stem is the name of a data file without folder and extension.
func stem(name string) string {
	if name == "-" {
		return "van-ban"
	}
	base := filepath.Base(name)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// jobs finds the documents of one data file, «-» for standard input (YAML).
func (o *renderOptions) jobs(name string, l *build.Library, s *standard.Standard, sources *data.Sources) ([]build.Job, diag.List, error) {
	var src []byte
	var err error
	var findings diag.List
	file := name
	if name == "-" {
		file = "(đầu vào chuẩn).yaml"
		src, err = io.ReadAll(io.LimitReader(o.env.Stdin, data.MaxFile+1))
	} else {
		if findings, err = o.office(name, l, sources); err != nil {
			return nil, findings, err
		}
		src, err = readFile(name, data.MaxFile)
	}
	if err != nil {
		return nil, findings, fmt.Errorf("đọc tệp dữ liệu: %w", err)
	}
	sources.Add(file, src)
	root, more, err := l.Read(file, src, s, o.template)
	findings = append(findings, more...)
	if err != nil || root == nil || findings.HasErrors() {
		return nil, findings, err
	}
	jobs, more, err := l.Jobs(root, s, stem(name), o.template)
	return jobs, append(findings, more...), err
}

// officeFile is what an office keeps once for all its documents, beside them.
const officeFile = "co-quan.yaml"

// office reads the office file named by --co-quan, or the one beside the data file, and says that it did.
func (o *renderOptions) office(name string, l *build.Library, sources *data.Sources) (diag.List, error) {
	l.Office = nil
	file := o.officeFile
	if file == "" {
		file = filepath.Join(filepath.Dir(name), officeFile)
		if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
	}
	if filepath.Clean(file) == filepath.Clean(name) {
		return nil, usageError{fmt.Sprintf("«%s» là tệp cơ quan, không phải văn bản", name), "chạy lệnh với tệp dữ liệu của một văn bản"}
	}
	src, err := readFile(file, data.MaxFile)
	if err != nil {
		return nil, fmt.Errorf("đọc tệp cơ quan: %w", err)
	}
	sources.Add(file, src)
	root, findings := data.Parse(file, src)
	if root == nil || findings.HasErrors() {
		return findings, nil
	}
	var more diag.List
	l.Office, more, err = l.NewOffice(root)
	if err == nil && !more.HasErrors() && !o.silent {
		fmt.Fprintf(o.env.Stderr, "dùng tệp cơ quan: %s\n", file)
	}
	return append(findings, more...), err
}

// readFile reads a file up to one byte past limit, so that the reader behind it can refuse it by name.
func readFile(name string, limit int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, limit+1))
}
