package batch

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"

	"vanban/internal/build"
	"vanban/internal/diag"
	"vanban/internal/docx"
	"vanban/internal/pdf"
)

// The extensions of the files that are made, in the order of past.files.
const (
	extDOCX = ".docx"
	extPDF  = ".pdf"
)

// Folder is where the files go. Names are plain file names. Several goroutines use it at once, each other names.
type Folder interface {
	Look(name string) (Kind, error)
	Read(name string) ([]byte, error)
	// Same tells whether two names are those of one file, where capitals are not told apart.
	Same(a, b string) (bool, error)
	// Save writes all files or none. What fails on the way leaves nothing half-written. A BusyError concerns these files
	// alone.
	Save(files []File) error
}

// BusyError is a file that is open in another program.
type BusyError struct {
	Name string
	Err  error
}

func (e BusyError) Error() string {
	return fmt.Sprintf("«%s» đang mở ở chương trình khác: %v", e.Name, e.Err)
}

// Unwrap gives what the system said.
func (e BusyError) Unwrap() error { return e.Err }

// Kind is what stands at a name.
type Kind int

// The kinds. Special is a link, a folder or a device, which is never written to.
const (
	Nothing Kind = iota
	Plain
	Special
)

// File is a file to be written.
type File struct {
	Name string
	Data []byte
}

// result is what became of one document.
type result struct {
	entry    *Entry
	made     bool // a file was written
	asBefore bool // the manifest says so already
	findings diag.List
}

// ErrChanged is a change of the input under a run.
var ErrChanged = errors.New("dữ liệu thay đổi trong khi đang in; chạy lại lệnh")

// record makes the documents of one record that are of this shard.
func (b *Batch) record(builder *build.Builder, n int) ([]result, error) {
	jobs, found, err := b.Input.Record(n)
	if err != nil {
		return nil, err
	}
	names := b.plan.names[n]
	if max(1, len(jobs)) != len(names) {
		return nil, ErrChanged
	}
	var out []result
	for i, name := range names {
		if !b.Shard.has(key(name, n, i)) {
			continue
		}
		d := &document{Batch: b, builder: builder, entry: &Entry{Record: n + 1, Document: i, Name: name}, findings: slices.Clone(found)}
		if len(jobs) > 0 {
			d.job = jobs[i]
		}
		r, err := d.make()
		if err != nil {
			return out, err
		}
		out = append(out, r)
	}
	return out, nil
}

// document is one document on its way.
type document struct {
	*Batch
	builder  *build.Builder
	job      build.Job
	entry    *Entry
	findings diag.List

	past  past
	had   bool
	files [2]onDisk
}

// onDisk is what stands where a file of the document goes.
type onDisk struct {
	name  string
	want  bool
	state diskState
	sum   [sha256.Size]byte
}

// diskState is how a file stands to what the manifest says.
type diskState int

// The states.
const (
	absent   diskState = iota
	recorded           // as the manifest has it
	ours               // as some run of vanban wrote it
	edited
	special
)

func (d *document) make() (result, error) {
	name, _, more, err := d.nameOf(d.job)
	if err != nil {
		return result{}, err
	}
	if name != d.entry.Name {
		return result{}, ErrChanged
	}
	d.findings = append(d.findings, more...)
	if d.job.Data != nil {
		d.entry.At = d.job.Data.Pos.String()
	} else if len(d.findings) > 0 {
		d.entry.At = d.findings[0].Pos.String()
	}
	d.past, d.had = d.manifest.get(d.entry.key())
	if d.findings.HasErrors() || name == "" {
		return d.fail(Failed)
	}
	lock := d.builder.Lock(d.job, d.Version)
	d.entry.Lock, d.entry.Created = &lock, d.Created
	if err := d.look(); err != nil {
		return result{}, err
	}
	same := d.had && d.past.sum == d.entry.sum()
	if same && d.past.state == Done && d.all(recorded) && (!d.past.told || d.past.where == whereOf(d.entry.At)) {
		return d.same()
	}
	if same && d.any(edited) && !d.any(absent) && !d.any(special) && !d.Force {
		return d.keepEdited()
	}
	return d.render(same)
}

// look finds out how the files stand.
func (d *document) look() error {
	d.files[0] = onDisk{name: d.entry.Name + extDOCX, want: d.DOCX}
	d.files[1] = onDisk{name: d.entry.Name + extPDF, want: d.PDF}
	for i := range d.files {
		f := &d.files[i]
		kind, err := d.Folder.Look(f.name)
		if err != nil {
			return err
		}
		switch kind {
		case Nothing:
			continue
		case Special:
			f.state = special
			continue
		}
		src, err := d.Folder.Read(f.name)
		if err != nil {
			return err
		}
		f.sum = sha256.Sum256(src)
		switch {
		case d.past.files[i].is && [16]byte(f.sum[:16]) == d.past.files[i].sum:
			f.state = recorded
		case len(src) == 0:
		case asWritten(i, src):
			f.state = ours
		default:
			f.state = edited
		}
	}
	return nil
}

// asWritten tells a file that vanban wrote and nobody has changed since.
func asWritten(format int, src []byte) bool {
	if format == 1 {
		return pdf.AsWritten(src)
	}
	changed, known, err := docx.Edited(bytes.NewReader(src), int64(len(src)))
	return err == nil && known && !changed
}

// all tells whether every wanted file stands in a way, any whether one does.
func (d *document) all(s diskState) bool {
	for _, f := range d.files {
		if f.want && f.state != s {
			return false
		}
	}
	return true
}

