package content

import (
	"fmt"
	"regexp"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// periodForms are the times that plans name, as they stand in a sentence.
var periodForms = regexp.MustCompile(`(?i)\b(?:qu[ýí]\s+(?:[IVX]+|[1-4])\s*(?:/|năm\s|-)\s*\d{4}|(?:6|06) tháng (?:đầu|cuối) năm \d{4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{1,2}/\d{1,2}/\d{4}|(?:tháng\s+)?\d{1,2}/\d{4}|tháng\s+\d{1,2}\s+năm\s+\d{4}|(?:năm\s+)?(?:19|20)\d{2})`)

// periodsOf reads the times of a text, in order; ok is false where one cannot be read.
func periodsOf(s string) (list []viet.Period, places [][]int, ok bool) {
	for _, m := range periodForms.FindAllStringIndex(s, -1) {
		p, err := viet.ParsePeriod(s[m[0]:m[1]])
		if err != nil {
			return nil, nil, false
		}
		list, places = append(list, p), append(places, m)
	}
	return list, places, true
}

// periods checks the times that the text sets under a label («Thời gian thực hiện: …») against each other, the
// day of issue and the time that the title speaks of.
func (c *checker) periods() {
	main := c.main()
	end := c.endOfPlan(main)
	for i := range c.part.Passages {
		p := &c.part.Passages[i]
		label, text, found := strings.Cut(p.Text, ":")
		invites := c.words.list("loai_moi").exact(main.Type) && c.words.list("nhan_thoi_gian_moi").whole(label)
		if !p.body() || !found || len(label) > 80 || !invites && !c.words.list("nhan_thoi_gian").whole(label) {
			continue
		}
		list, places, ok := periodsOf(text)
		if !ok || len(list) == 0 {
			continue
		}
		c.passage = p
		first, last := list[0], list[len(list)-1]
		said := strings.Trim(strings.TrimSpace(text), ".;")
		switch {
		case len(list) == 2 && last.Last.Before(first.First) && spanned(text[places[0][1]:places[1][0]]):
			c.report(slip{id: IDTimeReversed, severity: diag.Warning, message: fmt.Sprintf("thời gian «%s» kết thúc trước khi bắt đầu", said), hint: "xem lại hai mốc thời gian"})
		case main.Date.IsFull() && (invites || c.words.list("loai_co_ky").exact(main.Type)) && c.latest(list).Before(main.Date):
			c.report(slip{id: IDTimeOutside, severity: diag.Warning, message: fmt.Sprintf("thời gian «%s» đã qua khi văn bản được ban hành, ngày %s", said, main.Date.Short()),
				hint: "xem lại thời gian, hoặc ngày ban hành", group: "before", here: said})
		case end > 0 && first.First.Year > end:
			c.report(slip{id: IDTimeOutside, severity: diag.Warning, message: fmt.Sprintf("thời gian «%s» nằm sau năm %d, năm cuối nêu ở trích yếu", said, end),
				hint: "xem lại thời gian, hoặc trích yếu", group: "after", here: said})
		}
	}
	c.passage = nil
}

// spanned tells whether the words between two times make them beginning and end.
func spanned(between string) bool {
	between = strings.Trim(viet.Lower(between), " ,")
	return between == "đến" || between == "-" || between == "–" || between == "đến hết" || between == "đến tháng" || between == "đến ngày"
}

func (c *checker) latest(list []viet.Period) viet.Date {
	last := list[0].Last
	for _, p := range list {
		if last.Before(p.Last) {
			last = p.Last
		}
	}
	return last
}

var yearForm = regexp.MustCompile(`\b(?:19|20)\d{2}\b`)

// endOfPlan is the last year that the title of a plan speaks of; 0 where it speaks of none, or cites a document.
func (c *checker) endOfPlan(main *Part) int {
	subject := joined(main.of(Subject))
	if !c.words.list("loai_co_ky").exact(main.Type) || strings.Contains(subject, "/") || strings.Contains(subject, "ngày") {
		return 0
	}
	end := 0
	for _, y := range yearForm.FindAllString(subject, -1) {
		end = max(end, atoi(y))
	}
	if c.words.list("tam_nhin").within(tokenize(subject)) {
		return 0
	}
	return end
}

// whole tells whether the text is a phrase of the list, from its first to its last word.
func (l *list) whole(text string) bool {
	tokens := tokenize(text)
	_, n := l.match(tokens, 0)
	return n > 0 && n == len(tokens)
}
