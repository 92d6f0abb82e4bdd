package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"vanban/internal/batch"
	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/report"
	"vanban/internal/standard"
)

// batchOptions are what the flags of batch said, besides those that it shares with render and reports.
type batchOptions struct {
	renderOptions
	reportOptions
	name      string
	docx, pdf bool
	workers   int
	shard     string
	merge     string
	collect   bool

	library  *build.Library
	standard *standard.Standard
	sources  *data.Sources
	line     func(string, int) (string, bool) // of data, for messages
	end      func()                           // lets go of the input
	changed  func() bool                      // tells input that was written to since it was opened; nil for one read whole
}

func newBatch(env *Env) *cobra.Command {
	o := &batchOptions{renderOptions: renderOptions{env: env}}
	cmd := &cobra.Command{
		Use:   "batch DỮ-LIỆU… -o THƯ-MỤC",
		Short: "in hàng loạt: mỗi dòng của sổ tính, mỗi tệp hoặc mỗi dòng JSON một văn bản",
		Long: `In mỗi bản ghi ra một văn bản. DỮ-LIỆU là một sổ tính Excel hoặc tệp CSV (mỗi dòng một văn bản), một tệp .jsonl
(mỗi dòng một văn bản JSON; «-» là đầu vào chuẩn), một thư mục, hoặc nhiều tệp dữ liệu.
Bản ghi có lỗi được nêu rõ trang tính và ô, không cản các bản ghi khác; khi đó mã thoát là 1.
Đang in mà bị ngắt thì chạy lại đúng lệnh đó: văn bản đã in không in lại, chỉ in phần còn thiếu và phần dữ liệu đã
đổi. Tệp đã có người sửa được giữ nguyên. Tệp theo dõi là vanban-batch.jsonl trong thư mục in ra.`,
		Example: `  vanban new MẪU --xlsx --nhieu -o so.xlsx
  vanban batch so.xlsx -o ket-qua/
  vanban batch so.xlsx -o ket-qua/ --pdf --name "{{ .so }}-{{ .ky_hieu }}"
  vanban batch so.xlsx -o ket-qua/ --merge ket-qua/tat-ca.pdf`,
		Args: needArgs(1, -1, "tên tệp dữ liệu"),
		RunE: func(_ *cobra.Command, args []string) error { return o.run(args) },
	}
	f := cmd.Flags()
	f.StringVarP(&o.template, "template", "t", "", "dùng `mẫu` này, thay cho khóa «mau» trong dữ liệu")
	f.StringVarP(&o.out, "output", "o", "", "ghi vào `thư mục` này")
	f.StringVar(&o.name, "name", "", "đặt tên tệp theo `mẫu tên` này, ví dụ \"{{ .so }}-{{ .ky_hieu }}\"; không ghi thì theo khóa «ten_tep»")
	f.BoolVar(&o.docx, "docx", false, "chỉ in DOCX")
	f.BoolVar(&o.pdf, "pdf", false, "chỉ in PDF")
	f.IntVarP(&o.workers, "jobs", "j", perCore*runtime.GOMAXPROCS(0), "in cùng lúc `số` văn bản; không ghi thì hai văn bản mỗi nhân của máy")
	f.BoolVar(&o.force, "force", false, "ghi đè cả tệp đã có người sửa")
	f.StringVar(&o.shard, "shard", "", "chỉ in `phần` k/n của công việc, ví dụ 2/5; mỗi phần một thư mục")
	f.BoolVar(&o.collect, "collect", false, "kiểm tra các thư mục của mọi phần có đủ văn bản không; thêm -o thì gom vào một thư mục")
	f.StringVar(&o.merge, "merge", "", "đóng thêm mọi văn bản thành một `tệp` .pdf hoặc .docx để in, mỗi văn bản đánh số trang riêng")
	o.libraryFlags(cmd)
	o.officeFlag(cmd)
	o.fontFlag(cmd)
	o.reportFlags(cmd)
	return cmd
}

// perCore is how many workers a core has: while one waits for the disk another works.
const perCore = 2

