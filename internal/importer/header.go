package importer

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/standard"
	"vanban/internal/viet"
	"vanban/internal/zone"
)

// header reads ô 2 to 4 and the stamps.
func (d *reading) header() {
	d.national()
	d.issuer()
	d.number()
	d.date()
	d.noted()
	d.stamp(zone.Urgency, "do_khan", d.Standard.Urgency.Marks)
	d.stamp(zone.Circulation, "luu_hanh", d.Standard.Circulate.Marks)
	d.noPlace(d.part, zone.Secrecy, zone.Draft)
}

// national says that Quốc hiệu is printed though the source has a header without it. One without an issuer is told of as
// missing anyway.
func (d *reading) national() {
	lines := d.found.Of(d.part, zone.Issuer)
	if len(lines) == 0 || len(d.found.Of(d.part, zone.National)) > 0 {
		return
	}
	d.report(diag.Warning, IDChanged, lines[0].Pos, fmt.Sprintf("đầu trang của bản gốc không có %s ở chỗ nhận ra được; bản in có, theo thể thức", zone.National))
}

// issuer reads the names of the issuing body and the one above it, a line each as the source breaks them.
func (d *reading) issuer() {
	names := d.found.Of(d.part, zone.Issuer)
	if len(names) == 0 || !d.takes("co_quan") {
		return
	}
	body := &data.Node{Kind: data.Map, Pos: names[0].Pos}
	add := func(key string, n *data.Node) {
		if n != nil {
			body.Fields = append(body.Fields, data.Field{Key: key, KeyPos: n.Pos, Value: n})
		}
	}
	add("chu_quan", list(scalars(d.found.Of(d.part, zone.Superior))))
	add("ten", list(scalars(names)))
	spoken := d.spoken(texts(names))
	if spoken == "" && d.end > d.part+1 { // what is appended names the issuer in a sentence
		if spoken = d.ofPlace(strings.Join(texts(names), " ")); spoken != "" {
			d.report(diag.Info, IDDoubt, names[0].Pos, fmt.Sprintf("tên cơ quan trong câu được hiểu là «%s», theo dòng in hoa và địa danh", spoken),
				"sửa khóa «ten_goi» trong dữ liệu nhập ra nếu cơ quan viết khác")
		}
	}
	if spoken != "" {
		add("ten_goi", scalar(names[0].Pos, spoken))
	}
	d.put("co_quan", body)
}

// ofPlace makes the name of an issuer as a sentence has it from its capitals, where these are a body, a level and the very
// place that stands before the date, whose capitals are known from there; empty otherwise.
func (d *reading) ofPlace(capitals string) string {
	at := d.joined(d.part, zone.PlaceDate)
	if at == nil {
		return ""
	}
	place, _, ok := d.Words.Date(at.Text)
	if !ok || place == "" {
		return ""
	}
	for _, body := range d.Words.Phrases("co_quan_cua_noi") {
		for _, level := range d.Words.Phrases("cap_cua_noi") {
			if name := body + " " + level + " " + place; viet.Upper(name) == viet.Upper(capitals) {
				return name
			}
		}
	}
	return ""
}

// spoken finds how the document itself writes the issuer's name inside a sentence, with a capital where it does so
// anywhere; empty where it does not.
func (d *reading) spoken(lines []string) string {
	name := strings.Join(lines, " ")
	var text strings.Builder                                                   // the name may stand at the end of a line
	own := d.found.Lines[d.found.Parts[d.part].From:d.found.Parts[d.end-1].To] // there may be many documents
	for _, l := range own {
		if l.Part >= 0 && l.Kind != zone.Issuer {
			text.WriteString(l.Text + " ")
		}
	}
	whole := text.String()
	lower, lowerName := viet.Lower(whole), viet.Lower(name)
	if len(lower) != len(whole) {
		return "" // a letter whose small form is of another length
	}
	found := ""
	for at := 0; ; {
		i := strings.Index(lower[at:], lowerName)
		if i < 0 {
			return found
		}
		at += i + len(lowerName)
		said := whole[at-len(lowerName) : at]
		if said == viet.Upper(said) {
			continue
		}
		if viet.Capitalize(said) == said {
			return said
		}
		found = cmp.Or(found, viet.Capitalize(said))
	}
}

func scalars(lines []zone.Labelled) []*data.Node {
	var out []*data.Node
	for _, l := range lines {
		out = append(out, scalar(l.Pos, l.Text))
	}
	return out
}

