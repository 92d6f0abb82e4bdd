package merge

import (
	"strings"

	"vanban/internal/viet"
)

// shapeFunctions tell the shape of a value, where a schema allows several, and bring it into one.
func shapeFunctions() []function {
	return []function{
		define("danh_sach", asList, "danh sách như đã ghi; một giá trị đứng riêng thành danh sách một mục, không có thì thành danh sách trống",
			Example{`{{ range danh_sach "An" }}[{{ . }}]{{ end }}`, "[An]"}).withMissing(),
		define("la_danh_sach", isList, "giá trị là một danh sách",
			Example{`{{ if la_danh_sach (list "a") }}danh sách{{ end }}`, "danh sách"}).withMissing(),
		define("la_nhom", isGroup, "giá trị là một nhóm khóa",
			Example{`{{ if la_nhom (dict "ten" "An") }}nhóm{{ end }}`, "nhóm"}).withMissing(),
		define("nhieu_dong", severalLines, "dòng chữ có xuống dòng",
			Example{`{{ if nhieu_dong "một dòng" }}nhiều{{ else }}một{{ end }}`, "một"}),
		define("cham", ended, "kết thúc bằng một dấu chấm; giữ dấu . ? ! : … đã có, thay dấu ; và ,",
			Example{`{{ cham "Rà soát số liệu;" }}`, "Rà soát số liệu."},
			Example{`{{ cham "Gồm các việc sau:" }}`, "Gồm các việc sau:"}),
		define("som_nhat", earliest, "khoảng thời gian bắt đầu sớm nhất trong danh sách",
			Example{`{{ som_nhat (list "Q2/2026" "10/2025") }}`, "10/2025"}),
		define("muon_nhat", latest, "khoảng thời gian kết thúc muộn nhất trong danh sách",
			Example{`{{ muon_nhat (list "Q2/2026" "10/2025") }}`, "Q2/2026"}),
		define("truoc_ngoac", beforeBracket, "phần đứng trước dấu ngoặc ở cuối dòng",
			Example{`{{ truoc_ngoac "Sở Nội vụ (để phối hợp)" }}`, "Sở Nội vụ"}),
		define("trong_ngoac", inBracket, "phần trong dấu ngoặc ở cuối dòng; không có ngoặc thì trống",
			Example{`{{ trong_ngoac "Sở Nội vụ (để phối hợp)" }}`, "để phối hợp"}),
		define("la_khong", isNo, "giá trị là chữ «không», gõ có dấu hay không dấu",
			Example{`{{ if la_khong "khong" }}không lập{{ end }}`, "không lập"}).withMissing(),
		define("co_so_dau_dong", isNumbered, "dòng mở đầu bằng số điều, khoản, điểm hoặc gạch đầu dòng",
			Example{`{{ if co_so_dau_dong "Phê duyệt danh mục" }}có{{ else }}không{{ end }}`, "không"}),
		define("co_ten", named, "danh sách có một dòng giống dòng này hay không, không kể chữ hoa, khoảng trắng và cách gõ dấu",
			Example{`{{ if co_ten (list "Sở Y tế") "SỞ Y TẾ" }}có{{ end }}`, "có"}).withMissing(),
	}
}

func asList(list []any) []any { return list }

func isList(v any) bool {
	_, ok := v.(*list)
	return ok
}

func isGroup(v any) bool {
	_, ok := v.(*dict)
	return ok
}

func severalLines(s string) bool { return strings.Contains(strings.TrimSpace(s), "\n") }

func ended(s string) string {
	s = strings.TrimRight(s, " ")
	if strings.HasSuffix(s, "…") || strings.HasSuffix(s, "...") || s == "" || strings.ContainsAny(s[len(s)-1:], ".?!:") {
		return s
	}
	return strings.TrimRight(s, ";, ") + "."
}

func earliest(periods []any) (any, error) {
	return extreme(periods, func(p, best viet.Period) bool { return p.First.Before(best.First) })
}

func latest(periods []any) (any, error) {
	return extreme(periods, func(p, best viet.Period) bool { return best.Last.Before(p.Last) })
}

// extreme gives the item that no other beats.
func extreme(items []any, beats func(p, best viet.Period) bool) (any, error) {
	var found any
	var best viet.Period
	for _, item := range items {
		s, err := asText(item)
		if err != nil {
			return nil, err
		}
		p, err := viet.ParsePeriod(s)
		if err != nil {
			return nil, err
		}
		if found == nil || beats(p, best) {
			found, best = item, p
		}
	}
	if found == nil {
		return nil, &argumentError{reason: "danh sách không có mục nào"}
	}
	return found, nil
}

func isNo(v any) bool {
	s, err := asText(v)
	return err == nil && viet.Fold(s) == viet.Fold("không")
}

// isNumbered asks the markup that the text will be read by: this package does not know it.
func isNumbered(c *call, s string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return c.run.out.escape.LineStart(first)
}

func beforeBracket(s string) string {
	before, _ := bracket(s)
	return before
}

func inBracket(s string) string {
	_, inside := bracket(s)
	return inside
}

// bracket splits a text at the bracket that ends it.
func bracket(s string) (before, inside string) {
	s = strings.TrimRight(s, " .;,")
	at := strings.LastIndex(s, "(")
	if at < 0 || !strings.HasSuffix(s, ")") {
		return s, ""
	}
	return strings.TrimSpace(s[:at]), strings.TrimSpace(s[at+1 : len(s)-1])
}

func named(list []any, name string) (bool, error) {
	for _, item := range list {
		s, err := asText(item)
		if err != nil {
			return false, err
		}
		if alike(s, name) {
			return true, nil
		}
	}
	return false, nil
}
