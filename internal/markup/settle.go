package markup

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"vanban/internal/diag"
	"vanban/internal/doc"
	"vanban/internal/viet"
)

// longestHeading is how many characters a line may have and still be a heading.
const longestHeading = 250

// settle decides which clauses and articles are headings: a line without a mark at its end that has
// something below it, or one that the author set in bold as a whole.
func settle(blocks []doc.Block) {
	for i, b := range blocks {
		var next doc.Block
		if i+1 < len(blocks) {
			next = blocks[i+1]
		}
		switch b := b.(type) {
		case *doc.Clause:
			b.Heading = allBold(b.Line) || headingText(b.Line) && below(next, b.Depth)
		case *doc.Article:
			b.Titled = allBold(b.Line) || headingText(b.Line) && below(next, 0)
		}
	}
}

func allBold(l doc.Line) bool {
	for _, in := range l.Inlines {
		if !in.Bold {
			return false
		}
	}
	return len(l.Inlines) > 0
}

func headingText(l doc.Line) bool {
	text := strings.TrimSpace(l.Plain())
	return text != "" && len([]rune(text)) <= longestHeading && !strings.ContainsAny(text[len(text)-1:], ".;:,!?/") && !strings.HasSuffix(text, "…")
}

// below tells whether next stands under a heading of the depth: 0 for an article.
func below(next doc.Block, depth int) bool {
	switch n := next.(type) {
	case nil, *doc.Division, *doc.Heading, *doc.Article:
		return false
	case *doc.Clause:
		return n.Depth > depth
	default:
		return true
	}
}

// checkOrder reports numbers and letters that do not follow the one before. They are printed as written:
// real plans skip and repeat numbers, and only the author knows which one is wrong. What stands in quotation marks over
// several lines, as articles that a decision amends do, has numbers of its own.
func (p *parser) checkOrder(blocks []doc.Block) {
	heading, letter, article, point := 0, 0, 0, 0
	clauses := make([]int, 8)
	quoted := 0
	for _, b := range blocks {
		within := quoted > 0
		quoted = quotedAfter(b, quoted)
		if within {
			continue
		}
		switch b := b.(type) {
		case *doc.Division:
			point, clauses = 0, make([]int, 8)
			heading = 0
		case *doc.Heading:
			n := lettered(b, letter)
			if n > 0 { // what stands below begins anew
				p.follows(b.At, "mục", b.Number, letter, n)
				letter, heading = n, 0
			} else {
				n, _ = viet.ParseRoman(doc.Figures(b.Number))
				p.follows(b.At, "mục", b.Number, heading, n)
				heading = n
			}
			point, clauses = 0, make([]int, 8)
		case *doc.Article:
			n, _ := strconv.Atoi(strings.TrimRightFunc(b.Number, unicode.IsLetter))
			if n != article { // 5a follows 5
				p.follows(b.At, "Điều", b.Number, article, n)
			}
			article, point, clauses = n, 0, make([]int, 8)
		case *doc.Clause:
			parts := strings.Split(doc.Figures(b.Number), ".")
			n, _ := strconv.Atoi(parts[len(parts)-1])
			p.follows(b.At, "khoản", b.Number, clauses[b.Depth], n)
			clauses[b.Depth], point = n, 0
			for d := b.Depth + 1; d < len(clauses); d++ {
				clauses[d] = 0
			}
		case *doc.Point:
			n := viet.LetterIndex(b.Letter)
			if n == 0 {
				p.disorder(diag.Diagnostic{Pos: b.At,
					Message: fmt.Sprintf("điểm «%s)» không thuộc bảng chữ cái dùng để đánh điểm", b.Letter),
					Hints:   []string{"thứ tự là " + viet.Letters()}})
				point++
				continue
			}
			p.follows(b.At, "điểm", b.Letter+")", point, n)
			point = n
		}
	}
}

// lettered gives the place in the alphabet of a mục that has a letter, after so many of them; 0 for a Roman number. «C.»
// and «D.» are both: letters where one stands before them.
func lettered(b *doc.Heading, before int) int {
	const letters = "ABCDEGH"
	at := strings.Index(letters, doc.Figures(b.Number)) + 1
	if _, roman := viet.ParseRoman(doc.Figures(b.Number)); roman && at != before+1 {
		return 0
	}
	return at
}

// quotedAfter counts the quotation marks that are open behind a block. A heading ends a quotation that was left open.
func quotedAfter(b doc.Block, open int) int {
	text := ""
	switch b := b.(type) {
	case *doc.Division, *doc.Heading:
		return 0
	case *doc.Article:
		text = b.Plain()
	case *doc.Clause:
		text = b.Plain()
	case *doc.Point:
		text = b.Plain()
	case *doc.Item:
		text = b.Plain()
	case *doc.Paragraph:
		text = b.Plain()
	}
	return max(0, open+strings.Count(text, "“")-strings.Count(text, "”"))
}

func (p *parser) follows(pos diag.Pos, what, written string, before, n int) {
	if n == before+1 {
		return
	}
	message := fmt.Sprintf("%s «%s» không nối tiếp số đứng trước", what, written)
	if before == 0 {
		message = fmt.Sprintf("%s đầu tiên là «%s»", what, written)
	}
	p.disorder(diag.Diagnostic{Pos: pos, Message: message, Hints: []string{"số được in đúng như đã viết; sửa lại nếu là gõ nhầm"}})
}

// mostDisorder is how many numbers out of their order are told of: a text that is numbered in another way
// altogether would bury everything else.
const mostDisorder = 20

func (p *parser) disorder(d diag.Diagnostic) {
	p.disorders++
	d.ID, d.Severity = IDOrder, diag.Warning
	switch {
	case p.disorders == mostDisorder:
		d.Message += "; các chỗ sau không kể ra nữa"
	case p.disorders > mostDisorder:
		return
	}
	p.findings.Add(d)
}
