package data

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
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
	files map[string]*zip.File
	left  int64 // bytes that may still be inflated
}

func openParts(src []byte) (*parts, error) {
	if bytes.HasPrefix(src, []byte("\xd0\xcf\x11\xe0")) {
		return nil, broken("tệp có mật khẩu, hoặc là tệp Excel kiểu cũ (.xls)")
	}
	r, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return nil, broken("tệp không phải là tệp Excel .xlsx, hoặc đã hỏng")
	}
	if len(r.File) > maxParts {
		return nil, tooLarge("tệp Excel có %d phần, quá mức %d", len(r.File), maxParts)
	}
	p := &parts{files: map[string]*zip.File{}, left: MaxInflated}
	for _, f := range r.File {
		if _, twice := p.files[f.Name]; twice {
			return nil, broken("tệp Excel có hai phần cùng tên «%s»", clip(f.Name))
		}
		p.files[f.Name] = f
	}
	return p, nil
}

// read gives the bytes of a part, and nil when there is none of that name.
func (p *parts) read(name string) ([]byte, error) {
	f := p.files[name]
	if f == nil {
		return nil, nil
	}
	if f.Flags&1 != 0 {
		return nil, broken("tệp Excel có mật khẩu")
	}
	in, err := f.Open()
	if err != nil {
		return nil, broken("phần «%s» của tệp Excel nén theo cách không đọc được", clip(name))
	}
	defer in.Close() // reads memory: closing has nothing to say
	out, err := io.ReadAll(io.LimitReader(in, p.left+1))
	p.left -= int64(len(out))
	switch {
	case p.left < 0:
		return nil, tooLarge("tệp Excel bung ra quá %d MiB", MaxInflated>>20)
	case err != nil:
		return nil, broken("phần «%s» của tệp Excel đã hỏng", clip(name))
	}
	return out, nil
}

// xmlReader gives the elements of a part one by one, within limits.
type xmlReader struct {
	dec   *xml.Decoder
	part  string
	depth int
}

func newXML(part string, text []byte) *xmlReader {
	return &xmlReader{dec: xml.NewDecoder(bytes.NewReader(text)), part: part}
}

// next gives the next start, end or text; io.EOF at the end.
func (x *xmlReader) next() (xml.Token, error) {
	for {
		token, err := x.dec.Token()
		if errors.Is(err, io.EOF) {
			return nil, io.EOF
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
