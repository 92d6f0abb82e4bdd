package check

import (
	"fmt"
	"path"
	"strings"

	"vanban/internal/mend"
	"vanban/internal/viet"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// signatureImages: an image in the signature block that is not transparent.
func (i *inspection) signatureImages() {
	for n := range i.Found.Parts {
		first, last := -1, -1
		for _, s := range i.lines {
			if s.line.Part != n {
				continue
			}
			switch s.line.Kind {
			case zone.Signatory, zone.Name, zone.Signed:
				if first < 0 {
					first = s.index
				}
				last = s.index
			}
		}
		if first < 0 {
			continue
		}
		for k := first; k <= last; k++ {
			for _, shape := range i.flow[k].p.Shapes() {
				kind := strings.ToLower(path.Ext(shape.Target))
				b := breach{id: IDSignImage, at: i.flow[k], cure: "dùng tệp PNG nền trong suốt"}
				switch {
				case shape.Kind != word.Picture:
				case kind == ".jpg" || kind == ".jpeg" || kind == ".bmp":
					b.what = fmt.Sprintf("hình ảnh chữ ký hoặc dấu ở định dạng %s, không có nền trong suốt", strings.ToUpper(kind[1:]))
					i.report(b)
				case shape.Opaque:
					b.what = "hình ảnh chữ ký hoặc dấu ở định dạng PNG nhưng nền không trong suốt"
					i.report(b)
				}
			}
		}
	}
}

// recipientsLabel: «Nơi nhận» is not underlined, unless the standard draws a line there.
func (i *inspection) recipientsLabel() {
	if i.Standard.Recipients.LabelRule != nil {
		return
	}
	for n := range i.Found.Parts {
		for _, s := range i.of(n, zone.Label) {
			if !i.runIn(s) && s.share(func(r *word.Run) bool { return r.Underline != "" }) > 0.5 {
				i.report(breach{id: IDRecipientsStyle, at: s, clause: i.Standard.Styles[i.Standard.Recipients.LabelStyle].Clause,
					what: fmt.Sprintf("«%s» bị gạch chân", i.Standard.Recipients.Label), cure: "chọn dòng này, bấm Ctrl+U để bỏ gạch chân"})
			}
		}
	}
}

// appendixLabels: how appendices are called and counted, and the line that ties each to its document.
func (i *inspection) appendixLabels() {
	form := &i.Standard.Appendix
	var labels []*spot
	parts := i.parts(zone.Appendix)
	for _, n := range parts {
		labels = append(labels, i.of(n, zone.AppendixLabel)...)
	}
	single := strings.TrimSpace(form.Single)
	named := 0
	for _, s := range labels {
		if strings.HasPrefix(viet.Fold(s.line.Text), viet.Fold(single)) {
			named++
		}
	}
	for _, s := range labels {
		text := strings.TrimRight(s.line.Text, ":. ")
		if !strings.HasPrefix(viet.Fold(text), viet.Fold(single)) || i.runIn(s) {
			continue
		}
		n := len([]rune(single))
		runes := []rune(text)
		if len(runes) < n {
			continue
		}
		head, numeral := string(runes[:n]), strings.TrimSpace(string(runes[n:]))
		b := breach{id: IDAppendixLabel, at: s, clause: i.Standard.Styles[form.LabelStyle].Clause}
		if head != single {
			b.what, b.cure = fmt.Sprintf("phụ lục ghi «%s», phải là chữ thường «%s»", head, single), fmt.Sprintf("viết «%s»", single)
			at := head
			b.fix = func(f *mend.File) bool {
				is, ok := f.Text(s.at())
				if !ok || !strings.Contains(is, at) {
					return false
				}
				return f.Rewrite(s.at(), strings.Replace(is, at, single, 1))
			}
			i.report(b)
			b.fix = nil
		}
		_, roman := viet.ParseRoman(numeral)
		arabic := numeral != "" && strings.Trim(numeral, "0123456789") == ""
		switch {
		case named > 1 && numeral == "":
			b.what, b.cure = fmt.Sprintf("có %d phụ lục mà phụ lục này không có số thứ tự", named), "ghi số thứ tự sau chữ «"+single+"»"
			i.report(b)
		case form.Numerals == "la_ma" && arabic:
			b.what, b.cure = fmt.Sprintf("phụ lục đánh số «%s», phải bằng chữ số La Mã", numeral), "viết I, II, III"
			i.report(b)
		case form.Numerals == "a_rap" && roman:
			b.what, b.cure = fmt.Sprintf("phụ lục đánh số «%s», phải bằng chữ số Ả Rập", numeral), "viết 1, 2, 3"
			i.report(b)
		}
	}
	before, _, _ := strings.Cut(form.Note.Pattern, "{")
	for _, n := range parts {
		if label := i.of(n, zone.AppendixLabel); len(label) > 0 && len(i.Found.Of(n, zone.Note)) == 0 {
			i.report(breach{id: IDAppendixNote, at: label[0], clause: i.Standard.Styles[form.Note.Style].Clause, what: fmt.Sprintf("phụ lục không có dòng «%s …)» dưới tiêu đề", strings.TrimSpace(before)),
				cure: "thêm dòng này dưới tiêu đề, ghi số, ký hiệu, thời gian và cơ quan ban hành văn bản"})
		}
	}
}
