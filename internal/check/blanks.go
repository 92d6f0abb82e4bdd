package check

import (
	"fmt"
	"regexp"
	"strings"

	"vanban/internal/unit"
	"vanban/internal/word"
	"vanban/internal/zone"
)

var (
	blankRun  = regexp.MustCompile(`[ \x{00A0}]{4,}`)
	leadBlank = regexp.MustCompile(`^[ \x{00A0}]{2,}`)
)

// few is how many empty paragraphs or forced breaks a text may have: somebody may mean them.
const few = 2

// blanks: what is set by blanks, tabs and empty paragraphs in the running text.
func (i *inspection) blanks() {
	spots := i.running()
	empty, emptyAt := 0, (*spot)(nil)
	var soft []*spot
	for k, s := range spots {
		raw := s.p.Text()
		switch {
		case leadBlank.MatchString(raw):
			i.report(breach{id: IDBlanks, at: s, what: "đầu đoạn đẩy vào bằng dấu cách", cure: "xóa các dấu cách; đặt thụt lề dòng đầu tiên (First line) " + i.firstLineWanted()})
		case strings.HasPrefix(raw, "\t"):
			i.report(breach{id: IDBlanks, at: s, what: "đầu đoạn đẩy vào bằng phím Tab", cure: "xóa dấu Tab; đặt thụt lề dòng đầu tiên (First line) " + i.firstLineWanted()})
		case blankRun.MatchString(strings.TrimSpace(raw)) && strings.TrimLeft(strings.TrimSpace(raw), "_. …") != "":
			i.report(breach{id: IDBlanks, at: s, what: "dàn chữ bằng nhiều dấu cách liền nhau", cure: "dùng canh lề hoặc bảng thay cho dấu cách"})
		}
		if strings.Contains(strings.TrimSpace(raw), "\n") && s.p.Align == word.Justify && s.line.Kind == zone.Body {
			soft = append(soft, s)
		}
		if k == 0 || spots[k-1].line.Part != s.line.Part || spots[k-1].section != s.section {
			continue
		}
		gap := 0
		for m := spots[k-1].index + 1; m < s.index; m++ {
			if f := i.flow[m]; f.cell != nil || !f.blank() || f.p.EndsSection {
				gap = 0
				break
			}
			gap++
		}
		if gap > 0 {
			empty += gap
			if emptyAt == nil {
				emptyAt = spots[k-1]
			}
		}
	}
	if len(soft) > few {
		for _, s := range soft {
			i.report(breach{id: IDBlanks, at: s, what: "ngắt dòng bằng Shift+Enter trong đoạn văn", cure: "thay dấu ngắt dòng bằng Enter"})
		}
	}
	if empty > few {
		i.report(breach{id: IDBlanks, at: emptyAt, what: fmt.Sprintf("%d đoạn trống dùng làm khoảng cách giữa các đoạn, đầu tiên sau đoạn này", empty),
			cure: fmt.Sprintf("xóa các đoạn trống; đặt giãn cách (Spacing) trước hoặc sau đoạn %s pt", pt(i.c.Paragraphs.Gap))})
	}
}

// emptyPages: a page break, or a section on a new page, with nothing behind it.
func (i *inspection) emptyPages() {
	last := -1
	for k, s := range i.flow {
		if !s.blank() {
			last = k
		}
	}
	for k := last + 1; k < len(i.flow); k++ {
		s := i.flow[k]
		if s.cell == nil && (s.p.PageBreakBefore || hasPageBreak(s.p)) || k > 0 && s.section != nil && i.flow[k-1].section != s.section && s.section.Break != "continuous" {
			i.report(breach{id: IDEmptyPage, at: s, what: "trang trống ở cuối văn bản", cure: "xóa dấu ngắt trang và các đoạn trống ở cuối"})
			return
		}
	}
	var before *spot // the last page break, with nothing printed since
	for k := 0; k < last; k++ {
		s := i.flow[k]
		breaks := s.cell == nil && hasPageBreak(s.p)
		switch {
		case breaks && strings.TrimSpace(s.text) == "" && before != nil:
			i.report(breach{id: IDEmptyPage, at: s, what: "hai dấu ngắt trang liền nhau làm thành trang trống", cure: "xóa một dấu ngắt trang"})
		case breaks && strings.TrimSpace(s.text) == "":
			before = s
		case !s.blank() || s.cell != nil:
			before = nil
		}
	}
}

func hasPageBreak(p *word.Paragraph) bool {
	for k := range p.Runs {
		if p.Runs[k].Kind == word.PageBreak && !p.Runs[k].Gone() {
			return true
		}
	}
	return false
}

