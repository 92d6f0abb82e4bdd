package content

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// inWords is an amount of money in figures and, in brackets behind it, in words: «1.250.000 đồng (bằng chữ: Một
// triệu hai trăm năm mươi nghìn đồng)», or the words alone, to the đồng.
var inWords = regexp.MustCompile(`(?i)(\d{1,3}(?:[.,]\d{3})+|\d{4,15})\s*đồng(?:\s+chẵn)?\s*[,;]?\s*\(\s*(?:(?:viết\s+)?bằng chữ\s*:?\s*([^()]{4,300})|(\p{L}[^()]{4,300}\s(?:đồng|chẵn)[.;,]?\s*))\)`)

// money compares an amount in figures with the words behind it.
func (c *checker) money() {
	if !c.passage.body() || !strings.Contains(c.passage.Text, "đồng") || !strings.Contains(c.passage.Text, "(") {
		return
	}
	for _, m := range inWords.FindAllStringSubmatch(c.passage.Text, -1) {
		amount := strings.NewReplacer(".", "", ",", "").Replace(m[1])
		want, err := viet.Money(amount, viet.WordOptions{})
		if err != nil {
			continue
		}
		words := cmp.Or(m[2], m[3])
		said := viet.Reading(words)
		if said == "" || said == viet.Reading(want) {
			continue
		}
		c.report(slip{id: IDMoneyWords, severity: diag.Warning, message: fmt.Sprintf("số tiền «%s đồng» không khớp với phần bằng chữ «%s»", m[1], strings.TrimSpace(words)),
			hint: "đọc số này là «" + want + "»"})
	}
}
