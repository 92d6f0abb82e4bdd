package check

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"

	"vanban/internal/mend"
	"vanban/internal/viet"
	"vanban/internal/zone"
)

// What is mended here is found by the rules about content: only the change is ours.

// writtenDate is a date written out, its day and month in figures.
var writtenDate = regexp.MustCompile(`(ngày\s+)(\d{1,2})(\s+tháng\s+)(\d{1,2})(\s+năm\s+\d{4})`)

// most is how many dates of one paragraph are mended.
const most = 200

// dates mends the zeros of dates written out.
func (i *inspection) dates() {
	for _, s := range i.lines {
		if !s.sure() || s.line.Kind == zone.Outside || zeros(s.text) == s.text {
			continue
		}
		i.fixes = append(i.fixes, Fix{"", func(f *mend.File) bool {
			for range most {
				is, ok := f.Text(s.at())
				if !ok {
					return false
				}
				m := firstWrong(is)
				if m == nil {
					return true
				}
				if !f.Rewrite(s.at(), is[:m[0]]+zeros(is[m[0]:m[1]])+is[m[1]:]) {
					return false
				}
			}
			return false
		}})
	}
}

// zeros writes the days and months of a text as [viet.Date] prints them.
func zeros(text string) string {
	return writtenDate.ReplaceAllStringFunc(text, func(date string) string {
		m := writtenDate.FindStringSubmatch(date)
		var d viet.Date
		d.Day, _ = strconv.Atoi(m[2])
		d.Month, _ = strconv.Atoi(m[4])
		return m[1] + cmp.Or(d.DayText(), m[2]) + m[3] + cmp.Or(d.MonthText(), m[4]) + m[5]
	})
}

// firstWrong finds the first day or month of a text that is written otherwise: one at a time, so that the letters
// between them keep their looks.
func firstWrong(text string) []int {
	for _, m := range writtenDate.FindAllStringIndex(text, -1) {
		if zeros(text[m[0]:m[1]]) != text[m[0]:m[1]] {
			return m
		}
	}
	return nil
}

// recipientMarks mends what ends each recipient and each of the addressees' list, where every one of them is a line
// of its own with its dash.
func (i *inspection) recipientMarks() {
	for _, n := range i.documents() {
		spots := i.of(n, zone.Recipient, zone.File)
		marks := &i.Standard.Recipients.Listing
		dash := strings.TrimSpace(marks.Before)
		for _, s := range spots {
			if s.several || !strings.HasPrefix(strings.TrimSpace(s.text), dash) {
				spots = nil // a recipient may go on in another line
				break
			}
		}
		for k, s := range spots {
			text := strings.TrimSpace(s.text)
			want := marks.After
			if k == len(spots)-1 {
				if s.line.Kind != zone.File {
					break
				}
				want = marks.Last
			}
			if strings.HasSuffix(text, want) {
				continue
			}
			is := ""
			if strings.ContainsAny(text[len(text)-1:], ";,.:") {
				is = text[len(text)-1:]
			}
			i.fixes = append(i.fixes, Fix{"", i.ending(s, is, want)})
		}
	}
}