// collectAt is how much the heap grows, in hundredths, before it is collected: a workbook is kept packed, without
// pointers, so that collecting more often costs little and a large one stays small.
const collectAt = 40

func (o *batchOptions) run(args []string) error {
	defer debug.SetGCPercent(debug.SetGCPercent(collectAt))
	if err := o.checkMerge(); err != nil {
		return err
	}
	if o.collect {
		return o.runCollect(args)
	}
	b, err := o.batch()
	if err != nil {
		return err
	}
	o.sources = &data.Sources{}
	if o.library, err = o.renderOptions.library(o.sources); err != nil {
		return err
	}
	if b.Fonts, err = o.fontSet(); err != nil {
		return err
	}
	var findings diag.List
	if o.standard, findings, err = o.library.Standard(o.renderOptions.standard); err != nil {
		return err
	}
	if o.standard == nil {
		return o.told(args, findings)
	}
	defer func() {
		if o.end != nil {
			o.end()
		}
	}()
	reader := &batch.Reader{Library: o.library, Standard: o.standard, Template: o.template, Stem: stem(args[0])}
	input, more, err := o.input(args, reader)
	if findings = append(findings, more...); err != nil {
		return o.endedBatch(args, err, findings)
	}
	if findings.HasErrors() {
		return o.lookedOver(b, input, true, args, findings)
	}
	b.Input = input
	if o.name != "" {
		b.Namer = &batch.Namer{Reader: reader, Pattern: o.name, Where: "--name"}
		o.sources.Add("--name", []byte(o.name))
	}
	return o.make(b, args, findings)
}

// batch gives the run as far as the flags tell it.
func (o *batchOptions) batch() (*batch.Batch, error) {
	created, err := o.created()
	if err != nil {
		return nil, err
	}
	b := &batch.Batch{Created: created, Version: Version, DOCX: o.docx || !o.pdf, PDF: o.pdf || !o.docx, Force: o.force, Workers: o.workers}
	if _, err := o.chosen(); err != nil {
		return nil, err
	}
	if o.out == "" {
		return nil, usageError{"chưa cho biết in vào thư mục nào", "thêm -o TÊN-THƯ-MỤC"}
	}
	if o.workers < 1 || o.workers > 256 {
		return nil, usageError{fmt.Sprintf("không in cùng lúc %d văn bản được", o.workers), "dùng một số từ 1 đến 256 sau -j"}
	}
	if strings.ContainsAny(regexp.MustCompile(`\{\{.*?\}\}`).ReplaceAllString(o.name, ""), `<>:"/\|?*`) {
		return nil, usageError{fmt.Sprintf("mẫu tên «%s» có dấu mà tên tệp không dùng được", o.name), `bỏ các dấu < > : " / \ | ? * khỏi mẫu tên; mọi tệp nằm ngay trong thư mục -o`}
	}
	b.Shard, err = shardOf(o.shard)
	return b, err
}

// shardOf reads k/n.
func shardOf(text string) (batch.Shard, error) {
	shard, ok := batch.ParseShard(text)
	if !ok {
		return batch.Shard{}, usageError{fmt.Sprintf("không hiểu phần «%s»", text), "ghi dạng k/n, ví dụ 2/5 là phần thứ hai trong năm phần"}
	}
	return shard, nil
}

