package batch

import (
	"errors"
	"fmt"
	"io"

	"vanban/internal/build"
	"vanban/internal/diag"
	"vanban/internal/docx"
	"vanban/internal/pdf"
	"vanban/internal/sheet"
	"vanban/internal/typeset"
)

// How many documents one file binds. A PDF grows on the disk, a DOCX in memory, some 100 KB a page; Word
// itself is slow far below these numbers.
const (
	maxBoundPDF  = 50_000
	maxBoundDOCX = 2_000
)

// bindAtOnce is how many documents are laid out at a time.
const bindAtOnce = 64

// BindPDF binds all documents of a plan into one PDF, in the order of the records. They must all be without errors.
func (b *Batch) BindPDF(p *Plan, title string, w io.Writer) (diag.List, error) {
	if p.docs > maxBoundPDF {
		return tooMany(p.docs, maxBoundPDF), nil
	}
	var out *pdf.Binder
	return b.bind(p, func(name string, st build.Stages) error {
		if out == nil {
			out = pdf.NewBinder(w, title, st.Pages.Language, b.Fonts)
		}
		return out.Add(name, st.Pages)
	}, func() error { return out.Close() })
}

// BindDOCX binds all documents of a plan into one DOCX, a section or more each.
func (b *Batch) BindDOCX(p *Plan, title string, w io.Writer) (diag.List, error) {
	if p.docs > maxBoundDOCX {
		return tooMany(p.docs, maxBoundDOCX), nil
	}
	var whole sheet.Binding
	properties := sheet.Properties{Title: title}
	return b.bind(p, func(_ string, st build.Stages) error {
		properties.Language = st.Sheet.Properties.Language
		whole.Add(st.Sheet)
		return nil
	}, func() error { return docx.Write(w, whole.Sheet(properties)) })
}

func tooMany(docs, most int) diag.List {
	return diag.List{{ID: IDBind, Severity: diag.Error, Message: fmt.Sprintf("có %d văn bản, một tập chung chứa được nhiều nhất %d", docs, most),
		Hints: []string{"chia dữ liệu thành nhiều lần in, hoặc đóng tập PDF thay cho DOCX"}}}
}

// errNotWhole is a document that cannot be bound.
var errNotWhole = errors.New("not whole")

// bind lays out the documents, some at a time on all workers, and hands them over in order.
func (b *Batch) bind(p *Plan, add func(name string, st build.Stages) error, end func() error) (diag.List, error) {
	builders := make([]*build.Builder, max(1, b.Workers))
	for i := range builders {
		builders[i] = &build.Builder{Fonts: b.Fonts, Created: b.Created, Version: b.Version}
	}
	for from := 0; from < len(p.names); from += bindAtOnce {
		laid := make([][]build.Stages, min(bindAtOnce, len(p.names)-from))
		err := b.each(len(laid), func(w, i int) error {
			jobs, findings, err := b.Input.Record(from + i)
			if err != nil {
				return err
			}
			if findings.HasErrors() || len(jobs) != len(p.names[from+i]) {
				return errNotWhole
			}
			for _, j := range jobs {
				st, more := builders[w].Compose(j)
				if st.Sheet == nil || more.HasErrors() {
					return errNotWhole
				}
				if st.Pages, more = typeset.Typeset(st.Sheet, b.Fonts); more.HasErrors() {
					return errNotWhole
				}
				laid[i] = append(laid[i], st)
			}
			return nil
		})
		if errors.Is(err, errNotWhole) {
			return b.NotBound(), nil
		}
		if err != nil {
			return nil, err
		}
		for i, stages := range laid {
			for k, st := range stages {
				if err := add(p.names[from+i][k], st); err != nil {
					return nil, err
				}
			}
		}
	}
	return nil, end()
}

// NotBound tells that the documents are not bound, since one would be missing.
func (b *Batch) NotBound() diag.List {
	return diag.List{{ID: IDBind, Severity: diag.Error, Message: "chưa đóng tập chung vì còn văn bản có lỗi; tập sẽ thiếu văn bản đó",
		Hints: []string{"sửa các lỗi đã nêu rồi chạy lại; tập của lần in trước, nếu có, vẫn là theo dữ liệu cũ"}}}
}
