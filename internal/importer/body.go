package importer

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/markup"
	"vanban/internal/tmpl"
	"vanban/internal/zone"
)

// text puts the body under the key that the template's head names for it, and the tasks that it holds.
func (d *reading) text(body []paragraph) {
	if !d.takes("can_cu") {
		body = append(d.paragraphs(d.part, zone.Ground), body...)
	}
	d.cutEnd(body)
	d.scans(body)
	body = d.tables(body)
	d.torn(body)
	key := d.doc.Target.Template.Head.Import
	if key == articlesKey {
		d.put(key, always(d.articles(body)))
		return
	}
	text := d.official(d.part, body)
	if text == nil {
		return
	}
	d.put(key, text)
	d.order(text)
	d.tasks(body)
}

// cutEnd takes the mark that ends a document off its last sentence: the layout prints it.
func (d *reading) cutEnd(body []paragraph) {
	layout := d.Standard.Layouts[d.doc.Target.Template.Head.Layout]
	if len(body) == 0 || layout == nil || layout.EndMark == "" {
		return
	}
	last := &body[len(body)-1]
	if text, ok := strings.CutSuffix(strings.TrimRight(last.text, " "), layout.EndMark); ok {
		last.text, last.end = text, layout.EndMark
	}
}

// order reports what the reader of official text has to say of it: numbers that do not follow, wrong letters.
func (d *reading) order(text *data.Node) {
	_, findings := markup.Parse(text.Text, markup.Source{At: func(line, _ int) diag.Pos {
		if line <= len(text.Lines) {
			return text.Lines[line-1]
		}
		return text.Pos
	}})
	d.findings = append(d.findings, findings...)
}

var articleLine = regexp.MustCompile(`^(?:Điều|ĐIỀU) (\d{1,3})[.:] *(.*)$`)

// regular tells whether a body is articles alone, numbered from 1 on, each with text.
func regular(body []paragraph) bool {
	want := 0
	for i, p := range body {
		m := articleLine.FindStringSubmatch(p.text)
		if m == nil {
			if i == 0 {
				return false
			}
			continue
		}
		want++
		if n, _ := strconv.Atoi(m[1]); n != want || m[2] == "" || marked.MatchString(m[2]) {
			return false
		}
	}
	return want > 0
}

// articles writes each article as one text, without its label.
func (d *reading) articles(body []paragraph) []*data.Node {
	var out []*data.Node
	var all []paragraph
	flush := func() {
		if len(all) > 0 {
			out = append(out, d.official(d.part, all))
		}
		all = nil
	}
	for _, p := range body {
		if m := articleLine.FindStringSubmatch(p.text); m != nil {
			flush()
			p.label, p.text = p.text[:len(p.text)-len(m[2])], m[2]
		}
		all = append(all, p)
	}
	flush()
	return out
}

// torn reports lines that look like a table of which a text holds one cell a line.
func (d *reading) torn(body []paragraph) {
	from := -1
	for i := 0; i <= len(body); i++ {
		short := i < len(body) && len([]rune(body[i].text)) < 45 && !closed(body[i].text) && !marked.MatchString(body[i].text) &&
			!strings.HasPrefix(body[i].text, "|") && !body[i].lines[0].Look.Known
		switch {
		case short && from < 0:
			from = i
		case !short && from >= 0:
			least := 12
			if d.headsNumbers(body[from].text) {
				least = 6
			}
			if i-from >= least {
				d.report(diag.Warning, IDTable, body[from].pos(),
					fmt.Sprintf("%d dòng ngắn liền nhau từ đây có thể là một bảng bị tách mỗi ô một dòng; được giữ thành các đoạn", i-from),
					"lập lại bảng trong dữ liệu: mỗi hàng một dòng, các ô cách nhau bằng dấu |")
			}
			from = -1
		}
	}
}

// scans reports what looks like a scanning error; nothing is corrected.
func (d *reading) scans(paragraphs []paragraph) {
	for _, p := range paragraphs {
		for _, l := range p.lines {
			d.scan(l.Line)
		}
	}
}

func (d *reading) scan(l zone.Line) {
	d.figures(l)
	for _, pair := range d.Words.Phrases("quet_sai") {
		wrong, right, _ := strings.Cut(pair, "=")
		wrong, right = strings.TrimSpace(wrong), strings.TrimSpace(right)
		if i := strings.Index(l.Text, wrong); i >= 0 && wholeWord(l.Text, i, len(wrong)) {
			d.report(diag.Warning, IDScan, l.Pos, fmt.Sprintf("«%s» có thể là lỗi quét của «%s»; được giữ nguyên", wrong, right),
				"so với bản giấy rồi sửa trong dữ liệu")
		}
	}
}

