package merge

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// numberFunctions write numbers as official text does (dots between thousands, a comma before decimals)
// and count. Amounts are texts, so that no figure is lost; counts are whole numbers.
func numberFunctions() []function {
	return []function{
		define("so", viet.Group, "số có dấu chấm ngăn hàng nghìn, dấu phẩy thập phân",
			Example{`{{ so "1234567,5" }}`, "1.234.567,5"}),
		define("so_2", padded, "số đếm nhỏ hơn 10 viết thêm số 0 phía trước",
			Example{`{{ so_2 5 }}, {{ so_2 "12" }}`, "05, 12"}),
		define("bang_chu", words, "đọc số thành chữ; thêm \"ngan\" để đọc ngàn, \"le\" để đọc lẻ",
			Example{`{{ bang_chu 2026 }}`, "hai nghìn không trăm hai mươi sáu"},
			Example{`{{ bang_chu "1005" "ngan" "le" }}`, "một ngàn không trăm lẻ năm"}),
		define("tien", money, "số tiền bằng chữ số, kèm chữ đồng",
			Example{`{{ tien "120000000" }}`, "120.000.000 đồng"}),
		define("tien_bang_chu", moneyWords, "số tiền đọc thành chữ, viết hoa chữ đầu",
			Example{`{{ tien_bang_chu "120000000" }}`, "Một trăm hai mươi triệu đồng"}),
		define("la_ma", viet.Roman, "số La Mã",
			Example{`{{ la_ma 4 }}`, "IV"}),
		define("chu_cai", viet.Letter, "chữ cái đánh dấu điểm: a b c d đ e g …",
			Example{`{{ range $i, $x := list "A" "B" "C" "D" "E" }}{{ chu_cai (cong $i 1) }}{{ end }}`, "abcdđ"}),
		define("cong", add, "cộng các số nguyên",
			Example{`{{ cong 1 2 3 }}`, "6"}),
		define("tru", subtract, "trừ hai số nguyên",
			Example{`{{ tru 5 7 }}`, "-2"}),
		define("nhan", multiply, "nhân các số nguyên",
			Example{`{{ nhan 6 7 }}`, "42"}),
		define("chia", divide, "chia hai số nguyên, bỏ phần dư",
			Example{`{{ chia 7 2 }}`, "3"}),
		define("chia_du", remainder, "phần dư của phép chia hai số nguyên",
			Example{`{{ chia_du 7 2 }}`, "1"}),
		define("tong", sum, "cộng đúng từng đồng một khóa của mọi mục trong danh sách",
			Example{`{{ tong (list (dict "tien" "1.500.000,5") (dict "tien" "500000")) "tien" }}`, "2000000,5"},
			Example{`{{ so (tong (list (dict "tien" "1500000") (dict "tien" "500000")) "tien") }}`, "2.000.000"}),
	}
}

func padded(n int) (string, error) {
	if n < 0 {
		return "", &argumentError{reason: fmt.Sprintf("số đếm %d nhỏ hơn 0", n)}
	}
	return fmt.Sprintf("%02d", n), nil
}

func words(number string, options ...string) (string, error) {
	o, err := wordOptions(options)
	if err != nil {
		return "", err
	}
	return viet.WordsBig(number, o)
}

func moneyWords(number string, options ...string) (string, error) {
	o, err := wordOptions(options)
	if err != nil {
		return "", err
	}
	return viet.Money(number, o)
}

func wordOptions(options []string) (viet.WordOptions, error) {
	var o viet.WordOptions
	for _, name := range options {
		switch name {
		case "ngan":
			o.Ngan = true
		case "le":
			o.Le = true
		default:
			return o, &argumentError{reason: fmt.Sprintf("không có cách đọc «%s»", diag.Clip(name)), hint: "chỉ có \"ngan\" và \"le\""}
		}
	}
	return o, nil
}

