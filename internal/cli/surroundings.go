package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"vanban/internal/viet"
)

// surroundings puts what the system said into Vietnamese, with the file it said it of.
func surroundings(err error) string {
	var path *fs.PathError
	var link *os.LinkError
	name := ""
	switch {
	case errors.As(err, &path):
		name = path.Path
	case errors.As(err, &link):
		name = link.New
	}
	why := ""
	switch {
	case errors.Is(err, fs.ErrNotExist):
		why = "không tìm thấy tệp hoặc thư mục"
	case isOpenElsewhere(err):
		why = "tệp đang mở ở chương trình khác (Word, trình xem PDF), hoặc chỉ cho đọc; đóng lại rồi chạy lại"
	case errors.Is(err, fs.ErrPermission):
		why = "không có quyền đọc hoặc ghi"
	case errors.Is(err, fs.ErrExist):
		why = "tệp đã có"
	case errors.Is(err, syscall.ENOSPC):
		why = "ổ đĩa đã đầy"
	case errors.Is(err, syscall.EISDIR):
		why = "đây là thư mục, không phải tệp"
	case errors.Is(err, syscall.ENOTDIR):
		why = "một phần của đường dẫn không phải thư mục"
	case errors.Is(err, syscall.EROFS):
		why = "ổ đĩa chỉ cho đọc"
	case errors.Is(err, syscall.ENAMETOOLONG):
		why = "tên tệp quá dài"
	case errors.Is(err, syscall.EFBIG):
		why = "tệp vượt quá cỡ cho phép"
	case name != "":
		why = "hệ thống báo «" + underlying(err) + "»"
	default:
		return err.Error()
	}
	if name == "" {
		return why
	}
	return fmt.Sprintf("«%s»: %s", name, why)
}

func underlying(err error) string {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err.Error()
		}
		err = inner
	}
}

// maxNames is how many names of a folder are looked through for one that was meant.
const maxNames = 10_000

// meant says which file was probably meant by one that is not there; empty where nothing comes near.
func meant(err error) string {
	var path *fs.PathError
	if !errors.Is(err, fs.ErrNotExist) || !errors.As(err, &path) {
		return ""
	}
	dir, name := filepath.Dir(path.Path), filepath.Base(path.Path)
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return fmt.Sprintf("không có thư mục «%s»", dir)
	}
	opened, err := os.Open(dir)
	if err != nil {
		return ""
	}
	defer opened.Close()
	names, _ := opened.Readdirnames(maxNames)                                          // what can be read of them is enough for a hint
	names = slices.DeleteFunc(names, func(other string) bool { return other == name }) // a link that leads nowhere
	slices.Sort(names)
	near, ok := viet.Nearest(name, names)
	if !ok { // another extension, or none
		i := slices.IndexFunc(names, func(other string) bool { return strings.EqualFold(stem(other), stem(name)) })
		if i < 0 {
			return ""
		}
		near = names[i]
	}
	return fmt.Sprintf("có phải là «%s» không", filepath.Join(dir, near))
}