// figures reports letters among figures, which scanning makes of «0» and «1»: «3O/9/2026», «l. Sở Tài chính».
func (d *reading) figures(l zone.Line) {
	said := func(wrong, right string) {
		d.report(diag.Warning, IDScan, l.Pos, fmt.Sprintf("«%s» có thể là lỗi quét của «%s»; được giữ nguyên", wrong, right), "so với bản giấy rồi sửa trong dữ liệu")
	}
	if letterForOne.MatchString(l.Text) {
		said("l.", "1.")
	}
	for word := range strings.FieldsSeq(l.Text) {
		word = strings.Trim(word, "()[],;:.")
		if lettersInFigures.MatchString(word) && strings.ContainsAny(strings.TrimRight(word, "l"), "Ool") && len(strings.Trim(word, "Ool.,/:-")) > 1 {
			said(word, strings.NewReplacer("O", "0", "o", "0", "l", "1").Replace(word))
		}
	}
}

var (
	letterForOne     = regexp.MustCompile(`^l\. ?\p{Lu}`)
	lettersInFigures = regexp.MustCompile(`^[\dOol]+(?:[.,/:-][\dOol]+)*$`)
)

func wholeWord(s string, at, n int) bool {
	before := at == 0 || strings.ContainsAny(s[at-1:at], " ,;:.(-/")
	behind := at+n == len(s) || strings.ContainsAny(s[at+n:at+n+1], " ,;:.)-/")
	return before && behind
}

// enclosures puts a document issued with this one under its key.
func (d *reading) enclosures(parts []int) {
	for i, part := range parts {
		if i > 0 {
			d.report(diag.Error, IDNoPlace, d.pos(part), "có hai văn bản kèm theo, mẫu chỉ nhận một",
				"nhập văn bản này từ một tệp riêng")
			continue
		}
		p := d.found.Parts[part]
		value := &data.Node{Kind: data.Map, Pos: d.pos(part)}
		add := func(key string, n *data.Node) {
			if n != nil {
				value.Fields = append(value.Fields, data.Field{Key: key, KeyPos: n.Pos, Value: n})
			}
		}
		add(tmpl.TypeKey, scalar(value.Pos, p.Type))
		add("trich_yeu", d.joined(part, zone.Subject))
		body := append(d.paragraphs(part, zone.Ground), d.paragraphs(part, zone.Body)...)
		d.scans(body)
		body = d.tables(body)
		d.torn(body)
		add("noi_dung", d.official(part, body))
		d.put(enclosureKey, value)
		if len(d.found.Of(part, zone.National)) == 0 {
			d.report(diag.Warning, IDChanged, value.Pos, fmt.Sprintf("văn bản kèm theo không có %s; bản in có, theo thể thức", zone.National))
		}
		d.noPlace(part, zone.Number, zone.PlaceDate, zone.Recipient, zone.File)
		for _, kind := range []zone.Kind{zone.Signatory, zone.Role, zone.Name} {
			for _, l := range d.found.Of(part, kind) {
				d.report(diag.Warning, IDOutside, l.Pos, fmt.Sprintf("«%s» ký lại ở văn bản kèm theo nên không được nhập: chữ ký đã có ở văn bản ban hành", l.Text),
					"không cần làm gì; văn bản ban hành đã có chữ ký này")
			}
		}
	}
}

// appendices puts each phụ lục into a list.
func (d *reading) appendices(parts []int) {
	if len(parts) == 0 {
		return
	}
	if !d.takes(appendixKey) {
		d.report(diag.Error, IDNoPlace, d.pos(parts[0]), "mẫu không nhận phụ lục", "chọn mẫu khác bằng -t")
		return
	}
	var out []*data.Node
	for _, part := range parts {
		value := &data.Node{Kind: data.Map, Pos: d.pos(part)}
		title := d.joined(part, zone.AppendixTitle)
		if title == nil {
			d.report(diag.Error, IDMissing, value.Pos, "phụ lục này không có tiêu đề", "ghi tiêu đề phụ lục vào khóa «tieu_de» trong dữ liệu nhập ra")
		} else {
			value.Fields = append(value.Fields, data.Field{Key: "tieu_de", KeyPos: title.Pos, Value: title})
		}
		if d.Landscape != nil && d.Landscape(d.found.Lines[d.found.Parts[part].From].Line) {
			value.Fields = append(value.Fields, data.Field{Key: "huong", KeyPos: value.Pos, Value: scalar(value.Pos, "ngang")})
		}
		body := d.paragraphs(part, zone.Body)
		d.scans(body)
		body = d.tables(body)
		d.torn(body)
		if text := d.official(part, body); text != nil {
			value.Fields = append(value.Fields, data.Field{Key: "noi_dung", KeyPos: text.Pos, Value: text})
			d.order(text)
		} else {
			d.report(diag.Error, IDMissing, value.Pos, "phụ lục này không có nội dung", "ghi nội dung vào khóa «noi_dung», hoặc bỏ phụ lục")
		}
		out = append(out, value)
	}
	d.put(appendixKey, always(out))
}
