package content

import (
	"fmt"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
)

// taskUnits checks that the units that lead a task are named where the work is assigned (tổ chức thực hiện) and
// among the recipients. Where one of these speaks of «các sở, ban, ngành» it names them all.
func (c *checker) taskUnits() {
	if c.part.Role != Main || len(c.words.list("nhan_chu_tri").phrases) == 0 {
		return
	}
	assigned, hasSection := c.assignment()
	recipients := c.unitText(c.part.of(Recipient))
	general := c.words.list("noi_chung")
	allAssigned := !hasSection || general.within(tokenize(assigned))
	allTold := recipients == "" || general.within(tokenize(recipients))
	if allAssigned && allTold {
		return
	}
	issuer := c.unitText(c.part.of(Issuer))
	told := map[string]bool{}
	for i := range c.part.Passages {
		p := &c.part.Passages[i]
		label, text, found := strings.Cut(p.Text, ":")
		if !p.body() || !found || len(label) > 80 {
			continue
		}
		leads := c.words.list("nhan_chu_tri").whole(label)
		if !leads && !c.words.list("nhan_phoi_hop").whole(label) {
			continue
		}
		for _, unit := range c.unitsOf(text) {
			name := c.unitText([]*Passage{{Text: unit}})
			if len(told) > mostUnits || told[name] || strings.Contains(issuer, name) || general.within(tokenize(unit)) {
				continue
			}
			told[name] = true
			var places []string
			if leads && !allAssigned && !strings.Contains(assigned, name) {
				places = append(places, "phần tổ chức thực hiện")
			}
			if !allTold && !strings.Contains(recipients, name) {
				places = append(places, "nơi nhận")
			}
			if len(places) > 0 {
				c.report(slip{id: IDTaskUnit, severity: diag.Warning, pos: p.Pos, message: fmt.Sprintf("«%s» được giao việc nhưng không có ở %s", unit, strings.Join(places, " và ")),
					hint: "thêm đơn vị này, hoặc xem lại tên đơn vị", group: strings.Join(places, " "), here: unit})
			}
		}
	}
}

// mostUnits is how many units are looked for: each costs a look through the text.
const mostUnits = 300

// assignment is the text under the heading Tổ chức thực hiện, up to the next heading.
func (c *checker) assignment() (text string, found bool) {
	var list []*Passage
	for i := range c.part.Passages {
		p := &c.part.Passages[i]
		if p.Kind == Heading || p.Kind == Article || p.Kind == Division {
			found = found || len(list) > 0
			if c.words.list("muc_to_chuc").within(tokenize(p.Text)) {
				list = append(list, p)
				continue
			}
			if found {
				break
			}
		}
		if len(list) > 0 && p.body() {
			list = append(list, p)
		}
	}
	return c.unitText(list), len(list) > 1
}

// unitText is the text of passages for comparing names of units: small letters, short forms in full.
func (c *checker) unitText(list []*Passage) string {
	var b strings.Builder
	for _, p := range list {
		for _, t := range tokenize(p.Text) {
			if full, ok := c.words.tables["cung_nghia"][t.text]; ok {
				b.WriteString(strings.Join(keys(full), " "))
			} else {
				b.WriteString(t.key)
			}
			b.WriteByte(' ')
		}
	}
	return strings.TrimSpace(strings.ReplaceAll(b.String(), " , ", " "))
}

// unitsOf cuts a list of units. Names hold commas («Sở Văn hóa, Thể thao và Du lịch»), so they part units only
// where each begins with the word of a body.
func (c *checker) unitsOf(text string) []string {
	text = strings.Trim(strings.TrimSpace(text), ".;")
	var out []string
	for _, piece := range strings.Split(text, ";") {
		parts := strings.Split(piece, ",")
		begins := true
		for _, p := range parts {
			begins = begins && c.words.list("don_vi_dau").begins(strings.TrimSpace(p))
		}
		if !begins {
			parts = []string{piece}
		}
		for _, p := range parts {
			if p = strings.TrimSpace(p); p != "" && c.words.list("don_vi_dau").begins(p) && len(p) < 160 && viet.Upper(p) != p {
				out = append(out, p)
			}
		}
	}
	return out
}