func texts(lines []zone.Labelled) []string {
	var out []string
	for _, l := range lines {
		out = append(out, l.Text)
	}
	return out
}

// joined is the text of all lines of a kind as one; nil for none.
func (d *reading) joined(part int, kind zone.Kind) *data.Node {
	lines := d.found.Of(part, kind)
	if len(lines) == 0 {
		return nil
	}
	return scalar(lines[0].Pos, strings.Join(texts(lines), " "))
}

// number reads số and ký hiệu. A number that was left blank is left out.
func (d *reading) number() {
	n := d.joined(d.part, zone.Number)
	if n == nil {
		return
	}
	read, ok := d.Words.Number(n.Text)
	if !ok {
		d.report(diag.Error, IDNumber, n.Pos, fmt.Sprintf("số, ký hiệu «%s» không đọc được", n.Text), "ghi khóa «so» và «ky_hieu» trong dữ liệu nhập ra")
		return
	}
	if read.Normative {
		d.report(diag.Warning, IDNumber, n.Pos, fmt.Sprintf("ký hiệu «%s» có năm ban hành, như văn bản quy phạm pháp luật: không in được theo thể thức này", read.Symbol),
			"văn bản quy phạm pháp luật có thể thức riêng; nếu là văn bản hành chính thì bỏ năm trong khóa «ky_hieu»")
	}
	if read.Number != "" {
		d.set("so", n.Pos, plainNumber(read.Number))
	}
	if read.Symbol != "" {
		d.set("ky_hieu", n.Pos, read.Symbol)
	}
}

// plainNumber is a number without the zero that the layout sets before one figure; any other zeros are the
// document's own.
func plainNumber(s string) string {
	if len(s) == 2 && s[0] == '0' {
		return s[1:]
	}
	return s
}

// noted reads số, ký hiệu and ngày of a list from the line that names the document it goes with, where its layout
// has them there (ghi_chu) and not in a header.
func (d *reading) noted() {
	layout := d.Standard.Layouts[d.doc.Target.Template.Head.Layout]
	n := d.joined(d.part, zone.Note)
	if layout == nil || n == nil || !slices.Contains(layout.Order, "ghi_chu") {
		return
	}
	d.noting = true
	read, ok := d.Words.Noted(n.Text)
	if !ok {
		d.report(diag.Error, IDNumber, n.Pos, fmt.Sprintf("dòng «%s» không đọc được thành số, ký hiệu và ngày", diag.Clip(n.Text)), "ghi khóa «so», «ky_hieu», «ngay» trong dữ liệu nhập ra")
		return
	}
	if read.Number != "" {
		d.set("so", n.Pos, plainNumber(read.Number))
	}
	if read.Symbol != "" {
		d.set("ky_hieu", n.Pos, read.Symbol)
	}
	date := strings.Trim(strings.Join([]string{read.Year, two(read.Month), two(read.Day)}, "-"), "-")
	if _, err := viet.ParseDate(date); date != "" && err == nil {
		d.set("ngay", n.Pos, date)
	}
}

