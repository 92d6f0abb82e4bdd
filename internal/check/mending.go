package check

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"vanban/internal/mend"
	"vanban/internal/viet"
	"vanban/internal/zone"
)

// rounds bounds how often a file is mended.
const rounds = 5

// Mend makes a copy of a file in which the fixes of its report have been made. A change may bring to light what another
// rule mends: a paragraph in larger letters takes two lines and is to be justified. So the copy is looked at again until
// nothing changes; judge gives the report of such a copy. The errors are Vietnamese.
func Mend(src []byte, fixes []Fix, judge func([]byte) Report) ([]byte, error) {
	for range rounds {
		f, err := mend.Open(bytes.NewReader(src), int64(len(src)))
		if err != nil {
			return nil, err
		}
		for _, fix := range fixes {
			fix.Apply(f)
		}
		var out bytes.Buffer
		if err := f.Write(&out); err != nil {
			return nil, err
		}
		if bytes.Equal(out.Bytes(), src) {
			break
		}
		src = out.Bytes()
		if fixes = judge(src).Fixes; len(fixes) == 0 {
			break
		}
	}
	return src, nil
}

// What is mended here is found by the rules about content: only the change is ours.

// writtenDate is a date written out, its day and month in figures.
var writtenDate = regexp.MustCompile(`(ngày\s+)(\d{1,2})(\s+tháng\s+)(\d{1,2})(\s+năm\s+\d{4})`)

// most is how many dates of one paragraph are mended.
const most = 200

// dates mends the zeros of dates written out.
func (i *inspection) dates() {
	for _, s := range i.lines {
		if _, wrong := firstZero(s.text); !s.sure() || s.line.Kind == zone.Outside || !wrong {
			continue
		}
		i.fixes = append(i.fixes, Fix{"", func(f *mend.File) bool {
			for range most {
				is, ok := f.Text(s.at())
				if !ok {
					return false
				}
				next, wrong := firstZero(is)
				if !wrong {
					return true
				}
				if !f.Rewrite(s.at(), next) {
					return false
				}
			}
			return false
		}})
	}
}

// firstZero writes the first day or month of a text that is written otherwise as [viet.Date] prints it: one at a time, so
// that the letters between them keep their looks.
func firstZero(text string) (string, bool) {
	for _, m := range writtenDate.FindAllStringSubmatchIndex(text, -1) {
		var d viet.Date
		d.Day, _ = strconv.Atoi(text[m[4]:m[5]])
		d.Month, _ = strconv.Atoi(text[m[8]:m[9]])
		if day := d.DayText(); day != "" && day != text[m[4]:m[5]] {
			return text[:m[4]] + day + text[m[5]:], true
		}
		if month := d.MonthText(); month != "" && month != text[m[8]:m[9]] {
			return text[:m[8]] + month + text[m[9]:], true
		}
	}
	return text, false
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
