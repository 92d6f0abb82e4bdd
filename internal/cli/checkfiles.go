package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"vanban/internal/batch"
	"vanban/internal/build"
	"vanban/internal/check"
	"vanban/internal/content"
	"vanban/internal/word"
)

// all checks the files, several at a time. A file's document is let go of as soon as it is checked.
func (o *checkOptions) all(files []string, t *checkTools) []checkedFile {
	results := make([]checkedFile, len(files))
	next := make(chan int)
	var wait sync.WaitGroup
	var mu sync.Mutex
	shown := newProgress(o.env, len(files), o.quiet || len(files) == 1)
	var sum batch.Summary
	sum.Total = len(files)
	for range min(o.workers, len(files)) {
		wait.Go(func() {
			for k := range next {
				if !isData(files[k]) { // data shares one library, which serves one at a time
					results[k] = o.word(files[k], t)
				}
				mu.Lock()
				sum.Made++
				shown.update(sum)
				mu.Unlock()
			}
		})
	}
	for k := range files {
		next <- k
	}
	close(next)
	wait.Wait()
	shown.clear()
	for k, name := range files {
		if isData(name) {
			results[k] = o.data(name, t)
		}
	}
	return results
}

func isData(name string) bool {
	return slices.Contains([]string{".yaml", ".yml", ".json", ".xlsx", ".csv"}, strings.ToLower(filepath.Ext(name)))
}

// maxWord bounds a Word file.
const maxWord = 128 << 20

// stdin is how standard input is named.
const stdin = "-"

// source reads a Word file.
func (o *checkOptions) source(name string) ([]byte, error) {
	if name == stdin {
		return io.ReadAll(io.LimitReader(o.env.Stdin, maxWord+1))
	}
	return readFile(name, maxWord)
}

// word checks a Word file.
func (o *checkOptions) word(name string, t *checkTools) checkedFile {
	src, err := o.source(name)
	if err != nil {
		return checkedFile{name: name, err: fmt.Errorf("đọc tệp: %w", err)}
	}
	out, _ := o.judge(name, src, t)
	return out
}

// judge checks the bytes of a Word file. The report holds the whole document, what else is given little.
func (o *checkOptions) judge(name string, src []byte, t *checkTools) (checkedFile, check.Report) {
	doc, findings := word.Read(name, src)
	out := checkedFile{name: name, findings: findings}
	if doc == nil {
		return out, check.Report{}
	}
	r := check.Word(check.Input{Document: doc, Words: t.words, Standard: t.standard, Fonts: t.fonts}, check.Options{Off: o.off})
	out.findings = append(out.findings, r.Findings...)
	if r.Judged {
		for _, d := range content.Zoned(r.Found, r.Cells, t.standard, t.vocabulary) {
			d.Pos = r.Where(d)
			out.findings = append(out.findings, d)
		}
	}
	out.judged, out.areas = r.Judged, map[int]int{}
	for _, d := range out.findings {
		out.areas[d.Pos.Line] = r.Area(d)
	}
	return out, r
}

// data checks a data file: whether it can be printed, and what it would say.
func (o *checkOptions) data(name string, t *checkTools) checkedFile {
	jobs, findings, err := o.jobs(name, t.library, t.standard, t.sources)
	out := checkedFile{name: name, findings: findings, err: err}
	if err != nil || findings.HasErrors() {
		return out
	}
	builder := &build.Builder{Fonts: t.fonts}
	for _, job := range jobs {
		out.findings = append(out.findings, builder.Check(job, t.vocabulary, t.sources.Line)...)
	}
	return out
}
