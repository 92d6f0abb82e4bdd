// Package mend changes a .docx file in given places and leaves every other byte of it as it was: parts that are
// not touched are copied packed as they are, and of a part that is touched only the tags and letters concerned
// change. It decides nothing: what is to be mended, and how, its caller says.
//
// Start from [Open]; the methods of [File] change it, [File.Write] gives the copy. What is to change is told by a
// [Place]: the part, and where in the file as it was read the element's start tag begins.
//
// What holds: a file without a change is written with the same parts, byte for byte, in the same order. A change
// that cannot be made is refused (false), never made in part.
//
// Known gaps: a file whose XML binds WordprocessingML to no prefix, which no known program writes, is refused.
package mend

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
)

// File is a .docx file that is being changed.
type File struct {
	zip   *zip.Reader
	parts map[string]*part
	whole map[string][]byte // parts that are no WordprocessingML, as they are to be
	added []addition
}

// part is a part of the package that was looked into.
type part struct {
	root       *node
	w          string        // the prefix of WordprocessingML, with its colon
	at         map[int]*node // elements by the offset of their start tag
	paragraphs []*node
	changed    bool
}

// Place is an element of a part.
type Place struct {
	Part  string
	Start int64 // of its start tag, in bytes of the part as it was read
}

// maxPart bounds one part unpacked.
const maxPart = 256 << 20

// Open reads the directory of a package. Its errors are Vietnamese.
func Open(r io.ReaderAt, size int64) (*File, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, fmt.Errorf("không mở được gói .docx: %w", err)
	}
	return &File{zip: z, parts: map[string]*part{}, whole: map[string][]byte{}}, nil
}

// part reads a part, once.
func (f *File) part(name string) (*part, error) {
	if p, ok := f.parts[name]; ok {
		return p, nil
	}
	src, err := f.read(name)
	if err != nil {
		return nil, err
	}
	root, err := parse(src)
	if err != nil {
		return nil, fmt.Errorf("phần «%s»: %w", name, err)
	}
	p := &part{root: root, at: map[int]*node{}}
	if p.w = prefix(root); p.w == "" {
		return nil, fmt.Errorf("phần «%s» viết theo lối không quen", name)
	}
	p.index()
	f.parts[name] = p
	return p, nil
}

func (f *File) read(name string) ([]byte, error) {
	for _, entry := range f.zip.File {
		if entry.Name != name {
			continue
		}
		r, err := entry.Open()
		if err != nil {
			return nil, fmt.Errorf("phần «%s»: %w", name, err)
		}
		src, err := io.ReadAll(io.LimitReader(r, maxPart+1))
		if err := errors.Join(err, r.Close()); err != nil {
			return nil, fmt.Errorf("phần «%s»: %w", name, err)
		}
		if len(src) > maxPart {
			return nil, fmt.Errorf("phần «%s» lớn quá %d MB", name, maxPart>>20)
		}
		return src, nil
	}
	return nil, fmt.Errorf("gói không có phần «%s»", name)
}

// bound is how a root element binds a prefix to WordprocessingML, of the transitional or the strict dialect.
var bound = regexp.MustCompile(`\sxmlns:([\pL\pN._-]+)\s*=\s*["'](?:http://schemas\.openxmlformats\.org/wordprocessingml/2006/main|http://purl\.oclc\.org/ooxml/wordprocessingml/main)["']`)

// prefix finds what WordprocessingML is bound to in the root element.
func prefix(root *node) string {
	for _, kid := range root.kids {
		if m := bound.FindSubmatch(kid.open); kid.name != "" && m != nil {
			return string(m[1]) + ":"
		}
	}
	return ""
}

func (p *part) index() {
	p.root.walk(func(n *node) bool {
		p.at[n.start] = n
		if n.name == p.w+"p" {
			p.paragraphs = append(p.paragraphs, n)
		}
		return true
	})
}

// Write writes the copy. Its errors are those of w and of the package that was read.
func (f *File) Write(w io.Writer) error {
	out := zip.NewWriter(w)
	for _, entry := range f.zip.File {
		text, changed := f.changed(entry.Name)
		if !changed {
			if err := out.Copy(entry); err != nil {
				return err
			}
			continue
		}
		head := zip.FileHeader{Name: entry.Name, Comment: entry.Comment, NonUTF8: entry.NonUTF8, Method: zip.Deflate,
			Modified: entry.Modified, ExternalAttrs: entry.ExternalAttrs}
		if err := pack(out, &head, text); err != nil {
			return err
		}
	}
	for _, a := range f.added {
		if err := pack(out, &zip.FileHeader{Name: a.name, Method: zip.Deflate}, a.bytes); err != nil {
			return err
		}
	}
	if err := out.SetComment(f.zip.Comment); err != nil {
		return err
	}
	return out.Close()
}

func pack(out *zip.Writer, head *zip.FileHeader, text []byte) error {
	into, err := out.CreateHeader(head)
	if err != nil {
		return err
	}
	_, err = into.Write(text)
	return err
}

// changed gives a part as it is to be, where it is to be another.
func (f *File) changed(name string) ([]byte, bool) {
	if text, ok := f.whole[name]; ok {
		return text, true
	}
	p := f.parts[name]
	if p == nil || !p.changed {
		return nil, false
	}
	var b bytes.Buffer
	p.root.write(&b)
	return b.Bytes(), true
}

// element finds an element of the name.
func (f *File) element(at Place, name string) (*part, *node) {
	p, err := f.part(at.Part)
	if err != nil {
		return nil, nil
	}
	n := p.at[int(at.Start)]
	if n == nil || n.name != p.w+name {
		return nil, nil
	}
	return p, n
}
