package zone

import (
	"strings"
	"unicode"
)

// grounds labels what stands above the order line of a decision.
func (f *finder) grounds(from, order int) int {
	inGrounds := false
	for i := from; i < order; i++ {
		e := f.lines[i]
		switch {
		case f.isRule(i):
			f.label(i, Rule)
		case e.page:
			f.label(i, PageNumber)
		case f.opensGround(i, true):
			f.label(i, Ground)
			inGrounds = true
		case !inGrounds && e.upper:
			f.label(i, Authority)
		case inGrounds:
			f.label(i, Ground)
			if strings.ContainsAny(last(f.before(i)), ".;:") {
				f.doubt(i, "hiểu dòng này là một căn cứ, tuy không mở đầu như căn cứ")
			}
		default:
			f.label(i, Authority)
			f.doubt(i, "hiểu dòng này thuộc thẩm quyền ban hành, tuy không viết hoa")
		}
	}
	f.label(order, Order)
	return order + 1
}

func (f *finder) opensGround(i int, withSecond bool) bool {
	return f.w.GroundBegins(f.text(i), withSecond)
}

// looseGrounds labels the grounds of a document without an order line: paragraphs that begin like grounds and
// end like ones, above the first construct. Anything else is the text's opening.
func (f *finder) looseGrounds(from int) int {
	i := from
	for i < f.len() && f.opensGround(i, i > from) {
		end := f.paragraphEnd(i)
		if !f.endsGround(from, end) {
			break
		}
		for k := i; k <= end; k++ {
			if f.lines[k].page {
				f.label(k, PageNumber)
			} else {
				f.label(k, Ground)
			}
		}
		i = end + 1
	}
	return i
}

// endsGround tells whether a paragraph that begins like a ground, below the first line of the grounds, ends like one:
// with a semicolon; with a full stop below others or above what leads over to the text; with no mark or a comma where
// another ground or what leads over follows. A Word file of this program's own has grounds in italics.
func (f *finder) endsGround(from, end int) bool {
	text, look := f.text(end), f.out.Lines[end].Look
	switch last(text) {
	case ";":
		return true
	case ".":
		return end > from && f.out.Lines[from].Kind == Ground || f.leads(end+1) || look.Known && look.Italic
	case ":":
		return false
	}
	if f.out.Parts[f.part].Letter || end+1 >= f.len() {
		return false
	}
	if f.opensGround(end+1, !f.hard) {
		return true
	}
	if f.hard || f.w.endsWithPost(text) { // «… của Bộ trưởng / Bộ Tài chính quy định …»: broken in the middle
		return false
	}
	return f.leads(end+1) || last(text) == "," && end > from && f.out.Lines[from].Kind == Ground
}

// leads tells a line that leads from the grounds over to the text: «… ban hành Kế hoạch … như sau:».
func (f *finder) leads(i int) bool {
	if i >= f.len() || f.out.Parts[f.part].Letter || f.structural(i) || f.out.Lines[i].Table {
		return false
	}
	return strings.HasSuffix(f.text(f.paragraphEnd(i)), ":")
}

// paragraphEnd finds the line that a paragraph which begins at a line ends with: the first that ends with a
// mark, or stands before a construct or a ground; in a text with a paragraph a line, before a capital.
func (f *finder) paragraphEnd(i int) int {
	for ; i < f.len()-1; i++ {
		if strings.ContainsAny(last(f.text(i)), ".;:") || f.structural(i+1) || f.out.Lines[i].Look.Known || f.opensGround(i+1, false) {
			return i
		}
		if first, _ := utf8First(f.text(i + 1)); !f.hard && unicode.IsUpper(first) {
			return i
		}
	}
	return i
}
