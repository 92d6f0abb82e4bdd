package viet

import (
	"regexp"
	"strings"
)

var (
	reSpan     = regexp.MustCompile(`^(?i:từ )?(.+?)(?i: đến hết | đến | tới | [-–] )(.+)$`)
	reYearless = regexp.MustCompile(`^(?i:quý|tháng) [0-9IVXivx]{1,4}$`)
	reYearEnd  = regexp.MustCompile(`(\d{4})$`)
)

// ParseSpan reads a time as plans write it: a period («Quý II/2026»), a span of two («Từ Quý IV/2025 đến hết Quý
// II/2026», «Quý II đến hết Quý III năm 2026», «Tháng 10 - Tháng 11/2026»), or a deadline, one of the words of
// deadlines before a period («Chậm nhất trong Quý III/2026»). from and to are as [ParsePeriod] reads them; a
// deadline has no from, and a period alone has both the same. ok is false for any other text.
func ParseSpan(s string, deadlines []string) (from, to string, ok bool) {
	text := strings.Join(strings.Fields(strings.TrimRight(NFC(s), " .;")), " ")
	if one, ok := periodText(text); ok {
		return one, one, true
	}
	for _, word := range deadlines {
		if rest, found := cutWord(text, word); found {
			if one, ok := periodText(rest); ok {
				return "", one, true
			}
		}
	}
	m := reSpan.FindStringSubmatch(text)
	if m == nil {
		return "", "", false
	}
	to, ok = periodText(m[2])
	if !ok {
		return "", "", false
	}
	begin := m[1]
	if year := reYearEnd.FindString(m[2]); year != "" && reYearless.MatchString(begin) {
		begin += "/" + year
	}
	from, ok = periodText(begin)
	return from, to, ok
}

// cutWord takes a word off the beginning of a text, whatever its capitals.
func cutWord(text, word string) (string, bool) {
	if len(text) > len(word) && Lower(text[:len(word)]) == Lower(word) && text[len(word)] == ' ' {
		return text[len(word)+1:], true
	}
	return text, false
}

// periodText is the short form of a period that [ParsePeriod] reads back.
func periodText(text string) (string, bool) {
	p, err := ParsePeriod(text)
	if err != nil {
		return "", false
	}
	return p.Short(), true
}
