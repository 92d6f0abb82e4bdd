package viet

import (
	"slices"
	"strings"
	"unicode"
)

// Reading reduces a number or an amount in words to what all accepted ways of reading it have in common: «nghìn» for
// «ngàn», «năm» for «lăm», neither «linh» nor an empty hundred nor «đồng». Two texts that say the same number have the
// same reading. It is empty where a word is no word of a number.
func Reading(words string) string {
	var out []string
	for _, w := range strings.FieldsFunc(Lower(words), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(".,;:", r) }) {
		switch w {
		case "đồng", "chẵn", "việt", "nam", "linh", "lẻ":
			continue
		case "ngàn":
			w = "nghìn"
		case "tỉ":
			w = "tỷ"
		case "mốt":
			w = "một"
		case "tư":
			w = "bốn"
		case "lăm", "nhăm":
			w = "năm"
		case "bẩy":
			w = "bảy"
		case "mười", "mươi", "trăm", "nghìn", "triệu", "tỷ":
		default:
			if !slices.Contains(figureWords[:], w) {
				return ""
			}
		}
		out = append(out, w)
	}
	return strings.ReplaceAll(" "+strings.Join(out, " ")+" ", " không trăm ", " ")
}
