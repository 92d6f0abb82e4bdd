package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
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
		why = "tệp đang mở ở chương trình khác (Word, trình xem PDF); đóng lại rồi chạy lại"
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
