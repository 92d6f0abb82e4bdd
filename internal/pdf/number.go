package pdf

import (
	"fmt"
	"strconv"

	"vanban/internal/unit"
)

// appendPoints writes l in points, rounded to a thousandth: a third of a micrometre on paper.
func appendPoints(b []byte, l unit.Length) []byte {
	return appendThousandths(b, rounded(int64(l)*1000, int64(unit.Pt)))
}

// rounded is n ÷ d, d positive, rounded to the nearest whole number, halves away from zero.
func rounded(n, d int64) int64 {
	if n < 0 {
		return -((-n + d/2) / d)
	}
	return (n + d/2) / d
}

// appendThousandths writes n/1000 as a PDF number: no exponent, no needless zero.
func appendThousandths(b []byte, n int64) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	b = strconv.AppendInt(b, n/1000, 10)
	rest := n % 1000
	if rest == 0 {
		return b
	}
	b = append(b, '.', byte('0'+rest/100), byte('0'+rest/10%10), byte('0'+rest%10))
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	return b
}

// appendColor writes RRGGBB as three numbers from 0 to 1; the empty colour is black.
func appendColor(b []byte, color string) []byte {
	if color == "" {
		return append(b, "0 0 0"...)
	}
	rgb, err := strconv.ParseUint(color, 16, 32)
	if err != nil || len(color) != 6 {
		panic(fmt.Sprintf("pdf: %q is no colour RRGGBB", color))
	}
	for i, shift := range []uint{16, 8, 0} {
		if i > 0 {
			b = append(b, ' ')
		}
		part := int64(rgb >> shift & 0xff)
		b = appendThousandths(b, (part*1000+127)/255)
	}
	return b
}