func money(number string) (string, error) {
	s, err := viet.Group(number)
	return s + " đồng", err
}

func errTooBig() error {
	return &argumentError{reason: "kết quả vượt quá số nguyên lớn nhất"}
}

func add(numbers ...int) (int, error) {
	sum := 0
	for _, n := range numbers {
		if n > 0 && sum > math.MaxInt-n || n < 0 && sum < math.MinInt-n {
			return 0, errTooBig()
		}
		sum += n
	}
	return sum, nil
}

func subtract(a, b int) (int, error) {
	if b == math.MinInt {
		return 0, errTooBig()
	}
	return add(a, -b)
}

func multiply(numbers ...int) (int, error) {
	product := 1
	for _, n := range numbers {
		if n == 0 || product == 0 {
			product = 0
			continue
		}
		p := product * n
		if p/n != product || product == -1 && n == math.MinInt || n == -1 && product == math.MinInt {
			return 0, errTooBig()
		}
		product = p
	}
	return product, nil
}

func divide(a, b int) (int, error) {
	if b == 0 || b == -1 && a == math.MinInt {
		return 0, &argumentError{reason: fmt.Sprintf("không chia được %d cho %d", a, b)}
	}
	return a / b, nil
}

func remainder(a, b int) (int, error) {
	if b == 0 {
		return 0, &argumentError{reason: fmt.Sprintf("không chia được %d cho 0", a)}
	}
	return a % b, nil
}

// maxDigits bounds the amounts that are summed.
const maxDigits = 60

// sum adds the amounts under a key exactly, with as many decimals as the longest has. The result is
// written plainly, with a comma before decimals, for so and tien to dress.
func sum(list []any, key string) (string, error) {
	total, scale := new(big.Int), 0
	for _, item := range list {
		s, place, err := keyText(item, key)
		if err != nil {
			return "", err
		}
		digits, decimals, err := amount(s)
		if err != nil {
			return "", &argumentError{place, fmt.Sprintf("«%s» không phải số", diag.Clip(s)), "viết như 1.234.567,5"}
		}
		if decimals > scale {
			total.Mul(total, pow10(decimals-scale))
			scale = decimals
		}
		total.Add(total, digits.Mul(digits, pow10(scale-decimals)))
	}
	if scale == 0 {
		return total.String(), nil
	}
	figures := new(big.Int).Abs(total).String()
	if len(figures) <= scale {
		figures = strings.Repeat("0", scale-len(figures)+1) + figures
	}
	out := figures[:len(figures)-scale] + "," + figures[len(figures)-scale:]
	if total.Sign() < 0 {
		out = "-" + out
	}
	return out, nil
}

func pow10(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

// amount reads a number as its figures and how many of them are decimals.
func amount(s string) (*big.Int, int, error) {
	grouped, err := viet.Group(s)
	if err != nil {
		return nil, 0, err
	}
	whole, fraction, _ := strings.Cut(strings.ReplaceAll(grouped, ".", ""), ",")
	if len(whole)+len(fraction) > maxDigits {
		return nil, 0, strconv.ErrRange
	}
	n, ok := new(big.Int).SetString(whole+fraction, 10)
	if !ok {
		return nil, 0, strconv.ErrSyntax
	}
	return n, len(fraction), nil
}

// keyText gives the text under a key of a map that is an item of a list.
func keyText(item any, key string) (string, *place, error) {
	d, ok := item.(*dict)
	if !ok {
		return "", nil, &argumentError{placeOf(item), "mỗi mục của danh sách phải là một nhóm khóa, gặp " + describe(item), ""}
	}
	v, ok := d.lookup(key)
	if !ok {
		if child, known := declared(d.place, key); known {
			return "", nil, &missingError{absent(child)}
		}
		return "", nil, &argumentError{d.place, fmt.Sprintf("mục này không có khóa «%s»", diag.Clip(key)), ""}
	}
	s, err := asText(v)
	return s, placeOf(v), err
}
