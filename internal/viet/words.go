package viet

import (
	"fmt"
	"strconv"
	"strings"
)

// WordOptions chooses among the accepted ways to read a number aloud. The zero value is the formal
// northern reading that state documents use.
type WordOptions struct {
	Ngan bool // «ngàn» for «nghìn»
	Le   bool // «lẻ» for «linh»
}

// maxWordFigures bounds what is read in words; figures beyond repeat «tỷ» past understanding.
const maxWordFigures = 36

var figureWords = [10]string{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}

// Words reads a whole number in words: 2026 is «hai nghìn không trăm hai mươi sáu», -5 is «âm năm».
func Words(n int64, o WordOptions) string {
	text := strconv.FormatInt(n, 10)
	whole, negative := strings.CutPrefix(text, "-")
	return strings.Join(o.read(number{negative: negative, whole: whole}), " ")
}

// WordsBig reads a number in words from its figures, with an optional sign and decimals: «12,05» is
// «mười hai phẩy không năm». The forms are those that [Group] takes. It errs with a [*NumberError] on any
// other text and on more than 36 figures before the comma.
func WordsBig(decimal string, o WordOptions) (string, error) {
	n, err := parseNumber(decimal)
	if err != nil {
		return "", err
	}
	if len(n.whole) > maxWordFigures || len(n.fraction) > maxWordFigures {
		return "", &NumberError{
			Input:  decimal,
			Reason: "quá dài để đọc bằng chữ",
			Hint:   fmt.Sprintf("nhiều nhất %d chữ số trước dấu phẩy và %d chữ số sau", maxWordFigures, maxWordFigures),
		}
	}
	return strings.Join(o.read(n), " "), nil
}

// Money reads an amount in words as it stands after «Bằng chữ:»: «Một trăm hai mươi triệu đồng». It takes
// and refuses what [WordsBig] does.
func Money(decimal string, o WordOptions) (string, error) {
	words, err := WordsBig(decimal, o)
	if err != nil {
		return "", err
	}
	return Capitalize(words) + " đồng", nil
}

func (o WordOptions) read(n number) []string {
	var out []string
	if n.negative {
		out = append(out, "âm")
	}
	out = o.readWhole(out, n.whole)
	if n.fraction == "" {
		return out
	}
	out = append(out, "phẩy")
	for _, f := range []byte(n.fraction) {
		out = append(out, figureWords[f-'0'])
	}
	return out
}

// readWhole reads figures in blocks of nine, each followed by as many «tỷ» as blocks come after it, and a
// block in groups of three with «triệu» and «nghìn». Empty groups and blocks are not spoken.
func (o WordOptions) readWhole(out []string, whole string) []string {
	if whole == "0" {
		return append(out, figureWords[0])
	}
	thousand := "nghìn"
	if o.Ngan {
		thousand = "ngàn"
	}
	groups := strings.Repeat("0", (9-len(whole)%9)%9) + whole
	leading, blockSpoken := true, false
	for i := 0; i < len(groups); i += 3 {
		left := (len(groups) - i - 3) / 3 // groups that follow
		if group := groups[i : i+3]; group != "000" {
			out = o.readGroup(out, group, leading)
			out = append(out, [][]string{{}, {thousand}, {"triệu"}}[left%3]...)
			leading, blockSpoken = false, true
		}
		if left%3 == 0 {
			for range left / 3 {
				if blockSpoken {
					out = append(out, "tỷ")
				}
			}
			blockSpoken = false
		}
	}
	return out
}

// readGroup reads three figures, not all 0. Only the leading group leaves its empty hundreds unspoken.
func (o WordOptions) readGroup(out []string, group string, leading bool) []string {
	hundreds, tens, ones := group[0]-'0', group[1]-'0', group[2]-'0'
	spoken := !leading || hundreds > 0
	if spoken {
		out = append(out, figureWords[hundreds], "trăm")
	}
	switch {
	case tens > 1:
		out = append(out, figureWords[tens], "mươi")
	case tens == 1:
		out = append(out, "mười")
	case ones > 0 && spoken && o.Le:
		out = append(out, "lẻ")
	case ones > 0 && spoken:
		out = append(out, "linh")
	}
	switch {
	case ones == 0:
		return out
	case ones == 1 && tens > 1:
		return append(out, "mốt")
	case ones == 4 && tens > 1:
		return append(out, "tư")
	case ones == 5 && tens > 0:
		return append(out, "lăm")
	}
	return append(out, figureWords[ones])
}
