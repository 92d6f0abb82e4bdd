package data

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"vanban/internal/diag"
)

// Lines is a stream of JSON lines (JSONL): one record a line, blank lines passed over. Its records may be read by
// several goroutines at once.
type Lines struct {
	Findings diag.List // of the stream as a whole; with an error among them no record may be used

	file  string
	src   io.ReaderAt
	lines []lineAt
}

// lineAt is where a line with a record stands.
type lineAt struct {
	start  int64
	length int32
	number int32
}

// OpenLines finds the lines of a stream of JSON lines. Its name ends in .jsonl or not: it is only told in places.
func OpenLines(name string, src io.ReaderAt, size int64) (*Lines, error) {
	l := &Lines{file: name, src: src}
	s := &source{file: name}
	buf := make([]byte, 1<<18)
	line, blank, start := int32(1), true, int64(0)
	end := func(at int64) {
		switch {
		case blank:
		case at-start > MaxFile:
			s.errorAt(IDSize, s.pos(int(line), 1, 0), []string{"mỗi dòng là một văn bản, không dài đến thế"},
				"dòng dài %d byte, quá mức %d MiB đọc được", at-start, MaxFile>>20)
		case len(l.lines) == maxLines:
			s.errorAt(IDSize, s.pos(int(line), 1, 0), []string{"chia dữ liệu thành nhiều tệp"}, "tệp có hơn %d dòng", maxLines)
		default:
			l.lines = append(l.lines, lineAt{start, int32(at - start), line})
		}
		line, blank, start = line+1, true, at+1
	}
	for at := int64(0); at < size && len(s.found) < maxSame; {
		n, err := src.ReadAt(buf[:min(int64(len(buf)), size-at)], at)
		for i, c := range buf[:n] {
			switch c {
			case '\n':
				end(at + int64(i))
			case ' ', '\t', '\r':
			default:
				blank = false
			}
		}
		at += int64(n)
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("đọc dữ liệu: %w", err)
		}
		if n == 0 {
			size = at // the file has become shorter since
		}
	}
	end(size)
	if len(l.lines) == 0 && len(s.found) == 0 {
		s.errorAt(IDEmpty, diag.Pos{File: name}, nil, "tệp không có dữ liệu nào")
	}
	l.Findings = s.list()
	return l, nil
}

// Len gives the number of records.
func (l *Lines) Len() int { return len(l.lines) }

// Record reads one record, and what is wrong with it.
func (l *Lines) Record(n int) (*Node, diag.List, error) {
	at := l.lines[n]
	text := make([]byte, at.length)
	if _, err := l.src.ReadAt(text, at.start); err != nil && !errors.Is(err, io.EOF) {
		return nil, nil, fmt.Errorf("đọc dữ liệu: %w", err)
	}
	s := &source{file: l.file, line: true}
	var root *Node
	if s.load(bytes.TrimRight(text, "\r")) {
		root = parseJSON(s)
	}
	if root != nil && root.Kind == List {
		s.errorAt(IDSyntax, root.Pos, []string{"viết mỗi văn bản { … } trên một dòng riêng, không có [ ] bao ngoài"}, "dòng phải gồm các mục «khóa: giá trị»")
		root = nil
	}
	s.checkTree(root)
	found := s.list()
	by := int(at.number) - 1
	shiftNode(root, by)
	for i := range found {
		shift(&found[i].Pos, by)
		for j := range found[i].Notes {
			shift(&found[i].Notes[j].Pos, by)
		}
	}
	return root, found, nil
}

// Line gives the text of a line that holds a record, by its number, and false where there is none.
func (l *Lines) Line(number int) (string, bool) {
	lo, hi := 0, len(l.lines)
	for lo < hi {
		if mid := (lo + hi) / 2; int(l.lines[mid].number) < number {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(l.lines) || int(l.lines[lo].number) != number {
		return "", false
	}
	text := make([]byte, l.lines[lo].length)
	if _, err := l.src.ReadAt(text, l.lines[lo].start); err != nil && !errors.Is(err, io.EOF) {
		return "", false
	}
	return normalLines(string(text)), true
}

// shiftNode moves the places of a tree down by some lines.
func shiftNode(n *Node, by int) {
	if n == nil {
		return
	}
	shift(&n.Pos, by)
	for i := range n.Lines {
		shift(&n.Lines[i], by)
	}
	for _, item := range n.Items {
		shiftNode(item, by)
	}
	for i := range n.Fields {
		shift(&n.Fields[i].KeyPos, by)
		shiftNode(n.Fields[i].Value, by)
	}
}

func shift(p *diag.Pos, by int) {
	if p.Line > 0 {
		p.Line += by
	}
}
