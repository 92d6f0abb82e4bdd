package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"vanban/internal/build"
	"vanban/internal/check"
	"vanban/internal/content"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/diag/explain"
	"vanban/internal/font"
	"vanban/internal/report"
	"vanban/internal/standard"
	"vanban/internal/viet"
	"vanban/internal/zone"
)

// checkOptions are what the flags of check said.
type checkOptions struct {
	renderOptions
	reportOptions
	least   string
	off     []string
	workers int
	fix     bool
}

func newCheck(env *Env) *cobra.Command {
	o := &checkOptions{renderOptions: renderOptions{env: env}}
	cmd := &cobra.Command{
		Use:   "check TỆP…",
		Short: "kiểm tra thể thức và nội dung của văn bản có sẵn, nêu điều khoản và cách sửa",
		Long: `Kiểm tra tệp Word (.docx) do bất cứ ai soạn, hoặc tệp dữ liệu trước khi in: chỗ nào trái thể thức, quy định nào, sửa thế
nào trong Word. TỆP là thư mục thì kiểm tra mọi tệp .docx trong đó; là «-» thì đọc tệp Word từ đầu vào chuẩn.
Mã thoát là 1 khi có lỗi; có --min thì là 1 khi có bất cứ điều gì từ mức đó trở lên.
Với --fix, những chỗ sửa được bằng máy (lề, khổ giấy, số trang, phông, cỡ chữ, giãn cách, dấu cuối dòng) được sửa
trong một bản sao; mọi phần khác của tệp giữ nguyên.`,
		Example: `  vanban check cong-van.docx
  vanban check van-ban-di/ --min E
  vanban check quyet-dinh.docx --fix -o quyet-dinh-da-sua.docx
  vanban check van-ban-di/ --format junit > ket-qua.xml`,
		Args: needArgs(1, -1, "tên tệp cần kiểm tra"),
		RunE: func(_ *cobra.Command, args []string) error { return o.run(args) },
	}
	f := cmd.Flags()
	f.StringVar(&o.least, "min", "", "chỉ nêu từ `mức` này: E (lỗi), W (cảnh báo), I (lưu ý); không ghi thì nêu tất cả")
	f.StringSliceVar(&o.off, "off", nil, "không nêu `mã` này, dùng được nhiều lần; không tắt được lỗi")
	f.IntVarP(&o.workers, "jobs", "j", runtime.GOMAXPROCS(0), "kiểm tra cùng lúc `số` tệp; không ghi thì bằng số nhân của máy")
	f.BoolVar(&o.fix, "fix", false, "sửa những chỗ sửa được trong bản sao ghi vào -o")
	f.StringVarP(&o.out, "output", "o", "", "ghi bản đã sửa vào `tệp` này")
	f.BoolVar(&o.force, "force", false, "ghi đè bản đã sửa lần trước")
	f.StringVarP(&o.template, "template", "t", "", "dùng `mẫu` này cho tệp dữ liệu, thay cho khóa «mau»")
	o.libraryFlags(cmd)
	f.Lookup("standard").Usage = "kiểm tra theo `thể thức` này; không ghi thì theo " + defaultStandard
	o.reportFlags(cmd)
	return cmd
}

// checkTools are what every file is checked with.
type checkTools struct {
	standard   *standard.Standard
	words      *zone.Words
	vocabulary *content.Vocabulary
	fonts      *font.Set
	library    *build.Library
	sources    *data.Sources
}

// checkedFile is what was found in a file.
type checkedFile struct {
	name     string
	findings diag.List
	areas    map[int]int // of a Word file: line of a finding → index in check.Areas
	judged   bool        // it is a document of the standard
	err      error       // of the surroundings
}

func (o *checkOptions) run(args []string) error {
	least, fails, err := o.severities()
	if err != nil {
		return err
	}
	if err := o.flags(args); err != nil {
		return err
	}
	files, others, err := wordFiles(args)
	if err != nil {
		return err
	}
	if o.fix && (len(files) != 1 || files[0] != args[0]) {
		return usageError{fmt.Sprintf("«%s» là thư mục, --fix sửa mỗi lần một tệp", args[0]), "chạy lại cho từng tệp trong đó"}
	}
	tools, findings, err := o.tools()
	if err != nil {
		return err
	}
	if tools.standard != nil {
		findings = append(findings, check.Unknown(tools.standard)...)
	}
	if err := o.env.findings(findings, tools.sources.Line); err != nil {
		return err
	}
	if o.fix {
		return o.mend(files[0], tools, least, fails)
	}
	results := o.all(files, tools)
	err = o.tell(results, tools, least, fails)
	if others > 0 && report.Format(o.format) == report.Text {
		o.say(o.env, "chưa kiểm tra %d tệp .doc, .docm, .rtf, .odt: lưu lại thành .docx thì kiểm tra được\n", others)
	}
	return err
}

// severities are the least that is told, and the least that makes the run fail.
func (o *checkOptions) severities() (least, fails diag.Severity, err error) {
	switch strings.ToUpper(o.least) {
	case "":
		return diag.Info, diag.Error, nil
	case "E":
		return diag.Error, diag.Error, nil
	case "W":
		return diag.Warning, diag.Warning, nil
	case "I":
		return diag.Info, diag.Info, nil
	}
	return 0, 0, usageError{fmt.Sprintf("không có mức «%s»", o.least), "chọn E (lỗi), W (cảnh báo) hoặc I (lưu ý)"}
}

