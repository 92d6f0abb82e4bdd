// Package opc reads packages (the zip files that .docx and .xlsx are) without trusting them: a part's size is
// what comes out while it is inflated, never what the file says of it, and everything is counted against limits.
//
// Start from [Open], then [Package.Read]. Every error is a [*Fault]: what is wrong, as a kind, so that each
// reader says it in its own words. Names of parts are only ever compared; nothing is written anywhere.
//
// Not read: packages split over several disks, and parts compressed by anything but deflate.
package opc

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"
)

// Limits are what a package may hold.
type Limits struct {
	Parts int   // entries
	Part  int64 // bytes of one part, inflated
	Total int64 // bytes of all parts that are read, inflated
	Ratio int64 // inflated bytes for each packed byte of a part above RatioFrom
}

// RatioFrom is how large a part must be for its ratio to count: small parts of blanks pack very well.
const RatioFrom = 4 << 20

// Kind is what is wrong with a package.
type Kind int

// The faults.
const (
	NotZip      Kind = iota + 1 // no zip file, or a broken one
	OldOffice                   // an OLE compound file: a package with a password, or a format before 2007
	Encrypted                   // an entry with a password
	ManyParts                   // more entries than allowed
	TwiceNamed                  // two entries of one name
	UnsafeName                  // an absolute name, or one that climbs out
	Compression                 // an entry packed in a way that is not read
	Damaged                     // an entry that does not unpack to what its checksum says
	LargePart                   // a part, or all of them, larger than allowed
	Inflates                    // a part that unpacks to more than the ratio allows
)

// Fault is what is wrong with a package.
type Fault struct {
	Kind  Kind
	Part  string // the part it is about, "" for the package
	Count int    // of ManyParts
}

// Error is for programmers; readers tell users in their own words.
func (f *Fault) Error() string { return fmt.Sprintf("opc: fault %d in part %q", f.Kind, f.Part) }

// Package is an opened package.
type Package struct {
	names  []string
	files  map[string]*zip.File // by name in lower case: names of parts are the same in any case
	limits Limits
	left   int64
}

// Open looks into a package.
func Open(src []byte, l Limits) (*Package, error) {
	if bytes.HasPrefix(src, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
		return nil, &Fault{Kind: OldOffice}
	}
	r, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil && r == nil {
		return nil, &Fault{Kind: NotZip}
	}
	if len(r.File) > l.Parts {
		return nil, &Fault{Kind: ManyParts, Count: len(r.File)}
	}
	p := &Package{files: map[string]*zip.File{}, limits: l, left: l.Total}
	for _, f := range r.File {
		if strings.HasSuffix(f.Name, "/") {
			continue // a folder: some programs pack them
		}
		name := strings.ReplaceAll(f.Name, `\`, "/") // some programs on Windows pack so
		if path.IsAbs(name) || name != path.Clean(name) || name == ".." || strings.HasPrefix(name, "../") || strings.Contains(name, ":") {
			return nil, &Fault{Kind: UnsafeName, Part: f.Name}
		}
		key := strings.ToLower(name)
		if p.files[key] != nil {
			return nil, &Fault{Kind: TwiceNamed, Part: f.Name}
		}
		p.files[key] = f
		p.names = append(p.names, name)
	}
	return p, nil
}

// Names are the parts, in the order of the package.
func (p *Package) Names() []string { return p.names }

// Has tells whether there is a part of the name.
func (p *Package) Has(name string) bool { return p.files[strings.ToLower(name)] != nil }

// Head inflates the first bytes of a part, at most n; nil where there is none of that name, or it cannot be read.
func (p *Package) Head(name string, n int64) []byte {
	f := p.files[strings.ToLower(name)]
	if f == nil || f.Flags&1 != 0 {
		return nil
	}
	in, err := f.Open()
	if err != nil {
		return nil
	}
	defer in.Close() // reads memory: closing has nothing to say
	out, err := io.ReadAll(io.LimitReader(in, min(n, p.left)))
	p.left -= int64(len(out))
	if err != nil {
		return nil
	}
	return out
}

// Read inflates a part; nil where there is none of that name.
func (p *Package) Read(name string) ([]byte, error) {
	f := p.files[strings.ToLower(name)]
	if f == nil {
		return nil, nil
	}
	if f.Flags&1 != 0 {
		return nil, &Fault{Kind: Encrypted, Part: name}
	}
	in, err := f.Open()
	if err != nil {
		return nil, &Fault{Kind: Compression, Part: name}
	}
	defer in.Close() // reads memory: closing has nothing to say
	most := min(p.left, p.limits.Part)
	ratio := false
	if packed := max(RatioFrom, p.limits.Ratio*int64(min(f.CompressedSize64, 1<<40))); packed < most {
		most, ratio = packed, true
	}
	out, err := io.ReadAll(io.LimitReader(in, most+1))
	p.left -= int64(len(out))
	switch {
	case int64(len(out)) > most && ratio:
		return nil, &Fault{Kind: Inflates, Part: name}
	case int64(len(out)) > most:
		return nil, &Fault{Kind: LargePart, Part: name}
	case err != nil:
		return nil, &Fault{Kind: Damaged, Part: name}
	}
	return out, nil
}
