package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"vanban/internal/build"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/font"
	"vanban/templates"
)

// library is the built-in templates, and over them those of the office.
func (o *renderOptions) library(sources *data.Sources) (*build.Library, error) {
	layers, err := o.layers()
	if err != nil {
		return nil, err
	}
	return build.NewLibrary(sources, layers...), nil
}

func (o *renderOptions) layers() ([]build.Layer, error) {
	layers := []build.Layer{{Files: templates.Files}}
	if o.templates != "" {
		info, err := os.Stat(o.templates)
		if err != nil {
			return nil, fmt.Errorf("đọc thư mục mẫu: %w", err)
		}
		if !info.IsDir() {
			return nil, usageError{fmt.Sprintf("«%s» không phải thư mục", o.templates), "thư mục mẫu gồm các thư mục con như " + defaultStandard + "/"}
		}
		root, err := os.OpenRoot(o.templates) // a link in it cannot lead out of it
		if err != nil {
			return nil, fmt.Errorf("đọc thư mục mẫu: %w", err)
		}
		layers = append(layers, build.Layer{Label: filepath.ToSlash(o.templates), Files: root.FS()})
	}
	return layers, nil
}

// fontNames are the names that the four faces go by on Windows and in free families.
func fontNames() [4][]string {
	return [4][]string{
		{"times.ttf", "Times New Roman.ttf", "LiberationSerif-Regular.ttf"},
		{"timesbd.ttf", "Times New Roman Bold.ttf", "LiberationSerif-Bold.ttf"},
		{"timesi.ttf", "Times New Roman Italic.ttf", "LiberationSerif-Italic.ttf"},
		{"timesbi.ttf", "Times New Roman Bold Italic.ttf", "LiberationSerif-BoldItalic.ttf"},
	}
}

// maxFont bounds a font file: Times New Roman has about one megabyte a face.
const maxFont = 32 << 20

func (o *renderOptions) fontSet() (*font.Set, error) {
	if o.fonts == "" {
		return font.Embedded()
	}
	var faces [4][]byte
	for i, names := range fontNames() {
		for _, name := range names {
			src, err := readFile(filepath.Join(o.fonts, name), maxFont)
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if err != nil {
				return nil, fmt.Errorf("đọc tệp chữ: %w", err)
			}
			faces[i] = src
			break
		}
		if faces[i] == nil {
			return nil, usageError{fmt.Sprintf("thư mục «%s» không có tệp chữ %s", o.fonts, strings.Join(names, " hoặc ")),
				"chép bốn tệp chữ Times New Roman vào thư mục đó, hoặc bỏ --fonts"}
		}
	}
	return font.Load(font.Files{Regular: faces[0], Bold: faces[1], Italic: faces[2], BoldItalic: faces[3]})
}

// created is the time that SOURCE_DATE_EPOCH gives, for documents whose data has no full date; empty where it is not set.
func (o *renderOptions) created() (string, error) {
	text := o.env.Getenv("SOURCE_DATE_EPOCH")
	if text == "" {
		return "", nil
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	if err != nil || seconds < 0 || seconds > 253402300799 {
		return "", usageError{fmt.Sprintf("biến môi trường SOURCE_DATE_EPOCH «%s» không phải là số giây kể từ năm 1970", diag.Clip(text)), "ghi một số nguyên không âm, hoặc bỏ biến đó"}
	}
	return time.Unix(seconds, 0).UTC().Format(time.RFC3339), nil
}
