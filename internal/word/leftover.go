package word

import (
	"fmt"
	"strings"

	"vanban/internal/diag"
)

// maxLeftovers is how many leftovers of a part are told one by one.
const maxLeftovers = 50

// maxLeft is how long a leftover grows before no more is added to it, in bytes.
const maxLeft = 4096

// leftovers tells the text of a part that no reader came to: in elements that are not known, or known elsewhere
// only (the reading aid over East Asian letters, a canvas of another program). So nothing that a file holds as
// text is lost in silence, whatever stands around it.
func (r *reader) leftovers(root *node) {
	if r.order >= maxBlocks {
		return // the reading was broken off
	}
	count := 0
	var b strings.Builder
	tell := func() {
		text := strings.Join(strings.Fields(b.String()), " ")
		b.Reset()
		if text == "" {
			return
		}
		if count++; count <= maxLeftovers {
			r.warn(IDUnread, fmt.Sprintf("chữ «%s» nằm ở chỗ lạ trong tệp nên không đọc được", diag.Clip(text)), "trong Word, chép chữ ấy ra một đoạn thường rồi lưu lại")
		}
	}
	var walk func(n *node)
	walk = func(n *node) {
		switch n.name {
		case "w:t", "m:t", "a:t":
			if n.read {
				tell()
			} else if b.Len() < maxLeft {
				b.WriteString(n.text)
			}
			return
		case "w:p", "a:p":
			b.WriteByte(' ')
		case "mc:AlternateContent": // one branch is read, and the others say the same
			if choice := chosen(n); choice != nil {
				walk(choice)
			}
			return
		}
		for _, k := range n.kids {
			walk(k)
		}
	}
	walk(root)
	tell()
	if count > maxLeftovers {
		r.warn(IDUnread, fmt.Sprintf("còn %d chỗ có chữ không đọc được trong phần «%s»", count-maxLeftovers, diag.Clip(r.partName)), "mở bằng Word rồi lưu lại")
	}
}