// make plans, opens the folder and runs.
func (o *batchOptions) make(b *batch.Batch, args []string, findings diag.List) error {
	plan, err := b.Plan()
	if err != nil {
		return o.endedBatch(args, err, findings)
	}
	if findings = append(findings, plan.Findings...); findings.HasErrors() {
		return o.lookedOver(b, b.Input, false, args, findings)
	}
	folder, err := openFolder(o.out)
	if err != nil {
		return o.endedBatch(args, err, findings)
	}
	defer folder.Close()
	if name := filepath.Base(o.merge); o.merge != "" && plan.Has(strings.TrimSuffix(name, filepath.Ext(name))) && sameFolder(filepath.Dir(o.merge), o.out) {
		return o.endedBatch(args, usageError{fmt.Sprintf("tập chung «%s» trùng tên với một văn bản", o.merge), "đặt tên khác sau --merge"}, findings)
	}
	b.Folder, b.Journal = folder, folder.journal
	if o.env.wrapFolder != nil {
		b.Folder = o.env.wrapFolder(folder)
	}
	progress := newProgress(o.env, plan.Documents(), o.quiet || o.format != string(report.Text))
	b.Progress = progress.update
	sum, more, err := b.Run(plan)
	progress.clear()
	findings = append(findings, more...)
	if sum == (batch.Summary{}) && err == nil && findings.HasErrors() { // the folder cannot be used
		return o.told(args, findings)
	}
	if err != nil {
		o.say(o.env, "đã in xong %d trong %d văn bản trước khi dừng; chạy lại lệnh để in tiếp\n", sum.Made+sum.Same, sum.Total)
		return o.endedBatch(args, err, findings)
	}
	if o.merge != "" {
		edited := slices.ContainsFunc(findings, func(d diag.Diagnostic) bool { return d.ID == batch.IDEdited })
		more, err := o.bind(b, plan, sum)
		if findings = append(findings, more...); err != nil {
			return o.endedBatch(args, err, findings)
		}
		if edited && !more.HasErrors() {
			findings.Add(diag.Diagnostic{ID: batch.IDBind, Severity: diag.Warning, Pos: diag.Pos{File: o.merge}, Message: "tập chung in theo dữ liệu, không có những chỗ đã sửa tay trong các tệp nêu trên",
				Hints: []string{"đưa chỗ sửa vào dữ liệu rồi chạy lại với --force, hoặc in riêng các tệp đó"}})
		}
	}
	if o.changed != nil && o.changed() {
		return o.endedBatch(args, batch.ErrChanged, findings)
	}
	problems := o.told(args, findings)
	o.say(o.env, "%s\n", summary(sum, o.out))
	return problems
}

// lookedOver tells why a run does not begin, and with it what else is wrong with the records; input is nil where it cannot
// be read.
func (o *batchOptions) lookedOver(b *batch.Batch, input batch.Input, lost bool, args []string, findings diag.List) error {
	if input == nil {
		return o.told(args, findings)
	}
	b.Input = input
	more, err := b.Look(lost)
	if findings = append(findings, more...); err != nil {
		return o.endedBatch(args, err, findings)
	}
	problems := o.told(args, findings)
	o.say(o.env, "chưa in văn bản nào\n")
	return problems
}

// summary says in one line what a run did.
func summary(s batch.Summary, out string) string {
	parts := []string{fmt.Sprintf("%d in mới", s.Made)}
	for _, p := range []struct {
		n    int
		what string
	}{{s.Same, "đã in từ trước"}, {s.Failed, "có lỗi, không in"}, {s.Kept, "giữ nguyên vì đã có người sửa"}, {s.Gone, "không còn trong dữ liệu"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	return fmt.Sprintf("%d văn bản: %s; thư mục: %s", s.Total, strings.Join(parts, ", "), out)
}

// told prints what was found: for a person to standard error as every command does, for programs as --format says.
func (o *batchOptions) told(args []string, findings diag.List) error {
	if o.format != string(report.Text) {
		return o.report(o.env, report.Run{Files: args, Findings: findings, Fails: diag.Error})
	}
	if err := diag.Print(o.env.Stderr, findings, o.lineOf); err != nil {
		return err
	}
	if findings.HasErrors() {
		return errProblems
	}
	return nil
}

// endedBatch prints what was found before the surroundings ended the run.
func (o *batchOptions) endedBatch(args []string, err error, findings diag.List) error {
	if printErr := o.told(args, findings); printErr != nil && !errors.Is(printErr, errProblems) {
		return errors.Join(err, printErr)
	}
	return err
}

// lineOf gives a line of a template or of data, to show it.
func (o *batchOptions) lineOf(file string, n int) (string, bool) {
	if text, ok := o.sources.Line(file, n); ok || o.line == nil {
		return text, ok
	}
	return o.line(file, n)
}
