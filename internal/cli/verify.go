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
	"vanban/internal/diag"
	"vanban/internal/diff"
	"vanban/internal/docx"
	"vanban/internal/pdf"
	"vanban/internal/report"
	"vanban/internal/standard"
	"vanban/internal/word"
)

// verifyOptions are what the flags of verify said.
type verifyOptions struct {
	renderOptions
	reportOptions
	data string

	last *verifySource // many files may be of one workbook
}

// verifySource is data that was read.
type verifySource struct {
	file   string
	jobs   []build.Job
	err    error                // that it cannot be used
	byLock map[string]build.Job // by the hash of the data; of several alike, the first
}

func newVerify(env *Env) *cobra.Command {
	o := &verifyOptions{renderOptions: renderOptions{env: env}}
	cmd := &cobra.Command{
		Use:   "verify TỆP…",
		Short: "đối chiếu văn bản đã in với dữ liệu của nó",
		Long: `Mỗi văn bản vanban in ra mang dấu khóa: mã kiểm tra của dữ liệu, mẫu, thể thức, phông chữ và phiên bản chương trình. Lệnh này
xem tệp có bị sửa sau khi in không, in lại từ dữ liệu rồi so, và nói rõ từ chỗ nào tệp không còn đúng với dữ liệu. Không
ghi --data thì lấy tệp dữ liệu cùng tên đặt cạnh văn bản, nếu có; không có thì chỉ xem tệp còn nguyên như khi in.`,
		Example: `  vanban verify ke-hoach.docx ke-hoach.pdf
  vanban verify da-ky.pdf --data ke-hoach.yaml`,
		Args: needArgs(1, -1, "văn bản cần đối chiếu"),
		RunE: func(_ *cobra.Command, args []string) error { return o.run(args) },
	}
	cmd.Flags().StringVar(&o.data, "data", "", "đối chiếu với `tệp` dữ liệu này")
	cmd.Flags().StringVarP(&o.template, "template", "t", "", "dùng `mẫu` này cho tệp dữ liệu, thay cho khóa «mau»")
	o.libraryFlags(cmd)
	o.officeFlag(cmd)
	o.fontFlag(cmd)
	o.reportFlags(cmd)
	return cmd
}

func (o *verifyOptions) run(args []string) error {
	if _, err := o.chosen(); err != nil {
		return err
	}
	reader, err := o.reader()
	if err != nil {
		return err
	}
	var findings diag.List
	var broken []error
	for _, name := range args {
		found, err := o.file(reader, name)
		if err != nil && !slices.Contains(broken, err) {
			broken = append(broken, err)
		}
		findings = append(findings, found...)
	}
	problems := o.report(o.env, report.Run{Findings: findings, Files: args, Fails: diag.Error})
	if n := len(broken); n > 0 {
		for _, err := range broken[:n-1] {
			exitCode(o.env, err)
		}
		return broken[n-1]
	}
	return problems
}

// printedFile is a document that was printed earlier.
type printedFile struct {
	name   string
	src    []byte // as vanban wrote it, where that is known
	whole  bool   // nobody has changed it since
	signed bool   // something was added behind it
	lock   build.Lock
	locked bool
}

// open reads what a file says of itself.
func open(name string) (printedFile, error) {
	p := printedFile{name: name}
	src, err := readFile(name, maxOwn)
	if err != nil {
		return p, fmt.Errorf("đọc tệp: %w", err)
	}
	p.src = src
	var properties map[string]string
	if isPDF(name) {
		p.whole = pdf.AsWritten(src)
		if original, ok := pdf.Original(src); !p.whole && ok {
			p.src, p.whole, p.signed = original, true, true
		}
		properties, err = pdf.Properties(p.src)
	} else {
		edited, known, failed := docx.Edited(bytes.NewReader(src), int64(len(src)))
		p.whole = failed == nil && known && !edited
		properties, err = docx.Custom(bytes.NewReader(src), int64(len(src)))
	}
	if err == nil { // what cannot be read has no lock, and is told so
		p.lock, p.locked = build.LockOf(properties)
	}
	return p, nil
}

// created is when a file says that it was made: RFC 3339 UTC, or empty.
func (p printedFile) created() string {
	if isPDF(p.name) {
		properties, _ := pdf.Properties(p.src)
		return properties["CreationDate"]
	}
	doc, _ := word.Read(p.name, p.src)
	if doc == nil {
		return ""
	}
	return doc.Properties.Created
}

// printed prints a document as if at a time.
func (r *treeReader) printed(job build.Job, created string) ([]byte, diag.List) {
	b := &build.Builder{Fonts: r.builder.Fonts, Created: created, Version: r.builder.Version}
	file, pages, found := b.Render(job, !r.pages, r.pages)
	if r.pages {
		return pages, found
	}
	return file, found
}

