package diff

// term puts a word of the file format into Vietnamese; one that is seldom met stays as it is.
func term(word string) string {
	switch word {
	case "column":
		return "cột"
	case "margin", "leftMargin", "rightMargin", "topMargin", "bottomMargin":
		return "lề"
	case "page":
		return "trang"
	case "character":
		return "chữ"
	case "paragraph", "text":
		return "đoạn"
	case "line":
		return "dòng"
	case "center":
		return "giữa"
	case "left":
		return "trái"
	case "right":
		return "phải"
	case "top":
		return "trên"
	case "bottom":
		return "dưới"
	case "both":
		return "dàn đều"
	case "single":
		return "nét đơn"
	case "double":
		return "nét đôi"
	case "thick":
		return "nét đậm"
	case "words":
		return "từng từ"
	case "dotted", "dot", "sysDot":
		return "nét chấm"
	case "dashed", "dash", "sysDash", "hyphen":
		return "nét gạch"
	case "underscore":
		return "nét liền"
	case "nextPage":
		return "ở trang mới"
	case "continuous":
		return "liền trang trước"
	case "oddPage":
		return "ở trang lẻ"
	case "evenPage":
		return "ở trang chẵn"
	case "nextColumn":
		return "ở cột mới"
	case "decimal":
		return "1, 2, 3"
	case "upperRoman":
		return "I, II, III"
	case "lowerRoman":
		return "i, ii, iii"
	case "upperLetter":
		return "A, B, C"
	case "lowerLetter":
		return "a, b, c"
	case "yellow":
		return "vàng"
	case "red":
		return "đỏ"
	case "green":
		return "xanh lá"
	case "cyan":
		return "xanh lơ"
	case "around":
		return "chữ chạy quanh"
	case "auto":
		return "tự động"
	}
	return word
}
