package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"vanban/internal/batch"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/report"
)

// input opens the data: one table, one stream of lines, or data files.
func (o *batchOptions) input(args []string, r *batch.Reader) (batch.Input, diag.List, error) {
	name, beside, isDir := args[0], args[0], false
	if name != "-" {
		info, err := os.Stat(name)
		if err != nil {
			return nil, nil, fmt.Errorf("đọc dữ liệu: %w", err)
		}
		if isDir = info.IsDir(); isDir {
			beside = filepath.Join(name, officeFile+".")
		}
	}
	var findings, more diag.List
	var err error
	o.silent = o.quiet || o.format != string(report.Text)
	if name != "-" || o.officeFile != "" {
		if findings, err = o.office(beside, o.library, o.sources); err != nil || findings.HasErrors() {
			return nil, findings, err
		}
	}
	var input batch.Input
	switch ext := strings.ToLower(filepath.Ext(name)); {
	case len(args) > 1:
		input = o.files(args, r)
	case name == "-":
		input, more, err = o.stdin(r)
	case isDir:
		input, err = o.folder(name, r)
	case ext == ".jsonl" || ext == ".ndjson":
		input, more, err = o.lines(name, r)
	case ext == ".xlsx" || ext == ".csv":
		input, more, err = o.table(name, r)
	default:
		input = o.files(args, r)
	}
	return input, append(findings, more...), err
}

// stdin keeps standard input in a file of its own: the records are gone over twice.
func (o *batchOptions) stdin(r *batch.Reader) (batch.Input, diag.List, error) {
	f, err := os.CreateTemp("", "vanban-*")
	if err != nil {
		return nil, nil, fmt.Errorf("tạo tệp tạm: %w", err)
	}
	_ = os.Remove(f.Name()) // where an open file may go, nothing is left of a run that was killed
	o.end = func() {
		_ = f.Close()
		_ = os.Remove(f.Name())
	}
	size, err := io.Copy(f, o.env.Stdin)
	if err != nil {
		return nil, nil, fmt.Errorf("đọc đầu vào chuẩn: %w", err)
	}
	return o.linesOf("(đầu vào chuẩn).jsonl", f, size, r)
}

func (o *batchOptions) lines(name string, r *batch.Reader) (batch.Input, diag.List, error) {
	f, size, err := o.open(name)
	if err != nil {
		return nil, nil, err
	}
	if before, err := f.Stat(); err == nil { // its lines are read again as they are printed
		o.changed = func() bool {
			now, err := f.Stat()
			return err != nil || now.Size() != before.Size() || !now.ModTime().Equal(before.ModTime())
		}
	}
	return o.linesOf(name, f, size, r)
}

func (o *batchOptions) linesOf(name string, src io.ReaderAt, size int64, r *batch.Reader) (batch.Input, diag.List, error) {
	lines, err := data.OpenLines(name, src, size)
	if err != nil {
		return nil, nil, err
	}
	if lines.Findings.HasErrors() {
		return nil, lines.Findings, nil
	}
	o.line = func(file string, n int) (string, bool) {
		if file != name {
			return "", false
		}
		return lines.Line(n)
	}
	return batch.Lines{Reader: r, Lines: lines}, lines.Findings, nil
}

// open opens a data file until the run ends.
func (o *batchOptions) open(name string) (*os.File, int64, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, 0, fmt.Errorf("đọc dữ liệu: %w", err)
	}
	o.end = func() { _ = f.Close() }
	info, err := f.Stat()
	if err != nil {
		return nil, 0, fmt.Errorf("đọc dữ liệu: %w", err)
	}
	return f, info.Size(), nil
}

// table opens a workbook or CSV file; one that holds a single document is a data file as any other.
func (o *batchOptions) table(name string, r *batch.Reader) (batch.Input, diag.List, error) {
	f, size, err := o.open(name)
	if err != nil {
		return nil, nil, err
	}
	records, findings, err := o.library.Records(name, f, size, o.standard, o.template)
	if err != nil || records == nil || slices.ContainsFunc(findings, func(d diag.Diagnostic) bool { return d.Severity == diag.Error && d.ID != data.IDJoin }) {
		return nil, findings, err
	}
	if records.Single {
		o.say(o.env, "«%s» chỉ chứa một văn bản; sổ tính nhiều văn bản thì tạo bằng «vanban new MẪU --xlsx --nhieu»\n", name)
		return o.files([]string{name}, r), nil, nil
	}
	return batch.Table{Reader: r, Records: records}, findings, nil
}

// folder takes the data files of a folder, by name; those of its folders are not.
func (o *batchOptions) folder(name string, r *batch.Reader) (batch.Input, error) {
	entries, err := os.ReadDir(name)
	if err != nil {
		return nil, fmt.Errorf("đọc thư mục dữ liệu: %w", err)
	}
	var names []string
	for _, e := range entries {
		ext := strings.ToLower(filepath.Ext(e.Name()))
		if e.IsDir() || !slices.Contains([]string{".yaml", ".yml", ".json", ".xlsx", ".csv"}, ext) ||
			e.Name() == officeFile || strings.HasPrefix(e.Name(), ".") || strings.HasPrefix(e.Name(), "~$") {
			continue
		}
		names = append(names, filepath.Join(name, e.Name()))
	}
	if len(names) == 0 {
		return nil, usageError{fmt.Sprintf("thư mục «%s» không có tệp dữ liệu nào", name), "tệp dữ liệu có đuôi .yaml, .yml, .json, .xlsx hoặc .csv, nằm ngay trong thư mục"}
	}
	return o.files(names, r), nil
}

// files takes data files, a record each.
func (o *batchOptions) files(names []string, r *batch.Reader) batch.Input {
	o.line = func(file string, n int) (string, bool) {
		if !slices.Contains(names, file) {
			return "", false
		}
		src, err := readFile(file, data.MaxFile)
		if err != nil {
			return "", false
		}
		one := &data.Sources{}
		one.Add(file, src)
		return one.Line(file, n)
	}
	return batch.Files{Reader: r, Names: names, Read: func(name string) ([]byte, error) { return readFile(name, data.MaxFile) }}
}
