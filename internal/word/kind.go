package word

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"unicode/utf16"

	"vanban/internal/diag"
	"vanban/internal/opc"
)

func resave() []string {
	return []string{"mở tệp bằng Word rồi lưu lại với loại «Word Document (.docx)»"}
}

// otherKind tells a file that is no package by how it begins, whatever its name says; nil where it may be one.
func otherKind(src []byte) *fault {
	begins := func(s string) bool { return bytes.HasPrefix(src, []byte(s)) }
	switch {
	case len(src) == 0:
		return &fault{IDKind, "tệp trống", []string{"chọn đúng tệp, hoặc chép lại tệp từ nguồn"}}
	case begins("{\\rtf"):
		return &fault{IDKind, "tệp là văn bản RTF, không phải .docx", resave()}
	case begins("%PDF-"):
		return &fault{IDKind, "tệp là PDF, không phải .docx", []string{"dùng tệp Word gốc của văn bản"}}
	case begins("<html"), begins("<!DOCTYPE"), begins("<!doctype"), begins("<HTML"):
		return &fault{IDKind, "tệp là trang web lưu dưới tên .docx", resave()}
	case begins("<?xml") && bytes.Contains(src[:min(len(src), 2000)], []byte("pkg:package")),
		begins("<?xml") && bytes.Contains(src[:min(len(src), 2000)], []byte("wordDocument")):
		return &fault{IDKind, "tệp là Word XML một tệp, không phải .docx", resave()}
	case begins("PK\x03\x04") && len(src) > 80 && bytes.HasPrefix(src[30:], []byte("mimetypeapplication/vnd.oasis.opendocument")):
		return &fault{IDKind, "tệp là văn bản OpenDocument (.odt), không phải .docx", resave()}
	case !begins("PK") && !begins("\xd0\xcf\x11\xe0"):
		return &fault{IDKind, "tệp không phải là tệp Word .docx", resave()}
	}
	return nil
}

// packageFault says what is wrong with the package.
func packageFault(f *opc.Fault) *fault {
	part := diag.Clip(f.Part)
	l := limits()
	switch f.Kind {
	case opc.OldOffice:
		return &fault{IDLocked, "tệp có mật khẩu mở, hoặc là tệp Word kiểu cũ (.doc)",
			append([]string{"bỏ mật khẩu: mở bằng Word, vào Tệp › Thông tin › Bảo vệ tài liệu"}, resave()...)}
	case opc.Encrypted:
		return &fault{IDLocked, "tệp nén có mật khẩu", resave()}
	case opc.ManyParts:
		return &fault{IDSize, fmt.Sprintf("tệp có %d phần, quá mức %d", f.Count, l.Parts), resave()}
	case opc.TwiceNamed:
		return &fault{IDPackage, fmt.Sprintf("tệp có hai phần cùng tên «%s»", part), resave()}
	case opc.UnsafeName:
		return &fault{IDPackage, fmt.Sprintf("tệp có phần mang tên không an toàn «%s»", part), resave()}
	case opc.Compression:
		return &fault{IDPackage, fmt.Sprintf("phần «%s» của tệp nén theo cách không đọc được", part), resave()}
	case opc.Damaged:
		return &fault{IDPackage, fmt.Sprintf("phần «%s» của tệp đã hỏng", part), append(resave(), "chép lại tệp từ nguồn")}
	case opc.LargePart:
		return &fault{IDSize, fmt.Sprintf("phần «%s» của tệp bung ra quá lớn (một phần nhiều nhất %d MiB, cả tệp %d MiB)", part, l.Part>>20, l.Total>>20),
			[]string{"chia tệp thành nhiều văn bản"}}
	case opc.Inflates:
		return &fault{IDSize, fmt.Sprintf("phần «%s» của tệp bung ra gấp hơn %d lần, có thể là tệp phá hoại", part, l.Ratio), resave()}
	}
	return &fault{IDPackage, "tệp không phải là tệp Word .docx, hoặc đã hỏng", append(resave(), "chép lại tệp từ nguồn")}
}

// utf8Of turns UTF-16 with a byte order mark into UTF-8. Other text is left as it is.
func utf8Of(src []byte) []byte {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(src, []byte("\xff\xfe")), bytes.HasPrefix(src, []byte("<\x00?\x00")):
		order = binary.LittleEndian
	case bytes.HasPrefix(src, []byte("\xfe\xff")), bytes.HasPrefix(src, []byte("\x00<\x00?")):
		order = binary.BigEndian
	default:
		if src == nil {
			src = []byte{}
		}
		return src
	}
	units := make([]uint16, len(src)/2)
	for i := range units {
		units[i] = order.Uint16(src[2*i:])
	}
	return []byte(string(utf16.Decode(units)))
}