// tables: a table that surely goes on to another page repeats its header, and none is wider than the text.
func (i *inspection) tables() {
	for _, b := range i.Document.Body {
		t, ok := b.(*word.Table)
		if !ok || t.Borderless() || len(t.Rows) == 0 {
			continue
		}
		first := firstIn(t)
		s := i.byParagraph[first]
		if s == nil {
			continue
		}
		section := i.Document.Sections[0]
		if n := t.Place.Section; n > 0 && n <= len(i.Document.Sections) {
			section = i.Document.Sections[n-1]
		}
		page := section.Height - section.Top - section.Bottom
		if height := i.tableHeight(t); page > 0 && height > page && len(t.Rows) > 2 && !t.Rows[0].Header {
			i.report(breach{id: IDTable, at: s, what: fmt.Sprintf("bảng %d hàng kéo sang trang sau mà hàng tiêu đề không lặp lại", len(t.Rows)),
				cure: "chọn hàng đầu, vào Bố trí bảng (Table Layout) › Lặp lại hàng tiêu đề (Repeat Header Rows)"})
		}
		var width unit.Length
		for _, g := range t.Grid {
			width += g
		}
		room := section.Width - section.Left - section.Right
		if t.Floating == nil && section.Columns <= 1 && width > 0 && t.Fixed && width+max(0, t.Indent) > room+i.c.Tolerance.Table {
			i.report(breach{id: IDTable, at: s, what: fmt.Sprintf("bảng rộng %s, vượt quá phần chữ rộng %s", mm(width+max(0, t.Indent)), mm(room)),
				cure: "vào Bố trí bảng (Table Layout) › Tự khớp (AutoFit) › Tự khớp với cửa sổ"})
		}
	}
}

func firstIn(t *word.Table) *word.Paragraph {
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			if ps := word.Paragraphs(c.Blocks); len(ps) > 0 {
				return ps[0]
			}
		}
	}
	return nil
}

// tableHeight is the least height of a table: of each row, the highest of the cells whose text surely needs it.
func (i *inspection) tableHeight(t *word.Table) unit.Length {
	var all unit.Length
	for _, row := range t.Rows {
		high := row.Height
		for _, c := range row.Cells {
			if c.VMerge == word.MergeContinue {
				continue
			}
			var cell unit.Length
			for _, p := range word.Paragraphs(c.Blocks) {
				if s := i.byParagraph[p]; s != nil {
					h, sure := i.height(s)
					if !sure {
						h = i.pitch(p) + p.Before + p.After
					}
					cell += h
				}
			}
			if c.VMerge == word.NoMerge {
				high = max(high, cell)
			}
		}
		all += high
	}
	return all
}

// remarks: what a document that goes out should not carry with it.
func (i *inspection) remarks() {
	for _, r := range i.Document.Remarks {
		b := breach{place: r.Place.Phrase}
		if b.place == "" {
			b.place = "tệp"
		}
		switch r.Kind {
		case word.RemarkInsertion, word.RemarkDeletion, word.RemarkMove, word.RemarkFormatChange:
			b.id, b.what = IDLeftChanges, fmt.Sprintf("còn %d chỗ sửa đang theo dõi%s", r.Count, by(r.Detail))
			b.cure = "vào Xem lại (Review) › Chấp nhận (Accept) hoặc Từ chối (Reject) tất cả thay đổi"
		case word.RemarkComment:
			b.id, b.what = IDLeftComments, fmt.Sprintf("còn %d ghi chú%s", r.Count, by(r.Detail))
			b.cure = "vào Xem lại (Review) › Xóa (Delete) tất cả ghi chú"
		case word.RemarkHidden:
			b.id, b.what = IDLeftHidden, fmt.Sprintf("có chữ ẩn «%s»", excerpt(r.Detail))
			b.cure = "bấm Ctrl+Shift+8 để thấy chữ ẩn, xóa hoặc bỏ thuộc tính ẩn"
		case word.RemarkTemplate:
			b.id, b.what, b.milder = IDLeftLinks, fmt.Sprintf("tệp còn ghi nơi để mẫu soạn thảo «%s»", excerpt(r.Detail)), true
			b.cure = "vào Nhà phát triển (Developer) › Mẫu tài liệu (Document Template), chọn Normal"
		case word.RemarkExternal, word.RemarkField, word.RemarkSubdocument, word.RemarkChunk, word.RemarkMailMerge:
			b.id, b.what = IDLeftLinks, fmt.Sprintf("nội dung lấy từ ngoài tệp: «%s»", excerpt(r.Detail))
			b.cure = "vào Tệp (File) › Thông tin (Info) › Sửa liên kết đến tệp, ngắt liên kết"
		case word.RemarkMacro:
			b.id, b.what, b.cure = IDLeftMacros, "tệp có macro", "lưu lại thành «Word Document (.docx)»"
		default:
			continue
		}
		i.report(b)
	}
}

func by(author string) string {
	if author == "" {
		return ""
	}
	return fmt.Sprintf(" của «%s»", excerpt(author))
}
