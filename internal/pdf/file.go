package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"strconv"
)

// ref is the number of an object; 0 is none.
type ref int

// String writes the reference as it stands inside other objects.
func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// file is a PDF file being put together: its objects one after another, and the place of each.
type file struct {
	out     bytes.Buffer
	flushed int // bytes written and taken out of the buffer
	sum     hash.Hash
	offsets []int // of object n at n-1; 0 while it is only reserved
	deflate *zlib.Writer
	packed  bytes.Buffer
}

// header names the version, and holds four bytes above 127 so that no program takes the file for text.
const header = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

func newFile() *file {
	f := &file{sum: sha256.New()}
	f.out.WriteString(header)
	// Twice as fast as the usual level for a tenth more bytes: most of a document's time goes here.
	deflate, err := zlib.NewWriterLevel(&f.packed, zlib.BestSpeed)
	if err != nil {
		panic(err) // the level is one that exists
	}
	f.deflate = deflate
	return f
}

// reserve gives the number of an object that is written later, so that objects can refer to it before.
func (f *file) reserve() ref {
	f.offsets = append(f.offsets, 0)
	return ref(len(f.offsets))
}

func (f *file) begin(r ref) {
	if f.offsets[r-1] != 0 {
		panic(fmt.Sprintf("pdf: object %d is written twice", r))
	}
	f.offsets[r-1] = f.flushed + f.out.Len()
	fmt.Fprintf(&f.out, "%d 0 obj\n", r)
}

// put writes an object that is a dictionary of these entries.
func (f *file) put(r ref, entries string) {
	f.begin(r)
	f.out.WriteString("<< " + entries + " >>\nendobj\n")
}

// plainStream writes a stream that is to be readable in the file itself.
func (f *file) plainStream(r ref, entries string, data []byte) {
	f.begin(r)
	fmt.Fprintf(&f.out, "<< /Length %d %s >>\nstream\n", len(data), entries)
	f.out.Write(data)
	f.out.WriteString("\nendstream\nendobj\n")
}

// stream writes a deflated stream.
func (f *file) stream(r ref, entries string, data []byte) {
	f.packed.Reset()
	f.deflate.Reset(&f.packed)
	if _, err := f.deflate.Write(data); err != nil {
		panic(err) // a buffer in memory takes everything
	}
	if err := f.deflate.Close(); err != nil {
		panic(err)
	}
	f.plainStream(r, "/Filter /FlateDecode "+entries, f.packed.Bytes())
}

// flush writes the objects that are finished, so that a file may be larger than memory.
func (f *file) flush(w io.Writer) error {
	f.sum.Write(f.out.Bytes())
	n, err := w.Write(f.out.Bytes())
	f.flushed += n
	f.out.Reset()
	return err
}

// finish closes the file with the table of its objects. A reserved object that nobody wrote panics.
func (f *file) finish(root, info ref) []byte {
	f.sum.Write(f.out.Bytes())
	sum := f.sum.Sum(nil)
	start := f.flushed + f.out.Len()
	// An entry is 20 bytes, its end of line two of them (ISO 32000-1, 7.5.4).
	fmt.Fprintf(&f.out, "xref\n0 %d\n0000000000 65535 f \n", len(f.offsets)+1)
	for i, offset := range f.offsets {
		if offset == 0 {
			panic(fmt.Sprintf("pdf: object %d is referred to but not written", i+1))
		}
		fmt.Fprintf(&f.out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&f.out, "trailer\n<< /Size %d /Root %s /Info %s /ID [<%x> <%[4]x>] >>\nstartxref\n%d\n%%%%EOF\n",
		len(f.offsets)+1, root, info, sum[:16], start)
	return f.out.Bytes()
}
