package merge

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"vanban/internal/viet"
)

// maxText bounds a text that a function makes, in bytes.
const maxText = 1 << 20

// textFunctions change the writing of texts. None cuts inside a letter.
func textFunctions() []function {
	return []function{
		define("hoa", viet.Upper, "viết hoa toàn bộ",
			Example{`{{ hoa "kế hoạch" }}`, "KẾ HOẠCH"}),
		define("thuong", viet.Lower, "viết thường toàn bộ",
			Example{`{{ thuong "ĐẶC KHU" }}`, "đặc khu"}),
		define("hoa_dau", viet.Capitalize, "viết hoa chữ cái đầu",
			Example{`{{ hoa_dau "ổn định" }}`, "Ổn định"}),
		define("chu_dau_thuong", lowerFirst, "viết thường chữ cái đầu; giữ nguyên nếu từ đầu là chữ viết tắt",
			Example{`{{ chu_dau_thuong "Về việc tập huấn" }}`, "về việc tập huấn"},
			Example{`{{ chu_dau_thuong "UBND xã" }}`, "UBND xã"}),
		define("bo_cham", trimStops, "bỏ dấu chấm, chấm phẩy, phẩy ở cuối",
			Example{`{{ bo_cham "Báo cáo tổng kết.;" }}`, "Báo cáo tổng kết"},
			Example{`{{ bo_cham "Đào tạo nghề dệt, may, v.v..." }}`, "Đào tạo nghề dệt, may, v.v..."}),
		define("noi", join, "nối các mục bằng một dấu ngăn cách",
			Example{`{{ noi (list "VT" "KGVX") ", " }}`, "VT, KGVX"}),
		define("va", joinAnd, "nối các mục thành «A, B và C»",
			Example{`{{ va (list "Sở Y tế" "Sở Nội vụ" "Sở Tài chính") }}`, "Sở Y tế, Sở Nội vụ và Sở Tài chính"}),
		define("tach", split, "tách một dòng chữ thành danh sách, bỏ khoảng trắng quanh mỗi mục và các mục trống",
			Example{`{{ range tach "An; Bình ;" ";" }}[{{ . }}]{{ end }}`, "[An][Bình]"}),
		define("giong", alike, "hai dòng chữ giống nhau, không kể chữ hoa, khoảng trắng và cách gõ dấu",
			Example{`{{ if giong "Sở  Y tế" "SỞ Y TẾ" }}giống{{ end }}`, "giống"}),
		define("van_ban", official, "in nguyên văn phần văn bản có cấu trúc (điều, khoản, điểm, bảng) lấy từ dữ liệu",
			Example{`{{ van_ban "1. Mục đích" }}`, "1. Mục đích"}),
		define("print", concatenate, "ghép các giá trị liền nhau",
			Example{`{{ print "Điều " 3 }}`, "Điều 3"}),
		define("printf", format, "ghép theo mẫu: %s là chữ, %d là số nguyên, %02d là số có hai chữ số",
			Example{`{{ printf "%s/%d-%02d" "KH" 2026 5 }}`, "KH/2026-05"}),
	}
}

// lowerFirst writes the first letter small, unless the first word has a second capital (UBND).
func lowerFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	word, _, _ := strings.Cut(s, " ")
	for _, next := range word[min(size, len(word)):] {
		if unicode.IsUpper(next) {
			return s
		}
	}
	return viet.Lower(string(r)) + s[size:]
}

// trimStops strips the mark that closes a line. An ellipsis is no such mark: «v.v...» keeps its dots.
func trimStops(s string) string {
	s = strings.TrimRight(s, ";, \t\n")
	if strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..") {
		s = strings.TrimRight(strings.TrimSuffix(s, "."), ";, \t\n")
	}
	return s
}

func join(list []any, sep string) (string, error) {
	parts, err := texts(list)
	if err != nil {
		return "", err
	}
	if size := (len(parts) - 1) * len(sep); size > maxText {
		return "", errTooLong()
	}
	return strings.Join(parts, sep), nil
}

func errTooLong() error {
	return &argumentError{reason: fmt.Sprintf("dòng chữ sinh ra dài quá %d KB", maxText>>10)}
}

func joinAnd(list []any) (string, error) {
	parts, err := texts(list)
	if err != nil {
		return "", err
	}
	return viet.JoinAnd(parts), nil
}

// texts gives the texts of a list, which together are no longer than maxText.
func texts(list []any) ([]string, error) {
	out := make([]string, len(list))
	size := 0
	for i, item := range list {
		s, err := asText(item)
		if err != nil {
			return nil, err
		}
		if size += len(s); size > maxText {
			return nil, errTooLong()
		}
		out[i] = s
	}
	return out, nil
}

func split(s, sep string) ([]string, error) {
	if sep == "" {
		return nil, &argumentError{reason: "dấu ngăn cách không được trống"}
	}
	if strings.Count(s, sep) > maxList {
		return nil, errTooMany()
	}
	var out []string
	for _, part := range strings.Split(s, sep) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out, nil
}

func alike(a, b string) bool { return loose(a) == loose(b) }

// loose is a text without what typing may change: case, spaces, composition. Accents count.
func loose(s string) string { return strings.Join(strings.Fields(viet.Lower(viet.NFC(s))), " ") }

// official lets the text of a value through as structure.
func official(v *Value) any {
	if v.place == nil {
		return v.text // written in the template
	}
	raw := *v
	raw.raw = true
	return &raw
}

func concatenate(args ...any) (string, error) { return join(args, "") }

// format understands %s, %v, %d, %% and %0Nd only: the widths of fmt could fill the memory.
func format(pattern string, args ...any) (string, error) {
	var b strings.Builder
	for pattern != "" {
		before, rest, found := strings.Cut(pattern, "%")
		b.WriteString(before)
		if !found {
			break
		}
		if strings.HasPrefix(rest, "%") {
			b.WriteByte('%')
			pattern = rest[1:]
			continue
		}
		if len(args) == 0 {
			return "", &argumentError{reason: "mẫu có nhiều dấu «%» hơn số giá trị"}
		}
		piece, after, err := formatOne(rest, args[0])
		if err != nil {
			return "", err
		}
		if b.Len()+len(piece) > maxText {
			return "", errTooLong()
		}
		b.WriteString(piece)
		pattern, args = after, args[1:]
	}
	if len(args) > 0 {
		return "", &argumentError{reason: "số giá trị nhiều hơn số dấu «%» trong mẫu"}
	}
	return b.String(), nil
}

// formatOne writes one value by the verb that the pattern begins with, and gives the rest of the pattern.
func formatOne(pattern string, arg any) (text, rest string, err error) {
	switch {
	case strings.HasPrefix(pattern, "s"), strings.HasPrefix(pattern, "v"):
		text, err = asText(arg)
		return text, pattern[1:], err
	case strings.HasPrefix(pattern, "d"):
		n, err := asInt(arg)
		return fmt.Sprint(n), pattern[1:], err
	case len(pattern) >= 3 && pattern[0] == '0' && pattern[1] >= '1' && pattern[1] <= '9' && pattern[2] == 'd':
		n, err := asInt(arg)
		return fmt.Sprintf("%0*d", int(pattern[1]-'0'), n), pattern[3:], err
	}
	return "", "", &argumentError{reason: "chỉ dùng được %s, %d và %02d", hint: "viết %% để in dấu phần trăm"}
}