// file checks one document.
func (o *verifyOptions) file(r *treeReader, name string) (diag.List, error) {
	if !isWord(name) && !isPDF(name) {
		return nil, usageError{fmt.Sprintf("«%s» không phải văn bản đã in", name), "ghi tệp .docx hoặc .pdf; dữ liệu ghi ở --data"}
	}
	p, err := open(name)
	if err != nil {
		return nil, err
	}
	source, err := o.source(name)
	if err != nil {
		return nil, err
	}
	var findings diag.List
	tell := func(id string, severity diag.Severity, message string, hints ...string) {
		findings.Add(diag.Diagnostic{ID: id, Severity: severity, Pos: diag.Pos{File: name}, Message: message, Hints: hints})
	}
	const told = "chỗ khác dữ liệu được nêu ở dưới; không nêu chỗ nào thì chữ và trình bày vẫn như in ra"
	// Without data the file's own word is all there is; with it, the comparison is what counts.
	doubt := diag.Error
	if source != "" {
		doubt = diag.Warning
	}
	switch {
	case !p.locked:
		cure := "in lại văn bản từ dữ liệu, hoặc đối chiếu bằng --data"
		if source != "" {
			cure = told
		}
		tell(build.IDLockNone, doubt, "tệp không có dấu khóa của vanban, không biết in từ dữ liệu nào", cure)
	case !p.whole:
		cure := "đối chiếu với dữ liệu bằng --data để biết chỗ thay đổi"
		if source != "" {
			cure = told
		}
		tell(build.IDLockEdited, doubt, "tệp đã thay đổi từ khi vanban in ra", cure)
	case p.signed:
		tell(build.IDLockSigned, diag.Info, "tệp có phần thêm vào sau khi in, như chữ ký số; phần in ra còn nguyên", "kiểm tra chữ ký bằng chương trình ký số")
	}
	if source == "" {
		if findings == nil || p.signed {
			o.say(o.env, "%s: còn nguyên như khi in; chưa đối chiếu với dữ liệu, muốn đối chiếu thì thêm --data\n", name)
		}
		return findings, nil
	}
	more, err := o.against(r, p, source)
	findings = append(findings, more...)
	switch {
	case err != nil || findings.HasErrors():
	case p.locked && p.whole:
		o.say(o.env, "%s: đúng là văn bản do «%s» in ra\n", name, source)
	default:
		o.say(o.env, "%s: không rõ do đâu mà có, nhưng chữ và trình bày như «%s» in ra\n", name, source)
	}
	return findings, err
}

// source is the data that a document is compared with: that of --data, or what lies beside it under the same name.
func (o *verifyOptions) source(name string) (string, error) {
	if o.data != "" {
		return o.data, nil
	}
	for _, extension := range []string{".yaml", ".yml", ".json", ".xlsx", ".csv"} {
		beside := strings.TrimSuffix(name, filepath.Ext(name)) + extension
		_, err := os.Stat(beside)
		if err == nil {
			return beside, nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("tìm tệp dữ liệu: %w", err)
		}
	}
	return "", nil
}

// against prints the document anew and compares.
func (o *verifyOptions) against(r *treeReader, p printedFile, source string) (diag.List, error) {
	r.pages = isPDF(p.name)
	s, findings, err := r.library.Standard(o.standard)
	if err != nil || s == nil {
		return nil, o.ended(err, findings, r.sources)
	}
	job, err := o.job(r, s, p, source)
	if err != nil {
		return nil, err
	}
	file, found := r.printed(job, r.builder.Created)
	if file == nil {
		return nil, o.ended(errProblems, found, r.sources)
	}
	if !bytes.Equal(file, p.src) && p.whole {
		// The time of creation may have been given from outside when it was printed.
		file, _ = r.printed(job, p.created())
	}
	if bytes.Equal(file, p.src) {
		return nil, nil
	}
	old, faults := r.tree(p.name, p.src)
	if old == nil {
		return faults, nil
	}
	now, _ := r.tree(p.name, file)
	// What the data gives is the measure: what the file has more is told as added.
	result := diff.Compare(now, old, diff.Ignore{})
	out := append(faults, result.Findings(p.name)...)
	if p.locked {
		if changed := p.lock.Differs(r.builder.Locked(job)); len(changed) > 0 {
			out.Add(diag.Diagnostic{ID: build.IDLockInput, Severity: diag.Info, Pos: diag.Pos{File: p.name},
				Message: "từ khi in tệp này đã thay đổi: " + strings.Join(changed, ", "), Hints: []string{"in lại văn bản để dấu khóa khớp"}})
		}
	}
	return out, nil
}

// job finds in the data the document that a file was made from: by its lock, or else by its name.
func (o *verifyOptions) job(r *treeReader, s *standard.Standard, p printedFile, source string) (build.Job, error) {
	jobs, err := o.documents(r, s, source)
	if err != nil {
		return build.Job{}, err
	}
	if len(jobs) == 1 {
		return jobs[0], nil
	}
	if j, ok := o.last.locked(r.builder, p.lock); ok && p.locked {
		return j, nil
	}
	var names []string
	for _, j := range jobs {
		if j.Name == stem(p.name) {
			return j, nil
		}
		names = append(names, j.Name)
	}
	return build.Job{}, usageError{fmt.Sprintf("«%s» có %d văn bản, không văn bản nào tên «%s»", source, len(jobs), stem(p.name)),
		"đặt lại tên tệp theo một trong: " + strings.Join(names[:min(len(names), 8)], ", ")}
}

// documents gives the documents of a data file, which is read once for the files that follow one another.
func (o *verifyOptions) documents(r *treeReader, s *standard.Standard, source string) ([]build.Job, error) {
	if o.last == nil || o.last.file != source {
		jobs, findings, err := o.jobs(source, r.library, s, r.sources)
		if err != nil || findings.HasErrors() {
			err = o.ended(err, findings, r.sources)
		}
		o.last = &verifySource{file: source, jobs: jobs, err: err}
	}
	return o.last.jobs, o.last.err
}

// locked gives the document whose data a lock names.
func (v *verifySource) locked(b *build.Builder, lock build.Lock) (build.Job, bool) {
	if v.byLock == nil {
		v.byLock = map[string]build.Job{}
		for _, j := range v.jobs {
			data := b.Locked(j).Data
			if _, twice := v.byLock[data]; !twice {
				v.byLock[data] = j
			}
		}
	}
	j, ok := v.byLock[lock.Data]
	return j, ok
}
