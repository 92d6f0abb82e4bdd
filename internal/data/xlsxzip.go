package data

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"vanban/internal/diag"
)

// errWorkbook is a fault of a workbook, in words for its owner.
type errWorkbook struct {
	id      string
	message string
	hint    string
}

func (e *errWorkbook) Error() string { return e.message }

func broken(format string, args ...any) error {
	return &errWorkbook{IDWorkbook, fmt.Sprintf(format, args...), "mở tệp bằng Excel rồi lưu lại thành «Excel Workbook (.xlsx)»"}
}

func tooLarge(format string, args ...any) error {
	return &errWorkbook{IDSize, fmt.Sprintf(format, args...), "xóa các trang tính và vùng ô không dùng, hoặc chia thành nhiều tệp"}
}

// parts are the entries of a package. Names are only ever compared, never used as paths.
type parts struct {
	files  map[string]*zip.File
	limits tableLimits
	left   int64 // bytes that may still be inflated
}

func openParts(src io.ReaderAt, size int64, limits tableLimits) (*parts, error) {
	var head [4]byte
	if _, err := src.ReadAt(head[:], 0); err == nil && string(head[:]) == "\xd0\xcf\x11\xe0" {
		return nil, broken("tệp có mật khẩu, hoặc là tệp Excel kiểu cũ (.xls)")
	}
	r, err := zip.NewReader(src, size)
	if err != nil {
		return nil, broken("tệp không phải là tệp Excel .xlsx, hoặc đã hỏng")
	}
	if len(r.File) > maxParts {
		return nil, tooLarge("tệp Excel có %d phần, quá mức %d", len(r.File), maxParts)
	}
	p := &parts{files: map[string]*zip.File{}, limits: limits, left: limits.inflated}
	for _, f := range r.File {
		if _, twice := p.files[f.Name]; twice {
			return nil, broken("tệp Excel có hai phần cùng tên «%s»", diag.Clip(f.Name))
		}
		p.files[f.Name] = f
	}
	return p, nil
}

// open gives the elements of a part as it is inflated, at most so many bytes of it, and nil when there is none of
// that name.
func (p *parts) open(name string, most int64) (*xmlReader, error) {
	f := p.files[name]
	if f == nil {
		return nil, nil
	}
	if f.Flags&1 != 0 {
		return nil, broken("tệp Excel có mật khẩu")
	}
	in, err := f.Open()
	if err != nil {
		return nil, broken("phần «%s» của tệp Excel nén theo cách không đọc được", diag.Clip(name))
	}
	x := &xmlReader{part: name, in: in, parts: p, left: most}
	x.dec = xml.NewDecoder(x)
	return x, nil
}

// xmlReader gives the elements of a part one by one, within limits. What the package says of sizes is not
// believed: bytes are counted as they come.
type xmlReader struct {
	dec   *xml.Decoder
	part  string
	depth int
	in    io.ReadCloser
	parts *parts
	left  int64 // bytes that may still be read of this part
	since int   // bytes read since the last element
}

// Close ends the reading. The package is only read: closing has nothing to say.
func (x *xmlReader) Close() { _ = x.in.Close() }

// Read is for the decoder.
func (x *xmlReader) Read(p []byte) (int, error) {
	n, err := x.in.Read(p)
	x.parts.left -= int64(n)
	x.left -= int64(n)
	x.since += n
	switch {
	case x.parts.left < 0:
		return 0, tooLarge("tệp Excel bung ra quá %d MiB", x.parts.limits.inflated>>20)
	case x.left < 0:
		return 0, tooLarge("phần «%s» của tệp Excel quá dài", diag.Clip(x.part))
	case x.since > x.parts.limits.token:
		return 0, tooLarge("phần «%s» của tệp Excel có một đoạn dài quá %d MiB", diag.Clip(x.part), x.parts.limits.token>>20)
	case err != nil && !errors.Is(err, io.EOF):
		return 0, broken("phần «%s» của tệp Excel đã hỏng", diag.Clip(x.part))
	}
	return n, err
}

// next gives the next start, end or text; io.EOF at the end.
func (x *xmlReader) next() (xml.Token, error) {
	for {
		x.since = 0
		token, err := x.dec.Token()
		var fault *errWorkbook
		if errors.Is(err, io.EOF) || errors.As(err, &fault) {
			return nil, err
		}
		if err != nil {
			return nil, broken("phần «%s» của tệp Excel viết sai", x.part)
		}
		switch token.(type) {
		case xml.StartElement:
			if x.depth++; x.depth > maxXMLDepth {
				return nil, tooLarge("phần «%s» của tệp Excel lồng nhau quá %d cấp", x.part, maxXMLDepth)
			}
		case xml.EndElement:
			x.depth--
		case xml.CharData:
		case xml.Directive:
			// A DOCTYPE could define entities; no program that makes workbooks writes one.
			return nil, broken("phần «%s» của tệp Excel có khai báo DOCTYPE, không an toàn", x.part)
		default:
			continue
		}
		return token, nil
	}
}

// attr gives an attribute by its local name; workbooks of both dialects differ in their namespaces only.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
