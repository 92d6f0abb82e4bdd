package importer

import (
	"fmt"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/viet"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// loss is something of a Word file that official text cannot say.
type loss struct {
	severity diag.Severity
	message  string // with a place for the first text
	hint     string
	has      func(*word.Run) bool
}

// lossKinds are the kinds of them, in the order in which they are told.
func lossKinds() []loss {
	printed := func(r *word.Run) bool { return r.Kind == word.Text && strings.TrimSpace(r.Text) != "" }
	return []loss{
		{diag.Warning, "chữ gạch ngang %s được nhập như chữ thường", "nếu là chữ đã bỏ, xóa khỏi dữ liệu nhập ra",
			func(r *word.Run) bool { return printed(r) && r.Strike }},
		{diag.Warning, "chỉ số trên hoặc dưới %s được nhập thành chữ trên dòng", "viết lại cho khỏi hiểu nhầm: «m²», «25°C»", (*word.Run).Lowered},
		{diag.Warning, "hình hoặc ảnh%s không được nhập", "xem lại trong Word; vanban chưa in hình", isPicture},
		{diag.Warning, "công thức %s được nhập thành chữ liền một dòng", "viết lại công thức cho đúng nghĩa", func(r *word.Run) bool { return r.Kind == word.Object }},
		{diag.Warning, "trường%s không có kết quả nên không nhập được chữ nào", "trong Word, bấm F9 để cập nhật trường rồi nhập lại",
			func(r *word.Run) bool {
				return r.Kind == word.EmptyField && r.Field.Name != "PAGE" && r.Field.Name != "NUMPAGES"
			}},
		{diag.Info, "gạch chân %s không được nhập: thể thức không có chữ gạch chân", "", func(r *word.Run) bool { return printed(r) && r.Underline != "" && r.Link == "" }},
		{diag.Info, "màu chữ hoặc màu nền %s không được nhập: văn bản in màu đen", "",
			func(r *word.Run) bool {
				return printed(r) && r.Link == "" && (r.Color != "" && r.Color != "000000" || r.Highlight != "")
			}},
		{diag.Info, "địa chỉ của liên kết %s không được nhập", "nếu cần, ghi địa chỉ vào câu", func(r *word.Run) bool {
			return printed(r) && r.Link != "" && !strings.HasPrefix(r.Link, "#") && !strings.Contains(r.Link, strings.TrimSpace(r.Text))
		}},
		{diag.Info, "ngắt trang đặt tay%s không được nhập", "", func(r *word.Run) bool { return r.Kind == word.PageBreak }},
	}
}

// isPicture tells a drawing that is neither a rule nor holds text.
func isPicture(r *word.Run) bool {
	if r.Shape == nil {
		return false
	}
	var drawn func(s *word.Shape) bool
	drawn = func(s *word.Shape) bool {
		switch s.Kind {
		case word.LineShape, word.TextBox:
			return false
		case word.Group:
			for _, inner := range s.Shapes {
				if drawn(inner) {
					return true
				}
			}
			return false
		case word.Picture:
			return true
		}
		return !s.NoLine || s.Fill != ""
	}
	return drawn(r.Shape)
}

// losses says what is lost on the way into official text, once for each kind, with the first of it.
func (w *wordSide) losses(d *word.Document) {
	paragraphs := word.Paragraphs(d.Body)
	for _, kind := range lossKinds() {
		count, first := 0, ""
		var at diag.Pos
		for _, p := range paragraphs {
			for i := range p.Runs {
				r := &p.Runs[i]
				if r.Gone() || !kind.has(r) {
					continue
				}
				if count == 0 {
					at, first = p.Place.Pos(), lost(r)
				}
				count++
			}
		}
		if count == 0 {
			continue
		}
		message := fmt.Sprintf(kind.message, first)
		if count > 1 {
			message += fmt.Sprintf(" (%d chỗ)", count)
		}
		finding := diag.Diagnostic{ID: IDWord, Severity: kind.severity, Pos: at, Message: message}
		if kind.hint != "" {
			finding.Hints = []string{kind.hint}
		}
		w.findings.Add(finding)
	}
}

// covered says what stands in cells that the cell above them covers, and in rows that are hidden: it is not printed.
func (w *wordSide) covered(d *word.Document) {
	word.Walk(d.Body, func(b word.Block) bool {
		t, ok := b.(*word.Table)
		if !ok {
			return true
		}
		for _, row := range t.Rows {
			if row.Hidden {
				w.hiddenRow(row)
			}
		}
		var above *word.Row
		for _, row := range t.Shown() {
			for _, c := range row.Cells {
				if !c.Continues(above) {
					continue
				}
				for _, p := range word.Paragraphs(c.Blocks) {
					if text := strings.TrimSpace(viet.NFC(p.Text())); text != "" {
						w.findings.Add(diag.Diagnostic{ID: IDWord, Severity: diag.Warning, Pos: p.Place.Pos(),
							Message: fmt.Sprintf("chữ «%s» bị ô gộp ở trên che khuất, không được nhập", diag.Clip(text)),
							Hints:   []string{"trong Word, bỏ gộp ô để thấy chữ ấy; xóa đi hoặc chuyển lên ô trên"}})
					}
				}
			}
			above = row
		}
		return true
	})
}

// dropCaps says of large first letters of paragraphs, which stand in a paragraph of their own.
func (w *wordSide) dropCaps(d *word.Document) {
	for _, p := range word.Paragraphs(d.Body) {
		if text := strings.TrimSpace(viet.NFC(p.Text())); text != "" && p.Frame != nil && p.Frame.DropCap {
			w.findings.Add(diag.Diagnostic{ID: IDWord, Severity: diag.Warning, Pos: p.Place.Pos(),
				Message: fmt.Sprintf("chữ cái lớn đầu đoạn «%s» được nhập thành một dòng riêng, không liền với chữ của đoạn sau", diag.Clip(text)),
				Hints:   []string{"nối vào đầu dòng sau trong dữ liệu nhập ra, hoặc trong Word bỏ chữ cái lớn (Chèn › Chữ hoa lớn đầu đoạn) rồi nhập lại"}})
		}
	}
}

func (w *wordSide) hiddenRow(row *word.Row) {
	var words []string
	for _, c := range row.Cells {
		for _, p := range word.Paragraphs(c.Blocks) {
			words = append(words, strings.Fields(viet.NFC(p.Text()))...)
		}
	}
	if len(words) > 0 {
		w.findings.Add(diag.Diagnostic{ID: IDWord, Severity: diag.Warning, Pos: row.Cells[0].Place.Pos(),
			Message: fmt.Sprintf("hàng ẩn «%s» không được nhập", diag.Clip(strings.Join(words, " "))),
			Hints:   []string{"nếu là của văn bản, trong Word bỏ thuộc tính ẩn của hàng rồi nhập lại"}})
	}
}

// unjoined says of paragraphs whose mark was deleted while changes were tracked: once accepted, each goes on in the next.
func (w *wordSide) unjoined(d *word.Document) {
	for _, p := range word.Paragraphs(d.Body) {
		if p.MarkChange != nil && p.MarkChange.Kind.Gone() && strings.TrimSpace(p.Text()) != "" {
			w.findings.Add(diag.Diagnostic{ID: IDWord, Severity: diag.Warning, Pos: p.Place.Pos(),
				Message: fmt.Sprintf("dấu cuối đoạn «%s» đã xóa khi theo dõi thay đổi: đoạn sau lẽ ra nối vào đoạn này, nhưng được nhập riêng", diag.Clip(viet.NFC(p.Text()))),
				Hints:   []string{"trong Word, chấp nhận thay đổi ở đây rồi nhập lại, hoặc nối hai dòng trong dữ liệu nhập ra"}})
		}
	}
}

// lost is the text of a run for a message.
func lost(r *word.Run) string {
	switch {
	case r.Kind == word.EmptyField:
		return " «" + diag.Clip(r.Field.Instruction) + "»"
	case r.Shape != nil && r.Shape.Alt != "":
		return " «" + diag.Clip(viet.NFC(r.Shape.Alt)) + "»"
	case r.Shape != nil || r.Kind == word.PageBreak:
		return ""
	}
	return "«" + diag.Clip(viet.NFC(strings.TrimSpace(r.Text))) + "»"
}

// contents says of a table of contents that was left out: Word makes it of the headings, with the numbers of its pages.
func (w *wordSide) contents() {
	if all := w.source.Contents; len(all) > 0 {
		w.findings.Add(diag.Diagnostic{ID: IDWord, Severity: diag.Warning, Pos: all[0].Place.Pos(),
			Message: fmt.Sprintf("mục lục (%d dòng, từ «%s») không được nhập: chữ của nó lấy từ các đề mục, số trang khi in lại sẽ khác", len(all), diag.Clip(viet.NFC(strings.TrimSpace(all[0].Text())))),
			Hints:   []string{"cần mục lục thì chèn lại bằng Word sau khi in"}})
	}
}

// unseen says of characters that were left out or written otherwise since nobody sees them, once for each.
func (w *wordSide) unseen() {
	c := &cleaner{}
	for i, o := range w.source.Of {
		if i > 0 && o.Paragraph != nil && o.Paragraph == w.source.Of[i-1].Paragraph {
			continue
		}
		for _, p := range w.paragraphsOf(zone.Line{Ref: i}) {
			for k := range p.Runs {
				for line := range strings.SplitSeq(p.Runs[k].Shown(), "\n") {
					c.visible(line, p.Place.Pos())
				}
			}
		}
	}
	w.findings = append(w.findings, c.findings...)
}
