package content

import (
	"fmt"
	"regexp"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

var (
	yearSpan = regexp.MustCompile(`(?i)(?:giai đoạn|nhiệm kỳ|thời kỳ)\s+((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)`)
	daySpan  = regexp.MustCompile(`(?i)từ (?:\p{L}+ )?ngày (\d{1,2})/(\d{1,2})(?:/(\d{4}))? đến (?:hết )?(?:\p{L}+ )?(?:ngày )?(\d{1,2})/(\d{1,2})/(\d{4})`)
	congress = regexp.MustCompile(`(?i)(đại hội [^,;.()“”"]{3,80}? (?:lần thứ|khóa|khoá) [IVX]{1,6}),? nhiệm kỳ (\d{4})\s*[-–]\s*(\d{4})`)
)

// spans reports stretches of time that end before they begin, and one congress with two terms of office.
func (c *checker) spans() {
	s := c.passage.Text
	if !c.passage.prose() || !strings.ContainsAny(s, "-–/") {
		return
	}
	reversed := func(said string) {
		c.report(slip{id: IDTimeReversed, severity: diag.Warning, message: fmt.Sprintf("«%s» kết thúc trước khi bắt đầu", said), hint: "xem lại hai mốc thời gian"})
	}
	if strings.Contains(s, "kỳ ") || strings.Contains(s, "đoạn ") {
		for _, m := range yearSpan.FindAllStringSubmatch(s, -1) {
			if m[2] < m[1] {
				reversed(m[0])
			}
		}
	}
	if strings.Contains(s, "/") && strings.Contains(s, "ừ ") && strings.Contains(s, " đến ") {
		for _, m := range daySpan.FindAllStringSubmatch(s, -1) {
			year := m[3]
			if year == "" {
				year = m[6]
			}
			from, to := viet.Date{Day: atoi(m[1]), Month: atoi(m[2]), Year: atoi(year)}, viet.Date{Day: atoi(m[4]), Month: atoi(m[5]), Year: atoi(m[6])}
			if exists(from) && exists(to) && to.Before(from) && (m[3] != "" || to.Month == from.Month) { // without a year it may be that of the year before
				reversed(m[0])
			}
		}
	}
	if !strings.Contains(s, "nhiệm kỳ") {
		return
	}
	for _, m := range congress.FindAllStringSubmatch(s, -1) {
		c.term(viet.Fold(m[1]), m[2]+" - "+m[3], m[1])
	}
}

// term compares the term of office of a congress with what was said of it before.
func (c *checker) term(name, years, said string) {
	if c.seen.terms == nil {
		c.seen.terms = map[string]string{}
	}
	before, ok := c.seen.terms[name]
	if !ok {
		c.seen.terms[name] = years
		return
	}
	if before != years {
		c.report(slip{id: IDTermDiffers, severity: diag.Warning, message: fmt.Sprintf("%s ở đây ghi nhiệm kỳ %s, ở trên ghi nhiệm kỳ %s", said, years, before), hint: "xem nhiệm kỳ nào đúng", group: name})
	}
}