func two(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// date reads địa danh and ngày. A day that was left blank is left out, as are month and year.
func (d *reading) date() {
	n := d.joined(d.part, zone.PlaceDate)
	if n == nil {
		return
	}
	place, date, ok := d.Words.Date(n.Text)
	if !ok {
		place, date, ok = d.Words.ShortDate(n.Text)
	}
	if !ok {
		d.report(diag.Error, IDNumber, n.Pos, fmt.Sprintf("địa danh, thời gian «%s» không đọc được", n.Text), "ghi khóa «dia_danh» và «ngay» trong dữ liệu nhập ra")
		return
	}
	if d.takes("dia_danh") {
		d.set("dia_danh", n.Pos, place)
	}
	text := ""
	switch {
	case date.IsFull():
		text = fmt.Sprintf("%04d-%02d-%02d", date.Year, date.Month, date.Day)
	case date.Year > 0 && date.Month > 0:
		text = fmt.Sprintf("%04d-%02d", date.Year, date.Month)
	case date.Year > 0:
		text = fmt.Sprintf("%04d", date.Year)
	}
	if date.Day > 0 && !date.IsFull() {
		d.report(diag.Warning, IDNumber, n.Pos, fmt.Sprintf("thời gian «%s» có ngày nhưng thiếu tháng hoặc năm; ngày không được nhập", n.Text), "ghi đủ khóa «ngay» trong dữ liệu nhập ra")
	}
	if text == "" {
		return
	}
	if _, err := viet.ParseDate(text); err != nil {
		d.report(diag.Error, IDNumber, n.Pos, err.Error(), "ghi lại khóa «ngay» trong dữ liệu nhập ra")
		return
	}
	d.set("ngay", n.Pos, text)
}

// stamp reads a mark of fixed words.
func (d *reading) stamp(kind zone.Kind, key string, marks map[string]standard.Mark) {
	lines := d.found.Of(d.part, kind)
	if len(lines) == 0 {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(marks)) {
		if viet.Fold(marks[name].Text) == viet.Fold(lines[0].Text) && d.takes(key) {
			d.set(key, lines[0].Pos, name)
			return
		}
	}
	d.noPlace(d.part, kind)
}

// noPlace reports lines of a part that its template has no key for: they are not in the data.
func (d *reading) noPlace(part int, kinds ...zone.Kind) {
	for _, kind := range kinds {
		for _, l := range d.found.Of(part, kind) {
			severity := diag.Error
			if kind == zone.Draft {
				severity = diag.Warning
			}
			d.report(severity, IDNoPlace, l.Pos, fmt.Sprintf("%s «%s» không có chỗ trong mẫu «%s» nên không được nhập", kind, l.Text, d.doc.Target.Name),
				"nếu cần in, chọn mẫu khác bằng -t hoặc ghi vào nội dung")
		}
	}
}

// title reads ô 5, 9a and what stands between them and the text.
func (d *reading) title() {
	subject := d.joined(d.part, zone.Subject)
	if subject == nil {
		if subject = d.joined(d.part, zone.About); subject != nil {
			subject.Text = d.afterLabel(subject.Text, d.Standard.About.Pattern)
		}
	}
	d.putOr("trich_yeu", subject, zone.Subject, zone.About)
	d.putOr("kinh_gui", list(d.addressees()), zone.Addressee)
	d.putOr("tham_quyen", d.joined(d.part, zone.Authority), zone.Authority)
	if d.takes("can_cu") {
		var grounds []*data.Node
		for _, p := range d.groundsOf(d.part) {
			grounds = append(grounds, scalar(p.pos(), strings.TrimLeft(p.text, "-– ")))
		}
		d.put("can_cu", always(grounds))
	}
	if !d.noting {
		d.noPlace(d.part, zone.Note)
	}
}

// groundsOf are the grounds of a part, without the marks at their ends.
func (d *reading) groundsOf(part int) []paragraph {
	out := d.paragraphs(part, zone.Ground)
	for i := range out {
		d.scans(out[i : i+1])
		out[i].text = strings.TrimRight(out[i].text, ";,. ")
	}
	return out
}

// putOr puts a value under a key, or says that the template has no place for it.
func (d *reading) putOr(key string, value *data.Node, kinds ...zone.Kind) {
	if value == nil {
		return
	}
	if !d.takes(key) {
		d.noPlace(d.part, kinds...)
		return
	}
	d.put(key, value)
}

// afterLabel takes the words that a pattern of the standard prints before its value off a text.
func (d *reading) afterLabel(text, pattern string) string {
	words, _, _ := strings.Cut(pattern, "{")
	words = strings.TrimSpace(words)
	if len(text) >= len(words) && strings.EqualFold(text[:len(words)], words) {
		return strings.TrimLeft(text[len(words):], ": ")
	}
	return text
}

// addressees reads kính gửi: one behind the label, or a list.
func (d *reading) addressees() []*data.Node {
	var out []*data.Node
	var lines []string // of the last one
	finish := func() {
		if len(out) > 0 {
			out[len(out)-1].Text = strings.Join(lines, " ")
		}
	}
	open, dashed := false, false // the line above ends with a semicolon; the list has dashes
	for i, l := range d.found.Of(d.part, zone.Addressee) {
		text, below := l.Text, open
		open = strings.HasSuffix(text, ";")
		if i == 0 {
			_, text, _ = strings.Cut(text, ":")
		}
		item := strings.HasPrefix(strings.TrimSpace(text), "-") || strings.HasPrefix(strings.TrimSpace(text), "–")
		text = strings.TrimRight(strings.TrimLeft(text, "-–+ "), " ;.")
		dashed = dashed || item
		switch {
		case text == "":
		case !item && len(out) > 0 && (startsLower(text) || strings.HasPrefix(text, "(") || dashed && !below): // the one above goes on
			lines = append(lines, text)
		case item || len(out) == 0 || open || below || i == 1:
			finish()
			out, lines = append(out, scalar(l.Pos, "")), []string{text}
		default:
			lines = append(lines, text)
		}
	}
	finish()
	return out
}