func (d *document) any(s diskState) bool {
	for _, f := range d.files {
		if f.want && f.state == s {
			return true
		}
	}
	return false
}

// same leaves a document as it is; where its record has moved in the input, the manifest is told.
func (d *document) same() (result, error) {
	e, err := d.manifest.entry(d.past)
	if err != nil {
		return result{}, err
	}
	r := result{entry: e, asBefore: e.Record == d.entry.Record && e.At == d.entry.At && e.Document == d.entry.Document}
	e.Record, e.Document, e.At = d.entry.Record, d.entry.Document, d.entry.At
	for _, f := range e.Findings {
		r.findings.Add(f.diagnostic())
	}
	return r, nil
}

// keepEdited leaves a document whose data is unchanged and whose file someone has edited.
func (d *document) keepEdited() (result, error) {
	old, err := d.manifest.entry(d.past)
	if err != nil {
		return result{}, err
	}
	d.entry.State, d.entry.Files = Done, old.Files
	var found diag.List
	for _, f := range d.files {
		if f.want && f.state == edited {
			found.Add(diag.Diagnostic{ID: IDEdited, Severity: diag.Warning, Pos: d.job.Data.Pos,
				Message: fmt.Sprintf("«%s» đã có người sửa sau khi in; tệp được giữ nguyên", f.name),
				Hints:   []string{"cần in lại theo dữ liệu thì đổi tên tệp đó, hoặc thêm --force"}})
		}
	}
	d.entry.told(found)
	return result{entry: d.entry, findings: found}, nil
}

// fail notes a document that is not made; the files of an earlier run stay.
func (d *document) fail(state State) (result, error) {
	d.entry.State, d.entry.Lock, d.entry.Created = state, nil, ""
	if d.had {
		old, err := d.manifest.entry(d.past)
		if err != nil {
			return result{}, err
		}
		d.entry.Lock, d.entry.Created, d.entry.Files = old.Lock, old.Created, old.Files
	}
	for i := range d.findings {
		if e := &d.findings[i]; state == Failed && e.Severity == diag.Error && len(d.entry.Files) > 0 && !d.any(special) {
			e.Notes = append(e.Notes, diag.Note{Message: fmt.Sprintf("tệp «%s» trong thư mục là của lần in trước", d.entry.Files[0].Name)})
			break
		}
	}
	d.entry.told(d.findings)
	return result{entry: d.entry, findings: d.findings}, nil
}

// render makes the files and writes those that are not there already.
func (d *document) render(same bool) (result, error) {
	docxBytes, pdfBytes, more := d.builder.Render(d.job, d.DOCX, d.PDF)
	d.findings = append(d.findings, more...)
	if d.findings.HasErrors() {
		return d.fail(Failed)
	}
	var files []File
	for i, content := range [][]byte{docxBytes, pdfBytes} {
		f := &d.files[i]
		if !f.want {
			d.leftBehind(f, same)
			continue
		}
		sum := sha256.Sum256(content)
		d.entry.Files = append(d.entry.Files, Made{f.name, len(content), hex.EncodeToString(sum[:])})
		switch {
		case f.state == special:
			d.findings.Add(diag.Diagnostic{ID: IDTarget, Severity: diag.Error, Pos: d.job.Data.Pos,
				Message: fmt.Sprintf("«%s» trong thư mục in ra là liên kết hoặc thư mục, không ghi đè", f.name), Hints: []string{"xóa hoặc đổi tên nó, hoặc in vào thư mục khác bằng -o"}})
		case f.state != absent && f.sum == sum:
		case f.state == edited && !d.Force:
			d.findings.Add(diag.Diagnostic{ID: IDEdited, Severity: diag.Error, Pos: d.job.Data.Pos,
				Message: fmt.Sprintf("dữ liệu đã đổi nhưng «%s» đã có người sửa, hoặc không do vanban in ra; tệp được giữ nguyên", f.name),
				Hints:   []string{"đổi tên tệp đó, in vào thư mục khác bằng -o, hoặc thêm --force để ghi đè"}})
		default:
			files = append(files, File{f.name, content})
		}
	}
	if d.findings.HasErrors() {
		d.entry.Files = nil
		state := Kept
		if d.any(special) {
			state = Failed
		}
		return d.fail(state)
	}
	if len(files) > 0 {
		var busy BusyError
		if err := d.Folder.Save(files); errors.As(err, &busy) {
			d.findings.Add(diag.Diagnostic{ID: IDBusy, Severity: diag.Error, Pos: d.job.Data.Pos,
				Message: fmt.Sprintf("«%s» đang mở ở chương trình khác nên chưa ghi được", busy.Name), Hints: []string{"đóng tệp đó (Word, trình xem PDF), bỏ thuộc tính chỉ đọc nếu có, rồi chạy lại"}})
			d.entry.Files = nil
			return d.fail(Failed)
		} else if err != nil {
			return result{}, err
		}
	}
	d.entry.State = Done
	d.entry.told(d.findings)
	return result{entry: d.entry, made: len(files) > 0, findings: d.findings}, nil
}

// leftBehind names a file of an earlier run that this one does not make, where its data has changed since.
func (d *document) leftBehind(f *onDisk, same bool) {
	if same || f.state == absent || f.state == special {
		return
	}
	d.findings.Add(diag.Diagnostic{ID: IDGone, Severity: diag.Warning, Pos: d.job.Data.Pos,
		Message: fmt.Sprintf("«%s» là của lần in trước, theo dữ liệu cũ; lần này không in loại tệp đó", f.name), Hints: []string{"in cả hai loại tệp, hoặc tự xóa tệp cũ"}})
}