func (o *checkOptions) flags(args []string) error {
	if _, err := o.chosen(); err != nil {
		return err
	}
	if o.workers < 1 || o.workers > 256 {
		return usageError{fmt.Sprintf("không kiểm tra cùng lúc %d tệp được", o.workers), "dùng một số từ 1 đến 256 sau -j"}
	}
	entries, err := explain.All()
	if err != nil {
		return err
	}
	var ids []string
	for _, e := range entries {
		ids = append(ids, e.ID)
	}
	for k, id := range o.off {
		o.off[k] = strings.ToUpper(id)
		if !slices.Contains(ids, o.off[k]) {
			hint := "xem các mã bằng «vanban explain»"
			if near, ok := viet.Nearest(o.off[k], ids); ok {
				hint = fmt.Sprintf("có phải là «%s» không", near)
			}
			return usageError{fmt.Sprintf("không có mã «%s»", id), hint}
		}
	}
	switch {
	case o.fix && len(args) != 1:
		return usageError{"--fix sửa mỗi lần một tệp", "chạy lại cho từng tệp"}
	case o.fix && !strings.EqualFold(filepath.Ext(o.out), ".docx"):
		return usageError{"chưa cho biết ghi bản đã sửa vào đâu", "thêm -o TÊN-MỚI.docx"}
	case !o.fix && o.out != "":
		return usageError{"-o chỉ dùng cùng --fix", "thêm --fix, hoặc bỏ -o"}
	}
	return nil
}

// wordFiles are the files named, and those .docx in the folders named, in order; «-» is standard input. others counts the
// texts in these folders that other programs wrote.
func wordFiles(args []string) (files []string, others int, err error) {
	for _, arg := range args {
		if arg == stdin {
			files = append(files, arg)
			continue
		}
		info, err := os.Stat(arg)
		if err != nil {
			return nil, 0, fmt.Errorf("đọc tệp: %w", err)
		}
		if !info.IsDir() {
			files = append(files, arg)
			continue
		}
		found := len(files)
		err = filepath.WalkDir(arg, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if !d.Type().IsRegular() || strings.HasPrefix(d.Name(), "~$") {
				return nil
			}
			switch strings.ToLower(filepath.Ext(name)) {
			case ".docx":
				files = append(files, name)
			case ".doc", ".docm", ".rtf", ".odt":
				others++
			}
			return nil
		})
		if err != nil {
			return nil, 0, fmt.Errorf("đọc thư mục: %w", err)
		}
		if len(files) == found {
			hint := "chọn thư mục khác"
			if others > 0 {
				hint = fmt.Sprintf("có %d tệp .doc, .docm, .rtf, .odt: lưu lại thành .docx rồi chạy lại", others)
			}
			return nil, 0, usageError{fmt.Sprintf("thư mục «%s» không có tệp .docx nào", arg), hint}
		}
	}
	return files, others, nil
}

func (o *checkOptions) tools() (*checkTools, diag.List, error) {
	t := &checkTools{sources: &data.Sources{}}
	var findings, more diag.List
	var err error
	if t.library, err = o.renderOptions.library(t.sources); err != nil {
		return t, nil, err
	}
	if t.standard, findings, err = t.library.Standard(o.renderOptions.standard); err != nil || t.standard == nil {
		return t, findings, err
	}
	if t.words, more, err = t.library.Words(); err != nil {
		return t, nil, err
	}
	findings = append(findings, more...)
	if t.vocabulary, more, err = t.library.Vocabulary(t.standard); err != nil {
		return t, nil, err
	}
	findings = append(findings, more...)
	t.fonts, err = font.Embedded()
	return t, findings, err
}

// wanted are the findings that were asked for.
func (o *checkOptions) wanted(l diag.List, least diag.Severity) diag.List {
	return slices.DeleteFunc(slices.Clone(l), func(d diag.Diagnostic) bool {
		return d.Severity < least || d.Severity < diag.Error && slices.Contains(o.off, d.ID)
	})
}

// tell writes what was found, file by file for people, and ends the run.
func (o *checkOptions) tell(results []checkedFile, t *checkTools, least, fails diag.Severity) error {
	run := report.Run{Fails: fails, Line: t.sources.Line, Version: Version, Facts: check.Facts(t.standard)}
	var unread error
	for _, r := range results {
		if r.err != nil {
			fmt.Fprintf(o.env.Stderr, "lỗi: %s: %s\n", r.name, surroundings(r.err))
			unread = r.err
			continue
		}
		run.Files = append(run.Files, r.name)
		run.Findings = append(run.Findings, o.wanted(r.findings, least)...)
	}
	for _, id := range o.off {
		if slices.ContainsFunc(run.Findings, func(d diag.Diagnostic) bool { return d.ID == id }) {
			fmt.Fprintf(o.env.Stderr, "lưu ý: --off không tắt được %s: đó là lỗi\n", id)
		}
	}
	if report.Format(o.format) == report.Text {
		for _, r := range results {
			if r.err == nil {
				if err := o.printFile(r, t, least); err != nil {
					return err
				}
			}
		}
		o.summary(results, least)
	} else if err := report.Write(o.env.Stdout, report.Format(o.format), run); err != nil {
		return err
	}
	if unread != nil {
		return errUnread
	}
	for _, d := range run.Findings {
		if d.Severity >= fails {
			return errProblems
		}
	}
	return nil
}
