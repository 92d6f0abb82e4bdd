package docx

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Bounds of a package that Edited looks into: far above any document of an office, and low enough that a
// zip made to harm is given up within seconds.
const (
	maxEntries  = 10000
	maxUnpacked = 512 << 20 // bytes of all parts together
	maxCustom   = 1 << 20   // bytes of docProps/custom.xml
)

// errTooBig tells that a package grows beyond the bounds while it is unpacked.
var errTooBig = errors.New("gói .docx lớn quá mức cho phép khi giải nén")

// Edited tells whether the .docx in file was changed since vanban wrote it. known is false where the
// package carries no content hash of vanban's, so that nothing can be said of it; edited is then false.
// It errs where the file cannot be read, is not a zip, is damaged, or unpacks to more than the bounds:
// sizes are counted while unpacking, never taken from the zip's own word.
func Edited(file io.ReaderAt, size int64) (edited, known bool, err error) {
	z, err := zip.NewReader(file, size)
	if err != nil {
		return false, false, fmt.Errorf("không đọc được gói .docx: %w", err)
	}
	if len(z.File) > maxEntries {
		return false, false, errTooBig
	}
	recorded, err := recordedHash(z)
	if err != nil {
		return false, false, fmt.Errorf("không đọc được gói .docx: %w", err)
	}
	if recorded == "" {
		return false, false, nil
	}
	found, err := packageHash(z)
	if err != nil {
		return false, true, fmt.Errorf("không đọc được gói .docx: %w", err)
	}
	return found != recorded, true, nil
}

// Custom gives the custom properties of a .docx by their names: those that vanban wrote, and what others put there.
// It errs as Edited does.
func Custom(file io.ReaderAt, size int64) (map[string]string, error) {
	z, err := zip.NewReader(file, size)
	if err != nil {
		return nil, fmt.Errorf("không đọc được gói .docx: %w", err)
	}
	if len(z.File) > maxEntries {
		return nil, errTooBig
	}
	found, err := custom(z)
	if err != nil {
		return nil, fmt.Errorf("không đọc được gói .docx: %w", err)
	}
	return found, nil
}

// recordedHash gives the content hash that the package carries, empty for none.
func recordedHash(z *zip.Reader) (string, error) {
	found, err := custom(z)
	return found[hashProperty], err
}

func custom(z *zip.Reader) (map[string]string, error) {
	for _, f := range z.File {
		if f.Name != customPart {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		defer r.Close()
		data, err := io.ReadAll(io.LimitReader(r, maxCustom+1))
		if err != nil {
			return nil, err
		}
		if len(data) > maxCustom {
			return nil, errTooBig
		}
		return customTexts(string(data))
	}
	return nil, nil
}

// customTexts gives the text of each property by its name. It errs on XML that is not well formed and on a
// document type declaration, which no office program writes.
func customTexts(data string) (map[string]string, error) {
	d := xml.NewDecoder(strings.NewReader(data))
	out := map[string]string{}
	name := ""
	var value strings.Builder
	for {
		token, err := d.Token()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.Directive:
			return nil, errors.New("phần thuộc tính chứa khai báo DOCTYPE")
		case xml.StartElement:
			if t.Name.Local == "property" {
				name = attribute(t, "name")
				value.Reset()
			}
		case xml.EndElement:
			if t.Name.Local == "property" && name != "" {
				out[name] = strings.TrimSpace(value.String())
				name = ""
			}
		case xml.CharData:
			if name != "" {
				value.Write(t)
			}
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// packageHash makes the content hash anew from what the parts hold now.
func packageHash(z *zip.Reader) (string, error) {
	var lines []string
	left := int64(maxUnpacked)
	for _, f := range z.File {
		if f.Name == customPart {
			continue
		}
		line, n, err := partHash(f, left)
		if err != nil {
			return "", err
		}
		left -= n
		lines = append(lines, line)
	}
	return joinHash(lines), nil
}

// partHash hashes one part, unpacking no more than limit bytes of it.
func partHash(f *zip.File, limit int64) (line string, n int64, err error) {
	r, err := f.Open()
	if err != nil {
		return "", 0, err
	}
	defer r.Close()
	sum := sha256.New()
	n, err = io.Copy(sum, io.LimitReader(r, limit+1))
	if err != nil {
		return "", n, err
	}
	if n > limit {
		return "", n, errTooBig
	}
	return hashLine(f.Name, sum.Sum(nil)), n, nil
}
